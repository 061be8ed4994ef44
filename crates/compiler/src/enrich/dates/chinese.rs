//! Calendar references in Chinese: a scanner for forms whose parts (year, month, day, from–to)
//! combine freely.

use super::super::LONGEST;
use super::super::numerals::{self, Folded, is_numeral};
use super::words::{
    CENTURY_TAILS, DAY_NOT_AFTER, DAY_NOT_BEFORE, DAY_WORDS, ERAS, EVENTS, MONTH_NOT_BEFORE,
    MONTH_TAILS, MONTH_WORDS, NAMED_DAYS, QUARTER_WORDS, REIGNS, SEASONS, TODAY_BEFORE,
    WEEK_NOT_BEFORE, WEEK_WORDS, YEAR_ENDS, YEAR_PARTS, YEAR_TAILS, YEAR_WORD_NOT_AFTER,
    YEAR_WORD_NOT_BEFORE, YEAR_WORDS, YEARS_COUNTED,
};
use super::{Found, Month, Point, Shape, Unit, Week, Year, is_year, part_of_decade, season, span};
use crate::folding::is_han;

type Parsed = Option<(Shape, usize)>;

/// A day whose month is not said.
fn day_of(day: u32) -> Point {
    Point { year: Year::Unsaid, month: Month::Unsaid, day: Some(day as u8) }
}

/// Reads the dates of one text.
pub(super) struct Scanner<'f> {
    text: &'f Folded,
    /// Whether it is in Traditional Chinese, where Taiwan's calendar may be meant.
    is_traditional: bool,
    /// Whether it names that calendar, so that two-digit years are of it: 民國95年 … 95年5月.
    names_republic: bool,
}

/// A number with its unit, or two before one unit (1—8月).
type Run = (u32, Option<u32>, usize);

