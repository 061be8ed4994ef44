//! Where are the words that a link quotes? A link outlives the version of the corpus it was made from, so it
//! carries the words, those around them, and the version; here they are looked for in the document as it
//! stands now.
//!
//! An answer is sure only if nothing else could be meant. What a link carries is cut by [`quote()`] with a view to
//! that: a neighbour is as long as it must be to stand, with the words, in one place only, and
//! [`Quote::twice`] says whether the words alone did. So a neighbour that stands whole beside the words tells
//! their place; and what an edit can bring together by chance (a sentence is deleted, and what stood behind
//! it now stands behind like words) is not taken for it, as the other neighbour must be there in part. Anything
//! less is a candidate, which is shown and not gone to.
//!
//! Some documents say all of their text twice. What stands beside the words then tells nothing, however much of it
//! is taken; so such a link also says between which two texts, each in one place only, the words stand
//! ([`Quote::since`], [`Quote::until`]), and they are looked for there.
//!
//! All is compared folded and without spaces, across the borders of passages: another script, another break
//! of a line, and a paragraph that was split or merged change nothing.

mod quote;
mod stream;

use std::ops::Range;

pub use quote::quote;
use stream::{Stream, bare, closest, common_beginning, common_end, first, last, shared};

/// What a link carries beside the passage's id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// Whether they only begin what is meant: a passage, all of it.
    pub is_beginning: bool,
    /// What stands before them.
    pub before: String,
    /// What stands after them.
    pub after: String,
    /// What else of the document says the same, or of the part between `since` and `until`.
    pub twice: Twice,
    /// If the text around the words occurs twice as well: earlier text that occurs only once. Empty at the document's
    /// beginning.
    pub since: String,
    /// The same of later text. Empty at the document's end.
    pub until: String,
    /// The version of the corpus.
    pub version: String,
}

/// What of a document said the same as a link when it was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Twice {
    /// Nothing else.
    #[default]
    No,
    /// The words stood elsewhere too, or others between neighbours like theirs.
    Words,
    /// Another passage said all that the passage says.
    Passage,
}

/// A stretch of the document: passages, by their places in the list, each with bytes of its folded words.
pub type Stretches = Vec<(usize, Range<usize>)>;

/// What has become of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// They stand in the passage the link names.
    Found(Stretches),
    /// They stand as they did, in a passage that has changed around them, or elsewhere.
    Moved(Stretches),
    /// Other words stand between the same neighbours.
    Rewritten(Stretches),
    /// They may be one of these, the likeliest first.
    Uncertain(Vec<Stretches>),
    /// They are not there.
    Gone,
}

/// A neighbour with fewer characters tells no place.
const LEAST: usize = 8;

/// More characters of a neighbour are not compared: no link that was made here has as many.
const LONGEST: usize = 512;

/// A neighbour that has changed must still touch the words with as many characters to be sure of them.
const TOUCHING: usize = 2;

/// How much of its pairs of characters a text must still have to be the same in other words, per cent. With less
/// between its neighbours, another passage may have been put there.
const ALIKE: usize = 60;

/// More candidates than this are no help.
const CANDIDATES: usize = 5;

/// Words that may have been put between two neighbours in place of some: this many more, beside twice as many.
const MORE: usize = 8;

/// How far a neighbour of the words is beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Beside {
    /// Not there.
    No,
    /// There in part, or in other words.
    Partly,
    /// There, all of it.
    Whole,
}

/// A place where the words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hit {
    at: usize,
    before: Beside,
    after: Beside,
    /// How many characters stand beside them as they did.
    near: usize,
    /// Whether all of them are in one passage.
    is_together: bool,
}

impl Hit {
    fn has_whole(&self) -> bool {
        self.before == Beside::Whole || self.after == Beside::Whole
    }

    fn has_both(&self) -> bool {
        self.has_whole() && self.before.min(self.after) >= Beside::Partly
    }
}

