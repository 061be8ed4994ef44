//! What is a corpus? The root of the image, and how things are found in it.

use std::borrow::Cow;
use std::ops::Range;

use rkyv::with::Map;
use rkyv::{Archive, Serialize};

use super::{
    ArchivedConcept, ArchivedScheme, Document, Event, Ids, Index, Lexicon, Localized, Passage,
    PassageInImage, Role, Runs, Scheme, Similar,
};
use crate::facet::Facet;
use crate::fold::FoldTable;
use crate::packed::{PackedEvidence, PackedLabel, unpack_labels, unpack_place, unpack_similar};
use crate::unfold::Unfolding;

/// A compiled corpus: the root of the image.
#[derive(Archive, Serialize, Debug)]
pub struct Corpus {
    /// Short name, usable in a file name.
    pub id: String,
    /// Hash over everything the corpus was compiled into; the same input gives the same version.
    pub version: String,
    /// Title by language.
    pub title: Localized,
    /// What the corpus is, in a sentence or two, by language.
    pub description: Localized,
    /// Who owns the texts, by language.
    pub rights: Localized,
    /// Language tags (BCP 47) that passages are written in; [`Passage::lang`] points here.
    pub languages: Vec<String>,
    /// Documents, in the order of their files' names.
    pub documents: Vec<Document>,
    /// All passages, document by document, in the order of the text.
    #[rkyv(with = Map<PassageInImage>)]
    pub passages: Vec<Passage>,
    /// The id of each of them ([`Passage::id`]).
    pub ids: Ids,
    /// The labels of each of them ([`Passage::labels`]).
    pub labels: Runs,
    /// What is like each of them ([`Passage::similar`]).
    pub similar: Runs,
    /// The concept schemes: theme, level, actor, person.
    pub schemes: Vec<Scheme>,
    /// What happened, in the order of time.
    pub events: Vec<Event>,
    /// The facets, in the order of [`crate::facet::FACETS`].
    pub facets: Vec<Facet>,
    /// The folding, cut down to what this corpus can need.
    pub fold: FoldTable,
    /// What it changed in the passages' texts.
    pub unfolding: Unfolding,
    /// Where each character and each word occurs.
    pub index: Index,
    /// What may be said in other words.
    pub lexicon: Lexicon,
}

impl ArchivedCorpus {
    /// The place of the document with this id.
    pub fn document_by_id(&self, id: &str) -> Option<usize> {
        self.documents.iter().position(|document| document.id == id)
    }

    /// The passages of document `n`, as a range of indices.
    pub fn passages_of(&self, n: usize) -> std::ops::Range<usize> {
        self.documents[n].passages()
    }

    /// Whether passage `n` counts as a paragraph of its document: content that was not said before.
    pub fn is_paragraph(&self, n: usize) -> bool {
        let passage = &self.passages[n];
        passage.role.get() == Role::Content && passage.repeats().is_none()
    }

    /// Which paragraph of its document passage `n` is, counted from 1, if it is one.
    pub fn paragraph(&self, n: usize) -> Option<usize> {
        let first = self.documents[self.passages[n].document.to_native() as usize].first_passage;
        let before = (first.to_native() as usize..n).filter(|&n| self.is_paragraph(n));
        self.is_paragraph(n).then(|| before.count() + 1)
    }

    /// The words of passage `n`, as they stand in the source.
    pub fn text(&self, n: usize) -> Cow<'_, str> {
        self.unfolding.text(n, &self.passages[n].folded)
    }

    /// Appends the words that a part of the folded text of passage `n` (bytes) came from, as
    /// [`original_spans`](Self::original_spans) has it.
    pub fn push_original(&self, n: usize, folded: Range<usize>, to: &mut String) {
        self.unfolding.push(n, &self.passages[n].folded, folded, to);
    }

    /// Spans of the folded text of passage `n`, in bytes, as spans of its text. They ascend and do not overlap.
    ///
    /// A span that covers a part of what a character folds to (one letter of a ligature) gives the whole
    /// character.
    pub fn original_spans(&self, n: usize, folded: &[Range<usize>]) -> Vec<Range<usize>> {
        self.unfolding.original_spans(n, folded)
    }

    /// Where byte `place` of the text of passage `n` is in its folded text.
    pub fn folded_place(&self, n: usize, place: usize) -> usize {
        self.unfolding.folded_place(n, place)
    }

    /// The headings above passage `n`, innermost first.
    pub fn above(&self, n: usize) -> impl Iterator<Item = usize> + '_ {
        // A heading comes before what it heads; so there is an end, whatever an image says.
        let above = |n: usize| unpack_place(self.passages[n].headings).filter(|&above| above < n);
        std::iter::successors(above(n), move |&heading| above(heading))
    }

    /// The headings above passage `n`, outermost first.
    pub fn headings(&self, n: usize) -> Vec<usize> {
        let mut headings: Vec<usize> = self.above(n).collect();
        headings.reverse();
        headings
    }

    /// The scheme that feeds the facet `id`.
    pub fn scheme(&self, id: &str) -> Option<(usize, &ArchivedScheme)> {
        self.schemes.iter().enumerate().find(|(_, scheme)| scheme.id == id)
    }

    /// All evidence of a label of passage `n`: its own, and that of the passage's narrower labels.
    pub fn evidence<'a>(
        &'a self,
        n: usize,
        label: PackedLabel<'a>,
    ) -> impl Iterator<Item = PackedEvidence<'a>> + 'a {
        let concepts = &self.schemes[label.scheme].concepts;
        let broader =
            |n: &usize| concepts[*n].broader.as_ref().map(|broader| broader.to_native() as usize);
        let is_below = move |other: &PackedLabel<'_>| {
            other.scheme == label.scheme
                && std::iter::successors(Some(other.concept), broader)
                    .any(|above| above == label.concept)
        };
        self.labels_of(n).filter(is_below).flat_map(|label| label.evidence())
    }

    /// The labels of passage `n`, in order.
    pub fn labels_of(&self, n: usize) -> impl Iterator<Item = PackedLabel<'_>> {
        unpack_labels(self.labels.get(n))
    }

    /// What is like passage `n`, best first.
    pub fn similar_to(&self, n: usize) -> impl Iterator<Item = Similar> + '_ {
        unpack_similar(self.similar.get(n))
    }

    /// The labels of passage `n` that belong to scheme `id`, each with its concept.
    pub fn labels<'a>(
        &'a self,
        n: usize,
        id: &str,
    ) -> impl Iterator<Item = (PackedLabel<'a>, &'a ArchivedConcept)> + 'a {
        let scheme = self.scheme(id);
        self.labels_of(n).filter_map(move |label| {
            let (place, scheme) = scheme?;
            (label.scheme == place).then(|| (label, &scheme.concepts[label.concept]))
        })
    }
}
