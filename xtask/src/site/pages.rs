//! How do the documents become plain HTML pages? `cargo vitrine pages` writes them into the site.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Corpus;
use crate::tools::Toolbox;
use crate::{process, project};

/// Writes the plain pages, the feed and, where the site's address is known, the sitemap; what the explorer's
/// page shows until its program is there comes back.
pub fn write(tools: &Toolbox, corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<String> {
    let mut vitrine = if tools.is_for_tests { tested()? } else { run() };
    vitrine.current_dir(project::root());
    vitrine.args(["pages", "--front", "--corpus"]).arg(corpus.folder()).arg("--out").arg(out);
    if let Some(base) = base {
        vitrine.args(["--base", base]);
    }
    // What was left out is told to whoever builds the site.
    vitrine.stderr(Stdio::inherit());
    process::output(&mut vitrine).context("the plain pages could not be written")
}

/// The command line, compiled by itself.
fn run() -> Command {
    let mut run = Command::new("cargo");
    run.args(["run", "--quiet", "--package", "vitrine-cli", "--"]);
    run
}

/// The command line as its tests have it.
fn tested() -> Result<Command> {
    let mut compile = Command::new("cargo");
    compile.args(["test", "--quiet", "--workspace", "--no-run", "--test", "consumers"]);
    process::run(compile.current_dir(project::root()))?;
    let name = format!("vitrine{}", std::env::consts::EXE_SUFFIX);
    Ok(Command::new(project::target().join("debug").join(name)))
}
