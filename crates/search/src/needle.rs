//! Where does a needle stand in a text? Found once for all passages that are looked at.

use std::ops::Range;

use memchr::memmem::Finder;
use vitrine_corpus::text::is_word;

use crate::query::Needle;

/// A needle, ready to be looked for.
pub(crate) struct Seeker<'a> {
    finder: Finder<'a>,
    length: usize,
    /// Whether it begins with a character of a word, so that no word may go on before it.
    begins_word: bool,
    /// Whether it ends with one, and no word may go on after it.
    ends_word: bool,
}

impl<'a> Seeker<'a> {
    pub(crate) fn new(needle: &'a Needle) -> Seeker<'a> {
        let folded = &needle.folded;
        Seeker {
            finder: Finder::new(folded),
            length: folded.len(),
            begins_word: folded.chars().next().is_some_and(is_word),
            ends_word: !needle.is_prefix && folded.chars().next_back().is_some_and(is_word),
        }
    }

    /// Where it stands in a folded text, in bytes.
    pub(crate) fn hits(&self, folded: &str) -> impl Iterator<Item = Range<usize>> {
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
