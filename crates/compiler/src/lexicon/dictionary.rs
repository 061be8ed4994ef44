//! Translations between the corpus' Chinese and English words, by CC-CEDICT.
//!
//! CC-CEDICT is licensed CC BY-SA 4.0; the page names it where it says how the corpus was read.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::{Passage, Role};
use vitrine_corpus::text::{is_word, stem};

use crate::folding::{Folding, is_han};

use super::{Equivalents, Texts};

/// The longest Chinese word that is looked up, in characters.
const LONGEST: usize = 6;

/// How many of a word's senses count: later ones are rare.
const SENSES: usize = 5;

/// An English word that more Chinese words than this mean (to, make, big) tells nothing.
const MOST: usize = 14;

/// What remains of a sense once it says what kind of word this is.
const KINDS: [&str; 9] =
    ["variant of", "see ", "abbr.", "CL:", "surname", "pr.", "used in", "old name", "classifier"];

/// English words to find Chinese ones by, and the other way round. English single words stand as
/// their stems.
pub(super) fn equivalents(
    passages: &[Passage],
    texts: &Texts<'_>,
    folding: &Folding,
) -> Equivalents {
    let english: BTreeMap<String, BTreeSet<String>> = english_words(passages);
    let mut to_chinese = Equivalents::new();
    let mut to_english = Equivalents::new();
    for word in chinese_words(passages) {
        let folded = folding.fold(&word).text;
        for sense in senses(&word) {
            let content: Vec<&str> = sense.split(' ').collect();
            for key in keys(&content) {
                to_chinese.entry(key.clone()).or_default().insert(folded.clone());
            }
            if let [single] = content[..]
                && let Some(forms) = english.get(&stem(single))
            {
                to_english.entry(folded.clone()).or_default().extend(forms.iter().cloned());
            } else if content.len() > 1 && texts.have(&sense) {
                to_english.entry(folded.clone()).or_default().insert(sense.clone());
            }
        }
    }
    to_chinese.retain(|key, words| key.contains(' ') || words.len() <= MOST);
    to_chinese.extend(to_english);
    to_chinese
}

/// By what a sense is found: itself, and each of its words where there are two.
fn keys(content: &[&str]) -> Vec<String> {
    match content {
        [single] => vec![stem(single)],
        [first, second] => vec![content.join(" "), stem(first), stem(second)],
        _ => vec![content.join(" ")],
    }
}

/// The English words of the corpus, by their stems.
fn english_words(passages: &[Passage]) -> BTreeMap<String, BTreeSet<String>> {
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for word in passages.iter().flat_map(|passage| passage.folded.split(|c| !is_word(c))) {
        if word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) {
            words.entry(stem(word)).or_default().insert(word.to_owned());
        }
    }
    words
}

/// Every run of Chinese characters in the corpus that the dictionary has as a word, as written.
fn chinese_words(passages: &[Passage]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for passage in passages.iter().filter(|passage| passage.role != Role::Boilerplate) {
        for run in passage.text.split(|c| !is_han(c)).filter(|run| !run.is_empty()) {
            let ends: Vec<usize> = run.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
            let starts = std::iter::once(0).chain(ends.iter().copied());
            for (n, start) in starts.enumerate().take(ends.len()) {
                for end in ends[n + 1..].iter().take(LONGEST - 1) {
                    words.insert(run[start..*end].to_owned());
                }
            }
        }
    }
    words.retain(|word| !entries(word).is_empty());
    words
}

fn entries(word: &str) -> Vec<&'static chinese_dictionary::WordEntry> {
    let mut entries = chinese_dictionary::query_by_traditional(word);
    if entries.is_empty() {
        entries = chinese_dictionary::query_by_simplified(word);
    }
    entries
}

/// What a Chinese word means: the content words of each sense, folded.
fn senses(word: &str) -> BTreeSet<String> {
    let mut senses = BTreeSet::new();
    for entry in entries(word) {
        // A capital in the reading marks a name, most often a surname.
        let listed = entry.english.iter().filter(|sense| !KINDS.iter().any(|k| sense.contains(k)));
        for sense in listed.take(SENSES) {
            let bare = without_brackets(sense).to_lowercase();
            let bare = bare.strip_prefix("to ").unwrap_or(&bare);
            let content: Vec<&str> = bare
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| word.len() > 1 && !SMALL.contains(word))
                .collect();
            if (1..=3).contains(&content.len()) {
                senses.insert(content.join(" "));
            }
        }
    }
    senses
}

/// A sense without what stands in brackets.
fn without_brackets(sense: &str) -> String {
    let mut depth = 0usize;
    sense
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Words of a sense that tell nothing of it.
const SMALL: [&str; 42] = [
    "an", "the", "to", "of", "in", "on", "at", "for", "by", "with", "and", "or", "be", "is", "are",
    "as", "from", "into", "out", "up", "off", "one", "sb", "sth", "etc", "also", "that", "which",
    "it", "its", "this", "so", "not", "no", "about", "esp", "oneself", "have", "do", "make", "get",
    "very",
];
