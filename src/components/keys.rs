//! What does a search understand, and which keys do what? Two lists in a dialog; keys that are pressed alone can be
//! switched off there, as whoever speaks to the machine presses many.

use leptos::prelude::*;

use super::dialog::dialog;
use super::drawing::{Tag, tag};
use crate::browser::storage;
use crate::state::State;

/// The keys, in the order of what is said of them.
const KEYS: [&str; 7] = ["/", "?", "Tab", "↓", "Enter", "← →", "Esc"];

/// Both lists.
pub fn keys(state: State) -> Tag {
    let words = state.view_words();
    let forms = words.query_forms.map(|(form, finds)| row(tag("code", &[]).text(form), finds));
    let forms = tag("dl", &[("class", "query-forms")]).with_all(forms.into());
    let keys = KEYS.into_iter().zip(words.keys_do);
    let keys = keys.map(|(key, does)| row(tag("kbd", &[]).text(key), does));
    let keys = tag("dl", &[]).with_all(keys.collect());
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
    let title = |text| tag("h3", &[]).text(text);
    // Else a small screen would begin with the first control, which stands at the end.
    let begin = title(words.query_help).set("tabindex", "-1").set("autofocus", "");
    let parts = vec![begin, forms, title(words.key_help), keys, check];
    dialog(state, "keys", words.keys, parts)
}

fn row(written: Tag, meaning: &'static str) -> Tag {
    tag("div", &[]).with(tag("dt", &[]).with(written)).with(tag("dd", &[]).text(meaning))
}
