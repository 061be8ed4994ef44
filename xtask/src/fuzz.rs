//! Can what reads what others write be brought to its knees? Each target of `fuzz/`, fed with anything for
//! some time.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::{process, project, tools};

/// How long each target runs unless said otherwise.
pub const SECONDS: u32 = 30;

/// The longest input, in bytes: what is long is slow, and finds no more.
const LONGEST: u32 = 4096;

/// An input that takes longer, in seconds, is a fault.
const PATIENCE: u32 = 25;

/// So many targets run beside each other: each takes one core.
const AT_ONCE: usize = 2;

/// Runs the targets with `only` in their names, or all.
pub fn run(seconds: u32, only: Option<&str>) -> Result<()> {
    tools::ensure_cpp_compiler()?;
    let names: Vec<String> =
        targets()?.into_iter().filter(|name| only.is_none_or(|only| name.contains(only))).collect();
    ensure!(!names.is_empty(), "no fuzz target has “{}” in its name", only.unwrap_or_default());
    process::run(cargo_test(&names).arg("--no-run"))
        .context("the fuzz targets could not be compiled")?;
    for some in names.chunks(AT_ONCE) {
        thread::scope(|scope| {
            let fuzzers: Vec<_> =
                some.iter().map(|name| scope.spawn(|| fuzz(name, seconds))).collect();
            let mut ended = fuzzers.into_iter().map(|it| it.join().expect("it does not panic"));
            ended.try_for_each(|result| result)
        })?;
    }
    eprintln!("\n{} fuzz targets found no faults.", names.len());
    Ok(())
}

/// Runs one target.
fn fuzz(name: &str, seconds: u32) -> Result<()> {
    eprintln!("\n== {name}, for {seconds} seconds");
    // New inputs go into the first folder, which Git does not keep.
    let (corpus, artifacts) =
        (folder().join("corpus").join(name), folder().join("artifacts").join(name));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&artifacts)?;
    let mut fuzz = cargo_test(&[name]);
    fuzz.arg("--").arg(&corpus);
    for kept in ["seeds", "found"].map(|kept| folder().join(kept).join(name)) {
        if kept.is_dir() {
            fuzz.arg(kept);
        }
    }
    fuzz.args(["-print_final_stats=1", "-verbosity=0"])
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!("-timeout={PATIENCE}"));
    process::run(&mut fuzz).with_context(|| {
        format!(
            "{name} has found the fault above; fix it, and move the input from \
             fuzz/artifacts/{name}/ to fuzz/found/{name}/, where `cargo test --test fuzzed` \
             tries it again"
        )
    })
}

/// Cargo with these targets. They are asked of the whole workspace: its features are those of `cargo test`, so
/// that no dependency is compiled for them once more.
fn cargo_test(names: &[impl AsRef<str>]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--quiet", "--workspace"])
        .env("RUSTC_WORKSPACE_WRAPPER", folder().join("hooks.sh"));
    for name in names {
        cargo.args(["--test", &["fuzz-", name.as_ref()].concat()]);
    }
    cargo.current_dir(project::root());
    cargo
}

fn folder() -> PathBuf {
    project::root().join("fuzz")
}

/// Their names: the files in `fuzz/fuzz_targets/`.
fn targets() -> Result<Vec<String>> {
    let folder = folder().join("fuzz_targets");
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
