//! Which words of a query does the corpus lack? Of what is found without them a reader should know that.

use vitrine_corpus::model::ArchivedCorpus;

use super::{How, Node, Part, PartKind, Term};
use crate::matching::is_found;

/// The words of a query that no passage has and none has the like of, as the reader wrote them, where others are found.
pub(super) fn words(corpus: &ArchivedCorpus, most: &Node, parts: &[Part]) -> Option<Vec<String>> {
    let Node::Most(nodes, ..) = most else { return None };
    let terms = nodes.iter().filter_map(|node| match node {
        Node::Term(term) => Some(term),
        _ => None,
    });
    let nowhere = terms.filter(|term| is_nowhere(corpus, term));
    let words = nowhere.filter_map(|term| written(corpus, &term.needles.first()?.folded, parts));
    let words: Vec<String> = words.collect();
    (!words.is_empty() && words.len() < nodes.len()).then_some(words)
}

fn is_nowhere(corpus: &ArchivedCorpus, term: &Term) -> bool {
    let is_other = term.is_stop_word || term.date.is_some() || term.figure.is_some();
    // What is only of the kind, or near, does not mean the same.
    let mut meant = term.needles.iter().filter(|needle| needle.how <= How::Partly);
    !(is_other || !term.indexed.is_empty() || meant.any(|needle| is_found(corpus, needle)))
}

/// A folded word as it stands in the query.
fn written(corpus: &ArchivedCorpus, folded: &str, parts: &[Part]) -> Option<String> {
    let own = parts.iter().filter(|part| part.kind == PartKind::Word);
    own.flat_map(|part| {
        let places = part.text.char_indices().map(|(at, _)| at);
        places.filter_map(|at| {
            let length = folded.chars().count();
            let word: String = part.text[at..].chars().take(length).collect();
            (corpus.fold.fold(&word).text == folded).then_some(word)
        })
    })
    .next()
}
