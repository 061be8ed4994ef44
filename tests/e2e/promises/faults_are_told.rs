//! What goes wrong around the page, or in it, is told in words; what the reader had is not lost by it.

use std::fs;

use serde_json::json;
use vitrine_e2e::{Engine, Server, Setup};

use crate::copy::Copy;
use crate::page::{Page, dist, engine};

const QUERY: &str = "#theme=labor&q=sanctions";

/// Stores until nothing more goes in.
const FILL: &str = "
    let text = 'x'.repeat(1 << 20);
    for (let n = 0; text.length; n++) {
        try { localStorage.setItem(`filled-${n}`, text) } catch { text = text.slice(0, text.length >> 1) }
    }";

#[test]
fn a_full_storage_costs_a_choice_and_says_so() {
    let page = Page::open(QUERY);
    let total = page.total();
    page.run(FILL, json!([]));
    page.click("#language-zh-hans");
    page.until_true("the choice holds", || lang(&page) == "zh-Hans");
    page.until_true("and it is said that it is not kept", || {
        page.texts(".toast").iter().any(|said| said.contains("保存"))
    });
    assert_eq!(page.total(), total, "the view is as it was");
    page.go(QUERY);
    page.until_true("it is not remembered", || lang(&page) == "en");
}

#[test]
fn where_nothing_may_be_kept_the_page_works_and_says_so() {
    let setup = Setup { keeps_nothing: true, ..Setup::default() };
    let mut page = Page::set_up(Server::start(&dist(), "/").expect("a server"), setup);
    // What browsers write of what they were told to refuse.
    page.let_console_speak();
    page.go(QUERY);
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    page.click("button.scheme");
    page.until_true("a choice holds", || page.attribute("html", "data-scheme").is_some());
    page.until_true("and it is said that it is not kept", || {
        page.texts(".toast").iter().any(|said| said.contains("stores no settings"))
    });
    // What WebKit's setting forbids does not reach as far as workers.
    let is_kept = Some(engine() == Engine::WebKit);
    page.until_true("nor is the page", || page.is_kept() == is_kept);
    page.follow("#view=timeline");
    page.until_true("all of it is there", || page.exists("[data-event]"));
}

#[test]
fn what_was_remembered_may_be_nonsense() {
    let page = Page::open(QUERY);
    page.run(
        "for (const name of ['language', 'scheme', 'keys'])
            localStorage.setItem(`vitrine.${name}`, '\\u0000<script>' + '\\ud800'.repeat(99))",
        json!([]),
    );
    page.go(QUERY);
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    assert_eq!(lang(&page), "en");
    assert_eq!(page.attribute("html", "data-scheme"), None);
    page.click("#language-zh-hant");
    page.go(QUERY);
    page.until_true("and a choice is remembered again", || lang(&page) == "zh-Hant");
}

#[test]
fn a_private_window_has_all_of_it() {
    let setup = Setup { is_private: true, ..Setup::default() };
    let page = Page::set_up(Server::start(&dist(), "/").expect("a server"), setup);
    page.go(QUERY);
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    page.until_true("it says whether it works without a network", || page.is_kept().is_some());
    page.follow("#view=timeline");
    page.until_true("the timeline is drawn", || page.exists("[data-event]"));
}

#[test]
fn a_worker_that_fails_leaves_a_page_that_works() {
    for (name, worker) in [
        ("no-worker", None),
        ("cut-off", Some("const BUILD = {")),
        (
            "failing",
            Some("self.addEventListener('install', event => event.waitUntil(Promise.reject(1)))"),
        ),
    ] {
        let site = Copy::of_the_site(name);
        let file = site.0.join("worker.js");
        match worker {
            Some(text) => fs::write(file, text).expect("a worker that fails"),
            None => fs::remove_file(file).expect("no worker"),
        }
        let mut page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
        page.let_console_speak();
        page.go(QUERY);
        page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
        page.until_true("which is said", || page.is_kept() == Some(false));
    }
}

