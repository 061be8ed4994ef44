//! What was found? Passages under their documents, the words that matched marked.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_search::marks;

use super::live::{click, live, text};
use super::passage_card::PassageCard;
use super::{Empty, href};
use crate::state::State;
use crate::state::intent::read_document;
use crate::state::listing::{Row, rows};

/// How many passages are drawn at first, and how many more each time a reader asks.
const PAGE: usize = 25;

/// A row with what changes its looks; rows that look the same stay as they are.
#[derive(Clone)]
struct Shown {
    row: Row,
    marks: Vec<Range<usize>>,
}

impl Shown {
    fn key(&self) -> (usize, usize, Vec<usize>) {
        match self.row {
            Row::Document { passages, first, .. } => (0, first, vec![passages]),
            Row::Passage(n) => {
                (1, n, self.marks.iter().flat_map(|mark| [mark.start, mark.end]).collect())
            }
        }
    }
}

/// The results.
#[component]
pub fn ResultList() -> impl IntoView {
    let state = State::expect();
    let limit = RwSignal::new(PAGE);
    Effect::new(move |_| {
        // Another question begins at its first answers again.
        state.request.track();
        limit.set(PAGE);
    });
    let all = Memo::new(move |_| {
        let sort = state.request.with(|request| request.sort);
        let document_of = |passage: usize| state.passage(passage).document.to_native() as usize;
        state.answer.with(|answer| rows(&answer.hits, sort, document_of))
    });
    let shown = move || first(state, &all.read(), limit.get());
    let left = move || state.answer.with(|answer| answer.hits.len().saturating_sub(limit.get()));
    let more = move || {
        let left = left().min(PAGE);
        (left > 0).then(|| {
            let more = click(move || limit.update(|limit| *limit += PAGE));
            view! {
                <button type="button" class="more" on:click=more>
                    {(state.words().show_more)(left)}
                </button>
            }
        })
    };
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    view! {
        <div class="results">
            <For each=shown key=Shown::key children=move |shown| draw(shown) />
        </div>
        {live(more)}
        {live(move || is_empty.get().then(Empty))}
    }
}

/// The rows up to the passage at which the page stops for now.
fn first(state: State, rows: &[Row], limit: usize) -> Vec<Shown> {
    let answer = state.answer.get();
    let mut passages = 0;
    rows.iter()
        .take_while(|row| {
            passages += usize::from(matches!(row, Row::Passage(_)));
            passages <= limit
        })
        .map(|&row| match row {
            Row::Document { .. } => Shown { row, marks: Vec::new() },
            Row::Passage(n) => Shown { row, marks: marks(state.corpus, &answer.reading, n) },
        })
        .collect()
}

fn draw(shown: Shown) -> AnyView {
    match shown.row {
        Row::Document { document, passages, .. } => {
            view! { <DocumentRow document passages /> }.into_any()
        }
        Row::Passage(n) => view! { <PassageCard n marks=shown.marks /> }.into_any(),
    }
}

/// The heading above a document's passages.
#[component]
fn DocumentRow(document: usize, passages: usize) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let about = &state.corpus.documents[document];
    let title = about.title.get(state.tag());
    let (name, lang) = title.map_or(("", ""), |(lang, text)| (text, lang));
    let id: &'static str = &about.id;
    let date = about.date.as_deref();
    let read = move || state.view.with(|view| href(&read_document(view, id)));
    view! {
        <div class="document-row">
            <h2><a href=text(read) lang=lang>{name}</a></h2>
            <p>
                {date.map(|date| view! { <time datetime=date>{date}</time> " · " })}
                {(words.passages_here)(passages)}
            </p>
        </div>
    }
}
