//! How are the words kept as they stand in the source? As their folding, which the search reads, and what
//! folding changed: a text kept beside its folding would take as much again.
//!
//! A change names a character of the text, and how many bytes of the folded text stand for it. Most texts
//! have few, such as capitals and quotation marks; a Chinese text in the script that folding leaves has fewer
//! than one in the other.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use rkyv::{Archive, Serialize};

use crate::fold::ArchivedFoldTable;
use crate::model::Runs;
use crate::packed::{Numbers, push_number};

/// What folding changed in the texts of a corpus.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Unfolding {
    /// The characters that folding changes, the most frequent first, so that most have a number of one byte.
    /// Each as its code and, eight bits from `LENGTH` on, how many bytes its folding takes.
    pub characters: Vec<u32>,
    /// By passage the changes in order, in LEB128: how many folded bytes lie between the change before and
    /// this one, and the character's place in `characters`.
    pub changes: Runs,
}

/// Above the bits of a character's code.
const LENGTH: u32 = 24;

/// A character that folding changed.
#[derive(Clone, Copy)]
struct Change {
    /// Where what it folds to begins in the folded text, in bytes.
    start: usize,
    /// Where that ends.
    end: usize,
    /// As it stands in the text.
    character: char,
}

impl Unfolding {
    /// What `table` changes in these texts, which are the corpus' in order.
    pub fn of<'a>(
        table: &ArchivedFoldTable,
        texts: impl Iterator<Item = &'a str> + Clone,
    ) -> Unfolding {
        let mut lengths: HashMap<char, Option<u32>> = HashMap::new();
        let mut length = |c: char| *lengths.entry(c).or_insert_with(|| changed(table, c));
        let mut times: HashMap<char, usize> = HashMap::new();
        for c in texts.clone().flat_map(str::chars).filter(|c| length(*c).is_some()) {
            *times.entry(c).or_default() += 1;
        }
        let mut characters: Vec<char> = times.keys().copied().collect();
        characters.sort_unstable_by_key(|c| (Reverse(times[c]), *c));
        let places: HashMap<char, u32> = characters.iter().copied().zip(0..).collect();
        let mut unfolding = Unfolding::default();
        for text in texts {
            unfolding.changes.push(|to| {
                let mut unchanged = 0;
                for c in text.chars() {
                    match length(c) {
                        None => unchanged += c.len_utf8() as u32,
                        Some(_) => {
                            push_number(to, std::mem::take(&mut unchanged));
                            push_number(to, places[&c]);
                        }
                    }
                }
            });
        }
        unfolding.characters =
            characters.iter().map(|&c| c as u32 | length(c).unwrap_or(0) << LENGTH).collect();
        unfolding
    }
}

/// How many bytes what a character folds to takes, if that is not the character itself.
fn changed(table: &ArchivedFoldTable, c: char) -> Option<u32> {
    let mut bytes = [0; 4];
    let written: &str = c.encode_utf8(&mut bytes);
    let folded = table.fold(written).text;
    let length =
        || u8::try_from(folded.len()).expect("no character folds to more than some others");
    (folded != written).then(|| u32::from(length()))
}

impl ArchivedUnfolding {
    fn changes(&self, n: usize) -> impl Iterator<Item = Change> + '_ {
        let mut numbers = Numbers(self.changes.get(n));
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at + numbers.next()? as usize;
            let packed = self.characters.get(numbers.next()? as usize)?.to_native();
            at = start + (packed >> LENGTH) as usize;
            let character = char::from_u32(packed & ((1 << LENGTH) - 1))?;
            Some(Change { start, end: at, character })
        })
    }

    /// The text of passage `n`, which folds to `folded`.
    pub(crate) fn text<'a>(&self, n: usize, folded: &'a str) -> Cow<'a, str> {
        let bytes = self.changes.get(n).len();
        if bytes == 0 {
            return Cow::Borrowed(folded);
        }
        // A change takes two bytes or more, and few characters are longer by more than that than their folding.
        let mut text = String::with_capacity(folded.len() + bytes);
        unfold(folded, 0..folded.len(), self.changes(n), &mut text);
        Cow::Owned(text)
    }

    /// Appends what a part of the folded text of passage `n` came from, as
    /// [`original_spans`](Self::original_spans) has it.
    pub(crate) fn push(&self, n: usize, folded: &str, part: Range<usize>, to: &mut String) {
        let changes = self.changes(n).skip_while(|change| change.end <= part.start);
        unfold(folded, part.clone(), changes.take_while(|change| change.start < part.end), to);
    }

    /// Spans of the folded text of passage `n`, in bytes, as spans of its text. They ascend and do not overlap.
    ///
    /// A span that covers a part of what a character folds to (one letter of a ligature) gives the whole
    /// character. What folds to nothing belongs to a span only within it.
    pub(crate) fn original_spans(&self, n: usize, folded: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut changes = self.changes(n);
        let mut next = changes.next();
        // How many bytes the text is longer than its folding, up to the last change that was passed.
        let mut longer = 0;
        // Goes to a place in the folded text; with `pass` beyond what folds to nothing there.
        let mut go_to = |place: usize, pass: bool| {
            while let Some(change) = next
                && change.end <= place
                && (pass || change.start < place)
            {
                longer += change.longer();
                next = changes.next();
            }
            (longer, next.filter(|change| change.start < place))
        };
        let original = |span: &Range<usize>| {
            let (before, within) = go_to(span.start, true);
            let start = within.map_or(span.start, |change| change.start);
            let start = start.wrapping_add_signed(before);
            let last = span.end.max(span.start + 1);
            let (before, within) = go_to(last, false);
            let end = within.map_or(last, |change| change.start + change.character.len_utf8());
            start..end.wrapping_add_signed(before)
        };
        folded.iter().map(original).collect()
    }

    /// Where byte `place` of the text of passage `n` is in its folded text.
    pub(crate) fn folded_place(&self, n: usize, place: usize) -> usize {
        let mut longer = 0;
        for change in self.changes(n) {
            let start = change.start.wrapping_add_signed(longer);
            if place < start {
                break;
            }
            if place < start + change.character.len_utf8() {
                return change.start;
            }
            longer += change.longer();
        }
        place.wrapping_add_signed(-longer)
    }
}

