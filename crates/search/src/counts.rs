//! How many would a reader get? Counts of passages and documents, for each value of each facet.

use vitrine_corpus::facet::ArchivedFacet;
use vitrine_corpus::model::ArchivedCorpus;

use crate::bitset::Bitset;
use crate::selection::Filters;
use crate::{Counted, Request};

/// The counts of one facet, in the order of its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// One for each value.
    pub values: Vec<Count>,
    /// The passages that have no value of the facet.
    pub without: Count,
}

/// How many passages, in how many documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Passages.
    pub passages: u32,
    /// Documents they are in.
    pub documents: u32,
}

impl Count {
    /// Counts one more passage, of this document; passages come document by document.
    fn add(&mut self, document: u32, last: &mut u32) {
        self.passages += 1;
        if *last != document {
            *last = document;
            self.documents += 1;
        }
    }
}

/// The passages that pass all filters.
pub(crate) fn passing(found: &Bitset, filters: &Filters) -> Bitset {
    passing_but(found, filters, None)
}

fn passing_but(found: &Bitset, filters: &Filters, but: Option<usize>) -> Bitset {
    let mut passing = found.clone();
    for (facet, filter) in filters.iter().enumerate() {
        if let Some(filter) = filter
            && Some(facet) != but
        {
            passing.intersect(filter);
        }
    }
    passing
}

/// In how many documents the passages are.
pub(crate) fn documents(corpus: &ArchivedCorpus, passages: &Bitset) -> usize {
    let mut last = None;
    // Passages stand document by document, so a document is new whenever it changes.
    passages
        .iter()
        .filter(|&passage| {
            let document = corpus.passages[passage].document.to_native();
            last.replace(document) != Some(document)
        })
        .count()
}

/// The counts of facets where nothing is asked.
pub(crate) fn unasked(corpus: &ArchivedCorpus, counted: Counted) -> Vec<FacetCounts> {
    let of_facet = |(n, facet): (usize, &ArchivedFacet)| {
        if !counted.has(n) {
            return FacetCounts::default();
        }
        let counted = facet.unasked.iter().map(|[passages, documents]| Count {
            passages: passages.to_native(),
            documents: documents.to_native(),
        });
        let mut values: Vec<Count> = counted.collect();
        // Where no passage has any value, nothing was counted.
        let without = values.pop().unwrap_or_default();
        values.resize(facet.values.len(), Count::default());
        FacetCounts { values, without }
    };
    corpus.facets.iter().enumerate().map(of_facet).collect()
}

/// The counts of the facets that a request asks to be counted, each as if it had no selection itself; where a passage
/// must have all values that are chosen, as if one more were.
pub(crate) fn count(
    corpus: &ArchivedCorpus,
    found: &Bitset,
    filters: &Filters,
    request: &Request,
) -> Vec<FacetCounts> {
    let all = passing(found, filters);
    corpus
        .facets
        .iter()
        .enumerate()
        .map(|(n, facet)| {
            if !request.counted.has(n) {
                return FacetCounts::default();
            }
            let others;
            let base = if filters[n].is_some() && !request.selection.facets[n].narrows() {
                others = passing_but(found, filters, Some(n));
                &others
            } else {
                &all
            };
            let mut values = vec![Count::default(); facet.values.len()];
            let mut without = Count::default();
            if facet.is_unused() {
                return FacetCounts { values, without };
            }
            let mut last_document = vec![u32::MAX; facet.values.len()];
            let mut last_without = u32::MAX;
            for passage in base.iter() {
                let document = corpus.passages[passage].document.to_native();
                let mut has_none = true;
                for value in facet.of_passage(passage) {
                    has_none = false;
                    values[value].add(document, &mut last_document[value]);
                }
                if has_none {
                    without.add(document, &mut last_without);
                }
            }
            FacetCounts { values, without }
        })
        .collect()
}
