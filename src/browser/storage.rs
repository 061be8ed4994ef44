//! What does this browser remember for the reader? Three small choices, which hold until the page is closed
//! where a browser keeps nothing and the reader is told so; and what [`super::clippings`] keeps.

use gloo::storage::{LocalStorage, Storage};

/// A choice that is remembered.
#[derive(Debug, Clone, Copy)]
pub enum Key {
    /// The language of the page.
    Language,
    /// Light or dark. `public/first.js` reads it too, before anything is drawn.
    Scheme,
    /// Whether keys that are pressed alone do something; they do unless this says [`OFF`].
    Keys,
}

/// What a choice says that is switched off.
pub const OFF: &str = "off";

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Key::Language => "vitrine.language",
            Key::Scheme => "vitrine.scheme",
            Key::Keys => "vitrine.keys",
        }
    }
}

/// What was remembered.
pub fn get(key: Key) -> Option<String> {
    read(key.name())
}

/// Remembers it, and says whether it could: a storage may be full, or forbidden.
pub fn set(key: Key, value: &str) -> bool {
    write(key.name(), value)
}

/// What lies under a name.
pub fn read(name: &str) -> Option<String> {
    is_there().then(|| LocalStorage::raw().get_item(name).ok()).flatten().flatten()
}

/// Puts it there, and says whether the browser did. Raw, as `gloo` would write it as JSON, and a JSON library
/// is much to fetch for a word.
pub fn write(name: &str, value: &str) -> bool {
    is_there() && LocalStorage::raw().set_item(name, value).is_ok()
}

/// Forgets it.
pub fn remove(key: Key) {
    if is_there() {
        LocalStorage::delete(key.name());
    }
}

/// `gloo` takes for granted that there is a storage; privacy settings can take it away.
fn is_there() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
