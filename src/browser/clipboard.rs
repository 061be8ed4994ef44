//! How does a link get into the reader's hand?

use gloo::file::Blob;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies a text and says whether the browser allowed it. Call it from an event the reader caused.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else {
        return done(false);
    };
    let promise = clipboard.write_text(text);
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Copies a text as [`copy`] does, and beside it the same with markup, which programs take that know it.
pub fn copy_with_markup(plain: &str, html: &str, done: impl FnOnce(bool) + 'static) {
    let Some(promise) = write_both(plain, html) else {
        return copy(plain, done);
    };
    let plain = plain.to_owned();
    spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(_) => done(true),
            // A browser may know the one way and allow the other.
            Err(_) => copy(&plain, done),
        }
    });
}

/// `None` where the browser has no clipboard for more than text.
fn write_both(plain: &str, html: &str) -> Option<Promise> {
    let parts = Object::new();
    for (kind, text) in [("text/plain", plain), ("text/html", html)] {
        let blob = Blob::new_with_options(text, Some(kind));
        let blob: &web_sys::Blob = blob.as_ref();
        Reflect::set(&parts, &kind.into(), blob).ok()?;
    }
    let class = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?;
    let class: &Function = class.dyn_ref()?;
    let item = Reflect::construct(class, &Array::of1(&parts)).ok()?;
    let clipboard = clipboard()?;
    let write = Reflect::get(&clipboard, &"write".into()).ok()?;
    let write: &Function = write.dyn_ref()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}

/// Whether the browser can hand a link to other programs.
pub fn can_share() -> bool {
    web_sys::window()
        .is_some_and(|window| Reflect::has(&window.navigator(), &"share".into()).unwrap_or(false))
}

/// Hands a link to a program of the reader's choice. That the reader thinks better of it is no failure.
pub fn share(title: &str, url: &str) {
    let Some(window) = web_sys::window() else { return };
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let promise = window.navigator().share_with_data(&data);
    spawn_local(async move {
        let _ = JsFuture::from(promise).await;
    });
}

/// There is none on a page that was not loaded securely, whatever the types say.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    clipboard.dyn_into().ok()
}
