//! The unit of a quantity, or the noun it counts.

use super::super::numerals::{self, is_numeral};
use super::english::{
    CALIBRED as ENGLISH_CALIBRED, ENGLISH_ENUMERATED, ENGLISH_NOUNS, ENGLISH_POINTING,
    ENGLISH_STOPS, ENGLISH_UNITS, HYPHENATED, REFERENCES, TURNS as ENGLISH_TURNS, WON,
};
use super::money::{CURRENCIES, ENGLISH_MONEY, SHARED};
use super::nouns::NOUNS;
use super::tables::{
    CALIBRED, CLASSIFIERS, Counts, ENUMERATED, MEASURES, NOT_AFTER_TENTHS, NOT_WITHIN,
    PEOPLE_ENDINGS, POINTED, POINTING, SIDES, THING_ENDINGS, TURNS,
};
use super::{Quantity, Reader, TENTHS, Unit};
use crate::folding::is_han;

/// Words that end as the plural of a man does, and are none.
const SINGULAR_IN_MEN: &[&str] =
    &["regimen", "specimen", "abdomen", "acumen", "albumen", "cyclamen", "examen", "stamen"];

/// A plural by its form: containers, KF-16s, Koreans, Iraqis.
fn is_plural(word: &str) -> bool {
    let name = word.len() > 2
        && word.ends_with('s')
        && word.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit());
    let lower = word == word.to_ascii_lowercase();
    let acronym = word
        .strip_suffix('s')
        .is_some_and(|stem| stem.len() > 1 && stem.chars().all(|c| c.is_ascii_uppercase()));
    let people = ["ans", "ese", "is"].iter().any(|end| word.ends_with(end))
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase);
    // Servicemen, fishermen, policewomen; a regimen is none.
    let men = lower && word.len() > 5 && word.ends_with("men") && !SINGULAR_IN_MEN.contains(&word);
    name || acronym
        || people
        || men
        || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && lower)
}

