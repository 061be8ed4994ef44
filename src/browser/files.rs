//! How does a reader take something away as a file?

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// How long a browser may take to begin the download before the data is let go.
const RELEASE_AFTER_MS: u32 = 60_000;

/// Offers a text as a file to save.
pub fn save(name: &str, media_type: &str, text: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Timeout::new(RELEASE_AFTER_MS, move || drop(url)).forget();
}
