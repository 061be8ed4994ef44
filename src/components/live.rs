//! How is something drawn that changes? With these, so that all of it has few types.
//!
//! Leptos compiles its rendering anew for the type of each closure it is given, several kilobytes
//! each time. Behind one box, or one kind of signal, it is compiled once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A part of the page that is drawn anew when what it reads has changed.
pub type Live = Box<dyn FnMut() -> AnyView + Send>;

/// What a click does.
pub type Click = Box<dyn FnMut(MouseEvent)>;

/// A part of the page that changes.
pub fn live<V: IntoAny + 'static>(mut draw: impl FnMut() -> V + Send + 'static) -> Live {
    Box::new(move || draw().into_any())
}

/// A text that changes, for an attribute or between tags.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A fixed wording, one of several.
pub fn word(read: impl Fn() -> &'static str + Send + Sync + 'static) -> Signal<&'static str> {
    Signal::derive(read)
}

/// Something that is so or not.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// Does something, and does it again when what it read has changed; it is told whether it is the first time.
pub fn follow(act: impl FnMut(bool) + 'static) {
    let mut act: Box<dyn FnMut(bool)> = Box::new(act);
    Effect::new(move |before: Option<()>| act(before.is_none()));
}

/// What a click does.
pub fn click(mut act: impl FnMut() + 'static) -> Click {
    Box::new(move |_| act())
}
