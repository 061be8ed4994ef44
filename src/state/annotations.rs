//! Clippings as W3C Web Annotations, which other programs read and write: each is a bookmark on the words of
//! a passage, with the reader's note and tags as its bodies. Colours have no place in the standard.
//!
//! What is written has one shape ([`Collection`]); what is read may have any that the standard allows
//! ([`Annotations`]): one or many of a thing, a thing or its address, a page or a collection of them.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use vitrine_corpus::model::ArchivedCorpus;

use super::clippings::{Clipping, Refused};
use super::fragment;
use super::takeaway::Taken;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

const KIND: &str = "AnnotationCollection";

/// Annotations as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Collection {
    #[serde(rename = "@context")]
    context: String,
    #[serde(rename = "type")]
    kind: String,
    label: String,
    total: usize,
    first: Page,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Page {
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Annotation {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    motivation: String,
    body: Vec<Body>,
    target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: String,
    value: String,
    purpose: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Target {
    source: String,
    selector: Selector,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Selector {
    #[serde(rename = "type")]
    kind: String,
    exact: String,
}

impl Collection {
    /// Clippings as annotations. `all` are the same in the same order; `own` makes the address of one from
    /// the id of its passage.
    pub fn of(title: &str, all: &[Taken<'_>], own: impl Fn(&str) -> String) -> Collection {
        let body = |value: &str, purpose: &str| Body {
            kind: "TextualBody".to_owned(),
            value: value.to_owned(),
            purpose: purpose.to_owned(),
        };
        let annotation = |taken: &Taken<'_>| {
            let note = (!taken.note.is_empty()).then(|| body(taken.note, "commenting"));
            let tags = taken.tags.iter().map(|tag| body(tag, "tagging"));
            Annotation {
                id: own(&taken.id),
                kind: "Annotation".to_owned(),
                motivation: "bookmarking".to_owned(),
                body: note.into_iter().chain(tags).collect(),
                target: Target {
                    source: taken.link.clone(),
                    selector: Selector {
                        kind: "TextQuoteSelector".to_owned(),
                        exact: taken.text.to_string(),
                    },
                },
            }
        };
        Collection {
            context: CONTEXT.to_owned(),
            kind: KIND.to_owned(),
            label: title.to_owned(),
            total: all.len(),
            first: Page {
                kind: "AnnotationPage".to_owned(),
                start_index: 0,
                items: all.iter().map(annotation).collect(),
            },
        }
    }
}

/// One of a thing, or many.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    Many(Vec<T>),
    One(T),
}

impl<T> OneOrMany<T> {
    fn list(self) -> Vec<T> {
        match self {
            OneOrMany::Many(list) => list,
            OneOrMany::One(one) => vec![one],
        }
    }
}

/// Annotations as they are read, whoever wrote them.
#[derive(Debug, Deserialize)]
pub struct Annotations(OneOrMany<Node>);

/// What may be an entry: one that is not, or lies somewhere else, says nothing here and spoils no other.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Node {
    Entry(Box<Entry>),
    Other(IgnoredAny),
}

/// A collection with its first page, a page with its annotations, or an annotation.
#[derive(Debug, Deserialize)]
struct Entry {
    first: Option<Node>,
    items: Option<OneOrMany<Node>>,
    motivation: Option<OneOrMany<String>>,
    body: Option<OneOrMany<Said>>,
    #[serde(rename = "bodyValue")]
    body_value: Option<String>,
    target: Option<OneOrMany<Pointed>>,
}

/// What an annotation says.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Said {
    Words(String),
    Resource { value: Option<String>, purpose: Option<OneOrMany<String>> },
}

/// What an annotation is about.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Pointed {
    Address(String),
    Resource { source: Option<Named>, id: Option<String>, selector: Option<OneOrMany<Quoted>> },
}

