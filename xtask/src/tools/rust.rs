//! What rustup and cargo bring: the wasm target, and the crates in `Cargo.lock`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, project};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// rustup adds the target that `rust-toolchain.toml` names only where it may install of itself, so
/// it is asked for.
pub fn ensure_wasm_target() -> Result<()> {
    let sysroot = process::output(
        Command::new("rustc").args(["--print", "sysroot"]).current_dir(project::root()),
    )?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    eprintln!("Adding the Rust target {WASM_TARGET}");
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", WASM_TARGET]).current_dir(project::root());
    process::run(&mut rustup).with_context(|| {
        format!(
            "rustc has no {WASM_TARGET} and rustup could not add it. With Rust from elsewhere, \
             install its std for that target by hand (on Debian: libstd-rust-dev-wasm32)"
        )
    })
}

/// The build itself runs offline; this is where crates that are not there yet are downloaded.
pub fn fetch_dependencies() -> Result<()> {
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--quiet"]).current_dir(project::root());
    process::run(&mut fetch).context("the crates in Cargo.lock could not be downloaded")
}
