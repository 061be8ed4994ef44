//! `window.vitrine` gives other programs exactly what the contract says.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::Page;

const PASSAGE_KEYS: &[&str] = &[
    "id", "doc", "source", "lang", "role", "repeats", "parallel", "text", "heading", "themes",
    "levels", "actors", "people", "dates", "figures",
];

#[test]
fn what_can_be_asked_is_shown_with_examples_that_run() {
    let page = Page::without_opening(
        vitrine_e2e::Server::start(&crate::page::dist(), "/").expect("a server"),
    );
    page.browser.open(&format!("{}api.html", page.server.url())).expect("the page loads");
    page.until_true("the page behind it is there", || {
        page.texts("#state").concat().contains("can be run")
    });
    let count = "return document.querySelectorAll('section button').length";
    let count = page.run(count, json!([])).as_u64().expect("a number");
    assert!(count >= 5);
    page.run(
        "document.querySelectorAll('section button').forEach(button => button.click())",
        json!([]),
    );
    page.until_true("each answers", || page.texts("output").len() as u64 == count);
    for answer in page.texts("output") {
        assert!(answer.starts_with('{'), "{answer}");
    }
    assert!(page.texts("#types").concat().contains("interface Vitrine"));
}

#[test]
fn a_passage_has_exactly_the_keys_of_the_contract() {
    let page = Page::open("");
    let answer = page.search("", json!({}));
    let hits = answer["hits"].as_array().expect("hits");
    assert_eq!(answer["total"].as_u64(), Some(hits.len() as u64), "nothing is cut off");
    for hit in hits {
        let mut passage = hit.clone();
        let score = passage.as_object_mut().and_then(|hit| hit.remove("score"));
        assert!(score.is_some_and(|score| score.is_number()), "a hit has a score: {hit}");
        has_the_shape_of_a_passage(&passage);
    }

    let first = hits[0]["id"].as_str().expect("an id");
    let passage = page.run("return window.vitrine.passage(args[0])", json!([first]));
    has_the_shape_of_a_passage(&passage);
    assert_eq!(passage["text"], hits[0]["text"]);
}

#[test]
fn an_answer_has_total_hits_and_counts() {
    let page = Page::open("");
    let answer = page.run(
        "return window.vitrine.search('sanctions', { limit: 3, facets: { lang: ['en'] } })",
        json!([]),
    );
    assert_eq!(keys(&answer), BTreeSet::from(["facets", "hits", "total"]));
    let hits = answer["hits"].as_array().expect("hits");
    assert!(hits.len() <= 3 && answer["total"].as_u64() >= Some(hits.len() as u64));
    for hit in hits {
        assert_eq!(hit["lang"], "en");
    }
    for facet in ["theme", "level", "actor", "doc", "lang", "year", "role"] {
        for entry in answer["facets"][facet].as_array().unwrap_or_else(|| panic!("no {facet}")) {
            assert!(entry["id"].is_string() && entry["count"].is_u64(), "{facet}: {entry}");
        }
    }

    let scores: Vec<_> = hits.iter().map(|hit| hit["score"].as_f64().expect("a score")).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "best first: {scores:?}");
}

#[test]
fn a_quick_answer_says_what_a_whole_one_does() {
    let page = Page::open("");
    let answers = page.run(
        "const { facets } = window.vitrine.corpus();
         return ['制裁', 'sanctions', '', 'zxqvk'].map(words => {
            const whole = window.vitrine.search(words, { limit: 10 });
            const { total, hits, counts } = window.vitrine.query(words, 10);
            let at = 0;
            const counted = Object.fromEntries(facets.map(({ id, values }) => [id, values
                .map(value => ({ id: value.id, count: counts[at++] }))
                .filter(({ count }) => count > 0)]));
            const { facets: named } = window.vitrine.query(words, { limit: 1, facets: ['theme', 'lang'] });
            const asked = Object.fromEntries(['theme', 'lang'].map(id =>
                [id, Object.fromEntries(counted[id].map(({ id, count }) => [id, count]))]));
            const listed = window.vitrine.search(words, { limit: 0, facets: ['theme', 'lang'] }).facets;
            const texts = hits.every(({ excerpt }, n) => excerpt && whole.hits[n].text.includes(excerpt));
            return [
                { total: whole.total, ids: whole.hits.map(({ id }) => id), facets: whole.facets },
                { total, ids: hits.map(({ id }) => id), facets: counted }, texts && at === counts.length,
                named, asked, listed, { theme: counted.theme, lang: counted.lang }];
         });",
        json!([]),
    );
    for answer in answers.as_array().expect("four answers") {
        assert_eq!(answer[0], answer[1]);
        assert_eq!(answer[2], json!(true), "{answer}");
        assert_eq!(answer[3], answer[4]);
        assert_eq!(answer[5], answer[6]);
    }
    let script = "return ['search', 'query'].map(ask => {
        const { total, hits } = window.vitrine[ask]('', { limit: Infinity });
        return [hits.length - total, window.vitrine[ask]('', { limit: -1 }).hits.length];
    })";
    assert_eq!(page.run(script, json!([])), json!([[0, 0], [0, 0]]), "no bound is none");
}

