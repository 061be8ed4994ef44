//! What stands around a quantity: money before it, qualifiers before and after, idioms.

use super::super::numerals::is_numeral;
use super::Reader;
use super::money::MONEY_BEFORE;
use super::tables::{AFTER, BEFORE, IDIOMS};
use crate::folding::is_han;

impl Reader<'_> {
    /// A sign or name of money right before a number: its start, unit and code.
    pub(super) fn money_before(&self, i: usize) -> Option<(usize, &'static str, &'static str)> {
        let folded = self.folded;
        let spaced = i > 0 && folded.at(i - 1) == Some(' ');
        let end = i - usize::from(spaced);
        let head = folded.head(end);
        MONEY_BEFORE.iter().find_map(|(sign, name, code)| {
            head.ends_with(sign).then_some(())?;
            let start = end - sign.chars().count();
            // Letters go on, and make another name of it: MX$ is not $.
            let goes_on = match sign.starts_with(|c: char| c.is_ascii_alphabetic()) {
                true => |c: char| c.is_ascii_alphanumeric(),
                false => |c: char| c.is_ascii_alphabetic(),
            };
            let within = folded.before(start).is_some_and(goes_on);
            (!within).then_some((start, *name, *code))
        })
    }

    /// The qualifier before position `i`: where the figure's words begin, and what it says.
    pub(super) fn qualifier_before(&self, i: usize) -> (usize, Option<&'static str>) {
        let folded = self.folded;
        let mut end = i;
        while folded.before(end) == Some(' ') {
            end -= 1;
        }
        let head = folded.head(end);
        let from = head.char_indices().rev().nth(20).map_or(0, |(at, _)| at);
        let tail = head[from..].to_ascii_lowercase();
        for (word, says, inside) in BEFORE {
            if !tail.ends_with(word) {
                continue;
            }
            let start = end - word.chars().count();
            let latin = word.starts_with(|c: char| c.is_ascii_alphabetic());
            let before = folded.before(start);
            let other = match *word {
                // 附近, 以上, 最近, 条约; but 需要上万.
                "近" => before.is_some_and(|c| "附最接靠邻临新远".contains(c)),
                "上" => {
                    !folded.at(i).is_some_and(|c| "十百千万亿".contains(c))
                        || before
                            .is_some_and(|c| is_han(c) && !"要有达过资入出耗与及了".contains(c))
                }
                "约" => before.is_some_and(|c| {
                    "条公合协契节缔签北华履违制大续毁租盟密婚邀失预守解订".contains(c)
                }),
                "超" => before.is_some_and(|c| "高赶反".contains(c)),
                _ => latin && before.is_some_and(|c| c.is_ascii_alphanumeric()),
            };
            if other {
                continue;
            }
            return (if *inside { start } else { i }, Some(says));
        }
        (i, None)
    }

    /// 至少 earlier in the clause: 至少向乌克兰发射1万枚炮弹. Its words are not the figure's.
    pub(super) fn at_least_before(&self, i: usize) -> Option<&'static str> {
        let clause = self.folded.chars.get(i.saturating_sub(12)..i)?;
        let from =
            clause.iter().rposition(|c| !is_han(*c) || is_numeral(*c)).map_or(0, |last| last + 1);
        let clause: String = clause.get(from..)?.iter().collect();
        (clause.contains("至少") || clause.contains("不少于")).then_some("at least")
    }

    pub(super) fn qualifier_after(&self, i: usize) -> Option<(&'static str, usize)> {
        let folded = self.folded;
        let (word, end) = folded
            .eat_any(i, &["左右", "上下", "以上", "以下", "以内"])
            .or_else(|| folded.eat_any(folded.skip_spaces(i), &["or more"]))?;
        AFTER.iter().find(|(after, _)| *after == word).map(|(_, says)| (*says, end))
    }

    /// Whether the number at `i` stands within an idiom.
    pub(super) fn in_idiom(&self, i: usize) -> bool {
        IDIOMS.iter().any(|idiom| {
            let length = idiom.chars().count();
            (i.saturating_sub(length - 1)..=i).any(|at| self.folded.eat(at, idiom).is_some())
        })
    }
}
