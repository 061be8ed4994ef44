//! What is an event? A date with what happened, who took part, and the passages that say so.

use rkyv::{Archive, Serialize};

use super::{ConceptRef, Span};

/// Something that happened, as one or more passages tell it.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Event {
    /// When, as the most precise witness says it (EDTF).
    pub edtf: String,
    /// The first day that can mean, as the number `yyyymmdd`.
    pub first_day: i32,
    /// The last day that can mean, as the number `yyyymmdd`.
    pub last_day: i32,
    /// Whether the witnesses' dates can all be true: one may be more precise than another.
    pub agrees: bool,
    /// Who the witnesses say took part, named by most of them first.
    pub who: Vec<ConceptRef>,
    /// Who tells of it: the most precise first, then in the order of the corpus.
    pub witnesses: Vec<Witness>,
}

/// A passage that tells of an event.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Witness {
    /// Index into [`Corpus::passages`](super::Corpus::passages).
    pub passage: u32,
    /// Index into [`Passage::dates`](super::Passage::dates).
    pub date: u32,
    /// The words that tell of it, the date's own among them.
    pub clause: Span,
}
