//! `cargo vitrine pages`: each document as a plain HTML page.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_pages::Address;

/// Writes the pages into the folder of a site; with `front`, prints what the explorer shows first.
pub fn run(compiled: &Compiled, out: &Path, base: Option<&str>, front: bool) -> Result<()> {
    let address = base.map(Address::parse).transpose()?;
    let image = Image::open(&compiled.image)?;
    let pages = vitrine_pages::pages(image.corpus(), address.as_ref())?;
    vitrine_pages::write(&pages, out)?;
    for note in &pages.left_out {
        eprintln!("{note}");
    }
    if front {
        writeln!(io::stdout(), "{}", vitrine_pages::front(image.corpus()))?;
    }
    Ok(())
}
