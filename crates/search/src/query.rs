//! How is a query read? Text in, tree and notes out; never an error without the nearest reading.

mod calendar;
mod expand;
mod family;
mod field;
mod forms;
mod join;
mod nowhere;
mod number;
mod parse;
mod periods;
mod widen;
mod word;

use std::fmt;
use std::ops::Range;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::ROLE;
use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedThesaurus, ArchivedUsage};

use crate::needle::{Seeker, Sought};
use crate::rank::Asked;
use crate::{keywords, matching};
use widen::Widener;

pub(crate) use calendar::Days;
pub(crate) use family::stems;
pub use join::{and, literally, valued};
pub(crate) use parse::read;

/// How a query was read. It is of the corpus that was asked, and of no other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    pub(crate) root: Option<Node>,
    /// If it is a question, what is found that has most of it, beside what has all.
    pub(crate) question: Option<Question>,
    /// What was wrong with the query or had to be guessed, in the order of the text.
    pub notes: Vec<Note>,
    /// The parts at the top of the query, each of which can be taken away by itself.
    pub parts: Vec<Part>,
    /// Words of the first hits that are used as the reader's are, and by which these were found.
    pub(crate) alike: Vec<Needle>,
}

/// What makes a question of a query.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Question {
    /// The words that ask, folded; empty if only its end says that it is one.
    pub(crate) asking: String,
    /// What answers it.
    pub(crate) answer: Answer,
}

/// A part of a query that can be taken away by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the query, in bytes.
    pub span: Range<usize>,
    /// The words as they stand there.
    pub text: String,
    /// What it is.
    pub kind: PartKind,
    /// What stands for it as well.
    pub also: Vec<Also>,
}

impl Part {
    /// Where its words stand in the query, without what excludes them, in bytes.
    pub fn words(&self) -> Range<usize> {
        match self.kind {
            PartKind::Exclusion => {
                self.span.end - parse::words_excluded(&self.text).len()..self.span.end
            }
            _ => self.span.clone(),
        }
    }
}

/// Something that stands for a part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Also {
    /// The words, folded; [`crate::as_written`] gives them as the corpus writes them, if it has them.
    pub folded: String,
    /// Why it stands for it.
    pub how: How,
}

/// Why a passage's words stand for a part of a query, from the surest to the least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// They are the reader's own.
    Written,
    /// Another form of the word.
    Inflected,
    /// Another name of the same.
    Name,
    /// The dictionary translates the one by the other.
    Translation,
    /// The dictionary translates them by the one and another word together.
    Partly,
    /// They mean something of the kind.
    Related,
    /// They are only near: a slip, or the beginning of a word.
    Near,
}

/// What a part of a query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A word, or a run of characters.
    Word,
    /// An exact phrase.
    Phrase,
    /// The beginning of a word.
    Prefix,
    /// `field:value`.
    Field,
    /// Something that must not occur.
    Exclusion,
    /// A group, or alternatives.
    Group,
    /// A word that says nothing by itself, left out beside words that do.
    StopWord,
}

/// Something a reader should know about how the query was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where in the query, in bytes.
    pub span: Range<usize>,
    /// What.
    pub kind: NoteKind,
}

impl Note {
    /// At which character of the query it stands, counted from 1.
    pub fn character(&self, query: &str) -> usize {
        query.char_indices().take_while(|(at, _)| *at < self.span.start).count() + 1
    }
}

impl NoteKind {
    /// Whether only its place tells what it is about: what it says names no part of the query.
    pub fn needs_place(&self) -> bool {
        matches!(
            self,
            NoteKind::OpenQuote | NoteKind::OpenGroup | NoteKind::StrayBracket | NoteKind::TooDeep
        )
    }
}

