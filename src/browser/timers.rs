//! When is it time? Soon, after a frame, or after a while.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;

thread_local! {
    static TOAST: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// How long a short message stays: long enough to be read twice.
const TOAST_MS: u32 = 4_000;

/// Calls back as soon as the browser has answered what waits for it.
pub fn soon(callback: impl FnOnce() + 'static) {
    Timeout::new(0, callback).forget();
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
