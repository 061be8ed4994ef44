//! Which words of the corpus are related to words that it lacks? By WordNet: who asks for fruit finds what is said of
//! apples, and who asks for 水果 does too.
//!
//! WordNet is licensed by Princeton University; `data/WORDNET-LICENSE.txt` has the terms, and the page names it where
//! it names whose work it carries.

use std::collections::{BTreeSet, HashMap};

use vitrine_corpus::model::{Passage, Thesaurus};
use vitrine_corpus::text::stem;

use super::dictionary::{self, Vocabulary, is_common, senses};
use super::{Equivalents, lines, synonyms};
use crate::folding::{Folding, is_han};

/// A word a line, and those that are related to it, the nearest first.
const RELATED: &str = include_str!("../../data/related-words.txt");

/// Of so many of a word's related words, the nearest that the corpus has, each in all its forms and with what
/// translates it.
const MOST: usize = 3;

/// The thesaurus of a corpus; see [`related`].
pub(super) fn of(
    passages: &[Passage],
    vocabulary: &Vocabulary,
    translations: &Equivalents,
    folding: &Folding,
    is_known: impl Fn(&str) -> bool,
) -> Thesaurus {
    let related = related(passages, vocabulary, translations, folding, is_known);
    write(&related, &synonyms::of(&vocabulary.chinese, folding))
}

/// What is related to words that the corpus lacks. `translations` has for the stems of English words the Chinese ones that mean the same;
/// what `is_known` finds what it means without related words.
fn related(
    passages: &[Passage],
    vocabulary: &Vocabulary,
    translations: &Equivalents,
    folding: &Folding,
    is_known: impl Fn(&str) -> bool,
) -> Equivalents {
    let Vocabulary { english, chinese } = vocabulary;
    let own: BTreeSet<String> = chinese.iter().map(|word| folding.fold(word).text).collect();
    let is_said = |word: &str| english.contains_key(word) || own.contains(word) || is_known(word);
    let translating: BTreeSet<&str> = translations
        .values()
        .flatten()
        .map(String::as_str)
        .filter(|word| word.chars().count() > 1 && word.chars().all(is_han))
        .collect();
    let alone = dictionary::alone(passages, translating);
    let mut related = Equivalents::new();
    for (word, others) in lines(RELATED).filter_map(|line| line.split_once(": ")) {
        let words = said(word, others, |key| {
            let forms = english.get(key).into_iter().flatten();
            let translated = translations.get(key).into_iter().flatten();
            forms.chain(translated.filter(|word| alone.contains(word.as_str())))
        });
        if words.is_empty() {
            continue;
        }
        let asked = std::iter::once(stem(word));
        for term in asked.chain(in_chinese(word, folding)).filter(|term| !is_said(term)) {
            related.entry(term).or_default().extend(words.iter().cloned());
        }
    }
    related
}

/// What the corpus says of the nearest of a word's related words; `said_of` gives it by the stem of each.
fn said<'a, Said: Iterator<Item = &'a String>>(
    word: &str,
    others: &str,
    said_of: impl Fn(&str) -> Said,
) -> BTreeSet<String> {
    let own = stem(word);
    let others = others.split(' ').map(stem).filter(|key| *key != own);
    let said = others.map(|key| said_of(&key).cloned().collect::<Vec<String>>());
    said.filter(|words| !words.is_empty()).take(MOST).flatten().collect()
}

/// The common Chinese words that mean an English one, folded. A corpus folds the characters that it has: of others
/// both forms are asked for.
fn in_chinese(word: &str, folding: &Folding) -> BTreeSet<String> {
    let entries = dictionary::by_english(word).into_iter();
    let meant = entries.filter(|entry| {
        is_common(entry)
            && entry.traditional.chars().count() > 1
            && senses(&entry.traditional).contains(word)
    });
    meant
        .flat_map(|entry| [&entry.traditional, &entry.simplified])
        .map(|form| folding.fold(form).text)
        .collect()
}

fn write(related: &Equivalents, synonyms: &Equivalents) -> Thesaurus {
    let mut thesaurus = Thesaurus::default();
    let both = || related.iter().chain(synonyms);
    let words: BTreeSet<&str> = both().flat_map(|(_, words)| words).map(String::as_str).collect();
    let mut place: HashMap<&str, u32> = HashMap::new();
    for (n, word) in words.into_iter().enumerate() {
        thesaurus.words.push(word);
        place.insert(word, n as u32);
    }
    // In the order of their places.
    let places = |equivalents: &Equivalents, term: &str| -> Vec<u32> {
        let words = equivalents.get(term).into_iter().flatten();
        words.map(|word| place[word.as_str()]).collect()
    };
    for term in both().map(|(term, _)| term.as_str()).collect::<BTreeSet<&str>>() {
        thesaurus.terms.push(term);
        thesaurus.related.push(&places(related, term));
        thesaurus.synonyms.push(&places(synonyms, term));
    }
    thesaurus
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related_to(term: &str, texts: &[&str]) -> Vec<String> {
        let passages: Vec<Passage> =
            texts.iter().map(|text| crate::samples::passage(text)).collect();
        let folding = Folding::new(passages.iter().map(|passage| &*passage.text));
        let translations = [("apple", "蘋果"), ("plum", "布林")];
        let translations =
            translations.map(|(word, other)| (stem(word), [other.to_owned()].into()));
        let translations = Equivalents::from(translations);
        let all = related(&passages, &Vocabulary::of(&passages), &translations, &folding, |word| {
            word == "pistol"
        });
        all.get(&folding.fold(term).text).into_iter().flatten().cloned().collect()
    }

    #[test]
    fn what_the_corpus_lacks_is_related_to_what_it_says() {
        assert_eq!(related_to("gun", &["cannons and a rifle"]), ["cannons", "rifle"]);
        assert_eq!(related_to("fruit", &["進口蘋果"]), ["蘋果"]);
        assert_eq!(related_to("水果", &["進口蘋果"]), ["蘋果"]);
        assert!(related_to("fruit", &["布林肯說"]).is_empty(), "a plum is no part of a name");
        assert!(related_to("gun", &["the guns and a rifle"]).is_empty(), "it says guns itself");
        assert!(related_to("pistol", &["cannons and a rifle"]).is_empty(), "it is known");
        assert!(related_to("gun", &["a quiet day"]).is_empty());
    }

    #[test]
    fn every_line_of_the_list_is_a_word_and_others() {
        let mut before = "";
        for line in lines(RELATED) {
            let (word, others) = line.split_once(": ").expect(line);
            let is_word =
                |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
            assert!(is_word(word) && others.split(' ').all(is_word), "{line}");
            assert!(word > before, "{line}");
            before = word;
        }
    }
}
