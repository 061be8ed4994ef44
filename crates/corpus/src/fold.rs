//! Which spellings are one? Folding, character by character, by a table that the image carries.
//!
//! Under folding, case, diacritics of Latin and Greek, width, compatibility forms, kinds of quotation
//! marks and dashes, and the scripts and variant forms of Chinese characters are one. The compiler
//! makes the table from Unicode and from well-kept conversion tables and cuts it down to what this
//! corpus can need: a character whose folding the corpus does not contain is left out, since it
//! cannot be found anyway. So the same few kilobytes serve the host that folds the texts and the
//! browser that folds a query, and the two cannot disagree.
//!
//! Folding is by character and without context. The text itself is never converted: a hit in folded
//! text is brought back to the place it came from by [`original_span`], and in the image, which has no text
//! beside its folding, by [`crate::unfold`].

use std::collections::HashMap;
use std::ops::Range;

use rkyv::{Archive, Serialize};

use crate::model::Words;
use crate::text::{byte_of_char, chars_before};

/// The folding of all characters that do not fold to themselves, as runs, ascending. ASCII letters,
/// digits and the space are not in it: of these, capitals fold to small letters.
///
/// Each list holds one kind of number for all runs, small ones, as that compresses best.
#[derive(Archive, Serialize, Debug, Default)]
pub struct FoldTable {
    /// Where to count from, ascending.
    pub blocks: Vec<FoldBlock>,
    /// How many characters are between the run before and this one. Not used at the first run of a
    /// block.
    pub gaps: Vec<u16>,
    /// How many characters each run has, times four, plus what they fold to: `SAME`, `NEXT` or
    /// `TEXT`.
    pub shapes: Vec<u16>,
    /// The character the first one folds to, or the place of its text in `texts`.
    pub targets: Vec<u16>,
    /// What characters fold to that fold to none, to several, or to one beyond 16 bits.
    pub texts: Words,
}

/// All characters of the run fold to the same character.
const SAME: u16 = 0;

/// They fold to consecutive characters.
const NEXT: u16 = 1;

/// They fold to the same text.
const TEXT: u16 = 2;

/// How many runs a block has at most; a look-up adds as many numbers.
const BLOCK: usize = 16;

/// The longest run: what the shape has room for.
const LONGEST: u32 = (u16::MAX >> 2) as u32;

/// A run to count from.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoldBlock {
    /// Its first character.
    pub first: u32,
    /// Its place among all runs.
    pub run: u32,
}

/// Consecutive characters that fold to consecutive characters, or all to the same.
#[derive(Clone, Copy)]
struct Run {
    first: u32,
    length: u32,
    kind: u16,
    target: u16,
}

/// A folded text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Whether each character of the source gave exactly one.
    pub aligned: bool,
}

/// What one character folds to.
enum Folding<'a> {
    One(char),
    Text(&'a str),
}

impl FoldTable {
    /// A table of these foldings: character and what it folds to, ascending by character.
    pub fn new(foldings: impl IntoIterator<Item = (char, String)>) -> FoldTable {
        let mut table = FoldTable::default();
        let mut places: HashMap<String, u16> = HashMap::new();
        let mut end = 0;
        let mut last: Option<Run> = None;
        for (from, to) in foldings {
            let mut chars = to.chars();
            let one = chars.next().filter(|_| chars.next().is_none());
            let one = one.and_then(|one| u16::try_from(u32::from(one)).ok());
            let (kind, target) = match one {
                Some(one) => (NEXT, one),
                None => {
                    let next = places.len();
                    let place = *places.entry(to).or_insert_with_key(|to| {
                        table.texts.push(to);
                        u16::try_from(next).expect("there are fewer texts than characters")
                    });
                    (TEXT, place)
                }
            };
            let run = Run { first: from.into(), length: 1, kind, target };
            last = match last {
                None => Some(run),
                Some(before) => before.with(run).or_else(|| {
                    table.push(before, &mut end);
                    Some(run)
                }),
            };
        }
        if let Some(run) = last {
            table.push(run, &mut end);
        }
        table
    }

