//! How is a document laid out for reading? Its passages in order, repeats gathered into blocks, and
//! headings with levels that leave none out.

use std::ops::Range;

use vitrine_corpus::model::{ArchivedCorpus, Role};

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
    let pointed = state.at.as_deref().and_then(|id| corpus.passage_by_id(id));
    if let Some(passage) = pointed {
        return Some(corpus.passages[passage].document.to_native() as usize);
    }
    let facet = vitrine_corpus::facet::position("doc")?;
    state.facets[facet].include.iter().find_map(|id| corpus.document_by_id(id))
}

/// The passages of a document, repeats gathered.
pub fn blocks(corpus: &ArchivedCorpus, document: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for n in corpus.passages_of(document) {
        match (corpus.passages[n].repeats.is_some(), blocks.last_mut()) {
            (false, _) => blocks.push(Block::Passage(n)),
            (true, Some(Block::Repeats(range))) => range.end = n + 1,
            (true, _) => blocks.push(Block::Repeats(n..n + 1)),
        }
    }
    blocks
}

/// The headings of a document below its title, repeats left out.
pub fn headings(corpus: &ArchivedCorpus, document: usize) -> Vec<Heading> {
    let own = corpus.passages_of(document).filter(|&n| {
        let passage = &corpus.passages[n];
        passage.role.get() == Role::Heading && passage.repeats.is_none()
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
