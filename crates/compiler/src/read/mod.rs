//! Which documents are in the folder, and what do they say? The only place that reads documents.
//! `jsonl` reads those whose passages are records already.

mod jsonl;

use std::ops::Range;
use std::path::{Path, PathBuf};

use encoding_rs::{DecoderResult, Encoding, UTF_8};

use vitrine_corpus::model::Passage;

use crate::problem::{Code, Place, Problem, nth_line};

pub(crate) use jsonl::{Record, Records};

/// A document: a file, decoded, or those rows of a file of records that are the document's.
pub(crate) struct File {
    /// Path, for messages.
    pub(crate) path: PathBuf,
    /// Name in the corpus folder.
    pub(crate) name: String,
    /// Of records the rows, as they stand in the file.
    pub(crate) text: String,
    /// The passages, where the file says which they are.
    pub(crate) records: Option<Records>,
}

impl File {
    /// Where bytes `span` of a passage's text stand in the file. Words that a line break parts are at
    /// the passage's first line.
    pub(crate) fn place(&self, passage: &Passage, span: Range<usize>) -> Option<Place> {
        let first = passage.first_line as usize;
        if let Some(records) = &self.records {
            return records.place(&self.text, first, &passage.text[span]);
        }
        let (start, _) = nth_line(&self.text, first)?;
        let lines = (passage.last_line as usize).saturating_sub(first) + 1;
        let words = &passage.text[span.clone()];
        // The passage's text is the lines', but for the space around them and between them.
        let nth = passage.text[..span.end].matches(words).count().saturating_sub(1);
        let length: usize =
            self.text[start..].split_inclusive('\n').take(lines).map(str::len).sum();
        match self.text[start..start + length].match_indices(words).nth(nth) {
            Some((at, _)) if !words.is_empty() => {
                Place::of(&self.text, start + at..start + at + words.len())
            }
            _ => self.place_of_line(first),
        }
    }

    /// A line, counted from 1.
    pub(crate) fn place_of_line(&self, line: usize) -> Option<Place> {
        if let Some(records) = &self.records {
            return records.place(&self.text, line, "");
        }
        Place::of_line(&self.text, line)
    }
}

/// Endings of the files that are documents.
const DOCUMENTS: [&str; 4] = ["txt", "md", "text", RECORDS];

/// The ending of files with a record a line.
const RECORDS: &str = "jsonl";

/// Reads all documents of a folder, in the order of their names.
pub(crate) fn documents(folder: &Path, problems: &mut Vec<Problem>) -> Vec<File> {
    note_unread(folder, problems);
    note_others(folder, problems);
    let files = files_in(folder, &DOCUMENTS);
    let mut taken = jsonl::Taken::default();
    let mut documents = Vec::new();
    for path in files {
        let Some(file) = document(path, problems) else {
            continue;
        };
        if ending(&file.path).is_some_and(|ending| ending == RECORDS) {
            documents.extend(jsonl::documents(&file, &mut taken, problems));
        } else {
            documents.push(file);
        }
    }
    documents
}

/// The files in a folder with one of the endings, in the order of their names; none if there is no
/// such folder.
pub(crate) fn files_in(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        // A link that leads nowhere was meant to be a file: reading it tells.
        .filter(|path| path.is_file() || path.is_symlink() && !path.exists())
        .filter(|path| !is_hidden(path))
        .filter(|path| ending(path).is_some_and(|ending| endings.contains(&ending.as_str())))
        // A README is about the folder, not of the corpus.
        .filter(|path| !path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme")))
        .collect();
    files.sort();
    files
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_ascii_lowercase())
}

/// Endings of files that people write documents in, and that another program has to read.
const UNREAD: [&str; 8] = ["doc", "docx", "pdf", "rtf", "odt", "html", "htm", "epub"];

/// Endings of files that hold text or records, and that are not read; pictures and the like are nobody's
/// documents.
const OTHERS: [&str; 20] = [
    "csv", "tsv", "json", "ndjson", "markdown", "mdown", "mkd", "mdx", "rst", "adoc", "asciidoc",
    "org", "tex", "xml", "xhtml", "srt", "vtt", "yaml", "yml", "log",
];

