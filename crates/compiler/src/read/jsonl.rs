//! What do records say? A `.jsonl` file has one a line: an object with `text`, and where they are
//! known `id`, `doc`, `lang` and `theme`. Each makes a passage; those of one `doc` make a document.
//!
//! Who made the records has cut the text up already, so that nothing is cut, joined or guessed here
//! but what a record leaves open.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use serde_json::{Map, Value};

use super::File;
use crate::config::language_mend;
use crate::problem::{Code, Place, Problem};

/// The records of one document, in the order of the file.
pub(crate) struct Records {
    /// The document's name: its id and its title.
    pub(crate) document: String,
    pub(crate) rows: Vec<Record>,
}

/// A passage, as a line of a file says it.
pub(crate) struct Record {
    /// Counted from 1.
    pub(crate) line: u32,
    /// Where the line stands in [`File::text`], in bytes.
    row: Range<usize>,
    /// Unique in the corpus.
    pub(crate) id: Option<String>,
    /// Without the space around it, and not empty.
    pub(crate) text: String,
    /// A tag as passages here are marked with, or `zh` for either script.
    pub(crate) lang: Option<String>,
    pub(crate) themes: Vec<String>,
}

impl Records {
    /// Where the first record names its document. `rows` is the document's text.
    pub(crate) fn first_place(&self, rows: &str) -> Option<Place> {
        let first = self.rows.first()?;
        self.place(rows, first.line as usize, &self.document)
    }

    /// Where words of a record stand, or its line as a whole. `rows` is the document's text.
    pub(super) fn place(&self, rows: &str, line: usize, words: &str) -> Option<Place> {
        let at = self.rows.binary_search_by_key(&line, |record| record.line as usize).ok()?;
        let row = &rows[self.rows[at].row.clone()];
        // Words with a quotation mark or the like are written otherwise in JSON.
        let span = row.find(words).filter(|_| !words.is_empty());
        place(row, line, span.map_or(0..row.len(), |at| at..at + words.len()))
    }
}

/// The place of bytes `span` in a line of which only the line is at hand.
fn place(row: &str, line: usize, span: Range<usize>) -> Option<Place> {
    Place::of(row, span).map(|place| Place { line, ..place })
}

/// The ids of all records of the corpus so far, with the file and the line that have them.
#[derive(Default)]
pub(super) struct Taken(HashMap<String, (String, usize)>);

/// The documents of a file of records, in the order in which it names them. A record that names none
/// is of a document that is called as the file is.
pub(super) fn documents(file: &File, taken: &mut Taken, problems: &mut Vec<Problem>) -> Vec<File> {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let mut documents: Vec<File> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut told = BTreeSet::new();
    for (n, row) in file.text.lines().enumerate() {
        let mut reader = Reader { file, line: n + 1, row, told: &mut told, problems };
        let Some((record, document)) = reader.record(taken) else {
            continue;
        };
        let document = document.unwrap_or_else(|| stem.to_owned());
        let number = *numbers.entry(document).or_insert_with_key(|document| {
            let records = Records { document: document.clone(), rows: Vec::new() };
            documents.push(File {
                path: file.path.clone(),
                name: file.name.clone(),
                text: String::new(),
                records: Some(records),
            });
            documents.len() - 1
        });
        add(&mut documents[number], record, row);
    }
    documents
}

fn add(document: &mut File, mut record: Record, row: &str) {
    let start = document.text.len();
    document.text.push_str(row);
    document.text.push('\n');
    record.row = start..start + row.len();
    if let Some(records) = &mut document.records {
        records.rows.push(record);
    }
}

/// Reads one line.
struct Reader<'a> {
    file: &'a File,
    line: usize,
    row: &'a str,
    /// What was said once of the file is not said again.
    told: &'a mut BTreeSet<String>,
    problems: &'a mut Vec<Problem>,
}

const FIELDS: &str = "a record has text, and may have id, doc, lang and theme";

