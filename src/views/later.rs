//! Which parts of the page come after it stands? All views but the results, and the reasons for a label: a
//! reader begins without them. They, and the words and data that only they read, are a file of their own,
//! which `#[wasm_split]` has cut off the program when the site is built. Compiled for the host, or
//! without being cut, they are ordinary functions.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{concordance, figures, matrix, method, read, terms, timeline};
use crate::components::drawing::{Tag, button, drawn, tag};
use crate::components::{evidence as draw_reasons, live};
use crate::state::concepts::Theme;
use crate::state::folds::PassageFolds;
use crate::state::view_state::View;
use crate::state::{Rest, State};

type Came<T> = Result<T, SplitLoaderError>;

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
    when_here(move || now(draw_view(view)))
}

/// A document, whole.
pub fn document(document: usize) -> AnyView {
    when_here(move || now(draw_document(document)))
}

/// Why passage `n` has a theme.
pub fn evidence(state: State, n: usize, theme: &Theme, folds: RwSignal<PassageFolds>) -> Tag {
    let drawn = match state.rest.get() {
        Rest::Here => now(draw_evidence(n, theme.clone(), folds)),
        Rest::Coming | Rest::Missing => None,
    };
    drawn.unwrap_or_else(|| instead(state))
}

#[wasm_split(views, fallible, preload(fetch_rest))]
fn draw_view(view: View) -> Came<AnyView> {
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
fn draw_document(document: usize) -> Came<AnyView> {
    Ok(read(document))
}

#[wasm_split(views, fallible)]
fn draw_evidence(n: usize, theme: Theme, folds: RwSignal<PassageFolds>) -> Came<Tag> {
    Ok(draw_reasons(State::expect(), n, &theme, folds))
}

/// What a part of the program draws, once that is here.
fn when_here(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let state = State::expect();
    let drawing = move || match state.rest.get() {
        Rest::Here => draw(),
        Rest::Coming | Rest::Missing => None,
    };
    live(move || drawing().unwrap_or_else(|| drawn(move || instead(state)))).into_any()
}

/// What stands for a part of the page that is not here.
fn instead(state: State) -> Tag {
    let words = state.words();
    if state.rest.get() == Rest::Coming {
        return tag("p", &[("class", "part"), ("role", "status")]).text(words.part_coming);
    }
    // What is here stays, and the reader may try again.
    let said = tag("p", &[]).text(words.part_missing);
    let again = button("", words.try_again, move || fetch(state));
    tag("div", &[("class", "part"), ("role", "alert")]).with(said).with(again)
}

/// What a part that is here draws: nothing is left to wait for.
fn now<T>(drawn: impl Future<Output = Came<T>>) -> Option<T> {
    match pin!(drawn).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn.ok(),
        Poll::Pending => None,
    }
}
