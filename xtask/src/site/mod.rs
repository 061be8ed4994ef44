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
//! [`mod@serve`] does the same again whenever a file changes.

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
    pub fn folder(&self) -> PathBuf {
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
    // Before the minutes that a site takes.
    base.map(vitrine_pages::Address::parse).transpose()?;
    look_before_replacing(&out)?;
    let fresh = beside(&out, "new")?;
    empty(&fresh)?;
    assemble(tools, corpus, base, &fresh)
        .with_context(|| format!("the site could not be built; {} is unchanged", out.display()))?;
    put(&fresh, &out)
}

/// A folder of ours beside another, so that moving what is in it there is one step.
fn beside(out: &Path, what: &str) -> Result<PathBuf> {
    let name = out.file_name().context("--out needs a folder with a name")?;
    let what = format!(".{what}");
    Ok(out.with_file_name([".".as_ref(), name, what.as_ref()].join("".as_ref())))
}

/// Moves a site that is whole to its place. The one that was there goes only once this one stands.
fn put(fresh: &Path, out: &Path) -> Result<()> {
    let old = beside(out, "old")?;
    if out.exists() {
        look_before_replacing(out)?;
        remove(&old)?;
        fs::rename(out, &old).with_context(|| format!("cannot replace {}", out.display()))?;
    }
    if let Err(error) = fs::rename(fresh, out) {
        if old.exists() {
            fs::rename(&old, out)
                .with_context(|| format!("the previous site is now in {}", old.display()))?;
        }
        return Err(error).with_context(|| format!("cannot write {}", out.display()));
    }
    remove(&old)
}

/// Refuses to replace what is no site.
fn look_before_replacing(out: &Path) -> Result<()> {
    ensure!(
        !out.exists() || is_site(out)?,
        "{} is not empty and not a site: move its contents, or choose another folder with --out",
        out.display()
    );
    Ok(())
}

/// What the page offers to other programs: a page that shows it, its script, and the types.
const FOR_PROGRAMS: [&str; 3] = ["api.html", "api.js", "vitrine.d.ts"];

fn assemble(tools: &Toolbox, corpus: &Corpus, base: Option<&str>, out: &Path) -> Result<()> {
    let program = program::build(tools, corpus)?;
    let inside = bundle::inside(tools, &program)?;
    let names = bundle::site(tools, &program, out)?;
    let front = pages::write(tools, corpus, base, out)?;
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
    installed::write(out)
}

/// Whether a folder may be replaced: it is empty, or was built here. Files that are copied into a site as they are
/// show nothing, as they lie elsewhere too.
fn is_site(folder: &Path) -> Result<bool> {
    let mut entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    Ok(entries.next().is_none() || installed::has_worker(folder))
}

/// Makes a folder that has nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    remove(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// Removes a folder, if it is there.
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of a test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("vitrine-{name}-{}", std::process::id()));
        empty(&folder).unwrap();
        folder
    }

    /// A site, as far as it shows that it is one.
    fn site(folder: &Path, page: &str) {
        empty(folder).unwrap();
        fs::write(folder.join("index.html"), page).unwrap();
        installed::worker(folder, "").unwrap();
    }

    #[test]
    fn only_what_was_built_here_is_replaced() {
        let folder = folder("site");
        assert!(is_site(&folder).unwrap(), "an empty one");
        for name in FOR_PROGRAMS {
            fs::copy(project::root().join("public").join(name), folder.join(name)).unwrap();
        }
        assert!(look_before_replacing(&folder).is_err(), "a project that has the types");
        site(&folder, "");
        assert!(is_site(&folder).unwrap());
        for own in ["", "public", "src", "seeds", "xtask"] {
            assert!(!is_site(&project::root().join(own)).unwrap(), "{own}");
        }
        remove(&folder).unwrap();
    }

    #[test]
    fn the_site_before_stays_until_the_new_one_stands() {
        let folder = folder("put");
        let (fresh, out) = (folder.join(".out.new"), folder.join("out"));
        let page = || fs::read_to_string(out.join("index.html")).unwrap();
        site(&fresh, "one");
        put(&fresh, &out).unwrap();
        assert!(put(&fresh, &out).is_err(), "there is no new one");
        assert_eq!(page(), "one");
        site(&fresh, "two");
        put(&fresh, &out).unwrap();
        assert_eq!(page(), "two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
        remove(&folder).unwrap();
    }
}
