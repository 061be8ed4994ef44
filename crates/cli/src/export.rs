//! `cargo vitrine export`: the whole corpus, in forms that other programs read. Each form has a file in
//! `export/`.
//!
//! Two runs over one corpus give the same bytes: nothing is dated, numbered or named by chance. What the
//! corpus does not say is missing in the export.

mod bibtex;
mod citations;
mod codebook;
mod concepts;
mod csl_json;
mod csv;
mod data_package;
mod documents;
mod files;
mod guid;
mod json_lines;
mod links;
mod open_search;
mod project;
mod ris;
mod skos;
mod web_annotation;
mod xml;

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_corpus::citation::Day;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::{ArchivedAppendix, ArchivedCorpus};

use links::Links;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Passages, one JSON object per line
    Jsonl,
    /// Events, one per line, with every passage that mentions them
    Events,
    /// Passages as a table that Excel opens correctly
    Csv,
    /// The concept schemes as SKOS, in Turtle
    Skos,
    /// The concept schemes as a REFI-QDA codebook
    Qdc,
    /// Texts, concepts and labelled passages as a REFI-QDA project; needs --out
    Qdpx,
    /// Why each passage has its labels, as W3C Web Annotations (JSON-LD)
    Webannotation,
    /// The documents as BibTeX
    Bibtex,
    /// The documents as RIS
    Ris,
    /// The documents as CSL-JSON
    CslJson,
    /// Citations of each document in each style and as each kind of record, as JSON; without --base and
    /// --accessed, they contain {url} and {accessed}
    Citations,
    /// Passages, documents, concepts, labels, dates and figures as tables of a Frictionless data
    /// package; needs --out, a folder or a name ending in .zip
    Datapackage,
    /// Passages as lines for the bulk API of OpenSearch or Elasticsearch
    Opensearch,
    /// The settings and mapping of the index for them
    OpensearchMapping,
}

/// What else may be said of an export.
#[derive(Debug, Args)]
pub struct Options {
    /// What to write
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Address of the published page, with which links and identifiers begin
    ///
    /// Without it, links begin with #, identifiers with urn:vitrine: and the corpus id, and document
    /// records have no address.
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The day on which the page was read, for document records; written only together with an
    /// address
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    accessed: Option<Day>,
}

/// A corpus on its way out.
struct Export<'a> {
    corpus: &'a ArchivedCorpus,
    appendix: &'a ArchivedAppendix,
    links: Links,
    accessed: Option<Day>,
}

/// Writes the corpus.
pub fn run(compiled: &Compiled, options: &Options) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let links = Links::new(&corpus.id, options.base.as_deref())?;
    let appendix = open_appendix(&compiled.appendix)?;
    let export = Export { corpus, appendix, links, accessed: options.accessed };
    match (options.format, &options.out) {
        (Format::Datapackage, Some(out)) => files::write(out, &data_package::files(&export)?),
        (Format::Qdpx, Some(out)) => files::write_zip(out, &project::files(&export)?),
        (Format::Datapackage, None) => {
            bail!("a data package has several files: name a folder with --out")
        }
        (Format::Qdpx, None) => bail!("a project is not a text file: name a file with --out"),
        (format, Some(out)) => {
            to_file(&export, format, out).with_context(|| format!("cannot write {}", out.display()))
        }
        (format, None) => to_text(&export, format, BufWriter::new(std::io::stdout().lock())),
    }
}

fn to_file(export: &Export<'_>, format: Format, path: &Path) -> Result<()> {
    // The file that is there stays as it is until the new one is whole.
    let mut text = Vec::new();
    to_text(export, format, &mut text)?;
    Ok(fs::write(path, text)?)
}

fn to_text(export: &Export<'_>, format: Format, mut out: impl Write) -> Result<()> {
    match format {
        Format::Jsonl => json_lines::passages(export, &mut out)?,
        Format::Events => json_lines::events(export, &mut out)?,
        Format::Csv => csv::write(export, &mut out)?,
        Format::Skos => skos::write(export, &mut out)?,
        Format::Qdc => codebook::write(export, &mut out)?,
        Format::Webannotation => web_annotation::write(export, &mut out)?,
        Format::Bibtex => bibtex::write(export, &mut out)?,
        Format::Ris => ris::write(export, &mut out)?,
        Format::CslJson => csl_json::write(export, &mut out)?,
        Format::Citations => citations::write(export, &mut out)?,
        Format::Opensearch => open_search::write(export, &mut out)?,
        Format::OpensearchMapping => open_search::write_mapping(&mut out)?,
        Format::Qdpx | Format::Datapackage => unreachable!("these are no texts"),
    }
    out.flush()?;
    Ok(())
}

fn day(text: &str) -> Result<Day> {
    let parts: Result<Vec<i32>, _> = text.split('-').map(str::parse).collect();
    match parts.as_deref() {
        Ok(&[year, month, day]) if text.parse::<Edtf>().is_ok() => {
            Ok(Day { year, month: month as u8, day: day as u8 })
        }
        _ => bail!("write the day as 2024-06-19"),
    }
}
