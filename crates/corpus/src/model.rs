//! The model: what is a document, a passage, a label?
//!
//! Plain data with public fields. The compiler fills these types; `rkyv` derives an archived twin of
//! each (`ArchivedPassage` for [`Passage`], …), which is what the image holds and what the search and
//! the page read. Nothing here has behaviour beyond looking something up.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use rkyv::with::Skip;
use rkyv::{Archive, Serialize};

use crate::facet::Facet;
use crate::fold::FoldTable;
use crate::packed::{Innermost, Numbers, Packed, PackedEvidence, PackedLabel, Sparse};
use crate::packed::{push_labels, push_number, push_similar};
use crate::packed::{unpack_labels, unpack_list, unpack_place, unpack_similar, unpack_texts};
use crate::publication::Publication;
use crate::scripts::Scripts;
use crate::terms::Terms;
use crate::unfold::Unfolding;

/// A compiled corpus: the root of the image.
#[derive(Archive, Serialize, Debug)]
pub struct Corpus {
    /// Short name, usable in a file name.
    pub id: String,
    /// Hash over everything the corpus was compiled into; the same input gives the same version.
    pub version: String,
    /// Title by language.
    pub title: Localized,
    /// What the corpus is, in a sentence or two, by language.
    pub description: Localized,
    /// Who owns the texts, by language.
    pub rights: Localized,
    /// Language tags (BCP 47) that passages are written in; [`Passage::lang`] points here.
    pub languages: Vec<String>,
    /// Documents, in the order of their files' names.
    pub documents: Vec<Document>,
    /// All passages, document by document, in the order of the text.
    pub passages: Vec<Passage>,
    /// The labels of each of them ([`Passage::labels`]).
    pub labels: Runs,
    /// What is like each of them ([`Passage::similar`]).
    pub similar: Runs,
    /// The concept schemes: theme, level, actor, person.
    pub schemes: Vec<Scheme>,
    /// What happened, in the order of time.
    pub events: Vec<Event>,
    /// The facets, in the order of [`crate::facet::FACETS`].
    pub facets: Vec<Facet>,
    /// The folding, cut down to what this corpus can need.
    pub fold: FoldTable,
    /// What it changed in the passages' texts.
    pub unfolding: Unfolding,
    /// Where each character and each word occurs.
    pub index: Index,
    /// What may be said in other words.
    pub lexicon: Lexicon,
}

/// What finding and showing passages does not need: the root of an archive of its own, which a page
/// fetches once it stands.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Appendix {
    /// What is said of the concepts of each scheme, in the order of [`Corpus::schemes`].
    pub definitions: Vec<Definitions>,
    /// The names of the schemes' rules and the curator's reasons; [`Evidence::rule`] points here.
    pub rules: Words,
    /// How well the reading agrees with people who labelled passages, where that was measured.
    pub agreement: Option<Agreement>,
    /// Which words the corpus uses, and how often.
    pub terms: Terms,
    /// How each document is cited.
    pub citations: Citations,
    /// How the concepts of a scheme bear on each other, where the scheme says it.
    pub framework: Option<Framework>,
    /// Questions that the corpus answers well, to begin with.
    pub questions: Vec<Localized>,
    /// How Chinese texts look in the other script.
    pub scripts: Scripts,
    /// What their words mean.
    pub glosses: Glosses,
    /// Where passages that say nearly the same say different things.
    pub differences: Differences,
}

/// What passages say otherwise than those that list them as saying nearly the same or a part of it
/// ([`SimilarKind::NearCopy`], [`SimilarKind::Echo`]).
#[derive(Archive, Serialize, Debug, Default)]
pub struct Differences {
    /// Pairs of passages, ascending: the one that lists, the one that is listed.
    pub pairs: Vec<[u32; 2]>,
    /// Of each pair the stretches of the listed passage that the other does not have, in bytes of its text;
    /// ascending. Of each in LEB128 how far it begins after the one before ends, and its length.
    pub spans: Runs,
}

