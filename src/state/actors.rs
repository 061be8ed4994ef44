//! Who is named together with whom, and where does each stand in a drawing of it? On a circle, those
//! named most first, so that no order but that one is suggested.

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{Hit, Side, by_value, cross};

use super::facets::most_first;
use super::order::in_order;

/// How many stand in the drawing; the table has all.
const MOST: usize = 12;

/// How many ties are drawn, the strongest first.
const TIES: usize = 40;

/// How far from the middle one stands, in per cent of the drawing.
const RADIUS: f64 = 38.0;

/// Someone in the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value's place in the facet.
    pub value: usize,
    /// How many passages name it.
    pub count: u32,
    /// Where it stands, in per cent from the left and from above.
    pub at: (f64, f64),
}

/// Two who are named together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Places among the nodes.
    pub nodes: [usize; 2],
    /// How many passages name both.
    pub count: u32,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// Those named most, clockwise from above.
    pub nodes: Vec<Node>,
    /// The strongest ties between them, the weakest first, so that the strong ones are drawn above.
    pub ties: Vec<Tie>,
}

impl Graph {
    /// The drawing of a facet of these hits.
    pub fn of(corpus: &ArchivedCorpus, hits: &[Hit], facet: usize) -> Graph {
        let counts = by_value(corpus, hits, facet);
        let mut values: Vec<usize> = (0..counts.len()).filter(|&n| counts[n] > 0).collect();
        most_first(&mut values, |n| counts[n]);
        values.truncate(MOST);
        let side = Side { facet, values: &values };
        let together = cross(corpus, hits, side, side);
        let shown = values.len();
        let node = |n: usize| {
            let turn = std::f64::consts::TAU * n as f64 / shown as f64;
            let at = (50.0 + RADIUS * turn.sin(), 50.0 - RADIUS * turn.cos());
            Node { value: values[n], count: together.rows[n], at }
        };
        let nodes: Vec<Node> = (0..shown).map(node).collect();
        let mut ties = Vec::new();
        for a in 0..shown {
            for b in a + 1..shown {
                let count = together.cells[a * shown + b];
                if count > 0 {
                    ties.push(Tie { nodes: [a, b], count });
                }
            }
        }
        let ties = in_order(ties, |tie| tie.count);
        let ties = ties[ties.len().saturating_sub(TIES)..].to_vec();
        Graph { nodes, ties }
    }

    /// The count of the strongest tie.
    pub fn strongest(&self) -> u32 {
        self.ties.last().map_or(0, |tie| tie.count)
    }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::facet::position;
    use vitrine_search::{Request, search};

    use super::*;

    #[test]
    fn a_tie_counts_the_passages_that_name_both() {
        let corpus = crate::embedded::corpus().unwrap();
        let hits = search(corpus, &Request::default()).hits;
        let facet = position("actor").unwrap();
        let graph = Graph::of(corpus, &hits, facet);
        assert!(graph.nodes.len() > 4 && !graph.ties.is_empty());
        assert!(graph.ties.is_sorted_by_key(|tie| tie.count));
        let has = |passage: usize, node: usize| {
            let mut values = corpus.facets[facet].of_passage(passage);
            values.any(|value| value == graph.nodes[node].value)
        };
        for Tie { nodes: [a, b], count } in &graph.ties {
            let both = hits.iter().filter(|hit| has(hit.passage, *a) && has(hit.passage, *b));
            assert_eq!(both.count() as u32, *count);
        }
        for node in &graph.nodes {
            let (x, y) = node.at;
            assert!((0.0..=100.0).contains(&x) && (0.0..=100.0).contains(&y));
        }
        assert_eq!(Graph::of(corpus, &[], facet), Graph::default());
    }
}
