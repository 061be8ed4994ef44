//! Tools that are Rust programs: built from crates.io by `cargo install`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Tool, on_path};
use crate::process;

/// A crate that has a program.
pub struct Crate<'a> {
    pub package: &'a str,
    pub program: &'a str,
    pub version: &'a str,
    /// What to compile it with; empty for its defaults.
    pub features: &'a str,
    /// Whether with the versions of its own lock file.
    pub is_locked: bool,
}

/// The program of exactly this version.
pub fn ensure(of: Crate<'_>) -> Result<PathBuf> {
    let Crate { package, program, version, .. } = of;
    if let Some(found) = on_path(program, version) {
        return Ok(found);
    }
    let file = format!("bin/{program}{}", std::env::consts::EXE_SUFFIX);
    let patience = "it is compiled: about 3 minutes on two cores";
    let tool = Tool { name: package, version, file: &file, patience };
    tool.ensure(
        // Not every one of them can say its version; its folder does.
        |file| file.is_file(),
        |folder| {
            let mut install = Command::new("cargo");
            install.args(["install", package, "--version", version, "--root"]).arg(folder);
            if !of.features.is_empty() {
                install.args(["--features", of.features]);
            }
            if of.is_locked {
                install.arg("--locked");
            }
            process::run(&mut install).with_context(|| {
                format!(
                    "{package} {version} could not be built. It needs a C compiler and \
                     https://crates.io; a {program} {version} on the PATH is used as well"
                )
            })
        },
    )
}