#[test]
fn a_kept_copy_that_is_broken_is_fetched_anew() {
    let server = Server::start(&dist(), "/").expect("a server");
    let mut page = Page::open_until_kept(server);
    page.let_console_speak();
    page.run(
        "for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const { url } of await cache.keys()) {
                if (!url.endsWith('.wasm')) continue;
                const type = { 'Content-Type': 'application/wasm' };
                const half = (await (await cache.match(url)).arrayBuffer()).slice(0, 5000);
                await cache.put(url, new Response(half, { headers: type }));
            }
        }",
        json!([]),
    );
    page.browser.open("about:blank").expect("an empty page");
    page.load(QUERY);
    page.until("it is told", || page.alert());
    page.click(".failure button");
    page.until_true("the page comes from its host", || {
        page.alert().is_none() && !page.shown().is_empty()
    });
    page.wait_ready();
    page.until_total(page.expected_total("sanctions", json!({ "theme": ["labor"] })));
    page.until_true("and is kept again", || page.is_kept() == Some(true));
    page.server.stop();
    page.go(QUERY);
    page.until_true("whole", || !page.shown().is_empty());
}

#[test]
fn a_broken_copy_is_not_thrown_away_where_there_is_no_other() {
    let server = Server::start(&dist(), "/").expect("a server");
    let mut page = Page::open_until_kept(server);
    page.let_console_speak();
    page.server.stop();
    page.go(QUERY);
    page.run(
        "dispatchEvent(new CustomEvent('vitrine:failed', { detail: 'of no matter' }))",
        json!([]),
    );
    page.until("it is told", || page.alert());
    page.click(".failure button");
    page.until_true("what was kept is still there", || {
        page.alert().is_none() && !page.shown().is_empty()
    });
}

#[test]
fn a_panic_leaves_the_link_and_a_report() {
    // What other programs in the page cannot reach is kept for this test: a passage by a number that it
    // may not have.
    let site = Copy::of_the_site("panic");
    let keep = "addEventListener('vitrine:ready', () => (window.passageAt = window.vitrine.at));";
    site.prepend("boot-", keep);

    let mut page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    page.let_console_speak();
    page.go(QUERY);
    let found = page.expected_total("sanctions", json!({ "theme": ["labor"] }));
    page.until_true("all passages are shown", || page.shown().len() as u64 == found);
    let shown = page.shown();
    page.run("scrollTo(0, document.body.scrollHeight)", json!([]));
    page.run("setTimeout(() => window.passageAt(2 ** 31))", json!([]));
    let said = page.until("it is told", || page.alert());
    assert!(said.contains("has stopped"), "{said}");
    let report = page.texts(".failure pre").pop().expect("a report");
    assert!(report.contains("panicked at") && report.contains(QUERY), "{report}");
    assert!(page.is_in_view(".failure"), "the reader sees it, wherever they were");
    assert_eq!(page.shown(), shown, "what was on the screen is still there");
    let link = page.attribute(".failure a[href*='#']", "href").expect("the view's link");
    assert!(link.ends_with(QUERY), "{link}");

    page.click(".failure pre + button");
    page.until_true("it is copied, or ready to be", || {
        page.texts(".failure pre + button") == ["Copied"]
            || page.run("return getSelection().toString()", json!([])).as_str() == Some(&report)
    });
    page.click(".failure button");
    page.until_true("the view is back", || page.alert().is_none() && page.shown() == shown);
}

#[test]
fn a_trap_is_told_like_a_panic() {
    // The smallest program that traps: what running out of memory looks like from outside.
    let site = Copy::of_the_site("trap");
    site.prepend(
        "boot-",
        "const program = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
            7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
         window.trap = async () => {
             const { instance } = await WebAssembly.instantiate(program);
             setTimeout(instance.exports.f);
         };",
    );
    let mut page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    page.let_console_speak();
    page.go(QUERY);
    page.run("await window.trap()", json!([]));
    let said = page.until("it is told", || page.alert());
    assert!(said.contains("has stopped") && said.contains(QUERY), "{said}");
}

fn lang(page: &Page) -> String {
    page.attribute("html", "lang").unwrap_or_default()
}
