//! Framework: the levels of the corpus' own argument, as a map to walk: what each does to what they explain
//! together, its sides, and under each the results of every document.

use leptos::prelude::*;
use vitrine_corpus::facet::{DOCUMENT, FACETS, LEVEL, position};
use vitrine_corpus::model::{ArchivedConcept, ArchivedTier};
use vitrine_search::Hit;

use crate::components::drawing::{Tag, drawn, link, tag};
use crate::components::{href, nothing_found, quoted, results_frame};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::framework::side;
use crate::state::intent::{in_view, narrowed};
use crate::state::view_state::{View, ViewState};

/// How many passages of a document are quoted on a side, and how many documents are listed.
const QUOTED: usize = 5;
const DOCUMENTS: usize = 8;

/// The levels with their passages.
pub fn framework() -> AnyView {
    let state = State::expect();
    let map = drawn(move || state.view.with(|view| map(state, view)));
    let body = vec![nothing_found(), map].into_any();
    results_frame(View::Framework, ().into_any(), body)
}

fn map(state: State, view: &ViewState) -> Vec<Tag> {
    let words = state.view_words();
    let framework = appendix().framework.as_ref();
    let scheme = framework.map(|framework| usize::from(framework.scheme.to_native()));
    let facet = scheme.and_then(|n| position(&state.corpus.schemes[n].id)).unwrap_or(LEVEL);
    let counts = state.answer.with(|answer| answer.counts[facet].values.clone());
    let found = state.answer.with(|answer| answer.hits.len());
    if found > 0 && counts.iter().all(|count| count.passages == 0) {
        return vec![tag("p", &[("class", "nothing")]).text(words.no_levels)];
    }
    let mut tiers = tag("ol", &[("class", "tiers")]);
    let Some(framework) = framework else {
        // A list of levels, each by itself.
        let values = 0..state.corpus.facets[facet].values.len();
        for value in values.filter(|&value| counts[value].passages > 0) {
            tiers.push(tag("li", &[("class", "tier")]).with(of_side(state, view, facet, value)));
        }
        return vec![tiers];
    };
    for (n, tier) in framework.tiers.iter().enumerate() {
        tiers.push(of_tier(state, view, facet, n, tier));
    }
    let lead = (found > 0).then(|| lead(state, facet, found));
    let outcome = tag("div", &[("class", "outcome")])
        .with(tag("small", &[]).text(words.explains))
        .with(tag("strong", &[]).text(framework.outcome.text(state.tag())));
    lead.into_iter().chain([tiers, outcome]).collect()
}

/// Whose argument it is, and how much of what is found takes part in it.
fn lead(state: State, facet: usize, found: usize) -> Tag {
    let scheme = state.corpus.scheme(FACETS[facet].id);
    let about = scheme.map_or("", |(_, scheme)| scheme.description.text(state.tag()));
    let has_level =
        |hit: &&Hit| state.corpus.facets[facet].of_passage(hit.passage).next().is_some();
    let covered = state.answer.with(|answer| answer.hits.iter().filter(has_level).count());
    let covered = (state.view_words().at_levels)(covered, found);
    tag("p", &[("class", "lead")]).text(about).text(" ").text(covered)
}

/// A level with its sides.
fn of_tier(
    state: State,
    view: &ViewState,
    facet: usize,
    n: usize,
    tier: &'static ArchivedTier,
) -> Tag {
    let head = tag("header", &[])
        .with(
            tag("span", &[("class", "number"), ("aria-hidden", "true")]).text((n + 1).to_string()),
        )
        .with(tag("h2", &[]).text(tier.label.text(state.tag())))
        .with(tag("p", &[("class", "relation")]).text(tier.relation.text(state.tag())));
    let mut sides = tag("div", &[("class", "sides")]);
    for concept in tier.concepts.iter() {
        sides.push(of_side(state, view, facet, concept.to_native() as usize));
    }
    tag("li", &[("class", "tier")]).with(head).with(sides)
}

/// A side with what it means and its passages.
fn of_side(state: State, view: &ViewState, facet: usize, value: usize) -> Tag {
    let words = state.view_words();
    let concept: &'static ArchivedConcept = &state.corpus.facets[facet].values[value];
    let label = concept.label.text(state.tag());
    let side = state.answer.with(|answer| side(state.corpus, &answer.hits, facet, value));
    let all = href(&narrowed(state.corpus, &in_view(view, View::Browse), facet, &concept.id));
    let count = tag("span", &[("class", "count")]).text((words.passages_here)(side.count));
    let mut part = tag("section", &[("class", "side")])
        .set("aria-label", label)
        .with(tag("h3", &[]).with(link(all).text(label)).text(" ").with(count));
    let scheme = state.corpus.schemes.iter().position(|scheme| scheme.id == FACETS[facet].id);
    if let Some(defined) = scheme.and_then(|n| appendix().definition(n, value)) {
        let definition = defined.definition.text(state.tag());
        if !definition.is_empty() {
            part.push(tag("p", &[("class", "definition")]).text(definition));
        }
    }
    for (document, passages) in side.documents.iter().take(DOCUMENTS) {
        let about = &state.corpus.documents[*document];
        let summary = tag("summary", &[])
            .with(tag("span", &[("dir", "auto")]).localized(&about.title, state.tag()))
            .text(" ")
            .with(tag("span", &[("class", "count")]).text(passages.len().to_string()));
        let mut list = tag("ul", &[]);
        for &n in passages.iter().take(QUOTED) {
            list.push(quoted(tag("li", &[]), state, view, n, None));
        }
        let mut details = tag("details", &[]).with(summary).with(list);
        if passages.len() > QUOTED {
            let of_document =
                narrowed(state.corpus, &in_view(view, View::Browse), facet, &concept.id);
            let all = link(href(&narrowed(state.corpus, &of_document, DOCUMENT, &about.id)));
            details.push(tag("p", &[]).with(all.text((words.all_here)(passages.len()))));
        }
        part.push(details);
    }
    part
}
