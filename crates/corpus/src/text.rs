//! Where is that in the text? Bytes, characters and UTF-16, in one place.

use std::borrow::Cow;
use std::ops::Range;

use crate::irregular;

/// A part of a text (bytes), copied only where the text is one's own.
pub fn part<'a>(text: &Cow<'a, str>, part: Range<usize>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[part]),
        Cow::Owned(text) => Cow::Owned(text[part].to_owned()),
    }
}

/// The offset in UTF-16 code units (what JavaScript counts in) of byte `offset` of `text`.
///
/// `offset` is on a character boundary; one past the end is allowed.
pub fn utf16_offset(text: &str, offset: usize) -> usize {
    // Characters outside the basic plane take two units; in UTF-8 they begin with one of these bytes.
    let (eights, rest) = text.as_bytes()[..offset].as_chunks::<8>();
    let beyond = eights.iter().map(|eight| {
        let bytes = u64::from_le_bytes(*eight);
        (bytes & bytes << 1 & bytes << 2 & bytes << 3 & 0x8080_8080_8080_8080).count_ones()
    });
    let beyond = beyond.sum::<u32>() as usize + rest.iter().filter(|byte| **byte >= 0xf0).count();
    chars_before(text, offset) + beyond
}

/// The byte offset of character `n` of `text`; its length if there are fewer characters.
pub fn byte_of_char(text: &str, n: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut left) = (0, n);
    // Eight bytes at a time while they cannot hold the character's beginning.
    while let Some(eight) = bytes.get(at..at + 8) {
        let begun = characters_begun(eight.try_into().expect("eight bytes"));
        if begun > left {
            break;
        }
        left -= begun;
        at += 8;
    }
    for (offset, _) in bytes[at..].iter().enumerate().filter(|(_, byte)| begins(**byte)) {
        if left == 0 {
            return at + offset;
        }
        left -= 1;
    }
    text.len()
}

/// How many characters stand before byte `offset` of `text`.
pub fn chars_before(text: &str, offset: usize) -> usize {
    let (eights, rest) = text.as_bytes()[..offset].as_chunks::<8>();
    eights.iter().map(|eight| characters_begun(*eight)).sum::<usize>()
        + rest.iter().filter(|byte| begins(**byte)).count()
}

/// A UTF-8 character has exactly one byte that does not continue another: the first.
const fn begins(byte: u8) -> bool {
    (byte & 0xc0) != 0x80
}

/// How many characters begin among eight bytes.
pub const fn characters_begun(eight: [u8; 8]) -> usize {
    let bytes = u64::from_le_bytes(eight);
    // Continuing bytes have the highest bit and not the next.
    let continuing = (bytes >> 7) & !(bytes >> 6) & 0x0101_0101_0101_0101;
    8 - continuing.count_ones() as usize
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
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // Punctuation of both traditions, told without the tables of Unicode: it is everywhere.
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        _ => !is_unspaced(c) && c.is_alphanumeric(),
    }
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

/// Whether `text` has `words` in it, not beginning or ending inside a word.
pub fn contains_words(text: &str, words: &str) -> bool {
    text.match_indices(words)
        .any(|(start, _)| is_at_word_edges(text, start, start + words.len(), false))
}

/// What the forms of an English word have in common: `sanctions`, `sanctioned` and `sanctioning` give
/// one stem, and so do `labour` and `labor`. Folded words of other scripts stay as they are.
///
/// The stem need not be a word. Both sides of a comparison go through here, so all it must do is bring
/// together what belongs together; that `four` becomes `for` does no harm, as stems only widen a
/// search that finds the word itself first.
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if stem.len() < 4 || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    if let Some(base) = irregular::base(word) {
        stem.replace_range(.., base);
    }
    strip_ending(&mut stem);
    // British and American spelling, from so many letters on: labour, organise, defence, metre.
    for (british, american, shortest) in
        [("our", "or", 6), ("is", "iz", 5), ("enc", "ens", 6), ("tr", "ter", 4)]
    {
        if stem.len() >= shortest && stem.ends_with(british) {
            stem.truncate(stem.len() - british.len());
            stem.push_str(american);
            break;
        }
    }
    // controlled, travelled: whether the consonant was doubled for the ending alone shows only where one stands before.
    if stem.ends_with("ll") && syllables(&stem) > 1 {
        stem.pop();
    }
    stem
}

/// How many vowels a word has, those in a row counted as one.
fn syllables(word: &str) -> usize {
    word.as_bytes()
        .chunk_by(|a, b| is_vowel(a) == is_vowel(b))
        .filter(|run| is_vowel(&run[0]))
        .count()
}

fn is_vowel(letter: &u8) -> bool {
    b"aeiouy".contains(letter)
}

