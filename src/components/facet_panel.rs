//! By what can the results be narrowed?

use leptos::prelude::*;
use vitrine_corpus::facet::{FACETS, Source};
use vitrine_search::Results;

use super::drawing::{Tag, button, drawn, tag, yes};
use super::facet_value::facet_value;
use super::landmarks::MAIN;
use super::live::follow;
use crate::browser::{events, scroll, timers};
use crate::state::clippings::Clipping;
use crate::state::facets::{FEW, Opened, list};
use crate::state::folds::FacetFolds;
use crate::state::intent::Intent;
use crate::state::view_state::{Choice, EVERY, Filter, TAGS, facet_name};
use crate::state::{Stage, State};
use crate::views::later;

/// Facets that are unfolded when the page opens; the others are once something in them is chosen.
const OPEN_AT_FIRST: [&str; 3] = ["theme", "doc", "lang"];

/// All facets. On a narrow screen they are behind a button.
pub fn facet_panel() -> AnyView {
    let state = State::expect();
    let is_open = RwSignal::new(false);
    let folds = RwSignal::new(state.view.with_untracked(|view| {
        FACETS
            .iter()
            .zip(&view.facets)
            .map(|(facet, choice)| FacetFolds {
                is_open: OPEN_AT_FIRST.contains(&facet.id) || !choice.is_empty(),
                ..FacetFolds::default()
            })
            .collect::<Vec<_>>()
    }));
    // The results come first: the facets follow in the next frame.
    let settled = RwSignal::new(0_u32);
    follow(move |is_first| {
        state.view.track();
        state.answer.track();
        // The strip of years comes with it.
        state.rest.track();
        if !is_first {
            timers::after_frame(move || {
                settled.try_update(|settled| *settled = settled.wrapping_add(1));
            });
        }
    });
    let is_whole = Memo::new(move |_| state.stage.get() >= Stage::Whole);
    drawn(move || {
        settled.track();
        is_open.track();
        folds.track();
        state.clippings.track();
        let is_whole = is_whole.get();
        untrack(|| panel(state, is_whole, is_open, folds))
    })
}

fn panel(
    state: State,
    is_whole: bool,
    is_open: RwSignal<bool>,
    folds: RwSignal<Vec<FacetFolds>>,
) -> Vec<Tag> {
    let words = state.words();
    let chosen = state.view.with(|view| view.filters().count());
    let toggle = move || is_open.update(|is_open| *is_open = !*is_open);
    let toggle = button("panel-toggle", (words.show_filters)(chosen), toggle)
        .set("aria-expanded", yes(is_open.get()))
        .set("aria-controls", "facets");
    let mut panel = tag("nav", &[("id", "facets")])
        .set("class", if is_open.get() { "facets open" } else { "facets" })
        .set("aria-label", words.narrow)
        .with(tag("h2", &[]).text(words.narrow))
        .with(tag("p", &[("class", "base")]).text(words.count_base));
    if is_whole {
        for facet in 0..FACETS.len() {
            panel = panel.with_some(group(state, facet, folds));
        }
        panel = panel.with_some(own_tags(state));
        // On a narrow screen the panel hides what it does to the results.
        let found = state.answer.with(|answer| (words.found)(answer.hits.len(), answer.documents));
        let done = move || {
            is_open.set(false);
            scroll::to_top(Some(MAIN));
        };
        panel.push(button("done", [words.results, ": ", &found].concat(), done));
    }
    vec![toggle, panel]
}

/// One facet with its values, if there are any. Those of a folded one are not drawn.
fn group(state: State, facet: usize, folds: RwSignal<Vec<FacetFolds>>) -> Option<Tag> {
    let words = state.words();
    let values = &state.corpus.facets[facet];
    let own = folds.with(|folds| folds[facet].clone());
    let needle = state.corpus.fold.fold(own.needle.trim()).text;
    let is_named = |value: usize| {
        let label = values.values[value].label.text(state.tag());
        state.corpus.fold.fold(label).text.contains(&needle)
    };
    let opened = Opened {
        all: own.all,
        narrower: &own.narrower,
        is_named: (!needle.is_empty()).then_some(&is_named),
    };
    let (view, answer) = (state.view.read(), state.answer.get());
    let listing = list(values, &answer.counts[facet], &view.facets[facet], &opened);
    if listing.values.is_empty() && needle.is_empty() {
        return None;
    }
    let label = state.facet_label(facet);
    let toggle = move |event: leptos::ev::Event| {
        let is_open = events::is_open(&event);
        // The browser tells of what it was told, too.
        if folds.with_untracked(|folds| folds[facet].is_open != is_open) {
            folds.update(|folds| folds[facet].is_open = is_open);
        }
    };
    let mut details = tag("details", &[("class", "facet")])
        .keyed(facet)
        .on("toggle", toggle)
        .maybe("open", own.is_open.then_some(""))
        .with(tag("summary", &[]).text(label));
    if !own.is_open {
        return Some(details);
    }
    if listing.all > FEW {
        let find = move |event: leptos::ev::Event| {
            let typed = leptos::prelude::event_target_value(&event);
            folds.update(|folds| folds[facet].needle = typed);
        };
        details.push(
            tag("input", &[("type", "search"), ("class", "find"), ("autocomplete", "off")])
                .set("aria-label", (words.find_value)(label))
                .set("placeholder", (words.find_value)(label))
                .on("input", find),
        );
    }
    let source = FACETS[facet].source;
    if source == Source::Year && needle.is_empty() {
        details = details.with_some(later::year_strip(state));
    }
    let mut list = tag("ul", &[]).set("aria-label", label);
    for &listed in &listing.values {
        let narrower = move || folds.update(|folds| folds[facet].toggle_narrower(listed.value));
        let value = facet_value(state, &answer, facet, listed, narrower);
        list.push(value.keyed(listed.value));
    }
    if listing.values.is_empty() {
        details.push(tag("p", &[("class", "base"), ("role", "status")]).text(words.no_such_value));
    }
    // Of a document, a language or a role each passage has one, no more and no less.
    let has_any_number = matches!(source, Source::Scheme | Source::Year);
    if has_any_number && needle.is_empty() {
        list = list.with_some(without_value(state, &answer, facet));
    }
    details.push(list);
    if has_any_number {
        details = details.with_some(all_or_any(state, facet, &view.facets[facet]));
    }
    if listing.all > FEW && needle.is_empty() {
        let label = match own.all {
            true => words.show_fewer_values.to_owned(),
            false => (words.show_all_values)(listing.all),
        };
        let toggle = move || folds.update(|folds| folds[facet].all = !folds[facet].all);
        details.push(button("more", label, toggle).set("aria-expanded", yes(own.all)));
    }
    Some(details)
}

