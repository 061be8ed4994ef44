//! By what can passages be narrowed? The one list of facets, and how the image holds their values.
//!
//! [`FACETS`] feeds the image's writer, the counts, the panel beside the results, the links and the
//! query language: a facet is added here and filled in the compiler, nowhere else.

use std::sync::Arc;

use rkyv::{Archive, Serialize};

use crate::image::crc32;
use crate::model::{Concept, Localized, Postings};
use crate::packed::Narrow;

/// A facet: its name and what its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetKind {
    /// Name in links and in the query language. Once published it never changes.
    pub id: &'static str,
    /// Where its values come from.
    pub source: Source,
}

/// Where a facet's values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The concept scheme of the same id.
    Scheme,
    /// The document a passage is in.
    Document,
    /// The language a passage is written in.
    Language,
    /// The years of the dates a passage names.
    Year,
    /// The passage's role; a repeat has [`REPEAT`] instead of its own.
    Role,
}

/// The facets, in the order in which the page shows them and links name them.
pub const FACETS: [FacetKind; 8] = [
    FacetKind { id: "theme", source: Source::Scheme },
    FacetKind { id: "level", source: Source::Scheme },
    FacetKind { id: "actor", source: Source::Scheme },
    FacetKind { id: "person", source: Source::Scheme },
    FacetKind { id: "doc", source: Source::Document },
    FacetKind { id: "lang", source: Source::Language },
    FacetKind { id: "year", source: Source::Year },
    FacetKind { id: "role", source: Source::Role },
];

/// The place of the facet `id` in [`FACETS`].
pub fn position(id: &str) -> Option<usize> {
    FACETS.iter().position(|facet| facet.id == id)
}

/// The place of the theme facet in [`FACETS`].
pub const THEME: usize = 0;

/// The place of the level facet in [`FACETS`].
pub const LEVEL: usize = 1;

/// The place of the actor facet in [`FACETS`].
pub const ACTOR: usize = 2;

/// The place of the document facet in [`FACETS`].
pub const DOCUMENT: usize = 4;

/// The place of the language facet in [`FACETS`].
pub const LANGUAGE: usize = 5;

/// The place of the year facet in [`FACETS`].
pub const YEAR: usize = 6;

/// The place of the role facet in [`FACETS`].
pub const ROLE: usize = 7;

/// The value of the role facet that a repeat has.
pub const REPEAT: &str = "repeat";

/// Roles that stay out of results and counts unless a reader asks for them.
pub const HIDDEN_ROLES: [&str; 2] = [REPEAT, "boilerplate"];

/// A facet's values and the passages that have them, both ways round.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Facet {
    /// As in [`FacetKind::id`].
    pub id: String,
    /// Name by language.
    pub label: Localized,
    /// The values, in the order in which the page shows them where counts are equal.
    pub values: Arc<Vec<Concept>>,
    /// The [`mark`]s of the ids, folded, of further values that the facet's scheme lists and no passage has: one list, or
    /// none.
    pub forgotten: Postings,
    /// Where each passage's values begin in `of_passage`, and at last where they end. Empty where each
    /// passage has one value, and where none has any.
    pub passage_starts: Narrow,
    /// Values by passage.
    pub of_passage: Narrow,
    /// Passages by value.
    pub of_value: Postings,
    /// Of each value, and at last of having none, how many passages in how many documents there are where nothing
    /// is asked. Empty where no passage has any value.
    pub unasked: Vec<[u32; 2]>,
}

/// What is left of an id that only needs to be known again: 28 bits. Of the few thousand that a scheme lists, another word
/// has the same in one case of a hundred thousand.
pub fn mark(folded: &str) -> u32 {
    crc32(folded.as_bytes()) >> 4
}

impl ArchivedFacet {
    /// Whether the facet's scheme lists a value of this id, folded, that no passage has.
    pub fn has_forgotten(&self, folded: &str) -> bool {
        if self.forgotten.bytes.is_empty() {
            return false;
        }
        // Once, not for each of hundreds.
        let own = mark(folded);
        self.forgotten.list(0).any(|forgotten| forgotten == own)
    }
}

impl Facet {
    /// Fills in which passages have which values. `values_of[p]` are the values of passage `p`,
    /// ascending; `document_of[p]` is the document it is in, if it counts where nothing is asked.
    pub fn with_passages(mut self, values_of: &[Vec<u32>], document_of: &[Option<u32>]) -> Facet {
        let mut passages_of = vec![Vec::new(); self.values.len()];
        for (passage, values) in values_of.iter().enumerate() {
            values.iter().for_each(|&value| passages_of[value as usize].push(passage as u32));
        }
        self.of_value = Postings::default();
        passages_of.iter().for_each(|passages| self.of_value.push(passages));
        let ends = values_of.iter().scan(0, |end, values| {
            *end += values.len() as u32;
            Some(*end)
        });
        let starts = match values_of {
            _ if values_of.iter().all(|values| values.len() == 1) => Vec::new(),
            _ if values_of.iter().all(Vec::is_empty) => Vec::new(),
            _ => std::iter::once(0).chain(ends).collect(),
        };
        let of_passage = values_of.concat();
        self.passage_starts = Narrow::of(starts);
        self.of_passage = Narrow::of(of_passage);
        if values_of.iter().any(|values| !values.is_empty()) {
            self.unasked = counts(self.values.len(), values_of, document_of);
        }
        self
    }
}

