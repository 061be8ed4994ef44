//! How does the reader's eye, and the focus, get to a place on the page?

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::state::{Held, SEARCH_FIELD};

/// Scrolls to a passage among results, of which those above it may not be as high as they will be once they are drawn,
/// and puts the focus on it.
pub fn to_result(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        if let Some(element) = passage(&id) {
            scroll(&element, ScrollLogicalPosition::Start);
            focus_element(&element);
            let top = element.get_bounding_client_rect().top();
            hold_for(Held { passage: id, top }, Some(element), HELD, Acts::watch());
        }
    });
}

/// Scrolls to a passage once it is drawn, and puts the focus on it, but for a reader who goes from hit to hit out of the
/// search field. Where words of it are linked to that would be beyond the screen, it scrolls on to these.
pub fn to_passage(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        if let Some(element) = passage(&id) {
            scroll(&element, ScrollLogicalPosition::Start);
            if let Ok(Some(words)) = element.query_selector("[data-linked]") {
                scroll(&words, ScrollLogicalPosition::Nearest);
            }
            let document = element.owner_document();
            let focused = document.and_then(|document| document.active_element());
            if focused.is_none_or(|focused| focused.id() != SEARCH_FIELD) {
                focus_element(&element);
            }
        }
    });
}

/// Puts the focus on the first control of the first passage among the results.
pub fn to_first_result() {
    const FIRST: &str = "article.passage :is(a, button)";
    let document = web_sys::window().and_then(|window| window.document());
    let first = document.and_then(|document| document.query_selector(FIRST).ok().flatten());
    if let Some(first) = first.as_ref().and_then(|first| first.dyn_ref::<HtmlElement>()) {
        let _ = first.focus();
    }
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

/// How many frames a passage is held for. What is drawn only once it comes near the screen has another height then
/// than was thought, and what stands behind it moves.
const HELD: u32 = 20;

/// The passage that a reader is at: the first that is seen below the header.
pub fn held() -> Option<Held> {
    /// Steps in which a passage is looked for, from where the header ends, in CSS pixels.
    const STEP: f32 = 40.0;
    let window = web_sys::window()?;
    let document = window.document()?;
    let side = |length: Result<wasm_bindgen::JsValue, _>| Some(length.ok()?.as_f64()? as f32);
    let (width, height) = (side(window.inner_width())?, side(window.inner_height())?);
    // Beside the facets, where there are any.
    let main = document.query_selector("main").ok()??.get_bounding_client_rect();
    // Not by `clamp`, which can say what is wrong with its bounds: to write them takes 12 KB of the page.
    let x = ((main.left() + main.right()) as f32 / 2.0).max(0.0).min(width);
    let places = (2..).map(|n| n as f32 * STEP).take_while(|y| *y < height);
    let mut seen = places.filter_map(|y| document.element_from_point(x, y));
    let passage = seen.find_map(|element| element.closest("article[data-passage]").ok()?)?;
    let top = passage.get_bounding_client_rect().top();
    Some(Held { passage: passage.get_attribute("data-passage")?, top })
}

/// Keeps a passage where it was, however what stands above it changes, until the reader goes on.
pub fn hold(held: Held) {
    hold_for(held, None, HELD, Acts::watch());
}

/// Whether the reader has done anything for a while: who scrolls is not held back.
struct Acts {
    any: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

impl Acts {
    fn watch() -> Acts {
        /// What scrolls, or begins to: a wheel, a finger, the bar beside the page, a key.
        const EVENTS: [&str; 4] = ["wheel", "touchmove", "pointerdown", "keydown"];
        let any = Rc::new(Cell::new(false));
        let listen = |window: &web_sys::Window| -> Vec<EventListener> {
            let listener = |event| {
                let any = any.clone();
                EventListener::new(window, event, move |_| any.set(true))
            };
            EVENTS.into_iter().map(listener).collect()
        };
        let _listeners = web_sys::window().as_ref().map(listen).unwrap_or_default();
        Acts { any, _listeners }
    }
}

fn hold_for(held: Held, known: Option<Element>, frames: u32, acts: Acts) {
    after_drawing(move || {
        if acts.any.get() {
            return;
        }
        let known = known.filter(|element| element.is_connected());
        let element = known.or_else(|| passage(&held.passage));
        if let (Some(window), Some(element)) = (web_sys::window(), &element) {
            let now = element.get_bounding_client_rect().top();
            window.scroll_by_with_x_and_y(0.0, now - held.top);
        }
        if frames > 0 {
            hold_for(held, element, frames - 1, acts);
        }
    });
}

/// Keeps the passage that the reader is at when the window becomes wider or narrower, as when a phone is turned. For as long
/// as the page is there.
pub fn hold_when_resized() {
    let Some(window) = web_sys::window() else { return };
    let width =
        |window: &web_sys::Window| window.inner_width().ok().and_then(|width| width.as_f64());
    let at = Rc::new(RefCell::new(None::<Held>));
    let known = Cell::new(width(&window));
    let remembered = at.clone();
    if let Some(scrolled) = watch(move || *remembered.borrow_mut() = held()) {
        scrolled.forget();
    }
    let resized = EventListener::new(&window.clone(), "resize", move |_| {
        let now = width(&window);
        // The bars of a phone's browser come and go, which changes the height alone.
        if known.replace(now) != now
            && let Some(held) = at.borrow().clone()
        {
            hold(held);
        }
    });
    resized.forget();
}

/// Where a reader is in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// How much of it has been seen, in per cent.
    pub share: u32,
    /// The passage of the last heading that has been passed.
    pub heading: Option<String>,
    /// Whether its beginning, and what stands above that, is no longer seen.
    pub is_inside: bool,
}

/// The place in the first element of that class. A heading is passed when it stands in the upper third of
/// the window.
pub fn place(class: &'static str) -> Progress {
    let window = web_sys::window();
    let height = window.as_ref().and_then(|window| window.inner_height().ok()?.as_f64());
    let document = window.and_then(|window| window.document());
    let found = document.and_then(|document| document.get_elements_by_class_name(class).item(0));
    let (Some(height), Some(text)) = (height, found) else {
        return Progress::default();
    };
    let area = text.get_bounding_client_rect();
    let share = (height - area.top()) / area.height().max(1.0) * 100.0;
    let headings = text.query_selector_all("article[data-level]").ok();
    let headings = headings.into_iter().flat_map(|all| (0..all.length()).map(move |n| all.item(n)));
    let headings = headings.flatten().filter_map(|heading| heading.dyn_into::<Element>().ok());
    let passed = headings
        .take_while(|heading| heading.get_bounding_client_rect().top() < height / 3.0)
        .last();
    Progress {
        share: share.clamp(0.0, 100.0) as u32,
        heading: passed.and_then(|heading| heading.get_attribute("data-passage")),
        is_inside: area.top() < 0.0,
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
            // So that what is before it is seen to be there, and a long one ends before what stands at the row's end.
            row.set_scroll_left(current.offset_left() - row.client_width() / 5);
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
