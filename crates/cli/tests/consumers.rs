//! Do those read our exports for whom they are made? Each test hands an export to a program of others, of
//! the first corpus, of the nasty one and of one with documents of all kinds; a script of `tests/exports/` compares what it read with the
//! corpus' own files.
//!
//! `cargo xtask test exports` installs the programs and says where they are: `VITRINE_PYTHON` (with the
//! packages of `tests/exports/requirements.txt`), `VITRINE_TAGUETTE` (a Python with Taguette) and
//! `VITRINE_CITEPROC` (the folder of npm's `citeproc`).

mod nasty;
mod published;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Stands for the published page.
const BASE: &str = "https://corpus.invalid/x/";

/// A corpus, and a place for its exports that is away when the test is done.
struct Corpus {
    corpus: PathBuf,
    work: PathBuf,
}

impl Corpus {
    /// Runs a test over the corpora that have concepts.
    fn each(test: impl Fn(&Corpus)) {
        Corpus::each_of(&["seeds", "nasty"], test);
    }

    /// Runs a test of what is said of documents.
    fn each_of_all(test: impl Fn(&Corpus)) {
        Corpus::each_of(&["seeds", "nasty", "published"], test);
    }

    fn each_of(names: &[&str], test: impl Fn(&Corpus)) {
        static RUNS: AtomicUsize = AtomicUsize::new(0);
        for &name in names {
            let run = RUNS.fetch_add(1, Ordering::Relaxed);
            let work =
                env::temp_dir().join(format!("vitrine-consumers-{}-{run}", std::process::id()));
            let _ = fs::remove_dir_all(&work);
            fs::create_dir_all(&work).unwrap();
            let corpus = if name == "seeds" { project().join("seeds") } else { work.join(name) };
            match name {
                "nasty" => nasty::write(&corpus),
                "published" => published::write(&corpus),
                _ => {}
            }
            test(&Corpus { corpus, work });
        }
    }

    /// Exports into a file of this name.
    fn export(&self, format: &str, name: &str, more: &[&str]) -> PathBuf {
        let out = self.work.join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(["export", "--format", format, "--corpus"]).arg(&self.corpus);
        run(command.arg("--out").arg(&out).args(more));
        out
    }

    fn passages(&self) -> PathBuf {
        self.export("jsonl", "passages.jsonl", &[])
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.work);
    }
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Runs a script of `tests/exports/` with a program that a variable names.
fn read(program: &str, script: &str, arguments: &[&Path]) {
    let interpreter = tool(program);
    let script = project().join("tests/exports").join(script);
    run(Command::new(interpreter).arg(script).args(arguments));
}

fn tool(variable: &str) -> PathBuf {
    env::var_os(variable).map_or_else(
        || panic!("{variable} names no program: run `cargo xtask test exports`"),
        PathBuf::from,
    )
}

fn run(command: &mut Command) {
    let output = command
        .envs([("PYTHONUTF8", "1"), ("PYTHONDONTWRITEBYTECODE", "1")])
        .output()
        .expect("the program can be started");
    assert!(
        output.status.success(),
        "{:?} {:?}\n{}{}",
        command.get_program(),
        command.get_args().collect::<Vec<&OsStr>>(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn rdflib_reads_the_schemes() {
    Corpus::each(|corpus| {
        let with_base = corpus.export("skos", "based.ttl", &["--base", BASE]);
        for file in [corpus.export("skos", "schemes.ttl", &[]), with_base] {
            read("VITRINE_PYTHON", "skos.py", &[&file, &corpus.corpus, &corpus.passages()]);
        }
    });
}

#[test]
fn pyrefiqda_and_the_standards_schema_accept_codebook_and_project() {
    Corpus::each(|corpus| {
        let codebook = corpus.export("qdc", "codes.qdc", &[]);
        let project = corpus.export("qdpx", "project.qdpx", &[]);
        let passages = corpus.passages();
        let files: [&Path; 5] =
            [&codebook, &project, &corpus.corpus, &passages, &corpus.work.join("unpacked")];
        read("VITRINE_PYTHON", "refi_qda.py", &files);
    });
}

#[test]
fn taguette_imports_the_concepts() {
    Corpus::each(|corpus| {
        let package = corpus.export("datapackage", "package", &[]);
        let concepts = package.join("data/concepts.csv");
        read("VITRINE_TAGUETTE", "taguette_tags.py", &[&concepts]);
    });
}

#[test]
fn pybtex_and_rispy_read_the_documents() {
    Corpus::each_of_all(|corpus| {
        let access = ["--base", BASE, "--accessed", "2026-07-01"];
        for access in [&access[..], &[]] {
            let bibtex = corpus.export("bibtex", "documents.bib", access);
            let ris = corpus.export("ris", "documents.ris", access);
            let csl = corpus.export("csl-json", "documents.json", access);
            read("VITRINE_PYTHON", "bibliography.py", &[&bibtex, &ris, &csl, &corpus.corpus]);
        }
    });
}

#[test]
fn frictionless_validates_the_package() {
    Corpus::each_of_all(|corpus| {
        let folder = corpus.export("datapackage", "package", &[]);
        let zip = corpus.export("datapackage", "package.zip", &["--base", BASE]);
        let passages = corpus.passages();
        read("VITRINE_PYTHON", "data_package.py", &[&folder, &zip, &passages]);
    });
}

#[test]
fn annotations_follow_the_standard_and_find_their_words() {
    Corpus::each(|corpus| {
        let annotations = corpus.export("webannotation", "annotations.jsonld", &["--base", BASE]);
        read("VITRINE_PYTHON", "web_annotation.py", &[&annotations, &corpus.passages()]);
    });
}

#[test]
fn bulk_lines_are_what_the_interface_and_the_mapping_allow() {
    Corpus::each_of_all(|corpus| {
        let bulk = corpus.export("opensearch", "bulk.ndjson", &["--base", BASE]);
        let mapping = corpus.export("opensearch-mapping", "mapping.json", &[]);
        read("VITRINE_PYTHON", "bulk.py", &[&bulk, &mapping, &corpus.passages()]);
    });
}

#[test]
fn citeproc_agrees_with_the_citations() {
    Corpus::each_of_all(|corpus| {
        let access = ["--base", BASE, "--accessed", "2026-07-01"];
        let citations = corpus.export("citations", "citations.json", &access);
        let csl = corpus.export("csl-json", "documents.json", &access);
        let style = project().join("crates/compiler/data/gb-t-7714-2025.csl");
        let citeproc = tool("VITRINE_CITEPROC");
        let files: [&Path; 5] = [&citeproc, &citations, &csl, &style, &corpus.corpus];
        read("VITRINE_PYTHON", "citations.py", &files);
    });
}
