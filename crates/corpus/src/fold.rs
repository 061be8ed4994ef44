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
//! text is brought back to the place it came from by [`original_span`].

use std::ops::Range;

use rkyv::{Archive, Serialize};

use crate::text::{byte_of_char, chars_before};

/// The folding of all characters that do not fold to themselves. ASCII letters, digits and the space
/// are not in it: of these, capitals fold to small letters.
#[derive(Archive, Serialize, Debug, Default, PartialEq, Eq)]
pub struct FoldTable {
    /// Characters that fold to one character, as runs, ascending.
    pub runs: Vec<FoldRun>,
    /// Characters that fold to none or to several, ascending.
    pub expansions: Vec<FoldExpansion>,
}

/// Consecutive characters that fold to consecutive characters, or all to the same one.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoldRun {
    /// The first character.
    pub first: u32,
    /// How many.
    pub length: u32,
    /// What the first folds to.
    pub to: u32,
    /// 1 if what they fold to is consecutive as well, 0 if it is the same for all.
    pub step: u32,
}

/// A character that folds to none or to several.
#[derive(Archive, Serialize, Debug, Clone, PartialEq, Eq)]
pub struct FoldExpansion {
    /// The character.
    pub from: u32,
    /// What it folds to.
    pub to: String,
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
    Many(&'a str),
}

impl FoldTable {
    /// A table of these foldings: character and what it folds to, ascending by character.
    pub fn new(foldings: impl IntoIterator<Item = (char, String)>) -> FoldTable {
        let mut table = FoldTable::default();
        for (from, to) in foldings {
            let mut chars = to.chars();
            match (chars.next(), chars.next()) {
                (Some(one), None) => table.push_run(from as u32, one as u32),
                _ => table.expansions.push(FoldExpansion { from: from as u32, to }),
            }
        }
        table
    }

    fn push_run(&mut self, from: u32, to: u32) {
        if let Some(run) = self.runs.last_mut()
            && run.first + run.length == from
        {
            let fits = |step: u32| run.to + step * run.length == to;
            if run.length == 1 && (fits(0) || fits(1)) {
                run.step = u32::from(fits(1));
                run.length = 2;
                return;
            }
            if run.length > 1 && fits(run.step) {
                run.length += 1;
                return;
            }
        }
        self.runs.push(FoldRun { first: from, length: 1, to, step: 1 });
    }
}

impl ArchivedFoldTable {
    /// Folds a text.
    pub fn fold(&self, text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), aligned: true };
        for c in text.chars() {
            match self.folding(c) {
                Folding::One(c) => folded.text.push(c),
                Folding::Many(several) => {
                    folded.text.push_str(several);
                    folded.aligned = false;
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
        let after = self.runs.partition_point(|run| run.first.to_native() <= code);
        if let Some(run) = after.checked_sub(1).map(|n| &self.runs[n]) {
            let offset = code - run.first.to_native();
            if offset < run.length.to_native() {
                let to = run.to.to_native() + run.step.to_native() * offset;
                return Folding::One(char::from_u32(to).unwrap_or(c));
            }
        }
        match self.expansions.binary_search_by_key(&code, |expansion| expansion.from.to_native()) {
            Ok(n) => Folding::Many(&self.expansions[n].to),
            Err(_) => Folding::One(c),
        }
    }

    /// For each byte of the folded text, where in the source the character began that it came from;
    /// and at last the source's length.
    fn origins(&self, text: &str) -> Vec<usize> {
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (offset, c) in text.char_indices() {
            let length = match self.folding(c) {
                Folding::One(c) => c.len_utf8(),
                Folding::Many(several) => several.len(),
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
        assert_eq!(table.runs.len(), 1);
        assert_eq!(table.runs[0].step, 0);
    }
}