/// A link's words and their neighbours, as they are compared.
struct Wanted {
    words: String,
    before: String,
    after: String,
    twice: Twice,
}

/// Finds the words of `link` among the passages of its document, folded as they stand now. The link names one of them, by
/// its place, if it is there; it is folded as they are. `version` is that of the corpus.
pub fn resolve(named: Option<usize>, link: &Quote, passages: &[&str], version: &str) -> Resolution {
    let document = Stream::of(passages.iter().copied());
    let [words, before, after] = [&link.words, &link.before, &link.after].map(|text| bare(text));
    let (before, after) = (last(&before, LONGEST).to_owned(), first(&after, LONGEST).to_owned());
    let wanted = Wanted { words, before, after, twice: link.twice };
    let all: Vec<Hit> =
        document.all(&wanted.words).into_iter().map(|at| wanted.hit(&document, at)).collect();
    let place = |hit: &Hit| document.place(passages, hit.at..hit.at + wanted.words.len());
    let is_same = link.version == version && !version.is_empty();
    if is_same && let Some(hit) = named.and_then(|named| wanted.in_passage(&document, &all, named))
    {
        return Resolution::Found(place(&hit));
    }
    // What is outside was not meant, and cannot make what is inside less sure.
    let part = document.part(&bare(&link.since), &bare(&link.until)).unwrap_or(0..0);
    let is_inside = |hit: &&Hit| part.start <= hit.at && hit.at + wanted.words.len() <= part.end;
    let hits: Vec<Hit> = all.iter().filter(is_inside).copied().collect();
    if let Some(hit) = named.and_then(|named| wanted.in_unchanged(&document, &hits, named, &part)) {
        return Resolution::Found(place(&hit));
    }
    if let Some(hit) = wanted.anywhere(&hits) {
        let place = place(&hit);
        let is_named = named.is_some_and(|named| place.iter().all(|part| part.0 == named));
        return if is_named { Resolution::Found(place) } else { Resolution::Moved(place) };
    }
    if all.is_empty() {
        return wanted.in_other_words(&document, passages, &part);
    }
    let mut likely = all;
    likely.sort_by_key(|hit| std::cmp::Reverse((hits.contains(hit), hit.has_whole(), hit.near)));
    Resolution::Uncertain(likely.iter().take(CANDIDATES).map(place).collect())
}

/// Where these folded words stand among passages: for documents that a link does not name, in which nothing is
/// sure.
pub fn places(words: &str, passages: &[&str]) -> Vec<Stretches> {
    let document = Stream::of(passages.iter().copied());
    let words = bare(words);
    if words.chars().count() < LEAST {
        return Vec::new();
    }
    let hits = document.all(&words).into_iter().take(CANDIDATES);
    hits.map(|at| document.place(passages, at..at + words.len())).collect()
}

impl Wanted {
    /// What stands beside the words at a place.
    fn hit(&self, document: &Stream, at: usize) -> Hit {
        let (earlier, later) = (&document.text[..at], &document.text[at + self.words.len()..]);
        let (before, after) =
            (common_end(&self.before, earlier), common_beginning(&self.after, later));
        let count = |text: &str| text.chars().count();
        let beside = |neighbour: &str, common: usize, now: &str, all: &str| {
            let length = count(neighbour);
            match length {
                0 => Beside::No,
                // A short one is all that there was up to an end of the document.
                _ if common == length && (length >= LEAST || all.len() == now.len()) => {
                    Beside::Whole
                }
                _ if common >= LEAST.min(length) => Beside::Partly,
                _ if common >= TOUCHING && shared(neighbour, now) >= ALIKE => Beside::Partly,
                _ => Beside::No,
            }
        };
        let before_now = last(earlier, count(&self.before));
        let after_now = first(later, count(&self.after));
        Hit {
            at,
            before: beside(&self.before, before, before_now, earlier),
            after: beside(&self.after, after, after_now, later),
            near: before + after,
            is_together: document.is_together(at..at + self.words.len()),
        }
    }

