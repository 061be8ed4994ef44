//! Where are the persons named that were found? Every wording of each, in the whole corpus or where it means that
//! person, as a label with its evidence.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use vitrine_corpus::fold::original_spans;
use vitrine_corpus::model::{By, Evidence, Label, Passage, Span};
use vitrine_corpus::text::is_at_word_edges;

use super::chinese::Chinese;
use super::{Kind, People, Scope, keep_apart, latin, scheme};
use crate::config::{Config, Scheme};
use crate::enrich::concepts::applies;
use crate::folding::Folding;

/// What stands where a rule's name would.
const FOUND: &str = "name found in the text";

/// What it counts: as much as a rule that reaches the usual threshold by itself.
const WEIGHT: f32 = 1.0;

/// A wording that may mean a person.
struct Owner {
    concept: usize,
    kind: Kind,
    scope: Scope,
}

/// Labels the passages with the persons who were found; `number` is that of the scheme.
pub(crate) fn label(
    config: &Config,
    people: &People,
    passages: &mut [Passage],
    folding: &Folding,
    names: &mut Vec<String>,
) {
    let Some(number) = scheme(config).filter(|_| !people.persons.is_empty()) else { return };
    let scheme = &config.schemes[number];
    let chinese = Chinese::new(passages.iter().map(|passage| passage.text.as_str()), folding);
    let finder = Finder::new(scheme, people, chinese, folding);
    let rule = names.len() as u32;
    let mut is_used = false;
    for (n, passage) in passages.iter_mut().enumerate() {
        if !applies(scheme, passage) {
            continue;
        }
        for (concept, spans) in finder.persons(n as u32, passage) {
            let evidence = Evidence { rule, weight: WEIGHT, spans, heading: None };
            is_used |= add(&mut passage.labels, number as u16, concept as u32, evidence);
        }
        passage.labels.sort_by_key(|label| (label.scheme, label.concept));
    }
    if is_used {
        names.push(FOUND.to_owned());
    }
}

/// Adds what was found, if it is new: a label may have these words already.
fn add(labels: &mut Vec<Label>, scheme: u16, concept: u32, mut evidence: Evidence) -> bool {
    let Some(label) =
        labels.iter_mut().find(|label| (label.scheme, label.concept) == (scheme, concept))
    else {
        labels.push(Label { scheme, concept, by: By::Rule, evidence: vec![evidence] });
        return true;
    };
    let old: Vec<Span> = label.evidence.iter().flat_map(|e| e.spans.iter().copied()).collect();
    let is_new = |span: &Span| !old.iter().any(|o| o.start < span.end && span.start < o.end);
    evidence.spans.retain(is_new);
    let is_new = !evidence.spans.is_empty();
    if is_new {
        label.evidence.push(evidence);
    }
    is_new
}

/// Finds wordings.
struct Finder<'a> {
    folding: &'a Folding,
    chinese: Chinese,
    automaton: AhoCorasick,
    /// Whom each pattern may mean.
    owners: Vec<Vec<Owner>>,
}

/// A wording where it stands, in folded text.
struct Found {
    span: Range<usize>,
    concept: usize,
    kind: Kind,
}

impl<'a> Finder<'a> {
    fn new(scheme: &Scheme, people: &People, chinese: Chinese, folding: &'a Folding) -> Finder<'a> {
        let concepts = scheme.concepts.iter().enumerate();
        let places: HashMap<&str, usize> =
            concepts.map(|(n, concept)| (concept.id.get_ref().as_str(), n)).collect();
        let mut owners: BTreeMap<&str, Vec<Owner>> = BTreeMap::new();
        for person in &people.persons {
            let Some(&concept) = places.get(person.id.as_str()) else { continue };
            for wording in &person.wordings {
                let owner = Owner { concept, kind: wording.kind, scope: wording.scope };
                owners.entry(&wording.folded).or_default().push(owner);
            }
        }
        let automaton =
            AhoCorasick::new(owners.keys()).expect("the names of a corpus fit into memory");
        Finder { folding, chinese, automaton, owners: owners.into_values().collect() }
    }

    /// The persons whom a passage names, and where.
    fn persons(&self, n: u32, passage: &Passage) -> BTreeMap<usize, Vec<Span>> {
        let found = self.found(n, passage);
        let spans: Vec<Range<usize>> = found.iter().map(|found| found.span.clone()).collect();
        let (text, folded) = (passage.text.as_str(), passage.folded.as_str());
        let originals = original_spans(self.folding.table(), text, folded, passage.aligned, &spans);
        let mut persons: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for (found, at) in found.iter().zip(originals) {
            if self.is_meant(text, found.kind, &at) {
                let span = Span { start: at.start as u32, end: at.end as u32 };
                persons.entry(found.concept).or_default().push(span);
            }
        }
        persons
    }

    /// The longest wordings that stand in a passage and mean somebody there, none of them inside another.
    fn found(&self, n: u32, passage: &Passage) -> Vec<Found> {
        let text = passage.folded.as_str();
        let mut found: Vec<Found> = Vec::new();
        for at in self.automaton.find_overlapping_iter(text) {
            let is_here = |owner: &&Owner| match owner.scope {
                Scope::Corpus => true,
                Scope::Document { number, first } => number == passage.document && n >= first,
            };
            let mut owners = self.owners[at.pattern().as_usize()].iter().filter(is_here);
            // What several are called means none of them.
            if let Some(owner) = owners.next()
                && owners.all(|other| other.concept == owner.concept)
                && is_at_word_edges(text, at.start(), at.end(), false)
            {
                found.push(Found { span: at.range(), concept: owner.concept, kind: owner.kind });
            }
        }
        found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
        keep_apart(&mut found, |found| &found.span);
        found
    }

    /// Whether a wording at this place is a name: with a capital, and no part of something longer.
    fn is_meant(&self, text: &str, kind: Kind, at: &Range<usize>) -> bool {
        match kind {
            Kind::Dotted => true,
            Kind::Chinese => self.chinese.is_bounded(text, at),
            // A Gerald Ford-class carrier is none.
            Kind::Latin => {
                text[at.clone()].starts_with(char::is_uppercase)
                    && !text[at.end..].starts_with("-class")
            }
            Kind::LatinShort => latin::stands_alone(text, at),
            Kind::LatinTitled => latin::is_addressed(text, at),
        }
    }
}
