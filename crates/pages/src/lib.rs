//! The corpus without a program: each document as a plain HTML page, an index of them, a feed and a
//! sitemap, for readers without scripts, for search engines, link previews, reference managers and archives.
//!
//! Reads the image and nothing else; the same corpus gives the same bytes. What the corpus does not say is
//! missing in the pages, and what needs the page's address is left out where that is not known.

#![warn(missing_docs)]

mod address;
mod document;
mod feed;
mod front;
mod index;
mod manifest;
mod metadata;
mod text;
mod words;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use vitrine_corpus::model::ArchivedCorpus;

pub use address::{Address, escaped, fragment};
pub use front::front;
pub use manifest::{MANIFEST, manifest};
pub use text::shown;

/// The folder of the pages in the site.
pub const FOLDER: &str = "documents";

/// How many documents a message names; of more it gives the number.
const NAMED: usize = 8;

/// What is allowed to a page: its style sheet and pictures of its own host.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// Files of the site, by their paths in it.
pub struct Pages {
    /// Path, with `/` between its parts, and what the file says.
    pub files: Vec<(String, String)>,
    /// What was left out, and what it would take; for whoever builds the site.
    pub left_out: Vec<String>,
}

/// The plain pages of a corpus. `address` is where the site will be, if that is known.
pub fn pages(corpus: &ArchivedCorpus, address: Option<&Address>) -> Result<Pages> {
    let mut pages = Pages { files: Vec::new(), left_out: Vec::new() };
    let mut put = |path: String, text: String| pages.files.push((path, text));
    put(format!("{FOLDER}/plain.css"), include_str!("plain.css").to_owned());
    put(format!("{FOLDER}/index.html"), index::page(corpus, address));
    for n in 0..corpus.documents.len() {
        let path = format!("{FOLDER}/{}", address::file_name(corpus, n));
        put(path, document::page(corpus, n, address));
    }
    put("robots.txt".to_owned(), feed::robots(address));
    match address {
        Some(address) => put("sitemap.xml".to_owned(), feed::sitemap(corpus, address)?),
        None => pages.left_out.push(
            "no sitemap.xml: it takes whole addresses; say by --base where the site will be"
                .to_owned(),
        ),
    }
    let (text, undated) = feed::feed(corpus, address)?;
    if let Some(text) = text {
        pages.files.push((format!("{FOLDER}/feed.xml"), text));
    }
    if !undated.is_empty() {
        let mut named = undated[..undated.len().min(NAMED)].join(", ");
        if undated.len() > NAMED {
            let _ = write!(named, " and {} more", undated.len() - NAMED);
        }
        pages.left_out.push(format!(
            "not in the feed, as no day of publication is known: {named}; say it in corpus.toml if the \
             document does"
        ));
    }
    Ok(pages)
}

/// Writes them below `out`, which is there.
pub fn write(pages: &Pages, out: &Path) -> Result<()> {
    for (path, text) in &pages.files {
        let path = out.join(path);
        let folder = path.parent().expect("it is below a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}
