//! What does a passage look like to other programs? The contract's JSON, which the command line and
//! the page's JavaScript interface both give.
//!
//! All spans are UTF-16 offsets into `text`.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{ArchivedCorpus, ArchivedSpan, By};
use crate::order;
use crate::packed::PackedLabel;
use crate::text::{part, utf16_offset};

/// A passage as the contract has it.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, and named so that they speak")]
pub struct PassageJson<'a> {
    pub id: String,
    pub doc: &'a str,
    pub source: SourceJson<'a>,
    pub lang: &'a str,
    pub role: &'static str,
    /// The id of the earlier passage this one says again.
    pub repeats: Option<String>,
    /// The id of its translation in the same document.
    pub parallel: Option<String>,
    pub text: Cow<'a, str>,
    /// The headings above it, outermost first.
    pub heading: Vec<Cow<'a, str>>,
    pub themes: Vec<ThemeJson<'a>>,
    pub levels: Vec<&'a str>,
    pub actors: Vec<&'a str>,
    pub people: Vec<&'a str>,
    pub dates: Vec<DateJson<'a>>,
    pub figures: Vec<FigureJson<'a>>,
}

/// Where a passage stands in its file: lines counted from 1, first and last.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, and named so that they speak")]
pub struct SourceJson<'a> {
    pub file: &'a str,
    pub lines: [u32; 2],
}

/// A theme of a passage, who gave it, and the words that made it.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, and named so that they speak")]
pub struct ThemeJson<'a> {
    pub id: &'a str,
    pub by: &'static str,
    pub evidence: Vec<[usize; 2]>,
}

/// A date of a passage.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, and named so that they speak")]
pub struct DateJson<'a> {
    pub text: Cow<'a, str>,
    pub edtf: &'a str,
}

/// A quantity of a passage; `upper` is there for a range alone.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the contract's, and named so that they speak")]
pub struct FigureJson<'a> {
    pub text: Cow<'a, str>,
    #[serde(serialize_with = "number")]
    pub value: f64,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    pub upper: Option<f64>,
    pub unit: &'a str,
}

/// Passage `n` of the corpus, as the contract has it.
pub fn passage(corpus: &ArchivedCorpus, n: usize) -> PassageJson<'_> {
    let passage = &corpus.passages[n];
    let document = &corpus.documents[passage.document.to_native() as usize];
    let id = |n: usize| corpus.passage_id(n);
    let ids = |scheme: &str| corpus.labels(n, scheme).map(|(_, concept)| &*concept.id).collect();
    let text = corpus.text(n);
    let words = |span: &ArchivedSpan| part(&text, span.range());
    PassageJson {
        id: id(n),
        doc: &document.id,
        source: SourceJson {
            file: &document.file,
            lines: [passage.first_line.to_native(), passage.last_line.to_native()],
        },
        lang: &corpus.languages[usize::from(passage.lang.to_native())],
        role: passage.role.get().as_str(),
        repeats: passage.repeats().map(id),
        parallel: passage.parallel().map(id),
        heading: corpus.headings(n).into_iter().map(|n| corpus.text(n)).collect(),
        themes: corpus
            .labels(n, "theme")
            .map(|(label, concept)| ThemeJson {
                id: &concept.id,
                by: by(&label),
                evidence: evidence(corpus, n, &text, label),
            })
            .collect(),
        levels: ids("level"),
        actors: ids("actor"),
        people: ids("person"),
        dates: passage
            .dates()
            .iter()
            .map(|date| DateJson { text: words(&date.span), edtf: &date.edtf })
            .collect(),
        figures: passage
            .figures()
            .iter()
            .map(|figure| FigureJson {
                text: words(&figure.span),
                value: figure.value.to_native(),
                upper: figure.upper.as_ref().map(|upper| upper.to_native()),
                unit: &figure.unit,
            })
            .collect(),
        text,
    }
}

/// An event: what happened, when, who took part and which passages say so.
#[derive(Debug, Serialize)]
pub struct EventJson<'a> {
    /// EDTF, as the most precise witness has it.
    pub edtf: &'a str,
    /// Whether the witnesses' dates can all be true.
    pub agrees: bool,
    /// Ids of those who took part, by scheme.
    pub actors: Vec<&'a str>,
    /// Names of the persons among them.
    pub people: Vec<&'a str>,
    /// The most precise first.
    pub witnesses: Vec<WitnessJson<'a>>,
}

/// A passage that tells of an event.
#[derive(Debug, Serialize)]
pub struct WitnessJson<'a> {
    /// The passage's id.
    pub id: String,
    /// Its document's id.
    pub doc: &'a str,
    /// The passage's language.
    pub lang: &'a str,
    /// The date, in the passage's words.
    pub date: Cow<'a, str>,
    /// The date this witness gives (EDTF).
    pub edtf: &'a str,
    /// The words that tell of it.
    pub text: Cow<'a, str>,
}

/// Event `n` of the corpus.
pub fn event(corpus: &ArchivedCorpus, n: usize) -> EventJson<'_> {
    let event = &corpus.events[n];
    let named = |scheme: &str| -> Vec<&str> {
        let of_scheme = corpus.scheme(scheme);
        let ids = event.who.iter().filter_map(|concept| {
            let (n, scheme) = of_scheme?;
            (usize::from(concept.scheme.to_native()) == n)
                .then(|| &*scheme.concepts[concept.concept.to_native() as usize].id)
        });
        ids.collect()
    };
    EventJson {
        edtf: &event.edtf,
        agrees: event.agrees,
        actors: named("actor"),
        people: named("person"),
        witnesses: event
            .witnesses
            .iter()
            .map(|told| {
                let n = told.passage.to_native() as usize;
                let (passage, text) = (&corpus.passages[n], corpus.text(n));
                let date = &passage.dates()[told.date.to_native() as usize];
                WitnessJson {
                    id: corpus.passage_id(n),
                    doc: &corpus.documents[passage.document.to_native() as usize].id,
                    lang: &corpus.languages[usize::from(passage.lang.to_native())],
                    date: part(&text, date.span.range()),
                    edtf: &date.edtf,
                    text: part(&text, told.clause.range()),
                }
            })
            .collect(),
    }
}

/// `rule` or `curator`.
pub const fn by(label: &PackedLabel<'_>) -> &'static str {
    match label.by {
        By::Rule => "rule",
        By::Curator => "curator",
    }
}

/// All spans that made a label of passage `n`, in order, each once, in UTF-16.
fn evidence(
    corpus: &ArchivedCorpus,
    n: usize,
    text: &str,
    label: PackedLabel<'_>,
) -> Vec<[usize; 2]> {
    let spans = corpus
        .evidence(n, label)
        .flat_map(|evidence| evidence.spans())
        .map(|span| order::key(utf16_offset(text, span.start), utf16_offset(text, span.end)))
        .collect();
    let spans = order::each_once(spans).into_iter();
    spans.map(|key| [order::first(key), order::second(key)]).collect()
}

/// A number without a fraction is written without one: 35, not 35.0.
fn number<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    // 2^53: up to here every whole number has a double of its own.
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn optional_number<S: serde::Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}
