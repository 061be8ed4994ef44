//! A reader puts passages aside, orders and annotates them, and takes them along; they stay in the browser
//! and nothing that is taken in destroys what is there.

use serde_json::{Value, json};
use vitrine_e2e::Key;

use crate::page::{Page, article, facet_selector, strings};

const KEPT: &str =
    "const key = Object.keys(localStorage).find(key => /^vitrine\\.clippings\\.[^.]+$/.test(key));
    return key ? JSON.parse(localStorage[key]) : null";

/// Puts two passages aside and opens the clippings; their ids.
fn with_two(page: &Page) -> Vec<String> {
    page.until_true("passages are shown", || page.shown().len() > 2);
    // What comes above them moves them.
    page.until_true("the page is whole", || {
        !page.exists(".overview") || page.exists(".overview .times")
    });
    let ids: Vec<String> = page.shown().into_iter().take(2).collect();
    for id in &ids {
        page.click(&format!("{} [data-aside]", article(id)));
        let pressed = format!("{} [data-aside][aria-pressed=true]", article(id));
        page.until_true("it is put aside", || page.exists(&pressed));
    }
    page.follow("#view=clippings");
    page.until_true("they are listed", || page.shown() == ids);
    ids
}

fn passages(file: &Value) -> Vec<String> {
    let clippings = file["clippings"].as_array().map(Vec::as_slice).unwrap_or_default();
    clippings.iter().filter_map(|one| one["passage"].as_str()).map(str::to_owned).collect()
}

/// Gives a file to the page as if a reader had chosen it.
fn take_in(page: &Page, name: &str, text: &str) {
    let script = "const field = document.querySelector('.import input');
        const files = new DataTransfer();
        files.items.add(new File([args[1]], args[0]));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.until_true("files can be taken in", || page.exists(".import input"));
    page.run(script, json!([name, text]));
}

#[test]
fn what_is_being_typed_is_kept_when_the_page_is_left() {
    let page = Page::open("#theme=labor");
    with_two(&page);
    for (field, typed) in [("textarea", "half a note"), (".edit input", "one, two")] {
        let selector = [".clippings ", field].concat();
        let element = page.browser.find(&selector).expect("a field");
        page.browser.type_into(&element, typed).expect("typing");
        page.browser.reload().expect("reload");
        page.wait_ready();
        page.until_true("it is there again", || {
            let value = "return document.querySelector(args[0])?.value";
            page.look(value, json!([selector])) == typed
        });
    }
}

#[test]
fn what_is_being_typed_is_kept_by_a_step_back() {
    let page = Page::open("#theme=labor");
    with_two(&page);
    let field = page.browser.find(".clippings textarea").expect("a field");
    page.browser.type_into(&field, "half a note").expect("typing");
    page.browser.back().expect("back");
    page.until_true("the clippings are left", || !page.exists(".clippings textarea"));
    page.browser.forward().expect("forward");
    page.until_true("the note is there again", || {
        let value = "return document.querySelector('.clippings textarea')?.value";
        page.look(value, json!([])) == "half a note"
    });
}

/// A page that a browser holds ready for a step back hears nothing of what is put aside meanwhile.
#[test]
fn what_is_put_aside_meanwhile_is_there_after_a_step_back() {
    let page = Page::open("#theme=labor");
    let ids = with_two(&page);
    page.until_true("both are kept", || passages(&page.look(KEPT, json!([]))) == ids);
    let [first, second] = &ids[..] else { panic!("{ids:?}") };
    // As another page would: the first alone is left.
    let script = "const key = Object.keys(localStorage).find(key => /^vitrine\\.clippings\\.[^.]+$/.test(key));
        const file = JSON.parse(localStorage[key]);
        file.clippings = file.clippings.filter(one => one.passage === args[0]);
        localStorage[key] = JSON.stringify(file);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    page.run(script, json!([first]));
    page.until_true("the other is gone here too", || page.shown() == [first.clone()]);
    page.follow("#theme=labor");
    page.until_true("all are shown", || page.shown().contains(second));
    page.click(&format!("{} [data-aside]", article(second)));
    page.until_true("nothing is lost", || passages(&page.look(KEPT, json!([]))) == ids);
}

