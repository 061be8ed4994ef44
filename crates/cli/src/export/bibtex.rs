//! The documents as BibTeX: an entry each, with an empty line between them.

use std::io::{Result, Write};

use vitrine_compiler::citations::bibtex;

use super::{Export, documents};

/// All documents, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    for (n, item) in documents::items(export).enumerate() {
        write!(out, "{}{}", if n > 0 { "\n" } else { "" }, bibtex(&item))?;
    }
    Ok(())
}
