//! Which passages does a reading find, where, and how well?

use std::ops::Range;

use memchr::memmem::Finder;
use vitrine_corpus::fold::original_span;
use vitrine_corpus::model::{ArchivedCorpus, ArchivedPassage};
use vitrine_corpus::text::{is_at_word_edges, is_unspaced, is_word};

use crate::bitset::Bitset;
use crate::query::{FigureTest, How, Needle, Node, Reading, Term};
use crate::rank;

/// What a reading finds.
pub(crate) struct Found {
    pub(crate) passages: Bitset,
    /// By passage; empty if the query has no words to rank by.
    pub(crate) scores: Vec<f32>,
}

/// The passages of a reading, before any facet.
pub(crate) fn evaluate(corpus: &ArchivedCorpus, reading: &Reading) -> Found {
    let mut found = Found { passages: Bitset::empty(0), scores: Vec::new() };
    found.passages = match &reading.root {
        None => Bitset::full(corpus.passages.len()),
        Some(node) => node_matches(corpus, node, true, &mut found.scores),
    };
    found
}

fn node_matches(
    corpus: &ArchivedCorpus,
    node: &Node,
    counts: bool,
    scores: &mut Vec<f32>,
) -> Bitset {
    let size = corpus.passages.len();
    match node {
        Node::All(nodes) => {
            let mut matches = Bitset::full(size);
            for node in nodes {
                matches.intersect(&node_matches(corpus, node, counts, scores));
                if matches.is_empty() {
                    break;
                }
            }
            matches
        }
        Node::Any(nodes) => {
            let mut matches = Bitset::empty(size);
            for node in nodes {
                matches.unite(&node_matches(corpus, node, counts, scores));
            }
            matches
        }
        Node::Not(node) => {
            let mut matches = node_matches(corpus, node, false, scores);
            matches.complement();
            matches
        }
        Node::Term(term) => {
            let found = term_matches(corpus, term);
            let mut matches = Bitset::empty(size);
            found.iter().for_each(|(passage, _)| matches.insert(*passage));
            if counts {
                add_scores(corpus, &found, scores);
            }
            matches
        }
        Node::Most(nodes) => most(corpus, nodes, scores),
        Node::Values { facet, values } => {
            let mut matches = Bitset::empty(size);
            for &value in values {
                corpus.facets[*facet].of_value(value).for_each(|passage| matches.insert(passage));
            }
            matches
        }
        Node::Date(date) => {
            let (first, last) = (date.first_day(), date.last_day());
            passages_where(corpus, |passage| {
                passage.dates.iter().any(|date| date.first_day <= last && date.last_day >= first)
            })
        }
        Node::Figure(test) => passages_where(corpus, |passage| {
            passage.figures.iter().any(|figure| figure_passes(corpus, figure, test))
        }),
    }
}

fn passages_where(corpus: &ArchivedCorpus, test: impl Fn(&ArchivedPassage) -> bool) -> Bitset {
    let mut matches = Bitset::empty(corpus.passages.len());
    for (n, _) in corpus.passages.iter().enumerate().filter(|(_, passage)| test(passage)) {
        matches.insert(n);
    }
    matches
}

fn figure_passes(
    corpus: &ArchivedCorpus,
    figure: &vitrine_corpus::model::ArchivedFigure,
    test: &FigureTest,
) -> bool {
    let lower = figure.value.to_native();
    let upper = figure.upper.as_ref().map_or(lower, |upper| upper.to_native());
    let unit = &test.unit;
    let is_unit = |text: &str| {
        let text = corpus.fold.fold(text).text;
        text == *unit || text.split(' ').any(|word| word == unit)
    };
    lower <= test.at_most
        && upper >= test.at_least
        && (unit.is_empty()
            || is_unit(&figure.unit)
            || figure.currency.as_ref().is_some_and(|currency| is_unit(currency))
            || (unit == "%" && figure.unit == "percent"))
}

