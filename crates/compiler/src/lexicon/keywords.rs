//! In which words may a reader look for a passage that says it in others? In those that the curator gives it, as an
//! indexer does.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use vitrine_corpus::model::{Keywords, Passage};
use vitrine_corpus::text::{is_unspaced, is_word, stem};

use super::dictionary;
use crate::config::Config;
use crate::folding::{Folding, is_han};

/// The keywords of a corpus. A passage that repeats or translates another has those of that one too.
pub(super) fn of(
    config: &Config,
    passages: &[Passage],
    folding: &Folding,
    says_nothing: impl Fn(&str) -> bool,
) -> Keywords {
    let given = given(config, passages);
    let mut keywords = Keywords::default();
    if given.iter().all(BTreeSet::is_empty) {
        return keywords;
    }
    let texts: BTreeSet<&str> = given.iter().flatten().copied().collect();
    let place: HashMap<&str, u32> = texts.iter().copied().zip(0..).collect();
    let mut terms: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (n, given) in given.iter().enumerate() {
        keywords.of_passages.push(&given.iter().map(|text| place[text]).collect::<Vec<u32>>());
        for text in given {
            for word in words(&folding.fold(text).text) {
                if !says_nothing(&word) {
                    terms.entry(word).or_default().insert(n as u32);
                }
            }
        }
    }
    texts.into_iter().for_each(|text| keywords.texts.push(text));
    for (term, passages) in terms {
        keywords.terms.push(&term);
        keywords.passages.push(&passages.into_iter().collect::<Vec<u32>>());
    }
    keywords
}

/// For each passage, its keywords.
pub(super) fn given<'a>(config: &'a Config, passages: &[Passage]) -> Vec<BTreeSet<&'a str>> {
    let mut by_id: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for correction in &config.curation.corrections {
        let own = correction.keywords.iter().map(|keyword| keyword.get_ref().trim());
        let own = own.filter(|keyword| !keyword.is_empty());
        by_id.entry(correction.passage.get_ref()).or_default().extend(own);
    }
    let of_passage = |passage: &Passage| {
        // What repeats another or translates it says the same.
        let others = [passage.repeats, passage.parallel].into_iter().flatten();
        let others = others.map(|n| passages[n as usize].id.as_str());
        let ids = others.chain([passage.id.as_str()]);
        ids.filter_map(|id| by_id.get(id)).flatten().copied().collect()
    };
    passages.iter().map(of_passage).collect()
}

/// The words of a folded keyword: stems of those in scripts with spaces; of a run without, the whole, its words and its pairs
/// of characters.
fn words(folded: &str) -> BTreeSet<String> {
    let spaced = folded.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    let mut words: BTreeSet<String> = spaced.map(stem).collect();
    for run in folded.split(|c| !is_unspaced(c)).filter(|run| !run.is_empty()) {
        words.insert(run.to_owned());
        // A reader's run may be cut into other words.
        let characters: Vec<char> = run.chars().collect();
        words.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
        let parts = run.split(|c| !is_han(c)).filter(|part| !part.is_empty());
        let parts = parts.flat_map(dictionary::cut_run).filter(|word| word.chars().count() > 1);
        words.extend(parts.map(str::to_owned));
    }
    words
}
