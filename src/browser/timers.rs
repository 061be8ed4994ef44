//! When is it time? Soon, after a frame, or after a while.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort};

thread_local! {
    static TASKS: Option<Tasks> = Tasks::new();
    static TOAST: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// How long a short message stays: long enough to be read twice.
const TOAST_MS: u32 = 4_000;

/// What is to be called back, and where a message asks for the first of it.
struct Tasks {
    port: MessagePort,
    waiting: RefCell<VecDeque<Box<dyn FnOnce()>>>,
}

impl Tasks {
    fn new() -> Option<Tasks> {
        let channel = MessageChannel::new().ok()?;
        let next = Closure::<dyn Fn()>::new(|| {
            let pop = |tasks: &Option<Tasks>| tasks.as_ref()?.waiting.borrow_mut().pop_front();
            if let Some(task) = TASKS.with(pop) {
                task();
            }
        });
        channel.port1().set_onmessage(Some(next.into_js_value().unchecked_ref()));
        Some(Tasks { port: channel.port2(), waiting: RefCell::default() })
    }
}

/// Calls back as soon as the browser has answered what waits for it. By a message: a timer that a timer has set waits
/// for milliseconds, and in a tab that is out of sight for a second.
pub fn soon(callback: impl FnOnce() + 'static) {
    TASKS.with(|tasks| match tasks {
        Some(tasks) => {
            tasks.waiting.borrow_mut().push_back(Box::new(callback));
            let _ = tasks.port.post_message(&JsValue::NULL);
        }
        None => drop(Timeout::new(0, callback).forget()),
    });
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
