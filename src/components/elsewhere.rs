//! Where else is it told? The other witnesses of what a passage tells of, and passages that say
//! something alike.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_corpus::model::{ArchivedDate, ArchivedEvent, SimilarKind};

use super::href;
use super::live::text;
use crate::state::State;
use crate::state::intent::read_at;

/// How much of another passage is quoted, in characters.
const QUOTED: usize = 90;

/// What else the corpus says of what passage `n` tells, folded away.
#[component]
pub fn Elsewhere(
    /// Which passage.
    n: usize,
) -> impl IntoView {
    let state = State::expect();
    let mut told: Vec<u32> = Vec::new();
    let mut parts: Vec<AnyView> = Vec::new();
    for date in state.passage(n).dates.iter() {
        let Some(event) = date.event.as_ref().map(|event| event.to_native()) else { continue };
        if !told.contains(&event) {
            told.push(event);
            parts.extend(witnesses(state, n, date, &state.corpus.events[event as usize]));
        }
    }
    let similar: Vec<AnyView> = state
        .corpus
        .similar(n)
        .map(|(other, _, kind)| {
            let how = match kind {
                SimilarKind::Repeat => state.words().nearly_the_same,
                SimilarKind::Echo => state.words().partly_the_same,
                SimilarKind::Kin => "",
            };
            let how = (!how.is_empty()).then(|| view! { <em>{how}</em> " " }.into_any());
            view! { <li>{how} {quoted_passage(state, other, None)}</li> }.into_any()
        })
        .collect();
    if !similar.is_empty() {
        let alike = state.words().something_alike;
        parts.push(view! { <p>{alike}</p><ul>{similar}</ul> }.into_any());
    }
    (!parts.is_empty()).then(|| {
        view! {
            <details class="elsewhere" lang=state.tag()>
                <summary>{state.words().told_elsewhere}</summary>
                {parts}
            </details>
        }
        .into_any()
    })
}

/// The other witnesses of an event, if there are any; each with its own date where dates differ.
fn witnesses(
    state: State,
    n: usize,
    own: &'static ArchivedDate,
    event: &'static ArchivedEvent,
) -> Option<AnyView> {
    let words = state.words();
    let others = event.witnesses.iter().filter(|witness| witness.passage != n as u32);
    let others: Vec<AnyView> = others
        .map(|witness| {
            let passage = witness.passage.to_native() as usize;
            let date = &state.passage(passage).dates[witness.date.to_native() as usize];
            let date = (date.edtf != own.edtf).then(|| {
                let edtf: &'static str = &date.edtf;
                view! { <time>{edtf}</time> " " }.into_any()
            });
            view! { <li>{date} {quoted_passage(state, passage, Some(witness.clause.range()))}</li> }
                .into_any()
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    let edtf: &'static str = &own.edtf;
    let differ =
        (!event.agrees).then(|| view! { <strong>{words.dated_differently}</strong> }.into_any());
    Some(view! { <p><time>{edtf}</time> " " {differ}</p><ul>{others}</ul> }.into_any())
}

/// A link to another passage: a part of its words, or its beginning, and its document.
pub fn quoted_passage(state: State, n: usize, part: Option<Range<usize>>) -> AnyView {
    let passage = state.passage(n);
    let id: &'static str = &passage.id;
    let whole: &'static str = &passage.text;
    let quoted = &whole[part.unwrap_or(0..whole.len())];
    let end = quoted.char_indices().nth(QUOTED).map_or(quoted.len(), |(end, _)| end);
    let more = if end < quoted.len() { "…" } else { "" };
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let title = document.title.text(state.tag());
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    view! {
        <a href=text(read) lang=state.passage_lang(n)>{&quoted[..end]} {more}</a>
        " "
        <small>{title}</small>
    }
    .into_any()
}
