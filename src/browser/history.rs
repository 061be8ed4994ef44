//! Where does the URL say the reader is, and how does it follow the reader?
//!
//! The state stands after `#`: a host never sees it, and a link works from any path and from a file.
//! What stands after `?` is understood as well and moved behind `#` before anything else happens.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use crate::state::intent::Step;

/// What stands after `#`, or after `?` where people or programs have put it there.
pub fn take_link() -> String {
    let url = href();
    let (before, fragment) = split(&url, '#');
    let (base, query) = split(before, '?');
    if query.is_empty() {
        return fragment.to_owned();
    }
    let link = match fragment.is_empty() {
        true => query.to_owned(),
        false => [query, "&", fragment].concat(),
    };
    write(&[base, "#", &link].concat(), Step::Replace);
    link
}

/// What stands after `#`.
pub fn link() -> String {
    split(&href(), '#').1.to_owned()
}

/// Takes the URL to this link. Whether the browser accepted the change: it refuses after too many in a short time.
pub fn go(link: &str, step: Step) -> bool {
    write(&url_of(link), step)
}

/// The whole URL of a link, to hand to someone. From a file on the reader's own disk it leads to where the page
/// is on the web, if it was built for a place there: nobody else has that file at that path, which may name the
/// reader besides.
pub fn shared_url_of(link: &str) -> String {
    let own = href();
    let public = own.starts_with("file:").then(canonical).flatten();
    joined(public.as_deref().unwrap_or(&own), link)
}

/// Where the page says it is on the web.
fn canonical() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector("link[rel=canonical]").ok()??.get_attribute("href")
}

fn url_of(link: &str) -> String {
    joined(&href(), link)
}

fn joined(url: &str, link: &str) -> String {
    let base = split(url, '#').0;
    if link.is_empty() { base.to_owned() } else { [base, "#", link].concat() }
}

/// Calls back whenever a link on the page, a pasted one, “back” or “forward” has changed the URL.
pub fn on_change(callback: impl Fn(String) + Clone + 'static) {
    // A step within the same page may come as either event, or as both; the second one then finds
    // the page where it should be.
    for event in ["popstate", "hashchange"] {
        let callback = callback.clone();
        if let Some(window) = web_sys::window() {
            EventListener::new(&window, event, move |_| callback(link())).forget();
        }
    }
}

fn write(url: &str, step: Step) -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let written = history.map(|history| match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(url)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(url)),
    });
    written.is_some_and(|written| written.is_ok())
}

fn href() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

fn split(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}
