//! Terms: the words of the results, how often they are said, and where more than elsewhere.

use leptos::prelude::*;
use vitrine_search::{
    LEAST_FOR_KEYNESS, Term, TermList, TermSort, collocates, hundredths, terms as count_terms,
    terms_csv,
};

use crate::components::drawing::{Tag, button, drawn, link, select, tag};
use crate::components::landmarks::{HEADING, MAIN};
use crate::components::{
    self, active_filters, facet_panel, follow, href, more, notes, nothing_found, understood,
};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::intent::{Intent, also_search, concordance_of};
use crate::state::takeaway::Format;
use crate::state::view_state::{TERM_SORTS, View, ViewState, parse_term_sort, term_sort_name};

/// How many terms are drawn at first, and how many more each time a reader asks.
const PAGE: usize = 100;

/// How many collocates of a term are listed.
const COLLOCATES: usize = 15;

/// The words of the results, beside the facets that choose what is compared.
pub fn terms() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let limit = RwSignal::new(PAGE);
    let open = RwSignal::new(None);
    let sort = Memo::new(move |_| state.view.with(|view| view.lens.terms));
    let list = Memo::new(move |_| {
        let sort = sort.get();
        state.answer.with(|answer| count_terms(state.corpus, &appendix().terms, answer, sort))
    });
    follow(move |_| {
        list.track();
        limit.set(PAGE);
        open.set(None);
    });
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let lead = drawn(move || {
        let compared = list.with(|list| match list.rest {
            0 => words.nothing_compared.to_owned(),
            rest => (words.compared)(rest as usize),
        });
        tag("p", &[("class", "lead")]).text(compared).text(" ").text(words.keyness_hint)
    });
    let save = move || {
        let table = terms_csv(&appendix().terms, &list.read_untracked());
        components::save(state, "-terms.csv", Format::Csv.media_type(), &table);
    };
    let bar = drawn(move || {
        let found = state.answer.with(|answer| (words.found)(answer.hits.len(), answer.documents));
        let counted = list.with(|list| (words.words_counted)(list.words as usize));
        let status = tag("p", &[("role", "status"), ("class", "found")]);
        tag("div", &[("class", "result-bar")])
            .with(status.text([found, counted].concat()))
            .with_some(list.with(|list| list.rest > 0).then(|| order(state, sort.get())))
            .with(button("save", words.save_csv, save))
    });
    view! {
        <div class="browse terms">
            {facet_panel()}
            <main id=MAIN tabindex="-1">
                {notes()}
                <h1 id=HEADING tabindex="-1">{(words.view)(View::Terms)}</h1>
                {lead}
                {understood()}
                {active_filters()}
                {bar}
                {nothing_found()}
                {drawn(move || list.with(|list| table(state, list, is_empty.get(), limit, open)))}
            </main>
        </div>
    }
    .into_any()
}

fn order(state: State, sort: TermSort) -> Tag {
    let words = state.view_words();
    let options = TERM_SORTS.into_iter().zip([words.by_keyness, words.by_frequency]);
    let options = options.map(|(sort, name)| (term_sort_name(sort).to_owned(), name.into()));
    let choose = move |name: String| {
        if let Some(sort) = parse_term_sort(&name) {
            state.go(Intent::SortTerms(sort));
        }
    };
    let now = term_sort_name(sort).to_owned();
    let select = select(&[("data-terms", "")], options.collect(), now, choose);
    tag("label", &[("class", "order")]).text(words.sort_by).text(" ").with(select)
}

