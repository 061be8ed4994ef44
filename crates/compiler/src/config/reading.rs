//! Reads the curator's files. Everything wrong with their form is reported at once, with its place:
//! not only the first of it.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use vitrine_corpus::facet::{FACETS, Source};

use super::{
    CORPUS, CURATION, Config, CorpusFile, Places, SYNONYMS, Scheme, Texts, checks, publication,
    steps,
};
use crate::problem::{Code, Problem, did_you_mean, nearest};

/// The curator's files. `None` if one of them cannot be read, after looking at all of them.
pub(crate) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Config> {
    if let Err(error) = std::fs::read_dir(folder) {
        problems.push(match error.kind() {
            ErrorKind::NotFound => Problem::new(
                Code::NoSuchFolder,
                folder,
                "there is no such folder",
                "name the folder of a corpus",
            ),
            ErrorKind::NotADirectory => Problem::new(
                Code::NoSuchFolder,
                folder,
                "it is a file, not a folder",
                "name the folder of a corpus",
            ),
            _ => unreadable(folder, &error),
        });
        return None;
    }
    let mut sources = BTreeMap::new();
    let corpus_path = folder.join(CORPUS);
    let corpus = if corpus_path.exists() {
        parse(&corpus_path, CORPUS, &mut sources, problems)
    } else {
        problems.push(Problem::new(
            Code::NoCorpusFile,
            &corpus_path,
            "there is no corpus.toml",
            "add one with a title and what is known of each document",
        ));
        Some(CorpusFile::default())
    };
    let curation = parse_if_there(folder, CURATION, &mut sources, problems);
    let synonyms = parse_if_there(folder, SYNONYMS, &mut sources, problems);
    let schemes = read_schemes(folder, &mut sources, problems);
    let (mut corpus, curation, synonyms) = (corpus?, curation?, synonyms?);
    let schemes = schemes?;
    if corpus.id.is_empty() {
        corpus.id = folder_name(folder);
    }
    if corpus.title.is_empty() {
        corpus.title = Texts::One(folder_name(folder));
    }
    let (scheme_files, schemes) = schemes.into_iter().unzip();
    let config = Config { corpus, corpus_path, schemes, scheme_files, curation, synonyms, sources };
    checks::check_corpus(&config, problems);
    publication::check(&config, problems);
    checks::check_curation(&config, problems);
    Some(config)
}

/// A curator's file that a corpus need not have.
fn parse_if_there<T: Default + DeserializeOwned>(
    folder: &Path,
    name: &str,
    sources: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let path = folder.join(name);
    if path.exists() { parse(&path, name, sources, problems) } else { Some(T::default()) }
}

