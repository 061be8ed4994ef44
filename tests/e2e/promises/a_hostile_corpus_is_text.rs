//! A corpus in which everything tries to be more than text (`tests/hostile/`, and a line of a megabyte): in
//! every view all of it is text, and nothing in it acts, asks or leads away.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use vitrine_e2e::Server;

use crate::copy::Copy;
use crate::page::{Page, strings};

const VIEWS: [&str; 11] = [
    "",
    "#q=script",
    "#q=<script>alert(1)</script>&theme=<b>&-lang=\"onload=alert(1)",
    "#q=制裁&view=concordance",
    "#view=timeline",
    "#view=figures",
    "#view=matrix",
    "#view=framework",
    "#view=actors",
    "#view=terms",
    "#view=method",
];

/// Elements that a page of words does not have, attributes that act, and links that do not lead on.
const SUSPECT: &str = "
    const foreign = ['script:not([src])', 'iframe', 'object', 'embed', 'base', 'style', 'meta[http-equiv=refresh]',
        'img', 'video', 'audio', 'form[action]', 'svg script', 'svg foreignObject', 'svg image', 'svg use'];
    const found = [...document.body.querySelectorAll(foreign.join())].map(element => element.outerHTML);
    for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || name === 'srcdoc' || name === 'style' && element.closest('article'))
                found.push(`${element.localName} ${name}=${value}`);
        }
    }
    for (const { href } of document.links)
        // The only way out is where the curator says that the document was published.
        if (!href.startsWith(`${location.origin}/`) && !href.startsWith('https://hostile.invalid/')) found.push(`a link to ${href}`);
    if (window.hostile !== undefined) found.push(`something ran: ${window.hostile}`);
    if (getComputedStyle(document.body).display === 'none') found.push('a style of a text took hold');
    return found";

#[test]
fn in_every_view_all_of_it_is_text() {
    let (_site, page) = open("hostile-views");
    for view in VIEWS {
        page.go(view);
        page.until_true(&format!("{view} is drawn"), || page.exists("main"));
        page.let_time_pass();
        is_text(&page, view);
        let said = page.run("return document.title", json!([]));
        assert!(said.as_str().is_some_and(|title| !title.is_empty()), "{view} has a title");
    }
}

#[test]
fn every_document_is_read_word_for_word() {
    let (_site, page) = open("hostile-reading");
    let corpus = page.run("return window.vitrine.corpus()", json!([]));
    let documents = corpus["documents"].as_array().expect("documents").clone();
    assert!(documents.len() >= 4, "{documents:?}");
    let mut words = String::new();
    for document in &documents {
        let id = document["id"].as_str().expect("an id");
        page.go(&format!("#view=read&doc={}", encoded(id)));
        page.until_true(&format!("{id:?} is shown"), || !page.shown().is_empty());
        is_text(&page, id);
        // Each passage shows what the corpus has, sign for sign: nothing was taken for markup.
        let wrong = page.run(
            "const wrong = [];
             for (const article of document.querySelectorAll('article[data-passage]')) {
                 const { text } = await window.vitrine.passage(article.dataset.passage);
                 if (!article.textContent.includes(text)) wrong.push(text.slice(0, 200));
             }
             return wrong",
            json!([]),
        );
        assert_eq!(wrong, json!([]), "in {id:?}");
        words += &page.texts("main").concat();
    }
    for written in [
        "<script>window.hostile=3</script>",
        "<img src=x onerror=",
        "(javascript:alert(1))",
        "&lt;b&gt;",
    ] {
        assert!(words.contains(written), "{written} is shown as it is written");
    }
}

#[test]
fn a_line_of_a_megabyte_is_found_and_shown() {
    let (_site, page) = open("hostile-line");
    page.go("#q=制裁");
    page.until_true("it is found", || !page.shown().is_empty());
    is_text(&page, "a line of a megabyte");
    let longest = page.shown_passages();
    let length = |passage: &Value| passage["text"].as_str().map_or(0, str::len);
    assert!(longest.iter().map(length).max() > Some(500_000), "the whole line is one passage");
    page.type_query("!");
    page.until_fragment("and the page still answers", |state| state.contains('!'));
}

#[test]
fn whoever_asks_for_any_theme_where_there_is_none_finds_nothing() {
    let (_site, page) = open("hostile-themes");
    page.until_true("there are passages", || !page.shown().is_empty());
    page.go("#theme=*");
    page.until_true("none of them has a theme", || page.total() == Some(0));
    page.go("#-theme=*");
    page.until_true("all of them have none", || !page.shown().is_empty());
}

#[test]
fn its_plain_pages_are_text_too() {
    let (_site, page) = open("hostile-pages");
    let folder = hostile().join("documents");
    let pages: Vec<String> = fs::read_dir(&folder)
        .expect("plain pages")
        .map(|entry| entry.expect("a page").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".html"))
        .collect();
    assert!(pages.len() >= 4, "{pages:?}");
    for name in pages {
        page.load(&format!("documents/{name}"));
        let found = strings(&page.run(SUSPECT, json!([])));
        let found: Vec<_> = found.iter().filter(|found| !is_of_plain_pages(found)).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    let leaving = leaving(&page);
    assert!(leaving.is_empty(), "{leaving:?}");
    let mut said = page.browser.console().expect("the console's log");
    said.retain(|line| !line.contains("/favicon.ico"));
    assert!(said.is_empty(), "{said:?}");
}

/// What the plain pages have of their own.
fn is_of_plain_pages(found: &str) -> bool {
    found.starts_with("<style>")
}

fn is_text(page: &Page, what: &str) {
    let found = strings(&page.run(SUSPECT, json!([])));
    assert!(found.is_empty(), "{what}: {found:?}");
    assert_eq!(page.run("return window.complaints", json!([])), json!([]), "{what}: the policy");
    let leaving = leaving(page);
    assert!(leaving.is_empty(), "{what} asks for {leaving:?}");
}

/// What was asked for that is not the page's: of others, or of the host.
fn leaving(page: &Page) -> Vec<String> {
    let mut leaving = page.browser.requests().expect("the network log");
    let harmless = ["about:", "data:", "blob:", "chrome:", page.server.origin()];
    leaving.retain(|url| !harmless.iter().any(|kind| url.starts_with(kind)));
    let files = hostile();
    let is_missing = |target: &String| {
        // What browsers look for by themselves where a page names no icon.
        let is_icon = target == "/favicon.ico";
        !is_icon && Server::file(&files, "/", target).is_none_or(|file| !file.is_file())
    };
    leaving.extend(page.server.requests().into_iter().filter(is_missing));
    leaving
}

fn open(name: &str) -> (Copy, Page) {
    let site = Copy::of(&hostile(), name);
    site.watch_policy();
    let page = Page::without_opening(Server::start(&site.0, "/").expect("a server"));
    page.go("");
    (site, page)
}

fn hostile() -> PathBuf {
    env::var_os("VITRINE_HOSTILE_DIST")
        .expect("VITRINE_HOSTILE_DIST: `cargo xtask test web` builds that site and names it")
        .into()
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
