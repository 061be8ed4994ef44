//! What was just done? A short message that goes by itself.

use leptos::prelude::*;

use super::live::{follow, word};
use crate::browser::timers;
use crate::state::State;

/// The place where short messages appear. It is always there, so that a screen reader hears them.
#[component]
pub fn Toast() -> impl IntoView {
    let state = State::expect();
    follow(move |_| {
        if state.toast.read().is_some() {
            timers::after_toast(move || state.toast.set(None));
        }
    });
    view! {
        <div class="toast" aria-live="polite">
            {word(move || state.toast.get().unwrap_or_default())}
        </div>
    }
}