/// What there is to say about a query. [`fmt::Display`] says it in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// A quotation mark is not closed; the phrase was read to the end.
    OpenQuote,
    /// A bracket is not closed; the group was read to the end.
    OpenGroup,
    /// A closing bracket without an opening one was left out.
    StrayBracket,
    /// `OR` or `-` with nothing to go with was left out.
    Dangling(String),
    /// There is no such field.
    UnknownField {
        /// What was asked for.
        field: String,
        /// The field that was taken; if none comes near, it was read as words.
        taken: Option<String>,
    },
    /// `field:` without a value was left out.
    NoValue(String),
    /// The field has no such value; the part was left out.
    UnknownValue {
        /// The field.
        field: String,
        /// What was asked for.
        value: String,
    },
    /// The field has no such value; it was read as words.
    ValueAsWords {
        /// The field.
        field: String,
        /// What was asked for.
        value: String,
    },
    /// The field has no such value; the nearest one was taken.
    NearestValue {
        /// The field.
        field: String,
        /// What was asked for.
        value: String,
        /// What was taken.
        taken: String,
    },
    /// Groups nest too deep; the rest was read without its brackets.
    TooDeep,
    /// The query is longer than is read; the rest was left out.
    TooLong,
    /// No passage has the word; words that begin so were taken.
    ReadAsPrefix(String),
    /// No passage has the word or one that begins so; near words were taken.
    NearMiss {
        /// What was asked for.
        word: String,
        /// What was taken.
        taken: Vec<String>,
    },
    /// No passage has all of the words; those with the most telling ones were taken.
    Relaxed,
    /// Words that no passage has, nor any that means the same.
    Nowhere(Vec<String>),
    /// A question: passages with the most telling words follow those with all of them.
    Widened,
    /// No passage has all of the words; those come first to which the curator gave them as a keyword.
    Keyword,
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoteKind::OpenQuote => {
                write!(
                    f,
                    "a quotation mark is not closed; the phrase was read to the end of the query"
                )
            }
            NoteKind::OpenGroup => {
                write!(f, "a bracket is not closed; the group was read to the end of the query")
            }
            NoteKind::StrayBracket => {
                write!(f, "a closing bracket without an opening one was ignored")
            }
            NoteKind::Dangling(what) => {
                write!(f, "“{what}” has nothing to apply to and was ignored")
            }
            NoteKind::UnknownField { field, taken: Some(taken) } => {
                write!(f, "there is no field “{field}”; “{taken}” was used instead")
            }
            NoteKind::UnknownField { field, taken: None } => {
                write!(f, "there is no field “{field}”; it was read as words")
            }
            NoteKind::NoValue(field) => write!(f, "“{field}:” has no value and was ignored"),
            NoteKind::UnknownValue { field, value } => {
                write!(f, "there is no {field} “{value}”; it was ignored")
            }
            NoteKind::ValueAsWords { field, value } => {
                write!(f, "there is no {field} “{value}”; it was read as words")
            }
            NoteKind::NearestValue { field, value, taken } => {
                write!(f, "there is no {field} “{value}”; “{taken}” was used instead")
            }
            NoteKind::TooDeep => {
                write!(f, "groups are nested too deeply; the rest was read without brackets")
            }
            NoteKind::TooLong => write!(f, "the query is too long; the rest was ignored"),
            NoteKind::ReadAsPrefix(word) => {
                write!(f, "no passage contains “{word}”; showing words that begin with it")
            }
            NoteKind::NearMiss { word, taken } => {
                write!(
                    f,
                    "no passage contains “{word}”; showing the closest words: {}",
                    taken.join(", ")
                )
            }
            NoteKind::Relaxed => {
                write!(
                    f,
                    "no passage contains all of these words; showing those that contain most of them"
                )
            }
            NoteKind::Nowhere(words) => {
                write!(f, "no passage contains “{}”, nor what means the same", words.join("”, “"))
            }
            NoteKind::Widened => {
                write!(
                    f,
                    "read as a question: passages that contain all of its words come first, then those that contain \
                     most of them"
                )
            }
            NoteKind::Keyword => {
                write!(
                    f,
                    "no passage contains all of these words; those to which the curator gave them as a keyword \
                     come first"
                )
            }
        }
    }
}

/// The tree of a query.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// What stands for one term of the query.
    Term(Term),
    /// Enough of these, by how telling they are, for a query that is asked so. It may be a question, with this
    /// answer.
    Most(Vec<Node>, Asked, Answer),
    /// Any of these values of a facet.
    Values {
        facet: usize,
        values: Vec<usize>,
    },
    /// A date inside the passage that overlaps this one.
    Date(Edtf),
    Figure(FigureTest),
}

