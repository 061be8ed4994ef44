//! How does a passage stand in its document? Set by its role, its themes at the margin.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_corpus::scripts::Script;
use vitrine_corpus::text::byte_of_char;
use vitrine_search::marks;

use super::anchor_fate::fate_here;
use super::drawing::{Tag, button, drawn, tag};
use super::elsewhere::elsewhere;
use super::gloss::gloss;
use super::passage_links::passage_links;
use super::passage_text::{Marks, passage_text};
use super::theme_chips::theme_chips;
use crate::browser::caret;
use crate::embedded::appendix;
use crate::state::State;
use crate::state::anchor::Anchor;
use crate::state::concepts::themes;
use crate::state::folds::PassageFolds;
use crate::state::glosses;
use crate::views::later;

/// What all passages of a document are read in the light of.
#[derive(Clone, Copy)]
pub struct Light {
    /// The passages of the document that are asked for, where any are.
    pub found: Memo<Option<Vec<usize>>>,
    /// The script that Chinese is shown in; as it is written, if none.
    pub script: Memo<Option<Script>>,
    /// What the reader has unfolded.
    pub folds: RwSignal<PassageFolds>,
    /// Where a link leads.
    pub anchor: Memo<Anchor>,
}

/// Passage `n` in its document; `level` is that of a heading on the page.
pub fn reading_passage(state: State, n: usize, level: Option<u8>, light: Light) -> AnyView {
    let Light { found, script, folds, anchor } = light;
    // A document may be long: a passage is drawn again only if something in it changes.
    let hits =
        Memo::new(move |_| state.answer.with(|answer| marks(state.corpus, &answer.reading, n)));
    let unfolded = Memo::new(move |_| folds.with(|folds| folds.of(n)));
    let is_at = Memo::new(move |_| anchor.with(|anchor| anchor.passage == Some(n)));
    let linked = Memo::new(move |_| anchor.with(|anchor| anchor.marks_in(n)));
    let is_selected = Memo::new(move |_| state.selected_in.get() == Some(n));
    let is_apart = Memo::new(move |_| {
        let is_found = |found: &Vec<usize>| found.binary_search(&n).is_ok();
        found.with(|found| found.as_ref().is_some_and(|found| !is_found(found)))
    });
    drawn(move || {
        let passage = state.passage(n);
        let themes = themes(state.corpus, n);
        let open = themes.iter().find(|theme| Some(theme.concept) == unfolded.get().theme);
        let name = if level.is_some() { "span" } else { "p" };
        let whole = state.text(n);
        let own = Script::of(state.passage_lang(n));
        let script = script.get();
        let is_converted = own.is_some() && script.is_some() && own != script;
        // What is called through a pointer is kept with the page's first part, and with it whatever it names:
        // it is handed the appendix.
        let scripts = &appendix().scripts;
        let convert = |part: Range<usize>| {
            let own = own.expect("only Chinese has scripts");
            scripts.convert(n, own, &whole, part)
        };
        let is_other = is_converted && !unfolded.get().as_written;
        let convert: Option<&dyn Fn(Range<usize>) -> String> = is_other.then_some(&convert);
        let part = 0..whole.len();
        let (hits, linked) = (hits.read(), linked.read());
        let marks = Marks { hits: &hits, open, linked: &linked };
        let text = passage_text(name, &whole, part, marks, convert);
        // A tap on a word asks for it; the button at the margin does without a pointer.
        let first_word = own.and_then(|_| glosses::first(&appendix().glosses, &whole, 0));
        let text = match first_word {
            Some(_) => text.on("click", move |event| {
                let place = caret::place(&event).map(|place| byte_of_char(&state.text(n), place));
                folds.update(|folds| folds.explain(n, place));
            }),
            None => text,
        };
        let lang = match (is_other, script) {
            (true, Some(script)) => script.tag(),
            _ => state.passage_lang(n),
        };
        let view = state.view.read();
        let explain = first_word.map(|first| {
            let explain = move || folds.update(|folds| folds.explain(n, Some(first)));
            button("explain", state.view_words().explain_words, explain)
        });
        let margin = tag("div", &[("class", "margin")])
            .set("lang", state.tag())
            .with_some(is_converted.then(|| written_in(state, n, is_other, folds)))
            .with_some(theme_chips(state, n, &themes, folds))
            .with_some(explain)
            .with(passage_links(state, &view, n, true, is_selected.get()));
        let mut article = tag("article", &[("class", "passage"), ("tabindex", "-1")])
            .set("data-passage", state.passage_id(n))
            .set("data-role", passage.role.get().as_str())
            .set("lang", lang)
            .maybe("data-apart", is_apart.get().then_some(""))
            .maybe("aria-current", is_at.get().then_some("true"));
        if let Some(level) = level {
            article = article.set("data-level", level.to_string());
        }
        let fate = is_at.get().then(|| anchor.with(|anchor| fate_here(state, &view, anchor)));
        article
            .with_some(fate.flatten())
            .with(heading(level, text))
            .with(margin)
            .with_some(unfolded.get().gloss.and_then(|place| gloss(state, n, place, folds)))
            .with_some(open.map(|theme| later::evidence(state, n, theme, folds)))
            .with_some(elsewhere(state, &view, n, false))
    })
}

/// The words inside a heading of that level.
fn heading(level: Option<u8>, text: Tag) -> Tag {
    let name = match level {
        None => return text,
        Some(2) => "h2",
        Some(3) => "h3",
        Some(4) => "h4",
        Some(5) => "h5",
        Some(_) => "h6",
    };
    tag(name, &[]).with(text)
}

/// That a text is shown in another script than it is written in, and the way back.
fn written_in(state: State, n: usize, is_other: bool, folds: RwSignal<PassageFolds>) -> Tag {
    let words = state.view_words();
    let label = if is_other { words.show_as_written } else { words.show_converted };
    let toggle = button("", label, move || folds.update(|folds| folds.toggle_script(n)));
    tag("p", &[("class", "converted")]).set("lang", state.tag()).with(toggle)
}
