//! What happens before and after the page starts? Talks with `public/boot.js`, which is there before
//! the wasm is and shows what went wrong.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The page stands and can be asked.
pub fn ready() {
    tell("vitrine:ready", "");
}

/// The rest of the program has come as well, and what is asked is answered with all there is.
pub fn whole() {
    tell("vitrine:whole", "");
}

/// The page cannot go on.
pub fn failed(reason: &str) {
    tell("vitrine:failed", reason);
}

/// Shows a panic in the console and tells the reader.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(info);
        failed(&info.to_string());
    }));
}

/// Takes away what `index.html` shows until the page stands.
pub fn remove_loading() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id("loading")) {
        element.remove();
    }
}

fn tell(event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let (Some(window), Ok(event)) =
        (web_sys::window(), CustomEvent::new_with_event_init_dict(event, &init))
    {
        let _ = window.dispatch_event(&event);
    }
}
