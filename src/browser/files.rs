//! How does a reader take something away as a file?

use gloo::file::{Blob, File, ObjectUrl, callbacks::read_as_text};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, HtmlInputElement};

/// How long a browser may take to begin the download before the data is let go.
const RELEASE_AFTER_MS: u32 = 60_000;

/// The longest file that is read, in bytes.
const LONGEST: u64 = 32 << 20;

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

/// Reads the file that was chosen in a field, and calls back with its name and what it says; `None` where it
/// cannot be read as text. The field is emptied, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, done: impl FnOnce(String, Option<String>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let Some(file) = field.files().and_then(|files| files.item(0)) else { return };
    let file = File::from(file);
    let name = file.name();
    let is_longer = file.size() > LONGEST;
    field.set_value("");
    if is_longer {
        return done(name, None);
    }
    // The reader would stop if it were let go.
    std::mem::forget(read_as_text(&file, move |text| done(name, text.ok())));
}
