//! Concordance: each hit on a line of its own, the key in the middle.

use leptos::prelude::*;
use vitrine_corpus::facet::{FACETS, position};
use vitrine_search::{
    Line, MOST_LINES, concordance as find_lines, concordance_csv, context, count_lines,
};

use crate::app::{HEADING, MAIN};
use crate::browser::{files, history};
use crate::components::{ActiveFilters, Empty, Notes, Understood, click, href, live, text, word};
use crate::state::State;
use crate::state::concepts::hue_of_value;
use crate::state::facets::most_first;
use crate::state::fragment;
use crate::state::intent::{Intent, narrowed, read_at};
use crate::state::view_state::{
    LINE_SORTS, View, ViewState, WINDOWS, Window, line_sort_name, parse_line_sort,
};

/// How many lines are drawn at first, and how many more each time a reader asks.
const PAGE: usize = 100;

/// The facets by whose values lines are counted.
const COUNTED: [&str; 2] = ["doc", "theme"];

/// How many values of a facet are counted out.
const LISTED: usize = 12;

/// The hits, line by line.
pub fn concordance() -> AnyView {
    let state = State::expect();
    let words = state.words();
    let limit = RwSignal::new(PAGE);
    let sort = Memo::new(move |_| state.view.with(|view| view.lens.kwic));
    let lines = Memo::new(move |_| {
        let sort = sort.get();
        state.answer.with(|answer| find_lines(state.corpus, answer, sort))
    });
    Effect::new(move |_| {
        // Other lines begin at the first again.
        lines.track();
        limit.set(PAGE);
    });
    let found = text(move || lines.with(|lines| count(state, lines)));
    let save = click(move || save(state, &lines.read_untracked()));
    view! {
        <div class="concordance">
            <main id=MAIN tabindex="-1">
                <Notes />
                <h1 id=HEADING tabindex="-1">{(words.view)(View::Concordance)}</h1>
                <Understood />
                <ActiveFilters />
                <div class="result-bar">
                    <p role="status" class="found">{found}</p>
                    {controls(state)}
                    <button type="button" class="save" on:click=save>{words.save_csv}</button>
                </div>
                {live(move || lines.with(|lines| table(state, lines, limit)))}
            </main>
            {live(move || lines.with(|lines| counts(state, lines)))}
        </div>
    }
    .into_any()
}

/// How many lines there are, in how many documents.
fn count(state: State, lines: &[Line]) -> String {
    let mut documents: Vec<u64> = lines
        .iter()
        .map(|line| u64::from(state.passage(line.passage).document.to_native()))
        .collect();
    documents.sort_unstable();
    documents.dedup();
    let words = state.words();
    let count = (words.lines)(lines.len(), documents.len());
    if lines.len() < MOST_LINES { count } else { [&count, words.first_lines].concat() }
}

/// Order and window.
fn controls(state: State) -> AnyView {
    let words = state.words();
    let sorts = LINE_SORTS.into_iter().zip([words.by_place, words.by_left, words.by_right]);
    let sorts: Vec<AnyView> = sorts
        .map(|(sort, name)| view! { <option value=line_sort_name(sort)>{name}</option> }.into_any())
        .collect();
    let chosen = state.view.with_untracked(|view| view.lens.window);
    let mut windows = WINDOWS.to_vec();
    if !windows.contains(&chosen) {
        windows.push(chosen);
    }
    let windows: Vec<AnyView> = windows
        .into_iter()
        .map(|Window(size)| {
            let value = size.to_string();
            view! { <option value=value.clone()>{value.clone()}</option> }.into_any()
        })
        .collect();
    let sort = word(move || state.view.with(|view| line_sort_name(view.lens.kwic)));
    let window = text(move || state.view.with(|view| view.lens.window.0.to_string()));
    let choose_sort = move |event| {
        if let Some(sort) = parse_line_sort(&event_target_value(&event)) {
            state.go(Intent::SortLines(sort));
        }
    };
    let choose_window = move |event| {
        if let Some(window) = Window::parse(&event_target_value(&event)) {
            state.go(Intent::Window(window));
        }
    };
    view! {
        <label class="order">
            {words.sort_by} " "
            <select data-kwic="" prop:value=sort on:change=choose_sort>{sorts}</select>
        </label>
        <label class="order" title=words.window_hint>
            {words.window} " "
            <select data-window="" prop:value=window on:change=choose_window>{windows}</select>
        </label>
    }
    .into_any()
}

