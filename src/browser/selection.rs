//! Which words has the reader selected? Those of one passage, and where in what is shown of it.

use std::ops::Range;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Words of a passage that are selected.
pub struct Selected {
    /// The passage's id.
    pub passage: String,
    /// Which bytes of its text are shown, if not all.
    pub part: Option<Range<usize>>,
    /// In characters of what is shown: another script has as many of them, if not of code units.
    pub characters: Range<usize>,
}

/// What stands before a part of a passage that does not begin with its first word (`passage_text`).
const CUT: usize = 2;

/// Calls back whenever the reader has selected other words, or none.
pub fn on_change(act: impl Fn(Option<Selected>) + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    EventListener::new(&document, "selectionchange", move |_| match selected() {
        // Some browsers take the selection away from who goes on from it by keyboard.
        None if is_at_control() => {}
        selected => act(selected),
    })
    .forget();
}

/// Whether the focus is on what can be done with a passage.
fn is_at_control() -> bool {
    let focus = web_sys::window().and_then(|window| window.document()?.active_element());
    let control = "article[data-passage] :is(a, button, summary)";
    focus.is_some_and(|focus| focus.matches(control).unwrap_or(false))
}

/// What is selected, where it is words of one passage.
fn selected() -> Option<Selected> {
    let selection = web_sys::window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let words = words_around(&range.start_container().ok()?)?;
    let whole = text(&range);
    let within = range.clone_range();
    if !words.contains(Some(&range.end_container().ok()?)) {
        // Three clicks select a paragraph up to the beginning of the next one.
        within.set_end(&words, words.child_nodes().length()).ok()?;
        if text(&within).trim() != whole.trim() {
            return None;
        }
    }
    let before = range.clone_range();
    before.set_start(&words, 0).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let part = words.get_attribute("data-part").and_then(|part| {
        let (start, end) = part.split_once('-')?;
        Some(start.parse().ok()?..end.parse().ok()?)
    });
    let cut = if part.as_ref().is_some_and(|part| part.start > 0) { CUT } else { 0 };
    let count = |range: &web_sys::Range| text(range).chars().count();
    let start = count(&before);
    Some(Selected {
        passage: words.closest("article").ok()??.get_attribute("data-passage")?,
        part,
        characters: start.saturating_sub(cut)..(start + count(&within)).saturating_sub(cut),
    })
}

/// The words of a passage inside of which a node stands.
fn words_around(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("article[data-passage] .words").ok()?
}

fn text(range: &web_sys::Range) -> String {
    String::from(range.unchecked_ref::<js_sys::Object>().to_string())
}
