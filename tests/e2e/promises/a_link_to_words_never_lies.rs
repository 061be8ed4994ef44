//! A link to some words finds these, or says what has become of them; it never leads to others.

use serde_json::{Value, json};
use vitrine_e2e::Key;

use crate::page::{Page, article};

/// Keeps what is copied, as a clipboard of a headless browser cannot be read.
const CATCH_COPY: &str =
    "Clipboard.prototype.writeText = async text => { window.copied = text }; return null";

/// Selects characters of the words of a passage, as a reader does by dragging over them.
const SELECT: &str = "
    const words = document.querySelector(args[0] + ' .words');
    const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let passed = 0;
    while (walk.nextNode()) {
        const { length } = walk.currentNode;
        for (const [set, at] of [['setStart', args[1]], ['setEnd', args[2]]])
            if (passed <= at && at <= passed + length) range[set](walk.currentNode, at - passed);
        passed += length;
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return range.toString()";

#[test]
fn selected_words_have_a_link_that_marks_just_these() {
    let page = Page::open("");
    let passage = long_passage(&page);
    let id = text(&passage["id"]);
    page.go(&format!("#view=read&at={id}"));
    page.until_true("the passage is shown", || page.exists(&article(id)));
    page.run(CATCH_COPY, json!([]));
    let button = format!("{} .ways .selection", article(id));
    assert!(!page.exists(&button), "nothing is selected yet");

    let words = page.run(SELECT, json!([article(id), 20, 45]));
    page.until_true("a link is offered", || page.exists(&button));
    page.click(&button);
    page.until_true("it is said", || !page.texts(".toast").concat().is_empty());
    let copied = page.run("return window.copied", json!([]));
    let fragment = copied.as_str().and_then(|url| url.split_once('#')).expect("a link").1;
    assert!(fragment.contains("&words=") && fragment.contains(":~:text="), "{fragment}");

    page.go(&format!("#{fragment}"));
    let marked = format!("{} [data-linked]", article(id));
    page.until_true("the words are marked", || page.exists(&marked));
    assert_eq!(page.texts("[data-linked]").concat(), text(&words).trim());
    page.until_true("and seen", || page.is_in_view(&marked));
    assert!(!page.exists("[data-fate]"), "there is nothing to tell");
    assert!(page.notes().is_empty(), "{:?}", page.notes());
}

#[test]
fn a_link_to_selected_words_can_be_had_without_a_pointer() {
    let page = Page::open("#theme=labor");
    page.until_true("the rest is here", || page.exists(".overview, article[data-passage]"));
    let id = page.shown().swap_remove(0);
    page.run(CATCH_COPY, json!([]));
    page.run(SELECT, json!([article(&id), 2, 9]));
    let button = format!("{} .ways .selection", article(&id));
    page.until_true("a link is offered", || page.exists(&button));
    // Who selects with a pointer or a caret goes on from there; a script's selection has no such place.
    page.run("document.querySelector(args[0] + ' button').focus()", json!([article(&id)]));
    for _ in 0..40 {
        page.press(Key::Tab);
        if page.focus_is_in(&button) {
            page.press(Key::Enter);
            page.until_true("it is copied", || {
                page.run("return !!window.copied", json!([])) == true
            });
            return;
        }
    }
    panic!("Tab does not reach the link to what is selected");
}

#[test]
fn words_in_a_passage_that_has_changed_are_shown_and_this_is_told() {
    let page = Page::open("");
    let passage = long_passage(&page);
    let id = text(&passage["id"]);
    page.go(&stale(&passage, &slice(&passage, 30, 50)));
    let fate = format!(r#"{} [data-fate="moved"]"#, article(id));
    page.until_true("it is told", || page.exists(&fate));
    assert_eq!(page.texts("[data-linked]").concat(), slice(&passage, 30, 50).trim());
    page.until_true("and shown", || page.is_in_view(&article(id)));
}

#[test]
fn changed_words_stand_beside_those_of_the_link() {
    let page = Page::open("");
    let passage = long_passage(&page);
    let now = slice(&passage, 30, 50);
    let then = format!("{}變{}", slice(&passage, 30, 40), slice(&passage, 41, 50));
    page.go(&stale(&passage, &then));
    let fate = format!(r#"{} [data-fate="rewritten"]"#, article(text(&passage["id"])));
    page.until_true("it is told", || page.exists(&fate));
    let said = page.texts(&fate).concat();
    assert!(said.contains(then.trim()) && said.contains(now.trim()), "{said}");
    assert_eq!(page.texts("[data-linked]").concat(), now.trim());
}

#[test]
fn what_is_gone_is_said_to_be_and_its_document_is_offered() {
    let page = Page::open("");
    let passage = long_passage(&page);
    let doc = text(&passage["doc"]);
    for words in ["", "&words=so+etwas+steht+hier+nirgends&before=noch+nie+und+nimmer"] {
        page.go(&format!("#view=read&at={doc}.gone{words}"));
        let fate = r#"[data-fate="gone"]"#;
        page.until_true("it is told", || page.exists(fate));
        page.until_true("and heard", || page.focus_is_in(fate));
        assert!(!page.shown().is_empty(), "the document is there");
        assert!(!page.exists("[aria-current=true][data-passage]"), "no passage stands for it");
        page.click(&format!(r#"{fate} a[href*="doc={doc}"]"#));
        page.until_true("the document is read", || !page.exists("[data-fate]"));
        assert!(!page.shown().is_empty());
    }
}

#[test]
fn where_it_is_not_certain_nothing_is_gone_to() {
    let page = Page::open("");
    let passage = long_passage(&page);
    let doc = text(&passage["doc"]);
    page.go(&format!("#view=read&at={doc}.gone&words={}", encoded(&slice(&passage, 30, 34))));
    let fate = r#"[data-fate="uncertain"]"#;
    page.until_true("it is told", || page.exists(fate));
    assert!(!page.exists("[aria-current=true][data-passage], [data-linked]"), "nothing is marked");
    let scrolled = page.run("return scrollY", json!([])).as_f64().expect("a number");
    assert!(scrolled < 10.0, "no jump");
    let candidates = page.texts(&format!("{fate} .candidates a"));
    assert!(!candidates.is_empty());

    page.click(&format!("{fate} .candidates a"));
    page.until_true("a candidate is gone to", || page.exists("[data-linked]"));
    assert_eq!(page.texts("[data-linked]").concat(), slice(&passage, 30, 34).trim());
    assert!(!page.exists("[data-fate]"), "that link is certain");
}

/// A passage that has its words to itself, as long as a link with neighbours needs.
fn long_passage(page: &Page) -> Value {
    page.some_passage(
        r#"passage.role === "content" && passage.lang === "zh-Hant" && !passage.repeats
           && !passage.parallel && passage.text.length > 120"#,
    )
}

/// A link that an earlier version may have made to words of a passage that has changed since.
fn stale(passage: &Value, words: &str) -> String {
    let doc = text(&passage["doc"]);
    let [before, after] =
        [slice(passage, 0, 30), slice(passage, 50, 80)].map(|text| encoded(&text));
    format!(
        "#view=read&at={doc}.gone&words={}&before={before}&after={after}&corpus=before",
        encoded(words),
    )
}

fn slice(passage: &Value, from: usize, to: usize) -> String {
    text(&passage["text"]).chars().skip(from).take(to - from).collect()
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}
