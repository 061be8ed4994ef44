//! Passages and events as the contract has them: a JSON object a line.

use std::io::{Result, Write};

use vitrine_corpus::json;

use super::Export;

/// All passages, in the order of the corpus.
pub fn passages(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    for n in 0..export.corpus.passages.len() {
        serde_json::to_writer(&mut *out, &json::passage(export.corpus, n))?;
        writeln!(out)?;
    }
    Ok(())
}

/// All events, in the order of time.
pub fn events(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    for n in 0..export.corpus.events.len() {
        serde_json::to_writer(&mut *out, &json::event(export.corpus, n))?;
        writeln!(out)?;
    }
    Ok(())
}
