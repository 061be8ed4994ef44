//! Read: one document, whole.

use std::ops::Range;

use leptos::prelude::*;

use crate::app::MAIN;
use crate::components::{DocumentHead, flag, href, notes, reading_passage, text};
use crate::state::State;
use crate::state::document::{Block, Heading, blocks, headings};
use crate::state::folds::PassageFolds;
use crate::state::intent::{read_at, read_document};
use crate::state::view_state::ViewState;

/// A document with its contents at the side.
pub fn read(document: usize) -> AnyView {
    let state = State::expect();
    let headings = headings(state.corpus, document);
    let folds = RwSignal::new(PassageFolds::default());
    let at = Memo::new(move |_| state.view.with(|view| view.at.clone()));
    let level = {
        let headings = headings.clone();
        move |n: usize| {
            headings.iter().find(|heading| heading.passage == n).map(|heading| heading.level)
        }
    };
    let block = |block: Block| match block {
        Block::Passage(n) => reading_passage(state, n, level(n), folds),
        Block::Repeats(range) => view! { <Repeats range at folds /> }.into_any(),
    };
    let passages: Vec<AnyView> = blocks(state.corpus, document).into_iter().map(block).collect();
    view! {
        <div class="read">
            <Contents headings at />
            <main id=MAIN tabindex="-1">
                {notes()}
                <DocumentHead document />
                <div class="text">{passages}</div>
                <Neighbours document />
            </main>
        </div>
    }
    .into_any()
}

/// The way back, and the document's headings.
#[component]
fn Contents(headings: Vec<Heading>, at: Memo<Option<String>>) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let back = move || state.came_from.with(|from| href(&ViewState { at: None, ..from.clone() }));
    let entry = |heading: Heading| {
        let passage = state.passage(heading.passage);
        let (id, words): (&'static str, &'static str) = (&passage.id, &passage.text);
        let read = move || state.view.with(|view| href(&read_at(view, id)));
        let is_at =
            Signal::derive(move || at.with(|at| at.as_deref() == Some(id)).then_some("location"));
        view! {
            <li data-level=heading.level.to_string() lang=state.passage_lang(heading.passage)>
                <a href=text(read) aria-current=is_at>{words}</a>
            </li>
        }
    };
    let has_any = !headings.is_empty();
    let entries = headings.into_iter().map(entry).collect_view();
    view! {
        <nav class="contents" aria-label=words.contents>
            <a class="back" href=text(back)><span aria-hidden="true">"← "</span>{words.back_to_results}</a>
            {has_any.then(|| view! { <details open><summary>{words.contents}</summary><ol>{entries}</ol></details> })}
        </nav>
    }
}

/// Passages that say again what was said above, folded away until one of them is pointed at.
#[component]
fn Repeats(
    range: Range<usize>,
    at: Memo<Option<String>>,
    folds: RwSignal<PassageFolds>,
) -> impl IntoView {
    let state = State::expect();
    let own = range.clone();
    let is_open = flag(move || {
        at.with(|at| at.as_deref().is_some_and(|at| own.clone().any(|n| state.passage(n).id == at)))
    });
    let passages = range.clone().map(|n| reading_passage(state, n, None, folds));
    view! {
        <details class="repeats" prop:open=is_open>
            <summary>{(state.view_words().repeats_block)(range.len())}</summary>
            {passages.collect_view()}
        </details>
    }
}

/// The documents before and after this one.
#[component]
fn Neighbours(document: usize) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let link = move |n: usize, label: &'static str| {
        let about = &state.corpus.documents[n];
        let (id, title): (&'static str, &'static str) = (&about.id, about.title.text(state.tag()));
        let read = move || state.view.with(|view| href(&read_document(view, id)));
        view! { <a href=text(read)><small>{label}</small>{title}</a> }
    };
    let before = document.checked_sub(1).map(|n| link(n, words.previous_document));
    let after = (document + 1 < state.corpus.documents.len())
        .then(|| link(document + 1, words.next_document));
    view! { <nav class="neighbours" aria-label=words.documents>{before} {after}</nav> }
}
