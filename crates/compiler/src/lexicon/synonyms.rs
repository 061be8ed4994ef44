//! Which Chinese words of a corpus mean what others mean that it lacks? The dictionary explains both by the same English:
//! who asks for 志願者 finds what is said of 志工.

use std::collections::{BTreeMap, BTreeSet};

use super::dictionary::{FREQUENT_WORDS, entries, forms_of, ways};
use super::{Equivalents, lines};
use crate::folding::Folding;

/// How many senses count of a word of the corpus: by later ones words are alike that mean something else.
const SENSES: usize = 2;

/// What more of the corpus' words than this mean is too much to mean one thing.
const MOST: usize = 6;

/// Frequent Chinese words that the corpus lacks, folded, each with words of it that mean the same.
pub(super) fn of(own: &BTreeSet<String>, folding: &Folding) -> Equivalents {
    let mut meaning: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for word in own.iter().filter(|word| is_word(word)) {
        for sense in senses(word) {
            meaning.entry(sense).or_default().insert(folding.fold(word).text);
        }
    }
    meaning.retain(|_, words| words.len() <= MOST);
    if meaning.is_empty() {
        return Equivalents::new();
    }
    let said: BTreeSet<String> = own.iter().map(|word| folding.fold(word).text).collect();
    let mut synonyms = Equivalents::new();
    for word in lines(FREQUENT_WORDS).filter(|word| is_word(word)) {
        let others = first_sense(word).into_iter().filter_map(|sense| meaning.get(&sense));
        let others: BTreeSet<&String> = others.flatten().collect();
        if others.is_empty() {
            continue;
        }
        for form in forms_of(word) {
            let form = folding.fold(form).text;
            if !said.contains(&form) {
                let others = others.iter().map(|other| (*other).clone());
                synonyms.entry(form).or_default().extend(others);
            }
        }
    }
    synonyms
}

/// Single characters have too many meanings.
fn is_word(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// How the dictionary puts the first senses of a word, in each of its entries.
fn senses(word: &str) -> BTreeSet<String> {
    entries(word).into_iter().flat_map(|entry| ways(entry, SENSES)).filter_map(named).collect()
}

/// How it puts what a word means first and foremost.
fn first_sense(word: &str) -> BTreeSet<String> {
    entries(word).into_iter().filter_map(|entry| ways(entry, 1).next().and_then(named)).collect()
}

/// What a way to put a sense names: of a verb without its `to`.
fn named(way: String) -> Option<String> {
    let named = way.strip_prefix("to ").map(str::to_owned).unwrap_or(way);
    (named.len() > 2).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_explained_alike_means_the_same() {
        let own: BTreeSet<String> = ["志工", "灭绝", "談判", "國家"].map(str::to_owned).into();
        let folding = Folding::new(own.iter().map(String::as_str));
        let synonyms = of(&own, &folding);
        let of = |word: &str| -> Vec<&str> {
            let others = synonyms.get(&folding.fold(word).text).into_iter().flatten();
            others.map(String::as_str).collect()
        };
        assert_eq!(of("志愿者"), [folding.fold("志工").text]);
        assert_eq!(of("志願者"), [folding.fold("志工").text]);
        assert!(of("志工").is_empty() && of("椅子").is_empty());
    }
}
