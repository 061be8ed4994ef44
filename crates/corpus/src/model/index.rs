//! What does a search look things up in? Postings of characters and words, and the lexicon.

use rkyv::{Archive, Serialize};

use super::{Postings, Words};

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
    /// The stems ([`crate::text::stem`]) of the words of ASCII that units of figures have, in small letters, sorted.
    pub units: Words,
    /// What a measure that figures have may be written as, and which it is, both folded: `km=kilometres`. Sorted.
    pub unit_names: Words,
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
    /// The places in `terms` of names that are ordinary words in a row (labor shortage), ascending: these words need
    /// not stand side by side.
    pub ordinary_names: Vec<u32>,
    /// For each term, the terms of the corpus that the dictionary translates it by.
    pub translations: Postings,
    /// For each term, the terms of the corpus that the dictionary translates by it and another word together.
    pub partial_translations: Postings,
    /// What speaks for a concept of the schemes, folded and sorted: words of scripts with spaces as their
    /// stems, and the beginnings of words with a `*` behind them.
    pub signals: Words,
    /// For each signal, the concepts it speaks for: places in all concepts of
    /// [`Corpus::schemes`](super::Corpus::schemes), one scheme after the other.
    pub signalled: Postings,
    /// Words that say nothing by themselves, folded and sorted: a question is asked without them.
    pub stop_words: Words,
    /// Stems of words that say little by themselves, folded and sorted: they count less in a question.
    pub light_words: Words,
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