    /// Appends a run; `end` is where the one before ended.
    fn push(&mut self, run: Run, end: &mut u32) {
        let place = self.shapes.len();
        let is_full = self.blocks.last().is_none_or(|block| place - block.run as usize == BLOCK);
        let gap = match u16::try_from(run.first - *end) {
            Ok(gap) if !is_full => gap,
            _ => {
                self.blocks.push(FoldBlock { first: run.first, run: place as u32 });
                0
            }
        };
        self.gaps.push(gap);
        self.shapes.push((run.length as u16) << 2 | run.kind);
        self.targets.push(run.target);
        *end = run.first + run.length;
    }
}

impl Run {
    /// This run with one more character, if that continues it.
    fn with(self, next: Run) -> Option<Run> {
        let is_next = self.first + self.length == next.first && self.length < LONGEST;
        let fits = |kind: u16| {
            let step = u32::from(kind == NEXT);
            u32::from(self.target) + step * self.length == u32::from(next.target)
        };
        let kinds: &[u16] = match (self.kind, next.kind) {
            (TEXT, TEXT) => &[TEXT],
            (NEXT, NEXT) if self.length == 1 => &[SAME, NEXT],
            (SAME | NEXT, NEXT) => std::slice::from_ref(&self.kind),
            _ => &[],
        };
        let kind = *kinds.iter().find(|kind| fits(**kind))?;
        is_next.then_some(Run { length: self.length + 1, kind, ..self })
    }
}

impl ArchivedFoldTable {
    /// Folds a text.
    pub fn fold(&self, text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), aligned: true };
        for c in text.chars() {
            match self.folding(c) {
                Folding::One(c) => folded.text.push(c),
                Folding::Text(text) => {
                    folded.text.push_str(text);
                    folded.aligned &= text.chars().count() == 1;
                }
            }
        }
        folded
    }

    fn folding(&self, c: char) -> Folding<'_> {
        // Most of a Latin text; the table need not have these.
        if c.is_ascii_alphanumeric() || c == ' ' {
            return Folding::One(c.to_ascii_lowercase());
        }
        let code = c as u32;
        let after = self.blocks.partition_point(|block| block.first.to_native() <= code);
        let Some(block) = after.checked_sub(1).map(|n| &self.blocks[n]) else {
            return Folding::One(c);
        };
        let runs = block.run.to_native() as usize;
        let end = self.blocks.get(after).map_or(self.shapes.len(), |b| b.run.to_native() as usize);
        let mut first = block.first.to_native();
        for run in runs..end {
            if run > runs {
                first += u32::from(self.gaps[run].to_native());
            }
            if code < first {
                break;
            }
            let shape = self.shapes[run].to_native();
            let length = u32::from(shape >> 2);
            if code < first + length {
                let target = u32::from(self.targets[run].to_native());
                return match shape & 3 {
                    TEXT => Folding::Text(self.texts.get(target as usize)),
                    kind => {
                        let offset = if kind == NEXT { code - first } else { 0 };
                        Folding::One(char::from_u32(target + offset).unwrap_or(c))
                    }
                };
            }
            first += length;
        }
        Folding::One(c)
    }

    /// For each byte of the folded text, where in the source the character began that it came from;
    /// and at last the source's length.
    fn origins(&self, text: &str) -> Vec<usize> {
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (offset, c) in text.char_indices() {
            let length = match self.folding(c) {
                Folding::One(c) => c.len_utf8(),
                Folding::Text(text) => text.len(),
            };
            origins.extend(std::iter::repeat_n(offset, length));
        }
        origins.push(text.len());
        origins
    }
}

/// The bytes of `text` that the bytes `span` of its folding came from. `aligned` as in [`Folded`].
///
/// A hit that covers a part of an expanded character (one letter of a ligature) gives the whole
/// character.
pub fn original_span(
    table: &ArchivedFoldTable,
    text: &str,
    folded: &str,
    aligned: bool,
    span: Range<usize>,
) -> Range<usize> {
    original_spans(table, text, folded, aligned, std::slice::from_ref(&span)).remove(0)
}

