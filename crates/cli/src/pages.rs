//! `cargo vitrine pages`: each document as a plain HTML page.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_pages::Address;

/// Writes the pages into the folder of a site; with `front`, also the explorer's manifest, and prints what it shows first.
pub fn run(compiled: &Compiled, out: &Path, base: Option<&str>, front: bool) -> Result<()> {
    let address = base.map(Address::parse).transpose()?;
    let image = Image::open(&compiled.image)?;
    let pages = vitrine_pages::pages(image.corpus(), address.as_ref())?;
    vitrine_pages::write(&pages, out)?;
    for note in &pages.left_out {
        eprintln!("{note}");
    }
    if front {
        let file = out.join(vitrine_pages::MANIFEST);
        fs::write(&file, vitrine_pages::manifest(image.corpus()))
            .with_context(|| format!("{} cannot be written", file.display()))?;
        writeln!(io::stdout(), "{}", vitrine_pages::front(image.corpus()))?;
    }
    Ok(())
}
