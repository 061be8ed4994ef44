//! What is a passage about? Each chip opens the reasons.

use leptos::prelude::*;
use vitrine_corpus::model::{ArchivedConcept, ArchivedScheme};

use super::live::{aria, click};
use crate::state::State;
use crate::state::concepts::{THEME, Theme, is_without_theme};

/// The themes of a passage, one button each.
#[component]
pub fn ThemeChips(
    /// Which passage.
    n: usize,
    /// The themes.
    themes: Vec<Theme>,
    /// The theme whose reasons are shown.
    open: RwSignal<Option<usize>>,
) -> impl IntoView {
    let state = State::expect();
    let chip = move |theme: Theme| {
        let concept = concept(state, theme.concept);
        let (id, label): (&'static str, _) = (&concept.id, concept.label.text(state.tag()));
        let own = Some(theme.concept);
        let toggle = move || open.update(|open| *open = if *open == own { None } else { own });
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    data-concept=id
                    data-hue=theme.hue.to_string()
                    aria-expanded=aria(move || open.get() == own)
                    on:click=click(toggle)
                >
                    {label}
                </button>
            </li>
        }
    };
    if themes.is_empty() {
        let without = is_without_theme(state.corpus, n);
        return without
            .then(|| view! { <span class="no-theme">{state.words().no_theme}</span> }.into_any());
    }
    Some({
        view! {
            <ul class="chips" aria-label=state.words().themes>
                {themes.into_iter().map(chip).collect_view()}
            </ul>
        }
        .into_any()
    })
}

/// Concept `n` of the themes.
pub fn concept(state: State, n: usize) -> &'static ArchivedConcept {
    &themes(state).concepts[n]
}

/// What concept `n` of the themes means, for this reader; empty if the scheme does not say.
pub fn definition(state: State, n: usize) -> &'static str {
    let definition = themes(state).definitions.get(n);
    definition.map_or("", |definition| definition.definition.text(state.tag()))
}

fn themes(state: State) -> &'static ArchivedScheme {
    let (_, scheme) =
        state.corpus.scheme(THEME).expect("a passage that has a theme has their scheme");
    scheme
}
