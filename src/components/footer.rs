//! Whose are the texts, and what is this page made from?

use leptos::prelude::*;

use crate::state::State;

/// The page's footer.
#[component]
pub fn Footer() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let rights = state.corpus.rights.text(state.tag());
    let version: &'static str = &state.corpus.version;
    view! {
        <footer class="bottom">
            <p>{rights}</p>
            <p>{words.no_server}</p>
            <p class="version">{words.corpus_version} " " <code>{version}</code></p>
        </footer>
    }
}
