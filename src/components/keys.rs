//! Which keys do what? A list in a dialog; keys that are pressed alone can be switched off there, as whoever
//! speaks to the machine presses many.

use leptos::prelude::*;

use super::dialog::dialog;
use super::drawing::{Tag, tag};
use crate::browser::storage;
use crate::state::State;

/// The keys, in the order of what is said of them.
const KEYS: [&str; 6] = ["/", "?", "Tab", "Enter", "← →", "Esc"];

/// The list.
pub fn keys(state: State) -> Tag {
    let words = state.view_words();
    let mut list = tag("dl", &[]);
    for (key, does) in KEYS.into_iter().zip(words.keys_do) {
        let key = tag("dt", &[]).with(tag("kbd", &[]).text(key));
        list.push(tag("div", &[]).with(key).with(tag("dd", &[]).text(does)));
    }
    let toggle = move |_| {
        let is_on = !state.single_keys.get_untracked();
        state.single_keys.set(is_on);
        match is_on {
            true => storage::remove(storage::Key::Keys),
            false => state.tell_unless(storage::set(storage::Key::Keys, storage::OFF)),
        }
    };
    let check = tag("input", &[("type", "checkbox")])
        .set(".checked", if state.single_keys.get() { "true" } else { "" })
        .on("change", toggle);
    let check = tag("label", &[]).with(check).text(" ").text(words.single_keys);
    dialog(state, "keys", words.keys, vec![list, check])
}
