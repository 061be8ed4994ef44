//! What is a passage, and what was read of it? Roles, labels with their evidence, dates, figures.

use rkyv::with::Niche;
use rkyv::{Archive, Serialize};

use crate::packed::{Innermost, Packed, unpack_place};

/// The unit that is found, labelled, linked and cited. The image has what [`PassageInImage`] says of it, and the rest in
/// lists of the corpus.
#[derive(Debug)]
pub struct Passage {
    /// Stable name, made of the document and the passage's own words. The image has it in
    /// [`Corpus::ids`](super::Corpus::ids).
    pub id: String,
    /// Index into [`Corpus::documents`](super::Corpus::documents).
    pub document: u32,
    /// First line in the source file, counted from 1.
    pub first_line: u32,
    /// Last line in the source file, counted from 1.
    pub last_line: u32,
    /// Index into [`Corpus::languages`](super::Corpus::languages).
    pub lang: u16,
    /// What the passage is in its document.
    pub role: Role,
    /// Depth of a heading (1 is the document's title); 0 for everything else.
    pub depth: u8,
    /// The earlier passage (index) of the same document that this one says again.
    pub repeats: Option<u32>,
    /// Its translation in the same document (index).
    pub parallel: Option<u32>,
    /// The headings above it (indices), outermost first.
    pub headings: Vec<u32>,
    /// The words, as they stand in the source. The image has them as what folding changed in them
    /// ([`ArchivedCorpus::text`](super::ArchivedCorpus::text)).
    pub text: String,
    /// The words under [`crate::fold::ArchivedFoldTable::fold`].
    pub folded: String,
    /// Whether text and folded text have one character for one, so that a place in one is found in
    /// the other by counting.
    pub aligned: bool,
    /// Labels by scheme: each names a concept of [`Corpus::schemes`](super::Corpus::schemes).
    /// The image has them in [`Corpus::labels`](super::Corpus::labels).
    pub labels: Vec<Label>,
    /// Dates the passage names.
    pub dates: Vec<Date>,
    /// Quantities the passage names.
    pub figures: Vec<Figure>,
    /// Other passages of the corpus that say something alike, best first. The image has them in
    /// [`Corpus::similar`](super::Corpus::similar).
    pub similar: Vec<Similar>,
}

/// What the image has of a [`Passage`] in place: a corpus may have very many.
#[derive(Archive, Serialize, Debug)]
#[rkyv(remote = Passage, archived = ArchivedPassage)]
#[allow(missing_docs, reason = "the fields are those of `Passage`")]
pub struct PassageInImage {
    pub document: u32,
    pub first_line: u32,
    pub last_line: u32,
    pub lang: u16,
    pub role: Role,
    pub depth: u8,
    /// The headings of a heading are what stands before it in this list, so that the innermost alone is here
    /// ([`ArchivedCorpus::headings`](super::ArchivedCorpus::headings)).
    #[rkyv(with = Innermost)]
    pub headings: Vec<u32>,
    pub folded: String,
    #[rkyv(getter = rare, with = Niche)]
    pub rare: Option<Box<Rare>>,
}

/// What most passages of many corpora have not: those without any of it have four bytes to say so.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of `Passage`")]
pub struct Rare {
    #[rkyv(with = Packed)]
    pub repeats: Option<u32>,
    #[rkyv(with = Packed)]
    pub parallel: Option<u32>,
    pub dates: Vec<Date>,
    pub figures: Vec<Figure>,
}

fn rare(passage: &Passage) -> Option<Box<Rare>> {
    let Passage { repeats, parallel, dates, figures, .. } = passage;
    let has_any =
        repeats.is_some() || parallel.is_some() || !dates.is_empty() || !figures.is_empty();
    has_any.then(|| {
        let (dates, figures) = (dates.clone(), figures.clone());
        Box::new(Rare { repeats: *repeats, parallel: *parallel, dates, figures })
    })
}

/// What a passage is in its document.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[rkyv(derive(Debug, Clone, Copy, PartialEq, Eq))]
#[repr(u8)]
pub enum Role {
    /// Running text.
    Content,
    /// A title or a section's heading.
    Heading,
    /// The words under a picture, a figure or a table.
    Caption,
    /// Author, source, date, keywords.
    Metadata,
    /// Furniture of the site it came from.
    Boilerplate,
    /// An entry of the bibliography.
    Reference,
}

impl Role {
    /// All roles, in the order in which the page lists them.
    pub const ALL: [Role; 6] = [
        Role::Content,
        Role::Heading,
        Role::Caption,
        Role::Reference,
        Role::Metadata,
        Role::Boilerplate,
    ];

