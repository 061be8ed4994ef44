//! Is the house in order? What ARCHITECTURE.md promises, held by a test.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace is there")
}

/// All files below a folder with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sources() -> Vec<PathBuf> {
    ["crates", "src", "xtask", "tests", "fuzz"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
        .collect()
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<PathBuf> =
        sources().into_iter().filter(|path| !read(path).starts_with("//!")).collect();
    assert!(silent.is_empty(), "begin each with `//!` and the question it answers: {silent:#?}");
}

#[test]
fn no_merge_was_left_half_done() {
    let documents = files(&root().join("docs"), "md");
    let others =
        ["ARCHITECTURE.md", "BENCHMARKS.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"];
    for path in documents.into_iter().chain(others.map(|name| root().join(name))) {
        let marks = ["<<<<<<< ", ">>>>>>> "];
        let text = read(&path);
        assert!(
            !text.lines().any(|l| marks.iter().any(|m| l.starts_with(m))),
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_path_in_the_documents_exists() {
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "tests/README.md"] {
        let text = read(root().join(document));
        // Between backquotes, with a stroke and nothing that only a command or a pattern has.
        let paths = text.split('`').skip(1).step_by(2).filter(|words| {
            let is_path = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
            words.contains('/') && !words.starts_with('/') && words.chars().all(is_path)
        });
        for path in paths.filter(|path| !path.starts_with("dist/") && !path.starts_with("target/"))
        {
            // A path is from the root, or from where walks in the text are: the compiler's and the
            // search's sources, the tests, a corpus.
            let bases = ["", "crates/compiler/src", "crates/search/src", "tests", "seeds"];
            let exists = bases.iter().any(|base| root().join(base).join(path).exists());
            assert!(exists, "{document} names `{path}`, which is not there");
        }
    }
}

#[test]
fn the_browser_is_named_in_one_place() {
    for path in files(&root().join("src"), "rs") {
        if path.starts_with(root().join("src/browser")) {
            continue;
        }
        for (n, line) in read(&path).lines().enumerate() {
            let names = ["web_sys", "gloo", "js_sys"].into_iter().find(|name| {
                line.contains(&format!("{name}::")) && !line.trim_start().starts_with("//")
            });
            assert!(
                names.is_none(),
                "{}:{}: only src/browser/ names {names:?}; put what you need there",
                path.display(),
                n + 1
            );
        }
    }
}

#[test]
fn the_state_knows_no_browser() {
    for path in files(&root().join("src/state"), "rs") {
        let text = read(&path);
        // Also among others: use crate::{browser, state}.
        let mut grouped =
            text.split("use crate::{").skip(1).filter_map(|rest| rest.split('}').next());
        let is_grouped = grouped.any(|group| group.split(',').any(|it| it.trim() == "browser"));
        assert!(
            !text.contains("crate::browser") && !is_grouped,
            "{} must stay pure",
            path.display()
        );
    }
}

#[test]
fn signals_and_globals_are_where_they_are_said_to_be() {
    let src = root().join("src");
    for path in files(&src, "rs") {
        let text = read(&path);
        let own = path.strip_prefix(&src).expect("it is below src/");
        let holds_signals = ["state/mod.rs", "state/hits.rs"].iter().any(|it| own == Path::new(it));
        if own.starts_with("state") && !holds_signals {
            let names = ["RwSignal", "Memo"].into_iter().find(|name| text.contains(name));
            assert!(
                names.is_none(),
                "{} holds a {names:?}; signals are in {SIGNALS}",
                path.display()
            );
        }
        let may_keep = own.starts_with("browser") || own == Path::new("embedded.rs");
        let is_global = |line: &str| line.starts_with("static ") || line.contains("thread_local!");
        assert!(
            may_keep || !text.lines().any(is_global),
            "{} has a global; see ARCHITECTURE.md",
            path.display()
        );
    }
}

/// Where signals are.
const SIGNALS: &str = "src/state/mod.rs and src/state/hits.rs";

#[test]
fn what_a_browser_runs_reads_no_files() {
    for package in ["corpus", "search"] {
        for path in files(&root().join("crates").join(package).join("src"), "rs") {
            assert!(!read(&path).contains("std::fs"), "{} reads files", path.display());
        }
    }
}

#[test]
fn layers_point_one_way() {
    let knows = |package: &str, other: &str| {
        let tree = Command::new(env!("CARGO"))
            .current_dir(root())
            .args([
                "tree",
                "--offline",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--package",
                package,
            ])
            .output()
            .expect("cargo runs");
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        String::from_utf8_lossy(&tree.stdout)
            .lines()
            .any(|line| line.split(' ').next() == Some(other))
    };
    for other in ["vitrine-search", "vitrine-compiler", "leptos", "web-sys", "toml", "regex"] {
        assert!(!knows("vitrine-corpus", other), "crates/corpus must not know {other}");
    }
    for other in ["vitrine-compiler", "leptos", "web-sys", "regex"] {
        assert!(!knows("vitrine-search", other), "crates/search must not know {other}");
    }
    for other in ["vitrine-search", "leptos", "web-sys"] {
        assert!(!knows("vitrine-compiler", other), "crates/compiler must not know {other}");
    }
}

#[test]
fn each_style_sheet_is_linked_once() {
    let lists = ["main.css", "later.css"].map(|list| root().join("style").join(list));
    let imports = lists.each_ref().map(read).concat();
    for path in files(&root().join("style"), "css").into_iter().filter(|path| !lists.contains(path))
    {
        let path = path.strip_prefix(root().join("style")).expect("it is below style/");
        let times = imports.matches(&format!("\"./{}\"", path.display())).count();
        let path = path.display();
        assert_eq!(times, 1, "style/main.css and style/later.css import {path} {times} times");
    }
}

/// The licences that may be in what we give away, as the packages state them. `cargo deny` looks closer, and
/// has to be installed; this is what every `cargo test` sees.
#[test]
fn licences_are_free() {
    let deny: toml::Value = toml::from_str(&read(root().join("deny.toml"))).expect("it is TOML");
    let allowed = deny["licenses"]["allow"].as_array().expect("some licences are allowed");
    let free: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    let exceptions = deny["licenses"]["exceptions"].as_array().cloned().unwrap_or_default();
    let metadata = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["metadata", "--offline", "--format-version", "1"])
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("cargo writes JSON");
    for package in metadata["packages"].as_array().expect("there are packages") {
        let licence = package["license"].as_str().unwrap_or_default();
        // Older packages write a stroke for “or”.
        let expression = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX);
        let is_own =
            |exception: &&toml::Value| exception["crate"].as_str() == package["name"].as_str();
        let besides = exceptions.iter().find(is_own).and_then(|own| own["allow"].as_array());
        let besides: Vec<&str> =
            besides.into_iter().flatten().filter_map(toml::Value::as_str).collect();
        let is_free = |asked: &spdx::LicenseReq| {
            let licence = asked.license.id().map(|licence| licence.name);
            licence.is_some_and(|name| free.contains(&name) || besides.contains(&name))
        };
        assert!(
            expression.is_ok_and(|expression| expression.evaluate(is_free)),
            "{} is under “{licence}”; take another library, or add the licence to deny.toml with a reason",
            package["name"]
        );
    }
}
