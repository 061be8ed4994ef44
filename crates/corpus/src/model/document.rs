//! What is a document, and how is it cited? Titles and other wordings by language.

use std::ops::Range;

use rkyv::{Archive, Serialize};

use super::Words;
use crate::packed::{Packed, unpack_texts};
use crate::publication::Publication;

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
    /// The date (EDTF) that relative dates in it are counted from, where it says none and the curator assumed one.
    pub reference_date: Option<String>,
    /// The language it was written in, where that is known.
    pub original_language: Option<String>,
    /// Tags of the languages its passages are in, most passages first.
    pub languages: Vec<String>,
    /// Keywords as the document gives them.
    pub keywords: Vec<String>,
    /// Who owns it, by language; no wording where nothing is said.
    pub rights: Localized,
    /// Index of its first passage in [`Corpus::passages`](super::Corpus::passages).
    pub first_passage: u32,
    /// How many passages it has.
    pub passage_count: u32,
}

impl Document {
    /// Its passages, as a range of indices.
    pub fn passages(&self) -> Range<usize> {
        let first = self.first_passage as usize;
        first..first + self.passage_count as usize
    }
}

impl ArchivedDocument {
    /// Its passages, as a range of indices.
    pub fn passages(&self) -> Range<usize> {
        let first = self.first_passage.to_native() as usize;
        first..first + self.passage_count.to_native() as usize
    }

    /// The tag of the language it was written in, as far as it is known: else of the one that most of its
    /// passages are in, and `und` if it has none.
    pub fn language(&self) -> &str {
        let most = self.languages.first().map(|tag| &**tag);
        self.original_language.as_deref().or(most).unwrap_or("und")
    }
}

/// How documents are cited. Those of which the same is known differ in title and key alone, and share their texts.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Citations {
    /// Texts with marks for address and day ([`crate::citation::fill`]), and for title and key.
    pub texts: Words,
    /// Of each document in turn its text in each of [`crate::citation::Form::ALL`]: places in `texts`.
    pub of_documents: Vec<u32>,
}

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
