//! How do the documents become plain HTML pages? `cargo vitrine pages` writes them into the site.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Corpus;
use crate::{process, project};

/// Writes the plain pages, the feed and, where the site's address is known, the sitemap; what the explorer's
/// page shows until its program is there comes back.
pub fn write(corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<String> {
    let mut vitrine = Command::new("cargo");
    vitrine.current_dir(project::root());
    vitrine.args([
        "run",
        "--quiet",
        "--package",
        "vitrine-cli",
        "--",
        "pages",
        "--front",
        "--corpus",
    ]);
    vitrine.arg(corpus.folder()).arg("--out").arg(out);
    if let Some(base) = base {
        vitrine.args(["--base", base]);
    }
    // What was left out is told to whoever builds the site.
    vitrine.stderr(Stdio::inherit());
    process::output(&mut vitrine).context("the plain pages could not be written")
}
