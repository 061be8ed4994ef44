//! What does the page as a whole show: its language, its title, its colours?

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::storage::{self, Key};
use crate::i18n::Lang;

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    const fn name(self) -> &'static str {
        match self {
            Scheme::Auto => "auto",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// The next one, round and round.
    pub const fn next(self) -> Scheme {
        match self {
            Scheme::Auto => Scheme::Light,
            Scheme::Light => Scheme::Dark,
            Scheme::Dark => Scheme::Auto,
        }
    }

    /// The reader's choice.
    pub fn stored() -> Scheme {
        match storage::get(Key::Scheme).as_deref() {
            Some("light") => Scheme::Light,
            Some("dark") => Scheme::Dark,
            _ => Scheme::Auto,
        }
    }

    /// Shows it, remembers it and says whether it could be remembered.
    pub fn choose(self) -> bool {
        let Some(root) = root() else { return false };
        if self == Scheme::Auto {
            let _ = root.remove_attribute("data-scheme");
            storage::remove(Key::Scheme);
            return true;
        }
        let _ = root.set_attribute("data-scheme", self.name());
        storage::set(Key::Scheme, self.name())
    }
}

/// The language the reader chose, else the first of the browser's that the page has.
pub fn language() -> Lang {
    let chosen = storage::get(Key::Language).as_deref().and_then(Lang::parse);
    chosen.unwrap_or_else(|| {
        let wanted =
            web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
        let wanted: Vec<String> = wanted.iter().filter_map(|tag| tag.as_string()).collect();
        Lang::choose(wanted.iter().map(String::as_str))
    })
}

/// Remembers the language a reader chose, and says whether it could.
pub fn remember_language(lang: Lang) -> bool {
    storage::set(Key::Language, lang.tag())
}

/// Says in which language the page speaks.
pub fn set_language(lang: Lang) {
    if let Some(root) = root() {
        root.set_lang(lang.tag());
    }
}

/// Says that the page stands inside of another: then its own header and footer are left out.
pub fn set_embedded(is_embedded: bool) {
    if let Some(root) = root() {
        let _ = root.toggle_attribute_with_force("data-embed", is_embedded);
    }
}

/// Names the page, in the tab and in the history.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

fn root() -> Option<HtmlElement> {
    web_sys::window()?.document()?.document_element()?.dyn_into().ok()
}

/// Opens a dialog once it is drawn, so that nothing else on the page can be reached until it is closed.
pub fn show_dialog(id: &'static str) {
    super::scroll::after_drawing(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let dialog = document.and_then(|document| document.get_element_by_id(id));
        if let Some(dialog) = dialog.as_ref().and_then(JsCast::dyn_ref::<HtmlDialogElement>)
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
}

/// From this width on, in CSS pixels, a document has its contents beside it (`style/layout.css`).
const BESIDE: f64 = 896.0;

/// Whether the window has room for something beside the text.
pub fn has_room_beside() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_none_or(|width| width >= BESIDE)
}
