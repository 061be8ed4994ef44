//! `cargo vitrine`: a corpus on the host, without the page.
//!
//! Standard output carries only the answer; progress and notes go to standard error.

mod check;
mod concordance;
mod export;
mod pages;
mod search;
mod terms;

use std::error::Error;
use std::io::ErrorKind;
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
    about = "Check, export, search and count a corpus"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report what is wrong with a corpus, where, and how to mend it
    ///
    /// Prints a line for each problem, `file:line:column: severity: what; mend`, followed by the line of
    /// the file. Columns count characters from 1. Errors prevent the corpus from being compiled and make
    /// this command exit with 1; warnings and notes do not. docs/problems.md lists the kinds of problems.
    Check {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// Output format
        ///
        /// JSON lines have file, line, column, end_line, end_column (after the last character),
        /// severity, code, what, mend; the numbers are null where a whole file is meant.
        #[arg(long, value_enum, default_value = "text")]
        format: check::Format,
        /// List every finding; by default, many terms that match nothing, passages without a theme or
        /// concepts without a label are folded into one note
        #[arg(long)]
        all: bool,
    },
    /// Export the whole corpus in a format that other programs read
    Export {
        #[command(flatten)]
        corpus: CorpusFolder,
        #[command(flatten)]
        options: export::Options,
        /// Leave the curator's corrections out
        #[arg(long)]
        no_curation: bool,
    },
    /// Write each document as a plain HTML page, with an index, feed and sitemap
    Pages {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// The site's folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Address of the published site; without it, whatever needs full addresses is left out
        #[arg(long, value_name = "URL")]
        base: Option<String>,
        /// Write the explorer's manifest, and print what its page shows until its program has loaded; for the site builder
        #[arg(long, hide = true)]
        front: bool,
    },
    /// Find passages, best first, as JSON lines
    Search {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// A query in the query language
        #[arg(required_unless_present = "queries", allow_hyphen_values = true)]
        query: Option<String>,
        /// Answer every query of a file of JSON lines with `id` and `query`, one line each; what is said of a query
        /// on standard error begins with its id
        #[arg(long, value_name = "FILE", conflicts_with = "query")]
        queries: Option<PathBuf>,
        /// Maximum number of passages per query
        #[arg(long, value_name = "N", default_value_t = 10)]
        limit: usize,
        /// Leave the curator's corrections out
        #[arg(long)]
        no_curation: bool,
    },
    /// Show each hit of a query on its own line, with the words around it
    Concordance {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// A query in the query language
        #[arg(allow_hyphen_values = true)]
        query: String,
        /// Sort by the words before or after the keyword; the default is corpus order
        #[arg(long, value_enum)]
        sort: Option<concordance::Sort>,
        /// Number of words (characters, in scripts without spaces) on each side
        #[arg(long, value_name = "N", default_value_t = 10)]
        window: usize,
        /// Output format
        #[arg(long, value_enum, default_value = "text")]
        format: concordance::Format,
    },
    /// List the words of the corpus, or those typical of a theme or a document
    Terms {
        #[command(flatten)]
        corpus: CorpusFolder,
        /// Only passages with this theme
        #[arg(long, value_name = "ID")]
        theme: Option<String>,
        /// Only passages of this document
        #[arg(long, value_name = "ID")]
        doc: Option<String>,
        /// Sort order; without a theme or a document, by frequency
        #[arg(long, value_enum)]
        sort: Option<terms::Sort>,
        /// Maximum number of words
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        /// Output format
        #[arg(long, value_enum, default_value = "text")]
        format: terms::Format,
    },
}

#[derive(Args)]
struct CorpusFolder {
    /// The corpus folder
    #[arg(long = "corpus", value_name = "DIR", default_value = "seeds")]
    folder: PathBuf,
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // A reader that has had enough, such as `head`, is no fault.
            if error.chain().filter_map(io_kind).any(|kind| kind == ErrorKind::BrokenPipe) {
                return ExitCode::SUCCESS;
            }
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What went wrong where something was read or written: the writers of JSON and CSV keep it to themselves.
fn io_kind(error: &(dyn Error + 'static)) -> Option<ErrorKind> {
    if let Some(error) = error.downcast_ref::<serde_json::Error>() {
        return error.io_error_kind();
    }
    if let Some(error) = error.downcast_ref::<csv::Error>() {
        return match error.kind() {
            csv::ErrorKind::Io(error) => Some(error.kind()),
            _ => None,
        };
    }
    error.downcast_ref::<std::io::Error>().map(std::io::Error::kind)
}

fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Check { corpus, format, all } => check::run(&corpus.folder, format, all),
        Command::Export { corpus, options, no_curation } => {
            export::run(&compile(&corpus.folder, no_curation)?, &options)
                .map(|()| ExitCode::SUCCESS)
        }
        Command::Pages { corpus, out, base, front } => {
            pages::run(&compile(&corpus.folder, false)?, &out, base.as_deref(), front)
                .map(|()| ExitCode::SUCCESS)
        }
        Command::Search { corpus, query, queries, limit, no_curation } => {
            let compiled = compile(&corpus.folder, no_curation)?;
            match (query, queries) {
                (_, Some(file)) => search::many(&compiled, &file, limit),
                (query, None) => search::one(&compiled, &query.unwrap_or_default(), limit),
            }
            .map(|()| ExitCode::SUCCESS)
        }
        Command::Concordance { corpus, query, sort, window, format } => {
            let compiled = compile(&corpus.folder, false)?;
            concordance::run(&compiled, &query, sort, window, format).map(|()| ExitCode::SUCCESS)
        }
        Command::Terms { corpus, theme, doc, sort, limit, format } => {
            let compiled = compile(&corpus.folder, false)?;
            let values = [("theme", theme.as_deref()), ("doc", doc.as_deref())];
            let values: Vec<(&str, &str)> =
                values.into_iter().filter_map(|(facet, id)| Some((facet, id?))).collect();
            terms::run(&compiled, &values, sort, limit, format).map(|()| ExitCode::SUCCESS)
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
