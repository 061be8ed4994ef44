//! How many people, where no noun says so: by where they are from, or by what has befallen them.

use super::super::numerals::{self, is_numeral};
use super::english::{BEFALLEN, ENGLISH_POINTING, STRIKING};
use super::tables::NOT_WITHIN;
use super::{Quantity, Reader, Unit};
use crate::folding::is_han;

impl Reader<'_> {
    /// 770万委内瑞拉人: people by where they come from, or by what they are, with no noun that a table has.
    pub(super) fn people_of_somewhere(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        /// The words before 人 have so many characters at most.
        const LONGEST: usize = 6;
        /// What no such word has, and what makes another word of 人 behind it.
        const NO_NAME: &str = "每各平均增加减少分之个名位";
        const NOT_BEFORE: &str = "民权类数才口工均为制组帮称手间行士员次力造生格物质";
        if !(quantity.scaled || quantity.arabic && quantity.value >= 1000.0) {
            return None;
        }
        let folded = self.folded;
        let is_name = |c: char| {
            is_han(c) && !is_numeral(c) && !NOT_WITHIN.contains(c) && !NO_NAME.contains(c)
        };
        let length = (at..=at + LONGEST)
            .take_while(|i| folded.at(*i).is_some_and(|c| c != '人' && is_name(c)))
            .count();
        let end = folded.eat(at + length, "人")?;
        let goes_on = folded.at(end).is_some_and(|c| NOT_BEFORE.contains(c));
        ((2..=LONGEST).contains(&length) && !goes_on).then(|| Unit::new("people", end))
    }

    /// 造成3死12伤: the dead and the wounded without a word for them.
    pub(super) fn dead_or_wounded(&self, i: usize, at: usize) -> Option<Unit> {
        const BEFORE: &[&str] =
            &["致", "致使", "造成", "导致", "酿成", "已", "已有", "共", "至少", "死", "伤", "死,"];
        let folded = self.folded;
        let (word, end) = folded.eat_any(at, &["死", "伤", "亡"])?;
        let begins = BEFORE.iter().any(|word| folded.lead(i, 2).ends_with(word));
        let goes_on = folded
            .at(end)
            .is_some_and(|c| is_han(c) && !is_numeral(c) && !"的及和与惨事悲并".contains(c));
        let name = if word == "伤" { "wounded" } else { "dead" };
        (begins && !goes_on).then(|| Unit::new(name, end))
    }

    /// "killing three and wounding at least five", "12 dead", "13 of the rescued": people of whom only is said what
    /// has befallen them.
    pub(super) fn victims(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        const BY: &[&str] = &[
            " and ", " or ", " in ", " at ", " on ", " near ", " after ", " others", " more ",
            " as ", " when ", " were ",
        ];
        let folded = self.folded;
        let closes = |end: usize| {
            folded.at(end).is_none_or(|c| ",.;)".contains(c)) || folded.eat_any(end, BY).is_some()
        };
        let fate = |at: usize| {
            let (word, end) = numerals::word_at(&folded.chars, at);
            BEFALLEN.iter().find(|known| word == **known).map(|known| Unit::new(known, end))
        };
        let pointed = ENGLISH_POINTING.contains(&self.word_before(i).as_str());
        let found = folded.eat(quantity.end, " ").filter(|_| !pointed).and_then(fate);
        if let Some(found) = found.filter(|found| closes(found.end)) {
            return Some(found);
        }
        if let Some(found) = folded.eat(quantity.end, " of the ").and_then(fate) {
            return Some(Unit { end: quantity.end, ..found });
        }
        let (start, _) = self.qualifier_before(i);
        let is_whole = quantity.value.fract() == 0.0 && quantity.upper.is_none();
        let is_struck = STRIKING.contains(&self.word_before(start).as_str());
        (is_struck && is_whole && closes(quantity.end)).then(|| Unit::new("people", quantity.end))
    }

    /// "who number 1,900", "they now number about 40".
    pub(super) fn says_number(&self, i: usize) -> bool {
        const WHO: &[&str] = &[
            "who number",
            "which number",
            "that number",
            "they number",
            "now number",
            "still number",
            "to number",
            "would number",
            "may number",
            "might number",
            "could number",
            "who numbered",
            "which numbered",
            "they numbered",
            "now numbered",
            "once numbered",
        ];
        let (start, _) = self.qualifier_before(i);
        let lead = self.folded.lead(start, 16).trim_end().to_ascii_lowercase();
        WHO.iter().any(|words| lead.ends_with(words))
    }
}