#[test]
fn a_press_too_many_loses_no_note() {
    let page = Page::open("#theme=labor");
    let ids = with_two(&page);
    let field = page.browser.find(".clippings textarea").expect("a field");
    page.browser.type_into(&field, "a note").expect("typing");
    page.press(Key::Tab);
    page.until_true("it is kept", || page.run(KEPT, json!([]))["clippings"][0]["note"] == "a note");
    page.follow("#theme=labor");
    let aside = format!("{} [data-aside]", article(&ids[0]));
    for pressed in ["false", "true"] {
        page.until_true("the passage is shown", || page.exists(&aside));
        page.click(&aside);
        let now = format!("{aside}[aria-pressed={pressed}]");
        page.until_true("it is put aside or taken away", || page.exists(&now));
        page.until_true("that is said", || !page.texts(".toast").concat().is_empty());
    }
    page.follow("#view=clippings");
    page.until_true("both are in their places, with the note", || {
        let value = "return document.querySelector('.clippings textarea')?.value";
        page.shown() == ids && page.look(value, json!([])) == "a note"
    });
}

#[test]
fn a_box_stays_as_it_is_when_the_page_is_hidden() {
    let page = Page::open("");
    page.until_true("the rest is here", || page.exists(".overview .times"));
    let labor = facet_selector("theme", "labor");
    page.toggle_facet("theme", "labor");
    page.until_fragment("it is chosen", |state| state == "theme=labor");
    let hide = "document.querySelector(args[0]).focus();
        document.dispatchEvent(new Event('visibilitychange'));
        window.dispatchEvent(new Event('pagehide'));
        return document.activeElement.matches(args[0])";
    assert_eq!(page.run(hide, json!([labor])), true);
    page.let_time_pass();
    assert_eq!(page.fragment(), "theme=labor");
    assert!(page.is_chosen("theme", "labor"));
}

#[test]
fn the_focus_is_never_lost() {
    let page = Page::open("#theme=labor");
    with_two(&page);
    let field = page.browser.find(".clippings .edit input").expect("a field");
    page.browser.type_into(&field, "one").expect("typing");
    page.press(Key::Tab);
    page.until_true("the tag is listed", || page.exists(".clippings .tags button"));
    assert!(page.focus_is_in(".clippings .edit *"), "after a tag");
    page.click(".clippings li:first-child .actions button:last-child");
    page.until_true("after what is gone comes what takes it back", || {
        page.focus_is_in(".clippings .undo *")
    });
}

#[test]
fn what_is_put_aside_is_there_again_with_its_note_and_in_its_order() {
    let page = Page::open("#theme=labor");
    let ids = with_two(&page);
    let script = "const note = document.querySelectorAll('.clippings textarea')[1];
        note.value = args[0];
        note.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, json!(["second 附註"]));
    page.click(".clippings li:nth-child(2) .actions button:first-child");
    let turned: Vec<String> = ids.iter().rev().cloned().collect();
    page.until_true("it has moved up", || page.shown() == turned);
    page.until_true("it is kept", || passages(&page.run(KEPT, json!([]))) == turned);

    page.go("#view=clippings");
    page.until_true("both are there again", || page.shown() == turned);
    let notes =
        "return [...document.querySelectorAll('.clippings textarea')].map(note => note.value)";
    assert_eq!(strings(&page.run(notes, json!([]))), ["second 附註", ""]);

    page.click(".clippings li:first-child .actions button:last-child");
    page.until_true("one is left", || page.shown() == ids[..1]);
    page.click(".clippings .undo button");
    page.until_true("it was put back where it stood", || page.shown() == turned);

    for left in [1, 0] {
        page.click(".clippings li:first-child .actions button:last-child");
        page.until_true("it is gone", || page.shown().len() == left);
    }
    page.follow("#theme=labor");
    page.until_true("the results are shown", || page.shown().len() > 2);
    page.follow("#view=clippings");
    for back in [1, 2] {
        page.click(".clippings .undo button");
        page.until_true("one by one they come back", || page.shown().len() == back);
    }
    assert_eq!(page.shown(), turned);
    assert_eq!(strings(&page.run(notes, json!([]))), ["second 附註", ""]);
    assert!(!page.exists(".clippings .undo"), "nothing is left to take back");
}

