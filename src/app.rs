//! Who tells whom? Joins the state to the browser, and chooses which view to draw.

use leptos::prelude::*;
use vitrine_corpus::model::ArchivedCorpus;

use crate::browser::{events, history, page, scroll, selection, start, storage, timers};
use crate::components::drawing::{Tag, drawn, link, tag};
use crate::components::landmarks::{DIALOG, HEADING, MAIN};
use crate::components::{Footer, Header, Toast, ViewSwitch, follow, href, live};
use crate::state::document::document_of;
use crate::state::intent::Step;
use crate::state::view_state::{View, ViewState};
use crate::state::{Dialog, Leader, Rest, SEARCH_FIELD, Stage, State, fragment, intent};
use crate::views::{browse, later};

/// The whole page, beginning where `link` leads. It calls back once all of it is drawn.
pub fn app(corpus: &'static ArchivedCorpus, link: &str, stands: fn()) -> impl IntoView + use<> {
    let state = State::new(corpus, link, page::language());
    state.single_keys.set(storage::get(storage::Key::Keys).as_deref() != Some(storage::OFF));
    provide_context(state);
    write_history(state);
    write_page(state);
    move_to_place(state);
    history::on_change(move |link| {
        // A note that is being typed is kept first: the next view may not draw its field.
        events::take_typed();
        state.follow(&link);
    });
    selection::on_change(move |words| {
        state.select(words.map(|words| (words.passage, words.part, words.characters)));
    });
    events::on_single_key(move |key| match key {
        _ if !state.single_keys.get_untracked() => false,
        "/" => {
            scroll::focus(SEARCH_FIELD);
            true
        }
        "?" => {
            state.dialog.set(Some(Dialog::Keys));
            true
        }
        _ => false,
    });
    follow(move |_| {
        if state.rest.get() == Rest::Here {
            // After what can be seen.
            timers::soon(move || {
                scroll::hold_when_resized();
                later::restore(state);
                later::search_with_thesaurus(state);
                start::whole();
            });
        }
    });
    if state.view.with_untracked(|view| view.view != View::Browse) {
        // What the link asks for waits for it. Elsewhere the page stands first: to take in a part of a program
        // keeps a browser from drawing.
        later::begin();
    }
    draw_on(state, stands, timers::now());
    let is_begun = Memo::new(move |_| state.stage.get() > Stage::Bare);
    // Words are not tracked one by one: a page in another language is a page drawn anew.
    live(move || {
        state.lang.track();
        if is_begun.get() { shell(state) } else { ().into_any() }
    })
}

/// Draws stage after stage. The browser, which has waited since `began`, is let answer in between.
fn draw_on(state: State, stands: fn(), began: f64) {
    timers::next(began, move |began| {
        let Some(stage) = state.stage.get_untracked().next() else { return };
        if stage == Stage::Standing {
            // First, so that whoever waits hears of it before what follows.
            stands();
            timers::soon(move || {
                // What is drawn can be scrolled to only from here on.
                scroll::to_current(".views");
                later::fetch(state);
            });
        }
        state.stage.set(stage);
        draw_on(state, stands, began);
    });
}

/// What is drawn between header and footer.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    View(View),
    Document(usize),
}

fn shell(state: State) -> AnyView {
    // A document is drawn once, whatever place in it is pointed at.
    let shown = Memo::new(move |_| {
        state.view.with(|view| match view.view {
            View::Read => {
                let document = document_of(state.corpus, view);
                document.map_or(Shown::View(View::Browse), Shown::Document)
            }
            view => Shown::View(view),
        })
    });
    let is_framed = Memo::new(move |_| state.stage.get() > Stage::Frame);
    view! {
        <SkipLink />
        {drawn(move || state.view.with(|view| view.embed.then(|| whole_page(state, view))))}
        <Header />
        <ViewSwitch />
        {live(move || match shown.get() {
            _ if !is_framed.get() => ().into_any(),
            Shown::Document(document) => later::document(document),
            Shown::View(View::Browse | View::Read) => browse(),
            Shown::View(view) => later::view(view),
        })}
        <Footer />
        {drawn(move || state.dialog.get().and_then(|dialog| later::dialog(state, dialog)))}
        <Toast />
    }
    .into_any()
}

