//! A document is cited as journals want it, and as reference managers read it, with this page's address and
//! the day on which it was read.

use serde_json::{Value, json};
use vitrine_e2e::Key;

use crate::page::{Page, article};

#[test]
fn a_document_has_a_citation_in_each_style_with_address_and_day() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content""#);
    let doc = passage["doc"].as_str().expect("a document");
    page.go(&format!("#doc={doc}&view=read"));
    page.until_true("it can be cited", || page.exists(".citations summary"));
    page.click(".citations summary");
    let texts = page.texts(".citations [data-citation] :is(p, pre)");
    assert_eq!(texts.len(), 7, "{texts:?}");
    let today = page.run(
        "const day = new Date(); const two = n => String(n).padStart(2, '0');
         return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`",
        json!([]),
    );
    let gbt = &texts[0];
    assert!(gbt.contains(today.as_str().unwrap()), "read today: {gbt}");
    for text in &texts {
        assert!(text.contains(&format!("doc={doc}")), "the address is in it: {text}");
        assert!(!text.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)), "all is filled in");
    }
    let record: Value = serde_json::from_str(&texts[6]).expect("CSL-JSON is JSON");
    assert!(record["title"].is_string(), "{record}");
    assert!(texts[4].trim_start().starts_with('@') && texts[5].starts_with("TY"), "{texts:?}");
}

#[test]
fn a_quote_is_copied_with_its_source_and_its_link() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content" && passage.lang === "en""#);
    let [id, text] = ["id", "text"].map(|key| passage[key].as_str().expect("a text"));
    page.go(&format!("#view=read&at={id}"));
    page.until_true("the passage is shown", || page.exists(&article(id)));
    page.run("Clipboard.prototype.writeText = async text => { window.copied = text }", json!([]));
    page.click(&format!("{} .ways .quote", article(id)));
    page.until_true("it is said", || {
        page.texts(".toast").iter().any(|said| said.contains("Quote"))
    });
    let copied = page.run("return window.copied", json!([]));
    let copied = copied.as_str().expect("a text");
    assert!(copied.starts_with(&format!("“{text}”\n— ")), "{copied}");
    assert!(copied.ends_with(&format!("#view=read&at={id}")), "{copied}");
}

/// Keeps what is copied, of each kind, as a clipboard of a headless browser cannot be read.
const CATCH_COPY: &str = "
    window.copied = {};
    Clipboard.prototype.writeText = async text => { window.copied = { 'text/plain': text } };
    Clipboard.prototype.write = async ([item]) => {
        const kinds = {};
        for (const type of item.types) kinds[type] = await (await item.getType(type)).text();
        window.copied = kinds;
    };
    return typeof ClipboardItem === 'function'";

#[test]
fn a_citation_is_copied_with_its_italics_and_a_record_line_by_line() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content" && passage.lang === "en""#);
    let shown = cite(&page, passage["id"].as_str().expect("an id"));
    let knows_markup = page.run(CATCH_COPY, json!([])) == json!(true);
    let copied = |form: &str| {
        page.run("window.copied = {}", json!([]));
        page.click(&format!("dialog [data-citation='{form}'] button"));
        page.until_true("it is copied", || {
            page.run("return Object.keys(window.copied).length > 0", json!([])) == json!(true)
        });
        page.run("return window.copied", json!([]))
    };
    let apa = copied("apa");
    assert_eq!(apa["text/plain"], shown[2].trim(), "what is shown");
    if knows_markup {
        let markup = apa["text/html"].as_str().expect("markup");
        assert!(markup.contains("<i>") && markup.contains("&amp;at="), "{markup}");
    }
    let record = copied("bibtex");
    assert!(record["text/html"].is_null(), "markup would have no lines: {record}");
    assert!(record["text/plain"].as_str().expect("a text").contains("\n  title = "), "{record}");
    let page_says = page.texts(".toast").concat();
    assert!(page_says.contains("Citation copied"), "{page_says}");
}

/// Goes to a passage and opens its citations; what they say.
fn cite(page: &Page, id: &str) -> Vec<String> {
    page.go(&format!("#view=read&at={id}"));
    // What the link leads to takes the focus, soon after it is drawn.
    page.until_true("the passage is gone to", || page.focus_is_in(&article(id)));
    page.click(&format!("{} .ways .cite", article(id)));
    page.until_true("it is open", || page.exists("dialog[open].citations"));
    page.texts("dialog [data-citation] :is(p, pre)")
}

#[test]
fn a_passage_is_cited_with_its_paragraph_its_link_and_the_version() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content" && passage.lang === "en""#);
    let id = passage["id"].as_str().expect("an id");
    let texts = cite(&page, id);
    assert_eq!(texts.len(), 7, "{texts:?}");
    for text in &texts {
        assert!(text.contains(&format!("at={id}")), "the passage's address is in it: {text}");
    }
    let version = page.run("return window.vitrine.corpus().version", json!([]));
    let version = version.as_str().expect("a version");
    for text in &texts {
        assert!(text.contains(version), "the version is named: {text}");
    }
    assert!(texts[4].starts_with(&format!("@misc{{{id},")), "no other has the key: {}", texts[4]);
    assert!(texts[5].contains(&format!("ID  - {id}")), "{}", texts[5]);
    let record: Value = serde_json::from_str(&texts[6]).expect("CSL-JSON is JSON");
    assert_eq!(record["id"], id);
    assert!(record["note"].as_str().is_some_and(|note| note.starts_with("Para. ")), "{record}");
    page.press(Key::Escape);
    page.until_true("it closes", || !page.exists("dialog[open]"));
    page.until_true("the focus is where it was", || page.focus_is_in(".ways .cite"));
}

#[test]
fn where_a_passage_stands_is_said_in_the_language_of_the_list() {
    let page = Page::open("");
    // Of a document that was written in Chinese.
    let wanted =
        "passage.role === 'content' && passage.doc === window.vitrine.corpus().documents[0].id";
    let passage = page.some_passage(wanted);
    let id = passage["id"].as_str().expect("an id");
    let texts = cite(&page, id);
    assert!(texts[0].contains("文集"), "GB/T 7714 speaks the document's language: {}", texts[0]);
    for text in &texts[1..4] {
        assert!(text.contains(" Para. "), "the other lists are English: {text}");
    }
    // The number is that of the text.
    let script = "const own = '.text > .passage[data-role=content]';
        const all = [...document.querySelectorAll(own)].map(one => one.dataset.passage);
        const style = getComputedStyle(document.querySelector(own + ' > .margin'), '::before');
        return [1 + all.indexOf(args[0]), style.content]";
    let number = page.run(script, json!([id]));
    assert!(texts[1].contains(&format!(" Para. {} (", number[0])), "{number}: {}", texts[1]);
    assert!(number[1].as_str().is_some_and(|shown| shown.contains("counter(")), "{number}");
}
