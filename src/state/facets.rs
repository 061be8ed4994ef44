//! Which values of a facet are listed, in what order, and how deep?

use vitrine_corpus::facet::{ArchivedFacet, FACETS, Source};
use vitrine_search::FacetCounts;

use super::view_state::Choice;

/// How many values are listed before a reader asks for all.
pub const FEW: usize = 8;

/// A value in the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its place in the facet's values.
    pub value: usize,
    /// How many values stand above it.
    pub depth: usize,
    /// Whether there are values beneath it that a reader can open.
    pub has_narrower: bool,
}

/// The values to list, and how many there would be in all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// In the order of the page.
    pub values: Vec<Listed>,
    /// How many values at the top there are to list, when all are asked for.
    pub all: usize,
}

/// What a reader has opened.
pub struct Opened<'a> {
    /// All values rather than the first [`FEW`].
    pub all: bool,
    /// Values whose narrower ones are shown.
    pub narrower: &'a [usize],
}

/// Lists a facet's values. A value that nothing has is left out unless it is chosen; narrower ones
/// stand beneath the one above them once that is opened or one of them is chosen.
///
/// The order does not depend on what is chosen in this facet, so that nothing moves under the
/// reader's hand.
pub fn list(facet: &ArchivedFacet, counts: &FacetCounts, choice: &Choice, opened: &Opened<'_>) -> Listing {
    let parent = |value: usize| facet.values[value].parent.as_ref().map(|parent| parent.to_native() as usize);
    let is_chosen = |value: usize| {
        let id: &str = &facet.values[value].id;
        choice.include.contains(id) || choice.exclude.contains(id)
    };
    let count = |value: usize| counts.values.get(value).map_or(0, |count| count.passages);
    let children = |of: Option<usize>| {
        let listed = |value: &usize| parent(*value) == of && (count(*value) > 0 || is_chosen(*value));
        let mut values: Vec<usize> = (0..facet.values.len()).filter(listed).collect();
        if by_count(&facet.id) {
            // Stable, so equal counts keep the corpus' order.
            values.sort_by_key(|&value| std::cmp::Reverse(count(value)));
        }
        values
    };
    let tops = children(None);
    let mut first: Vec<usize> = tops.clone();
    first.sort_by_key(|&value| std::cmp::Reverse(count(value)));
    first.truncate(FEW);

    let mut listing = Listing { values: Vec::new(), all: tops.len() };
    for top in tops {
        let below = children(Some(top));
        let is_open = opened.narrower.contains(&top) || below.iter().any(|&value| is_chosen(value));
        if opened.all || first.contains(&top) || is_chosen(top) || is_open {
            listing.values.push(Listed { value: top, depth: 0, has_narrower: !below.is_empty() });
            if is_open {
                let deeper = below.into_iter().map(|value| Listed { value, depth: 1, has_narrower: false });
                listing.values.extend(deeper);
            }
        }
    }
    listing
}

/// Values of schemes and documents stand by their counts; languages, years and roles have an order
/// of their own.
fn by_count(facet: &str) -> bool {
    let source = FACETS.iter().find(|kind| kind.id == facet).map(|kind| kind.source);
    matches!(source, Some(Source::Scheme | Source::Document))
}
