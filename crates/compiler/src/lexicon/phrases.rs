//! What does the corpus say in several English words for which Chinese has one? Who asks for 社交媒體 finds what is said
//! of social media.

use std::collections::{BTreeSet, HashMap};

use vitrine_corpus::model::{Passage, Role};
use vitrine_corpus::text::is_word;

use super::{Equivalents, dictionary};
use crate::folding::{Folding, is_han};

/// So many words at most: the dictionary explains few words by more.
const LONGEST: usize = 3;

/// Chinese words, folded, each with the English phrases that it means, as the texts have them. A phrase neither begins
/// nor ends with a word that says nothing.
pub(super) fn said(
    passages: &[Passage],
    folding: &Folding,
    says_nothing: impl Fn(&str) -> bool,
) -> Equivalents {
    let texts = passages.iter().filter(|passage| passage.role != Role::Boilerplate);
    let phrases: BTreeSet<&str> =
        texts.flat_map(|passage| phrases(&passage.folded, &says_nothing)).collect();
    let mut meaning: HashMap<String, Vec<&str>> = HashMap::new();
    let mut said = Equivalents::new();
    for phrase in phrases {
        for asked in as_explained(phrase) {
            let words = meaning.entry(asked).or_insert_with_key(|asked| meant_by(asked));
            for word in words {
                said.entry(folding.fold(word).text).or_default().insert(phrase.to_owned());
            }
        }
    }
    said
}

/// Two or three plain words in a row.
fn phrases<'a>(text: &'a str, says_nothing: &impl Fn(&str) -> bool) -> Vec<&'a str> {
    let mut phrases = Vec::new();
    // Where the words of the row begin that ends here.
    let mut row: Vec<usize> = Vec::new();
    let mut end = 0;
    for word in text.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
        // Both are of one text.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        if !matches!(&text[end..start], " " | "-") {
            row.clear();
        }
        end = start + word.len();
        if !word.bytes().all(|b| b.is_ascii_lowercase()) {
            row.clear();
            continue;
        }
        row.push(start);
        if row.len() > LONGEST {
            row.remove(0);
        }
        if says_nothing(word) {
            continue;
        }
        let before = &row[..row.len() - 1];
        let begins = before.iter().filter(|&&from| {
            let first = text[from..end].split(|c| !is_word(c)).next();
            first.is_some_and(|first| first.len() > 1 && !says_nothing(first))
        });
        phrases.extend(begins.map(|&from| &text[from..end]));
    }
    phrases
}

/// A phrase as a dictionary may have it: without hyphens, and of one thing.
fn as_explained(phrase: &str) -> Vec<String> {
    let plain = phrase.replace('-', " ");
    let endings = [("ies", "y"), ("es", ""), ("s", "")];
    let one = endings
        .iter()
        .filter_map(|(many, one)| plain.strip_suffix(many).map(|bare| [bare, one].concat()));
    one.chain([plain.clone()]).collect()
}

/// The Chinese words that mean a phrase, in both scripts.
fn meant_by(phrase: &str) -> Vec<&'static str> {
    let entries = dictionary::by_english(phrase).into_iter();
    let meant = entries.filter(|entry| {
        entry.traditional.chars().count() > 1
            && entry.traditional.chars().all(is_han)
            && dictionary::ways(entry, usize::MAX).any(|way| way == phrase)
    });
    let forms = meant.flat_map(|entry| [&*entry.traditional, &*entry.simplified]);
    forms.collect::<BTreeSet<&str>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_words_is_a_phrase_at_each_of_its_ends() {
        let found = |text| phrases(text, &|word: &str| word == "of");
        assert_eq!(
            found("sugar-cane farms, coral reefs 3 ways"),
            ["sugar-cane", "sugar-cane farms", "cane farms", "coral reefs"]
        );
        assert_eq!(found("bank of england"), ["bank of england"]);
        assert_eq!(found("the 社交 media"), Vec::<&str>::new());
    }

    #[test]
    fn what_is_said_in_several_words_is_meant_by_one() {
        let texts = [
            "greenhouse gases, sea cucumbers and sugar-cane in the exclusive economic zone; mobile phones",
        ];
        let texts = texts.map(crate::samples::passage);
        let folding = Folding::new(texts.iter().map(|passage| &*passage.text));
        let said = said(&texts, &folding, |word| ["and", "in", "the"].contains(&word));
        let of = |word: &str| -> Vec<&str> {
            let phrases = said.get(&folding.fold(word).text).into_iter().flatten();
            phrases.map(String::as_str).collect()
        };
        assert_eq!(of("温室气体"), ["greenhouse gases"]);
        assert_eq!(of("海參"), ["sea cucumbers"]);
        // “cell phone; mobile phone”
        assert_eq!(of("手機"), ["mobile phones"]);
        assert_eq!(of("甘蔗"), ["sugar-cane"]);
        assert_eq!(of("專屬經濟區"), ["exclusive economic zone"]);
        assert!(of("海").is_empty());
    }
}
