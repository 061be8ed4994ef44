//! How is a document laid out for reading? Its passages in order, repeats gathered into blocks, and
//! headings with levels that leave none out.

use std::ops::Range;

use vitrine_corpus::facet;
use vitrine_corpus::model::{ArchivedCorpus, ArchivedDocument, Role};

use super::facets::most_first;
use super::view_state::ViewState;

/// A stretch of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A passage.
    Passage(usize),
    /// Passages in a row that say again what earlier ones say.
    Repeats(Range<usize>),
}

/// A heading of a document, for the table of contents and for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The passage.
    pub passage: usize,
    /// Level on the page. The document's title is 1, and no level is skipped on the way down.
    pub level: u8,
}

/// Which document a view reads: that of the passage pointed at, else the one chosen.
pub fn document_of(corpus: &ArchivedCorpus, state: &ViewState) -> Option<usize> {
    if let Some(document) = state.at.as_deref().and_then(|id| of_passage(corpus, id)) {
        return Some(document);
    }
    state.facets[facet::DOCUMENT].include.iter().find_map(|id| corpus.document_by_id(id))
}

/// The document of a passage, which may be there no more: its id begins with the document's.
pub fn of_passage(corpus: &ArchivedCorpus, id: &str) -> Option<usize> {
    match corpus.passage_by_id(id) {
        Some(passage) => Some(corpus.passages[passage].document.to_native() as usize),
        None => corpus.document_by_id(id.rsplit_once('.')?.0),
    }
}

/// Whose words passage `n` has: authors, title, publisher and date, in its own language, as a reader would
/// look for them. What the document does not say is left out.
pub fn source(corpus: &ArchivedCorpus, n: usize) -> String {
    let passage = &corpus.passages[n];
    let document = &corpus.documents[passage.document.to_native() as usize];
    let lang = &corpus.languages[usize::from(passage.lang.to_native())];
    let mut source: Vec<&str> = document.authors.iter().map(|author| &**author).collect();
    source.push(document.title.text(lang));
    source.extend(document.publisher.as_deref());
    source.extend(document.date.as_deref());
    source.join(", ")
}

/// The title of a document for a reader of this language, and who wrote it when.
pub fn byline(document: &'static ArchivedDocument, tag: &str) -> (&'static str, String) {
    let authors = document.authors.iter().map(|author| &**author);
    let rest: Vec<&str> = authors.chain(document.date.as_deref()).collect();
    (document.title.text(tag), rest.join(", "))
}

/// The passages of a document, repeats gathered.
pub fn blocks(corpus: &ArchivedCorpus, document: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for n in corpus.passages_of(document) {
        match (corpus.passages[n].repeats().is_some(), blocks.last_mut()) {
            (false, _) => blocks.push(Block::Passage(n)),
            (true, Some(Block::Repeats(range))) => range.end = n + 1,
            (true, _) => blocks.push(Block::Repeats(n..n + 1)),
        }
    }
    blocks
}

/// What stands in one row of a document set in two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A passage and its translation: that in the language the document begins with comes first.
    Pair(usize, usize),
    /// What has no translation.
    Single(Block),
}

/// A document in two columns: each passage that has a translation stands beside it, where the first of
/// both stands in the text.
pub fn rows(corpus: &ArchivedCorpus, document: usize) -> Vec<Row> {
    let other = |n: usize| {
        let parallel = corpus.passages[n].parallel()?;
        let partner = &corpus.passages[parallel];
        // A repeat is folded away, and no row has it.
        (partner.parallel() == Some(n) && partner.repeats().is_none()).then_some(parallel)
    };
    let lang = |n: usize| corpus.passages[n].lang;
    let first = corpus.passages_of(document).find(|&n| other(n).is_some()).map(lang);
    let mut rows = Vec::new();
    for block in blocks(corpus, document) {
        match block {
            Block::Passage(n) => match other(n) {
                // It stands beside the one that came before.
                Some(before) if before < n => {}
                Some(after) if Some(lang(after)) == first && Some(lang(n)) != first => {
                    rows.push(Row::Pair(after, n));
                }
                Some(after) => rows.push(Row::Pair(n, after)),
                None => rows.push(Row::Single(block)),
            },
            Block::Repeats(_) => rows.push(Row::Single(block)),
        }
    }
    rows
}

