//! How does the reader's eye, and the focus, get to a place on the page?

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls to a passage once it is drawn, and puts the focus on it. Where words of it are linked to that would
/// be beyond the screen, it scrolls on to these.
pub fn to_passage(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        if let Some(element) = passage(&id) {
            scroll(&element, ScrollLogicalPosition::Start);
            if let Ok(Some(words)) = element.query_selector("[data-linked]") {
                scroll(&words, ScrollLogicalPosition::Nearest);
            }
            focus_element(&element);
        }
    });
}

fn scroll(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the beginning once the page is drawn and puts the focus on the heading, if one is
/// named, so that the next Tab and a screen reader go on from there.
pub fn to_top(heading: Option<&'static str>) {
    after_drawing(move || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        if let Some(element) = heading.and_then(by_id) {
            focus_element(&element);
        }
    });
}

/// How far the page is scrolled, in CSS pixels.
pub fn top() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page so far, once what is there is drawn.
pub fn to(top: f64) {
    after_drawing(move || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, top);
        }
    });
}

/// Where a reader is in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// How much of it has been seen, in per cent.
    pub share: u32,
    /// The passage of the last heading that has been passed.
    pub heading: Option<String>,
}

/// The place in the first element of that class. A heading is passed when it stands in the upper third of
/// the window.
pub fn place(class: &'static str) -> Place {
    let window = web_sys::window();
    let height = window.as_ref().and_then(|window| window.inner_height().ok()?.as_f64());
    let document = window.and_then(|window| window.document());
    let found = document.and_then(|document| document.get_elements_by_class_name(class).item(0));
    let (Some(height), Some(text)) = (height, found) else {
        return Place::default();
    };
    let area = text.get_bounding_client_rect();
    let share = (height - area.top()) / area.height().max(1.0) * 100.0;
    let headings = text.query_selector_all("article[data-level]").ok();
    let headings = headings.into_iter().flat_map(|all| (0..all.length()).map(move |n| all.item(n)));
    let headings = headings.flatten().filter_map(|heading| heading.dyn_into::<Element>().ok());
    let passed = headings
        .take_while(|heading| heading.get_bounding_client_rect().top() < height / 3.0)
        .last();
    Place {
        share: share.clamp(0.0, 100.0) as u32,
        heading: passed.and_then(|heading| heading.get_attribute("data-passage")),
    }
}

/// Calls back after the reader has scrolled, once a frame, until it is dropped.
pub fn watch(act: impl Fn() + 'static) -> Option<EventListener> {
    let (act, is_due) = (Rc::new(act), Rc::new(Cell::new(false)));
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "scroll", move |_| {
        if !is_due.replace(true) {
            let (act, is_due) = (act.clone(), is_due.clone());
            after_drawing(move || {
                is_due.set(false);
                act();
            });
        }
    }))
}

/// Moves a row that is wider than the screen so far that its current entry is seen.
pub fn to_current(row: &'static str) {
    after_drawing(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let row = document.and_then(|document| document.query_selector(row).ok().flatten());
        let Some(row) = row else { return };
        let current = row.query_selector("[aria-current]").ok().flatten();
        if let Some(current) = current.as_ref().and_then(JsCast::dyn_ref::<HtmlElement>) {
            row.set_scroll_left(current.offset_left() - row.client_width() / 3);
        }
    });
}

/// Puts the focus on the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        // Links of a drawing are no HTML elements, and have the same method.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Puts the focus on the element of that id, where the eye is.
pub fn rest_on(id: &str) {
    if let Some(element) = by_id(id) {
        focus_element(&element);
    }
}

/// Puts the focus on the element of that id once the page is drawn.
pub fn focus_soon(id: &'static str) {
    after_drawing(move || focus(id));
}

pub(super) fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Calls back before the next frame is painted.
pub(super) fn after_drawing(callback: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(callback);
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Compared as data, not as a selector, so that no id can mean anything but itself.
fn passage(id: &str) -> Option<Element> {
    let articles = web_sys::window()?.document()?.get_elements_by_tag_name("article");
    (0..articles.length())
        .filter_map(|n| articles.item(n))
        .find(|article| article.get_attribute("data-passage").as_deref() == Some(id))
}
