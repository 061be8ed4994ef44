//! How do passages lie in time? A strip of columns, a year each, over the choice of a range of years.

use leptos::prelude::*;
use vitrine_corpus::facet::YEAR;

use super::drawing::{Tag, tag};
use super::year_range::year_range;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::order::in_order;
use crate::state::timeline::rank;
use crate::state::view_state::Filter;

/// How high the strip is, in the units of its drawing; a year is ten wide.
const HIGH: u32 = 40;
const WIDE: i32 = 10;

/// The longest span that is drawn: of more years each would be less than a pixel wide.
const MOST_YEARS: i32 = 400;

/// The years of the results, where there are two or more. The columns are for the eye and the mouse; the
/// choice below them and the list of years do the same by keyboard.
pub fn year_strip(state: State) -> Option<Tag> {
    let counts = state.answer.get().counts[YEAR].values.clone();
    let values = state.corpus.facets[YEAR].values.iter().zip(&counts);
    let years: Vec<(i32, u32)> = values
        .filter(|(_, count)| count.passages > 0)
        .filter_map(|(value, count)| Some((value.id.parse().ok()?, count.passages)))
        .collect();
    let years = in_order(years, |(year, _)| rank(*year));
    let (&(first, _), &(last, _)) = (years.first()?, years.last()?);
    if first == last {
        return None;
    }
    let range = years.iter().map(|&(year, _)| (year, year)).collect();
    let range = state.view.with(|view| year_range(state, range, &view.facets[YEAR]));
    let strip = (last - first < MOST_YEARS).then(|| columns(state, &years));
    Some(tag("div", &[("class", "years")]).with_some(strip).with_some(range))
}

fn columns(state: State, years: &[(i32, u32)]) -> Tag {
    let first = years[0].0;
    let span = years[years.len() - 1].0 - first + 1;
    let most = years.iter().map(|&(_, count)| count).max().unwrap_or(1);
    let size = ["0 0 ", &(span * WIDE).to_string(), " ", &HIGH.to_string()].concat();
    let mut strip = tag("svg", &[("aria-hidden", "true"), ("preserveAspectRatio", "none")])
        .set("viewBox", size);
    for &(year, count) in years {
        let filter = Filter { facet: YEAR, value: year.to_string(), excluded: false };
        let is_chosen = state.is_chosen(&filter);
        let height = (count * HIGH).div_ceil(most).max(2);
        let at = (year - first) * WIDE;
        let column = |top: u32, height: u32| {
            tag("rect", &[])
                .set("x", at.to_string())
                .set("y", top.to_string())
                .set("width", (WIDE - 2).to_string())
                .set("height", height.to_string())
        };
        let said = [&year.to_string(), ": ", &count.to_string()].concat();
        strip.push(
            tag("g", &[])
                .maybe("class", is_chosen.then_some("on"))
                .with(tag("title", &[]).text(said))
                .with(column(0, HIGH).set("class", "room"))
                .with(column(HIGH - height, height))
                .click(move || state.go(Intent::Toggle(filter.clone()))),
        );
    }
    strip
}
