//! With the network gone, with the host gone, and as one file from a disk: the same page. What is not ours
//! is not done.

use std::fs;

use serde_json::json;
use vitrine_e2e::Server;

use crate::copy::{Copy, WATCH};
use crate::page::{Edition, Page, dist, single_file};

const QUERY: &str = "#theme=labor&q=sanctions";

#[test]
fn the_single_file_finds_shows_and_asks_for_nothing() {
    let page = Page::open("");
    let expected = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    page.until_true("the site has all it asks for", || page.is_kept() == Some(true));
    page.browser.open("about:blank").expect("an empty page");
    page.browser.requests().expect("what was asked for by the site");
    let asked = page.server.requests();
    page.browser.open(&format!("{}{QUERY}", single_file())).expect("the file opens");
    page.wait_ready();
    // What the policy complains of before that, the console has.
    page.run(WATCH, json!([]));
    page.until_total(expected);
    assert!(page.texts(".download-page a").is_empty(), "it is offered in itself");
    assert_eq!(page.is_kept(), None, "a file has no need to be kept");

    // The later part of the program is in it too.
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
    page.follow("#view=matrix");
    page.until_true("the table is drawn", || page.exists("td"));
    for url in page.browser.requests().expect("the network log") {
        let inside = ["file:", "data:", "blob:", "about:"].iter().any(|kind| url.starts_with(kind));
        assert!(inside, "{url} is asked for");
    }
    assert_eq!(page.server.requests(), asked, "the host knows nothing of it");
    is_content(&page);
}

#[test]
fn the_policy_has_nothing_to_complain_of() {
    let site = Copy::of_the_site("policy");
    site.watch_policy();
    let page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    for state in ["#theme=labor", "#view=timeline", "#view=figures", "#view=matrix", "#view=method"]
    {
        page.go(state);
        page.until_true("the view is drawn", || page.exists("main h1, main h2, main article"));
        is_content(&page);
    }
    let html = fs::read_to_string(dist().join("index.html")).expect("the page's HTML");
    assert!(html.contains("Content-Security-Policy"), "the page has a policy");
    for never in ["'unsafe-inline'", "'unsafe-eval'", "content=\"policy\""] {
        assert!(!html.contains(never), "{never} is in the page");
    }
    // The watch itself works.
    page.run(
        "const image = new Image();
         image.src = 'http://127.0.0.1:9/';",
        json!([]),
    );
    page.until_true("what is forbidden is complained of", || {
        page.run("return window.complaints.length > 0", json!([])) == true
    });
    page.browser.console().expect("the console says so too");
}

#[test]
fn whose_work_it_is_made_of_can_be_read_in_every_edition() {
    let page = Page::open("");
    assert!(page.texts(".licences-inside").is_empty(), "the site has a page for it");
    page.click(".licences-page a");
    for name in ["leptos ", "CC-CEDICT"] {
        page.until_true(name, || page.texts("main li").iter().any(|work| work.contains(name)));
    }
    let loaded = "return document.readyState === 'complete'";
    page.until_true("all of the list is there", || page.run(loaded, json!([])) == true);
    let names = page.texts("main li").join("\n");
    assert!(page.texts("main pre").is_empty(), "the terms are folded");

    page.browser.open(&single_file()).expect("the file opens");
    page.wait_ready();
    assert!(page.texts(".licences-page").is_empty() && page.texts("#licences").is_empty());
    // What comes above the footer moves it.
    page.until_true("the page is whole", || {
        page.exists(".overview .times") && page.shown().len() == 25
    });
    page.click(".licences-inside button");
    page.until_true("the same list opens inside", || {
        page.texts("#licences li").join("\n") == names
    });
}

#[test]
fn it_goes_on_when_the_host_is_gone() {
    let page = Page::open_until_kept(Server::start(&dist(), "/").expect("a server"));
    let expected = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    page.server.stop();

    page.go(QUERY);
    page.until_total(expected);
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
    page.until_true("and the reader can know why", || page.is_kept() == Some(true));
}

#[test]
fn it_goes_on_when_only_the_page_is_gone() {
    let site = Copy::of_the_site("emptied");
    let page = Page::open_until_kept(Server::start(&site.0, "/").expect("a server"));
    let expected = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    fs::remove_dir_all(&site.0).expect("the host has lost the site");
    page.go(QUERY);
    page.until_total(expected);
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
    // That there is no newer worker is written down by some browsers.
    page.browser.console().expect("the console's log");
}

#[test]
fn a_worker_can_be_taken_back() {
    let site = Copy::of_the_site("taken-back");
    let page = Page::open_until_kept(Server::start(&site.0, "/").expect("a server"));
    fs::copy(site.0.join("worker-off.js"), site.0.join("worker.js")).expect("the switch");
    page.go("");
    let left = "return (await navigator.serviceWorker.getRegistrations()).length
        + (await caches.keys()).length";
    page.until_true("nothing is left of it", || page.run(left, json!([])) == 0);
}

#[test]
fn a_file_that_is_not_of_this_build_is_not_kept() {
    let site = Copy::of_the_site("altered");
    fs::write(site.0.join("icon-192.png"), b"another").expect("another file");
    let mut page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    page.let_console_speak();
    page.go(QUERY);
    page.until_true("which the reader can know", || page.is_kept() == Some(false));
    assert!(page.server.requests().iter().any(|target| target == "/icon-192.png"));
    let tried = "const registration = await navigator.serviceWorker.getRegistration();
        return !registration?.active && !registration?.waiting
            && (await caches.keys()).length === 0";
    page.until_true("it was refused", || page.run(tried, json!([])) == true);
    assert!(!page.shown().is_empty(), "the page goes on without a worker");
}

#[test]
fn a_host_that_knows_few_types_will_do() {
    let page = Page::without_opening(Server::of_old(&dist()).expect("a server"));
    page.go(QUERY);
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    page.follow("#view=timeline");
    page.until_true("the later part is here too", || page.exists("[data-event]"));
    page.until_true("and all is kept", || page.is_kept() == Some(true));
    page.server.stop();
    page.go(QUERY);
    page.until_true("under its right types", || !page.shown().is_empty());
}

#[test]
fn the_editions_are_of_one_build() {
    let of = |edition| {
        let page = Page::open_edition(edition);
        let said = page.texts(".version code");
        assert!(!said.is_empty(), "{edition:?} says no version");
        said
    };
    let [site, installed, file] = Edition::ALL.map(of);
    assert_eq!(site, installed);
    assert_eq!(site, file);
}

fn is_content(page: &Page) {
    assert_eq!(page.run("return window.complaints", json!([])), json!([]));
}
