//! Which concepts does a passage get, and why? The rules of the schemes, run over folded text.
//!
//! A signal's terms are looked for in the passage, its headings above it, its dates among those the
//! passage names. Each term found adds the signal's weight; a concept whose signals reach its threshold
//! is given, and with it the concepts above it. Every label carries what made it.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use toml::Spanned;
use vitrine_corpus::fold::{self, original_span};
use vitrine_corpus::model::{By, Document, Evidence, Label, Passage, Role, Span};
use vitrine_corpus::text::is_at_word_edges;

use super::period::Period;
use super::short_forms::ShortForms;
use crate::config::{Scheme, Signal};
use crate::folding::Folding;

/// From this many occurrences on, a term counts twice: it is what the passage keeps coming back to.
const OFTEN: usize = 3;

/// What is no longer than this is an abbreviation or a number between two points, not a sentence.
const SENTENCE: usize = 5;

/// A term that begins so counts only where the text has it to the letter, capitals and all.
const EXACTLY: char = '=';

/// The same limit, in characters, for scripts with letters: “(b) Seoul.”, “Partly.”
const SENTENCE_IN_LETTERS: usize = 16;

/// The place of the name that evidence by a short form has.
const SHORT_FORM: u32 = 0;

/// The rules of all schemes, ready to run.
pub(super) struct Rules<'a> {
    schemes: &'a [Scheme],
    automaton: AhoCorasick,
    /// What each pattern of the automaton is.
    patterns: Vec<Pattern>,
    /// The folded texts of each signal, by scheme, concept and signal.
    conditions: BTreeMap<TermPlace, Conditions>,
    short_forms: Vec<ShortForms>,
    /// Names of the rules, as evidence points to them.
    names: Vec<String>,
    /// Which name each signal has; short forms have the first.
    name_of: BTreeMap<TermPlace, u32>,
}

/// Scheme, concept, signal.
type TermPlace = (usize, usize, usize);

struct Pattern {
    place: TermPlace,
    /// The term's place in its signal.
    term: usize,
    is_prefix: bool,
    /// What the text must say before folding, if only that counts.
    exactly: Option<String>,
    /// Whether it stands for a state whose name it is not, as its capital does.
    is_for_state: bool,
}

#[derive(Default)]
struct Conditions {
    with: Vec<Term>,
    without: Vec<Term>,
    blocked: Vec<Term>,
    headings: Vec<Term>,
    dates: Option<Period>,
    unless_dates: Option<Period>,
    /// Roles of passages in which the signal speaks; none: all.
    roles: Vec<Role>,
}

/// A folded term; a trailing `*` has become a flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) folded: String,
    pub(crate) is_prefix: bool,
}

impl Term {
    pub(crate) fn new(term: &str, folding: &Folding) -> Term {
        let term = term.trim().trim_start_matches(EXACTLY);
        let stem = term.trim_end_matches('*');
        Term { folded: folding.fold(stem).text, is_prefix: stem.len() < term.len() }
    }

    /// Where it stands in a folded text.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let length = self.folded.len();
        // An empty term would stand everywhere.
        text.match_indices(self.folded.as_str())
            .take(if length == 0 { 0 } else { usize::MAX })
            .map(move |(start, _)| start..start + length)
            .filter(|at| is_at_word_edges(text, at.start, at.end, self.is_prefix))
    }
}

