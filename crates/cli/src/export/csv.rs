//! Passages as a table for spreadsheets.
//!
//! Excel takes a file for UTF-8 only if it begins with a byte-order mark. A cell that begins with `=`, `+`,
//! `-` or `@` (or with their wide forms, a tab or a line break) would be run as a formula, and one made to
//! do harm would do it on the reader's machine: such a cell gets an apostrophe before it, which spreadsheets
//! take as “this is text”. Who reads the table by program takes the first apostrophe away if one of these
//! characters follows it, or better another format: no other has such marks.

use std::io::Write;

use anyhow::Result;
use csv::{Terminator, WriterBuilder};
use vitrine_corpus::csv::{BOM, guarded};
use vitrine_corpus::json;

use super::{Export, documents};

/// The head of the table.
const COLUMNS: [&str; 20] = [
    "id",
    "doc",
    "title",
    "file",
    "first_line",
    "last_line",
    "lang",
    "role",
    "heading",
    "text",
    "themes",
    "levels",
    "actors",
    "people",
    "dates",
    "figures",
    "repeats",
    "parallel",
    "link",
    "corpus_version",
];

/// Between several values in one cell.
const SEPARATOR: &str = "; ";

/// All passages, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let corpus = export.corpus;
    out.write_all(BOM.as_bytes())?;
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS)?;
    for (n, passage) in corpus.passages.iter().enumerate() {
        let document = &corpus.documents[passage.document.to_native() as usize];
        let json = json::passage(corpus, n);
        let themes: Vec<&str> = json.themes.iter().map(|theme| theme.id).collect();
        let dates: Vec<&str> = json.dates.iter().map(|date| date.edtf).collect();
        let figures: Vec<&str> = json.figures.iter().map(|figure| &*figure.text).collect();
        let [first_line, last_line] = json.source.lines.map(|line| line.to_string());
        let link = export.links.passage(&json.id);
        table.write_record([
            &*guarded(&json.id),
            &*guarded(json.doc),
            &*guarded(documents::title(document)),
            &*guarded(json.source.file),
            &*first_line,
            &*last_line,
            json.lang,
            json.role,
            &*guarded(&json.heading.join(" / ")),
            &*guarded(&json.text),
            &*list(&themes),
            &*list(&json.levels),
            &*list(&json.actors),
            &*list(&json.people),
            &*list(&dates),
            &*list(&figures),
            &*guarded(json.repeats.as_deref().unwrap_or_default()),
            &*guarded(json.parallel.as_deref().unwrap_or_default()),
            &*link,
            &*corpus.version,
        ])?;
    }
    table.flush()?;
    Ok(())
}

fn list(values: &[&str]) -> String {
    guarded(&values.join(SEPARATOR)).into_owned()
}
