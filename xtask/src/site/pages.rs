//! How do the documents become plain HTML pages? `cargo vitrine pages` writes them into the site.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Corpus;
use crate::{process, project};

/// Writes the plain pages, the feed and, where the site's address is known, the sitemap.
pub fn write(corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<()> {
    let mut vitrine = Command::new("cargo");
    vitrine.current_dir(project::root());
    vitrine.args(["run", "--quiet", "--package", "vitrine-cli", "--", "pages", "--corpus"]);
    vitrine.arg(corpus.folder()).arg("--out").arg(out);
    if let Some(base) = base {
        vitrine.args(["--base", base]);
    }
    process::run(&mut vitrine).context("the plain pages were not written")
}
