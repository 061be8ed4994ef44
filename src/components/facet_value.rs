//! One value to narrow by: how many passages it would give, and whether it is asked for or left out.

use leptos::prelude::*;
use vitrine_corpus::facet::FACETS;
use vitrine_corpus::model::ArchivedConcept;

use super::live::{aria, click, flag, text};
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
    let value: &'static ArchivedConcept = &state.corpus.facets[facet].values[listed.value];
    let (id, label): (&'static str, _) = (&value.id, value.label.text(state.tag()));
    let filter = move |excluded| Filter { facet, value: id.to_owned(), excluded };
    let counts =
        Memo::new(move |_| state.answer.with(|answer| answer.counts[facet].values[listed.value]));
    let described = move || {
        let counts = counts.get();
        (words.value_counts)(counts.passages, counts.documents)
    };
    let count = text(move || counts.get().passages.to_string());
    let asked_for = move || state.is_chosen(&filter(false));
    let left_out = flag(move || state.is_chosen(&filter(true)));
    let kind = FACETS[facet].id;
    let hue = hue_of_value(state.corpus, kind, id).map(|hue| hue.to_string());
    view! {
        <li class:deeper=(listed.depth > 0) class:left-out=left_out data-hue=hue>
            <label title=text(described)>
                <input
                    type="checkbox"
                    data-facet=kind
                    value=id
                    prop:checked=flag(asked_for)
                    on:change=move |_| state.go(Intent::Toggle(filter(false)))
                />
                <span class="name">{label}</span>
                <span class="count" data-count=count>
                    {count}
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
                aria-pressed=aria(move || left_out.get())
                on:click=click(move || state.go(Intent::Toggle(filter(true))))
            >
                <span aria-hidden="true">"−"</span>
            </button>
        </li>
    }
}

/// Shows and hides what stands beneath a value.
#[component]
fn Narrower(label: &'static str, value: usize, narrower: RwSignal<Vec<usize>>) -> impl IntoView {
    let is_open = move || narrower.read().contains(&value);
    let toggle = move || {
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
            aria-expanded=aria(is_open)
            on:click=click(toggle)
        >
            <span aria-hidden="true">"›"</span>
        </button>
    }
}
