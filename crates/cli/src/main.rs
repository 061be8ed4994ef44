//! `cargo vitrine`: a corpus on the host, without the page.
//!
//! Standard output carries only the answer; progress and notes go to standard error.

mod check;
mod export;
mod search;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use vitrine_compiler::{Compiled, Options, Severity};

#[derive(Parser)]
#[command(
    name = "vitrine",
    bin_name = "cargo vitrine",
    version,
    about = "Check, export and search a corpus"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report what is wrong with a corpus, where, and the mend
    ///
    /// A line for each problem, `file:line:column: severity: what; mend`, and below it the line of the
    /// file. Columns count characters from 1. Errors keep the corpus from being compiled and make this
    /// command exit with 1; warnings and notes do not. docs/problems.md lists the kinds.
    Check {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// How to write them
        ///
        /// JSON lines have file, line, column, end_line, end_column (behind the last character),
        /// severity, code, what, mend; numbers are null where a whole file is meant.
        #[arg(long, value_enum, default_value = "text")]
        format: check::Format,
        /// Tell each finding by itself; else terms that match nothing, passages without a theme and
        /// concepts without a label are folded into one note for many
        #[arg(long)]
        all: bool,
    },
    /// Write every passage, in corpus order
    Export {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// What to write
        #[arg(long, value_enum, default_value = "jsonl")]
        format: export::Format,
        /// Leave the curator's corrections out
        #[arg(long)]
        no_curation: bool,
    },
    /// Find passages, best first, as JSON lines
    Search {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// A query in the query language
        #[arg(required_unless_present = "queries", allow_hyphen_values = true)]
        query: Option<String>,
        /// JSON lines with `id` and `query`: answers them all, a line each
        #[arg(long, value_name = "FILE", conflicts_with = "query")]
        queries: Option<PathBuf>,
        /// At most this many passages a query
        #[arg(long, value_name = "N", default_value_t = 10)]
        limit: usize,
        /// Leave the curator's corrections out
        #[arg(long)]
        no_curation: bool,
    },
}

#[derive(Args)]
struct CorpusFolder {
    /// The corpus' folder
    #[arg(long = "corpus", value_name = "DIR", default_value = "seeds")]
    folder: PathBuf,
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // A reader that has had enough, such as `head`, is no fault.
            let is_closed_pipe = error.chain().any(|cause| {
                let cause = cause.downcast_ref::<std::io::Error>();
                cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
            });
            if is_closed_pipe {
                return ExitCode::SUCCESS;
            }
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Check { corpus, format, all } => check::run(&corpus.folder, format, all),
        Command::Export { corpus, format, no_curation } => {
            export::run(&compile(&corpus.folder, no_curation)?, format).map(|()| ExitCode::SUCCESS)
        }
        Command::Search { corpus, query, queries, limit, no_curation } => {
            let compiled = compile(&corpus.folder, no_curation)?;
            match (query, queries) {
                (_, Some(file)) => search::many(&compiled, &file, limit),
                (query, None) => search::one(&compiled, &query.unwrap_or_default(), limit),
            }
            .map(|()| ExitCode::SUCCESS)
        }
    }
}

/// Compiles a corpus; warnings go to standard error.
fn compile(folder: &Path, without_curation: bool) -> Result<Compiled> {
    let compiled = vitrine_compiler::compile_with(folder, Options { without_curation })
        .with_context(|| format!("the corpus in {} cannot be compiled", folder.display()))?;
    for problem in compiled.problems.iter().filter(|problem| problem.severity < Severity::Note) {
        eprintln!("{problem}");
    }
    Ok(compiled)
}