impl<'a> Rules<'a> {
    pub(super) fn new(schemes: &'a [Scheme], folding: &Folding) -> Rules<'a> {
        let mut patterns = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        let mut conditions = BTreeMap::new();
        let mut names = vec!["short form".to_owned()];
        let mut name_of = BTreeMap::new();
        let states: HashSet<String> =
            crate::lexicon::states().flatten().map(|name| folding.fold(&name).text).collect();
        let names_state = |term: &String| states.contains(&Term::new(term, folding).folded);
        for (place, signal) in signals(schemes) {
            let concept = &schemes[place.0].concepts[place.1];
            let is_state = schemes[place.0].mention
                && concept.signals.iter().any(|signal| signal.terms.iter().any(names_state));
            let name = if signal.name.is_empty() { "terms" } else { &signal.name };
            let known = names.iter().position(|known| known == name);
            name_of.insert(place, known.unwrap_or(names.len()) as u32);
            if known.is_none() {
                names.push(name.to_owned());
            }
            for (n, term) in signal.terms.iter().enumerate() {
                let exactly = term.trim().strip_prefix(EXACTLY);
                let exactly = exactly.map(|term| term.trim_end_matches('*').to_owned());
                let term = Term::new(term, folding);
                if !term.folded.is_empty() {
                    let is_for_state = is_state && !states.contains(&term.folded);
                    let is_prefix = term.is_prefix;
                    patterns.push(Pattern { place, term: n, is_prefix, exactly, is_for_state });
                    texts.push(term.folded);
                }
            }
            conditions.insert(place, Conditions::new(signal, folding));
        }
        let automaton = AhoCorasick::new(&texts).expect("the terms of a corpus fit into memory");
        let short_forms = schemes.iter().map(|scheme| ShortForms::new(scheme, folding)).collect();
        Rules { schemes, automaton, patterns, conditions, short_forms, names, name_of }
    }

    /// The names of the rules, in the order in which evidence points to them.
    pub(super) fn into_names(self) -> Vec<String> {
        self.names
    }

    /// The labels of passage `n`, by scheme and in the order of its concepts.
    pub(super) fn labels(
        &self,
        document: &Document,
        passages: &[Passage],
        n: usize,
        folding: &Folding,
    ) -> Vec<Label> {
        let passage = &passages[n];
        let found = self.found(passage, folding);
        let mut labels = Vec::new();
        for (scheme, config) in self.schemes.iter().enumerate() {
            if !applies(config, passage) {
                continue;
            }
            let mut given: BTreeMap<usize, Vec<Evidence>> = BTreeMap::new();
            let usual = usual_threshold(config, passage);
            for concept in 0..config.concepts.len() {
                let context = Context { document, passages, passage, folding };
                let evidence = self.evidence(scheme, concept, &found, &context);
                let sum: f32 = evidence.iter().map(|evidence| evidence.weight).sum();
                let threshold = config.concepts[concept].threshold.unwrap_or(usual);
                let speaks_for = evidence.iter().any(|evidence| evidence.weight > 0.0);
                if speaks_for && (config.mention || reaches(sum, threshold)) {
                    given.entry(concept).or_default().extend(evidence);
                }
            }
            for (concept, spans) in
                self.short_forms[scheme].find(&passage.folded, &found.spans[scheme])
            {
                let spans = original_spans(passage, folding, spans);
                let evidence = Evidence { rule: SHORT_FORM, weight: 1.0, spans, heading: None };
                given.entry(concept).or_default().push(evidence);
            }
            add_broader(config, &mut given);
            labels.extend(given.into_iter().map(|(concept, mut evidence)| {
                evidence.retain(|evidence| evidence.weight > 0.0);
                evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
                Label { scheme: scheme as u16, concept: concept as u32, by: By::Rule, evidence }
            }));
        }
        labels
    }

    /// Every term that stands in the passage and whose conditions hold.
    fn found(&self, passage: &Passage, folding: &Folding) -> Found {
        let text = passage.folded.as_str();
        let mut found =
            Found { terms: BTreeMap::new(), spans: vec![Vec::new(); self.schemes.len()] };
        for at in self.automaton.try_find_overlapping_iter(text).expect("the automaton allows it") {
            let pattern = &self.patterns[at.pattern().as_usize()];
            let span = at.start()..at.end();
            if !is_at_word_edges(text, span.start, span.end, pattern.is_prefix) {
                continue;
            }
            if let Some(exactly) = &pattern.exactly {
                let at = original_span(
                    folding.table(),
                    &passage.text,
                    text,
                    passage.aligned,
                    span.clone(),
                );
                if passage.text[at] != **exactly {
                    continue;
                }
            }
            found.spans[pattern.place.0].push(span.clone());
            let is_reference = passage.role == Role::Reference;
            if pattern.is_for_state && is_reference && is_place_of_publication(text, &span) {
                continue;
            }
            let conditions = &self.conditions[&pattern.place];
            if conditions.speak_in(passage) && conditions.hold(text, &span) {
                let terms = found.terms.entry(pattern.place).or_default();
                terms.entry(pattern.term).or_default().push(span);
            }
        }
        found
    }

    fn evidence(
        &self,
        scheme: usize,
        concept: usize,
        found: &Found,
        context: &Context<'_>,
    ) -> Vec<Evidence> {
        let signals = &self.schemes[scheme].concepts[concept].signals;
        let mut evidence = Vec::new();
        for (n, signal) in signals.iter().enumerate() {
            let place = (scheme, concept, n);
            let rule = self.name_of[&place];
            if let Some(terms) = found.terms.get(&place) {
                let times: usize =
                    terms.values().map(|at| if at.len() >= OFTEN { 2 } else { 1 }).sum();
                let spans = terms.values().flatten().cloned().collect();
                evidence.push(Evidence {
                    rule,
                    weight: signal.weight * times as f32,
                    spans: original_spans(context.passage, context.folding, spans),
                    heading: None,
                });
            }
            let conditions = &self.conditions[&place];
            if !conditions.speak_in(context.passage) {
                continue;
            }
            let dates = context.dates(conditions);
            if !dates.is_empty() {
                let times = if dates.len() >= OFTEN { 2.0 } else { 1.0 };
                let weight = signal.weight * times;
                evidence.push(Evidence { rule, weight, spans: dates, heading: None });
            }
            if let Some(heading) = context.heading(&conditions.headings) {
                evidence.push(Evidence { rule, weight: signal.weight, spans: Vec::new(), heading });
            }
        }
        evidence
    }
}

/// What stands in a passage.
struct Found {
    /// Terms that count, by signal and by their place in it.
    terms: BTreeMap<TermPlace, BTreeMap<usize, Vec<Range<usize>>>>,
    /// Everything that matched, by scheme, whether it counts or not: short forms are not looked for
    /// inside longer names.
    spans: Vec<Vec<Range<usize>>>,
}

/// Where a passage stands.
struct Context<'a> {
    document: &'a Document,
    passages: &'a [Passage],
    passage: &'a Passage,
    folding: &'a Folding,
}