/// Appends a part of a folded text, with these changes undone, which are all of the part.
fn unfold(
    folded: &str,
    part: Range<usize>,
    changes: impl Iterator<Item = Change>,
    to: &mut String,
) {
    let mut at = part.start;
    for change in changes {
        // The first may begin before the part, and the last end behind it.
        to.push_str(folded.get(at..change.start).unwrap_or_default());
        to.push(change.character);
        at = change.end;
    }
    to.push_str(folded.get(at..part.end).unwrap_or_default());
}

impl Change {
    /// How many bytes the character is longer than what it folds to.
    const fn longer(&self) -> isize {
        self.character.len_utf8() as isize - (self.end - self.start) as isize
    }
}

#[cfg(test)]
mod tests {
    use rkyv::access_unchecked;

    use super::*;
    use crate::fold::{FoldTable, original_span, original_spans};

    /// Such as stay, and such as fold to a longer one, a shorter one, one as long, to several and to none.
    const CHARACTERS: [char; 7] = ['a', 'B', 'ß', 'é', '鮮', 'ﬁ', '\u{301}'];

    const FOLDINGS: [(char, &str); 5] =
        [('ß', "鲜"), ('é', "e"), ('\u{301}', ""), ('鮮', "鲜"), ('ﬁ', "fi")];

    /// All texts of up to five of the characters.
    fn texts() -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..5 {
            let to = texts.len();
            for n in from..to {
                let longer = CHARACTERS.iter().map(|c| format!("{}{c}", texts[n]));
                texts.extend(longer.collect::<Vec<_>>());
            }
            from = to;
        }
        texts
    }

    #[test]
    fn texts_and_places_come_back() {
        type Bytes = rkyv::util::AlignedVec;
        let of =
            |table: FoldTable| -> Bytes { rkyv::to_bytes::<rkyv::rancor::Error>(&table).unwrap() };
        let mut foldings = FOLDINGS.map(|(from, to)| (from, to.to_owned()));
        foldings.sort();
        let table = of(FoldTable::new(foldings));
        // SAFETY: these bytes were just written as this type, here and below.
        let table = unsafe { access_unchecked::<ArchivedFoldTable>(&table) };
        let texts = texts();
        let unfolding = Unfolding::of(table, texts.iter().map(String::as_str));
        let unfolding: Bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&unfolding).unwrap();
        let unfolding = unsafe { access_unchecked::<ArchivedUnfolding>(&unfolding) };
        for (n, text) in texts.iter().enumerate() {
            let folded = table.fold(text);
            assert_eq!(unfolding.text(n, &folded.text), *text);
            let places: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).collect();
            let ends: Vec<usize> =
                places.iter().copied().skip(1).chain([folded.text.len()]).collect();
            // Every span by itself, and all spans of one character together.
            let spans = (0..places.len()).flat_map(|from| {
                let (places, ends) = (&places, &ends);
                let span = move |to: usize| places[from]..ends[to];
                (from..ends.len()).map(move |to| Vec::from([span(to)]))
            });
            let all = places.iter().zip(&ends).map(|(from, to)| *from..*to).collect();
            for span in spans.clone().flatten() {
                let mut part = String::from("before ");
                unfolding.push(n, &folded.text, span.clone(), &mut part);
                let original = original_span(table, text, &folded.text, folded.aligned, span);
                assert_eq!(part[7..], text[original], "in {text:?}");
            }
            for spans in spans.chain([all]) {
                let by_text = original_spans(table, text, &folded.text, folded.aligned, &spans);
                assert_eq!(unfolding.original_spans(n, &spans), by_text, "{spans:?} of {text:?}");
            }
            for (place, c) in text.char_indices() {
                let before = table.fold(&text[..place]).text.len();
                for within in place..place + c.len_utf8().min(2) {
                    let is_changed = table.fold(&c.to_string()).text != c.to_string();
                    let expected = if is_changed { before } else { before + within - place };
                    assert_eq!(unfolding.folded_place(n, within), expected, "{within} of {text:?}");
                }
            }
            assert_eq!(unfolding.folded_place(n, text.len()), folded.text.len());
        }
    }
}
