//! `cargo vitrine check`: what is wrong with a corpus?
//!
//! For people, one line a problem that editors can parse, `file:line:column: severity: what; mend`, and
//! below it the line of the file with the place marked; for programs, a JSON object a line. A summary
//! goes to standard error. Only errors make the command fail.

mod json;
mod text;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;
use vitrine_compiler::{Checked, Detail, Problem, Severity};

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// `file:line:column: severity: what; mend`, and the line with the place marked
    Text,
    /// One JSON object per line, one for each finding
    Json,
}

/// Prints every problem, and a summary to standard error. Fails on errors alone.
pub fn run(folder: &Path, format: Format, all: bool) -> Result<ExitCode> {
    let detail = if all || format == Format::Json { Detail::Single } else { Detail::Folded };
    let checked = vitrine_compiler::check(folder, detail);
    match format {
        Format::Text => text::write(&mut anstream::stdout().lock(), &checked.problems)?,
        Format::Json => json::write(&mut std::io::stdout().lock(), &checked.problems)?,
    }
    eprint!("{}", summary(folder, &checked));
    let failed = checked.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn summary(folder: &Path, checked: &Checked) -> String {
    let count = |severity: Severity| {
        let is_so = |problem: &&Problem| problem.severity == severity;
        let n = checked.problems.iter().filter(is_so).count();
        format!("{n} {severity}{}", if n == 1 { "" } else { "s" })
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count).join(", ");
    let mut summary = format!("{}: {counts}\n", folder.display());
    if let Some(coverage) = checked.coverage.filter(|coverage| coverage.able > 0) {
        let percent = coverage.labelled * 100 / coverage.able;
        summary += &format!(
            "themes: {} of {} passages that can have one ({percent} %)\n",
            coverage.labelled, coverage.able
        );
    }
    summary
}
