//! Back, forward and reload lead to the views a reader has seen: a choice is a step, a letter not.

use serde_json::json;

use crate::page::Page;

#[test]
fn a_choice_is_a_step_that_back_forward_and_reload_keep() {
    let page = Page::open("");
    let everything = page.expected_total("", json!({}));
    let labor = page.expected_total("", json!({ "theme": ["labor"] }));
    page.until_total(everything);
    let steps = page.history_length();

    page.toggle_facet("theme", "labor");
    page.until_fragment("the choice is in the link", |state| state == "theme=labor");
    page.until_total(labor);
    assert_eq!(page.history_length(), steps + 1, "a choice is one step");

    page.browser.back().expect("back");
    page.until_fragment("back is before the choice", str::is_empty);
    page.until_total(everything);
    page.until_true("the box is empty again", || !page.is_chosen("theme", "labor"));

    page.browser.forward().expect("forward");
    page.until_fragment("forward is after it", |state| state == "theme=labor");
    page.until_total(labor);
    page.until_true("the box is ticked again", || page.is_chosen("theme", "labor"));

    page.browser.reload().expect("reload");
    page.wait_ready();
    page.until_total(labor);
    assert!(page.is_chosen("theme", "labor"));
}

#[test]
fn typing_is_no_step() {
    let page = Page::open("");
    let steps = page.history_length();
    page.type_query("sanctions");
    page.until_fragment("the query is in the link", |state| state.contains("q=sanctions"));
    assert_eq!(page.history_length(), steps, "letters are not steps");
}

#[test]
fn a_link_pasted_into_the_open_page_is_followed() {
    let page = Page::open("#theme=labor");
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    page.follow("theme=sanctions&lang=en");
    page.until_total(page.expected_total("", json!({ "theme": ["sanctions"], "lang": ["en"] })));
    assert!(page.is_chosen("theme", "sanctions") && !page.is_chosen("theme", "labor"));
}

#[test]
fn back_from_reading_is_where_the_reader_was() {
    let page = Page::open("#theme=labor");
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    page.click(r#"article[data-passage] a[href*="view=read"]"#);
    page.until_fragment("the document is open", |state| state.contains("view=read"));
    page.browser.back().expect("back");
    page.until_fragment("the list is back", |state| state == "theme=labor");
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
}
