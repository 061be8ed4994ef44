//! What do exports say of a document?

use vitrine_compiler::citations::{Access, Item, Work};
use vitrine_corpus::model::ArchivedDocument;
use vitrine_corpus::publication::{ArchivedPublication, Publication};

use super::Export;

/// The title in the document's own language.
pub fn title(document: &ArchivedDocument) -> &str {
    document.title.text(document.language())
}

/// How and where it was published; empty if nothing is known of that.
pub fn publication(document: &ArchivedDocument) -> Publication {
    document.publication.as_deref().map(ArchivedPublication::get).unwrap_or_default()
}

/// The records of all documents, in the order of the corpus.
pub fn items(export: &Export<'_>) -> impl Iterator<Item = Item> {
    export.corpus.documents.iter().map(|document| {
        let access = Access { url: export.links.document_url(&document.id), day: export.accessed };
        Item::new(&work(document), &access)
    })
}

fn work(document: &ArchivedDocument) -> Work<'_> {
    Work {
        id: &document.id,
        language: document.language(),
        titles: document.title.iter().collect(),
        authors: document.authors.iter().map(|author| &**author).collect(),
        publisher: document.publisher.as_deref(),
        date: document.date.as_deref(),
        keywords: document.keywords.iter().map(|keyword| &**keyword).collect(),
        publication: publication(document),
    }
}
