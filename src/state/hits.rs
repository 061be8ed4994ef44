//! Which passages of the document that is read were searched for, and which comes next?

use leptos::prelude::*;
use vitrine_corpus::facet::DOCUMENT;
use vitrine_corpus::order;

use super::State;
use super::intent::{Intent, read_document};
use super::view_state::ViewState;

/// The hits of a document, as places to step through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    /// How many there are.
    pub all: usize,
    /// Which of them is pointed at, counted from 0.
    pub now: Option<usize>,
    /// The passage of the hit before the place that is pointed at.
    pub before: Option<usize>,
    /// The passage of the hit behind it, or of the first where nothing is pointed at.
    pub after: Option<usize>,
}

impl Steps {
    /// The steps among these passages, which stand in the order of the text, from the one pointed at.
    fn of(passages: &[usize], at: Option<usize>) -> Steps {
        let is_before = |passage: &&usize| at.is_some_and(|at| **passage < at);
        let is_after = |passage: &&usize| at.is_none_or(|at| **passage > at);
        Steps {
            all: passages.len(),
            now: at.and_then(|at| passages.iter().position(|&passage| passage == at)),
            before: passages.iter().rev().find(is_before).copied(),
            after: passages.iter().find(is_after).copied(),
        }
    }
}

/// Whether more is asked for than a document.
fn is_asked(view: &ViewState) -> bool {
    !view.query.is_empty() || view.filters().any(|filter| filter.facet != DOCUMENT)
}

/// The passages of a document that are asked for, in the order of the text, where any are asked for.
pub fn found(state: State, document: usize) -> Option<Vec<usize>> {
    state.view.with(is_asked).then(|| {
        let range = state.corpus.passages_of(document);
        state.answer.with(|answer| {
            let passages = answer.hits.iter().map(|hit| hit.passage);
            order::places(passages.filter(|passage| range.contains(passage)))
        })
    })
}

/// The passages of a document that is not the one chosen that are asked for as this one's are, in the order of
/// the text, where any are asked for.
pub fn found_beside(state: State, document: usize) -> Option<Vec<usize>> {
    let asked = state.view.with(|view| {
        is_asked(view).then(|| {
            let id = &state.corpus.documents[document].id;
            state.request_of(&read_document(view, id))
        })
    })?;
    let answer = state.search(&asked);
    Some(order::places(answer.hits.iter().map(|hit| hit.passage)))
}

/// The hits of a document; none where nothing is asked for.
pub fn hits(state: State, document: usize) -> Steps {
    let Some(passages) = found(state, document) else {
        return Steps::default();
    };
    let at = state.view.with(|view| state.corpus.passage_by_id(view.at.as_deref()?));
    Steps::of(&passages, at)
}

/// Points at a passage of the document that is read.
pub fn go_to_passage(state: State, passage: usize) {
    state.go(Intent::PointAt(state.passage_id(passage)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_leads_from_hit_to_hit_and_from_between_them() {
        let of = |at| Steps::of(&[3, 5, 9], at);
        assert_eq!(of(None), Steps { all: 3, now: None, before: None, after: Some(3) });
        assert_eq!(of(Some(5)), Steps { all: 3, now: Some(1), before: Some(3), after: Some(9) });
        assert_eq!(of(Some(6)), Steps { all: 3, now: None, before: Some(5), after: Some(9) });
        assert_eq!(of(Some(9)).after, None);
        assert_eq!(Steps::of(&[], Some(1)), Steps::default());
    }
}
