//! What does the curator say instead? Corrections of single passages, each with a reason.
//!
//! A correction names its passage by id and by a few of its words. When the passage has changed, the
//! correction is stale: an error that names its line, never a silent miss.

use std::collections::HashMap;

use toml::Spanned;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{By, Date, Evidence, Figure, Label, Passage, Role, Span};

use crate::config::{CURATION, Config, Correction, DateCorrection, FigureCorrection, line_of};
use crate::problem::Problem;

/// Corrections of what a passage is: they come before anything is read from it.
pub(crate) fn correct_shape(
    config: &Config,
    passages: &mut [Passage],
    problems: &mut Vec<Problem>,
) {
    let mut curator = Curator::new(config, passages, problems);
    for correction in &config.curation.corrections {
        let Some(n) = curator.passage(correction, passages) else {
            continue;
        };
        if let Some(role) = &correction.role {
            match Role::parse(role.get_ref()) {
                Some(role) => {
                    passages[n].role = role;
                    passages[n].depth =
                        if role == Role::Heading { passages[n].depth.max(2) } else { 0 };
                }
                None => curator.complain(
                    role,
                    format!("there is no role “{}”", role.get_ref()),
                    "roles are content, heading, caption, reference, metadata, boilerplate",
                ),
            }
        }
        if let Some(repeats) = &correction.repeats {
            passages[n].repeats = curator.other(repeats);
        }
    }
}

/// Corrections of what was read from a passage.
pub(crate) fn correct_reading(
    config: &Config,
    passages: &mut [Passage],
    rules: &mut Vec<String>,
    problems: &mut Vec<Problem>,
) {
    let mut curator = Curator::new(config, passages, problems);
    for correction in &config.curation.corrections {
        // A passage that is not there was complained of when its shape was corrected.
        let Some(&n) = curator.places.get(correction.passage.get_ref()) else {
            continue;
        };
        if let Some(parallel) = &correction.parallel {
            pair(passages, n, curator.other(parallel));
        }
        let reason = rules.len() as u32;
        rules.push(correction.reason.clone());
        curator.labels(correction, reason, &mut passages[n]);
        curator.dates(correction, &mut passages[n]);
        curator.figures(correction, &mut passages[n]);
    }
}

/// Makes two passages each other's translation, and parts them from those they had.
fn pair(passages: &mut [Passage], n: usize, other: Option<u32>) {
    for end in [Some(n as u32), other].into_iter().flatten() {
        if let Some(old) = passages[end as usize].parallel.take() {
            passages[old as usize].parallel = None;
        }
    }
    if let Some(other) = other {
        passages[n].parallel = Some(other);
        passages[other as usize].parallel = Some(n as u32);
    }
}

