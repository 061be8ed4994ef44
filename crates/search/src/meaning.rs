//! Who says it in other words? Passages whose words are used as those of the query are, by what the thesaurus has of
//! their usage.
//!
//! A passage means as much of a query as its nearest word to each of the query's, by how telling these are. By that the
//! passages are ranked a second time, and the two ranks are put together (reciprocal rank fusion): what either puts
//! first comes early, what both put first comes first.

use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedUsage, Nearness};
use vitrine_corpus::order;
use vitrine_corpus::text::{is_unspaced, is_word, stem};

use crate::Hit;
use crate::bitset::Bitset;
use crate::matching::has_answer;
use crate::query::{How, PartKind, Reading};
use crate::rank;

/// So many of the best hits are ranked anew. They stay before all others.
const RANKED: usize = 300;

/// So many passages that mean most are found, though they have too little of the query's own words.
const ADDED: usize = 10;

/// How much of a query they must mean at least.
const LEAST: f32 = 0.3;

/// Of fewer words too little is known: one of them may be used in another sense.
const FEWEST: usize = 4;

/// How much the rank by meaning counts beside the one by words.
const MEANING: f32 = 0.5;

/// How much less a later rank counts than an earlier one: half as much after so many.
const LEVEL: f32 = 5.0;

/// Of so many of the first hits it is said which words brought them.
const EXPLAINED: usize = 10;

/// How much a character of a script without spaces counts that is a word by itself.
const CHARACTER: f32 = 0.5;

/// How much of a word one means that is so near to it.
const fn weight(nearness: Nearness) -> f32 {
    match nearness {
        Nearness::Same => 1.0,
        Nearness::Nearest => 0.7,
        Nearness::Nearer => 0.55,
        Nearness::Near => 0.45,
    }
}

/// What passages mean of a query.
pub(crate) struct Meaning<'a> {
    corpus: &'a ArchivedCorpus,
    usage: &'a ArchivedUsage,
    terms: Vec<Term>,
    /// By passage: how much of the query it means, from 0 to 1; more if it has what answers a question.
    scores: Vec<f32>,
    /// The passages that were added to what is found, or were there and mean as much.
    best: Vec<usize>,
}

/// A word of the query that usage is known of.
struct Term {
    /// Its place among the terms.
    place: usize,
    /// The part of the query that it stands in.
    part: usize,
    /// Whether that part is a name.
    is_name: bool,
    weight: f32,
}

