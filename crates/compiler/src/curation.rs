//! What does the curator say instead? Corrections of single passages, each with a reason.
//!
//! A correction names its passage by id and by a few of its words. When the passage has changed, the
//! correction is stale: an error that names its line, never a silent miss.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::ops::Range;

use toml::Spanned;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{By, Date, Evidence, Figure, Label, Passage, Role, Span};

use crate::config::{
    CURATION, Config, Correction, DateCorrection, FigureCorrection, Words, unknown_role,
};
use crate::problem::{Code, Problem, did_you_mean, nearest, nearest_within};

/// The corrections of a corpus, while they are applied.
///
/// What a correction says is compared with what would be without it: a part that says the same is idle.
pub(crate) struct Curator<'a> {
    config: &'a Config,
    /// Passages by id.
    places: BTreeMap<String, usize>,
    /// What each correction has done so far, in the order of the file.
    done: Vec<Done>,
}

/// What has become of a correction.
#[derive(Default)]
struct Done {
    /// The place of its passage; none if that is not there, or not with these words.
    passage: Option<usize>,
    /// How many parts changed something, or were wrong, which was reported.
    effects: usize,
    /// What the other parts say, and where.
    idle: Vec<(String, Range<usize>)>,
}

impl Done {
    fn note(&mut self, is_effect: bool, place: Range<usize>, says: impl FnOnce() -> String) {
        if is_effect {
            self.effects += 1;
        } else {
            self.idle.push((says(), place));
        }
    }
}

