//! `cargo vitrine check`: what is wrong with a corpus?

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use vitrine_compiler::{Problem, Severity};

/// Prints every problem, and a summary to standard error. Fails on errors alone.
pub fn run(folder: &Path) -> Result<ExitCode> {
    let (problems, compiles) = match vitrine_compiler::compile(folder) {
        Ok(compiled) => (compiled.problems, true),
        Err(problems) => (problems.0, false),
    };
    let mut out = std::io::stdout().lock();
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    let count = |severity| problems.iter().filter(|p: &&Problem| p.severity == severity).count();
    eprintln!(
        "{}: {} errors, {} warnings, {} notes",
        folder.display(),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note)
    );
    Ok(if compiles { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
