//! A new version waits until the reader asks for it. Until then the old one goes on, whole, and after that the
//! new one; choices and view stay.

use serde_json::json;
use vitrine_e2e::Server;

use crate::copy::Copy;
use crate::page::Page;

const QUERY: &str = "#theme=labor&q=sanctions";

#[test]
fn it_asks_and_the_view_and_the_choices_stay() {
    let (site, page) = kept("asked");
    page.go(QUERY);
    page.click("#language-zh-hant");
    page.click("button.scheme");
    put_in_place(&site);

    page.browser.reload().expect("loading again");
    page.wait_ready();
    page.until_true("it is offered", || !page.texts(".update").is_empty());
    assert!(!is_next(&page), "and not used");
    page.follow("#view=timeline");
    page.until_true("the old version is whole, though its files are gone", || {
        page.exists("[data-event]")
    });
    // Not by way of another page: where no tab has the old version any more, the new one need not wait.
    page.browser.reload().expect("loading again");
    page.wait_ready();
    page.until_true("it waits on", || !page.texts(".update").is_empty());
    assert!(!is_next(&page));

    page.follow(QUERY);
    page.until_true("the offer stays", || !page.texts(".update").is_empty());
    let choices = choices(&page);
    use_it(&page);
    page.until_true("it is used", || is_next(&page));
    page.wait_ready();
    assert_eq!(page.run("return location.hash", json!([])), QUERY, "the view is as it was");
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    assert_eq!(self::choices(&page), choices);
    assert_eq!(choices[1], "zh-Hant", "{choices}");
    assert!(page.texts(".update").is_empty(), "nothing is left to offer");

    page.server.stop();
    page.go("#view=timeline");
    page.until_true("and it is kept whole", || page.exists("[data-event]"));
    assert!(is_next(&page));
}

#[test]
fn later_is_later() {
    let (site, page) = kept("later");
    page.go(QUERY);
    put_in_place(&site);
    page.browser.reload().expect("loading again");
    page.wait_ready();
    page.until_true("it is offered", || !page.texts(".update").is_empty());
    page.click(".update button:last-of-type");
    page.until_true("the offer is gone", || page.texts(".update").is_empty());
    page.until_true("the page stays as it is", || !page.shown().is_empty());
    assert!(!is_next(&page));
}

#[test]
fn two_tabs_of_two_versions_are_told_of_each_other() {
    let (site, page) = kept("two-tabs");
    page.go(QUERY);
    let first = page.browser.tab().expect("the tab");
    let second = page.browser.new_tab().expect("another tab");
    put_in_place(&site);

    page.browser.switch_to(&second).expect("the other tab");
    page.go(QUERY);
    page.until_true("the new version is offered", || !page.texts(".update").is_empty());
    use_it(&page);
    page.until_true("and used", || is_next(&page));

    page.browser.switch_to(&first).expect("the first tab");
    page.until_true("here it is said", || {
        page.texts(".update").iter().any(|said| said.contains("newer version"))
    });
    assert!(!is_next(&page), "this tab goes on as it is");
    page.follow("#view=timeline");
    page.until_true("and is whole", || page.exists("[data-event]"));
    page.click(".update button");
    page.until_true("until the reader has had enough", || is_next(&page));
    page.wait_ready();
    page.until_true("the view stays", || page.exists("[data-event]"));
}

/// A copy of the site, and a window that has it from the worker.
fn kept(name: &str) -> (Copy, Page) {
    let site = Copy::of_the_site(name);
    let page = Page::open_until_kept(Server::start(&site.0, "/").expect("a server"));
    page.go("");
    (site, page)
}

fn put_in_place(site: &Copy) {
    site.become_next();
}

fn use_it(page: &Page) {
    page.click(".update button");
}

fn is_next(page: &Page) -> bool {
    page.look("return document.documentElement.dataset.release ?? ''", json!([])) == "next"
}

fn choices(page: &Page) -> serde_json::Value {
    let script = "return [document.documentElement.dataset.scheme, document.documentElement.lang]";
    page.run(script, json!([]))
}