impl Differences {
    /// Adds a pair, which comes after all others.
    pub fn push(&mut self, passage: u32, other: u32, spans: &[Range<usize>]) {
        self.pairs.push([passage, other]);
        self.spans.push(|bytes| {
            let mut before = 0;
            for span in spans {
                let [begin, end] = [span.start, span.end].map(|place| place as u32);
                push_number(bytes, begin.wrapping_sub(before));
                push_number(bytes, end.wrapping_sub(begin));
                before = end;
            }
        });
    }
}

impl ArchivedDifferences {
    /// What passage `other` says otherwise than `n`, in bytes of its text; nothing if they are no pair.
    pub fn between(&self, n: usize, other: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let wanted = [n as u32, other as u32];
        let found = self
            .pairs
            .binary_search_by(|pair| pair.each_ref().map(|place| place.to_native()).cmp(&wanted));
        let mut numbers = Numbers(found.map_or(&[], |n| self.spans.get(n)));
        let mut end = 0u32;
        std::iter::from_fn(move || {
            let start = end.wrapping_add(numbers.next()?);
            end = start.wrapping_add(numbers.next()?);
            Some(start as usize..end as usize)
        })
    }
}

/// Chinese words, explained one by one.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Glosses {
    /// The words as the texts write them, sorted.
    pub words: Words,
    /// Each in the other script; empty where it is the same.
    pub others: Words,
    /// Each in pinyin.
    pub pinyin: Words,
    /// What each means, in English.
    pub english: Words,
}

/// How the concepts of a scheme bear on each other: levels of an argument, each with what it does to
/// what is explained.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Framework {
    /// Index into [`Corpus::schemes`].
    pub scheme: u16,
    /// What all levels together explain, by language.
    pub outcome: Localized,
    /// The levels, in the order of the argument.
    pub tiers: Vec<Tier>,
}

/// A level of a [`Framework`].
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Tier {
    /// Its name, by language.
    pub label: Localized,
    /// What it does to what is explained, by language: it drives, directs, limits.
    pub relation: Localized,
    /// Its sides: indices into [`Scheme::concepts`].
    pub concepts: Vec<u32>,
}

/// How documents are cited. Those of which the same is known differ in title and key alone, and share their texts.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Citations {
    /// Texts with marks for address and day ([`crate::citation::fill`]), and for title and key.
    pub texts: Words,
    /// Of each document in turn its text in each of [`crate::citation::Form::ALL`]: places in `texts`.
    pub of_documents: Vec<u32>,
}

/// What is said of the concepts of a scheme, in their order; nothing of what comes after the last that
/// is defined.
pub type Definitions = Vec<Definition>;

/// A text in several languages.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized {
    /// Pairs of language tag and text, in the order of the source.
    #[rkyv(with = Packed)]
    pub texts: Vec<Translation>,
}

/// One language's wording of a [`Localized`] text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Language tag (BCP 47).
    pub lang: String,
    /// The wording.
    pub text: String,
}

/// One source file.
#[derive(Archive, Serialize, Debug)]
pub struct Document {
    /// Stable name, used in links.
    pub id: String,
    /// The file in the corpus folder.
    pub file: String,
    /// Titles by language; the original one has the document's own language.
    pub title: Localized,
    /// Authors as the document names them.
    pub authors: Vec<String>,
    /// Publisher or source as the document names it.
    pub publisher: Option<String>,
    /// How and where it was published, where anything is known of that.
    pub publication: Option<Box<Publication>>,
    /// Publication date (EDTF), where the document says it.
    pub date: Option<String>,
    /// The language it was written in, where that is known.
    pub original_language: Option<String>,
    /// Tags of the languages its passages are in, most passages first.
    pub languages: Vec<String>,
    /// Keywords as the document gives them.
    pub keywords: Vec<String>,
    /// Who owns it.
    pub rights: Option<String>,
    /// Index of its first passage in [`Corpus::passages`].
    pub first_passage: u32,
    /// How many passages it has.
    pub passage_count: u32,
}

