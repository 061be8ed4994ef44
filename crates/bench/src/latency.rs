//! How long does a keystroke take? The search with all counts, and the excerpts of the first hits.

use std::hint::black_box;
use std::time::Instant;

use serde_json::{Value, json};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedThesaurus};
use vitrine_search::{Marker, Request, excerpt, search_with};

/// How many hits are shown.
const SHOWN: usize = 10;

/// How long an excerpt is, in columns.
const EXCERPT: usize = 160;

/// Median, 95th percentile and maximum over all queries and repeats, in milliseconds, after each query
/// was asked once; and the median of each query with how many passages it finds.
pub(crate) fn measure(
    corpus: &ArchivedCorpus,
    thesaurus: &ArchivedThesaurus,
    queries: &[String],
    repeats: usize,
) -> Value {
    let mut all = Vec::new();
    let mut by_query = Vec::new();
    for query in queries {
        let total = keystroke(corpus, thesaurus, query);
        let mut times: Vec<f64> = (0..repeats.max(1))
            .map(|_| {
                let start = Instant::now();
                black_box(keystroke(corpus, thesaurus, black_box(query)));
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        all.extend_from_slice(&times);
        times.sort_unstable_by(f64::total_cmp);
        by_query.push(json!({ "q": query, "total": total, "median": quantile(&times, 0.5) }));
    }
    all.sort_unstable_by(f64::total_cmp);
    json!({
        "median": quantile(&all, 0.5),
        "p95": quantile(&all, 0.95),
        "max": quantile(&all, 1.0),
        "queries": by_query,
    })
}

/// What the page does for a keystroke, but for drawing it; how many passages were found.
fn keystroke(corpus: &ArchivedCorpus, thesaurus: &ArchivedThesaurus, query: &str) -> usize {
    let request = Request { query: query.to_owned(), ..Request::default() };
    let results = search_with(corpus, Some(thesaurus), &request);
    let marker = Marker::new(corpus, &results.reading);
    let mut texts = String::new();
    for hit in results.hits.iter().take(SHOWN) {
        let marks = marker.folded_marks(hit.passage);
        let part = excerpt(&corpus.passages[hit.passage].folded, &marks, EXCERPT);
        corpus.push_original(hit.passage, part.range, &mut texts);
    }
    black_box((&texts, &results.counts));
    results.hits.len()
}

/// A quantile of times in order; 0 if there are none.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len().saturating_sub(1)) as f64 * share;
    sorted.get(at.round() as usize).copied().unwrap_or(0.0)
}
