//! What does the reader do with keys, outside of any one control?

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::timers;

/// Acts on a key that is pressed alone, anywhere but where text is typed. `act` says whether the key means
/// something.
pub fn on_single_key(mut act: impl FnMut(&str) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let with_modifier = key.ctrl_key() || key.meta_key() || key.alt_key();
        if !with_modifier && !key.is_composing() && !is_typing(event) && act(&key.key()) {
            event.prevent_default();
        }
    })
    .forget();
}

/// Takes what stands in a field for text as said once the page is hidden or left.
pub fn take_typed_when_hidden() {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "pagehide", |_| take_typed()).forget();
    if let Some(document) = window.document() {
        EventListener::new(&document, "visibilitychange", |_| take_typed()).forget();
    }
}

/// Takes what stands in the field for text that has the focus as said: by itself a field tells what was typed only
/// once the reader leaves it.
pub fn take_typed() {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    // A box that is told so would take it for a click.
    let is_text = |active: &Element| active.matches("textarea, input[type=text]") == Ok(true);
    let field = active.filter(is_text);
    if let (Some(field), Ok(event)) = (field, Event::new("change")) {
        let _ = field.dispatch_event(&event);
    }
}

/// Whether an input method is still at work on what was typed.
pub fn is_composing(event: &Event) -> bool {
    let of = |name: &str| js_sys::Reflect::get(event, &name.into()).ok()?.as_bool();
    of("isComposing").unwrap_or(false)
}

/// Calls back with what stands in the field that was typed into, once the browser has shown it: by then there may
/// be more.
pub fn typed(event: &Event, act: impl FnOnce(String) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        timers::soon(move || act(field.value()));
    }
}

/// The id of what the event happened in: the innermost element of that name that has one.
pub fn id_around(event: &Event, name: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    Some(target.closest(&[name, "[id]"].concat()).ok()??.id())
}

/// The key that was pressed; empty where it was no key.
pub fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// Whether what was folded or unfolded is unfolded now.
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.has_attribute("open"))
}

/// Folds up what the event happened in, and has the focus go to what unfolds it.
pub fn fold_up(event: &Event) {
    let Some(details) = details_around(event) else { return };
    let _ = details.remove_attribute("open");
    let summary = details.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}

/// Folds up what the event happened in, once the focus is no longer in it.
pub fn fold_up_when_left(event: &Event) {
    let Some(details) = details_around(event) else { return };
    // What is left has the focus no more, and what is gone to has it not yet.
    timers::soon(move || {
        if details.matches(":focus-within") == Ok(false) {
            let _ = details.remove_attribute("open");
        }
    });
}

fn details_around(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("details").ok()?
}

/// Whether the shift key was held.
pub fn has_shift(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key)
}

/// Takes the focus away from whatever has it.
pub fn leave(event: &Event) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether keys go into a text where the event happened.
fn is_typing(event: &Event) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    let is_field = element.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
        !matches!(&*input.type_(), "checkbox" | "radio" | "button" | "submit")
    });
    is_field
        || matches!(&*element.tag_name(), "TEXTAREA" | "SELECT")
        || element.is_content_editable()
}
