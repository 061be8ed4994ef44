//! Which rows of words with capitals are persons' names? Only those for which something else speaks: a given name
//! that is nothing else, an office before it, a calling behind it, a Chinese or Korean name's shape.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use vitrine_corpus::model::Role;

use super::lists::Lists;
use crate::folding::is_han;

/// A name has at most so many words, particles and initials counted.
const LONGEST: usize = 6;

/// How many words are looked at on either side of a name to tell a title (Most Words With Capitals) from running
/// text, and how many of them must be there to tell.
const AROUND: usize = 6;
const FEWEST_AROUND: usize = 3;

/// Before this word of a reference its authors stand, if all words before have capitals.
const AUTHORS: usize = 12;

/// How far the words beside a family name are looked for, in characters.
const NEIGHBOUR: usize = 24;

/// How many words behind a comma a calling may stand: a former professor, the foreign minister.
const APPOSITION: usize = 5;

/// A word of a text in Latin letters.
#[derive(Debug, Clone)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// In small letters, without accents.
    small: String,
    /// Whether a single space is all between it and the word before.
    is_joined: bool,
    /// What stands between it and the word before.
    gap: &'a str,
}

/// Tells persons' names in Latin letters.
pub(super) struct Latin<'a> {
    lists: &'static Lists,
    /// Words that the corpus writes with a small letter too.
    small: HashSet<&'a str>,
    /// Whether a word is one of English, as far as it was asked.
    known: RefCell<HashMap<String, bool>>,
}

impl<'a> Latin<'a> {
    pub(super) fn new(texts: impl Iterator<Item = &'a str>) -> Latin<'a> {
        // Addresses write names small.
        let is_prose = |chunk: &&str| {
            !chunk.contains(['@', '/', '_', '#', '\\'])
                && !chunk.trim_end_matches('.').contains('.')
        };
        let chunks = texts.flat_map(str::split_whitespace).filter(is_prose);
        let words = chunks.flat_map(|chunk| chunk.split(|c: char| !c.is_ascii_alphabetic()));
        let small = words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
        Latin { lists: Lists::get(), small: small.collect(), known: RefCell::default() }
    }

    /// The names of persons in a passage's text, in order.
    pub(super) fn names(&self, text: &str, role: Role) -> Vec<Range<usize>> {
        if !text.bytes().any(|byte| byte.is_ascii_uppercase()) || role == Role::Heading {
            return Vec::new();
        }
        let words = words(text);
        let mut names = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let end = self.run(&words, at);
            if end > at {
                names.extend(self.name(text, &words, at..end, role));
            }
            at = end.max(at + 1);
        }
        names
    }

    /// The author whom a reference names first, family name before given name, and the name as it is said: Smith,
    /// Anna B. is Anna B. Smith.
    pub(super) fn inverted(&self, text: &str, role: Role) -> Option<(Range<usize>, String)> {
        if role != Role::Reference {
            return None;
        }
        let words = words(text);
        let [family, given, rest @ ..] = &words[..] else { return None };
        let is_first = !text[..family.start].contains(char::is_alphabetic);
        let initials = rest.iter().take_while(|word| word.is_joined && is_initial(word)).count();
        let last = if initials == 0 { given } else { &rest[initials - 1] };
        // The point of an initial is the end of the sentence, too.
        let end = last.start + last.text.trim_end_matches('.').len();
        let is_one = is_first
            && given.gap == ", "
            && family.has_capital()
            && family.is_whole()
            && given.has_capital()
            // Of the form that has the year behind it, no other is written than names.
            && (self.is_given(given) || given.is_whole() && is_dated(&text[end..]))
            && !self.lists.no_names.contains(&family.small)
            && is_end_of_authors(&text[end..]);
        let said = || [&text[given.start..last.end()], family.text].join(" ");
        is_one.then(|| (family.start..end, said()))
    }

