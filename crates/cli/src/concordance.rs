//! `cargo vitrine concordance`: each hit on a line of its own, on the host.

use std::io::{BufWriter, Write};

use anyhow::Result;
use clap::ValueEnum;
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_pages::fragment;
use vitrine_search::{LineSort, concordance, concordance_csv, context};

use crate::search;

/// The order of the lines.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Sort {
    /// By the words before the keyword
    Left,
    /// By the words after the keyword
    Right,
}

/// How to write them.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// Left context, keyword, right context and passage id, separated by tabs
    Text,
    /// A table for spreadsheets, with document, passage, language and link
    Csv,
}

/// Writes the lines of a query.
pub fn run(
    compiled: &Compiled,
    query: &str,
    sort: Option<Sort>,
    window: usize,
    format: Format,
) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let results = search::answer(corpus, search::thesaurus(compiled)?, query);
    search::tell(query, &results);
    let sort = match sort {
        None => LineSort::Corpus,
        Some(Sort::Left) => LineSort::Left,
        Some(Sort::Right) => LineSort::Right,
    };
    let lines = concordance(corpus, &results, sort);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format {
        Format::Csv => {
            let link = |id: &str| fragment::passage(id);
            write!(out, "{}", concordance_csv(corpus, &lines, window, &link))?;
        }
        Format::Text => {
            for line in &lines {
                let (id, text) = (corpus.passage_id(line.passage), corpus.text(line.passage));
                let context = context(&text, &line.key, window);
                let [left, key, right] = [context.left, line.key.clone(), context.right]
                    .map(|span| text[span].split_whitespace().collect::<Vec<_>>().join(" "));
                writeln!(out, "{left}\t{key}\t{right}\t{id}")?;
            }
        }
    }
    out.flush()?;
    Ok(())
}
