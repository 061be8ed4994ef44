//! Method: how the corpus was read, made from its schemes and from what was counted when it was built.

use leptos::prelude::*;
use vitrine_corpus::facet::{ROLE, position};
use vitrine_corpus::model::{
    ArchivedAgreement, ArchivedConcept, ArchivedConceptCoverage, ArchivedDefinition,
    ArchivedMeasure, ArchivedScheme,
};
use vitrine_search::{Counted, Request, search};

use crate::components::drawing::{Tag, Text, drawn, link, tag};
use crate::components::landmarks::{HEADING, MAIN};
use crate::components::{href, notes, quoted};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::concepts::{THEME, hue};
use crate::state::intent::only;
use crate::state::method::{Found, percent, scores};
use crate::state::view_state::ViewState;

/// How many passages without a label are listed.
const LISTED: usize = 40;

/// What the corpus is, what its labels mean, and how far they can be trusted.
pub fn method() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let told = drawn(move || state.view.with(|view| told(state, view)));
    view! {
        <main class="method" id=MAIN tabindex="-1">
            {notes()}
            <h1 id=HEADING tabindex="-1">{words.how_read}</h1>
            {told}
        </main>
    }
    .into_any()
}

fn told(state: State, view: &ViewState) -> Vec<Tag> {
    let words = state.view_words();
    let (passages, documents) = (state.corpus.passages.len(), state.corpus.documents.len());
    let mut parts =
        vec![paragraph("lead", (words.how_read_lead)(passages, documents)), found(state)];
    if !state.corpus.lexicon.translations.bytes.is_empty() {
        parts.push(paragraph("note", words.dictionary));
    }
    parts.extend(state.corpus.schemes.iter().filter_map(|s| scheme(state, view, s)));
    parts.extend(appendix().agreement.as_ref().map(|measured| agreement(state, measured)));
    parts
}

fn paragraph(class: &'static str, text: impl Into<Text>) -> Tag {
    tag("p", &[]).set("class", class).text(text)
}

fn section(heading: &'static str, parts: Vec<Tag>) -> Tag {
    tag("section", &[]).with(tag("h2", &[]).text(heading)).with_all(parts)
}

/// A list that is folded away.
fn folded(summary: String, items: Vec<Tag>) -> Tag {
    let summary = tag("summary", &[]).text(summary);
    tag("details", &[]).with(summary).with(tag("ul", &[]).with_all(items))
}

/// What was found beside the labels.
fn found(state: State) -> Tag {
    let words = state.view_words();
    let found = Found::of(state.corpus);
    let facts = [
        (words.found_dates, found.dates),
        (words.found_placed, found.placed),
        (words.found_figures, found.figures),
        (words.found_events, found.shared_events),
        (words.found_disputed, found.disputed_events),
        (words.found_translations, found.translations),
        (words.found_repeats, found.repeats),
    ];
    let mut list = tag("dl", &[]);
    for (name, count) in facts {
        let count = tag("dd", &[]).text(count.to_string());
        list.push(tag("div", &[]).with(tag("dt", &[]).text(name)).with(count));
    }
    let shown = search(state.corpus, &Request { counted: Counted(0), ..Request::default() });
    let hidden = state.corpus.passages.len() - shown.hits.len();
    let note = || paragraph("note", (words.found_hidden)(hidden, state.facet_label(ROLE)));
    let note = (hidden > 0).then(note);
    section(words.found_heading, [list].into_iter().chain(note).collect())
}

/// A scheme, its coverage and its concepts; nothing of one whose every mention labels.
fn scheme(state: State, view: &ViewState, scheme: &'static ArchivedScheme) -> Option<Tag> {
    let words = state.view_words();
    let coverage = scheme.coverage.as_ref()?;
    let facet = position(&scheme.id)?;
    let has_any = coverage.concepts.iter().any(|concept| concept.by_rule + concept.by_curator > 0);
    if !has_any {
        return None;
    }
    let can = coverage.passages.to_native() as usize;
    let have = can - coverage.without.len();
    let mut parts = vec![
        paragraph("note", scheme.description.text(state.tag())),
        paragraph("coverage", (words.coverage)(have, can, percent(have, can))),
    ];
    // Most passages fit no level, and need not.
    if coverage.without.len() * 2 < can && !coverage.without.is_empty() {
        let listed = coverage.without.iter().take(LISTED);
        let listed = listed.map(|n| example(state, view, n.to_native())).collect();
        parts.push(folded((words.without_label)(coverage.without.len()), listed));
    }
    for (n, concept) in scheme.concepts.iter().enumerate() {
        if concept.broader.is_none() {
            parts.push(top_concept(state, view, facet, scheme, n, concept));
        }
    }
    Some(section(state.facet_label(facet), parts))
}

/// What is said of a concept, if anything is.
fn definition(
    state: State,
    scheme: &ArchivedScheme,
    n: usize,
) -> Option<&'static ArchivedDefinition> {
    let (scheme, _) = state.corpus.scheme(&scheme.id)?;
    appendix().definition(scheme, n)
}