struct Curator<'a> {
    config: &'a Config,
    places: HashMap<String, usize>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Curator<'a> {
    fn new(
        config: &'a Config,
        passages: &[Passage],
        problems: &'a mut Vec<Problem>,
    ) -> Curator<'a> {
        let places =
            passages.iter().enumerate().map(|(n, passage)| (passage.id.clone(), n)).collect();
        Curator { config, places, problems }
    }

    fn complain<T>(&mut self, place: &Spanned<T>, what: String, mend: &str) {
        let line = line_of(&self.config.sources[CURATION], place.span().start);
        let path = self.config.corpus_path.with_file_name(CURATION);
        self.problems.push(Problem::error(path, what, mend).at_line(line));
    }

    /// The passage that a correction names, if it still has the words.
    fn passage(&mut self, correction: &Correction, passages: &[Passage]) -> Option<usize> {
        let words = correction.words.get_ref();
        let has_words = |n: &usize| passages[*n].text.contains(words.as_str());
        let id = correction.passage.get_ref();
        let found = self.places.get(id).copied();
        if let Some(n) = found.filter(has_words) {
            return Some(n);
        }
        let now = (0..passages.len()).find(has_words).map(|n| &passages[n].id);
        let mend = match (found, now) {
            (_, Some(now)) if !words.is_empty() => {
                format!("the words now stand in “{now}”: look at it, and name it here")
            }
            _ => {
                "the passage was changed: look at it again, or take the correction away".to_owned()
            }
        };
        let what = if found.is_some() {
            format!("passage “{id}” does not have the words “{words}”")
        } else {
            format!("there is no passage “{id}”")
        };
        self.complain(&correction.passage, what, &mend);
        None
    }

    /// The passage named as another one's repeat or translation; none for the empty string.
    fn other(&mut self, id: &Spanned<String>) -> Option<u32> {
        if id.get_ref().is_empty() {
            return None;
        }
        let found = self.places.get(id.get_ref()).map(|&n| n as u32);
        if found.is_none() {
            self.complain(
                id,
                format!("there is no passage “{}”", id.get_ref()),
                "name a passage by its id",
            );
        }
        found
    }

    fn labels(&mut self, correction: &Correction, reason: u32, passage: &mut Passage) {
        for (scheme, ids) in &correction.remove {
            for (scheme, concept) in self.concepts(scheme, ids) {
                let narrower = self.narrower(scheme, concept);
                passage.labels.retain(|label| {
                    usize::from(label.scheme) != scheme
                        || !narrower.contains(&(label.concept as usize))
                });
            }
        }
        for (scheme, ids) in &correction.add {
            for (scheme, concept) in self.concepts(scheme, ids) {
                self.add_label(reason, passage, scheme, concept);
            }
        }
        passage.labels.sort_by_key(|label| (label.scheme, label.concept));
    }

    /// Adds a concept and, where they are missing, those above it.
    fn add_label(&self, reason: u32, passage: &mut Passage, scheme: usize, concept: usize) {
        let mut at = Some(concept);
        while let Some(concept) = at {
            let is_there = passage.labels.iter().any(|label| {
                usize::from(label.scheme) == scheme && label.concept as usize == concept
            });
            if !is_there {
                let evidence =
                    Evidence { rule: reason, weight: 1.0, spans: Vec::new(), heading: None };
                passage.labels.push(Label {
                    scheme: scheme as u16,
                    concept: concept as u32,
                    by: By::Curator,
                    evidence: vec![evidence],
                });
            }
            at = self.broader(scheme, concept);
        }
    }

    fn broader(&self, scheme: usize, concept: usize) -> Option<usize> {
        let concepts = &self.config.schemes[scheme].concepts;
        let broader = concepts[concept].broader.as_ref()?;
        concepts.iter().position(|concept| concept.id.get_ref() == broader.get_ref())
    }

    /// A concept and all below it.
    fn narrower(&self, scheme: usize, concept: usize) -> Vec<usize> {
        let is_below = |n: &usize| {
            std::iter::successors(Some(*n), |&n| self.broader(scheme, n))
                .any(|above| above == concept)
        };
        (0..self.config.schemes[scheme].concepts.len()).filter(is_below).collect()
    }

    /// The concepts of these ids, as places of scheme and concept.
    fn concepts(&mut self, scheme: &str, ids: &[Spanned<String>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for id in ids {
            let n = self.config.schemes.iter().position(|config| config.id == scheme);
            let concept = n.and_then(|n| {
                let concepts = &self.config.schemes[n].concepts;
                concepts.iter().position(|concept| concept.id.get_ref() == id.get_ref())
            });
            match (n, concept) {
                (Some(n), Some(concept)) => found.push((n, concept)),
                _ => self.complain(
                    id,
                    format!("there is no {scheme} “{}”", id.get_ref()),
                    "name a concept of schemes/*.toml, under theme, level, actor or person",
                ),
            }
        }
        found
    }

    fn dates(&mut self, correction: &Correction, passage: &mut Passage) {
        for words in &correction.remove_dates {
            if let Some(span) = self.span(passage, &words.text, words.occurrence) {
                passage.dates.retain(|date| !overlap(date.span, span));
            }
        }
        for date in &correction.dates {
            if let Some(date) = self.date(passage, date) {
                passage.dates.retain(|old| !overlap(old.span, date.span));
                passage.dates.push(date);
            }
        }
        passage.dates.sort_by_key(|date| date.span);
    }

    fn date(&mut self, passage: &Passage, date: &DateCorrection) -> Option<Date> {
        let span = self.span(passage, &date.text, date.occurrence)?;
        let edtf: Edtf = match date.edtf.get_ref().parse() {
            Ok(edtf) => edtf,
            Err(_) => {
                self.complain(
                    &date.edtf,
                    format!("“{}” is no date", date.edtf.get_ref()),
                    "write 2024, 2024-06, 2024-06-19, or two of them as 2014/2017",
                );
                return None;
            }
        };
        Some(Date {
            span,
            first_day: edtf.first_day(),
            last_day: edtf.last_day(),
            edtf: edtf.to_string(),
            resolved_from: date.resolved_from.clone(),
            event: None,
        })
    }

    fn figures(&mut self, correction: &Correction, passage: &mut Passage) {
        for words in &correction.remove_figures {
            if let Some(span) = self.span(passage, &words.text, words.occurrence) {
                passage.figures.retain(|figure| !overlap(figure.span, span));
            }
        }
        for figure in &correction.figures {
            if let Some(figure) = self.figure(passage, figure) {
                passage.figures.retain(|old| !overlap(old.span, figure.span));
                passage.figures.push(figure);
            }
        }
        passage.figures.sort_by_key(|figure| figure.span);
    }

    fn figure(&mut self, passage: &Passage, figure: &FigureCorrection) -> Option<Figure> {
        let span = self.span(passage, &figure.text, figure.occurrence)?;
        Some(Figure {
            span,
            value: figure.value,
            upper: figure.upper,
            unit: figure.unit.clone(),
            currency: figure.currency.clone(),
            qualifier: figure.qualifier.clone(),
        })
    }

    /// Where words stand in a passage.
    fn span(
        &mut self,
        passage: &Passage,
        words: &Spanned<String>,
        occurrence: Option<usize>,
    ) -> Option<Span> {
        let text = words.get_ref().as_str();
        let nth = occurrence.unwrap_or(1).max(1);
        let found = passage.text.match_indices(text).nth(nth - 1).filter(|_| !text.is_empty());
        if found.is_none() {
            self.complain(
                words,
                format!("passage “{}” does not have the words “{text}” {nth} times", passage.id),
                "write the words as they stand in the passage",
            );
        }
        let start = found?.0;
        Some(Span { start: start as u32, end: (start + text.len()) as u32 })
    }
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
