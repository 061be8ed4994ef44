//! Where does one unit end and the next begin? A line each, unless the file breaks its lines at a
//! fixed width: then a paragraph each.

use crate::folding::is_han;

/// What will be a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// Lines counted from 1.
    pub(super) first_line: u32,
    pub(super) last_line: u32,
    /// Without the spaces around it.
    pub(super) text: String,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
    /// Depth of a Markdown heading, 0 for everything else.
    pub(super) markdown_depth: u8,
}

/// Splits a document into units. Every line that is not blank is in exactly one.
pub(super) fn split(text: &str, is_markdown: bool) -> Vec<Unit> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_matches(is_space)).collect();
    let joins = is_markdown || is_wrapped(&lines);
    let mut units: Vec<Unit> = Vec::new();
    let mut after_blank = false;
    for (n, &line) in lines.iter().enumerate() {
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let number = n as u32 + 1;
        match units.last_mut() {
            Some(unit) if joins && !after_blank && goes_on(unit, line) => unit.append(line, number),
            _ => units.push(Unit::new(line, number, after_blank, is_markdown)),
        }
        after_blank = false;
    }
    units
}

/// White space, and what is invisible at a line's ends.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

impl Unit {
    fn new(line: &str, number: u32, after_blank: bool, is_markdown: bool) -> Unit {
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        let is_heading =
            is_markdown && (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        let text = if is_heading { line[hashes..].trim_matches(is_space) } else { line };
        Unit {
            first_line: number,
            last_line: number,
            text: text.to_owned(),
            after_blank,
            markdown_depth: if is_heading { hashes as u8 } else { 0 },
        }
    }

    fn append(&mut self, line: &str, number: u32) {
        // Between Chinese characters a line break stands for nothing, elsewhere for a space.
        let joins_han = self.text.chars().next_back().is_some_and(is_han)
            && line.chars().next().is_some_and(is_han);
        if !joins_han {
            self.text.push(' ');
        }
        self.text.push_str(line);
        self.last_line = number;
    }
}

/// Whether a line belongs to the paragraph of the unit before it.
fn goes_on(unit: &Unit, line: &str) -> bool {
    unit.markdown_depth == 0 && !line.starts_with('#') && !begins_item(line)
}

/// Whether a line begins a list item.
pub(super) fn begins_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '*' | '-' | '–' | '+') => {
            chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(['.', ')', '、'])
        }
        _ => false,
    }
}

/// Whether a file breaks its lines at a fixed width: most lines that another follows directly are
/// then nearly as long as the longest, and none is much longer.
fn is_wrapped(lines: &[&str]) -> bool {
    let widths: Vec<usize> = lines.iter().map(|line| columns(line)).collect();
    let followed: Vec<usize> =
        widths.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0).map(|pair| pair[0]).collect();
    let longest = widths.iter().copied().max().unwrap_or(0);
    if followed.len() < 8 || !(40..=110).contains(&longest) {
        return false;
    }
    let full = followed.iter().filter(|width| **width * 4 >= longest * 3).count();
    full * 10 >= followed.len() * 7
}

/// The width of a text where a Chinese character takes two columns.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| if (c as u32) < 0x1100 { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, is_markdown: bool) -> Vec<(u32, u32, String)> {
        split(text, is_markdown).into_iter().map(|u| (u.first_line, u.last_line, u.text)).collect()
    }

    #[test]
    fn a_line_is_a_unit() {
        let units = texts("one\n\n  two \nthree", false);
        assert_eq!(units, [(1, 1, "one".into()), (3, 3, "two".into()), (4, 4, "three".into())]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let line = "some words that fill a line nearly to the width that the file was set";
        let paragraph = [line; 6].join("\n");
        let units = texts(&format!("{paragraph}\nthe end.\n\n{paragraph}\n"), false);
        assert_eq!(units.len(), 2);
        assert_eq!((units[0].0, units[0].1), (1, 7));
        assert!(units[0].2.ends_with("was set the end."));
    }

    #[test]
    fn markdown_has_headings_and_items() {
        let units = texts("# Title\ntext\nmore\n- one\n- two\n\n## Part\n", true);
        let units: Vec<&str> = units.iter().map(|unit| unit.2.as_str()).collect();
        assert_eq!(units, ["Title", "text more", "- one", "- two", "Part"]);
    }
}
