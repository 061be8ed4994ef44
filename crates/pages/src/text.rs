//! How does text reach a page whole? HTML can hold neither NUL nor other control characters; they are
//! shown by the pictures that Unicode has for them.

use std::borrow::Cow;

/// Text as the pages show it.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_control) {
        Cow::Owned(text.chars().map(|c| if is_control(c) { picture(c) } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_control(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

fn picture(c: char) -> char {
    match u32::from(c) {
        control @ 0..0x20 => {
            char::from_u32(0x2400 + control).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        0x7f => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn control_characters_are_seen() {
        assert_eq!(shown("a\0b\r\n\t\u{7f}\u{85}"), "a␀b␍\n\t␡\u{fffd}");
        assert_eq!(shown("𠮷 <b>\u{202e}"), "𠮷 <b>\u{202e}");
    }
}
