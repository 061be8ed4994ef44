//! What does a Chinese word mean? One word at a time, beneath the passage it stands in, with steps to its
//! neighbours, so that a keyboard reaches each.

use leptos::prelude::*;
use vitrine_corpus::scripts::Script;

use super::drawing::{Tag, button, link, tag};
use super::href;
use crate::embedded::appendix;
use crate::state::State;
use crate::state::folds::PassageFolds;
use crate::state::glosses;
use crate::state::view_state::ViewState;

/// What is known of the word at a place of passage `n`.
pub fn gloss(state: State, n: usize, place: usize, folds: RwSignal<PassageFolds>) -> Option<Tag> {
    let glosses = &appendix().glosses;
    let text = state.text(n);
    let (at, word, known) = glosses::at(glosses, &text, place)?;
    let words = state.view_words();
    let lang = state.passage_lang(n);
    let mut head = tag("strong", &[]).set("lang", lang).text(word.to_owned());
    if let Some(other) = Script::of(lang).map(Script::other).filter(|_| !known.other.is_empty()) {
        let other = tag("span", &[]).set("lang", other.tag()).text(known.other);
        head = head.text(" ").with(other);
    }
    let close = button("", "×", move || folds.update(|folds| folds.explain(n, None)));
    let step = |label: &'static str, sign: &'static str, to: Option<usize>| {
        button("", "", move || {
            if to.is_some() {
                folds.update(|folds| folds.explain(n, to));
            }
        })
        .set("aria-label", label)
        .set("title", label)
        .maybe("disabled", to.is_none().then_some(""))
        .text(sign)
    };
    let (before, after) =
        (glosses::last(glosses, &text, at), glosses::first(glosses, &text, at + word.len()));
    let search = href(&ViewState { query: word.to_owned(), ..ViewState::default() });
    // What is read out at each step is the word and its meaning, not the ways on.
    let said = tag("span", &[("role", "status")])
        .with(head)
        .with(tag("span", &[("lang", "zh-Latn")]).text(known.pinyin))
        .with(tag("span", &[("lang", "en")]).text(known.english));
    Some(
        tag("div", &[("class", "gloss")])
            .with(said)
            .with(link(search).set("lang", state.tag()).text(words.search_word))
            .with(step(words.previous_word, "‹", before))
            .with(step(words.next_word, "›", after))
            .with(close.set("aria-label", words.close)),
    )
}
