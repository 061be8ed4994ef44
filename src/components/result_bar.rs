//! How much was found, in which order does it stand, and how is it taken away?

use leptos::prelude::*;
use vitrine_search::Sort;

use super::live::{click, text, word};
use crate::browser::{api, files};
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::view_state::{SORTS, parse_sort, sort_name};

/// The line above the results.
#[component]
pub fn ResultBar() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let found =
        move || state.answer.with(|answer| (words.found)(answer.hits.len(), answer.documents));
    let order = move || state.view.with(|view| sort_name(view.sort));
    let choose = move |event| {
        if let Some(sort) = parse_sort(&event_target_value(&event)) {
            state.go(Intent::Sort(sort));
        }
    };
    let options = SORTS.map(|sort| {
        let label = match sort {
            Sort::Relevance => words.sort_relevance,
            Sort::Corpus => words.sort_corpus,
            Sort::Date => words.sort_date,
        };
        view! { <option value=sort_name(sort)>{label}</option> }
    });
    let save = move || {
        let lines = state.answer.with_untracked(|answer| {
            api::json_lines(state.corpus, answer.hits.iter().map(|hit| hit.passage))
        });
        let name = [&*state.corpus.id, ".jsonl"].concat();
        files::save(&name, "application/jsonl", &lines);
        state.toast.set(Some(words.saved));
    };
    view! {
        <div class="result-bar">
            <p role="status" class="found">{text(found)}</p>
            <label class="order">
                {words.sort_by} " "
                <select prop:value=word(order) on:change=choose>{options.into_iter().collect_view()}</select>
            </label>
            <button type="button" class="save" on:click=click(save)>{words.save_jsonl}</button>
        </div>
    }
}