/// The passages that have a term, each with how often it is said there; what only stands for the term
/// counts less.
fn term_matches(corpus: &ArchivedCorpus, term: &Term) -> Vec<(usize, f32)> {
    let mut times = vec![0.0; corpus.passages.len()];
    let mut passages = Bitset::empty(corpus.passages.len());
    for needle in &term.needles {
        let finder = Finder::new(&needle.folded);
        let weight = rank::weight(needle.how);
        for passage in candidates(corpus, needle).iter() {
            let hits = hits(&corpus.passages[passage].folded, needle, &finder).count();
            if hits > 0 {
                times[passage] += weight * hits as f32;
                passages.insert(passage);
            }
        }
    }
    if term.date.is_some() || term.figure.is_some() {
        for (n, passage) in corpus.passages.iter().enumerate() {
            let values = values(passage, term).count();
            // The words were counted already where they are the reader's own.
            if values > 0 && times[n] == 0.0 {
                times[n] = values as f32;
                passages.insert(n);
            }
        }
    }
    passages.iter().map(|passage| (passage, times[passage])).collect()
}

/// The dates and figures of a passage that a term means: their places in its text.
fn values<'a>(
    passage: &'a ArchivedPassage,
    term: &'a Term,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let dates = passage.dates.iter().filter(|date| {
        term.date.is_some_and(|asked| {
            date.first_day >= asked.first_day() && date.last_day <= asked.last_day()
        })
    });
    let figures = passage.figures.iter().filter(|figure| {
        term.figure.as_ref().is_some_and(|test| {
            let is_end = |value: f64| test.at_least <= value && value <= test.at_most;
            is_end(figure.value.to_native())
                || figure.upper.as_ref().is_some_and(|upper| is_end(upper.to_native()))
        })
    });
    dates.map(|date| date.span.range()).chain(figures.map(|figure| figure.span.range()))
}

fn add_scores(corpus: &ArchivedCorpus, found: &[(usize, f32)], scores: &mut Vec<f32>) {
    scores.resize(corpus.passages.len(), 0.0);
    let rarity = rank::rarity(corpus.passages.len(), found.len());
    for &(passage, times) in found {
        scores[passage] += rarity * rank::frequency(corpus, passage, times);
    }
}

/// Passages that have enough of the nodes: a rare one tells more than a frequent one. What they score
/// falls with the square of what they lack.
fn most(corpus: &ArchivedCorpus, nodes: &[Node], scores: &mut Vec<f32>) -> Bitset {
    let size = corpus.passages.len();
    let mut own = vec![0.0; size];
    let mut told = vec![0.0; size];
    let mut all = 0.0;
    for node in nodes {
        let matches = node_matches(corpus, node, true, &mut own);
        let telling = rank::telling(size, matches.iter().count());
        all += telling;
        matches.iter().for_each(|passage| told[passage] += telling);
    }
    scores.resize(size, 0.0);
    let mut enough = Bitset::empty(size);
    for passage in (0..size).filter(|&passage| told[passage] > 0.0) {
        let share = told[passage] / all;
        if share >= rank::ENOUGH {
            enough.insert(passage);
            scores[passage] += own[passage] * share * share;
        }
    }
    enough
}

/// Whether any passage has the needle.
pub(crate) fn is_found(corpus: &ArchivedCorpus, needle: &Needle) -> bool {
    let finder = Finder::new(&needle.folded);
    candidates(corpus, needle)
        .iter()
        .any(|n| hits(&corpus.passages[n].folded, needle, &finder).next().is_some())
}

/// Folded words as the corpus first writes them; as they are, if it does not.
pub(crate) fn as_written(corpus: &ArchivedCorpus, folded: &str) -> String {
    let needle = Needle::new(folded, How::Written);
    let finder = Finder::new(folded);
    let written = candidates(corpus, &needle).iter().find_map(|n| {
        let passage = &corpus.passages[n];
        let hit = hits(&passage.folded, &needle, &finder).next()?;
        let span =
            original_span(&corpus.fold, &passage.text, &passage.folded, passage.aligned, hit);
        Some(passage.text[span].to_owned())
    });
    written.unwrap_or_else(|| folded.to_owned())
}

