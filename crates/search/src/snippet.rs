//! Which part of a long passage to show? The part in which the most marks stand, from the beginning
//! of a sentence if one is near.

use std::ops::Range;

use vitrine_corpus::text::{characters_begun, chars_before, is_word};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The part, in bytes, on character boundaries.
    pub range: Range<usize>,
    /// Whether something was left out before it.
    pub cut_before: bool,
    /// Whether something was left out after it.
    pub cut_after: bool,
}

/// The part of `text` to show, of about `budget` columns (a Han character takes two), given the
/// marks in it (byte ranges, in order).
pub fn excerpt(text: &str, marks: &[Range<usize>], budget: usize) -> Excerpt {
    let whole = Excerpt { range: 0..text.len(), cut_before: false, cut_after: false };
    // A quarter more is shown whole: a cut that saves a few words is worse than the words. A column has three bytes
    // at most.
    let most = budget + budget / 4;
    if text.len() <= 3 * most && fitting(text, most) == text.len() {
        return whole;
    }
    let start = marks.first().map_or(0, |_| {
        let best = best_mark(text, marks, budget);
        lead_in(text, marks[best].start, budget / 3)
    });
    let end = start + fitting(&text[start..], budget);
    let end = end + text[end..].find(|c: char| !is_word(c)).unwrap_or(text.len() - end);
    // What was found is not cut in two.
    let is_cut = |mark: &&Range<usize>| mark.start < end && end < mark.end;
    let end = marks.iter().find(is_cut).map_or(end, |mark| mark.end);
    Excerpt { range: start..end, cut_before: start > 0, cut_after: end < text.len() }
}

/// The mark from which on the most marks fit into the budget; of equals the first.
fn best_mark(text: &str, marks: &[Range<usize>], budget: usize) -> usize {
    let room = budget - budget / 3;
    // The columns in which each mark begins and ends, counted from the first.
    let (mut at, mut column) = (marks[0].start, 0);
    let mut column_of = |place: usize| {
        column += roughly_columns(&text[at..place]);
        at = place;
        column
    };
    let places: Vec<(usize, usize)> =
        marks.iter().map(|mark| (column_of(mark.start), column_of(mark.end))).collect();
    let (mut best, mut most, mut end) = (0, 0, 0);
    for (n, &(start, _)) in places.iter().enumerate() {
        end = end.max(n);
        while places.get(end).is_some_and(|(_, last)| last - start <= room) {
            end += 1;
        }
        if end - n > most {
            (best, most) = (n, end - n);
        }
    }
    best
}

/// Where to begin so that `mark` is seen in its sentence: at most `budget` columns before it.
fn lead_in(text: &str, mark: usize, budget: usize) -> usize {
    let (mut used, mut start) = (0, mark);
    while start > 0 {
        let before = text.floor_char_boundary(start - 1);
        used += measured(text.as_bytes(), before).1;
        if used > budget {
            break;
        }
        if start < mark && is_sentence_end(&text[before..start]) {
            return skip_spaces(text, start);
        }
        start = before;
    }
    if start == 0 {
        return 0;
    }
    // No sentence begins near: begin at a word.
    let inside = text[start..mark].find(|c: char| !is_word(c)).unwrap_or(0);
    skip_spaces(text, start + inside).min(mark)
}

