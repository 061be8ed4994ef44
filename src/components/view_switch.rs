//! In which ways can the results be looked at? Each way is a link that keeps what was asked for.

use leptos::prelude::*;
use vitrine_corpus::facet::position;

use super::href;
use super::live::{click, follow, text};
use crate::browser::scroll;
use crate::state::intent::in_view;
use crate::state::view_state::View;
use crate::state::{Dialog, State};

/// The way from view to view.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let link = move |to: View| {
        let link = move || state.view.with(|view| href(&in_view(view, to)));
        let is_open =
            Signal::derive(move || state.view.with(|view| (view.view == to).then_some("page")));
        view! { <li><a href=text(link) aria-current=is_open>{(words.view)(to)}</a></li> }.into_any()
    };
    let open = Memo::new(move |_| state.view.with(|view| view.view));
    follow(move |is_first| {
        // The first of the row is seen without.
        if open.get() != View::Browse || !is_first {
            scroll::to_current(".views");
        }
    });
    // Not every corpus has an argument, or somebody who acts.
    let has = |facet: &str| {
        position(facet).is_some_and(|facet| !state.corpus.facets[facet].values.is_empty())
    };
    let views = View::ALL.iter().copied().filter(|view| match view {
        View::Framework => has("level"),
        View::Actors => has("actor"),
        view => view.shows_results() || *view == View::Clippings,
    });
    let links: Vec<AnyView> = views.map(link).collect();
    let share = click(move || state.dialog.set(Some(Dialog::Share)));
    view! {
        <nav class="views" aria-label=words.views>
            <ul>{links}</ul>
            <button type="button" class="share" on:click=share>{words.share}</button>
        </nav>
    }
}
