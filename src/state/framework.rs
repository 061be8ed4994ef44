//! Which results stand on which level of the corpus' argument, and in which documents?

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::Hit;

use super::facets::most_first;

/// What one side of a level has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// How many passages.
    pub count: usize,
    /// Documents with their passages, the one with most first.
    pub documents: Vec<(usize, Vec<usize>)>,
}

/// The hits that have a value of a facet, by document.
pub fn side(corpus: &ArchivedCorpus, hits: &[Hit], facet: usize, value: usize) -> Side {
    let has = |hit: &&Hit| corpus.facets[facet].of_passage(hit.passage).any(|own| own == value);
    let mut documents: Vec<Vec<usize>> = vec![Vec::new(); corpus.documents.len()];
    let mut count = 0;
    for hit in hits.iter().filter(has) {
        let document = corpus.passages[hit.passage].document.to_native() as usize;
        documents[document].push(hit.passage);
        count += 1;
    }
    let mut order: Vec<usize> =
        (0..documents.len()).filter(|&n| !documents[n].is_empty()).collect();
    most_first(&mut order, |n| documents[n].len() as u32);
    let documents = order.into_iter().map(|n| (n, std::mem::take(&mut documents[n]))).collect();
    Side { count, documents }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::facet::position;
    use vitrine_search::{Request, search};

    use super::*;

    #[test]
    fn every_passage_of_a_level_stands_under_its_document() {
        let corpus = crate::embedded::corpus().unwrap();
        let found = search(corpus, &Request::default());
        let facet = position("level").unwrap();
        for value in 0..corpus.facets[facet].values.len() {
            let side = side(corpus, &found.hits, facet, value);
            assert_eq!(side.count as u32, found.counts[facet].values[value].passages);
            let listed: usize = side.documents.iter().map(|(_, passages)| passages.len()).sum();
            assert_eq!(listed, side.count);
            assert_eq!(side.documents.len() as u32, found.counts[facet].values[value].documents);
            assert!(side.documents.is_sorted_by(|a, b| a.1.len() >= b.1.len()));
        }
    }
}
