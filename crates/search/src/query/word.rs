//! What is looked for when a reader writes a word or a phrase?

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::text::{is_unspaced, is_word};

use super::{Needle, NoteKind};

/// A word of the query, read.
pub(super) struct Word {
    pub(super) needles: Vec<Needle>,
    pub(super) is_prefix: bool,
    pub(super) note: Option<NoteKind>,
}

/// How many near words stand in for one that no passage has: more would no longer be read.
const MAX_NEAR: usize = 5;

/// The needle of an exact phrase; `None` if there is nothing in it to look for.
pub(super) fn phrase(corpus: &ArchivedCorpus, words: &str) -> Option<Needle> {
    let folded = corpus.fold.fold(words).text;
    let folded = folded.trim();
    folded
        .chars()
        .any(is_searchable)
        .then(|| Needle { folded: folded.to_owned(), is_prefix: false })
}

/// The needles of a word: itself; else, where no passage has it and it is of a script with spaces,
/// the words that begin so; else the words nearest to it.
pub(super) fn read(corpus: &ArchivedCorpus, word: &str, is_literal: bool) -> Option<Word> {
    let folded = corpus.fold.fold(word).text;
    let asks_prefix = folded.ends_with('*') && !is_literal;
    let folded = folded.trim_matches(|c| !is_searchable(c));
    if folded.is_empty() {
        return None;
    }
    let needle = |is_prefix| Needle { folded: folded.to_owned(), is_prefix };
    let last = folded.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    if asks_prefix {
        return Some(Word { needles: vec![needle(true)], is_prefix: true, note: None });
    }
    let words = &corpus.index.words;
    if is_literal || last.is_empty() || words.find(last).is_some() {
        return Some(Word { needles: vec![needle(false)], is_prefix: false, note: None });
    }
    if !words.with_prefix(last).is_empty() {
        let note = Some(NoteKind::ReadAsPrefix(word.to_owned()));
        return Some(Word { needles: vec![needle(true)], is_prefix: true, note });
    }
    if last.len() == folded.len() {
        let near = near(corpus, folded);
        if !near.is_empty() {
            let needles =
                near.iter().map(|word| Needle { folded: word.clone(), is_prefix: false }).collect();
            let note = Some(NoteKind::NearMiss { word: word.to_owned(), taken: near });
            return Some(Word { needles, is_prefix: false, note });
        }
    }
    Some(Word { needles: vec![needle(false)], is_prefix: false, note: None })
}

fn is_searchable(c: char) -> bool {
    is_word(c) || is_unspaced(c)
}

/// The words of the corpus nearest to `word`: all those at the least distance, if that is small for
/// the word's length. Numbers have no near misses: another number is another thing.
fn near(corpus: &ArchivedCorpus, word: &str) -> Vec<String> {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let wanted: Vec<char> = word.chars().collect();
    let mut best = allowed_distance(wanted.len());
    let mut near: Vec<String> = Vec::new();
    let words = &corpus.index.words;
    for n in 0..if best == 0 { 0 } else { words.len() } {
        let candidate = words.get(n);
        if candidate.len().abs_diff(word.len()) > best * 4 {
            continue;
        }
        let candidate_chars: Vec<char> = candidate.chars().collect();
        match distance(&wanted, &candidate_chars) {
            d if d < best => {
                best = d;
                near = vec![candidate.to_owned()];
            }
            d if d == best => near.push(candidate.to_owned()),
            _ => {}
        }
    }
    near.truncate(MAX_NEAR);
    near
}

/// How many slips a word of this length may have: short words differ too easily by meaning.
pub(super) const fn allowed_distance(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Edit distance in which swapping two neighbours is one slip (optimal string alignment).
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let mut least = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                least = least.min(before_at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

fn before_at(row: &[usize], n: usize) -> usize {
    row.get(n).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> usize {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    #[test]
    fn distances() {
        assert_eq!(between("gorbachov", "gorbachev"), 1);
        assert_eq!(between("recieve", "receive"), 1);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", "abc"), 0);
        assert_eq!(between("kitten", "sitting"), 3);
    }
}
