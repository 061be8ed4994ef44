//! What `cargo vitrine check` says of broken corpora, held by a snapshot a person can read.
//!
//! Each case is a small corpus with something wrong in it. After a change that is meant,
//! `UPDATE_EXPECT=1 cargo test -p vitrine-cli` writes the snapshot anew.

mod cases;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expect_test::expect_file;
use vitrine_compiler::{Code, Detail, Severity};

use cases::{Case, cases};

/// A folder for one test, away when it is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("vitrine-check-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    /// A folder with the corpus of a case in it.
    fn of(name: &str, case: &Case) -> Folder {
        let folder = Folder::new(name);
        for (name, bytes) in case.files.iter().filter(|(name, _)| *name != "curation.toml") {
            folder.write(name, bytes);
        }
        // Passages have their ids once the documents are there.
        for (name, bytes) in case.files.iter().filter(|(name, _)| *name == "curation.toml") {
            let mut text = String::from_utf8(bytes.clone()).unwrap();
            for beginning in ["Grain was", "Nothing", "The harbours"] {
                let place = format!("{{{beginning}}}");
                if text.contains(&place) {
                    text = text.replace(&place, &folder.id(beginning));
                }
            }
            folder.write(name, text);
        }
        folder
    }

    /// Writes a file of the corpus.
    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join("corpus").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// `vitrine …` here, where the corpus' folder is called `corpus`.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(arguments).args(["--corpus", "corpus"]).current_dir(&self.0);
        for variable in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
            command.env_remove(variable);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The id of the passage that begins so.
    fn id(&self, beginning: &str) -> String {
        let output = self.run(&["export", "--no-curation"]);
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let passage: serde_json::Value = serde_json::from_str(line).unwrap();
            if passage["text"].as_str().unwrap().starts_with(beginning) {
                return passage["id"].as_str().unwrap().to_owned();
            }
        }
        panic!("no passage begins with {beginning}")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a command said, and how it ended.
fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut told = text(&output.stdout);
    for line in text(&output.stderr).lines() {
        writeln!(told, "(stderr) {line}").unwrap();
    }
    writeln!(told, "(exit {})", output.status.code().unwrap()).unwrap();
    told
}

/// The case of this name.
fn case(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap()
}

// Links, and what a system says of a file it cannot read, are not the same everywhere.
#[cfg(target_os = "linux")]
#[test]
fn every_problem_is_told_with_its_place_and_the_mend() {
    let mut snapshot = String::new();
    let mut tell = |name: &str, folder: &Folder| {
        writeln!(snapshot, "# {name}\n{}", told(&folder.run(&["check"]))).unwrap();
    };
    for (n, case) in cases().into_iter().enumerate() {
        tell(case.name, &Folder::of(&format!("case{n}"), &case));
    }
    let folder = Folder::of("link", &case("nothing is wrong"));
    std::os::unix::fs::symlink("gone.txt", folder.0.join("corpus/b.txt")).unwrap();
    tell("a link that leads nowhere", &folder);
    tell("no such folder", &Folder::new("nowhere"));
    expect_file!["snapshots/check.txt"].assert_eq(&snapshot);
}

#[test]
fn programs_get_each_finding_by_itself_as_a_json_line() {
    let mut seen = BTreeSet::new();
    for (n, case) in cases().into_iter().enumerate() {
        let folder = Folder::of(&format!("json{n}"), &case);
        let output = folder.run(&["check", "--format", "json"]);
        let mut failed = false;
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let problem: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| problem[key].as_str().unwrap_or_else(|| panic!("{key}: {line}"));
            let number = |key: &str| problem[key].as_u64().map(|number| number as usize);
            seen.insert(text("code").to_owned());
            failed |= text("severity") == "error";
            assert!(!text("what").is_empty() && !text("mend").is_empty(), "{line}");
            assert_eq!(number("line"), number("end_line"), "{line}");
            let Some((column, end)) = number("column").zip(number("end_column")) else {
                continue;
            };
            // In what is not UTF-8 this test cannot count.
            if let Ok(text) = std::fs::read_to_string(folder.0.join(text("file"))) {
                let text = text.trim_start_matches('\u{feff}');
                let there = text.lines().nth(number("line").unwrap() - 1).unwrap();
                let characters = there.chars().count();
                assert!(1 <= column && column <= end && end <= characters + 1, "{line}");
            }
        }
        assert_eq!(output.status.code(), Some(i32::from(failed)), "{}", case.name);
    }
    // A folder that is not there and a fault of our own are no cases.
    let others = ["no-such-folder", "fault"];
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let missing: Vec<&str> =
        codes.filter(|code| !seen.contains(*code) && !others.contains(code)).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

#[test]
fn a_json_line_marks_the_very_words() {
    let folder = Folder::of("words", &case("dates that are none, and one that cannot be placed"));
    let output = String::from_utf8(folder.run(&["check", "--format", "json"]).stdout).unwrap();
    let problems = output.lines().map(|line| serde_json::from_str(line).unwrap());
    let problem: serde_json::Value = { problems }
        .find(|problem: &serde_json::Value| problem["code"] == "date-not-placed")
        .unwrap();
    let number = |key: &str| problem[key].as_u64().unwrap() as usize;
    let text = std::fs::read_to_string(folder.0.join(problem["file"].as_str().unwrap())).unwrap();
    let line = text.lines().nth(number("line") - 1).unwrap();
    let words =
        line.chars().skip(number("column") - 1).take(number("end_column") - number("column"));
    assert_eq!(words.collect::<String>(), "8月22日");
}

#[test]
fn folded_findings_are_told_singly_on_demand() {
    let folder = Folder::of("all", &case("many terms that match nothing are one note"));
    let notes = |arguments: &[&str]| {
        let output = String::from_utf8(folder.run(arguments).stdout).unwrap();
        output.lines().filter(|line| line.contains(": note: ")).count()
    };
    assert_eq!((notes(&["check"]), notes(&["check", "--all"])), (1, 6));
}

#[test]
fn colours_are_for_those_who_see_them() {
    let folder = Folder::of("colours", &case("the syntax is wrong"));
    let has_colours = |variables: &[&str]| {
        let mut command = folder.command(&["check"]);
        command.envs(variables.iter().map(|variable| (variable, "1")));
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!has_colours(&[]), "a pipe is no terminal");
    assert!(has_colours(&["CLICOLOR_FORCE"]), "who asks for them gets them");
    assert!(!has_colours(&["NO_COLOR"]));
}

#[test]
fn the_first_corpus_has_neither_error_nor_warning() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let checked = vitrine_compiler::check(&seeds, Detail::Folded);
    let worse = checked.problems.iter().filter(|problem| problem.severity < Severity::Note);
    let worse: Vec<String> = worse.map(ToString::to_string).collect();
    assert!(worse.is_empty(), "{worse:#?}");
    assert!(checked.coverage.is_some_and(|coverage| coverage.able > 0));
}
