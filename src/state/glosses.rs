//! Which word stands at a place of a Chinese text, and what is known of it?

use vitrine_corpus::model::ArchivedGlosses;

/// The longest word that is looked for, in characters; the compiler looks for no longer ones.
const LONGEST: usize = 6;

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// It in the other script; empty where it is the same.
    pub other: &'a str,
    /// Its sound.
    pub pinyin: &'a str,
    /// Its meaning.
    pub english: &'a str,
}

/// The first place from `from` on where a known word is.
pub fn first(glosses: &ArchivedGlosses, text: &str, from: usize) -> Option<usize> {
    let mut places = text[from..].char_indices().map(|(at, _)| from + at);
    places.find(|&place| at(glosses, text, place).is_some())
}

/// The last place before `to` where a known word is.
pub fn last(glosses: &ArchivedGlosses, text: &str, to: usize) -> Option<usize> {
    let mut places = text[..to].char_indices().rev().map(|(at, _)| at);
    places.find(|&place| at(glosses, text, place).is_some())
}

/// The longest known word around the character at `place` (bytes), of equally long ones the first: where it
/// begins, it, and what is known of it.
pub fn at<'g, 't>(
    glosses: &'g ArchivedGlosses,
    text: &'t str,
    place: usize,
) -> Option<(usize, &'t str, Known<'g>)> {
    let before = text[..place].char_indices().rev().map(|(at, _)| at).take(LONGEST - 1);
    let starts: Vec<usize> = before.chain([place]).collect();
    // Its length in characters, where it begins, the word, its place in the list.
    let mut best: Option<(usize, usize, &str, usize)> = None;
    for start in starts {
        let ends =
            text[start..].char_indices().map(|(at, c)| start + at + c.len_utf8()).take(LONGEST);
        for end in ends.filter(|&end| end > place) {
            let word = &text[start..end];
            let length = word.chars().count();
            let is_better = best
                .is_none_or(|(other, from, ..)| length > other || length == other && start < from);
            if is_better && let Some(n) = glosses.words.find(word) {
                best = Some((length, start, word, n));
            }
        }
    }
    let (_, start, word, n) = best?;
    let known = Known {
        other: glosses.others.get(n),
        pinyin: glosses.pinyin.get(n),
        english: glosses.english.get(n),
    };
    Some((start, word, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_word_leads_to_the_longest_word_around_it() {
        let glosses = &crate::embedded::appendix().glosses;
        let corpus = crate::embedded::corpus().unwrap();
        let mut texts = (0..corpus.passages.len()).map(|n| corpus.text(n));
        let text = texts.find(|text| text.contains("制裁")).expect("it is their subject");
        let start = text.find("制裁").unwrap();
        for place in [start, start + 3] {
            let (from, word, known) = at(glosses, &text, place).unwrap();
            assert!(
                (from..from + word.len()).contains(&place) && word.chars().count() >= 2,
                "{word}"
            );
            assert!(!known.pinyin.is_empty() && !known.english.is_empty());
        }
        assert_eq!(at(glosses, "abc", 1), None);
        assert_eq!(first(glosses, "abc", 0), None);
        let mut steps = 0;
        let mut place = first(glosses, &text, 0);
        while let Some(now) = place {
            let (from, word, _) = at(glosses, &text, now).unwrap();
            assert!(last(glosses, &text, from).is_none_or(|before| before < now));
            (place, steps) = (first(glosses, &text, from + word.len()), steps + 1);
        }
        assert!(steps > 1, "the words are stepped through to the end");
    }
}
