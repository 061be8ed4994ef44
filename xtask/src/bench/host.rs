//! What does a corpus cost as a program of this machine? `crates/bench` measures, optimised.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Corpus;
use crate::{process, project};

/// What compiling and searching cost.
pub struct Costs {
    pub documents: u64,
    pub passages: u64,
    /// Bytes of UTF-8.
    pub text: u64,
    pub compile_ms: f64,
    /// Bytes.
    pub image: u64,
    /// Names and bytes.
    pub parts: Vec<(String, u64)>,
    pub search: Latency,
}

/// Milliseconds for the hits, the counts of all facets and ten excerpts.
pub struct Latency {
    pub median: f64,
    pub p95: f64,
    pub max: f64,
    /// The query that takes longest, by its median, and that median.
    pub slowest: Option<(String, f64)>,
}

/// Builds the measuring program, optimised.
pub fn build() -> Result<PathBuf> {
    eprintln!("Building the benchmark; the first build takes a few minutes");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(project::root());
    process::run(cargo.args([
        "build",
        "--quiet",
        "--profile",
        "bench",
        "--package",
        "vitrine-bench",
    ]))?;
    // Cargo keeps what the profile `bench` makes with that of `release`.
    let name = format!("vitrine-bench{}", std::env::consts::EXE_SUFFIX);
    Ok(project::target().join("release").join(name))
}

/// Writes a file of so many records.
pub fn generate(program: &Path, corpus: &Path, passages: usize, file: &Path) -> Result<()> {
    eprintln!("Making {passages} passages");
    let mut command = Command::new(program);
    process::run(command.arg("generate").arg(corpus).arg(passages.to_string()).arg(file))
}

/// Compiles and searches a corpus.
pub fn measure(program: &Path, corpus: &Corpus, repeats: usize) -> Result<Costs> {
    let mut command = Command::new(program);
    command.arg("measure").arg(&corpus.folder).arg(&corpus.queries).arg(repeats.to_string());
    let answer: Value = serde_json::from_str(&process::output(&mut command)?)?;
    costs(&answer).with_context(|| format!("the answer for {} is incomplete", corpus.name))
}

fn costs(answer: &Value) -> Option<Costs> {
    let parts = answer["parts"].as_array()?.iter();
    Some(Costs {
        documents: answer["documents"].as_u64()?,
        passages: answer["passages"].as_u64()?,
        text: answer["text"].as_u64()?,
        compile_ms: answer["compile_ms"].as_f64()?,
        image: answer["image"].as_u64()?,
        parts: parts
            .map(|part| Some((part[0].as_str()?.to_owned(), part[1].as_u64()?)))
            .collect::<Option<_>>()?,
        search: latency(&answer["search_ms"])?,
    })
}

/// Reads what a measurement in either place says.
pub fn latency(answer: &Value) -> Option<Latency> {
    let queries = answer["queries"].as_array()?.iter();
    let by_median =
        queries.filter_map(|query| Some((query["q"].as_str()?, query["median"].as_f64()?)));
    let slowest = by_median.max_by(|a, b| a.1.total_cmp(&b.1));
    Some(Latency {
        median: answer["median"].as_f64()?,
        p95: answer["p95"].as_f64()?,
        max: answer["max"].as_f64()?,
        slowest: slowest.map(|(query, median)| (query.to_owned(), median)),
    })
}