impl ArchivedDocument {
    /// The tag of the language it was written in, as far as it is known: else of the one that most of its
    /// passages are in, and `und` if it has none.
    pub fn language(&self) -> &str {
        let most = self.languages.first().map(|tag| &**tag);
        self.original_language.as_deref().or(most).unwrap_or("und")
    }
}

/// The unit that is found, labelled, linked and cited.
#[derive(Archive, Serialize, Debug)]
pub struct Passage {
    /// Stable name, made of the document and the passage's own words.
    pub id: String,
    /// Index into [`Corpus::documents`].
    pub document: u32,
    /// First line in the source file, counted from 1.
    pub first_line: u32,
    /// Last line in the source file, counted from 1.
    pub last_line: u32,
    /// Index into [`Corpus::languages`].
    pub lang: u16,
    /// What the passage is in its document.
    pub role: Role,
    /// Depth of a heading (1 is the document's title); 0 for everything else.
    pub depth: u8,
    /// The earlier passage (index) of the same document that this one says again.
    #[rkyv(with = Packed)]
    pub repeats: Option<u32>,
    /// Its translation in the same document (index).
    #[rkyv(with = Packed)]
    pub parallel: Option<u32>,
    /// The headings above it (indices), outermost first. Those of a heading are what stands before it in this
    /// list, so that the image has the innermost alone ([`ArchivedCorpus::headings`]).
    #[rkyv(with = Innermost)]
    pub headings: Vec<u32>,
    /// The words, as they stand in the source. The image has them as what folding changed in them
    /// ([`ArchivedCorpus::text`]).
    #[rkyv(with = Skip)]
    pub text: String,
    /// The words under [`crate::fold::ArchivedFoldTable::fold`].
    pub folded: String,
    /// Whether text and folded text have one character for one, so that a place in one is found in
    /// the other by counting.
    #[rkyv(with = Skip)]
    pub aligned: bool,
    /// Labels by scheme: each names a concept of [`Corpus::schemes`].
    /// The image has them in [`Corpus::labels`].
    #[rkyv(with = Skip)]
    pub labels: Vec<Label>,
    /// Dates the passage names.
    #[rkyv(with = Sparse)]
    pub dates: Vec<Date>,
    /// Quantities the passage names.
    #[rkyv(with = Sparse)]
    pub figures: Vec<Figure>,
    /// Other passages of the corpus that say something alike, best first. The image has them in
    /// [`Corpus::similar`].
    #[rkyv(with = Skip)]
    pub similar: Vec<Similar>,
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

/// A list of concepts, as SKOS has it.
#[derive(Archive, Serialize, Debug)]
pub struct Scheme {
    /// The facet it feeds: `theme`, `level`, `actor`, `person`.
    pub id: String,
    /// Name by language.
    pub label: Localized,
    /// What the scheme is for, by language.
    pub description: Localized,
    /// Its concepts, each after the one above it. The facet of the same id has the same list.
    pub concepts: Arc<Vec<Concept>>,
    /// How much of the corpus it labels. Schemes whose every mention labels, such as persons, have no
    /// such account: there is nothing a passage should have.
    pub coverage: Option<Coverage>,
}

/// How much of a corpus a scheme labels, counted when it is compiled.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Passages that can have a label: of the scheme's roles, headings left out, and no repeats.
    pub passages: u32,
    /// Those of them that have none (indices), in the order of the corpus.
    pub without: Vec<u32>,
    /// What each concept has, in the order of [`Scheme::concepts`].
    pub concepts: Vec<ConceptCoverage>,
}

/// How many passages have a concept, and which show it well.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct ConceptCoverage {
    /// Passages that have it by rule.
    pub by_rule: u32,
    /// Passages that have it by the curator.
    pub by_curator: u32,
    /// Passages (indices) with the strongest evidence, from several documents where there are such.
    pub examples: Vec<u32>,
}

/// How well the reading agrees with people who labelled passages of this corpus.
#[derive(Archive, Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// How many passages were labelled.
    pub passages: u32,
    /// What was compared.
    pub measures: Vec<Measure>,
}

