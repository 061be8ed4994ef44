//! Which words do the corpus' own translations have for each other?
//!
//! Where passages stand beside their translations, a Chinese and an English word that always come together, and
//! never one without the other, translate each other here, whatever a dictionary says: 侵略 where the dictionary has
//! “invasion” and the texts say “aggression”.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use vitrine_corpus::model::Passage;

use super::dictionary::words_of_english;

/// In fewer pairs of passages two words may come together by chance.
const LEAST: usize = 3;

/// The Chinese and the English words, these by their stems, that translate each other; both folded. English words
/// that are known to translate others, or to say nothing, are left out.
pub(super) fn words<'a>(
    passages: &[Passage],
    chinese: impl Iterator<Item = &'a str>,
    stem: impl Fn(&str) -> String,
    is_known: impl Fn(&str) -> bool,
) -> Vec<(&'a str, String)> {
    let pairs = pairs(passages);
    let mut together: BTreeMap<BTreeSet<usize>, (Vec<&str>, Vec<String>)> = BTreeMap::new();
    let chinese: Vec<&str> = chinese.collect::<BTreeSet<&str>>().into_iter().collect();
    let finder = AhoCorasick::new(&chinese).expect("the words of a corpus fit into memory");
    let mut stand: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); chinese.len()];
    for (n, (text, _)) in pairs.iter().enumerate() {
        for found in finder.find_overlapping_iter(text) {
            stand[found.pattern().as_usize()].insert(n);
        }
    }
    for (word, stands) in chinese.into_iter().zip(stand) {
        together.entry(stands).or_default().0.push(word);
    }
    let mut stems: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (n, (_, english)) in pairs.iter().enumerate() {
        for word in words_of_english(english) {
            let key = stem(word);
            if !is_known(word) && !is_known(&key) {
                stems.entry(key).or_default().insert(n);
            }
        }
    }
    for (stem, stands) in stems {
        together.entry(stands).or_default().1.push(stem);
    }
    let translate = |(stands, words): (BTreeSet<usize>, (Vec<&'a str>, Vec<String>))| {
        let (mut chinese, mut english) = words;
        // Most words stand in no pair at all.
        if stands.len() < LEAST {
            return None;
        }
        // A part of a word that stands nowhere else says no more than the word.
        let all = chinese.clone();
        chinese.retain(|word| !all.iter().any(|other| other != word && other.contains(word)));
        let is_one = chinese.len() == 1 && english.len() == 1;
        is_one.then(|| (chinese[0], english.remove(0)))
    };
    together.into_iter().filter_map(translate).collect()
}

/// The folded texts of passages in Chinese, each with that of its translation into English.
fn pairs(passages: &[Passage]) -> Vec<(&str, &str)> {
    let is_english = |passage: &Passage| {
        passage.folded.bytes().filter(u8::is_ascii_lowercase).count() * 2 > passage.folded.len()
    };
    let twins = passages.iter().filter_map(|passage| {
        let twin = &passages[passage.parallel? as usize];
        (!is_english(passage) && is_english(twin)).then_some((&*passage.folded, &*twin.folded))
    });
    twins.collect()
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::text::stem;

    use super::*;

    fn bilingual(pairs: &[(&str, &str)]) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (chinese, english) in pairs {
            let n = passages.len() as u32;
            for (text, twin) in [(chinese, n + 1), (english, n)] {
                let mut passage = crate::samples::passage(text);
                passage.folded = text.to_lowercase();
                passage.parallel = Some(twin);
                passages.push(passage);
            }
        }
        passages
    }

    #[test]
    fn what_always_comes_together_translates_each_other() {
        let passages = bilingual(&[
            ("渔船出海捕鱼", "The trawlers went out to fish."),
            ("渔船停在港口", "A trawler lies in the harbour."),
            ("三艘渔船沉没", "Three trawlers sank."),
            ("港口关闭了", "The harbour is closed."),
            ("港口很忙", "It is a busy port."),
        ]);
        let words =
            words(&passages, ["渔船", "船", "港口", "沉没"].into_iter(), stem, |word| {
                word == "the"
            });
        assert_eq!(words, [("渔船", "trawler".to_owned())]);
    }
}
