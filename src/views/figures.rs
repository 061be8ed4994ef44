//! Figures: the quantities that the results name, to sort, to compare and to take away.

use leptos::prelude::*;
use vitrine_corpus::facet::DOCUMENT;
use vitrine_corpus::text::part;

use crate::components::drawing::{Fixed, Tag, button, drawn, link, tag};
use crate::components::{
    self, alternative, alternatives, dot_plot, follow, href, more, nothing_found, results_frame,
};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::figures::{self, FigureRef, quantity, sentence};
use crate::state::intent::{Intent, narrowed, read_at};
use crate::state::takeaway::Format;
use crate::state::view_state::{Lens, Order, View, ViewState};

/// How many figures are listed at first, and how many more each time a reader asks.
const PAGE: usize = 50;

/// How many units are offered before a reader asks for all.
const UNITS: usize = 10;

/// All figures of the results, with their units.
#[derive(Clone, PartialEq, Default)]
struct Found {
    /// As they are listed.
    places: Vec<FigureRef>,
    /// All units of the results and how many figures have each.
    units: Vec<(&'static str, usize)>,
    /// The unit that all listed ones have.
    unit: Option<&'static str>,
}

/// The quantities of the results.
pub fn figures() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let lens = Memo::new(move |_| state.view.with(|view| view.lens.clone()));
    let found = Memo::new(move |_| lens.with(|lens| find(state, lens)));
    let limit = RwSignal::new(PAGE);
    follow(move |_| {
        state.request.track();
        lens.track();
        limit.set(PAGE);
    });
    let save = move || {
        let table = found.with_untracked(|found| figures::figures_csv(state.corpus, &found.places));
        components::save(state, "-figures.csv", Format::Csv.media_type(), &table);
    };
    let extra = drawn(move || {
        let count = tag("p", &[("class", "count")]);
        let count = count.text((words.figures)(found.with(|found| found.places.len())));
        vec![count, button("save", words.save_csv, save)]
    });
    let all_units = RwSignal::new(false);
    let choices = drawn(move || {
        let lens = lens.get();
        found.with(|found| {
            if found.units.len() > 1 || lens.unit.is_some() {
                vec![units(state, found, &lens, all_units), orders(state, &lens)]
            } else {
                Vec::new()
            }
        })
    });
    let plot = drawn(move || {
        found.with(|found| dot_plot(state, &found.places, unit_name(state, found.unit?)))
    });
    let table = drawn(move || found.with(|found| table(state, found, lens.get().order, limit)));
    let nothing = nothing_found();
    results_frame(View::Figures, extra, vec![nothing, choices, plot, table].into_any())
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
fn unit_name(state: State, unit: &'static str) -> &'static str {
    appendix().unit_name(unit).map_or(unit, |name| name.text(state.tag()))
}

fn looked(state: State, lens: Lens) -> String {
    state.view.with(|view| href(&Intent::Look(lens).apply(view.clone())))
}

/// The units to choose from, the most frequent first.
fn units(state: State, found: &Found, lens: &Lens, all: RwSignal<bool>) -> Tag {
    let words = state.view_words();
    let link = |unit: Option<&str>, name: &'static str, count: usize| {
        let is_chosen = lens.unit.as_deref() == unit;
        let lens = Lens { unit: unit.map(str::to_owned), ..lens.clone() };
        let count = tag("small", &[]).text(count.to_string());
        alternative(looked(state, lens), is_chosen).text(name).text(" ").with(count)
    };
    let total = found.units.iter().map(|(_, count)| count).sum();
    let mut links = vec![link(None, words.all_units, total)];
    let shown = if all.get() { found.units.len() } else { UNITS };
    for (n, &(unit, count)) in found.units.iter().enumerate() {
        if n < shown || lens.unit.as_deref() == Some(unit) {
            links.push(link(Some(unit), unit_name(state, unit), count));
        }
    }
    if found.units.len() > UNITS {
        let label = if all.get() {
            words.show_fewer_values.to_owned()
        } else {
            (words.show_all_values)(found.units.len())
        };
        links.push(button("all", label, move || all.update(|all| *all = !*all)));
    }
    alternatives(words.unit_label, links)
}

fn orders(state: State, lens: &Lens) -> Tag {
    let words = state.view_words();
    let link = |order: Order| {
        let link = looked(state, Lens { order, ..lens.clone() });
        alternative(link, lens.order == order).text((words.order)(order))
    };
    alternatives(words.sort_by, Order::ALL.map(link).into())
}

/// The figures, each with the sentence that says what it measures.
fn table(state: State, found: &Found, order: Order, limit: RwSignal<usize>) -> Vec<Tag> {
    let words = state.view_words();
    if found.places.is_empty() {
        let is_asked = state.answer.with(|answer| !answer.hits.is_empty());
        let nothing = || tag("p", &[("class", "nothing")]).text(words.no_figures);
        return if is_asked { vec![nothing()] } else { Vec::new() };
    }
    let shown = limit.get().min(found.places.len());
    let mut rows = tag("tbody", &[("role", "rowgroup")]);
    state.view.with(|view| {
        for &place in &found.places[..shown] {
            rows.push(row(state, view, place));
        }
    });
    let mut heads = tag("tr", &[("role", "row")]);
    for (name, sorted) in [
        (words.as_written, None),
        (words.value, Some((Order::Value, "descending"))),
        (words.unit_label, Some((Order::Unit, "other"))),
        (words.in_its_sentence, None),
        (words.document, Some((Order::Document, "ascending"))),
    ] {
        let how = sorted.filter(|(by, _)| *by == order).map(|(_, how)| how);
        let head = tag("th", &[("role", "columnheader"), ("scope", "col")]);
        heads.push(head.maybe("aria-sort", how).text(name));
    }
    // The roles say again what a table is, as a narrow screen lays it out as a list.
    let table = tag("table", &[("role", "table"), ("class", "figures-table")])
        .with(tag("thead", &[("role", "rowgroup")]).with(heads))
        .with(rows);
    let left = found.places.len() - shown;
    let more = more(left, PAGE, (words.show_more_rows)(left.min(PAGE)), limit);
    [Some(table), more].into_iter().flatten().collect()
}

/// What a qualifier says, as mathematics writes it.
fn sign(qualifier: Option<&str>) -> &'static str {
    match qualifier {
        Some("about") => "≈ ",
        Some("more than") => "> ",
        Some("at least") => "≥ ",
        Some("less than") => "< ",
        _ => "",
    }
}

