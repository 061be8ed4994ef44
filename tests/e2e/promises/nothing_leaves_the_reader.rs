//! No request goes anywhere but to the page's own host, and that host never learns what is sought.

use serde_json::json;
use vitrine_e2e::Engine;

use crate::copy::listed;
use crate::page::{Page, engine};

#[test]
fn every_request_stays_with_the_host() {
    let page = Page::open("#theme=labor");
    page.type_query("制裁");
    page.until_fragment("the query is in the link", |state| state.contains("制裁"));
    page.toggle_facet("lang", "en");
    page.until_true("the language is chosen", || page.is_chosen("lang", "en"));

    for url in page.browser.requests().expect("the network log") {
        let own = url.starts_with(page.server.origin());
        let none = ["about:", "data:", "blob:", "chrome:"].iter().any(|kind| url.starts_with(kind));
        assert!(own || none, "{url} is asked for");
    }
}

#[test]
fn what_would_leave_is_seen_here() {
    let page = Page::open("");
    // A file without a policy, which would not let it come so far.
    page.load("robots.txt");
    page.browser.requests().expect("what was asked for before");
    page.run("new Image().src = 'http://elsewhere.invalid/seen'", json!([]));
    page.until_true("the request is known", || {
        let asked = page.browser.requests().expect("the network log");
        asked.iter().any(|url| url.starts_with("http://elsewhere.invalid/"))
    });
    // Not every browser says so, and one that does takes a while.
    page.let_time_pass();
    page.browser.console().expect("that it was in vain");
}

#[test]
fn the_host_is_asked_for_files_and_nothing_else() {
    let page = Page::open("#theme=labor&q=sanctions");
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    // The page asks for its files, and the worker, once, for those that the build listed, whatever is
    // sought: nothing else is allowed.
    page.until_true("the page is kept", || page.is_kept() == Some(true));
    let loaded = page.server.requests();
    let listed = listed();
    for target in &loaded {
        let own = target == "/" || target == "/worker.js" || listed.contains(target);
        assert!(own, "the host is told {target}");
        let times = loaded.iter().filter(|other| *other == target).count();
        // A driven window of WebKit is a private one, which keeps nothing: there, what was asked for early
        // is asked for again.
        let most = if engine() == Engine::WebKit { 3 } else { 2 };
        assert!(
            times <= most,
            "{target} is asked for {times} times: by the page, the worker and …"
        );
    }

    page.toggle_facet("lang", "en");
    page.until_total(
        page.expected_total("sanctions", json!({ "theme": ["labor"], "lang": ["en"] })),
    );
    page.follow("q=制裁");
    page.until_total(page.expected_total("制裁", json!({})));
    assert_eq!(page.server.requests(), loaded, "after the first load the network is not needed");
}
