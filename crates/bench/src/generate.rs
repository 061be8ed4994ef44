//! A corpus of any size, always the same: clauses of a real one, put together anew.
//!
//! The words are those of the corpus, and clauses come as unevenly as words do, so that some queries
//! find much and most find little. What it lacks is a vocabulary that grows with the corpus; what has
//! that is a real corpus.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use vitrine_corpus::Image;
use vitrine_corpus::model::Role;

/// Passages of a document.
const DOCUMENT: usize = 40;

/// Most clauses of a passage; the fewest are two.
const CLAUSES: u64 = 7;

/// A clause with the themes of the passage it stood in.
struct Clause {
    text: String,
    themes: Vec<String>,
}

/// `passages` records, one a line.
pub(crate) fn records(folder: &Path, passages: usize) -> Result<String> {
    let clauses = clauses(folder)?;
    ensure!(!clauses.is_empty(), "{} has no text to make passages of", folder.display());
    let languages: Vec<&String> = clauses.keys().collect();
    let mut random = Random(0x5eed);
    let mut text = String::new();
    for n in 0..passages {
        // As many passages of each language, document by document.
        let language = languages[n / DOCUMENT % languages.len()];
        let clauses = &clauses[language];
        let mut words: Vec<&str> = Vec::new();
        let mut themes: Vec<&str> = Vec::new();
        for _ in 0..2 + random.below(CLAUSES - 1) {
            let clause = &clauses[random.unevenly(clauses.len())];
            words.push(&clause.text);
            themes.extend(clause.themes.iter().map(String::as_str));
        }
        themes.sort_unstable();
        themes.dedup();
        themes.truncate(3);
        let is_chinese = language.starts_with("zh");
        let words = words.join(if is_chinese { "，" } else { ", " });
        let end = if is_chinese { "。" } else { "." };
        let record = json!({
            "id": format!("g{n}"),
            "text": format!("{words}{end}"),
            "doc": format!("g{:05}", n / DOCUMENT),
            "lang": language,
            "theme": themes,
        });
        writeln!(text, "{record}")?;
    }
    Ok(text)
}

/// The clauses of a corpus' running text, by language.
fn clauses(folder: &Path) -> Result<BTreeMap<String, Vec<Clause>>> {
    let compiled =
        vitrine_compiler::compile(folder).map_err(|problems| anyhow::anyhow!("{problems}"))?;
    let image = Image::open(&compiled.image).context("the image that was just written")?;
    let mut clauses: BTreeMap<String, Vec<Clause>> = BTreeMap::new();
    let passages = image.passages.iter().enumerate();
    for (n, passage) in passages.filter(|(_, passage)| passage.role.get() == Role::Content) {
        let language = image.languages[usize::from(passage.lang.to_native())].to_string();
        let themes: Vec<String> = image
            .labels(n, "theme")
            .filter(|(_, concept)| concept.broader.is_none())
            .map(|(_, concept)| concept.id.to_string())
            .collect();
        let ends = ['，', '。', '；', '：', ',', '.', ';', ':', '？', '!', '?', '！'];
        let text = image.text(n);
        let texts = text.split(ends).map(str::trim);
        let list = clauses.entry(language).or_default();
        list.extend(
            texts
                .filter(|text| text.chars().count() > 3)
                .map(|text| Clause { text: text.to_owned(), themes: themes.clone() }),
        );
    }
    clauses.retain(|_, list| list.len() > 1);
    Ok(clauses)
}

/// The same numbers on every host: a linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// A place in a list, early ones more often: the square of a number between 0 and 1.
    fn unevenly(&mut self, length: usize) -> usize {
        let share = self.next() as f64 / (1u64 << 31) as f64;
        ((share * share * length as f64) as usize).min(length - 1)
    }
}
