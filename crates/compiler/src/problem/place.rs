//! Where in a text is that, as an editor counts: line, column, and the line itself?

use std::ops::Range;

use vitrine_corpus::text::chars_before;

/// A place in a text, inside one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted from 1, in characters.
    pub(crate) column: usize,
    /// In characters.
    pub(crate) length: usize,
    /// The line.
    pub(crate) excerpt: String,
}

impl Place {
    /// The place of bytes `span`, as far as its first line goes; none in a text without lines. What is
    /// behind the last line is at that line's end.
    pub(crate) fn of(text: &str, span: Range<usize>) -> Option<Place> {
        if text.is_empty() {
            return None;
        }
        let last = text.len() - usize::from(text.ends_with('\n'));
        let start = text.floor_char_boundary(span.start.min(last));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let excerpt = text[line_start..line_end].trim_end_matches('\r');
        // A report about a line break itself is at the line's end.
        let start = (start - line_start).min(excerpt.len());
        let end = excerpt.floor_char_boundary(span.end.saturating_sub(line_start));
        Some(Place {
            line: text[..line_start].matches('\n').count() + 1,
            column: chars_before(excerpt, start) + 1,
            length: excerpt.get(start..end).map_or(0, |words| words.chars().count()),
            excerpt: excerpt.to_owned(),
        })
    }

    /// The place of line `n`, counted from 1, without the space around it.
    pub(crate) fn of_line(text: &str, n: usize) -> Option<Place> {
        let (offset, line) = nth_line(text, n)?;
        let start = offset + line.len() - line.trim_start().len();
        Place::of(text, start..start + line.trim().len())
    }
}

/// Line `n` of a text, counted from 1, and where it begins.
pub(crate) fn nth_line(text: &str, n: usize) -> Option<(usize, &str)> {
    let mut offset = 0;
    for line in text.split_inclusive('\n').take(n.checked_sub(1)?) {
        offset += line.len();
    }
    Some((offset, text[offset..].lines().next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, span: Range<usize>) -> Option<(usize, usize, usize, String)> {
        Place::of(text, span).map(|place| (place.line, place.column, place.length, place.excerpt))
    }

    #[test]
    fn columns_are_characters() {
        let text = "one\r\n朝鮮 and 俄羅斯\r\nthree";
        let at = text.find("俄").unwrap();
        assert_eq!(place(text, at..at + 9), Some((2, 8, 3, "朝鮮 and 俄羅斯".to_owned())));
        assert_eq!(place(text, at + 1..at + 9), Some((2, 8, 3, "朝鮮 and 俄羅斯".to_owned())));
    }

    #[test]
    fn a_place_is_inside_one_line_of_the_text() {
        assert_eq!(place("", 0..0), None);
        assert_eq!(place("a\nbc\nd", 2..6), Some((2, 1, 2, "bc".to_owned())));
        assert_eq!(place("a\nbc\n", 5..9), Some((2, 3, 0, "bc".to_owned())));
        assert_eq!(place("a\r\nbc", 1..3), Some((1, 2, 0, "a".to_owned())));
        assert_eq!(place("\n", 0..1), Some((1, 1, 0, String::new())));
        assert_eq!(Place::of_line("a\n  b \n", 2).map(|p| (p.column, p.length)), Some((3, 1)));
        assert_eq!(Place::of_line("a\n", 3), None);
    }
}