/// Leads from a view that stands inside of another page to the page itself.
fn whole_page(state: State, view: &ViewState) -> Tag {
    let whole = href(&ViewState { embed: false, ..view.clone() });
    let title = state.corpus.title.text(state.tag());
    tag("p", &[("class", "whole-page")])
        .with(link(whole).set("target", "_blank").set("rel", "noopener").text(title))
}

/// Leads past the header. What stands after `#` is the state, so following it must not change that.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        scroll::focus(MAIN);
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {State::expect().words().skip_to_results}
        </a>
    }
}

/// The URL follows the reader; where a link led there, it is there already. Browsers take their time over it, so
/// that it follows typing after what is seen. A step that can be taken back is there at once.
fn write_history(state: State) {
    let written = StoredValue::new(state.view.get_untracked());
    follow(move |is_first| {
        let step = state.located.with(|located| intent::step(&written.get_value(), located));
        match step {
            _ if is_first => {}
            Step::Push => write_link(state, written),
            Step::Replace => timers::after_frame(move || write_link(state, written)),
        }
    });
}

/// `written` is the view that the URL has told of so far.
fn write_link(state: State, written: StoredValue<ViewState>) {
    let located = state.located.get_untracked();
    let link = fragment::write(&located.view);
    let is_behind = located.by != Leader::Link && link != history::link();
    if is_behind && !history::go(&link, intent::step(&written.get_value(), &located)) {
        return timers::after_refusal(move || write_link(state, written));
    }
    written.set_value(located.view);
}

/// Language and title of the page follow the state.
fn write_page(state: State) {
    follow(move |_| page::set_language(state.lang.get()));
    follow(move |_| page::set_embedded(state.view.with(|view| view.embed)));
    follow(move |_| {
        if state.dialog.get().is_none() {
            return;
        }
        let words = state.words();
        match state.rest.get() {
            Rest::Here => {
                if state.toast.get_untracked() == Some(words.part_coming) {
                    state.toast.set(None);
                }
                page::show_dialog(DIALOG);
            }
            // What would stand in its place would be out of sight.
            Rest::Coming => state.toast.set(Some(words.part_coming)),
            Rest::Missing => {
                state.dialog.set(None);
                state.toast.set(Some(words.part_missing));
                // For who asks again.
                later::fetch(state);
            }
        }
    });
    follow(move |_| {
        let tag = state.lang.get().tag();
        let title = state.corpus.title.text(tag);
        page::set_title(&state.view.with(|view| match document_of(state.corpus, view) {
            Some(document) if view.view == View::Read => {
                [state.corpus.documents[document].title.text(tag), " · ", title].concat()
            }
            _ => {
                let name = (state.words().view)(view.view);
                let name = if view.view == View::Browse { "" } else { name };
                let parts = [&view.query, name, title].into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(" · ")
            }
        }));
    });
}

/// The eye and the focus follow: to the passage pointed at, or to a document's beginning. Results
/// stay where they are, so that “back” finds them there.
fn move_to_place(state: State) {
    let place = Memo::new(move |_| {
        // Most views are drawn by a part of the program that may still be on its way.
        state.view.with(|view| {
            let is_drawn = view.view == View::Browse || state.rest.get() == Rest::Here;
            (view.view, document_of(state.corpus, view), view.at.clone(), is_drawn)
        })
    });
    let mut before: Option<View> = None;
    follow(move |_| {
        let (view, _, at, is_drawn) = place.get();
        match (view, at) {
            _ if !is_drawn => {}
            // Where a link leads in a document, that view itself finds out.
            (View::Read, Some(_)) => {}
            (View::Read, None) | (View::Method | View::Clippings, _) => {
                scroll::to_top(Some(HEADING))
            }
            // A link leads from one view of results to another.
            (View::Concordance | View::Terms, _)
                if before.is_some_and(|before| before != view && before.shows_results())
                    && state.located.read_untracked().by == Leader::Link =>
            {
                scroll::to_top(Some(HEADING));
            }
            // Typing leads from another view to results; the focus stays in the search field.
            (View::Browse, _)
                if before.is_some_and(|before| before != View::Browse)
                    && state.located.read_untracked().by != Leader::Link =>
            {
                scroll::to_top(None);
            }
            // The numbers of a table lead to the beginning of their passages.
            (View::Browse, _) if before == Some(View::Matrix) => scroll::to_top(None),
            _ => {}
        }
        before = Some(view);
    });
    follow(move |_| {
        state.view.with(|view| {
            if view.view.shows_results() {
                state.came_from.set(view.clone());
            }
        });
    });
}
