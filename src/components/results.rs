//! What was found? Passages under their documents, the words that matched marked.

use leptos::prelude::*;
use vitrine_search::{Marker, Request, Results};

use super::drawing::{Tag, button, drawn, link, tag};
use super::empty::empty;
use super::href;
use super::passage_card::passage_card;
use crate::browser::timers;
use crate::state::folds::PassageFolds;
use crate::state::intent::read_document;
use crate::state::listing::{Row, rows};
use crate::state::view_state::ViewState;
use crate::state::{Stage, State};

/// How many passages are drawn at once: a screen has no more. The reader can act once they stand; of the others
/// some follow in each frame.
const SCREEN: usize = 4;

/// How many more with each frame.
const STEP: usize = 7;

/// How many passages are drawn, and how many more each time a reader asks.
const PAGE: usize = 25;

/// The results.
pub fn result_list() -> AnyView {
    let state = State::expect();
    let folds = RwSignal::new(PassageFolds::default());
    let limit = RwSignal::new(SCREEN);
    Effect::new(move |_| {
        // Another question begins at its first answers again.
        let question = state.request.get();
        limit.set(SCREEN);
        timers::after_frame(move || fill(state, limit, question));
    });
    let all = Memo::new(move |_| {
        let sort = state.request.with(|request| request.sort);
        let document_of = |passage: usize| state.passage(passage).document.to_native() as usize;
        state.answer.with(|answer| rows(&answer.hits, sort, document_of))
    });
    let is_listed = Memo::new(move |_| state.stage.get() >= Stage::Results);
    drawn(move || {
        if !is_listed.get() {
            return Vec::new();
        }
        let (answer, view, shown) = (state.answer.get(), state.view.read(), limit.get());
        let mut results = tag("div", &[("class", "results")]);
        results.push_all(draw(state, &view, &answer, first(&all.read(), shown), folds));
        let left = answer.hits.len().saturating_sub(shown.max(PAGE)).min(PAGE);
        let more = (left > 0).then(|| {
            let more = move || limit.update(|limit| *limit += PAGE);
            button("more", (state.words().show_more)(left), more)
        });
        let nothing = answer.hits.is_empty().then(|| empty(state, &view, &answer));
        [Some(results), more, nothing].into_iter().flatten().collect::<Vec<Tag>>()
    })
}

/// Draws more passages, until there is a page of them or something else is asked for.
fn fill(state: State, limit: RwSignal<usize>, question: Request) {
    let is_asked = state.request.with_untracked(|request| *request == question);
    let drawn = limit.try_get_untracked().unwrap_or(PAGE);
    if is_asked && drawn < PAGE {
        limit.set((drawn + STEP).min(PAGE));
        timers::after_frame(move || fill(state, limit, question));
    }
}

/// The rows up to the passage at which the page stops for now.
fn first(rows: &[Row], limit: usize) -> &[Row] {
    let is_passage = |row: &Row| matches!(row, Row::Passage(_));
    let passages = rows.iter().enumerate().filter(|(_, row)| is_passage(row));
    let end = passages.map(|(n, _)| n + 1).nth(limit.saturating_sub(1)).unwrap_or(rows.len());
    &rows[..end]
}

fn draw(
    state: State,
    view: &ViewState,
    answer: &Results,
    rows: &[Row],
    folds: RwSignal<PassageFolds>,
) -> Vec<Tag> {
    let marker = Marker::new(state.corpus, &answer.reading);
    let mut drawn = Vec::with_capacity(rows.len());
    for &row in rows {
        // Even keys are passages', odd ones those of the documents that begin with them.
        drawn.push(match row {
            Row::Document { document, passages, first } => {
                document_row(state, view, document, passages).keyed(2 * first + 1)
            }
            Row::Passage(n) => passage_card(state, view, &marker, n, folds).keyed(2 * n),
        });
    }
    drawn
}

/// The heading above a document's passages.
fn document_row(state: State, view: &ViewState, document: usize, passages: usize) -> Tag {
    let about = &state.corpus.documents[document];
    let (lang, name) = about.title.get(state.tag()).unwrap_or_default();
    let read = link(href(&read_document(view, &about.id))).set("lang", lang).text(name);
    let mut facts = tag("p", &[]);
    if let Some(date) = about.date.as_deref() {
        facts = facts.with(tag("time", &[]).set("datetime", date).text(date)).text(" · ");
    }
    tag("div", &[("class", "document-row")])
        .with(tag("h2", &[]).with(read))
        .with(facts.text((state.words().passages_here)(passages)))
}
