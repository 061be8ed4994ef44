//! How was the query understood? What was looked for beside the reader's own words, each to be
//! switched off.

use leptos::prelude::*;
use vitrine_search::{Part, as_written};

use super::live::{click, live};
use crate::state::State;
use crate::state::intent::{Intent, literal};

/// How many equivalents of a word are shown.
const SHOWN: usize = 6;

/// The words of the query that stand for more than themselves.
#[component]
pub fn Understood() -> impl IntoView {
    let state = State::expect();
    live(move || {
        let answer = state.answer.get();
        let widened = answer.reading.parts.iter().filter(|part| !part.also.is_empty());
        let chips: Vec<AnyView> = widened.filter_map(|part| chip(state, part)).collect();
        let label = state.words().understood;
        (!chips.is_empty()).then(|| view! { <ul class="understood" aria-label=label>{chips}</ul> })
    })
}

fn chip(state: State, part: &Part) -> Option<AnyView> {
    let words = state.words();
    let mut others: Vec<String> = Vec::new();
    for also in &part.also {
        let written = as_written(state.corpus, &also.folded);
        let is_own = written.eq_ignore_ascii_case(&part.text);
        if others.len() <= SHOWN && !is_own && !others.contains(&written) {
            others.push(written);
        }
    }
    if others.is_empty() {
        return None;
    }
    let more = if others.len() > SHOWN { " …" } else { "" };
    others.truncate(SHOWN);
    let span = part.span.clone();
    let only = move || {
        let query = state.view.with_untracked(|view| literal(&view.query, span.clone()));
        state.go(Intent::Search(query));
    };
    let chip = view! {
        <li>
            <strong>{part.text.clone()}</strong> " = " {others.join(" · ")} {more}
            <button type="button" aria-label=(words.only)(&part.text) on:click=click(only)>
                <span aria-hidden="true">"×"</span>
            </button>
        </li>
    };
    Some(chip.into_any())
}