impl Context<'_> {
    /// The words of the passage's dates that a signal asks for. A date that was placed by what stands
    /// elsewhere is no evidence: the words at hand do not say the year.
    fn dates(&self, conditions: &Conditions) -> Vec<Span> {
        let Some(period) = conditions.dates else {
            return Vec::new();
        };
        let dates = || self.passage.dates.iter();
        if conditions.unless_dates.is_some_and(|period| dates().any(|date| period.holds(date))) {
            return Vec::new();
        }
        // Folding goes character by character: what stands before a place folds to what stands before it. And
        // dates come in order, so that each is counted on from the one before.
        let (mut read, mut length) = (0, 0);
        let mut folded = |at: u32| {
            length += self.folding.fold(&self.passage.text[read..at as usize]).text.len();
            read = at as usize;
            length
        };
        let placed = dates().filter(|date| date.resolved_from.is_none() && period.holds(date));
        let spans = placed.map(|date| date.span).filter(|span| {
            let span = folded(span.start)..folded(span.end);
            conditions.hold(&self.passage.folded, &span)
        });
        spans.collect()
    }

    /// Whether something above the passage has one of the terms: the nearest heading that has
    /// (`Some(Some(_))`), or the document's title (`Some(None)`).
    fn heading(&self, terms: &[Term]) -> Option<Option<u32>> {
        let has = |text: &str| terms.iter().any(|term| term.find(text).next().is_some());
        if terms.is_empty() {
            return None;
        }
        let headings = self.passage.headings.iter().rev();
        let heading = headings.copied().find(|&n| has(&self.passages[n as usize].folded));
        if heading.is_some() {
            return Some(heading);
        }
        let titles = &self.document.title.texts;
        titles.iter().any(|title| has(&self.folding.fold(&title.text).text)).then_some(None)
    }
}

impl Conditions {
    fn new(signal: &Signal, folding: &Folding) -> Conditions {
        let terms = |terms: &[String]| terms.iter().map(|term| Term::new(term, folding)).collect();
        let period =
            |dates: &Option<Spanned<String>>| dates.as_ref().and_then(|d| d.get_ref().parse().ok());
        Conditions {
            with: terms(&signal.with),
            without: terms(&signal.without),
            blocked: terms(&signal.blocked),
            headings: terms(&signal.headings),
            // What is no date or no role was an error when the scheme was read.
            dates: period(&signal.dates),
            unless_dates: period(&signal.unless_dates),
            roles: signal.roles.iter().filter_map(|role| Role::parse(role.get_ref())).collect(),
        }
    }

