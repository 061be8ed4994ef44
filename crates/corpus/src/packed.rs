//! How are small lists kept small? As runs of small numbers in one stretch of bytes.
//!
//! A pointer and a length for each of thousands of short lists are most of what a list takes, and do
//! not compress. So what a passage has of labels, reasons and spans is one list of bytes (LEB128), and
//! the wordings of a text are one string. Both are read where they lie.

use std::ops::Range;

use rkyv::rancor::{Fallible, Source};
use rkyv::rend::u32_le;
use rkyv::string::{ArchivedString, StringResolver};
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize, SerializeUnsized};

#[cfg(doc)]
use crate::model::Evidence;
use crate::model::{By, Label, Similar, SimilarKind, Translation};

/// Stands for a field of the model that the image holds packed.
pub struct Packed;

/// Stands for a list of places of which the last has all others in its own.
pub struct Innermost;

/// Stands for no place. A corpus has fewer passages: each takes some bytes, and an image four gigabytes at most.
const NOWHERE: u32 = u32::MAX;

/// Before a wording, which language it is in: one character for those the page itself is written in.
const TAGS: [(char, &str); 3] = [('\u{1}', "en"), ('\u{2}', "zh-Hans"), ('\u{3}', "zh-Hant")];

/// Before a wording in another language: then comes its tag, and [`END`].
const TAG: char = '\u{4}';

/// After a tag that is written out.
const END: char = '\u{5}';

/// The wordings as one string. What marks them cannot stand in them.
fn pack_texts(texts: &[Translation]) -> String {
    let mut packed = String::new();
    for translation in texts {
        match TAGS.iter().find(|(_, tag)| *tag == translation.lang) {
            Some((mark, _)) => packed.push(*mark),
            None => {
                packed.push(TAG);
                packed.push_str(&translation.lang);
                packed.push(END);
            }
        }
        packed.extend(translation.text.chars().filter(|c| !('\u{1}'..=END).contains(c)));
    }
    packed
}

/// The wordings of a packed text: language tag and wording.
pub(crate) fn unpack_texts(packed: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = packed;
    std::iter::from_fn(move || {
        let mark = rest.chars().next()?;
        let after = &rest[mark.len_utf8()..];
        let end = after.find(|c| ('\u{1}'..=TAG).contains(&c)).unwrap_or(after.len());
        let text;
        (text, rest) = after.split_at(end);
        match TAGS.iter().find(|(known, _)| *known == mark) {
            Some((_, tag)) => Some((*tag, text)),
            None => text.split_once(END),
        }
    })
}

impl ArchiveWith<Vec<Translation>> for Packed {
    type Archived = ArchivedString;
    type Resolver = StringResolver;

    fn resolve_with(
        texts: &Vec<Translation>,
        resolver: StringResolver,
        out: Place<ArchivedString>,
    ) {
        ArchivedString::resolve_from_str(&pack_texts(texts), resolver, out);
    }
}

impl<S> SerializeWith<Vec<Translation>, S> for Packed
where
    S: Fallible<Error: Source> + ?Sized,
    str: SerializeUnsized<S>,
{
    fn serialize_with(texts: &Vec<Translation>, to: &mut S) -> Result<StringResolver, S::Error> {
        ArchivedString::serialize_from_str(&pack_texts(texts), to)
    }
}

/// Appends a number: seven bits a byte, the lowest first.
pub(crate) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Numbers one after another.
#[derive(Clone, Copy)]
pub(crate) struct Numbers<'a>(pub(crate) &'a [u8]);

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            // Of an overlong number, which a damaged image may have, too much would be shifted out.
            number |= u32::from(byte & 0x7f).wrapping_shl(shift);
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// Whole numbers in two bytes each, if that suffices for all of them, else in four. Any of them is read where it lies.
#[derive(Archive, Serialize, Debug)]
pub enum Narrow {
    /// None is above 65,535.
    Short(Vec<u16>),
    /// One is, or more.
    Long(Vec<u32>),
}

impl Default for Narrow {
    fn default() -> Narrow {
        Narrow::Short(Vec::new())
    }
}

impl Narrow {
    /// These numbers.
    pub fn of(numbers: Vec<u32>) -> Narrow {
        let short: Result<Vec<u16>, _> = numbers.iter().map(|&n| u16::try_from(n)).collect();
        short.map_or(Narrow::Long(numbers), Narrow::Short)
    }
}

impl ArchivedNarrow {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            ArchivedNarrow::Short(numbers) => numbers.len(),
            ArchivedNarrow::Long(numbers) => numbers.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number `n`, counted from 0.
    ///
    /// # Panics
    /// If there are not so many.
    pub fn get(&self, n: usize) -> usize {
        match self {
            ArchivedNarrow::Short(numbers) => numbers[n].to_native().into(),
            ArchivedNarrow::Long(numbers) => numbers[n].to_native() as usize,
        }
    }
}

