//! `cargo vitrine terms`: which words are said, how often, and where more than elsewhere, on the host.

use std::io::{BufWriter, Write};

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::Serialize;
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_corpus::facet::position;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{Request, TermSort, hundredths, search, terms};

/// How to write them.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// Separated by tabs, with a header line
    Text,
    /// One JSON object per line
    Jsonl,
}

/// The order of the terms.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Sort {
    /// Most distinctive of the chosen passages first
    Keyness,
    /// Most frequent first
    Frequency,
}

/// A term as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    term: &'a str,
    times: u32,
    passages: u32,
    times_elsewhere: u32,
    g2: Option<f32>,
}

/// Writes the terms of the passages that have these values.
pub fn run(
    compiled: &Compiled,
    values: &[(&str, &str)],
    sort: Option<Sort>,
    limit: usize,
    format: Format,
) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let request = request(corpus, values)?;
    let sort = match sort {
        None | Some(Sort::Keyness) => TermSort::Keyness,
        Some(Sort::Frequency) => TermSort::Frequency,
    };
    let words = &open_appendix(&compiled.appendix)?.terms;
    let list = terms(corpus, words, &search(corpus, &request), sort);
    eprintln!("{} words, {} in the rest of the corpus", list.words, list.rest);
    let mut out = BufWriter::new(std::io::stdout().lock());
    if let Format::Text = format {
        writeln!(out, "term\ttimes\tpassages\ttimes_elsewhere\tg2")?;
    }
    for term in list.terms.iter().take(limit) {
        let written = words.words.get(term.term);
        match format {
            Format::Text => {
                let g2 = term.keyness.map(hundredths).unwrap_or_default();
                let (times, passages, elsewhere) = (term.times, term.passages, term.elsewhere);
                writeln!(out, "{written}\t{times}\t{passages}\t{elsewhere}\t{g2}")?;
            }
            Format::Jsonl => {
                let line = Line {
                    term: written,
                    times: term.times,
                    passages: term.passages,
                    times_elsewhere: term.elsewhere,
                    g2: term.keyness,
                };
                serde_json::to_writer(&mut out, &line)?;
                writeln!(out)?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

fn request(corpus: &ArchivedCorpus, values: &[(&str, &str)]) -> Result<Request> {
    let mut request = Request::default();
    for (name, id) in values {
        let facet = position(name).with_context(|| format!("there is no facet {name}"))?;
        let value = corpus.facets[facet].value(id).with_context(|| {
            let ids = corpus.facets[facet].values.iter().map(|value| &*value.id);
            format!("no {name} “{id}”; there are {}", ids.collect::<Vec<_>>().join(", "))
        })?;
        request.selection.facets[facet].include.push(value);
    }
    Ok(request)
}
