//! Compiles the corpus into the page: the folder in `VITRINE_CORPUS`, else `seeds/`.

use std::path::PathBuf;
use std::{env, fs};

const VARIABLE: &str = "VITRINE_CORPUS";

fn main() {
    if let Err(error) = compile() {
        // Each line of a report of several problems must be marked, or Cargo would not show it.
        for line in format!("{error:#}").lines() {
            println!("cargo::error={line}");
        }
    }
}

fn compile() -> anyhow::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by Cargo"));
    let folder = root.join(env::var_os(VARIABLE).unwrap_or_else(|| "seeds".into()));
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed={}", folder.display());
    let compiled = vitrine_compiler::compile(&folder)?;
    for problem in
        compiled.problems.iter().filter(|p| p.severity == vitrine_compiler::Severity::Warning)
    {
        println!("cargo::warning={problem}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by Cargo"));
    fs::write(out.join("corpus.image"), &compiled.image)?;
    fs::write(out.join("appendix.image"), &compiled.appendix)?;
    Ok(())
}
