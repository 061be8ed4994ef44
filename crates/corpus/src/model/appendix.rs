//! What comes after the page stands? The framework, definitions, glosses, citations and the like.

use std::ops::Range;

use rkyv::{Archive, Serialize};

use super::{Agreement, ArchivedLocalized, Citations, Localized, Postings, Runs, Words};
use crate::packed::{Numbers, PackedEvidence, push_number};
use crate::scripts::Scripts;
use crate::terms::Terms;

/// What finding and showing passages does not need: the root of an archive of its own, which a page
/// fetches once it stands.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Appendix {
    /// What is said of the concepts of each scheme, in the order of [`Corpus::schemes`](super::Corpus::schemes).
    pub definitions: Vec<Definitions>,
    /// The names of the schemes' rules and the curator's reasons; [`Evidence::rule`](super::Evidence::rule) points here.
    pub rules: Words,
    /// How well the reading agrees with people who labelled passages, where that was measured.
    pub agreement: Option<Agreement>,
    /// Which words the corpus uses, and how often.
    pub terms: Terms,
    /// How each document is cited.
    pub citations: Citations,
    /// How the concepts of a scheme bear on each other, where the scheme says it.
    pub framework: Option<Framework>,
    /// Questions that the corpus answers well, to begin with.
    pub questions: Vec<Localized>,
    /// How Chinese texts look in the other script.
    pub scripts: Scripts,
    /// What their words mean.
    pub glosses: Glosses,
    /// Where passages that say nearly the same say different things.
    pub differences: Differences,
    /// What is related to words that no passage has, and which are used alike.
    pub thesaurus: Thesaurus,
    /// The names of the units of figures in the languages of the page, by unit; of those that have any.
    pub units: Vec<UnitName>,
}

/// What a unit is called.
#[derive(Archive, Serialize, Debug, Default)]
pub struct UnitName {
    /// The unit as figures have it ([`super::Figure::unit`]), in English.
    pub unit: String,
    /// Its name by language.
    pub name: Localized,
}

/// What is said of what the corpus lacks the word for. A search in which no passage has all words, or which is a
/// question, also asks for these.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Thesaurus {
    /// What a reader may write, folded and sorted: English words as their stems ([`crate::text::stem`]).
    pub terms: Words,
    /// What passages say, folded and sorted.
    pub words: Words,
    /// For each term, the words that are related to it.
    pub related: Postings,
    /// For each term, the words that mean the same.
    pub synonyms: Postings,
    /// Which words are used alike.
    pub usage: Usage,
    /// What the curator says that passages are about.
    pub keywords: Keywords,
}

/// By which words a reader may look for a passage that says it in others: the curator's, as an indexer gives them.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Keywords {
    /// The keywords as the curator writes them, sorted.
    pub texts: Words,
    /// For each passage, the places of its keywords; no list at all if no passage has any.
    pub of_passages: Postings,
    /// The words of keywords, folded and sorted: English ones as their stems ([`crate::text::stem`]), and a run
    /// of Chinese also whole.
    pub terms: Words,
    /// For each of them, the passages that have a keyword with it.
    pub passages: Postings,
}

impl ArchivedKeywords {
    /// The keywords of passage `n`.
    pub fn of_passage(&self, n: usize) -> impl Iterator<Item = &str> {
        let places = (!self.of_passages.is_empty()).then(|| self.of_passages.list(n));
        places.into_iter().flatten().map(|place| self.texts.get(place as usize))
    }

    /// The passages that have a keyword with this word.
    pub fn with(&self, term: &str) -> impl Iterator<Item = usize> + '_ {
        let found = self.terms.find(term);
        found.into_iter().flat_map(|n| self.passages.list(n)).map(|passage| passage as usize)
    }
}

/// Which words of the corpus are used in the same contexts as a reader's own.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Usage {
    /// What a reader may write, folded and sorted: English words as their stems.
    pub terms: Words,
    /// For each term, its list among `related`; what is used alike shares one.
    pub lists: Vec<u32>,
    /// Lists of words that are used alike: their places, each [with](Nearness::with) how nearly.
    pub related: Postings,
    /// What passages say, folded: English words as their stems. Not sorted: what is used alike stands together.
    pub words: Words,
    /// For each word, the passages that have it.
    pub passages: Postings,
}

/// How alike two words are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// In contexts that have something in common.
    Near,
    /// In contexts that have more in common.
    Nearer,
    /// Mostly in the same.
    Nearest,
    /// The word itself, or one that is explained by it alone.
    Same,
}

impl Nearness {
    /// One number for a word's place and how near it is; of different words in the order of their places.
    pub const fn with(self, place: u32) -> u32 {
        place << 2 | self as u32
    }

