//! What can XML hold of a text?

use std::borrow::Cow;

/// A text without the characters that XML 1.0 has no way to write, not even by number: most control
/// characters, and two that are none.
pub fn text(text: &str) -> Cow<'_, str> {
    let is_legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_legal) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| is_legal(*c)).collect())
    }
}

/// The same on one line: attributes lose their line breaks when they are read.
pub fn name(name: &str) -> String {
    text(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(text("a\u{0}b\u{b}c\u{ffff}d\u{1f33e}\n"), "abcd\u{1f33e}\n");
        assert_eq!(name(" a\r\n\u{1}b "), "a b");
    }
}
