//! Which part of a long passage to show? The part in which the most marks stand, from the beginning
//! of a sentence if one is near.

use std::ops::Range;

use vitrine_corpus::text::chars_before;

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
    // A quarter more is shown whole: a cut that saves a few words is worse than the words.
    if fitting(text, budget + budget / 4) == text.len() {
        return whole;
    }
    let start = marks.first().map_or(0, |_| {
        let best = best_mark(text, marks, budget);
        lead_in(text, marks[best].start, budget / 3)
    });
    let end = start + fitting(&text[start..], budget);
    let end = end + text[end..].find(|c: char| !is_inside_word(c)).unwrap_or(text.len() - end);
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
    let mut used = 0;
    let mut start = mark;
    for (offset, c) in text[..mark].char_indices().rev() {
        used += width(c);
        if used > budget {
            break;
        }
        if is_sentence_end(c) && start < mark {
            return skip_spaces(text, offset + c.len_utf8());
        }
        start = offset;
    }
    if start == 0 {
        return 0;
    }
    // No sentence begins near: begin at a word.
    let inside = text[start..mark].find(|c: char| !is_inside_word(c)).unwrap_or(0);
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
    // By bytes: to make characters of them takes longer than all else here.
    let bytes = text.as_bytes();
    let (mut used, mut at) = (0, 0);
    while at < bytes.len() {
        let (length, columns) = match bytes[at] {
            0..=0x7f => (1, 1),
            0x80..=0xdf => (2, 1),
            0xe0 => (3, 1),
            0xe1 if bytes[at + 1] < 0x84 => (3, 1),
            0xe1..=0xef => (3, 2),
            0xf0..=0xff => (4, 2),
        };
        used += columns;
        if used > budget {
            return at;
        }
        at += length;
    }
    at
}

/// Without looking at each character: one of ASCII is a byte and takes a column, one of three bytes takes two.
fn roughly_columns(text: &str) -> usize {
    (text.len() + chars_before(text, text.len())) / 2
}

const fn width(c: char) -> usize {
    if (c as u32) < 0x1100 { 1 } else { 2 }
}

const fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '！' | '？' | '；' | ';' | '\n')
}

fn is_inside_word(c: char) -> bool {
    vitrine_corpus::text::is_word(c)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_long_text_is_cut_around_its_marks() {
        let text = format!("{}。這裏有制裁。{}", "前".repeat(200), "後".repeat(200));
        let start = text.find("制裁").unwrap();
        let cut = excerpt(&text, std::slice::from_ref(&(start..start + 6)), 60);
        assert!(text[cut.range.clone()].starts_with("這裏有制裁。"));
        assert!(cut.cut_before && cut.cut_after);
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