/// [`Facet::unasked`] of so many values. Passages come document by document.
fn counts(values: usize, values_of: &[Vec<u32>], document_of: &[Option<u32>]) -> Vec<[u32; 2]> {
    let none = [values as u32];
    let mut counts = vec![[0, 0]; values + 1];
    let mut last = vec![None; values + 1];
    for (own, document) in values_of.iter().zip(document_of) {
        if document.is_none() {
            continue;
        }
        for &value in if own.is_empty() { &none[..] } else { own } {
            let ([passages, documents], last) =
                (&mut counts[value as usize], &mut last[value as usize]);
            *passages += 1;
            *documents += u32::from(*last != *document);
            *last = *document;
        }
    }
    counts
}

impl ArchivedFacet {
    /// The place of the value `id`.
    pub fn value(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }

    /// Whether no passage has any of its values.
    pub fn is_unused(&self) -> bool {
        self.of_passage.is_empty()
    }

    /// The values of a passage, ascending.
    pub fn of_passage(&self, passage: usize) -> impl Iterator<Item = usize> + '_ {
        let start = |n: usize| self.passage_starts.get(n);
        let places = match self.passage_starts.is_empty() {
            false => start(passage)..start(passage + 1),
            true if self.is_unused() => 0..0,
            true => passage..passage + 1,
        };
        places.map(|n| self.of_passage.get(n))
    }

    /// The passages that have a value, ascending.
    pub fn of_value(&self, value: usize) -> impl Iterator<Item = usize> + '_ {
        self.of_value.list(value).map(|passage| passage as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_point_where_they_say() {
        assert_eq!(position("theme"), Some(THEME));
        assert_eq!(position("level"), Some(LEVEL));
        assert_eq!(position("actor"), Some(ACTOR));
        assert_eq!(position("doc"), Some(DOCUMENT));
        assert_eq!(position("lang"), Some(LANGUAGE));
        assert_eq!(position("year"), Some(YEAR));
        assert_eq!(position("role"), Some(ROLE));
        assert_eq!(position("nope"), None);
    }

    /// A facet with so many values, of these passages, and what is read of it once it is written.
    fn is_kept(values: usize, values_of: &[Vec<u32>]) {
        let concept =
            |n: usize| Concept { id: n.to_string(), label: Localized::default(), broader: None };
        let values = Arc::new((0..values).map(concept).collect());
        let facet = Facet { values, ..Facet::default() }
            .with_passages(values_of, &vec![Some(0); values_of.len()]);
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&facet).unwrap();
        let facet = rkyv::access::<ArchivedFacet, rkyv::rancor::Error>(&bytes).unwrap();
        for (passage, values) in values_of.iter().enumerate() {
            let found: Vec<u32> = facet.of_passage(passage).map(|value| value as u32).collect();
            assert_eq!(found, *values, "of passage {passage}");
        }
        for value in 0..facet.values.len() {
            let having = |passage: &usize| values_of[*passage].contains(&(value as u32));
            let expected: Vec<usize> = (0..values_of.len()).filter(having).collect();
            assert_eq!(facet.of_value(value).collect::<Vec<_>>(), expected, "of value {value}");
        }
        assert_eq!(facet.is_unused(), values_of.iter().all(Vec::is_empty));
    }

    #[test]
    fn what_passages_have_comes_back() {
        is_kept(0, &[]);
        is_kept(0, &[vec![], vec![]]);
        is_kept(3, &[vec![], vec![], vec![]]);
        is_kept(3, &[vec![2], vec![0], vec![2]]);
        is_kept(3, &[vec![2], vec![], vec![0]]);
        is_kept(3, &[vec![0, 1, 2], vec![], vec![]]);
        // One each on the average is not one each.
        is_kept(3, &[vec![0, 2], vec![]]);
    }

    #[test]
    fn what_counts_is_counted() {
        let values_of = [vec![0], vec![0, 1], vec![], vec![1], vec![0]];
        let document_of = [Some(0), Some(0), Some(1), None, Some(1)];
        // Of passages 0, 1 and 4, of 1 alone, and of 2 which has none.
        assert_eq!(counts(2, &values_of, &document_of), [[3, 2], [1, 1], [1, 1]]);
    }

    #[test]
    fn a_list_may_be_long() {
        is_kept(65_536, &[vec![65_535], vec![0]]);
        is_kept(65_537, &[vec![65_536], vec![0, 65_535]]);
        // So may all that passages have.
        let many = |passages| [vec![vec![0, 1]; passages], vec![vec![1]]].concat();
        is_kept(2, &many(32_767));
        is_kept(2, &many(32_768));
    }
}
