//! What in the link or in the query could not be taken as it stands?

use leptos::prelude::*;

use super::live::{click, live};
use crate::state::State;

/// Notes about the link and the query, if there are any.
#[component]
pub fn Notes() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let of_link = move || {
        let notes = state.link_notes.get();
        let list = notes.iter().map(words.link_note).map(note).collect_view();
        (!notes.is_empty()).then(|| {
            view! {
                <ul class="notes" aria-label=words.notes>
                    {list}
                    <li>
                        <button type="button" on:click=click(move || state.link_notes.update(Vec::clear))>
                            {words.dismiss}
                        </button>
                    </li>
                </ul>
            }
        })
    };
    let of_query = move || {
        let notes = state.answer.with(|answer| answer.reading.notes.clone());
        let list = notes.iter().map(|note| (words.query_note)(&note.kind)).map(note).collect_view();
        (!notes.is_empty()).then(|| view! { <ul class="notes" aria-label=words.notes>{list}</ul> })
    };
    view! {
        {live(of_link)}
        {live(of_query)}
    }
}

fn note(text: String) -> AnyView {
    view! { <li data-note="">{text}</li> }.into_any()
}
