//! No request goes anywhere but to the page's own host, and that host never learns what is sought.

use serde_json::json;

use crate::page::Page;

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
fn the_host_is_asked_for_files_and_nothing_else() {
    let page = Page::open("#theme=labor&q=sanctions");
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    let loaded = page.server.requests();
    for target in &loaded {
        assert!(!target.contains('?') && !target.contains("labor"), "the host is told {target}");
    }

    page.toggle_facet("lang", "en");
    page.until_total(
        page.expected_total("sanctions", json!({ "theme": ["labor"], "lang": ["en"] })),
    );
    page.follow("q=制裁");
    page.until_total(page.expected_total("制裁", json!({})));
    assert_eq!(page.server.requests(), loaded, "after the first load the network is not needed");
}