impl Reader<'_> {
    /// The record of the line and its document's name; none of a blank line, or of one in which
    /// something is wrong.
    fn record(&mut self, taken: &mut Taken) -> Option<(Record, Option<String>)> {
        if self.row.trim().is_empty() {
            return None;
        }
        let mut fields: Map<String, Value> = match serde_json::from_str(self.row) {
            Ok(fields) => fields,
            Err(error) => {
                let at = self.byte(error.column());
                let what = format!("this line is no JSON object: {}", plainly(&error));
                let mend = "write one object a line, such as {\"text\": \"…\", \"doc\": \"…\"}";
                self.problem(Code::RecordSyntax, at..at + 1, what, mend);
                return None;
            }
        };
        let before = self.problems.len();
        let text = match fields.remove("text") {
            Some(Value::String(text)) => Some(text.trim().to_owned()),
            Some(_) => self.other_type("text", "text", "a string"),
            None => {
                let what = "the record has no text".to_owned();
                self.problem(Code::RecordValue, 0..self.row.len(), what, FIELDS);
                None
            }
        };
        let id = self.name(&mut fields, "id");
        let document = self.name(&mut fields, "doc");
        let lang = self.name(&mut fields, "lang").and_then(|tag| self.language(&tag));
        let themes = self.themes(&mut fields);
        for field in fields.keys() {
            if self.told.insert(field.clone()) {
                let what = format!("“{field}” is not read, here and in other records");
                self.problem(Code::UnreadField, self.span(field), what, FIELDS);
            }
        }
        if let Some(id) = &id {
            self.take(id, taken);
        }
        let is_wrong = self.problems[before..].iter().any(|p| p.severity == crate::Severity::Error);
        let text = text.filter(|_| !is_wrong)?;
        if text.is_empty() {
            let what = "the record has no words".to_owned();
            let mend = "write its text, or take the line away";
            self.problem(Code::EmptyRecord, self.span("text"), what, mend);
            return None;
        }
        let line = self.line as u32;
        Some((Record { line, row: 0..0, id, text, lang, themes }, document))
    }

    /// A name; a number names as well, and what is empty or null names nothing.
    fn name(&mut self, fields: &mut Map<String, Value>, field: &str) -> Option<String> {
        match fields.remove(field)? {
            Value::String(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            _ => self.other_type(field, field, "a string"),
        }
    }

    fn themes(&mut self, fields: &mut Map<String, Value>) -> Vec<String> {
        let values = match fields.remove("theme") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(values)) => values,
            Some(value) => vec![value],
        };
        let mut themes: Vec<String> = Vec::new();
        for value in values {
            let Value::String(theme) = value else {
                self.other_type::<()>("theme", "theme", "a string or a list of strings");
                continue;
            };
            let theme = theme.trim();
            if !theme.is_empty() && !themes.iter().any(|known| known == theme) {
                themes.push(theme.to_owned());
            }
        }
        themes
    }

    /// The tag that passages are marked with; none if it is no language's, and the text must tell.
    fn language(&mut self, tag: &str) -> Option<String> {
        let known = tag_of(tag);
        let Some(mend) = language_mend(&known) else {
            return Some(known);
        };
        if self.told.insert(format!("lang:{tag}")) {
            let what = format!("“{tag}” is not a recognised language tag; the language is guessed");
            self.problem(Code::UnknownLanguage, self.span("lang"), what, &mend);
        }
        None
    }

    fn take(&mut self, id: &str, taken: &mut Taken) {
        let own = (self.file.name.clone(), self.line);
        if let Some((file, line)) = taken.0.get(id) {
            let what = format!("“{id}” is the id of the record in line {line} of {file}, too");
            let mend = "give each record an id of its own, or none";
            self.problem(Code::DuplicateRecordId, self.span("id"), what, mend);
        } else {
            taken.0.insert(id.to_owned(), own);
        }
    }

    fn other_type<T>(&mut self, field: &str, name: &str, expected: &str) -> Option<T> {
        let what = format!("“{name}” is not {expected}");
        let mend = format!("write {expected}");
        self.problem(Code::RecordValue, self.span(field), what, &mend);
        None
    }

    fn problem(&mut self, code: Code, span: Range<usize>, what: String, mend: &str) {
        let problem = Problem::new(code, &self.file.path, what, mend);
        self.problems.push(problem.at_place(place(self.row, self.line, span)));
    }

    /// Where a field's name stands; the line as a whole if it is written in some other way.
    fn span(&self, field: &str) -> Range<usize> {
        let name = format!("\"{field}\"");
        let is_key = |at: &usize| self.row[at + name.len()..].trim_start().starts_with(':');
        let mut places = self.row.match_indices(&name).map(|(at, _)| at);
        places.find(is_key).map_or(0..self.row.len(), |at| at..at + name.len())
    }

    /// The parser's columns are bytes, from 1; it points at the last byte it has read.
    fn byte(&self, column: usize) -> usize {
        self.row.floor_char_boundary(column.saturating_sub(1))
    }
}

/// What the parser complains of, without its place.
fn plainly(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(what, _)| what.to_owned())
}

