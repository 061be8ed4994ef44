//! What does a page hear of an input method? Only Chromium's driver has a command for one; for the others
//! the events that engines send are sent by hand, in their order (UI Events, 3.8).

use anyhow::Result;
use serde_json::json;

use crate::driver::Session;

/// Letters under composition take the place of those before, in the field that has the focus.
const COMPOSE: &str = "
    const [data] = args;
    const field = document.activeElement;
    const init = { data, bubbles: true, cancelable: true };
    const key = { key: 'Process', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
    const isFirst = window.composed === undefined;
    window.composed ??= '';
    field.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: !isFirst }));
    if (isFirst) field.dispatchEvent(new CompositionEvent('compositionstart', { ...init, data: '' }));
    field.dispatchEvent(new CompositionEvent('compositionupdate', init));
    field.value = field.value.slice(0, field.value.length - window.composed.length) + data;
    window.composed = data;
    const inputType = 'insertCompositionText';
    field.dispatchEvent(new InputEvent('input', { ...init, inputType, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent('keyup', key));";

/// What was chosen takes their place.
const COMMIT: &str = "
    const [data] = args;
    const field = document.activeElement;
    const init = { data, bubbles: true, cancelable: true };
    field.value = field.value.slice(0, field.value.length - window.composed.length) + data;
    delete window.composed;
    const input = inputType =>
        field.dispatchEvent(new InputEvent('input', { ...init, inputType, isComposing: args[1] }));
    // Firefox tells of the characters after composing has ended, WebKit before.
    if (args[1]) input('insertFromComposition');
    field.dispatchEvent(new CompositionEvent('compositionend', init));
    if (!args[1]) input('insertCompositionText');";

pub(crate) fn compose(session: &Session, letters: &str) -> Result<()> {
    session.run(COMPOSE, json!([letters])).map(drop)
}

/// `is_told_before` says whether the engine tells of the chosen characters before composing has ended.
pub(crate) fn commit(session: &Session, text: &str, is_told_before: bool) -> Result<()> {
    session.run(COMMIT, json!([text, is_told_before])).map(drop)
}
