//! A link opens the same view, from any path and in either place it may stand in the URL.

use serde_json::json;

use crate::page::Page;

#[test]
fn a_site_under_a_path_is_the_same_site() {
    let page = Page::open_under("/corpora/dprk/", "#theme=sanctions&lang=en");
    page.until_total(page.expected_total("", json!({ "theme": ["sanctions"], "lang": ["en"] })));
    assert!(page.url().contains("/corpora/dprk/#"), "{}", page.url());
    assert!(page.is_chosen("theme", "sanctions") && page.is_chosen("lang", "en"));
}

#[test]
fn a_question_mark_is_understood_and_moved_behind_the_hash() {
    let page = Page::open("?theme=labor");
    page.until_fragment("the state is behind #", |state| state == "theme=labor");
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));
    assert!(!page.url().contains('?'), "{}", page.url());
}

#[test]
fn equal_views_have_equal_links() {
    let page = Page::open("#lang=en&theme=sanctions&theme=labor&view=browse");
    page.until_true("both themes are chosen", || {
        page.is_chosen("theme", "labor") && page.is_chosen("theme", "sanctions")
    });
    page.toggle_facet("lang", "en");
    page.toggle_facet("lang", "en");
    page.until_fragment("defaults are left out", |state| !state.contains("view="));
    page.until_fragment("the language is back", |state| state.contains("lang=en"));
    let clicked = page.fragment();

    page.go("");
    for (facet, value) in [("lang", "en"), ("theme", "labor"), ("theme", "sanctions")] {
        page.toggle_facet(facet, value);
        page.until_true("the value is chosen", || page.is_chosen(facet, value));
    }
    page.until_fragment("the same link, whatever the order", |state| state == clicked);
}

#[test]
fn the_search_and_the_filters_of_a_link_are_shown_as_set() {
    let page = Page::open("#q=朝鮮&theme=labor");
    page.until_total(page.expected_total("朝鮮", json!({ "theme": ["labor"] })));
    assert_eq!(page.searching_for(), "朝鮮");
    assert!(page.is_chosen("theme", "labor"));
    assert!(page.exists(r#"[data-filter="theme=labor"]"#));
}
