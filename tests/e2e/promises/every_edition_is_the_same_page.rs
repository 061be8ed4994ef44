//! From a host, kept in the browser with the host gone, and as one file from a disk: links, search and reading
//! are the same, and so are the answers.

use serde_json::{Value, json};
use vitrine_e2e::Key;

use crate::page::{Edition, Page, article};

/// How many results are listed before more are asked for.
const FIRST_LIST: u64 = 25;

#[test]
fn a_link_restores_the_view() {
    in_every_edition(|page| {
        page.go("#theme=sanctions&lang=en");
        page.until_total(
            page.expected_total("", json!({ "theme": ["sanctions"], "lang": ["en"] })),
        );
        assert!(page.is_chosen("theme", "sanctions") && page.is_chosen("lang", "en"));
        page.go("#q=朝鮮&theme=labor");
        page.until_total(page.expected_total("朝鮮", json!({ "theme": ["labor"] })));
        assert_eq!(page.searching_for(), "朝鮮");
        page.go("#theme=nope");
        page.until_true("what cannot be used is said", || !page.notes().is_empty());
        page.go("?theme=labor");
        page.until_fragment("the state is behind #", |state| state == "theme=labor");
        page.total().map(Value::from).unwrap_or_default()
    });
}

#[test]
fn typing_finds_and_the_steps_can_be_taken_back() {
    in_every_edition(|page| {
        page.type_query("sanctions");
        page.until_fragment("the query is in the link", |state| state.contains("q=sanctions"));
        page.until_total(page.expected_total("sanctions", json!({})));
        page.toggle_facet("theme", "labor");
        page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
        page.browser.back().expect("back");
        page.until_total(page.expected_total("sanctions", json!({})));
        page.browser.reload().expect("loading again");
        page.wait_ready();
        let total = page.expected_total("sanctions", json!({}));
        page.until_total(total);
        // What is beyond the screen is drawn a frame later.
        page.until_true("the list is there", || page.shown().len() as u64 >= total.min(FIRST_LIST));
        json!(page.shown())
    });
}

#[test]
fn a_document_is_read_and_its_hits_are_stepped_through() {
    in_every_edition(|page| {
        let passage = page.some_passage(r#"passage.role === "content""#);
        let [doc, id] = ["doc", "id"].map(|key| passage[key].as_str().expect("a text"));
        page.go(&format!("#view=read&doc={doc}&at={id}"));
        let target = format!(r#"{}[aria-current="true"]"#, article(id));
        page.until_true("the passage is marked", || page.exists(&target));
        page.until_true("it is scrolled to", || page.is_in_view(&target));
        let read = page.shown();
        page.go(&format!("#q=制裁&doc={doc}&view=read"));
        page.until_true("the hits are counted", || !page.texts(".hits span").is_empty());
        // A document that opens takes the focus.
        page.until_true("it has opened", || page.focus_is_in("h1"));
        page.run("document.querySelector('[role=searchbox]').focus()", json!([]));
        page.press(Key::Enter);
        page.until_fragment("Enter leads to the first", |link| link.contains("at="));
        json!([read, page.fragment()])
    });
}

#[test]
fn the_other_views_are_there() {
    in_every_edition(|page| {
        let mut drawn = Vec::new();
        for (view, part) in [
            ("timeline", "[data-event]"),
            ("figures", ".figures-table tbody th"),
            ("matrix", ".matrix-table td"),
            ("framework", ".tier"),
            ("actors", ".graph .node"),
            ("terms", "table td"),
            ("method", "table"),
        ] {
            page.follow(&format!("#view={view}"));
            page.until_true(view, || page.exists(part));
            drawn.push(json!(page.texts(part).len()));
        }
        page.follow("#q=制裁&view=concordance");
        page.until_true("lines are set out", || page.exists("table mark, table b, table td"));
        json!(drawn)
    });
}

#[test]
fn a_choice_is_remembered() {
    in_every_edition(|page| {
        page.click("#language-zh-hans");
        page.until_true("the language changes", || {
            page.attribute("html", "lang").as_deref() == Some("zh-Hans")
        });
        page.go("#theme=labor");
        page.until_true("and is remembered", || {
            page.attribute("html", "lang").as_deref() == Some("zh-Hans")
        });
        json!(page.status_numbers())
    });
}

/// Does the same in each edition; what comes of it must be the same.
fn in_every_edition(act: impl Fn(&Page) -> Value) {
    let came = Edition::ALL.map(|edition| (edition, act(&Page::open_edition(edition))));
    for (edition, of_it) in &came[1..] {
        assert_eq!(*of_it, came[0].1, "{edition:?} is not as the site is");
    }
}
