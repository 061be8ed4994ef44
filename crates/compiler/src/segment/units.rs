//! Where does one unit end and the next begin? A line each, unless the file breaks its lines at a
//! fixed width: then a paragraph each.

use std::collections::HashSet;

use crate::folding::is_han;
use crate::read::Record;

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
    /// What Markdown says that it is.
    pub(super) markup: Markup,
}

/// What the signs of Markdown say of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// Nothing.
    None,
    /// A heading, with its depth.
    Heading(u8),
    /// A line of the front matter.
    Field,
    /// A fenced block of code.
    Code,
}

/// How the lines of a file make units.
struct Layout {
    is_markdown: bool,
    /// The width at which the file breaks its lines, if it does.
    width: Option<usize>,
    /// Whether `#` begins a heading.
    has_hashes: bool,
}

/// Splits a document into units. Every line that is not blank is in exactly one.
pub(super) fn split(text: &str, is_markdown: bool) -> Vec<Unit> {
    let raw: Vec<&str> = text.lines().collect();
    let lines: Vec<&str> = raw.iter().map(|line| line.trim_matches(is_space)).collect();
    let layout = Layout {
        is_markdown,
        width: wrap_width(&lines).filter(|_| !is_markdown),
        // One line might begin so by chance, or be a comment.
        has_hashes: is_markdown || lines.iter().filter(|line| hashes(line) > 0).count() > 1,
    };
    let mut units: Vec<Unit> = Vec::new();
    let mut after_blank = false;
    let mut n = if is_markdown { front_matter(&raw, &lines, &mut units) } else { 0 };
    while n < lines.len() {
        let line = lines[n];
        let number = n as u32 + 1;
        n += 1;
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let mut unit = Unit::new(line, number, after_blank);
        if let Some(fence) = fence(line).filter(|_| is_markdown) {
            n = unit.append_code(&raw, n, &fence);
            units.push(unit);
        } else if layout.has_hashes && hashes(line) > 0 {
            unit.set_hashes(line);
            units.push(unit);
        } else {
            match units.last_mut() {
                Some(last) if is_markdown && !after_blank && underlines(last, line) > 0 => {
                    last.markup = Markup::Heading(underlines(last, line));
                    units.push(unit);
                }
                Some(last)
                    if !after_blank
                        && layout.goes_on(last, line)
                        && !layout.breaks(&raw, number as usize - 1) =>
                {
                    last.append(line, number);
                }
                _ => units.push(unit),
            }
        }
        after_blank = false;
    }
    join_broken_words(&mut units);
    units
}

/// White space, and what is invisible at a line's ends.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Where a line was broken inside a word: stands for the hyphen until all lines are joined.
const BROKEN: char = '\u{1f}';

impl Unit {
    /// A record is a unit, whatever is in it.
    pub(super) fn of_record(record: &Record) -> Unit {
        Unit {
            first_line: record.line,
            last_line: record.line,
            text: record.text.clone(),
            after_blank: true,
            markup: Markup::None,
        }
    }

    fn new(line: &str, number: u32, after_blank: bool) -> Unit {
        Unit {
            first_line: number,
            last_line: number,
            text: line.to_owned(),
            after_blank,
            markup: Markup::None,
        }
    }

    fn set_hashes(&mut self, line: &str) {
        let depth = hashes(line);
        let text = line[depth..].trim_matches(is_space);
        // Hashes may close a heading, behind a space: those of C# are its own.
        let open = text.trim_end_matches('#');
        let is_closed = open.is_empty() || open.ends_with(is_space);
        self.text = if is_closed { open.trim_end().to_owned() } else { text.to_owned() };
        self.markup = Markup::Heading(depth as u8);
    }

    fn append(&mut self, line: &str, number: u32) {
        self.last_line = number;
        let line =
            if self.text.starts_with('>') { line.trim_start_matches(['>', ' ']) } else { line };
        let before = self.text.chars().next_back();
        let after = line.chars().next();
        // Between Chinese characters a line break stands for nothing, elsewhere for a space.
        let joins_han = before.is_some_and(is_han_or_stop) && after.is_some_and(is_han_or_stop);
        let is_broken = self.text.len() > 1
            && before == Some('-')
            && self.text[..self.text.len() - 1].ends_with(char::is_alphabetic)
            && after.is_some_and(char::is_lowercase);
        if is_broken {
            self.text.pop();
            self.text.push(BROKEN);
        } else if !joins_han && !line.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(line);
    }

