//! Where does one go from a passage? Into its document, to its translation, to where it is said
//! again; and how is it, or what a reader has selected of it, handed to someone?

use leptos::prelude::*;
use vitrine_corpus::facet::position;

use super::drawing::{Tag, button, link, tag};
use super::href;
use crate::browser::{clipboard, history};
use crate::state::anchor::Words;
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;
use crate::state::{State, fragment};
use crate::views::later;

/// The ways on from passage `n`. `is_reading` if it is shown in its document already, `is_selected` if words of
/// it are selected.
pub fn passage_links(
    state: State,
    view: &ViewState,
    n: usize,
    is_reading: bool,
    is_selected: bool,
) -> Tag {
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
    if is_selected {
        let copy = button("selection", words.copy_selection_link, move || copy_selected(state));
        // A press would take the selection away before the click comes.
        ways.push(copy.on("mousedown", |event| event.prevent_default()));
    }
    ways.with(button("", words.copy_link, move || copy_link(state, n))).with(button(
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

/// The link carries the passage alone: what led there is the reader's own affair.
fn copy_link(state: State, n: usize) {
    copy(state, &link_to(state, n), state.words().link_copied);
}

/// A link to the words that are selected.
fn copy_selected(state: State) {
    let Some(Words { passage, span }) = state.selected.get_untracked() else {
        return;
    };
    let view = later::view_of(state, passage, Some(span));
    let mut link = fragment::write(&view);
    if let Some(quote) = &view.quote {
        link += &fragment::directive(quote);
    }
    copy(state, &history::url_of(&link), state.words().selection_link_copied);
}

/// A passage's words, whose they are, and where they stand. What a document does not say is left out.
fn copy_quote(state: State, n: usize) {
    let passage = state.passage(n);
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    // In the words of its own language, as a reader would look for it.
    let title = document.title.text(state.passage_lang(n));
    let said = [document.publisher.as_deref(), document.date.as_deref()];
    let mut source: Vec<&str> = document.authors.iter().map(|author| &**author).collect();
    source.push(title);
    source.extend(said.into_iter().flatten());
    let text = ["“", &passage.text, "”\n— ", &source.join(", "), "\n", &link_to(state, n)].concat();
    copy(state, &text, state.words().quote_copied);
}

fn link_to(state: State, n: usize) -> String {
    history::url_of(&fragment::write(&later::view_of(state, n, None)))
}

fn copy(state: State, text: &str, done: &'static str) {
    let refused = state.words().link_not_copied;
    clipboard::copy(text, move |copied| {
        state.toast.set(Some(if copied { done } else { refused }));
    });
}
