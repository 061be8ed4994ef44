//! Which tests are there, and what does each kind need?

use std::fs;
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};
use vitrine_e2e::Engine;

use crate::site::{self, Corpus};
use crate::tools::{self, ExportReaders, Toolbox};
use crate::{process, project};

const MEGABYTE: usize = 1024 * 1024;

/// A kind of tests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `cargo test` of the workspace, documentation too.
    Native,
    /// Licences and origins of what we depend on.
    Supply,
    /// Our exports, read by those for whom they are made.
    Exports,
    /// The release site in browsers.
    Web,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Native, Self::Supply, Self::Exports, Self::Web];
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "native" => Ok(Self::Native),
            "supply" => Ok(Self::Supply),
            "exports" => Ok(Self::Exports),
            "web" => Ok(Self::Web),
            _ => bail!(
                "there are no tests called `{name}`, only `native`, `supply`, `exports` and \
                 `web`"
            ),
        }
    }
}

impl Part {
    /// The command that runs its tests, if they have names.
    fn tests(self) -> Option<Command> {
        match self {
            Part::Native => Some(native_tests()),
            Part::Supply => None,
            Part::Exports => Some(consumers()),
            Part::Web => Some(promises()),
        }
    }
}

/// Promises that an engine may break though another keeps them: what is kept, fetched and forbidden, tabs,
/// files, selected words. The rest is the page's own, whatever draws it.
const OF_ENGINES: [&str; 8] = [
    "a_hostile_corpus_is_text",
    "a_link_to_words_never_lies",
    "a_new_version_waits",
    "a_page_that_cannot_start_says_so",
    "every_edition_is_the_same_page",
    "faults_are_told",
    "it_works_without_a_host",
    "nothing_leaves_the_reader",
];

/// So many tests that fail in a browser after the first are tried once more, each by itself: on a busy machine
/// these browsers' drivers give up on what a quiet one does. What fails then has failed.
const SECOND_TRIES: usize = 3;

/// Which tests of a part are run.
#[derive(Default)]
pub struct Choice {
    /// Those with this in their names; all unless said.
    pub only: Option<String>,
    /// In browsers after the first, only [`OF_ENGINES`].
    pub is_brief: bool,
}

impl Choice {
    /// The names of tests that are run in the browser of this place, by parts of them; none for all.
    fn names(&self, place: usize) -> Vec<&str> {
        match &self.only {
            Some(only) => vec![only],
            None if self.is_brief && place > 0 => OF_ENGINES.to_vec(),
            None => Vec::new(),
        }
    }
}

/// Runs these parts, in these browsers.
pub fn run(parts: &[Part], engines: &[Engine], choice: &Choice) -> Result<()> {
    let only = choice.only.as_deref();
    let mut named = 0;
    for part in Part::ALL.into_iter().filter(|part| parts.contains(part)) {
        if let (Some(only), Some(mut tests)) = (only, part.tests()) {
            let of_part = count(tests.args(["--", "--list", only]))?;
            if of_part == 0 {
                continue;
            }
            named += of_part;
        }
        match part {
            Part::Native => native(only)?,
            // It has no tests by name.
            Part::Supply if only.is_some() => {}
            Part::Supply => supply()?,
            Part::Exports => exports(only)?,
            Part::Web => web(engines, choice)?,
        }
    }
    if let Some(only) = only {
        ensure!(
            named > 0,
            "no test of these has “{only}” in its name; `--list` behind `cargo test --workspace --` names them"
        );
    }
    eprintln!("\nAll tests passed.");
    Ok(())
}

/// How many tests a command lists that asks for them.
fn count(listing: &mut Command) -> Result<usize> {
    let list = process::output(listing)?;
    Ok(list.lines().filter(|line| line.ends_with(": test")).count())
}

fn native(only: Option<&str>) -> Result<()> {
    eprintln!("\n== native: the whole workspace on this machine");
    process::run(native_tests().args(only)).context("a native test failed")
}

fn native_tests() -> Command {
    let mut tests = cargo_test();
    tests.arg("--workspace");
    tests
}

/// `deny.toml` says what is allowed.
fn supply() -> Result<()> {
    eprintln!("\n== supply: licences and origins of our dependencies");
    let program = tools::cargo_deny()?;
    let deny = |checks: &[&str]| {
        let mut deny = Command::new(&program);
        deny.args(["--offline", "--workspace", "check", "--hide-inclusion-graph"]).args(checks);
        process::run(deny.current_dir(project::root()))
    };
    deny(&["licenses", "bans", "sources"])
        .context("a dependency breaks the rules of deny.toml: see above")?;
    let database = project::cargo_home()?.join("advisory-dbs");
    if database.is_dir() {
        return deny(&["--disable-fetch", "advisories"])
            .context("a dependency has a known problem: use a version that fixes it");
    }
    eprintln!(
        "Known problems were not checked for: there is no copy of the advisory database in {}. \
         `cargo deny fetch` downloads it.",
        database.display()
    );
    Ok(())
}

