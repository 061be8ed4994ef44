//! Where the page, or a part of it, cannot start, a reader is told so in words, and what to do.

use std::fs;

use serde_json::json;
use vitrine_e2e::Server;

use crate::copy::Copy;
use crate::page::{Page, dist};

#[test]
fn a_broken_download_is_explained() {
    let broken = Copy::of_the_site("truncated");
    let wasm = broken.program();
    let bytes = fs::read(&wasm).expect("the wasm");
    fs::write(&wasm, &bytes[..bytes.len() / 2]).expect("half of it");
    is_explained(&broken);
}

#[test]
fn a_missing_file_is_explained() {
    let broken = Copy::of_the_site("missing");
    fs::remove_file(broken.program()).expect("the wasm");
    is_explained(&broken);
}

#[test]
fn what_a_missing_part_does_not_draw_goes_on_and_it_can_be_fetched_again() {
    let site = Copy::of_the_site("parted");
    let (rest, aside) = (site.rest(), site.0.join("aside"));
    fs::rename(&rest, &aside).expect("the part is gone");
    goes_on_without(&site, || fs::rename(&aside, &rest).expect("the part is back"));
}

#[test]
fn the_same_where_only_half_of_it_came() {
    let site = Copy::of_the_site("half-a-part");
    let rest = site.rest();
    let bytes = fs::read(&rest).expect("the part");
    fs::write(&rest, &bytes[..bytes.len() / 2]).expect("half of it");
    goes_on_without(&site, || fs::write(&rest, bytes).expect("all of it"));
}

#[test]
fn a_browser_without_scripts_is_told_what_it_needs() {
    let html = fs::read_to_string(dist().join("index.html")).expect("the page's HTML");
    let (_, after) = html.split_once("<noscript>").expect("a <noscript>");
    let (inside, _) = after.split_once("</noscript>").expect("its end");
    assert!(inside.contains("JavaScript"), "{inside:?} names what is missing");
}

fn is_explained(broken: &Copy) {
    let server = Server::start(&broken.0, "/").expect("a server");
    let mut page = Page::without_opening(server);
    page.let_console_speak();
    page.load("#theme=labor");
    let words = page.until("an alert is shown", || page.alert());
    assert!(words.split_whitespace().count() >= 5, "{words:?} says what to do");
    assert!(words.contains("could not start") && words.contains("#theme=labor"), "{words}");
}

fn goes_on_without(site: &Copy, mend: impl FnOnce()) {
    let server = Server::start(&site.0, "/").expect("a server");
    let mut page = Page::without_opening(server);
    page.let_console_speak();
    page.go("#view=timeline");
    page.until("an alert is shown", || page.alert());

    page.follow("#theme=labor");
    page.until_true("results are shown", || !page.shown().is_empty());

    // What would stand above the page is not told of at its end, where nobody looks.
    page.browser.press_character('?').expect("a key");
    page.until_true("it is told at once", || !page.texts(".toast").concat().is_empty());
    assert!(!page.exists(".part") && !page.exists("dialog"), "nothing stands in its place");

    page.follow("#view=timeline");
    page.until_true("it is still told", || page.exists("[role=alert]"));
    mend();
    page.click("[role=alert] button");
    page.until_true("the view is there", || page.exists("[data-event]"));
}

#[test]
fn it_starts_where_the_browser_does_not_say_what_is_seen() {
    let site = Copy::of_the_site("unseen");
    site.prepend(
        "boot-",
        "if (location.search === '?none') delete window.PerformanceObserver;
         if (location.search === '?other') {
             Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { value: ['mark'] });
         }
         if (location.search === '?mute') PerformanceObserver.prototype.observe = () => {};",
    );
    let page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    for less in ["?none", "?other", "?mute"] {
        page.go(less);
        page.until_true("passages are shown", || !page.shown().is_empty());
    }
}

#[test]
fn the_page_stands_before_its_later_part_is_asked_for_unless_the_link_leads_there() {
    let site = Copy::of_the_site("later");
    site.prepend(
        "boot-",
        "addEventListener('vitrine:ready', () => (window.stoodAt = performance.now()));",
    );
    let page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    let asked = "return performance.getEntriesByType('resource')
        .find(file => file.name.includes('split_views'))?.startTime";
    for (link, is_before) in [("", false), ("#q=sanctions", false), ("#view=timeline", true)] {
        page.go(link);
        let stood = page.run("return window.stoodAt", json!([])).as_f64().expect("it stands");
        let asked = page.until("it is asked for", || page.look(asked, json!([])).as_f64());
        assert_eq!(asked < stood, is_before, "{link}: asked for at {asked}, stood at {stood}");
    }
}
