//! Tools that are Rust programs: built from crates.io by `cargo install`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Tool, has_version, on_path};
use crate::process;

/// The program `program` of the crate `package`, of exactly this version.
pub fn ensure(package: &str, program: &str, version: &str, patience: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(program, version) {
        return Ok(found);
    }
    let file = format!("bin/{program}{}", std::env::consts::EXE_SUFFIX);
    let patience = format!("it is compiled: {patience} on two cores");
    let tool = Tool { name: package, version, file: &file, patience: &patience };
    tool.ensure(
        |file| has_version(file, version),
        |folder| {
            let mut install = Command::new("cargo");
            install.args(["install", package, "--version", version, "--root"]).arg(folder);
            // The lock file that wasm-bindgen-cli ships names crates that registries have dropped.
            if package != "wasm-bindgen-cli" {
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