fn row(state: State, view: &ViewState, place: FigureRef) -> Tag {
    let words = state.view_words();
    let passage = state.passage(place.passage);
    let whole = state.text(place.passage);
    let figure = quantity(state.corpus, place);
    // As much as is no mathematics: who writes it thinks that it is much.
    let sign = if figure.qualifier == Some("up to") { words.up_to } else { sign(figure.qualifier) };
    let mut value = [sign, &(words.number)(figure.value)].concat();
    if let Some(upper) = figure.upper {
        value = [&value, "–", &(words.number)(upper)].concat();
    }
    let told = sentence(&whole, figure.span);
    let (from, to) = figure.span;
    let sentence = link(href(&read_at(view, &state.passage_id(place.passage))))
        .text(part(&whole, told.start..from))
        .with(tag("b", &[]).text(part(&whole, from..to)))
        .text(part(&whole, to..told.end));
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let of_document = link(href(&narrowed(state.corpus, view, DOCUMENT, &document.id)));
    let lang = state.passage_lang(place.passage);
    let cell = |fixed: Fixed| tag("td", fixed);
    let unit = cell(&[("role", "cell"), ("class", "unit")]);
    let unit = match appendix().unit_name(figure.unit) {
        Some(name) => unit.localized(name, state.tag()),
        // As figures name it.
        None => unit.set("lang", "en").text(figure.unit),
    };
    let head = tag("th", &[("role", "rowheader"), ("scope", "row")]);
    tag("tr", &[("role", "row")])
        .with(head.set("lang", lang).text(part(&whole, from..to)))
        .with(cell(&[("role", "cell"), ("class", "value")]).text(value))
        .with(unit)
        .with(cell(&[("role", "cell"), ("class", "sentence")]).set("lang", lang).with(sentence))
        .with(
            cell(&[("role", "cell"), ("class", "document")])
                .with(of_document.localized(&document.title, state.tag())),
        )
}
