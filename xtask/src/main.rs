//! The project's chores, `cargo xtask …`: which is wanted, and what does it need?
//!
//! `main.rs` reads the command line; each command has a file; what the commands need of other
//! programs is in `tools/`. Progress goes to standard error, answers to standard output.

mod bench;
mod evaluate;
mod fuzz;
mod measure;
mod packages;
mod process;
mod project;
mod reproduce;
mod screenshots;
mod site;
mod suite;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use vitrine_e2e::Engine;

use crate::site::Corpus;
use crate::suite::{Choice, Part};
use crate::tools::{ExportReaders, Toolbox};

const HELP: &str = "\
Vitrine's chores. Each first installs whatever it needs that is missing.

Usage: cargo xtask <command>

  serve [--corpus DIR] [--port N] [--open]
                      build the page and serve it on http://127.0.0.1:8080/ until Ctrl-C;
                      rebuilds when a file changes; --open opens it in a browser
  build [--corpus DIR] [--out DIR] [--base URL]
                      build the release site into dist/; --base is its address on the web,
                      which sitemap.xml needs
  test [native] [supply] [exports] [web] [--engine NAME]... [--brief] [--only NAME]
                      run all tests, or only these parts:
                      native   cargo test of the whole workspace
                      supply   licences and origins of our dependencies
                      exports  exports, read by the programs they are made for
                      web      the release site in Chromium, Firefox and WebKit;
                               --engine chromium, firefox or webkit selects one;
                               with --brief, engines after the first run only the tests
                               that depend on the engine
                      --only runs the tests with NAME in their names
  bench [--only NAMES | --corpus DIR] [--repeats N] [--host] [--peers DIR]
                      measure what building, searching and starting cost, as tables: for the five
                      documents and for generated corpora of 1,000, 10,000 and 100,000 passages;
                      --only selects some of them: five,G1,G10,G100
                      --corpus measures that folder instead, with crates/bench/queries.json
                      --host skips the browser
                      --peers also runs a harness of other libraries, on its own corpora
                      (S,L1,L10,L100, in $PEER_CORPUS, else /tmp/peercorpus)
  fuzz [--seconds N] [--only NAME]
                      fuzz the code that reads foreign input: each target in fuzz/ for
                      N seconds, 30 by default; needs a C++ compiler
  reproduce           build the site here and in a copy elsewhere, and compare all bytes
  measure             measure the size of the release site and its time to ready, as a table
  evaluate DIR [--corpus DIR] [--save]
                      measure precision, recall and F1 of the reading, and recall and rank of
                      the search, against a folder of labels; --save stores the results in the
                      corpus, for its page to show
  screenshots         take every view at four widths, light and dark, into target/screenshots/
  setup               only install what is missing

  --corpus DIR        a folder of documents other than seeds/
  -h, --help          show this text

Tools are kept in $VITRINE_TOOLS, else $XDG_CACHE_HOME/vitrine/tools, else ~/.cache/vitrine/tools.
A tool on the PATH is used if its version is the right one.
";