fn strip_ending(stem: &mut String) {
    let ends = |stem: &str, ending: &str, left: usize| {
        stem.ends_with(ending) && stem.len() >= ending.len() + left
    };
    let cut = |stem: &mut String, n: usize| stem.truncate(stem.len() - n);
    if ends(stem, "ies", 3) {
        cut(stem, 3);
        stem.push('y');
    } else if ends(stem, "es", 3)
        && ["s", "x", "z", "ch", "sh"].iter().any(|e| stem[..stem.len() - 2].ends_with(e))
    {
        cut(stem, 2);
        // rises, cases
        if takes_e(stem) {
            stem.push('e');
        }
    } else if ends(stem, "s", 3)
        && !["ss", "us"].iter().any(|e| stem.ends_with(e))
        && !["news", "goods"].contains(&stem.as_str())
    {
        cut(stem, 1);
    } else if ends(stem, "men", 3) {
        // gunmen, fishermen
        cut(stem, 2);
        stem.push_str("an");
    }
    // Also behind the s of a plural: meetings, hundreds.
    if ends(stem, "ing", 3) || (ends(stem, "ed", 3) && !stem.ends_with("eed")) {
        cut(stem, if stem.ends_with("ed") { 2 } else { 3 });
        // shipped, shipping: the consonant was doubled for the ending alone; trading: it is not.
        let last = stem.as_bytes()[stem.len() - 1];
        if stem.as_bytes()[stem.len() - 2] == last && !b"aeioulsz".contains(&last) {
            cut(stem, 1);
        } else if takes_e(stem) {
            stem.push('e');
        }
    }
    // A plane is no plan.
    if ends(stem, "e", 3) && !takes_e(&stem[..stem.len() - 1]) {
        cut(stem, 1);
    }
}

/// Whether an `e` at its end makes another word of this one: a single vowel between consonants, the last of which
/// would be doubled before an ending if there were none.
pub fn takes_e(word: &str) -> bool {
    match word.as_bytes() {
        [before @ .., vowel, last] => {
            is_vowel(vowel)
                && !is_vowel(last)
                && !b"wx".contains(last)
                && !before.is_empty()
                && !before.iter().any(is_vowel)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for forms in [
            &["sanction", "sanctions", "sanctioned", "sanctioning"][..],
            &["labour", "labor"],
            &["trade", "trades", "trading", "traded"],
            &["ship", "ships", "shipped", "shipping"],
            &["country", "countries"],
            &["organise", "organize", "organised", "organizing"],
            &["defence", "defense"],
            &["centre", "center", "centres"],
            &["metre", "meter", "metres", "meters"],
            &["box", "boxes"],
            &["plan", "plans", "planned", "planning"],
            &["plane", "planes"],
            &["state", "states", "stated", "stating"],
            &["rise", "rises", "rising"],
            &["house", "houses", "housing", "housed"],
            &["fix", "fixes", "fixed", "fixing"],
            &["import", "imports", "imported", "importing"],
            &["gun", "guns"],
            &["law", "laws"],
            &["send", "sent", "sends", "sending"],
            &["write", "wrote", "written", "writing"],
            &["buy", "bought", "buys", "buying"],
            &["crisis", "crises"],
            &["life", "lives"],
            &["emirati", "emiratis"],
            &["fisherman", "fishermen"],
            &["meet", "meeting", "meetings"],
            &["build", "building", "buildings"],
            &["hundred", "hundreds"],
            &["exceed", "exceeds", "exceeded", "exceeding"],
            &["agree", "agrees", "agreed", "agreeing"],
            &["gas", "gases"],
            &["control", "controls", "controlled", "controlling"],
            &["travel", "travelled", "traveling"],
            &["install", "installed", "installs"],
            &["fall", "falling"],
            &["tyre", "tyres", "tire", "tires"],
            &["programme", "programmes", "program"],
            &["labourers", "laborer"],
        ] {
            let stems: std::collections::BTreeSet<String> =
                forms.iter().map(|form| stem(form)).collect();
            assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
        }
        for (one, other) in [
            ("work", "worker"),
            ("state", "status"),
            ("new", "news"),
            ("asia", "asian"),
            ("plan", "plane"),
            ("rat", "rate"),
        ] {
            assert_ne!(stem(one), stem(other));
        }
        for odd in ["", "a", "é", "ing", "eeee", "朝鮮", "2024", "ssss", "inging", "esesed"] {
            assert!(stem(odd).len() <= odd.len() + 1);
        }
    }

    #[test]
    fn offsets_agree_outside_the_basic_plane() {
        let text = "a𠮷朝b";
        assert_eq!(utf16_offset(text, text.find('b').unwrap()), 4);
        assert_eq!(chars_before(text, text.find('b').unwrap()), 3);
        assert_eq!(byte_of_char(text, 3), text.find('b').unwrap());
        assert_eq!(byte_of_char(text, 9), text.len());
        let long = text.repeat(9) + "，é";
        for (n, (offset, _)) in long.char_indices().enumerate() {
            assert_eq!((byte_of_char(&long, n), chars_before(&long, offset)), (offset, n));
            assert_eq!(utf16_offset(&long, offset), long[..offset].encode_utf16().count());
        }
    }

    #[test]
    fn punctuation_is_no_word() {
        for c in ('\u{2000}'..='\u{206f}').chain('\u{3000}'..='\u{3020}') {
            assert_eq!(is_word(c), c.is_alphanumeric() && !is_unspaced(c), "{c:?}");
        }
    }

    #[test]
    fn words_and_unspaced_scripts_are_apart() {
        assert!(is_word('é') && is_word('7') && is_word('ж') && is_word('한'));
        assert!(!is_word('朝') && !is_word('-') && !is_word('か'));
        assert!(is_unspaced('朝') && is_unspaced('𠮷') && is_unspaced('ア') && !is_unspaced('。'));
    }
}
