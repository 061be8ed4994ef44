//! The documents as CSL-JSON: an array with an object each.

use std::io::{Result, Write};

use vitrine_compiler::citations::Item;

use super::{Export, documents};

/// All documents, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, &documents::items(export).collect::<Vec<Item>>())?;
    writeln!(out)
}