    /// The role's name in links, in exports and in the query language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Content => "content",
            Role::Heading => "heading",
            Role::Caption => "caption",
            Role::Metadata => "metadata",
            Role::Boilerplate => "boilerplate",
            Role::Reference => "reference",
        }
    }

    /// The role of that name.
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

impl ArchivedRole {
    /// The role as its unarchived twin.
    pub const fn get(&self) -> Role {
        match self {
            ArchivedRole::Content => Role::Content,
            ArchivedRole::Heading => Role::Heading,
            ArchivedRole::Caption => Role::Caption,
            ArchivedRole::Metadata => Role::Metadata,
            ArchivedRole::Boilerplate => Role::Boilerplate,
            ArchivedRole::Reference => Role::Reference,
        }
    }
}

/// A concept given to a passage, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Index into [`Corpus::schemes`](super::Corpus::schemes).
    pub scheme: u16,
    /// Index into [`Scheme::concepts`](super::Scheme::concepts).
    pub concept: u32,
    /// Who gave it.
    pub by: By,
    /// What made it, strongest first. Empty for a concept that is given only because a narrower one is;
    /// then that one's evidence made it.
    pub evidence: Vec<Evidence>,
}

/// Who gave a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A rule of the scheme.
    Rule,
    /// The curator, by hand.
    Curator,
}

/// One reason for a label.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The rule's name, or the curator's reason: index into [`Appendix::rules`](super::Appendix::rules).
    pub rule: u32,
    /// How much it counted; the sum reaches the scheme's threshold. What speaks against a label is not kept.
    pub weight: f32,
    /// Spans of the passage's text (byte offsets), in order. Empty if the reason lies outside the
    /// passage, such as a heading above it.
    pub spans: Vec<Span>,
    /// The heading above the passage that spoke for the label (index of its passage).
    pub heading: Option<u32>,
}

/// A span of a passage's text, in bytes, on character boundaries.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ArchivedSpan {
    /// The span as a range of bytes.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start.to_native() as usize..self.end.to_native() as usize
    }
}

/// A date a passage names.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Date {
    /// The words it came from.
    pub span: Span,
    /// EDTF: `2024-06-19`, `2024-06`, `2024`, `2014/2017`.
    pub edtf: String,
    /// The first day it can mean, as the number `yyyymmdd`.
    pub first_day: i32,
    /// The last day it can mean, as the number `yyyymmdd`.
    pub last_day: i32,
    /// How a relative reference was placed.
    pub resolved_from: Option<String>,
    /// What happened then: index into [`Corpus::events`](super::Corpus::events). Running text and captions have events.
    pub event: Option<u32>,
}

/// A quantity a passage names.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Figure {
    /// The words it came from.
    pub span: Span,
    /// Its value, or the lower bound of a range.
    pub value: f64,
    /// The upper bound of a range.
    pub upper: Option<f64>,
    /// Unit, in English.
    pub unit: String,
    /// ISO 4217 code, for money.
    pub currency: Option<String>,
    /// `about`, `more than`, `at least`, `less than`, `up to`.
    pub qualifier: Option<String>,
}

/// Another passage that says something alike. It is neither a repeat ([`Passage::repeats`]) nor a
/// translation ([`Passage::parallel`]) of the passage that lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Similar {
    /// Index into [`Corpus::passages`](super::Corpus::passages).
    pub passage: u32,
    /// How alike, in per cent of what [`SimilarKind`] measures.
    pub score: u8,
    /// In which way.
    pub kind: SimilarKind,
}

/// In which way two passages are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SimilarKind {
    /// Nearly the same words: the share of runs of words that both have.
    NearCopy,
    /// A good part of the words, as an abstract echoes the conclusion: the share of the shorter's runs
    /// of words that the longer has.
    Echo,
    /// Much the same matter, perhaps in another language: how near words, concepts, people, dates and
    /// figures are (cosine of the vectors weighted by rarity).
    Kin,
}

impl SimilarKind {
    /// The kind's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            SimilarKind::NearCopy => "near copy",
            SimilarKind::Echo => "echo",
            SimilarKind::Kin => "kin",
        }
    }
}

impl ArchivedPassage {
    /// The earlier passage (index) of the same document that this one says again.
    pub fn repeats(&self) -> Option<usize> {
        unpack_place(self.rare.as_ref()?.repeats)
    }

    /// Its translation in the same document (index).
    pub fn parallel(&self) -> Option<usize> {
        unpack_place(self.rare.as_ref()?.parallel)
    }

    /// Dates the passage names.
    pub fn dates(&self) -> &[ArchivedDate] {
        self.rare.as_ref().map_or(&[], |rare| &rare.dates)
    }

    /// Quantities the passage names.
    pub fn figures(&self) -> &[ArchivedFigure] {
        self.rare.as_ref().map_or(&[], |rare| &rare.figures)
    }
}
