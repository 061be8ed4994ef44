//! How much was found, in which order does it stand, and how is it taken away?

use leptos::prelude::*;
use vitrine_search::Sort;

use super::drawing::{drawn, select, tag};
use super::save_as;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::view_state::{SORTS, parse_sort, sort_name};
use crate::views::later;

/// The line above the results.
pub fn result_bar() -> AnyView {
    let state = State::expect();
    let words = state.words();
    drawn(move || {
        let found = state.answer.with(|answer| (words.found)(answer.hits.len(), answer.documents));
        let bar = tag("div", &[("class", "result-bar")])
            .with(tag("p", &[("role", "status"), ("class", "found")]).text(found));
        // What is not there is neither sorted nor saved.
        if state.answer.with(|answer| answer.hits.is_empty()) {
            return bar;
        }
        let mut options = Vec::new();
        for sort in SORTS {
            let label = match sort {
                Sort::Relevance => words.sort_relevance,
                Sort::Corpus => words.sort_corpus,
                Sort::Date => words.sort_date,
            };
            options.push((sort_name(sort).to_owned(), label.into()));
        }
        let order = state.view.with(|view| sort_name(view.sort)).to_owned();
        let order = select(&[], options, order, move |name| {
            if let Some(sort) = parse_sort(&name) {
                state.go(Intent::Sort(sort));
            }
        });
        let order = tag("label", &[("class", "order")]).text(words.sort_by).text(" ").with(order);
        bar.with(order).with(save_as(state, later::save_results))
    })
}