    /// Whether the signal speaks in passages like this.
    fn speak_in(&self, passage: &Passage) -> bool {
        self.roles.is_empty() || self.roles.contains(&passage.role)
    }

    /// Whether a term at `span` counts.
    fn hold(&self, text: &str, span: &Range<usize>) -> bool {
        let is_blocked = || {
            let mut blocked = self.blocked.iter().flat_map(|term| term.find(text));
            blocked.any(|blocked| blocked.start <= span.start && span.end <= blocked.end)
        };
        if !self.blocked.is_empty() && is_blocked() {
            return false;
        }
        if self.with.is_empty() && self.without.is_empty() {
            return true;
        }
        let sentence = &text[sentence(text, span)];
        let has = |terms: &[Term]| terms.iter().any(|term| term.find(sentence).next().is_some());
        (self.with.is_empty() || has(&self.with)) && !has(&self.without)
    }
}

/// Whether what stands in an entry of a bibliography is where the work was published: “Moscow: Nauka”, 北京:某某出版社,
/// “London, 2001”. No state has done it.
fn is_place_of_publication(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].trim_end();
    let is_apart = before.ends_with(|c: char| !c.is_alphanumeric());
    let after = text[span.end..].trim_start();
    let publisher = after.strip_prefix(':').map(str::trim_start);
    let year = after.strip_prefix(',').map(str::trim_start);
    let is_year = |year: &str| {
        let digits = year.bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && !year[digits..].starts_with('-')
    };
    is_apart
        && (publisher.is_some_and(|name| name.starts_with(char::is_alphabetic))
            || year.is_some_and(is_year))
}

/// Whether a character of a folded text ends a sentence. A point inside a number ends nothing.
fn is_end(text: &str, at: usize, c: char) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    matches!(c, '!' | '?' | ';')
        || c == '.' && !(text[..at].ends_with(digit) && text[at + 1..].starts_with(digit))
}

/// The sentence of a folded text in which a span stands.
fn sentence(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start]
        .char_indices()
        .rev()
        .find(|&(at, c)| is_end(text, at, c))
        .map_or(0, |(at, _)| at + 1);
    let end = text[span.end..]
        .char_indices()
        .find(|&(at, c)| is_end(text, span.end + at, c))
        .map_or(text.len(), |(at, _)| span.end + at);
    start..end
}

/// The sum a passage needs for a concept without a threshold of its own. A short one has room for one
/// statement only, so that less says what it is about; but a heading must name its theme outright.
fn usual_threshold(scheme: &Scheme, passage: &Passage) -> f32 {
    let by_sentences = scheme.threshold_by_sentences.get(sentences(&passage.folded).max(1) - 1);
    by_sentences.filter(|_| passage.role != Role::Heading).copied().unwrap_or(scheme.threshold)
}

/// How many sentences a folded text has.
fn sentences(text: &str) -> usize {
    let mut start = 0;
    let ends = text.char_indices().filter(|&(at, c)| is_end(text, at, c)).map(|(at, _)| at);
    let long = ends.chain([text.len()]).filter(|&end| {
        let sentence = &text[std::mem::replace(&mut start, end)..end];
        let is_of_letters = !sentence.contains(crate::folding::is_han);
        let least = if is_of_letters { SENTENCE_IN_LETTERS } else { SENTENCE };
        sentence.chars().nth(least).is_some()
    });
    long.count()
}

fn signals(schemes: &[Scheme]) -> impl Iterator<Item = (TermPlace, &Signal)> {
    schemes.iter().enumerate().flat_map(|(scheme, config)| {
        config.concepts.iter().enumerate().flat_map(move |(concept, config)| {
            config.signals.iter().enumerate().map(move |(n, signal)| ((scheme, concept, n), signal))
        })
    })
}

/// Whether passages like this get labels of the scheme. Furniture gets none; a repeat says nothing
/// new, so it is about nothing, but it still names whom it names.
pub(super) fn applies(scheme: &Scheme, passage: &Passage) -> bool {
    let role = passage.role.as_str();
    passage.role != Role::Boilerplate
        && (scheme.mention || passage.repeats.is_none())
        && (scheme.applies_to.is_empty() || scheme.applies_to.iter().any(|name| name == role))
}

