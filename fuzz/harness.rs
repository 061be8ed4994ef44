//! What must hold whatever stands there: in a link, in a query, in an image, in a document, in a curator's
//! or a reader's file. Each function takes any bytes and panics where a promise is broken.
//!
//! libFuzzer feeds them (`fuzz_targets/`), and `tests/fuzzed.rs` gives them again what is kept in `seeds/` and
//! `found/`.
#![allow(dead_code, reason = "each fuzz target calls one of them")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use vitrine::state::anchor::{Fate, anchor};
use vitrine::state::annotations::{Annotations, Collection};
use vitrine::state::clippings::{COLOURS, Clipping, Clippings, File, Refused};
use vitrine::state::fragment;
use vitrine::state::takeaway::Taken;
use vitrine::state::view_state::ViewState;
use vitrine_compiler::{Detail, Problem, Severity, check, compile};
use vitrine_corpus::Image;
use vitrine_corpus::image::{self, open_appendix};
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{Marker, Request, excerpt, search};

/// A link is read as a view, whatever it says; and what is written of that view is read as the same, without
/// a note.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (view, _) = fragment::read(&text, corpus());
    let written = fragment::write(&view);
    let (again, notes) = fragment::read(&written, corpus());
    assert_eq!(again, view, "{written}");
    assert!(notes.is_empty(), "{written}: {notes:?}");
    for document in 0..corpus().documents.len() {
        let found = anchor(corpus(), document, view.at.as_deref(), view.quote.as_ref());
        let likely = match &found.fate {
            Fate::Uncertain(likely) => &likely[..],
            _ => &[],
        };
        for words in found.marks.iter().chain(likely) {
            let text = corpus().text(words.passage);
            assert!(text.get(words.span.clone()).is_some(), "{words:?} in {text}");
        }
    }
}

/// A query has an answer, with notes and marks that stand where there is something.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let request = Request { query: text.clone().into_owned(), ..Request::default() };
    let results = search(corpus(), &request);
    for note in &results.reading.notes {
        assert!(text.get(note.span.clone()).is_some(), "{note:?}");
        assert!(!note.kind.to_string().is_empty());
    }
    for part in &results.reading.parts {
        assert!(text.get(part.span.clone()).is_some(), "{part:?}");
    }
    let marker = Marker::new(corpus(), &results.reading);
    for hit in results.hits.iter().take(10) {
        assert!(hit.score.is_finite(), "{}", hit.score);
        let words = corpus().text(hit.passage);
        let marks = marker.marks(hit.passage);
        for mark in &marks {
            assert!(words.get(mark.clone()).is_some(), "{mark:?} in {words}");
        }
        excerpt(&words, &marks, 200);
    }
}

/// Bytes are an image that can be read, or an error that says why not: as they stand, and as what follows a
/// header that is in order.
pub fn image(bytes: &[u8]) {
    for magic in [b"VITRINE\0", b"VITRINE\x01"] {
        let mut whole = image::Bytes::new();
        whole.extend_from_slice(magic);
        whole.extend_from_slice(&image::FORMAT_VERSION.to_le_bytes());
        whole.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        whole.extend_from_slice(&crc32(bytes).to_le_bytes());
        let header = crc32(&whole);
        whole.extend_from_slice(&header.to_le_bytes());
        whole.extend_from_slice(&[0; 8]);
        whole.extend_from_slice(bytes);
        open(&whole);
    }
    let mut bare = image::Bytes::new();
    bare.extend_from_slice(bytes);
    open(&bare);
}

