//! What stands above every view: what this is, the search, and how the page looks.

use leptos::prelude::*;

use super::language_switch::LanguageSwitch;
use super::scheme_switch::SchemeSwitch;
use super::search_box::SearchBox;
use crate::state::State;

/// The page's header.
#[component]
pub fn Header() -> impl IntoView {
    let state = State::expect();
    view! {
        <header class="top">
            <a class="brand" href="#">{state.corpus.title.text(state.tag())}</a>
            <SearchBox />
            <div class="switches">
                <LanguageSwitch />
                <SchemeSwitch />
            </div>
        </header>
    }
}