/// A thing by its address, or with it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Named {
    Address(String),
    Resource { id: Option<String> },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Quoted {
    Selector { exact: Option<String> },
    Address(#[expect(dead_code, reason = "a selector somewhere else says nothing here")] String),
}

impl Annotations {
    /// The clippings they hold: annotations of passages. What puts a passage into a class is a label, and none
    /// of a reader's. `lang` is the page's language.
    ///
    /// # Errors
    /// If they hold some, but none of a passage of this corpus; if there is no annotation at all.
    pub fn clippings(self, corpus: &ArchivedCorpus, lang: &str) -> Result<Vec<Clipping>, Refused> {
        let mut clippings = Vec::new();
        let mut has_any = false;
        let mut rest = self.0.list();
        rest.reverse();
        while let Some(node) = rest.pop() {
            let Node::Entry(entry) = node else { continue };
            has_any |= entry.items.is_some() || entry.target.is_some();
            rest.extend(entry.items.map(OneOrMany::list).into_iter().flatten().rev());
            rest.extend(entry.first);
            let motivations = entry.motivation.map(OneOrMany::list).unwrap_or_default();
            if motivations.iter().any(|motivation| motivation == "classifying") {
                continue;
            }
            let mut note = Vec::from_iter(entry.body_value);
            let mut tags = Vec::new();
            for body in entry.body.map(OneOrMany::list).unwrap_or_default() {
                match body {
                    Said::Words(words) => note.push(words),
                    Said::Resource { value: Some(value), purpose } => {
                        let purposes = purpose.map(OneOrMany::list).unwrap_or_default();
                        let is_tag = purposes.iter().any(|purpose| purpose == "tagging");
                        if is_tag { tags.push(value) } else { note.push(value) }
                    }
                    Said::Resource { .. } => {}
                }
            }
            for target in entry.target.map(OneOrMany::list).unwrap_or_default() {
                let (link, quotes) = match target {
                    Pointed::Address(link) => (Some(link), Vec::new()),
                    Pointed::Resource { source, id, selector } => {
                        let source = source.and_then(|source| match source {
                            Named::Address(address) => Some(address),
                            Named::Resource { id } => id,
                        });
                        (source.or(id), selector.map(OneOrMany::list).unwrap_or_default())
                    }
                };
                let Some(passage) = link.as_deref().and_then(passage_of) else { continue };
                let quoted = quotes.into_iter().find_map(|quote| match quote {
                    Quoted::Selector { exact } => exact,
                    Quoted::Address(_) => None,
                });
                let clipping = Clipping {
                    passage,
                    note: note.join("\n"),
                    tags: tags.clone(),
                    text: quoted.unwrap_or_default(),
                    ..Clipping::default()
                };
                clippings.push(in_corpus(corpus, clipping, lang));
            }
        }
        let is_known = |clipping: &Clipping| corpus.passage_by_id(&clipping.passage).is_some();
        match (has_any, clippings.is_empty() || clippings.iter().any(is_known)) {
            (false, _) => Err(Refused::Unreadable),
            (true, true) => Ok(clippings),
            (true, false) => Err(Refused::Foreign),
        }
    }
}

/// A clipping with the words of its passage, where the corpus has it.
fn in_corpus(corpus: &ArchivedCorpus, mut clipping: Clipping, lang: &str) -> Clipping {
    if let Some(n) = corpus.passage_by_id(&clipping.passage) {
        let document = corpus.passages[n].document.to_native() as usize;
        clipping.text = corpus.text(n).into_owned();
        clipping.source = corpus.documents[document].title.text(lang).to_owned();
    }
    clipping
}

/// The passage that a link into a page like this one points at.
fn passage_of(link: &str) -> Option<String> {
    fragment::passage(link.split_once('#')?.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::clippings::Clippings;

    #[test]
    fn what_is_written_is_read_again() {
        let corpus = crate::embedded::corpus().unwrap();
        let mut clippings = Clippings::default();
        for n in [2, 7] {
            clippings.put(corpus, n, "en");
            let id = corpus.passage_id(n);
            clippings.change(&id, |clipping| {
                clipping.note = "“引號” & <b>\nsecond 🚀".to_owned();
                clipping.tags = vec!["a".to_owned(), "二".to_owned()];
            });
        }
        let link = |id: &str| ["https://a.invalid/#view=read&at=", id].concat();
        let taken: Vec<Taken<'_>> =
            clippings.all().iter().map(|c| Taken::clipping(corpus, c, link(&c.passage))).collect();
        let text = serde_json::to_string(&Collection::of("t", &taken, link)).unwrap();
        let read: Annotations = serde_json::from_str(&text).unwrap();
        assert_eq!(read.clippings(corpus, "en").unwrap(), clippings.all());
    }

    #[test]
    fn each_shape_that_the_standard_allows_is_read() {
        let corpus = crate::embedded::corpus().unwrap();
        let at = |n: usize| ["https://a.invalid/#view=read&at=", &corpus.passage_id(n)].concat();
        let (one, two) = (at(2), at(7));
        let read = |text: &str| {
            let read: Annotations = serde_json::from_str(text).unwrap();
            let read = read.clippings(corpus, "en").unwrap();
            let read =
                read.into_iter().map(|clipping| (clipping.passage, clipping.note, clipping.tags));
            read.collect::<Vec<_>>()
        };
        let id = |n: usize| corpus.passage_id(n);
        // An annotation by itself, its target an address; what it says as a text.
        let text = format!(r#"{{"type":"Annotation","bodyValue":"why","target":"{one}"}}"#);
        assert_eq!(read(&text), [(id(2), "why".to_owned(), vec![])]);
        // A page, with one body or many, with purposes or none, and an annotation of something else.
        let text = format!(
            r#"{{"type":"AnnotationPage","items":[
            {{"target":{{"source":"{one}","selector":[{{"type":"TextPositionSelector","start":0}}]}},
              "body":[{{"value":"first"}},"second",{{"value":"t","purpose":["tagging"]}},{{"id":"x"}}]}},
            {{"target":"https://b.invalid/"}},
            "https://b.invalid/annotation", {{"target":{{"selector":7}}}},
            {{"motivation":"classifying","target":"{one}"}},
            {{"target":[{{"source":{{"id":"{two}","type":"Text"}},"selector":{{"exact":"x"}}}}],"body":{{"value":"third"}}}}]}}"#
        );
        let first = (id(2), "first\nsecond".to_owned(), vec!["t".to_owned()]);
        assert_eq!(read(&text), [first, (id(7), "third".to_owned(), vec![])]);
        // Several in a list, as some tools export them.
        let text = format!(r#"[{{"target":"{one}"}},{{"target":"{two}"}}]"#);
        assert_eq!(read(&text).len(), 2);
    }

    #[test]
    fn what_is_no_annotation_is_not_read() {
        let corpus = crate::embedded::corpus().unwrap();
        for text in ["{}", "[]", r#"{"type":"Feature","geometry":null}"#] {
            let read: Annotations = serde_json::from_str(text).unwrap();
            assert_eq!(read.clippings(corpus, "en"), Err(Refused::Unreadable), "{text}");
        }
    }

    #[test]
    fn an_id_is_read_as_links_write_it() {
        let passage = |id| passage_of(&["https://a.invalid/#view=read&at=", id].concat());
        assert_eq!(passage("a+b%2Bc%25").as_deref(), Some("a b+c%"));
        assert_eq!(passage("%FF"), None);
    }

    #[test]
    fn annotations_of_another_corpus_are_refused() {
        let corpus = crate::embedded::corpus().unwrap();
        let text = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection",
            "first":{"type":"AnnotationPage","items":[
            {"type":"Annotation","target":{"source":"https://a.invalid/#view=read&at=unheard"}}]}}"#;
        let read: Annotations = serde_json::from_str(text).unwrap();
        assert_eq!(read.clippings(corpus, "en"), Err(Refused::Foreign));
    }
}
