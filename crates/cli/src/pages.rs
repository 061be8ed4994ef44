//! `cargo vitrine pages`: each document as a plain HTML page.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_pages::Address;

/// Writes the pages into the folder of a site.
pub fn run(compiled: &Compiled, out: &Path, base: Option<&str>) -> Result<()> {
    let address = base.map(Address::parse).transpose()?;
    let image = Image::open(&compiled.image)?;
    let pages = vitrine_pages::pages(image.corpus(), address.as_ref())?;
    vitrine_pages::write(&pages, out)?;
    for note in &pages.left_out {
        eprintln!("{note}");
    }
    Ok(())
}

/// Prints what the site's page shows first.
pub fn front(compiled: &Compiled) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    writeln!(io::stdout(), "{}", vitrine_pages::front(image.corpus()))?;
    Ok(())
}
