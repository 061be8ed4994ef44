//! Why does a passage have this label? The rules and the words that made it, the heading that spoke
//! for it, or the curator's reason.

use leptos::prelude::*;
use vitrine_corpus::model::By;
use vitrine_corpus::packed::{PackedEvidence, PackedLabel};

use super::href;
use super::live::{click, live};
use super::theme_chips::{concept, definition};
use crate::state::State;
use crate::state::concepts::{THEME, Theme, concept_of};
use crate::state::intent::only;
use crate::views::later;

/// The reasons for the theme that is open, if one is.
#[component]
pub fn Evidence(
    /// Which passage.
    n: usize,
    /// What it is about.
    themes: Vec<Theme>,
    /// The theme whose reasons are shown.
    open: RwSignal<Option<usize>>,
) -> impl IntoView {
    live(move || {
        let theme = themes.iter().find(|theme| Some(theme.concept) == open.get())?;
        Some(later::evidence(n, theme.clone(), open))
    })
}

/// The reasons for a theme: of its own label, and of narrower ones.
pub fn reasons(state: State, n: usize, theme: &Theme, open: RwSignal<Option<usize>>) -> AnyView {
    let words = state.view_words();
    let concept = concept(state, theme.concept);
    let (id, label): (&'static str, _) = (&concept.id, concept.label.text(state.tag()));
    let definition = definition(state, theme.concept);
    let facet = vitrine_corpus::facet::position(THEME).unwrap_or_default();
    let why = (words.why)(label);
    let heading = why.clone();
    let mut told = Vec::new();
    let mut labels = Vec::new();
    for &given in &theme.labels {
        labels.push(of_label(state, n, theme, given, &mut told));
    }
    view! {
        <div
            class="evidence"
            role="group"
            aria-label=why
            lang=state.tag()
            data-evidence=id
            data-hue=theme.hue.to_string()
        >
            <p class="why">{heading}</p>
            {(!definition.is_empty()).then(|| view! { <p class="definition">{definition}</p> })}
            {labels}
            <p class="onward">
                <a href=href(&only(facet, id))>{(words.all_passages_on)(label)}</a>
                <button type="button" on:click=click(move || open.set(None))>{words.close}</button>
            </p>
        </div>
    }
    .into_any()
}

/// The reasons of one label; a narrower concept is named first. What made that made the theme above
/// it as well, so reasons that were told are not told again.
fn of_label(
    state: State,
    n: usize,
    theme: &Theme,
    given: PackedLabel<'static>,
    told: &mut Vec<&'static str>,
) -> AnyView {
    let is_narrower = given.concept != theme.concept;
    let name = is_narrower.then(|| concept_of(state.corpus, given).label.text(state.tag()));
    let rule = |reason: &PackedEvidence<'_>| state.corpus.rule(reason);
    let new = given.evidence().filter(|reason| !told.contains(&rule(reason)));
    let reasons: Vec<AnyView> = new.map(|reason| of_evidence(state, n, given, reason)).collect();
    told.extend(given.evidence().map(|reason| state.corpus.rule(&reason)));
    view! {
        {name.map(|name| view! { <p class="narrower">{state.view_words().also} ": " <strong>{name}</strong></p> })}
        {(!reasons.is_empty()).then(|| view! { <ul>{reasons}</ul> })}
    }
    .into_any()
}

fn of_evidence(
    state: State,
    n: usize,
    given: PackedLabel<'static>,
    reason: PackedEvidence<'static>,
) -> AnyView {
    let words = state.view_words();
    let rule: &'static str = state.corpus.rule(&reason);
    if given.by == By::Curator {
        return view! { <li>{words.by_curator} ": " <q>{rule}</q></li> }.into_any();
    }
    let quoted = |text: &'static str, lang: &'static str| view! { <q lang=lang>{text}</q> };
    let passage = state.passage(n);
    let mut spoken: Vec<&'static str> = Vec::new();
    for span in reason.spans() {
        let text = &passage.text[span];
        if !spoken.contains(&text) {
            spoken.push(text);
        }
    }
    let spoken: Vec<_> =
        spoken.into_iter().map(|text| quoted(text, state.passage_lang(n))).collect();
    let heading = reason.heading.map(|heading| {
        let text: &'static str = &state.passage(heading).text;
        view! { {words.by_heading} ": " {quoted(text, state.passage_lang(heading))} }
    });
    let in_words = (!spoken.is_empty()).then(|| view! { {words.by_words} ": " {spoken} });
    view! {
        <li>
            {in_words} {heading}
            <span class="rule">
                {words.rule} " " <code>{rule}</code> " · " {words.weight} " "
                {tenths(reason.weight)}
            </span>
        </li>
    }
    .into_any()
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
