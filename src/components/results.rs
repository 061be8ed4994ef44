//! What was found? Passages under their documents, the words that matched marked.

use leptos::prelude::*;
use vitrine_search::{Marker, Request, Results};

use super::drawing::{Tag, button, drawn, link, tag};
use super::empty::empty;
use super::href;
use super::live::{follow, live};
use super::passage_card::passage_card;
use crate::browser::{scroll, timers};
use crate::state::folds::PassageFolds;
use crate::state::fragment::LinkNote;
use crate::state::intent::read_document;
use crate::state::listing::{Row, rows};
use crate::state::view_state::ViewState;
use crate::state::{Rest, Stage, State};

/// How many passages are drawn, and how many more each time a reader asks.
const PAGE: usize = 25;

/// How many passages are drawn when. A screen has no more than the first of them, and the reader can act once they
/// stand; some follow in each frame, until there is a page of them, and the others once the reader asks.
const STEPS: [usize; 5] = [4, 11, 18, PAGE, usize::MAX];

/// The results.
pub fn result_list() -> AnyView {
    let state = State::expect();
    let folds = RwSignal::new(PassageFolds::default());
    // Where the reader comes back to them, as many are there as were.
    let before = state.request.with_untracked(|question| {
        state.seen.with_value(|seen| (seen.question == *question).then_some(seen.passages))
    });
    let limit = RwSignal::new(before.map_or(STEPS[0], |passages| passages.max(STEPS[0])));
    follow(move |is_first| {
        // Another question begins at its first answers again.
        let question = state.request.get();
        if !is_first {
            limit.set(STEPS[0]);
        }
        timers::after_frame(move || fill(state, limit, question));
    });
    follow(move |_| {
        let (question, passages) = (state.request.get(), limit.get());
        state.seen.update_value(|seen| (seen.question, seen.passages) = (question, passages));
    });
    if before.is_some_and(|passages| passages > 0) {
        // The browser knows how far the page was scrolled, but not how high is what is not drawn yet.
        match state.seen.with_value(|seen| seen.at.clone()) {
            Some(at) => scroll::hold(at),
            None => scroll::to_top(None),
        }
    }
    let scrolled = move || {
        let at = scroll::held();
        state.seen.update_value(|seen| seen.at = at);
    };
    let watch = StoredValue::new_local(scroll::watch(scrolled));
    on_cleanup(move || drop(watch.try_update_value(Option::take)));
    point_at(state, limit);
    let pages = Memo::new(move |_| limit.get().div_ceil(PAGE));
    let listed = Memo::new(move |_| rows_down_to(state, pages.get() * PAGE));
    let is_listed = Memo::new(move |_| state.stage.get() >= Stage::Results);
    let stands = Memo::new(move |_| state.stage.get() == Stage::Standing);
    let results = live(move || {
        is_listed.get().then(|| {
            // Each step is drawn by itself, so that what stands before it is not drawn again.
            let froms = [0].into_iter().chain(STEPS);
            let steps = froms.zip(STEPS).map(|(from, to)| {
                let to = Memo::new(move |_| limit.get().clamp(from, to));
                drawn(move || {
                    let (answer, view, to) = (state.answer.get(), state.view.read(), to.get());
                    // What is folded away in the first of them follows.
                    stands.track();
                    draw(state, &view, &answer, between(&listed.read(), from, to), folds)
                })
            });
            view! { <div class="results">{steps.collect::<Vec<_>>()}</div> }
        })
    });
    let end = drawn(move || {
        let (answer, view, shown) = (state.answer.get(), state.view.read(), limit.get());
        let left = answer.hits.len().saturating_sub(shown.max(PAGE)).min(PAGE);
        let more = (left > 0).then(|| {
            let more = move || limit.update(|limit| *limit += PAGE);
            button("more", (state.words().show_more)(left), more)
        });
        let nothing = answer.hits.is_empty().then(|| empty(state, &view, &answer));
        let is_listed = is_listed.get();
        [more, nothing].into_iter().flatten().filter(|_| is_listed).collect::<Vec<Tag>>()
    });
    vec![results.into_any(), end].into_any()
}

/// The rows of the results, down to the `most`th passage.
fn rows_down_to(state: State, most: usize) -> Vec<Row> {
    let sort = state.request.with(|request| request.sort);
    let document_of = |passage: usize| state.passage(passage).document.to_native() as usize;
    state.answer.with(|answer| rows(&answer.hits, sort, most, document_of))
}

/// Goes to the passage that a link points at among the results, which are drawn as far as it; says so if it is none of
/// them.
fn point_at(state: State, limit: RwSignal<usize>) {
    let pointed = Memo::new(move |_| {
        let at = state.view.with(|view| view.at.clone())?;
        let passage = state.corpus.passage_by_id(&at)?;
        let all = rows_down_to(state, usize::MAX);
        let mut listed = all.into_iter().filter(|row| matches!(row, Row::Passage(_)));
        Some((at, listed.position(|row| row == Row::Passage(passage))))
    });
    let stands = Memo::new(move |_| state.stage.get() >= Stage::Standing);
    follow(move |_| match pointed.get() {
        Some((at, Some(place))) if stands.get() => {
            let is_other = |note: &LinkNote| *note != LinkNote::NotAmongResults(at.clone());
            if !state.link_notes.with_untracked(|notes| notes.iter().all(is_other)) {
                state.link_notes.update(|notes| notes.retain(is_other));
            }
            let needed = (place + 1).next_multiple_of(PAGE);
            limit.update(|limit| *limit = needed.max(*limit));
            scroll::to_result(&at);
        }
        // The reader's clippings, and then the thesaurus, may bring it yet.
        Some((at, None)) if state.has_thesaurus.get() || state.rest.get() == Rest::Missing => {
            let note = LinkNote::NotAmongResults(at);
            if state.link_notes.with_untracked(|notes| !notes.contains(&note)) {
                state.link_notes.update(|notes| notes.push(note));
            }
        }
        _ => {}
    });
}

/// Draws more passages, until there is a page of them or something else is asked for.
fn fill(state: State, limit: RwSignal<usize>, question: Request) {
    if state.stage.get_untracked() < Stage::Standing {
        return timers::after_frame(move || fill(state, limit, question));
    }
    let is_asked = state.request.with_untracked(|request| *request == question);
    let drawn = limit.try_get_untracked().unwrap_or(PAGE);
    let next = STEPS.into_iter().find(|&step| step > drawn && step <= PAGE);
    if let Some(next) = next.filter(|_| is_asked) {
        limit.set(next);
        timers::after_frame(move || fill(state, limit, question));
    }
}

/// The rows behind the `from`th passage, down to the `to`th.
fn between(rows: &[Row], from: usize, to: usize) -> &[Row] {
    let ends = rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Passage(_)));
    let behind = |n: usize| match n.checked_sub(1) {
        None => 0,
        Some(last) => ends.clone().nth(last).map_or(rows.len(), |(n, _)| n + 1),
    };
    &rows[behind(from)..behind(to)]
}

fn draw(
    state: State,
    view: &ViewState,
    answer: &Results,
    rows: &[Row],
    folds: RwSignal<PassageFolds>,
) -> Vec<Tag> {
    if rows.is_empty() {
        // A step that is still to come: to know what is marked takes time at each key.
        return Vec::new();
    }
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
