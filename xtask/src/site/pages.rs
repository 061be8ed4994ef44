//! How do the documents become plain HTML pages? `cargo vitrine pages` writes them into the site.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Corpus;
use crate::{process, project};

/// What the site's page shows until its program is there.
pub fn front(corpus: &Corpus) -> Result<String> {
    let mut vitrine = vitrine("front", corpus);
    process::output(&mut vitrine).context("the page's first view was not written")
}

/// Writes the plain pages, the feed and, where the site's address is known, the sitemap.
pub fn write(corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<()> {
    let mut vitrine = vitrine("pages", corpus);
    vitrine.arg("--out").arg(out);
    if let Some(base) = base {
        vitrine.args(["--base", base]);
    }
    process::run(&mut vitrine).context("the plain pages were not written")
}

fn vitrine(command: &str, corpus: &Corpus) -> Command {
    let mut vitrine = Command::new("cargo");
    vitrine.current_dir(project::root());
    vitrine.args(["run", "--quiet", "--package", "vitrine-cli", "--", command, "--corpus"]);
    vitrine.arg(corpus.folder());
    vitrine
}
