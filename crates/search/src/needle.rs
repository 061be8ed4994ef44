//! Where does a needle stand in a text? Found once for all passages that are looked at.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem::Finder;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::text::is_word;

use crate::bitset::Bitset;
use crate::candidates;
use crate::query::Needle;

/// What looking for a needle takes, made when it is looked for first: to find, to order and to mark
/// passages takes the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sought(OnceLock<Seeker>);

impl Sought {
    pub(crate) fn of(&self, corpus: &ArchivedCorpus, needle: &Needle) -> &Seeker {
        self.0.get_or_init(|| Seeker {
            words: Words::new(needle),
            candidates: candidates::of_needle(corpus, needle),
        })
    }
}

/// A needle is what it is, whether it was looked for already or not.
impl PartialEq for Sought {
    fn eq(&self, _: &Sought) -> bool {
        true
    }
}

impl Eq for Sought {}

/// A needle, ready to be looked for in the passages of one corpus.
#[derive(Debug, Clone)]
pub(crate) struct Seeker {
    words: Words,
    /// A set that holds every passage in which it can stand.
    pub(crate) candidates: Bitset,
}

impl Seeker {
    /// Where it stands in the folded text of a passage, in bytes.
    pub(crate) fn hits<'a>(
        &'a self,
        corpus: &'a ArchivedCorpus,
        passage: usize,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let can = self.candidates.contains(passage);
        can.then(|| self.words.hits(&corpus.passages[passage].folded)).into_iter().flatten()
    }
}

/// The words of a needle, ready to be looked for in any text.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    finder: Finder<'static>,
    length: usize,
    /// Whether it begins with a character of a word, so that no word may go on before it.
    begins_word: bool,
    /// Whether it ends with one, and no word may go on after it.
    ends_word: bool,
}

impl Words {
    pub(crate) fn new(needle: &Needle) -> Words {
        let folded = &needle.folded;
        Words {
            finder: Finder::new(folded).into_owned(),
            length: folded.len(),
            begins_word: folded.chars().next().is_some_and(is_word),
            ends_word: !needle.is_prefix && folded.chars().next_back().is_some_and(is_word),
        }
    }

    /// Where it stands in a folded text, in bytes.
    pub(crate) fn hits<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        // The finder's own iterator copies the finder for each text.
        let next = move || {
            let start = from + self.finder.find(&folded.as_bytes()[from..])?;
            from = start + self.length;
            Some(start..from)
        };
        std::iter::from_fn(next).filter(|hit| {
            let goes_before = || folded[..hit.start].chars().next_back().is_some_and(is_word);
            let goes_on = || folded[hit.end..].chars().next().is_some_and(is_word);
            let splits_word = (self.begins_word && goes_before()) || (self.ends_word && goes_on());
            !splits_word
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::How;
    use crate::seeds::corpus;

    #[test]
    fn what_the_postings_rule_out_does_not_have_it() {
        let corpus = corpus();
        let words = [
            "朝鮮",
            "制",
            "asean",
            "sanct",
            "就aukus對",
            "north korea",
            "s.",
            "(",
            "-",
            "2024",
            "、朝",
        ];
        // And stretches of the texts themselves, from wherever.
        let texts = corpus.passages.iter().map(|passage| &*passage.folded);
        let stretches = texts.step_by(7).filter_map(|folded| {
            let ends: Vec<usize> = folded.char_indices().map(|(at, _)| at).collect();
            let from = ends.len() / 3;
            Some(&folded[*ends.get(from)?..*ends.get(from + 5)?])
        });
        for word in words.into_iter().chain(stretches) {
            for is_prefix in [false, true] {
                let mut needle = Needle::new(&corpus.fold.fold(word).text, How::Written);
                needle.is_prefix = is_prefix;
                let plain = Words::new(&needle);
                for (n, passage) in corpus.passages.iter().enumerate() {
                    let all: Vec<_> = plain.hits(&passage.folded).collect();
                    let found: Vec<_> = needle.seeker(corpus).hits(corpus, n).collect();
                    assert_eq!(found, all, "“{word}” in {}", corpus.passage_id(n));
                }
            }
        }
    }
}
