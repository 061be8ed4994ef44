//! A reader narrows by facets, and every number on the way is true.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::{Page, article, themes};

#[test]
fn a_theme_shows_only_its_passages_and_says_how_many() {
    let page = Page::open("#theme=labor");
    page.until_total(page.expected_total("", json!({ "theme": ["labor"] })));

    let shown = page.shown_passages();
    assert!(!shown.is_empty(), "passages are shown");
    for passage in shown {
        assert!(themes(&passage).contains("labor"), "{} is not on labor", passage["id"]);
    }
}

#[test]
fn two_facets_narrow_together_and_two_values_widen() {
    let page = Page::open("#theme=sanctions&lang=en");
    page.until_total(page.expected_total("", json!({ "theme": ["sanctions"], "lang": ["en"] })));
    for passage in page.shown_passages() {
        assert_eq!(passage["lang"], "en");
        assert!(themes(&passage).contains("sanctions"));
    }

    page.go("#theme=labor&theme=sanctions");
    page.until_total(page.expected_total("", json!({ "theme": ["labor", "sanctions"] })));
    for passage in page.shown_passages() {
        let themes = themes(&passage);
        assert!(themes.contains("labor") || themes.contains("sanctions"));
    }
}

#[test]
fn a_theme_can_be_left_out() {
    let page = Page::open("#-theme=military");
    page.until_true("the exclusion can be taken back", || page.exists("[data-filter]"));
    page.until_true("passages are shown", || !page.shown().is_empty());
    for passage in page.shown_passages() {
        assert!(!themes(&passage).contains("military"), "{} is military", passage["id"]);
    }
    let all = page.expected_total("", json!({}));
    let military = page.expected_total("", json!({ "theme": ["military"] }));
    page.until_total(all - military);
}

#[test]
fn every_count_is_what_choosing_the_value_would_give() {
    for (state, selection) in [
        ("", json!({})),
        ("#lang=en", json!({ "lang": ["en"] })),
        ("#theme=labor&theme=sanctions", json!({ "theme": ["labor", "sanctions"] })),
    ] {
        let page = Page::open(state);
        page.until_total(page.expected_total("", selection.clone()));
        page.unfold_facets();
        let facets = page.facets();
        let offered: BTreeSet<_> = facets.iter().map(|value| value.facet.as_str()).collect();
        for facet in ["theme", "level", "actor", "doc", "lang", "year", "role"] {
            assert!(offered.contains(facet), "the page offers no {facet}, only {offered:?}");
        }

        // Within a facet a choice stands instead of the others, so its own selection is set aside.
        let choices: Vec<Value> = facets
            .iter()
            .map(|value| {
                let mut choice = selection.clone();
                choice[&value.facet] = json!([value.value]);
                choice
            })
            .collect();
        let totals = page.run(
            "const totals = [];
             for (const facets of args[0])
                 totals.push((await window.vitrine.search('', { limit: 0, facets })).total);
             return totals",
            json!([choices]),
        );
        let answered = page.search("", selection)["facets"].clone();
        for (value, total) in facets.iter().zip(totals.as_array().expect("totals")) {
            let name = format!("{}={} at {state:?}", value.facet, value.value);
            let count = value.count.unwrap_or_else(|| panic!("{name} has no count"));
            assert_eq!(Some(count), total.as_u64(), "{name}: the page's count");
            let in_api = answered[&value.facet].as_array().expect("the API counts each facet");
            let in_api = in_api.iter().find(|entry| entry["id"] == value.value.as_str());
            let in_api = in_api.map_or(0, |entry| entry["count"].as_u64().expect("a count"));
            assert_eq!(count, in_api, "{name}: the API's count");
        }
    }
}

#[test]
fn the_status_counts_passages_and_documents() {
    let page = Page::open("#theme=sanctions");
    let answer = page.search("", json!({ "theme": ["sanctions"] }));
    let hits = answer["hits"].as_array().expect("hits");
    let documents: BTreeSet<_> = hits.iter().filter_map(|hit| hit["doc"].as_str()).collect();
    page.until_total(answer["total"].as_u64().expect("a total"));
    assert_eq!(page.status_numbers().get(1), Some(&(documents.len() as u64)));
}

#[test]
fn repeats_and_boilerplate_stay_out_unless_asked_for() {
    let page = Page::open("");
    page.until_true("passages are shown", || !page.shown().is_empty());
    for passage in page.shown_passages() {
        assert_eq!(passage["repeats"], Value::Null, "{} repeats another", passage["id"]);
        assert_ne!(passage["role"], "boilerplate", "{} is boilerplate", passage["id"]);
    }

    page.go("#role=boilerplate");
    page.until_true("boilerplate is shown when asked for", || !page.shown().is_empty());
    for passage in page.shown_passages() {
        assert_eq!(passage["role"], "boilerplate");
    }
}

