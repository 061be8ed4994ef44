//! Which values of a facet make the rows or columns of the matrix, and what is in its cells?

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{Cross, Hit, Side, by_value, cross};

use super::facets::{by_count, most_first};

/// How many rows, and how many columns, there are before a reader asks for all.
pub const FEW: [usize; 2] = [12, 8];

/// One side of the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Axis {
    /// The facet's place among the facets.
    pub facet: usize,
    /// The values that are shown, by their places in the facet.
    pub values: Vec<usize>,
    /// How many values that passages have are not shown.
    pub left_out: usize,
}

/// The matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Rows.
    pub rows: Axis,
    /// Columns.
    pub cols: Axis,
    /// What they have in common.
    pub counts: Cross,
    /// How many passages were counted.
    pub passages: usize,
}

impl Matrix {
    /// Counts these hits by two facets; `all` values, or the most frequent ones at the top of each.
    pub fn of(corpus: &ArchivedCorpus, hits: &[Hit], sides: [usize; 2], all: bool) -> Matrix {
        let few = |side: usize| if all { None } else { Some(FEW[side]) };
        let [rows, cols] = [0, 1].map(|side| axis(corpus, hits, sides[side], few(side)));
        let [row_side, col_side] =
            [&rows, &cols].map(|axis| Side { facet: axis.facet, values: &axis.values });
        let counts = cross(corpus, hits, row_side, col_side);
        Matrix { rows, cols, counts, passages: hits.len() }
    }

    /// The count in a cell.
    pub fn cell(&self, row: usize, col: usize) -> u32 {
        self.counts.cells[row * self.cols.values.len() + col]
    }
}

/// The values of a facet that some hit has: those at the top, the most frequent `few` of them; or all,
/// narrower ones behind the one above them.
fn axis(corpus: &ArchivedCorpus, hits: &[Hit], facet: usize, few: Option<usize>) -> Axis {
    let counts = by_value(corpus, hits, facet);
    let values = &corpus.facets[facet].values;
    let parent = |n: usize| values[n].broader.as_ref().map(|parent| parent.to_native() as usize);
    let mut all: Vec<usize> = (0..values.len()).filter(|&n| counts[n] > 0).collect();
    let has = all.len();
    let mut most = all.clone();
    most_first(&mut most, |n| counts[n]);
    if by_count(&corpus.facets[facet].id) {
        all.clone_from(&most);
    }
    let mut shown: Vec<usize> = all.iter().copied().filter(|&n| parent(n).is_none()).collect();
    if let Some(few) = few {
        most.retain(|&n| parent(n).is_none());
        most.truncate(few);
        shown.retain(|n| most.contains(n));
    } else {
        // Each behind the one above it, which stands in the list before it is come to.
        let narrower: Vec<usize> = all.into_iter().filter(|&n| parent(n).is_some()).collect();
        let mut n = 0;
        while let Some(&above) = shown.get(n) {
            n += 1;
            let below: Vec<usize> =
                narrower.iter().copied().filter(|&value| parent(value) == Some(above)).collect();
            shown.splice(n..n, below);
        }
    }
    Axis { facet, left_out: has - shown.len(), values: shown }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::facet::position;
    use vitrine_search::{Request, search};

    use super::*;

    #[test]
    fn few_values_are_the_most_frequent_and_all_are_all() {
        let corpus = crate::embedded::corpus().unwrap();
        let hits = search(corpus, &Request::default()).hits;
        let [theme, actor, year] = ["theme", "actor", "year"].map(|id| position(id).unwrap());
        let few = Matrix::of(corpus, &hits, [actor, year], false);
        let all = Matrix::of(corpus, &hits, [actor, year], true);
        assert_eq!(few.rows.values.len(), FEW[0]);
        assert_eq!(few.rows.values, all.rows.values[..FEW[0]], "the most frequent first");
        assert_eq!(few.rows.left_out + FEW[0], all.rows.values.len());
        assert!(few.counts.rows.is_sorted_by(|a, b| a >= b));
        assert!(few.cols.values.is_sorted(), "years stay in the order of time");
        assert_eq!((all.rows.left_out, all.cols.left_out), (0, 0));

        let themes = Matrix::of(corpus, &hits, [theme, theme], true).rows.values;
        let values = &corpus.facets[theme].values;
        for (n, &value) in themes.iter().enumerate() {
            let parent = values[value].broader.as_ref().map(|parent| parent.to_native() as usize);
            assert!(parent.is_none_or(|parent| themes[..n].contains(&parent)), "{value}");
        }
        assert!(themes.len() > 8);
    }

    #[test]
    fn a_facet_across_itself_has_its_counts_on_the_diagonal() {
        let corpus = crate::embedded::corpus().unwrap();
        let hits = search(corpus, &Request::default()).hits;
        let matrix = Matrix::of(corpus, &hits, [0, 0], false);
        for (col, value) in matrix.cols.values.iter().enumerate() {
            let row = matrix.rows.values.iter().position(|row| row == value).unwrap();
            assert_eq!(matrix.cell(row, col), matrix.counts.rows[row]);
        }
    }
}
