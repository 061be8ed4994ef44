//! By what can the results be narrowed?

use leptos::prelude::*;
use vitrine_corpus::facet::FACETS;

use super::facet_group::FacetGroup;
use super::live::{aria, click, flag, text};
use crate::state::State;

/// All facets. On a narrow screen they are behind a button.
#[component]
pub fn FacetPanel() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let is_open = RwSignal::new(false);
    let chosen = move || (words.show_filters)(state.view.with(|view| view.filters().count()));
    let with_values = |facet: &usize| !state.corpus.facets[*facet].values.is_empty();
    let groups = (0..FACETS.len()).filter(with_values).map(|facet| view! { <FacetGroup facet /> });
    view! {
        <button
            type="button"
            class="panel-toggle"
            aria-expanded=aria(move || is_open.get())
            aria-controls="facets"
            on:click=click(move || is_open.update(|is_open| *is_open = !*is_open))
        >
            {text(chosen)}
        </button>
        <nav id="facets" class="facets" class:open=flag(move || is_open.get()) aria-label=words.narrow>
            <h2>{words.narrow}</h2>
            <p class="base">{words.count_base}</p>
            {groups.collect_view()}
        </nav>
    }
}