/// One thing that was compared.
#[derive(Archive, Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// `theme`, `level`, `actor`, `person`, `role`, `repeat`, `date` or `figure`.
    pub of: String,
    /// Index into the concepts of the scheme `of`; none for all of them together.
    pub concept: Option<u32>,
    /// What the rules gave by themselves.
    pub rule: Tally,
    /// What they gave with the curator's corrections.
    pub curated: Tally,
}

/// Right, wrong and missed: precision is right over right and wrong, recall right over right and
/// missed.
#[derive(Archive, Serialize, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Given, and rightly.
    pub right: u32,
    /// Given, and wrongly.
    pub wrong: u32,
    /// Not given, though it should be.
    pub missed: u32,
}

/// Something a passage can be about, or have: a concept of a scheme, a value of a facet.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Concept {
    /// Name in links, unique in its list.
    pub id: String,
    /// Name by language.
    pub label: Localized,
    /// Index of the one above it in the same list.
    pub broader: Option<u32>,
}

/// What a concept is.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq)]
pub struct Definition {
    /// What it means, by language.
    pub definition: Localized,
    /// What belongs to it, by language.
    pub covers: Localized,
    /// What does not, by language.
    pub excludes: Localized,
}

/// A concept given to a passage, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Index into [`Corpus::schemes`].
    pub scheme: u16,
    /// Index into [`Scheme::concepts`].
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
    /// The rule's name, or the curator's reason: index into [`Appendix::rules`].
    pub rule: u32,
    /// How much it counted; the scheme's threshold is reached by the sum.
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
    /// What happened then: index into [`Corpus::events`]. Running text and captions have events.
    pub event: Option<u32>,
}

/// Something that happened, as one or more passages tell it.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Event {
    /// When, as the most precise witness says it (EDTF).
    pub edtf: String,
    /// The first day that can mean, as the number `yyyymmdd`.
    pub first_day: i32,
    /// The last day that can mean, as the number `yyyymmdd`.
    pub last_day: i32,
    /// Whether the witnesses' dates can all be true: one may be more precise than another.
    pub agrees: bool,
    /// Who the witnesses say took part, named by most of them first.
    pub who: Vec<ConceptRef>,
    /// Who tells of it: the most precise first, then in the order of the corpus.
    pub witnesses: Vec<Witness>,
}

/// A passage that tells of an event.
#[derive(Archive, Serialize, Debug, Clone, PartialEq)]
pub struct Witness {
    /// Index into [`Corpus::passages`].
    pub passage: u32,
    /// Index into [`Passage::dates`].
    pub date: u32,
    /// The words that tell of it, the date's own among them.
    pub clause: Span,
}

/// A concept, by its place.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptRef {
    /// Index into [`Corpus::schemes`].
    pub scheme: u16,
    /// Index into [`Scheme::concepts`].
    pub concept: u32,
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
    /// Index into [`Corpus::passages`].
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

/// Where each character and each word occurs: postings for two kinds of key.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Index {
    /// Characters of scripts written without spaces, folded.
    pub characters: Vec<u32>,
    /// Postings of `characters`, one list each.
    pub character_postings: Postings,
    /// Words of all other scripts, folded, sorted by their bytes.
    pub words: Words,
    /// Postings of `words`, one list each.
    pub word_postings: Postings,
    /// Mean length of a folded passage, in bytes; ranking measures a passage by it.
    pub mean_length: f32,
}

