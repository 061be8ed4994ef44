//! From which year to which? Two choices, for those who do not drag.

use std::collections::BTreeSet;

use leptos::prelude::*;
use vitrine_corpus::facet::YEAR;

use super::drawing::{Tag, button, select, tag};
use super::time_chart::choose_years;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::timeline::{chosen, years_between};
use crate::state::view_state::Choice;

/// The choice of a range among these years, or runs of years, which stand in the order of time.
pub fn year_range(state: State, mut years: Vec<(i32, i32)>, choice: &Choice) -> Option<Tag> {
    let words = state.view_words();
    years.retain(|&(first, last)| !years_between(state.corpus, first, last).is_empty());
    let (first, last) = (*years.first()?, *years.last()?);
    let range_of = move |choice: &Choice| chosen(choice).unwrap_or((first.0, last.1));
    let (from, to) = range_of(choice);
    let step = first.1 - first.0 + 1;
    let side = |label: &'static str, is_end: bool| {
        let year = |span: (i32, i32)| if is_end { span.1 } else { span.0 }.to_string();
        let options = years.iter().map(|&span| (year(span), year(span).into())).collect();
        let now = year(run_of(if is_end { to } else { from }, step));
        let choose = move |year: String| {
            let Ok(year) = year.parse::<i32>() else { return };
            // As it is by now: the other end may have been chosen since this one was drawn.
            let (from, to) = state.view.with_untracked(|view| range_of(&view.facets[YEAR]));
            let (from, to) = if is_end { (from.min(year), year) } else { (year, to.max(year)) };
            choose_years(state, (from, from), (to, to));
        };
        tag("label", &[]).text(label).text(" ").with(select(&[], options, now, choose))
    };
    let mut range = tag("span", &[("class", "range")])
        .with(side(words.from_year, false))
        .with(side(words.to_year, true));
    if !choice.include.is_empty() {
        let clear = move || state.go(Intent::Choose(YEAR, BTreeSet::new()));
        range.push(button("", words.all_years, clear));
    }
    Some(range)
}

/// The run a year belongs to, where each has so many.
fn run_of(year: i32, step: i32) -> (i32, i32) {
    let first = year.div_euclid(step) * step;
    (first, first + step - 1)
}