fn open(bytes: &[u8]) {
    match Image::open(bytes) {
        Ok(image) => {
            // What the page touches first. That nothing panics is all there is to see.
            for passage in image.corpus().passages.iter() {
                std::hint::black_box(passage.folded.chars().count());
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Err(error) = open_appendix(bytes) {
        assert!(!error.to_string().is_empty());
    }
}

/// CRC-32 as the image's header has it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

/// The kinds of documents; the first byte says which.
const KINDS: [&str; 3] = ["txt", "md", "jsonl"];

/// A document is read, or what is wrong with it is said; what was read stands where there is something.
pub fn documents(bytes: &[u8]) {
    let Some((kind, document)) = bytes.split_first() else { return };
    let folder = Folder::new("documents");
    let kind = KINDS[usize::from(*kind) % KINDS.len()];
    folder.write("corpus.toml", CORPUS.as_bytes());
    folder.write(&format!("document.{kind}"), document);
    is_read(&folder.0);
}

/// The files that curators write; the first byte says which.
const FILES: [&str; 6] = [
    "corpus.toml",
    "curation.toml",
    "schemes/themes.toml",
    "schemes/actors.toml",
    "synonyms.toml",
    "agreement.toml",
];

const CORPUS: &str =
    "id = \"c\"\ntitle = { en = \"A corpus\" }\nlanguages = [\"en\", \"zh-Hant\"]\n";

const THEMES: &str = "id = \"theme\"\nlabel = { en = \"Themes\" }\n[[concept]]\nid = \"labor\"\n\
    label = { en = \"Labour\" }\n[[concept.signal]]\nterms = [\"labour\", \"勞工\"]\n";

const DOCUMENT: &str = "A title\n\nOn 3 May 2019 about 35 ships brought labour to Russia.\n\n\
    2024年11月1日，約35架飛機運送勞工。\n";

/// A curator's file is taken, or what is wrong with it is said, with a place that is there.
pub fn settings(bytes: &[u8]) {
    let Some((file, text)) = bytes.split_first() else { return };
    let folder = Folder::new("settings");
    folder.write("document.txt", DOCUMENT.as_bytes());
    folder.write("corpus.toml", CORPUS.as_bytes());
    folder.write("schemes/themes.toml", THEMES.as_bytes());
    folder.write(FILES[usize::from(*file) % FILES.len()], text);
    is_read(&folder.0);
}

/// Compiles a folder, and checks it; both must say the same.
fn is_read(folder: &Path) {
    let checked = check(folder, Detail::Single);
    for problem in &checked.problems {
        is_told(problem);
    }
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    match compile(folder) {
        Err(problems) => assert!(problems.0.iter().any(is_error), "no image, and no reason"),
        Ok(compiled) => {
            assert!(!checked.problems.iter().any(is_error), "{:?}", checked.problems);
            let image = Image::open(&compiled.image).expect("what was written can be read");
            open_appendix(&compiled.appendix).expect("and so can what comes with it");
            for (n, passage) in image.corpus().passages.iter().enumerate() {
                let text = image.corpus().text(n);
                let dates = passage.dates().iter().map(|date| &date.span);
                for span in dates.chain(passage.figures().iter().map(|figure| &figure.span)) {
                    let span = span.start.to_native() as usize..span.end.to_native() as usize;
                    assert!(text.get(span.clone()).is_some(), "{span:?}");
                }
            }
        }
    }
}

/// A problem is one line, and its place is in its excerpt.
fn is_told(problem: &Problem) {
    assert!(!problem.to_string().contains(['\n', '\r']), "{problem:?}");
    assert!(!problem.what.is_empty() && !problem.mend.is_empty(), "{problem:?}");
    if problem.line > 0 && problem.column > 0 {
        let length = problem.excerpt.chars().count();
        assert!(problem.column - 1 + problem.length <= length.max(problem.column), "{problem:?}");
    }
}

/// A reader's file is taken in, or refused; what was taken is written and read as the same, in both kinds.
pub fn imports(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(others) = clippings(&text) else { return };
    let mut all = Clippings::default();
    all.put(corpus(), 0, "en");
    let came = all.take_in(others.clone());
    assert_eq!(all.all().len(), 1 + came);
    let once = all.clone();
    assert_eq!(all.take_in(others), 0);
    assert_eq!(all, once, "taken in twice");
    for (n, clipping) in all.all().iter().enumerate() {
        assert!(clipping.colour <= COLOURS, "{clipping:?}");
        assert!(!all.all()[..n].iter().any(|other| other.passage == clipping.passage), "{all:?}");
    }
    let written = serde_json::to_string(&all.to_file(corpus())).expect("clippings can be written");
    assert_eq!(clippings(&written).as_deref(), Ok(all.all()));

    let link = |id: &str| {
        let view = ViewState { at: Some(id.to_owned()), ..ViewState::default() };
        ["https://example.org/#", &fragment::write(&view)].concat()
    };
    let taken: Vec<Taken<'_>> =
        all.all().iter().map(|one| Taken::clipping(corpus(), one, link(&one.passage))).collect();
    let written = serde_json::to_string(&Collection::of("Put aside", &taken, link))
        .expect("annotations can be written");
    let ids = |all: &[Clipping]| all.iter().map(|one| one.passage.clone()).collect::<Vec<_>>();
    assert_eq!(clippings(&written).map(|read| ids(&read)), Ok(ids(all.all())));
}

/// What a file of either kind holds. The page lets the browser read the JSON.
fn clippings(text: &str) -> Result<Vec<Clipping>, Refused> {
    if let Ok(file) = serde_json::from_str::<File>(text) {
        return file.of(corpus());
    }
    match serde_json::from_str::<Annotations>(text) {
        Ok(annotations) => annotations.clippings(corpus(), "en"),
        Err(_) => Err(Refused::Unreadable),
    }
}

/// The project's own corpus, opened once.
fn corpus() -> &'static ArchivedCorpus {
    static CORPUS: OnceLock<&ArchivedCorpus> = OnceLock::new();
    CORPUS
        .get_or_init(|| vitrine::embedded::corpus().expect("it is compiled with this very program"))
}

/// A folder for one input, away when it was read.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder =
            std::env::temp_dir().join(format!("vitrine-fuzz-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("schemes")).expect("there is room for a folder");
        Folder(folder)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).expect("there is room for a file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
