//! How does the release site come about? From the corpus and the page's sources to a folder that any
//! static host can serve.
//!
//! 1. [`program`]: Cargo compiles the page with the corpus in it; the wasm is cut into what a reader needs
//!    to begin and what comes after, gets its JavaScript, and is made small; [`names`] is a part of that.
//! 2. [`bundle`]: esbuild puts scripts and style sheets together and gives every file a name of its content.
//! 3. [`pages`]: each document is written as a plain HTML page, and what the page shows first.
//! 4. [`html`]: `index.html` is written with that, those names, and what [`policy`] allows the page.
//! 5. [`licences`]: whose work is in the page, and under which terms.
//! 6. [`single`]: the explorer in one file; [`installed`]: what lets the site be installed and work without a
//!    network.
//!
//! [`compressed`] packs each file for hosts that do not compress.
//!
//! [`serve`] does the same again whenever a file changes.

mod bundle;
mod compressed;
mod html;
mod installed;
mod licences;
mod names;
mod pages;
mod policy;
mod program;
mod serve;
mod single;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::project;
use crate::tools::Toolbox;

pub use compressed::write as compress;
pub use serve::{DEFAULT_PORT, serve};

/// The folder of documents that is put behind glass; `None` is the project's own, `seeds/`.
pub struct Corpus(Option<PathBuf>);

impl Corpus {
    pub fn new(folder: Option<PathBuf>) -> Result<Self> {
        let Some(folder) = folder else {
            return Ok(Self(None));
        };
        ensure!(
            folder.is_dir(),
            "--corpus {}: there is no such folder. It takes the folder that holds the documents \
             and corpus.toml",
            folder.display()
        );
        let folder = folder
            .canonicalize()
            .with_context(|| format!("--corpus {}: cannot be read", folder.display()))?;
        Ok(Self(Some(folder)))
    }

    /// Where its documents are.
    fn folder(&self) -> PathBuf {
        self.0.clone().unwrap_or_else(|| project::root().join("seeds"))
    }
}

/// Builds the release site into `out`. What was there is replaced once the new site is whole.
pub fn build(tools: &Toolbox, corpus: &Corpus, out: &Path) -> Result<()> {
    build_for(tools, corpus, None, out)
}

/// [`build`], for the address at which the site will be.
pub fn build_for(tools: &Toolbox, corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<()> {
    let out = std::path::absolute(out)?;
    // Beside its place, so that moving it there is one step.
    let name = out.file_name().context("--out takes a folder with a name")?;
    let fresh = out.with_file_name([".".as_ref(), name, ".new".as_ref()].join("".as_ref()));
    empty(&fresh)?;
    assemble(tools, corpus, base, &fresh)
        .with_context(|| format!("the site was not built; {} is as it was", out.display()))?;
    if out.exists() {
        ensure!(
            is_site(&out)?,
            "{} is not empty and no site: move what is there, or choose another folder by --out",
            out.display()
        );
        fs::remove_dir_all(&out).with_context(|| format!("cannot replace {}", out.display()))?;
    }
    fs::rename(&fresh, &out).with_context(|| format!("cannot write {}", out.display()))
}

/// What the page offers to other programs: a page that shows it, its script, and the types.
const FOR_PROGRAMS: [&str; 3] = ["api.html", "api.js", "vitrine.d.ts"];

fn assemble(tools: &Toolbox, corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<()> {
    let program = program::build(tools, corpus)?;
    let inside = bundle::inside(tools, &program)?;
    let names = bundle::site(tools, &program, out)?;
    let front = pages::write(corpus, base, out)?;
    let page = html::source(&front, base)?;
    html::write(&page, &inside, &names, out)?;
    let licences = licences::Licences::gather()?;
    licences.write(out)?;
    single::write(tools, &program, &page, inside, &names, &licences, out)?;
    for name in FOR_PROGRAMS {
        let source = project::root().join("public").join(name);
        fs::copy(&source, out.join(name))
            .with_context(|| format!("cannot copy {}", source.display()))?;
    }
    installed::write(&corpus.folder(), out)
}

/// Whether a folder may be replaced: it is empty, or was built here.
fn is_site(folder: &Path) -> Result<bool> {
    let mut entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    Ok(entries.next().is_none() || folder.join("vitrine.d.ts").is_file())
}

/// Makes a folder that has nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}