/// [`original_span`] of several spans that ascend and do not overlap, in one walk.
pub fn original_spans(
    table: &ArchivedFoldTable,
    text: &str,
    folded: &str,
    aligned: bool,
    spans: &[Range<usize>],
) -> Vec<Range<usize>> {
    if spans.is_empty() {
        return Vec::new();
    }
    if aligned {
        // Where the walk is, in the folded text and in the text.
        let (mut before, mut at) = (0, 0);
        let mut walk_to = |place: usize| {
            at += byte_of_char(&text[at..], chars_before(&folded[before..], place - before));
            before = place;
            at
        };
        return spans.iter().map(|span| walk_to(span.start)..walk_to(span.end)).collect();
    }
    let origins = table.origins(text);
    let original = |span: &Range<usize>| {
        // The last character of the hit; what folded to nothing after it is not part of it.
        let last = origins[span.end.max(span.start + 1) - 1];
        let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
        origins[span.start]..end
    };
    spans.iter().map(original).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folds with a table given in words, through the archived form, as everyone does.
    fn with_table<T>(foldings: &[(char, &str)], run: impl FnOnce(&ArchivedFoldTable) -> T) -> T {
        let table = FoldTable::new(foldings.iter().map(|&(from, to)| (from, to.to_owned())));
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&table).unwrap();
        run(rkyv::access::<ArchivedFoldTable, rkyv::rancor::Error>(&bytes).unwrap())
    }

    #[test]
    fn runs_singles_and_expansions() {
        let foldings = [
            ('é', "e"),
            ('ａ', "a"),
            ('ｂ', "b"),
            ('ｃ', "c"),
            ('鮮', "鲜"),
            ('\u{301}', ""),
            ('ﬁ', "fi"),
        ];
        let mut sorted = foldings;
        sorted.sort();
        with_table(&sorted, |table| {
            let folded = table.fold("朝鮮 ÉeE ａｂｃ");
            assert_eq!((folded.text.as_str(), folded.aligned), ("朝鲜 Éee abc", true));
            let folded = table.fold("ﬁne\u{301}é");
            assert_eq!((folded.text.as_str(), folded.aligned), ("finee", false));
            assert_eq!(table.origins("ﬁé").as_slice(), &[0, 0, 3, 5]);
        });
    }

    #[test]
    fn constant_runs_are_one_run() {
        let table = FoldTable::new(('à'..='å').map(|c| (c, "a".to_owned())));
        assert_eq!(table.shapes, [6 << 2 | SAME]);
    }

    #[test]
    fn every_character_of_a_long_table_is_found_again() {
        let apart = (0..2000u32).map(|n| 0x3400 + n * 7 + n % 3).chain([0x1_d400, 0x3_0000]);
        let apart = apart.filter_map(char::from_u32);
        let foldings: Vec<(char, String)> = apart
            .map(|c| {
                let to = match c as u32 % 5 {
                    0 => String::new(),
                    1 => "ab".to_owned(),
                    2 => "\u{2000b}".to_owned(),
                    _ => char::from_u32(c as u32 / 2).map_or_else(String::new, String::from),
                };
                (c, to)
            })
            .collect();
        let table = FoldTable::new(foldings.iter().cloned());
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&table).unwrap();
        let table = rkyv::access::<ArchivedFoldTable, rkyv::rancor::Error>(&bytes).unwrap();
        let known: HashMap<char, &str> = foldings.iter().map(|(c, to)| (*c, &**to)).collect();
        for c in
            ('\u{3300}'..='\u{7000}').chain(['\u{1d3ff}', '\u{1d400}', '\u{30000}', '\u{30001}'])
        {
            let folded = table.fold(&c.to_string());
            let expected = known.get(&c).map_or_else(|| c.to_string(), |to| (*to).to_owned());
            assert_eq!(folded.aligned, expected.chars().count() == 1, "{c:?}");
            assert_eq!(folded.text, expected, "{c:?}");
        }
    }
}
