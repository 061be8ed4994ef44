//! Which concepts leave with the corpus, and how are they told of?

use vitrine_corpus::model::{ArchivedConcept, ArchivedDefinition, ArchivedScheme};

use super::Export;

/// What is said before what belongs to a concept, and before what does not.
const SCOPE: [(&str, [&str; 2]); 3] = [
    ("en", ["Covers: ", "Does not cover: "]),
    ("zh-Hans", ["涵盖\u{ff1a}", "不涵盖\u{ff1a}"]),
    ("zh-Hant", ["涵蓋\u{ff1a}", "不涵蓋\u{ff1a}"]),
];

/// The language of formats that have room for one.
pub const ONE_LANGUAGE: &str = "en";

/// The schemes that have concepts, with their places in the corpus.
pub fn schemes<'a>(
    export: &Export<'a>,
) -> impl Iterator<Item = (usize, &'a ArchivedScheme)> + use<'a> {
    let schemes = export.corpus.schemes.iter().enumerate();
    schemes.filter(|(_, scheme)| !scheme.concepts.is_empty())
}

/// The place of the concept above.
pub fn broader(concept: &ArchivedConcept) -> Option<usize> {
    concept.broader.as_ref().map(|place| place.to_native() as usize)
}

/// The concepts right below one, or at the top.
pub fn below(
    scheme: &ArchivedScheme,
    above: Option<usize>,
) -> impl Iterator<Item = (usize, &ArchivedConcept)> {
    scheme.concepts.iter().enumerate().filter(move |(_, concept)| broader(concept) == above)
}

/// What belongs to a concept and what does not, by language.
pub fn scope_notes(definition: &ArchivedDefinition) -> impl Iterator<Item = (&str, String)> {
    let covers = definition.covers.iter().map(|(lang, text)| (lang, text, 0));
    let excludes = definition.excludes.iter().map(|(lang, text)| (lang, text, 1));
    covers
        .chain(excludes)
        .filter(|(_, text, _)| !text.is_empty())
        .map(|(lang, text, which)| (lang, format!("{}{text}", prefix(lang, which))))
}

fn prefix(lang: &str, which: usize) -> &'static str {
    let (_, prefixes) = SCOPE.iter().find(|(known, _)| *known == lang).unwrap_or(&SCOPE[0]);
    prefixes[which]
}

/// All that is said of a concept, for formats with room for one text: a paragraph a language.
pub fn description(export: &Export<'_>, scheme: usize, place: usize) -> String {
    let concept = &export.corpus.schemes[scheme].concepts[place];
    let definition = export.appendix.definition(scheme, place);
    let notes: Vec<(&str, String)> = definition.map(scope_notes).into_iter().flatten().collect();
    let paragraphs =
        concept.label.iter().filter(|(lang, _)| *lang != "und").map(|(lang, label)| {
            let defined = definition.and_then(|definition| {
                definition
                    .definition
                    .iter()
                    .find(|(known, text)| *known == lang && !text.is_empty())
            });
            let own =
                notes.iter().filter(|(known, _)| *known == lang).map(|(_, note)| note.as_str());
            let lines = std::iter::once(label).chain(defined.map(|(_, text)| text)).chain(own);
            lines.collect::<Vec<_>>().join("\n")
        });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