    /// The words in the passage that the link names, if that says what it said then.
    fn in_unchanged(
        &self,
        document: &Stream,
        hits: &[Hit],
        named: usize,
        part: &Range<usize>,
    ) -> Option<Hit> {
        // An id is made of the words. But where a document says them twice and the first is no more, the second
        // has its name; so the name alone does not tell.
        let range = document.range(named);
        let is_in_part = |n: &usize| {
            let range = document.range(*n);
            range.start < part.end && part.start < range.end
        };
        let words = document.words(named);
        let same = (0..document.len()).filter(|&n| document.words(n) == words);
        let is_alone = same.filter(is_in_part).count() == 1 && is_in_part(&named);
        let has_name = is_alone && !range.is_empty() && self.twice != Twice::Passage;
        has_name.then(|| self.in_passage(document, hits, named)).flatten()
    }

    /// The words in a passage that is as it was.
    fn in_passage(&self, document: &Stream, hits: &[Hit], named: usize) -> Option<Hit> {
        let range = document.range(named);
        let is_inside =
            |hit: &&Hit| range.contains(&hit.at) && hit.at + self.words.len() <= range.end;
        let inside: Vec<Hit> = hits.iter().filter(is_inside).copied().collect();
        if let [one] = inside[..] {
            return Some(one);
        }
        // Its words stand beside what stood beside them, up to its ends.
        let fits = |hit: &&Hit| {
            let count = |text: &str| text.chars().count();
            let (earlier, later) = (
                &document.text[range.start..hit.at],
                &document.text[hit.at + self.words.len()..range.end],
            );
            let before = common_end(&self.before, earlier);
            let after = common_beginning(&self.after, later);
            before == count(&self.before).min(count(earlier))
                && after == count(&self.after).min(count(later))
        };
        only(inside.iter().filter(fits))
    }

    /// The words wherever they stand, if their neighbours tell that they are those that were meant.
    fn anywhere(&self, hits: &[Hit]) -> Option<Hit> {
        // A copy may have taken one neighbour from the words, and left them the other: then neither is sure.
        if let Some(rival) = only(hits.iter().filter(|hit| hit.has_whole()))
            && rival.has_both()
        {
            return Some(rival);
        }
        // Words that stood only once, and do. They were those of one passage: where they stand in two, the first or
        // last of them may be others, such as the full stop of what is now before them.
        let alone = only(hits.iter()).filter(|hit| self.twice == Twice::No && hit.is_together)?;
        let is_beside = alone.has_whole() || alone.before.min(alone.after) >= Beside::Partly;
        is_beside.then_some(alone)
    }

    /// The words do not stand anywhere. Are there others in their place, or like them?
    fn in_other_words(
        &self,
        document: &Stream,
        passages: &[&str],
        part: &Range<usize>,
    ) -> Resolution {
        if self.words.is_empty() {
            return Resolution::Gone;
        }
        // Some of them may be empty.
        let most = 2 * CANDIDATES;
        let mut between = document.between(&self.before, &self.after, self.reach(), part, most);
        if self.twice == Twice::No
            && let [between] = &between[..]
            && shared(&self.words, &document.text[between.clone()]) >= ALIKE
        {
            return Resolution::Rewritten(document.place(passages, between.clone()));
        }
        let mut alike: Vec<(usize, usize)> = (0..document.len())
            .map(|n| (closest(&self.words, document.words(n)), n))
            .filter(|(share, _)| *share >= ALIKE)
            .collect();
        alike.sort_by_key(|&(share, n)| (std::cmp::Reverse(share), n));
        between.retain(|between| !between.is_empty());
        between.extend(alike.iter().map(|&(_, n)| document.range(n)));
        let likely = between.into_iter().take(CANDIDATES);
        let likely: Vec<Stretches> = likely.map(|range| document.place(passages, range)).collect();
        if likely.is_empty() { Resolution::Gone } else { Resolution::Uncertain(likely) }
    }

