//! How did they vote: the sides of a vote, in figures and in words.

use super::Reader;
use super::english::REFERENCES;

/// What votes, in small letters.
const BODIES: &[&str] = &[
    "council",
    "assembly",
    "parliament",
    "senate",
    "congress",
    "committee",
    "board",
    "chamber",
    "commission",
    "court",
    "legislat",
    "lawmakers",
    "lower house",
    "upper house",
    "cabinet",
];

impl Reader<'_> {
    /// "voted 120-14", "by 120 to 14 votes", "120 votes to 14": the votes of one side.
    pub(super) fn vote(&self, i: usize) -> Option<(f64, usize)> {
        // A side of a vote has so many figures.
        const MOST: usize = 3;
        let folded = self.folded;
        let figures = |from: usize| {
            let rest = folded.chars.get(from..).unwrap_or(&[]).iter();
            rest.take(MOST + 1).take_while(|c| c.is_ascii_digit()).count()
        };
        let is_name = |c: char| c.is_alphanumeric() || "-.,/$%".contains(c);
        let length = figures(i);
        let end = i + length;
        if !(1..=MOST).contains(&length) || folded.before(i).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let other = folded.eat_any(end, &["-", " to "]).filter(|(_, at)| figures(*at) > 0);
        let (first, last) = if let Some((_, at)) = other {
            (i, at + figures(at))
        } else {
            let lead = folded.lead(i, 20);
            let joint = ["-", " votes to ", " to "].iter().find(|joint| lead.ends_with(**joint))?;
            let to = i - joint.chars().count();
            let back = folded.chars.get(..to)?.iter().rev();
            let length = back.take(MOST + 1).take_while(|c| c.is_ascii_digit()).count();
            (length > 0).then_some((to - length, end))?
        };
        if folded.before(first).is_some_and(is_name) {
            return None;
        }
        const AFTER: &[&str] = &[
            " in favo",
            " in the ",
            " against",
            " for ",
            " with",
            " vote",
            " after",
            " at ",
            " that ",
            " and ",
            " last ",
            " majority",
            " to ",
            " (",
            " on ",
        ];
        let closed = folded.at(last).is_none_or(|c| ",;)".contains(c))
            || (folded.at(last) == Some('.')
                && !folded.at(last + 1).is_some_and(|c| c.is_ascii_digit()))
            || folded.eat_any(last, AFTER).is_some();
        let after: String = folded.rest(last).chars().take(24).collect();
        let said = self.is_of_a_vote(i, first)
            || self.is_passed_by(first, &after)
            || [" vote", "abst"].iter().any(|word| after.contains(word));
        let digits: String = folded.chars.get(i..end)?.iter().collect();
        let votes: f64 = digits.parse().ok()?;
        // That nobody was against it is no number of votes.
        (closed && said && votes > 0.0).then_some((votes, end))
    }

    /// Whether the words before a side of a vote speak of one, or of what those who vote have done: "the council
    /// rejected the plan 12-0". After a plural the numbers, of which the `first` begins there, tell which of them:
    /// "adopted paragraphs 5 to 7".
    fn is_of_a_vote(&self, i: usize, first: usize) -> bool {
        const NEAR: usize = 40;
        const FAR: usize = 70;
        const ACTS: &[&str] = &[
            "approve", "adopt", "pass", "reject", "condemn", "back", "endors", "ratif", "elect",
            "support", "demand", "impos", "extend", "rule", "agree", "confirm", "acquit",
        ];
        let near = self.folded.lead(i, NEAR).to_ascii_lowercase();
        let far = self.folded.lead(i, FAR).to_ascii_lowercase();
        let sentence = far.rsplit(". ").next().unwrap_or_default();
        let speaks = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        ["vote", "margin", "ballot"].iter().any(|word| near.contains(word))
            || speaks(BODIES) && speaks(ACTS) && !self.follows_plural(first)
    }

    /// "passed 58 to 41 in the Senate": the body that voted is named behind the numbers.
    fn is_passed_by(&self, first: usize, after: &str) -> bool {
        const PASSED: &[&str] =
            &["passed", "adopted", "approved", "rejected", "carried", "defeated", "confirmed"];
        let after = after.to_ascii_lowercase();
        PASSED.contains(&self.word_before(first).as_str())
            && BODIES.iter().any(|body| after.contains(body))
    }

    /// Whether a plural or the name of a reference stands before a number, or a word that begins a range.
    fn follows_plural(&self, i: usize) -> bool {
        let before = self.word_before(i);
        before.ends_with('s')
            || REFERENCES.contains(&before.as_str())
            || matches!(before.as_str(), "from" | "between" | "of" | "in" | "at" | "on" | "and")
    }

    /// "voted 11 to nil", "nine votes to none": the votes of the one side there was.
    pub(super) fn vote_to_none(&self, i: usize) -> Option<(f64, usize)> {
        const NONE: &[&str] = &[
            " to nil",
            " to none",
            " to zero",
            " to nothing",
            "-nil",
            " votes to nil",
            " votes to none",
            " votes to zero",
        ];
        let folded = self.folded;
        let votes = self.number(i, false, false).filter(|votes| !votes.bare)?;
        let (_, end) = folded.eat_any(votes.end, NONE)?;
        let is_whole = !folded.at(end).is_some_and(char::is_alphanumeric);
        let is_votes = votes.value.fract() == 0.0 && (1.0..1000.0).contains(&votes.value);
        (is_whole && is_votes && self.is_of_a_vote(i, i)).then_some((votes.value, votes.end))
    }

    /// 以11比0通过, 以189比2的票数: the votes of one side.
    pub(super) fn vote_in_chinese(&self, i: usize) -> Option<(f64, usize)> {
        /// What was voted on is told so near.
        const NEAR: usize = 16;
        let folded = self.folded;
        let side = |i: usize| {
            let side = self.number(i, false, true).filter(|side| !side.bare)?;
            (side.value.fract() == 0.0 && side.value < 1000.0).then_some(side)
        };
        let before = folded.before(i).filter(|c| matches!(c, '以' | '比'))?;
        let votes = side(i)?;
        let (first, last) = match before {
            '以' => (i, side(folded.eat(votes.end, "比")?)?.end),
            _ => {
                let head = folded.lead(i - 1, 6);
                let from = head.char_indices().rev().find(|(_, c)| *c == '以')?.0;
                (i - 1 - head[from..].chars().count() + 1, votes.end)
            }
        };
        let is_first = side(first).and_then(|side| folded.eat(side.end, "比"));
        let after: String = folded.rest(last).chars().take(NEAR).collect();
        let said =
            ["通过", "否决", "表决", "票", "当选", "投票"].iter().any(|word| after.contains(word));
        (is_first.is_some() && said && votes.value > 0.0).then_some((votes.value, votes.end))
    }

    /// "one abstention", "12 abstaining".
    pub(super) fn abstained(&self, i: usize) -> Option<(f64, usize)> {
        let number = self.number(i, false, false).filter(|number| !number.bare)?;
        const WORDS: &[&str] = &[" abstentions", " abstention", " abstaining", " abstained"];
        let (_, end) = self.folded.eat_any(number.end, WORDS)?;
        Some((number.value, end))
    }
}
