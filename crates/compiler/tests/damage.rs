//! A corpus may be damaged in any way: it is reported, with places that exist, and nothing panics.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use vitrine_compiler::{Detail, check, compile};

/// What is done to a file's bytes. Places are parts of its length, so that one fits every file.
#[derive(Debug, Clone)]
enum Damage {
    Delete { at: f64, length: usize },
    Insert { at: f64, bytes: Vec<u8> },
    SwapLines { one: f64, other: f64 },
    RepeatLine { at: f64 },
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = || 0.0..1.0;
    // Bytes that mean something to TOML, to an encoding, or to a reader of dates and figures.
    let pieces = prop::sample::select(vec![
        &b"\""[..],
        b"'",
        b"\n",
        b"\r",
        b"[",
        b"]]",
        b"[[concept]]\n",
        b"= ",
        b"{",
        b"#",
        b"\0",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xe6\x9c",
        b"\xed\xa0\x80",
        b"*",
        b"\\u0000",
        b"99999999999999999999",
        "年13月".as_bytes(),
        "\u{202e}".as_bytes(),
        "\u{fffd}".as_bytes(),
        "萬億".as_bytes(),
    ]);
    prop_oneof![
        (at(), 1usize..40).prop_map(|(at, length)| Damage::Delete { at, length }),
        (at(), pieces).prop_map(|(at, bytes)| Damage::Insert { at, bytes: bytes.to_vec() }),
        (at(), prop::collection::vec(any::<u8>(), 1..8))
            .prop_map(|(at, bytes)| Damage::Insert { at, bytes }),
        (at(), at()).prop_map(|(one, other)| Damage::SwapLines { one, other }),
        at().prop_map(|at| Damage::RepeatLine { at }),
    ]
}

fn apply(damage: &Damage, bytes: &mut Vec<u8>) {
    let place = |part: f64, length: usize| (part * length as f64) as usize;
    match damage {
        Damage::Delete { at, length } => {
            let start = place(*at, bytes.len());
            bytes.drain(start..(start + length).min(bytes.len()));
        }
        Damage::Insert { at, bytes: new } => {
            let start = place(*at, bytes.len());
            bytes.splice(start..start, new.iter().copied());
        }
        Damage::SwapLines { one, other } => {
            let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            let (one, other) = (place(*one, lines.len()), place(*other, lines.len()));
            lines.swap(one, other);
            *bytes = lines.join(&b'\n');
        }
        Damage::RepeatLine { at } => {
            let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            let n = place(*at, lines.len());
            lines.insert(n, lines[n]);
            *bytes = lines.join(&b'\n');
        }
    }
}

const SETTINGS: [&str; 5] = [
    "corpus.toml",
    "curation.toml",
    "schemes/themes.toml",
    "schemes/actors.toml",
    "schemes/levels.toml",
];

const DOCUMENTS: [&str; 2] = ["000_2bc537fac902918a.txt", "004_f235fc45aa42949a.txt"];

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// A copy of the project's own corpus, away when it is done.
struct Copy(PathBuf);

impl Copy {
    /// `of` tells it from those that other tests make at the same time.
    fn new(of: &str) -> Copy {
        let name = format!("vitrine-damage-{of}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("schemes")).unwrap();
        for below in ["", "schemes"] {
            for entry in fs::read_dir(seeds().join(below)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, folder.join(below).join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        Copy(folder)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

// Two tests, which run at the same time. What is wrong with settings is told before documents are read, which takes
// most of the time.

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, max_shrink_iters: 64, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn damage_to_settings_is_reported_and_places_exist(
        name in prop::sample::select(SETTINGS.to_vec()),
        damages in prop::collection::vec(damage(), 1..5),
    ) {
        is_reported(&Copy::new("settings"), name, &damages)?;
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn damage_to_documents_is_reported_and_places_exist(
        name in prop::sample::select(DOCUMENTS.to_vec()),
        damages in prop::collection::vec(damage(), 1..5),
    ) {
        is_reported(&Copy::new("documents"), name, &damages)?;
    }
}

fn is_reported(copy: &Copy, name: &str, damages: &[Damage]) -> Result<(), TestCaseError> {
    let path = copy.0.join(name);
    let mut bytes = fs::read(&path).unwrap();
    for damage in damages {
        apply(damage, &mut bytes);
    }
    fs::write(&path, &bytes).unwrap();
    let checked = check(&copy.0, Detail::Single);
    let is_error = |p: &&vitrine_compiler::Problem| p.severity == vitrine_compiler::Severity::Error;
    // Both read the folder alike, but the one says more.
    if let Err(problems) = compile(&copy.0) {
        let errors: Vec<_> = checked.problems.iter().filter(is_error).collect();
        prop_assert_eq!(errors, problems.0.iter().filter(is_error).collect::<Vec<_>>());
    } else {
        prop_assert!(!checked.problems.iter().any(|p| is_error(&p)));
    }
    for problem in &checked.problems {
        prop_assert!(!problem.to_string().contains('\n'), "{problem:?}");
        if problem.line == 0 {
            continue;
        }
        let bytes = fs::read(&problem.file).unwrap();
        // A carriage return by itself ends a line of a document; in TOML there can be none.
        let is_document = problem.file.extension().is_none_or(|end| end != "toml");
        let ends_line = |byte: &u8| *byte == b'\n' || (is_document && *byte == b'\r');
        let lines = bytes.split(ends_line).count();
        prop_assert!(problem.line <= lines, "{problem:?}");
        let characters = problem.excerpt.chars().count();
        prop_assert!(1 <= problem.column, "{problem:?}");
        prop_assert!(problem.column + problem.length <= characters + 1, "{problem:?}");
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let mut text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            if is_document {
                text = text.replace('\r', "\n");
            }
            let line = text.split('\n').nth(problem.line - 1);
            prop_assert_eq!(line.map(|line| line.trim_end_matches('\r')), Some(&*problem.excerpt));
        }
    }
    Ok(())
}
