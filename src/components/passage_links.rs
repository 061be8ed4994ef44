//! Where does one go from a passage? Into its document, to its translation, to where it is said
//! again; and how is it handed to someone?

use leptos::prelude::*;
use vitrine_corpus::facet::position;

use super::drawing::{Tag, button, link, tag, yes};
use super::{copy, href, url_of_passage};
use crate::state::State;
use crate::state::document::source;
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;

/// The ways on from passage `n`. `is_reading` if it is shown in its document already.
pub fn passage_links(state: State, view: &ViewState, n: usize, is_reading: bool) -> Tag {
    let words = state.words();
    let passage = state.passage(n);
    let id: &'static str = &passage.id;
    let other = |n: usize, label: String| {
        let id: &'static str = &state.passage(n).id;
        link(href(&read_at(view, id))).set("data-parallel", id).text(label)
    };
    let mut ways = tag("div", &[("class", "ways")]);
    if !is_reading {
        ways.push(link(href(&read_at(view, id))).text(words.read_here));
    }
    if let Some(parallel) = passage.parallel.as_ref() {
        let parallel = parallel.to_native() as usize;
        let lang = state.passage_lang(parallel);
        let lang = position("lang").map_or("", |facet| state.value_label(facet, lang));
        ways.push(other(parallel, [words.translation, ": ", lang].concat()));
    }
    if let Some(first) = passage.repeats.as_ref() {
        ways.push(other(first.to_native() as usize, words.said_before.to_owned()));
    }
    if !is_reading && let Some((first, times)) = repeats(state, n) {
        ways.push(other(first, (words.repeated)(times)));
    }
    let is_aside = state.clippings.with(|clippings| clippings.has(id));
    let aside = button("", words.put_aside, move || {
        state.clippings.update(|clippings| {
            if clippings.remove(id).is_none() {
                clippings.put(state.corpus, n, state.tag());
            }
        });
    });
    ways.push(aside.set("aria-pressed", yes(is_aside)).set("data-aside", ""));
    ways.with(button("", words.copy_link, move || copy_link(state, id))).with(button(
        "",
        words.copy_quote,
        move || copy_quote(state, n),
    ))
}

/// The first passage that says passage `n` again, and how many do.
fn repeats(state: State, n: usize) -> Option<(usize, usize)> {
    let document = state.passage(n).document.to_native() as usize;
    let is_repeat =
        |other: &usize| state.passage(*other).repeats.as_ref().is_some_and(|of| *of == n as u32);
    let mut repeats = state.corpus.passages_of(document).filter(is_repeat);
    let first = repeats.next()?;
    Some((first, 1 + repeats.count()))
}

fn copy_link(state: State, id: &str) {
    let words = state.words();
    copy(state, &url_of_passage(id), words.link_copied, words.link_not_copied);
}

/// A passage's words, whose they are, and where they stand.
fn copy_quote(state: State, n: usize) {
    let (passage, words) = (state.passage(n), state.words());
    let (source, url) = (source(state.corpus, n), url_of_passage(&passage.id));
    let text = ["“", &passage.text, "”\n— ", &source, "\n", &url].concat();
    copy(state, &text, words.quote_copied, words.link_not_copied);
}
