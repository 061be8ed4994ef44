//! How is a document cited? In the forms of [`vitrine_corpus::citation::Form`]: in the styles that people
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

use vitrine_corpus::citation::KEY;
use vitrine_corpus::model::{Citations, Document};

pub use bibtex::bibtex;
pub use item::{Access, DateParts, Item, Work};
pub use names::Name;
pub use ris::ris;
use styles::styled;

/// Each document in all forms, with marks where address and day of access go. A style is a program that is
/// run for each, which takes milliseconds: the processor's cores share the documents.
pub(crate) fn of_all(documents: &[Document]) -> Citations {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = documents.len().div_ceil(cores).max(1);
    let texts: Vec<Vec<String>> = std::thread::scope(|scope| {
        let shares = documents.chunks(share);
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(|| share.iter().map(of).collect::<Vec<_>>())).collect();
        let join = |thread: ScopedJoinHandle<'_, _>| thread.join().expect("citing does not panic");
        threads.into_iter().flat_map(join).collect()
    });
    Citations::of(documents, &texts)
}

fn of(document: &Document) -> Vec<String> {
    let key = KEY.to_string();
    marks::in_all_forms(&Work { id: &key, ..work(document) })
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
        publication: document.publication.as_deref().cloned().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::citation::{Day, Form, Locator, Spot, fill};
    use vitrine_corpus::model::{
        ArchivedCitations, ArchivedDocument, Document, Localized, Translation,
    };

    use super::*;

    fn document(id: &str, titles: &[&str]) -> Document {
        let title = |text: &&str| Translation { lang: "en".to_owned(), text: (*text).to_owned() };
        Document {
            id: id.to_owned(),
            file: String::new(),
            title: Localized { texts: titles.iter().map(title).collect() },
            authors: Vec::new(),
            publisher: None,
            publication: None,
            date: None,
            reference_date: None,
            original_language: None,
            languages: vec!["en".to_owned()],
            keywords: Vec::new(),
            rights: Localized::default(),
            first_passage: 0,
            passage_count: 0,
        }
    }

    #[test]
    fn what_is_shared_is_read_as_it_was_made() {
        let documents = [
            document("kernel/one", &["One"]),
            document("kernel/two", &["Two"]),
            // In other places than its own too, with marks, on two lines, quoted, and none at all.
            document("a", &["@"]),
            document("e", &["e"]),
            document("icons", &["An \u{e007} icon \u{e000}"]),
            document("lines", &["One\nand \"two\" {three} & four", "another"]),
            document("none", &[]),
        ];
        let citations = of_all(&documents);
        let count = Form::ALL.len();
        assert_eq!(citations.of_documents[..count], citations.of_documents[count..2 * count]);
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&citations).unwrap();
        let citations = rkyv::access::<ArchivedCitations, rkyv::rancor::Error>(&bytes).unwrap();
        for (n, document) in documents.iter().enumerate() {
            let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(document).unwrap();
            let archived = rkyv::access::<ArchivedDocument, rkyv::rancor::Error>(&bytes).unwrap();
            let made = marks::in_all_forms(&work(document));
            assert_eq!(citations.texts_of(n, archived).collect::<Vec<_>>(), made);
            // Each record takes the note of a passage, and is one still.
            let spot = Spot::Line("a.txt", 7);
            let place = Locator { passage: "p \"1\"", spot, corpus: "c", version: "1" };
            let day = Some(Day { year: 2026, month: 7, day: 1 });
            let texts = citations.texts_of_passage(n, archived, place);
            let texts: Vec<String> = texts.map(|text| fill(&text, Some("u"), day)).collect();
            assert!(texts.iter().all(|text| text.contains("Line 7 of a.txt (corpus c")));
            let record: serde_json::Value = serde_json::from_str(&texts[6]).unwrap();
            assert_eq!(record["id"], "p \"1\"");
        }
    }
}
