//! No view bars anyone: axe-core finds nothing, in light and dark, on a phone and a desk.

use std::env;
use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};
use vitrine_e2e::ColorScheme;

use crate::page::Page;

#[test]
fn browsing_has_no_violations() {
    has_no_violations(|_| "#theme=labor".to_owned());
}

#[test]
fn search_results_have_no_violations() {
    has_no_violations(|_| "#q=朝鮮&lang=zh-Hant".to_owned());
}

#[test]
fn reading_has_no_violations() {
    has_no_violations(|page| {
        let passage = page.some_passage(r#"passage.role === "content""#);
        let [doc, id] = ["doc", "id"].map(|key| passage[key].as_str().expect("a text"));
        format!("#view=read&doc={doc}&at={id}")
    });
}

#[test]
fn the_account_of_the_reading_has_no_violations() {
    has_no_violations(|_| "#view=method".to_owned());
}

#[test]
fn lines_and_terms_have_no_violations() {
    has_no_violations(|_| "#q=制裁&view=concordance".to_owned());
    has_no_violations(|_| "#theme=labor&view=terms".to_owned());
}

#[test]
fn the_timeline_has_no_violations() {
    has_no_violations(|_| "#year=2023&view=timeline".to_owned());
}

#[test]
fn figures_have_no_violations() {
    has_no_violations(|_| "#view=figures&unit=US+dollars".to_owned());
}

#[test]
fn the_matrix_has_no_violations() {
    has_no_violations(|_| "#q=制裁&view=matrix&rows=actor&cells=share".to_owned());
}

#[test]
fn the_argument_and_its_actors_have_no_violations() {
    has_no_violations(|_| "#view=framework".to_owned());
    has_no_violations(|_| "#view=actors".to_owned());
}

#[test]
fn clippings_own_and_shared_have_no_violations() {
    let page = Page::open("#theme=labor");
    for n in [0, 1] {
        page.until_true("passages are shown", || page.shown().len() > n);
        page.click(&format!("{} [data-aside]", crate::page::article(&page.shown()[n])));
    }
    page.follow("#view=clippings");
    page.until_true("both are listed", || page.shown().len() == 2);
    assert_no_violations(&page, "clippings");
    let ids = page.shown();
    page.follow(&format!("#view=clippings&clip={}", ids[0]));
    page.until_true("one is shared", || page.shown().len() == 1);
    assert_no_violations(&page, "shared clippings");
}

#[test]
fn sharing_has_no_violations() {
    let page = Page::open("#theme=labor");
    page.click(".views .share");
    page.until_true("it is open", || page.exists("dialog[open] svg.code"));
    assert_no_violations(&page, "sharing");
}

#[test]
fn citing_and_what_a_link_has_become_have_no_violations() {
    let page = Page::open("");
    let passage = page.some_passage("passage.role === 'content' && passage.text.length > 120");
    let [id, doc] = ["id", "doc"].map(|key| passage[key].as_str().expect("a text"));
    page.go(&format!("#view=read&at={id}"));
    page.click(&format!("{} .ways .cite", crate::page::article(id)));
    page.until_true("it is open", || page.exists("dialog[open].citations"));
    assert_no_violations(&page, "citing");
    let text = passage["text"].as_str().expect("a text");
    let words: String = text.chars().skip(20).take(4).collect();
    for (link, fate) in [
        (format!("#view=read&at={doc}.gone&words=nothing+of+the+kind"), "gone"),
        (format!("#view=read&at={doc}.gone&words={words}"), "uncertain"),
    ] {
        page.go(&link);
        page.until_true("it is told", || page.exists(&format!("[data-fate={fate}]")));
        assert_no_violations(&page, fate);
    }
}

#[test]
fn words_explained_and_the_other_script_have_no_violations() {
    let page = Page::open("");
    let passage = page.some_passage("passage.lang === 'zh-Hant' && passage.role === 'content'");
    let id = passage["id"].as_str().expect("an id");
    page.go(&format!("#theme=labor&view=read&script=hans&at={id}"));
    page.click(&format!("{} .explain", crate::page::article(id)));
    page.until_true("a word is explained", || page.exists(".gloss"));
    assert_no_violations(&page, "words explained");
}

#[test]
fn the_first_page_has_no_violations() {
    has_no_violations(|_| String::new());
}

#[test]
fn translations_side_by_side_have_no_violations() {
    has_no_violations(|page| {
        let passage = page.some_passage("passage.parallel");
        let [doc, id] = ["doc", "id"].map(|key| passage[key].as_str().expect("a text"));
        format!("#q=Russia&view=read&parallel=side&doc={doc}&at={id}")
    });
}

#[test]
fn evidence_and_notes_have_no_violations() {
    let page = Page::open("#theme=labor&theme=nope");
    page.click(r#"article[data-passage] [data-concept="labor"]"#);
    page.until_true("the evidence is shown", || !page.texts("[data-evidence]").is_empty());
    assert_no_violations(&page, "evidence and a note");
}

#[test]
fn dark_is_dark() {
    let page = Page::open("");
    let background = |scheme| {
        page.browser.prefer_color_scheme(scheme).expect("a colour scheme");
        page.go("");
        let script = "return [document.documentElement, document.body].map(element =>
            getComputedStyle(element).backgroundColor).join()";
        page.run(script, json!([]))
    };
    assert_ne!(background(ColorScheme::Light), background(ColorScheme::Dark));
}

#[test]
fn a_narrow_screen_needs_no_sideways_scrolling() {
    let page = Page::open("");
    page.browser.resize(320, 640).expect("a narrow window");
    for (view, drawn) in [
        ("#theme=sanctions", "article[data-passage]"),
        ("#view=method", "table"),
        ("#q=sanctions&view=concordance", "table"),
        ("#theme=labor&view=terms", "table"),
        ("#view=timeline", ".event"),
        ("#view=figures", "table"),
        ("#view=matrix", "table"),
        ("#view=framework", ".tier"),
        ("#view=actors", ".graph"),
        ("", ".overview table"),
    ] {
        page.go(view);
        page.until_true("the view is drawn", || page.exists(drawn));
        let [content, window] =
            ["document.documentElement.scrollWidth", "innerWidth"].map(|width| {
                page.run(&format!("return {width}"), json!([])).as_u64().expect("a width")
            });
        assert!(content <= window, "{view}: {content} px of content in {window} px");
    }
}

fn has_no_violations(state: impl Fn(&Page) -> String) {
    let page = Page::open("");
    let state = state(&page);
    for scheme in ColorScheme::BOTH {
        page.browser.prefer_color_scheme(scheme).expect("a colour scheme");
        for width in [390, 768, 1280] {
            page.browser.resize(width, 844).expect("a window");
            page.go(&state);
            page.until_true("the view is drawn", || {
                page.exists("main article, main .event, main table, main tbody tr, main .tier")
            });
            assert_no_violations(&page, &format!("{state} at {width} px, {scheme:?}"));
        }
    }
}

/// Runs axe-core with all its rules, best practice too.
fn assert_no_violations(page: &Page, view: &str) {
    let axe = env::var("VITRINE_AXE").expect("VITRINE_AXE: `cargo xtask test web` sets it");
    let axe = fs::read_to_string(&axe).unwrap_or_else(|error| panic!("{axe}: {error}"));
    page.run(&format!("{axe}\n;"), json!([]));
    // An animation under way is seen half transparent, which axe would take for poor contrast.
    let script = "await Promise.all(document.getAnimations().map(motion => motion.finished));
        return (await axe.run(document, { resultTypes: ['violations'] })).violations";
    let violations = page.run(script, json!([]));
    let violations = violations.as_array().expect("a list");
    assert!(violations.is_empty(), "axe-core on {view}:\n{}", report(violations));
}

fn report(violations: &[Value]) -> String {
    let mut report = String::new();
    for violation in violations {
        let text = |key: &str| violation[key].as_str().unwrap_or_default();
        let _ = writeln!(report, "- {} ({}): {}", text("id"), text("impact"), text("help"));
        for node in violation["nodes"].as_array().into_iter().flatten().take(5) {
            let _ = writeln!(report, "    {}", node["html"].as_str().unwrap_or_default());
            let summary = node["failureSummary"].as_str().unwrap_or_default();
            let _ = writeln!(report, "      {}", summary.replace('\n', "\n      "));
        }
    }
    report
}
