//! Why does a passage have this label? The rules and the words that made it, the heading that spoke
//! for it, or the curator's reason.

use leptos::prelude::*;
use vitrine_corpus::facet;
use vitrine_corpus::model::By;
use vitrine_corpus::packed::{PackedEvidence, PackedLabel};
use vitrine_corpus::text::part;

use super::drawing::{Tag, Text, button, link, tag};
use super::href;
use super::theme_chips::concept;
use crate::embedded::appendix;
use crate::state::State;
use crate::state::concepts::{Theme, concept_of};
use crate::state::folds::PassageFolds;
use crate::state::intent::only;

/// The reasons for a theme of passage `n`: of its own label, and of narrower ones.
pub fn evidence(state: State, n: usize, theme: &Theme, folds: RwSignal<PassageFolds>) -> Tag {
    let words = state.view_words();
    let own = theme.concept;
    let concept = concept(state, own);
    let (id, label): (&'static str, _) = (&concept.id, concept.label.text(state.tag()));
    let why = (words.why)(label);
    let mut reasons = tag("div", &[("class", "evidence"), ("role", "group")])
        .set("aria-label", why.clone())
        .set("lang", state.tag())
        .set("data-evidence", id)
        .set("data-hue", theme.hue.to_string())
        .with(tag("p", &[("class", "why")]).text(why));
    let scheme = theme.labels.first().map_or(0, |label| label.scheme);
    if let Some(defined) = appendix().definition(scheme, own) {
        let definition = defined.definition.text(state.tag());
        reasons.push(tag("p", &[("class", "definition")]).text(definition));
    }
    let mut told = Vec::new();
    for &given in &theme.labels {
        if given.concept != own {
            let name = concept_of(state.corpus, given).label.text(state.tag());
            let name = tag("strong", &[]).text(name);
            let narrower = tag("p", &[("class", "narrower")]).text(words.also).text(": ");
            reasons.push(narrower.with(name));
        }
        let list = of_label(state, n, given, &mut told);
        if !list.is_empty() {
            reasons.push(tag("ul", &[]).with_all(list));
        }
    }
    let all = link(href(&only(facet::THEME, id))).text((words.all_passages_on)(label));
    let close = move || folds.update(|folds| folds.toggle_theme(n, own));
    let onward = tag("p", &[("class", "onward")]).with(all).with(button("", words.close, close));
    reasons.with(onward)
}

/// The reasons of one label. What made a narrower one made the theme above it as well, so reasons that
/// were told are not told again.
fn of_label(
    state: State,
    n: usize,
    given: PackedLabel<'static>,
    told: &mut Vec<&'static str>,
) -> Vec<Tag> {
    let rule = |reason: &PackedEvidence<'_>| appendix().rule(reason);
    let new = given.evidence().filter(|reason| !told.contains(&rule(reason)));
    let reasons = new.map(|reason| of_evidence(state, n, given, &reason)).collect();
    told.extend(given.evidence().map(|reason| appendix().rule(&reason)));
    reasons
}

fn of_evidence(
    state: State,
    n: usize,
    given: PackedLabel<'static>,
    reason: &PackedEvidence<'static>,
) -> Tag {
    let words = state.view_words();
    let rule: &'static str = appendix().rule(reason);
    let mut item = tag("li", &[]);
    if given.by == By::Curator {
        return item.text(words.by_curator).text(": ").with(tag("q", &[]).text(rule));
    }
    let text = state.text(n);
    let mut spoken: Vec<Text> = Vec::new();
    for span in reason.spans() {
        let words = part(&text, span);
        if !spoken.contains(&words) {
            spoken.push(words);
        }
    }
    let quoted = |text: Text, n: usize| tag("q", &[]).set("lang", state.passage_lang(n)).text(text);
    if !spoken.is_empty() {
        item = item.text(words.by_words).text(": ");
        item = item.with_all(spoken.into_iter().map(|words| quoted(words, n)).collect());
    }
    if let Some(heading) = reason.heading {
        item = item.text(" ").text(words.by_heading).text(": ");
        item.push(quoted(state.text(heading), heading));
    }
    let rule = tag("span", &[("class", "rule")])
        .text(words.rule)
        .text(" ")
        .with(tag("code", &[]).text(rule))
        .text([" · ", words.weight, " ", &tenths(reason.weight)].concat());
    item.text(" ").with(rule)
}

/// A weight with one decimal. By whole numbers, as writing fractions would cost more bytes than the
/// rest of this file.
fn tenths(weight: f32) -> String {
    let tenths = (weight * 10.0).round() as i32;
    let sign = if tenths < 0 { "−" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn weights_are_short() {
        assert_eq!([1.0, 0.6, -0.25, 2.04].map(tenths), ["1", "0.6", "−0.3", "2"]);
    }
}
