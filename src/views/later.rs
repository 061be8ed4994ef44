//! Which parts of the page come after it stands? All views but the results, and the reasons for a label: a
//! reader begins without them. They, and the words and data that only they read, are a file of their own,
//! which `#[wasm_split]` has cut off the program when the site is built. Compiled for the host, or
//! without being cut, they are ordinary functions.

use std::ops::Range;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    actors, clippings, concordance, figures, framework, matrix, method, overview, read, takeaway,
    terms, timeline,
};
use crate::components::drawing::{Tag, button, drawn, tag};
use crate::components::{
    cite, evidence as draw_evidence, keys, live, share, year_strip as draw_year_strip,
};
use crate::embedded::{appendix, bring_thesaurus};
use crate::state::anchor;
use crate::state::concepts::Theme;
use crate::state::folds::PassageFolds;
use crate::state::intent::read_at;
use crate::state::takeaway::Format;
use crate::state::view_state::{View, ViewState};
use crate::state::{Dialog, Rest, State};

/// Something that the rest of the program draws.
enum Asked {
    View(View),
    /// What is in the corpus.
    Overview,
    /// A document, whole.
    Document(usize),
    /// Why a passage has a theme.
    Evidence(usize, Theme, RwSignal<PassageFolds>),
    /// What a passage says otherwise than one that says nearly the same.
    Differences(usize, usize),
    /// A view that shows a passage or words of it, for a link that finds them again.
    ViewOf(State, usize, Option<Range<usize>>),
    /// What stands above the page.
    Dialog(Dialog),
    /// The years of the results.
    YearStrip,
    /// What the reader put aside in earlier visits.
    Restore(State),
    /// Searches with the thesaurus.
    Thesaurus(State),
    /// The results as a file. What acts on an event has no context to ask for the state.
    Save(State, Format),
}

/// What it drew.
enum Drawn {
    View(AnyView),
    Tag(Tag),
    State(Box<ViewState>),
    Spans(Vec<Range<usize>>),
    Nothing,
}

/// Begins to fetch the rest of the program.
pub fn begin() {
    leptos::task::spawn_local(async {
        // Whether it came is found out by `fetch`, which asks for the same.
        let _ = fetch_rest().await;
    });
}

/// Fetches the rest of the program, and says to the state whether it is here.
pub fn fetch(state: State) {
    if state.rest.get_untracked() == Rest::Missing {
        state.rest.set(Rest::Coming);
    }
    leptos::task::spawn_local(async move {
        let came = fetch_rest().await;
        state.rest.set(if came.is_ok() { Rest::Here } else { Rest::Missing });
    });
}

/// A view that is no list of passages.
pub fn view(view: View) -> AnyView {
    when_here(move || Asked::View(view))
}

/// What is in the corpus, before anything is asked of it.
pub fn overview_of_all() -> AnyView {
    when_here(|| Asked::Overview)
}

/// A document, whole.
pub fn document(document: usize) -> AnyView {
    when_here(move || Asked::Document(document))
}

/// Why passage `n` has a theme.
pub fn evidence(state: State, n: usize, theme: &Theme, folds: RwSignal<PassageFolds>) -> Tag {
    match drawn_now(state, || Asked::Evidence(n, theme.clone(), folds)) {
        Some(Drawn::Tag(tag)) => tag,
        _ => instead(state),
    }
}

/// What stands above the page; nothing until the rest of the program is here.
pub fn dialog(state: State, dialog: Dialog) -> Option<Tag> {
    match drawn_now(state, || Asked::Dialog(dialog)) {
        Some(Drawn::Tag(tag)) => Some(tag),
        _ => None,
    }
}

/// A view that shows passage `n`, or words of it, for a link that finds them again; without the rest of the
/// program, one that goes by the passage's id alone.
pub fn view_of(state: State, n: usize, span: Option<Range<usize>>) -> ViewState {
    // Asked for by a click, which follows nothing.
    let is_here = state.rest.get_untracked() == Rest::Here;
    match is_here.then(|| now(Asked::ViewOf(state, n, span))).flatten() {
        Some(Drawn::State(view)) => *view,
        _ => read_at(&ViewState::default(), &state.passage_id(n)),
    }
}

/// What passage `other` says otherwise than `n`, which says nearly the same, in bytes of its text; nothing
/// without the rest of the program.
pub fn differences(state: State, n: usize, other: usize) -> Option<Vec<Range<usize>>> {
    match drawn_now(state, || Asked::Differences(n, other)) {
        Some(Drawn::Spans(spans)) => Some(spans),
        _ => None,
    }
}

