//! Method: how the corpus was read, made from its schemes and from what was counted when it was built.

use leptos::prelude::*;
use vitrine_corpus::facet::{ROLE, position};
use vitrine_corpus::model::{
    ArchivedAgreement, ArchivedConcept, ArchivedConceptCoverage, ArchivedCoverage, ArchivedMeasure,
    ArchivedScheme,
};

use crate::app::{HEADING, MAIN};
use crate::components::{Notes, href, quoted_passage};
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
    let words = state.words();
    let (passages, documents) = (state.corpus.passages.len(), state.corpus.documents.len());
    let schemes: Vec<AnyView> =
        state.corpus.schemes.iter().filter_map(|s| scheme(state, s)).collect();
    view! {
        <main class="method" id=MAIN tabindex="-1">
            <Notes />
            <h1 id=HEADING tabindex="-1">{words.how_read}</h1>
            {paragraph("lead", (words.how_read_lead)(passages, documents))}
            {found(state)}
            {(!state.corpus.lexicon.translations.bytes.is_empty())
                .then(|| paragraph("note", words.dictionary.to_owned()))}
            {schemes}
            {state.corpus.agreement.as_ref().map(|measured| agreement(state, measured))}
        </main>
    }
    .into_any()
}

fn paragraph(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

fn section(heading: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <section><h2>{heading}</h2>{parts}</section> }.into_any()
}

/// What was found beside the labels.
fn found(state: State) -> AnyView {
    let words = state.words();
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
    let facts = facts.map(|(name, count)| {
        view! { <div><dt>{name}</dt><dd>{count.to_string()}</dd></div> }.into_any()
    });
    section(words.found_heading, vec![view! { <dl>{Vec::from(facts)}</dl> }.into_any()])
}

/// A scheme, its coverage and its concepts; nothing of one whose every mention labels.
fn scheme(state: State, scheme: &'static ArchivedScheme) -> Option<AnyView> {
    let words = state.words();
    let coverage = scheme.coverage.as_ref()?;
    let facet = position(&scheme.id)?;
    let has_any = coverage.concepts.iter().any(|concept| concept.by_rule + concept.by_curator > 0);
    if !has_any {
        return None;
    }
    let can = coverage.passages.to_native() as usize;
    let have = can - coverage.without.len();
    let mut parts = vec![
        paragraph("note", scheme.description.text(state.tag()).to_owned()),
        paragraph("coverage", (words.coverage)(have, can, percent(have, can))),
    ];
    // Most passages fit no level, and need not.
    if coverage.without.len() * 2 < can && !coverage.without.is_empty() {
        let listed = coverage.without.iter().take(LISTED);
        let listed: Vec<AnyView> = listed.map(|n| example(state, n.to_native())).collect();
        let summary = (words.without_label)(coverage.without.len());
        parts.push(
            view! { <details><summary>{summary}</summary><ul>{listed}</ul></details> }.into_any(),
        );
    }
    for (n, concept) in scheme.concepts.iter().enumerate() {
        if concept.broader.is_none() {
            parts.push(top_concept(state, facet, scheme, coverage, n, concept));
        }
    }
    Some(section(state.facet_label(facet), parts))
}

fn top_concept(
    state: State,
    facet: usize,
    scheme: &'static ArchivedScheme,
    coverage: &'static ArchivedCoverage,
    n: usize,
    concept: &'static ArchivedConcept,
) -> AnyView {
    let words = state.words();
    let tag = state.tag();
    let id: &'static str = &concept.id;
    let said = |name: &'static str, text: &'static str| {
        (!text.is_empty()).then(|| view! { <p><strong>{name}</strong> " " {text}</p> }.into_any())
    };
    let hue = (scheme.id == THEME).then(|| hue(scheme, n).to_string());
    let counted = &coverage.concepts[n];
    let defined = scheme.definitions.get(n);
    let examples: Vec<AnyView> =
        counted.examples.iter().map(|n| example(state, n.to_native())).collect();
    let examples = (!examples.is_empty()).then(|| {
        view! { <p><strong>{words.for_example}</strong></p><ul>{examples}</ul> }.into_any()
    });
    let below =
        scheme.concepts.iter().enumerate().filter(|(_, other)| {
            other.broader.as_ref().is_some_and(|broader| *broader == n as u32)
        });
    let below: Vec<AnyView> = below
        .map(|(n, other)| {
            let link = link(state, facet, other);
            let counts = counts(state, &coverage.concepts[n]);
            let definition =
                scheme.definitions.get(n).map_or("", |other| other.definition.text(tag));
            view! { <li>{link} " " <small>{counts}</small> <p>{definition}</p></li> }.into_any()
        })
        .collect();
    let below = (!below.is_empty()).then(|| {
        view! { <details><summary>{(words.narrower)(concept.label.text(tag))}</summary><ul>{below}</ul></details> }
            .into_any()
    });
    view! {
        <article data-concept=id data-hue=hue>
            <h3>{link(state, facet, concept)}</h3>
            <p>{defined.map_or("", |defined| defined.definition.text(tag))}</p>
            {said(words.covers, defined.map_or("", |defined| defined.covers.text(tag)))}
            {said(words.excludes, defined.map_or("", |defined| defined.excludes.text(tag)))}
            {paragraph("counts", counts(state, counted))}
            {below}
            {examples}
        </article>
    }
    .into_any()
}

fn example(state: State, n: u32) -> AnyView {
    view! { <li>{quoted_passage(state, n as usize, None)}</li> }.into_any()
}

fn link(state: State, facet: usize, concept: &'static ArchivedConcept) -> AnyView {
    let view: ViewState = only(facet, &concept.id);
    view! { <a href=href(&view)>{concept.label.text(state.tag())}</a> }.into_any()
}

fn counts(state: State, counted: &ArchivedConceptCoverage) -> String {
    let count = |n: u32| n as usize;
    (state.words().given)(count(counted.by_rule.to_native()), count(counted.by_curator.to_native()))
}

/// How far the reading agrees with people.
fn agreement(state: State, measured: &'static ArchivedAgreement) -> AnyView {
    let words = state.words();
    let rows: Vec<AnyView> = measured.measures.iter().map(|m| measure(state, m)).collect();
    let scores = [words.precision, words.recall, words.f1, words.precision, words.recall, words.f1];
    let scores = scores.map(|name| view! { <th scope="col">{name}</th> }.into_any());
    let scores = Vec::from(scores);
    let lead = paragraph("note", (words.agreement_lead)(measured.passages.to_native() as usize));
    let table = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.agreement>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="colgroup" colspan="3">{words.by_rules}</th>
                        <th scope="colgroup" colspan="3">{words.with_curation}</th>
                    </tr>
                    <tr><td></td>{scores}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any();
    section(words.agreement, vec![lead, table])
}

fn measure(state: State, measure: &'static ArchivedMeasure) -> AnyView {
    let cells = [&measure.rule, &measure.curated].into_iter().flat_map(scores);
    let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
    let is_part = measure.concept.is_some();
    view! { <tr data-part=is_part.then_some("")><th scope="row">{measured(state, measure)}</th>{cells}</tr> }
        .into_any()
}

/// What was compared, in words.
fn measured(state: State, measure: &'static ArchivedMeasure) -> &'static str {
    let words = state.words();
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
