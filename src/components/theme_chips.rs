//! What is a passage about? Each chip opens the reasons.

use leptos::prelude::*;
use vitrine_corpus::model::ArchivedConcept;

use super::drawing::{Tag, button, tag, yes};
use crate::state::State;
use crate::state::concepts::{THEME, Theme, is_without_theme};
use crate::state::folds::PassageFolds;

/// The themes of passage `n`, one button each; that it has none, where it could have one.
pub fn theme_chips(
    state: State,
    n: usize,
    themes: &[Theme],
    folds: RwSignal<PassageFolds>,
) -> Option<Tag> {
    if themes.is_empty() {
        return is_without_theme(state.corpus, n)
            .then(|| tag("span", &[("class", "no-theme")]).text(state.words().no_theme));
    }
    let open = folds.with(|folds| folds.of(n).theme);
    let mut chips = tag("ul", &[("class", "chips")]).set("aria-label", state.words().themes);
    for theme in themes {
        let (own, concept) = (theme.concept, concept(state, theme.concept));
        let id: &'static str = &concept.id;
        let toggle = move || folds.update(|folds| folds.toggle_theme(n, own));
        let chip = button("chip", concept.label.text(state.tag()), toggle)
            .set("data-concept", id)
            .set("data-hue", theme.hue.to_string())
            .set("aria-expanded", yes(open == Some(own)));
        chips.push(tag("li", &[]).with(chip));
    }
    Some(chips)
}

/// Concept `n` of the themes.
pub fn concept(state: State, n: usize) -> &'static ArchivedConcept {
    let scheme = state.corpus.scheme(THEME);
    &scheme.expect("a passage that has a theme has their scheme").1.concepts[n]
}
