//! One value to narrow by: how many passages it would give, and whether it is asked for or left out.

use vitrine_corpus::facet::FACETS;
use vitrine_corpus::model::ArchivedConcept;
use vitrine_search::Results;

use super::drawing::{Tag, button, tag, yes};
use crate::state::State;
use crate::state::concepts::hue_of_value;
use crate::state::facets::Listed;
use crate::state::intent::Intent;
use crate::state::view_state::Filter;

/// A value with its box, its count and a button to leave it out. `narrower` shows and hides what stands
/// beneath it.
pub fn facet_value(
    state: State,
    answer: &Results,
    facet: usize,
    listed: Listed,
    narrower: impl FnMut() + Send + 'static,
) -> Tag {
    let words = state.words();
    let value: &'static ArchivedConcept = &state.corpus.facets[facet].values[listed.value];
    let (id, label): (&'static str, _) = (&value.id, value.label.text(state.tag()));
    let filter = move |excluded| Filter { facet, value: id.to_owned(), excluded };
    let counts = answer.counts[facet].values[listed.value];
    let count = counts.passages.to_string();
    let is_left_out = state.is_chosen(&filter(true));
    let kind = FACETS[facet].id;

    let is_chosen = if state.is_chosen(&filter(false)) { "true" } else { "" };
    let check = tag("input", &[("type", "checkbox")])
        .set("data-facet", kind)
        .set("value", id)
        .set(".checked", is_chosen)
        .set(".indeterminate", if listed.is_partly { "true" } else { "" })
        .on("change", move |_| state.go(Intent::Toggle(filter(false))));
    let name = tag("label", &[])
        .set("title", (words.value_counts)(counts.passages, counts.documents))
        .with(check)
        .with(tag("span", &[("class", "name")]).text(label))
        .with(tag("span", &[("class", "count")]).set("data-count", count.clone()).text(count))
        .with(tag("span", &[("class", "visually-hidden")]).text(words.passages));
    let deeper = listed.has_narrower.then(|| {
        button("narrower", "", narrower)
            .set("aria-label", (words.narrower)(label))
            .set("title", (words.narrower)(label))
            .set("aria-expanded", yes(listed.is_open))
            .with(tag("span", &[("aria-hidden", "true")]).text("›"))
    });
    let exclude = button("exclude", "", move || state.go(Intent::Toggle(filter(true))))
        .set("aria-label", (words.leave_out)(label))
        .set("title", (words.leave_out)(label))
        .set("aria-pressed", yes(is_left_out))
        .with(tag("span", &[("aria-hidden", "true")]).text("≠"));

    let class = match (listed.depth > 0, is_left_out) {
        (false, false) => None,
        (true, false) => Some("deeper"),
        (false, true) => Some("left-out"),
        (true, true) => Some("deeper left-out"),
    };
    let mut item = tag("li", &[]).maybe("class", class);
    if listed.depth > 1 {
        item = item.set("style", ["--depth:", &listed.depth.to_string()].concat());
    }
    if let Some(hue) = hue_of_value(state.corpus, kind, id) {
        item = item.set("data-hue", hue.to_string());
    }
    item.with(name).with_some(deeper).with(exclude)
}
