//! Where does a bibliography end, or was it none? A chapter may be called “Literature”, and text or an
//! appendix may follow the last entry.

use std::sync::LazyLock;

use regex::Regex;

use super::{ends_sentence, furniture, headings, notes, regex};
use crate::segment::metadata;
use crate::segment::units::{Markup, Unit, begins_item, columns};

/// A paragraph that ends a bibliography is at least this wide: entries are as wide now and then, and
/// so is what is said of one.
const MIN_PARAGRAPH: usize = 80;

/// A sentence is at least this wide.
const MIN_SENTENCE: usize = 24;

/// What entries have and sentences hardly.
static ENTRY: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"^[\[(（〔]?\d{1,3}[\])）〕.、\s]|^[①-⑳*†‡^]|https?:|www\.|\bdoi\b|\b(pp?|vol|no|ed|eds|ibid|et al)\.|[《〈«]",
        // A year behind a mark or in brackets of its own; in text it stands behind a word.
        r"|[(（,，.。:：]\s?\d{4}[a-z]?\s?([)）,，.。:：;；]|年|$)|^\p{Lu}[\p{L}'’-]+,\s\p{Lu}\.",
    ))
});

/// Whether a line is running text.
fn is_prose(unit: &Unit) -> bool {
    let text = unit.text.as_str();
    unit.markup == Markup::None
        && columns(text) >= MIN_SENTENCE
        && ends_sentence(text)
        && !begins_item(text)
        && !notes::is_reference(text)
        && !ENTRY.is_match(text)
        && !has_many_capitals(text)
}

/// Whether a line has one of the words that sentences hardly go without, and titles well.
fn has_sentence_words(text: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)\b(is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|not|it|he|she|they|we|i|you|that|which|who|there)\b|[是了这這他她它们們我有不]",
        )
    });
    WORDS.is_match(text)
}

/// Whether so many words begin with a capital as do in titles and names.
pub(super) fn has_many_capitals(text: &str) -> bool {
    let is_word = |word: &&str| word.starts_with(char::is_alphabetic);
    let words =
        || text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(is_word);
    let capitals = words().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    capitals * 10 > words().count() * 3
}

fn is_heading(unit: &Unit) -> bool {
    matches!(unit.markup, Markup::Heading(_)) || headings::is_section(&unit.text)
}

/// What says nothing on whether a part is a list.
fn is_beside(unit: &Unit) -> bool {
    furniture::is_furniture(&unit.text)
        || metadata::field(&unit.text).is_some()
        || notes::is_note(&unit.text)
}

/// Whether the heading of a bibliography, or of notes, stands over running text.
pub(super) fn heads_prose(units: &[Unit], heading: usize) -> bool {
    let part = units[heading + 1..].iter().take_while(|unit| !is_heading(unit));
    let part: Vec<bool> = part.filter(|unit| !is_beside(unit)).map(is_prose).collect();
    let prose = part.iter().filter(|is_prose| **is_prose).count();
    part.first() == Some(&true)
        && prose * 2 > part.len()
        && (headings::may_head_text(&units[heading].text)
            || has_sentence_words(&units[heading + 1].text))
}

/// Whether a line has the name of a bibliography, and an entry stands below it.
pub(super) fn heads_entry(units: &[Unit], n: usize) -> bool {
    let is_entry = |unit: &Unit| {
        !is_prose(unit) && (notes::is_reference(&unit.text) || ENTRY.is_match(&unit.text))
    };
    headings::heads_references(&units[n].text) && units.get(n + 1).is_some_and(is_entry)
}

/// Whether a line begins what papers have behind their notes, as in front of the text: an abstract in another
/// language, what is said of the authors.
pub(super) fn begins_back_matter(text: &str) -> bool {
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^[【\[〔(（*]*(abstract|summary|摘\s?要|内容提要|內容提要|(about the )?authors?( bio| note)?|作者(简介|簡介|介绍|介紹))\s?[】\]〕)）*]*\s?([:：.]\s?|[】\]〕]\s?)\S",
        )
    });
    BACK.is_match(text)
}

/// For each unit, whether an entry stands from there on before the next bibliography; nothing where there is
/// no bibliography.
pub(super) fn entries_to_come(units: &[Unit]) -> Vec<bool> {
    let heads = |unit: &Unit| headings::heads_references(&unit.text);
    if !units.iter().any(heads) {
        return Vec::new();
    }
    let mut to_come = vec![false; units.len() + 1];
    for (n, unit) in units.iter().enumerate().rev() {
        let is_entry =
            || notes::is_reference(&unit.text) || ENTRY.is_match(&unit.text) && !is_beside(unit);
        to_come[n] = !heads(unit) && (to_come[n + 1] || is_entry());
    }
    to_come
}

/// Whether a bibliography ends before this unit: with an appendix, or with text (and perhaps its heading) behind
/// which no more entries stand.
pub(super) fn ends(units: &[Unit], n: usize, entries_to_come: &[bool]) -> bool {
    let is_paragraph = |unit: &Unit| {
        is_prose(unit) && columns(&unit.text) >= MIN_PARAGRAPH && has_sentence_words(&unit.text)
    };
    let is_over_paragraph =
        || !ends_sentence(&units[n].text) && units.get(n + 1).is_some_and(is_paragraph);
    headings::is_appendix(&units[n].text)
        || begins_back_matter(&units[n].text)
        || !entries_to_come[n] && (is_paragraph(&units[n]) || is_over_paragraph())
}
