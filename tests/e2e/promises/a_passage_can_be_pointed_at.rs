//! A link to a passage opens its document there, and a translation is one click away.

use serde_json::Value;

use crate::page::{Page, article};

#[test]
fn a_deep_link_scrolls_to_the_passage_and_marks_it() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content""#);
    let (doc, id) = (text(&passage["doc"]), text(&passage["id"]));

    page.go(&read_link(doc, id));
    let target = format!(r#"{}[aria-current="true"]"#, article(id));
    page.until_true("the passage is marked", || page.exists(&target));
    page.until_true("it is scrolled to", || page.is_in_view(&target));
    assert_eq!(page.texts(r#"[aria-current="true"][data-passage]"#).len(), 1, "only this one is");
}

#[test]
fn a_link_to_a_passage_among_results_leads_there() {
    let page = Page::open("#sort=corpus");
    // Beyond those that are drawn at first.
    let all = page.run(
        "return vitrine.search('', {limit: 1000}).hits.map(hit => hit.id)",
        serde_json::json!([]),
    );
    let id = text(&all[60]).to_owned();
    page.go(&format!("#sort=corpus&at={id}"));
    let target = format!(r#"{}[aria-current="true"]"#, article(&id));
    page.until_true("it is drawn and scrolled to", || page.is_in_view(&target));
    page.until_true("the focus is there", || page.focus_is_in(&target));
    assert!(page.notes().is_empty(), "{:?}", page.notes());

    page.go(&format!("#q=zzzzzz&at={id}"));
    page.until_true("that it is none of the results is said", || {
        page.notes().iter().any(|note| note.contains(&id))
    });
}

#[test]
fn a_reader_who_scrolls_on_is_not_held_back() {
    const FAR: f64 = 300.0;
    let page = Page::open("#sort=corpus");
    let all = page.run(
        "return vitrine.search('', {limit: 1000}).hits.map(hit => hit.id)",
        serde_json::json!([]),
    );
    let id = text(&all[60]).to_owned();
    // The page keeps the passage where it is for some frames. In the first of them the reader turns the wheel.
    page.run(
        "const [article, far] = args, hold = scrollBy;
        window.scrollBy = (...by) => {
            window.scrollBy = hold;
            hold.apply(window, by);
            dispatchEvent(new WheelEvent('wheel'));
            scrollTo(0, scrollY - far);
            window.left = document.querySelector(article).getBoundingClientRect().top;
        }",
        serde_json::json!([article(&id), FAR]),
    );
    page.follow(&format!("#sort=corpus&at={id}"));
    page.until_true("it was held", || {
        page.look("return window.left !== undefined", serde_json::json!([])) == true
    });
    page.let_time_pass();
    let back = page.look(
        "return document.querySelector(args[0]).getBoundingClientRect().top - window.left",
        serde_json::json!([article(&id)]),
    );
    let back = back.as_f64().expect("a distance").abs();
    assert!(back < FAR / 2.0, "it went back by {back} px");
}

#[test]
fn a_place_among_results_is_left_with_them() {
    let page = Page::open("");
    let labor = page.search("", serde_json::json!({ "theme": ["labor"] }));
    let id = text(&labor["hits"][0]["id"]).to_owned();
    page.go(&format!("#at={id}"));
    page.until_true("it is marked", || {
        page.exists(&format!(r#"{}[aria-current="true"]"#, article(&id)))
    });
    page.toggle_facet("theme", "labor");
    page.until_fragment("nobody looks at it any more", |state| state == "theme=labor");
    page.until_true("it is not marked", || !page.exists(r#"[aria-current="true"][data-passage]"#));
}

#[test]
fn a_passage_stays_in_view_when_the_window_changes() {
    let page = Page::open("");
    let passage =
        page.some_passage(r#"passage.role === "content" && passage.source.lines[0] > 30"#);
    let (doc, id) = (text(&passage["doc"]), text(&passage["id"]));
    page.browser.resize(1280, 900).expect("a window");
    page.go(&read_link(doc, id));
    page.until_true("it is scrolled to", || page.is_in_view(&article(id)));
    // That it is held takes some frames.
    page.let_time_pass();
    let nearby = "const box = document.querySelector(args[0]).getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0";
    for width in [600, 1280] {
        page.browser.resize(width, 900).expect("a window");
        page.let_time_pass();
        page.until_true(&format!("{width}: it is still there"), || {
            page.look(nearby, serde_json::json!([article(id)])) == true
        });
    }
}

#[test]
fn a_document_is_read_whole_and_in_order() {
    let page = Page::open("");
    let passage = page.some_passage(r#"passage.role === "content""#);
    let doc = text(&passage["doc"]);
    page.go(&format!("#view=read&doc={doc}"));
    page.until_true("the document is shown", || !page.shown().is_empty());

    let shown = page.shown_passages();
    let found = page.search("", serde_json::json!({ "doc": [doc] }));
    assert!(shown.len() as u64 >= found["total"].as_u64().expect("a total"), "nothing is left out");
    let lines: Vec<_> =
        shown.iter().map(|passage| passage["source"]["lines"][0].as_u64()).collect();
    assert!(lines.is_sorted(), "in the order of the file: {lines:?}");
    for passage in &shown {
        assert_eq!(passage["doc"], doc);
        assert_eq!(passage["shownLang"], passage["lang"]);
    }
}

#[test]
fn original_and_translation_are_linked_to_each_other() {
    let page = Page::open("");
    let passage = page.some_passage("passage.parallel");
    let (doc, id) = (text(&passage["doc"]), text(&passage["id"]));
    let other = text(&passage["parallel"]);

    for (from, to) in [(id, other), (other, id)] {
        page.go(&read_link(doc, from));
        page.click(&format!(r#"{} a[href*="{to}"]"#, article(from)));
        let target = format!(r#"{}[aria-current="true"]"#, article(to));
        page.until_true("the other one is marked", || page.exists(&target));
        page.until_true("and scrolled to", || page.is_in_view(&target));
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn read_link(doc: &str, id: &str) -> String {
    format!("#view=read&doc={doc}&at={id}")
}