/// What may be said in other words: which terms stand for each other, across scripts, languages and
/// variants of a name. A term of a query that is found here also finds what stands for it.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Lexicon {
    /// Folded terms, sorted: what a reader may write and what stands in the corpus. Single words of
    /// scripts with spaces that only the dictionary has stand here as their stems
    /// ([`crate::text::stem`]).
    pub terms: Words,
    /// For each term, the terms of the corpus that are names of the same thing.
    pub names: Postings,
    /// For each term, the terms of the corpus that the dictionary translates it by.
    pub translations: Postings,
    /// For each term, the terms of the corpus that the dictionary translates by it and another word together.
    pub partial_translations: Postings,
    /// What speaks for a concept of the schemes, folded and sorted: words of scripts with spaces as their
    /// stems, and the beginnings of words with a `*` behind them.
    pub signals: Words,
    /// For each signal, the concepts it speaks for: places in all concepts of [`Corpus::schemes`], one
    /// scheme after the other.
    pub signalled: Postings,
    /// Words that say nothing by themselves, folded and sorted: a question is asked without them.
    pub stop_words: Words,
    /// Words that make a question of a query, folded and sorted.
    pub question_words: Words,
    /// For each of them, what answers it.
    pub answers: Vec<Answer>,
}

/// What answers a question.
#[derive(Archive, Serialize, Debug, Clone, Copy, PartialEq, Eq)]
#[rkyv(derive(Debug, Clone, Copy, PartialEq, Eq))]
#[repr(u8)]
pub enum Answer {
    /// Whatever is said.
    Words,
    /// A quantity.
    Figure,
    /// A date.
    Date,
    /// Somebody's name.
    Person,
}

impl ArchivedAnswer {
    /// The answer as its unarchived twin.
    pub const fn get(&self) -> Answer {
        match self {
            ArchivedAnswer::Words => Answer::Words,
            ArchivedAnswer::Figure => Answer::Figure,
            ArchivedAnswer::Date => Answer::Date,
            ArchivedAnswer::Person => Answer::Person,
        }
    }
}

/// Where each of many pieces begins that lie end to end: how long each is, and where each block of
/// them begins. Small numbers that come again and again are a fifth of growing ones, once compressed, and
/// looking one up adds at most a few of them.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Pieces {
    /// Every `BLOCK`-th piece.
    pub blocks: Vec<Block>,
    /// The length of each piece; `LONG` for one that is as long or longer.
    pub lengths: Vec<u8>,
    /// The lengths of those, in order.
    pub long: Vec<u32>,
}

/// A piece to count from.
#[derive(Archive, Serialize, Debug, Clone, Copy)]
pub struct Block {
    /// Where it begins.
    pub start: u32,
    /// How many long pieces are before it.
    pub long: u32,
}

/// How many pieces share an entry of [`Pieces::blocks`].
const BLOCK: usize = 32;

/// Stands for a length that does not fit into a byte.
const LONG: u8 = u8::MAX;

impl Pieces {
    /// Appends a piece of this length, at `start`.
    fn push(&mut self, start: usize, length: usize) {
        let narrow = |n: usize| u32::try_from(n).expect("an image stays under 4 GiB");
        if self.lengths.len().is_multiple_of(BLOCK) {
            self.blocks.push(Block { start: narrow(start), long: narrow(self.long.len()) });
        }
        if length < usize::from(LONG) {
            self.lengths.push(length as u8);
        } else {
            self.lengths.push(LONG);
            self.long.push(narrow(length));
        }
    }
}

impl ArchivedPieces {
    /// How many there are.
    fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Where piece `n` lies.
    fn range(&self, n: usize) -> std::ops::Range<usize> {
        self.since_block(n / BLOCK).nth(n % BLOCK).expect("a piece that there is")
    }

    /// Where the pieces lie from the first of this block on.
    fn since_block(&self, block: usize) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let begin = &self.blocks[block];
        let mut long = self.long[begin.long.to_native() as usize..].iter();
        let mut end = begin.start.to_native() as usize;
        self.lengths[block * BLOCK..].iter().map(move |&byte| {
            let length = if byte < LONG { None } else { long.next() };
            let start = end;
            end += length.map_or(usize::from(byte), |length| length.to_native() as usize);
            start..end
        })
    }
}

/// Short lists of bytes, end to end: each by itself would take more to say where it lies than it has.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Runs {
    /// Where each lies in `bytes`.
    pub pieces: Pieces,
    /// The lists.
    pub bytes: Vec<u8>,
}

