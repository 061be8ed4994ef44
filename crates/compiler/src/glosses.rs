//! What do the Chinese words of the corpus mean, one by one? By CC-CEDICT (CC BY-SA 4.0): for readers who
//! know some Chinese, or none.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::{Glosses, Passage};

use crate::folding::is_han;
use crate::lexicon::{chinese_entries, chinese_words};

/// How many words are explained at most: those that most passages have.
const MOST: usize = 6_000;

/// How many senses are given, and how long they may be together, in characters.
const SENSES: usize = 3;
const LONGEST: usize = 56;

/// The words of these passages that the dictionary has.
pub(crate) fn of(passages: &[Passage]) -> Glosses {
    let mut words = chinese_words(passages);
    // A character by itself is explained as well.
    words.extend(
        passages
            .iter()
            .flat_map(|passage| passage.text.chars().filter(|&c| is_han(c)))
            .map(String::from),
    );
    let explained: BTreeMap<String, [String; 3]> =
        words.into_iter().filter_map(|word| Some((word.clone(), explain(&word)?))).collect();
    let kept = most_frequent(passages, explained.keys());
    let mut glosses = Glosses::default();
    for (word, [other, pinyin, english]) in
        explained.iter().filter(|(word, _)| kept.contains(&***word))
    {
        glosses.words.push(word);
        glosses.others.push(other);
        glosses.pinyin.push(pinyin);
        glosses.english.push(english);
    }
    glosses
}

/// A word's other script where it differs, its sound and its meaning.
fn explain(word: &str) -> Option<[String; 3]> {
    let entries = chinese_entries(word);
    // A surname is what a name begins with; mostly another sense is meant.
    let is_name = |english: &str| english.starts_with("surname ") || english.contains("variant of");
    let entry = entries
        .iter()
        .find(|entry| entry.english.iter().any(|sense| !is_name(sense)))
        .or(entries.first())?;
    let other = [&entry.simplified, &entry.traditional].into_iter().find(|form| *form != word);
    let mut english = String::new();
    for sense in entry.english.iter().filter(|sense| !sense.starts_with("CL:")).take(SENSES) {
        if !english.is_empty() && english.chars().count() + sense.chars().count() > LONGEST {
            break;
        }
        if !english.is_empty() {
            english.push_str("; ");
        }
        english.push_str(sense);
    }
    Some([other.cloned().unwrap_or_default(), entry.pinyin_marks.clone(), english])
}

/// The words that most passages have, as many as are kept.
fn most_frequent<'a>(
    passages: &[Passage],
    words: impl Iterator<Item = &'a String> + Clone,
) -> BTreeSet<&'a str> {
    let all: Vec<&str> = words.map(String::as_str).collect();
    if all.len() <= MOST {
        return all.into_iter().collect();
    }
    let known: BTreeMap<&str, usize> = all.iter().enumerate().map(|(n, word)| (*word, n)).collect();
    let longest = all.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let mut counts = vec![0_usize; all.len()];
    for passage in passages {
        let places: Vec<usize> =
            passage.text.char_indices().map(|(at, _)| at).chain([passage.text.len()]).collect();
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for from in 0..places.len() {
            for to in from + 1..places.len().min(from + 1 + longest) {
                found.extend(known.get(&passage.text[places[from]..places[to]]).copied());
            }
        }
        found.into_iter().for_each(|n| counts[n] += 1);
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&n| std::cmp::Reverse(counts[n]));
    order.into_iter().take(MOST).map(|n| all[n]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_both_scripts_its_sound_and_its_meaning() {
        let [other, pinyin, english] = explain("制裁").unwrap();
        assert_eq!((&*other, &*pinyin), ("", "zhì cái"));
        assert!(english.contains("sanctions"), "{english}");
        assert_eq!(explain("貿易").unwrap()[0], "贸易");
        assert_eq!(explain("贸易").unwrap()[0], "貿易");
        assert!(explain("一二三四五六七").is_none());
    }

    #[test]
    fn words_can_be_looked_up() {
        let glosses = of(&[crate::samples::passage("對外貿易與制裁")]);
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&glosses).unwrap();
        let glosses =
            rkyv::access::<vitrine_corpus::model::ArchivedGlosses, rkyv::rancor::Error>(&bytes)
                .unwrap();
        for word in ["貿易", "制裁", "對外貿易", "易"] {
            let n = glosses.words.find(word).unwrap_or_else(|| panic!("{word}"));
            assert!(!glosses.pinyin.get(n).is_empty() && !glosses.english.get(n).is_empty());
        }
        assert_eq!(glosses.words.len(), glosses.others.len());
    }
}