impl<'f> Scanner<'f> {
    pub(super) fn new(text: &'f Folded, is_traditional: bool) -> Scanner<'f> {
        Scanner { text, is_traditional, names_republic: text.text.contains("民国") }
    }

    pub(super) fn scan(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.text.count() {
            match self.reading(i) {
                Some((shape, end)) if end > i => {
                    found.push(Found { start: i, end, shape, latin: false });
                    i = end;
                }
                _ => i += 1,
            }
        }
        found
    }

    fn reading(&self, i: usize) -> Parsed {
        let first = self.text.at(i)?;
        if !(first.is_ascii_digit() || is_han(first)) {
            return None;
        }
        let (shape, end) = self
            .named_day(i)
            .or_else(|| self.decade(i))
            .or_else(|| self.centuries(i))
            .or_else(|| self.whole(i))
            .or_else(|| self.same_day(i))
            .or_else(|| self.step(i))
            .or_else(|| self.ago(i))
            .or_else(|| self.past(i))
            .or_else(|| self.same_period(i))
            .or_else(|| self.today(i))
            .or_else(|| self.weekday(i))
            .or_else(|| self.week(i))
            .or_else(|| self.quarter_word(i))?;
        // 2023年秋至2024年春 is one time, as 2023年9月至2024年5月 is.
        let ends = |shape| match shape {
            Shape::Point(point) => Some((point, point)),
            Shape::Span(a, b) if matches!(a.year, Year::Said(_)) && !a.is_year() => Some((a, b)),
            _ => None,
        };
        let Some((a, _)) = ends(shape) else {
            return Some((shape, end));
        };
        let joined = self.separator(end).and_then(|next| {
            let (b, end) = self.whole(next)?;
            let both_points = matches!((shape, b), (Shape::Point(_), Shape::Point(_)));
            let (_, b) = ends(b)?;
            // 2024年6月到去年 is no interval.
            let relative = matches!(b.year, Year::Document(_) | Year::Last(_) | Year::Previous);
            let alike = both_points || (!a.is_year() && matches!(b.year, Year::Said(_)));
            // No date is kept of so many years (1839年至1967年): the two ends are dates of their own.
            let is_too_long = matches!((a.year, b.year), (Year::Said(first), Year::Said(last))
                if a.is_year() && last - first >= LONGEST as i32);
            let alike = alike && !is_too_long;
            (!relative && alike).then_some((Shape::Span(a, b), end))
        });
        Some(joined.unwrap_or((shape, end)))
    }

    /// From a year down, or from a month, or a day alone.
    fn whole(&self, i: usize) -> Parsed {
        self.year(i)
            .or_else(|| self.free(i).then(|| self.months(Year::Unsaid, i, true)).flatten())
            .or_else(|| self.month_word(i))
            .or_else(|| self.day_alone(i))
            .or_else(|| self.part_alone(i))
            .or_else(|| self.bracketed(i))
            .or_else(|| self.turn_of_year(i))
            .or_else(|| self.part_of_month(i))
            .or_else(|| self.other_part_of_month(i))
    }

    /// Whether a number that begins here isn't the tail of a longer one or of a name.
    fn free(&self, i: usize) -> bool {
        let Some(before) = self.text.before(i) else {
            return true;
        };
        let two_before = i.checked_sub(2).and_then(|i| self.text.at(i));
        // 火星-19 is a name, 1945年-1985年 is none.
        let in_name = before == '-'
            && two_before.is_some_and(|c| c.is_alphanumeric() && !matches!(c, '年' | '月' | '日'));
        // 图2:2018年 is no time of day.
        let is_titled = before == ':' && numerals::year_digits(&self.text.chars, i).is_some();
        let in_decimal = matches!(before, '.' | ':' | '/')
            && two_before.is_some_and(|c| c.is_ascii_digit())
            && !is_titled;
        let counted = matches!(before, '第' | '每' | '几' | '数');
        let longer = before.is_ascii_alphanumeric() || is_numeral(before);
        !(longer || in_name || in_decimal || counted)
    }

    fn separator(&self, i: usize) -> Option<usize> {
        let i = self.text.skip_spaces(i);
        let (_, end) = self.text.eat_any(i, &["--", "-", "~", "至", "到"])?;
        Some(self.text.skip_spaces(end))
    }

    /// `N unit`, or `N—N unit`.
    fn run(&self, i: usize, most: u32, units: &[&str]) -> Option<Run> {
        let chars = &self.text.chars;
        let (a, mut end) = numerals::small_at(chars, i).filter(|(n, _)| *n <= most)?;
        let mut b = None;
        // 1、2月 is a stretch, 3、5月 are two.
        let listed = || {
            let (_, next) = self.text.eat_any(end, &["、", "和"])?;
            let (second, _) = numerals::small_at(chars, next)?;
            (second == a + 1).then_some(next)
        };
        if let Some(next) = self.separator(end).or_else(listed) {
            let (second, after) = numerals::small_at(chars, next).filter(|(n, _)| *n <= most)?;
            (b, end) = (Some(second), after);
        }
        let (_, end) = self.text.eat_any(self.text.skip_spaces(end), units)?;
        Some((a, b, end))
    }

    fn tail(&self, i: usize, tails: &[(&str, &str)]) -> usize {
        tails
            .iter()
            .find_map(|(word, not_before)| {
                let end = self.text.eat(i, word)?;
                (!self.text.at(end).is_some_and(|c| not_before.contains(c))).then_some(end)
            })
            .unwrap_or(i)
    }

    fn year(&self, i: usize) -> Parsed {
        self.year_word(i).or_else(|| self.era_year(i)).or_else(|| self.said_year(i))
    }

    fn year_word(&self, i: usize) -> Parsed {
        let (year, end) = YEAR_WORDS
            .iter()
            .find_map(|(word, year)| self.text.eat(i, word).map(|end| (*year, end)))?;
        let before = self.text.before(i);
        let after = self.text.at(end);
        // 同一年度, 次年度 and the like count terms; 今年度 and 本年度 are the year itself.
        let term = after == Some('度')
            && !matches!(self.text.at(i), Some('今' | '本' | '去' | '明' | '上'));
        // 任期第二年, 第二年级: the next year begins a clause.
        let is_second = self.text.at(i) == Some('第')
            && (!before.is_some_and(|c| ",;。".contains(c)) || after == Some('的'));
        let other = before.is_some_and(|c| YEAR_WORD_NOT_AFTER.contains(c))
            || is_second
            || after.is_some_and(|c| YEAR_WORD_NOT_BEFORE.contains(c))
            || term;
        (!other).then(|| self.after_year(year, end))
    }

    fn era_year(&self, i: usize) -> Parsed {
        if let Some((_, next)) = self.text.eat_any(i, &["公元前", "西元前"]) {
            let (n, end) = self.counted_year(next)?;
            // EDTF has a year 0, which is 1 BC.
            return Some((Shape::Point(Point::year(Year::Said(1 - n))), end));
        }
        if let Some((_, next)) = self.text.eat_any(i, &["公元", "西元"]) {
            let next = self.text.skip_spaces(next);
            let full =
                numerals::year_digits(&self.text.chars, next).is_some_and(|(y, _)| is_year(y));
            // 公元79年 is no 1979.
            if full && let Some((shape, end)) = self.said_year(next) {
                return Some((shape, end));
            }
            let (n, end) = self.counted_year(next)?;
            return Some(self.after_year(Year::Said(n), end));
        }
        if let Some((_, next)) = self.text.eat_any(i, &["中华民国前", "民国前"]) {
            let (n, end) = self.regnal_year(next)?;
            return Some(self.after_year(Year::Era(1912 - n, "Republic of China"), end));
        }
        if let Some((base, name, next)) = self.era(i, REIGNS) {
            let (n, end) = self.regnal_year(next)?;
            let year = Year::Era(base + n, name);
            // By the moon's months the year is all that is known.
            let (_, end) = self.after_year(year, end);
            return Some((Shape::Point(Point::year(year)), end));
        }
        let (base, name, next) = self.era(i, ERAS).or_else(|| self.short_era(i))?;
        let (n, end) = self.regnal_year(next)?;
        Some(self.after_year(Year::Era(base + n, name), end))
    }

    /// The era whose name stands at `i`: the year it counts from, and the position after the name.
    fn era<'w>(&self, i: usize, eras: &[(&str, i32, &'w str)]) -> Option<(i32, &'w str, usize)> {
        eras.iter().find_map(|(word, base, name)| Some((*base, *name, self.text.eat(i, word)?)))
    }

    /// 民38年, where 民 is no end of a word (农民, 人民).
    fn short_era(&self, i: usize) -> Option<(i32, &'static str, usize)> {
        let next = self.text.eat(i, "民")?;
        let begins = self.text.before(i).is_none_or(|c| !c.is_alphanumeric());
        let figures = self.text.at(next)?.is_ascii_digit();
        (begins && figures).then_some((1911, "Republic of China", next))
    }

    /// The year of an era: 元年, 三十七年, 一一三年, 20年.
    fn regnal_year(&self, i: usize) -> Option<(i32, usize)> {
        let (chars, i) = (&self.text.chars, self.text.skip_spaces(i));
        let (n, end) = match self.text.eat(i, "元") {
            Some(end) => (1, end),
            None => numerals::small_at(chars, i)
                .or_else(|| numerals::digits_at(chars, i))
                .filter(|(n, _)| (1..=150).contains(n))?,
        };
        Some((n as i32, self.text.eat(self.text.skip_spaces(end), "年")?))
    }

    /// A year of our era, or before it, of any length: 79年, 1046年, 一千八百四十年.
    fn counted_year(&self, i: usize) -> Option<(i32, usize)> {
        let (chars, i) = (&self.text.chars, self.text.skip_spaces(i));
        let (n, end) = numerals::year_digits(chars, i)
            .or_else(|| numerals::year_words(chars, i))
            .or_else(|| numerals::small_at(chars, i).map(|(n, end)| (n as i32, end)))
            .or_else(|| numerals::digits_at(chars, i).map(|(n, end)| (n as i32, end)))?;
        let end = self.text.eat(self.text.skip_spaces(end), "年")?;
        (n > 0).then_some((n, end))
    }

    /// 一千九百四十九年, 两千零八年, 两千年五月: where it is round, no month follows or the words say
    /// so, it is a number of years.
    fn year_in_words(&self, i: usize) -> Parsed {
        let (n, end) = numerals::year_words(&self.text.chars, i)?;
        let (year, end) = (Year::Said(n), self.year_mark(end)?);
        let bound = self.text.eat_any(end, &["以来", "以前", "以后"]).is_some();
        let counted = (!bound && self.text.eat_any(end, YEARS_COUNTED).is_some())
            || self.text.before(i).is_some_and(|c| "近约达时过满历整逾有了".contains(c));
        let is_year = n % 100 != 0 && (1600..=2099).contains(&n) && !counted;
        self.months(year, self.text.skip_spaces(end), false)
            .or_else(|| is_year.then(|| self.after_year(year, end)))
    }

    /// 2024年, 2012—2014年, 2012-14年, 2023、2024年 (the first of them), 97年7月.
    fn said_year(&self, i: usize) -> Parsed {
        if !self.free(i) {
            return None;
        }
        let chars = &self.text.chars;
        let Some((a, end)) = numerals::year_digits(chars, i).filter(|(y, _)| is_year(*y)) else {
            return self.year_in_words(i).or_else(|| self.short_year(i));
        };
        let year = Year::Said(a);
        if let Some(end) = self.year_mark(end) {
            // 2000年来 and 5000年历史 count years.
            let lasted = self.text.eat_any(end, &["来", "历史", "的历史"]).is_some();
            return (a % 100 != 0 || !lasted).then(|| self.after_year(year, end));
        }
        // 2024上半年, 2024第一季度: where a part follows, the year needs no mark.
        let part = self
            .text
            .eat_any(end, &["上半年", "下半年", "第", "首季", "一季", "二季", "三季", "四季"]);
        if let Some(part) = part.and_then(|_| self.end_of_part(self.part_of_year(year, end))) {
            return Some(part);
        }
        // 2022/23年度.
        let slash = || self.text.eat(end, "/");
        if let Some(next) = self.separator(end).or_else(slash) {
            let full = numerals::year_digits(chars, next);
            let short = || {
                let (n, end) = numerals::small_at(chars, next).filter(|(_, e)| *e == next + 2)?;
                Some((a - a.rem_euclid(100) + n as i32, end))
            };
            let (b, end) = full.or_else(short).filter(|(b, _)| *b > a && is_year(*b))?;
            let end = self.year_mark(end)?;
            let end = self.tail(end, &[("度", "")]);
            return Some((Shape::Span(Point::year(year), Point::year(Year::Said(b))), end));
        }
        let listed = self.text.eat(end, "、").is_some() && self.text.before(i) != Some('、');
        // The last of those that are listed has the mark for all.
        let (mut before, mut at) = (a, end);
        let (b, marked) = loop {
            let (_, next) = self.text.eat_any(at, &["、", "和", "及", "与", ",", ";"])?;
            let (b, after) = numerals::year_digits(chars, self.text.skip_spaces(next))
                .filter(|(b, _)| *b > before && is_year(*b))?;
            if let Some(marked) = self.year_mark(after) {
                break (b, marked);
            }
            (before, at) = (b, after);
        };
        // 2018、2019年 is one time said short, if nothing follows that is the second year's alone.
        let second = self.after_year(Year::Said(b), marked);
        if listed && b == a + 1 && second == (Shape::Point(Point::year(Year::Said(b))), marked) {
            return Some((Shape::Span(Point::year(year), Point::year(Year::Said(b))), marked));
        }
        Some((Shape::Point(Point::year(year)), end))
    }

    /// 年, 财年, 学年, 财政年度: not 年代, 年级.
    fn year_mark(&self, i: usize) -> Option<usize> {
        let (_, end) = self
            .text
            .eat_any(self.text.skip_spaces(i), &["年", "财年", "学年", "财政年", "会计年"])?;
        (!self.text.at(end).is_some_and(|c| matches!(c, '代' | '级' | '龄'))).then_some(end)
    }

    /// 97年7月, 08年8月8日, where a month follows; in Taiwan 113年6月, and 113年 where it can't be
    /// a number of years.
    fn short_year(&self, i: usize) -> Parsed {
        let (n, end) = numerals::small_at(&self.text.chars, i)?;
        let figures = self.text.at(i).is_some_and(|c| c.is_ascii_digit());
        let year = match (n, end - i) {
            (n @ 1..=139, 2) if figures && self.is_traditional && self.names_republic => {
                Year::Era(1911 + n as i32, "Republic of China")
            }
            (n @ 0..=39, 2) if figures => Year::Said(2000 + n as i32),
            (n @ 40..=99, 2) if figures => Year::Said(1900 + n as i32),
            (n @ 100..=139, 3) if figures => Year::Era(1911 + n as i32, "Republic of China"),
            _ => return None,
        };
        let end = self.text.eat(self.text.skip_spaces(end), "年")?;
        let with_month = self.months(year, self.text.skip_spaces(end), false);
        let counts = self.text.eat_any(end, YEARS_COUNTED).is_some();
        let taiwan = matches!(year, Year::Era(..)) && self.is_traditional && n > 100 && !counts;
        with_month.or_else(|| taiwan.then(|| self.after_year(year, end)))
    }

    /// What may follow a year: part of it, months and days, or a tail such as 底.
    fn after_year(&self, year: Year, end: usize) -> (Shape, usize) {
        let at = self.text.skip_spaces(end);
        if let Some(end) = self.text.eat(at, "同期") {
            return (Shape::SamePeriod(year), end);
        }
        let year_end = || {
            let ends = self.tail(end, YEAR_ENDS);
            (ends > end).then_some((Shape::Point(Point::month(year, 12)), ends))
        };
        self.end_of_part(self.part_of_year(year, at))
            .or_else(|| self.season(year, at))
            .or_else(|| self.months(year, at, false))
            .or_else(year_end)
            .unwrap_or_else(|| (Shape::Point(Point::year(year)), self.tail(end, YEAR_TAILS)))
    }

    /// 去年秋天, 2024年春, 当年冬季.
    fn season(&self, year: Year, i: usize) -> Parsed {
        let i = self.text.eat(i, "的").unwrap_or(i);
        SEASONS.iter().find_map(|(word, from, to, not_before)| {
            let end = self.text.eat(i, word)?;
            let other = self.text.at(end).is_some_and(|c| not_before.contains(c));
            (!other).then(|| (season(year, (*from, *to)), end))
        })
    }

    fn part_of_year(&self, year: Year, i: usize) -> Parsed {
        let i = self.text.eat(i, "的").unwrap_or(i);
        for (word, from, to) in YEAR_PARTS {
            if let Some(end) = self.text.eat(i, word) {
                return Some((span(year, (*from, *to)), end));
            }
        }
        if let Some(listed) = self.quarters(year, i) {
            return Some(listed);
        }
        let (word, next) = self.text.eat_any(i, &["第", "前", "头", "首", "后"])?;
        // 提前三个月 tells how much earlier.
        if word == "前" && self.text.before(i) == Some('提') {
            return None;
        }
        let next = self.text.skip_spaces(next);
        let (n, end) = numerals::small_at(&self.text.chars, next).filter(|(n, _)| *n <= 12)?;
        const UNITS: &[&str] = &["个月", "月", "个季度", "季度", "季"];
        let (unit, end) = self.text.eat_any(self.text.skip_spaces(end), UNITS)?;
        let quarters = unit.contains('季');
        if quarters && n > 4 {
            return None;
        }
        let n = n as u8;
        let months = if quarters { n * 3 } else { n };
        let months = match word {
            "第" if quarters => (months - 2, months),
            "第" => return None,
            "后" => (13 - months, 12),
            _ => (1, months),
        };
        Some((span(year, months), end))
    }

    /// 第三季度末, 上半年底: the last month of it, where nothing follows that makes another word of it.
    fn end_of_part(&self, part: Parsed) -> Parsed {
        let (shape, end) = part?;
        let Shape::Span(_, last) = shape else {
            return part;
        };
        let ends = self.tail(end, YEAR_ENDS);
        Some(if ends > end { (Shape::Point(last), ends) } else { (shape, end) })
    }

    /// 上半年, 第一季度, 前三季度 of a year said before.
    fn part_alone(&self, i: usize) -> Parsed {
        let first = self.text.at(i)?;
        let begins = matches!(first, '上' | '下' | '第' | '前' | '首')
            || (self.free(i) && (is_numeral(first) || first.is_ascii_digit()));
        let other = self.text.before(i).is_some_and(|c| matches!(c, '以' | '之' | '此' | '目'));
        if !begins || other {
            return None;
        }
        self.end_of_part(self.part_of_year(Year::Unsaid, i))
    }

    /// 第1和第2季, 一、二季度, 第二至四季度.
    fn quarters(&self, year: Year, i: usize) -> Parsed {
        let quarter = |i: usize| {
            let i = self.text.eat(i, "第").unwrap_or(i);
            numerals::small_at(&self.text.chars, self.text.skip_spaces(i)).filter(|(n, _)| *n <= 4)
        };
        let (a, end) = quarter(i)?;
        let end = self.text.eat(end, "季").or(Some(end))?;
        let next = self
            .separator(end)
            .or_else(|| self.text.eat_any(end, &["、", "和", "及", "与"]).map(|(_, next)| next))?;
        let (b, end) = quarter(next).filter(|(b, _)| *b > a)?;
        let (_, end) = self.text.eat_any(self.text.skip_spaces(end), &["季度", "季"])?;
        Some((span(year, (a as u8 * 3 - 2, b as u8 * 3)), end))
    }

    /// 昨(7)日, 今(2024)年, 去(112)年, 本(6)月: the number stands in brackets.
    fn bracketed(&self, i: usize) -> Parsed {
        let (_, open) = self.text.eat_any(i, &["今(", "昨(", "明(", "去(", "前(", "本("])?;
        let chars = &self.text.chars;
        let (n, close) = numerals::year_digits(chars, open)
            .filter(|(y, _)| is_year(*y))
            .or_else(|| numerals::small_at(chars, open).map(|(n, end)| (n as i32, end)))?;
        let end = self.text.eat(close, ")")?;
        let unit = self.text.at(end)?;
        let end = end + 1;
        match (unit, n) {
            ('年', 1000..) => Some(self.after_year(Year::Said(n), end)),
            ('年', 60..=150) => {
                Some(self.after_year(Year::Era(1911 + n, "Republic of China"), end))
            }
            ('月', 1..=12) => Some(self.days(Point::month(Year::Unsaid, n as u8), end)),
            ('日' | '天' | '晚', 1..=31) => {
                let day = Some(n as u8);
                Some((Shape::Point(Point { year: Year::Unsaid, month: Month::Unsaid, day }), end))
            }
            _ => None,
        }
    }

    /// 月初, 月中, 月底 at the head of a clause: of the month that is spoken of.
    fn part_of_month(&self, i: usize) -> Parsed {
        let (_, end) = self.text.eat_any(i, &["月初", "月中", "月底", "月末"])?;
        let begins = self.text.before(i).is_none_or(|c| ",。;:(、".contains(c));
        let ends = self.text.at(end).is_some_and(|c| ",、".contains(c));
        let point = Point { year: Year::Unsaid, month: Month::Present, day: None };
        (begins && ends).then_some((Shape::Point(point), end))
    }

    /// 到年底, 年初以来: an end of the year that is spoken of.
    fn turn_of_year(&self, i: usize) -> Parsed {
        let (word, end) = self.text.eat_any(i, &["年初", "年底", "年末"])?;
        let after_word = |c: char| "到至从自在于前截由定订拟,。;:、(".contains(c);
        let begins = self.text.before(i).is_none_or(after_word);
        let point = match word {
            "年初" => Point::year(Year::Present),
            _ => Point::month(Year::Present, 12),
        };
        begins.then_some((Shape::Point(point), end))
    }

    /// 一年后, 三十天之后, 半年后 at the head of a clause: what is told of is dated by it. Elsewhere (开幕两天后)
    /// it tells how long something took, and what is to come (三年后将…) is counted from when it is said.
    fn step(&self, i: usize) -> Parsed {
        if let Some(within) = self.step_within(i) {
            return Some(within);
        }
        let begins = self.text.before(i).is_none_or(|c| ",。;:(".contains(c));
        let (shape, end) = if begins { self.stretch(i)? } else { return None };
        let (_, end) = self.text.eat_any(end, &["之后", "以后", "后"])?;
        let next = self.text.skip_spaces(self.text.eat(end, ",").unwrap_or(end));
        let other = self.text.at(end).is_some_and(|c| "期续来的".contains(c))
            || self
                .text
                .eat_any(next, &["将", "会", "要", "可", "能", "预计", "计划", "拟"])
                .is_some();
        (!other).then_some((shape, end))
    }

    /// 不到一个月,… at the head of a sentence: what is told of came so soon after.
    fn step_within(&self, i: usize) -> Parsed {
        let (_, at) = self.text.eat_any(i, &["不到", "不出"])?;
        let begins = self.text.before(i).is_none_or(|c| "。;".contains(c));
        let (shape, end) = self.stretch(at).filter(|_| begins)?;
        (self.text.at(end) == Some(',')).then_some((shape, end))
    }

    /// 三十天, 两周, 半年, 两个半月: so long, as a step.
    fn stretch(&self, i: usize) -> Parsed {
        /// Nobody counts on by more.
        const MOST: u32 = 120;
        if let Some(end) = self.text.eat(i, "半年") {
            return Some((Shape::Step(6, Unit::Months), end));
        }
        let (n, end) = numerals::small_at(&self.text.chars, i).filter(|(n, _)| *n <= MOST)?;
        let at = self.text.skip_spaces(end);
        if let Some(end) = self.text.eat(at, "年半") {
            return Some((Shape::Step(n as i32 * 12 + 6, Unit::Months), end));
        }
        const UNITS: &[(&str, i32, Unit)] = &[
            ("年", 1, Unit::Years),
            ("个月", 1, Unit::Months),
            // Half a month more is no month of its own.
            ("个半月", 1, Unit::Months),
            ("个星期", 7, Unit::Days),
            ("星期", 7, Unit::Days),
            ("周", 7, Unit::Days),
            ("天", 1, Unit::Days),
            ("日", 1, Unit::Days),
        ];
        UNITS.iter().find_map(|(word, times, unit)| {
            let end = self.text.eat(at, word)?;
            Some((Shape::Step(n as i32 * times, *unit), end))
        })
    }

    /// 三年前, 一年又两个月前, 两周前: from the document's own date. 近三年前, 三年前后, 三年前往 tell none.
    fn ago(&self, i: usize) -> Parsed {
        let chars = &self.text.chars;
        let count = |i: usize| numerals::small_at(chars, i).filter(|(n, _)| (1..=31).contains(n));
        let units = [("年", "year"), ("个月", "month"), ("周", "week"), ("天", "day")];
        let other = self.text.before(i).is_some_and(|c| "近约逾超此这那头前后第上下每".contains(c));
        if !self.free(i) || other {
            return None;
        }
        let (n, end) = count(i)?;
        let (word, end) =
            self.text.eat_any(self.text.skip_spaces(end), &units.map(|unit| unit.0))?;
        let unit = units.iter().find(|unit| unit.0 == word)?.1;
        let more = || {
            let next = self.text.eat_any(end, &["又", "零", "加"]).map_or(end, |(_, next)| next);
            let (months, next) = count(next)?;
            Some((months as i32, self.text.eat(self.text.skip_spaces(next), "个月")?))
        };
        let (months, end) =
            more().filter(|_| unit == "year").map_or((None, end), |(n, end)| (Some(n), end));
        let end = self
            .text
            .eat(end, "之前")
            .or_else(|| self.text.eat(end, "以前"))
            .or_else(|| self.text.eat(end, "前"))?;
        let goes_on = self
            .text
            .at(end)
            .is_some_and(|c| "后往来去途提期置任线沿夕辈述者景程进所未无例".contains(c));
        Some((super::time_ago(n as i32, unit, months)?, end)).filter(|_| !goes_on)
    }

    /// 过去五年, 最近两年多: the years up to the document's own. 过去三年前所未有 tells none.
    fn past(&self, i: usize) -> Parsed {
        /// Who looks back on more says it otherwise.
        const YEARS: std::ops::RangeInclusive<u32> = 2..=30;
        let (_, at) = self.text.eat_any(i, &["过去的", "过去", "最近的", "最近"])?;
        let at = self.text.skip_spaces(at);
        let (n, end) =
            numerals::small_at(&self.text.chars, at).filter(|(n, _)| YEARS.contains(n))?;
        let end = self.text.eat(self.text.skip_spaces(end), "年")?;
        let end = self.text.eat(end, "多").unwrap_or(end);
        // 度过去两年, and years that are no time.
        let other = self.text.before(i).is_some_and(|c| "度经通越渡错跑走".contains(c))
            || self.text.at(end).is_some_and(|c| "前级代龄期制".contains(c));
        (!other).then_some((Shape::Past(n as i32), end))
    }

    /// 9·11, 九一八事变.
    fn named_day(&self, i: usize) -> Parsed {
        if !self.free(i) {
            return None;
        }
        NAMED_DAYS.iter().find_map(|(names, (year, month, day))| {
            let (name, end) = self.text.eat_any(i, names)?;
            let follows =
                self.text.eat_any(end, &["”", "\"", "」", "'"]).map_or(end, |(_, end)| end);
            let is_event = self.text.eat_any(follows, EVENTS).is_some();
            let alone =
                name.starts_with("9·11") && !self.text.at(end).is_some_and(|c| c.is_ascii_digit());
            let point = Point { day: Some(*day), ..Point::month(Year::Said(*year), *month) };
            (is_event || alone).then_some((Shape::Point(point), end))
        })
    }

    /// 同期 at the head of a clause: the months spoken of before it.
    fn same_period(&self, i: usize) -> Parsed {
        let end = self.text.eat(i, "同期")?;
        let begins = self.text.before(i).is_none_or(|c| ",。;:".contains(c));
        (begins && self.text.at(end) != Some('声'))
            .then_some((Shape::SamePeriod(Year::Last(0)), end))
    }

    /// 昨天, 明日; 今天 where it is a day.
    fn today(&self, i: usize) -> Parsed {
        if let Some((_, end)) = self.text.eat_any(i, &["今天", "今日"]) {
            let (_, next) = self.text.eat_any(end, TODAY_BEFORE)?;
            // 《今日早报》.
            return (self.text.at(next) != Some('报')).then_some((Shape::Today(0), end));
        }
        let (later, end) =
            DAY_WORDS.iter().find_map(|(word, later)| Some((*later, self.text.eat(i, word)?)))?;
        // 3年前天气, 明日之星.
        let other =
            self.text.before(i).is_some_and(|c| is_numeral(c) || "日以目此之年月周天".contains(c))
                || self.text.at(end).is_some_and(|c| "之的报香黄".contains(c));
        (!other).then_some((Shape::Today(later), end))
    }

    /// 周二, 上星期五, 下周日: not 每周一, 两周一次, 周一至周五.
    fn weekday(&self, i: usize) -> Parsed {
        let (week, at) = match self.text.eat_any(i, &["上个", "下个", "上", "下", "本", "这"])
        {
            Some((word, at)) => {
                let weeks = match word.chars().next()? {
                    '上' => -1,
                    '下' => 1,
                    _ => 0,
                };
                (Week::Counted(weeks), at)
            }
            None => (Week::Recent, i),
        };
        let (_, at) = self.text.eat_any(at, &["周", "星期", "礼拜"])?;
        let day = "一二三四五六日天".chars().position(|c| self.text.at(at) == Some(c))?.min(6);
        let end = at + 1;
        let other = self.text.before(i).is_some_and(|c| is_numeral(c) || "每逢个四".contains(c))
            || self
                .text
                .at(end)
                .is_some_and(|c| is_numeral(c) || "次至到-、刊报岁期年边均本".contains(c))
            || matches!(self.text.before(i), Some('至' | '到' | '-' | '、'));
        (!other).then_some((Shape::Weekday(day as u8, week), end))
    }

    /// 上周, 本周, 下星期: not 上周三, 本周期.
    fn week(&self, i: usize) -> Parsed {
        let (weeks, end) =
            WEEK_WORDS.iter().find_map(|(word, weeks)| Some((*weeks, self.text.eat(i, word)?)))?;
        let other =
            self.text.before(i).is_some_and(|c| is_numeral(c) || "以之基晚早网日标".contains(c))
                || self.text.at(end).is_some_and(|c| WEEK_NOT_BEFORE.contains(c));
        (!other).then_some((Shape::Week(weeks), end))
    }

    /// 上季度, 本季度: not the one before a quarter that is named, 较上季度.
    fn quarter_word(&self, i: usize) -> Parsed {
        let (later, end) = QUARTER_WORDS
            .iter()
            .find_map(|(word, later)| Some((*later, self.text.eat(i, word)?)))?;
        let other = self.text.before(i).is_some_and(|c| is_numeral(c) || "比较以与".contains(c));
        (!other).then_some((Shape::Quarter(later), end))
    }

    /// Months, and days after a single one. `alone`: no year stands before.
    fn months(&self, year: Year, i: usize, alone: bool) -> Parsed {
        let (a, b, end) = self.run(i, 12, &["月份", "月"])?;
        let other = MONTH_NOT_BEFORE.iter().any(|word| self.text.eat(end, word).is_some());
        let head = self.text.head(i);
        let lunar = ["农历", "阴历", "旧历"].iter().any(|word| head.ends_with(word));
        // 每年12月 is no one year's.
        let recurring = head.trim_end().ends_with("每年");
        let named = self.is_name_in_quotes(i, end) || self.is_named_after_month(i, end);
        if alone && (other || lunar || recurring || named) {
            return None;
        }
        if let Some(b) = b {
            return Some((span(year, (a as u8, b as u8)), end));
        }
        Some(self.days(Point::month(year, a as u8), end))
    }

    /// “五月规定”: in quotation marks a month and a word or two behind it are a name.
    fn is_name_in_quotes(&self, start: usize, end: usize) -> bool {
        /// What is named so is no longer, in characters.
        const LONGEST: usize = 4;
        let opens = self.text.before(start).is_some_and(|c| "“\"「『《".contains(c));
        let rest = self.text.rest(end).chars().take(LONGEST + 1);
        let words = rest.clone().take_while(|c| is_han(*c)).count();
        let closes = rest.clone().nth(words).is_some_and(|c| "”\"」』》".contains(c));
        let in_words = self.text.at(start).is_some_and(|c| !c.is_ascii_digit());
        opens && closes && in_words && words > 1
    }

    /// 八月宗派事件, 三月起义: a month in words and perhaps one word more, before what is called after it.
    fn is_named_after_month(&self, start: usize, end: usize) -> bool {
        const CALLED: &[&str] = &[
            "事件", "起义", "政变", "暴动", "战役", "攻势", "惨案", "风暴", "学潮", "抗争", "事变",
        ];
        let in_words = self.text.at(start).is_some_and(|c| !c.is_ascii_digit());
        in_words
            && [0, 2].iter().any(|word| {
                let mut between = self.text.rest(end).chars().take(*word);
                between.all(|c| is_han(c) && !"的了在初中底末旬之以发爆举召出".contains(c))
                    && self.text.eat_any(end + word, CALLED).is_some()
            })
    }

    fn days(&self, month: Point, end: usize) -> (Shape, usize) {
        let on = |day: u32| Point { day: Some(day as u8), ..month };
        let at = self.text.skip_spaces(end);
        // 32日 is a day that there is not; 45号 may be the number of anything.
        match self.run(at, 31, &["日", "号"]).or_else(|| self.run(at, 99, &["日"])) {
            Some((a, Some(b), end)) => (Shape::Span(on(a), day_of(b)), end),
            Some((a, None, end)) => (Shape::Point(on(a)), end),
            None => (Shape::Point(month), self.tail(end, MONTH_TAILS)),
        }
    }

    fn month_word(&self, i: usize) -> Parsed {
        let (month, end) = MONTH_WORDS
            .iter()
            .find_map(|(word, month)| self.text.eat(i, word).map(|end| (*month, end)))?;
        let counted = self.text.before(i).is_some_and(|c| is_numeral(c) || "以基晚早".contains(c));
        // 「下個月」 as others keep saying it.
        let quoted = self.text.before(i).is_some_and(|c| "“\"「『".contains(c))
            && self.text.at(end).is_some_and(|c| "”\"」』".contains(c));
        // 比上月: the month before the one that is spoken of.
        let compared = self.text.before(i).is_some_and(|c| "比较".contains(c));
        let month = match month {
            Month::Document(-1) if compared => Month::Previous,
            other => other,
        };
        let point = Point { year: Year::Unsaid, month, day: None };
        (!counted && !quoted).then(|| self.days(point, end))
    }

    /// 6月中旬和下旬: another part of the month before.
    fn other_part_of_month(&self, i: usize) -> Parsed {
        let (_, end) = self.text.eat_any(i, &["中旬", "下旬"])?;
        let joint = i.checked_sub(1).filter(|at| "和、及与至到".contains(self.text.chars[*at]))?;
        let point = Point { year: Year::Unsaid, month: Month::Last(0), day: None };
        (self.text.before(joint) == Some('旬')).then_some((Shape::Point(point), end))
    }

    /// 22日, as news agencies write: figures, or a Chinese number no one would count days with.
    fn day_alone(&self, i: usize) -> Parsed {
        if !self.free(i) {
            return None;
        }
        let (a, b, end) = self.run(i, 31, &["日"])?;
        let figures = self.text.at(i).is_some_and(|c| c.is_ascii_digit());
        let head = self.text.head(i);
        // 十二日战争 lasted so long.
        let counted = DAY_NOT_AFTER.iter().any(|word| head.ends_with(word))
            || self.text.at(end).is_some_and(|c| DAY_NOT_BEFORE.contains(c))
            || self.text.eat(end, "战争").is_some();
        if counted || !(figures || a > 10) {
            return None;
        }
        let shape = b.map_or(Shape::Point(day_of(a)), |b| Shape::Span(day_of(a), day_of(b)));
        Some((shape, end))
    }

    fn same_day(&self, i: usize) -> Parsed {
        // 选举前一日 is the day before something else: 前一日 alone, or after who did it.
        let day_before = || {
            let begins = self.text.before(i).is_none_or(|c| ",。;:(人者方员".contains(c));
            self.text.eat_any(i, &["前一日", "前一天"]).filter(|_| begins)
        };
        let (word, end) = self
            .text
            .eat_any(i, &["同日", "当日", "当天", "次日", "翌日", "隔日", "隔天"])
            .or_else(day_before)?;
        let later =
            i32::from(word.starts_with(['次', '翌', '隔'])) - i32::from(word.starts_with('前'));
        // 每隔日, 相隔天数.
        let other = self.text.at(end).is_some_and(|c| "本元报数".contains(c))
            || word.starts_with('隔')
                && self.text.before(i).is_some_and(|c| "每相间阻分".contains(c));
        (!other).then_some((Shape::Day(later), end))
    }

    /// 20世纪90年代, 1990年代, 九十年代.
    fn decade(&self, i: usize) -> Parsed {
        let chars = &self.text.chars;
        if !self.free(i) {
            return None;
        }
        let (century, from) = self.century(i).map_or((None, i), |(c, from)| (Some(c), from));
        if let Some((tens, end)) = self.two_decades(from) {
            let start = century.unwrap_or(1900) + tens;
            let to = Point::year(Year::Said(start + 19));
            return Some((Shape::Span(Point::year(Year::Said(start)), to), end));
        }
        // 21世纪头20年.
        if let Some(start) = century
            && let Some((_, next)) = self.text.eat_any(from, &["头", "前"])
            && let Some((n, end)) = numerals::small_at(chars, self.text.skip_spaces(next))
            && let Some(end) = self.text.eat(self.text.skip_spaces(end), "年")
            && n % 5 == 0
            && n < 100
        {
            let year = |year| Point::year(Year::Said(year));
            return Some((Shape::Span(year(start + 1), year(start + n as i32)), end));
        }
        // 八十, 80, 八〇.
        let number = |i: usize| {
            let of_tens = |(n, end): (u32, usize)| (n as i32, end);
            numerals::small_at(chars, i)
                .or_else(|| numerals::digits_at(chars, i).filter(|(n, _)| *n < 100))
                .map(of_tens)
        };
        let (tens, end) = numerals::year_digits(chars, from)
            .filter(|(y, _)| is_year(*y))
            .or_else(|| number(from))?;
        // 80至90年代, 八十、九十年代, 1960年代至80年代, 1960年代至1980年代.
        let later = || {
            let marked = self.text.eat(self.text.skip_spaces(end), "年代");
            let list = || self.text.eat(end, "、").filter(|_| marked.is_none());
            let next = self.separator(marked.unwrap_or(end)).or_else(list)?;
            let full = numerals::year_digits(chars, next).filter(|(y, _)| is_year(*y));
            let (n, end) = full.or_else(|| number(next))?;
            // 1960年代至80年代 are of one century.
            let n = if tens >= 1000 && n < 100 { tens - tens.rem_euclid(100) + n } else { n };
            let goes_on = n % 10 == 0 && n > tens && n - tens < 100;
            (goes_on && (n < 100 || tens >= 1000)).then_some((n, end))
        };
        let (last, end) = later().unwrap_or((tens, end));
        let end = self.text.eat(self.text.skip_spaces(end), "年代")?;
        let start = match (tens, century) {
            (1000.., None) => tens,
            (10..=90, Some(century)) => century + tens,
            (30..=90, None) => 1900 + tens,
            (10 | 20, None) => 2000 + tens,
            _ => return None,
        };
        if start % 10 != 0 {
            return None;
        }
        const PARTS: &[&str] = &["初期", "中期", "末期", "后期", "中叶", "初", "末"];
        let part = self.text.eat_any(end, PARTS);
        let (first, ninth) = part.map_or((0, 9), |(word, _)| part_of_decade(word));
        // Of several decades the words say only how the last one ends.
        let first = if last == tens { first } else { 0 };
        let years = Shape::Span(
            Point::year(Year::Said(start + first)),
            Point::year(Year::Said(start + ninth + last - tens)),
        );
        Some((years, part.map_or(end, |(_, end)| end)))
    }

    /// 十九世纪末, 18至19世纪. The present one mostly says nothing but "modern".
    fn centuries(&self, i: usize) -> Parsed {
        if !self.free(i) || self.text.before(i) == Some('前') {
            return None;
        }
        let (a, b, end) = self.run(i, 20, &["世纪"])?;
        let (a, b) = (a as i32, b.unwrap_or(a) as i32);
        if a < 10 || b < a || self.text.eat(end, "福克斯").is_some() {
            return None;
        }
        let year = |year| Point::year(Year::Said(year));
        let years = Shape::Span(year(a * 100 - 99), year(b * 100));
        Some((years, self.tail(end, CENTURY_TAILS)))
    }

    /// 五六十年代.
    fn two_decades(&self, i: usize) -> Option<(i32, usize)> {
        let a = self.text.at(i).and_then(numerals::digit)?;
        let b = self.text.at(i + 1).and_then(numerals::digit).filter(|b| *b == a + 1 && a > 0)?;
        let end = self.text.eat(i + 2, "十年代")?;
        Some((b as i32 * 10 - 10, end))
    }

    /// The first year of 20世纪 or 上世纪, where a decade follows.
    fn century(&self, i: usize) -> Option<(i32, usize)> {
        if let Some((_, end)) = self.text.eat_any(i, &["上世纪", "上个世纪"]) {
            return Some((1900, end));
        }
        if let Some((_, end)) = self.text.eat_any(i, &["本世纪"]) {
            return Some((2000, end));
        }
        let (n, end) =
            numerals::small_at(&self.text.chars, i).filter(|(n, _)| (2..=21).contains(n))?;
        let end = self.text.eat(self.text.skip_spaces(end), "世纪")?;
        Some((n as i32 * 100 - 100, self.text.eat(end, "的").unwrap_or(end)))
    }
}