impl<'a> Curator<'a> {
    /// Finds the passages that are corrected.
    pub(crate) fn new(
        config: &'a Config,
        passages: &[Passage],
        problems: &mut Vec<Problem>,
    ) -> Curator<'a> {
        let places =
            passages.iter().enumerate().map(|(n, passage)| (passage.id.clone(), n)).collect();
        let mut curator = Curator { config, places, done: Vec::new() };
        let mut lines: HashMap<&str, usize> = HashMap::new();
        for correction in &config.curation.corrections {
            let passage = curator.passage(correction, passages, problems);
            curator.done.push(Done { passage, ..Done::default() });
            let id = correction.passage.get_ref().as_str();
            let at = correction.passage.span();
            let text = config.text_of(CURATION);
            if let Some(line) = lines.get(id) {
                let what = format!("passage “{id}” is corrected in line {line} already");
                let mend = "make one correction of the two";
                problems.push(curator.problem(Code::PassageCorrectedTwice, at, what, mend));
            } else {
                let line = text[..at.start.min(text.len())].matches('\n').count() + 1;
                lines.insert(id, line);
            }
        }
        curator
    }

    /// Corrections of what a passage is: they come before anything is read from it.
    pub(crate) fn correct_shape(&mut self, passages: &mut [Passage], problems: &mut Vec<Problem>) {
        for (c, correction) in self.config.curation.corrections.iter().enumerate() {
            let Some(n) = self.done[c].passage else {
                continue;
            };
            if let Some(role) = &correction.role {
                let is_effect = self.role(role, &mut passages[n], problems);
                self.done[c].note(is_effect, role.span(), || format!("role {}", role.get_ref()));
            }
            if let Some(repeats) = &correction.repeats {
                let old = passages[n].repeats;
                let found = self.other(repeats, n, passages, problems);
                passages[n].repeats = found.unwrap_or(None);
                let is_effect = found.is_none_or(|new| new != old);
                self.done[c].note(is_effect, repeats.span(), || "repeats".to_owned());
            }
        }
        self.tell_circles(passages, problems);
    }

    /// Passages that repeat each other: none of them would be shown. Told once for each circle.
    fn tell_circles(&self, passages: &[Passage], problems: &mut Vec<Problem>) {
        let mut told: Vec<usize> = Vec::new();
        for (correction, done) in self.config.curation.corrections.iter().zip(&self.done) {
            let (Some(n), Some(repeats)) = (done.passage, &correction.repeats) else {
                continue;
            };
            let Some(circle) = circle(passages, n).filter(|circle| !told.contains(&circle[0]))
            else {
                continue;
            };
            let ids: Vec<&str> = circle.iter().map(|&n| passages[n].id.as_str()).collect();
            let what = format!("a passage repeats, by way of others, itself: {}", ids.join(" → "));
            let mend = "break the circle: one of them repeats none of the others (repeats = \"\")";
            problems.push(self.problem(Code::RepeatsCycle, repeats.span(), what, mend));
            told.extend(circle);
        }
    }

    /// Corrections of what was read from a passage; then says which corrections are idle.
    pub(crate) fn correct_reading(
        mut self,
        passages: &mut [Passage],
        rules: &mut Vec<String>,
        problems: &mut Vec<Problem>,
    ) {
        for (c, correction) in self.config.curation.corrections.iter().enumerate() {
            let Some(n) = self.done[c].passage else {
                continue;
            };
            if let Some(parallel) = &correction.parallel {
                let old = passages[n].parallel;
                let found = self.other(parallel, n, passages, problems);
                if let Some(new) = found {
                    pair(passages, n, new);
                }
                let is_effect = found.is_none_or(|new| new != old);
                self.done[c].note(is_effect, parallel.span(), || "parallel".to_owned());
            }
            let reason = rules.len() as u32;
            rules.push(correction.reason.clone());
            let mut done = std::mem::take(&mut self.done[c]);
            self.labels(correction, reason, &mut passages[n], &mut done, problems);
            self.dates(correction, &mut passages[n], &mut done, problems);
            self.figures(correction, &mut passages[n], &mut done, problems);
            note_keywords(correction, &passages[n], &mut done);
            self.done[c] = done;
        }
        self.tell_idle(problems);
    }

    fn tell_idle(&self, problems: &mut Vec<Problem>) {
        for (correction, done) in self.config.curation.corrections.iter().zip(&self.done) {
            if done.passage.is_none() {
                continue;
            }
            let id = correction.passage.get_ref();
            if done.effects == 0 {
                let what = if done.idle.is_empty() {
                    format!("the correction of “{id}” says nothing")
                } else {
                    format!("the correction of “{id}” changes nothing: the rules say the same")
                };
                let mend = "take the correction away";
                let at = correction.passage.span();
                problems.push(self.problem(Code::IdleCorrection, at, what, mend));
                continue;
            }
            for (says, at) in &done.idle {
                let what = format!("“{says}” changes nothing: it is so without it");
                let mend = "take it out of the correction";
                problems.push(self.problem(Code::IdlePartOfCorrection, at.clone(), what, mend));
            }
        }
    }

    /// A problem at bytes of the file of corrections.
    fn problem(
        &self,
        code: Code,
        at: Range<usize>,
        what: impl Display,
        mend: impl Display,
    ) -> Problem {
        Problem::new(code, self.config.path_of(CURATION), what, mend)
            .at(self.config.text_of(CURATION), at)
    }

    /// The passage that a correction names, if it still has the words.
    fn passage(
        &self,
        correction: &Correction,
        passages: &[Passage],
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let words = correction.words.get_ref();
        let id = correction.passage.get_ref().as_str();
        let found = self.places.get(id).copied();
        if words.trim().is_empty() {
            let what = format!("the correction of “{id}” names no words of its passage");
            let mend = "quote a few, so that the correction is not lost when the passage changes";
            let at = correction.words.span();
            problems.push(self.problem(Code::StaleCorrection, at, what, mend));
            return None;
        }
        let has_words = |n: &usize| passages[*n].text.contains(words.as_str());
        if let Some(n) = found.filter(has_words) {
            return Some(n);
        }
        let document = |id: &str| id.rsplit_once('.').map(|(document, _)| document.to_owned());
        let holders: Vec<usize> = (0..passages.len()).filter(has_words).collect();
        // The words have most likely stayed in their document.
        let now = holders
            .iter()
            .find(|n| document(&passages[**n].id) == document(id))
            .or(holders.first())
            .map(|n| &passages[*n]);
        let (what, at) = if found.is_some() {
            let what = format!("passage “{id}” does not have the words “{words}”");
            (what, correction.words.span())
        } else {
            (format!("there is no passage “{id}”"), correction.passage.span())
        };
        let known = passages.iter().map(|passage| passage.id.as_str());
        let mend = match now {
            Some(now) => {
                let others = match holders.len() {
                    1 => String::new(),
                    n => format!(" and in {} more", n - 1),
                };
                format!(
                    "the words now stand in “{}” (line {}){others}: look at it, and name it here",
                    now.id, now.first_line
                )
            }
            None => {
                let hint = if found.is_none() { nearest_within(2, id, known) } else { None };
                let mend = "the passage was changed: look at it again, or take the correction away";
                did_you_mean(hint, mend)
            }
        };
        let code = if found.is_some() || now.is_some() {
            Code::StaleCorrection
        } else {
            Code::UnknownPassage
        };
        problems.push(self.problem(code, at, what, mend));
        None
    }

    /// Gives a passage another role; whether that changes anything.
    fn role(
        &self,
        role: &Spanned<String>,
        passage: &mut Passage,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let Some(new) = Role::parse(role.get_ref()) else {
            let path = self.config.path_of(CURATION);
            problems.push(
                unknown_role(path, role.get_ref()).at(self.config.text_of(CURATION), role.span()),
            );
            return true;
        };
        let old = (passage.role, passage.depth);
        passage.role = new;
        passage.depth = if new == Role::Heading { passage.depth.max(2) } else { 0 };
        (passage.role, passage.depth) != old
    }

    /// The passage named as the repeat or translation of passage `n`; `Some(None)` for the empty
    /// string, `None` if it was wrong.
    fn other(
        &self,
        id: &Spanned<String>,
        n: usize,
        passages: &[Passage],
        problems: &mut Vec<Problem>,
    ) -> Option<Option<u32>> {
        let name = id.get_ref().as_str();
        if name.is_empty() {
            return Some(None);
        }
        match self.places.get(name) {
            Some(&other) if passages[other].document != passages[n].document => {
                let what = format!("passage “{name}” is in another document");
                let mend = "name a passage of the same document: what other documents say alike is found without being named";
                problems.push(self.problem(Code::RefersElsewhere, id.span(), what, mend));
                None
            }
            Some(&other) if other != n => Some(Some(other as u32)),
            Some(_) => {
                let what = format!("passage “{name}” refers to itself");
                let mend = "name the other passage, or write \"\" for none";
                problems.push(self.problem(Code::RefersToItself, id.span(), what, mend));
                None
            }
            None => {
                let what = format!("there is no passage “{name}”");
                let hint = nearest_within(2, name, self.places.keys().map(String::as_str));
                let mend = did_you_mean(hint, "name a passage by its id");
                problems.push(self.problem(Code::UnknownPassage, id.span(), what, mend));
                None
            }
        }
    }

    fn labels(
        &self,
        correction: &Correction,
        reason: u32,
        passage: &mut Passage,
        done: &mut Done,
        problems: &mut Vec<Problem>,
    ) {
        let before: Vec<(usize, usize)> =
            passage.labels.iter().map(|l| (usize::from(l.scheme), l.concept as usize)).collect();
        for (name, ids) in &correction.remove {
            for id in ids {
                let Some((scheme, concept)) = self.concept(name, id, problems) else {
                    done.effects += 1;
                    continue;
                };
                let narrower = self.narrower(scheme, concept);
                let is_meant =
                    |label: &(usize, usize)| label.0 == scheme && narrower.contains(&label.1);
                passage.labels.retain(|label| {
                    !is_meant(&(usize::from(label.scheme), label.concept as usize))
                });
                let is_effect = before.iter().any(is_meant);
                done.note(is_effect, id.span(), || format!("remove {name} {}", id.get_ref()));
            }
        }
        for (name, ids) in &correction.add {
            for id in ids {
                let Some((scheme, concept)) = self.concept(name, id, problems) else {
                    done.effects += 1;
                    continue;
                };
                self.add_label(reason, passage, scheme, concept);
                let is_effect = !before.contains(&(scheme, concept));
                done.note(is_effect, id.span(), || format!("add {name} {}", id.get_ref()));
            }
        }
        passage.labels.sort_by_key(|label| (label.scheme, label.concept));
    }

    /// Adds a concept and, where they are missing, those above it.
    fn add_label(&self, reason: u32, passage: &mut Passage, scheme: usize, concept: usize) {
        let above = self.config.schemes[scheme].above(concept);
        for concept in std::iter::once(concept).chain(above) {
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
        }
    }

    /// A concept and all below it.
    fn narrower(&self, scheme: usize, concept: usize) -> Vec<usize> {
        let scheme = &self.config.schemes[scheme];
        let is_below = |n: &usize| *n == concept || scheme.above(*n).any(|above| above == concept);
        (0..scheme.concepts.len()).filter(is_below).collect()
    }

    /// The place of the concept of this id: scheme and concept.
    fn concept(
        &self,
        scheme: &str,
        id: &Spanned<String>,
        problems: &mut Vec<Problem>,
    ) -> Option<(usize, usize)> {
        let schemes = &self.config.schemes;
        let Some(n) = schemes.iter().position(|config| config.id == scheme) else {
            let hint = nearest(scheme, schemes.iter().map(|config| config.id.as_str()));
            let mend = did_you_mean(hint, "labels are added under theme, level, actor or person");
            let what = format!("no facet is called “{scheme}”");
            problems.push(self.problem(Code::UnknownScheme, id.span(), what, mend));
            return None;
        };
        let ids = || schemes[n].concepts.iter().map(|concept| concept.id.get_ref().as_str());
        let found = ids().position(|known| known == id.get_ref());
        if found.is_none() {
            let file = self.config.scheme_files[n].as_deref().unwrap_or("a scheme of that id");
            let mend = format!("name a concept of {file}");
            let mend = did_you_mean(nearest(id.get_ref(), ids()), &mend);
            let what = format!("there is no {scheme} “{}”", id.get_ref());
            problems.push(self.problem(Code::UnknownConcept, id.span(), what, mend));
        }
        Some((n, found?))
    }

    fn dates(
        &self,
        correction: &Correction,
        passage: &mut Passage,
        done: &mut Done,
        problems: &mut Vec<Problem>,
    ) {
        for words in &correction.remove_dates {
            let before = passage.dates.len();
            let span = self.words(passage, words, problems);
            if let Some(span) = span {
                passage.dates.retain(|date| !overlap(date.span, span));
            }
            let is_effect = span.is_none() || passage.dates.len() < before;
            let says = || format!("no date {}", words.text.get_ref());
            done.note(is_effect, words.text.span(), says);
        }
        for date in &correction.dates {
            let new = self.date(passage, date, problems);
            let is_effect = new.as_ref().is_none_or(|new| !passage.dates.contains(new));
            done.note(is_effect, date.text.span(), || format!("date {}", date.text.get_ref()));
            if let Some(new) = new {
                passage.dates.retain(|old| !overlap(old.span, new.span));
                passage.dates.push(new);
            }
        }
        passage.dates.sort_by_key(|date| date.span);
    }

    fn date(
        &self,
        passage: &Passage,
        date: &DateCorrection,
        problems: &mut Vec<Problem>,
    ) -> Option<Date> {
        let span = self.span(passage, &date.text, date.occurrence, problems)?;
        let edtf: Edtf = match date.edtf.get_ref().parse() {
            Ok(edtf) => edtf,
            Err(_) => {
                let what = format!("“{}” is no date", date.edtf.get_ref());
                let mend = "write 2024, 2024-06, 2024-06-19, or two of them as 2014/2017";
                problems.push(self.problem(Code::BadDate, date.edtf.span(), what, mend));
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

    fn figures(
        &self,
        correction: &Correction,
        passage: &mut Passage,
        done: &mut Done,
        problems: &mut Vec<Problem>,
    ) {
        for words in &correction.remove_figures {
            let before = passage.figures.len();
            let span = self.words(passage, words, problems);
            if let Some(span) = span {
                passage.figures.retain(|figure| !overlap(figure.span, span));
            }
            let is_effect = span.is_none() || passage.figures.len() < before;
            let says = || format!("no figure {}", words.text.get_ref());
            done.note(is_effect, words.text.span(), says);
        }
        for figure in &correction.figures {
            let new = self.figure(passage, figure, problems);
            let is_effect = new.as_ref().is_none_or(|new| !passage.figures.contains(new));
            let says = || format!("figure {}", figure.text.get_ref());
            done.note(is_effect, figure.text.span(), says);
            if let Some(new) = new {
                passage.figures.retain(|old| !overlap(old.span, new.span));
                passage.figures.push(new);
            }
        }
        passage.figures.sort_by_key(|figure| figure.span);
    }

    fn figure(
        &self,
        passage: &Passage,
        figure: &FigureCorrection,
        problems: &mut Vec<Problem>,
    ) -> Option<Figure> {
        let span = self.span(passage, &figure.text, figure.occurrence, problems)?;
        Some(Figure {
            span,
            value: figure.value,
            upper: figure.upper,
            unit: figure.unit.clone(),
            currency: figure.currency.clone(),
            qualifier: figure.qualifier.clone(),
        })
    }

    fn words(&self, passage: &Passage, words: &Words, problems: &mut Vec<Problem>) -> Option<Span> {
        self.span(passage, &words.text, words.occurrence, problems)
    }

    /// Where words stand in a passage.
    fn span(
        &self,
        passage: &Passage,
        words: &Spanned<String>,
        occurrence: Option<usize>,
        problems: &mut Vec<Problem>,
    ) -> Option<Span> {
        let text = words.get_ref().as_str();
        let nth = occurrence.unwrap_or(1).max(1);
        let found = passage.text.match_indices(text).nth(nth - 1).filter(|_| !text.is_empty());
        if found.is_none() {
            let times = if nth > 1 { format!(" {nth} times") } else { String::new() };
            let what = format!("passage “{}” does not have the words “{text}”{times}", passage.id);
            let mend = "write the words as they stand in the passage";
            problems.push(self.problem(Code::WordsNotFound, words.span(), what, mend));
        }
        let start = found?.0;
        Some(Span { start: start as u32, end: (start + text.len()) as u32 })
    }
}

/// Keywords do nothing that the passage says itself, that were given already, or that have nothing to look for.
fn note_keywords(correction: &Correction, passage: &Passage, done: &mut Done) {
    for (n, keyword) in correction.keywords.iter().enumerate() {
        let text = keyword.get_ref();
        let before = &correction.keywords[..n];
        let is_idle = !text.chars().any(char::is_alphanumeric)
            || passage.text.contains(text.as_str())
            || before.iter().any(|other| other.get_ref() == text);
        done.note(!is_idle, keyword.span(), || format!("keyword {text}"));
    }
}

/// The way from a passage over what it repeats back to itself, if there is one.
fn circle(passages: &[Passage], n: usize) -> Option<Vec<usize>> {
    let mut way = vec![n];
    // A way without a circle is no longer than there are passages.
    while way.len() <= passages.len() {
        let next = passages[way[way.len() - 1]].repeats? as usize;
        way.push(next);
        if next == n {
            return Some(way);
        }
    }
    None
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

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
