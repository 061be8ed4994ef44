//! How was the query understood? What was looked for beside the reader's own words, each to be
//! switched off.

use std::collections::BTreeSet;

use leptos::prelude::*;
use vitrine_corpus::edtf::Edtf;
use vitrine_search::{Part, PartKind, as_written};

use super::drawing::{Tag, button, drawn, tag};
use super::landmarks::MAIN;
use crate::browser::scroll;
use crate::state::State;
use crate::state::intent::{Intent, literal};

/// How many equivalents of a word are shown.
const SHOWN: usize = 6;

/// The words of the query that stand for more than themselves.
pub fn understood() -> AnyView {
    let state = State::expect();
    // The part of which all is shown.
    let whole = RwSignal::new(String::new());
    drawn(move || {
        let answer = state.answer.get();
        let mut chips = Vec::new();
        let mut said = BTreeSet::new();
        for part in answer.reading.parts.iter().filter(|part| said.insert(part.text.clone())) {
            chips.extend(chip(state, part, whole));
        }
        let list =
            tag("ul", &[("class", "understood")]).set("aria-label", state.words().understood);
        (!chips.is_empty()).then(|| list.with_all(chips))
    })
}

fn chip(state: State, part: &Part, whole: RwSignal<String>) -> Option<Tag> {
    let shown = if whole.with(|whole| *whole == part.text) { usize::MAX } else { SHOWN };
    let span = part.words();
    // The part's words are its end, whatever excludes them.
    let own = &part.text[part.text.len() - span.len()..];
    let mut others: Vec<String> = Vec::new();
    for also in &part.also {
        if others.len() > shown {
            break;
        }
        // The time that was meant is written nowhere.
        let time = || also.folded.parse::<Edtf>().is_ok().then(|| also.folded.clone());
        let Some(written) = as_written(state.corpus, &also.folded).or_else(time) else { continue };
        let is_own = written.eq_ignore_ascii_case(own);
        if !is_own && !others.contains(&written) {
            others.push(written);
        }
    }
    if others.is_empty() {
        return None;
    }
    let part_text = part.text.clone();
    let more = (others.len() > shown).then(|| {
        let more = button("", "…", move || whole.set(part_text.clone()));
        more.set("aria-label", state.words().show_whole).set("title", state.words().show_whole)
    });
    others.truncate(shown);
    let only = move || {
        let query = state.view.with_untracked(|view| literal(&view.query, span.clone()));
        state.go(Intent::Reword(query));
        // The button is gone; what it has changed comes next.
        scroll::rest_on(MAIN);
    };
    let only = button("", "", only)
        .set("aria-label", (state.words().only)(own))
        .with(tag("span", &[("aria-hidden", "true")]).text("×"));
    let said = [" = ", &others.join(" · "), " "].concat();
    let chip = match part.kind {
        PartKind::Exclusion => {
            tag("li", &[("class", "excluded")]).text([state.words().excluding, " "].concat())
        }
        _ => tag("li", &[]),
    };
    Some(chip.with(tag("strong", &[]).text(own.to_owned())).text(said).with_some(more).with(only))
}
