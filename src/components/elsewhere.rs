//! Where else is it told? The other witnesses of what a passage tells of, and passages that say
//! something alike.

use std::ops::Range;

use vitrine_corpus::model::{ArchivedDate, ArchivedEvent, Similar, SimilarKind};
use vitrine_corpus::text;

use super::drawing::{Tag, link, tag};
use super::href;
use crate::state::State;
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;
use crate::views::later;

/// How much of another passage is quoted, in characters.
const QUOTED: usize = 90;

/// What else the corpus says of what passage `n` tells, folded away; with `is_named` only that there is something.
pub fn elsewhere(state: State, view: &ViewState, n: usize, is_named: bool) -> Option<Tag> {
    let events = events(state, n);
    let similar: Vec<Similar> = state.corpus.similar_to(n).collect();
    if events.is_empty() && similar.is_empty() {
        return None;
    }
    let summary = tag("summary", &[]).text(state.words().told_elsewhere);
    let mut details =
        tag("details", &[("class", "elsewhere")]).set("lang", state.tag()).with(summary);
    if is_named {
        return Some(details);
    }
    for (date, event) in events {
        details = details.with_all(witnesses(state, view, n, date, event));
    }
    if !similar.is_empty() {
        let similar = similar.into_iter().map(|similar| alike(state, view, n, similar)).collect();
        details.push(tag("p", &[]).text(state.words().something_alike));
        details.push(tag("ul", &[]).with_all(similar));
    }
    Some(details)
}

/// The events that passage `n` tells of and others too, each with the date that it gives.
fn events(state: State, n: usize) -> Vec<(&'static ArchivedDate, &'static ArchivedEvent)> {
    let mut told: Vec<u32> = Vec::new();
    let mut events = Vec::new();
    for date in state.passage(n).dates().iter() {
        let Some(place) = date.event.as_ref().map(|event| event.to_native()) else { continue };
        let event = &state.corpus.events[place as usize];
        let is_shared = event.witnesses.iter().any(|witness| witness.passage != n as u32);
        if is_shared && !told.contains(&place) {
            told.push(place);
            events.push((date, event));
        }
    }
    events
}

/// A passage that says something like what passage `n` says.
fn alike(state: State, view: &ViewState, n: usize, similar: Similar) -> Tag {
    let Similar { passage: other, kind, .. } = similar;
    let other = other as usize;
    let how = match kind {
        SimilarKind::NearCopy => state.words().nearly_the_same,
        SimilarKind::Echo => state.words().partly_the_same,
        SimilarKind::Kin => "",
    };
    let mut item = tag("li", &[]);
    if !how.is_empty() {
        item = item.with(tag("em", &[]).text(how)).text(" ");
    }
    // Without the rest of the program, a quote like the others.
    let differences = (kind != SimilarKind::Kin).then(|| later::differences(state, n, other));
    match differences.flatten() {
        Some(spans) if !spans.is_empty() => otherwise(item, state, view, other, &spans),
        _ => quoted(item, state, view, other, None),
    }
}

/// The other witnesses of an event, each with its own date where dates differ.
fn witnesses(
    state: State,
    view: &ViewState,
    n: usize,
    own: &'static ArchivedDate,
    event: &'static ArchivedEvent,
) -> Vec<Tag> {
    let time = |date: &'static ArchivedDate| tag("time", &[]).text(&*date.edtf);
    let mut others = Vec::new();
    for witness in event.witnesses.iter().filter(|witness| witness.passage != n as u32) {
        let passage = witness.passage.to_native() as usize;
        let date = &state.passage(passage).dates()[witness.date.to_native() as usize];
        let mut item = tag("li", &[]);
        if date.edtf != own.edtf {
            item = item.with(time(date)).text(" ");
        }
        others.push(quoted(item, state, view, passage, Some(witness.clause.range())));
    }
    let mut head = tag("p", &[]).with(time(own)).text(" ");
    if !event.agrees {
        head = head.with(tag("strong", &[]).text(state.words().dated_differently));
    }
    vec![head, tag("ul", &[]).with_all(others)]
}

/// An element with all of another passage behind what is inside, in which is marked what passage `n` does not say.
fn otherwise(
    inside: Tag,
    state: State,
    view: &ViewState,
    other: usize,
    spans: &[Range<usize>],
) -> Tag {
    let whole = state.text(other);
    let mut words = link(href(&read_at(view, &state.passage_id(other))));
    let mut shown = 0;
    for span in spans {
        words = words.text(text::part(&whole, shown..span.start));
        words.push(tag("ins", &[]).text(text::part(&whole, span.clone())));
        shown = span.end;
    }
    let words =
        words.text(text::part(&whole, shown..whole.len())).set("lang", state.passage_lang(other));
    let legend = tag("small", &[]).text(state.words().underlined_differs);
    inside.with(legend).text(" ").with(words).text(" ").with(whose(state, other))
}

/// The title of a passage's document.
fn whose(state: State, n: usize) -> Tag {
    let document = &state.corpus.documents[state.passage(n).document.to_native() as usize];
    tag("small", &[]).localized(&document.title, state.tag())
}

/// An element with a link to another passage behind what is inside: a part of its words, or its
/// beginning, and its document.
pub fn quoted(
    inside: Tag,
    state: State,
    view: &ViewState,
    n: usize,
    part: Option<Range<usize>>,
) -> Tag {
    let whole = state.text(n);
    let quoted = text::part(&whole, part.unwrap_or(0..whole.len()));
    let end = quoted.char_indices().nth(QUOTED).map_or(quoted.len(), |(end, _)| end);
    let more = if end < quoted.len() { "…" } else { "" };
    let link = link(href(&read_at(view, &state.passage_id(n)))).set("lang", state.passage_lang(n));
    let link = link.text(text::part(&quoted, 0..end)).text(more);
    inside.with(link).text(" ").with(whose(state, n))
}
