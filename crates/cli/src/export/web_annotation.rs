//! Why each passage has its labels, as W3C Web Annotations in JSON-LD: one for each reason of each label.
//!
//! The target is the passage, by its IRI, and in it the words that made the label: as a quotation with what
//! stands around it (`TextQuoteSelector`), and by their place (`TextPositionSelector`), which the standard
//! counts in characters (Unicode code points), not in UTF-16 units. A reason that lies in no words of the
//! passage (a heading above it, a curator's judgement) has the whole passage as its target.

use std::io::Write;
use std::ops::Range;

use anyhow::Result;
use serde::Serialize;
use vitrine_corpus::model::By;
use vitrine_corpus::packed::{PackedEvidence, PackedLabel};
use vitrine_corpus::text::{byte_of_char, chars_before};

use super::guid::guid;
use super::{Export, concepts};

/// How many characters stand before and behind a quotation, where there are as many.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    creator: Creator,
    body: Vec<Body<'a>>,
    target: Vec<Target>,
}

/// Who gave the label.
#[derive(Serialize)]
struct Creator {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    /// The concept.
    SpecificResource { source: String, purpose: &'static str },
    /// Its name, or the name of the rule or the curator's reason.
    TextualBody {
        value: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<&'a str>,
        purpose: &'static str,
    },
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Target {
    SpecificResource {
        source: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        selector: Vec<Selector>,
    },
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
    TextPositionSelector { start: usize, end: usize },
}

/// All annotations, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let corpus = export.corpus;
    let mut items = Vec::new();
    for n in 0..corpus.passages.len() {
        let (id, text) = (corpus.passage_id(n), corpus.text(n));
        for label in corpus.labels_of(n) {
            let reasons = label.evidence().enumerate();
            items.extend(
                reasons.map(|(n, reason)| annotation(export, &id, &text, &label, n, reason)),
            );
        }
    }
    let title = corpus.title.text(concepts::ONE_LANGUAGE);
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: urn(export, &["annotations", &corpus.version]),
        kind: "AnnotationCollection",
        label: Some(title).filter(|title| !title.is_empty()),
        total: items.len(),
        first: Page {
            id: urn(export, &["annotations", &corpus.version, "first"]),
            kind: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    serde_json::to_writer(&mut *out, &collection)?;
    writeln!(out)?;
    Ok(())
}

fn annotation<'a>(
    export: &Export<'a>,
    passage: &str,
    text: &str,
    label: &PackedLabel<'a>,
    n: usize,
    reason: PackedEvidence<'a>,
) -> Annotation<'a> {
    let scheme = &export.corpus.schemes[label.scheme];
    let concept = &scheme.concepts[label.concept];
    let source = export.links.passage_iri(passage).into_string();
    let whole = || Target::SpecificResource { source: source.clone(), selector: Vec::new() };
    let words = |span: Range<usize>| Target::SpecificResource {
        source: source.clone(),
        selector: selectors(text, span).into(),
    };
    let mut target: Vec<Target> = reason.spans().map(words).collect();
    if target.is_empty() {
        target.push(whole());
    }
    let name = concept.label.get(concepts::ONE_LANGUAGE);
    let name = name.map(|(language, value)| Body::TextualBody {
        value,
        language: Some(language),
        purpose: "tagging",
    });
    let why = Body::TextualBody {
        value: export.appendix.rule(&reason),
        language: None,
        purpose: "describing",
    };
    let concept_iri = export.links.concept_iri(&scheme.id, &concept.id).into_string();
    Annotation {
        id: urn(export, &["annotation", passage, &scheme.id, &concept.id, &n.to_string()]),
        kind: "Annotation",
        motivation: "classifying",
        creator: match label.by {
            By::Rule => Creator { kind: "Software", name: super::codebook::ORIGIN },
            By::Curator => Creator { kind: "Person", name: "curator" },
        },
        body: [Body::SpecificResource { source: concept_iri, purpose: "classifying" }]
            .into_iter()
            .chain(name)
            .chain([why])
            .collect(),
        target,
    }
}

/// The words by themselves and by their place.
fn selectors(text: &str, span: Range<usize>) -> [Selector; 2] {
    let (start, end) = (chars_before(text, span.start), chars_before(text, span.end));
    let before = byte_of_char(text, start.saturating_sub(AROUND));
    let behind = byte_of_char(text, end + AROUND);
    let quote = Selector::TextQuoteSelector {
        exact: text[span.clone()].to_owned(),
        prefix: text[before..span.start].to_owned(),
        suffix: text[span.end..behind].to_owned(),
    };
    [quote, Selector::TextPositionSelector { start, end }]
}

fn urn(export: &Export<'_>, parts: &[&str]) -> String {
    format!("urn:uuid:{}", guid(&export.corpus.id, parts))
}

#[cfg(test)]
mod tests {
    use super::{Selector, selectors};

    #[test]
    fn places_are_counted_in_characters() {
        let text = "𠮷🌾 制裁, 𠮷";
        let at = text.find("制裁").unwrap();
        let [quote, place] = selectors(text, at..at + "制裁".len());
        assert!(matches!(
            quote,
            Selector::TextQuoteSelector { exact, prefix, suffix }
                if [&*exact, &prefix, &suffix] == ["制裁", "𠮷🌾 ", ", 𠮷"]
        ));
        assert!(matches!(place, Selector::TextPositionSelector { start: 3, end: 5 }));
    }
}
