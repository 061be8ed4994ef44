//! What do compiling and searching cost on the host? `cargo xtask bench` runs this, optimised, and
//! makes tables of it.
//!
//! ```text
//! vitrine-bench measure CORPUS QUERIES REPEATS    costs of a corpus, as one JSON object
//! vitrine-bench generate CORPUS PASSAGES FILE     a file of that many records, made of the corpus' clauses
//! ```

mod generate;
mod latency;
mod parts;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;

const USAGE: &str =
    "usage: vitrine-bench measure CORPUS QUERIES REPEATS | generate CORPUS PASSAGES FILE";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["measure", corpus, queries, repeats] => {
            let queries = queries_in(Path::new(queries))?;
            let repeats = repeats.parse().context("how many repeats")?;
            print(&measure(Path::new(corpus), &queries, repeats)?);
            Ok(())
        }
        ["generate", corpus, passages, file] => {
            let text = generate::records(
                Path::new(corpus),
                passages.parse().context("how many passages")?,
            )?;
            std::fs::write(file, text).with_context(|| format!("cannot write {file}"))
        }
        _ => bail!(USAGE),
    }
}

/// The queries of a file: a JSON list of strings, or of objects with `q`.
fn queries_in(file: &Path) -> Result<Vec<String>> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let list: Vec<Value> = serde_json::from_str(&text)
        .with_context(|| format!("{} is no JSON list", file.display()))?;
    let query = |value: &Value| value["q"].as_str().or(value.as_str()).map(str::to_owned);
    list.iter().map(|value| query(value).context("a query is a string, or has `q`")).collect()
}

fn measure(folder: &Path, queries: &[String], repeats: usize) -> Result<Value> {
    let start = Instant::now();
    let compiled =
        vitrine_compiler::compile(folder).map_err(|problems| anyhow::anyhow!("{problems}"))?;
    let compile_ms = start.elapsed().as_secs_f64() * 1000.0;
    let image = Image::open(&compiled.image).context("the image that was just written")?;
    let corpus = image.corpus();
    let appendix = open_appendix(&compiled.appendix).context("as is the appendix")?;
    let latency = latency::measure(corpus, &appendix.thesaurus, queries, repeats);
    Ok(json!({
        "documents": corpus.documents.len(),
        "passages": corpus.passages.len(),
        "text": (0..corpus.passages.len()).map(|n| corpus.text(n).len()).sum::<usize>(),
        "compile_ms": compile_ms,
        "image": compiled.image.len(),
        "parts": parts::sizes(corpus, compiled.image.len()),
        "search_ms": latency,
    }))
}

#[expect(clippy::print_stdout, reason = "standard output is where a command's answer belongs")]
fn print(answer: &Value) {
    println!("{answer}");
}
