//! What an installed page is called and offers, of corpora that are written for it.

#[path = "../../compiler/tests/folder/mod.rs"]
mod folder;

use serde_json::{Value, json};
use vitrine_corpus::Image;
use vitrine_pages::manifest;

use folder::Folder;

const TEXT: &str = "The mill\n\nIt ground rye and wheat for trade until it burnt.\n";

fn manifest_of(name: &str, corpus: &str, themes: &str) -> Value {
    let scheme = format!("id = \"theme\"\nlabel = \"Theme\"\n{themes}");
    let files = [("corpus.toml", corpus), ("mill.txt", TEXT), ("schemes/themes.toml", &scheme)];
    let compiled = Folder::new(name, &files).compile();
    let image = Image::open(&compiled.image).unwrap();
    serde_json::from_str(&manifest(image.corpus())).expect("it is JSON")
}

#[test]
fn a_title_in_one_language_is_the_name() {
    let english = manifest_of("grain", "title = \"Grain\"", "");
    assert_eq!((&english["name"], &english["lang"]), (&json!("Grain"), &json!("en")));
    assert!(english.get("name_localized").is_none(), "{english}");
    let chinese = manifest_of("liangshi", "title = { zh-Hant = \"糧食\" }", "");
    assert_eq!((&chinese["name"], &chinese["lang"]), (&json!("糧食"), &json!("zh-Hant")));
    let all = "title = { zh-Hans = \"粮食\", en = \"Grain\", zh-Hant = \"糧食\" }";
    let all = manifest_of("both", all, "");
    assert_eq!((&all["name"], &all["lang"]), (&json!("Grain"), &json!("en")));
    assert_eq!(all["name_localized"], json!({ "zh-Hans": "粮食", "zh-Hant": "糧食" }));
}

#[test]
fn a_shortcut_has_its_concepts_name_and_leads_to_it() {
    let concept = |id: &str, more: &str, term: &str| {
        format!(
            "[[concept]]\nid = \"{id}\"\n{more}\n[[concept.signal]]\nname = \"named\"\nterms = [\"{term}\"]\n"
        )
    };
    let themes = [
        concept("trade", "label = \"Trade\"", "trade"),
        concept("grain", "label = \"Grain\"\nbroader = \"trade\"", "rye"),
        concept("R&D=#1", "label = { zh-Hans = \"研发\" }", "wheat"),
        concept("nowhere", "label = \"Nowhere\"", "oats"),
    ];
    let manifest = manifest_of("shortcuts", "", &themes.concat());
    let shortcuts = manifest["shortcuts"].as_array().expect("a list");
    let told: Vec<(&str, &str)> = shortcuts
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["url"].as_str().unwrap()))
        .collect();
    // One that no passage has would lead to nothing.
    assert_eq!(told, [("Trade", "./#theme=trade"), ("研发", "./#theme=R%26D%3D%231")]);
}

#[test]
fn a_corpus_without_words_of_its_own_has_a_name() {
    let manifest = manifest_of("unnamed", "", "");
    assert!(manifest["name"].as_str().is_some_and(|name| !name.is_empty()), "{manifest}");
    assert_eq!(manifest["shortcuts"], json!([]));
}
