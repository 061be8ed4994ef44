//! Calendar references in Chinese: a scanner for forms whose parts (year, month, day, from–to)
//! combine freely.

use super::super::numerals::{self, Folded, is_han, is_numeral};
use super::words::{
    DAY_NOT_AFTER, DAY_NOT_BEFORE, ERAS, MONTH_NOT_BEFORE, MONTH_TAILS, MONTH_WORDS, YEAR_PARTS,
    YEAR_TAILS, YEAR_WORD_NOT_AFTER, YEAR_WORD_NOT_BEFORE, YEAR_WORDS,
};
use super::{Found, Month, Point, Shape, Year, is_year, span};

type Parsed = Option<(Shape, usize)>;

/// The text, and whether it is in Traditional Chinese, where Taiwan's calendar may be meant.
pub(super) struct Scanner<'f>(pub(super) &'f Folded, pub(super) bool);

/// A number with its unit, or two before one unit (1—8月).
type Run = (u32, Option<u32>, usize);

impl Scanner<'_> {
    pub(super) fn scan(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.0.count() {
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
        let first = self.0.at(i)?;
        if !(first.is_ascii_digit() || is_han(first)) {
            return None;
        }
        let (shape, end) = self.decade(i).or_else(|| self.whole(i)).or_else(|| self.same_day(i))?;
        let Shape::Point(a) = shape else {
            return Some((shape, end));
        };
        let joined = self.separator(end).and_then(|next| {
            let (b, end) = self.whole(next)?;
            let Shape::Point(b) = b else { return None };
            // 2024年6月到去年 is no interval.
            let relative = matches!(b.year, Year::Document(_) | Year::Last(_));
            (!relative).then_some((Shape::Span(a, b), end))
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
    }

    /// Whether a number that begins here isn't the tail of a longer one or of a name.
    fn free(&self, i: usize) -> bool {
        let Some(before) = self.0.before(i) else {
            return true;
        };
        let two_before = i.checked_sub(2).and_then(|i| self.0.at(i));
        // 火星-19 is a name, 1945年-1985年 is none.
        let in_name = before == '-'
            && two_before.is_some_and(|c| c.is_alphanumeric() && !matches!(c, '年' | '月' | '日'));
        let in_decimal =
            matches!(before, '.' | ':' | '/') && two_before.is_some_and(|c| c.is_ascii_digit());
        let counted = matches!(before, '第' | '每' | '几' | '数');
        let longer = before.is_ascii_alphanumeric() || is_numeral(before);
        !(longer || in_name || in_decimal || counted)
    }

    fn separator(&self, i: usize) -> Option<usize> {
        let i = self.0.skip_spaces(i);
        let (_, end) = self.0.eat_any(i, &["--", "-", "~", "至", "到"])?;
        Some(self.0.skip_spaces(end))
    }

    /// `N unit`, or `N—N unit`.
    fn run(&self, i: usize, most: u32, units: &[&str]) -> Option<Run> {
        let chars = &self.0.chars;
        let (a, mut end) = numerals::small_at(chars, i).filter(|(n, _)| *n <= most)?;
        let mut b = None;
        if let Some(next) = self.separator(end) {
            let (second, after) = numerals::small_at(chars, next).filter(|(n, _)| *n <= most)?;
            (b, end) = (Some(second), after);
        }
        let (_, end) = self.0.eat_any(self.0.skip_spaces(end), units)?;
        Some((a, b, end))
    }

    fn tail(&self, i: usize, tails: &[(&str, &str)]) -> usize {
        tails
            .iter()
            .find_map(|(word, not_before)| {
                let end = self.0.eat(i, word)?;
                (!self.0.at(end).is_some_and(|c| not_before.contains(c))).then_some(end)
            })
            .unwrap_or(i)
    }

    fn year(&self, i: usize) -> Parsed {
        self.year_word(i).or_else(|| self.era_year(i)).or_else(|| self.said_year(i))
    }

    fn year_word(&self, i: usize) -> Parsed {
        let (year, end) = YEAR_WORDS
            .iter()
            .find_map(|(word, year)| self.0.eat(i, word).map(|end| (*year, end)))?;
        let before = self.0.before(i);
        let after = self.0.at(end);
        // 同一年度, 次年度 and the like count terms; 今年度 and 本年度 are the year itself.
        let term =
            after == Some('度') && !matches!(self.0.at(i), Some('今' | '本' | '去' | '明' | '上'));
        let other = before.is_some_and(|c| YEAR_WORD_NOT_AFTER.contains(c))
            || after.is_some_and(|c| YEAR_WORD_NOT_BEFORE.contains(c))
            || term;
        (!other).then(|| self.after_year(year, end))
    }

    fn era_year(&self, i: usize) -> Parsed {
        let chars = &self.0.chars;
        if let Some(next) = self.0.eat(i, "公元前").or_else(|| self.0.eat(i, "西元前")) {
            let (n, end) = numerals::small_at(chars, self.0.skip_spaces(next))?;
            let end = self.0.eat(self.0.skip_spaces(end), "年")?;
            // EDTF has a year 0, which is 1 BC.
            return Some((Shape::Point(Point::year(Year::Said(1 - n as i32))), end));
        }
        if let Some((_, next)) = self.0.eat_any(i, &["公元", "西元"]) {
            let next = self.0.skip_spaces(next);
            if let Some((shape, end)) = self.said_year(next) {
                return Some((shape, end));
            }
            let (n, end) = numerals::small_at(chars, next)?;
            let end = self.0.eat(self.0.skip_spaces(end), "年")?;
            return Some(self.after_year(Year::Said(n as i32), end));
        }
        let (base, name, next) = ERAS
            .iter()
            .find_map(|(word, base, name)| Some((*base, *name, self.0.eat(i, word)?)))?;
        let next = self.0.skip_spaces(next);
        let (n, end) = match self.0.eat(next, "元") {
            Some(end) => (1, end),
            None => numerals::small_at(chars, next).filter(|(n, _)| *n <= 150)?,
        };
        let end = self.0.eat(self.0.skip_spaces(end), "年")?;
        Some(self.after_year(Year::Era(base + n as i32, name), end))
    }

    /// 2024年, 2012—2014年, 2012-14年, 2023、2024年 (the first of them), 97年7月.
    fn said_year(&self, i: usize) -> Parsed {
        if !self.free(i) {
            return None;
        }
        let chars = &self.0.chars;
        let Some((a, end)) = numerals::year_digits(chars, i).filter(|(y, _)| is_year(*y)) else {
            return self.short_year(i);
        };
        let year = Year::Said(a);
        if let Some(end) = self.year_mark(end) {
            // 2000年来 and 5000年历史 count years.
            let lasted = self.0.eat_any(end, &["来", "历史", "的历史"]).is_some();
            return (a % 100 != 0 || !lasted).then(|| self.after_year(year, end));
        }
        if let Some(next) = self.separator(end) {
            let full = numerals::year_digits(chars, next);
            let short = || {
                let (n, end) = numerals::small_at(chars, next).filter(|(_, e)| *e == next + 2)?;
                Some((a - a.rem_euclid(100) + n as i32, end))
            };
            let (b, end) = full.or_else(short).filter(|(b, _)| *b > a && is_year(*b))?;
            let end = self.year_mark(end)?;
            return Some((Shape::Span(Point::year(year), Point::year(Year::Said(b))), end));
        }
        let (_, next) = self.0.eat_any(end, &["、", "和", "及", "与", ","])?;
        let (b, after) = numerals::year_digits(chars, self.0.skip_spaces(next))?;
        self.year_mark(after)
            .filter(|_| b > a && is_year(b))
            .map(|_| (Shape::Point(Point::year(year)), end))
    }

    /// 年, 财年, 学年: not 年代, 年级.
    fn year_mark(&self, i: usize) -> Option<usize> {
        let (_, end) = self.0.eat_any(self.0.skip_spaces(i), &["年", "财年", "学年"])?;
        (!self.0.at(end).is_some_and(|c| matches!(c, '代' | '级' | '龄'))).then_some(end)
    }

    /// 97年7月, 08年8月8日, where a month follows; in Taiwan 113年6月, and 113年 where it can't be
    /// a number of years.
    fn short_year(&self, i: usize) -> Parsed {
        let (n, end) = numerals::small_at(&self.0.chars, i)?;
        let figures = self.0.at(i).is_some_and(|c| c.is_ascii_digit());
        let year = match (n, end - i) {
            (n @ 0..=39, 2) if figures => Year::Said(2000 + n as i32),
            (n @ 40..=99, 2) if figures => Year::Said(1900 + n as i32),
            (n @ 100..=139, 3) if figures => Year::Era(1911 + n as i32, "Republic of China"),
            _ => return None,
        };
        let end = self.0.eat(self.0.skip_spaces(end), "年")?;
        let with_month = self.months(year, self.0.skip_spaces(end), false);
        let counted =
            ["来", "前", "后", "历史", "的历史", "之久", "间", "以", "期", "代", "级", "多", "之"];
        let counts = self.0.eat_any(end, &counted).is_some();
        let taiwan = matches!(year, Year::Era(..)) && self.1 && n > 100 && !counts;
        with_month.or_else(|| taiwan.then(|| self.after_year(year, end)))
    }

    /// What may follow a year: part of it, months and days, or a tail such as 底.
    fn after_year(&self, year: Year, end: usize) -> (Shape, usize) {
        let at = self.0.skip_spaces(end);
        if let Some(end) = self.0.eat(at, "同期") {
            return (Shape::SamePeriod(year), end);
        }
        self.part_of_year(year, at)
            .or_else(|| self.months(year, at, false))
            .unwrap_or_else(|| (Shape::Point(Point::year(year)), self.tail(end, YEAR_TAILS)))
    }

    fn part_of_year(&self, year: Year, i: usize) -> Parsed {
        let i = self.0.eat(i, "的").unwrap_or(i);
        for (word, from, to) in YEAR_PARTS {
            if let Some(end) = self.0.eat(i, word) {
                return Some((span(year, (*from, *to)), end));
            }
        }
        let (word, next) = self.0.eat_any(i, &["第", "前", "头", "首", "后"])?;
        let next = self.0.skip_spaces(next);
        let (n, end) = numerals::small_at(&self.0.chars, next).filter(|(n, _)| *n <= 12)?;
        const UNITS: &[&str] = &["个月", "月", "个季度", "季度", "季"];
        let (unit, end) = self.0.eat_any(self.0.skip_spaces(end), UNITS)?;
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

    /// 上半年, 第一季度, 前三季度 of a year said before.
    fn part_alone(&self, i: usize) -> Parsed {
        let begins = matches!(self.0.at(i)?, '上' | '下' | '第' | '前' | '首');
        let other = self.0.before(i).is_some_and(|c| matches!(c, '以' | '之' | '此' | '目'));
        self.part_of_year(Year::Unsaid, i).filter(|_| begins && !other)
    }

    /// Months, and days after a single one. `alone`: no year stands before.
    fn months(&self, year: Year, i: usize, alone: bool) -> Parsed {
        let (a, b, end) = self.run(i, 12, &["月份", "月"])?;
        let other = MONTH_NOT_BEFORE.iter().any(|word| self.0.eat(end, word).is_some());
        let head = self.0.head(i);
        let lunar = ["农历", "阴历", "旧历"].iter().any(|word| head.ends_with(word));
        // 每年12月 is no one year's.
        let recurring = head.trim_end().ends_with("每年");
        if alone && (other || lunar || recurring) {
            return None;
        }
        if let Some(b) = b {
            return Some((span(year, (a as u8, b as u8)), end));
        }
        Some(self.days(Point::month(year, a as u8), end))
    }

    fn days(&self, month: Point, end: usize) -> (Shape, usize) {
        let on = |day: u32| Point { day: Some(day as u8), ..month };
        match self.run(self.0.skip_spaces(end), 31, &["日", "号"]) {
            Some((a, Some(b), end)) => (Shape::Span(on(a), on(b)), end),
            Some((a, None, end)) => (Shape::Point(on(a)), end),
            None => (Shape::Point(month), self.tail(end, MONTH_TAILS)),
        }
    }

    fn month_word(&self, i: usize) -> Parsed {
        let (month, end) = MONTH_WORDS
            .iter()
            .find_map(|(word, month)| self.0.eat(i, word).map(|end| (*month, end)))?;
        let counted = self.0.before(i).is_some_and(|c| is_numeral(c) || "以基晚早".contains(c));
        (!counted).then(|| self.days(Point { year: Year::Unsaid, month, day: None }, end))
    }

    /// 22日, as news agencies write: figures, or a Chinese number no one would count days with.
    fn day_alone(&self, i: usize) -> Parsed {
        let (a, b, end) = self.run(i, 31, &["日"]).filter(|_| self.free(i))?;
        let figures = self.0.at(i).is_some_and(|c| c.is_ascii_digit());
        let head = self.0.head(i);
        let counted = DAY_NOT_AFTER.iter().any(|word| head.ends_with(word))
            || self.0.at(end).is_some_and(|c| DAY_NOT_BEFORE.contains(c));
        if counted || !(figures || a > 10) {
            return None;
        }
        let on =
            |day: u32| Point { year: Year::Unsaid, month: Month::Unsaid, day: Some(day as u8) };
        let shape = b.map_or(Shape::Point(on(a)), |b| Shape::Span(on(a), on(b)));
        Some((shape, end))
    }

    fn same_day(&self, i: usize) -> Parsed {
        let (word, end) = self.0.eat_any(i, &["同日", "当日", "当天", "次日", "翌日"])?;
        let later = i32::from(word.starts_with(['次', '翌']));
        let other = self.0.at(end).is_some_and(|c| "本元报".contains(c));
        (!other).then_some((Shape::Day(later), end))
    }

    /// 20世纪90年代, 1990年代, 九十年代.
    fn decade(&self, i: usize) -> Parsed {
        let chars = &self.0.chars;
        if !self.free(i) {
            return None;
        }
        let (century, from) = self.century(i).map_or((None, i), |(c, from)| (Some(c), from));
        if let Some((tens, end)) = self.two_decades(from) {
            let start = century.unwrap_or(1900) + tens;
            let to = Point::year(Year::Said(start + 19));
            return Some((Shape::Span(Point::year(Year::Said(start)), to), end));
        }
        let (tens, end) = numerals::year_digits(chars, from)
            .filter(|(y, _)| is_year(*y))
            .or_else(|| numerals::small_at(chars, from).map(|(n, end)| (n as i32, end)))?;
        let end = self.0.eat(self.0.skip_spaces(end), "年代")?;
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
        let tails = &[
            ("初期", ""),
            ("中期", ""),
            ("末期", ""),
            ("后期", ""),
            ("初", ""),
            ("末", ""),
            ("中叶", ""),
        ];
        let years = Shape::Span(Point::year(Year::Said(start)), Point::year(Year::Said(start + 9)));
        Some((years, self.tail(end, tails)))
    }

    /// 五六十年代.
    fn two_decades(&self, i: usize) -> Option<(i32, usize)> {
        let a = self.0.at(i).and_then(numerals::digit)?;
        let b = self.0.at(i + 1).and_then(numerals::digit).filter(|b| *b == a + 1 && a > 0)?;
        let end = self.0.eat(i + 2, "十年代")?;
        Some((b as i32 * 10 - 10, end))
    }

    /// The first year of 20世纪 or 上世纪, where a decade follows.
    fn century(&self, i: usize) -> Option<(i32, usize)> {
        if let Some((_, end)) = self.0.eat_any(i, &["上世纪", "上个世纪"]) {
            return Some((1900, end));
        }
        if let Some((_, end)) = self.0.eat_any(i, &["本世纪"]) {
            return Some((2000, end));
        }
        let (n, end) =
            numerals::small_at(&self.0.chars, i).filter(|(n, _)| (2..=21).contains(n))?;
        let end = self.0.eat(self.0.skip_spaces(end), "世纪")?;
        Some((n as i32 * 100 - 100, self.0.eat(end, "的").unwrap_or(end)))
    }
}
