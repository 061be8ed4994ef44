//! Do the plain pages say what the corpus says? They are read back by the parser of a browser, and each
//! passage compared.

mod reading;

use std::path::Path;

use vitrine_compiler::Compiled;
use vitrine_corpus::Image;
use vitrine_pages::{Address, FOLDER, pages};

use reading::{elements, look_at};

fn seeds() -> Compiled {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    vitrine_compiler::compile(&folder).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn every_passage_stands_on_a_page_word_for_word() {
    let compiled = seeds();
    let image = Image::open(&compiled.image).unwrap();
    let address = Address::parse("https://a.invalid/x").unwrap();
    for address in [None, Some(&address)] {
        look_at(image.corpus(), &pages(image.corpus(), address).unwrap());
    }
}

#[test]
fn metadata_is_what_is_known_and_no_more() {
    let compiled = seeds();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let address = Address::parse("https://a.invalid/x/").unwrap();
    let written = pages(corpus, Some(&address)).unwrap();
    for document in corpus.documents.iter() {
        let path = format!("{FOLDER}/{}.html", &*document.id);
        let (_, page) = written.files.iter().find(|(file, _)| *file == path).unwrap();
        let elements = elements(page);
        let all = |name: &str| -> Vec<&str> {
            let named = elements.iter().filter(|e| e.name == "meta");
            let named = named.filter(|e| e.get("name") == name || e.get("property") == name);
            named.map(|e| e.get("content")).collect()
        };
        let authors: Vec<&str> = document.authors.iter().map(|name| &**name).collect();
        assert_eq!(all("citation_author"), authors);
        assert_eq!(all("DC.creator"), authors);
        let publisher: Vec<&str> = document.publisher.as_deref().into_iter().collect();
        assert_eq!(all("citation_publisher"), publisher);
        let date: Vec<&str> = document.date.as_deref().into_iter().collect();
        assert_eq!(all("DC.date"), date);
        let title = document.title.text(document.original_language.as_deref().unwrap_or_default());
        assert_eq!(all("citation_title"), [title]);
        assert_eq!(all("og:title"), [title]);
        assert_eq!(all("og:url"), [format!("https://a.invalid/x/{path}")]);
        let data = elements.iter().find(|e| e.name == "script").unwrap();
        let data: serde_json::Value = serde_json::from_str(&data.text).unwrap();
        assert_eq!(data["headline"], title);
        assert_eq!(data.get("datePublished").is_some(), document.date.is_some());
        assert_eq!(data.get("author").is_some(), !authors.is_empty());
    }
}

#[test]
fn a_document_says_where_it_was_published() {
    let folder = std::env::temp_dir().join(format!("vitrine-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let toml = r#"
[[document]]
file = "a.txt"
title = "On grain"
original_language = "en"
publisher = "Grain and Peace"
type = "article-journal"
volume = 57
issue = 3
pages = "6-21"
editors = ["Anna Weir"]
url = "https://own.invalid/a?b=1&c=2"
doi = "10.1000/182"
"#;
    std::fs::write(folder.join("corpus.toml"), toml).unwrap();
    std::fs::write(folder.join("a.txt"), "Grain was shipped from three ports in May 2015.\n")
        .unwrap();
    let compiled = vitrine_compiler::compile(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    let written = pages(image.corpus(), None).unwrap();
    let (_, page) = written.files.iter().find(|(file, _)| file.ends_with("/a.html")).unwrap();
    let elements = elements(page);
    let content = |name: &str| {
        let found = elements.iter().find(|e| e.name == "meta" && e.get("name") == name);
        found.map(|e| e.get("content"))
    };
    for (name, expected) in [
        ("citation_journal_title", Some("Grain and Peace")),
        ("citation_publisher", None),
        ("citation_volume", Some("57")),
        ("citation_issue", Some("3")),
        ("citation_firstpage", Some("6")),
        ("citation_lastpage", Some("21")),
        ("citation_editor", Some("Anna Weir")),
        ("citation_doi", Some("10.1000/182")),
        ("DC.source", Some("https://own.invalid/a?b=1&c=2")),
    ] {
        assert_eq!(content(name), expected, "{name}");
    }
    assert!(
        elements.iter().any(|e| e.name == "a" && e.get("href") == "https://own.invalid/a?b=1&c=2")
    );
    let data = elements.iter().find(|e| e.name == "script").unwrap();
    let data: serde_json::Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!(data["@type"], "ScholarlyArticle");
    assert_eq!(data["identifier"], "https://doi.org/10.1000/182");
    assert_eq!(data["isBasedOn"], "https://own.invalid/a?b=1&c=2");
    for words in ["Journal article", "57(3): 6-21", "Anna Weir"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn what_takes_an_address_is_left_out_without_one() {
    let compiled = seeds();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let without = pages(corpus, None).unwrap();
    assert!(without.files.iter().all(|(path, _)| path != "sitemap.xml"));
    assert!(without.left_out.iter().any(|note| note.contains("--base")));
    assert!(without.files.iter().all(|(_, text)| !text.contains("og:url")));

    let address = Address::parse("https://a.invalid/x/").unwrap();
    let with = pages(corpus, Some(&address)).unwrap();
    let (_, sitemap) = with.files.iter().find(|(path, _)| path == "sitemap.xml").unwrap();
    assert_eq!(sitemap.matches("<loc>https://a.invalid/x/").count(), corpus.documents.len() + 2);
    let (_, robots) = with.files.iter().find(|(path, _)| path == "robots.txt").unwrap();
    assert!(robots.contains("\nSitemap: https://a.invalid/x/sitemap.xml\n"), "{robots}");
}
