//! The unit of a quantity, or the noun it counts.

use super::super::numerals::is_han;
use super::english::{
    ENGLISH_MONEY, ENGLISH_NOUNS, ENGLISH_POINTING, ENGLISH_STOPS, ENGLISH_UNITS, REFERENCES,
};
use super::nouns::NOUNS;
use super::tables::{CLASSIFIERS, CURRENCIES, Counts, ENUMERATED, MEASURES, NOT_WITHIN, POINTING};
use super::{Quantity, Reader, TENTHS, Unit};

impl Reader<'_> {
    pub(super) fn unit(
        &self,
        i: usize,
        quantity: &Quantity,
        money: Option<(&'static str, &'static str)>,
    ) -> Option<Unit> {
        let folded = self.folded;
        let at = folded.skip_spaces(quantity.end);
        if let Some(mut unit) = self.currency(at, quantity) {
            // 新台币100亿元: the name before says which.
            if let Some((name, code)) = money {
                (unit.name, unit.currency) = (name.to_string(), Some(code));
            }
            return Some(unit);
        }
        if let Some((name, code)) = money {
            return Some(Unit::money(name, code, quantity.end));
        }
        let latin =
            folded.at(at).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '°'));
        if latin && !quantity.bare {
            return self.english_unit(i, quantity);
        }
        if self.is_word_not_number(i, quantity) {
            return None;
        }
        self.measure(i, at, quantity)
            .or_else(|| self.tenths(at, quantity))
            .or_else(|| self.classified(i, at, quantity))
            .or_else(|| self.direct_noun(at, quantity))
            .or_else(|| self.people_before(i, quantity))
    }

    /// 人口2,600万: a large number with no unit, after what it counts.
    fn people_before(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let ends = self.folded.at(quantity.end).is_none_or(|c| !is_han(c) && !c.is_alphanumeric());
        let counted = self.noun_before(i).filter(|(_, people)| *people)?;
        (quantity.scaled && ends).then(|| Unit::new(counted.0, quantity.end))
    }

    /// The noun a number follows, as in 导弹60余枚, with a verb of amount between at most.
    fn noun_before(&self, i: usize) -> Option<(&'static str, bool)> {
        const AMOUNTS: &[&str] = &[
            "约为", "约有", "大约", "约", "近", "超过", "逾", "达到", "达", "共计", "共", "合计",
            "总计", "为", "各", "仅", "有", "至少", " ",
        ];
        let mut head = self.folded.head(i);
        while let Some(rest) = AMOUNTS.iter().find_map(|word| head.strip_suffix(word)) {
            head = rest;
        }
        NOUNS
            .iter()
            .filter(|(word, ..)| word.chars().count() > 1 && head.ends_with(word))
            .max_by_key(|(word, ..)| word.len())
            .map(|(_, name, people)| (*name, *people))
    }

    /// Numbers in words that count nothing before a Chinese unit: 一次, 二级, 這兩個.
    fn is_word_not_number(&self, i: usize, quantity: &Quantity) -> bool {
        if !quantity.is_small_word() {
            return false;
        }
        let folded = self.folded;
        let pointing = folded.before(i).is_some_and(|c| POINTING.contains(c));
        let two = folded.at(i) == Some('二') && quantity.end == i + 1;
        // 一倍 is a figure; 一度, 一年 and 一个 are not.
        let measured = ["倍", "吨", "公里", "公斤", "公顷", "英里"]
            .iter()
            .any(|unit| folded.eat(quantity.end, unit).is_some());
        let one = quantity.value == 1.0 && !measured;
        pointing || one || (two && !measured)
    }

    pub(super) fn currency(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let longest = CURRENCIES
            .iter()
            .filter_map(|(word, name, code)| folded.eat(i, word).map(|end| (end, *name, *code)))
            .max_by_key(|(end, ..)| *end);
        if let Some((end, name, code)) = longest {
            let bare = end == i + 1;
            let other = folded.at(end).is_some_and(|c| "首素老旦月件帅宵勋桌形满".contains(c));
            if bare && (other || quantity.is_small_word()) {
                return None;
            }
            let mut unit = Unit::money(name, code, end);
            if bare && self.traditional {
                unit.currency = None;
            }
            return Some(unit);
        }
        let (end, name, code) = ENGLISH_MONEY.iter().find_map(|(word, name, code)| {
            let end = folded.eat(i, word)?;
            let whole = !folded.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
            whole.then_some((end, *name, *code))
        })?;
        (quantity.arabic || quantity.english).then(|| Unit::money(name, code, end))
    }

    pub(super) fn measure(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, name) = MEASURES
            .iter()
            .filter_map(|(word, name, not)| {
                let end = folded.eat(at, word)?;
                let other = folded.at(end).is_some_and(|c| not.contains(c));
                (!other).then_some((end, *name))
            })
            .max_by_key(|(end, _)| *end)?;
        // 21世纪头20年 is a time, and 三度 is "three times over".
        let head = folded.head(i);
        let dated = name == "years"
            && ["世纪头", "世纪初", "世纪前", "世纪"].iter().any(|w| head.ends_with(w));
        let repeated =
            name == "degrees" && folded.before(i).is_some_and(|c| "已曾再又".contains(c));
        let vague = repeated
            || matches!(
                name,
                "degrees"
                    | "votes"
                    | "seats"
                    | "characters"
                    | "weeks"
                    | "knots"
                    | "grams"
                    | "volts"
            ) && quantity.is_small_word();
        if dated || vague {
            return None;
        }
        let mut unit = Unit::new(name, end);
        unit.end = match name {
            // 两年多, 三年半; 桶石油.
            "barrels" | "tonnes" | "kilograms" | "litres" => self.goods(end),
            _ => end,
        };
        Some(unit)
    }

    /// What a measure of goods measures belongs to its words: 100万桶石油.
    pub(super) fn goods(&self, end: usize) -> usize {
        const GOODS: &[&str] = &[
            "石油产品",
            "原油",
            "石油",
            "成品油",
            "柴油",
            "汽油",
            "煤炭",
            "煤",
            "粮食",
            "大米",
            "小麦",
            "玉米",
            "面粉",
            "化肥",
            "钢铁",
            "天然气",
            "液化天然气",
            "黄金",
            "铀",
            "弹药",
            "货物",
        ];
        self.folded.eat_any(end, GOODS).map_or(end, |(_, end)| end)
    }

    /// 三成: where nothing follows that would make 成 a verb.
    pub(super) fn tenths(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        let end = self.folded.eat(at, "成")?;
        let follows = self.folded.at(end).is_none_or(|c| ",。、;)的以左是来".contains(c));
        (follows && quantity.value < 10.0).then(|| Unit::new(TENTHS, end))
    }

    fn classified(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, alone, counts) = CLASSIFIERS
            .iter()
            .filter_map(|(word, alone, counts, not)| {
                let end = folded.eat(at, word)?;
                let person = *word == "个" && folded.at(end) == Some('人');
                let other = folded.at(end).is_some_and(|c| not.contains(c)) && !person;
                (!other).then_some((end, *alone, *counts))
            })
            .max_by_key(|(end, ..)| *end)?;
        if self.is_enumerated(end, quantity) {
            return None;
        }
        if let Some(unit) = self.noun(end, counts, alone.is_empty()) {
            return Some(unit);
        }
        // 1个, 两件: too little to go by, unless the classifier says what it counts.
        let weak = alone.is_empty();
        if weak && quantity.is_small_word() {
            return None;
        }
        let loose = matches!(
            alone,
            "incidents" | "batches" | "sites" | "groups" | "teams" | "packs" | "sets" | "companies"
        );
        if (loose && quantity.is_small_word()) || self.is_ordinal_by_noun(i, end) {
            return None;
        }
        let name = match self.noun_before(i).filter(|(_, people)| !people) {
            Some((name, _)) if weak => name,
            _ if weak => "items",
            _ => alone,
        };
        Some(Unit::new(name, end))
    }

    /// Kinds and aspects are enumerated, not counted.
    fn is_enumerated(&self, end: usize, quantity: &Quantity) -> bool {
        let folded = self.folded;
        let kind = matches!(folded.before(end), Some('种' | '类')) && quantity.is_small_word();
        let small = quantity.value < 10.0 && quantity.upper.is_none();
        let noun = (0..=4).any(|gap| {
            let clear =
                (end..end + gap).all(|i| folded.at(i).is_some_and(|c| !NOT_WITHIN.contains(c)));
            clear && folded.eat_any(end + gap, ENUMERATED).is_some()
        });
        kind || (small && noun)
    }

    /// 1718号 and its like name a thing by number.
    fn is_ordinal_by_noun(&self, i: usize, end: usize) -> bool {
        self.folded.head(i).ends_with("第") || self.folded.eat_any(end, &["号", "型"]).is_some()
    }

    /// The known noun after a classifier, with up to eight characters of adjectives and names
    /// between. The last noun of a compound is the one counted (公司员工 are employees).
    pub(super) fn noun(&self, from: usize, counts: Counts, long: bool) -> Option<Unit> {
        let folded = self.folded;
        let fits = |people: bool| match counts {
            Counts::People => people,
            Counts::Things => !people,
            Counts::Any => true,
        };
        let known = |i: usize, gap: usize| {
            NOUNS
                .iter()
                // One character is a noun only right after its classifier.
                .filter(|(word, ..)| gap == 0 || word.chars().count() > 1)
                .filter_map(|(word, name, people)| {
                    folded.eat(i, word).map(|end| (end, *name, *people))
                })
                .max_by_key(|(end, ..)| *end)
        };
        let reach = if long { 10 } else { 6 };
        for gap in 0..=reach {
            let i = from + gap;
            if let Some((mut end, mut name, mut people)) = known(i, gap) {
                while let Some(next) = known(end, 1) {
                    (end, name, people) = next;
                }
                if fits(people) {
                    return Some(Unit::new(name, end));
                }
            }
            let c = folded.at(i)?;
            if !is_han(c) || NOT_WITHIN.contains(c) {
                return None;
            }
        }
        None
    }

    /// A noun with no classifier: 250万人, 27国, 4万士兵.
    fn direct_noun(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, name, people) = NOUNS
            .iter()
            .filter_map(|(word, name, people)| {
                folded.eat(at, word).map(|end| (end, *name, *people))
            })
            .max_by_key(|(end, ..)| *end)?;
        let next = folded.at(end);
        if name == "people" && end == at + 1 {
            let other = next.is_some_and(|c| "民权类数才口工均为制组帮称手间行".contains(c))
                && !(next == Some('民') && quantity.scaled);
            return (!other && (!quantity.is_small_word() || quantity.value >= 3.0))
                .then(|| Unit::new(name, end));
        }
        if name == "countries" && end == at + 1 {
            let group = folded
                .eat_any(end, &["集团", "联军", "峰会", "机制", "组织", "会", "语"])
                .is_some();
            return (!group && !quantity.is_small_word()).then(|| Unit::new(name, end));
        }
        let large = quantity.scaled || quantity.more || quantity.value >= 100.0;
        // 歼20战机, 99坦克 and 1718制裁委员会 are names; 3月 is a date.
        let things = (quantity.scaled || quantity.more) && end > at + 1;
        (large && people || things).then(|| Unit::new(name, end))
    }

    fn english_unit(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let before = self.word_before(i);
        if REFERENCES.contains(&before.as_str()) {
            return None;
        }
        if let Some(unit) = self.english_measure(quantity, &before) {
            return Some(unit);
        }
        let hyphenated = folded.at(quantity.end) == Some('-');
        let glued = folded.at(quantity.end).is_some_and(|c| c.is_ascii_alphabetic());
        let pointed = ENGLISH_POINTING.contains(&before.as_str());
        if hyphenated || glued || quantity.value == 1.0 || (pointed && quantity.is_small_word()) {
            return None;
        }
        self.english_noun(quantity)
    }

    fn english_measure(&self, quantity: &Quantity, before: &str) -> Option<Unit> {
        let folded = self.folded;
        let at = folded.skip_spaces(quantity.end);
        let hyphen = folded.at(at) == Some('-');
        let at = at + usize::from(hyphen);
        let (end, name, plural) = ENGLISH_UNITS
            .iter()
            .filter_map(|(singular, plural, name)| {
                let end = folded.eat(at, plural).or_else(|| {
                    folded.eat(at, singular).filter(|_| hyphen || quantity.value == 1.0)
                })?;
                let whole = !folded.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
                whole.then_some((end, *name, *plural))
            })
            .max_by_key(|(end, ..)| *end)?;
        // "3 m" is a length, "one time" and "the past three years" are not figures of their own.
        let end = folded.eat(end, "-old").unwrap_or(end);
        let letters = plural.len() == 1 && !quantity.arabic;
        let pointed = quantity.is_small_word() && matches!(before, "these" | "those" | "both");
        let one = quantity.value == 1.0 && !quantity.arabic;
        (!(letters || pointed || one)).then(|| Unit::new(name, end))
    }

    /// The plural noun within the next words; what is known is named as the tables name it.
    fn english_noun(&self, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let mut at = quantity.end;
        let mut plural: Option<(String, usize)> = None;
        for _ in 0..4 {
            if folded.at(at) != Some(' ') {
                break;
            }
            let (word, end) = self.english_word(folded.skip_spaces(at));
            let lower = word.to_ascii_lowercase();
            if word.is_empty() || ENGLISH_STOPS.contains(&lower.as_str()) {
                break;
            }
            if let Some((_, name)) = ENGLISH_NOUNS.iter().find(|(noun, _)| word == *noun) {
                return Some(Unit::new(name, end));
            }
            let counted =
                word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word == lower;
            if counted && plural.is_none() {
                plural = Some((word, end));
            }
            at = end;
        }
        // Small numbers in words count only what is known: "two sides", "three reasons".
        plural.filter(|_| !quantity.is_small_word()).map(|(word, end)| Unit::new(&word, end))
    }

    /// A word with its inner hyphens and digits: MiG-29, short-range.
    fn english_word(&self, i: usize) -> (String, usize) {
        let part = |c: char| (c.is_alphanumeric() && !is_han(c)) || matches!(c, '-' | '\'');
        let mut end = i;
        while self.folded.at(end).is_some_and(part) {
            end += 1;
        }
        (self.folded.chars.get(i..end).unwrap_or(&[]).iter().collect(), end)
    }

    pub(super) fn word_before(&self, i: usize) -> String {
        let head = self.folded.head(i).trim_end_matches([' ', '.']);
        let word: String =
            head.chars().rev().take_while(|c| c.is_alphabetic() && !is_han(*c)).collect();
        word.chars().rev().collect::<String>().to_ascii_lowercase()
    }

    /// 两年半, 三个半月: the position after the half.
    pub(super) fn and_a_half(&self, unit: &Unit) -> Option<usize> {
        let timed = matches!(unit.name.as_str(), "years" | "months" | "hours" | "days" | "miles");
        if self.folded.head(unit.end).ends_with("个半月")
            || self.folded.head(unit.end).ends_with("个半小时")
        {
            return Some(unit.end);
        }
        let end = self.folded.eat(unit.end, "半").filter(|_| timed)?;
        (!self.folded.at(end).is_some_and(|c| "岛数导径年场成".contains(c))).then_some(end)
    }
}
