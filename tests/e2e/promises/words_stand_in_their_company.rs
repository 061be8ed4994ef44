//! A reader sees each place where a word stands between its neighbours, and which words tell some
//! passages from the rest; every line leads to its passage, every word to its search.

use serde_json::json;

use crate::page::{Page, strings};

const KEYS: &str = ".kwic tbody th a";

#[test]
fn every_hit_is_a_line_that_leads_to_its_passage() {
    let page = Page::open("#q=普丁&view=concordance");
    let keys =
        page.until("lines are drawn", || Some(page.texts(KEYS)).filter(|keys| !keys.is_empty()));
    assert!(keys.contains(&"普京".to_owned()), "the other name as it is written: {keys:?}");
    assert_eq!(page.total(), Some(keys.len() as u64), "fewer than a page: all are drawn");
    page.click(KEYS);
    page.until_fragment("the passage opens in its document", |fragment| {
        fragment.contains("view=read") && fragment.contains("at=")
    });
    page.until_true("it is there", || !page.shown().is_empty());
    page.click(".contents .back");
    page.until_fragment("back at the lines", |fragment| fragment == "q=普丁&view=concordance");
}

#[test]
fn lines_are_sorted_as_the_link_says() {
    let page = Page::open("#q=%2BRussia&view=concordance&kwic=right&window=3");
    let script = "return [...document.querySelectorAll('.kwic .right')]
        .map(cell => (cell.textContent.match(/[\\p{L}\\p{N}]+/u) ?? [''])[0].toLowerCase())";
    page.until_true("lines are drawn", || page.exists(KEYS));
    let first = strings(&page.run(script, json!([])));
    // Letters that fold to others would stand elsewhere; of plain ones the order is theirs.
    let plain: Vec<&String> = first.iter().filter(|word| word.is_ascii()).collect();
    assert!(plain.len() > 5 && plain.is_sorted(), "{plain:?}");
    assert_eq!(page.attribute("[data-kwic] option:checked", "value").as_deref(), Some("right"));

    let choose = "const select = document.querySelector(args[0]); select.value = args[1];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, json!(["[data-kwic]", "left"]));
    page.run(choose, json!(["[data-window]", "10"]));
    page.until_fragment("the link follows", |fragment| {
        fragment == "q=+Russia&view=concordance&kwic=left"
    });
}

#[test]
fn counts_of_lines_narrow_to_what_they_count() {
    let page = Page::open("#q=制裁&view=concordance");
    page.until_true("counts are drawn", || page.exists("aside li"));
    let count = page.texts("aside li span")[0].parse::<u64>().expect("a number");
    let id = page.attribute("aside li", "data-value").expect("the document");
    page.click("aside li a");
    page.until_fragment("the document is chosen", |fragment| {
        fragment == format!("q=制裁&doc={id}&view=concordance")
    });
    page.until_total(count);
}

#[test]
fn a_concordance_says_what_to_do_where_nothing_is_looked_for() {
    let page = Page::open("#theme=labor&view=concordance");
    page.until_true("a hint", || page.exists(".concordance .hint"));
    assert!(!page.exists(".concordance .result-bar"), "nothing to count, to sort or to save");
    let frequent = page.texts(".concordance .frequent a")[0].clone();
    let times = page.texts(".concordance .frequent span")[0].clone();
    page.click(".concordance .frequent a");
    page.until_fragment("a frequent word is taken", |fragment| {
        fragment == format!("q=+{frequent}&theme=labor&view=concordance")
    });
    page.until_true("each line of it is there", || page.texts(KEYS).len().to_string() == times);
    page.go("#theme=labor&view=concordance");
    page.until_true("the hint again", || page.exists(".concordance .hint"));
    page.type_query("工人");
    page.until_fragment("typing stays in the view", |fragment| {
        fragment == "q=工人&theme=labor&view=concordance"
    });
    page.until_true("lines are drawn", || page.exists(KEYS));
    page.go("#q=zzzzqqqq&view=concordance");
    page.until_true("the ways out", || page.exists(".empty button"));
}

#[test]
fn a_theme_has_its_key_words_and_each_leads_to_its_search() {
    let page = Page::open("#theme=labor&view=terms");
    page.until_true("terms are drawn", || page.exists(".term-table tbody th a"));
    let terms = page.texts(".term-table tbody th a");
    let first = &terms[..10];
    assert!(first.iter().any(|term| term.contains('勞') || term.contains('劳')), "{first:?}");
    let passages = page.texts(".term-table tbody tr:first-child td")[1].clone();
    assert!(passages.parse::<u64>().is_ok_and(|n| n > 0), "{passages}");

    page.click(".term-table tbody th button");
    page.until_true("what stands beside it", || page.exists(".collocates li a"));
    page.click(".term-table tbody td a");
    page.until_fragment("its lines open", |fragment| {
        fragment.contains("view=concordance") && fragment.contains("theme=labor")
    });
    page.browser.back().expect("back");
    page.until_true("the terms again", || page.exists(".term-table tbody th a"));
    page.click(".term-table tbody th a");
    page.until_fragment("its results open", |fragment| !fragment.contains("view="));
    page.until_true("passages are shown", || !page.shown().is_empty());
}

#[test]
fn without_a_choice_terms_stand_by_their_frequency() {
    let page = Page::open("#view=terms");
    page.until_true("terms are drawn", || page.exists(".term-table tbody"));
    let times: Vec<u64> = page
        .texts(".term-table tbody td:nth-child(2)")
        .iter()
        .map(|times| times.parse().expect("a number"))
        .collect();
    assert!(times.len() == 100 && times.is_sorted_by(|a, b| a >= b), "{times:?}");
    assert!(!page.exists(".keyness, [data-terms]"), "there is nothing to compare with");
    page.click("main .more");
    page.until_true("more are drawn", || page.texts(".term-table tbody th a").len() > 100);
}

#[test]
fn the_views_lead_to_each_other() {
    let page = Page::open("#q=制裁&lang=en");
    page.click(r#"nav.views a[href*="concordance"]"#);
    page.until_fragment("the lines", |fragment| fragment == "q=制裁&lang=en&view=concordance");
    page.click(r#"nav.views a[href*="terms"]"#);
    page.until_fragment("the terms", |fragment| fragment == "q=制裁&lang=en&view=terms");
    page.click("nav.views a");
    page.until_fragment("the results", |fragment| fragment == "q=制裁&lang=en");
}