/// The years of the results, as a strip; nothing until it is here, as the years themselves are listed.
pub fn year_strip(state: State) -> Option<Tag> {
    match drawn_now(state, || Asked::YearStrip) {
        Some(Drawn::Tag(tag)) => Some(tag),
        _ => None,
    }
}

/// Brings back what the reader put aside in earlier visits.
pub fn restore(state: State) {
    drawn_now(state, || Asked::Restore(state));
}

/// Has what is searched from now on searched with the thesaurus too.
pub fn search_with_thesaurus(state: State) {
    drawn_now(state, || Asked::Thesaurus(state));
}

/// Saves the results as a file.
pub fn save_results(state: State, format: Format) {
    if drawn_now(state, || Asked::Save(state, format)).is_none() {
        state.toast.set(Some(state.words().part_missing));
    }
}

/// The one way into the rest of the program: each has a state of its own, and would have to be waited for by
/// itself.
#[wasm_split(views, fallible, preload(fetch_rest))]
fn draw(asked: Asked) -> Result<Drawn, SplitLoaderError> {
    Ok(match asked {
        Asked::View(View::Timeline) => Drawn::View(timeline()),
        Asked::View(View::Figures) => Drawn::View(figures()),
        Asked::View(View::Matrix) => Drawn::View(matrix()),
        Asked::View(View::Concordance) => Drawn::View(concordance()),
        Asked::View(View::Terms) => Drawn::View(terms()),
        Asked::View(View::Framework) => Drawn::View(framework()),
        Asked::View(View::Clippings) => Drawn::View(clippings::clippings()),
        Asked::View(View::Actors) => Drawn::View(actors()),
        Asked::Overview => Drawn::View(overview()),
        Asked::View(View::Method) => Drawn::View(method()),
        // These are drawn elsewhere.
        Asked::View(View::Browse | View::Read) => Drawn::Nothing,
        Asked::Document(document) => Drawn::View(read(document)),
        Asked::Evidence(n, theme, folds) => {
            Drawn::Tag(draw_evidence(State::expect(), n, &theme, folds))
        }
        Asked::Differences(n, other) => {
            Drawn::Spans(appendix().differences.between(n, other).collect())
        }
        Asked::ViewOf(state, n, span) => {
            Drawn::State(anchor::view_of(state.corpus, n, span).into())
        }
        Asked::Dialog(Dialog::Keys) => Drawn::Tag(keys(State::expect())),
        Asked::Dialog(Dialog::Share) => Drawn::Tag(share(State::expect())),
        Asked::Dialog(Dialog::Cite(n)) => Drawn::Tag(cite(State::expect(), n)),
        Asked::YearStrip => draw_year_strip(State::expect()).map_or(Drawn::Nothing, Drawn::Tag),
        Asked::Restore(state) => {
            clippings::restore(state);
            Drawn::Nothing
        }
        Asked::Thesaurus(state) => {
            bring_thesaurus();
            state.has_thesaurus.set(true);
            Drawn::Nothing
        }
        Asked::Save(state, format) => {
            state.answer.with_untracked(|answer| takeaway::save_results(state, format, answer));
            Drawn::Nothing
        }
    })
}

/// What the rest of the program draws, once it is here.
fn when_here(asked: impl Fn() -> Asked + Send + 'static) -> AnyView {
    let state = State::expect();
    live(move || match drawn_now(state, &asked) {
        Some(Drawn::View(view)) => view,
        _ => drawn(move || instead(state)),
    })
    .into_any()
}

/// What it draws, if it is here: then nothing is left to wait for.
fn drawn_now(state: State, asked: impl FnOnce() -> Asked) -> Option<Drawn> {
    if state.rest.get() == Rest::Here { now(asked()) } else { None }
}

fn now(asked: Asked) -> Option<Drawn> {
    match pin!(draw(asked)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn.ok(),
        Poll::Pending => None,
    }
}

/// What stands for a part of the page that is not here.
fn instead(state: State) -> Tag {
    let words = state.words();
    if state.rest.get() == Rest::Coming {
        return tag("p", &[("class", "part"), ("role", "status")]).text(words.part_coming);
    }
    // What is here stays, and the reader may try again.
    let said = tag("p", &[]).text(words.part_missing);
    let again = button("", words.try_again, move || fetch(state));
    tag("div", &[("class", "part"), ("role", "alert")]).with(said).with(again)
}
