//! Where do clippings stay between two visits? In this browser alone, each corpus by itself.

use gloo::events::EventListener;
use vitrine_corpus::model::ArchivedCorpus;
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, StorageEvent};

use super::{json, storage};
use crate::state::annotations::Annotations;
use crate::state::clippings::{Clipping, File, Refused};

/// What lies in the browser.
pub enum Kept {
    /// Clippings; perhaps none.
    Clippings(Vec<Clipping>),
    /// Something that cannot be read.
    Damaged {
        /// Whether it could be put beside; else it is not to be touched, so that nothing is lost.
        is_beside: bool,
    },
    /// Those of a newer version of this page, which are not to be touched.
    Newer,
}

/// What the browser kept.
pub fn kept(corpus: &ArchivedCorpus) -> Kept {
    let name = name(corpus);
    let Some(text) = storage::read(&name) else {
        return Kept::Clippings(Vec::new());
    };
    match json::read::<File>(&text).map_or(Err(Refused::Unreadable), |file| file.of(corpus)) {
        Ok(clippings) => Kept::Clippings(clippings),
        Err(Refused::Newer) => Kept::Newer,
        Err(Refused::Unreadable | Refused::Foreign) => {
            Kept::Damaged { is_beside: put_beside(&name, &text) }
        }
    }
}

/// Puts a text under the first name beside its own that is free, or has the same.
fn put_beside(name: &str, text: &str) -> bool {
    let mut beside = [name, ".damaged"].concat();
    while storage::read(&beside).is_some_and(|other| other != text) {
        beside.push('+');
    }
    storage::write(&beside, text)
}

/// Keeps them, and says whether the browser did.
pub fn keep(corpus: &ArchivedCorpus, file: &File) -> bool {
    let name = name(corpus);
    let Some(text) = json::write(file) else { return false };
    match (file.clippings.is_empty(), storage::read(&name)) {
        // Nothing was ever put aside: nothing is written.
        (true, None) => true,
        (_, Some(known)) if known == text => true,
        _ => storage::write(&name, &text),
    }
}

/// The clippings of a file, of either kind; `lang` is the page's language.
///
/// # Errors
/// Why they cannot be taken.
pub fn read(corpus: &ArchivedCorpus, lang: &str, text: &str) -> Result<Vec<Clipping>, Refused> {
    if let Some(file) = json::read::<File>(text) {
        return file.of(corpus);
    }
    match json::read::<Annotations>(text) {
        Some(annotations) => annotations.clippings(corpus, lang),
        None => Err(Refused::Unreadable),
    }
}

/// The kinds of files that are read, as a choice of files names them.
pub const ACCEPTED: &str = ".json,.jsonld,application/json,application/ld+json";

/// Calls back when another page has changed them, or may have.
pub fn on_change(corpus: &'static ArchivedCorpus, act: impl Fn() + Copy + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        if event.and_then(StorageEvent::key).is_some_and(|key| key == name(corpus)) {
            act();
        }
    })
    .forget();
    // While a browser holds a page ready for a step back, the page hears of nothing.
    EventListener::new(&window, "pageshow", move |event| {
        let event = event.dyn_ref::<PageTransitionEvent>();
        if event.is_some_and(PageTransitionEvent::persisted) {
            act();
        }
    })
    .forget();
}

fn name(corpus: &ArchivedCorpus) -> String {
    ["vitrine.clippings.", &corpus.id].concat()
}
