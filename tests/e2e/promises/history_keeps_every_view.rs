//! Back, forward and reload lead to the views a reader has seen: a choice is a step, and so is the first letter
//! of a query, but not the others.

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
fn typing_is_one_step() {
    let page = Page::open("");
    let steps = page.history_length();
    page.type_query("sanctions");
    page.until_fragment("the query is in the link", |state| state.contains("q=sanctions"));
    assert_eq!(page.history_length(), steps + 1, "letters are not steps");
    page.browser.back().expect("back");
    page.until_fragment("back is before the search", str::is_empty);
}

#[test]
fn back_widens_a_word_again() {
    let page = Page::open("#q=sanctions");
    page.until_true("what stands for the word is shown", || page.exists(".understood button"));
    page.click(".understood button");
    page.until_fragment("the word alone is asked for", |state| state == "q=+sanctions");
    page.browser.back().expect("back");
    page.until_fragment("back is before that", |state| state == "q=sanctions");
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

/// How far the page is scrolled, and how many passages it shows.
fn place(page: &Page) -> (u64, u64) {
    let place =
        "return [Math.round(scrollY), document.querySelectorAll('article[data-passage]').length]";
    let place = page.look(place, json!([]));
    (place[0].as_u64().unwrap_or(0), place[1].as_u64().unwrap_or(0))
}

#[test]
fn back_leads_to_the_place_among_the_results() {
    let page = Page::open("#q=俄羅斯");
    page.until_true("a page of results is drawn", || place(&page).1 == 25);
    page.click("button.more");
    page.until_true("more are drawn", || place(&page).1 == 50);
    for back in ["history.back()", "document.querySelector('a.back').click()"] {
        page.run(
            "document.querySelectorAll('article[data-passage]')[40].scrollIntoView()",
            json!([]),
        );
        // The page remembers a place a frame after it has been scrolled there.
        page.let_time_pass();
        let before = place(&page);
        assert!(before.0 > 1_000, "{before:?}");
        let read = "document.querySelectorAll('article[data-passage]')[40].querySelector('a[href*=\"view=read\"]').click()";
        page.run(read, json!([]));
        page.until_fragment("the document is open", |state| state.contains("view=read"));
        page.until_true("it is drawn", || page.exists("a.back"));
        page.let_time_pass();
        page.run(back, json!([]));
        page.until_true("the reader is where the results were left", || {
            let now = place(&page);
            now.1 == before.1 && now.0.abs_diff(before.0) < 3
        });
    }
}

#[test]
fn the_link_comes_up_with_the_reader_once_the_browser_lets_it() {
    let page = Page::open("");
    // As Safari does it after a hundred changes in half a minute, but for a shorter while.
    let refuse = "
        const { setTimeout } = window;
        window.setTimeout = (act, wait, ...more) => setTimeout(act, wait === 30_000 ? 300 : wait, ...more);
        for (const step of ['pushState', 'replaceState'])
            history[step] = () => {
                window.refused = (window.refused ?? 0) + 1;
                throw new DOMException('too many', 'SecurityError');
            };";
    page.run(refuse, json!([]));
    page.type_query("sanctions");
    page.until_true("the browser has refused a step", || {
        page.look("return window.refused > 0", json!([])) == true
    });
    // Every letter has been refused, not only the first.
    page.let_time_pass();
    assert_eq!(page.fragment(), "");
    page.run("delete history.pushState; delete history.replaceState", json!([]));
    page.until_fragment("the link tells of the query", |state| state == "q=sanctions");
}
