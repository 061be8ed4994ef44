//! Where is that in the text? Bytes, characters and UTF-16, in one place.

/// The offset in UTF-16 code units (what JavaScript counts in) of byte `offset` of `text`.
///
/// `offset` is on a character boundary; one past the end is allowed.
pub fn utf16_offset(text: &str, offset: usize) -> usize {
    text[..offset].chars().map(char::len_utf16).sum()
}

/// The byte offset of character `n` of `text`; its length if there are fewer characters.
pub fn byte_of_char(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(offset, _)| offset)
}

/// How many characters stand before byte `offset` of `text`.
pub fn chars_before(text: &str, offset: usize) -> usize {
    // A UTF-8 character has exactly one byte that does not continue another.
    text.as_bytes()[..offset].iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

/// Whether the character belongs to a script that is written without spaces between words, so that
/// any run of it may be looked for.
pub const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}'     // radicals
        | '\u{3005}'..='\u{3007}'   // 々〆〇
        | '\u{3041}'..='\u{30ff}'   // kana
        | '\u{3100}'..='\u{312f}'   // bopomofo
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}'
        | '\u{0e00}'..='\u{0eff}'   // Thai, Lao
        | '\u{1000}'..='\u{109f}'   // Myanmar
        | '\u{1780}'..='\u{17ff}'   // Khmer
    )
}

/// Whether the character is part of a word in a script that has spaces between words.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() && !is_unspaced(c) }
}

/// Whether `start..end` of a text neither begins nor ends inside a word of a script with spaces;
/// with `may_go_on`, the word may go on after it.
pub fn is_at_word_edges(text: &str, start: usize, end: usize, may_go_on: bool) -> bool {
    let splits_word = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        before.is_some_and(is_word) && after.is_some_and(is_word)
    };
    !splits_word(start) && (may_go_on || !splits_word(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_outside_the_basic_plane() {
        let text = "a𠮷朝b";
        assert_eq!(utf16_offset(text, text.find('b').unwrap()), 4);
        assert_eq!(chars_before(text, text.find('b').unwrap()), 3);
        assert_eq!(byte_of_char(text, 3), text.find('b').unwrap());
        assert_eq!(byte_of_char(text, 9), text.len());
    }

    #[test]
    fn words_and_unspaced_scripts_are_apart() {
        assert!(is_word('é') && is_word('7') && is_word('ж') && is_word('한'));
        assert!(!is_word('朝') && !is_word('-') && !is_word('か'));
        assert!(is_unspaced('朝') && is_unspaced('𠮷') && is_unspaced('ア') && !is_unspaced('。'));
    }
}