#[test]
fn a_file_is_taken_in_once_and_a_wrong_one_is_refused_by_name() {
    let page = Page::open("");
    let ids = with_two(&page);
    page.until_true("both are kept", || passages(&page.run(KEPT, json!([]))) == ids);
    let kept = page.run(KEPT, json!([]));

    let other = page.some_passage(r#"passage.role === "content""#)["id"].clone();
    let mut file = kept.clone();
    file["clippings"] = json!([{ "passage": other, "text": "", "source": "", "note": "<b>n</b>", "colour": 2, "tags": ["t"] }]);
    for said in ["1 clipping added", "nothing new"] {
        take_in(&page, "more.json", &file.to_string());
        page.until_true(said, || page.texts(".said").concat() == format!("more.json: {said}"));
        assert_eq!(page.shown().len(), 3);
    }

    let mut foreign = file.clone();
    foreign["corpus"] = json!("another");
    for (name, text) in [
        ("foreign.json", foreign.to_string()),
        ("damaged.json", file.to_string()[..40].to_owned()),
        ("other.json", "{}".to_owned()),
    ] {
        take_in(&page, name, &text);
        page.until_true("it is refused by its name", || {
            page.texts(".said").concat().starts_with(&format!("{name} was not imported"))
        });
        assert_eq!(page.shown().len(), 3, "nothing is lost");
    }
}

#[test]
fn annotations_that_nest_as_deep_as_they_may_stop_nothing() {
    let page = Page::open("");
    let id = with_two(&page).remove(0);
    let target = format!("https://a.invalid/#view=read&at={id}");
    // A target within pages within each other, as many as are let through: an object more would be refused.
    for (open, close) in [(r#"{"first":"#, "}"), (r#"{"items":["#, "]}"), ("[", "]")] {
        let levels = 31 / open.matches(['{', '[']).count();
        let one = json!({ "target": target }).to_string();
        let text = [open.repeat(levels), one, close.repeat(levels)].concat();
        take_in(&page, "deep.json", &text);
        page.until_true("it is answered", || page.texts(".said").concat().starts_with("deep.json"));
        let total = page.run("return window.vitrine.search('').total", json!([]));
        assert!(total.as_u64().is_some_and(|total| total > 0), "the page goes on: {text}");
    }
}

#[test]
fn a_link_to_clippings_shows_them_and_leaves_the_readers_own_alone() {
    let page = Page::open("");
    let ids = with_two(&page);
    let other = page.some_passage(r#"passage.role === "content""#)["id"].clone();
    let other = other.as_str().expect("an id");
    page.follow(&format!("#view=clippings&clip={other}"));
    page.until_true("the shared one is shown", || page.shown() == [other]);
    page.click(".clippings .tools button");
    page.follow("#view=clippings");
    let all = [&ids[..], &[other.to_owned()]].concat();
    page.until_true("it stands behind the reader's own", || page.shown() == all);
}

#[test]
fn what_cannot_be_read_is_put_beside_and_said() {
    let page = Page::open("");
    with_two(&page);
    page.until_true("they are kept", || !page.run(KEPT, json!([])).is_null());
    let script =
        "const key = Object.keys(localStorage).find(key => key.startsWith('vitrine.clippings.'));
        localStorage[key] = '{damaged';
        return key";
    let key = page.run(script, json!([]));
    page.go("#view=clippings");
    page.until_true("it is said", || {
        page.texts(".toast").iter().any(|said| said.contains("nothing was deleted"))
    });
    let script = "return localStorage[args[0] + '.damaged']";
    assert_eq!(page.run(script, json!([key])), "{damaged");
}

#[test]
fn the_results_are_taken_away_in_each_kind_of_file() {
    let page = Page::open("#theme=labor&lang=zh-Hant");
    page.until_true("passages are shown", || !page.shown().is_empty());
    let total = page.total().expect("a number") as usize;
    let script = "window.saved = [];
        URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:nothing' };
        HTMLAnchorElement.prototype.click = function () { window.saved.at(-1).as = this.download }";
    page.run(script, json!([]));
    for (n, (kind, ending)) in
        [("CSV", ".csv"), ("JSON Lines", ".jsonl"), ("Markdown", ".md"), ("HTML", ".html")]
            .into_iter()
            .enumerate()
    {
        let script = "document.querySelector('.save').open = true;
            [...document.querySelectorAll('.save button')].find(kind => kind.textContent === args[0]).click()";
        let saved = format!("return window.saved.length > {n}");
        page.until_true("a file was saved", || {
            // Until the later part of the program is there, the page says so and saves nothing.
            page.run(script, json!([kind]));
            page.run(&saved, json!([])) == true
        });
        let script = format!("const file = window.saved[{n}]; return [file.as, await file.text()]");
        let file = page.run(&script, json!([]));
        assert!(file[0].as_str().expect("a name").ends_with(ending), "{file}");
        let text = file[1].as_str().expect("a text");
        let count = match kind {
            "CSV" => text.matches("#view=read&at=").count(),
            "JSON Lines" => text.lines().count(),
            "Markdown" => text.matches("<http").count(),
            _ => text.matches("<blockquote").count(),
        };
        assert_eq!(count, total, "{kind}");
    }
}

#[test]
fn what_the_corpus_has_lost_leaves_with_the_rest() {
    let page = Page::open("");
    let ids = with_two(&page);
    page.until_true("they are kept", || !page.run(KEPT, json!([])).is_null());
    let script =
        "const key = Object.keys(localStorage).find(key => key.startsWith('vitrine.clippings.'));
        const file = JSON.parse(localStorage[key]);
        Object.assign(file.clippings[0], { passage: 'lost.1', text: 'Its words', note: 'why' });
        localStorage[key] = JSON.stringify(file)";
    page.run(script, json!([]));
    page.go("#view=clippings");
    page.until_true("both are listed", || page.exists("details.save"));
    let script = "window.saved = [];
        URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:nothing' };
        HTMLAnchorElement.prototype.click = () => {};
        [...document.querySelectorAll('.save button')].find(kind => kind.textContent === 'JSON Lines').click()";
    page.run(script, json!([]));
    page.until_true("a file was saved", || {
        page.run("return window.saved.length > 0", json!([])) == true
    });
    let text = page.run("return await window.saved[0].text()", json!([]));
    let lines: Vec<Value> = text.as_str().expect("a text").lines().map(json_of).collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert_eq!([&lines[0]["id"], &lines[1]["id"]], ["lost.1", &ids[1]]);
    assert_eq!([&lines[0]["text"], &lines[0]["note"]], ["Its words", "why"]);
    assert!(
        lines.iter().all(|line| line["link"].as_str().is_some_and(|link| link.contains("at=")))
    );
}

fn json_of(line: &str) -> Value {
    serde_json::from_str(line).expect("a line is JSON")
}

#[test]
fn own_tags_are_one_more_facet() {
    let page = Page::open("#theme=labor");
    let all = page.expected_total("", json!({ "theme": ["labor"] }));
    let ids = with_two(&page);
    let script = "const field = document.querySelectorAll('.clippings .edit input')[args[0]];
        field.value = args[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, json!([0, "jobs, 工人"]));
    page.run(script, json!([1, "jobs"]));
    page.until_true("both are kept", || {
        let kept = page.run(KEPT, json!([]));
        (0..2).all(|n| kept["clippings"][n]["tags"][0] == "jobs")
    });

    page.follow("#theme=labor");
    // What is beyond the screen comes a frame later, and moves the facets.
    page.until_true("the list is there", || page.shown().len() as u64 >= all.min(25));
    page.until_true("the tags can be chosen", || page.exists(r#"[data-facet="tag"]"#));
    let counts = |page: &Page| page.texts(".facet.tags [data-count]");
    assert_eq!(counts(&page), ["2", "1"]);
    page.toggle_facet("tag", "工人");
    page.until_total(1);
    assert_eq!(page.shown(), ids[..1]);
    assert_eq!(counts(&page), ["2", "1"], "as if no tag were chosen");
    page.until_fragment("it is in the link", |link| link.contains("tag=工人"));
    page.toggle_facet("tag", "jobs");
    page.until_total(2);
    page.browser.reload().expect("loading again");
    page.wait_ready();
    page.until_total(2);
    page.click(r#"[data-filter="tag=jobs"]"#);
    page.until_total(1);
    page.go("#theme=labor&-tag=jobs");
    page.until_total(all - 2);
    // Until the clippings are read, it is none of the results.
    let target = format!("{}[aria-current=\"true\"]", article(&ids[1]));
    page.go(&format!("#tag=jobs&at={}", ids[1]));
    page.until_true("it is pointed at", || page.is_in_view(&target));
    assert!(page.notes().is_empty(), "{:?}", page.notes());
}
