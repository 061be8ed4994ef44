//! `cargo vitrine export`: what the corpus says, for other programs.

use std::io::{BufWriter, Write};

use anyhow::Result;
use clap::ValueEnum;
use vitrine_compiler::Compiled;
use vitrine_corpus::{Image, json};

/// What to write.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// One JSON object a line, as the contract has it
    Jsonl,
    /// What happened, one event a line with every passage that tells of it
    Events,
}

/// Writes all passages in corpus order, or all events in the order of time.
pub fn run(compiled: &Compiled, format: Format) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format {
        Format::Jsonl => {
            for n in 0..corpus.passages.len() {
                serde_json::to_writer(&mut out, &json::passage(corpus, n))?;
                writeln!(out)?;
            }
        }
        Format::Events => {
            for n in 0..corpus.events.len() {
                serde_json::to_writer(&mut out, &json::event(corpus, n))?;
                writeln!(out)?;
            }
        }
    }
    out.flush()?;
    Ok(())
}