/// A term of the query: a passage has it by any one of these.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Term {
    pub(crate) needles: Vec<Needle>,
    /// A date of the passage within this one.
    pub(crate) date: Option<Days>,
    /// That date, where it takes reading to tell which days it has.
    pub(crate) period: Option<Edtf>,
    /// A figure of the passage of this value.
    pub(crate) figure: Option<FigureTest>,
    /// What passages are labelled with that are about it, though they may say it otherwise.
    pub(crate) labels: Vec<Label>,
    /// Passages that the curator gave a keyword with it, ascending.
    pub(crate) indexed: Vec<usize>,
    /// How many words it is more than one.
    pub(crate) more_words: usize,
    /// Whether a hyphen joins it to the one before: both are one word of the reader's.
    pub(crate) is_joined: bool,
    /// Whether it says nothing by itself.
    pub(crate) is_stop_word: bool,
    /// Whether the reader asks for these very words.
    pub(crate) is_exact: bool,
    /// Whether it must be there even where not all words need be: a phrase in quotation marks.
    pub(crate) is_required: bool,
}

/// A value of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) facet: usize,
    pub(crate) value: usize,
}

/// A run of folded characters to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    pub(crate) folded: String,
    /// Whether a word may go on after it.
    pub(crate) is_prefix: bool,
    pub(crate) how: How,
    sought: Sought,
}

impl Needle {
    pub(crate) fn new(folded: &str, how: How) -> Needle {
        let sought = Sought::default();
        Needle { folded: folded.to_owned(), is_prefix: false, how, sought }
    }

    /// What looks for it, in the one corpus that the query is asked of.
    pub(crate) fn seeker(&self, corpus: &ArchivedCorpus) -> &Seeker {
        self.sought.of(corpus, self)
    }
}

impl Term {
    /// What stands for the term beside itself.
    fn also(&self) -> Vec<Also> {
        let others = self.needles.iter().filter(|needle| needle.how != How::Written);
        let period = self.period.map(|it| Also { folded: it.to_string(), how: How::Inflected });
        period.into_iter().chain(others.map(Also::from)).collect()
    }
}

impl From<&Needle> for Also {
    fn from(needle: &Needle) -> Also {
        Also { folded: needle.folded.clone(), how: needle.how }
    }
}

/// Which figures are meant: a range of values, and a unit or currency where one is named.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureTest {
    pub(crate) at_least: f64,
    pub(crate) at_most: f64,
    /// The unit as the reader calls it, and other names of it, folded; none for any.
    pub(crate) units: Vec<String>,
}

impl FigureTest {
    /// Of one value, in this unit; an empty one is any.
    pub(crate) fn of(value: f64, unit: &str) -> FigureTest {
        let units = if unit.is_empty() { Vec::new() } else { vec![unit.to_owned()] };
        FigureTest { at_least: value, at_most: value, units }
    }

    /// Of any value, in this unit.
    pub(crate) fn any_of(unit: &str) -> FigureTest {
        FigureTest {
            at_least: f64::NEG_INFINITY,
            at_most: f64::INFINITY,
            ..FigureTest::of(0.0, unit)
        }
    }

    /// With what else the corpus calls the unit, as in another language.
    fn with_names(mut self, corpus: &ArchivedCorpus) -> FigureTest {
        let Some(own) = self.units.first() else { return self };
        let measures = matching::units(corpus, own).map(str::to_owned);
        let others = expand::equivalents(corpus, own).into_iter().map(|needle| needle.folded);
        let others: Vec<String> = measures.chain(others).collect();
        self.units.extend(others);
        self
    }
}

/// Whether most of many words are asked for, or of a question.
fn is_asked_at_length(node: &Node) -> bool {
    match node {
        Node::All(nodes) => nodes.iter().any(is_asked_at_length),
        Node::Most(_, asked, _) => *asked == Asked::AtLength,
        _ => false,
    }
}

impl Reading {
    /// What to look for where not all words need be there; `None` if all of it must.
    pub(crate) fn most(&self) -> Option<Node> {
        parse::most_of(self.root.as_ref()?, self.question.as_ref())
    }

    /// Asks for `most` of the words, and says so and why. With `usage`, words that are used as these are hint at them.
    pub(crate) fn relaxed(
        mut self,
        corpus: &ArchivedCorpus,
        thesaurus: Option<&ArchivedThesaurus>,
        usage: Option<&ArchivedUsage>,
        mut most: Node,
        note: Note,
    ) -> Reading {
        let is_keyword = note.kind == NoteKind::Keyword;
        Widener { corpus, thesaurus, usage, is_keyword, parts: &mut self.parts }.widen(&mut most);
        self.root = Some(most);
        self.notes.push(note);
        self
    }

