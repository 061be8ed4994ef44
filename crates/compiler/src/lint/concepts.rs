//! Has each concept a rule, and a name in every language of the page?

use super::{Detail, list};
use crate::config::{Concept, Config, PAGE_LANGUAGES, Scheme};
use crate::problem::{Code, Problem};

pub(super) fn check(
    config: &Config,
    scheme: usize,
    file: &str,
    detail: Detail,
    problems: &mut Vec<Problem>,
) {
    let scheme = &config.schemes[scheme];
    let note = |code, concept: &Concept, what: String, mend: String| {
        Problem::new(code, config.path_of(file), what, mend)
            .at(config.text_of(file), concept.id.span())
    };
    for concept in scheme.concepts.iter().filter(|concept| is_mute(scheme, concept)) {
        let what = format!("“{}” has no rule, and no concept below it", concept.id.get_ref());
        let mend = "give it a [[concept.signal]], unless only curation.toml is to give it";
        problems.push(note(Code::ConceptWithoutSignal, concept, what, mend.to_owned()));
    }
    let nameless: Vec<(&Concept, String)> = scheme
        .concepts
        .iter()
        .filter(|concept| !concept.is_given)
        .map(|concept| (concept, missing(concept)))
        .filter(|(_, missing)| !missing.is_empty())
        .collect();
    let mend = "add a label = { en = …, zh-Hans = …, zh-Hant = … }; till then another is shown";
    if !detail.tells_each(nameless.len()) {
        let ids: Vec<String> =
            nameless.iter().map(|(concept, _)| concept.id.get_ref().clone()).collect();
        let what = format!(
            "{} of {} concepts have no label in one of the page's languages: {}",
            ids.len(),
            scheme.concepts.len(),
            list(&ids)
        );
        problems.push(note(Code::ConceptWithoutLabel, nameless[0].0, what, mend.to_owned()));
    } else {
        problems.extend(nameless.into_iter().map(|(concept, missing)| {
            let what = format!("“{}” has no label in {missing}", concept.id.get_ref());
            note(Code::ConceptWithoutLabel, concept, what, mend.to_owned())
        }));
    }
}

/// Whether nothing but a curator can give the concept.
fn is_mute(scheme: &Scheme, concept: &Concept) -> bool {
    let id = concept.id.get_ref();
    if concept.is_given {
        return false;
    }
    let is_above = |other: &Concept| other.broader.as_ref().is_some_and(|b| b.get_ref() == id);
    concept.signals.is_empty() && concept.short.is_none() && !scheme.concepts.iter().any(is_above)
}

/// The languages of the page in which a concept has no name.
fn missing(concept: &Concept) -> String {
    let missing = PAGE_LANGUAGES.into_iter().filter(|language| !concept.label.has(language));
    missing.collect::<Vec<_>>().join(", ")
}
