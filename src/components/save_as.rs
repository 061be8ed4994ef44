//! As what kind of file is it taken away?

use leptos::prelude::event_target_value;

use super::drawing::{Tag, tag};
use crate::browser::events;
use crate::state::State;
use crate::state::takeaway::Format;

/// A choice of kinds; choosing one saves it.
pub fn save_as(state: State, mut save: impl FnMut(Format) + Send + 'static) -> Tag {
    let label = state.words().save_as;
    let mut options = vec![("", label)];
    options.extend(Format::ALL.map(|format| (format.name(), format.name())));
    let mut choice = tag("select", &[("class", "save")]).set("aria-label", label);
    for (value, name) in options {
        choice.push(tag("option", &[]).set("value", value).text(name));
    }
    choice.on("change", move |event| {
        let chosen = event_target_value(&event);
        // The same can be chosen again.
        events::empty(&event);
        if let Some(format) = Format::ALL.into_iter().find(|format| format.name() == chosen) {
            save(format);
        }
    })
}