impl Runs {
    /// Appends what is written.
    pub(crate) fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        write(&mut self.bytes);
        self.pieces.push(start, self.bytes.len() - start);
    }

    /// The labels of passages, packed.
    pub fn of_labels(passages: &[Passage]) -> Runs {
        let mut runs = Runs::default();
        passages.iter().for_each(|passage| runs.push(|to| push_labels(to, &passage.labels)));
        runs
    }

    /// What is like passages, packed.
    pub fn of_similar(passages: &[Passage]) -> Runs {
        let mut runs = Runs::default();
        passages.iter().for_each(|passage| runs.push(|to| push_similar(to, &passage.similar)));
        runs
    }
}

impl ArchivedRuns {
    /// List `n`.
    pub(crate) fn get(&self, n: usize) -> &[u8] {
        &self.bytes[self.pieces.range(n)]
    }
}

/// A list of words, end to end; most are sorted.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Words {
    /// All words without separators.
    pub text: String,
    /// Where each lies (bytes).
    pub pieces: Pieces,
}

/// Sorted lists of passages, each as differences in LEB128.
///
/// A list is decoded only for a key a reader asks for, so that nothing is unpacked at start, and a
/// dense list costs one byte a passage.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Postings {
    /// Where each list lies in `bytes`.
    pub pieces: Pieces,
    /// The lists.
    pub bytes: Vec<u8>,
}

impl Postings {
    /// Appends a list. `passages` ascends strictly.
    pub fn push(&mut self, passages: &[u32]) {
        let start = self.bytes.len();
        let mut previous = 0;
        for (n, &passage) in passages.iter().enumerate() {
            debug_assert!(n == 0 || passage > previous, "postings ascend");
            push_number(&mut self.bytes, passage - previous);
            previous = passage;
        }
        self.pieces.push(start, self.bytes.len() - start);
    }
}

impl ArchivedPostings {
    /// How many bytes list `n` has: what decoding it costs.
    pub fn size(&self, n: usize) -> usize {
        self.pieces.range(n).len()
    }

    /// The passages of list `n`, ascending.
    pub fn list(&self, n: usize) -> impl Iterator<Item = u32> + '_ {
        let mut previous = 0;
        Numbers(&self.bytes[self.pieces.range(n)]).map(move |delta| {
            previous += delta;
            previous
        })
    }
}

impl Words {
    /// These words, in their order.
    pub fn of(words: &[impl AsRef<str>]) -> Words {
        let mut list = Words::default();
        words.iter().for_each(|word| list.push(word.as_ref()));
        list
    }

    /// Appends a word; the caller keeps those sorted that are to be found.
    pub fn push(&mut self, word: &str) {
        self.pieces.push(self.text.len(), word.len());
        self.text.push_str(word);
    }
}

impl ArchivedWords {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Word `n`.
    pub fn get(&self, n: usize) -> &str {
        &self.text[self.pieces.range(n)]
    }

