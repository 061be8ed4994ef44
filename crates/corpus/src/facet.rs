//! By what can passages be narrowed? The one list of facets, and how the image holds their values.
//!
//! [`FACETS`] feeds the image's writer, the counts, the panel beside the results, the links and the
//! query language: a facet is added here and filled in the compiler, nowhere else.

use std::sync::Arc;

use rkyv::{Archive, Serialize};

use crate::model::{Concept, Localized};

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
    /// Where each passage's values begin in `of_passage`, and at last where they end.
    pub passage_starts: Vec<u32>,
    /// Values by passage.
    pub of_passage: Vec<u32>,
    /// Where each value's passages begin in `of_value`, and at last where they end.
    pub value_starts: Vec<u32>,
    /// Passages by value, ascending.
    pub of_value: Vec<u32>,
}

impl Facet {
    /// Fills in which passages have which values. `values_of[p]` are the values of passage `p`,
    /// ascending.
    pub fn with_passages(mut self, values_of: &[Vec<u32>]) -> Facet {
        let mut passages_of = vec![Vec::new(); self.values.len()];
        self.passage_starts = vec![0];
        for (passage, values) in values_of.iter().enumerate() {
            for &value in values {
                passages_of[value as usize].push(passage as u32);
                self.of_passage.push(value);
            }
            self.passage_starts.push(self.of_passage.len() as u32);
        }
        self.value_starts = vec![0];
        for passages in passages_of {
            self.of_value.extend(passages);
            self.value_starts.push(self.of_value.len() as u32);
        }
        self
    }
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
        let from = self.passage_starts[passage].to_native() as usize;
        let to = self.passage_starts[passage + 1].to_native() as usize;
        self.of_passage[from..to].iter().map(|value| value.to_native() as usize)
    }

    /// The passages that have a value, ascending.
    pub fn of_value(&self, value: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self.value_starts[value].to_native() as usize;
        let to = self.value_starts[value + 1].to_native() as usize;
        self.of_value[from..to].iter().map(|passage| passage.to_native() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_point_where_they_say() {
        assert_eq!(position("year"), Some(YEAR));
        assert_eq!(position("role"), Some(ROLE));
        assert_eq!(position("nope"), None);
    }
}