/// Whether weights that were added up reach a threshold. Tenths are no binary numbers: a sum of some may fall short of
/// what a curator adds up to.
fn reaches(sum: f32, threshold: f32) -> bool {
    /// Far below what weights differ by, far above what is lost by adding them.
    const LOST: f32 = 1e-4;
    sum >= threshold - LOST
}

/// A passage that gets a concept gets those above it; what made the narrower one made them.
pub(super) fn add_broader(scheme: &Scheme, given: &mut BTreeMap<usize, Vec<Evidence>>) {
    for concept in given.keys().copied().collect::<Vec<_>>() {
        for above in scheme.above(concept) {
            given.entry(above).or_default();
        }
    }
}

/// Spans of folded text, brought back to the text; in order, each once.
fn original_spans(passage: &Passage, folding: &Folding, spans: Vec<Range<usize>>) -> Vec<Span> {
    let mut left = spans;
    left.sort_unstable_by_key(|span| (span.start, span.end));
    left.dedup();
    let mut spans: Vec<Span> = Vec::with_capacity(left.len());
    // A walk over the passage takes spans that do not overlap. There are as many walks as terms stand
    // inside one another, and not as many as there are spans.
    while !left.is_empty() {
        let mut end = 0;
        let (walk, others) = left.into_iter().partition::<Vec<_>, _>(|span| {
            let is_free = span.start >= end;
            if is_free {
                end = span.end;
            }
            is_free
        });
        let (text, folded) = (&passage.text, &passage.folded);
        let original = fold::original_spans(folding.table(), text, folded, passage.aligned, &walk);
        spans.extend(
            original
                .into_iter()
                .map(|span| Span { start: span.start as u32, end: span.end as u32 }),
        );
        left = others;
    }
    spans.sort_unstable();
    spans.dedup();
    spans
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn weights_reach_what_they_add_up_to(tenths in prop::collection::vec(-20_i16..30, 1..20)) {
            let in_tenths = |tenths: i16| f32::from(tenths) / 10.0;
            let sum: f32 = tenths.iter().copied().map(in_tenths).sum();
            let threshold: i16 = tenths.iter().sum();
            prop_assert!(reaches(sum, in_tenths(threshold)));
            prop_assert!(!reaches(sum, in_tenths(threshold + 1)));
        }
    }

    #[test]
    fn sentences_end_at_stops_but_not_inside_numbers() {
        let text = "it grew by 4.1%. then it fell; but why?";
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            &text[sentence(text, &(start..start + word.len()))]
        };
        assert_eq!(at("grew"), "it grew by 4.1%");
        assert_eq!(at("fell"), " then it fell");
        let years = "it is ready.2022 was the year";
        assert_eq!(&years[sentence(years, &(0..2))], "it is ready");
        let text = "it grew by nearly 4.1%. then it fell by so much; but why, asked the miller?";
        assert_eq!((sentences(text), sentences("about 2.4 million"), sentences("")), (3, 1, 0));
        // What is too short for a statement.
        assert_eq!(sentences("(b) lyon. the ministry listed two firms and a mill."), 1);
        assert_eq!(sentences("部分是的。两国同意建桥。"), 1);
    }

    #[test]
    fn where_a_work_was_published_names_no_state() {
        let is_place = |text: &str, place: &str| {
            let start = text.find(place).unwrap();
            is_place_of_publication(text, &(start..start + place.len()))
        };
        assert!(is_place("smith j. the mill[m]. lyon: example press, 2019.", "lyon"));
        assert!(is_place("张三. 桥[m]. 上村:某某出版社, 2021.", "上村"));
        assert!(is_place("a. roe, the mill (lyon, 2013), pp. 4-9.", "lyon"));
        assert!(!is_place("a. roe, what lyon: a memoir says. 2013.", "lyon"));
        assert!(!is_place("a. roe, talks in lyon, the mill. 2013.", "lyon"));
    }

    #[test]
    fn terms_are_words_in_scripts_with_spaces() {
        let folding = Folding::new(["said aid aided 援助"].into_iter());
        let count = |term: &str| Term::new(term, &folding).find("said aid aided 援助").count();
        assert_eq!((count("aid"), count("aid*"), count("助"), count("")), (1, 2, 1, 0));
    }
}
