//! Which parts of the page come after it stands? All views but the results, and the reasons for a label: a
//! reader begins without them. They, and the words and data that only they read, are a file of their own,
//! which `#[wasm_split]` has cut off the program when the site is built. Compiled for the host, or
//! without being cut, they are ordinary functions.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{concordance, figures, matrix, method, read, terms, timeline};
use crate::components::drawing::{button, drawn, tag};
use crate::components::{Theme, live, reasons};
use crate::state::view_state::View;
use crate::state::{Rest, State};

type Drawn = Result<AnyView, SplitLoaderError>;

/// Fetches the rest of the program, and says to the state whether it is here.
pub fn fetch(state: State) {
    state.rest.set(Rest::Coming);
    leptos::task::spawn_local(async move {
        let came = fetch_rest().await;
        state.rest.set(if came.is_ok() { Rest::Here } else { Rest::Missing });
    });
}

/// A view that is no list of passages.
pub fn view(view: View) -> AnyView {
    when_here(State::expect(), move || draw_view(view))
}

/// A document, whole.
pub fn document(document: usize) -> AnyView {
    when_here(State::expect(), move || draw_document(document))
}

/// Why passage `n` has a theme.
pub fn evidence(n: usize, theme: Theme, open: RwSignal<Option<usize>>) -> AnyView {
    when_here(State::expect(), move || draw_evidence(n, theme.clone(), open))
}

#[wasm_split(views, fallible, preload(fetch_rest))]
fn draw_view(view: View) -> Drawn {
    Ok(match view {
        View::Timeline => timeline(),
        View::Figures => figures(),
        View::Matrix => matrix(),
        View::Concordance => concordance(),
        View::Terms => terms(),
        View::Browse | View::Read | View::Method => method(),
    })
}

#[wasm_split(views, fallible)]
fn draw_document(document: usize) -> Drawn {
    Ok(read(document))
}

#[wasm_split(views, fallible)]
fn draw_evidence(n: usize, theme: Theme, open: RwSignal<Option<usize>>) -> Drawn {
    Ok(reasons(State::expect(), n, &theme, open))
}

/// What is drawn by a part of the program, once that is here.
fn when_here<F>(state: State, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Drawn>,
{
    live(move || match state.rest.get() {
        Rest::Here => now(draw()).unwrap_or_else(|| missing(state)),
        Rest::Coming => {
            let words = state.words().part_coming;
            drawn(move || tag("p", &[("class", "part"), ("role", "status")]).text(words))
        }
        Rest::Missing => missing(state),
    })
    .into_any()
}

/// The part did not come: what is here stays, and the reader may try again.
fn missing(state: State) -> AnyView {
    drawn(move || {
        let again = button("", state.words().try_again, move || fetch(state));
        let said = tag("p", &[]).text(state.words().part_missing);
        tag("div", &[("class", "part"), ("role", "alert")]).with(said).with(again)
    })
}

/// What a part that is here draws: nothing is left to wait for.
fn now(drawn: impl Future<Output = Drawn>) -> Option<AnyView> {
    match pin!(drawn).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn.ok(),
        Poll::Pending => None,
    }
}
