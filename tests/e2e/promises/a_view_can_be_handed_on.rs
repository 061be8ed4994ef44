//! A view is handed on as a link, as a code to photograph, and as a part of another page.

use serde_json::json;

use crate::page::{Page, strings};

const FIELDS: &str =
    "return [...document.querySelectorAll('dialog textarea')].map(field => field.value)";

#[test]
fn a_view_has_a_link_a_code_and_what_puts_it_into_another_page() {
    let page = Page::open("#theme=labor");
    page.click(".views .share");
    page.until_true("it is shown above the page", || page.exists("dialog[open] svg.code"));
    let fields = strings(&page.run(FIELDS, json!([])));
    assert_eq!(fields[0], page.url());
    assert!(fields[1].starts_with("<iframe ") && fields[1].contains("embed=quiet"), "{fields:?}");
    assert_eq!(fields.len(), 2, "no passage is pointed at");
    page.run("Clipboard.prototype.writeText = async text => { window.copied = text }", json!([]));
    page.click("dialog .copied button");
    page.until_true("the link is copied", || {
        page.run("return window.copied", json!([])) == page.url().as_str()
    });
    page.click("dialog form button");
    page.until_true("it is closed", || !page.exists("dialog"));
}

#[test]
fn a_passage_can_be_quoted_in_another_page_without_scripts() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content""#);
    let id = passage["id"].as_str().expect("an id");
    page.go(&format!("#view=read&at={id}"));
    page.until_true("the passage is shown", || page.is_in_view(&crate::page::article(id)));
    page.run("scrollTo(0, 0)", json!([]));
    page.click(".views .share");
    page.until_true("it can be quoted", || strings(&page.run(FIELDS, json!([]))).len() == 3);
    let card = strings(&page.run(FIELDS, json!([]))).remove(2);
    assert!(card.starts_with("<figure>\n<blockquote cite=") && !card.contains("<script"), "{card}");
    assert!(card.contains(&format!("at={id}")), "{card}");
}

#[test]
fn inside_another_page_a_view_is_quiet_and_leads_to_the_whole() {
    let page = Page::open("#theme=labor&embed=quiet");
    page.until_true("passages are shown", || !page.shown().is_empty());
    page.until_true("without header and footer", || {
        page.texts(".top, .facets, .bottom, .views").is_empty()
    });
    let whole = page.attribute(".whole-page a", "href").expect("a link to the whole");
    assert_eq!(whole, "#theme=labor");
}