    /// What such a number says.
    const fn read(number: u32) -> (usize, Nearness) {
        let nearness = match number & 3 {
            0 => Nearness::Near,
            1 => Nearness::Nearer,
            2 => Nearness::Nearest,
            _ => Nearness::Same,
        };
        ((number >> 2) as usize, nearness)
    }
}

impl ArchivedUsage {
    /// The words that are used as a term is: their places in [`Usage::words`], in order, and how nearly.
    pub fn related(&self, term: usize) -> impl Iterator<Item = (usize, Nearness)> + '_ {
        self.related.list(self.lists[term].to_native() as usize).map(Nearness::read)
    }
}

/// What passages say otherwise than those that list them as saying nearly the same or a part of it
/// ([`SimilarKind::NearCopy`](super::SimilarKind::NearCopy), [`SimilarKind::Echo`](super::SimilarKind::Echo)).
#[derive(Archive, Serialize, Debug, Default)]
pub struct Differences {
    /// Pairs of passages, ascending: the one that lists, the one that is listed.
    pub pairs: Vec<[u32; 2]>,
    /// Of each pair the stretches of the listed passage that the other does not have, in bytes of its text;
    /// ascending. Of each in LEB128 how far it begins after the one before ends, and its length.
    pub spans: Runs,
}

impl Differences {
    /// Adds a pair, which comes after all others.
    pub fn push(&mut self, passage: u32, other: u32, spans: &[Range<usize>]) {
        self.pairs.push([passage, other]);
        self.spans.push(|bytes| {
            let mut before = 0;
            for span in spans {
                let [begin, end] = [span.start, span.end].map(|place| place as u32);
                push_number(bytes, begin.wrapping_sub(before));
                push_number(bytes, end.wrapping_sub(begin));
                before = end;
            }
        });
    }
}

impl ArchivedDifferences {
    /// What passage `other` says otherwise than `n`, in bytes of its text; nothing if they are no pair.
    pub fn between(&self, n: usize, other: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let wanted = [n as u32, other as u32];
        let found = self
            .pairs
            .binary_search_by(|pair| pair.each_ref().map(|place| place.to_native()).cmp(&wanted));
        let mut numbers = Numbers(found.map_or(&[], |n| self.spans.get(n)));
        let mut end = 0u32;
        std::iter::from_fn(move || {
            let start = end.wrapping_add(numbers.next()?);
            end = start.wrapping_add(numbers.next()?);
            Some(start as usize..end as usize)
        })
    }
}

/// Chinese words, explained one by one.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Glosses {
    /// The words as the texts write them, sorted.
    pub words: Words,
    /// Each in the other script; empty where it is the same.
    pub others: Words,
    /// Each in pinyin.
    pub pinyin: Words,
    /// What each means, in English.
    pub english: Words,
}

/// How the concepts of a scheme bear on each other: levels of an argument, each with what it does to
/// what is explained.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Framework {
    /// Index into [`Corpus::schemes`](super::Corpus::schemes).
    pub scheme: u16,
    /// What all levels together explain, by language.
    pub outcome: Localized,
    /// The levels, in the order of the argument.
    pub tiers: Vec<Tier>,
}

/// A level of a [`Framework`].
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Tier {
    /// Its name, by language.
    pub label: Localized,
    /// What it does to what is explained, by language: it drives, directs, limits.
    pub relation: Localized,
    /// Its sides: indices into [`Scheme::concepts`](super::Scheme::concepts).
    pub concepts: Vec<u32>,
}

/// What is said of the concepts of a scheme, in their order; nothing of what comes after the last that
/// is defined.
pub type Definitions = Vec<Definition>;

/// What a concept is.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq)]
pub struct Definition {
    /// What it means, by language.
    pub definition: Localized,
    /// What belongs to it, by language.
    pub covers: Localized,
    /// What does not, by language.
    pub excludes: Localized,
}

impl ArchivedAppendix {
    /// The name of the rule, or the curator's reason, that a piece of evidence comes from.
    pub fn rule(&self, evidence: &PackedEvidence<'_>) -> &str {
        self.rules.get(evidence.rule)
    }

    /// The name of a unit of figures by language, where it has any beside its own.
    pub fn unit_name(&self, unit: &str) -> Option<&ArchivedLocalized> {
        Some(&self.units.iter().find(|known| known.unit == unit)?.name)
    }

    /// What is said of concept `n` of scheme `scheme`, if anything is.
    pub fn definition(&self, scheme: usize, n: usize) -> Option<&ArchivedDefinition> {
        self.definitions.get(scheme)?.get(n)
    }
}
