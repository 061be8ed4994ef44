//! How is JSON read and written? By the browser's own reader and writer.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// What a text says, if it is JSON and says such a thing.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(text).ok()?).ok()
}

/// As JSON, indented as people read it.
pub fn write(value: &impl Serialize) -> String {
    let text = value.serialize(&Serializer::json_compatible()).ok().and_then(|value| {
        JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2)).ok()
    });
    text.map(String::from).unwrap_or_default()
}
