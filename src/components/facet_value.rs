//! One value to narrow by: how many passages it would give, and whether it is asked for or left out.

use leptos::prelude::*;
use vitrine_corpus::facet::{ArchivedFacetValue, FACETS};

use crate::state::State;
use crate::state::concepts::hue_of_value;
use crate::state::facets::Listed;
use crate::state::intent::Intent;
use crate::state::view_state::Filter;

/// A value with its box, its count and a button to leave it out.
#[component]
pub fn FacetValue(
    /// The facet's place in [`FACETS`].
    facet: usize,
    /// The value.
    listed: Listed,
    /// Values whose narrower ones are shown.
    narrower: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let value: &'static ArchivedFacetValue = &state.corpus.facets[facet].values[listed.value];
    let (id, label): (&'static str, _) = (&value.id, value.label.text(state.tag()));
    let filter = move |excluded| Filter { facet, value: id.to_owned(), excluded };
    let counts = Memo::new(move |_| state.answer.with(|answer| answer.counts[facet].values[listed.value]));
    let described = move || {
        let counts = counts.get();
        (words.value_counts)(counts.passages, counts.documents)
    };
    let asked_for = move || state.is_chosen(&filter(false));
    let left_out = Memo::new(move |_| state.is_chosen(&filter(true)));
    let kind = FACETS[facet].id;
    let hue = hue_of_value(state.corpus, kind, id).map(|hue| hue.to_string());
    view! {
        <li class:deeper=(listed.depth > 0) class:left-out=left_out data-hue=hue>
            <label title=described>
                <input
                    type="checkbox"
                    data-facet=kind
                    value=id
                    prop:checked=asked_for
                    on:change=move |_| state.go(Intent::Toggle(filter(false)))
                />
                <span class="name">{label}</span>
                <span class="count" data-count=move || counts.get().passages.to_string()>
                    {move || counts.get().passages}
                </span>
                <span class="visually-hidden">{words.passages}</span>
            </label>
            {listed.has_narrower.then(|| view! { <Narrower label value=listed.value narrower /> })}
            <button
                type="button"
                class="exclude"
                data-exclude=[kind, "=", id].concat()
                aria-label=(words.leave_out)(label)
                title=(words.leave_out)(label)
                aria-pressed=move || left_out.get().to_string()
                on:click=move |_| state.go(Intent::Toggle(filter(true)))
            >
                <span aria-hidden="true">"−"</span>
            </button>
        </li>
    }
}

/// Shows and hides what stands beneath a value.
#[component]
fn Narrower(label: &'static str, value: usize, narrower: RwSignal<Vec<usize>>) -> impl IntoView {
    let is_open = Memo::new(move |_| narrower.read().contains(&value));
    let toggle = move |_| {
        narrower.update(|opened| match opened.iter().position(|&open| open == value) {
            Some(n) => drop(opened.remove(n)),
            None => opened.push(value),
        });
    };
    view! {
        <button
            type="button"
            class="narrower"
            aria-label=(State::expect().words().narrower)(label)
            aria-expanded=move || is_open.get().to_string()
            on:click=toggle
        >
            <span aria-hidden="true">"›"</span>
        </button>
    }
}