/// Whether some passage of a document has its translation beside it.
pub fn has_translations(corpus: &ArchivedCorpus, document: usize) -> bool {
    rows(corpus, document).iter().any(|row| matches!(row, Row::Pair(..)))
}

/// The themes at the top that passages of a document have, as values of their facet, the most frequent
/// first, each with the number of these passages. Repeats say nothing new.
pub fn themes_of(corpus: &ArchivedCorpus, document: usize) -> Vec<(usize, u32)> {
    let facet = &corpus.facets[facet::THEME];
    let mut counts = vec![0; facet.values.len()];
    for n in corpus.passages_of(document).filter(|&n| corpus.passages[n].repeats().is_none()) {
        facet.of_passage(n).for_each(|value| counts[value] += 1);
    }
    let is_had = |&value: &usize| counts[value] > 0 && facet.values[value].broader.is_none();
    let mut values: Vec<usize> = (0..counts.len()).filter(is_had).collect();
    most_first(&mut values, |value| counts[value]);
    values.into_iter().map(|value| (value, counts[value])).collect()
}

/// The headings of a document below its title, repeats left out.
pub fn headings(corpus: &ArchivedCorpus, document: usize) -> Vec<Heading> {
    let own = corpus.passages_of(document).filter(|&n| {
        let passage = &corpus.passages[n];
        passage.role.get() == Role::Heading && passage.repeats().is_none()
    });
    levels(own.map(|n| (n, corpus.passages[n].depth)))
}

/// Gives each heading the level right below the heading it stands under; the page's own heading above
/// them all has level 1.
fn levels(headings: impl Iterator<Item = (usize, u8)>) -> Vec<Heading> {
    let mut above: Vec<u8> = Vec::new();
    headings
        .map(|(passage, depth)| {
            while above.pop_if(|other| *other >= depth).is_some() {}
            above.push(depth);
            Heading { passage, level: (above.len() as u8 + 1).min(6) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_two_columns_nothing_is_lost_and_nothing_stands_twice() {
        let corpus = crate::embedded::corpus().unwrap();
        let mut pairs = 0;
        for document in 0..corpus.documents.len() {
            let mut seen = Vec::new();
            for row in rows(corpus, document) {
                match row {
                    Row::Pair(a, b) => {
                        assert_ne!(corpus.passages[a].lang, corpus.passages[b].lang);
                        seen.extend([a, b]);
                        pairs += 1;
                    }
                    Row::Single(Block::Passage(n)) => seen.push(n),
                    Row::Single(Block::Repeats(range)) => seen.extend(range),
                }
            }
            seen.sort_unstable();
            assert_eq!(seen, corpus.passages_of(document).collect::<Vec<_>>());
        }
        let pointed = corpus.passages.iter().filter(|passage| passage.parallel().is_some()).count();
        assert!(pointed > 0);
        assert_eq!(2 * pairs, pointed, "each passage that has a translation stands beside it");
    }

    #[test]
    fn the_themes_of_a_document_are_those_of_its_passages() {
        let corpus = crate::embedded::corpus().unwrap();
        let facet = facet::THEME;
        for document in 0..corpus.documents.len() {
            let themes = themes_of(corpus, document);
            assert!(themes.is_sorted_by(|a, b| a.1 >= b.1));
            for (value, count) in themes {
                let own = corpus.facets[facet].of_value(value);
                let own = own.filter(|n| corpus.passages_of(document).contains(n));
                let own = own.filter(|&n| corpus.passages[n].repeats().is_none());
                assert_eq!(count as usize, own.count());
            }
        }
    }

    #[test]
    fn no_level_is_skipped_and_equals_stay_equal() {
        let of = |depths: &[u8]| -> Vec<u8> {
            levels(depths.iter().copied().enumerate()).iter().map(|heading| heading.level).collect()
        };
        assert_eq!(of(&[1, 2, 4, 2, 9, 1]), [2, 3, 4, 3, 4, 2]);
        // A document without a title of its own.
        assert_eq!(of(&[2, 2, 3, 2]), [2, 2, 3, 2]);
        assert_eq!(of(&[1, 2, 3, 4, 5, 6, 7]), [2, 3, 4, 5, 6, 6, 6]);
    }
}
