//! How each document is cited: a JSON object from a document's id to one from a form to the text.

use std::io::{Result, Write};

use serde::Serializer;
use serde::ser::SerializeMap;
use vitrine_corpus::citation::{Form, fill};

use super::Export;

/// All documents in all forms, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let corpus = export.corpus;
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut documents = serializer.serialize_map(Some(corpus.documents.len()))?;
    for (n, document) in corpus.documents.iter().enumerate() {
        let url = export.links.document_url(&document.id);
        let texts = export.appendix.citations.texts_of(n, document);
        let texts = texts.map(|text| fill(&text, url.as_deref(), export.accessed));
        let forms: Forms = Form::ALL.map(Form::id).into_iter().zip(texts).collect();
        documents.serialize_entry(&*document.id, &forms)?;
    }
    documents.end()?;
    writeln!(out)
}

/// In their order, not in that of their names.
struct Forms(Vec<(&'static str, String)>);

impl FromIterator<(&'static str, String)> for Forms {
    fn from_iter<T: IntoIterator<Item = (&'static str, String)>>(forms: T) -> Self {
        Forms(forms.into_iter().collect())
    }
}

impl serde::Serialize for Forms {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(form, text)| (form, text)))
    }
}
