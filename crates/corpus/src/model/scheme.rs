//! What is a concept scheme, and how well does the reading by it agree with people?

use std::sync::Arc;

use rkyv::{Archive, Serialize};

use super::Localized;

/// A list of concepts, as SKOS has it.
#[derive(Archive, Serialize, Debug)]
pub struct Scheme {
    /// The facet it feeds: `theme`, `level`, `actor`, `person`.
    pub id: String,
    /// Name by language.
    pub label: Localized,
    /// What the scheme is for, by language.
    pub description: Localized,
    /// Its concepts, each after the one above it. The facet of the same id has the same list.
    pub concepts: Arc<Vec<Concept>>,
    /// How much of the corpus it labels. Schemes whose every mention labels, such as persons, have no
    /// such account: there is nothing a passage should have.
    pub coverage: Option<Coverage>,
}

/// Something a passage can be about, or have: a concept of a scheme, a value of a facet.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Concept {
    /// Name in links, unique in its list.
    pub id: String,
    /// Name by language.
    pub label: Localized,
    /// Index of the one above it in the same list.
    pub broader: Option<u32>,
}

/// A concept, by its place.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptRef {
    /// Index into [`Corpus::schemes`](super::Corpus::schemes).
    pub scheme: u16,
    /// Index into [`Scheme::concepts`].
    pub concept: u32,
}

/// How much of a corpus a scheme labels, counted when it is compiled.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Passages that can have a label: of the scheme's roles, headings left out, and no repeats.
    pub passages: u32,
    /// Those of them that have none (indices), in the order of the corpus.
    pub without: Vec<u32>,
    /// What each concept has, in the order of [`Scheme::concepts`].
    pub concepts: Vec<ConceptCoverage>,
}

/// How many passages have a concept, and which show it well.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct ConceptCoverage {
    /// Passages that have it by rule.
    pub by_rule: u32,
    /// Passages that have it by the curator.
    pub by_curator: u32,
    /// Passages (indices) with the strongest evidence, from several documents where there are such.
    pub examples: Vec<u32>,
}

/// How well the reading agrees with people who labelled passages of this corpus.
#[derive(Archive, Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// How many passages were labelled.
    pub passages: u32,
    /// What was compared.
    pub measures: Vec<Measure>,
}

/// One thing that was compared.
#[derive(Archive, Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// `theme`, `level`, `actor`, `person`, `role`, `repeat`, `date` or `figure`.
    pub of: String,
    /// Index into the concepts of the scheme `of`; none for all of them together.
    pub concept: Option<u32>,
    /// What the rules gave by themselves.
    pub rule: Tally,
    /// What they gave with the curator's corrections.
    pub curated: Tally,
}

/// Right, wrong and missed: precision is right over right and wrong, recall right over right and
/// missed.
#[derive(Archive, Serialize, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Given, and rightly.
    pub right: u32,
    /// Given, and wrongly.
    pub wrong: u32,
    /// Not given, though it should be.
    pub missed: u32,
}