/// The tags that the reader gave to what is put aside, and how many of the results have each.
fn own_tags(state: State) -> Option<Tag> {
    let words = state.words();
    let (view, clippings) = (state.view.read(), state.clippings.read());
    // One of a link that is not among them can be taken away.
    let mut tags: Vec<&str> = clippings.tags();
    let chosen = view.facets[TAGS].include.iter().map(String::as_str);
    tags.extend(chosen.filter(|tag| *tag != EVERY && !clippings.tags().contains(tag)));
    if tags.is_empty() {
        return None;
    }
    // Counted as every facet is: as if nothing of it were chosen.
    let mut without = view.clone();
    without.facets[TAGS] = Choice::default();
    let answer = state.answer.get();
    let other = (without != *view).then(|| state.search(&state.request_of(&without)));
    let hits = &other.as_ref().unwrap_or(&*answer).hits;
    let mut is_found = vec![false; state.corpus.passages.len()];
    hits.iter().for_each(|hit| is_found[hit.passage] = true);
    let mut list = tag("ul", &[]);
    for name in tags {
        let filter = Filter { facet: TAGS, value: name.to_owned(), excluded: false };
        // A passage is looked for among all of them: for those alone that have the tag.
        let has = |one: &&Clipping| {
            let is_found = |n: usize| is_found[n];
            one.tags.iter().any(|tag| tag == name)
                && state.corpus.passage_by_id(&one.passage).is_some_and(is_found)
        };
        let count = clippings.all().iter().filter(has).count().to_string();
        let check = tag("input", &[("type", "checkbox")])
            .set("data-facet", facet_name(TAGS))
            .set("value", name.to_owned())
            .set(".checked", if state.is_chosen(&filter) { "true" } else { "" })
            .on("change", move |_| state.go(Intent::Toggle(filter.clone())));
        let label = tag("label", &[])
            .with(check)
            .with(tag("span", &[("class", "name")]).text(name.to_owned()))
            .with(tag("span", &[("class", "count")]).set("data-count", count.clone()).text(count))
            .with(tag("span", &[("class", "visually-hidden")]).text(words.passages));
        list.push(tag("li", &[]).with(label));
    }
    let summary = tag("summary", &[]).text(words.own_tags);
    let details = tag("details", &[("class", "facet tags"), ("open", "")]).keyed(TAGS);
    let all_or_any = all_or_any(state, TAGS, &view.facets[TAGS]);
    Some(details.with(summary).with(list).with_some(all_or_any))
}

/// What has no value of the facet at all, where there is such.
fn without_value(state: State, answer: &Results, facet: usize) -> Option<Tag> {
    let words = state.words();
    let filter = Filter { facet, value: EVERY.to_owned(), excluded: true };
    let is_chosen = state.is_chosen(&filter);
    let count = answer.counts[facet].without;
    if count.passages == 0 && !is_chosen {
        return None;
    }
    let check = tag("input", &[("type", "checkbox")])
        .set("data-without", FACETS[facet].id)
        .set(".checked", if is_chosen { "true" } else { "" })
        .on("change", move |_| state.go(Intent::Toggle(filter.clone())));
    let label = tag("label", &[])
        .set("title", (words.value_counts)(count.passages, count.documents))
        .with(check)
        .with(tag("span", &[("class", "name")]).text(words.no_value))
        .with(tag("span", &[("class", "count")]).text(count.passages.to_string()))
        .with(tag("span", &[("class", "visually-hidden")]).text(words.passages));
    // Behind every value there is.
    Some(tag("li", &[("class", "without")]).keyed(u32::MAX as usize).with(label))
}

/// Whether a passage must have all that is chosen, where that is more than one value.
fn all_or_any(state: State, facet: usize, choice: &Choice) -> Option<Tag> {
    let all = choice.all;
    (all || choice.include.len() > 1).then(|| {
        let check = tag("input", &[("type", "checkbox")])
            .set("data-all", facet_name(facet))
            .set(".checked", if all { "true" } else { "" })
            .on("change", move |_| state.go(Intent::TakeAll(facet, !all)));
        tag("label", &[("class", "all")])
            .with(check)
            .with(tag("span", &[]).text(state.words().must_have_all))
    })
}