    /// All words, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (mut rest, mut long) = (&*self.text, self.pieces.long.iter());
        self.pieces.lengths.iter().map(move |&byte| {
            let length = if byte < LONG { None } else { long.next() };
            let length = length.map_or(usize::from(byte), |length| length.to_native() as usize);
            let word;
            (word, rest) = rest.split_at(length);
            word
        })
    }

    /// The place of `word`.
    pub fn find(&self, word: &str) -> Option<usize> {
        let n = self.partition(|other| other < word.as_bytes());
        (n < self.len() && self.get(n) == word).then_some(n)
    }

    /// The places of all words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<usize> {
        let prefix = prefix.as_bytes();
        let from = self.partition(|other| other < prefix);
        let to = self.partition(|other| other < prefix || other.starts_with(prefix));
        from..to
    }

    /// The longest word that a text begins with.
    pub fn longest_beginning(&self, text: &str) -> Option<&str> {
        let mut text = text;
        loop {
            // All that is in order between a beginning of the text and the text begins so, too. So the last
            // word up to the text is its longest beginning, or tells how long that is at most.
            let n = self.partition(|word| word <= text.as_bytes()).checked_sub(1)?;
            let word = self.get(n);
            let common = word.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
            if common == word.len() {
                return Some(word).filter(|word| !word.is_empty());
            }
            text = &text[..text.floor_char_boundary(common)];
        }
    }

    /// How many words come before, if those that do are the first ones. UTF-8 is in order as its bytes are.
    fn partition(&self, mut is_before: impl FnMut(&[u8]) -> bool) -> usize {
        let text = self.text.as_bytes();
        // By blocks, whose first words need no adding up; then through the one that is left.
        let (mut low, mut high) = (0, self.pieces.blocks.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(&text[self.pieces.range(middle * BLOCK)]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let Some(block) = low.checked_sub(1) else { return 0 };
        let pieces = self.pieces.since_block(block).take(BLOCK);
        block * BLOCK + pieces.take_while(|piece| is_before(&text[piece.clone()])).count()
    }
}

impl Localized {
    /// The same wording, said of one language.
    pub fn one(lang: &str, text: &str) -> Localized {
        Localized { texts: vec![Translation { lang: lang.to_owned(), text: text.to_owned() }] }
    }
}

impl ArchivedLocalized {
    /// All wordings: language tag and text, in the order of the source.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        unpack_texts(&self.texts)
    }

    /// The wording for a reader of `lang`, after its language tag: that language's; else the other
    /// Chinese script's for a Chinese reader; else English; else whatever comes first. `None` if there
    /// is no wording at all.
    pub fn get(&self, lang: &str) -> Option<(&str, &str)> {
        let of = |tag: &str| self.iter().find(|(known, _)| *known == tag);
        of(lang)
            .or_else(|| {
                let primary = lang.split('-').next();
                self.iter().find(|(known, _)| known.split('-').next() == primary)
            })
            .or_else(|| of("en"))
            .or_else(|| self.iter().next())
    }

    /// [`get`](Self::get), or the empty string.
    pub fn text(&self, lang: &str) -> &str {
        self.get(lang).map_or("", |(_, text)| text)
    }
}

impl ArchivedSpan {
    /// The span as a range of bytes.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start.to_native() as usize..self.end.to_native() as usize
    }
}

impl ArchivedCorpus {
    /// The place of the document with this id.
    pub fn document_by_id(&self, id: &str) -> Option<usize> {
        self.documents.iter().position(|document| document.id == id)
    }

    /// The place of the passage with this id.
    pub fn passage_by_id(&self, id: &str) -> Option<usize> {
        self.passages.iter().position(|passage| passage.id == id)
    }

    /// The passages of document `n`, as a range of indices.
    pub fn passages_of(&self, n: usize) -> std::ops::Range<usize> {
        let document = &self.documents[n];
        let first = document.first_passage.to_native() as usize;
        first..first + document.passage_count.to_native() as usize
    }

    /// Whether passage `n` counts as a paragraph of its document: content that was not said before.
    pub fn is_paragraph(&self, n: usize) -> bool {
        let passage = &self.passages[n];
        passage.role.get() == Role::Content && passage.repeats().is_none()
    }

    /// Which paragraph of its document passage `n` is, counted from 1, if it is one.
    pub fn paragraph(&self, n: usize) -> Option<usize> {
        let first = self.documents[self.passages[n].document.to_native() as usize].first_passage;
        let before = (first.to_native() as usize..n).filter(|&n| self.is_paragraph(n));
        self.is_paragraph(n).then(|| before.count() + 1)
    }

