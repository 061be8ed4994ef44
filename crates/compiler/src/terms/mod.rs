//! Which words does the corpus use? Counts them passage by passage, for the page's list of terms.

mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use vitrine_corpus::fold::original_spans;
use vitrine_corpus::model::{Passage, Role};
use vitrine_corpus::packed::Narrow;
use vitrine_corpus::terms::Terms;

use crate::config::Config;
use crate::folding::Folding;
use words::Segmenter;
pub(crate) use words::{cut, frequency, tagged};

/// A word that is said just once tells nothing of what a corpus speaks of, and most words are such.
const LEAST: u32 = 2;

/// So many terms are kept of a large corpus, the most frequent ones: their list stays below a megabyte,
/// and a reader never gets to its end.
const MOST: usize = 20_000;

/// A term while it is counted.
#[derive(Default)]
struct Counted<'a> {
    times: u32,
    /// Passages, ascending, and how often each says it.
    places: Vec<(u32, u32)>,
    /// How often it is written in which way, in the order of the corpus.
    written: Vec<(&'a str, u32)>,
}

/// Counts the words of all passages that are neither repeats nor boilerplate.
pub(crate) fn build(
    config: &Config,
    passages: &[Passage],
    folding: &Folding,
    stop_words: &BTreeSet<String>,
) -> Terms {
    let counts =
        |passage: &&Passage| passage.repeats.is_none() && passage.role != Role::Boilerplate;
    let texts = passages.iter().filter(counts).map(|passage| &*passage.folded);
    let segmenter = Segmenter::new(config, folding, texts);
    let mut lengths = Vec::with_capacity(passages.len());
    let mut counted: HashMap<&str, Counted<'_>> = HashMap::new();
    for (n, passage) in passages.iter().enumerate() {
        let mut length = 0;
        if counts(&passage) {
            let mut spans = segmenter.words(&passage.folded);
            spans.retain(|span| !stop_words.contains(&passage.folded[span.clone()]));
            length = spans.len() as u32;
            // All in one walk: a passage may be one line of a megabyte.
            let written = original_spans(
                folding.table(),
                &passage.text,
                &passage.folded,
                passage.aligned,
                &spans,
            );
            for (span, written) in spans.into_iter().zip(written) {
                let word = &passage.folded[span];
                counted.entry(word).or_default().add(n as u32, &passage.text[written]);
            }
        }
        lengths.push(length);
    }
    let mut terms = Terms { lengths: Narrow::of(lengths), ..Terms::default() };
    for (_, term) in most_frequent(counted, MOST) {
        terms.push(term.most_often_written(), &term.places);
    }
    terms
}

/// The terms that are kept, sorted.
fn most_frequent<'a>(
    mut counted: HashMap<&'a str, Counted<'a>>,
    most: usize,
) -> BTreeMap<&'a str, Counted<'a>> {
    counted.retain(|_, term| term.times >= LEAST);
    let mut all: Vec<(&str, Counted<'_>)> = counted.into_iter().collect();
    all.sort_by(|(a, of_a), (b, of_b)| of_b.times.cmp(&of_a.times).then(a.cmp(b)));
    all.truncate(most);
    all.into_iter().collect()
}

impl<'a> Counted<'a> {
    fn add(&mut self, passage: u32, written: &'a str) {
        self.times += 1;
        match self.places.last_mut() {
            Some((last, times)) if *last == passage => *times += 1,
            _ => self.places.push((passage, 1)),
        }
        match self.written.iter_mut().find(|(other, _)| *other == written) {
            Some((_, times)) => *times += 1,
            None => self.written.push((written, 1)),
        }
    }

    /// Of ways that are as frequent, the one that comes first in the corpus.
    fn most_often_written(&self) -> &'a str {
        let most = self.written.iter().rev().max_by_key(|(_, times)| *times);
        most.map_or("", |(written, _)| written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_shown_as_it_is_most_often_written() {
        let mut term = Counted::default();
        for (passage, written) in [(0, "Aid"), (0, "aid"), (3, "AID"), (3, "aid"), (3, "Aid")] {
            term.add(passage, written);
        }
        assert_eq!(term.most_often_written(), "Aid");
        assert_eq!((term.times, term.places), (5, vec![(0, 2), (3, 3)]));
    }

    #[test]
    fn the_most_frequent_are_kept_and_what_is_said_once_is_not() {
        let mut counted: HashMap<&str, Counted<'_>> = HashMap::new();
        for (word, times) in [("b", 2), ("a", 2), ("once", 1), ("often", 9)] {
            (0..times).for_each(|n| counted.entry(word).or_default().add(n, word));
        }
        let kept: Vec<&str> = most_frequent(counted, 2).into_keys().collect();
        assert_eq!(kept, ["a", "often"]);
    }
}
