//! What was found can be looked at in other ways: in time, by its quantities, one facet across another.
//! Each way keeps what was asked for, and everything drawn leads on.

use serde_json::{Value, json};
use vitrine_e2e::{Engine, Key};

use crate::page::{Page, article, engine, strings};

const ASKED: &str = "q=制裁&theme=sanctions";

#[test]
fn the_switch_keeps_the_query_and_the_filters() {
    let page = Page::open(&format!("#{ASKED}"));
    for view in ["timeline", "figures", "matrix", "framework", "actors"] {
        page.click(&format!(r#"nav.views a[href$="view={view}"]"#));
        page.until_fragment(view, |link| link == format!("{ASKED}&view={view}"));
        page.until_total(page.expected_total("制裁", json!({ "theme": ["sanctions"] })));
        let open = page.texts(r#"nav.views [aria-current="page"]"#);
        assert_eq!(open.len(), 1, "{open:?}");
        assert!(!page.exists("[data-note]"), "{:?}", page.notes());
    }
    page.click("nav.views li:first-child a");
    page.until_fragment("the passages are back", |link| link == ASKED);
}

#[test]
fn typing_stays_in_the_view() {
    let page = Page::open("#view=timeline");
    page.until_true("events are listed", || page.exists("[data-event]"));
    page.type_query("sanctions");
    page.until_fragment("the view stays", |link| link == "q=sanctions&view=timeline");
}

#[test]
fn a_year_of_the_drawing_asks_for_it_and_the_list_follows() {
    let page = Page::open("#view=timeline");
    let year = r#".chart a[aria-label^="2024:"]"#;
    page.until_true("the year is drawn", || page.exists(year));
    let name = page.attribute(year, "aria-label").unwrap();
    page.click(year);
    page.until_fragment("the year is asked for", |link| link == "year=2024&view=timeline");
    page.until_total(page.expected_total("", json!({ "year": ["2024"] })));
    assert_eq!(page.attribute(year, "aria-current").as_deref(), Some("true"));
    assert_eq!(page.attribute(year, "aria-label").as_deref(), Some(&*name), "counted as before");
    let list = || page.texts(".events time:first-child");
    page.until_true("other years are gone", || list().iter().all(|when| when.contains("20")));
    let counted: usize = name.split(' ').nth(1).unwrap().parse().unwrap();
    let told = events(&page);
    // What lasted longer than the year is listed too, and stands beside the column in the drawing.
    assert!(told.iter().filter(|edtf| edtf.starts_with("2024")).count() == counted, "{told:?}");
    page.click(year);
    page.until_fragment("and no longer", |link| link == "view=timeline");
}

fn events(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-event]')].map(e => e.dataset.event)";
    strings(&page.run(script, json!([])))
}

#[test]
fn years_are_chosen_by_keys_and_by_their_names() {
    let page = Page::open("#view=timeline");
    page.until_true("years are drawn", || page.exists(r#".chart a[id^=year][tabindex="0"]"#));
    page.run("document.querySelector('.chart a[id^=year][tabindex=\"0\"]').focus()", json!([]));
    let focused =
        || page.run("return document.activeElement.getAttribute('aria-label')", json!([]));
    let last = focused();
    page.press(Key::Left);
    page.until_true("an arrow leads to the year before", || focused() != last);
    let before: String = focused().as_str().unwrap().chars().take(4).collect();
    page.press(Key::Enter);
    page.until_fragment("Enter asks for it", |link| link == format!("year={before}&view=timeline"));
    page.until_true("it is marked", || {
        page.exists(&format!(r#".chart a[aria-current][aria-label^="{before}:"]"#))
    });
    assert!(focused().as_str().unwrap().starts_with(&before), "the focus stays where it was");

    page.go("#view=timeline");
    page.until_true("there is a choice of years", || page.exists("figcaption select"));
    let choose = "const [from, to] = document.querySelectorAll('figcaption select');
        for (const [select, year] of [[from, '2014'], [to, '2017']]) {
            select.value = year;
            select.dispatchEvent(new Event('change', { bubbles: true }));
            await new Promise(requestAnimationFrame);
        }";
    page.run(choose, json!([]));
    page.until_fragment("a range is several years", |link| {
        link.starts_with("year=2014&") && link.ends_with("&year=2017&view=timeline")
    });
    assert!(events(&page).contains(&"2014/2017".to_owned()));
    page.until_true("many years are one chip", || {
        let chips = page.texts("[data-filter]");
        chips.len() == 1 && chips[0].contains("2014–2017")
    });
    page.click("[data-filter]");
    page.until_fragment("and go at once", |link| link == "view=timeline");

    page.go("#year=2014&year=2017&year=2019&year=2024&view=timeline");
    page.until_true("years that are no range stand one by one", || {
        let chips = page.texts("[data-filter]");
        chips.len() == 4 && chips.iter().all(|chip| !chip.contains('–'))
    });
}

#[test]
fn an_event_is_as_exact_as_its_sources_and_leads_to_them() {
    let page = Page::open("#view=timeline");
    let when = |edtf: &str| page.texts(&format!(r#"[data-event="{edtf}"] .when time"#));
    page.until_true("a day is a day", || when("2024-03-28") == ["28 March 2024"]);
    assert!(
        when("2024-08").iter().all(|when| when == "August 2024"),
        "a month is not its first day"
    );
    assert_eq!(when("2014/2017"), ["2014–2017"]);
    let witnesses = page.texts(r#"[data-event="2024-03-28"] .witnesses li"#);
    assert!(witnesses.iter().any(|told| told.starts_with("March 2024")), "{witnesses:?}");
    page.click(r#"[data-event="2024-03-28"] .witnesses a"#);
    page.until_fragment("the witness opens", |link| link.contains("view=read&at="));
    page.click(".contents .back");
    page.until_fragment("and the way back leads to the timeline", |link| link == "view=timeline");
}

#[test]
fn figures_are_all_there_and_sorted() {
    let page = Page::open("#view=figures&order=value");
    let all = "const { hits } = await window.vitrine.search('', { limit: 100000, facets: {} });
        const figures = hits.flatMap(hit => hit.figures.map(figure => ({ ...figure, doc: hit.doc })));
        return figures.filter(figure => !args[0] || figure.unit === args[0])
            .map(figure => [figure.value, figure.text])";
    let shown = |unit: Option<&str>| {
        let expected = page.run(all, json!([unit]));
        let mut expected: Vec<(f64, String)> = expected
            .as_array()
            .expect("a list")
            .iter()
            .map(|row: &Value| (row[0].as_f64().unwrap(), row[1].as_str().unwrap().to_owned()))
            .collect();
        expected.sort_by(|a, b| b.0.total_cmp(&a.0));
        assert!(!expected.is_empty());
        let words: Vec<String> = expected.into_iter().map(|(_, words)| words).collect();
        page.until_true("each figure has a row", || rows(&page).len() == words.len());
        words
    };
    // Equal values may stand in either order.
    let sorted = |mut words: Vec<String>| {
        words.sort();
        words
    };
    let expected = shown(None);
    assert_eq!(rows(&page)[0], expected[0]);
    assert_eq!(sorted(rows(&page)), sorted(expected));

    page.click(r#".alternatives a[href*="unit=US+dollars"]"#);
    page.until_fragment("the unit is asked for", |link| link.contains("unit=US dollars"));
    assert_eq!(rows(&page), shown(Some("US dollars")));
    page.until_true("they are drawn", || page.texts(".plot a").len() == rows(&page).len());
    page.click(".figures-table .sentence a");
    page.until_fragment("a figure leads to its passage", |link| link.contains("view=read"));
}

fn rows(page: &Page) -> Vec<String> {
    page.texts(".figures-table tbody th")
}

#[test]
fn a_number_of_the_matrix_is_what_its_link_gives() {
    for state in [
        "#view=matrix",
        "#theme=sanctions&view=matrix",
        "#q=制裁&view=matrix&rows=actor",
        "#q=制裁&view=actors",
        "",
    ] {
        let page = Page::open(state);
        page.until_true("the matrix is drawn", || page.exists(".matrix-table td a"));
        let script = "return [...document.querySelectorAll('.matrix-table td a')]
            .filter((_, n) => n % 7 === 3).slice(0, 4)
            .map(a => [a.getAttribute('href'), a.textContent])";
        for cell in page.run(script, json!([])).as_array().expect("cells") {
            let (link, count) = (cell[0].as_str().unwrap(), cell[1].as_str().unwrap());
            page.go(link);
            page.until_total(count.parse().expect("a number"));
        }
    }
}

#[test]
fn the_matrix_is_set_up_by_its_link() {
    let page = Page::open("#view=matrix&rows=lang&cols=role&cells=share");
    page.until_true("shares are shown", || {
        page.texts(".matrix-table td a").iter().any(|cell| cell.ends_with('%'))
    });
    page.click(".setup .swap");
    page.until_fragment("sides are swapped", |link| {
        link == "view=matrix&rows=role&cols=lang&cells=share"
    });
    page.click(".setup input");
    page.until_fragment("counts again", |link| link == "view=matrix&rows=role&cols=lang");
}

#[test]
fn nothing_found_offers_a_way_out_in_every_view() {
    for view in ["timeline", "figures", "matrix", "framework", "actors"] {
        let page = Page::open(&format!("#q=制裁&theme=labor&year=1945&view={view}"));
        page.until_total(0);
        page.until_true("there is a way out", || page.exists(".empty button"));
    }
}

#[test]
fn the_argument_can_be_walked_from_its_levels_to_their_passages() {
    let page = Page::open("#view=framework");
    page.until_true("three levels with two sides each", || {
        page.texts(".tier h2").len() == 3 && page.texts(".side h3 a").len() == 6
    });
    let sides = "return [...document.querySelectorAll('.side')].map(side =>
        [side.querySelector('h3 a').getAttribute('href'), side.querySelector('.count').textContent])";
    for side in page.run(sides, json!([])).as_array().expect("sides") {
        let (link, count) = (side[0].as_str().unwrap(), side[1].as_str().unwrap());
        page.go(link);
        page.until_total(count.split(' ').next().unwrap().parse().expect("a number"));
    }
    page.go("#view=framework");
    page.until_true("it is drawn", || page.exists(".side details"));
    page.click(".side summary");
    page.click(".side details[open] li a");
    page.until_fragment("a passage opens in its document", |link| link.contains("view=read&at="));
    page.click(".contents .back");
    page.until_fragment("and the way back leads to the map", |link| link == "view=framework");
}

#[test]
fn a_line_between_two_actors_leads_to_the_passages_that_name_both() {
    let page = Page::open("#view=actors");
    page.until_true("the actors are drawn", || page.exists(".graph .tie"));
    let last = "const lines = document.querySelectorAll('.graph a:has(.tie)');
        const line = lines[lines.length - 1];
        return [line.getAttribute('href'), line.getAttribute('aria-label')]";
    let line = page.run(last, json!([]));
    let (link, said) = (line[0].as_str().unwrap(), line[1].as_str().unwrap());
    let count = said.rsplit(' ').nth(1).unwrap().parse().expect("a number of passages");
    page.go(link);
    page.until_total(count);
    page.go("#view=actors");
    page.until_true("they are drawn again", || page.exists(".graph .node"));
    page.run("document.querySelector('.graph .node').focus()", json!([]));
    page.press(Key::Enter);
    page.until_fragment("a name narrows the view", |link| {
        link.starts_with("actor=") && link.ends_with("view=actors")
    });
}

#[test]
fn the_first_page_leads_in_by_question_by_document_and_by_time() {
    let page = Page::open("");
    page.until_true("the ways in are there", || page.exists(".overview .ask a"));
    let question = page.texts(".overview .ask a")[0].clone();
    page.click(".overview .ask a");
    page.until_true("the question is asked", || page.searching_for() == question);
    page.until_true("and answered", || page.exists("article[data-passage]"));
    assert!(!page.exists(".overview"), "what was asked for takes its place");
    page.go("");
    page.until_true("the years are drawn", || page.exists(r#".overview .chart a[id^=year]"#));
    page.click(r#".overview .chart a[aria-label^="2024:"]"#);
    page.until_fragment("a year is asked for", |link| link == "year=2024");
    page.go("");
    page.until_true("documents are there", || page.exists(".overview .documents a"));
    page.click(".overview .documents a");
    page.until_fragment("a document opens", |link| link.ends_with("view=read"));
}

#[test]
fn hits_are_stepped_through_while_reading() {
    let page = Page::open("");
    let find = "const { hits } = await window.vitrine.search('制裁', { limit: 1000, facets: {} });
        const { doc } = hits[0];
        return [doc, ...(await window.vitrine.search('制裁 doc:' + doc, { limit: 1000, facets: {},
            sort: 'corpus' })).hits.map(hit => hit.id)]";
    let found = strings(&page.run(find, json!([])));
    let (doc, ids) = (&found[0], &found[1..]);
    assert!(ids.len() > 2);
    page.go(&format!("#q=制裁&doc={doc}&view=read"));
    page.until_true("the hits are counted", || {
        page.texts(".hits span") == [format!("{} passages found here", ids.len())]
    });
    page.click(".hits button:last-child");
    page.until_fragment("the first", |link| link.ends_with(&format!("at={}", ids[0])));
    // It takes the focus, soon after it is drawn.
    page.until_true("it is gone to", || page.focus_is_in(&article(&ids[0])));
    page.run("document.querySelector('[role=searchbox]').focus()", json!([]));
    page.press(Key::Enter);
    page.until_fragment("Enter leads on", |link| link.ends_with(&format!("at={}", ids[1])));
    page.until_true("which is said", || {
        page.texts(".hits span") == [format!("Passage 2 of {} found here", ids.len())]
    });
    page.press(Key::Enter);
    page.until_fragment("and on", |link| link.ends_with(&format!("at={}", ids[2])));
    assert!(page.focus_is_in("[role=searchbox]"), "the field keeps the focus");
    // Far from its head a line says which document it is.
    page.until_true("the document is named", || !page.texts(".now-reading b").is_empty());
    page.click(".hits button:not(:last-child)");
    page.until_fragment("back by one", |link| link.ends_with(&format!("at={}", ids[1])));
    page.click(".hits button:not(:last-child)");
    page.until_fragment("and back", |link| link.ends_with(&format!("at={}", ids[0])));
}

#[test]
fn a_translation_stands_beside_its_original() {
    let page = Page::open("");
    let passage = page.some_passage("passage.parallel");
    let [doc, id, other] = ["doc", "id", "parallel"].map(|key| passage[key].as_str().unwrap());
    page.go(&format!("#doc={doc}&view=read"));
    page.until_true("it can be chosen", || page.exists(".contents .check input"));
    page.click(".contents .check input");
    page.until_fragment("it is in the link", |link| link.contains("parallel=side"));
    let top = |id: &str| {
        let script = "return document.querySelector(`[data-passage=\"${args[0]}\"]`)
            .getBoundingClientRect().top";
        page.run(script, json!([id])).as_f64().unwrap()
    };
    page.until_true("both stand in one row", || {
        page.exists(".beside .pair") && (top(id) - top(other)).abs() < 1.0
    });
}

#[test]
fn a_theme_of_a_document_is_seen_and_stepped_through() {
    let page = Page::open("");
    let passage = page.some_passage("passage.themes.length && passage.role === 'content'");
    let doc = passage["doc"].as_str().unwrap();
    page.go(&format!("#doc={doc}&view=read"));
    page.until_true("its themes are listed", || page.exists("[data-legend]"));
    let theme = page.attribute("[data-legend]", "data-legend").unwrap();
    page.click("[data-legend]");
    page.until_fragment("it is in the link", |link| link.contains(&format!("theme={theme}")));
    let apart = "return [...document.querySelectorAll('article[data-passage]')]
        .filter(article => !article.hasAttribute('data-apart')).map(article => article.dataset.passage)";
    let facets = json!({ "theme": [theme], "doc": [doc] });
    let found = crate::page::ids(&page.search("", facets));
    page.until_true("all others recede", || {
        strings(&page.run(apart, json!([]))).into_iter().collect::<std::collections::BTreeSet<_>>()
            == found
    });
    page.click(".hits button:last-child");
    page.until_fragment("a step leads to the first", |link| link.contains("at="));
}

#[test]
fn how_much_has_been_read_is_seen() {
    let page = Page::open("");
    let passage = page.some_passage("passage.role === 'content'");
    page.go(&format!("#doc={}&view=read", passage["doc"].as_str().unwrap()));
    page.until_true("there is a bar", || page.exists("[role=progressbar]"));
    // A document that was just opened goes to its beginning, and is longer once it is laid out.
    page.until_true("at the end all has been read", || {
        page.run("scrollTo(0, document.documentElement.scrollHeight)", json!([]));
        page.attribute("[role=progressbar]", "aria-valuenow").as_deref() == Some("100")
    });
    page.until_true("the contents say where one is", || page.exists(".contents a[aria-current]"));
}

#[test]
fn the_first_words_do_not_wait_for_the_program() {
    let page = Page::open("");
    let about = page.run(
        "const html = await (await fetch('./index.html')).text();
         return { html, ...(await window.vitrine.corpus()) }",
        json!([]),
    );
    let html = about["html"].as_str().unwrap();
    for document in about["documents"].as_array().unwrap().iter().take(8) {
        let id = document["id"].as_str().unwrap();
        assert!(html.contains(&format!("#doc={id}&amp;view=read")), "{id} can be opened");
    }
    for title in about["title"].as_object().unwrap().values() {
        assert!(html.contains(title.as_str().unwrap()), "{title}");
    }
}

#[test]
fn the_first_words_are_in_the_language_of_those_that_follow() {
    // Only Chromium runs a script before those of the page.
    if engine() != Engine::Chromium {
        return;
    }
    let page = Page::open("");
    let source = "
        // A page that is none keeps nothing.
        const tag = location.protocol === 'http:' ? sessionStorage.tag : 'en';
        Object.defineProperty(navigator, 'languages', { get: () => [tag] });
        addEventListener('DOMContentLoaded', () => {
            window.firstLang = document.documentElement.lang;
        })";
    let observe = json!({ "source": source });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", observe).expect("a script");
    for (tag, lang) in [
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("yue-HK", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("yue-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en-GB", "en"),
        ("fr", "en"),
    ] {
        page.run("sessionStorage.tag = args[0]", json!([tag]));
        page.go("");
        page.wait_ready();
        let langs = page.run("return [window.firstLang, document.documentElement.lang]", json!([]));
        assert_eq!(langs, json!([lang, lang]), "{tag}");
    }
}

#[test]
fn nothing_moves_when_the_program_comes() {
    // Only Chromium runs a script before those of the page.
    if engine() != Engine::Chromium {
        return;
    }
    let page = Page::open("");
    let source = "addEventListener('DOMContentLoaded', () => {
        const [title] = [...document.querySelectorAll('#loading h1')].filter(h1 => h1.checkVisibility());
        if (title) window.firstTop = title.getBoundingClientRect().top;
    })";
    let observe = json!({ "source": source });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", observe).expect("a script");
    for width in [390, 768, 1280] {
        page.browser.resize(width, 844).expect("a window");
        page.go("");
        page.until_true("the first page is drawn", || page.exists(".overview"));
        let [first, now] =
            ["window.firstTop", "document.querySelector('h1').getBoundingClientRect().top"].map(
                |top| page.run(&format!("return {top}"), json!([])).as_f64().expect("a place"),
            );
        assert!((first - now).abs() < 1.0, "at {width} px the title moves from {first} to {now}");
    }
}

#[test]
fn chinese_can_be_read_in_the_other_script_and_as_it_is_written() {
    let page = Page::open("");
    let passage = page.some_passage("passage.lang === 'zh-Hant' && passage.text.includes('國')");
    let [id, text] = ["id", "text"].map(|key| passage[key].as_str().unwrap());
    let words = format!("{} .words", article(id));
    page.go(&format!("#view=read&script=hans&at={id}"));
    page.until_true("it is converted", || page.texts(&words).concat().contains('国'));
    let shown = page.texts(&words).concat();
    assert_eq!(shown.chars().count(), text.trim().chars().count(), "one character for each");
    assert_eq!(page.attribute(&article(id), "lang").as_deref(), Some("zh-Hans"));
    page.click(&format!("{} .converted button", article(id)));
    page.until_true("one click away from the original", || page.texts(&words) == [text.trim()]);
}

#[test]
fn a_chinese_word_is_explained_by_a_tap_and_by_keyboard() {
    let page = Page::open("");
    let passage = page.some_passage("passage.lang === 'zh-Hant' && passage.text.startsWith('俄')");
    let id = passage["id"].as_str().unwrap();
    page.go(&format!("#view=read&at={id}"));
    let gloss = format!("{} .gloss", article(id));
    let explain = format!("{} .explain", article(id));
    page.until_true("words can be explained", || page.exists(&explain));
    page.click(&explain);
    page.until_true("the first is", || page.exists(&gloss));
    let first = page.texts(&gloss).concat();
    page.click(&format!("{gloss} button[aria-label='Next word']"));
    page.until_true("and the next", || page.texts(&gloss).concat() != first);

    let script = "const words = document.querySelector(args[0]);
        const range = document.createRange();
        const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
        range.setStart(text, 0);
        range.setEnd(text, 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        words.dispatchEvent(new MouseEvent('click',
            { bubbles: true, clientX: left + width / 4, clientY: top + height / 2 }))";
    page.run(script, json!([format!("{} .words", article(id))]));
    page.until_true("a tap on the first character leads back", || {
        page.texts(&gloss).concat() == first
    });
}

#[test]
fn two_documents_stand_beside_each_other_on_one_theme() {
    let page = Page::open("");
    let pair = page.run(
        "const { hits } = await window.vitrine.search('', { limit: 100000, facets: { theme: ['labor'] } });
         const docs = [...new Set(hits.map(hit => hit.doc))];
         return [docs[0], docs.at(-1)]",
        json!([]),
    );
    let [one, other] = [0, 1].map(|n| pair[n].as_str().expect("two documents").to_owned());
    assert_ne!(one, other);
    page.go(&format!("#theme=labor&doc={one}&view=read"));
    page.until_true("it can be chosen", || page.exists(".beside-choice"));
    page.run(
        "const choice = document.querySelector('.beside-choice');
         choice.value = args[0];
         choice.dispatchEvent(new Event('change'))",
        json!([other]),
    );
    page.until_fragment("it is in the link", |link| link.contains(&format!("beside={other}")));
    page.until_true("both are there", || page.texts(".columns section").len() == 2);
    for passage in page.shown_passages() {
        assert!(crate::page::themes(&passage).contains("labor"), "{passage}");
        let doc = passage["doc"].as_str().expect("a document");
        assert!(doc == one || doc == other, "{doc}");
    }
    let shown = page.shown().len() as u64;
    let expected = page.run(
        "let all = 0;
         for (const doc of args) {
             const facets = { theme: ['labor'], doc: [doc] };
             const { hits } = await window.vitrine.search('', { limit: 100000, facets });
             all += hits.filter(hit => !hit.repeats).length;
         }
         return all",
        pair,
    );
    assert_eq!(Some(shown), expected.as_u64(), "all of both, and nothing else");
}
