//! Which passages pass the chosen facet values? OR inside a facet, or AND where that is asked for; AND across
//! facets; and a value can be excluded.

use vitrine_corpus::facet::{FACETS, HIDDEN_ROLES, ROLE};
use vitrine_corpus::model::ArchivedCorpus;

use crate::bitset::Bitset;

/// The chosen values of all facets, in the order of [`FACETS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// One for each facet.
    pub facets: Vec<FacetSelection>,
}

/// The chosen values of one facet, as places in the facet's list of values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetSelection {
    /// A passage must have one of these, if there are any.
    pub include: Vec<usize>,
    /// A passage must have none of these.
    pub exclude: Vec<usize>,
    /// A passage must have all of `include`, not only one.
    pub all: bool,
}

impl Default for Selection {
    fn default() -> Selection {
        Selection { facets: vec![FacetSelection::default(); FACETS.len()] }
    }
}

impl FacetSelection {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Whether choosing one more value narrows what the others have left.
    pub(crate) fn narrows(&self) -> bool {
        self.all && !self.include.is_empty()
    }
}

/// For each facet the passages that pass it; `None` where it lets everything pass.
pub(crate) type Filters = Vec<Option<Bitset>>;

/// The filters of a selection. Repeats and boilerplate stay out unless a role is chosen, or the query
/// itself speaks of roles.
pub(crate) fn filters(
    corpus: &ArchivedCorpus,
    selection: &Selection,
    query_names_role: bool,
) -> Filters {
    let mut filters: Filters = selection
        .facets
        .iter()
        .enumerate()
        .map(|(facet, chosen)| filter(corpus, facet, chosen))
        .collect();
    if selection.facets[ROLE].include.is_empty() && !query_names_role {
        let hidden = FacetSelection {
            exclude: HIDDEN_ROLES
                .iter()
                .filter_map(|role| corpus.facets[ROLE].value(role))
                .collect(),
            ..FacetSelection::default()
        };
        if let Some(visible) = filter(corpus, ROLE, &hidden) {
            match &mut filters[ROLE] {
                Some(filter) => filter.intersect(&visible),
                none => *none = Some(visible),
            }
        }
    }
    filters
}

fn filter(corpus: &ArchivedCorpus, facet: usize, chosen: &FacetSelection) -> Option<Bitset> {
    if chosen.is_empty() {
        return None;
    }
    let facet = &corpus.facets[facet];
    let size = corpus.passages.len();
    let having = |values: &[usize]| {
        let mut having = Bitset::empty(size);
        for &value in values {
            facet.of_value(value).for_each(|passage| having.insert(passage));
        }
        having
    };
    let mut passing = match chosen.include.is_empty() || chosen.all {
        true => Bitset::full(size),
        false => having(&chosen.include),
    };
    if chosen.all {
        chosen.include.iter().for_each(|&value| passing.intersect(&having(&[value])));
    }
    for &value in &chosen.exclude {
        facet.of_value(value).for_each(|passage| passing.remove(passage));
    }
    Some(passing)
}
