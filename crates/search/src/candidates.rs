//! Where can it be? What the postings alone say: passages that have all characters and words of a
//! needle. Whether it stands there in one piece is seen by looking.

use vitrine_corpus::model::{ArchivedCorpus, ArchivedPostings};
use vitrine_corpus::order;
use vitrine_corpus::text::{is_unspaced, is_word};

use crate::bitset::Bitset;
use crate::query::Needle;

/// Looking at a passage costs as much as decoding so many bytes of postings.
const LOOK: usize = 40;

/// Lists of postings whose union a candidate must be in.
struct Lists<'a> {
    postings: &'a ArchivedPostings,
    places: std::ops::Range<usize>,
    /// What decoding them costs, in bytes.
    bytes: usize,
}

/// A set that holds every passage in which the needle can stand.
pub(crate) fn of_needle(corpus: &ArchivedCorpus, needle: &Needle) -> Bitset {
    let size = corpus.passages.len();
    let Some(lists) = lists(corpus, needle) else { return Bitset::empty(size) };
    // The rarest first; others are left out where looking at what is left is cheaper.
    let mut rarest: Vec<u64> =
        lists.iter().enumerate().map(|(n, list)| order::key(list.bytes, n)).collect();
    order::sort(&mut rarest);
    let mut candidates: Option<Bitset> = None;
    for key in rarest {
        let list = &lists[order::second(key)];
        if candidates.as_ref().is_some_and(|found| list.bytes > LOOK * found.len()) {
            break;
        }
        let mut having = Bitset::empty(size);
        for n in list.places.clone() {
            list.postings.list(n).for_each(|passage| having.insert(passage as usize));
        }
        match &mut candidates {
            Some(candidates) => candidates.intersect(&having),
            none => *none = Some(having),
        }
    }
    candidates.unwrap_or_else(|| Bitset::full(size))
}

/// What to intersect; `None` if the corpus lacks a character or a word of the needle.
fn lists<'a>(corpus: &'a ArchivedCorpus, needle: &Needle) -> Option<Vec<Lists<'a>>> {
    let index = &corpus.index;
    let mut lists = Vec::new();
    let mut add = |postings: &'a ArchivedPostings, places: std::ops::Range<usize>| {
        let bytes = places.clone().map(|n| postings.size(n)).sum();
        lists.push(Lists { postings, places, bytes });
    };
    for c in needle.folded.chars().filter(|&c| is_unspaced(c)) {
        let n = index.characters.binary_search_by_key(&(c as u32), |c| c.to_native()).ok()?;
        add(&index.character_postings, n..n + 1);
    }
    let mut words = needle.folded.split(|c| !is_word(c)).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let goes_on = needle.is_prefix && words.peek().is_none() && needle.folded.ends_with(word);
        let places = if goes_on {
            index.words.with_prefix(word)
        } else {
            let n = index.words.find(word)?;
            n..n + 1
        };
        add(&index.word_postings, places);
    }
    Some(lists)
}