    /// Whether the last word of the query may be the beginning of one: of one word alone it is known what it means, the
    /// last of several may still be written.
    pub(crate) fn may_be_begun(&self, corpus: &ArchivedCorpus, query: &str) -> bool {
        let last = self.parts.last().filter(|_| self.parts.len() > 1);
        last.is_some_and(|part| {
            part.kind == PartKind::Word
                && part.span.end == query.len()
                && expand::begins_any(corpus, &corpus.fold.fold(&part.text).text)
        })
    }

    /// Says which words of the query the corpus lacks, where not all need be there.
    pub(crate) fn tell_nowhere(&mut self, corpus: &ArchivedCorpus) {
        let Some(relaxed) = self.notes.iter().find(|note| note.kind == NoteKind::Relaxed) else {
            return;
        };
        let span = relaxed.span.clone();
        let root = self.root.as_ref();
        if let Some(words) = root.and_then(|most| nowhere::words(corpus, most, &self.parts)) {
            self.notes.push(Note { span, kind: NoteKind::Nowhere(words) });
        }
    }

    /// The query as one keyword that the curator gave passages; `None` if it is none.
    pub(crate) fn as_keyword(
        &self,
        corpus: &ArchivedCorpus,
        thesaurus: &ArchivedThesaurus,
    ) -> Option<Term> {
        let is_word = |part: &Part| {
            matches!(part.kind, PartKind::Word | PartKind::StopWord) && !part.text.starts_with('+')
        };
        if !self.parts.iter().all(is_word) {
            return None;
        }
        let words: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        let folded = corpus.fold.fold(&words.join(" ")).text;
        let indexed = keywords::having(corpus, thesaurus, &folded);
        let needles = vec![Needle::new(&folded, How::Written)];
        (!indexed.is_empty()).then(|| Term { needles, indexed, ..Term::default() })
    }

    /// Asks for a keyword as well, before all else, and says so.
    pub(crate) fn add(&mut self, term: Term, note: Note) {
        if self.notes.iter().all(|said| said.kind != note.kind) {
            self.notes.push(note);
        }
        let both = std::iter::once(Node::Term(term)).chain(self.root.take());
        self.root = Some(Node::Any(both.collect()));
    }

    /// Whether no passage has a word of it, and near ones were taken.
    pub fn is_near_miss(&self) -> bool {
        self.notes.iter().any(|note| matches!(note.kind, NoteKind::NearMiss { .. }))
    }

    /// Whether most of its words are asked for, as they are many or a question.
    pub(crate) fn is_asked_at_length(&self) -> bool {
        self.root.as_ref().is_some_and(is_asked_at_length)
    }

    /// Whether nothing else is asked for than most of its words.
    pub(crate) fn is_words_alone(&self) -> bool {
        matches!(self.root, Some(Node::Most(..)))
    }

    /// Tells of words by which hits were found, and for which part of the query.
    pub(crate) fn tell(&mut self, corpus: &ArchivedCorpus, words: Vec<(usize, &str)>) {
        for (part, word) in words {
            let mut forms = Vec::new();
            expand::forms_of(corpus, word, How::Related, &mut forms);
            for needle in forms {
                let also = &mut self.parts[part].also;
                if also.iter().all(|other| other.folded != needle.folded) {
                    also.push(Also::from(&needle));
                }
                expand::push(needle, &mut self.alike);
            }
        }
    }

    /// Says of words for which others were taken that no passage has them, and no more: these found nothing either.
    pub(crate) fn show_nothing(&mut self) {
        for note in &mut self.notes {
            let (NoteKind::ReadAsPrefix(word) | NoteKind::NearMiss { word, .. }) = &mut note.kind
            else {
                continue;
            };
            note.kind = NoteKind::Nowhere(vec![std::mem::take(word)]);
        }
    }

    /// Whether the query itself says which roles are meant.
    pub fn names_role(&self) -> bool {
        fn names(node: &Node) -> bool {
            match node {
                Node::All(nodes) | Node::Any(nodes) | Node::Most(nodes, ..) => {
                    nodes.iter().any(names)
                }
                Node::Values { facet, .. } => *facet == ROLE,
                _ => false,
            }
        }
        self.root.as_ref().is_some_and(names)
    }
}