/// Appends the labels of a passage. Of each: scheme and who gave it, concept, how many reasons; of each reason:
/// rule, weight, how many spans and whether there is a heading, the heading, and of each span how far
/// it begins after the one before, and its length.
pub(crate) fn push_labels(bytes: &mut Vec<u8>, labels: &[Label]) {
    for label in labels {
        let by_curator = u32::from(label.by == By::Curator);
        push_number(bytes, u32::from(label.scheme) << 1 | by_curator);
        push_number(bytes, label.concept);
        push_number(bytes, label.evidence.len() as u32);
        for reason in &label.evidence {
            push_number(bytes, reason.rule);
            push_weight(bytes, reason.weight);
            let has_heading = u32::from(reason.heading.is_some());
            push_number(bytes, (reason.spans.len() as u32) << 1 | has_heading);
            if let Some(heading) = reason.heading {
                push_number(bytes, heading);
            }
            let mut before = 0u32;
            for span in &reason.spans {
                push_number(bytes, span.start.wrapping_sub(before));
                push_number(bytes, span.end - span.start);
                before = span.start;
            }
        }
    }
}

/// Tenths as a number, all others as their bits: a curator writes `0.6`, `2`.
fn push_weight(bytes: &mut Vec<u8>, weight: f32) {
    let tenths = (weight * 10.0).round();
    if (0.0..1e6).contains(&tenths) && tenths / 10.0 == weight {
        push_number(bytes, tenths as u32 + 1);
    } else {
        push_number(bytes, 0);
        push_number(bytes, weight.to_bits());
    }
}

impl ArchiveWith<Option<u32>> for Packed {
    type Archived = u32_le;
    type Resolver = ();

    fn resolve_with(place: &Option<u32>, (): (), out: Place<u32_le>) {
        out.write(place.unwrap_or(NOWHERE).into());
    }
}

impl<S: Fallible + ?Sized> SerializeWith<Option<u32>, S> for Packed {
    fn serialize_with(_: &Option<u32>, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl ArchiveWith<Vec<u32>> for Innermost {
    type Archived = u32_le;
    type Resolver = ();

    fn resolve_with(places: &Vec<u32>, (): (), out: Place<u32_le>) {
        Packed::resolve_with(&places.last().copied(), (), out);
    }
}

impl<S: Fallible + ?Sized> SerializeWith<Vec<u32>, S> for Innermost {
    fn serialize_with(_: &Vec<u32>, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

/// The place in the corpus, if there is one.
pub(crate) fn unpack_place(place: u32_le) -> Option<usize> {
    (place != NOWHERE).then_some(place.to_native() as usize)
}

/// Appends what is like a passage. Of each: which one, how alike, and in which way.
pub(crate) fn push_similar(bytes: &mut Vec<u8>, similar: &[Similar]) {
    for other in similar {
        push_number(bytes, other.passage);
        bytes.extend([other.score, other.kind as u8]);
    }
}

/// What is like a passage, in order.
pub(crate) fn unpack_similar(bytes: &[u8]) -> impl Iterator<Item = Similar> + '_ {
    let mut numbers = Numbers(bytes);
    std::iter::from_fn(move || {
        let passage = numbers.next()?;
        let (&[score, kind], rest) = numbers.0.split_first_chunk()?;
        numbers = Numbers(rest);
        let kind = match kind {
            0 => SimilarKind::NearCopy,
            1 => SimilarKind::Echo,
            _ => SimilarKind::Kin,
        };
        Some(Similar { passage, score, kind })
    })
}

/// A label of a passage, as the image has it; compare [`Label`].
#[derive(Clone, Copy)]
pub struct PackedLabel<'a> {
    /// Index into [`crate::model::Corpus::schemes`].
    pub scheme: usize,
    /// Index into [`crate::model::Scheme::concepts`].
    pub concept: usize,
    /// Who gave it.
    pub by: By,
    reasons: u32,
    numbers: Numbers<'a>,
}

/// A reason for a label, as the image has it; compare [`Evidence`].
#[derive(Clone, Copy)]
pub struct PackedEvidence<'a> {
    /// Index into [`crate::model::Appendix::rules`].
    pub rule: usize,
    /// How much it counted.
    pub weight: f32,
    /// The heading that spoke for the label (index of its passage).
    pub heading: Option<usize>,
    spans: u32,
    numbers: Numbers<'a>,
}

/// The labels in packed bytes, in order.
pub(crate) fn unpack_labels(bytes: &[u8]) -> impl Iterator<Item = PackedLabel<'_>> {
    let mut numbers = Numbers(bytes);
    std::iter::from_fn(move || {
        let scheme = numbers.next()?;
        let concept = numbers.next()? as usize;
        let reasons = numbers.next()?;
        let by = if scheme & 1 == 1 { By::Curator } else { By::Rule };
        let label = PackedLabel { scheme: scheme as usize >> 1, concept, by, reasons, numbers };
        for _ in 0..reasons {
            let reason = unpack_reason(&mut numbers)?;
            numbers = reason.after();
        }
        Some(label)
    })
}

