//! Links grow old and some are hostile: what cannot be used is named in a note, the rest holds.

use serde_json::json;

use crate::page::Page;

#[test]
fn what_is_not_understood_is_ignored_and_said() {
    let page = Page::open("#theme=labor&theme=nope&zzz=1&at=gone");
    let notes = page.until("a note is shown", || {
        Some(page.notes().join("\n")).filter(|notes| !notes.is_empty())
    });
    for ignored in ["nope", "zzz", "gone"] {
        assert!(notes.contains(ignored), "nothing about {ignored:?} in {notes:?}");
    }
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    assert!(!page.exists("[role=alert]"), "an error page");
}

#[test]
fn a_broken_escape_is_no_error() {
    let page = Page::open("#theme=labor&q=%E0%A4%A");
    page.until_true("the theme still holds", || page.is_chosen("theme", "labor"));
    page.until_true("a note is shown or the rest is searched", || {
        !page.notes().is_empty() || !page.searching_for().is_empty()
    });
    assert!(!page.exists("[role=alert]"), "an error page");
}

#[test]
fn an_unknown_view_or_document_leads_to_a_page_that_works() {
    for state in ["#view=nowhere", "#view=read&doc=nobody", "#view=read&at=gone", "#year=0x7e8"] {
        let page = Page::open(state);
        page.until_true(&format!("{state}: a note is shown"), || !page.notes().is_empty());
        assert!(!page.exists("[role=alert]"), "{state}: an error page");
    }
}

#[test]
fn markup_in_a_link_stays_text() {
    const MARKUP: &str = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
    let encoded: String = MARKUP.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for state in [format!("#q={encoded}"), format!("#theme={encoded}&{encoded}=1&at={encoded}")] {
        let page = Page::open(&state);
        page.until_true("it is shown as text", || {
            page.searching_for() == MARKUP || page.notes().iter().any(|note| note.contains("<img"))
        });
        assert!(!page.exists(r#"img[src="x"]"#), "{state}: markup became an element");
        assert_eq!(page.run("return window.pwned ?? null", json!([])), json!(null));
    }
}
