//! Which words of a passage match? What is marked on the page.

use std::ops::Range;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{ArchivedCorpus, ArchivedThesaurus};
use vitrine_corpus::order;

use crate::keywords;
use crate::matching::{figure_passes, first, values};
use crate::needle::Seeker;
use crate::query::{FigureTest, How, Needle, Node, Reading, Term};

/// Marks the words of passages that match one reading.
pub struct Marker<'a> {
    corpus: &'a ArchivedCorpus,
    reading: &'a Reading,
    needles: Vec<&'a Seeker>,
    /// Terms that mean a date or a figure.
    terms: Vec<&'a Term>,
    dates: Vec<&'a Edtf>,
    figures: Vec<&'a FigureTest>,
}

impl<'a> Marker<'a> {
    /// For passages of the corpus that was searched, which match `reading`.
    pub fn new(corpus: &'a ArchivedCorpus, reading: &'a Reading) -> Marker<'a> {
        let (needles, terms, dates, figures) = Default::default();
        let mut marker = Marker { corpus, reading, needles, terms, dates, figures };
        if let Some(root) = &reading.root {
            marker.collect(root);
        }
        marker.needles.extend(reading.alike.iter().map(|needle| needle.seeker(corpus)));
        marker
    }

    fn collect(&mut self, node: &'a Node) {
        match node {
            Node::All(nodes) | Node::Any(nodes) | Node::Most(nodes, ..) => {
                nodes.iter().for_each(|node| self.collect(node));
            }
            Node::Term(term) => {
                let needles = term.needles.iter();
                self.needles.extend(needles.map(|needle| needle.seeker(self.corpus)));
                if term.date.is_some() || term.figure.is_some() {
                    self.terms.push(term);
                }
            }
            Node::Date(asked) => self.dates.push(asked),
            Node::Figure(test) => self.figures.push(test),
            Node::Not(_) | Node::Values { .. } => {}
        }
    }

    /// The curator's keywords by which passage `n` is found, the best first. The reading was made with this thesaurus.
    pub fn keywords<'t>(&self, thesaurus: &'t ArchivedThesaurus, n: usize) -> Vec<&'t str> {
        keywords::of_passage(self.corpus, thesaurus, self.reading, n)
    }

    /// The words of passage `n` that match: byte ranges of its text, in order, not overlapping.
    pub fn marks(&self, n: usize) -> Vec<Range<usize>> {
        let mut marks = self.corpus.original_spans(n, &self.words(n));
        let values = self.values(n);
        if values.is_empty() {
            return marks;
        }
        marks.extend(values);
        merged(marks.into_iter())
    }

    /// The same as byte ranges of its folded text.
    pub fn folded_marks(&self, n: usize) -> Vec<Range<usize>> {
        let mut marks = self.words(n);
        let values = self.values(n);
        if values.is_empty() {
            return marks;
        }
        let place = |place| self.corpus.folded_place(n, place);
        marks.extend(values.into_iter().map(|span| place(span.start)..place(span.end)));
        merged(marks.into_iter())
    }

    /// Where the folded text of passage `n` has what is looked for.
    fn words(&self, n: usize) -> Vec<Range<usize>> {
        merged(self.needles.iter().flat_map(|needle| needle.hits(self.corpus, n)))
    }

    /// Dates and figures that are meant.
    fn values(&self, n: usize) -> Vec<Range<usize>> {
        let passage = &self.corpus.passages[n];
        let mut spans: Vec<Range<usize>> =
            self.terms.iter().flat_map(|term| values(self.corpus, n, term)).collect();
        for asked in &self.dates {
            let (first, last) = (asked.first_day(), asked.last_day());
            let dates = passage.dates().iter();
            let dates = dates.filter(|date| date.first_day <= last && date.last_day >= first);
            spans.extend(dates.map(|date| date.span.range()));
        }
        for test in &self.figures {
            let figures = passage.figures().iter();
            let figures = figures.filter(|figure| figure_passes(self.corpus, n, figure, test));
            spans.extend(figures.map(|figure| figure.span.range()));
        }
        spans
    }
}

/// Folded words as the corpus first writes them.
pub(crate) fn as_written(corpus: &ArchivedCorpus, folded: &str) -> Option<String> {
    let (n, hit) = first(corpus, &Needle::new(folded, How::Written))?;
    let span = corpus.original_spans(n, std::slice::from_ref(&hit)).remove(0);
    Some(corpus.text(n)[span].to_owned())
}

/// Spans in order; those that overlap or touch become one.
fn merged(spans: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut keys: Vec<u64> = spans.map(|span| order::key(span.start, span.end)).collect();
    order::sort(&mut keys);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for key in keys {
        let span = order::first(key)..order::second(key);
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
