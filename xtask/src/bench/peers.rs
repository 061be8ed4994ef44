//! What does the same work cost in other libraries? A harness measures them, and this page beside them.
//!
//! The harness is a folder with `src/run.mjs`, which runs the contestants of `src/adapters/` over named
//! corpora and writes what it finds into `results/CORPUS--CONTESTANT.json`. This page's adapter is
//! `tests/peers/vitrine.mjs`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::work;
use crate::{process, project};

/// Which are measured: this page, also asked as a scan is, a plain scan, as the texts are and folded, what is fastest of those that find the same, what is most used.
const CONTESTANTS: &str =
    "vitrine,vitrine-as-written,baseline-scan,baseline-scan-opencc,minisearch-bigram,pagefind-zh";

/// What the harness found of one contestant.
pub struct Costs {
    pub name: String,
    /// What went wrong, if something did.
    pub failed: Option<String>,
    /// Milliseconds from navigation.
    pub ready: f64,
    /// Bytes of JavaScript and wasm when ready.
    pub memory: f64,
    /// Milliseconds with the counts of all values: median, 95th percentile, maximum.
    pub search: [f64; 3],
    /// Of what contains the query in either script, the share that was found.
    pub recall: f64,
}

/// Runs the harness over these corpora; costs by corpus.
pub fn measure(harness: &Path, corpora: &[&str]) -> Result<Vec<(String, Costs)>> {
    ensure!(
        harness.join("src/run.mjs").is_file() && harness.join("node_modules").is_dir(),
        "--peers {}: there is no harness there, or its libraries are missing: run `npm install` in it",
        harness.display()
    );
    if corpora.is_empty() {
        return Ok(Vec::new());
    }
    let adapter = project::root().join("tests/peers/vitrine.mjs");
    fs::copy(adapter, harness.join("src/adapters/vitrine.mjs"))
        .with_context(|| format!("cannot write into {}", harness.display()))?;
    let mut node = Command::new("node");
    node.arg(std::path::absolute(harness)?.join("src/run.mjs"))
        .args(["--stage", "measure", "--only", CONTESTANTS, "--corpora", &corpora.join(",")])
        .env("VITRINE_PAGES", work());
    process::run(&mut node)?;
    let mut all = Vec::new();
    for corpus in corpora {
        for name in CONTESTANTS.split(',') {
            let file = harness.join("results").join(format!("{corpus}--{name}.json"));
            let text = fs::read_to_string(&file)
                .with_context(|| format!("cannot read {}", file.display()))?;
            all.push(((*corpus).to_owned(), costs(name, &serde_json::from_str(&text)?)));
        }
    }
    Ok(all)
}

fn costs(name: &str, result: &Value) -> Costs {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let search = &result["facetQuery"];
    Costs {
        name: name.to_owned(),
        failed: result["failed"].as_str().map(str::to_owned),
        ready: number(&result["ready"]["medianMs"]),
        memory: number(&result["memory"]["totalBytes"]),
        search: ["medianMs", "p95Ms", "maxMs"].map(|key| number(&search[key])),
        recall: number(&result["correctness"]["byClass"]["all"]["folded"]["recall"]),
    }
}
