//! What do the words that tell of a date say, and whom do they name?

use std::collections::BTreeSet;
use std::ops::Range;

use vitrine_corpus::model::{ConceptRef, Passage, Role, Span};
use vitrine_corpus::text::{is_unspaced, is_word};

use super::clauses::clauses;
use crate::folding::Folding;

/// A date that a passage names, and the words that tell of it.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) passage: usize,
    /// Its translation.
    pub(super) parallel: Option<usize>,
    /// Its language without the script: `zh`.
    pub(super) language: String,
    /// Place in [`Passage::dates`].
    pub(super) date: usize,
    pub(super) edtf: String,
    pub(super) first_day: i32,
    pub(super) last_day: i32,
    /// Bytes of the passage's text.
    pub(super) clause: Span,
    /// Whom the clause names.
    pub(super) who: Vec<ConceptRef>,
    /// What two mentions are compared by.
    pub(super) features: BTreeSet<Feature>,
}

/// Something two clauses can have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Feature {
    /// A concept, whatever the language.
    Concept(u16, u32),
    /// A quantity, whatever the language.
    Figure(String),
    /// Two characters in a row, of a script without spaces, or a word of another; folded.
    Words(String),
}

impl Feature {
    /// Whether passages in different languages can share it.
    pub(super) fn is_of_any_language(&self) -> bool {
        !matches!(self, Feature::Words(_))
    }
}

/// Every date of running text and captions, but for passages that only repeat others. `named` are the
/// schemes of those who act.
pub(super) fn all(
    passages: &[Passage],
    named: &[usize],
    languages: &[String],
    folding: &Folding,
) -> Vec<Mention> {
    let tells = |passage: &Passage| {
        matches!(passage.role, Role::Content | Role::Caption) && passage.repeats.is_none()
    };
    let numbered = passages.iter().enumerate().filter(|(_, passage)| tells(passage));
    numbered
        .flat_map(|(n, passage)| {
            let tag = &languages[usize::from(passage.lang)];
            let language = tag.split('-').next().unwrap_or_default();
            of_passage(n, passage, named, language, folding)
        })
        .collect()
}

fn of_passage(
    n: usize,
    passage: &Passage,
    named: &[usize],
    language: &str,
    folding: &Folding,
) -> Vec<Mention> {
    let clauses = clauses(passage);
    let said = Said::new(passage);
    let dates = passage.dates.iter().enumerate();
    dates
        .zip(clauses)
        .map(|((place, date), clause)| Mention {
            passage: n,
            parallel: passage.parallel.map(|parallel| parallel as usize),
            language: language.to_owned(),
            date: place,
            edtf: date.edtf.clone(),
            first_day: date.first_day,
            last_day: date.last_day,
            who: said
                .concepts_in(&clause)
                .filter(|concept| named.contains(&usize::from(concept.scheme)))
                .collect(),
            features: said.features(&clause, folding),
            clause: Span { start: clause.start as u32, end: clause.end as u32 },
        })
        .collect()
}

/// What a passage says, by where it says it: the clauses of a long list ask for their own alone.
struct Said<'a> {
    passage: &'a Passage,
    /// Where the evidence of a label begins, and which label; in the order of the text.
    evidence: Vec<(usize, usize)>,
}

impl<'a> Said<'a> {
    fn new(passage: &'a Passage) -> Said<'a> {
        // Dates do not overlap. Their own words are compared as dates.
        let is_date = |span: &Span| {
            let next = passage.dates.partition_point(|date| date.span.start <= span.start);
            next > 0 && span.end <= passage.dates[next - 1].span.end
        };
        let labels = passage.labels.iter().enumerate();
        let spans = labels.flat_map(|(n, label)| {
            let spans = label.evidence.iter().flat_map(|evidence| &evidence.spans);
            spans.map(move |span| (span, n))
        });
        let mut evidence: Vec<(usize, usize)> = spans
            .filter(|(span, _)| !is_date(span))
            .map(|(span, n)| (span.start as usize, n))
            .collect();
        evidence.sort_unstable();
        Said { passage, evidence }
    }

    /// The concepts whose evidence stands in the clause, in the order of the passage's labels.
    fn concepts_in(&self, clause: &Range<usize>) -> impl Iterator<Item = ConceptRef> {
        let from = self.evidence.partition_point(|(start, _)| *start < clause.start);
        let within = self.evidence[from..].iter().take_while(|(start, _)| *start < clause.end);
        let labels: BTreeSet<usize> = within.map(|(_, label)| *label).collect();
        labels.into_iter().map(|n| {
            let label = &self.passage.labels[n];
            ConceptRef { scheme: label.scheme, concept: label.concept }
        })
    }

    fn features(&self, clause: &Range<usize>, folding: &Folding) -> BTreeSet<Feature> {
        let Passage { text, figures, dates, .. } = self.passage;
        let mut features: BTreeSet<Feature> = self
            .concepts_in(clause)
            .map(|concept| Feature::Concept(concept.scheme, concept.concept))
            .collect();
        let from = figures.partition_point(|figure| (figure.span.start as usize) < clause.start);
        let own = figures[from..].iter().take_while(|f| (f.span.start as usize) < clause.end);
        features
            .extend(own.map(|figure| Feature::Figure(format!("{} {}", figure.value, figure.unit))));
        let from = dates.partition_point(|date| (date.span.start as usize) < clause.start);
        let own = dates[from..]
            .iter()
            .map(|date| date.span.start as usize..date.span.end as usize)
            .take_while(|date| date.start < clause.end)
            .filter(|date| date.end <= clause.end);
        // The dates themselves are compared as dates.
        let mut from = clause.start;
        for date in own {
            add_words(&text[from.min(date.start)..date.start], folding, &mut features);
            from = from.max(date.end);
        }
        add_words(&text[from.min(clause.end)..clause.end], folding, &mut features);
        features
    }
}

fn add_words(text: &str, folding: &Folding, features: &mut BTreeSet<Feature>) {
    let folded = folding.fold(text).text;
    let chars: Vec<char> = folded.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|&c| is_unspaced(c)));
    features.extend(pairs.map(|pair| Feature::Words(pair.iter().collect())));
    let words = folded.split(|c: char| !is_word(c)).filter(|word| word.len() > 2);
    features.extend(words.map(|word| Feature::Words(word.to_owned())));
}