#[test]
fn every_passage_says_its_language() {
    let page = Page::open("");
    page.until_true("passages are shown", || !page.shown().is_empty());
    for passage in page.shown_passages() {
        assert_eq!(
            passage["shownLang"],
            passage["lang"],
            "{}",
            article(&passage["id"].to_string())
        );
    }
}

#[test]
fn a_filter_can_be_taken_away_one_by_one_and_all_at_once() {
    let page = Page::open("#theme=labor&lang=en");
    page.click(r#"[data-filter="theme=labor"]"#);
    page.until_fragment("the theme is gone", |state| !state.contains("theme=labor"));
    page.until_total(page.expected_total("", json!({ "lang": ["en"] })));
    assert!(!page.is_chosen("theme", "labor"));
    assert!(page.is_chosen("lang", "en"));

    page.click("[data-clear-all]");
    page.until_fragment("no filter is left", |state| !state.contains("lang"));
    page.until_total(page.expected_total("", json!({})));
}

#[test]
fn a_value_of_a_long_list_is_found_by_its_name_in_either_script() {
    let page = Page::open("");
    page.unfold_facets();
    let field = ".facet:has(input[data-facet=actor]) .find";
    page.until_true("there is a field", || page.exists(field));
    let names = || page.texts(".facet:has([data-facet=actor]) .name");
    let typed = "const field = document.querySelector(args[0]);
        field.value = args[1];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(typed, json!([field, "kOrEa"]));
    page.until_true("only what is called so", || {
        !names().is_empty() && names().iter().all(|name| name.contains("Korea"))
    });
    page.run(typed, json!([field, ""]));
    page.until_true("all again", || names().iter().any(|name| !name.contains("Korea")));
}

#[test]
fn all_of_the_chosen_values_can_be_asked_for() {
    let page = Page::open("#theme=labor&theme=sanctions&all=theme");
    let with_both = |passage: &Value| {
        let themes = themes(passage);
        themes.contains("labor") && themes.contains("sanctions")
    };
    let either = page.search("", json!({ "theme": ["labor", "sanctions"] }));
    let both = either["hits"].as_array().expect("hits").iter().filter(|hit| with_both(hit)).count();
    assert!(both > 0);
    page.until_total(both as u64);
    // A count says what one more value would leave.
    let sanctions = page.facets().into_iter().find(|value| value.value == "sanctions");
    assert_eq!(sanctions.expect("it is listed").count, Some(both as u64));
    page.click("[data-all=theme]");
    page.until_total(either["total"].as_u64().expect("a total"));
    page.until_fragment("the link says one of them", |state| !state.contains("all="));
}

#[test]
fn what_has_no_theme_can_be_asked_for() {
    let page = Page::open("");
    let all = page.search("", json!({}));
    let hits = all["hits"].as_array().expect("hits");
    let without = hits.iter().filter(|hit| themes(hit).is_empty()).count() as u64;
    assert!(without > 0);
    page.click("[data-without=theme]");
    page.until_total(without);
    page.until_fragment("it is a link", |state| state.contains("-theme=*"));
    page.go("#theme=*");
    page.until_total(hits.len() as u64 - without);
}

#[test]
fn years_are_chosen_in_the_strip_and_by_its_range() {
    let page = Page::open("");
    page.unfold_facets();
    page.until_true("there is a strip", || page.exists(".years svg g"));
    let years =
        "return [...document.querySelectorAll('.years select')[0].options].map(o => o.value)";
    let years = crate::page::strings(&page.run(years, json!([])));
    let (from, to) = (&years[years.len() - 3], &years[years.len() - 2]);
    let choose = "const choice = document.querySelectorAll('.years select')[args[0]];
        choice.value = args[1];
        choice.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, json!([0, from]));
    page.until_fragment("from that year on", |state| state.contains(&format!("year={from}")));
    page.run(choose, json!([1, to]));
    page.until_total(page.expected_total("", json!({ "year": [from, to] })));
}

#[test]
fn a_theme_of_which_only_a_part_is_chosen_says_so() {
    let page = Page::open("");
    let script = "const { facets } = await window.vitrine.corpus();
        return facets.find(facet => facet.id === 'theme').values.find(value => value.parent)";
    let narrow = page.run(script, json!([]));
    let [narrow, broad] =
        ["id", "parent"].map(|key| narrow[key].as_str().expect("an id").to_owned());
    page.go(&format!("#theme={narrow}"));
    let partly = "return document.querySelector(args[0])?.indeterminate";
    let selector = crate::page::facet_selector("theme", &broad);
    page.until_true("its box is between on and off", || {
        page.run(partly, json!([selector])) == true
    });
}
