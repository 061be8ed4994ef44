//! How right are the reading and the search? Precision, recall and F1 of the labels, recall and rank of
//! the search, against a folder of what careful readers say.
//!
//! The folder has files `passages*.jsonl` (one labelled line of a document each: `source.file`,
//! `source.line`, `role`, `repeat`, `themes.yes` and `themes.maybe`, `level`, `dates`, `figures`,
//! `actors`, `people`) and `queries*.jsonl` (`id`, `kind`, `query`, the lines that must come in `must`,
//! those that may in `may`). A theme that only one reader gave (`maybe`) counts neither way.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;
use crate::project;

/// How many hits of a query are looked at.
const DEPTH: usize = 10;

/// A line of a document: file and number.
type LabelledLine = (String, u64);

/// The file of the corpus' folder that the page shows the agreement from.
const AGREEMENT: &str = "agreement.toml";

/// Compares what `cargo vitrine` gives with the labels in a folder; a Markdown text. With `save`, the
/// corpus keeps the result of the reading, for the page to show.
pub fn run(folder: &Path, corpus: Option<&Path>, save: bool) -> Result<String> {
    let passages = read_all(folder, "passages")?;
    let queries = read_all(folder, "queries")?;
    ensure!(
        passages.len() + queries.len() > 0,
        "no passages*.jsonl and no queries*.jsonl in {}",
        folder.display()
    );
    let mut text = String::new();
    if !passages.is_empty() {
        let rules = Scores::of(&passages, &by_line(&export(corpus, true)?))?;
        let curated = Scores::of(&passages, &by_line(&export(corpus, false)?))?;
        writeln!(text, "{} labelled lines\n", passages.len())?;
        text.push_str(&reading_table(&rules, &curated));
        if save {
            let file = match corpus {
                Some(corpus) => corpus.join(AGREEMENT),
                None => project::root().join("seeds").join(AGREEMENT),
            };
            fs::write(&file, agreement(passages.len(), &rules, &curated))
                .with_context(|| format!("cannot write {}", file.display()))?;
            eprintln!("Written to {}", file.display());
        }
    }
    if !queries.is_empty() {
        writeln!(text, "\n{} queries, {DEPTH} hits each\n", queries.len())?;
        text.push_str(&search_table(&queries, &answers(folder, corpus)?));
    }
    Ok(text)
}

fn vitrine(arguments: &[&str], corpus: Option<&Path>) -> Result<String> {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(project::root());
    command.args(["run", "--quiet", "--package", "vitrine-cli", "--"]).args(arguments);
    if let Some(corpus) = corpus {
        command.arg("--corpus").arg(std::path::absolute(corpus)?);
    }
    process::output(&mut command)
}

fn export(corpus: Option<&Path>, rules_alone: bool) -> Result<Vec<Value>> {
    let flag: &[&str] = if rules_alone { &["--no-curation"] } else { &[] };
    parse(&vitrine(&[&["export", "--format", "jsonl"], flag].concat(), corpus)?, "the export")
}

/// The hits of each query, as places.
fn answers(folder: &Path, corpus: Option<&Path>) -> Result<BTreeMap<String, Vec<LabelledLine>>> {
    let mut answers = BTreeMap::new();
    for file in files(folder, "queries")? {
        let file = file.canonicalize()?.to_string_lossy().into_owned();
        let depth = DEPTH.to_string();
        let lines = vitrine(&["search", "--queries", &file, "--limit", &depth], corpus)?;
        for answer in parse(&lines, "the search")? {
            let hits = list(&answer["hits"]).iter().map(|hit| {
                (string(&hit["source"]["file"]), hit["source"]["lines"][0].as_u64().unwrap_or(0))
            });
            answers.insert(string(&answer["id"]), hits.collect());
        }
    }
    Ok(answers)
}

fn files(folder: &Path, stem: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}: name a folder of labels", folder.display()))?;
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(stem) && name.ends_with(".jsonl")
    };
    let mut files: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_wanted).collect();
    files.sort();
    Ok(files)
}

fn read_all(folder: &Path, stem: &str) -> Result<Vec<Value>> {
    let mut all = Vec::new();
    for file in files(folder, stem)? {
        all.extend(parse(&fs::read_to_string(&file)?, &file.display().to_string())?);
    }
    Ok(all)
}

fn parse(lines: &str, name: &str) -> Result<Vec<Value>> {
    let lines = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(n, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{name}:{}: this is not JSON", n + 1))
        })
        .collect()
}