    /// The words of passage `n`, as they stand in the source.
    pub fn text(&self, n: usize) -> Cow<'_, str> {
        self.unfolding.text(n, &self.passages[n].folded)
    }

    /// Appends the words that a part of the folded text of passage `n` (bytes) came from, as
    /// [`original_spans`](Self::original_spans) has it.
    pub fn push_original(&self, n: usize, folded: Range<usize>, to: &mut String) {
        self.unfolding.push(n, &self.passages[n].folded, folded, to);
    }

    /// Spans of the folded text of passage `n`, in bytes, as spans of its text. They ascend and do not overlap.
    ///
    /// A span that covers a part of what a character folds to (one letter of a ligature) gives the whole
    /// character.
    pub fn original_spans(&self, n: usize, folded: &[Range<usize>]) -> Vec<Range<usize>> {
        self.unfolding.original_spans(n, folded)
    }

    /// Where byte `place` of the text of passage `n` is in its folded text.
    pub fn folded_place(&self, n: usize, place: usize) -> usize {
        self.unfolding.folded_place(n, place)
    }

    /// The headings above passage `n`, innermost first.
    pub fn above(&self, n: usize) -> impl Iterator<Item = usize> + '_ {
        // A heading comes before what it heads; so there is an end, whatever an image says.
        let above = |n: usize| unpack_place(self.passages[n].headings).filter(|&above| above < n);
        std::iter::successors(above(n), move |&heading| above(heading))
    }

    /// The headings above passage `n`, outermost first.
    pub fn headings(&self, n: usize) -> Vec<usize> {
        let mut headings: Vec<usize> = self.above(n).collect();
        headings.reverse();
        headings
    }

    /// The scheme that feeds the facet `id`.
    pub fn scheme(&self, id: &str) -> Option<(usize, &ArchivedScheme)> {
        self.schemes.iter().enumerate().find(|(_, scheme)| scheme.id == id)
    }

    /// All evidence of a label of passage `n`: its own, and that of the passage's narrower labels.
    pub fn evidence<'a>(
        &'a self,
        n: usize,
        label: PackedLabel<'a>,
    ) -> impl Iterator<Item = PackedEvidence<'a>> + 'a {
        let concepts = &self.schemes[label.scheme].concepts;
        let broader =
            |n: &usize| concepts[*n].broader.as_ref().map(|broader| broader.to_native() as usize);
        let is_below = move |other: &PackedLabel<'_>| {
            other.scheme == label.scheme
                && std::iter::successors(Some(other.concept), broader)
                    .any(|above| above == label.concept)
        };
        self.labels_of(n).filter(is_below).flat_map(|label| label.evidence())
    }

    /// The labels of passage `n`, in order.
    pub fn labels_of(&self, n: usize) -> impl Iterator<Item = PackedLabel<'_>> {
        unpack_labels(self.labels.get(n))
    }

    /// What is like passage `n`, best first.
    pub fn similar_to(&self, n: usize) -> impl Iterator<Item = Similar> + '_ {
        unpack_similar(self.similar.get(n))
    }

    /// The labels of passage `n` that belong to scheme `id`, each with its concept.
    pub fn labels<'a>(
        &'a self,
        n: usize,
        id: &str,
    ) -> impl Iterator<Item = (PackedLabel<'a>, &'a ArchivedConcept)> + 'a {
        let scheme = self.scheme(id);
        self.labels_of(n).filter_map(move |label| {
            let (place, scheme) = scheme?;
            (label.scheme == place).then(|| (label, &scheme.concepts[label.concept]))
        })
    }
}

impl ArchivedAppendix {
    /// The name of the rule, or the curator's reason, that a piece of evidence comes from.
    pub fn rule(&self, evidence: &PackedEvidence<'_>) -> &str {
        self.rules.get(evidence.rule)
    }

    /// What is said of concept `n` of scheme `scheme`, if anything is.
    pub fn definition(&self, scheme: usize, n: usize) -> Option<&ArchivedDefinition> {
        self.definitions.get(scheme)?.get(n)
    }
}

impl ArchivedPassage {
    /// The earlier passage (index) of the same document that this one says again.
    pub fn repeats(&self) -> Option<usize> {
        unpack_place(self.repeats)
    }

    /// Its translation in the same document (index).
    pub fn parallel(&self) -> Option<usize> {
        unpack_place(self.parallel)
    }

    /// Dates the passage names.
    pub fn dates(&self) -> &[ArchivedDate] {
        unpack_list(&self.dates)
    }

    /// Quantities the passage names.
    pub fn figures(&self) -> &[ArchivedFigure] {
        unpack_list(&self.figures)
    }
}
