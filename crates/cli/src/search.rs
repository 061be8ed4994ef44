//! `cargo vitrine search`: the page's search, on the host.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_corpus::image::{self, open_appendix};
use vitrine_corpus::json::{self, PassageJson};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedThesaurus};
use vitrine_search::{Request, Results, search_with};

/// A line of a file of queries; what else it says is not looked at.
#[derive(Deserialize)]
struct Query {
    id: String,
    query: String,
}

/// The answer to one of many queries.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    hits: Vec<Hit<'a>>,
}

/// A passage as the contract has it, and how well it answers.
#[derive(Serialize)]
struct Hit<'a> {
    #[serde(flatten)]
    passage: PassageJson<'a>,
    score: f32,
}

/// Answers one query: a passage a line.
pub fn one(compiled: &Compiled, query: &str, limit: usize) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let results = answer(corpus, thesaurus(compiled)?, query);
    tell(query, &results);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for hit in hits(corpus, &results, limit) {
        serde_json::to_writer(&mut out, &hit)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

/// Answers a file of queries: a query a line.
pub fn many(compiled: &Compiled, file: &Path, limit: usize) -> Result<()> {
    let image = Image::open(&compiled.image)?;
    let corpus = image.corpus();
    let thesaurus = thesaurus(compiled)?;
    let text =
        std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let query: Query = serde_json::from_str(line).with_context(|| {
            format!("{}:{}: each line needs the strings id and query", file.display(), n + 1)
        })?;
        let results = answer(corpus, thesaurus, &query.query);
        for note in notes(&query.query, &results) {
            eprintln!("{}: {note}", query.id);
        }
        let answer = Answer { id: &query.id, hits: hits(corpus, &results, limit).collect() };
        serde_json::to_writer(&mut out, &answer)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

/// Says on standard error how the query was read and how much was found.
pub fn tell(query: &str, results: &Results) {
    for note in notes(query, results) {
        eprintln!("{note}");
    }
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (passages, documents) = (results.hits.len(), results.documents);
    eprintln!("{} in {}", count(passages, "passage"), count(documents, "document"));
}

/// How the query was read, a line for each thing that there is to say.
fn notes(query: &str, results: &Results) -> impl Iterator<Item = String> {
    let notes = results.reading.notes.iter();
    notes.map(|note| format!("note: character {}: {}", note.character(query), note.kind))
}

/// The thesaurus that a corpus was compiled with.
pub fn thesaurus(compiled: &Compiled) -> Result<&ArchivedThesaurus, image::Error> {
    Ok(&open_appendix(&compiled.appendix)?.thesaurus)
}

/// What a query finds.
pub fn answer(corpus: &ArchivedCorpus, thesaurus: &ArchivedThesaurus, query: &str) -> Results {
    let request = Request { query: query.to_owned(), ..Request::default() };
    search_with(corpus, Some(thesaurus), &request)
}

fn hits<'a>(
    corpus: &'a ArchivedCorpus,
    results: &'a Results,
    limit: usize,
) -> impl Iterator<Item = Hit<'a>> {
    let hits = results.hits.iter().take(limit);
    hits.map(|hit| Hit { passage: json::passage(corpus, hit.passage), score: hit.score })
}
