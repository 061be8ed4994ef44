//! What holds of every export, whoever reads it. Whether those read it for whom it is made, `consumers.rs`
//! tells.

mod nasty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use biblatex::{Bibliography, ChunksExt};
use serde_json::Value;

/// Formats that go to standard output.
const TEXTS: [&str; 12] = [
    "jsonl",
    "events",
    "csv",
    "skos",
    "qdc",
    "webannotation",
    "bibtex",
    "ris",
    "csl-json",
    "citations",
    "opensearch",
    "opensearch-mapping",
];

/// A folder with the nasty corpus in it, away when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("vitrine-export-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        nasty::write(&path.join("corpus"));
        Folder(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(["export", "--corpus", "corpus"]).args(arguments).current_dir(&self.0);
        command.output().unwrap()
    }

    fn export(&self, arguments: &[&str]) -> Vec<u8> {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        output.stdout
    }

    fn text(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.export(arguments)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// All files below a folder with what is in them.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            all.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let folder = Folder::new("twice");
    for format in TEXTS {
        let answer = folder.export(&["--format", format]);
        assert!(folder.export(&["--format", format, "--out", "file"]).is_empty(), "{format}");
        assert_eq!(answer, fs::read(folder.0.join("file")).unwrap(), "{format}");
    }
    for (format, out) in [("qdpx", "a.qdpx"), ("datapackage", "a.zip"), ("datapackage", "folder")] {
        let path = folder.0.join(out);
        let mut runs = (0..2).map(|_| {
            folder.export(&["--format", format, "--out", out]);
            if path.is_dir() {
                contents(&path)
            } else {
                vec![(path.clone(), fs::read(&path).unwrap())]
            }
        });
        assert_eq!(runs.next(), runs.next(), "{out}");
    }
}

#[test]
fn what_is_no_text_asks_for_a_file() {
    let folder = Folder::new("no-text");
    for format in ["qdpx", "datapackage"] {
        let output = folder.run(&["--format", format]);
        assert!(!output.status.success() && output.stdout.is_empty());
        assert!(String::from_utf8(output.stderr).unwrap().contains("--out"), "{format}");
    }
}

#[test]
fn what_is_no_day_is_refused() {
    let folder = Folder::new("no-day");
    for day in ["2024-06", "2024-06-31", "2024-06-01/2025-07", "2024-06-0x-07", "today", ""] {
        let output = folder.run(&["--format", "ris", "--accessed", day]);
        assert!(!output.status.success() && output.stdout.is_empty(), "{day}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("2024-06-19"), "{day}");
    }
}

#[test]
fn links_and_identifiers_begin_with_the_address_of_the_page() {
    let folder = Folder::new("base");
    let base = "https://corpus.invalid/x/";
    let arguments = |format| ["--format", format, "--base", base, "--accessed", "2026-07-01"];
    for format in ["csv", "skos", "webannotation", "bibtex", "ris", "csl-json", "opensearch"] {
        assert!(folder.text(&arguments(format)).contains(&format!("{base}#")), "{format}");
        assert!(!folder.text(&["--format", format]).contains(base), "{format}");
    }
    assert!(
        folder.text(&["--format", "citations"]).contains("{url}"),
        "what is missing has its name"
    );
    assert!(!folder.text(&arguments("citations")).contains("{url}"));
    for (format, day) in [("bibtex", "2026-07-01"), ("ris", "2026/07/01"), ("csl-json", "2026")] {
        assert!(folder.text(&arguments(format)).contains(day), "{format}");
    }
    let output = folder.run(&["--format", "skos", "--base", "here"]);
    assert!(!output.status.success());
}

#[test]
fn a_wrong_language_tag_loses_no_label() {
    let folder = Folder::new("tags");
    let scheme = folder.0.join("corpus/schemes/themes.toml");
    let concept = "\n[[concept]]\nid = \"tagged\"\nlabel = { en = \"Tagged\", zh_TW = \"標了\", \"中文\" = \"寫錯\" }\n";
    fs::write(&scheme, fs::read_to_string(&scheme).unwrap() + concept).unwrap();
    let skos = folder.text(&["--format", "skos"]);
    assert!(skos.contains("\"標了\"@zh-tw"), "{skos}");
    assert!(skos.contains("\"寫錯\"") && !skos.contains("\"寫錯\"@"), "{skos}");
}

#[test]
fn no_cell_of_the_table_is_a_formula_and_every_one_comes_back() {
    let folder = Folder::new("table");
    let table = folder.text(&["--format", "csv"]);
    let table = table.strip_prefix('\u{feff}').expect("a mark for Excel");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let head = rows.headers().unwrap().clone();
    let passages = folder.text(&["--format", "jsonl"]);
    let (mut lines, mut guarded) = (passages.lines(), 0);
    for row in rows.records() {
        let row = row.unwrap();
        let cell = |name: &str| &row[head.iter().position(|known| known == name).unwrap()];
        let passage: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        let text = passage["text"].as_str().unwrap();
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        let is_guarded = text.starts_with(['=', '-', '@']);
        guarded += usize::from(is_guarded);
        assert_eq!(
            cell("text").strip_prefix('\'').filter(|_| is_guarded).unwrap_or(cell("text")),
            text
        );
        assert_eq!(cell("id"), passage["id"].as_str().unwrap());
    }
    assert_eq!((lines.next(), guarded), (None, 3));
}

#[test]
fn biblatex_reads_the_documents() {
    let folder = Folder::new("biblatex");
    let bibliography = Bibliography::parse(&folder.text(&["--format", "bibtex"])).unwrap();
    assert_eq!(bibliography.len(), 4);
    let entry = bibliography.get("a").unwrap();
    let title = entry.title().unwrap().format_verbatim();
    assert_eq!(title, "糧食,港口 與<𠮷野> & “海”");
    let authors = entry.author().unwrap();
    let families: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(families, ["徐博", "O'Neil", "Meer", "Ministry of Grain & Ports", "吉田 𠮷"]);
    assert!(bibliography.get("b").unwrap().author().is_err(), "nothing is invented");
}

#[test]
fn what_a_corpus_does_not_have_is_no_fault_but_a_codebook_of_nothing() {
    let folder = Folder::new("bare");
    fs::remove_dir_all(folder.0.join("corpus")).unwrap();
    fs::create_dir_all(folder.0.join("corpus")).unwrap();
    fs::write(folder.0.join("corpus/a.txt"), "Grain\n\nGrain was shipped from three ports.\n")
        .unwrap();
    for format in TEXTS.into_iter().filter(|format| *format != "qdc") {
        folder.export(&["--format", format]);
    }
    folder.export(&["--format", "qdpx", "--out", "a.qdpx"]);
    folder.export(&["--format", "datapackage", "--out", "a.zip"]);
    let output = folder.run(&["--format", "qdc"]);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("schemes/themes.toml"));
}
