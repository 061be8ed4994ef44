//! Which values does one facet have for these results?

use leptos::prelude::*;
use vitrine_corpus::facet::FACETS;

use super::facet_value::FacetValue;
use super::live::{aria, click, flag, live, text};
use crate::state::State;
use crate::state::facets::{FEW, Opened, list};

/// Facets that are unfolded when the page opens; the others are once something in them is chosen.
const OPEN_AT_FIRST: [&str; 3] = ["theme", "doc", "lang"];

/// One facet with its values.
#[component]
pub fn FacetGroup(
    /// Its place in [`FACETS`].
    facet: usize,
) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let all = RwSignal::new(false);
    let narrower = RwSignal::new(Vec::new());
    let listing = Memo::new(move |_| {
        let opened = Opened { all: all.get(), narrower: &narrower.read() };
        let (view, answer) = (state.view.read(), state.answer.read());
        list(&state.corpus.facets[facet], &answer.counts[facet], &view.facets[facet], &opened)
    });
    let has_more = Memo::new(move |_| listing.read().all > FEW);
    let more = move || match all.get() {
        true => words.show_fewer_values.to_owned(),
        false => (words.show_all_values)(listing.read().all),
    };
    let more = live(move || {
        has_more.get().then(|| {
            view! {
                <button
                    type="button"
                    class="more"
                    aria-expanded=aria(move || all.get())
                    on:click=click(move || all.update(|all| *all = !*all))
                >
                    {text(more)}
                </button>
            }
        })
    });
    let is_chosen = state.view.with_untracked(|view| !view.facets[facet].is_empty());
    let label = state.facet_label(facet);
    view! {
        <details class="facet" hidden=flag(move || listing.read().values.is_empty()) open=is_chosen || OPEN_AT_FIRST.contains(&FACETS[facet].id)>
            <summary>{label}</summary>
            <ul aria-label=label>
                <For
                    each=move || listing.get().values
                    key=|listed| (listed.value, listed.has_narrower)
                    children=move |listed| view! { <FacetValue facet listed narrower /> }
                />
            </ul>
            {more}
        </details>
    }
}
