//! Passages for the bulk interface of OpenSearch and Elasticsearch, for a corpus that has outgrown a page;
//! and the settings and mapping of the index they go into.
//!
//! A passage keeps its id, and its link into the page.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;
use serde_json::json;
use vitrine_corpus::json::{self, PassageJson};
use vitrine_corpus::model::ArchivedDate;

use super::{Export, documents};

/// A passage as the contract has it, and what a cluster cannot look up elsewhere.
#[derive(Serialize)]
struct Source<'a> {
    #[serde(flatten)]
    passage: PassageJson<'a>,
    title: &'a str,
    authors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doi: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    /// First and last day of each date of the passage, as numbers `yyyymmdd`.
    days: Vec<Days>,
    link: String,
    corpus: &'a str,
    corpus_version: &'a str,
}

#[derive(Serialize)]
struct Days {
    gte: i32,
    lte: i32,
}

/// An action line and a source line for each passage, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let corpus = export.corpus;
    let index = index_name(&corpus.id);
    for (n, passage) in corpus.passages.iter().enumerate() {
        let id = corpus.passage_id(n);
        let document = &corpus.documents[passage.document.to_native() as usize];
        let own = document.publication.as_deref();
        let source = Source {
            passage: json::passage(corpus, n),
            title: documents::title(document),
            authors: document.authors.iter().map(|author| &**author).collect(),
            publisher: document.publisher.as_deref(),
            r#type: own.and_then(|own| Some(own.kind.as_ref()?.as_str())),
            url: own.and_then(|own| own.url.as_deref()),
            doi: own.and_then(|own| own.doi.as_deref()),
            published: document.date.as_deref(),
            days: passage.dates().iter().map(days).collect(),
            link: export.links.passage(&id),
            corpus: &corpus.id,
            corpus_version: &corpus.version,
        };
        let action = json!({"index": {"_index": index, "_id": id}});
        serde_json::to_writer(&mut *out, &action)?;
        writeln!(out)?;
        serde_json::to_writer(&mut *out, &source)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The body of the request that makes the index. `cjk` cuts Chinese into pairs of characters, and is part
/// of both programs; the other analyzers know English by its stems.
pub fn write_mapping(out: &mut impl Write) -> Result<()> {
    let keyword = json!({"type": "keyword"});
    let text = json!({
        "type": "text",
        "analyzer": "cjk",
        "fields": {"english": {"type": "text", "analyzer": "english"}},
    });
    let said = json!({"type": "text", "analyzer": "cjk"});
    let mapping = json!({
        "settings": {"index": {"number_of_shards": 1}},
        "mappings": {
            "dynamic": "strict",
            "properties": {
                "id": keyword,
                "doc": keyword,
                "source": {"properties": {"file": keyword, "lines": {"type": "integer"}}},
                "lang": keyword,
                "role": keyword,
                "repeats": keyword,
                "parallel": keyword,
                "text": text,
                "heading": text,
                "themes": {"properties": {
                    "id": keyword,
                    "by": keyword,
                    "evidence": {"type": "integer", "index": false},
                }},
                "levels": keyword,
                "actors": keyword,
                "people": keyword,
                "dates": {"properties": {"text": said, "edtf": keyword}},
                "figures": {"properties": {
                    "text": said,
                    "value": {"type": "double"},
                    "upper": {"type": "double"},
                    "unit": keyword,
                }},
                "title": text,
                "authors": {"type": "keyword", "fields": {"text": said}},
                "publisher": {"type": "keyword", "fields": {"text": said}},
                "type": keyword,
                "url": keyword,
                "doi": keyword,
                "published": keyword,
                "days": {"type": "integer_range"},
                "link": {"type": "keyword", "index": false, "doc_values": false},
                "corpus": keyword,
                "corpus_version": keyword,
            },
        },
    });
    serde_json::to_writer_pretty(&mut *out, &mapping)?;
    writeln!(out)?;
    Ok(())
}

fn days(date: &ArchivedDate) -> Days {
    Days { gte: date.first_day.to_native(), lte: date.last_day.to_native() }
}

/// What an index may be called: small letters, and neither strokes nor spaces nor some other marks.
fn index_name(id: &str) -> String {
    let legal = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' };
    let name: String = id.to_lowercase().chars().map(legal).collect();
    let name = name.trim_start_matches(['-', '_', '+', '.']);
    if name.is_empty() { "corpus".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::index_name;

    #[test]
    fn the_name_of_an_index_is_legal() {
        assert_eq!(index_name("dprk-russia"), "dprk-russia");
        assert_eq!(index_name("_My Corpus/2"), "my-corpus-2");
        assert_eq!(index_name("?"), "corpus");
    }
}
