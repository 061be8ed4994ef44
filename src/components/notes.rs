//! What in the link or in the query could not be taken as it stands?

use std::collections::BTreeSet;

use leptos::prelude::*;
use vitrine_corpus::facet::position;
use vitrine_search::{Note, NoteKind};

use super::drawing::{Tag, button, drawn, tag};
use crate::state::State;

/// Notes about the link and the query, if there are any.
pub fn notes() -> AnyView {
    let state = State::expect();
    let words = state.words();
    drawn(move || {
        let mut of_link: Vec<String> = Vec::new();
        state.link_notes.with(|notes| of_link.extend(notes.iter().map(words.link_note)));
        let dismiss = (!of_link.is_empty()).then(|| {
            let dismiss = button("", words.dismiss, move || state.link_notes.update(Vec::clear));
            tag("li", &[]).with(dismiss)
        });
        let said = |note: &Note| {
            let text = (words.query_note)(&with_label(state, &note.kind));
            if !note.kind.needs_place() {
                return text;
            }
            let character = state.view.with(|view| note.character(&view.query));
            [text, (words.at_character)(character)].concat()
        };
        let of_query = state.answer.with(|answer| answer.reading.notes.iter().map(said).collect());
        // Always there: what comes into it is read out.
        tag("div", &[("aria-live", "polite")])
            .with_some(list(state, of_link).map(|list| list.with_some(dismiss)))
            .with_some(list(state, of_query))
    })
}

/// What there is to say, with a facet called as the page calls it.
fn with_label(state: State, kind: &NoteKind) -> NoteKind {
    let mut kind = kind.clone();
    if let NoteKind::UnknownValue { field, .. }
    | NoteKind::ValueAsWords { field, .. }
    | NoteKind::NearestValue { field, .. } = &mut kind
        && let Some(facet) = position(field)
    {
        *field = state.facet_label(facet).to_ascii_lowercase();
    }
    kind
}

fn list(state: State, notes: Vec<String>) -> Option<Tag> {
    let mut list = tag("ul", &[("class", "notes")]).set("aria-label", state.words().notes);
    let has_any = !notes.is_empty();
    let mut said = BTreeSet::new();
    // A query may have the same fault many times.
    for note in notes.into_iter().filter(|note| said.insert(note.clone())) {
        list.push(tag("li", &[("data-note", "")]).text(note));
    }
    has_any.then_some(list)
}