/// The lines, or what to do where there are none.
fn table(state: State, lines: &[Line], limit: RwSignal<usize>) -> AnyView {
    let words = state.words();
    let view = state.view.get();
    if lines.is_empty() {
        let has_hits = state.answer.with(|answer| !answer.hits.is_empty());
        return match has_hits {
            true => view! { <p class="hint">{words.concordance_hint}</p> }.into_any(),
            false => view! { <Empty /> }.into_any(),
        };
    }
    let shown = limit.get();
    let rows: Vec<AnyView> = lines.iter().take(shown).map(|line| row(state, &view, line)).collect();
    let left = lines.len().saturating_sub(shown).min(PAGE);
    let more = (left > 0).then(|| {
        let more = click(move || limit.update(|limit| *limit += PAGE));
        view! { <button type="button" class="more" on:click=more>{(words.more_lines)(left)}</button> }
            .into_any()
    });
    let is_wide = view.lens.window > Window::default();
    view! {
        <table class="kwic" class:wide=is_wide>
            <thead>
                <tr>
                    <th scope="col">{words.before_key}</th>
                    <th scope="col">{words.key}</th>
                    <th scope="col">{words.after_key}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {more}
    }
    .into_any()
}

fn row(state: State, view: &ViewState, line: &Line) -> AnyView {
    let passage = state.passage(line.passage);
    let all: &'static str = &passage.text;
    let context = context(all, &line.key, usize::from(view.lens.window.0));
    let lang = state.passage_lang(line.passage);
    let lang_name = position("lang").map_or("", |facet| state.value_label(facet, lang));
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let (title_lang, title) = document.title.get(state.tag()).unwrap_or_default();
    let read = href(&read_at(view, &passage.id));
    view! {
        <tr>
            <td class="left" lang=lang><span>{&all[context.left]}</span></td>
            <th scope="row" lang=lang><a href=read>{&all[line.key.clone()]}</a></th>
            <td class="right" lang=lang>{&all[context.right]}</td>
            <td class="source"><span lang=title_lang title=title>{title}</span><small>{lang_name}</small></td>
        </tr>
    }
    .into_any()
}

/// How many lines each document and each theme has; a value narrows to it.
fn counts(state: State, lines: &[Line]) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let view = state.view.get();
    let lists: Vec<AnyView> = COUNTED
        .iter()
        .filter_map(|facet| counts_of(state, &view, position(facet)?, lines))
        .collect();
    let label = state.words().lines_by;
    Some(view! { <aside aria-label=label>{lists}</aside> }.into_any())
}

fn counts_of(state: State, view: &ViewState, facet: usize, lines: &[Line]) -> Option<AnyView> {
    let counts = count_lines(state.corpus, facet, lines);
    let values = &state.corpus.facets[facet].values;
    let mut listed: Vec<usize> =
        (0..counts.len()).filter(|&n| counts[n] > 0 && values[n].broader.is_none()).collect();
    most_first(&mut listed, |n| counts[n]);
    let listed: Vec<AnyView> = listed
        .into_iter()
        .take(LISTED)
        .map(|n| {
            let id: &'static str = &state.corpus.facets[facet].values[n].id;
            let label = state.value_label(facet, id);
            let hue = hue_of_value(state.corpus, FACETS[facet].id, id).map(|hue| hue.to_string());
            let link = href(&narrowed(view, facet, id));
            view! {
                <li data-hue=hue data-value=id>
                    <a href=link>{label}</a> " " <span>{counts[n].to_string()}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let heading = state.facet_label(facet);
    (!listed.is_empty()).then(|| view! { <h2>{heading}</h2><ul>{listed}</ul> }.into_any())
}

fn save(state: State, lines: &[Line]) {
    let window = state.view.with_untracked(|view| usize::from(view.lens.window.0));
    let link = |id: &str| history::url_of(&fragment::write(&read_at(&ViewState::default(), id)));
    let table = concordance_csv(state.corpus, lines, window, &link);
    files::save(&[&*state.corpus.id, "-concordance.csv"].concat(), "text/csv", &table);
    state.toast.set(Some(state.words().saved));
}