fn skip_spaces(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

/// How many bytes of `text` fit into the budget.
fn fitting(text: &str, budget: usize) -> usize {
    // No character has more columns than bytes.
    if text.len() <= budget {
        return text.len();
    }
    // By bytes: to make characters of them takes longer than all else here. First eight at a time.
    let bytes = text.as_bytes();
    let (mut used, mut at) = (0, 0);
    while let Some(columns) = bytes[at..].first_chunk().and_then(columns_begun)
        && used + columns <= budget
    {
        used += columns;
        at += 8;
    }
    // What these have begun has its columns.
    at = text.ceil_char_boundary(at);
    while at < bytes.len() {
        let (length, columns) = measured(bytes, at);
        used += columns;
        if used > budget {
            return at;
        }
        at += length;
    }
    at
}

/// How many bytes and columns the character has that begins at a place.
fn measured(bytes: &[u8], at: usize) -> (usize, usize) {
    match bytes[at] {
        0..=0x7f => (1, 1),
        0x80..=0xdf => (2, 1),
        0xe0 => (3, 1),
        0xe1 if bytes[at + 1] < 0x84 => (3, 1),
        0xe1..=0xef => (3, 2),
        0xf0..=0xff => (4, 2),
    }
}

/// How many columns the characters have that begin among these bytes; nothing if one of them may be of a script whose
/// characters take three bytes and one column.
fn columns_begun(eight: &[u8; 8]) -> Option<usize> {
    const HIGHEST: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bytes = u64::from_le_bytes(*eight);
    // Where this has a zero, there is 0xe0 or 0xe1.
    let narrow = (bytes | ONES) ^ (0xe1 * ONES);
    if narrow.wrapping_sub(ONES) & !narrow & HIGHEST != 0 {
        return None;
    }
    // Those that begin with three bits set take two.
    let wide = bytes & bytes << 1 & bytes << 2 & HIGHEST;
    Some(characters_begun(*eight) + wide.count_ones() as usize)
}

/// Without looking at each character: one of ASCII is a byte and takes a column, one of three bytes takes two.
fn roughly_columns(text: &str) -> usize {
    (text.len() + chars_before(text, text.len())) / 2
}

/// Whether a character ends a sentence.
fn is_sentence_end(character: &str) -> bool {
    match character.as_bytes() {
        [b'!' | b'?' | b';' | b'\n'] => true,
        [0xe3 | 0xef, ..] => ["。", "！", "？", "；"].contains(&character),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn width(c: char) -> usize {
        if (c as u32) < 0x1100 { 1 } else { 2 }
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let text = "短文。";
        assert_eq!(excerpt(text, &[], 20).range, 0..text.len());
    }

    #[test]
    fn columns_are_counted_by_bytes_as_by_characters() {
        let all =
            ['\0', '\u{7f}', '\u{80}', '\u{7ff}', '\u{800}', '\u{fff}', '\u{1000}', '\u{10ff}'];
        let wide =
            ['\u{1100}', '\u{1fff}', '\u{2000}', '朝', '\u{ffff}', '\u{10000}', '\u{10ffff}'];
        for c in all.into_iter().chain(wide) {
            let text = String::from_iter([c, c, c]);
            for budget in 0..=6 {
                let fits = (budget / width(c)).min(3) * c.len_utf8();
                assert_eq!(fitting(&text, budget), fits, "{c:?} in {budget}");
            }
        }
    }

    #[test]
    fn columns_of_many_characters_are_those_of_each() {
        // Runs of each kind, beginning at each place among eight bytes; one kind sends the rest to be counted slowly.
        let kinds = ['a', 'é', '朝', '\u{1f680}', '\u{900}', '。'];
        for n in 0..kinds.len() * kinds.len() * 8 {
            let (one, other) = (kinds[n % kinds.len()], kinds[n / kinds.len() % kinds.len()]);
            let before = n / kinds.len() / kinds.len();
            let text: String = std::iter::repeat_n('b', before)
                .chain(std::iter::repeat_n(one, 11))
                .chain(std::iter::repeat_n(other, 9))
                .chain([one; 3])
                .collect();
            for budget in 0..50 {
                let mut used = 0;
                let fits = text.char_indices().find(|(_, c)| {
                    used += width(*c);
                    used > budget
                });
                let fits = fits.map_or(text.len(), |(at, _)| at);
                assert_eq!(fitting(&text, budget), fits, "{text} in {budget}");
            }
        }
    }

    #[test]
    fn a_long_text_is_cut_around_its_marks() {
        let text = format!("{}。這裏有制裁。{}", "前".repeat(200), "後".repeat(200));
        let start = text.find("制裁").unwrap();
        let cut = excerpt(&text, std::slice::from_ref(&(start..start + 6)), 60);
        assert!(text[cut.range.clone()].starts_with("這裏有制裁。"));
        assert!(cut.cut_before && cut.cut_after);
    }

    #[test]
    fn what_is_marked_is_not_cut() {
        let text = format!("制裁{}彈道導彈{}", "中".repeat(13), "後".repeat(200));
        let first = 0..6;
        for length in 20..40 {
            let second = text.find("彈").unwrap();
            let second = second..second + 12;
            let range = excerpt(&text, &[first.clone(), second.clone()], length).range;
            assert!(range.end <= second.start || range.end >= second.end, "{length}: {range:?}");
        }
    }

    #[test]
    fn words_are_not_cut() {
        let text =
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron";
        let start = text.find("zeta").unwrap();
        let cut = excerpt(text, std::slice::from_ref(&(start..start + 4)), 24);
        let shown = &text[cut.range];
        assert!(shown.contains("zeta"));
        assert!(shown.split(' ').all(|word| text.split(' ').any(|other| other == word)), "{shown}");
    }
}
