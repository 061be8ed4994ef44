//! What stands around every view of the results: the facets beside it; above it what is asked for and
//! how much was found.

use leptos::prelude::*;

use super::live::text;
use super::{ActiveFilters, FacetPanel, Notes, Understood};
use crate::app::{HEADING, MAIN};
use crate::state::State;
use crate::state::view_state::View;

/// A view of the results, in its frame. `extra` stands beside the number of passages.
pub fn results_frame(view: View, extra: AnyView, body: AnyView) -> AnyView {
    let state = State::expect();
    let words = state.words();
    let found =
        move || state.answer.with(|answer| (words.found)(answer.hits.len(), answer.documents));
    view! {
        <div class="browse">
            <FacetPanel />
            <main id=MAIN tabindex="-1" class=view.name()>
                <h1 id=HEADING class="view-title" tabindex="-1">{(words.view)(view)}</h1>
                <Notes />
                <Understood />
                <ActiveFilters />
                <div class="result-bar">
                    <p role="status" class="found">{text(found)}</p>
                    {extra}
                </div>
                {body}
            </main>
        </div>
    }
    .into_any()
}

/// A row of alternatives, each a link; the one that holds is marked.
pub fn alternatives(label: &'static str, links: Vec<AnyView>) -> AnyView {
    view! {
        <nav class="alternatives" aria-label=label>
            <span aria-hidden="true">{label}</span>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}

/// One of several alternatives.
pub fn alternative(link: String, is_chosen: bool, name: AnyView) -> AnyView {
    let chosen = is_chosen.then_some("true");
    view! { <li><a href=link aria-current=chosen>{name}</a></li> }.into_any()
}