fn exports(only: Option<&str>) -> Result<()> {
    eprintln!("\n== exports: read by other programs");
    let readers = ExportReaders::ensure()?;
    let mut tests = consumers();
    tests
        .args(only)
        .env("VITRINE_PYTHON", &readers.python)
        .env("VITRINE_TAGUETTE", &readers.taguette)
        .env("VITRINE_CITEPROC", &readers.citeproc);
    process::run(&mut tests).context("an export was not read correctly")
}

fn consumers() -> Command {
    let mut tests = cargo_test();
    tests.args(["--workspace", "--test", "consumers"]);
    tests
}

fn web(engines: &[Engine], choice: &Choice) -> Result<()> {
    eprintln!("\n== web: the release site in browsers");
    let mut tools = Toolbox::for_testing(engines)?;
    tools.building.is_for_tests = true;
    let (dist, hostile) = (project::dist(), project::target().join("hostile-site"));
    if is_about_hostility(choice)? {
        site::build(&tools.building, &hostile_corpus()?, &hostile)?;
    }
    site::build(&tools.building, &Corpus::new(None)?, &dist)?;
    let mut broken = Vec::new();
    for (place, engine) in engines.iter().enumerate() {
        eprintln!("\n== web: {}", engine.name());
        let ask = |names: &[&str]| {
            let mut tests = promises();
            tests
                // Those behind `--` are taken by whichever name fits.
                .arg("--")
                .args(names)
                .envs(tools.browsers.iter().cloned())
                .env("VITRINE_ENGINE", engine.name())
                .env("VITRINE_DIST", &dist)
                .env("VITRINE_HOSTILE_DIST", &hostile)
                .env("VITRINE_AXE", &tools.axe);
            process::heard(&mut tests)
        };
        let (mut status, heard) = ask(&choice.names(place))?;
        let failed = failed(&heard);
        if place > 0 && !status.success() && (1..=SECOND_TRIES).contains(&failed.len()) {
            let names = failed.join(", ");
            eprintln!("\n== web: {}, second try, one by one: {names}", engine.name());
            status = ask(&[&failed[..], &["--exact", "--test-threads=1"]].concat())?.0;
            if status.success() {
                eprintln!("\n{} passed only on the second try: {names}", engine.name());
            }
        }
        // What the others show is worth knowing as well.
        if !status.success() {
            broken.push(format!("{}: {status}", engine.name()));
        }
    }
    ensure!(broken.is_empty(), "a browser test failed:\n{}", broken.join("\n"));
    Ok(())
}

/// The tests that failed, of what libtest writes.
fn failed(heard: &str) -> Vec<&str> {
    let lines = heard.lines().filter_map(|line| line.strip_prefix("test "));
    lines.filter_map(|line| line.strip_suffix(" ... FAILED")).collect()
}

fn promises() -> Command {
    let mut tests = cargo_test();
    // With the features that the native tests have been compiled with.
    tests.args(["--workspace", "--test", "e2e"]);
    tests
}

/// Whether tests of the hostile corpus are among those that are wanted: its site takes minutes to build.
fn is_about_hostility(choice: &Choice) -> Result<bool> {
    let list = process::output(promises().args(["--", "--list"]).args(choice.names(0)))?;
    Ok(list.lines().any(|test| test.starts_with("a_hostile_corpus")))
}

/// `tests/hostile/`, and a line that is too long to keep.
fn hostile_corpus() -> Result<Corpus> {
    let folder = project::target().join("hostile-corpus");
    site::empty(&folder)?;
    for entry in fs::read_dir(project::root().join("tests/hostile"))? {
        let file = entry?.path();
        fs::copy(&file, folder.join(file.file_name().context("a file has a name")?))?;
    }
    // Scripts change seldom in it: where they do at each word, Chromium lays out a paragraph in a time that
    // grows with the square of its length, whatever the page.
    let part = "<b onclick=alert(1)>words</b> ".repeat(100) + "制裁 ";
    let long = part.repeat(MEGABYTE / part.len());
    fs::write(folder.join("long.txt"), format!("A line of a megabyte\n\n{long}\n"))?;
    Corpus::new(Some(folder))
}

fn cargo_test() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg("test").current_dir(project::root());
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_heard() {
        let heard =
            "running 2 tests\ntest a::b ... ok\ntest a::c ... FAILED\n\nfailures:\n    a::c\n";
        assert_eq!(failed(heard), ["a::c"]);
    }

    #[test]
    fn what_each_engine_keeps_is_a_promise() {
        let promises = project::root().join("tests/e2e/promises");
        for name in OF_ENGINES {
            assert!(promises.join(name).with_extension("rs").is_file(), "{name}");
        }
    }
}
