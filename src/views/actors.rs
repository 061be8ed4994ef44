//! Actors: who is named together with whom in the results. A table first, a drawing of the same second.

use leptos::prelude::*;
use vitrine_corpus::facet::ACTOR;

use super::matrix;
use crate::components::drawing::{Fixed, Tag, drawn, link, tag};
use crate::components::{href, nothing_found, results_frame};
use crate::state::State;
use crate::state::actors::{Graph, Node, Tie};
use crate::state::intent::narrowed;
use crate::state::matrix::Matrix;
use crate::state::view_state::View;

/// Who stands with whom.
pub fn actors() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let all = RwSignal::new(false);
    let counted = Memo::new(move |_| {
        let all = all.get();
        state.answer.with(|answer| Matrix::of(state.corpus, &answer.hits, [ACTOR, ACTOR], all))
    });
    let table = drawn(move || {
        counted.with(|counted| {
            let mut parts = Vec::new();
            if counted.rows.values.is_empty() {
                if counted.passages > 0 {
                    parts.push(tag("p", &[("class", "nothing")]).text(words.no_actors));
                }
                return parts;
            }
            parts.push(matrix::table(state, counted, false));
            parts.extend(matrix::all_values(state, counted, all));
            parts.push(tag("p", &[("class", "note")]).text(words.actors_note));
            parts
        })
    });
    let graph = Memo::new(move |_| {
        state.answer.with(|answer| Graph::of(state.corpus, &answer.hits, ACTOR))
    });
    let graph = drawn(move || {
        graph.with(|graph| (graph.nodes.len() > 1).then(|| drawing(state, ACTOR, graph)))
    });
    let body = vec![nothing_found(), table, graph].into_any();
    results_frame(View::Actors, ().into_any(), body)
}

/// The drawing: a line leads to the passages that name both, a name to those that name it.
fn drawing(state: State, facet: usize, graph: &Graph) -> Tag {
    let words = state.view_words();
    let mut svg = tag("svg", &[]);
    let strongest = graph.strongest().max(1);
    for tie in &graph.ties {
        svg = svg.with(line(state, facet, graph, *tie, strongest));
    }
    let most = graph.nodes.first().map_or(1, |node| node.count.max(1));
    for node in &graph.nodes {
        svg = svg.with(name(state, facet, node, most));
    }
    let chart = tag("div", &[("class", "graph"), ("role", "group")])
        .set("aria-label", words.drawn_together)
        .with(svg);
    let caption = tag("figcaption", &[]).text(words.drawn_together);
    tag("figure", &[]).with(chart).with(caption)
}

/// The name of a value, and its id.
fn value(state: State, facet: usize, n: usize) -> (&'static str, &'static str) {
    let value = &state.corpus.facets[facet].values[n];
    (&value.id, value.label.text(state.tag()))
}

fn line(state: State, facet: usize, graph: &Graph, tie: Tie, strongest: u32) -> Tag {
    let [a, b] = tie.nodes.map(|n| &graph.nodes[n]);
    let (one, other) = (value(state, facet, a.value), value(state, facet, b.value));
    let said = (state.view_words().together)(one.1, other.1, tie.count as usize);
    let at = |class: &'static str, width: f64| {
        tag("line", &[])
            .set("class", class)
            .set("x1", per_cent(a.at.0))
            .set("y1", per_cent(a.at.1))
            .set("x2", per_cent(b.at.0))
            .set("y2", per_cent(b.at.1))
            .set("stroke-width", tenths(width))
    };
    let share = f64::from(tie.count) / f64::from(strongest);
    // The table has the same as links for the keyboard: forty more stops would be in its way.
    link(matrix::passages(state, &[(facet, one.0), (facet, other.0)]))
        .set("tabindex", "-1")
        .set("aria-label", said.clone())
        .with(tag("title", &[]).text(said))
        .with(at("room", 12.0))
        .with(at("tie", 1.0 + 7.0 * share))
}

fn name(state: State, facet: usize, node: &Node, most: u32) -> Tag {
    let (id, label) = value(state, facet, node.value);
    let size = 5.0 + 9.0 * (f64::from(node.count) / f64::from(most)).sqrt();
    let (x, y) = (per_cent(node.at.0), per_cent(node.at.1));
    let circle = |fixed: Fixed| tag("circle", fixed).set("cx", x.clone()).set("cy", y.clone());
    // Outside of the circle on which they stand.
    let below = node.at.1 > 50.0;
    let text = tag("text", &[])
        .set("x", x.clone())
        .set("y", y.clone())
        .set("dy", tenths(if below { size + 15.0 } else { -size - 6.0 }))
        .text(label);
    let said = [label, ": ", &(state.view_words().passages_here)(node.count as usize)].concat();
    link(state.view.with(|view| href(&narrowed(state.corpus, view, facet, id))))
        .set("class", "node")
        .set("aria-label", said)
        .with(circle(&[("class", "room"), ("r", "16")]))
        .with(circle(&[]).set("r", tenths(size)))
        .with(text)
}

fn per_cent(value: f64) -> String {
    tenths(value) + "%"
}

/// A number to one decimal place: the page has no use for more, nor for what writes them.
fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    [sign, &(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}
