//! Figures: the quantities that the results name, to sort, to compare and to take away.

use leptos::prelude::*;

use crate::browser::files;
use crate::components::{
    Empty, alternative, alternatives, click, dot_plot, href, live, results_frame, text,
};
use crate::state::State;
use crate::state::figures::{self, Place, quantity, sentence};
use crate::state::intent::{Intent, narrowed, read_at};
use crate::state::view_state::{Lens, Order, View};

/// How many figures are listed at first, and how many more each time a reader asks.
const PAGE: usize = 50;

/// How many units are offered before a reader asks for all.
const UNITS: usize = 10;

/// All figures of the results, with their units.
#[derive(Clone, PartialEq, Default)]
struct Found {
    /// As they are listed.
    places: Vec<Place>,
    /// All units of the results and how many figures have each.
    units: Vec<(&'static str, usize)>,
    /// The unit that all listed ones have.
    unit: Option<&'static str>,
}

/// The quantities of the results.
pub fn figures() -> AnyView {
    let state = State::expect();
    let words = state.words();
    let lens = Memo::new(move |_| state.view.with(|view| view.lens.clone()));
    let found = Memo::new(move |_| lens.with(|lens| find(state, lens)));
    let limit = RwSignal::new(PAGE);
    Effect::new(move |_| {
        state.request.track();
        lens.track();
        limit.set(PAGE);
    });
    let count = move || (words.figures)(found.with(|found| found.places.len()));
    let save = move || {
        let table = found.with_untracked(|found| figures::csv(state.corpus, &found.places));
        let name = [&*state.corpus.id, "-figures.csv"].concat();
        files::save(&name, "text/csv;charset=utf-8", &table);
        state.toast.set(Some(words.saved));
    };
    let extra = view! {
        <p class="count">{text(count)}</p>
        <button type="button" class="save" on:click=click(save)>{words.save_csv}</button>
    }
    .into_any();

    let all_units = RwSignal::new(false);
    let choices = live(move || {
        let lens = lens.get();
        found.with(|found| {
            (found.units.len() > 1 || lens.unit.is_some()).then(|| {
                view! { {units(state, found, &lens, all_units)} {orders(state, &lens)} }.into_any()
            })
        })
    });
    let plot = live(move || {
        found.with(|found| dot_plot(state, &found.places, &unit_name(state, found.unit?)))
    });
    let table = live(move || found.with(|found| table(state, found, lens.get().order, limit)));
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let body = view! {
        {live(move || is_empty.get().then(Empty))}
        {choices}
        {plot}
        {table}
    };
    results_frame(View::Figures, extra, body.into_any())
}

fn find(state: State, lens: &Lens) -> Found {
    let mut places = state.answer.with(|answer| figures::of_hits(state.corpus, &answer.hits));
    let units = figures::tally(state.corpus, &places);
    if let Some(unit) = &lens.unit {
        places.retain(|&place| quantity(state.corpus, place).unit == unit);
    }
    figures::sort(state.corpus, &mut places, &units, lens.order);
    let wanted = lens.unit.as_deref();
    let unit = match &units[..] {
        [(only, _)] => Some(*only),
        _ => units.iter().map(|(unit, _)| *unit).find(|unit| Some(*unit) == wanted),
    };
    Found { places, units, unit }
}

/// A unit in the page's language, where it has a name there.
fn unit_name(state: State, unit: &str) -> String {
    (state.words().unit)(unit).unwrap_or(unit).to_owned()
}

fn looked(state: State, lens: Lens) -> String {
    state.view.with(|view| href(&Intent::Look(lens).apply(view.clone())))
}

/// The units to choose from, the most frequent first.
fn units(state: State, found: &Found, lens: &Lens, all: RwSignal<bool>) -> AnyView {
    let words = state.words();
    let link = |unit: Option<&str>, name: String, count: usize| {
        let is_chosen = lens.unit.as_deref() == unit;
        let lens = Lens { unit: unit.map(str::to_owned), ..lens.clone() };
        let name = view! { {name} " " <small>{count.to_string()}</small> }.into_any();
        alternative(looked(state, lens), is_chosen, name)
    };
    let total = found.units.iter().map(|(_, count)| count).sum();
    let mut links = vec![link(None, words.all_units.to_owned(), total)];
    let shown = if all.get() { found.units.len() } else { UNITS };
    let is_kept = |n: usize, unit: &str| n < shown || lens.unit.as_deref() == Some(unit);
    let kept = found.units.iter().enumerate().filter(|(n, (unit, _))| is_kept(*n, unit));
    links.extend(kept.map(|(_, &(unit, count))| link(Some(unit), unit_name(state, unit), count)));
    if found.units.len() > UNITS {
        let label = if all.get() {
            words.show_fewer_values.to_owned()
        } else {
            (words.show_all_values)(found.units.len())
        };
        let toggle = click(move || all.update(|all| *all = !*all));
        links.push(
            view! { <li><button type="button" class="all" on:click=toggle>{label}</button></li> }
                .into_any(),
        );
    }
    alternatives(words.unit_label, links)
}

fn orders(state: State, lens: &Lens) -> AnyView {
    let words = state.words();
    let link = |order: Order| {
        let name = (words.order)(order).into_any();
        alternative(looked(state, Lens { order, ..lens.clone() }), lens.order == order, name)
    };
    alternatives(words.sort_by, Order::ALL.map(link).into())
}

/// The figures, each with the sentence that says what it measures.
fn table(state: State, found: &Found, order: Order, limit: RwSignal<usize>) -> AnyView {
    let words = state.words();
    if found.places.is_empty() {
        let is_asked = state.answer.with(|answer| !answer.hits.is_empty());
        return is_asked
            .then(|| view! { <p class="nothing">{words.no_figures}</p> }.into_any())
            .into_any();
    }
    let shown = limit.get().min(found.places.len());
    let rows: Vec<AnyView> = found.places[..shown].iter().map(|&place| row(state, place)).collect();
    let left = found.places.len() - shown;
    let more = (left > 0).then(|| {
        let more = click(move || limit.update(|limit| *limit += PAGE));
        let label = (words.show_more_rows)(left.min(PAGE));
        view! { <button type="button" class="more" on:click=more>{label}</button> }.into_any()
    });
    let sorted = |by: Order, how: &'static str| (order == by).then_some(how);
    // The roles say again what a table is, as a narrow screen lays it out as a list.
    view! {
        <table role="table" class="figures-table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words.as_written}</th>
                    <th role="columnheader" scope="col" aria-sort=sorted(Order::Value, "descending")>
                        {words.value}
                    </th>
                    <th role="columnheader" scope="col" aria-sort=sorted(Order::Unit, "other")>
                        {words.unit_label}
                    </th>
                    <th role="columnheader" scope="col">{words.in_its_sentence}</th>
                    <th role="columnheader" scope="col" aria-sort=sorted(Order::Document, "ascending")>
                        {words.document}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {more}
    }
    .into_any()
}

fn row(state: State, place: Place) -> AnyView {
    let words = state.words();
    let passage = state.passage(place.passage);
    let (id, whole): (&'static str, &'static str) = (&passage.id, &passage.text);
    let figure = quantity(state.corpus, place);
    let mut value = (words.number)(figure.value);
    if let Some(upper) = figure.upper {
        value = [&value, "–", &(words.number)(upper)].concat();
    }
    let part = sentence(whole, figure.span);
    let (from, to) = figure.span;
    let (before, after) = (&whole[part.start..from], &whole[to..part.end]);
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    let (translated, unit) = ((words.unit)(figure.unit), figure.unit);
    // Units that have no name in the page's language stand in English.
    let unit_lang = translated.map_or("en", |_| state.tag());
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let document_id: &'static str = &document.id;
    let of_document = move || {
        let facet = Lens::default().cols;
        state.view.with(|view| href(&narrowed(view, facet, document_id)))
    };
    let lang = state.passage_lang(place.passage);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" lang=lang>{figure.words}</th>
            <td role="cell" class="value">{value}</td>
            <td role="cell" class="unit" lang=unit_lang>{translated.unwrap_or(unit)}</td>
            <td role="cell" class="sentence" lang=lang>
                <a href=text(read)>{before} <b>{figure.words}</b> {after}</a>
            </td>
            <td role="cell" class="document">
                <a href=text(of_document)>{document.title.text(state.tag())}</a>
            </td>
        </tr>
    }
    .into_any()
}
