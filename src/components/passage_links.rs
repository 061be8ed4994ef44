//! Where does one go from a passage? Into its document, to its translation, to where it is said
//! again; and how is it, or what a reader has selected of it, handed to someone?

use leptos::prelude::*;
use vitrine_corpus::facet::position;

use super::drawing::{Tag, button, link, tag, yes};
use super::{copy, href, url_of_passage};
use crate::browser::history;
use crate::state::anchor::Words;
use crate::state::document::source;
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;
use crate::state::{Dialog, State, fragment};
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
    let id = state.passage_id(n);
    let other =
        |n: usize, label: String| link(href(&read_at(view, &state.passage_id(n)))).text(label);
    let mut ways = tag("div", &[("class", "ways")]);
    if !is_reading {
        ways.push(link(href(&read_at(view, &id))).text(words.read_here));
    }
    if let Some(parallel) = passage.parallel() {
        let lang = state.passage_lang(parallel);
        let lang = position("lang").map_or("", |facet| state.value_label(facet, lang));
        ways.push(other(parallel, [words.translation, ": ", lang].concat()));
    }
    if let Some(first) = passage.repeats() {
        ways.push(other(first, words.said_before.to_owned()));
    }
    if !is_reading && let Some((first, times)) = repeats(state, n) {
        ways.push(other(first, (words.repeated)(times)));
    }
    if is_selected {
        let copy = button("selection", words.copy_selection_link, move || copy_selected(state));
        // A press would take the selection away before the click comes.
        ways.push(copy.on("mousedown", |event| event.prevent_default()));
    }
    let is_aside = state.clippings.with(|clippings| clippings.has(&id));
    let aside = button("", words.put_aside, move || put_aside(state, n));
    ways.push(aside.set("aria-pressed", yes(is_aside)).set("data-aside", ""));
    ways.with(button("", words.copy_link, move || copy_link(state, n)))
        .with(button("quote", words.copy_quote, move || copy_quote(state, n)))
        .with(button("cite", words.cite, move || state.dialog.set(Some(Dialog::Cite(n)))))
}

/// Puts a passage aside, with the note that it had if it was before; or takes it away again. Either is told: a reader who
/// does not see the page hears nothing of a button that is pressed.
fn put_aside(state: State, n: usize) {
    let (words, id) = (state.words(), state.passage_id(n));
    let is_taken = state.take_away(&id);
    if !is_taken && !state.put_back(&id) {
        state.clippings.update(|clippings| clippings.put(state.corpus, n, state.tag()));
    }
    state.toast.set(Some(if is_taken { words.taken_away } else { words.was_put_aside }));
}

/// The first passage that says passage `n` again, and how many do.
fn repeats(state: State, n: usize) -> Option<(usize, usize)> {
    let document = state.passage(n).document.to_native() as usize;
    let is_repeat = |other: &usize| state.passage(*other).repeats() == Some(n);
    let mut repeats = state.corpus.passages_of(document).filter(is_repeat);
    let first = repeats.next()?;
    Some((first, 1 + repeats.count()))
}

/// The link carries the passage alone: what led there is the reader's own affair.
fn copy_link(state: State, n: usize) {
    let words = state.words();
    let link = fragment::write(&later::view_of(state, n, None));
    copy(state, &history::shared_url_of(&link), words.link_copied, words.link_not_copied);
}

/// A link to the words that are selected.
fn copy_selected(state: State) {
    let Some(Words { passage, span }) = state.selected.get_untracked() else {
        return;
    };
    let words = state.words();
    let view = later::view_of(state, passage, Some(span));
    let mut link = fragment::write(&view);
    if let Some(quote) = &view.quote {
        link += &fragment::directive(quote);
    }
    copy(state, &history::shared_url_of(&link), words.selection_link_copied, words.link_not_copied);
}

/// A passage's words, whose they are, and where they stand.
fn copy_quote(state: State, n: usize) {
    // Its words are at hand, so that the link need not carry them.
    let words = state.words();
    let (source, url) = (source(state.corpus, n), url_of_passage(&state.passage_id(n)));
    let text = state.text(n);
    // Marks within marks would have to be others: what has its own stands without.
    let marks = if text.contains(['“', '”', '"']) { ["", ""] } else { ["“", "”"] };
    let text = [marks[0], &text, marks[1], "\n— ", &source, "\n", &url].concat();
    copy(state, &text, words.quote_copied, words.text_not_copied);
}
