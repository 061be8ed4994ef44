//! Which values of a facet are listed, in what order, and how deep?

use vitrine_corpus::facet::{ArchivedFacet, FACETS, Source};
use vitrine_corpus::order;
use vitrine_search::FacetCounts;

use super::view_state::Choice;

/// How many values are listed before a reader asks for all.
pub const FEW: usize = 8;

/// A value in the panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its place in the facet's values.
    pub value: usize,
    /// How many values stand above it.
    pub depth: usize,
    /// Whether there are values beneath it that a reader can open.
    pub has_narrower: bool,
    /// Whether only some of what is beneath it is asked for.
    pub is_partly: bool,
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
    /// Where names are searched for: whether a value's name has what was typed.
    pub is_named: Option<&'a dyn Fn(usize) -> bool>,
}

/// Lists a facet's values. A short list keeps all of them, those too that nothing has: that there is
/// nothing is worth knowing. In a long one they are left out unless chosen. Narrower values stand
/// beneath the one above them once that is opened or one of them is chosen.
///
/// The order does not depend on what is chosen in this facet, so that nothing moves under the
/// reader's hand.
pub fn list(
    facet: &ArchivedFacet,
    counts: &FacetCounts,
    choice: &Choice,
    opened: &Opened<'_>,
) -> Listing {
    let parent = |value: usize| {
        facet.values[value].broader.as_ref().map(|parent| parent.to_native() as usize)
    };
    let is_chosen = |value: usize| {
        let id: &str = &facet.values[value].id;
        choice.include.contains(id) || choice.exclude.contains(id)
    };
    let count = |value: usize| counts.values.get(value).map_or(0, |count| count.passages);
    let is_top = |value: &usize| parent(*value).is_none();
    // Looked through once for each value at the top: there may be thousands of these, as of documents.
    let (all_tops, narrower): (Vec<usize>, Vec<usize>) =
        (0..facet.values.len()).partition(|value| is_top(value));
    let is_short = all_tops.len() <= FEW;
    let children = |of: Option<usize>| {
        let keeps_all = is_short && of.is_none();
        let is_kept = |value: usize| keeps_all || count(value) > 0 || is_chosen(value);
        let listed = |value: &usize| parent(*value) == of && is_kept(*value);
        let among = if of.is_none() { &all_tops } else { &narrower };
        let mut values: Vec<usize> = among.iter().copied().filter(listed).collect();
        if by_count(&facet.id) {
            most_first(&mut values, count);
        }
        values
    };
    // Names that are searched for stand in one list, however deep.
    if let Some(is_named) = opened.is_named {
        let is_listed =
            |&value: &usize| is_named(value) && (is_short || count(value) > 0 || is_chosen(value));
        let mut values: Vec<usize> = (0..facet.values.len()).filter(is_listed).collect();
        if by_count(&facet.id) {
            most_first(&mut values, count);
        }
        let listed = |&value: &usize| Listed { value, ..Listed::default() };
        let values = values.iter().map(listed).collect();
        return Listing { values, all: children(None).len() };
    }
    let tops = children(None);
    let mut first: Vec<usize> = tops.clone();
    most_first(&mut first, count);
    first.truncate(FEW);

    let mut listing = Listing { values: Vec::new(), all: tops.len() };
    for top in tops {
        let below = children(Some(top));
        let is_open = opened.narrower.contains(&top) || below.iter().any(|&value| is_chosen(value));
        if opened.all || first.contains(&top) || is_chosen(top) || is_open {
            let is_asked = |value: &usize| choice.include.contains(&*facet.values[*value].id);
            listing.values.push(Listed {
                value: top,
                depth: 0,
                has_narrower: !below.is_empty(),
                is_partly: !is_asked(&top) && below.iter().any(is_asked),
            });
            if is_open {
                let deeper =
                    below.into_iter().map(|value| Listed { value, depth: 1, ..Listed::default() });
                listing.values.extend(deeper);
            }
        }
    }
    listing
}

/// Values of schemes and documents stand by their counts; languages, years and roles have an order
/// of their own.
pub(super) fn by_count(facet: &str) -> bool {
    let source = FACETS.iter().find(|kind| kind.id == facet).map(|kind| kind.source);
    matches!(source, Some(Source::Scheme | Source::Document))
}

/// Orders values by their counts; equal counts keep the corpus' order.
pub fn most_first(values: &mut [usize], count: impl Fn(usize) -> u32) {
    let mut keys: Vec<u64> = values
        .iter()
        .map(|&value| u64::from(u32::MAX - count(value)) << 32 | value as u64)
        .collect();
    order::sort(&mut keys);
    for (value, key) in values.iter_mut().zip(keys) {
        *value = order::second(key);
    }
}

#[cfg(test)]
mod tests {
    use vitrine_search::Count;

    use super::*;

    /// Lists the actors of the page's own corpus as if they had these counts.
    fn listed(counts: &[u32], chosen: &[usize], opened: &Opened<'_>) -> (Vec<usize>, usize) {
        let corpus = crate::embedded::corpus().unwrap();
        let actors = &corpus.facets[2];
        assert!(actors.values.len() > FEW, "a long list without levels");
        let mut values = vec![Count::default(); actors.values.len()];
        for (value, &passages) in values.iter_mut().zip(counts) {
            *value = Count { passages, documents: 1 };
        }
        let mut choice = Choice::default();
        choice.include.extend(chosen.iter().map(|&value| actors.values[value].id.to_string()));
        let counts = FacetCounts { values, ..FacetCounts::default() };
        let listing = list(actors, &counts, &choice, opened);
        (listing.values.iter().map(|listed| listed.value).collect(), listing.all)
    }

    const SHUT: Opened<'_> = Opened { all: false, narrower: &[], is_named: None };

    #[test]
    fn a_long_list_leaves_out_what_nothing_has_unless_it_is_chosen() {
        assert_eq!(listed(&[1, 0, 3], &[], &SHUT), (vec![2, 0], 2));
        assert_eq!(listed(&[1, 0, 3], &[1], &SHUT), (vec![2, 0, 1], 3));
    }

    #[test]
    fn a_name_is_found_among_all_that_passages_have() {
        let is_named = |value: usize| value % 2 == 1;
        let opened = Opened { is_named: Some(&is_named), ..SHUT };
        let counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        assert_eq!(listed(&counts, &[], &opened), (vec![9, 7, 5, 3, 1], 10));
        assert_eq!(listed(&[1, 0, 3], &[1], &opened), (vec![1], 3));
    }

    #[test]
    fn the_most_frequent_are_listed_first_and_the_rest_on_demand() {
        let counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        assert_eq!(listed(&counts, &[], &SHUT), (vec![9, 8, 7, 6, 5, 4, 3, 2], 10));
        assert_eq!(listed(&counts, &[0], &SHUT).0, [9, 8, 7, 6, 5, 4, 3, 2, 0]);
        assert_eq!(
            listed(&counts, &[], &Opened { all: true, narrower: &[], is_named: None }).0.len(),
            10
        );
    }
}
