//! Concordance: each hit on a line of its own, the key in the middle.

use leptos::prelude::*;
use vitrine_corpus::facet::{FACETS, position};
use vitrine_corpus::order;
use vitrine_corpus::text::part;
use vitrine_search::{
    Line, MOST_LINES, TermSort, concordance as find_lines, concordance_csv, context, count_lines,
    terms,
};

use crate::components::drawing::{Tag, button, drawn, link, select, tag};
use crate::components::landmarks::{HEADING, MAIN};
use crate::components::{
    self, active_filters, follow, href, more, notes, nothing_found, understood, url_of_passage,
};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::concepts::hue_of_value;
use crate::state::facets::most_first;
use crate::state::intent::{Intent, concordance_of, narrowed, read_at};
use crate::state::takeaway::Format;
use crate::state::view_state::{
    LINE_SORTS, View, ViewState, WINDOWS, Window, line_sort_name, parse_line_sort,
};

/// How many lines are drawn at first, and how many more each time a reader asks.
const PAGE: usize = 100;

/// The facets by whose values lines are counted.
const COUNTED: [&str; 2] = ["doc", "theme"];

/// How many words are offered where none is asked for.
const SUGGESTED: usize = 24;

/// How many values of a facet are counted out.
const LISTED: usize = 12;

/// The hits, line by line.
pub fn concordance() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let limit = RwSignal::new(PAGE);
    let sort = Memo::new(move |_| state.view.with(|view| view.lens.kwic));
    let lines = Memo::new(move |_| {
        let sort = sort.get();
        state.answer.with(|answer| find_lines(state.corpus, answer, sort))
    });
    follow(move |_| {
        // Other lines begin at the first again.
        lines.track();
        limit.set(PAGE);
    });
    let save = move || save(state, &lines.read_untracked());
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let bar = drawn(move || {
        let found = tag("p", &[("role", "status"), ("class", "found")]);
        // Where nothing is asked for yet, there is nothing to count, to sort or to save. The status is there all the same:
        // what comes into it is read out.
        if lines.with(Vec::is_empty) && !is_empty.get() {
            return tag("div", &[("class", "")]).with(found);
        }
        let found = found.text(lines.with(|lines| count(state, lines)));
        let bar = tag("div", &[("class", "result-bar")]).with(found);
        let bar = state.view.with(|view| bar.with_all(controls(state, view)));
        bar.with(button("save", words.save_csv, save))
    });
    view! {
        <div class="concordance">
            <main id=MAIN tabindex="-1">
                {notes()}
                <h1 id=HEADING tabindex="-1">{(words.view)(View::Concordance)}</h1>
                {understood()}
                {active_filters()}
                {bar}
                {nothing_found()}
                {drawn(move || lines.with(|lines| table(state, lines, is_empty.get(), limit)))}
            </main>
            {drawn(move || lines.with(|lines| counts(state, lines)))}
        </div>
    }
    .into_any()
}

/// How many lines there are, in how many documents.
fn count(state: State, lines: &[Line]) -> String {
    let documents = order::each_once(
        lines
            .iter()
            .map(|line| u64::from(state.passage(line.passage).document.to_native()))
            .collect(),
    );
    let words = state.view_words();
    let count = (words.lines)(lines.len(), documents.len());
    if lines.len() < MOST_LINES { count } else { [&count, words.first_lines].concat() }
}

/// Order and window.
fn controls(state: State, view: &ViewState) -> Vec<Tag> {
    let words = state.view_words();
    let sorts = LINE_SORTS.into_iter().zip([words.by_place, words.by_left, words.by_right]);
    let sorts = sorts.map(|(sort, name)| (line_sort_name(sort).to_owned(), name.into())).collect();
    let chosen = view.lens.window;
    let mut windows = WINDOWS.to_vec();
    if !windows.contains(&chosen) {
        windows.push(chosen);
    }
    let windows =
        windows.into_iter().map(|Window(size)| (size.to_string(), size.to_string().into()));
    let sort = line_sort_name(view.lens.kwic).to_owned();
    let choose_sort = move |name: String| {
        if let Some(sort) = parse_line_sort(&name) {
            state.go(Intent::SortLines(sort));
        }
    };
    let choose_window = move |size: String| {
        if let Some(window) = Window::parse(&size) {
            state.go(Intent::Window(window));
        }
    };
    let sort = select(&[("data-kwic", "")], sorts, sort, choose_sort);
    let now = chosen.0.to_string();
    let window = select(&[("data-window", "")], windows.collect(), now, choose_window);
    let order = |label: &'static str| tag("label", &[("class", "order")]).text(label).text(" ");
    vec![
        order(words.sort_by).with(sort),
        order(words.window).set("title", words.window_hint).with(window),
    ]
}