#[test]
fn an_answer_cannot_be_spoilt_by_who_has_it() {
    let page = Page::open("");
    let kept = page.run(
        "const first = window.vitrine.search('sanctions').hits[0];
         const { text } = first;
         first.text = 'spoilt';
         try { first.themes.length = 0 } catch {}
         const again = window.vitrine.search('sanctions').hits[0];
         return [again.text === text, again.themes.length > 0]",
        json!([]),
    );
    assert_eq!(kept, json!([true, true]));
    let refused = page.run(
        "try { window.vitrine.search('', { facets: ['nope'] }) } catch (error) { return error.message }",
        json!([]),
    );
    assert_eq!(refused, json!("no facet “nope”"));
    // Nothing that cannot be read is left out in silence: the answer would be another question's.
    for (options, told) in [
        (json!({ "facets": { "year": 2024 } }), "a value of “year” is a string"),
        (json!({ "sort": 3 }), "an order is a string"),
    ] {
        let refused = page.run(
            "try { window.vitrine.search('', args[0]) } catch (error) { return error.message }",
            json!([options]),
        );
        assert_eq!(refused, json!(told));
    }
    let nothing = json!([{ "facets": { "year": null }, "sort": null }]);
    let all = page.run("return window.vitrine.search('', args[0]).total", nothing);
    assert_eq!(all.as_u64(), Some(page.expected_total("", json!({}))));
}

#[test]
fn questions_without_options_and_unknown_ids_are_answered() {
    let page = Page::open("");
    let bare = page.run("return window.vitrine.search('sanctions')", json!([]));
    assert!(bare["total"].is_u64(), "{bare}");
    let gone = page.run("return window.vitrine.passage('gone') ?? null", json!([]));
    assert_eq!(gone, Value::Null);
}

#[test]
fn the_corpus_introduces_itself() {
    let page = Page::open("");
    let corpus = page.run("return window.vitrine.corpus()", json!([]));
    let title = &corpus["title"];
    assert!(title.is_string() || title.is_object(), "a title: {corpus}");
    let documents = corpus["documents"].as_array().expect("documents");
    let told: BTreeSet<_> = documents.iter().filter_map(|doc| doc["id"].as_str()).collect();
    let answer = page.search("", json!({}));
    let found: BTreeSet<_> = answer["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .filter_map(|hit| hit["doc"].as_str())
        .collect();
    assert!(found.is_subset(&told), "{found:?} in {told:?}");
}

fn has_the_shape_of_a_passage(passage: &Value) {
    assert_eq!(keys(passage), PASSAGE_KEYS.iter().copied().collect(), "{passage}");
    for key in ["id", "doc", "lang", "role", "text"] {
        assert!(passage[key].is_string(), "{key} is text: {passage}");
    }
    for key in ["repeats", "parallel"] {
        assert!(passage[key].is_null() || passage[key].is_string(), "{key}: {passage}");
    }
    for key in ["heading", "levels", "actors", "people"] {
        let list = passage[key].as_array().unwrap_or_else(|| panic!("{key} is a list: {passage}"));
        assert!(list.iter().all(Value::is_string), "{key} is a list of texts: {passage}");
    }
    assert_eq!(keys(&passage["source"]), BTreeSet::from(["file", "lines"]));
    let lines: Vec<_> = passage["source"]["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(Value::as_u64)
        .collect();
    assert!(matches!(lines[..], [first, last] if 1 <= first && first <= last), "{lines:?}");

    let length = passage["text"].as_str().unwrap_or_default().encode_utf16().count() as u64;
    for theme in passage["themes"].as_array().expect("themes") {
        assert!(
            theme["id"].is_string() && matches!(theme["by"].as_str(), Some("rule" | "curator"))
        );
        for span in theme["evidence"].as_array().expect("evidence") {
            let (start, end) = (span[0].as_u64(), span[1].as_u64());
            assert!(start < end && end <= Some(length), "{span} is not inside the text: {passage}");
        }
    }
    for date in passage["dates"].as_array().expect("dates") {
        assert!(date["text"].is_string() && date["edtf"].is_string(), "{date}");
    }
    for figure in passage["figures"].as_array().expect("figures") {
        assert!(figure["text"].is_string() && figure["value"].is_number(), "{figure}");
    }
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn once_the_page_is_whole_a_question_is_answered_with_related_words() {
    let page = Page::open("");
    let asked = "await window.vitrine.whole; return window.vitrine.ids(args[0])";
    let ids = page.run(asked, json!(["fruit"]));
    assert!(!ids.as_array().expect("a list").is_empty(), "fruit is in none, apples are");
}
