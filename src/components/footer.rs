//! Whose are the texts, and what is this page made from?

use leptos::prelude::*;

use super::href;
use super::live::click;
use crate::state::view_state::{View, ViewState};
use crate::state::{Dialog, State};

/// The page's footer.
#[component]
pub fn Footer() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let rights = state.corpus.rights.text(state.tag());
    let version: &'static str = &state.corpus.version;
    let method = ViewState { view: View::Method, ..ViewState::default() };
    view! {
        <footer class="bottom">
            <p><a href=href(&method)>{words.how_read}</a></p>
            <p><button type="button" class="link" on:click=click(move || state.dialog.set(Some(Dialog::Keys)))>{words.keys}</button></p>
            <p>{rights}</p>
            <p>{words.no_server}</p>
            // `public/offline.js` finds out which is so, and `style/layout.css` shows it.
            <p class="is-kept">{words.page_kept}</p>
            <p class="is-not-kept">{words.page_not_kept}</p>
            // What an edition does not have is hidden by `style/layout.css`: the single file offers itself no
            // more, and has the licences inside.
            <p class="download-page">
                <a href="vitrine.html" download="vitrine.html">{words.download_page}</a>
            </p>
            <p class="licences-page"><a href="licences.html">{words.licences}</a></p>
            <p class="licences-inside">
                <button type="button" class="link" popovertarget="licences">{words.licences}</button>
            </p>
            <p class="version">{words.corpus_version} " " <code>{version}</code></p>
        </footer>
    }
}