/// The lines, or what to do where there are none but hits.
fn table(state: State, lines: &[Line], is_empty: bool, limit: RwSignal<usize>) -> Vec<Tag> {
    let words = state.view_words();
    if lines.is_empty() {
        return if is_empty { Vec::new() } else { start(state) };
    }
    let shown = limit.get();
    let mut rows = tag("tbody", &[]);
    let view = state.view.read();
    for line in lines.iter().take(shown) {
        rows.push(row(state, &view, line));
    }
    let mut heads = tag("tr", &[]);
    for name in [words.before_key, words.key, words.after_key, words.source] {
        heads.push(tag("th", &[("scope", "col")]).text(name));
    }
    let is_wide = view.lens.window > Window::default();
    let table = tag("table", &[])
        .set("class", if is_wide { "kwic wide" } else { "kwic" })
        .with(tag("thead", &[]).with(heads))
        .with(rows);
    let left = lines.len().saturating_sub(shown).min(PAGE);
    let more = more(left, PAGE, (words.more_lines)(left), limit);
    [Some(table), more].into_iter().flatten().collect()
}

/// What to do where no word is asked for: to type one, or to take one of those that are said most.
fn start(state: State) -> Vec<Tag> {
    let words = state.view_words();
    let view = state.view.read();
    let all = &appendix().terms;
    let most = state.answer.with(|answer| terms(state.corpus, all, answer, TermSort::Frequency));
    let frequent = most.terms.iter().take(SUGGESTED).map(|term| {
        let word = all.words.get(term.term);
        let lines = link(href(&concordance_of(&view, word))).text(word);
        tag("li", &[]).with(lines).with(tag("span", &[]).text(term.times.to_string()))
    });
    let frequent: Vec<Tag> = frequent.collect();
    let hint = |text: &'static str| tag("p", &[("class", "hint")]).text(text);
    let mut start = vec![hint(words.concordance_hint)];
    if !frequent.is_empty() {
        start.push(hint(words.frequent_words));
        start.push(tag("ul", &[("class", "frequent")]).with_all(frequent));
    }
    start
}

fn row(state: State, view: &ViewState, line: &Line) -> Tag {
    let passage = state.passage(line.passage);
    let all = state.text(line.passage);
    let context = context(&all, &line.key, usize::from(view.lens.window.0));
    let lang = state.passage_lang(line.passage);
    let lang_name = position("lang").map_or("", |facet| state.value_label(facet, lang));
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let (title_lang, title) = document.title.get(state.tag()).unwrap_or_default();
    let read = link(href(&read_at(view, &state.passage_id(line.passage))))
        .text(part(&all, line.key.clone()));
    let source = tag("span", &[]).set("lang", title_lang).set("title", title).text(title);
    let left = tag("span", &[]).text(part(&all, context.left));
    tag("tr", &[])
        .with(tag("td", &[("class", "left")]).set("lang", lang).with(left))
        .with(tag("th", &[("scope", "row")]).set("lang", lang).with(read))
        .with(tag("td", &[("class", "right")]).set("lang", lang).text(part(&all, context.right)))
        .with(
            tag("td", &[("class", "source")]).with(source).with(tag("small", &[]).text(lang_name)),
        )
}

/// How many lines each document and each theme has; a value narrows to it.
fn counts(state: State, lines: &[Line]) -> Option<Tag> {
    if lines.is_empty() {
        return None;
    }
    let view = state.view.read();
    let mut aside = tag("aside", &[]).set("aria-label", state.view_words().lines_by);
    for facet in COUNTED {
        let Some(facet) = position(facet) else { continue };
        let list = counts_of(state, &view, facet, lines);
        if !list.is_empty() {
            aside.push(tag("h2", &[]).text(state.facet_label(facet)));
            aside.push(tag("ul", &[]).with_all(list));
        }
    }
    Some(aside)
}

fn counts_of(state: State, view: &ViewState, facet: usize, lines: &[Line]) -> Vec<Tag> {
    let counts = count_lines(state.corpus, facet, lines);
    let values = &state.corpus.facets[facet].values;
    let mut listed: Vec<usize> =
        (0..counts.len()).filter(|&n| counts[n] > 0 && values[n].broader.is_none()).collect();
    most_first(&mut listed, |n| counts[n]);
    listed.truncate(LISTED);
    let item = |n: usize| {
        let id: &'static str = &state.corpus.facets[facet].values[n].id;
        let link =
            link(href(&narrowed(state.corpus, view, facet, id))).text(state.value_label(facet, id));
        let mut item = tag("li", &[]).set("data-value", id);
        if let Some(hue) = hue_of_value(state.corpus, FACETS[facet].id, id) {
            item = item.set("data-hue", hue.to_string());
        }
        item.with(link).text(" ").with(tag("span", &[]).text(counts[n].to_string()))
    };
    listed.into_iter().map(item).collect()
}

fn save(state: State, lines: &[Line]) {
    let window = state.view.with_untracked(|view| usize::from(view.lens.window.0));
    let table = concordance_csv(state.corpus, lines, window, &url_of_passage);
    components::save(state, "-concordance.csv", Format::Csv.media_type(), &table);
}