/// A tag as passages are marked with it: Chinese by its script, where the tag says it or its region
/// does; other tags with hyphens.
fn tag_of(tag: &str) -> String {
    let tag = tag.replace('_', "-");
    let parts: Vec<String> = tag.split('-').map(str::to_lowercase).collect();
    let has = |names: &[&str]| parts[1..].iter().any(|part| names.contains(&part.as_str()));
    match parts[0].as_str() {
        "zh" | "zho" | "chi" if has(&["hant"]) => "zh-Hant".to_owned(),
        "zh" | "zho" | "chi" if has(&["hans"]) => "zh-Hans".to_owned(),
        "zh" | "zho" | "chi" if has(&["tw", "hk", "mo"]) => "zh-Hant".to_owned(),
        "zh" | "zho" | "chi" if has(&["cn", "sg", "my"]) => "zh-Hans".to_owned(),
        "zh" | "zho" | "chi" if parts.len() == 1 => "zh".to_owned(),
        _ => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<File>, Vec<Problem>) {
        let file = File {
            path: "rows.jsonl".into(),
            name: "rows.jsonl".to_owned(),
            text: text.to_owned(),
            records: None,
        };
        let mut problems = Vec::new();
        let documents = documents(&file, &mut Taken::default(), &mut problems);
        (documents, problems)
    }

    fn shown(documents: &[File]) -> Vec<(&str, Vec<(u32, &str)>)> {
        let records = documents.iter().filter_map(|document| document.records.as_ref());
        records
            .map(|records| {
                let rows = records.rows.iter().map(|row| (row.line, row.text.as_str()));
                (records.document.as_str(), rows.collect())
            })
            .collect()
    }

    #[test]
    fn documents_come_in_the_order_in_which_they_are_named() {
        let (documents, problems) = read(
            "{\"text\": \"one\", \"doc\": \"b\"}\n\n{\"text\": \" two \", \"doc\": \"a\"}\r\n{\"text\": \"three\", \"doc\": \"b\"}\n{\"text\": \"four\"}",
        );
        assert!(problems.is_empty());
        assert_eq!(
            shown(&documents),
            [
                ("b", vec![(1, "one"), (4, "three")]),
                ("a", vec![(3, "two")]),
                ("rows", vec![(5, "four")])
            ]
        );
        assert_eq!(
            documents[0].text,
            "{\"text\": \"one\", \"doc\": \"b\"}\n{\"text\": \"three\", \"doc\": \"b\"}\n"
        );
        let place = documents[0].place_of_line(4).unwrap();
        assert_eq!((place.line, place.column), (4, 1));
        let records = documents[0].records.as_ref().unwrap();
        let place = records.place(&documents[0].text, 4, "three").unwrap();
        assert_eq!((place.line, place.column, place.length), (4, 11, 5));
    }

    #[test]
    fn themes_are_one_or_several_and_ids_may_be_numbers() {
        let (documents, problems) = read(
            "{\"text\": \"a\", \"id\": 7, \"theme\": \"x\"}\n{\"text\": \"b\", \"theme\": [\"x\", \"y\", \"x\", \"\"]}\n{\"text\": \"c\", \"theme\": null, \"id\": null}",
        );
        assert!(problems.is_empty());
        let rows = &documents[0].records.as_ref().unwrap().rows;
        assert_eq!(rows[0].id.as_deref(), Some("7"));
        assert_eq!(rows[0].themes, ["x"]);
        assert_eq!(rows[1].themes, ["x", "y"]);
        assert!(rows[2].themes.is_empty() && rows[2].id.is_none());
    }

    #[test]
    fn tags_of_chinese_say_the_script() {
        for (tag, expected) in [
            ("zh_CN", "zh-Hans"),
            ("zh_TW", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-Hant-CN", "zh-Hant"),
            ("ZH", "zh"),
            ("pt_BR", "pt-BR"),
            ("en", "en"),
        ] {
            assert_eq!(tag_of(tag), expected, "{tag}");
        }
    }

    #[test]
    fn every_bad_row_is_told_with_its_place_and_the_good_are_read() {
        let (documents, problems) = read(concat!(
            "{\"text\": \"good\", \"id\": \"a\"}\n",
            "朝鮮\n",
            "{\"text\": \"cut\n",
            "[\"text\"]\n",
            "{\"id\": \"b\"}\n",
            "{\"text\": 7}\n",
            "{\"text\": \"same\", \"id\": \"a\"}\n",
            "{\"text\": \" \"}\n",
            "{\"text\": \"more\", \"lang\": \"klingon\", \"note\": 1, \"theme\": [1]}\n",
            "{\"text\": \"fine\", \"lang\": \"klingon\", \"note\": 1}\n",
        ));
        assert_eq!(shown(&documents), [("rows", vec![(1, "good"), (10, "fine")])]);
        let found: Vec<(usize, usize, Code)> =
            problems.iter().map(|p| (p.line, p.column, p.code)).collect();
        assert_eq!(
            found,
            [
                (2, 1, Code::RecordSyntax),
                (3, 13, Code::RecordSyntax),
                (4, 1, Code::RecordSyntax),
                (5, 1, Code::RecordValue),
                (6, 2, Code::RecordValue),
                (7, 18, Code::DuplicateRecordId),
                (8, 2, Code::EmptyRecord),
                (9, 18, Code::UnknownLanguage),
                (9, 48, Code::RecordValue),
                (9, 37, Code::UnreadField),
            ]
        );
    }
}
