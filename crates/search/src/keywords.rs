//! By which of its keywords is a passage found? A passage that has few words of a query may be there because the
//! curator gave it others, and a reader is told which.

use vitrine_corpus::model::{ArchivedCorpus, ArchivedThesaurus};
use vitrine_corpus::text::{contains_words, is_unspaced, is_word, stem};

use crate::query::{How, Node, Reading, stems};

/// More keywords of a passage would no longer be read.
const MOST: usize = 2;

/// The curator's keywords of passage `n` that have most words of the query that it does not have itself, or of those by
/// which hits were found; the best first. The reading is of this corpus, and was made with this thesaurus.
pub(crate) fn of_passage<'a>(
    corpus: &ArchivedCorpus,
    thesaurus: &'a ArchivedThesaurus,
    reading: &Reading,
    n: usize,
) -> Vec<&'a str> {
    let mut asked: Vec<&str> = reading.alike.iter().map(|needle| needle.folded.as_str()).collect();
    if let Some(root) = &reading.root {
        gather(root, n, &mut asked);
    }
    // What the passage says itself is marked there.
    let own = &*corpus.passages[n].folded;
    asked.retain(|word| !contains_words(own, word));
    if asked.is_empty() {
        return Vec::new();
    }
    let stems: Vec<Vec<String>> = asked.iter().map(|word| stems(word)).collect();
    let has = |folded: &str, word: &str, own: &[String]| match word.is_ascii() {
        true => words(folded).any(|other| own.contains(&stem(other))),
        false => folded.contains(word),
    };
    let mut found: Vec<(usize, &str)> = Vec::new();
    for keyword in thesaurus.keywords.of_passage(n) {
        let folded = corpus.fold.fold(keyword).text;
        let common = asked.iter().zip(&stems).filter(|(word, own)| has(&folded, word, own)).count();
        // Behind those that have as many.
        let place = found.iter().take_while(|(others, _)| *others >= common).count();
        if common > 0 && place < MOST {
            found.insert(place, (common, keyword));
            found.truncate(MOST);
        }
    }
    found.into_iter().map(|(_, keyword)| keyword).collect()
}

/// The passages that the curator gave these folded words as a keyword, in whatever forms; ascending.
pub(crate) fn having(
    corpus: &ArchivedCorpus,
    thesaurus: &ArchivedThesaurus,
    folded: &str,
) -> Vec<usize> {
    let keywords = &thesaurus.keywords;
    let stems = |folded: &str| -> Vec<String> { words(folded).map(stem).collect() };
    let asked = stems(folded);
    let has_it = |n: &usize| {
        let mut given = keywords.of_passage(*n);
        given.any(|keyword| stems(&corpus.fold.fold(keyword).text) == asked)
    };
    // Words that say nothing are not looked up.
    let known = asked.iter().find(|word| keywords.with(word).next().is_some());
    known.into_iter().flat_map(|word| keywords.with(word)).filter(has_it).collect()
}

/// The words of a folded text; a run of a script without spaces is one.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c| !is_word(c) && !is_unspaced(c)).filter(|word| !word.is_empty())
}

/// The words of the query that a keyword of passage `n` has.
fn gather<'a>(node: &'a Node, n: usize, asked: &mut Vec<&'a str>) {
    match node {
        Node::All(nodes) | Node::Any(nodes) | Node::Most(nodes, ..) => {
            nodes.iter().for_each(|node| gather(node, n, asked));
        }
        Node::Term(term) if term.indexed.binary_search(&n).is_ok() => {
            let sure = term.needles.iter().filter(|needle| needle.how <= How::Translation);
            asked.extend(sure.flat_map(|needle| words(&needle.folded)));
        }
        _ => {}
    }
}
