//! What stands around every view of the results: the facets beside it; above it what is asked for and
//! how much was found.

use leptos::prelude::*;

use super::drawing::{Tag, button, link, tag};
use super::landmarks::{HEADING, MAIN};
use super::live::text;
use super::{active_filters, facet_panel, notes, understood};
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
            {facet_panel()}
            <main id=MAIN tabindex="-1" class=view.name()>
                <h1 id=HEADING class="view-title" tabindex="-1">{(words.view)(view)}</h1>
                {notes()}
                {understood()}
                {active_filters()}
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
pub fn alternatives(label: &'static str, links: Vec<Tag>) -> Tag {
    let name = tag("span", &[("aria-hidden", "true")]).text(label);
    let mut list = tag("ul", &[]);
    for link in links {
        list.push(tag("li", &[]).with(link));
    }
    tag("nav", &[("class", "alternatives")]).set("aria-label", label).with(name).with(list)
}

/// One of several alternatives, to be named.
pub fn alternative(address: String, is_chosen: bool) -> Tag {
    link(address).maybe("aria-current", is_chosen.then_some("true"))
}

/// Asks for the next page of rows, where some are left.
pub fn more(left: usize, page: usize, label: String, limit: RwSignal<usize>) -> Option<Tag> {
    (left > 0).then(|| button("more", label, move || limit.update(|limit| *limit += page)))
}