fn unpack_reason<'a>(numbers: &mut Numbers<'a>) -> Option<PackedEvidence<'a>> {
    let rule = numbers.next()? as usize;
    let weight = match numbers.next()? {
        0 => f32::from_bits(numbers.next()?),
        tenths => (tenths - 1) as f32 / 10.0,
    };
    let spans = numbers.next()?;
    let heading = if spans & 1 == 1 { Some(numbers.next()? as usize) } else { None };
    Some(PackedEvidence { rule, weight, heading, spans: spans >> 1, numbers: *numbers })
}

impl<'a> PackedLabel<'a> {
    /// What made it, strongest first; compare [`Label::evidence`].
    pub fn evidence(&self) -> impl Iterator<Item = PackedEvidence<'a>> + use<'a> {
        let mut numbers = self.numbers;
        (0..self.reasons).map_while(move |_| {
            let reason = unpack_reason(&mut numbers)?;
            numbers = reason.after();
            Some(reason)
        })
    }
}

impl<'a> PackedEvidence<'a> {
    /// Spans of the passage's text (bytes), in order; compare [`Evidence::spans`].
    pub fn spans(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let mut numbers = self.numbers;
        let mut start = 0u32;
        (0..self.spans).map_while(move |_| {
            start = start.wrapping_add(numbers.next()?);
            Some(start as usize..start as usize + numbers.next()? as usize)
        })
    }

    /// What comes after its spans.
    fn after(&self) -> Numbers<'a> {
        let mut numbers = self.numbers;
        (0..2 * self.spans).for_each(|_| _ = numbers.next());
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Span};

    fn translation(lang: &str, text: &str) -> Translation {
        Translation { lang: lang.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn wordings_come_back_in_order() {
        for langs in [&[][..], &["en"], &["zh-Hant", "ko", "en"], &["und", "zh-Hans", ""]] {
            let texts: Vec<Translation> = langs
                .iter()
                .map(|lang| translation(lang, "朝鲜 of"))
                .chain([translation("en", "")])
                .collect();
            let packed = pack_texts(&texts);
            let found: Vec<Translation> =
                unpack_texts(&packed).map(|(lang, text)| translation(lang, text)).collect();
            assert_eq!(found, texts);
        }
        assert_eq!(unpack_texts("").count(), 0);
    }

    #[test]
    fn marks_in_a_wording_are_left_out() {
        let packed = pack_texts(&[translation("en", "a\u{4}b\u{1}")]);
        assert_eq!(unpack_texts(&packed).collect::<Vec<_>>(), [("en", "ab")]);
    }

    #[test]
    fn labels_come_back_as_they_were() {
        let reason = |rule, weight, heading, spans: &[(u32, u32)]| Evidence {
            rule,
            weight,
            spans: spans.iter().map(|&(start, end)| Span { start, end }).collect(),
            heading,
        };
        let labels = [
            Label { scheme: 0, concept: 300, by: By::Rule, evidence: vec![] },
            Label {
                scheme: 3,
                concept: 0,
                by: By::Curator,
                evidence: vec![
                    reason(200, 0.6, None, &[(0, 3), (3, 900), (3, 4), (70_000, 70_001)]),
                    reason(0, -0.25, Some(129), &[]),
                    reason(1, 3.0, Some(0), &[(1, 2)]),
                ],
            },
            Label {
                scheme: 1,
                concept: 1,
                by: By::Rule,
                evidence: vec![reason(7, 0.25, None, &[])],
            },
        ];
        let mut bytes = Vec::new();
        push_labels(&mut bytes, &labels);
        let found: Vec<Label> = unpack_labels(&bytes)
            .map(|label| Label {
                scheme: label.scheme as u16,
                concept: label.concept as u32,
                by: label.by,
                evidence: label
                    .evidence()
                    .map(|reason| Evidence {
                        rule: reason.rule as u32,
                        weight: reason.weight,
                        spans: reason
                            .spans()
                            .map(|span| Span { start: span.start as u32, end: span.end as u32 })
                            .collect(),
                        heading: reason.heading.map(|heading| heading as u32),
                    })
                    .collect(),
            })
            .collect();
        assert_eq!(found, labels);
    }

    #[test]
    fn what_is_alike_comes_back() {
        let alike = |passage, score, kind| Similar { passage, score, kind };
        let similar = [
            alike(70_000, 100, SimilarKind::Kin),
            alike(0, 0, SimilarKind::NearCopy),
            alike(127, 255, SimilarKind::Echo),
        ];
        let mut packed = Vec::new();
        push_similar(&mut packed, &similar);
        let found: Vec<Similar> = unpack_similar(&packed).collect();
        assert_eq!(found, similar);
        assert_eq!(unpack_similar(&[]).count(), 0);
    }
}
