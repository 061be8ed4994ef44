//! Read: one document, whole.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_search::anchor::Quote;

use crate::app::MAIN;
use crate::browser::scroll;
use crate::components::drawing::{Tag, button, drawn, tag};
use crate::components::{
    DocumentHead, FATE, fate_of_document, flag, href, live, notes, reading_passage, text,
};
use crate::state::State;
use crate::state::anchor::{Anchor, anchor};
use crate::state::document::{Block, Heading, Row, blocks, has_translations, headings, rows};
use crate::state::folds::PassageFolds;
use crate::state::hits::{go_to_passage, hits};
use crate::state::intent::{Intent, read_at, read_document};

/// A document with its contents at the side.
pub fn read(document: usize) -> AnyView {
    let state = State::expect();
    let headings = headings(state.corpus, document);
    let folds = RwSignal::new(PassageFolds::default());
    let linked = Memo::new(move |_| state.view.with(|view| (view.at.clone(), view.quote.clone())));
    let anchor = Memo::new(move |_| {
        linked.with(|(at, quote)| anchor(state.corpus, document, at.as_deref(), quote.as_ref()))
    });
    go_there(state, linked, anchor);
    let at = Memo::new(move |_| anchor.with(|anchor| anchor.passage));
    let side_by_side = Memo::new(move |_| state.view.with(|view| view.lens.parallel));
    let (of_text, has_translations) = (headings.clone(), has_translations(state.corpus, document));
    let text = live(move || {
        let passage = |n: usize| {
            let own = of_text.iter().find(|heading| heading.passage == n);
            reading_passage(state, n, own.map(|heading| heading.level), folds, anchor)
        };
        let block = |block: Block| match block {
            Block::Passage(n) => passage(n),
            Block::Repeats(range) => view! { <Repeats range at folds anchor /> }.into_any(),
        };
        if !(has_translations && side_by_side.get()) {
            let blocks = blocks(state.corpus, document).into_iter();
            let passages: Vec<AnyView> = blocks.map(block).collect();
            return view! { <div class="text">{passages}</div> }.into_any();
        }
        let row = |row: Row| match row {
            Row::Single(single) => block(single),
            Row::Pair(a, b) => {
                view! { <div class="pair">{passage(a)} {passage(b)}</div> }.into_any()
            }
        };
        let rows: Vec<AnyView> = rows(state.corpus, document).into_iter().map(row).collect();
        view! { <div class="text beside">{rows}</div> }.into_any()
    });
    view! {
        <div class="read">
            <Contents document headings at />
            <main id=MAIN tabindex="-1">
                {notes()}
                {drawn(move || {
                    let view = state.view.read();
                    anchor.with(|anchor| fate_of_document(state, &view, document, anchor))
                })}
                <DocumentHead document />
                {text}
                <Neighbours document />
            </main>
        </div>
    }
    .into_any()
}

/// The eye and the focus follow a link: to what it points at, or to what is said of that.
fn go_there(state: State, linked: Memo<(Option<String>, Option<Quote>)>, anchor: Memo<Anchor>) {
    Effect::new(move |_| {
        if linked.with(|(at, _)| at.is_none()) {
            return;
        }
        match anchor.with(|anchor| anchor.passage) {
            Some(passage) => scroll::to_passage(&state.passage(passage).id),
            None => scroll::to_top(Some(FATE)),
        }
    });
}

/// The way back, and the document's headings.
#[component]
fn Contents(document: usize, headings: Vec<Heading>, at: Memo<Option<usize>>) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let back = move || state.came_from.with(|from| href(&from.clone().at(None)));
    let entry = |heading: Heading| {
        let passage = state.passage(heading.passage);
        let (id, words): (&'static str, &'static str) = (&passage.id, &passage.text);
        let read = move || state.view.with(|view| href(&read_at(view, id)));
        let is_at =
            Signal::derive(move || (at.get() == Some(heading.passage)).then_some("location"));
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
            {drawn(move || tools(state, document))}
            {has_any.then(|| view! { <details open><summary>{words.contents}</summary><ol>{entries}</ol></details> })}
        </nav>
    }
}

/// What helps to read this document: its hits to step through, and its translations side by side.
fn tools(state: State, document: usize) -> Vec<Tag> {
    let words = state.view_words();
    let mut tools = Vec::new();
    let steps = hits(state, document);
    if steps.all > 0 {
        let said = match steps.now {
            Some(now) => (words.hit_of)(now + 1, steps.all),
            None => (words.hits_here)(steps.all),
        };
        let step = |label: &'static str, sign: &'static str, to: Option<usize>| {
            let step = button("", "", move || {
                if let Some(to) = to {
                    go_to_passage(state, to);
                }
            });
            let step = step.set("aria-label", label).set("title", label);
            step.maybe("disabled", to.is_none().then_some("")).text(sign)
        };
        tools.push(
            tag("div", &[("class", "hits"), ("role", "group")])
                .with(tag("span", &[("role", "status")]).text(said))
                .with(step(words.previous_hit, "↑", steps.before))
                .with(step(words.next_hit, "↓", steps.after)),
        );
    }
    if has_translations(state.corpus, document) {
        let is_on = state.view.with(|view| view.lens.parallel);
        let check = tag("input", &[("type", "checkbox")])
            .set(".checked", if is_on { "true" } else { "" })
            .click(move || {
                let mut lens = state.view.with_untracked(|view| view.lens.clone());
                lens.parallel = !lens.parallel;
                state.go(Intent::Look(lens));
            });
        let label = tag("label", &[("class", "check")]).with(check).text(" ");
        tools.push(label.text(words.beside_translation));
    }
    tools
}

/// Passages that say again what was said above, folded away until one of them is pointed at.
#[component]
fn Repeats(
    range: Range<usize>,
    at: Memo<Option<usize>>,
    folds: RwSignal<PassageFolds>,
    anchor: Memo<Anchor>,
) -> impl IntoView {
    let state = State::expect();
    let own = range.clone();
    let is_open = flag(move || at.get().is_some_and(|at| own.contains(&at)));
    let passages = range.clone().map(|n| reading_passage(state, n, None, folds, anchor));
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
