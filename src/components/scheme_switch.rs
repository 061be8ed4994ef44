//! Light, dark, or as the system has it?

use leptos::prelude::*;

use super::live::{click, word};
use crate::browser::page::Scheme;
use crate::state::State;

/// A button that goes from one to the next.
#[component]
pub fn SchemeSwitch() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let scheme = RwSignal::new(Scheme::stored());
    let choose = move || {
        let next = scheme.get_untracked().next();
        scheme.set(next);
        state.tell_unless(next.choose());
    };
    let name = word(move || match scheme.get() {
        Scheme::Auto => words.scheme_auto,
        Scheme::Light => words.scheme_light,
        Scheme::Dark => words.scheme_dark,
    });
    let sign = move || match scheme.get() {
        Scheme::Auto => "◐",
        Scheme::Light => "○",
        Scheme::Dark => "●",
    };
    view! {
        <button type="button" class="scheme" aria-label=name title=name on:click=click(choose)>
            <span aria-hidden="true">{word(sign)}</span>
        </button>
    }
}