    /// A text that is to be a name and nothing else, as what stands in brackets behind a Chinese one.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let words = words(text);
        let run = 0..words.len();
        words.len() > 1
            && self.run(&words, 0) == words.len()
            && words[0].start == 0
            && words[words.len() - 1].end() == text.len()
            && self.can_be_a_name(&words[run])
    }

    /// Whether a text that is a name, as far as its form goes, begins with a given name.
    pub(super) fn begins_with_a_given_name(&self, text: &str) -> bool {
        words(text).first().is_some_and(|word| self.is_given(word))
    }

    /// Where the run of words with capitals that begins with this word ends; `at` itself, if none does.
    fn run(&self, words: &[Word<'_>], at: usize) -> usize {
        if !words[at].has_capital() {
            return at;
        }
        let mut end = at + 1;
        loop {
            let particles = words[end..]
                .iter()
                .take_while(|word| word.is_joined && self.lists.particles.contains(word.text));
            let next = end + particles.count();
            // At most three particles: de la, von und zu.
            if next - end > 2
                || !words.get(next).is_some_and(|word| word.is_joined && word.has_capital())
            {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// The name in a run of words with capitals, if a person's name is what the run is.
    fn name(
        &self,
        text: &str,
        words: &[Word<'_>],
        run: Range<usize>,
        role: Role,
    ) -> Option<Range<usize>> {
        let (own, is_after_office) = self.without_office(words, run);
        let name = &words[own.clone()];
        if name.len() < 2 || !self.can_be_a_name(name) || is_a_thing(text, words, &own, role) {
            return None;
        }
        let speaks = if self.is_given(&name[0]) {
            self.can_follow_a_given_name(&name[1..])
                && (is_after_office || !self.is_in_a_title(words, &own, role))
        } else {
            let is_word = |word: &Word<'_>| word.is_whole() && self.is_word(word);
            let is_odd = !self.telling(name).iter().any(is_word);
            // Who was just quoted may have a name like Grace or Banks, if it has another besides.
            self.is_who_spoke(words, &own) && !name.iter().all(is_word)
                || is_odd
                    && (is_after_office
                        || self.is_after_calling(words, own.start)
                        || self.is_before_calling(words, own.end)
                        || (self.is_eastern(name)
                            || self.is_korean(name)
                            || self.is_mongolian(name))
                            && !self.is_in_a_title(words, &own, role))
        };
        let last = &words[own.end - 1];
        speaks.then(|| words[own.start].start..last.end())
    }

    /// A run without the office before its name, and whether there was one; also without the word that a sentence
    /// begins with, if that is no part of the name.
    fn without_office(&self, words: &[Word<'_>], run: Range<usize>) -> (Range<usize>, bool) {
        let lists = self.lists;
        let makes = |n: &usize| {
            // Of an office with a hyphen the last part tells: Director-General, Vice-Chancellor.
            let office = words[*n].small.as_str();
            lists.offices.contains(office)
                || office.rsplit_once('-').is_some_and(|(_, last)| lists.offices.contains(last))
        };
        // The last word of the office: behind it two words are left for the name.
        let office = (run.start..run.end.saturating_sub(2)).rev().find(makes);
        let Some(office) = office else {
            let first = &words[run.start];
            let opens = first.begins_sentence() && run.len() > 2 && !self.is_given(first);
            let start = run.start + usize::from(opens && self.is_word(first));
            return (start..run.end, false);
        };
        (office + 1..run.end, true)
    }

    /// Whether nothing in the row says that it is something else.
    fn can_be_a_name(&self, name: &[Word<'_>]) -> bool {
        let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
        let wholes = name.iter().filter(|word| word.is_whole()).count();
        name.len() <= LONGEST
            && (2..=4).contains(&wholes)
            && !self.lists.particles.contains(first.text)
            && !ADDRESS.contains(&first.small.as_str())
            && last.is_whole()
            // What is called after somebody: a Gerald Ford-class carrier.
            && !["-class", "-type"].iter().any(|kind| last.text.ends_with(kind))
            && !self.telling(name).iter().any(|word| self.lists.no_names.contains(&word.small))
            && !self.lists.firms.contains(&joined(name))
    }

    fn is_given(&self, word: &Word<'_>) -> bool {
        let given = &self.lists.given;
        let first = word.small.split('-').next().unwrap_or_default();
        given.contains(&word.small) || given.contains(first)
    }

    /// Family names behind a given name: words of English only if they are family names too. A row of four is rather
    /// two names without a comma, unless a second given name is behind the first.
    fn can_follow_a_given_name(&self, rest: &[Word<'_>]) -> bool {
        let mut names =
            rest.iter().filter(|w| w.is_whole() && !self.lists.particles.contains(w.text));
        let is_name = |word: &Word<'_>| {
            self.is_given(word)
                || self.lists.word_surnames.contains(&word.small)
                || !self.is_word(word)
        };
        names.clone().all(is_name)
            && (names.clone().count() < 3 || names.next().is_some_and(|word| self.is_given(word)))
    }

    /// Chen Liyan, Cheng Kai-wen: a family name that stands first, and a given name of two syllables.
    fn is_eastern(&self, name: &[Word<'_>]) -> bool {
        let [family, given] = name else { return false };
        self.lists.romanised.contains(&family.small) && is_of_two_syllables(given.text)
    }

    /// Choe Hyok Chol: a family name of Korea alone, and two syllables apart.
    fn is_korean(&self, name: &[Word<'_>]) -> bool {
        let [family, given @ ..] = name else { return false };
        let is_family = self.lists.korean.contains(&family.small);
        is_family && given.len() == 2 && given.iter().all(has_one_syllable)
    }

    /// The words of a name that may not be words of English: Park Jin-ho is no park.
    fn telling<'n, 'w>(&self, name: &'n [Word<'w>]) -> &'n [Word<'w>] {
        let has_hyphen = self.is_eastern(name) && name[1].text.contains('-');
        &name[usize::from(has_hyphen)..]
    }

    /// Punsalmaagiin Ochirbat: the father's name, in Mongolian “of” him, before one's own.
    fn is_mongolian(&self, name: &[Word<'_>]) -> bool {
        let [father, own] = name else { return false };
        let of = &father.small;
        (of.ends_with("iin") || of.len() > 8 && of.ends_with("ain")) && own.text.len() > 3
    }

    /// Whether the word before is a calling with a small letter: the demographer Juan Perez. Before a colon it may have
    /// a capital, and it may be what notes to the press say: Media contact: Juan Perez.
    fn is_after_calling(&self, words: &[Word<'_>], start: usize) -> bool {
        let Some(before) = start.checked_sub(1).map(|n| &words[n]) else { return false };
        match words[start].gap {
            " " | ", " => {
                (before.is_small() || before.is_all_capitals()) && self.is_calling(&before.small)
            }
            ": " => self.is_calling(&before.small) || CONTACT.contains(&before.small.as_str()),
            _ => false,
        }
    }

    fn is_calling(&self, word: &str) -> bool {
        self.lists.offices.contains(word)
    }

    /// Whether what follows says who it is: Juan Perez, a retired professor; Juan Perez, 34, from Cusco.
    fn is_before_calling(&self, words: &[Word<'_>], end: usize) -> bool {
        let Some(next) = words.get(end) else { return false };
        if is_age(next.gap) || next.gap == " (" && PAPERS.contains(&next.small.as_str()) {
            return true;
        }
        if next.gap != ", " {
            return false;
        }
        if !["a", "an", "the", "who", "then"].contains(&next.text) && !self.is_calling(next.text) {
            return false;
        }
        let rest = words[end..].iter().enumerate().take(APPOSITION);
        let mut rest = rest.take_while(|(n, word)| *n == 0 || word.is_joined);
        let is_calling = |word: &Word<'_>| {
            self.is_calling(&word.small) || self.lists.callings.contains(&word.small)
        };
        rest.any(|(_, word)| word.is_small() && is_calling(word))
    }

    /// Whether a sentence was just quoted, and who it is stands behind: “…,” said Juan Perez, a cook; said Juan Perez
    /// of the harbour office. A body that speaks so says what it is, too: a group, a company.
    fn is_who_spoke(&self, words: &[Word<'_>], own: &Range<usize>) -> bool {
        let Some(verb) = own.start.checked_sub(1).map(|n| &words[n]) else { return false };
        let is_quoted = verb.gap.contains(['"', '\u{201d}', '\u{2019}', '\'', '\u{bb}']);
        if !is_quoted || !words[own.start].is_joined || !SAID.contains(&verb.text) {
            return false;
        }
        let Some(next) = words.get(own.end) else { return false };
        let rest = words[own.end..].iter().enumerate().take(APPOSITION);
        let mut rest = rest.take_while(|(n, word)| *n == 0 || word.is_joined);
        match next.gap {
            " " => ["of", "from", "at"].contains(&next.text),
            ", " if ["a", "an", "the", "who", "whose"].contains(&next.text) => {
                !rest.any(|(_, word)| self.lists.no_names.contains(&word.small))
            }
            _ => false,
        }
    }

    /// Whether most words around, up to the next mark, have capitals, as in a title, which tells nothing of a single one. The author before
    /// a title is known by standing first.
    fn is_in_a_title(&self, words: &[Word<'_>], own: &Range<usize>, role: Role) -> bool {
        let is_author = || {
            let mut before = words[..own.start].iter();
            own.start <= AUTHORS
                && before.all(|w| !w.is_small() || w.text == "and" || w.text == "with")
        };
        if role == Role::Metadata || role == Role::Reference && is_author() || is_byline(words) {
            return false;
        }
        let before = words[..own.start].iter().rev().take(AROUND);
        let before = before.scan(words[own.start].is_joined, |goes_on, word| {
            std::mem::replace(goes_on, word.is_joined).then_some(word)
        });
        let after = words[own.end..].iter().take(AROUND);
        let after = after.take_while(|word| word.is_joined);
        let around: Vec<&Word<'_>> =
            before.chain(after).filter(|word| word.text.len() > 3).collect();
        let capitals = around.iter().filter(|word| !word.is_small()).count();
        around.len() >= FEWEST_AROUND && capitals * 5 >= around.len() * 4
    }

    /// Whether a word is one of English: the corpus writes it with a small letter, or the dictionary does.
    fn is_word(&self, word: &Word<'_>) -> bool {
        if self.small.contains(word.small.as_str()) {
            return true;
        }
        let mut known = self.known.borrow_mut();
        *known.entry(word.small.clone()).or_insert_with(|| in_dictionary(&word.small))
    }

    /// Whether a text that is said to be an author is a person's name, as far as its form goes.
    pub(super) fn is_author(&self, text: &str) -> bool {
        let words = words(text);
        self.is_name(text)
            && (self.is_given(&words[0]) || !words.iter().any(|w| w.is_whole() && self.is_word(w)))
    }

    /// The family name of a full name, if it can stand for it: no word, no given name, no name that stands first.
    pub(super) fn family<'n>(&self, name: &'n str) -> Option<&'n str> {
        let words = words(name);
        let (first, last) = (words.first()?, words.last()?);
        let stands_first = self.lists.romanised.contains(&first.small) && !self.is_given(first);
        let is_other = self.is_word(last)
            || self.is_given(last)
            || self.lists.word_surnames.contains(&last.small)
            || self.lists.romanised.contains(&last.small);
        (!stands_first && !is_other).then(|| &name[last.start..last.end()])
    }

    /// The family name of a name of China or Korea, which stands first, and for the whole only behind a form of
    /// address: Park Jin-ho, then Mr Park.
    pub(super) fn eastern_family<'n>(&self, name: &'n str) -> Option<&'n str> {
        let words = words(name);
        let first = words.first().filter(|first| !self.is_given(first))?;
        self.is_eastern(&words).then(|| &name[first.start..first.end()])
    }
}

/// Whether a word has the vowels of one syllable, of whatever language.
fn has_one_syllable(word: &Word<'_>) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let small = word.small.as_str();
    let vowels = small.split(|c| !is_vowel(c)).filter(|vowels| !vowels.is_empty()).count();
    (2..=6).contains(&small.len()) && vowels == 1
}

/// Whether a reference goes on behind its authors with a title, a year, another author or an editor's mark.
fn is_end_of_authors(rest: &str) -> bool {
    const ENDS: [&str; 10] =
        [".", " (", ", and ", " and ", ", ed", ", \"", ", \u{201c}", ", \u{300a}", ";", " & "];
    rest.starts_with(ENDS[0]) && !rest.starts_with("..")
        || rest.starts_with(' ') && rest.trim_start().starts_with('"')
        || ENDS[1..].iter().any(|end| rest.starts_with(end))
}

/// Whether the year of a reference in brackets comes next: ` (1990)`.
fn is_dated(rest: &str) -> bool {
    let Some(year) = rest.strip_prefix(" (").and_then(|rest| rest.get(..4)) else { return false };
    year.bytes().all(|b| b.is_ascii_digit())
}

fn is_initial(word: &Word<'_>) -> bool {
    word.has_capital() && !word.is_whole()
}

/// What a sentence that was quoted is followed by, before who said it.
const SAID: [&str; 16] = [
    "said",
    "says",
    "asked",
    "asks",
    "added",
    "adds",
    "told",
    "argued",
    "argues",
    "recalled",
    "testified",
    "explained",
    "warned",
    "complained",
    "wrote",
    "noted",
];

/// What lists of those under sanctions say in brackets behind a name, of persons alone.
const PAPERS: [&str; 4] = ["passport", "dob", "born", "nationality"];

/// Before whom to ask stands.
const CONTACT: [&str; 5] = ["contact", "contacts", "enquiries", "inquiries", "queries"];

/// Whether a passage says first whose it is: By Anna Smith in Cairo.
fn is_byline(words: &[Word<'_>]) -> bool {
    let [by, name, ..] = words else { return false };
    by.text == "By" && by.begins_sentence() && name.is_joined && name.has_capital()
}

/// Whether an age stands between a name and what follows: Juan Perez, 34, …
fn is_age(gap: &str) -> bool {
    let age = gap.strip_prefix(", ").and_then(|rest| rest.strip_suffix(", "));
    age.is_some_and(|age| age.len() == 2 && age.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Forms of address, which stand before a family name alone.
const ADDRESS: [&str; 12] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "dr",
    "doctor",
    "prof",
    "professor",
    "madam",
    "madame",
    "mme",
];

/// Whether a family name stands by itself behind a form of address, or before what its bearer says: Mr Park, DR TSENG,
/// Park: Not yet.
pub(super) fn is_addressed(text: &str, at: &Range<usize>) -> bool {
    let speaks = at.start == 0 && text[at.end..].starts_with([':', '：']);
    speaks || has_address(text, at.start) && stands_alone(text, at)
}

/// Whether a form of address stands right before this place.
fn has_address(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix([' ', '\u{a0}']).unwrap_or_default();
    let before = before.strip_suffix('.').unwrap_or(before);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && ADDRESS.contains(&word.to_lowercase().as_str())
}

/// Whether a family name stands by itself: no other name before or behind it, so that it is not that of someone else,
/// or of something.
pub(super) fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let lists = Lists::get();
    let back =
        text[..at.start].char_indices().rev().take(NEIGHBOUR).last().map_or(at.start, |(n, _)| n);
    let on = text[at.end..].char_indices().nth(NEIGHBOUR).map_or(text.len(), |(n, _)| at.end + n);
    let words = words(&text[back..on]);
    let Some(own) = words.iter().position(|word| word.start == at.start - back) else {
        return false;
    };
    let before = own.checked_sub(1).map(|n| &words[n]).filter(|_| words[own].is_joined);
    let is_free_before = before.is_none_or(|word| {
        word.is_small() && !lists.particles.contains(word.text)
            || lists.offices.contains(&word.small)
            || word.begins_sentence() && lists.openers.contains(&word.small)
    });
    let next = words.get(own + 1).filter(|word| word.is_joined);
    let is_free_behind =
        next.is_none_or(|word| word.is_small() && !lists.particles.contains(word.text));
    let rest = &text[at.end..];
    let is_bound = rest.starts_with(['-', '&', '@', '/', '_']) || rest.starts_with(" & ");
    // Transcripts set who speaks in capitals: MS VAALBROOK: …
    let speaks =
        || words[own].is_all_capitals() && (rest.starts_with(':') || has_address(text, at.start));
    (words[own].has_capital() || speaks())
        && words[own].end() == at.end - back
        && is_free_before
        && is_free_behind
        && !is_bound
}

/// Whether a Chinese word means it.
fn in_dictionary(word: &str) -> bool {
    let entries = chinese_dictionary::query_by_english(word);
    let mut senses = entries.iter().flat_map(|entry| &entry.english);
    senses.any(|sense| sense.split(|c: char| !c.is_alphanumeric()).any(|other| other == word))
}

/// Whether the words beside it say that it is a ship, a firm, a ruler with a number, or part of a longer name.
fn is_a_thing(text: &str, words: &[Word<'_>], own: &Range<usize>, role: Role) -> bool {
    let last = &words[own.end - 1];
    let before = own.start.checked_sub(1).map(|n| &words[n]);
    let is_the = before.is_some_and(|word| {
        words[own.start].is_joined
            && (word.small == "the"
                || word.small == "a"
                || word.is_small() && Lists::get().vessels.contains(&word.small)
                || word.is_all_capitals() && !Lists::get().offices.contains(&word.small))
    });
    let next = words.get(own.end).filter(|word| word.is_joined);
    let goes_on = next.is_some_and(|word| word.is_all_capitals() || word.small == "et");
    let rest = &text[last.start + last.text.len()..];
    // Whose picture it is, and for whom: Anna Smith/The Ledger.
    let is_credit = role == Role::Caption && rest.starts_with('/') && !rest.starts_with("//");
    let is_bound = rest.starts_with(['&', '@', '/', '_', '\u{ae}', '\u{2122}']) && !is_credit
        || rest.starts_with(" & ")
        || rest.starts_with(|c: char| c.is_numeric());
    let glued = text[..words[own.start].start].ends_with(['@', '/', '_', '#', '.', '\\']);
    let is_quoted = text[..words[own.start].start].ends_with(OPENING)
        && text[last.end()..].starts_with(CLOSING);
    is_the || goes_on || is_bound || glued || is_quoted
}

/// Marks around a title.
const OPENING: [char; 8] =
    ['"', '\u{201c}', '\u{2018}', '\u{300a}', '\u{3008}', '\u{300c}', '\u{300e}', '*'];
const CLOSING: [char; 8] =
    ['"', '\u{201d}', '\u{2019}', '\u{300b}', '\u{3009}', '\u{300d}', '\u{300f}', '*'];

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn first(&self) -> char {
        self.text.chars().next().unwrap_or(' ')
    }

    fn is_small(&self) -> bool {
        self.first().is_lowercase()
    }

    /// An initial, or a word with small letters behind its capital.
    fn has_capital(&self) -> bool {
        self.first().is_uppercase() && (!self.is_whole() || !self.is_all_capitals())
    }

    fn is_all_capitals(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !self.text.contains('.')
            && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether it is more than an initial.
    fn is_whole(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !self.text.contains('.')
            || self.text.chars().filter(|c| c.is_lowercase()).count() > 1
    }

    fn begins_sentence(&self) -> bool {
        self.gap.contains(['.', '!', '?', ':', ';', '\n', '\u{201c}', '"', '\u{2026}', '\u{2022}'])
            || self.start == self.gap.len()
    }
}

fn joined(name: &[Word<'_>]) -> String {
    name.iter().map(|word| word.small.as_str()).collect::<Vec<_>>().join(" ")
}

/// In small letters, without the accents of Latin letters.
pub(super) fn plain(word: &str) -> String {
    let marks = '\u{300}'..='\u{36f}';
    word.nfd().filter(|c| !marks.contains(c)).flat_map(char::to_lowercase).collect()
}

/// The words of a text in Latin letters: letters, with the points of initials and with hyphens and apostrophes inside.
/// What is behind an apostrophe is no part of a word if it is an `s`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !is_letter(c) {
            continue;
        }
        let mut at = start + c.len_utf8();
        while let Some(&(here, c)) = chars.peek() {
            let next = text[here + c.len_utf8()..].chars().next();
            let goes_on = is_letter(c) || is_inside(c) && next.is_some_and(is_letter) || is_mark(c);
            if !goes_on {
                break;
            }
            at = here + c.len_utf8();
            chars.next();
        }
        let word = without_ending(&text[start..at]);
        let word = with_point(text, start, word);
        let gap = &text[end..start];
        let is_joined = (gap == " " || gap == "\u{a0}" || gap.is_empty()) && !words.is_empty();
        words.push(Word {
            text: word,
            start,
            small: plain(word.trim_end_matches('.')),
            is_joined,
            gap,
        });
        end = start + word.len();
    }
    words
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_han(c) && !('\u{3040}'..'\u{3400}').contains(&c)
}

/// An accent by itself.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_inside(c: char) -> bool {
    matches!(c, '-' | '\'' | '\u{2019}' | '\u{2010}' | '\u{2011}')
}

fn without_ending(word: &str) -> &str {
    let ending = ["'s", "\u{2019}s"].into_iter().find(|ending| word.ends_with(ending));
    ending.map_or(word, |ending| &word[..word.len() - ending.len()])
}

/// An initial, or what is short for a form of address, with its point.
fn with_point<'a>(text: &'a str, start: usize, word: &'a str) -> &'a str {
    let end = start + word.len();
    let short = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Capt", "Sgt", "Sen", "Gov", "Rep",
        "Adm", "Maj", "Rev", "Hon", "Fr", "St",
    ];
    let mut chars = word.chars();
    let is_initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    let has_point = text[end..].starts_with('.') && (is_initial || short.contains(&word));
    if has_point { &text[start..end + 1] } else { word }
}

/// Kai-wen, Liyan: two syllables of Chinese or Korean.
fn is_of_two_syllables(given: &str) -> bool {
    let small = plain(given);
    match small.split_once('-') {
        Some((one, other)) => {
            let is_short = |part: &str| {
                (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
            };
            is_short(one) && is_short(other)
        }
        None => (2..small.len()).any(|n| {
            small.is_char_boundary(n) && is_syllable(&small[..n]) && is_syllable(&small[n..])
        }),
    }
}

/// How many syllables of Pinyin or of Wade and Giles, or parts with hyphens, a name has; none if it is no such name.
pub(super) fn syllables(name: &str) -> Option<usize> {
    name.split([' ', '-'])
        .map(|word| {
            let small = plain(word);
            let is_one = is_syllable(&small) || is_syllable_of_wade_giles(&small);
            if is_one { Some(1) } else { is_of_two_syllables(word).then_some(2) }
        })
        .sum()
}

/// Whether it is a syllable of Pinyin.
fn is_syllable(text: &str) -> bool {
    let initials = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
        "r", "z", "c", "s", "y", "w",
    ];
    let rest = initials.iter().find_map(|initial| text.strip_prefix(initial)).unwrap_or(text);
    FINALS.contains(&rest)
}

/// Whether it is a syllable of Wade and Giles, as Taiwan writes names: Tseng, Hsiu, Chih.
fn is_syllable_of_wade_giles(text: &str) -> bool {
    let initials = [
        "ch", "sh", "hs", "ts", "tz", "ss", "p", "m", "f", "t", "n", "l", "k", "h", "j", "s", "y",
        "w",
    ];
    const OTHER: [&str; 9] = ["eh", "ieh", "ueh", "ien", "ih", "ung", "uei", "erh", "iung"];
    let rest = initials.iter().find_map(|initial| text.strip_prefix(initial)).unwrap_or(text);
    FINALS.contains(&rest) || OTHER.contains(&rest)
}

const FINALS: [&str; 34] = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao",
    "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui",
    "un", "uo", "v", "ve",
];
