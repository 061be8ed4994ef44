//! Why is this passage "labor"? A click on the label says it, in the passage's own words.

use serde_json::Value;

use crate::page::{Page, article};

#[test]
fn a_chip_opens_the_words_that_made_the_label() {
    let page = Page::open("#theme=labor");
    let passage = page.some_passage(
        "passage.themes.some(theme => theme.id === 'labor' && theme.by === 'rule'
            && theme.evidence.length > 0)",
    );
    let id = passage["id"].as_str().expect("an id");
    let doc = passage["doc"].as_str().expect("a document");
    page.go(&format!("#view=read&doc={doc}&at={id}"));

    let chip = format!(r#"{} [data-concept="labor"]"#, article(id));
    page.click(&chip);
    let evidence = page.until("the evidence is shown", || {
        page.texts("[data-evidence]").into_iter().find(|text| !text.is_empty())
    });
    let words = evidence_words(&passage, "labor");
    assert!(words.iter().any(|word| evidence.contains(word)), "{evidence:?} has none of {words:?}");
}

#[test]
fn a_chip_in_the_results_does_the_same_and_closes_again() {
    let page = Page::open("#theme=labor");
    let chip = r#"article[data-passage] [data-concept="labor"]"#;
    page.click(chip);
    page.until_true("the evidence is shown", || !page.texts("[data-evidence]").is_empty());
    assert_eq!(page.attribute(chip, "aria-expanded").as_deref(), Some("true"));
    page.click(chip);
    page.until_true("and hidden", || page.texts("[data-evidence]").is_empty());
}

/// The words the spans cut out; offsets count UTF-16, as JavaScript does.
fn evidence_words(passage: &Value, concept: &str) -> Vec<String> {
    let text: Vec<u16> = passage["text"].as_str().expect("a text").encode_utf16().collect();
    let themes = passage["themes"].as_array().expect("themes");
    let spans = themes.iter().filter(|theme| theme["id"] == concept);
    spans
        .flat_map(|theme| theme["evidence"].as_array().expect("spans"))
        .map(|span| {
            let [start, end] = [0, 1].map(|side| span[side].as_u64().expect("an offset") as usize);
            String::from_utf16(&text[start..end]).expect("a span cuts no character in two")
        })
        .collect()
}