fn folder_name(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folder
        .file_name()
        .map_or_else(|| "corpus".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The schemes with their files, in the order of [`FACETS`]; a corpus without one of them has an empty
/// one. `None` if a file cannot be read.
fn read_schemes(
    folder: &Path,
    sources: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Option<Vec<(Option<String>, Scheme)>> {
    let directory = folder.join("schemes");
    let mut found: Vec<(String, PathBuf, Scheme)> = Vec::new();
    let mut failed = false;
    if directory.is_dir()
        && let Err(error) = std::fs::read_dir(&directory)
    {
        problems.push(unreadable(&directory, &error));
        failed = true;
    }
    for path in crate::read::files_in(&directory, &["toml"]) {
        let name = format!("schemes/{}", path.file_name().unwrap_or_default().to_string_lossy());
        match parse::<Scheme>(&path, &name, sources, problems) {
            Some(mut scheme) => {
                checks::check_scheme(&path, &scheme, &sources[&name], problems);
                scheme.cut_circles();
                scheme.put_in_order();
                found.push((name, path, scheme));
            }
            None => failed = true,
        }
    }
    let ids = FACETS.iter().filter(|facet| facet.source == Source::Scheme).map(|facet| facet.id);
    let mut schemes = Vec::new();
    for id in ids.clone() {
        schemes.push(match found.iter().position(|(_, _, scheme)| scheme.id == id) {
            Some(n) => {
                let (name, _, scheme) = found.remove(n);
                (Some(name), scheme)
            }
            None => (None, Scheme::empty(id)),
        });
    }
    for (name, path, scheme) in found {
        let text = &sources[&name];
        let is_taken = ids.clone().any(|id| id == scheme.id);
        let what = if is_taken {
            format!("another file has the scheme “{}” already", scheme.id)
        } else {
            format!("no facet is called “{}”", scheme.id)
        };
        let hint = if is_taken { None } else { nearest(&scheme.id, ids.clone()) };
        let mend = "the id of a scheme is one of theme, level, actor, person, each once";
        problems.push(
            Problem::new(Code::UnknownScheme, path, what, did_you_mean(hint, mend))
                .at(text, Places::new(text).of(steps!["id"])),
        );
    }
    (!failed).then_some(schemes)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    let mend = "check that it is there and that you may read it";
    Problem::new(Code::UnreadableFile, path, format!("it cannot be read: {error}"), mend)
}

/// A curator's file, its text put among `sources`. Keys that mean nothing are reported and passed over.
pub(crate) fn parse<T: DeserializeOwned>(
    path: &Path,
    name: &str,
    sources: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = text(path, problems)?;
    let mut table = match DeTable::parse(&text) {
        Ok(table) => table,
        Err(error) => {
            let mend = "correct this line; the head of the file says what may stand there";
            problems.push(
                Problem::new(Code::TomlSyntax, path, error.message(), mend)
                    .at(&text, error.span().unwrap_or(0..0)),
            );
            return None;
        }
    };
    let parsed = loop {
        let error = match T::deserialize(toml::de::Deserializer::from(table.clone())) {
            Ok(parsed) => break Some(parsed),
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        let is_unknown = error.message().starts_with("unknown field");
        if is_unknown && remove_key(table.get_mut(), &span) {
            problems.push(unknown_key(path, error.message()).at(&text, span));
            continue;
        }
        let mend = "correct it; the head of the file says what may stand there";
        // The parser's word for a list is another.
        let what =
            error.message().replace("expected a sequence", "expected a list: [\"…\", \"…\"]");
        problems.push(Problem::new(Code::TomlValue, path, what, mend).at(&text, span));
        break None;
    };
    drop(table);
    sources.insert(name.to_owned(), text);
    parsed
}

/// The text of a curator's file.
fn text(path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            problems.push(unreadable(path, &error));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            problems.push(
                Problem::new(
                    Code::TomlNotUtf8,
                    path,
                    "here are bytes that are not UTF-8",
                    "save the file as UTF-8",
                )
                // What comes before is the same in both; the bad bytes are one U+FFFD.
                .at(&text, good..good + '\u{fffd}'.len_utf8()),
            );
            None
        }
    }
}

/// Says of a key that means nothing what may stand there, from the parser's own message.
fn unknown_key(path: &Path, message: &str) -> Problem {
    let mut words = message.split('`').skip(1).step_by(2);
    let key = words.next().unwrap_or_default();
    let known: Vec<&str> = words.collect();
    let hint = nearest(key, known.iter().copied());
    let mend = format!("what may stand here is {}", known.join(", "));
    Problem::new(
        Code::UnknownKey,
        path,
        format!("“{key}” means nothing here"),
        did_you_mean(hint, &mend),
    )
}

/// Takes the key at these bytes away, wherever in the table it is.
fn remove_key(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    let found = table.keys().find(|key| key.span() == *span).cloned();
    if let Some(key) = found {
        return table.remove(&key).is_some();
    }
    table.iter_mut().any(|(_, value)| remove_below(value, span))
}

fn remove_below(value: &mut Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => remove_key(table, span),
        DeValue::Array(items) => items.iter_mut().any(|item| remove_below(item, span)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unknown_key_is_told_at_its_place() {
        let text = "idd = 'x'\n[[document]]\nfile = 'a'\ntitel = 'b'\n";
        let path = std::env::temp_dir().join(format!("vitrine-keys-{}.toml", std::process::id()));
        std::fs::write(&path, text).unwrap();
        let mut problems = Vec::new();
        let parsed = parse::<CorpusFile>(&path, CORPUS, &mut BTreeMap::new(), &mut problems);
        std::fs::remove_file(&path).unwrap();
        problems.sort();
        let told: Vec<_> = problems.iter().map(|p| (p.line, p.column, p.length)).collect();
        assert_eq!(told, [(1, 1, 3), (4, 1, 5)]);
        assert!(problems[1].mend.starts_with("did you mean “title”?"), "{}", problems[1]);
        assert_eq!(parsed.unwrap().documents.len(), 1);
    }
}
