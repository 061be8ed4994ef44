//! When is it time? Soon, after a frame, or after a while.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;

thread_local! {
    static TOAST: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static REFUSAL: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// How long a short message stays: long enough to be read twice.
const TOAST_MS: u32 = 4_000;

/// How long a browser counts changes of the URL before it takes more of them: Safari 100 in so long.
const REFUSAL_MS: u32 = 30_000;

/// How long a frame is shown on most screens.
const FRAME_MS: f64 = 16.0;

/// Calls back as soon as the browser has answered what waits for it.
pub fn soon(callback: impl FnOnce() + 'static) {
    Timeout::new(0, callback).forget();
}

/// The time, in milliseconds since the beginning of 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Calls back once what was asked for before is done; as [`soon`] does if the browser has waited since `began` for as
/// long as it takes to show a frame. Tells since when it waits.
pub fn next(began: f64, callback: impl FnOnce(f64) + 'static) {
    if now() - began < FRAME_MS {
        leptos::task::spawn_local(async move { callback(began) });
    } else {
        soon(move || callback(now()));
    }
}

/// Calls back once a browser that refused to change the URL takes changes again. Of several calls the last one counts.
pub fn after_refusal(callback: impl FnOnce() + 'static) {
    REFUSAL.set(Some(Timeout::new(REFUSAL_MS, callback)));
}

/// Calls back once the browser has drawn what is there.
pub fn after_frame(callback: impl FnOnce() + 'static) {
    // A frame's callbacks run before it is drawn, a task that they ask for after it.
    request_animation_frame(move || soon(callback));
}

/// Calls back when a short message has been there long enough. A newer message starts anew.
pub fn after_toast(callback: impl FnOnce() + 'static) {
    TOAST.with_borrow_mut(|waiting| *waiting = Some(Timeout::new(TOAST_MS, callback)));
}
