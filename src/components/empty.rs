//! Nothing fits: what could be taken away, and what would there be then?

use leptos::prelude::*;
use vitrine_search::Results;

use super::active_filters::describe;
use super::drawing::{Tag, button, drawn, tag};
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::view_state::{Filter, ViewState};

/// The same wherever a view has nothing to show.
pub fn nothing_found() -> AnyView {
    let state = State::expect();
    drawn(move || {
        let answer = state.answer.get();
        answer.hits.is_empty().then(|| empty(state, &state.view.read(), &answer))
    })
}

/// What to do where nothing was found.
pub fn empty(state: State, view: &ViewState, answer: &Results) -> Tag {
    let words = state.words();
    let again = button("", words.start_again, move || state.go(Intent::ClearAll));
    let ways = ways_out(state, view, answer);
    let hint = (!ways.is_empty()).then(|| tag("p", &[]).text(words.nothing_found_hint));
    tag("div", &[("class", "empty")])
        .with(tag("p", &[]).text(words.nothing_found))
        .with_some(hint)
        .with(tag("ul", &[]).with_all(ways).with(tag("li", &[]).with(again)))
}

/// So many are tried: each takes a search.
const MOST_TRIED: usize = 12;

/// One button for each part of the query and each filter, with what there would be without it;
/// parts whose loss would not help are left out, and so is what is far back in a long query. Where none helps, all filters
/// together may. To be left with nothing is to start again, which is offered by itself.
fn ways_out(state: State, view: &ViewState, answer: &Results) -> Vec<Tag> {
    let mut ways: Vec<(String, Intent)> = Vec::new();
    if answer.reading.parts.len() > 1 {
        for part in &answer.reading.parts {
            let mut query = view.query.clone();
            query.replace_range(part.span.clone(), "");
            let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
            ways.push((quoted(&part.text), Intent::Reword(query)));
        }
    } else if !view.query.is_empty() && view.filters().next().is_some() {
        ways.push((quoted(&view.query), Intent::Reword(String::new())));
    }
    // What is asked for to the letter may be said otherwise.
    for part in answer.reading.parts.iter().filter(|part| part.text.starts_with('+')) {
        let mut query = view.query.clone();
        query.remove(part.span.start);
        ways.push((quoted("+"), Intent::Reword(query)));
    }
    let filters: Vec<Filter> = view.filters().collect();
    if !view.query.is_empty() || filters.len() > 1 {
        let without = |filter: &Filter| (describe(state, filter), Intent::Remove(filter.clone()));
        ways.extend(filters.iter().map(without));
    }
    ways.truncate(MOST_TRIED);
    let mut buttons: Vec<Tag> =
        ways.into_iter().filter_map(|(what, intent)| way_out(state, &what, intent)).collect();
    if buttons.is_empty() && !view.query.is_empty() && filters.len() > 1 {
        buttons.extend(way_out(state, state.words().all_filters, Intent::ClearFilters));
    }
    buttons
}

/// The button for what is done without `what`, if there would be anything then.
fn way_out(state: State, what: &str, intent: Intent) -> Option<Tag> {
    let found = state.hits_after(intent.clone());
    let go = move || state.go(intent.clone());
    (found > 0).then(|| tag("li", &[]).with(button("", (state.words().without)(what, found), go)))
}

/// A part of a query in quotation marks; a phrase has its own.
fn quoted(part: &str) -> String {
    let is_phrase = part.ends_with(['"', '”', '」', '』', '»']);
    if is_phrase { part.to_owned() } else { ["“", part, "”"].concat() }
}
