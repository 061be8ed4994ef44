//! How much of the corpus does each scheme label, who labelled it, and which passages show it well?

use std::cmp::Reverse;

use vitrine_corpus::model::{By, ConceptCoverage, Coverage, Label, Passage, Role, Scheme};

use crate::config;

/// How many examples a concept has.
const EXAMPLES: usize = 3;

/// A passage of fewer characters shows little by itself.
const MIN_EXAMPLE: usize = 20;

/// Counts the labels of every scheme in which a mere mention is no label.
pub(crate) fn count(config: &[config::Scheme], schemes: &mut [Scheme], passages: &[Passage]) {
    for (n, scheme) in schemes.iter_mut().enumerate().filter(|(n, _)| !config[*n].mention) {
        scheme.coverage = Some(of_scheme(n, &config[n], scheme, passages));
    }
}

fn of_scheme(n: usize, config: &config::Scheme, scheme: &Scheme, passages: &[Passage]) -> Coverage {
    let own = |passage: &Passage| -> Vec<Label> {
        let labels = passage.labels.iter();
        labels.filter(|label| usize::from(label.scheme) == n).cloned().collect()
    };
    let can_have = |passage: &Passage| {
        let role = passage.role.as_str();
        !matches!(passage.role, Role::Heading | Role::Boilerplate)
            && passage.repeats.is_none()
            && (config.applies_to.is_empty() || config.applies_to.iter().any(|name| name == role))
    };
    let mut coverage = Coverage::default();
    let mut candidates: Vec<Vec<(Reverse<u32>, u32)>> = vec![Vec::new(); scheme.concepts.len()];
    coverage.concepts.resize_with(scheme.concepts.len(), ConceptCoverage::default);
    for (number, passage) in passages.iter().enumerate() {
        let number = number as u32;
        let labels = own(passage);
        if can_have(passage) {
            coverage.passages += 1;
            if labels.is_empty() {
                coverage.without.push(number);
            }
        }
        for label in &labels {
            let concept = &mut coverage.concepts[label.concept as usize];
            match label.by {
                By::Rule => concept.by_rule += 1,
                By::Curator => concept.by_curator += 1,
            }
            if can_have(passage) && passage.text.chars().count() >= MIN_EXAMPLE {
                let strength = Reverse(strength(label, &labels, scheme));
                candidates[label.concept as usize].push((strength, number));
            }
        }
    }
    for (concept, mut candidates) in coverage.concepts.iter_mut().zip(candidates) {
        candidates.sort_unstable();
        concept.examples = examples(&candidates, passages);
    }
    coverage
}

/// How strongly a passage has a concept, in hundredths: what made the label itself and the narrower
/// ones below it.
fn strength(label: &Label, labels: &[Label], scheme: &Scheme) -> u32 {
    let broader = |n: &u32| scheme.concepts[*n as usize].broader;
    let is_below = |other: &&Label| {
        std::iter::successors(Some(other.concept), broader).any(|above| above == label.concept)
    };
    let evidence = labels.iter().filter(is_below).flat_map(|label| &label.evidence);
    let weight: f32 = evidence.map(|evidence| evidence.weight.max(0.0)).sum();
    (weight * 100.0) as u32
}

/// The strongest, a document after the other: the second from one document comes only where no other
/// document has a first.
fn examples(strongest_first: &[(Reverse<u32>, u32)], passages: &[Passage]) -> Vec<u32> {
    let mut chosen: Vec<u32> = Vec::new();
    let mut left: Vec<u32> = strongest_first.iter().map(|(_, passage)| *passage).collect();
    let document = |passage: u32| passages[passage as usize].document;
    while chosen.len() < EXAMPLES && !left.is_empty() {
        let times = |passage: u32| {
            chosen.iter().filter(|&&other| document(other) == document(passage)).count()
        };
        let next = (0..left.len()).min_by_key(|&n| (times(left[n]), n)).expect("some are left");
        chosen.push(left.remove(next));
    }
    chosen
}