/// Says in one note what else is in the folder: it may have been meant to be read.
fn note_others(folder: &Path, problems: &mut Vec<Problem>) {
    let mut others: Vec<PathBuf> = files_in(folder, &OTHERS);
    others.extend(folders_of_documents(folder));
    let mut names: Vec<String> = others
        .iter()
        .filter_map(|path| Some((path.file_name()?.to_string_lossy(), path.is_dir())))
        .map(|(name, is_folder)| if is_folder { format!("{name}/") } else { name.into_owned() })
        .collect();
    /// More names than these are counted.
    const NAMED: usize = 5;
    if names.is_empty() {
        return;
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    problems.push(Problem::new(
        Code::OtherFiles,
        folder,
        format!("not read: {}{more}", names.join(", ")),
        "put documents into the folder itself, as .txt, .md or .jsonl",
    ));
}

/// Folders inside the folder that have documents, but for that of the schemes.
fn folders_of_documents(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && !is_hidden(path))
        .filter(|path| path.file_name().is_some_and(|name| name != "schemes"))
        .filter(|path| {
            !files_in(path, &DOCUMENTS).is_empty() || !files_in(path, &UNREAD).is_empty()
        })
        .collect();
    folders.sort();
    folders
}

fn note_unread(folder: &Path, problems: &mut Vec<Problem>) {
    for path in files_in(folder, &UNREAD) {
        problems.push(Problem::new(
            Code::UnreadKind,
            &path,
            "documents of this kind are not read",
            "save it as plain text (.txt) or Markdown (.md)",
        ));
    }
}

fn document(path: PathBuf, problems: &mut Vec<Problem>) -> Option<File> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let what = format!("it cannot be read: {error}");
            let mend = "check that it is there and that you may read it";
            problems.push(Problem::new(Code::UnreadableFile, &path, what, mend));
            return None;
        }
    };
    let (text, encoding, bad) = decode(&bytes);
    let problem = |code, what: String, mend| Problem::new(code, &path, what, mend);
    if let Some(bad) = bad {
        let what = format!("it was read as {}, but here are bytes that are not", encoding.name());
        let mend = "save the file as UTF-8";
        problems.push(problem(Code::UndecodableBytes, what, mend).at(&text, lost(bad)));
    } else if encoding != UTF_8 {
        let what = format!("it was read as {}", encoding.name());
        let mend = "save it as UTF-8 if that is wrong";
        problems.push(problem(Code::OtherEncoding, what, mend));
    } else if let Some(at) = text.find(char::REPLACEMENT_CHARACTER) {
        let what = "a character was lost here when the file was made (U+FFFD)".to_owned();
        let mend = "write what stood there";
        problems.push(problem(Code::LostCharacter, what, mend).at(&text, lost(at)));
    }
    if text.trim().is_empty() {
        let mend = "write something into it, or take it away";
        problems.push(problem(Code::EmptyFile, "it is empty".to_owned(), mend));
        return None;
    }
    Some(File { path, name, text, records: None })
}

/// The bytes of the character that stands for what could not be read.
fn lost(at: usize) -> Range<usize> {
    at..at + char::REPLACEMENT_CHARACTER.len_utf8()
}

/// Decodes by byte-order mark, else as UTF-8, else by the likeliest legacy encoding. Where in the
/// decoded text the first undecodable bytes would stand, if there are any.
fn decode(bytes: &[u8]) -> (String, &'static Encoding, Option<usize>) {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if has_many_zeros(bytes) && utf_16(bytes).is_some() => utf_16(bytes).unwrap_or(UTF_8),
        None if is_nearly_utf_8(bytes) => UTF_8,
        None => {
            let mut detector =
                chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
            detector.feed(bytes, true);
            detector.guess(None, chardetng::Utf8Detection::Allow)
        }
    };
    let (text, encoding, is_bad) = encoding.decode(bytes);
    let bad = if is_bad { Some(good_length(bytes, encoding)) } else { None };
    let Some(bad) = bad else {
        return (with_line_feeds(text.into_owned()), encoding, None);
    };
    let bad = with_line_feeds(text[..bad].to_owned()).len();
    (with_line_feeds(text.into_owned()), encoding, Some(bad))
}

/// How many bytes of text come before the first undecodable bytes. A text may have U+FFFD of its own,
/// so that looking for the first of these would not do.
fn good_length(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let mut decoder = encoding.new_decoder();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut good = String::with_capacity(room.unwrap_or(bytes.len() * 3) + 16);
    let (result, _) = decoder.decode_to_string_without_replacement(bytes, &mut good, true);
    debug_assert!(!matches!(result, DecoderResult::OutputFull), "there was room for all of it");
    good.len()
}

