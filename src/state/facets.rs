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
    /// Whether these are shown.
    pub is_open: bool,
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
    let is_asked = |value: usize| choice.include.contains(&*facet.values[value].id);
    let tree = Tree {
        children: &|value| children(Some(value)),
        is_chosen: &is_chosen,
        is_asked: &is_asked,
        opened: opened.narrower,
    };
    for top in tops {
        let branch = tree.branch(top, 0);
        if opened.all || first.contains(&top) || branch.is_chosen || branch.shown.len() > 1 {
            listing.values.extend(branch.shown);
        }
    }
    listing
}

/// Values with those beneath them.
struct Tree<'a> {
    children: &'a dyn Fn(usize) -> Vec<usize>,
    /// Whether a value is asked for or left out.
    is_chosen: &'a dyn Fn(usize) -> bool,
    is_asked: &'a dyn Fn(usize) -> bool,
    /// Values whose narrower ones a reader wants to see.
    opened: &'a [usize],
}

/// A value, and what of those beneath it is shown.
struct Branch {
    /// The value itself comes first.
    shown: Vec<Listed>,
    /// Whether it or one beneath it is asked for or left out.
    is_chosen: bool,
    /// Whether it or one beneath it is asked for.
    is_asked: bool,
}

impl Tree<'_> {
    fn branch(&self, value: usize, depth: usize) -> Branch {
        let below = (self.children)(value).into_iter();
        let below: Vec<Branch> = below.map(|value| self.branch(value, depth + 1)).collect();
        let is_asked = (self.is_asked)(value);
        let has_chosen = below.iter().any(|branch| branch.is_chosen);
        let has_asked = below.iter().any(|branch| branch.is_asked);
        let has_narrower = !below.is_empty();
        let is_open = has_narrower && (self.opened.contains(&value) || has_chosen);
        let is_partly = has_asked && !is_asked;
        let mut shown = vec![Listed { value, depth, has_narrower, is_open, is_partly }];
        if is_open {
            below.into_iter().for_each(|branch| shown.extend(branch.shown));
        }
        let is_chosen = has_chosen || (self.is_chosen)(value);
        Branch { shown, is_chosen, is_asked: is_asked || has_asked }
    }
}

/// Values of schemes and documents stand by their counts; languages, years and roles have an order
/// of their own.
pub(super) fn by_count(facet: &str) -> bool {
    let source = FACETS.iter().find(|kind| kind.id == facet).map(|kind| kind.source);
    matches!(source, Some(Source::Scheme | Source::Document))
}

/// Orders values by their counts; equal counts keep the corpus' order.
pub fn most_first(values: &mut [usize], count: impl Fn(usize) -> u32) {
    let mut keys: Vec<u64> =
        values.iter().map(|&value| order::key((u32::MAX - count(value)) as usize, value)).collect();
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
    fn a_value_opens_what_is_beneath_it_and_so_does_a_choice_however_deep() {
        // 0 above 1 above 2, beside 3.
        let children = |value: usize| match value {
            0 => vec![1, 3],
            1 => vec![2],
            _ => Vec::new(),
        };
        let shown = |opened: &[usize], chosen: &[usize]| {
            let is_chosen = |value: usize| chosen.contains(&value);
            let tree =
                Tree { children: &children, is_chosen: &is_chosen, is_asked: &is_chosen, opened };
            let shown = tree.branch(0, 0).shown.into_iter();
            let of = |l: Listed| (l.value, l.depth, l.has_narrower, l.is_open, l.is_partly);
            shown.map(of).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[], &[]), [(0, 0, true, false, false)]);
        assert_eq!(shown(&[1], &[0]), [(0, 0, true, false, false)]);
        let [top, next, last, beside] = [
            (0, 0, true, true, false),
            (1, 1, true, false, false),
            (2, 2, false, false, false),
            (3, 1, false, false, false),
        ];
        assert_eq!(shown(&[0], &[]), [top, next, beside]);
        let open = (1, 1, true, true, false);
        assert_eq!(shown(&[0, 1], &[]), [top, open, last, beside]);
        let partly = [(0, 0, true, true, true), (1, 1, true, true, true), last, beside];
        assert_eq!(shown(&[], &[2]), partly);
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
