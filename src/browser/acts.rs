//! What does an element do when something happens to it? One listener for all of them finds it out.
//!
//! A browser may tell an element of something when that is not on the page any more, such as of its having been
//! unfolded. What it did then is forgotten, and nothing is called that is not there.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::drawing::property;
use crate::components::drawing::Act;

/// The property of an element that says which acts are its own.
const KEY: &str = "vitrineActs";

/// What an element does at which event; nothing while it does it.
type Acts = Vec<(&'static str, Option<Act>)>;

thread_local! {
    static ALL: RefCell<BTreeMap<u32, Acts>> = const { RefCell::new(BTreeMap::new()) };
    static NEXT: RefCell<u32> = const { RefCell::new(0) };
    static LISTENER: JsValue =
        Closure::<dyn Fn(Event)>::new(|event: Event| happened(&event)).into_js_value();
}

/// Keeps what an element does, until it is dropped.
pub struct Kept(u32);

impl Drop for Kept {
    fn drop(&mut self) {
        // The page itself may be at its end.
        let acts = ALL.try_with(|all| all.borrow_mut().remove(&self.0));
        drop(acts);
    }
}

/// From now on the element does this, and nothing that it did before.
pub fn keep(element: &Element, acts: Vec<(&'static str, Act)>) -> Option<Kept> {
    if acts.is_empty() {
        return None;
    }
    let id = NEXT.with(|next| next.replace_with(|next| next.wrapping_add(1)));
    property(element, KEY, &id.into());
    LISTENER.with(|listener| {
        for (event, _) in &acts {
            property(element, &["on", event].concat(), listener);
        }
    });
    let acts = acts.into_iter().map(|(event, act)| (event, Some(act))).collect();
    ALL.with_borrow_mut(|all| all.insert(id, acts));
    Some(Kept(id))
}

/// The element does nothing more at this event.
pub fn ignore(element: &Element, event: &str) {
    property(element, &["on", event].concat(), &JsValue::NULL);
}

fn happened(event: &Event) {
    let of_element = || {
        let element = event.current_target()?.dyn_into::<Element>().ok()?;
        Some(Reflect::get(&element, &KEY.into()).ok()?.as_f64()? as u32)
    };
    let Some(id) = of_element() else { return };
    let name = event.type_();
    // Not borrowed while it acts: that may draw, and so keep and forget others.
    let slot = |acts: &mut Acts, act: Option<Act>| {
        let own = acts.iter_mut().find(|(event, _)| *event == name)?;
        std::mem::replace(&mut own.1, act)
    };
    let act = ALL.with_borrow_mut(|all| slot(all.get_mut(&id)?, None));
    if let Some(mut act) = act {
        act(event.clone());
        ALL.with_borrow_mut(|all| all.get_mut(&id).map(|acts| slot(acts, Some(act))));
    }
}
