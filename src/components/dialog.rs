//! What stands above the page, whatever it shows: it has a name, can be closed, and says to the state when it was.

use leptos::prelude::Set;

use super::drawing::{Tag, tag};
use super::landmarks::DIALOG;
use crate::state::State;

/// Id of a dialog's name.
const TITLE: &str = "dialog-title";

/// A dialog of this class with this name, around `content`.
pub fn dialog(state: State, class: &'static str, title: &'static str, content: Vec<Tag>) -> Tag {
    let close = tag("button", &[("type", "submit")]).text(state.view_words().close);
    tag("dialog", &[("id", DIALOG), ("aria-labelledby", TITLE)])
        .set("class", class)
        .on("close", move |_| state.dialog.set(None))
        .with(tag("h2", &[("id", TITLE)]).text(title))
        .with_all(content)
        // The browser closes it, and gives the focus back to what had it.
        .with(tag("form", &[("method", "dialog")]).with(close))
}