impl Reader<'_> {
    pub(super) fn unit(
        &self,
        i: usize,
        quantity: &Quantity,
        money: Option<(&'static str, &'static str)>,
    ) -> Option<Unit> {
        let folded = self.folded;
        let at = folded.skip_spaces(quantity.end);
        let unit = self
            .currency(i, at, quantity)
            .or_else(|| self.money_of_somewhere(at, quantity))
            .or_else(|| self.pieces_of_money(i, at, quantity));
        if let Some(unit) = unit {
            // 新台币100亿元: the name before says which.
            return Some(match money {
                Some((name, code)) => Unit::money(name, code, unit.end),
                None => unit,
            });
        }
        // A code before a percentage is no money's.
        if let Some((name, code)) = money.filter(|_| folded.at(at) != Some('%')) {
            return Some(Unit::money(name, code, quantity.end));
        }
        let opens_quote = |at: usize, c| at > quantity.end && matches!(c, '“' | '"');
        let latin = folded.at(at).is_some_and(|c| {
            c.is_ascii_alphabetic() || matches!(c, '-' | '°') || opens_quote(at, c)
        });
        if latin && !quantity.bare {
            return self.english_unit(i, quantity).or_else(|| self.victims(i, quantity));
        }
        let victims = self.victims(i, quantity).or_else(|| self.dead_or_wounded(i, at));
        if let Some(victims) = victims.filter(|_| !quantity.bare) {
            return Some(victims);
        }
        // 一成 is ten percent, where 一 counts nothing else.
        if let Some(tenths) = self.tenths(at, quantity) {
            return Some(tenths);
        }
        if self.is_word_not_number(i, quantity) {
            return None;
        }
        self.measure(i, at, quantity)
            .or_else(|| self.classified(i, at, quantity))
            .or_else(|| self.direct_noun(at, quantity))
            .or_else(|| self.noun(at, Counts::People, false).filter(|_| quantity.scaled))
            .or_else(|| self.people_of_somewhere(at, quantity))
            .or_else(|| self.people_before(i, quantity))
    }

    /// 人口2,600万: a large number with no unit, after what it counts.
    fn people_before(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let ends = self.folded.at(quantity.end).is_none_or(|c| !is_han(c) && !c.is_alphanumeric());
        let counted = self.noun_before(i).filter(|(_, people)| *people)?;
        (quantity.scaled && ends).then(|| Unit::new(counted.0, quantity.end))
    }

    /// The noun a number follows, as in 导弹60余枚, with a verb of amount between at most.
    pub(super) fn noun_before(&self, i: usize) -> Option<(&'static str, bool)> {
        const AMOUNTS: &[&str] = &[
            "约为", "约有", "大约", "约", "近", "超过", "逾", "达到", "达", "共计", "共", "合计",
            "总计", "为", "各", "仅", "有", "至少", " ",
        ];
        let mut head = self.folded.lead(i, 30);
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
        // 每两个月 counts months, 每两人 nobody in particular.
        let timed = folded.before(i) == Some('每')
            && folded.eat_any(quantity.end, &["个月", "年", "天", "周", "小时", "分钟"]).is_some();
        let two_before = i.checked_sub(2).and_then(|i| folded.at(i));
        // 此后两个月, 通车后两年 tell how long, 最后两年 which.
        let lasted = folded.before(i) == Some('后')
            && two_before.is_some_and(|c| is_han(c) && !"最前先".contains(c))
            && folded.eat_any(quantity.end, &["个月", "年", "天", "周", "小时"]).is_some();
        // 签下两份, but 下两届.
        let done = folded.before(i) == Some('下')
            && two_before.is_some_and(|c| "签留拿买打立写收定接投击创".contains(c));
        // 手上六个 are all there are, 上六个 those before.
        let on_something = folded.before(i) == Some('上')
            && two_before.is_some_and(|c| "手身车船桌街岛路场".contains(c));
        let pointed = folded.before(i).is_some_and(|c| POINTING.contains(c)) && !on_something
            || folded.lead(i, 3) == "同样的";
        let is_over_one = self.is_exactly_or_over_one(i, quantity.end);
        let pointing = pointed && !(timed || lasted || done || is_over_one);
        let two = folded.at(i) == Some('二') && quantity.end == i + 1;
        // 一倍 is a figure; 一度, 一年 and 一个 are not.
        let measured = ["倍", "吨", "公里", "公斤", "公顷", "英里"]
            .iter()
            .any(|unit| folded.eat(quantity.end, unit).is_some());
        // 至少一套 says how many, and so does 八艘军舰、一艘潜艇.
        let votes = folded.eat(quantity.end, "票");
        let is_vote = votes.is_some_and(|end| folded.eat_any(end, SIDES).is_some());
        let is_counted = is_vote || self.is_at_least(i) || self.is_one_of_a_list(i, quantity.end);
        let one = quantity.value == 1.0 && !measured && !is_counted && !is_over_one;
        pointing || one || (two && !measured)
    }

    /// Whether 一 tells how long something lasted: 整整一个月, 为期一年, 一年多, 一个半小时.
    fn is_exactly_or_over_one(&self, i: usize, end: usize) -> bool {
        const UNITS: &[&str] =
            &["个月", "年", "天", "周", "个星期", "星期", "个小时", "小时", "个世纪"];
        const OVER: &[&str] = &[
            "年多",
            "天多",
            "个多月",
            "个多小时",
            "个多星期",
            "个多世纪",
            "年半",
            "个半月",
            "个半小时",
            "个半世纪",
        ];
        let folded = self.folded;
        const WHOLE: &[&str] = &[
            "整整", "足足", "为期", "为时", "历时", "长达", "延长", "展期", "年到", "年至", "月到",
            "月至",
        ];
        // 半年到一年 is as long as it may take, 今年到一年后 a date.
        let is_range = |word: &str| {
            word.ends_with(['到', '至'])
                && !["半年", "个月", "数月"].iter().any(|from| folded.lead(i, 3).starts_with(from))
        };
        let is_whole = WHOLE.iter().any(|word| folded.lead(i, 2) == *word && !is_range(word))
            && folded.eat_any(end, UNITS).is_some();
        // 近一年多来 is "lately".
        let is_over = folded
            .eat_any(end, OVER)
            .is_some_and(|(_, end)| !folded.at(end).is_some_and(|c| "元样种方".contains(c)));
        is_whole || is_over
    }

    /// Whether 一 and its classifier stand beside others that are counted: 五名记者、一名司机; 一艘拖船和三艘驳船.
    fn is_one_of_a_list(&self, i: usize, end: usize) -> bool {
        /// What is counted has so many characters at most, with its number.
        const NEAR: usize = 12;
        let is_joint = |i: usize| self.folded.at(i).is_some_and(|c| "、和及与".contains(c));
        let are_words = |mut within: std::ops::Range<usize>| {
            within.all(|i| self.folded.at(i).is_some_and(|c| !",。;的了在是把被".contains(c)))
        };
        let Some(after) = self.classifier_end(end) else {
            return false;
        };
        let follows = || {
            let joint = (after..after + NEAR).find(|i| is_joint(*i))?;
            Some(are_words(after..joint) && self.begins_counted(joint + 1))
        };
        let stands_before = || {
            let joint = i.checked_sub(1).filter(|joint| is_joint(*joint))?;
            let first = (joint.saturating_sub(NEAR)..joint).find(|i| self.begins_counted(*i))?;
            Some(are_words(first..joint))
        };
        follows() == Some(true) || stands_before() == Some(true)
    }

    /// Where the classifier at `i` ends, if it is one of things of a kind and something is named behind it.
    fn classifier_end(&self, i: usize) -> Option<usize> {
        let of_a_kind = |alone: &str| !alone.is_empty() && alone != "times";
        let known = CLASSIFIERS.iter().filter(|(_, alone, ..)| of_a_kind(alone));
        let ends = known.filter_map(|(word, ..)| self.folded.eat(i, word));
        ends.max().filter(|end| self.folded.at(*end).is_some_and(is_han))
    }

    /// Whether a number above one and a classifier stand at `i`: 约三艘.
    fn begins_counted(&self, i: usize) -> bool {
        let folded = self.folded;
        let at = folded.eat(i, "约").unwrap_or(i);
        let begins = !folded.before(at).is_some_and(|c| is_numeral(c) || c.is_ascii_digit());
        let number = numerals::number_at(&folded.chars, at).filter(|number| number.value > 1.0);
        begins && number.is_some_and(|number| self.classifier_end(number.end).is_some())
    }

    /// Whether a number tells how many are left or there are at all: 只剩两座, 仅有三家.
    fn is_left(&self, i: usize) -> bool {
        let lead = self.folded.lead(i, 2);
        lead.ends_with('剩')
            || ["剩下", "仅有", "只有", "仅存", "余下", "共有", "尚有"].contains(&lead)
    }

    /// Whether a number is said to be the least: 至少一套.
    fn is_at_least(&self, i: usize) -> bool {
        ["至少", "至少有", "不少于"].iter().any(|word| self.folded.lead(i, 3).ends_with(word))
    }

    /// The money whose name stands at `at`, behind the number that begins at `i`.
    pub(super) fn currency(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        // 旧卢布, 新法郎: before and after a reform money has one name.
        let reformed = folded.eat_any(at, &["旧", "新", "金"]).map(|(_, at)| at);
        let named = |at: usize, least: usize| {
            CURRENCIES
                .iter()
                .filter(move |(word, ..)| word.chars().count() >= least)
                .filter_map(move |(word, name, code)| {
                    folded.eat(at, word).map(|end| (end, *name, *code))
                })
                .max_by_key(|(end, ..)| *end)
        };
        let longest = named(at, 1).or_else(|| named(reformed?, 2));
        if let Some((end, name, code)) = longest {
            let bare = end == at + 1;
            let other =
                folded.at(end).is_some_and(|c| "首素老旦月件帅宵勋桌形满子虫香帐蝇".contains(c));
            if bare && (other || quantity.is_small_word()) {
                return None;
            }
            let mut unit = Unit::money(name, code, end);
            if self.traditional && (bare || folded.eat(at, "块钱").is_some()) {
                unit.currency = None;
            }
            return Some(unit);
        }
        let (end, name, code) = ENGLISH_MONEY.iter().find_map(|(word, name, code)| {
            let end = folded.eat(at, word)?;
            let whole = !folded.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
            whole.then_some((end, *name, *code))
        })?;
        if folded.before(end) == Some('s') && code == "GBP" && self.is_weight(i, end, quantity) {
            return Some(Unit::new("pounds", end));
        }
        if code == "KRW" && self.is_victory(end, quantity) {
            return None;
        }
        (quantity.arabic || quantity.english).then(|| Unit::money(name, code, end))
    }

    /// 50万某国先令: what several states call their money, with the name of one before it that no table has.
    fn money_of_somewhere(&self, at: usize, quantity: &Quantity) -> Option<Unit> {
        /// The name of a state has so many characters.
        const NAME: std::ops::RangeInclusive<usize> = 2..=6;
        let folded = self.folded;
        let is_classified = CLASSIFIERS.iter().any(|(word, ..)| folded.eat(at, word).is_some());
        if is_classified || quantity.is_small_word() {
            return None;
        }
        let is_name = |from: usize, to: usize| {
            (from..to).all(|i| {
                folded.at(i).is_some_and(|c| {
                    is_han(c) && !is_numeral(c) && !NOT_WITHIN.contains(c) && !"元人名".contains(c)
                })
            })
        };
        NAME.filter(|length| is_name(at, at + length)).find_map(|length| {
            // A man may be called 马克.
            let shared = CURRENCIES.iter().filter(|(word, _, code)| {
                *code == SHARED && word.chars().count() > 1 && *word != "马克"
            });
            shared
                .filter_map(|(word, name, code)| {
                    Some(Unit::money(name, code, folded.eat(at + length, word)?))
                })
                .max_by_key(|unit| unit.end)
        })
    }

    /// 三千一平方米 is a price, as 一 behind a round number belongs to what is paid for; and 三千包食宿 are wages.
    pub(super) fn price(&self, i: usize, quantity: &Quantity) -> Option<(Quantity, Unit)> {
        const SOLD_BY: &[&str] = &[
            "平方米",
            "平米",
            "平方",
            "坪",
            "亩",
            "吨",
            "公斤",
            "斤",
            "桶",
            "个月",
            "年",
            "天",
            "晚",
        ];
        const WITH_BOARD: &[&str] = &["包食宿", "包吃住", "包吃包住", "包住宿", "包吃", "包餐"];
        let folded = self.folded;
        let currency = (!self.traditional).then_some("CNY");
        let yuan = |end: usize| Unit { name: "yuan".to_string(), currency, end };
        if folded.eat_any(quantity.end, WITH_BOARD).is_some() && quantity.value >= 100.0 {
            return Some((*quantity, yuan(quantity.end)));
        }
        let last = quantity.end.checked_sub(1).filter(|last| *last > i)?;
        let is_priced = folded.at(last) == Some('一')
            && folded.before(last).is_some_and(|c| "百千万".contains(c))
            && folded.eat_any(quantity.end, SOLD_BY).is_some();
        let price = self.number_before(i, last).filter(|_| is_priced)?;
        Some((Quantity { value: price, upper: None, end: last, ..*quantity }, yuan(last)))
    }

    /// What the numerals from `i` to `end` say by themselves.
    fn number_before(&self, i: usize, end: usize) -> Option<f64> {
        let numerals = numerals::number_at(self.folded.chars.get(..end)?, i)?;
        (numerals.end == end && !numerals.bare).then_some(numerals.value)
    }

    /// 500块 is money where nothing that comes in pieces is named: not 500块石头, 奖牌12块,
    /// 切成4块.
    fn pieces_of_money(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let end = folded.eat(at, "块").filter(|_| !quantity.is_small_word())?;
        let closed = folded.at(end).is_none_or(|c| !is_han(c) && !c.is_alphanumeric())
            || folded.eat_any(end, &["左右", "以上", "以下", "以内"]).is_some();
        let named = self.noun_before(i).is_some_and(|(_, people)| !people)
            || folded.before(i).is_some_and(|c| THING_ENDINGS.contains(c) || "成为".contains(c));
        (closed && !named).then(|| Unit {
            name: "yuan".to_string(),
            currency: (!self.traditional).then_some("CNY"),
            end,
        })
    }

    /// "18 won seats": they won. Of the money that is called so nobody speaks in small numbers.
    fn is_victory(&self, end: usize, quantity: &Quantity) -> bool {
        const LEAST: f64 = 1000.0;
        const PER: &[&str] = &[
            " a year",
            " a month",
            " a week",
            " a day",
            " an hour",
            " a head",
            " a person",
            " a ton",
        ];
        let (word, _) = self.english_word(self.folded.skip_spaces(end));
        let is_rate = self.folded.eat_any(end, PER).is_some();
        let has_object = WON.contains(&word.to_ascii_lowercase().as_str());
        quantity.value < LEAST || (has_object && !is_rate)
    }

    /// "weighs 10 pounds", "10 pounds in weight", "10 pounds of flour": a weight, unless what it is "of" is money
    /// too.
    fn is_weight(&self, i: usize, end: usize, quantity: &Quantity) -> bool {
        const WEIGHED: &[&str] = &["weigh", "weight of"];
        const HEAVY: &[&str] = &[
            " in weight",
            " of thrust",
            " heavier",
            " lighter",
            " overweight",
            " per square inch",
        ];
        let lead = self.folded.lead(i, 30).to_ascii_lowercase();
        // Of another sentence nothing is known.
        let lead = lead.rsplit(['.', ';', '!', '?']).next().unwrap_or_default();
        if WEIGHED.iter().any(|word| lead.contains(word))
            || self.folded.eat_any(end, HEAVY).is_some()
        {
            return true;
        }
        const MONEY: &[&str] = &[
            "public", "private", "taxpayer", "debt", "fund", "invest", "aid", "money", "savings",
            "spending", "profit", "revenue", "tax", "income", "damage", "grant", "the ", "his ",
            "her ", "their ", "its ", "our ", "my ",
        ];
        let of = self.folded.eat(end, " of ").filter(|_| !quantity.scaled);
        of.is_some_and(|at| self.folded.eat_any(at, MONEY).is_none())
    }

    /// The unit of a measure that needs no noun behind it.
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
        // 2024年2月30日 is no day, but it is meant as one.
        let meant = name == "years" && quantity.end == i + 4 && {
            let month = numerals::small_at(&folded.chars, folded.skip_spaces(end));
            month.is_some_and(|(_, at)| folded.eat(folded.skip_spaces(at), "月").is_some())
        };
        let repeated =
            name == "degrees" && folded.before(i).is_some_and(|c| "已曾再又".contains(c));
        // 对三票, 三票反对: whatever the number, so many voted so.
        let is_vote = name == "votes"
            && quantity.value > 0.0
            && (folded.before(i) == Some('对') || folded.eat_any(end, SIDES).is_some());
        // 三周 may be the third, 三个星期 are three.
        let is_counted = is_vote || name == "weeks" && folded.at(at) == Some('个');
        let vague = repeated
            || !is_counted
                && matches!(
                    name,
                    "degrees"
                        | "votes"
                        | "seats"
                        | "characters"
                        | "weeks"
                        | "knots"
                        | "grams"
                        | "volts"
                )
                && quantity.is_small_word();
        // 北纬38度 is a place.
        let place = ["北纬", "南纬", "东经", "西经"].iter().any(|word| head.ends_with(word));
        let turns = name == "degrees" && (place || folded.eat_any(end, TURNS).is_some());
        let calibre = name == "millimetres" && folded.eat_any(end, CALIBRED).is_some();
        // 14点 is a time, 2900点 an index, 十二点计划 a plan of twelve points.
        let has_points = folded.eat_any(end, POINTED).is_some()
            && !folded.before(i).is_some_and(|c| "午晨晚早上日号天于在至到".contains(c));
        let clock = name == "points" && quantity.value < 100.0 && !has_points;
        // 三周 is a time where no word goes on: 三周边国.
        let goes_on = |c| is_han(c) && !"后内来的前间以之就便才".contains(c);
        let vague = vague && (name != "weeks" || folded.at(end).is_some_and(goes_on));
        if dated || meant || vague || clock || turns || calibre {
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
        let follows = self.folded.at(end).is_none_or(|c| !NOT_AFTER_TENTHS.contains(c));
        (follows && quantity.value < 10.0).then(|| Unit::new(TENTHS, end))
    }

    fn classified(&self, i: usize, at: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let (end, alone, counts) = CLASSIFIERS
            .iter()
            .filter_map(|(word, alone, counts, not)| {
                let end = folded.eat(at, word)?;
                let person = *word == "个"
                    && (folded.at(end) == Some('人') || folded.eat(end, "个人").is_some());
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
        if let Some(name) = self.of_those(i) {
            return Some(Unit::new(name, end));
        }
        // 两座水闸 are counted all the same: what these count has a shape.
        let is_shaped = matches!(folded.before(end), Some('座' | '枚' | '颗' | '具' | '笔'))
            && folded.at(end).is_some_and(|c| is_han(c) && !NOT_WITHIN.contains(c));
        // 只剩两座, 走了四批: a verb that says how many are left or have come to be.
        let is_told = is_shaped
            || self.is_left(i)
                && !folded.at(end).is_some_and(|c| is_han(c) && !NOT_WITHIN.contains(c));
        if weak && quantity.is_small_word() && !is_told {
            return None;
        }
        // 前100名 are a rank.
        if folded.before(i) == Some('前') && matches!(folded.at(at), Some('名' | '位')) {
            return None;
        }
        let loose = matches!(
            alone,
            "incidents" | "batches" | "sites" | "groups" | "teams" | "packs" | "sets" | "companies"
        );
        let counted = matches!(alone, "sites" | "companies") && quantity.value > 2.0
            || alone == "companies" && self.unknown_noun(end, counts).is_some();
        let is_loose = loose && !counted && quantity.is_small_word() && !self.is_at_least(i);
        let is_loose = is_loose && !(is_told || folded.before(i) == Some('了'));
        if is_loose || self.is_ordinal_by_noun(i, end) {
            return None;
        }
        let name = match self.noun_before(i).filter(|(_, people)| !people) {
            Some((name, _)) if weak => name,
            _ if weak => "items",
            _ => alone,
        };
        Some(Unit::new(name, self.unknown_noun(end, counts).unwrap_or(end)))
    }

    /// 八个成员中有七个: some of those that were counted.
    fn of_those(&self, i: usize) -> Option<&'static str> {
        let lead = self.folded.lead(i, 12);
        let head = lead.strip_suffix("中有").or_else(|| lead.strip_suffix("里有"))?;
        let known =
            NOUNS.iter().filter(|(noun, ..)| noun.chars().count() > 1 && head.ends_with(noun));
        known.max_by_key(|(noun, ..)| noun.len()).map(|(_, name, _)| *name)
    }

    /// Where a noun that no table has ends, if its last character shows it: 19名劫机者, 12艘巡逻舰.
    fn unknown_noun(&self, from: usize, counts: Counts) -> Option<usize> {
        let folded = self.folded;
        let endings = if counts == Counts::People { PEOPLE_ENDINGS } else { THING_ENDINGS };
        let most = (from..from + 6)
            .take_while(|i| folded.at(*i).is_some_and(|c| is_han(c) && !NOT_WITHIN.contains(c)))
            .count();
        (1..most)
            .find(|gap| folded.at(from + gap).is_some_and(|c| endings.contains(c)))
            .map(|gap| from + gap + 1)
    }

    /// Kinds and aspects are enumerated, not counted.
    fn is_enumerated(&self, end: usize, quantity: &Quantity) -> bool {
        let folded = self.folded;
        let kind = matches!(folded.before(end), Some('种' | '类')) && quantity.is_small_word();
        let small = quantity.value < 10.0 && quantity.upper.is_none();
        let noun = (0..=4).any(|gap| {
            let clear =
                (end..end + gap).all(|i| folded.at(i).is_some_and(|c| !NOT_WITHIN.contains(c)));
            let noun = folded.eat_any(end + gap, ENUMERATED);
            // 两个世界大国 are counted, 两个世界 are not.
            clear && noun.is_some_and(|(_, end)| folded.eat(end, "大国").is_none())
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
                .filter(|(word, ..)| {
                    *word != "国"
                        || !folded
                            .at(i + 1)
                            .is_some_and(|c| "际产内防外会营旗民歌土书庆籍资".contains(c))
                })
                .filter_map(|(word, name, people)| {
                    folded.eat(i, word).map(|end| (end, *name, *people))
                })
                .max_by_key(|(end, ..)| *end)
        };
        // A name before the noun is jumped over: 35架米格-29战斗机.
        let name = (from..)
            .take_while(|i| folded.at(*i).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-'))
            .count();
        let reach = name + if long { 10 } else { 8 };
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
            // 六项对伊决议: on whom they are.
            let is_towards = c == '对'
                && (2..=3).any(|gap| known(i + gap, 1).is_some())
                && known(i + 1, 1).is_none()
                && !folded.at(i + 1).is_some_and(|c| "我本各其该".contains(c));
            if is_towards {
                continue;
            }
            if !(is_han(c) || c.is_ascii_alphanumeric() || c == '-') || NOT_WITHIN.contains(c) {
                break;
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
        let after = quantity.end;
        let turned = folded
            .eat_any(after, &["-degree", " degree"])
            .or_else(|| folded.eat_any(after, &[" degrees"]));
        if turned.is_some_and(|(_, end)| folded.eat_any(end, ENGLISH_TURNS).is_some()) {
            return None;
        }
        if self.is_reference(i) {
            return None;
        }
        if let Some(unit) = self.english_measure(quantity, &before) {
            return Some(unit);
        }
        let hyphenated = folded.at(quantity.end) == Some('-');
        let glued = folded.at(quantity.end).is_some_and(|c| c.is_ascii_alphabetic());
        // "its six units" are counted, "its two neighbours" are known.
        let owned = matches!(before.as_str(), "its" | "their" | "his") && quantity.value >= 3.0;
        let counted = owned || self.is_whole_of_some(i);
        let pointed = ENGLISH_POINTING.contains(&before.as_str()) && !counted;
        if hyphenated && let Some(unit) = self.hyphenated(quantity) {
            return Some(unit);
        }
        // "one to two years" are a range.
        let one = quantity.value == 1.0 && quantity.upper.is_none();
        if one && !hyphenated && !glued {
            return self.at_least_one(i, quantity);
        }
        if hyphenated || glued || one || (pointed && quantity.is_small_word()) {
            return None;
        }
        let noun = self.english_noun(quantity);
        if noun.as_ref().is_some_and(|noun| self.is_verb_of_name(i, quantity, noun)) {
            return None;
        }
        noun.or_else(|| self.some_of(quantity))
    }

    /// "at least one patrol ship": one of what is known to be counted.
    fn at_least_one(&self, i: usize, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        if !folded.lead(i, 9).eq_ignore_ascii_case("at least ") {
            return None;
        }
        let mut at = quantity.end;
        for _ in 0..3 {
            let (word, end) = self.english_word(folded.eat(at, " ")?);
            let plural = format!("{word}s");
            if let Some((_, name)) = ENGLISH_NOUNS.iter().find(|(noun, _)| plural == *noun) {
                return Some(Unit::new(name, end));
            }
            if ENGLISH_STOPS.contains(&word.to_ascii_lowercase().as_str()) {
                return None;
            }
            at = end;
        }
        None
    }

    /// "Decree 12 lifts the ban", "the IR 8 feeds Delhi": the number is the name's, and what looks like a
    /// plural is what it does.
    fn is_verb_of_name(&self, i: usize, quantity: &Quantity, noun: &Unit) -> bool {
        let folded = self.folded;
        let (word, end) = self.english_word(folded.skip_spaces(quantity.end));
        let known = ENGLISH_NOUNS.iter().any(|(known, _)| word == *known);
        if !quantity.arabic || quantity.scaled || known || end != noun.end {
            return false;
        }
        let name = folded.lead(i, 24).trim_end().rsplit(' ').next();
        let named = name.is_some_and(|name| name.starts_with(char::is_uppercase));
        const OBJECTS: &[&str] =
            &["the", "a", "an", "its", "their", "his", "her", "all", "no", "some", "any", "this"];
        let next = folded.eat(end, " ").map(|at| self.english_word(at).0).unwrap_or_default();
        named && (next.starts_with(char::is_uppercase) || OBJECTS.contains(&next.as_str()))
    }

    /// Whether some of what is counted stood right before: "seven of the nine judges".
    fn is_whole_of_some(&self, i: usize) -> bool {
        const OF: &[&str] = &[" of the ", " of its ", " of their "];
        let lead = self.folded.lead(i, 24);
        let Some(some) = OF.iter().find_map(|of| lead.strip_suffix(of)) else {
            return false;
        };
        let word: Vec<char> = some.rsplit(' ').next().unwrap_or_default().chars().collect();
        let number = numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0));
        number.is_some_and(|number| number.end == word.len() && !number.bare)
    }

    /// "11 of the 28 members": the noun stands further on, and the words are the number's.
    fn some_of(&self, quantity: &Quantity) -> Option<Unit> {
        const OF: &[&str] = &[" of the", " of its", " of their", " of"];
        let (of, at) = self.folded.eat_any(quantity.end, OF)?;
        let mut after = Quantity { end: at, ..*quantity };
        // "seven of the nine judges", "thirteen of fifteen members": whatever it is.
        let whole = self.number(self.folded.skip_spaces(at), false, false);
        let whole = whole.filter(|whole| of != " of" || whole.value > quantity.value);
        if let Some(unit) = whole.and_then(|whole| self.english_noun(&whole)) {
            return Some(Unit { end: quantity.end, ..unit });
        }
        if of == " of" {
            return None;
        }
        // Beyond a possessive, a number or a word or two.
        for _ in 0..4 {
            if let Some(unit) = self.english_noun(&after)
                && ENGLISH_NOUNS.iter().any(|(_, name)| *name == unit.name)
            {
                return Some(Unit { end: quantity.end, ..unit });
            }
            let next = self.folded.eat(after.end, " ")?;
            let (word, end) = self.english_word(next);
            if word.is_empty() {
                return None;
            }
            after.end = end;
        }
        None
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
                    folded.eat(at, singular).filter(|_| hyphen || quantity.value <= 1.0)
                })?;
                let whole = !folded
                    .at(end)
                    .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '²' | '³'));
                whole.then_some((end, *name, *plural))
            })
            .max_by_key(|(end, ..)| *end)?;
        // "3 m" is a length, "one time" and "the past three years" are not figures of their own.
        let end = folded.eat(end, "-old").unwrap_or(end);
        // 5g is a network.
        let letters =
            plural.len() == 1 && (!quantity.arabic || plural == "g" && quantity.value < 10.0);
        let pointed = quantity.is_small_word() && matches!(before, "these" | "those" | "both");
        let one = quantity.value == 1.0 && !quantity.arabic && quantity.upper.is_none();
        // "a five-year plan" is a kind of plan.
        let plan = hyphen && name == "years" && folded.eat_any(end, &[" plan", " Plan"]).is_some();
        let calibre = name == "millimetres" && {
            let next = folded.eat_any(end, &[" ", "-"]).map_or(end, |(_, end)| end);
            folded.eat_any(next, ENGLISH_CALIBRED).is_some()
        };
        // 3 Mt of coal weigh so much, 5 Mt are megatons where they explode.
        let weighs = || folded.eat_any(end, &[" of ", " a year", " per year", " in "]).is_some();
        let explodes = plural == "Mt" && !weighs();
        // 50 m/s and 10 kg/ha are something else's units.
        let per = plural.len() <= 3
            && folded.at(end) == Some('/')
            && folded.at(end + 1).is_some_and(|c| c.is_ascii_alphabetic());
        (!(letters || pointed || one || calibre || plan || per || explodes))
            .then(|| Unit::new(name, end))
    }

    /// The plural noun within the next words; what is known is named as the tables name it.
    pub(super) fn english_noun(&self, quantity: &Quantity) -> Option<Unit> {
        let folded = self.folded;
        let mut at = quantity.end;
        let mut plural: Option<(String, usize)> = None;
        let mut after_name = false;
        for _ in 0..6 {
            let quoted = folded.eat_any(at, &[" “", "” ", " \"", "\" "]).map(|(_, next)| next);
            let Some(next) = quoted.or_else(|| folded.eat(at, " ")) else {
                break;
            };
            let (word, end) = self.english_word(folded.skip_spaces(next));
            let lower = word.to_ascii_lowercase();
            // "low- and middle-income countries".
            let goes_on =
                matches!(lower.as_str(), "and" | "or" | "to") && folded.before(at) == Some('-');
            // Another number is no part of what the first one counts, but for a name's (Boeing 747).
            let number = word.chars().all(|c| c.is_ascii_digit()) && !after_name;
            after_name = word.starts_with(char::is_uppercase);
            // "IT workers", "US troops".
            let acronym = matches!(word.as_str(), "IT" | "US");
            let stops = ENGLISH_STOPS.contains(&lower.as_str()) && !goes_on && !acronym;
            if number || stops {
                break;
            }
            if let Some((_, name)) = ENGLISH_NOUNS.iter().find(|(noun, _)| word == *noun) {
                return Some(Unit::new(name, end));
            }
            if word == "States" && folded.lead(next, 7) == "Member " {
                return Some(Unit::new("states", end));
            }
            // "19 arms embargoes": of two plurals side by side the second is counted.
            let counted = is_plural(&word);
            if !counted && plural.is_some() {
                break;
            }
            if counted {
                plural = Some((word, end));
            }
            at = end;
        }
        // Small numbers in words often count nothing: "two sides", "three reasons".
        plural
            .filter(|(word, _)| {
                !(quantity.is_small_word() && ENGLISH_ENUMERATED.contains(&word.as_str()))
            })
            .map(|(word, end)| Unit::new(&word, end))
    }

    /// "a 15-member council", "a 5,000-strong force".
    fn hyphenated(&self, quantity: &Quantity) -> Option<Unit> {
        let (word, end) = numerals::word_at(&self.folded.chars, quantity.end + 1);
        let (_, name) = HYPHENATED.iter().find(|(noun, _)| word == *noun)?;
        // "two-state", "one-man" and the like are kinds; small ones in words count little.
        // So is a two-party system.
        let least = if word == "party" { 3.0 } else { 2.0 };
        (quantity.value >= least).then(|| Unit::new(name, end))
    }

    /// Whether a unit or a counted noun stands within the next words: then the m before is a million.
    pub(super) fn english_noun_stands_at(&self, i: usize) -> bool {
        let mut at = i;
        for _ in 0..3 {
            let Some(next) = self.folded.eat(at, " ") else {
                return false;
            };
            let (word, end) = self.english_word(next);
            let known = ENGLISH_NOUNS.iter().any(|(noun, _)| word == *noun)
                || ENGLISH_UNITS.iter().any(|(_, plural, _)| word.len() > 2 && word == *plural);
            if known || is_plural(&word) {
                return true;
            }
            if word.is_empty() || ENGLISH_STOPS.contains(&word.to_ascii_lowercase().as_str()) {
                return false;
            }
            at = end;
        }
        false
    }

    /// Whether the word before a number makes it the name of something: "Resolution 5", "number 5". But migrants
    /// who number 5,000 are counted.
    pub(super) fn is_reference(&self, i: usize) -> bool {
        REFERENCES.contains(&self.word_before(i).as_str()) && !self.says_number(i)
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

    /// 1米7: decimals that stand after their unit.
    pub(super) fn decimals_after(
        &self,
        i: usize,
        quantity: &Quantity,
        unit: &Unit,
    ) -> Option<(f64, usize)> {
        let folded = self.folded;
        let metres = unit.name == "metres" && folded.before(unit.end) == Some('米');
        if !metres || quantity.upper.is_some() || quantity.value >= 3.0 || quantity.end == i {
            return None;
        }
        let digits: String = (unit.end..unit.end + 3)
            .map_while(|i| folded.at(i))
            .map_while(|c| c.to_digit(10).or_else(|| numerals::digit(c)))
            .filter_map(|d| char::from_digit(d, 10))
            .collect();
        let end = unit.end + digits.len();
        let goes_on =
            folded.at(end).is_some_and(|c| c.is_ascii_digit() || is_numeral(c) || c == '.');
        let part: f64 = format!("0.{digits}").parse().ok()?;
        (!digits.is_empty() && digits.len() < 3 && !goes_on).then_some((part, end))
    }

    /// Whether 半 stands at `i` as a word of its own: not 半岛, 半数.
    pub(super) fn half_stands_at(&self, i: usize) -> bool {
        self.folded.at(i) == Some('半')
            && !self.folded.at(i + 1).is_some_and(|c| "岛数导径年场成衰决".contains(c))
    }

    /// 两年半, 三个半月, 两倍半: the position after the half.
    pub(super) fn and_a_half(&self, unit: &Unit) -> Option<usize> {
        let timed = matches!(unit.name.as_str(), "years" | "months" | "hours" | "days" | "miles")
            || self.folded.before(unit.end) == Some('倍');
        if self.folded.head(unit.end).ends_with("个半月")
            || self.folded.head(unit.end).ends_with("个半小时")
            || self.folded.head(unit.end).ends_with("个半世纪")
        {
            return Some(unit.end);
        }
        (timed && self.half_stands_at(unit.end)).then_some(unit.end + 1)
    }
}
