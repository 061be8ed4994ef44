//! With the network gone, with the host gone, and as one file from a disk: the same page. What is not ours
//! is not done.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use vitrine_e2e::Server;

use crate::page::{Page, dist};

const QUERY: &str = "#theme=labor&q=sanctions";

/// Complaints of the policy, from the beginning of the page.
const WATCH: &str = "window.complaints = [];
    addEventListener('securitypolicyviolation', event =>
        window.complaints.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))";

#[test]
fn the_single_file_finds_shows_and_asks_for_nothing() {
    let mut page = Page::open("");
    let expected = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    watch(&page);
    page.browser.requests().expect("what was asked for by the site");
    page.browser.open(&format!("file://{}{QUERY}", file().display())).expect("the file opens");
    page.wait_ready();
    page.until_total(expected);
    assert!(!page.exists(".download-page a") || page.texts(".download-page a").is_empty());

    // The later part of the program is in it too.
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
    page.follow("#view=matrix");
    page.until_true("the table is drawn", || page.exists("td"));
    for url in page.browser.requests().expect("the network log") {
        let inside = ["file:", "data:", "blob:", "about:"].iter().any(|kind| url.starts_with(kind));
        assert!(inside, "{url} is asked for");
    }
    is_content(&page);
    page.let_console_speak();
}

#[test]
fn the_policy_has_nothing_to_complain_of() {
    let page = Page::open("");
    watch(&page);
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
}

#[test]
fn whose_work_it_is_made_of_can_be_read_in_every_edition() {
    let mut page = Page::open("");
    assert!(page.texts(".licences-inside").is_empty(), "the site has a page for it");
    page.click(".licences-page a");
    page.until_true("the list opens", || page.texts("main li").len() > 20);
    let names = page.texts("main li").join("\n");
    for name in ["leptos ", "CC-CEDICT"] {
        assert!(names.contains(name), "{name}");
    }
    assert!(page.texts("main pre").is_empty(), "the terms are folded");

    page.browser.open(&format!("file://{}", file().display())).expect("the file opens");
    page.wait_ready();
    assert!(page.texts(".licences-page").is_empty() && page.texts("#licences").is_empty());
    page.click(".licences-inside button");
    page.until_true("the same list opens inside", || {
        page.texts("#licences li").join("\n") == names
    });
    page.let_console_speak();
}

#[test]
fn it_goes_on_when_the_host_is_gone() {
    let site = copy_of_the_site("offline");
    let page = open_until_kept(&site);
    let expected = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    fs::remove_dir_all(&site).expect("the host has lost the site");

    page.go(QUERY);
    page.until_total(expected);
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
}

#[test]
fn a_new_version_waits_until_it_is_wanted() {
    let site = copy_of_the_site("versions");
    let page = open_until_kept(&site);
    page.go(QUERY);
    let worker = site.join("worker.js");
    let renamed = fs::read_to_string(&worker)
        .expect("the worker")
        .replace("\"version\":\"", "\"version\":\"next-");
    fs::write(&worker, renamed).expect("a new version");

    page.go(QUERY);
    page.until_true("it is offered", || !page.texts(".update").is_empty());
    let kept = "return (await caches.keys()).filter(name => name.includes('next-')).length";
    assert_eq!(page.run(kept, json!([])), 1, "it is whole before it is offered");
    page.click(".update button");
    page.until_true("it is used, and the offer is gone", || {
        page.run("return document.readyState === 'complete'", json!([])) == true
            && page.texts(".update").is_empty()
    });
    page.wait_ready();
    assert_eq!(page.run("return location.hash", json!([])), QUERY, "the view is as it was");
    let _ = fs::remove_dir_all(&site);
}

#[test]
fn a_worker_can_be_taken_back() {
    let site = copy_of_the_site("taken-back");
    let page = open_until_kept(&site);
    fs::copy(site.join("worker-off.js"), site.join("worker.js")).expect("the switch");
    page.go("");
    let left = "return (await navigator.serviceWorker.getRegistrations()).length
        + (await caches.keys()).length";
    page.until_true("nothing is left of it", || page.run(left, json!([])) == 0);
    let _ = fs::remove_dir_all(&site);
}

#[test]
fn a_file_that_is_not_of_this_build_is_not_kept() {
    let site = copy_of_the_site("altered");
    let icon = site.join("icon-192.png");
    fs::write(&icon, b"another").expect("another file");
    let server = Server::start(&site, "/").expect("a server");
    let mut page = Page::without_opening(server);
    page.let_console_speak();
    page.go(QUERY);
    let tried = "const registration = await navigator.serviceWorker.getRegistration();
        return !registration?.active && !registration?.waiting
            && (await caches.keys()).length === 0";
    page.until_true("the worker has asked for it", || {
        page.server.requests().iter().any(|target| target == "/icon-192.png")
    });
    page.until_true("it was refused", || page.run(tried, json!([])) == true);
    assert!(!page.shown().is_empty(), "the page goes on without a worker");
    let _ = fs::remove_dir_all(&site);
}

fn watch(page: &Page) {
    let source = json!({ "source": WATCH });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", source).expect("a listener");
}

fn is_content(page: &Page) {
    assert_eq!(page.run("return window.complaints", json!([])), json!([]));
}

fn file() -> PathBuf {
    dist().join("vitrine.html").canonicalize().expect("the single file is in the site")
}

/// A window on this folder, with a worker that has kept everything.
fn open_until_kept(site: &std::path::Path) -> Page {
    let server = Server::start(site, "/").expect("a server");
    let page = Page::without_opening(server);
    page.go("");
    page.run("await navigator.serviceWorker.ready", json!([]));
    page
}

fn copy_of_the_site(name: &str) -> PathBuf {
    let copy = std::env::temp_dir().join(format!("vitrine-e2e-{}-{name}", std::process::id()));
    fs::create_dir_all(&copy).expect("a folder");
    for entry in fs::read_dir(dist()).expect("the site") {
        let from = entry.expect("a file").path();
        if from.is_file() {
            fs::copy(&from, copy.join(from.file_name().expect("a name"))).expect("a copy");
        }
    }
    copy
}
