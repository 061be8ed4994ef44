//! What comes first?
//!
//! BM25F over the passage and the headings above it, weighted by the passage's role: a word counts more
//! the rarer it is, more the oftener it stands in a passage (with falling returns), and more in a short
//! passage than in a long one.

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{ArchivedCorpus, Role};
use vitrine_corpus::order;

use crate::bitset::Bitset;
use crate::query::How;
use crate::{Hit, Sort};

/// BM25's k1: how soon further occurrences of a word stop to count.
const SATURATION: f32 = 1.2;

/// BM25's b: how much a long passage is held against itself. Below the usual 0.75, since passages
/// differ in length far less than whole documents do.
const LENGTH_WEIGHT: f32 = 0.5;

/// How much a role's words weigh. Headings name what is below them; bylines and furniture rarely are
/// what a reader wants first.
pub(crate) const fn role_weight(role: Role) -> f32 {
    match role {
        Role::Heading => 1.1,
        Role::Content => 1.0,
        Role::Caption => 0.95,
        Role::Reference => 0.8,
        Role::Metadata => 0.7,
        Role::Boilerplate => 0.5,
    }
}

/// How much a word counts in a question that says little by itself, whatever texts are about: that few passages of a small
/// corpus have it tells nothing.
pub(crate) const LIGHT: f32 = 0.65;

/// How much a word in a heading above a passage counts, beside one in the passage itself.
pub(crate) const HEADING: f32 = 0.3;

/// How much a word counts that a passage need not have, as its labels say that it is about it.
pub(crate) const LABEL: f32 = 0.45;

/// How much a word counts that the curator gave a passage as a keyword.
pub(crate) const KEYWORD: f32 = 0.6;

/// How much more a passage scores that has what answers a question: a figure, a date, a name.
pub(crate) const ANSWER: f32 = 1.3;

/// How much of what its translation scores a passage is lent that says a part of it.
pub(crate) const LENT: f32 = 0.8;

/// How a query is asked of whose words not all need be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// In a few words, each of which is meant.
    Briefly,
    /// As a question, or in so many words that it is one: in words of the reader's own, of which a passage that
    /// answers may have few.
    AtLength,
}

/// How much of what the best passage has of a query another must have: where one answers most of a question, what
/// shares a frequent word with it is no answer, and would only fill the counts.
pub(crate) const BESIDE_BEST: f32 = 0.25;

/// A query of this many words or more is read as a question.
const MANY: usize = 4;

impl Asked {
    /// How a query of so many words is asked.
    pub(crate) const fn of(words: usize, is_question: bool) -> Asked {
        if is_question || words >= MANY { Asked::AtLength } else { Asked::Briefly }
    }

    /// How much of what it asks for a passage must have: by how telling the words are.
    pub(crate) const fn enough(self) -> f32 {
        match self {
            Asked::Briefly => 0.35,
            Asked::AtLength => 0.1,
        }
    }

    /// How telling a word is among the others. One that no passage has is held against the others: in a few words
    /// so much that what has one of two is not found; in many less than a rare one, as it may be the reader's word
    /// for something else.
    pub(crate) fn telling(self, all: usize, found: usize) -> f32 {
        match (self, found) {
            (Asked::Briefly, 0) => 1.8 * rarity(all, 1),
            (Asked::AtLength, 0) => 0.7 * rarity(all, 1),
            _ => rarity(all, found),
        }
    }
}

/// How nearly a date is the one that was asked for: 1 within it, else the share of its days that are; `None` if it
/// has none of them. Days are numbers `yyyymmdd`.
pub(crate) fn exactness(asked: &Edtf, first: i32, last: i32) -> Option<f32> {
    let (from, to) = (first.max(asked.first_day()), last.min(asked.last_day()));
    // Months are taken to be of one length.
    let days = |from: i32, to: i32| (day(to) - day(from) + 1) as f32;
    (from <= to).then(|| days(from, to) / days(first, last))
}

const fn day(number: i32) -> i32 {
    number / 10_000 * 372 + number / 100 % 100 * 31 + number % 100
}

/// How much a word counts that is not the reader's own but stands for it.
pub(crate) const fn weight(how: How) -> f32 {
    match how {
        How::Written => 1.0,
        How::Inflected => 0.9,
        How::Name => 0.95,
        How::Translation => 0.6,
        How::Near => 0.5,
        How::Partly | How::Related => 0.4,
    }
}

/// How telling a word is that `found` of `all` passages have. Positive even if all have it.
pub(crate) fn rarity(all: usize, found: usize) -> f32 {
    (1.0 + (all as f32 - found as f32 + 0.5) / (found as f32 + 0.5)).ln()
}

/// What a word that stands `times` in a passage adds to it, before rarity.
pub(crate) fn frequency(corpus: &ArchivedCorpus, passage: usize, times: f32) -> f32 {
    let passage = &corpus.passages[passage];
    let mean = corpus.index.mean_length.to_native().max(1.0);
    let length = passage.folded.len() as f32 / mean;
    role_weight(passage.role.get()) * times * (SATURATION + 1.0)
        / (times + SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length))
}

/// The passages as hits, in order.
pub(crate) fn order(
    corpus: &ArchivedCorpus,
    passages: &Bitset,
    scores: &[f32],
    sort: Sort,
) -> Vec<Hit> {
    let score = |passage: usize| scores.get(passage).copied().unwrap_or(0.0);
    let hit = |passage: usize| Hit { passage, score: score(passage) };
    // A key in the high half and the passage in the low one: one sort of plain integers, and ties
    // fall into corpus order by themselves.
    let by_key = |key: &dyn Fn(usize) -> u32| {
        let mut keyed: Vec<u64> = Vec::with_capacity(passages.len());
        keyed.extend(passages.iter().map(|passage| order::key(key(passage) as usize, passage)));
        order::sort(&mut keyed);
        keyed.into_iter().map(|key| hit(order::second(key))).collect()
    };
    match sort {
        // The bits of positive floats are in the order of their values; inverted, best comes first.
        Sort::Relevance if !scores.is_empty() => by_key(&|passage| !score(passage).to_bits()),
        Sort::Relevance | Sort::Corpus => {
            // As long as it will be: where memory only ever grows, what it outgrew would stay.
            let mut hits = Vec::with_capacity(passages.len());
            hits.extend(passages.iter().map(hit));
            hits
        }
        Sort::Date => by_key(&|passage| {
            let dates = corpus.passages[passage].dates().iter();
            dates.map(|date| date.first_day.to_native() as u32).min().unwrap_or(u32::MAX)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_word_tells_more() {
        assert!(rarity(100, 1) > rarity(100, 50));
        assert!(rarity(100, 100) > 0.0);
    }

    #[test]
    fn a_date_is_the_one_asked_for_as_far_as_it_is_within_it() {
        let of = |asked: &str, date: &str| {
            let [asked, date] = [asked, date].map(|edtf| edtf.parse::<Edtf>().unwrap());
            exactness(&asked, date.first_day(), date.last_day())
        };
        assert_eq!(of("2024-06", "2024-06-19"), Some(1.0));
        assert_eq!(of("2024-06", "2024-06"), Some(1.0));
        assert_eq!(of("2024-06", "2024-07"), None);
        let [year, decade] = ["2024", "2020/2029"].map(|date| of("2024-06", date).unwrap());
        assert!(1.0 > year && year > decade && decade > 0.0);
    }
}