/// The exported passages by the lines they are made of.
fn by_line(export: &[Value]) -> BTreeMap<LabelledLine, &Value> {
    let mut lines = BTreeMap::new();
    for passage in export {
        let source = &passage["source"];
        let number = |n: usize| source["lines"][n].as_u64().unwrap_or(0);
        for line in number(0)..=number(1) {
            lines.insert((string(&source["file"]), line), passage);
        }
    }
    lines
}

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    /// Counts one passage: what should be there, what is, and what may be.
    fn add<T: Ord>(&mut self, expected: &[T], got: &[T], allowed: &[T]) {
        let mut left: Vec<&T> = expected.iter().collect();
        for value in got {
            if let Some(n) = left.iter().position(|expected| *expected == value) {
                left.remove(n);
                self.right += 1;
            } else if !allowed.contains(value) {
                self.wrong += 1;
            }
        }
        self.missed += left.len();
    }

    fn precision(self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> Option<f64> {
        share(self.right, self.right + self.missed)
    }

    fn f1(self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }
}

/// `None` of nothing.
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn shown(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.3}"))
}

/// The tallies of everything that is labelled, by its name in the table.
struct Scores(BTreeMap<String, Tally>);

impl Scores {
    /// # Errors
    /// If a label is of a line where no passage is: it would count as missed.
    fn of(labelled: &[Value], read: &BTreeMap<LabelledLine, &Value>) -> Result<Scores> {
        let mut scores = Scores(BTreeMap::new());
        let themes = labelled.iter().map(labelled_themes);
        let themes: BTreeSet<String> =
            themes.flat_map(|(yes, maybe)| [yes, maybe].concat()).collect();
        for label in labelled {
            let source = &label["source"];
            let place = (string(&source["file"]), source["line"].as_u64().unwrap_or(0));
            let passage = read.get(&place).with_context(|| {
                let (file, line) = &place;
                format!(
                    "a label is of line {line} of {file}, where no passage is: correct its `source`"
                )
            })?;
            scores.passage(label, passage, &themes);
        }
        Ok(scores)
    }

    fn tally(&mut self, name: &str) -> &mut Tally {
        self.0.entry(name.to_owned()).or_default()
    }

    fn passage(&mut self, label: &Value, read: &Value, themes: &BTreeSet<String>) {
        self.themes(label, read, themes);
        let level: Vec<String> = label["level"].as_str().map(str::to_owned).into_iter().collect();
        self.tally("levels").add(&level, &strings(&read["levels"]), &[]);
        for field in ["actors", "people"] {
            self.tally(field).add(&strings(&label[field]), &strings(&read[field]), &[]);
        }
        let is_repeat = label["repeat"].as_bool().unwrap_or(false);
        let repeats = !read["repeats"].is_null();
        if !is_repeat {
            self.tally("roles").add(&[string(&label["role"])], &[string(&read["role"])], &[]);
        }
        let said = |yes: bool| if yes { vec![()] } else { Vec::new() };
        self.tally("repeats").add(&said(is_repeat), &said(repeats), &[]);
        let dates = |value: &Value, key: &str| fields(&value["dates"], key);
        self.tally("dates").add(&dates(label, "iso"), &dates(read, "edtf"), &[]);
        self.tally("figures").add(&numbers(&label["figures"]), &numbers(&read["figures"]), &[]);
    }

    /// The themes that were labelled anywhere: whoever labels the top themes does not mean narrower ones.
    fn themes(&mut self, label: &Value, read: &Value, labelled: &BTreeSet<String>) {
        let (yes, maybe) = labelled_themes(label);
        let mut got = fields(&read["themes"], "id");
        got.retain(|id| labelled.contains(id));
        self.tally("themes").add(&yes, &got, &maybe);
        for theme in labelled {
            let only = |themes: &[String]| -> Vec<String> {
                themes.iter().filter(|id| *id == theme).cloned().collect()
            };
            self.tally(&format!("themes: {theme}")).add(&only(&yes), &only(&got), &only(&maybe));
        }
    }
}

/// The themes that readers agree on, and those that one of them gave.
fn labelled_themes(label: &Value) -> (Vec<String>, Vec<String>) {
    let themes = &label["themes"];
    (strings(&themes["yes"]), strings(&themes["maybe"]))
}

/// The numbers of figures; a range counts as its two ends.
fn numbers(figures: &Value) -> Vec<String> {
    let ends = |figure: &Value| {
        let ends = [&figure["value"], &figure["upper"]];
        ends.into_iter().filter_map(Value::as_f64).map(|n| n.to_string()).collect::<Vec<_>>()
    };
    list(figures).iter().flat_map(ends).collect()
}

fn reading_table(rules: &Scores, curated: &Scores) -> String {
    let mut text = String::from(
        "| | rule: precision | recall | F1 | with curation: precision | recall | F1 |\n|---|---|---|---|---|---|---|\n",
    );
    for (name, rule) in &rules.0 {
        let curated = curated.0.get(name).copied().unwrap_or_default();
        let cells = [rule, &curated]
            .map(|tally| [tally.precision(), tally.recall(), tally.f1()].map(shown).join(" | "));
        let _ = writeln!(text, "| {name} | {} | {} |", cells[0], cells[1]);
    }
    text
}

