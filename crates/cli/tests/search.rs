//! What `cargo vitrine search` promises to other programs: passages as JSON lines on standard output, best first, and all
//! that there is to say of them on standard error.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

const ROWS: &str = r#"{"id": "sale", "text": "Grain was sold to the neighbours in autumn."}
{"id": "price", "text": "The price of grain, said the grain board, would hold."}
{"id": "ships", "text": "Two ships brought timber."}
"#;

/// A folder with a corpus in it, away when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("vitrine-search-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("corpus")).unwrap();
        fs::write(path.join("corpus/rows.jsonl"), ROWS).unwrap();
        Folder(path)
    }

    fn search(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(["search", "--corpus", "corpus"]).args(arguments).current_dir(&self.0);
        command.output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The lines of standard output.
fn answers(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", said(output));
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn ids(hits: &[Value]) -> Vec<&str> {
    hits.iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

#[test]
fn a_query_is_answered_by_a_passage_a_line() {
    let folder = Folder::new("one");
    let output = folder.search(&["grain"]);
    let hits = answers(&output);
    assert_eq!(said(&output), "2 passages in 1 document\n");
    let mut found = ids(&hits);
    found.sort_unstable();
    assert_eq!(found, ["price", "sale"]);
    let scores: Vec<f64> = hits.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b) && scores[1] > 0.0, "{scores:?}");
    assert_eq!(hits[0]["source"]["file"], "rows.jsonl");

    let output = folder.search(&["grain", "--limit", "1"]);
    assert_eq!(ids(&answers(&output)), ids(&hits[..1]));
    assert_eq!(said(&output), "2 passages in 1 document\n", "as many are there, whatever is shown");
}

#[test]
fn what_had_to_be_guessed_is_said_beside_the_answer() {
    let folder = Folder::new("notes");
    let output = folder.search(&["timbr ships"]);
    assert_eq!(ids(&answers(&output)), ["ships"]);
    let text = said(&output);
    let note = "note: character 1: no passage contains “timbr”";
    assert!(text.starts_with(note) && text.contains("timber"), "{text}");
    // What begins with a hyphen is a query, not an option.
    assert_eq!(ids(&answers(&folder.search(&["-grain"]))), ["ships"]);
}

#[test]
fn each_query_of_a_file_has_a_line() {
    let folder = Folder::new("many");
    let queries = folder.0.join("queries.jsonl");
    let lines = [
        r#"{"id": "a", "query": "timber", "kind": "not looked at"}"#,
        "",
        r#"{"id": "b", "query": "zeppelin"}"#,
        r#"{"id": "c", "query": "timbr"}"#,
    ];
    fs::write(&queries, lines.join("\r\n")).unwrap();
    let output = folder.search(&["--queries", "queries.jsonl"]);
    let answers = answers(&output);
    let of = |n: usize| {
        let line: &Value = &answers[n];
        (line["id"].as_str().unwrap(), ids(line["hits"].as_array().unwrap()))
    };
    assert_eq!([of(0), of(1), of(2)], [("a", vec!["ships"]), ("b", vec![]), ("c", vec!["ships"])]);
    let text = said(&output);
    assert!(text.starts_with("c: note: character 1: ") && text.lines().count() == 1, "{text}");

    fs::write(&queries, "{\"id\": \"a\", \"query\": \"timber\"}\n{\"id\": \"b\"}\n").unwrap();
    let output = folder.search(&["--queries", "queries.jsonl"]);
    assert!(!output.status.success());
    let text = said(&output);
    assert!(text.contains("queries.jsonl:2: each line needs the strings id and query"), "{text}");
}