    /// Takes in a fenced block up to its end, each line as far indented as the fence lets it be; gives the
    /// line after it.
    fn append_code(&mut self, raw: &[&str], mut n: usize, fence: &Fence) -> usize {
        self.markup = Markup::Code;
        let indent = raw[n - 1].len() - raw[n - 1].trim_start_matches(' ').len();
        while n < raw.len() {
            let spaces = raw[n].bytes().take(indent).take_while(|byte| *byte == b' ').count();
            let line = raw[n][spaces..].trim_end_matches(is_space);
            self.last_line = n as u32 + 1;
            self.text.push('\n');
            self.text.push_str(line);
            n += 1;
            if fence.is_closed_by(line.trim_start()) {
                break;
            }
        }
        n
    }
}

/// The fields between two lines of hyphens at the very beginning; gives the line after them.
fn front_matter(raw: &[&str], lines: &[&str], units: &mut Vec<Unit>) -> usize {
    if lines.first() != Some(&"---") {
        return 0;
    }
    let Some(end) = lines.iter().skip(1).position(|line| matches!(*line, "---" | "...")) else {
        return 0;
    };
    // A text may begin with a rule, and have another further down.
    let fields = &raw[1..=end];
    if !fields.iter().any(|line| has_key(line)) || !fields.iter().all(|line| is_field(line)) {
        return 0;
    }
    for (n, line) in lines[..end + 2].iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let number = n as u32 + 1;
        match units.last_mut() {
            Some(last) if line.starts_with("- ") && n <= end => last.append(line, number),
            _ => {
                units.push(Unit { markup: Markup::Field, ..Unit::new(line, number, false) });
            }
        }
    }
    end + 2
}

/// Whether a line may stand in front matter: a key with a value, an item, what is indented, a comment.
fn is_field(line: &str) -> bool {
    has_key(line) || line.trim_end().is_empty() || line.starts_with([' ', '\t', '#', '-', '[', ']'])
}

fn has_key(line: &str) -> bool {
    line.split_once([':', '：']).is_some_and(|(key, value)| {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
        key.starts_with(char::is_alphabetic)
            && columns(key) <= 40
            && key.chars().all(is_name)
            && !value.starts_with('/')
    })
}

/// How many hashes make the line a heading; 0 if it is none.
fn hashes(line: &str) -> usize {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
    if is_heading { hashes } else { 0 }
}

/// What begins, and ends, a block of code: three or more of a sign.
struct Fence {
    sign: char,
    length: usize,
}

impl Fence {
    /// A block ends with as many signs as it began with, or more, and nothing behind them: so one may show
    /// another.
    fn is_closed_by(&self, line: &str) -> bool {
        line.len() >= self.length && line.chars().all(|c| c == self.sign)
    }
}

fn fence(line: &str) -> Option<Fence> {
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let length = line.len() - rest.len();
    // ```so``` is code inside a line.
    (length >= 3 && !(sign == '`' && rest.contains('`'))).then_some(Fence { sign, length })
}

/// The depth of the heading that a line of hyphens or equals signs makes of the line before; 0 if it
/// makes none.
fn underlines(before: &Unit, line: &str) -> u8 {
    let is_made_of = |c: char| line.len() > 1 && line.chars().all(|other| other == c);
    let is_text = before.markup == Markup::None
        && before.first_line == before.last_line
        && before.text.chars().any(char::is_alphanumeric)
        && !before.text.starts_with('|');
    match is_text {
        true if is_made_of('=') => 1,
        true if is_made_of('-') => 2,
        _ => 0,
    }
}

impl Layout {
    /// Whether a line belongs to the paragraph of the unit before it, blank lines aside.
    fn goes_on(&self, unit: &Unit, line: &str) -> bool {
        (self.is_markdown || self.width.is_some())
            && unit.markup == Markup::None
            && !begins_item(line)
            && [unit.text.as_str(), line]
                .iter()
                .all(|text| text.chars().any(char::is_alphanumeric) && !text.starts_with('|'))
            && !(self.is_markdown && (line.starts_with('<') || begins_note(line)))
            && (!self.is_markdown || unit.text.starts_with('>') || !line.starts_with('>'))
    }

    /// Whether a file that breaks its lines at a width began a new paragraph at line `n`: the line
    /// before had room for the first word of this one, or ended a sentence and this one is indented.
    fn breaks(&self, raw: &[&str], n: usize) -> bool {
        /// A ragged edge leaves this many columns free without meaning anything.
        const RAGGED: usize = 6;
        let Some(width) = self.width else {
            return false;
        };
        let (before, line) = (raw[n - 1].trim_matches(is_space), raw[n].trim_matches(is_space));
        let first_word = match line.chars().next() {
            Some(c) if is_han(c) => 2,
            _ => columns(line.split(char::is_whitespace).next().unwrap_or(line)),
        };
        let indent = |line: &str| columns(line) - columns(line.trim_start_matches(is_space));
        let has_room = columns(before) + 1 + first_word + RAGGED < width;
        let is_indented = indent(raw[n]) > indent(raw[n - 1]) + 1;
        let ends = before.trim_end_matches(['"', '”', '’', ')', '」', '）']);
        has_room || is_indented && ends.ends_with(['.', '?', '!', '。', '？', '！', ':', '：'])
    }
}

