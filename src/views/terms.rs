//! Terms: the words of the results, how often they are said, and where more than elsewhere.

use leptos::prelude::*;
use vitrine_search::{
    LEAST_FOR_KEYNESS, Term, TermList, collocates, hundredths, terms as count_terms, terms_csv,
};

use crate::app::{HEADING, MAIN};
use crate::browser::files;
use crate::components::{
    ActiveFilters, Empty, FacetPanel, Notes, Understood, aria, click, href, live, text, word,
};
use crate::state::State;
use crate::state::intent::{Intent, also_search, concordance_of};
use crate::state::view_state::{TERM_SORTS, View, ViewState, parse_term_sort, term_sort_name};

/// How many terms are drawn at first, and how many more each time a reader asks.
const PAGE: usize = 100;

/// How many collocates of a term are listed.
const COLLOCATES: usize = 15;

/// The words of the results, beside the facets that choose what is compared.
pub fn terms() -> AnyView {
    let state = State::expect();
    let words = state.words();
    let limit = RwSignal::new(PAGE);
    let open = RwSignal::new(None);
    let sort = Memo::new(move |_| state.view.with(|view| view.lens.terms));
    let list = Memo::new(move |_| {
        let sort = sort.get();
        state.answer.with(|answer| count_terms(state.corpus, answer, sort))
    });
    let has_rest = Memo::new(move |_| list.with(|list| list.rest > 0));
    Effect::new(move |_| {
        list.track();
        limit.set(PAGE);
        open.set(None);
    });
    let counted = text(move || {
        let answer = state.answer.get();
        let from = (words.found)(answer.hits.len(), answer.documents);
        [from, list.with(|list| (words.words_counted)(list.words as usize))].concat()
    });
    let compared = text(move || {
        list.with(|list| match list.rest {
            0 => words.nothing_compared.to_owned(),
            rest => (words.compared)(rest as usize),
        })
    });
    let save = click(move || {
        let table = terms_csv(state.corpus, &list.read_untracked());
        files::save(&[&*state.corpus.id, "-terms.csv"].concat(), "text/csv", &table);
        state.toast.set(Some(words.saved));
    });
    view! {
        <div class="browse terms">
            <FacetPanel />
            <main id=MAIN tabindex="-1">
                <Notes />
                <h1 id=HEADING tabindex="-1">{(words.view)(View::Terms)}</h1>
                <p class="lead">{compared} " " {words.keyness_hint}</p>
                <Understood />
                <ActiveFilters />
                <div class="result-bar">
                    <p role="status" class="found">{counted}</p>
                    {live(move || has_rest.get().then(|| order(state)))}
                    <button type="button" class="save" on:click=save>{words.save_csv}</button>
                </div>
                {live(move || list.with(|list| table(state, list, limit, open)))}
            </main>
        </div>
    }
    .into_any()
}

fn order(state: State) -> AnyView {
    let words = state.words();
    let options = TERM_SORTS.into_iter().zip([words.by_keyness, words.by_frequency]);
    let options: Vec<AnyView> = options
        .map(|(sort, name)| view! { <option value=term_sort_name(sort)>{name}</option> }.into_any())
        .collect();
    let sort = word(move || state.view.with(|view| term_sort_name(view.lens.terms)));
    let choose = move |event| {
        if let Some(sort) = parse_term_sort(&event_target_value(&event)) {
            state.go(Intent::SortTerms(sort));
        }
    };
    view! {
        <label class="order">
            {words.sort_by} " "
            <select data-terms="" prop:value=sort on:change=choose>{options}</select>
        </label>
    }
    .into_any()
}

