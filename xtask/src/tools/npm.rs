//! Tools that come from npm.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Tool, has_version, on_path};
use crate::process;

/// A program that a package brings.
pub fn ensure_program(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(program, version) {
        return Ok(found);
    }
    let file = format!("node_modules/.bin/{program}");
    let tool = Tool { name: package, version, file: &file, patience: "" };
    tool.ensure(|file| has_version(file, version), |folder| install(package, version, folder))
}

/// A file of a package.
pub fn ensure_file(package: &str, version: &str, file: &str) -> Result<PathBuf> {
    let file = format!("node_modules/{package}/{file}");
    let tool = Tool { name: package, version, file: &file, patience: "" };
    tool.ensure(|file| file.is_file(), |folder| install(package, version, folder))
}

fn install(package: &str, version: &str, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--prefix"])
        .arg(folder)
        .arg(format!("{package}@{version}"));
    process::run(&mut npm).with_context(|| {
        format!(
            "{package} {version} could not be installed. It needs Node.js 20 or newer with npm \
             (on Debian: apt-get install nodejs npm) and https://registry.npmjs.org"
        )
    })
}
