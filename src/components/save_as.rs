//! As what kind of file is it taken away?

use super::drawing::{Tag, button, tag};
use crate::browser::events;
use crate::state::State;
use crate::state::takeaway::Format;

/// What unfolds the kinds; choosing one saves it. No choice in a field, which would be made by the first arrow key.
pub fn save_as(state: State, save: fn(State, Format)) -> Tag {
    // Where a browser gives buttons no focus, what they stand in has it.
    let mut kinds = tag("div", &[("tabindex", "-1")]);
    for format in Format::ALL {
        let kind = button("", format.name(), move || save(state, format));
        kinds.push(folding_up_when_left(kind));
    }
    let kinds = kinds.on("click", |event| events::fold_up(&event));
    let summary = tag("summary", &[]).text(state.words().save_as);
    let details = tag("details", &[("class", "save")]);
    let details = details.with(folding_up_when_left(summary)).with(kinds);
    details.on("keydown", |event| {
        if events::key(&event) == "Escape" {
            events::fold_up(&event);
        }
    })
}

fn folding_up_when_left(tag: Tag) -> Tag {
    tag.on("blur", |event| events::fold_up_when_left(&event))
}