/// Whether a line is a note or the target of a link: `[^1]: …`, `[name]: …`.
fn begins_note(line: &str) -> bool {
    line.starts_with('[') && line.contains("]: ")
}

/// Mends words that a line's end has broken: without the hyphen, unless the document writes the word
/// with one elsewhere.
fn join_broken_words(units: &mut [Unit]) {
    let is_part = |c: char| c.is_alphabetic() || c == '-' || c == '\'';
    let hyphened: HashSet<String> = units
        .iter()
        .flat_map(|unit| unit.text.split(|c: char| !is_part(c)))
        .filter(|word| word.contains('-'))
        .map(str::to_lowercase)
        .collect();
    for unit in units.iter_mut().filter(|unit| unit.text.contains(BROKEN)) {
        while let Some(at) = unit.text.find(BROKEN) {
            let before = unit.text[..at].rsplit(|c: char| !is_part(c)).next().unwrap_or("");
            let after = unit.text[at + 1..].split(|c: char| !is_part(c)).next().unwrap_or("");
            let word = format!("{before}-{after}").to_lowercase();
            let hyphen = if hyphened.contains(&word) { "-" } else { "" };
            unit.text.replace_range(at..=at, hyphen);
        }
    }
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
            // 1. one, 1) one, 1、one; 1.5 million is none.
            rest.starts_with([')', '、'])
                || rest
                    .strip_prefix('.')
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

/// The width at which a file breaks its lines, if it does: most lines that another follows directly
/// are then nearly as long as the longest, and hardly one is longer.
fn wrap_width(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| columns(line)).collect();
    let followed: Vec<usize> =
        widths.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0).map(|pair| pair[0]).collect();
    let mut sorted: Vec<usize> = widths.iter().copied().filter(|width| *width > 0).collect();
    sorted.sort_unstable();
    // An address or a table may stick out.
    let longest = *sorted.get(sorted.len().checked_sub(1 + sorted.len() / 50)?)?;
    if followed.len() < 8 || !(40..=110).contains(&longest) {
        return None;
    }
    let full = followed.iter().filter(|width| **width * 4 >= longest * 3).count();
    (full * 10 >= followed.len() * 7).then_some(longest)
}

fn is_han_or_stop(c: char) -> bool {
    is_han(c)
        || matches!(
            c,
            '。' | ','
                | '，'
                | '、'
                | ';'
                | '；'
                | ':'
                | '：'
                | '“'
                | '”'
                | '「'
                | '」'
                | '《'
                | '》'
                | '('
                | ')'
                | '（'
                | '）'
                | '！'
                | '？'
        )
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
        let units =
            texts("---\ntitle: A\ntags:\n- b\n---\nPart\n----\n```\n# c\n```\n> q\n> r\n", true);
        let units: Vec<&str> = units.iter().map(|unit| unit.2.as_str()).collect();
        let expected =
            ["---", "title: A", "tags: - b", "---", "Part", "----", "```\n# c\n```", "> q r"];
        assert_eq!(units, expected);
        let units = texts("The village coun-\ncil met in the inter-\nnational hall.", true);
        assert_eq!(units[0].2, "The village council met in the international hall.");
    }

    #[test]
    fn a_broken_word_is_mended() {
        let text = "the line went on for as long as the many co-\noperation of the well-known men and the gover-\nnors would have it who were not known for a well-\nknown cause but for the many who built the line";
        let text = format!("{text}\n{text}\n{text}\n{text}");
        let units = texts(&text, false);
        assert!(
            units[0]
                .2
                .contains("the many cooperation of the well-known men and the governors would")
        );
        assert!(units[0].2.contains("for a well-known cause"));
    }

    #[test]
    fn a_paragraph_ends_where_its_last_line_had_room() {
        let line = "some words that fill a line nearly to the width that the file was set";
        let paragraph = [line; 6].join("\n");
        let units = texts(
            &format!("  THE TITLE\n{paragraph}\nand an end.\n{paragraph}.\n   {paragraph}"),
            false,
        );
        let lines: Vec<(u32, u32)> = units.iter().map(|unit| (unit.0, unit.1)).collect();
        assert_eq!(lines, [(1, 1), (2, 8), (9, 14), (15, 20)]);
    }
}
