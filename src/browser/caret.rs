//! On which character was tapped?

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent, Node};

/// The place of the character under the pointer among those of the element that listens; `None` where text is
/// being selected, or the browser does not say.
pub fn place(event: &Event) -> Option<usize> {
    let pointer = event.dyn_ref::<MouseEvent>()?;
    let around = event.current_target()?.dyn_into::<Element>().ok()?;
    let document = web_sys::window()?.document()?;
    let selected = web_sys::window()?.get_selection().ok()??;
    if !selected.is_collapsed() {
        return None;
    }
    let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    let (node, offset) = caret(document.as_ref(), x, y)?;
    // In UTF-16 units, as browsers count.
    let mut before = 0;
    let place = walk(&around, &node, offset, &mut before)?;
    let text = around.text_content()?;
    let units: Vec<u16> = text.encode_utf16().take(place).collect();
    Some(char::decode_utf16(units).count())
}

/// The text node under a point and the place in it, by whichever name the browser has for asking.
fn caret(document: &JsValue, x: f64, y: f64) -> Option<(Node, usize)> {
    let ask = |name: &str| {
        let ask = Reflect::get(document, &name.into()).ok()?.dyn_into::<Function>().ok()?;
        let found = ask.call2(document, &x.into(), &y.into()).ok()?;
        (!found.is_null() && !found.is_undefined()).then_some(found)
    };
    let (found, names) = match ask("caretPositionFromPoint") {
        Some(found) => (found, ["offsetNode", "offset"]),
        None => (ask("caretRangeFromPoint")?, ["startContainer", "startOffset"]),
    };
    let [node, offset] = names.map(|name| Reflect::get(&found, &name.into()).ok());
    Some((node?.dyn_into().ok()?, offset?.as_f64()? as usize))
}

/// Counts the units of text before `wanted`, and to `offset` in it.
fn walk(inside: &Node, wanted: &Node, offset: usize, before: &mut usize) -> Option<usize> {
    if inside == wanted {
        return Some(*before + offset);
    }
    if inside.node_type() == Node::TEXT_NODE {
        *before += inside.text_content().map_or(0, |text| text.encode_utf16().count());
    }
    let mut child = inside.first_child();
    while let Some(node) = child {
        if let Some(found) = walk(&node, wanted, offset, before) {
            return Some(found);
        }
        child = node.next_sibling();
    }
    None
}
