//! What is chosen right now, and how is it taken away?

use leptos::prelude::*;

use super::live::{click, live};
use crate::app::MAIN;
use crate::browser::scroll;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::view_state::Filter;

/// The chosen values, each removable, and one button for all of them.
#[component]
pub fn ActiveFilters() -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let chosen = Memo::new(move |_| state.view.with(|view| view.filters().collect::<Vec<_>>()));
    let clear = move || {
        state.go(Intent::ClearFilters);
        scroll::focus(MAIN);
    };
    live(move || {
        let filters = chosen.get();
        (!filters.is_empty()).then(|| {
            view! {
                <div class="chosen" role="group" aria-label=words.active_filters>
                    {filters.into_iter().map(|filter| view! { <Chosen filter /> }).collect_view()}
                    <button type="button" class="clear-all" data-clear-all="" on:click=click(clear)>
                        {words.clear_all}
                    </button>
                </div>
            }
        })
    })
}

#[component]
fn Chosen(filter: Filter) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let name = filter.name();
    let text = describe(state, &filter);
    let label = (words.remove_filter)(&text);
    let excluded = filter.excluded;
    let remove = move || {
        state.go(Intent::Remove(filter.clone()));
        // The button is gone with its filter; the next Tab leads on from the results.
        scroll::focus(MAIN);
    };
    view! {
        <button type="button" data-filter=name class:excluded=excluded aria-label=label on:click=click(remove)>
            {text}
            <span class="cross" aria-hidden="true">"×"</span>
        </button>
    }
}

/// The filter in words: “Theme: Labour”, “Theme: not Labour”.
pub fn describe(state: State, filter: &Filter) -> String {
    let not = if filter.excluded { [state.words().not, " "].concat() } else { String::new() };
    [state.facet_label(filter.facet), ": ", &not, state.value_label(filter.facet, &filter.value)]
        .concat()
}
