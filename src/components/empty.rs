//! Nothing fits: what could be taken away, and what would there be then?

use leptos::prelude::*;

use super::active_filters::describe;
use super::live::{click, live};
use crate::state::State;
use crate::state::intent::Intent;

/// What to do where nothing was found.
#[component]
pub fn Empty() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    view! {
        <div class="empty">
            <p>{words.nothing_found}</p>
            <p>{words.nothing_found_hint}</p>
            <ul>
                {live(move || ways_out(state))}
                <li>
                    <button type="button" on:click=click(move || state.go(Intent::ClearAll))>
                        {words.start_again}
                    </button>
                </li>
            </ul>
        </div>
    }
}

/// One button for each part of the query and each filter, with what there would be without it;
/// parts whose loss would not help are left out.
fn ways_out(state: State) -> Vec<AnyView> {
    let words = state.words();
    let view = state.view.get();
    let answer = state.answer.get();
    let mut ways: Vec<(String, Intent)> = Vec::new();
    if answer.reading.parts.len() > 1 {
        for part in &answer.reading.parts {
            let mut query = view.query.clone();
            query.replace_range(part.span.clone(), "");
            let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
            ways.push((["“", &part.text, "”"].concat(), Intent::Search(query)));
        }
    } else if !view.query.is_empty() {
        ways.push((["“", &view.query, "”"].concat(), Intent::Search(String::new())));
    }
    ways.extend(view.filters().map(|filter| (describe(state, &filter), Intent::Remove(filter))));
    ways.into_iter()
        .filter_map(|(what, intent)| {
            let found = state.hits_after(intent.clone());
            (found > 0).then(|| {
                let go = click(move || state.go(intent.clone()));
                view! { <li><button type="button" on:click=go>{(words.without)(&what, found)}</button></li> }
                    .into_any()
            })
        })
        .collect()
}
