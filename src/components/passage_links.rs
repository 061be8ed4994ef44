//! Where does one go from a passage? Into its document, to its translation, to where it is said
//! again; and how is it handed to someone?

use leptos::prelude::*;
use vitrine_corpus::facet::position;

use super::href;
use super::live::{click, text};
use crate::browser::{clipboard, history};
use crate::state::State;
use crate::state::fragment;
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;

/// The ways on from passage `n`.
#[component]
pub fn PassageLinks(
    /// Which passage.
    n: usize,
    /// Whether it is shown in its document already.
    is_reading: bool,
) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let passage = state.passage(n);
    let id: &'static str = &passage.id;
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    let parallel = passage.parallel.as_ref().map(|other| {
        let other = other.to_native() as usize;
        let lang =
            position("lang").map(|facet| state.value_label(facet, state.passage_lang(other)));
        let label = [words.translation, ": ", lang.unwrap_or_default()].concat();
        view! { <OtherPassage n=other label /> }
    });
    let said_before = passage.repeats.as_ref().map(|first| {
        view! { <OtherPassage n=first.to_native() as usize label=words.said_before.to_owned() /> }
    });
    let said_again = (!is_reading).then(|| repeats(state, n)).flatten().map(|(first, times)| {
        view! { <OtherPassage n=first label=(words.repeated)(times) /> }
    });
    view! {
        <div class="ways">
            {(!is_reading).then(|| view! { <a href=text(read)>{words.read_here}</a> })}
            {parallel}
            {said_before}
            {said_again}
            <button type="button" on:click=click(move || copy_link(state, id))>{words.copy_link}</button>
        </div>
    }
}

/// A link to another passage that says the same, in another language or again.
#[component]
fn OtherPassage(n: usize, label: String) -> impl IntoView {
    let state = State::expect();
    let id: &'static str = &state.passage(n).id;
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    view! { <a data-parallel=id href=text(read)>{label}</a> }
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
fn copy_link(state: State, id: &str) {
    let url = history::url_of(&fragment::write(&read_at(&ViewState::default(), id)));
    let words = state.words();
    clipboard::copy(&url, move |copied| {
        state.toast.set(Some(if copied { words.link_copied } else { words.link_not_copied }));
    });
}
