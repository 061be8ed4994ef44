//! How was this read, and who else says so? The page says what its labels mean, how many passages have
//! them and how far they can be trusted; a passage that others bear out leads to them.

use serde_json::json;

use crate::page::{Page, article, strings};

#[test]
fn every_theme_has_its_meaning_and_its_count() {
    let page = Page::open("");
    let themes: Vec<(String, u64)> = page
        .facets()
        .into_iter()
        .filter(|value| value.facet == "theme")
        .map(|value| (value.value, value.count.unwrap_or_default()))
        .collect();
    // What comes before the footer has its place.
    page.until_true("the first page is drawn", || page.exists(".overview table"));
    page.click(r##"footer a[href="#view=method"]"##);
    page.until_true("the account opens", || page.fragment() == "view=method");
    for (theme, count) in &themes {
        let told = page.texts(&format!(r#".method [data-concept="{theme}"]"#));
        assert_eq!(told.len(), 1, "{theme}");
        assert!(*count == 0 || told[0].contains("passage"), "{theme}: {told:?}");
    }
    assert!(themes.len() >= 8, "{themes:?}");
}

#[test]
fn a_document_without_a_date_says_what_its_dates_are_counted_from() {
    let page = Page::open("");
    let undated =
        "return (await window.vitrine.corpus()).documents.filter(d => !d.date).map(d => d.id)";
    let undated = strings(&page.run(undated, json!([])));
    let says_so = |id: &String| {
        page.go(&format!("#view=read&doc={id}"));
        page.until_true("it opens", || page.exists(".document-head dd"));
        page.texts(".document-head dd").iter().any(|fact| fact.contains("are read as of 2025"))
    };
    assert!(undated.iter().any(says_so), "{undated:?}");
}

#[test]
fn a_theme_of_the_account_leads_to_its_passages() {
    let page = Page::open("#view=method");
    page.click(r#".method [data-concept="labor"] h3 a"#);
    page.until_fragment("the passages open", |fragment| fragment == "theme=labor");
    let expected = page.facets().into_iter().find(|value| value.value == "labor");
    page.until_total(expected.and_then(|value| value.count).expect("the theme has a count"));
}

#[test]
fn agreement_with_people_is_shown_with_its_numbers() {
    let page = Page::open("#view=method");
    let cells = page.until("there are numbers", || {
        Some(page.texts(".method tbody td")).filter(|cells| !cells.is_empty())
    });
    for cell in cells {
        let is_share = cell == "–" || cell.len() == 4 && cell.as_bytes()[1] == b'.';
        assert!(is_share, "{cell:?} is no share");
    }
}

#[test]
fn what_one_passage_tells_leads_to_who_else_tells_it() {
    // Two documents tell of the veto, one by its day, one by its month.
    let page = Page::open("#q=專家小組+任期+date:2024-03");
    let shown = page.shown();
    assert!(shown.len() >= 2, "{shown:?}");
    let summary = format!("{} .elsewhere summary", article(&shown[0]));
    page.click(&summary);
    let link = format!("{} .elsewhere li a", article(&shown[0]));
    page.until_true("the other witness is named", || !page.texts(&link).is_empty());
    page.click(&link);
    page.until_fragment("the other witness opens", |fragment| {
        fragment.contains("view=read") && fragment.ends_with(&format!("at={}", shown[1]))
    });
}
