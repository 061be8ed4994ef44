//! How often do the values of two facets meet? Counts of passages for a table with the values of one
//! facet as rows and of another, or of the same, as columns.

use vitrine_corpus::facet::ArchivedFacet;
use vitrine_corpus::model::ArchivedCorpus;

use crate::Hit;

/// One side of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side<'a> {
    /// The facet's place in [`vitrine_corpus::facet::FACETS`].
    pub facet: usize,
    /// Places in the facet's list of values, each at most once. Values that are not listed are not
    /// counted, so that the table takes room for what is shown alone.
    pub values: &'a [usize],
}

/// How many passages have a row's value and a column's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cross {
    /// Row after row; as many in each as there are columns.
    pub cells: Vec<u32>,
    /// How many passages have the row's value, whatever else they have. A passage can have several
    /// values of a facet, or none, so this is not the sum of the row.
    pub rows: Vec<u32>,
    /// How many passages have the column's value.
    pub cols: Vec<u32>,
}

/// Counts the passages of `hits` that have each value of a facet, in the order of its values.
pub fn by_value(corpus: &ArchivedCorpus, hits: &[Hit], facet: usize) -> Vec<u32> {
    let facet = &corpus.facets[facet];
    let mut counts = vec![0; facet.values.len()];
    for hit in hits {
        facet.of_passage(hit.passage).for_each(|value| counts[value] += 1);
    }
    counts
}

/// Counts the passages of `hits` by pairs of values. Takes time by the number of hits and of the values
/// they have, whatever the size of the table.
pub fn cross(corpus: &ArchivedCorpus, hits: &[Hit], rows: Side<'_>, cols: Side<'_>) -> Cross {
    let (row_facet, col_facet) = (&corpus.facets[rows.facet], &corpus.facets[cols.facet]);
    let (row_places, col_places) = (places(row_facet, rows.values), places(col_facet, cols.values));
    let mut cross = Cross {
        cells: vec![0; rows.values.len() * cols.values.len()],
        rows: vec![0; rows.values.len()],
        cols: vec![0; cols.values.len()],
    };
    let mut of_cols: Vec<usize> = Vec::new();
    for hit in hits {
        of_cols.clear();
        of_cols.extend(col_facet.of_passage(hit.passage).filter_map(|value| col_places[value]));
        of_cols.iter().for_each(|&col| cross.cols[col] += 1);
        for row in row_facet.of_passage(hit.passage).filter_map(|value| row_places[value]) {
            cross.rows[row] += 1;
            of_cols.iter().for_each(|&col| cross.cells[row * cols.values.len() + col] += 1);
        }
    }
    cross
}

/// Where each of a facet's values stands in the table, if it does.
fn places(facet: &ArchivedFacet, values: &[usize]) -> Vec<Option<usize>> {
    let mut places = vec![None; facet.values.len()];
    for (place, &value) in values.iter().enumerate() {
        places[value] = Some(place);
    }
    places
}
