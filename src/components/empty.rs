//! Nothing fits: what could be taken away, and what would there be then?

use leptos::prelude::*;
use vitrine_search::Results;

use super::active_filters::describe;
use super::drawing::{Tag, button, drawn, tag};
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::view_state::ViewState;

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
    let ways = tag("ul", &[]).with_all(ways_out(state, view, answer));
    tag("div", &[("class", "empty")])
        .with(tag("p", &[]).text(words.nothing_found))
        .with(tag("p", &[]).text(words.nothing_found_hint))
        .with(ways.with(tag("li", &[]).with(again)))
}

/// So many are tried: each takes a search.
const MOST_TRIED: usize = 12;

/// One button for each part of the query and each filter, with what there would be without it;
/// parts whose loss would not help are left out, and so is what is far back in a long query.
fn ways_out(state: State, view: &ViewState, answer: &Results) -> Vec<Tag> {
    let mut ways: Vec<(String, Intent)> = Vec::new();
    if answer.reading.parts.len() > 1 {
        for part in &answer.reading.parts {
            let mut query = view.query.clone();
            query.replace_range(part.span.clone(), "");
            let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
            ways.push((quoted(&part.text), Intent::Reword(query)));
        }
    } else if !view.query.is_empty() {
        ways.push((quoted(&view.query), Intent::Reword(String::new())));
    }
    ways.extend(view.filters().map(|filter| (describe(state, &filter), Intent::Remove(filter))));
    let mut buttons = Vec::new();
    for (what, intent) in ways.into_iter().take(MOST_TRIED) {
        let found = state.hits_after(intent.clone());
        if found > 0 {
            let go = move || state.go(intent.clone());
            let button = button("", (state.words().without)(&what, found), go);
            buttons.push(tag("li", &[]).with(button));
        }
    }
    buttons
}

/// A part of a query in quotation marks; a phrase has its own.
fn quoted(part: &str) -> String {
    let is_phrase = part.ends_with(['"', '”', '」', '』', '»']);
    if is_phrase { part.to_owned() } else { ["“", part, "”"].concat() }
}
