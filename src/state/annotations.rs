//! Clippings as W3C Web Annotations, which other programs read and write: each is a bookmark on the words of
//! a passage, with the reader's note and tags as its bodies. Colours have no place in the standard.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use vitrine_corpus::model::ArchivedCorpus;

use super::clippings::{Clipping, Refused};
use super::takeaway::Taken;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

const KIND: &str = "AnnotationCollection";

/// A file of annotations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    #[serde(rename = "@context", default)]
    context: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    total: usize,
    first: Page,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Page {
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "startIndex", default)]
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Annotation {
    #[serde(default)]
    id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    motivation: String,
    #[serde(default)]
    body: Vec<Body>,
    target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Body {
    #[serde(rename = "type")]
    kind: String,
    value: String,
    #[serde(default)]
    purpose: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Target {
    source: String,
    #[serde(default)]
    selector: Option<Selector>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Selector {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
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
                id: own(taken.id),
                kind: "Annotation".to_owned(),
                motivation: "bookmarking".to_owned(),
                body: note.into_iter().chain(tags).collect(),
                target: Target {
                    source: taken.link.clone(),
                    selector: Some(Selector {
                        kind: "TextQuoteSelector".to_owned(),
                        exact: taken.text.to_string(),
                    }),
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

    /// The clippings it holds: annotations of passages, whoever wrote them.
    ///
    /// # Errors
    /// If it holds some, but none of a passage of this corpus.
    pub fn clippings(self, corpus: &ArchivedCorpus) -> Result<Vec<Clipping>, Refused> {
        let mut clippings = Vec::new();
        for annotation in self.first.items {
            let Some(passage) = passage_of(&annotation.target.source) else { continue };
            let mut clipping = Clipping { passage, ..Clipping::default() };
            for body in annotation.body {
                match &*body.purpose {
                    "tagging" => clipping.tags.push(body.value),
                    _ if clipping.note.is_empty() => clipping.note = body.value,
                    _ => clipping.note.extend(["\n", &body.value]),
                }
            }
            match corpus.passage_by_id(&clipping.passage) {
                Some(n) => {
                    let document = corpus.passages[n].document.to_native() as usize;
                    clipping.text = corpus.text(n).into_owned();
                    clipping.source = corpus.documents[document].title.text("en").to_owned();
                }
                None => {
                    clipping.text =
                        annotation.target.selector.map(|quote| quote.exact).unwrap_or_default();
                }
            }
            clippings.push(clipping);
        }
        let is_known = |clipping: &Clipping| corpus.passage_by_id(&clipping.passage).is_some();
        match clippings.is_empty() || clippings.iter().any(is_known) {
            true => Ok(clippings),
            false => Err(Refused::Foreign),
        }
    }
}

/// The passage that a link into a page like this one points at.
fn passage_of(link: &str) -> Option<String> {
    let (_, state) = link.split_once('#')?;
    let at = state.split('&').find_map(|parameter| parameter.strip_prefix("at="))?;
    // As links are written (`fragment.rs`).
    let spaced = at.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(|id| id.into_owned())
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
            let id = &corpus.passages[n].id;
            clippings.change(id, |clipping| {
                clipping.note = "“引號” & <b>\nsecond 🚀".to_owned();
                clipping.tags = vec!["a".to_owned(), "二".to_owned()];
            });
        }
        let link = |id: &str| ["https://a.invalid/#view=read&at=", id].concat();
        let taken: Vec<Taken<'_>> =
            clippings.all().iter().map(|c| Taken::clipping(corpus, c, link(&c.passage))).collect();
        let text = serde_json::to_string(&Collection::of("t", &taken, link)).unwrap();
        let read: Collection = serde_json::from_str(&text).unwrap();
        assert_eq!(read.clippings(corpus).unwrap(), clippings.all());
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
        let read: Collection = serde_json::from_str(text).unwrap();
        assert_eq!(read.clippings(corpus), Err(Refused::Foreign));
    }
}