/// Whether there are as many zeros as UTF-16 has: half of English, and of Chinese still the spaces and
/// line ends. In other encodings a zero is damage, and rare.
fn has_many_zeros(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|&&byte| byte == 0).count();
    let least = if std::str::from_utf8(bytes).is_ok() { 4 } else { 200 };
    zeros * least > bytes.len()
}

/// The order of the bytes of UTF-16 without a mark: the one in which spaces and line ends, whose one
/// byte is zero in any language, are found.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let count = |at: usize| {
        bytes
            .chunks_exact(2)
            .filter(|pair| pair[at] == 0 && matches!(pair[1 - at], 1..0x80))
            .count()
    };
    let (big, little) = (count(0), count(1));
    match big.cmp(&little) {
        std::cmp::Ordering::Greater => Some(encoding_rs::UTF_16BE),
        std::cmp::Ordering::Less => Some(encoding_rs::UTF_16LE),
        std::cmp::Ordering::Equal => None,
    }
}

/// UTF-8, but for a few bytes a copy has damaged: no other encoding has many of its sequences.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 20 <= good
}

/// Old line ends, of a carriage return alone, as line feeds: the lines are those an editor shows.
fn with_line_feeds(text: String) -> String {
    let is_lone = |(at, _): (usize, &str)| !text[at + 1..].starts_with('\n');
    if !text.match_indices('\r').any(is_lone) {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let words = "朝鲜与俄罗斯签署了全面战略伙伴关系条约。两国在经济、军事领域加强合作。";
        let (gb, _, _) = encoding_rs::GB18030.encode(words);
        assert_eq!(decode(&gb).0, words);
        let (big5, _, _) = encoding_rs::BIG5
            .encode("俄羅斯與朝鮮簽署了全面戰略夥伴關係條約。兩國在經濟領域加強合作。");
        assert!(decode(&big5).0.starts_with("俄羅斯與朝鮮"));
        assert_eq!(decode(words.as_bytes()).0, words);
        assert_eq!(decode(&[b"\xef\xbb\xbf", words.as_bytes()].concat()).0, words);
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain(words.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16).0, words);
        let unmarked = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("{words}\n{words}\n").encode_utf16().flat_map(bytes).collect()
        };
        assert!(decode(&unmarked(u16::to_le_bytes)).0.starts_with(words));
        assert!(decode(&unmarked(u16::to_be_bytes)).0.starts_with(words));
    }

    #[test]
    fn a_few_damaged_bytes_leave_the_rest_readable() {
        let words = "两国在经济、军事领域加强合作。".repeat(4);
        let (text, encoding, line) = decode(&words.as_bytes()[..words.len() - 1]);
        assert!(text.starts_with("两国在经济") && encoding == UTF_8 && line.is_some());
    }

    #[test]
    fn a_stray_zero_does_not_make_a_text_another() {
        for text in ["\0Then and now", "朝鮮\0與俄羅斯在經濟領域加強合作。"] {
            assert_eq!(decode(text.as_bytes()), (text.to_owned(), UTF_8, None));
        }
    }

    #[test]
    fn every_line_end_is_one() {
        assert_eq!(decode(b"one\rtwo\r\nthree\n").0.lines().count(), 3);
        assert_eq!(decode(b"one\r\ntwo\r\n").0, "one\r\ntwo\r\n");
    }

    #[test]
    fn bad_bytes_are_told_with_their_place() {
        let (text, encoding, bad) =
            decode("\u{feff}fine, with a \u{fffd} of its own\nnot".as_bytes());
        assert_eq!((encoding.name(), bad), ("UTF-8", None), "{text}");
        let (text, encoding, bad) = decode(b"\xef\xbb\xbffine \xef\xbf\xbd\nnot\xff\xffyet\xff\n");
        assert_eq!(encoding.name(), "UTF-8");
        assert_eq!(&text[..bad.unwrap()], "fine \u{fffd}\nnot");
        let utf16 = [0xff, 0xfe, b'a', 0, 0x00, 0xd8, b'b', 0];
        let (text, _, bad) = decode(&utf16);
        assert_eq!((text.as_str(), bad), ("a\u{fffd}b", Some(1)));
    }
}
