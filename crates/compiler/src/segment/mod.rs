//! What are a document's passages? Lines become units, units get a role and a language, repeats are
//! found, headings are put above what they head, translations are paired.

mod language;
mod metadata;
mod pairs;
mod repeats;
mod roles;
mod units;

use std::collections::{HashMap, HashSet};

use vitrine_corpus::model::{Passage, Role};

use crate::config::{CorpusFile, DocumentEntry};
use crate::folding::Folding;
use crate::read::File;

pub(crate) use language::code as language_code;
pub(crate) use metadata::Metadata;
pub(crate) use pairs::pair_translations;

use roles::Assigned;
use units::Unit;

/// A document on its way to passages.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a File,
    entry: Option<&'a DocumentEntry>,
    units: Vec<Unit>,
    assigned: Vec<Assigned>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a File, entry: Option<&'a DocumentEntry>) -> Source<'a> {
        if let Some(records) = &file.records {
            let units: Vec<Unit> = records.rows.iter().map(Unit::of_record).collect();
            let assigned = vec![Assigned::role(Role::Content); units.len()];
            return Source { file, entry, units, assigned };
        }
        let units = units::split(&file.text, file.name.to_ascii_lowercase().ends_with(".md"));
        let titles: Vec<&str> = entry.into_iter().flat_map(|entry| entry.title.texts()).collect();
        let assigned = roles::assign(&units, &titles);
        Source { file, entry, units, assigned }
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let given = self.file.records.iter().map(|records| records.document.as_str());
        self.units.iter().map(|unit| unit.text.as_str()).chain(given)
    }

    /// What is known of the document: what `corpus.toml` says, else what the document says itself.
    pub(crate) fn metadata(&self, main_language: &str) -> Metadata {
        metadata::read(self.file, self.entry, &self.units, &self.assigned, main_language)
    }
}

/// The passages of a document, without labels. `first` is the index that its first passage will have.
pub(crate) fn passages(
    source: &Source<'_>,
    document: u32,
    first: usize,
    corpus: &CorpusFile,
    folding: &Folding,
    languages: &mut Vec<String>,
) -> Vec<Passage> {
    let id = metadata::document_id(source.file, source.entry);
    let rows = source.file.records.as_ref().map_or(&[][..], |records| &records.rows);
    let tags = if rows.is_empty() {
        language::of_units(&source.units, &corpus.languages, folding)
    } else {
        language::of_records(rows, &source.units, &corpus.languages, folding)
    };
    let mut ids = Ids::default();
    let mut passages: Vec<Passage> = Vec::with_capacity(source.units.len());
    for (n, ((unit, assigned), tag)) in
        source.units.iter().zip(&source.assigned).zip(tags).enumerate()
    {
        let folded = folding.fold(&unit.text);
        let given = rows.get(n).and_then(|row| row.id.clone());
        passages.push(Passage {
            id: given.unwrap_or_else(|| unique_id(&id, &unit.text, &mut ids)),
            document,
            first_line: unit.first_line,
            last_line: unit.last_line,
            lang: language_index(languages, &tag),
            role: assigned.role,
            depth: assigned.depth,
            repeats: None,
            parallel: None,
            headings: Vec::new(),
            text: unit.text.clone(),
            folded: folded.text,
            aligned: folded.aligned,
            labels: Vec::new(),
            dates: Vec::new(),
            figures: Vec::new(),
            similar: Vec::new(),
        });
    }
    // Who made records has said which passages there are.
    if rows.is_empty() {
        repeats::mark(&mut passages, first, folding);
    }
    put_under_headings(&mut passages, first);
    passages
}

fn language_index(languages: &mut Vec<String>, tag: &str) -> u16 {
    let n = languages.iter().position(|known| known == tag).unwrap_or_else(|| {
        languages.push(tag.to_owned());
        languages.len() - 1
    });
    n as u16
}

/// The ids that passages of a document have.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// How often words have come, by what they hash to: of a line that stands in a file a thousand times, the
    /// last would else be tried a thousand times.
    times: HashMap<[u8; 32], u32>,
}

/// A name made of the document and the passage's own words, so that it stays when other passages come
/// and go. Of passages with the same words the second is hashed with a 2, and so on.
fn unique_id(document: &str, text: &str, ids: &mut Ids) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let times = ids.times.entry(*blake3::hash(words.as_bytes()).as_bytes()).or_default();
    loop {
        *times += 1;
        let mut hash = blake3::Hasher::new();
        hash.update(document.as_bytes()).update(b"\0").update(words.as_bytes());
        if *times > 1 {
            hash.update(b"\0").update(times.to_string().as_bytes());
        }
        // 40 bits, eight characters: a clash inside one document is unlikely, and handled all the same.
        let hash =
            data_encoding::BASE32_NOPAD.encode(&hash.finalize().as_bytes()[..5]).to_lowercase();
        let id = format!("{document}.{hash}");
        if ids.taken.insert(id.clone()) {
            return id;
        }
    }
}

/// Gives each passage of a document, the first of which has the number `first`, the headings it stands under,
/// outermost first; the title (depth 1) is none of them, as everything stands under it.
pub(crate) fn put_under_headings(passages: &mut [Passage], first: usize) {
    let mut path: Vec<(u8, u32)> = Vec::new();
    for (n, passage) in passages.iter_mut().enumerate() {
        if passage.role == Role::Heading {
            path.retain(|(depth, _)| *depth < passage.depth);
        }
        passage.headings = path.iter().map(|(_, heading)| *heading).collect();
        if passage.role == Role::Heading && passage.depth > 1 {
            path.push((passage.depth, (first + n) as u32));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_above_a_heading_stands_above_what_it_heads() {
        let depths = [1, 0, 3, 0, 2, 0, 2, 3, 0, 3, 0, 5, 4, 0, 1, 0, 2, 0];
        let mut passages: Vec<Passage> = depths
            .iter()
            .map(|&depth| {
                let role = if depth > 0 { Role::Heading } else { Role::Content };
                Passage { depth, role, ..crate::samples::passage("words") }
            })
            .collect();
        put_under_headings(&mut passages, 0);
        assert_eq!(passages[3].headings, [2]);
        assert_eq!(passages[10].headings, [6, 9]);
        assert_eq!(passages[13].headings, [6, 9, 12]);
        // So the innermost is enough to find the others (`vitrine_corpus::packed::Innermost`).
        for passage in &passages {
            if let Some((&innermost, others)) = passage.headings.split_last() {
                assert_eq!(passages[innermost as usize].headings, others);
            }
        }
    }

    #[test]
    fn an_id_is_the_documents_and_the_words() {
        let mut taken = Ids::default();
        let first = unique_id("doc", "some  words", &mut taken);
        let second = unique_id("doc", "some words", &mut taken);
        assert_ne!(first, second);
        assert_eq!(first, unique_id("doc", " some words ", &mut Ids::default()));
        assert_ne!(first, unique_id("other", "some words", &mut Ids::default()));
        // They are in links and corrections, so they stay.
        let ids: Vec<String> = (0..3).map(|_| unique_id("doc", "words", &mut taken)).collect();
        assert_eq!(ids, ["doc.zy4adbtc", "doc.tlyo2fps", "doc.jf7tpnyu"]);
    }
}