impl<'a> Meaning<'a> {
    /// What the words of a query mean: of its parts that are plain words. None if too few of them are known.
    pub(crate) fn of(
        corpus: &'a ArchivedCorpus,
        usage: &'a ArchivedUsage,
        reading: &Reading,
    ) -> Option<Meaning<'a>> {
        let (terms, scores, best) = Default::default();
        let mut meaning = Meaning { corpus, usage, terms, scores, best };
        for (n, part) in reading.parts.iter().enumerate() {
            // A word to the letter means nothing else.
            if part.kind == PartKind::Word && !part.text.starts_with('+') {
                let is_name = part.also.iter().any(|also| also.how == How::Name);
                meaning.add_terms(n, is_name, &corpus.fold.fold(&part.text).text);
            }
        }
        if let Some(question) = &reading.question {
            // How long, how many: what is asked for is a figure, not the word.
            let asks = |term: &Term| {
                let own = usage.terms.get(term.place);
                question.asking.split(' ').any(|word| stem(word) == own)
            };
            meaning.terms.retain(|term| !asks(term));
        }
        if meaning.terms.len() < FEWEST {
            return None;
        }
        meaning.score(reading.question.as_ref().map(|question| question.answer));
        Some(meaning)
    }

    fn add_terms(&mut self, part: usize, is_name: bool, folded: &str) {
        let terms = &self.usage.terms;
        let mut rest = folded;
        while let Some(c) = rest.chars().next() {
            let (length, term, weight) = if is_unspaced(c) {
                // The longest word that begins here.
                let found = terms.longest_beginning(rest).filter(|word| word.starts_with(c));
                let length = found.map_or(c.len_utf8(), str::len);
                let weight = if length == c.len_utf8() { CHARACTER } else { 1.0 };
                (length, found.and_then(|word| terms.find(word)), weight)
            } else {
                let ends = |c: char| !is_word(c) || is_unspaced(c);
                let length = rest.find(ends).filter(|length| *length > 0);
                let length = length.unwrap_or(if is_word(c) { rest.len() } else { c.len_utf8() });
                (length, terms.find(&stem(&rest[..length])), 1.0)
            };
            if let Some(place) = term
                && self.terms.iter().all(|term| term.place != place)
            {
                self.terms.push(Term { place, part, is_name, weight });
            }
            rest = &rest[length..];
        }
    }

    fn score(&mut self, answer: Option<Answer>) {
        let size = self.corpus.passages.len();
        self.scores = vec![0.0; size];
        let (mut best, mut told, mut all) = (vec![0.0_f32; size], Vec::new(), 0.0);
        for term in &self.terms {
            for (word, nearness) in self.usage.related(term.place) {
                for passage in self.usage.passages.list(word) {
                    let best = &mut best[passage as usize];
                    if *best == 0.0 {
                        told.push(passage as usize);
                    }
                    *best = best.max(weight(nearness));
                }
            }
            let telling = term.weight * rank::rarity(size, told.len());
            all += telling;
            for passage in told.drain(..) {
                self.scores[passage] += telling * std::mem::take(&mut best[passage]);
            }
        }
        for (passage, score) in
            self.scores.iter_mut().enumerate().filter(|(_, score)| **score > 0.0)
        {
            let answers = answer.is_some_and(|answer| has_answer(self.corpus, passage, answer));
            *score *= if answers { rank::ANSWER } else { 1.0 } / all;
        }
    }

    /// Adds to what is found the passages that mean most.
    pub(crate) fn add_to(&mut self, found: &mut Bitset) {
        for (passage, score) in self.scores.iter().enumerate() {
            let comes_after = |other: &&usize| self.scores[**other] >= *score;
            let place = self.best.iter().take_while(comes_after).count();
            if *score >= LEAST && place < ADDED {
                self.best.insert(place, passage);
                self.best.truncate(ADDED);
            }
        }
        self.best.iter().for_each(|&passage| found.insert(passage));
    }

    /// Orders hits anew that are in the order of their scores, but for those in `first`, which come first.
    pub(crate) fn order(&self, first: &Bitset, hits: &mut [Hit]) {
        let all = hits.iter().take_while(|hit| first.contains(hit.passage)).count();
        let hits = &mut hits[all..];
        let Some(best) = hits.first().map(|hit| hit.score) else { return };
        let mut ranked = hits.len().min(RANKED);
        // Those that mean most are ranked, wherever they stand.
        for n in (0..hits.len()).skip(RANKED) {
            if self.best.contains(&hits[n].passage) {
                hits[ranked..=n].rotate_right(1);
                ranked += 1;
            }
        }
        let (hits, others) = hits.split_at_mut(ranked);
        let means = |hit: &Hit| self.scores[hit.passage];
        let by_meaning = hits.iter().enumerate().filter(|(_, hit)| means(hit) > 0.0);
        let by_meaning = descending(by_meaning.map(|(n, hit)| (means(hit), n)));
        let counts = |rank: usize| LEVEL / (LEVEL + rank as f32);
        let mut scores: Vec<f32> = (0..ranked).map(counts).collect();
        for (rank, n) in by_meaning.into_iter().enumerate() {
            scores[n] += MEANING * counts(rank);
        }
        let before = hits.to_vec();
        let places = descending(scores.iter().enumerate().map(|(n, score)| (*score, n)));
        for (hit, n) in hits.iter_mut().zip(places) {
            // What both put first scores as before.
            *hit = Hit { passage: before[n].passage, score: best * scores[n] / (1.0 + MEANING) };
        }
        let last = hits.last().map_or(0.0, |hit| hit.score);
        others.iter_mut().for_each(|hit| hit.score = hit.score.min(last));
    }

    /// Which words brought the first hits: the part of the query that each stands for, and the word as the thesaurus
    /// has it. What the query says itself is not among them, nor what is used as a name of it is: it is the name of
    /// somebody or something else.
    /// Nor is what is used alike only in part: to mark it would mislead more than it explains.
    pub(crate) fn words(&self, hits: &[Hit]) -> Vec<(usize, &'a str)> {
        let mut words = Vec::new();
        for hit in hits.iter().take(EXPLAINED) {
            for term in self.terms.iter().filter(|term| !term.is_name) {
                let has_it = |word: usize| {
                    self.usage.passages.list(word).any(|passage| passage as usize == hit.passage)
                };
                let mut nearest: Option<(usize, Nearness)> = None;
                for (word, nearness) in self.usage.related(term.place) {
                    if nearest.is_none_or(|(_, other)| nearness > other) && has_it(word) {
                        nearest = Some((word, nearness));
                    }
                }
                if let Some((word, nearness)) = nearest
                    && (Nearness::Nearer..Nearness::Same).contains(&nearness)
                {
                    let word = (term.part, self.usage.words.get(word));
                    if !words.contains(&word) {
                        words.push(word);
                    }
                }
            }
        }
        words
    }
}

/// The places of scores from the highest to the lowest, ties in their own order.
fn descending(scores: impl Iterator<Item = (f32, usize)>) -> Vec<usize> {
    // The bits of positive floats are in the order of their values.
    let mut keys: Vec<u64> =
        scores.map(|(score, n)| order::key(!score.to_bits() as usize, n)).collect();
    order::sort(&mut keys);
    keys.into_iter().map(order::second).collect()
}
