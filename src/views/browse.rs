//! Browse: the facets beside what was found.

use leptos::prelude::*;

use crate::components::landmarks::MAIN;
use crate::components::{
    active_filters, facet_panel, live, notes, result_bar, result_list, understood,
};
use crate::state::State;
use crate::views::later;

/// The results beside the facets.
pub fn browse() -> AnyView {
    view! {
        <div class="browse">
            {facet_panel()}
            <main id=MAIN tabindex="-1">
                <Intro />
                {notes()}
                <Overview />
                {understood()}
                {active_filters()}
                {result_bar()}
                {result_list()}
            </main>
        </div>
    }
    .into_any()
}

/// What the corpus is, until something is asked of it; then the heading alone, for those who move by
/// headings.
#[component]
fn Intro() -> impl IntoView {
    let state = State::expect();
    let is_asked = is_asked(state);
    let (title, description) =
        (state.corpus.title.text(state.tag()), state.corpus.description.text(state.tag()));
    live(move || match is_asked.get() {
        true => view! { <h1 class="visually-hidden">{state.words().results}</h1> }.into_any(),
        false => view! {
            <div class="intro">
                <h1>{title}</h1>
                <p>{description}</p>
            </div>
        }
        .into_any(),
    })
}

/// What there is to begin with, until something is asked.
#[component]
fn Overview() -> impl IntoView {
    let is_asked = is_asked(State::expect());
    live(move || match is_asked.get() {
        true => ().into_any(),
        false => view! { <div class="overview">{later::overview_of_all()}</div> }.into_any(),
    })
}

fn is_asked(state: State) -> Memo<bool> {
    Memo::new(move |_| {
        state.view.with(|view| !view.query.is_empty() || view.filters().next().is_some())
    })
}
