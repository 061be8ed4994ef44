//! Tools that come from PyPI, a virtual environment each: readers of our exports in the versions that a file of
//! `tests/exports/` lists, and programs that are compiled there already.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Tool, has_version, on_path};
use crate::{process, project};

/// Where an environment keeps the lists that it was made of.
const MADE_OF: &str = "made-of.txt";

/// A list whose packages are installed without what they ask for.
const BARE: &str = "requirements-bare.txt";

const BY_HAND: &str = "It needs Python 3.11 or newer with its module venv (on Debian: apt-get install \
     python3-venv) and PyPI";

/// The interpreter of an environment that has what these lists say, made anew when one has changed.
pub fn ensure(name: &str, lists: &[&str]) -> Result<PathBuf> {
    let folder = project::root().join("tests/exports");
    let read = |list: &&str| {
        let path = folder.join(list);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let wanted = lists.iter().map(read).collect::<Result<String>>()?;
    let tool = Tool { name, version: "python3", file: MADE_OF, patience: "a minute or two" };
    let made_of = tool.ensure(
        |file| fs::read_to_string(file).is_ok_and(|found| found == wanted) && runs(file),
        |place| {
            let mut venv = Command::new("python3");
            process::run(venv.args(["-m", "venv"]).arg(place)).context(BY_HAND)?;
            for list in lists {
                let mut pip = Command::new(interpreter(place));
                pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
                if *list == BARE {
                    pip.arg("--no-deps");
                }
                process::run(pip.arg("--requirement").arg(folder.join(list)))
                    .with_context(|| format!("{name} could not be installed. {BY_HAND}"))?;
            }
            Ok(fs::write(place.join(MADE_OF), &wanted)?)
        },
    )?;
    Ok(interpreter(made_of.parent().expect("in its folder")))
}

/// A program that a package brings.
pub fn ensure_program(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(program, version) {
        return Ok(found);
    }
    let suffix = std::env::consts::EXE_SUFFIX;
    let file = if cfg!(windows) {
        format!("Scripts/{program}{suffix}")
    } else {
        format!("bin/{program}{suffix}")
    };
    let tool = Tool { name: package, version, file: &file, patience: "" };
    tool.ensure(
        |file| has_version(file, version),
        |place| {
            let mut venv = Command::new("python3");
            process::run(venv.args(["-m", "venv"]).arg(place)).context(BY_HAND)?;
            let mut pip = Command::new(interpreter(place));
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
            process::run(pip.arg(format!("{package}=={version}"))).with_context(|| {
                format!(
                    "{package} {version} could not be installed. {BY_HAND}; a {program} {version} on the \
                     PATH works as well (cargo install {program} --version {version} --locked)"
                )
            })
        },
    )
}

/// Whether the environment's Python is still there: it leads to the one that made it.
fn runs(made_of: &Path) -> bool {
    let python = interpreter(made_of.parent().expect("in its folder"));
    process::output(Command::new(python).arg("--version")).is_ok()
}

fn interpreter(place: &Path) -> PathBuf {
    place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
