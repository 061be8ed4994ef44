//! Who is named that no scheme lists? Persons told by how texts write their names, before anything is labelled; each
//! becomes a concept of the scheme of persons, and every mention of one a label with its evidence.
//!
//! A person in a facet who is none is worse than one who is missing. So a name counts only where something else
//! speaks for it (`latin`, `chinese`), and none that a scheme has in any wording: what a curator wrote goes first
//! (`known`). `drafts` puts the wordings of one person together, `mentions` finds where they stand.

mod chinese;
mod drafts;
mod known;
mod latin;
mod lists;
mod mentions;
mod pinyin;
mod turns;

use std::collections::BTreeMap;
use std::ops::Range;

use vitrine_corpus::model::{Document, Passage, Role};

use crate::config::{Config, PERSON};
use crate::folding::Folding;
use chinese::{Chinese, Form};
use drafts::Sighting;
use known::Known;
use latin::Latin;

pub(super) use mentions::label;

/// The persons of a corpus whom no scheme lists.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) persons: Vec<Person>,
}

/// A person, in all wordings.
#[derive(Debug)]
pub(crate) struct Person {
    /// The name in Latin letters if a text has it; else in Pinyin, but for a transcription or a Japanese name, which
    /// stays as it is written first.
    pub(crate) id: String,
    /// The name by language.
    pub(crate) label: BTreeMap<String, String>,
    /// Whether a scheme has this very name: the wordings that it does not have are its own, too.
    pub(crate) is_in_scheme: bool,
    wordings: Vec<Wording>,
}

/// A wording, folded, and where it means this person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wording {
    folded: String,
    kind: Kind,
    scope: Scope,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Latin,
    /// A family name in Latin letters.
    LatinShort,
    /// One that many bear, so that it means somebody only behind a form of address.
    LatinTitled,
    /// With a dot.
    Dotted,
    /// Any other name in Chinese characters.
    Chinese,
}

/// Where a wording means a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    /// In the whole corpus.
    Corpus,
    /// In this document, from this passage on.
    Document { number: u32, first: u32 },
}

/// Finds the persons of a corpus.
pub(crate) fn find(
    config: &Config,
    documents: &[Document],
    passages: &[Passage],
    languages: &[String],
    folding: &Folding,
) -> People {
    let texts = || passages.iter().map(|passage| passage.text.as_str());
    let names = Names {
        latin: Latin::new(texts()),
        chinese: Chinese::new(texts(), folding),
        languages,
        folding,
    };
    let mut sightings = Vec::new();
    for (n, document) in documents.iter().enumerate() {
        names.of_authors(n as u32, document, &mut sightings);
        let own = document.passages();
        let before = sightings.len();
        for number in own.clone() {
            names.of_passage(number as u32, &passages[number], &mut sightings);
        }
        let twice =
            turns::speakers(&passages[own.clone()], own.start, &sightings[before..], &names);
        sightings.extend(twice);
    }
    if sightings.is_empty() {
        return People::default();
    }
    drafts::people(sightings, &Known::new(config, folding), &names)
}

/// What tells names.
struct Names<'a> {
    latin: Latin<'a>,
    chinese: Chinese,
    languages: &'a [String],
    folding: &'a Folding,
}

impl Names<'_> {
    fn of_passage(&self, number: u32, passage: &Passage, sightings: &mut Vec<Sighting>) {
        if passage.role == Role::Boilerplate || passage.repeats.is_some() {
            return;
        }
        let language = &self.languages[usize::from(passage.lang)];
        let sighting = |text: &str, form: Option<Form>, latin: Option<String>| Sighting {
            document: passage.document,
            passage: number,
            language: chinese_of(language),
            text: text.to_owned(),
            folded: self.folding.fold(text).text,
            form,
            latin,
            inverted: None,
        };
        for name in self.latin.names(&passage.text, passage.role) {
            sightings.push(sighting(&passage.text[name], None, None));
        }
        for name in self.chinese.latin_bylines(&passage.text, &self.latin) {
            sightings.push(sighting(&passage.text[name], None, None));
        }
        if let Some((span, name)) = self.latin.inverted(&passage.text, passage.role) {
            let inverted = Some(self.folding.fold(&passage.text[span]).text);
            sightings.push(Sighting { inverted, ..sighting(&name, None, None) });
        }
        let mut chinese = self.chinese.names(&passage.text, &self.latin);
        chinese.extend(self.chinese.authors(&passage.text, passage.role));
        chinese.sort_by_key(|name| name.span.start);
        keep_apart(&mut chinese, |name| &name.span);
        for name in chinese {
            sightings.push(sighting(&passage.text[name.span], Some(name.form), name.latin));
        }
    }

    /// The authors of a document, where they have the form of persons.
    fn of_authors(&self, number: u32, document: &Document, sightings: &mut Vec<Sighting>) {
        let language = document.languages.first().map_or("", String::as_str);
        for author in &document.authors {
            let form = if self.latin.is_author(author) {
                None
            } else if self.chinese.is_name(author) {
                Some(Form::Chinese)
            } else {
                continue;
            };
            sightings.push(Sighting {
                document: number,
                passage: document.first_passage,
                language: chinese_of(language),
                text: author.clone(),
                folded: self.folding.fold(author).text,
                form,
                latin: None,
                inverted: None,
            });
        }
    }
}

/// The language of what is written in Chinese characters in a text of this one.
fn chinese_of(language: &str) -> String {
    if language.starts_with("zh") { language.to_owned() } else { "zh-Hans".to_owned() }
}

/// Leaves out what overlaps something before it; all of it stands in the order in which it begins.
fn keep_apart<T>(found: &mut Vec<T>, span: impl Fn(&T) -> &Range<usize>) {
    let mut end = 0;
    found.retain(|found| {
        let span = span(found);
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
}

/// Whether a word is a given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    lists::Lists::get().given.contains(&word.to_lowercase())
}

/// Whether a character is a family name of China.
pub(crate) fn is_family_name(c: char) -> bool {
    lists::Lists::get().surnames.contains_key(c.to_string().as_str())
}

/// The scheme of persons.
fn scheme(config: &Config) -> Option<usize> {
    config.schemes.iter().position(|scheme| scheme.id == PERSON)
}

#[cfg(test)]
mod tests;