fn top_concept(
    state: State,
    view: &ViewState,
    facet: usize,
    scheme: &'static ArchivedScheme,
    n: usize,
    concept: &'static ArchivedConcept,
) -> Tag {
    let words = state.view_words();
    let locale = state.tag();
    let label = concept.label.text(locale);
    let defined = definition(state, scheme, n);
    let mut article = tag("article", &[]).set("data-concept", &*concept.id);
    if scheme.id == THEME {
        article = article.set("data-hue", hue(scheme, n).to_string());
    }
    article.push(tag("h3", &[]).with(link_to(state, facet, concept)));
    article.push(tag("p", &[]).text(defined.map_or("", |defined| defined.definition.text(locale))));
    let said = [
        (words.covers, defined.map_or("", |defined| defined.covers.text(locale))),
        (words.excludes, defined.map_or("", |defined| defined.excludes.text(locale))),
    ];
    for (name, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
        article.push(tag("p", &[]).with(tag("strong", &[]).text(name)).text(" ").text(text));
    }
    let Some(coverage) = scheme.coverage.as_ref() else { return article };
    let counted = &coverage.concepts[n];
    article.push(paragraph("counts", counts(state, counted)));
    let mut below = Vec::new();
    let concepts = scheme.concepts.iter().zip(coverage.concepts.iter());
    for (place, (other, counted)) in concepts.enumerate() {
        if other.broader.as_ref().is_some_and(|broader| *broader == n as u32) {
            let counts = tag("small", &[]).text(counts(state, counted));
            let item = tag("li", &[]).with(link_to(state, facet, other)).text(" ").with(counts);
            let defined = definition(state, scheme, place);
            let definition = defined.map_or("", |other| other.definition.text(locale));
            below.push(item.with(tag("p", &[]).text(definition)));
        }
    }
    if !below.is_empty() {
        article.push(folded((words.narrower)(label), below));
    }
    let examples: Vec<Tag> =
        counted.examples.iter().map(|n| example(state, view, n.to_native())).collect();
    if !examples.is_empty() {
        article.push(tag("p", &[]).with(tag("strong", &[]).text(words.for_example)));
        article.push(tag("ul", &[]).with_all(examples));
    }
    article
}

fn example(state: State, view: &ViewState, n: u32) -> Tag {
    quoted(tag("li", &[]), state, view, n as usize, None)
}

fn link_to(state: State, facet: usize, concept: &'static ArchivedConcept) -> Tag {
    link(href(&only(facet, &concept.id))).text(concept.label.text(state.tag()))
}

fn counts(state: State, counted: &ArchivedConceptCoverage) -> String {
    let count = |n: u32| n as usize;
    (state.view_words().given)(
        count(counted.by_rule.to_native()),
        count(counted.by_curator.to_native()),
    )
}

/// How far the reading agrees with people.
fn agreement(state: State, measured: &'static ArchivedAgreement) -> Tag {
    let words = state.view_words();
    let mut rows = tag("tbody", &[]);
    for measured in measured.measures.iter() {
        rows.push(measure(state, measured));
    }
    let mut readings = tag("tr", &[]).with(tag("td", &[]));
    let mut scores = tag("tr", &[]).with(tag("td", &[]));
    for reading in [words.by_rules, words.with_curation] {
        readings.push(tag("th", &[("scope", "colgroup"), ("colspan", "3")]).text(reading));
        for score in [words.precision, words.recall, words.f1] {
            scores.push(tag("th", &[("scope", "col")]).text(score));
        }
    }
    let heads = tag("thead", &[]).with(readings).with(scores);
    let table = tag("div", &[("class", "scroll"), ("tabindex", "0"), ("role", "region")])
        .set("aria-label", words.agreement)
        .with(tag("table", &[]).with(heads).with(rows));
    let lead = paragraph("note", (words.agreement_lead)(measured.passages.to_native() as usize));
    section(words.agreement, vec![lead, table])
}

fn measure(state: State, measure: &'static ArchivedMeasure) -> Tag {
    let row = tag("tr", &[]).maybe("data-part", measure.concept.is_some().then_some(""));
    let mut row = row.with(tag("th", &[("scope", "row")]).text(measured(state, measure)));
    for cell in [&measure.rule, &measure.curated].into_iter().flat_map(scores) {
        row.push(tag("td", &[]).text(cell));
    }
    row
}

/// What was compared, in words.
fn measured(state: State, measure: &'static ArchivedMeasure) -> &'static str {
    let words = state.view_words();
    if let Some((_, scheme)) = state.corpus.scheme(&measure.of)
        && let Some(concept) = measure.concept.as_ref()
    {
        return scheme.concepts[concept.to_native() as usize].label.text(state.tag());
    }
    match &*measure.of {
        "repeat" => words.found_repeats,
        "date" => words.found_dates,
        "figure" => words.found_figures,
        "role" => state.facet_label(ROLE),
        of => position(of).map_or("", |facet| state.facet_label(facet)),
    }
}