/// The tallies as `agreement.toml`, which the compiler reads.
fn agreement(passages: usize, rules: &Scores, curated: &Scores) -> String {
    let mut text = format!(
        "# How well the reading agrees with people who labelled {passages} lines of this corpus.\n\
         # Written by `cargo xtask evaluate DIR --save`; the page shows it under “How this was read”.\n\
         # Each tally is [right, wrong, missed]: by the rules alone, and with the curator's corrections.\n\n\
         passages = {passages}\n"
    );
    for (name, rule) in &rules.0 {
        let (group, concept) = match name.split_once(": ") {
            Some((group, concept)) => (group, Some(concept)),
            None => (name.as_str(), None),
        };
        let of = match group {
            "people" => "person",
            group => group.trim_end_matches('s'),
        };
        let counts =
            |tally: &Tally| format!("[{}, {}, {}]", tally.right, tally.wrong, tally.missed);
        let curated = curated.0.get(name).copied().unwrap_or_default();
        let _ = writeln!(text, "\n[[measure]]\nof = \"{of}\"");
        if let Some(concept) = concept {
            let _ = writeln!(text, "concept = {}", toml::Value::from(concept));
        }
        let _ = writeln!(text, "rule = {}\ncurated = {}", counts(rule), counts(&curated));
    }
    text
}

/// Recall and reciprocal rank of one query; a query that should find nothing has full marks for that.
fn query_score(query: &Value, hits: &[LabelledLine]) -> (f64, f64) {
    let must = places(&query["must"]);
    if must.is_empty() {
        let quiet = f64::from(u8::from(hits.is_empty()));
        return (quiet, quiet);
    }
    let found = hits.iter().filter(|hit| must.contains(hit)).collect::<BTreeSet<_>>().len();
    let may = places(&query["may"]);
    let mut ranked = hits.iter().filter(|hit| !may.contains(hit));
    let rank = ranked.position(|hit| must.contains(hit));
    let recall = found as f64 / must.len().min(DEPTH) as f64;
    (recall, rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64))
}

fn search_table(queries: &[Value], answers: &BTreeMap<String, Vec<LabelledLine>>) -> String {
    let mut kinds: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for query in queries {
        let hits = answers.get(&string(&query["id"])).map_or(&[][..], Vec::as_slice);
        let score = query_score(query, hits);
        kinds.entry(string(&query["kind"])).or_default().push(score);
        kinds.entry("all".to_owned()).or_default().push(score);
    }
    let mut text = String::from("| kind | queries | recall@10 | MRR |\n|---|---|---|---|\n");
    for (kind, scores) in kinds {
        let n = scores.len() as f64;
        let recall = scores.iter().map(|score| score.0).sum::<f64>() / n;
        let rank = scores.iter().map(|score| score.1).sum::<f64>() / n;
        let _ = writeln!(text, "| {kind} | {n} | {recall:.3} | {rank:.3} |");
    }
    text
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn strings(value: &Value) -> Vec<String> {
    list(value).iter().map(string).collect()
}

fn fields(value: &Value, key: &str) -> Vec<String> {
    list(value).iter().map(|item| string(&item[key])).collect()
}

fn places(value: &Value) -> BTreeSet<LabelledLine> {
    let place = |item: &Value| (string(&item["file"]), item["line"].as_u64().unwrap_or(0));
    list(value).iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_reader_gave_counts_neither_way() {
        let mut tally = Tally::default();
        tally.add(&["a", "b"], &["a", "c", "d"], &["d"]);
        assert_eq!(tally, Tally { right: 1, wrong: 1, missed: 1 });
        assert_eq!([tally.precision(), tally.recall(), tally.f1()], [Some(0.5); 3]);
        assert_eq!(shown(Tally::default().precision()), "–");
        // The same value twice is two.
        let mut twice = Tally::default();
        twice.add(&["2024", "2024"], &["2024"], &[]);
        assert_eq!(twice, Tally { right: 1, wrong: 0, missed: 1 });
    }

    #[test]
    fn a_query_is_scored_by_what_must_come_and_how_soon() {
        let place = |line: u64| ("a.txt".to_owned(), line);
        let query: Value = serde_json::from_str(
            r#"{"must": [{"file": "a.txt", "line": 1}, {"file": "a.txt", "line": 2}], "may": [{"file": "a.txt", "line": 3}]}"#,
        )
        .unwrap();
        // What may come is no step down.
        assert_eq!(query_score(&query, &[place(3), place(1)]), (0.5, 1.0));
        assert_eq!(query_score(&query, &[place(4), place(1), place(2)]), (1.0, 0.5));
        let absent: Value = serde_json::from_str(r#"{"must": []}"#).unwrap();
        assert_eq!(query_score(&absent, &[]), (1.0, 1.0));
        assert_eq!(query_score(&absent, &[place(1)]), (0.0, 0.0));
    }
}