    /// How many characters other words may have in place of these.
    fn reach(&self) -> usize {
        2 * self.words.chars().count() + MORE
    }
}

/// The one there is, if there is only one.
fn only<'a>(mut hits: impl Iterator<Item = &'a Hit>) -> Option<Hit> {
    let one = hits.next()?;
    hits.next().is_none().then_some(*one)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 3] = [
        "The first paragraph speaks of aid.",
        "Workers were sent abroad in 2017, and sent abroad again.",
        "The last one closes the report.",
    ];

    fn link(words: &str) -> Quote {
        let from = TEXTS[1].find(words).unwrap();
        quote(&TEXTS, 1, from..from + words.len(), "1", str::to_owned).unwrap()
    }

    #[test]
    fn words_are_found_where_they_were() {
        let link = link("sent abroad");
        let found = resolve(Some(1), &link, &TEXTS, "2");
        assert_eq!(found, Resolution::Found(vec![(1, 13..24)]), "the first of two");
    }

    #[test]
    fn words_stand_in_a_passage_that_was_split() {
        let link = link("abroad in 2017");
        let now =
            [TEXTS[0], "Workers were sent abroad", "in 2017, and sent abroad again.", TEXTS[2]];
        let moved = resolve(None, &link, &now, "2");
        assert_eq!(moved, Resolution::Moved(vec![(1, 18..24), (2, 0..7)]));
    }

    #[test]
    fn other_words_between_the_same_are_said_to_be_other() {
        let link = link("sent abroad in 2017");
        let now = [TEXTS[0], "Workers were sent abroad in 2019, and sent abroad again.", TEXTS[2]];
        let Resolution::Rewritten(place) = resolve(None, &link, &now, "2") else {
            panic!("the neighbours are there");
        };
        assert_eq!(&now[1][place[0].1.clone()], "sent abroad in 2019");
    }

    #[test]
    fn what_is_not_sure_is_not_gone_to() {
        let link = link("sent abroad in 2017");
        let now = [TEXTS[0], TEXTS[1], TEXTS[1], TEXTS[2]];
        let twice = resolve(Some(1), &link, &now, "2");
        assert!(matches!(&twice, Resolution::Uncertain(both) if both.len() == 2), "{twice:?}");
        assert!(matches!(resolve(Some(1), &link, &now, "1"), Resolution::Found(_)));
        assert_eq!(resolve(None, &link, &[TEXTS[0], TEXTS[2]], "2"), Resolution::Gone);
    }

    #[test]
    fn like_words_do_not_stand_for_those_that_are_gone() {
        // A sentence is deleted, so that what stood behind it stands behind the same words of another.
        let texts =
            ["Many were sent abroad.", "Few were sent abroad.", "Then all came home again."];
        let from = texts[1].find("sent").unwrap();
        let link = quote(&texts, 1, from..texts[1].len(), "1", str::to_owned).unwrap();
        let now = resolve(None, &link, &[texts[0], texts[2]], "2");
        assert!(matches!(now, Resolution::Uncertain(_)), "{now:?}");
    }

    #[test]
    fn words_alone_say_nothing() {
        let bare = Quote { words: "abroad".into(), ..Quote::default() };
        let now = resolve(None, &bare, &TEXTS, "2");
        assert!(matches!(now, Resolution::Uncertain(both) if both.len() == 2));
        let none = resolve(None, &Quote::default(), &TEXTS, "2");
        assert_eq!(none, Resolution::Gone);
    }

    #[test]
    fn any_text_may_be_quoted() {
        for words in ["", " ", "…", "é\u{301}", "🚀", "朝鮮", "-", "."] {
            let link = Quote {
                words: words.into(),
                before: words.repeat(9),
                after: words.repeat(9),
                ..Quote::default()
            };
            for texts in [&TEXTS[..], &[], &["", " ", "🚀🚀🚀", "朝鮮 朝鮮"]] {
                resolve((!texts.is_empty()).then_some(0), &link, texts, "1");
            }
        }
    }
}
