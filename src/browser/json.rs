//! How is JSON read and written? By the browser's own reader and writer.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// How deep a text may nest. Nothing that is read here nests half as deep, and what reads it would otherwise
/// go down with it until the program's small stack is full.
const DEPTH: usize = 32;

/// What a text says, if it is JSON and says such a thing.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    if depth(text) > DEPTH {
        return None;
    }
    serde_wasm_bindgen::from_value(JSON::parse(text).ok()?).ok()
}

/// As JSON, indented as people read it. `None` where the browser cannot, as where its memory is full.
pub fn write(value: &impl Serialize) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2));
    text.ok().map(String::from)
}

/// How deep the brackets of a JSON text nest.
fn depth(text: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_string,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !is_string => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn brackets_in_strings_do_not_nest() {
        for (text, expected) in
            [("1", 0), (r#"{"a":[1,{}]}"#, 3), (r#"["[[\"[\\", "]"]"#, 1), ("[[[", 3), ("]]]", 0)]
        {
            assert_eq!(depth(text), expected, "{text}");
        }
    }
}
