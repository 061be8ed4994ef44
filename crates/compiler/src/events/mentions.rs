//! Which words tell of a date, and whom do they name?

use std::collections::BTreeSet;
use std::ops::Range;

use vitrine_corpus::model::{ConceptRef, Passage, Role, Span};
use vitrine_corpus::text::{is_unspaced, is_word};

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

/// Fewer letters than this tell of nothing: “in 2022 and 2023, …”.
const MIN_LETTERS: usize = 4;

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
            who: concepts_in(passage, &clause)
                .filter(|concept| named.contains(&usize::from(concept.scheme)))
                .collect(),
            features: features(passage, &clause, folding),
            clause: Span { start: clause.start as u32, end: clause.end as u32 },
        })
        .collect()
}

/// The words that tell of each date of a passage: from where its part of the sentence begins to where
/// the next date's does.
fn clauses(passage: &Passage) -> Vec<Range<usize>> {
    let text = &passage.text;
    let spans: Vec<Range<usize>> =
        passage.dates.iter().map(|date| date.span.start as usize..date.span.end as usize).collect();
    let mut clauses: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for (n, span) in spans.iter().enumerate() {
        let sentence = sentence(text, span);
        let before = n.checked_sub(1).map_or(0, |n| spans[n].end.min(span.start));
        let start = match before > sentence.start {
            true => before + part_start(&text[before..span.start]),
            false => sentence.start,
        };
        let next = spans[n + 1..].iter().find(|next| next.start >= span.end);
        let end = match next.filter(|next| next.start < sentence.end) {
            Some(next) => span.end + part_start(&text[span.end..next.start]),
            None => sentence.end,
        };
        clauses.push(start..end.max(span.end));
    }
    for n in (0..clauses.len().saturating_sub(1)).rev() {
        let own = &text[clauses[n].clone()];
        let letters = own.chars().filter(|c| c.is_alphabetic()).count();
        let of_date = text[spans[n].clone()].chars().filter(|c| c.is_alphabetic()).count();
        if letters < of_date + MIN_LETTERS && clauses[n].end == clauses[n + 1].start {
            clauses[n].end = clauses[n + 1].end;
        }
    }
    clauses.into_iter().map(|clause| trim(text, clause)).collect()
}

/// The sentence around a span.
fn sentence(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start]
        .char_indices()
        .rev()
        .find(|&(at, c)| ends_sentence(text, at, c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[span.end..]
        .char_indices()
        .find(|&(at, c)| ends_sentence(text, span.end + at, c))
        .map_or(text.len(), |(at, c)| span.end + at + c.len_utf8());
    start..end
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n' => true,
        // A point ends a sentence where a capital follows, and no single letter stands before it: the
        // U.S. does not.
        '.' => {
            let mut after = text[at + 1..].chars();
            let mut before = text[..at].chars().rev();
            after.next().is_some_and(char::is_whitespace)
                && after.next().is_none_or(|c| !c.is_lowercase())
                && before.next().is_some_and(char::is_alphanumeric)
                && before.next().is_some_and(char::is_alphanumeric)
        }
        _ => false,
    }
}

/// Where the part of a sentence begins that goes on beyond `between`.
fn part_start(between: &str) -> usize {
    let mark = between
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '，' | ',' | '、' | '：' | '(' | '（'));
    mark.map_or(between.len(), |(at, c)| at + c.len_utf8())
}

fn trim(text: &str, clause: Range<usize>) -> Range<usize> {
    let is_edge = |c: char| {
        c.is_whitespace() || matches!(c, '，' | ',' | '、' | '。' | '；' | ';' | '.' | '(' | '（')
    };
    let words = &text[clause.clone()];
    let start = clause.start + (words.len() - words.trim_start_matches(is_edge).len());
    let mut end = clause.end - (words.len() - words.trim_end_matches(is_edge).len());
    // A bracket that was opened before the clause.
    if start < end && !text[start..end].contains(['(', '（']) {
        end = start + text[start..end].trim_end_matches([')', '）']).len();
    }
    if start < end { start..end } else { clause }
}

/// The concepts whose evidence stands in the clause; a date's own words are compared as a date.
fn concepts_in<'a>(
    passage: &'a Passage,
    clause: &Range<usize>,
) -> impl Iterator<Item = ConceptRef> + 'a {
    let clause = clause.clone();
    let is_date = |span: &Span| {
        passage.dates.iter().any(|date| date.span.start <= span.start && span.end <= date.span.end)
    };
    let stands = move |span: &Span| clause.contains(&(span.start as usize)) && !is_date(span);
    passage.labels.iter().filter_map(move |label| {
        let spoken = label.evidence.iter().flat_map(|evidence| &evidence.spans);
        let is_said = spoken.into_iter().any(&stands);
        is_said.then_some(ConceptRef { scheme: label.scheme, concept: label.concept })
    })
}

fn features(passage: &Passage, clause: &Range<usize>, folding: &Folding) -> BTreeSet<Feature> {
    let mut features: BTreeSet<Feature> = concepts_in(passage, clause)
        .map(|concept| Feature::Concept(concept.scheme, concept.concept))
        .collect();
    let figures = passage.figures.iter().filter(|f| clause.contains(&(f.span.start as usize)));
    features
        .extend(figures.map(|figure| Feature::Figure(format!("{} {}", figure.value, figure.unit))));
    let dates = passage.dates.iter().map(|date| date.span.start as usize..date.span.end as usize);
    // The dates themselves are compared as dates.
    let mut from = clause.start;
    for date in dates.filter(|date| date.start >= clause.start && date.end <= clause.end) {
        add_words(&passage.text[from.min(date.start)..date.start], folding, &mut features);
        from = from.max(date.end);
    }
    add_words(&passage.text[from.min(clause.end)..clause.end], folding, &mut features);
    features
}

fn add_words(text: &str, folding: &Folding, features: &mut BTreeSet<Feature>) {
    let folded = folding.fold(text).text;
    let chars: Vec<char> = folded.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|&c| is_unspaced(c)));
    features.extend(pairs.map(|pair| Feature::Words(pair.iter().collect())));
    let words = folded.split(|c: char| !is_word(c)).filter(|word| word.len() > 2);
    features.extend(words.map(|word| Feature::Words(word.to_owned())));
}
