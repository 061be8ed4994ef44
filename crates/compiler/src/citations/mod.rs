//! How is a document cited? In the forms of [`vitrine_corpus::citation::FORMS`]: in the styles that people
//! read, and as records that reference managers read.
//!
//! All are made of one record, CSL-JSON ([`Item`]), and that of the document's metadata alone. What it does
//! not say is missing in each: nothing is guessed, and nothing is filled in.

mod bibtex;
mod item;
mod marks;
mod names;
mod ris;
mod styles;

use std::num::NonZero;
use std::thread::ScopedJoinHandle;

use vitrine_corpus::model::{Document, DocumentCitations};

pub use bibtex::bibtex;
pub use item::{Access, DateParts, Item, Work};
pub use names::Name;
pub use ris::ris;
pub use styles::styled;

/// Each document in all forms, with marks where address and day of access go. A style is a program that is
/// run for each, which takes milliseconds: the processor's cores share the documents.
pub(crate) fn of_all(documents: &[Document]) -> Vec<DocumentCitations> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = documents.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let shares = documents.chunks(share);
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(|| share.iter().map(of).collect::<Vec<_>>())).collect();
        let join = |thread: ScopedJoinHandle<'_, _>| thread.join().expect("citing does not panic");
        threads.into_iter().flat_map(join).collect()
    })
}

fn of(document: &Document) -> DocumentCitations {
    DocumentCitations { texts: marks::in_all_forms(&work(document)) }
}

fn work(document: &Document) -> Work<'_> {
    let languages = document.original_language.iter().chain(&document.languages);
    let titles = document.title.texts.iter();
    Work {
        id: &document.id,
        language: languages.map(String::as_str).next().unwrap_or("und"),
        titles: titles.map(|title| (title.lang.as_str(), title.text.as_str())).collect(),
        authors: document.authors.iter().map(String::as_str).collect(),
        publisher: document.publisher.as_deref(),
        date: document.date.as_deref(),
        keywords: document.keywords.iter().map(String::as_str).collect(),
    }
}
