//! What is chosen right now, and how is it taken away?

use leptos::prelude::*;
use vitrine_corpus::facet::YEAR;

use super::drawing::{Tag, button, drawn, tag};
use super::landmarks::MAIN;
use crate::browser::scroll;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::timeline::years_between;
use crate::state::view_state::{EVERY, Filter, TAGS};

/// The chosen values, each removable, and one button for all of them.
pub fn active_filters() -> AnyView {
    let state = State::expect();
    let words = state.words();
    let chosen = Memo::new(move |_| state.view.with(|view| view.filters().collect::<Vec<_>>()));
    drawn(move || {
        let filters = chosen.get();
        let clear = move || {
            state.go(Intent::ClearFilters);
            scroll::focus(MAIN);
        };
        (!filters.is_empty()).then(|| {
            let clear = button("clear-all", words.clear_all, clear).set("data-clear-all", "");
            tag("div", &[("class", "chosen"), ("role", "group")])
                .set("aria-label", words.active_filters)
                .with_all(chips(state, filters))
                .with(clear)
        })
    })
}

/// How many years stand one by one; more that follow one another are one chip.
const YEARS: usize = 3;

/// A chip for each filter, and one for many years that are a range.
fn chips(state: State, filters: Vec<Filter>) -> Vec<Tag> {
    let is_year = |filter: &Filter| filter.facet == YEAR && !filter.excluded;
    let (years, others): (Vec<Filter>, Vec<Filter>) = filters.into_iter().partition(is_year);
    let one = |filter: Filter| {
        let (name, text, excluded) = (filter.name(), describe(state, &filter), filter.excluded);
        chip(state, name, text, excluded, Intent::Remove(filter))
    };
    let mut chips: Vec<Tag> = others.into_iter().map(one).collect();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if years.len() > YEARS && are_range(state, &years) => {
            let text = [&describe(state, first), "–", &last.value].concat();
            let none = Intent::Choose(first.facet, Default::default());
            chips.push(chip(state, first.name(), text, false, none));
        }
        _ => chips.extend(years.into_iter().map(one)),
    }
    chips
}

/// Whether these are all years of the corpus from the first of them to the last.
fn are_range(state: State, years: &[Filter]) -> bool {
    let year = |filter: Option<&Filter>| filter.and_then(|filter| filter.value.parse().ok());
    let (Some(first), Some(last)) = (year(years.first()), year(years.last())) else { return false };
    let within = years_between(state.corpus, first, last);
    within.iter().eq(years.iter().map(|filter| &filter.value))
}

fn chip(state: State, name: String, text: String, excluded: bool, without: Intent) -> Tag {
    let label = (state.words().remove_filter)(&text);
    let remove = move || {
        state.go(without.clone());
        // The button is gone with its filter; the next Tab leads on from the results.
        scroll::focus(MAIN);
    };
    button(if excluded { "excluded" } else { "" }, text, remove)
        .set("data-filter", name)
        .set("aria-label", label)
        .with(tag("span", &[("class", "cross"), ("aria-hidden", "true")]).text("×"))
}

/// The filter in words: “Theme: Labour”, “Theme: not Labour”.
pub fn describe(state: State, filter: &Filter) -> String {
    let not = if filter.excluded { [state.words().not, " "].concat() } else { String::new() };
    let label = state.facet_label(filter.facet);
    if filter.value == EVERY {
        let words = state.words();
        return [label, ": ", if filter.excluded { words.no_value } else { words.any_value }]
            .concat();
    }
    let value = match filter.facet {
        TAGS => &filter.value,
        facet => state.value_label(facet, &filter.value),
    };
    [label, ": ", &not, value].concat()
}
