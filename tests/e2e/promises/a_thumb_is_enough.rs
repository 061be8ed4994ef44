//! On a phone everything can be done with a thumb: each view is walked by taps alone, on a screen 390 px wide
//! over which nothing hovers.

use serde_json::json;
use vitrine_e2e::Engine;

use crate::doors::DOORS;
use crate::page::{Page, article, engine, facet_selector};

/// The headings of a document.
const CONTENTS: &str = ".contents > details:not(.themes)";

/// The page on a phone; `None` where the engine cannot play one.
fn phone(state: &str) -> Option<Page> {
    if engine() != Engine::Chromium {
        return None;
    }
    let page = Page::open("");
    page.browser.become_phone(390, 844).expect("a phone");
    page.go(state);
    let touched = "return matchMedia('(hover: none) and (pointer: coarse)').matches";
    assert_eq!(page.run(touched, json!([])), true);
    Some(page)
}

/// Whatever was drawn, the screen can hold it.
#[track_caller]
fn fits(page: &Page, what: &str) {
    let width = page.run("return document.documentElement.scrollWidth", json!([]));
    assert!(width.as_u64() <= Some(390), "{what} is {width} px wide");
}

#[test]
fn passages_are_found_compared_and_taken_away() {
    let Some(page) = phone("") else { return };
    let labor = facet_selector("theme", "labor");
    page.tap(".panel-toggle");
    page.until_true("the facets unfold", || page.exists(".panel-toggle[aria-expanded=true]"));
    page.tap(&format!("label:has({labor})"));
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    page.tap(".panel-toggle");
    page.until_true("and fold", || page.exists(".panel-toggle[aria-expanded=false]"));

    let first = page.until("passages are shown", || page.shown().into_iter().next());
    page.tap(&format!(r#"{} [data-concept="labor"]"#, article(&first)));
    page.until_true("a label gives its evidence", || !page.texts("[data-evidence]").is_empty());
    for id in page.shown().iter().take(2) {
        page.tap(&format!("{} [data-aside]", article(id)));
        let pressed = format!("{} [data-aside][aria-pressed=true]", article(id));
        page.until_true("it is put aside", || page.exists(&pressed));
    }
    page.tap(r#"nav.views a[href$="view=clippings"]"#);
    page.until_true("both lie there", || page.shown().len() == 2);
    page.tap(".clippings li:nth-child(2) .actions button:first-child");
    page.until_true("in another order", || page.shown()[1] == first);
    fits(&page, "what is put aside");
    page.tap(".views .share");
    page.until_true("a view is shared", || page.exists("dialog[open] svg.code"));
    fits(&page, "sharing");
    page.tap("dialog form button");
    page.until_true("and left", || !page.exists("dialog"));
}

#[test]
fn the_open_view_is_in_sight_among_the_others() {
    let Some(page) = phone("#view=clippings") else { return };
    let seen = "
        const row = document.querySelector('.views').getBoundingClientRect();
        const open = document.querySelector('.views [aria-current]').getBoundingClientRect();
        const share = document.querySelector('.views .share').getBoundingClientRect();
        return row.left <= open.left && open.right <= share.left && share.right <= row.right";
    page.until_true("it is", || page.run(seen, json!([])) == true);
    page.follow("#view=concordance");
    page.until_true("and so is one with a long name", || {
        page.exists(".concordance") && page.run(seen, json!([])) == true
    });
    page.run("document.querySelector('.views').scrollLeft = 0", json!([]));
    page.tap(r#".views a:not([href*="view="])"#);
    page.until_true("and so is the next", || {
        page.fragment().is_empty() && page.run(seen, json!([])) == true
    });
}

#[test]
fn a_document_is_read() {
    let Some(page) = phone("#theme=labor") else { return };
    page.tap(".document-row a");
    page.until_fragment("the document opens", |link| link.contains("view=read"));
    page.until_true("it stands there", || page.exists(CONTENTS));
    assert!(!page.exists(&format!("{CONTENTS}[open]")), "the text comes first on a small screen");
    page.tap(&format!("{CONTENTS} summary"));
    page.tap(&format!("{CONTENTS}[open] li:last-child a"));
    page.until_fragment("a heading leads to its place", |link| link.contains("at="));
    let at = page.fragment().rsplit("at=").next().expect("a passage").to_owned();
    page.until_true("which is seen", || page.is_in_view(&article(&at)));
    fits(&page, "a document");
    assert!(page.is_in_view(".hits button:last-child"), "at hand in the midst of the text");
    page.tap(".hits button:last-child");
    page.until_fragment("a step leads to a hit", |link| !link.ends_with(&at));
    page.tap(".contents .back");
    page.until_fragment("and the way back to the results", |link| link == "theme=labor");
}

#[test]
fn a_word_is_explained_where_it_is_touched() {
    let Some(page) = phone("") else { return };
    let passage = page.some_passage("passage.lang === 'zh-Hant' && passage.role === 'content'");
    let id = passage["id"].as_str().expect("an id");
    page.go(&format!("#view=read&at={id}"));
    page.until_true("words can be explained", || page.exists(&format!("{} .explain", article(id))));
    page.tap(&format!("{} .words", article(id)));
    page.until_true("the touched one is", || page.exists(&format!("{} .gloss", article(id))));
    fits(&page, "a word explained");
}

#[test]
fn a_search_is_read_back_and_changed() {
    let Some(page) = phone("") else { return };
    page.tap("[role=searchbox]");
    page.type_query("sanctions 2024");
    page.until_true("its parts are shown", || page.exists(".understood button"));
    fits(&page, "a query");
    page.tap(".understood button");
    page.until_true("one is asked for to the letter", || page.searching_for().contains('+'));
    page.tap("button.clear");
    page.until_true("and all of it", || page.searching_for().is_empty());
}

#[test]
fn every_view_leads_on() {
    let Some(page) = phone("") else { return };
    for (view, door, led) in DOORS {
        page.go("#q=制裁&theme=sanctions");
        page.until_true("there are results", || page.exists("article[data-passage]"));
        match view {
            "method" => page.follow("#view=method"),
            view => page.tap(&format!(r#"nav.views a[href*="view={view}"]"#)),
        }
        page.until_true(&format!("{view} has {door}"), || page.exists(door));
        fits(&page, view);
        let before = page.fragment();
        page.tap(door);
        page.until_fragment(&format!("{door} of {view} leads on"), |link| {
            link != before && link.contains(led)
        });
    }
}