fn table(
    state: State,
    list: &TermList,
    is_empty: bool,
    limit: RwSignal<usize>,
    open: RwSignal<Option<usize>>,
) -> Vec<Tag> {
    let words = state.view_words();
    if list.terms.is_empty() {
        let said = (words.too_few_words)(LEAST_FOR_KEYNESS as usize);
        let hint = tag("p", &[("class", "hint")]).text(said);
        return if is_empty { Vec::new() } else { vec![hint] };
    }
    let view = state.view.read();
    let (shown, now) = (limit.get(), open.get());
    let most = list
        .terms
        .iter()
        .filter_map(|term| term.keyness)
        .fold(1.0_f32, |most, keyness| most.max(keyness.abs()));
    let mut rows = tag("tbody", &[]);
    for term in list.terms.iter().take(shown) {
        let is_open = now == Some(term.term);
        rows.push(row(state, &view, list, term, most, open, is_open));
        if is_open {
            rows.push(collocates_of(state, &view, term.term));
        }
    }
    let mut heads = tag("tr", &[]);
    let names = [words.term, words.times, words.in_passages, words.against_rest, "G²"];
    for name in &names[..if list.rest > 0 { 5 } else { 3 }] {
        heads.push(tag("th", &[("scope", "col")]).text(*name));
    }
    let table =
        tag("table", &[("class", "term-table")]).with(tag("thead", &[]).with(heads)).with(rows);
    let left = list.terms.len().saturating_sub(shown).min(PAGE);
    let more = more(left, PAGE, (words.more_terms)(left), limit);
    [Some(table), more].into_iter().flatten().collect()
}

/// A term; below it, once it is opened, what stands together with it.
fn row(
    state: State,
    view: &ViewState,
    list: &TermList,
    term: &Term,
    most: f32,
    open: RwSignal<Option<usize>>,
    is_open: bool,
) -> Tag {
    let words = state.view_words();
    let n = term.term;
    let written: &'static str = appendix().terms.words.get(n);
    let toggle = move || open.update(|open| *open = if *open == Some(n) { None } else { Some(n) });
    let toggle = button("", "", toggle)
        .set("aria-label", (words.collocates_of)(written))
        .set("aria-expanded", if is_open { "true" } else { "false" });
    let search = link(href(&also_search(state.corpus, view, written))).text(written);
    let times = term.times.to_string();
    let in_context = [&times, ", ", (words.view)(View::Concordance)].concat();
    let in_context = link(href(&concordance_of(view, written))).set("aria-label", in_context);
    let row = tag("tr", &[])
        .with(tag("th", &[("scope", "row")]).with(tag("span", &[]).with(toggle).with(search)))
        .with(tag("td", &[]).with(in_context.text(times)))
        .with(tag("td", &[]).text(term.passages.to_string()));
    if list.rest > 0 { keyness(row, state, list, term, most) } else { row }
}

/// How much more often than in the rest, and G² with a bar.
fn keyness(row: Tag, state: State, list: &TermList, term: &Term, most: f32) -> Tag {
    let words = state.view_words();
    let ratio = match list.ratio(term) {
        _ if term.times == 0 => words.only_elsewhere.to_owned(),
        None => words.only_here.to_owned(),
        Some(ratio) => [&hundredths(ratio), "×"].concat(),
    };
    let row = row.with(tag("td", &[]).text(ratio));
    let Some(keyness) = term.keyness else {
        return row.with(tag("td", &[]).text("–"));
    };
    let share = ((keyness.abs() / most * 100.0).ceil() as u32).to_string();
    let g2 = hundredths(keyness).replace('-', "−");
    let bar = tag("td", &[])
        .set("class", if keyness < 0.0 { "keyness less" } else { "keyness" })
        .set("style", ["--share:", &share].concat());
    row.with(bar.text(g2))
}

fn collocates_of(state: State, view: &ViewState, n: usize) -> Tag {
    let words = state.view_words();
    let written: &'static str = appendix().terms.words.get(n);
    let found = state.answer.with_untracked(|answer| {
        collocates(state.corpus, &appendix().terms, answer, n, COLLOCATES)
    });
    let mut listed = tag("ul", &[]);
    for other in &found {
        let name: &'static str = appendix().terms.words.get(other.term);
        let both = also_search(state.corpus, &also_search(state.corpus, view, written), name);
        let counts = [&other.together.to_string(), " · G² ", &hundredths(other.strength)].concat();
        let counts = tag("small", &[]).text(counts);
        listed.push(tag("li", &[]).with(link(href(&both)).text(name)).text(" ").with(counts));
    }
    let told = if found.is_empty() { words.no_collocates } else { words.collocates_hint };
    let cell = tag("td", &[("colspan", "5")]).with(tag("p", &[]).text(told)).with(listed);
    tag("tr", &[("class", "collocates")]).with(cell)
}
