//! Everything can be done without a pointer.

use std::collections::BTreeSet;

use serde_json::json;
use vitrine_e2e::Key;

use crate::doors::DOORS;
use crate::page::{Page, SEARCH_FIELD, article, facet_selector};

#[test]
fn slash_goes_to_the_search_and_escape_leaves_it() {
    let page = Page::open("");
    page.browser.press_character('/').expect("a key");
    page.until_true("/ focuses the search field", || page.focus_is_in(SEARCH_FIELD));
    assert_eq!(page.searching_for(), "", "the key that led here is not typed");

    // Inside the field a slash is a letter.
    page.browser.press_character('/').expect("a key");
    page.until_true("a slash can be typed", || page.searching_for() == "/");

    page.press(Key::Escape);
    page.until_true("Esc leaves the search field", || !page.focus_is_in(SEARCH_FIELD));
}

#[test]
fn an_arrow_leads_from_the_search_to_the_first_result() {
    let page = Page::open("#theme=labor");
    page.until_true("passages are shown", || !page.shown().is_empty());
    page.browser.press_character('/').expect("a key");
    page.until_true("/ focuses the search field", || page.focus_is_in(SEARCH_FIELD));
    page.press(Key::Down);
    let first = format!("{} :is(a, button)", article(&page.shown()[0]));
    page.until_true("↓ leads to the first passage", || page.focus_is_in(&first));
}

#[test]
fn tab_reaches_the_search_the_facets_and_the_passages() {
    let page = Page::open("#theme=labor");
    page.until_true("passages are shown", || !page.shown().is_empty());

    let mut missing = BTreeSet::from([
        SEARCH_FIELD,
        "input[data-facet]",
        r#"[data-filter="theme=labor"]"#,
        "[data-clear-all]",
        "article[data-passage] a[href], article[data-passage] button",
    ]);
    // More than the page has stops before its first passages; a trap would never get there.
    for _ in 0..400 {
        page.press(Key::Tab);
        missing.retain(|selector| !page.focus_is_in(selector));
        if missing.is_empty() {
            return;
        }
    }
    panic!("Tab does not reach {missing:?}");
}

#[test]
fn space_chooses_and_the_focus_stays() {
    let page = Page::open("");
    let labor = facet_selector("theme", "labor");
    page.until_true("the page offers labor", || page.exists(&labor));
    page.run(
        "const input = document.querySelector(args[0]);
         input.closest('details')?.setAttribute('open', '');
         input.focus()",
        json!([labor]),
    );
    page.press(Key::Space);
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    assert!(page.is_chosen("theme", "labor"));
    assert!(page.focus_is_in(&labor), "the next key is lost when the focus is");
}

#[test]
fn enter_opens_a_label() {
    let page = Page::open("#theme=labor");
    let chip = r#"article[data-passage] [data-concept="labor"]"#;
    page.until_true("there is a label", || page.exists(chip));
    page.run("document.querySelector(args[0]).focus()", json!([chip]));
    page.press(Key::Enter);
    page.until_true("the evidence is shown", || !page.texts("[data-evidence]").is_empty());
}

#[test]
fn kinds_of_file_unfold_and_fold_up_again() {
    let page = Page::open("#theme=labor");
    let summary = "details.save > summary";
    page.until_true("there is something to save", || page.exists(summary));
    page.run("document.querySelector(args[0]).focus()", json!([summary]));
    page.press(Key::Enter);
    let is_open = || page.exists("details.save[open]");
    page.until_true("Enter unfolds them", is_open);
    page.press(Key::Tab);
    page.until_true("Tab goes to the first", || page.focus_is_in(".save button"));
    page.press(Key::Escape);
    page.until_true("Esc folds them up", || !is_open());
    assert!(page.focus_is_in(summary), "the focus is where it came from");

    page.press(Key::Enter);
    page.until_true("they are unfolded again", is_open);
    for _ in 0..5 {
        page.press(Key::Tab);
    }
    page.until_true("who goes on leaves them folded up", || !is_open());
}

#[test]
fn every_view_leads_on() {
    let page = Page::open("");
    for (view, door, led) in DOORS {
        page.go(&format!("#q=制裁&theme=sanctions&view={view}"));
        page.until_true(&format!("{view} has {door}"), || page.exists(door));
        if view == "method" {
            page.until_true("it begins at its heading", || page.focus_is_in("h1"));
        } else {
            page.press(Key::Tab);
            page.until_true("the first stop leads past the header", || page.focus_is_in(".skip"));
            page.press(Key::Enter);
            page.until_true("to what the view has", || page.focus_is_in("main"));
        }
        // One stop for each chart: the arrows lead about in it.
        let is_charted = door.starts_with(".chart");
        let stop = if is_charted { ".chart a[id^=year]" } else { door };
        press_until(&page, Key::Tab, stop, view);
        if is_charted {
            press_until(&page, Key::Left, door, view);
        }
        let before = page.fragment();
        page.press(Key::Enter);
        page.until_fragment(&format!("{door} of {view} leads on"), |link| {
            link != before && link.contains(led)
        });
    }
}

/// Presses a key as often as it takes until the focus is there.
#[track_caller]
fn press_until(page: &Page, key: Key, selector: &str, view: &str) {
    for _ in 0..100 {
        if page.focus_is_in(selector) {
            return;
        }
        page.press(key);
    }
    panic!("{key:?} does not lead to {selector} in {view}");
}

#[test]
fn a_question_mark_lists_the_keys_and_they_can_be_switched_off() {
    let page = Page::open("#theme=labor");
    page.until_true("the rest is here", || page.exists("article[data-passage]"));
    page.until_true("? opens the list", || {
        page.browser.press_character('?').expect("a key");
        page.exists("dialog[open] dl")
    });
    assert!(page.texts("dialog dt").contains(&"/".to_owned()));
    page.click("dialog input[type=checkbox]");
    page.press(Key::Escape);
    page.until_true("Esc closes it", || !page.exists("dialog"));
    page.browser.press_character('/').expect("a key");
    page.let_time_pass();
    assert!(!page.focus_is_in(SEARCH_FIELD), "/ does nothing now");
    // It is remembered, and can be switched on again with the pointer alone.
    page.go("#theme=labor");
    page.click("footer .link");
    page.until_true("the list is open", || page.exists("dialog[open] dl"));
    page.click("dialog input[type=checkbox]");
    page.click("dialog form button");
    page.until_true("it is closed", || !page.exists("dialog"));
    page.browser.press_character('/').expect("a key");
    page.until_true("/ leads to the search again", || page.focus_is_in(SEARCH_FIELD));
}
