//! The documents as RIS: a record each.

use std::io::{Result, Write};

use vitrine_compiler::citations::ris;

use super::{Export, documents};

/// All documents, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    documents::items(export).try_for_each(|item| out.write_all(ris(&item).as_bytes()))
}
