//! What the fuzz targets begin with (`fuzz/seeds/`), and what they have found (`fuzz/found/`): each input
//! again, and some that are near to it, on the stable toolchain and with every test run.

#[path = "../fuzz/harness.rs"]
mod harness;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Every input that is kept for a target.
fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut kept = Vec::new();
    for folder in ["seeds", "found"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
        let entries = fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        kept.extend(paths.into_iter().map(|path| {
            let bytes = fs::read(&path).unwrap();
            (path, bytes)
        }));
    }
    assert!(kept.len() > 1, "there is nothing in fuzz/seeds/{target}/");
    kept
}

/// How an input is changed; places are in 65,536ths of its length.
#[derive(Debug, Clone)]
enum Change {
    Cut(u16, u16),
    Repeat(u16, u16),
    Put(u16, Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    let marks: Vec<Vec<u8>> =
        ["\0", "\n", "\r", "\"", "(", "-", ":", "#", "%", "\u{feff}", "\u{202e}", "㊀", "9"]
            .iter()
            .map(|mark| mark.as_bytes().to_vec())
            .collect();
    prop_oneof![
        (any::<u16>(), any::<u16>()).prop_map(|(from, to)| Change::Cut(from, to)),
        (any::<u16>(), any::<u16>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        (any::<u16>(), prop::sample::select(marks)).prop_map(|(at, mark)| Change::Put(at, mark)),
        (any::<u16>(), vec(any::<u8>(), 1..4)).prop_map(|(at, bytes)| Change::Put(at, bytes)),
    ]
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        let place = |at: u16| usize::from(at) * bytes.len() / usize::from(u16::MAX);
        let stretch = |from: u16, to: u16| place(from.min(to))..place(from.max(to));
        match self {
            Change::Cut(from, to) => drop(bytes.drain(stretch(*from, *to))),
            Change::Repeat(from, to) => bytes.extend_from_within(stretch(*from, *to)),
            Change::Put(at, new) => {
                let at = place(*at);
                drop(bytes.splice(at..at, new.iter().copied()));
            }
        }
    }
}

/// Each kept input must hold, and `cases` that are made of them, always the same.
fn each(target: &str, hold: fn(&[u8]), cases: u32) {
    let kept = kept(target);
    for (path, bytes) in &kept {
        // Told only when the test fails: which one it was.
        eprintln!("{}", path.display());
        hold(bytes);
    }
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let always = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let near = (0..kept.len(), vec(change(), 1..5));
    let held = TestRunner::new_with_rng(config, always).run(&near, |(n, changes)| {
        let mut bytes = kept[n].1.clone();
        changes.iter().for_each(|change| change.make(&mut bytes));
        hold(&bytes);
        Ok(())
    });
    held.unwrap_or_else(|failed| panic!("{target}: {failed}"));
}

#[test]
fn any_link_is_a_view() {
    each("link", harness::link, 1_000);
}

#[test]
fn any_query_has_an_answer() {
    each("query", harness::query, 1_000);
}

#[test]
fn any_bytes_are_an_image_or_an_error() {
    each("image", harness::image, 1_000);
}

#[test]
fn any_document_is_read_or_reported() {
    each("documents", harness::documents, 100);
}

#[test]
fn any_editors_file_is_taken_or_reported() {
    each("settings", harness::settings, 100);
}

#[test]
fn any_readers_file_is_taken_in_or_refused() {
    each("imports", harness::imports, 500);
}