/// A set that holds every passage in which the needle can stand: those that have all its characters
/// and words.
fn candidates(corpus: &ArchivedCorpus, needle: &Needle) -> Bitset {
    let size = corpus.passages.len();
    let index = &corpus.index;
    let mut candidates: Option<Bitset> = None;
    let mut narrow = |list: Bitset| match &mut candidates {
        Some(candidates) => candidates.intersect(&list),
        none => *none = Some(list),
    };
    for c in needle.folded.chars().filter(|&c| is_unspaced(c)) {
        let mut list = Bitset::empty(size);
        if let Ok(n) = index.characters.binary_search_by_key(&(c as u32), |c| c.to_native()) {
            index.character_postings.list(n).for_each(|passage| list.insert(passage as usize));
        }
        narrow(list);
    }
    let words: Vec<&str> =
        needle.folded.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    for (n, word) in words.iter().enumerate() {
        let goes_on = needle.is_prefix && n + 1 == words.len() && needle.folded.ends_with(word);
        let mut list = Bitset::empty(size);
        let places = if goes_on {
            index.words.with_prefix(word)
        } else {
            index.words.find(word).map_or(0..0, |n| n..n + 1)
        };
        for n in places {
            index.word_postings.list(n).for_each(|passage| list.insert(passage as usize));
        }
        narrow(list);
    }
    candidates.unwrap_or_else(|| Bitset::full(size))
}

/// Where the needle stands in a folded text.
fn hits<'a>(
    folded: &'a str,
    needle: &'a Needle,
    finder: &'a Finder<'a>,
) -> impl Iterator<Item = Range<usize>> + 'a {
    finder
        .find_iter(folded.as_bytes())
        .map(|start| start..start + needle.folded.len())
        .filter(|hit| is_at_word_edges(folded, hit.start, hit.end, needle.is_prefix))
}

/// The words of passage `n` that match: byte ranges of its text, in order, not overlapping.
pub(crate) fn marks(corpus: &ArchivedCorpus, reading: &Reading, n: usize) -> Vec<Range<usize>> {
    let passage = &corpus.passages[n];
    let mut marks = Vec::new();
    if let Some(root) = &reading.root {
        collect_marks(corpus, root, passage, &mut marks);
    }
    // Sorted as plain integers, start before end: each type that is sorted costs the page kilobytes.
    let mut keys: Vec<u64> =
        marks.iter().map(|mark| (mark.start as u64) << 32 | mark.end as u64).collect();
    keys.sort_unstable();
    let mut merged: Vec<Range<usize>> = Vec::new();
    for key in keys {
        let mark = (key >> 32) as usize..(key & u64::from(u32::MAX)) as usize;
        match merged.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => merged.push(mark),
        }
    }
    merged
}

fn collect_marks(
    corpus: &ArchivedCorpus,
    node: &Node,
    passage: &ArchivedPassage,
    marks: &mut Vec<Range<usize>>,
) {
    match node {
        Node::All(nodes) | Node::Any(nodes) | Node::Most(nodes) => {
            nodes.iter().for_each(|node| collect_marks(corpus, node, passage, marks));
        }
        Node::Term(term) => {
            for needle in &term.needles {
                let finder = Finder::new(&needle.folded);
                let hits = hits(&passage.folded, needle, &finder);
                marks.extend(hits.map(|hit| {
                    original_span(
                        &corpus.fold,
                        &passage.text,
                        &passage.folded,
                        passage.aligned,
                        hit,
                    )
                }));
            }
            marks.extend(values(passage, term));
        }
        Node::Date(asked) => {
            let (first, last) = (asked.first_day(), asked.last_day());
            let dates = passage.dates.iter();
            marks.extend(
                dates
                    .filter(|date| date.first_day <= last && date.last_day >= first)
                    .map(|date| date.span.range()),
            );
        }
        Node::Figure(test) => {
            let figures = passage.figures.iter();
            marks.extend(
                figures
                    .filter(|figure| figure_passes(corpus, figure, test))
                    .map(|figure| figure.span.range()),
            );
        }
        Node::Not(_) | Node::Values { .. } => {}
    }
}
