//! How else can these results be looked at? Links to the other views of the same query and filters.

use leptos::prelude::*;

use super::href;
use super::live::text;
use crate::state::State;
use crate::state::intent::look;
use crate::state::view_state::View;

/// Links to the views of results other than the one that is open.
#[component]
pub fn ViewLinks(
    /// The view that is open.
    open: View,
) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let views = [
        (View::Browse, words.results),
        (View::Concordance, words.concordance),
        (View::Terms, words.terms),
    ];
    let links = views.into_iter().filter(|(view, _)| *view != open).map(|(view, name)| {
        let link = text(move || state.view.with(|state| href(&look(state, view))));
        view! { <a href=link>{name}</a> }.into_any()
    });
    let links: Vec<AnyView> = links.collect();
    view! { <span class="view-links">{links}</span> }
}