enum Command {
    Bench(bench::Options),
    Help,
    Setup,
    Serve { corpus: Corpus, port: u16, open: bool },
    Build { corpus: Corpus, out: Option<PathBuf>, base: Option<String> },
    Test { parts: Vec<Part>, engines: Vec<Engine>, choice: Choice },
    Fuzz { seconds: u32, only: Option<String> },
    Reproduce,
    Evaluate { labels: PathBuf, corpus: Option<PathBuf>, save: bool },
    Measure,
    Screenshots,
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    let mut name: Option<String> = None;
    let (mut corpus, mut out, mut port, mut base) = (None, None, None, None);
    let (mut open, mut save, mut brief) = (false, false, false);
    let (mut parts, mut engines) = (Vec::new(), Vec::new());
    let (mut only, mut labels) = (None, None);
    let (mut host, mut peers, mut repeats, mut seconds) = (false, None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("corpus") => corpus = Some(PathBuf::from(arguments.value()?)),
            Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Long("base") => base = Some(arguments.value()?.string()?),
            Long("port") => port = Some(arguments.value()?.parse::<u16>().context("--port")?),
            Long("open") => open = true,
            Long("save") => save = true,
            Long("host") => host = true,
            Long("peers") => peers = Some(PathBuf::from(arguments.value()?)),
            Long("repeats") => repeats = Some(arguments.value()?.parse().context("--repeats")?),
            Long("engine") => engines.push(arguments.value()?.string()?.parse()?),
            Long("seconds") => seconds = Some(arguments.value()?.parse().context("--seconds")?),
            Long("brief") => brief = true,
            Long("only") => only = Some(arguments.value()?.string()?),
            Value(word) if name.is_none() => name = Some(word.string()?),
            Value(word) if name.as_deref() == Some("evaluate") && labels.is_none() => {
                labels = Some(PathBuf::from(word));
            }
            Value(word) if name.as_deref() == Some("test") => parts.push(word.string()?.parse()?),
            other => bail!("{}: see `cargo xtask --help`", other.unexpected()),
        }
    }

    let Some(name) = name else {
        return Ok(Command::Help);
    };
    let takes = |option: &str, given: bool, commands: &[&str]| {
        if given && !commands.contains(&name.as_str()) {
            bail!("`{name}` does not take {option}: see `cargo xtask --help`");
        }
        Ok(())
    };
    takes("--corpus", corpus.is_some(), &["serve", "build", "evaluate", "bench"])?;
    takes("--out", out.is_some(), &["build"])?;
    takes("--base", base.is_some(), &["build"])?;
    takes("--port", port.is_some(), &["serve"])?;
    takes("--open", open, &["serve"])?;
    takes("--save", save, &["evaluate"])?;
    takes("--engine", !engines.is_empty(), &["test"])?;
    takes("--brief", brief, &["test"])?;
    takes("--only", only.is_some(), &["test", "bench", "fuzz"])?;
    takes("--seconds", seconds.is_some(), &["fuzz"])?;
    takes("--host", host, &["bench"])?;
    takes("--peers", peers.is_some(), &["bench"])?;
    takes("--repeats", repeats.is_some(), &["bench"])?;

    if name == "evaluate" {
        let labels =
            labels.context("`evaluate` needs a folder of labels: see `cargo xtask --help`")?;
        return Ok(Command::Evaluate { labels, corpus, save });
    }
    if name == "bench" {
        let corpus = corpus.map(|folder| Corpus::new(Some(folder))).transpose()?;
        let is_one = corpus.is_none() || only.is_none();
        ensure!(is_one, "--corpus measures that folder, --only some of our own: leave one out");
        return Ok(Command::Bench(bench::Options { corpus, only, host, peers, repeats }));
    }
    let corpus = Corpus::new(corpus)?;
    Ok(match name.as_str() {
        "help" => Command::Help,
        "setup" => Command::Setup,
        "serve" => Command::Serve { corpus, port: port.unwrap_or(site::DEFAULT_PORT), open },
        "build" => Command::Build { corpus, out, base },
        "test" => {
            let parts = if parts.is_empty() { Part::ALL.to_vec() } else { parts };
            let engines = if engines.is_empty() { Engine::ALL.to_vec() } else { engines };
            Command::Test { parts, engines, choice: Choice { only, is_brief: brief } }
        }
        "fuzz" => Command::Fuzz { seconds: seconds.unwrap_or(fuzz::SECONDS), only },
        "reproduce" => Command::Reproduce,
        "measure" => Command::Measure,
        "screenshots" => Command::Screenshots,
        _ => bail!("there is no command `{name}`: see `cargo xtask --help`"),
    })
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Help => {
            print(HELP);
            Ok(())
        }
        Command::Setup => {
            Toolbox::for_testing(&Engine::ALL)?;
            ExportReaders::ensure()?;
            tools::cargo_deny()?;
            eprintln!("Everything is installed.");
            Ok(())
        }
        Command::Serve { corpus, port, open } => {
            site::serve(&Toolbox::for_building()?, &corpus, port, open)
        }
        Command::Build { corpus, out, base } => {
            let out = out.unwrap_or_else(project::dist);
            site::build_for(&Toolbox::for_building()?, &corpus, base.as_deref(), &out)?;
            site::compress(&out)?;
            eprintln!("The site is in {}", out.display());
            Ok(())
        }
        Command::Test { parts, engines, choice } => suite::run(&parts, &engines, &choice),
        Command::Evaluate { labels, corpus, save } => {
            print_after(|| evaluate::run(&labels, corpus.as_deref(), save))
        }
        Command::Bench(options) => print_after(|| bench::run(&options)),
        Command::Fuzz { seconds, only } => fuzz::run(seconds, only.as_deref()),
        Command::Reproduce => reproduce::run(),
        Command::Measure => print_after(measure::run),
        Command::Screenshots => screenshots::run(),
    }
}

fn print_after(work: impl FnOnce() -> Result<String>) -> Result<()> {
    print(&work()?);
    Ok(())
}

/// The answer of a command.
#[expect(clippy::print_stdout, reason = "standard output is where a command's answer belongs")]
fn print(answer: &str) {
    print!("{answer}");
}