fn table(
    state: State,
    list: &TermList,
    limit: RwSignal<usize>,
    open: RwSignal<Option<usize>>,
) -> AnyView {
    let words = state.words();
    if list.terms.is_empty() {
        let has_hits = state.answer.with(|answer| !answer.hits.is_empty());
        return match has_hits {
            true => {
                view! { <p class="hint">{(words.too_few_words)(LEAST_FOR_KEYNESS as usize)}</p> }
                    .into_any()
            }
            false => view! { <Empty /> }.into_any(),
        };
    }
    let view = state.view.get();
    let shown = limit.get();
    let has_rest = list.rest > 0;
    let most = list
        .terms
        .iter()
        .filter_map(|term| term.keyness)
        .fold(1.0_f32, |most, keyness| most.max(keyness.abs()));
    let rows: Vec<AnyView> = list
        .terms
        .iter()
        .take(shown)
        .map(|term| row(state, &view, list, term, most, open))
        .collect();
    let left = list.terms.len().saturating_sub(shown).min(PAGE);
    let more = (left > 0).then(|| {
        let more = click(move || limit.update(|limit| *limit += PAGE));
        view! { <button type="button" class="more" on:click=more>{(words.more_terms)(left)}</button> }
            .into_any()
    });
    view! {
        <table class="term-table">
            <thead>
                <tr>
                    <th scope="col">{words.term}</th>
                    <th scope="col">{words.times}</th>
                    <th scope="col">{words.in_passages}</th>
                    {has_rest.then(|| view! { <th scope="col">{words.against_rest}</th><th scope="col">"G²"</th> }.into_any())}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {more}
    }
    .into_any()
}

/// A term; below it, once it is opened, what stands together with it.
fn row(
    state: State,
    view: &ViewState,
    list: &TermList,
    term: &Term,
    most: f32,
    open: RwSignal<Option<usize>>,
) -> AnyView {
    let words = state.words();
    let n = term.term;
    let written: &'static str = state.corpus.terms.words.get(n);
    let toggle =
        click(move || open.update(|open| *open = if *open == Some(n) { None } else { Some(n) }));
    let label = (words.collocates_of)(written);
    let times = term.times.to_string();
    let in_context = [&times, ", ", (words.view)(View::Concordance)].concat();
    let keyness = (list.rest > 0).then(|| keyness(state, list, term, most));
    let from = view.clone();
    let below = live(move || (open.get() == Some(n)).then(|| collocates_of(state, &from, n)));
    view! {
        <tr>
            <th scope="row">
                <span>
                    <button type="button" aria-label=label aria-expanded=aria(move || open.get() == Some(n)) on:click=toggle></button>
                    <a href=href(&also_search(view, written))>{written}</a>
                </span>
            </th>
            <td><a href=href(&concordance_of(view, written)) aria-label=in_context>{times}</a></td>
            <td>{term.passages.to_string()}</td>
            {keyness}
        </tr>
        {below}
    }
    .into_any()
}

/// How much more often than in the rest, and G² with a bar.
fn keyness(state: State, list: &TermList, term: &Term, most: f32) -> AnyView {
    let words = state.words();
    let ratio = match list.ratio(term) {
        _ if term.times == 0 => words.only_elsewhere.to_owned(),
        None => words.only_here.to_owned(),
        Some(ratio) => [&hundredths(ratio), "×"].concat(),
    };
    let Some(keyness) = term.keyness else {
        return view! { <td>{ratio}</td><td>"–"</td> }.into_any();
    };
    let tenths = ((keyness.abs() / most * 10.0).ceil() as u32).to_string();
    let is_less = keyness < 0.0;
    let g2 = hundredths(keyness).replace('-', "−");
    view! {
        <td>{ratio}</td>
        <td class="keyness" class:less=is_less data-bar=tenths>{g2}</td>
    }
    .into_any()
}

fn collocates_of(state: State, view: &ViewState, n: usize) -> AnyView {
    let words = state.words();
    let written: &'static str = state.corpus.terms.words.get(n);
    let found =
        state.answer.with_untracked(|answer| collocates(state.corpus, answer, n, COLLOCATES));
    let listed: Vec<AnyView> = found
        .iter()
        .map(|other| {
            let name: &'static str = state.corpus.terms.words.get(other.term);
            let both = also_search(&also_search(view, written), name);
            let counts =
                [&other.together.to_string(), " · G² ", &hundredths(other.strength)].concat();
            view! { <li><a href=href(&both)>{name}</a> " " <small>{counts}</small></li> }.into_any()
        })
        .collect();
    let told = match listed.is_empty() {
        true => words.no_collocates,
        false => words.collocates_hint,
    };
    view! {
        <tr class="collocates">
            <td colspan="5"><p>{told}</p><ul>{listed}</ul></td>
        </tr>
    }
    .into_any()
}
