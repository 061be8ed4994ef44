//! Where does each character and each word occur? Postings over folded passages.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::{Index, Passage};
use vitrine_corpus::text::{is_unspaced, is_word, stem};

use crate::enrich::figures::written;
use crate::folding::Folding;

/// Indexes all passages.
pub(crate) fn build(passages: &[Passage], folding: &Folding) -> Index {
    let mut characters: BTreeMap<char, Vec<u32>> = BTreeMap::new();
    let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (n, passage) in passages.iter().enumerate() {
        for c in passage.folded.chars().filter(|&c| is_unspaced(c)) {
            add(characters.entry(c).or_default(), n as u32);
        }
        for word in passage.folded.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
            add(words.entry(word).or_default(), n as u32);
        }
    }
    let mut index = Index::default();
    for (c, list) in characters {
        index.characters.push(c as u32);
        index.character_postings.push(&list);
    }
    for (word, list) in words {
        index.words.push(word);
        index.word_postings.push(&list);
    }
    let units = passages.iter().flat_map(|passage| &passage.figures);
    let units = units.flat_map(|figure| figure.unit.split(' ')).filter(|word| word.is_ascii());
    let units: BTreeSet<String> = units.map(|word| stem(&word.to_ascii_lowercase())).collect();
    units.iter().for_each(|unit| index.units.push(unit));
    unit_names(passages, folding).iter().for_each(|name| index.unit_names.push(name));
    let length: usize = passages.iter().map(|passage| passage.folded.len()).sum();
    index.mean_length = length as f32 / passages.len().max(1) as f32;
    index
}

/// All that the measures of the figures may be written as, each with what figures call it.
fn unit_names(passages: &[Passage], folding: &Folding) -> BTreeSet<String> {
    let units: BTreeSet<&str> = passages
        .iter()
        .flat_map(|passage| &passage.figures)
        .map(|figure| figure.unit.as_str())
        .collect();
    let fold = |text: &str| folding.fold(text).text;
    let names = units.iter().flat_map(|unit| written(unit).map(|name| (fold(name), fold(unit))));
    names.map(|(name, unit)| [&name, "=", &unit].concat()).collect()
}

/// Passages come in order, so a passage that is there already is the last.
fn add(list: &mut Vec<u32>, passage: u32) {
    if list.last() != Some(&passage) {
        list.push(passage);
    }
}
