//! Where does a reader type what they look for? Results follow each key, but never while an input
//! method is still putting characters together.

use leptos::ev::{CompositionEvent, Event, KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::live::{click, live, text};
use crate::browser::{events, scroll};
use crate::state::document::document_of;
use crate::state::hits::{go_to_passage, hits};
use crate::state::intent::Intent;
use crate::state::view_state::View;
use crate::state::{SEARCH_FIELD, State};

/// The search field.
#[component]
pub fn SearchBox() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let query = move || state.view.with(|view| view.query.clone());
    let typed = move |event: Event| {
        if !events::is_composing(&event) {
            events::typed(&event, move |query| state.go(Intent::Search(query)));
        }
    };
    // Some browsers tell of the last characters before composing has ended, some after.
    let composed =
        move |event: CompositionEvent| state.go(Intent::Search(event_target_value(&event)));
    let left = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            step(state, event.shift_key());
        }
        if event.key() == "ArrowDown" && !event.is_composing() {
            event.prevent_default();
            scroll::to_first_result();
        }
        if event.key() == "Escape" && !event.is_composing() {
            // The browser's own meaning, to empty the field, would lose what was typed.
            event.prevent_default();
            events::leave(&event);
        }
    };
    let clear = move || {
        state.go(Intent::Search(String::new()));
        scroll::focus(SEARCH_FIELD);
    };
    let has_query = Memo::new(move |_| state.view.with(|view| !view.query.is_empty()));
    let clear = live(move || {
        has_query.get().then(|| {
            view! {
                <button type="button" class="clear" aria-label=words.clear_search on:click=click(clear)>
                    "×"
                </button>
            }
        })
    });
    view! {
        <form class="search" role="search" on:submit=|event: SubmitEvent| event.prevent_default()>
            <input
                id=SEARCH_FIELD
                type="search"
                role="searchbox"
                aria-label=words.search
                placeholder=words.search_hint
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                dir="auto"
                prop:value=text(query)
                on:input=typed
                on:compositionend=composed
                on:keydown=left
            />
            {clear}
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
}

/// While a document is read, Enter leads to its next hit, and with the shift key to the one before.
fn step(state: State, is_back: bool) {
    let document = state.view.with_untracked(|view| {
        let is_read = view.view == View::Read;
        document_of(state.corpus, view).filter(|_| is_read)
    });
    let Some(document) = document else { return };
    let steps = untrack(|| hits(state, document));
    if let Some(passage) = if is_back { steps.before } else { steps.after } {
        go_to_passage(state, passage);
    }
}
