//! What becomes of a file of records: one passage a row, by document, with what the row says of it.

mod folder;

use vitrine_compiler::compile;
use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;

use folder::Folder;

const ROWS: &str = r#"{"id": "a#1", "text": "Sanctions on grain were eased in May 2021.", "doc": "b/a", "lang": "en", "theme": ["grain", "farming"]}
{"id": "x#1", "text": "谷物制裁于2021年5月放宽。", "doc": "x", "lang": "zh_CN", "theme": "weather"}
{"id": "a#2", "text": "Sanctions on grain were eased in May 2021.", "doc": "b/a", "lang": "en"}

{"id": "x#2", "text": "穀物貿易在夏天恢復。", "doc": "x", "lang": "zh"}
{"text": "Nothing was said of it."}
"#;

const THEMES: &str = r#"id = "theme"

[[concept]]
id = "economy"

[[concept]]
id = "grain"
broader = "economy"

[[concept.signal]]
name = "of grain"
terms = ["grain"]
"#;

#[test]
fn a_row_is_a_passage_and_says_what_is_known_of_it() {
    let folder = Folder::new("rows", &[("rows.jsonl", ROWS), ("schemes/themes.toml", THEMES)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let appendix = open_appendix(&compiled.appendix).unwrap();
    let documents: Vec<(&str, &str)> =
        image.documents.iter().map(|d| (&*d.id, d.title.iter().next().unwrap().1)).collect();
    assert_eq!(documents, [("b/a", "b/a"), ("x", "x"), ("rows", "rows")]);
    let ids: Vec<String> = (0..image.passages.len()).map(|n| image.passage_id(n)).collect();
    let lines: Vec<(&str, u32, &str)> = image
        .passages
        .iter()
        .zip(&ids)
        .map(|(p, id)| (&**id, p.first_line.to_native(), &*image.languages[usize::from(p.lang)]))
        .collect();
    assert_eq!(
        lines[..4],
        [("a#1", 1, "en"), ("a#2", 3, "en"), ("x#1", 2, "zh-Hans"), ("x#2", 5, "zh-Hant")]
    );
    assert!(lines[4].0.starts_with("rows.") && lines[4].1 == 6 && lines[4].2 == "en");
    // Who made records has said which passages there are: two that say the same are two.
    assert!(
        image.passages.iter().all(|p| p.repeats().is_none() && p.role.get().as_str() == "content")
    );

    let labels = |n: usize| -> Vec<(String, Vec<String>)> {
        let labels = image.labels(n, "theme");
        let told = labels.map(|(label, concept)| {
            let rules = label.evidence();
            let rules = rules.map(|e| appendix.rule(&e).to_string());
            (concept.id.to_string(), rules.collect())
        });
        told.collect()
    };
    let given = || "given by the record".to_owned();
    let of = |id: &str, rules: &[String]| (id.to_owned(), rules.to_vec());
    assert_eq!(
        labels(0),
        [
            of("economy", &[]),
            of("grain", &["of grain".to_owned(), given()]),
            of("farming", &[given()])
        ]
    );
    assert_eq!(labels(1), [of("economy", &[]), of("grain", &["of grain".to_owned()])]);
    assert_eq!(labels(2), [of("weather", &[given()])]);
    assert!(labels(3).is_empty());
}

#[test]
fn an_entry_speaks_of_all_documents_of_its_file() {
    let rows = "{\"text\": \"It was signed on 8 May.\", \"doc\": \"one\"}\n\
                {\"text\": \"It was signed on 9 May.\", \"doc\": \"two\"}\n";
    let about = "[[document]]\nfile = \"rows.jsonl\"\nid = \"all\"\ntitle = \"All\"\n\
                 publisher = \"The Press\"\ndate = \"2021\"\n";
    let folder = Folder::new("entry", &[("rows.jsonl", rows), ("corpus.toml", about)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let ids: Vec<&str> = image.documents.iter().map(|document| &*document.id).collect();
    assert_eq!(ids, ["one", "two"]);
    assert!(image.documents.iter().all(|d| d.publisher.as_deref() == Some("The Press")));
    let dates = image.passages.iter().map(|p| p.dates()[0].edtf.to_string());
    assert_eq!(dates.collect::<Vec<_>>(), ["2021-05-08", "2021-05-09"]);
    assert!(compiled.problems.is_empty(), "{:?}", compiled.problems);
}

#[test]
fn a_document_says_whose_it_is_and_what_its_dates_are_counted_from() {
    let about = "[[document]]\nfile = \"a.txt\"\nreference_date = \"2021\"\n\
                 rights = { en = \"Theirs.\", zh-Hans = \"权利属于他们。\" }\n\
                 [[document]]\nfile = \"b.txt\"\ndate = \"2019\"\nreference_date = \"2021\"\n\
                 rights = \"Theirs.\"\n";
    let text = "It was signed on 8 May.\n";
    let files = [("a.txt", text), ("b.txt", text), ("c.txt", text), ("corpus.toml", about)];
    let folder = Folder::new("assumed", &files);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let [a, b, c] = [0, 1, 2].map(|n| &image.documents[n]);
    assert_eq!(a.reference_date.as_deref(), Some("2021"));
    assert_eq!(b.reference_date.as_deref(), None, "it has a date");
    assert_eq!(c.reference_date.as_deref(), None);
    let dates = [0, 1].map(|n| image.passages[n].dates()[0].edtf.to_string());
    assert_eq!(dates, ["2021-05-08", "2019-05-08"]);
    assert_eq!(["en", "zh-Hant"].map(|lang| a.rights.text(lang)), ["Theirs.", "权利属于他们。"]);
    assert_eq!(b.rights.get("zh-Hans"), Some(("und", "Theirs.")), "in whatever language it is");
    assert_eq!(c.rights.get("en"), None);
}

#[test]
fn one_bad_row_keeps_the_corpus_from_being_compiled() {
    let folder = Folder::new(
        "bad-rows",
        &[
            ("a.jsonl", "{\"text\": \"a\", \"id\": \"1\"}\n"),
            ("b.jsonl", "{\"text\": \"b\", \"id\": \"1\"}\n"),
        ],
    );
    let Err(problems) = compile(&folder.0) else { panic!("an id is there twice") };
    let text = problems.to_string();
    assert!(text.contains("b.jsonl:1:15: error: “1” is the id"), "{text}");
    assert!(text.contains("line 1 of a.jsonl"), "{text}");
}
