//! Calendar references in passages, as EDTF.
//!
//! A passage is read twice over its folded text: a scanner for the Chinese forms, whose parts
//! (year, month, day, from–to) combine freely, and regular expressions for the numeric and English
//! ones. What was read is then placed in the order of the text, because a reference such as 同年 or
//! 12月16日 means something only after the date before it. What can't be placed is left out of
//! [`find_dates`] and given by [`unplaced_dates`] for an editor to mend.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::figures;
use super::numerals::{self, Folded, is_han, is_numeral};

/// A calendar reference in a text. Offsets are byte offsets into the passage's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    pub start: usize,
    pub end: usize,
    pub edtf: String,
    /// How a relative reference was placed; `None` if the words suffice.
    pub resolved_from: Option<String>,
}

/// What a relative reference is resolved against; all optional.
#[derive(Debug, Clone, Default)]
pub struct DateContext {
    /// EDTF date of the document itself (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), if known.
    pub document: Option<String>,
    /// The last year and month a date named before, carried from passage to passage.
    pub last: Option<(i32, Option<u8>)>,
}

/// Finds the dates of `text` in order; updates `context.last`.
pub fn find_dates(text: &str, context: &mut DateContext) -> Vec<DateMention> {
    let (placed, _, last) = read(text, context);
    context.last = last;
    placed
}

/// The spans that look like a calendar reference but can't be placed.
pub fn unplaced_dates(text: &str, context: &DateContext) -> Vec<(usize, usize)> {
    read(text, context).1
}

// ---- the tables ----------------------------------------------------------------------------------

/// Years counted from the year before an era's first.
const ERAS: &[(&str, i32, &str)] = &[
    ("中华民国", 1911, "Republic of China"),
    ("民国", 1911, "Republic of China"),
    ("主体", 1911, "Juche"),
    ("令和", 2018, "Reiwa"),
    ("平成", 1988, "Heisei"),
    ("昭和", 1925, "Showa"),
    ("大正", 1911, "Taisho"),
    ("明治", 1867, "Meiji"),
    ("光绪", 1874, "Guangxu"),
];

/// Words for a year: what they count from and how many years away.
const YEAR_WORDS: &[(&str, Year)] = &[
    ("今年", Year::Document(0)),
    ("本年", Year::Document(0)),
    ("去年", Year::Document(-1)),
    ("上年", Year::Document(-1)),
    ("上一年", Year::Document(-1)),
    ("前年", Year::Document(-2)),
    ("明年", Year::Document(1)),
    ("后年", Year::Document(2)),
    ("同年", Year::Last(0)),
    ("当年", Year::Last(0)),
    ("该年", Year::Last(0)),
    ("翌年", Year::Last(1)),
    ("次年", Year::Last(1)),
    ("隔年", Year::Last(1)),
];

/// Characters before or after a year word that make it part of another word (以上年龄, 不同年代).
const YEAR_WORD_NOT_AFTER: &str = "以之此史战不基多首届想每逐一二三四五六七八九十0123456789";
const YEAR_WORD_NOT_BEFORE: &str = "龄级代轻";

const MONTH_WORDS: &[(&str, Month)] = &[
    ("本月", Month::Document(0)),
    ("上月", Month::Document(-1)),
    ("上个月", Month::Document(-1)),
    ("下月", Month::Document(1)),
    ("下个月", Month::Document(1)),
    ("同月", Month::Last),
    ("当月", Month::Last),
];

/// Words that stand after a year or month and belong to it, with what may not follow them.
const YEAR_TAILS: &[(&str, &str)] = &[
    ("年初", "步期级次"),
    ("年底", "线层"),
    ("年末", ""),
    ("年中", "国方美俄日朝韩东"),
    ("初", "步期级次"),
    ("底", "线层"),
    ("末", ""),
    ("中", "国方美俄日朝韩东欧央共间部非"),
    ("度", ""),
    ("春天", ""),
    ("夏天", ""),
    ("秋天", ""),
    ("冬天", ""),
    ("春季", ""),
    ("夏季", ""),
    ("秋季", ""),
    ("冬季", ""),
    ("春", "节"),
    ("夏", ""),
    ("秋", ""),
    ("冬", "奥"),
];
const MONTH_TAILS: &[(&str, &str)] =
    &[("上旬", ""), ("中旬", ""), ("下旬", ""), ("初", "步期级次"), ("底", "线层"), ("末", "")];

/// Parts of a year: the words, the first month and the last.
const YEAR_PARTS: &[(&str, u8, u8)] = &[
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("首季度", 1, 3),
    ("首季", 1, 3),
    ("末季", 10, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
];

/// What makes "8月" or "22日" something other than a date when it follows.
const MONTH_NOT_BEFORE: &[&str] = &["革命", "围城", "花号", "党人", "球", "饼", "大"];
const DAY_NOT_BEFORE: &str = "本内间元圆币游后程均常益夜式渐光用";
const DAY_NOT_AFTER: &[&str] =
    &["为期", "连续", "历时", "每", "第", "月", "近", "约", "长达", "达"];

/// Words after which a four-digit number is a number of something and no year.
const NOT_A_YEAR_AFTER: &str = r"(?i)\b(?:resolutions?|unscr|scr|no|nos|nr|vol|volume|article|art|chapter|room|flight|boeing|page|p|pp|pages|iso|rfc|rule|section|decree|order|id|law|type|issue|bill|model|line|number|code|item|case|about|around|over|nearly|than|least|some|approximately|roughly|almost|issn|isbn)\.?\s*(?:\d+\s*(?:,|and|&|or)\s*)*$";

// ---- what is read ----------------------------------------------------------------------------------

#[derive(Debug, Clone, Copy, PartialEq)]
enum Year {
    Said(i32),
    /// A year of a calendar that counts from elsewhere, and its name.
    Era(i32, &'static str),
    /// So many years from the document's own.
    Document(i32),
    /// So many years from the last one named.
    Last(i32),
    /// The last one before the document in which the month has been: "last March".
    Recent,
    Unsaid,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Month {
    Said(u8),
    Document(i32),
    Last,
    Unsaid,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    year: Year,
    month: Month,
    day: Option<u8>,
}

impl Point {
    fn year(year: Year) -> Self {
        Self { year, month: Month::Unsaid, day: None }
    }

    fn month(year: Year, month: u8) -> Self {
        Self { year, month: Month::Said(month), day: None }
    }

    fn is_year(&self) -> bool {
        self.month == Month::Unsaid && self.day.is_none()
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Point(Point),
    Span(Point, Point),
    /// 同期: the months of the span before it, in another year.
    SamePeriod(Year),
    /// 同日, 次日: so many days after the last day named.
    Day(i32),
    /// A number of months that only counts as a date beside another (January–March 2024).
    Weak(Point),
}

#[derive(Debug, Clone, Copy)]
struct Found {
    start: usize,
    end: usize,
    shape: Shape,
    /// May be joined to a neighbour by "to".
    latin: bool,
}

type Parsed = Option<(Shape, usize)>;

fn span(year: Year, months: (u8, u8)) -> Shape {
    Shape::Span(Point::month(year, months.0), Point::month(year, months.1))
}

// ---- Chinese forms -----------------------------------------------------------------------------------

/// The text, and whether it is in Traditional Chinese, where Taiwan's calendar may be meant.
struct Scanner<'f>(&'f Folded, bool);

/// A number with its unit, or two before one unit (1—8月).
type Run = (u32, Option<u32>, usize);

impl Scanner<'_> {
    fn scan(&self) -> Vec<Found> {
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

fn is_year(year: i32) -> bool {
    (1000..=2199).contains(&year)
}

// ---- numeric and English forms ---------------------------------------------------------------------

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)";
const DAY: &str = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?";
const YEAR: &str = r"(?:1[0-9]{3}|20[0-9]{2})";
/// Years as English says them relatively.
const SAID: &str = r"(?:this year|last year|next year)";

type Build = fn(&Captures<'_>) -> Option<Shape>;

/// The forms, the more specific first; groups are named `y`, `m`, `d` and `y2`, `d2`.
fn forms() -> Vec<(String, Build)> {
    let b = r"(?-u:\b)";
    let ordinal = "(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)";
    let edge = "(?:early|mid|late|the end of|end of|the beginning of|the start of)";
    vec![
        (format!("{b}(?P<y>{YEAR})-(?P<m>[0-9]{{1,2}})-(?P<d>[0-9]{{1,2}})"), date),
        (format!("{b}(?P<y>{YEAR})/(?P<m>[0-9]{{1,2}})/(?P<d>[0-9]{{1,2}})"), date),
        (format!(r"{b}(?P<y>{YEAR})\.(?P<m>[0-9]{{1,2}})\.(?P<d>[0-9]{{1,2}})"), date),
        (format!(r"{b}(?P<d>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<y>{YEAR}){b}"), date),
        (format!("{b}(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})/(?P<y>{YEAR}){b}"), slashes),
        (format!("{b}(?P<y>{YEAR}) ?(?:-|--|/|~) ?(?P<y2>{YEAR}|[0-9]{{2}}){b}"), years_or_month),
        (
            format!(
                r"{b}(?P<m>{MONTH}) (?P<d>{DAY})(?: ?(?:-|to|and|&) ?(?P<d2>{DAY}))?(?:,? ?,? (?P<y>{YEAR}|{SAID}))?{b}"
            ),
            date,
        ),
        (
            format!(
                r"{b}(?P<d>{DAY})(?: ?(?:-|to|and|&) ?(?P<d2>{DAY}))? (?:of )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}|{SAID}))?{b}"
            ),
            date,
        ),
        (format!(r"(?:{edge}[ -])?{b}(?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR}|{SAID}){b}"), date),
        (format!(r"{b}(?P<q>[Tt]his|[Ll]ast|[Nn]ext) (?P<m>{MONTH}){b}"), relative_month),
        (format!(r"{b}(?P<m>{MONTH})"), weak_month),
        (format!("(?i:{b}(?:{edge}[ -])?(?P<y>{YEAR})'?s{b})"), decade),
        (format!("(?i:{b}{ordinal} half of (?:the year )?(?P<y>{YEAR}|{SAID}){b})"), half),
        (format!("(?i:{b}{ordinal} quarter (?:of |in )?(?P<y>{YEAR}|{SAID}){b})"), quarter),
        (format!("{b}Q(?P<q>[1-4]) (?:of )?(?P<y>{YEAR}){b}"), quarter),
        (format!("{b}(?P<y>{YEAR}) ?Q(?P<q>[1-4]){b}"), quarter),
        (format!("{b}H(?P<q>[12]) (?P<y>{YEAR}){b}"), half),
        (
            format!("(?i:{b}first (?P<n>[a-z]+|[0-9]+) months of (?P<y>{YEAR}|{SAID}){b})"),
            first_months,
        ),
        (
            format!(
                "(?i:{b}(?:same|corresponding) period (?:of |in )?(?P<y>{YEAR}|{SAID}|the previous year){b})"
            ),
            same_period,
        ),
        (format!("(?i:(?:{b}{edge}[ -])?{b}(?P<y>{SAID}){b})"), date),
        ("(?i:\\b(?:that same year|that year|the same year)\\b)".into(), |_| {
            year_shape(Year::Last(0))
        }),
        ("(?i:\\bthe following year\\b)".into(), |_| year_shape(Year::Last(1))),
        (
            format!("(?i:(?:{b}{edge}[ -])?{b}(?:fiscal year |fiscal |FY ?)?(?P<y>{YEAR}){b})"),
            bare_year,
        ),
    ]
}

fn year_shape(year: Year) -> Option<Shape> {
    Some(Shape::Point(Point::year(year)))
}

fn number(found: &Captures<'_>, group: &str) -> Option<i32> {
    let digits: String = found.name(group)?.as_str().chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn month_number(name: &str) -> Option<u8> {
    const NAMES: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if let Ok(n) = name.parse::<u8>() {
        return (1..=12).contains(&n).then_some(n);
    }
    let start = name.get(..3)?.to_ascii_lowercase();
    NAMES.iter().position(|month| *month == start).map(|i| i as u8 + 1)
}

fn year_of(found: &Captures<'_>) -> Year {
    let Some(said) = found.name("y") else {
        return Year::Unsaid;
    };
    match said.as_str().to_ascii_lowercase().as_str() {
        "this year" => Year::Document(0),
        "last year" | "the previous year" => Year::Document(-1),
        "next year" => Year::Document(1),
        digits => digits.parse().map_or(Year::Unsaid, Year::Said),
    }
}

fn month_of(found: &Captures<'_>) -> Option<Month> {
    match found.name("m") {
        None => Some(Month::Unsaid),
        Some(name) => month_number(name.as_str()).map(Month::Said),
    }
}

fn date(found: &Captures<'_>) -> Option<Shape> {
    let day = match number(found, "d") {
        None => None,
        Some(day) => Some(u8::try_from(day).ok().filter(|d| (1..=31).contains(d))?),
    };
    let point = Point { year: year_of(found), month: month_of(found)?, day };
    Some(match number(found, "d2").and_then(|day| u8::try_from(day).ok()) {
        Some(last) => Shape::Span(point, Point { day: Some(last), ..point }),
        None => Shape::Point(point),
    })
}

/// 13/10/2023 and 10/13/2023 say which is the month; 5/6/2023 says neither, and is the day's 5th
/// to most of the world and the 6th to the rest: its month is left open, hence its year alone.
fn slashes(found: &Captures<'_>) -> Option<Shape> {
    let (a, b, year) = (number(found, "a")?, number(found, "b")?, Year::Said(number(found, "y")?));
    let on = |month: i32, day: i32| {
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
        let day = u8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
        Some(Shape::Point(Point { year, month: Month::Said(month), day: Some(day) }))
    };
    match (a > 12, b > 12) {
        (true, false) => on(b, a),
        (false, true) => on(a, b),
        (false, false) if a == b => on(a, b),
        (false, false) => year_shape(year),
        (true, true) => None,
    }
}

fn years_or_month(found: &Captures<'_>) -> Option<Shape> {
    let (a, written) = (number(found, "y")?, found.name("y2")?.as_str());
    let b: i32 = written.parse().ok()?;
    if written.len() == 2 && (1..=12).contains(&b) {
        return Some(Shape::Point(Point::month(Year::Said(a), b as u8)));
    }
    let b = if written.len() == 2 { a - a.rem_euclid(100) + b } else { b };
    let years = Shape::Span(Point::year(Year::Said(a)), Point::year(Year::Said(b)));
    (a < b && b - a <= 300 && a >= 1400).then_some(years)
}

fn relative_month(found: &Captures<'_>) -> Option<Shape> {
    let month = month_number(found.name("m")?.as_str())?;
    let year = match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "next" => Year::Document(1),
        "last" => Year::Recent,
        _ => Year::Document(0),
    };
    Some(Shape::Point(Point::month(year, month)))
}

fn weak_month(found: &Captures<'_>) -> Option<Shape> {
    let name = found.name("m")?.as_str();
    // Short names are as often a person's (Jan, Jun).
    let short = name.len() <= 4 && !matches!(name, "May" | "June" | "July");
    if short {
        return None;
    }
    month_number(name).map(|month| Shape::Weak(Point::month(Year::Unsaid, month)))
}

fn decade(found: &Captures<'_>) -> Option<Shape> {
    let year = number(found, "y").filter(|y| y % 10 == 0 && *y >= 1500)?;
    Some(Shape::Span(Point::year(Year::Said(year)), Point::year(Year::Said(year + 9))))
}

fn ordinal(found: &Captures<'_>) -> Option<u8> {
    Some(match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "first" | "1st" | "1" => 1,
        "second" | "2nd" | "2" => 2,
        "third" | "3rd" | "3" => 3,
        _ => 4,
    })
}

fn half(found: &Captures<'_>) -> Option<Shape> {
    let half = ordinal(found).filter(|half| *half <= 2)?;
    Some(span(year_of(found), (half * 6 - 5, half * 6)))
}

fn quarter(found: &Captures<'_>) -> Option<Shape> {
    let quarter = ordinal(found)?;
    Some(span(year_of(found), (quarter * 3 - 2, quarter * 3)))
}

fn first_months(found: &Captures<'_>) -> Option<Shape> {
    let word: Vec<char> = found.name("n")?.as_str().chars().collect();
    let count = numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0))?.value;
    (1.0..=12.0).contains(&count).then(|| span(year_of(found), (1, count as u8)))
}

fn same_period(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::SamePeriod(year_of(found)))
}

fn bare_year(found: &Captures<'_>) -> Option<Shape> {
    year_shape(year_of(found))
}

fn latin(folded: &Folded) -> Vec<Found> {
    static FORMS: LazyLock<Vec<(Regex, Build, bool)>> = LazyLock::new(|| {
        let all = forms();
        let last = all.len() - 1;
        all.iter()
            .enumerate()
            .map(|(i, (form, build))| {
                // Every form is written here and compiled by the tests.
                let form = Regex::new(form).unwrap_or_else(|error| panic!("{form}: {error}"));
                (form, *build, i == last)
            })
            .collect()
    });
    let mut found = Vec::new();
    for (form, build, bare) in FORMS.iter() {
        for captures in form.captures_iter(&folded.text) {
            let Some(whole) = captures.get(0) else {
                continue;
            };
            let mut end = folded.index_of(whole.end());
            let start = folded.index_of(whole.start());
            if folded.before(end) == Some('.') {
                end -= 1;
            }
            let Some(shape) = build(&captures) else {
                continue;
            };
            let year_at = captures.name("y").map_or(start, |y| folded.index_of(y.start()));
            if stands_free(folded, start, end) && (!bare || is_bare_year(folded, year_at, end)) {
                found.push(Found { start, end, shape, latin: true });
            }
        }
    }
    found
}

/// Whether what stands around a match leaves it a date: no longer number, no page range, no unit.
fn stands_free(folded: &Folded, start: usize, end: usize) -> bool {
    static PAGES: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)(?:\bpp?\.?|\bpages?|页|[0-9)] ?:|\),) ?$").ok());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if folded.at(start).is_some_and(|c| c.is_ascii_digit()) {
        let before = folded.before(start);
        let two = start.checked_sub(2).and_then(|i| folded.at(i));
        let name = before == Some('-') && two.is_some_and(char::is_alphanumeric);
        let number = matches!(before, Some('.' | ',' | '/' | ':' | '#' | '_')) && digit(two);
        let money = matches!(before, Some('$' | '€' | '£' | '¥' | '/' | '#' | '_' | '第'));
        if name || number || money {
            return false;
        }
        if PAGES.as_ref().is_some_and(|pages| pages.is_match(folded.lead(start, 12)))
            && folded.rest(start).chars().take(end - start).any(|c| c == '-')
        {
            return false;
        }
    }
    let (after, next) = (folded.at(end), folded.at(end + 1));
    let longer = matches!(after, Some('.' | ',' | '-' | '/' | ':')) && digit(next);
    let spaced = matches!(after, Some(',')) && next == Some(' ');
    let figures_only = folded.rest(start).chars().take(end - start).all(|c| !c.is_alphabetic());
    let unit = figures_only
        && (matches!(after, Some('%' | '°' | '_'))
            || figures::unit_stands_at(folded, end) && !follows_preposition(folded, start));
    (!longer || spaced) && !unit
}

/// "In 2017 countries agreed": after these, a four-digit number is a year whatever follows.
fn follows_preposition(folded: &Folded, start: usize) -> bool {
    let head = folded.lead(start, 12).to_ascii_lowercase();
    ["in ", "since ", "until ", "during ", "before ", "after ", "by "].iter().any(|p| {
        head.strip_suffix(p).is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphabetic()))
    })
}

/// Whether a lone four-digit number is a year by what stands around it.
fn is_bare_year(folded: &Folded, start: usize, end: usize) -> bool {
    static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(NOT_A_YEAR_AFTER).ok());
    let Some((year, _)) = numerals::year_digits(&folded.chars, start) else {
        return false;
    };
    if !(1600..=2099).contains(&year) {
        return false;
    }
    if AFTER.as_ref().is_some_and(|after| after.is_match(folded.lead(start, 80))) {
        return false;
    }
    let before = folded.before(start);
    if before == Some('-') {
        let head = folded.lead(start, 6).to_ascii_lowercase();
        return ["mid-", "pre-", "post-", "early-", "late-"].iter().any(|p| head.ends_with(p));
    }
    if before.is_some_and(|c| matches!(c, '.' | '/' | '#' | '_' | '+' | '=' | '*')) {
        return false;
    }
    let near = |c: Option<char>| c.is_some_and(is_han);
    let next = folded.at(folded.skip_spaces(end));
    // In Chinese a year says 年; without it, only at the head of a name (《2024巴黎…》).
    if near(before) {
        return false;
    }
    if near(next) {
        let open = before.is_none_or(|c| "《“「『(【 ".contains(c));
        return open && year >= 1900 && !figures::unit_stands_at(folded, end);
    }
    true
}

/// What a bare English month must stand after to be one ("in March", not "March on").
fn month_is_said(folded: &Folded, start: usize) -> bool {
    static SAID_AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:in|since|by|until|till|from|late|early|mid|last|this|next|during|before|after|of|between|throughout)[ -]$").ok()
    });
    SAID_AFTER.as_ref().is_some_and(|said| said.is_match(folded.lead(start, 16)))
}

/// Web addresses and identifiers, whose digits are no dates.
fn addresses(folded: &Folded) -> Vec<(usize, usize)> {
    static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:https?://|www\.|doi:|10\.[0-9]{4,}/)[!-~]+|\bIS[SB]N[: ]*[0-9X -]+")
            .ok()
    });
    let Some(address) = ADDRESS.as_ref() else {
        return Vec::new();
    };
    address
        .find_iter(&folded.text)
        .map(|found| (folded.index_of(found.start()), folded.index_of(found.end())))
        .collect()
}

// ---- putting the readings together --------------------------------------------------------------------

fn readings(folded: &Folded, traditional: bool) -> Vec<Found> {
    let mut found = Scanner(folded, traditional).scan();
    found.extend(latin(folded));
    let addresses = addresses(folded);
    found.retain(|f| !addresses.iter().any(|(start, end)| f.start < *end && *start < f.end));
    // The earlier and longer reading wins.
    found.sort_by_key(|f| (f.start, std::cmp::Reverse(f.end)));
    let mut end = 0;
    found.retain(|f| {
        let free = f.start >= end && f.end > f.start;
        if free {
            end = f.end;
        }
        free
    });
    join(folded, found)
}

/// "from 2006 to 2017", "June–August 2024", "between 1910 and 1945".
fn join(folded: &Folded, found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        if let Some(last) = joined.last_mut()
            && let Some(both) = joint(folded, last, &next)
        {
            *last = both;
        } else {
            joined.push(next);
        }
    }
    joined.retain_mut(|f| match f.shape {
        Shape::Weak(point) if month_is_said(folded, f.start) => {
            f.shape = Shape::Point(point);
            true
        }
        Shape::Weak(_) => false,
        _ => true,
    });
    joined
}

fn joint(folded: &Folded, a: &Found, b: &Found) -> Option<Found> {
    let point = |shape| match shape {
        Shape::Point(point) | Shape::Weak(point) => Some(point),
        _ => None,
    };
    let (from, to) = (point(a.shape)?, point(b.shape)?);
    if !(a.latin && b.latin) || b.start - a.end > 12 {
        return None;
    }
    let between: String = folded.chars.get(a.end..b.start)?.iter().collect();
    let head = folded.lead(a.start, 12).to_ascii_lowercase();
    let linked = match between.trim() {
        "-" | "--" | "to" | "through" | "until" | "till" => true,
        "and" => head.ends_with("between "),
        _ => false,
    };
    // "5 March to 2024" is no interval; months and days go with their like.
    let alike = from.is_year() == to.is_year();
    (linked && alike).then_some(Found {
        start: a.start,
        end: b.end,
        shape: Shape::Span(from, to),
        latin: true,
    })
}

// ---- placing them ------------------------------------------------------------------------------------

/// A date that has been placed: year, and as much more as is known.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Placed {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

impl Placed {
    fn edtf(&self) -> String {
        let year =
            if self.year < 0 { format!("-{:04}", -self.year) } else { format!("{:04}", self.year) };
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year}-{month:02}"),
            _ => year,
        }
    }

    fn exists(&self) -> bool {
        let month = self.month.is_none_or(|m| (1..=12).contains(&m));
        let day = self.day.is_none_or(|day| {
            self.month.is_some_and(|month| (1..=days_in(self.year, month)).contains(&day))
        });
        month && day
    }

    fn first(&self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(&self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The document's own date, as far as it is known.
fn parse_document(edtf: &str) -> Option<Placed> {
    let start = edtf.split('/').next()?;
    let mut parts = start.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let mut next = || parts.next().and_then(|part| part.get(..2)?.parse().ok());
    let month = next();
    let day = next();
    Some(Placed { year, month, day }).filter(Placed::exists)
}

/// What has been read so far, while the dates of one passage are placed.
struct Placing<'c> {
    context: &'c DateContext,
    document: Option<Placed>,
    /// The last date of this passage, and the words it was named with.
    here: Option<(Placed, String)>,
    /// The months the last date or interval covered, and its words, for 同期.
    months: Option<((u8, u8), String)>,
    last: Option<(i32, Option<u8>)>,
}

type Answer<T> = Option<(T, Option<String>)>;

impl<'c> Placing<'c> {
    fn new(context: &'c DateContext) -> Self {
        let document = context.document.as_deref().and_then(parse_document);
        Self { context, document, here: None, months: None, last: context.last }
    }

    fn document_words(&self) -> String {
        format!("the document is dated {}", self.context.document.as_deref().unwrap_or_default())
    }

    fn year(&self, year: Year, month: Option<u8>) -> Answer<i32> {
        match year {
            Year::Said(year) => Some((year, None)),
            Year::Era(year, name) => Some((year, Some(format!("{name} calendar: {year}")))),
            Year::Document(offset) => {
                let year = self.document?.year + offset;
                Some((year, Some(format!("{year}: {}", self.document_words()))))
            }
            Year::Last(offset) => {
                // A bare 当年 mostly means "back then": it takes a date in the same passage.
                let (year, words) = match &self.here {
                    Some((placed, words)) => {
                        (placed.year, format!("the year of {words} before it"))
                    }
                    None => {
                        let (year, _) = self.context.last.filter(|_| month.is_some())?;
                        (year, format!("the last year named before, {year}"))
                    }
                };
                let words = if offset == 0 { words } else { format!("{words}, and {offset}") };
                Some((year + offset, Some(words)))
            }
            Year::Recent => {
                let (document, month) = (self.document?, month?);
                let year = document.year - i32::from(month >= document.month?);
                Some((year, Some(format!("{year}: {}", self.document_words()))))
            }
            Year::Unsaid => self.unsaid_year(month),
        }
    }

    /// The year of a month or day without one: of the date before it in the passage; else of a
    /// document dated as news is, to the month; else of the last date before; else the document's.
    fn unsaid_year(&self, month: Option<u8>) -> Answer<i32> {
        if let Some((placed, words)) = &self.here {
            return Some((placed.year, Some(format!("the year of {words} before it"))));
        }
        let news = self.document.and_then(|document| {
            let (now, month) = (document.month?, month?);
            // News of December in January's paper is last year's.
            let past = month > now && month - now > 6;
            let year = document.year - i32::from(past);
            Some((year, Some(format!("{year}: {}", self.document_words()))))
        });
        let named = || {
            let (year, _) = self.context.last?;
            Some((year, Some(format!("the last year named before, {year}"))))
        };
        let written = || {
            self.document.map(|d| (d.year, Some(format!("{}: {}", d.year, self.document_words()))))
        };
        news.or_else(named).or_else(written)
    }

    fn point(&self, point: Point) -> Answer<Placed> {
        let day = point.day;
        match point.month {
            Month::Unsaid if day.is_some() => self.day_alone(point.day?),
            Month::Unsaid => {
                let (year, how) = self.year(point.year, None)?;
                Some((Placed { year, month: None, day: None }, how))
            }
            Month::Said(month) => {
                let (year, how) = self.year(point.year, Some(month))?;
                Some((Placed { year, month: Some(month), day }, how))
            }
            Month::Document(offset) => {
                let document = self.document?;
                let months = document.year * 12 + i32::from(document.month?) - 1 + offset;
                let month = months.rem_euclid(12) as u8 + 1;
                let placed = Placed { year: months.div_euclid(12), month: Some(month), day };
                Some((placed, Some(self.document_words())))
            }
            Month::Last => {
                let (placed, words) = self.here.as_ref()?;
                let placed = Placed { year: placed.year, month: Some(placed.month?), day };
                Some((placed, Some(format!("the month of {words} before it"))))
            }
        }
    }

    fn day_alone(&self, day: u8) -> Answer<Placed> {
        if let Some((placed, words)) =
            self.here.as_ref().filter(|(placed, _)| placed.month.is_some())
        {
            let placed = Placed { day: Some(day), ..*placed };
            return Some((placed, Some(format!("the month of {words} before it"))));
        }
        let document = self.document?;
        let mut placed = Placed { day: Some(day), month: Some(document.month?), ..document };
        if document.day.is_some_and(|today| day > today) {
            // News of the 30th in a paper of the 2nd is last month's.
            let month = placed.month?;
            placed.month = Some(if month == 1 { 12 } else { month - 1 });
            placed.year -= i32::from(month == 1);
        }
        Some((placed, Some(self.document_words())))
    }

    fn span(&self, a: Point, b: Point) -> Answer<(Placed, Placed)> {
        // "June to August 2024": the year is said at the end.
        let a = if a.year == Year::Unsaid && matches!(b.year, Year::Said(_)) {
            Point { year: b.year, ..a }
        } else {
            a
        };
        let (from, how) = self.point(a)?;
        let mut to = match (b.year, b.month) {
            (Year::Unsaid, Month::Unsaid) => Placed { day: b.day, ..from },
            (Year::Unsaid, Month::Said(month)) => Placed { month: Some(month), day: b.day, ..from },
            _ => self.point(b)?.0,
        };
        if to.last() < from.first() && b.year == Year::Unsaid {
            to.year += 1;
        }
        (from.first() <= to.last() && from != to).then_some(((from, to), how))
    }

    fn same_period(&self, year: Year) -> Answer<String> {
        let (year, how) = self.year(year, Some(1))?;
        let Some(((from, to), words)) = &self.months else {
            return Some((Placed { year, month: None, day: None }.edtf(), how));
        };
        let month = |month| Placed { year, month: Some(month), day: None }.edtf();
        let edtf =
            if from == to { month(*from) } else { format!("{}/{}", month(*from), month(*to)) };
        Some((edtf, Some(format!("the same months as {words}, in {year}"))))
    }

    fn same_day(&self, later: i32) -> Answer<Placed> {
        let (placed, words) = self.here.as_ref()?;
        let (mut year, mut month, mut day) = (placed.year, placed.month?, placed.day?);
        if later > 0 {
            day += 1;
            if day > days_in(year, month) {
                (day, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
        let how = if later > 0 { "the day after" } else { "the day of" };
        Some((Placed { year, month: Some(month), day: Some(day) }, Some(format!("{how} {words}"))))
    }

    /// Places one reading and remembers it, unless it stands aside in brackets.
    fn place(&mut self, shape: Shape, words: &str, aside: bool) -> Answer<String> {
        let (edtf, how, end, months) = match shape {
            Shape::Point(point) => {
                let (placed, how) = self.point(point)?;
                placed.exists().then_some(())?;
                (placed.edtf(), how, placed, placed.month.map(|m| (m, m)))
            }
            Shape::Day(later) => {
                let (placed, how) = self.same_day(later)?;
                (placed.edtf(), how, placed, None)
            }
            Shape::Span(a, b) => {
                let ((from, to), how) = self.span(a, b)?;
                (from.exists() && to.exists()).then_some(())?;
                let months = from.month.zip(to.month).filter(|_| from.year == to.year);
                (format!("{}/{}", from.edtf(), to.edtf()), how, to, months)
            }
            Shape::SamePeriod(year) => return self.same_period(year),
            Shape::Weak(_) => return None,
        };
        if !aside || self.here.is_none() {
            self.last = Some((end.year, end.month));
            self.here = Some((end, words.to_string()));
            self.months = months.map(|months| (months, words.to_string()));
        }
        Some((edtf, how))
    }
}

/// Whether each position stands within brackets or a title: what is said there is said in passing.
fn asides(folded: &Folded) -> Vec<bool> {
    let mut depth = 0usize;
    folded
        .chars
        .iter()
        .map(|c| {
            match c {
                '(' | '《' | '〈' | '[' => depth += 1,
                ')' | '》' | '〉' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > 0
        })
        .collect()
}

type Read = (Vec<DateMention>, Vec<(usize, usize)>, Option<(i32, Option<u8>)>);

fn read(text: &str, context: &DateContext) -> Read {
    let folded = Folded::new(text);
    let asides = asides(&folded);
    let mut placing = Placing::new(context);
    let (mut placed, mut unplaced) = (Vec::new(), Vec::new());
    for found in readings(&folded, numerals::is_traditional(text)) {
        let (start, end) = (folded.origin(found.start), folded.origin(found.end));
        let aside = asides.get(found.start).copied().unwrap_or(false);
        match placing.place(found.shape, &text[start..end], aside) {
            Some((edtf, resolved_from)) => {
                placed.push(DateMention { start, end, edtf, resolved_from });
            }
            None if matches!(found.shape, Shape::Day(_)) || is_back_then(&found) => {}
            None => unplaced.push((start, end)),
        }
    }
    (placed, unplaced, placing.last)
}

/// 当年 and the like without a date before them mean "in those days": nothing to mend.
fn is_back_then(found: &Found) -> bool {
    matches!(found.shape, Shape::Point(point) if point.is_year() && matches!(point.year, Year::Last(_)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `words=edtf` for each date of a text, with what a document's date and the passages before
    /// it say.
    fn dates(text: &str, document: &str, last: Option<(i32, Option<u8>)>) -> Vec<String> {
        let document = (!document.is_empty()).then(|| document.to_string());
        let mut context = DateContext { document, last };
        find_dates(text, &mut context)
            .iter()
            .map(|date| format!("{}={}", &text[date.start..date.end], date.edtf))
            .collect()
    }

    fn check(document: &str, cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(dates(text, document, None), *expected, "{text}");
        }
    }

    #[test]
    fn every_form_is_compiled() {
        for (form, _) in forms() {
            assert!(Regex::new(&form).is_ok(), "{form}");
        }
        assert!(Regex::new(NOT_A_YEAR_AFTER).is_ok());
    }

    #[test]
    fn chinese_dates_that_say_it_all() {
        check(
            "",
            &[
                ("2024年6月19日签署", &["2024年6月19日=2024-06-19"]),
                ("2024 年 6 月 19 日", &["2024 年 6 月 19 日=2024-06-19"]),
                ("２０２４年６月", &["２０２４年６月=2024-06"]),
                ("😀𠀀于2024年6月", &["2024年6月=2024-06"]),
                ("蘇聯於一九九0年和南韓建交", &["一九九0年=1990"]),
                ("二〇二四年十二月廿三日", &["二〇二四年十二月廿三日=2024-12-23"]),
                ("《2024年美国情报界年度威胁评估》", &["2024年=2024"]),
                ("2023年12月底", &["2023年12月底=2023-12"]),
                ("2024年3月至今", &["2024年3月=2024-03"]),
                ("2022年和2023年", &["2022年=2022", "2023年=2023"]),
                ("2022、2023年", &["2022=2022", "2023年=2023"]),
                ("97年7月,08年8月8日", &["97年7月=1997-07", "08年8月8日=2008-08-08"]),
                ("民國113年6月", &["民國113年6月=2024-06"]),
                ("104年的0.72%較低", &["104年=2015"]),
                ("公元前221年,公元618年", &["公元前221年=-0220", "公元618年=0618"]),
                ("20世纪90年代初,八十年代", &["20世纪90年代初=1990/1999", "八十年代=1980/1989"]),
                ("上世纪五六十年代", &["上世纪五六十年代=1950/1969"]),
            ],
        );
    }

    #[test]
    fn chinese_intervals() {
        check(
            "",
            &[
                ("2012—2014年", &["2012—2014年=2012/2014"]),
                ("2012-14年", &["2012-14年=2012/2014"]),
                ("1945年-1985年,第二卷", &["1945年-1985年=1945/1985"]),
                ("從2006年至2017年", &["2006年至2017年=2006/2017"]),
                ("(1910-1945年)", &["1910-1945年=1910/1945"]),
                ("2024年1—8月", &["2024年1—8月=2024-01/2024-08"]),
                ("2024年前5個月", &["2024年前5個月=2024-01/2024-05"]),
                ("2024年上半年", &["2024年上半年=2024-01/2024-06"]),
                ("2024年第一季度", &["2024年第一季度=2024-01/2024-03"]),
                ("2016 年第 1 季", &["2016 年第 1 季=2016-01/2016-03"]),
                ("2024年6月18日至19日", &["2024年6月18日至19日=2024-06-18/2024-06-19"]),
                ("2023年11月至3月", &["2023年11月至3月=2023-11/2024-03"]),
                (
                    "2023年12月30日-2024年1月2日",
                    &["2023年12月30日-2024年1月2日=2023-12-30/2024-01-02"],
                ),
                (
                    "2024年1—8月較2023年同期",
                    &["2024年1—8月=2024-01/2024-08", "2023年同期=2023-01/2023-08"],
                ),
            ],
        );
    }

    #[test]
    fn relative_dates() {
        check(
            "2024-11-05",
            &[
                ("今年1月", &["今年1月=2024-01"]),
                ("去年,明年初", &["去年=2023", "明年初=2025"]),
                ("3月底", &["3月底=2024-03"]),
                ("2023年8月,同年12月初", &["2023年8月=2023-08", "同年12月初=2023-12"]),
                ("2024年6月开通,12月16日恢复", &["2024年6月=2024-06", "12月16日=2024-12-16"]),
                (
                    "2024年1月(上一次是2000年),3月",
                    &["2024年1月=2024-01", "2000年=2000", "3月=2024-03"],
                ),
                ("8月22日,23日", &["8月22日=2024-08-22", "23日=2024-08-23"]),
                ("朝中社30日报道", &["30日=2024-10-30"]),
                ("上月,本月15日", &["上月=2024-10", "本月15日=2024-11-15"]),
                ("1953年7月27日,次日", &["1953年7月27日=1953-07-27", "次日=1953-07-28"]),
                ("第一季增长", &["第一季=2024-01/2024-03"]),
                ("last October, this year", &["last October=2024-10", "this year=2024"]),
            ],
        );
        check("2024-01-05", &[("12月16日", &["12月16日=2023-12-16"])]);
        check("", &[("今年1月", &[]), ("8月22日", &[]), ("当年的苏联", &[])]);
        assert_eq!(dates("3月底", "2025", Some((2024, Some(1)))), ["3月底=2024-03"]);
    }

    #[test]
    fn how_it_was_resolved() {
        let mut context = DateContext::default();
        let text = "2024年8月初,同年12月初";
        let found = find_dates(text, &mut context);
        assert_eq!(found[0].resolved_from, None);
        assert_eq!(found[1].resolved_from.as_deref(), Some("the year of 2024年8月初 before it"));
        assert_eq!(context.last, Some((2024, Some(12))));
    }

    #[test]
    fn english_and_numeric_dates() {
        check(
            "",
            &[
                ("October 9, 2023", &["October 9, 2023=2023-10-09"]),
                ("9 October 2023", &["9 October 2023=2023-10-09"]),
                ("on Aug. 15, 2023.", &["Aug. 15, 2023=2023-08-15"]),
                ("June 18-19, 2024", &["June 18-19, 2024=2024-06-18/2024-06-19"]),
                ("June–August 2024", &["June–August 2024=2024-06/2024-08"]),
                ("from 2006 to 2017", &["2006 to 2017=2006/2017"]),
                ("between 1910 and 1945", &["1910 and 1945=1910/1945"]),
                ("in 1990, after 1994,", &["1990=1990", "1994=1994"]),
                ("In 2017 countries agreed", &["2017=2017"]),
                ("In 2024, in March", &["2024=2024", "March=2024-03"]),
                ("the 1990s", &["1990s=1990/1999"]),
                ("the first half of 2024", &["first half of 2024=2024-01/2024-06"]),
                ("Chan, Young Bang(1990).Prospect", &["1990=1990"]),
                ("Politiki SSSR, 1945-1985, Vol. 2", &["1945-1985=1945/1985"]),
                ("2024-11-05 14:57:48", &["2024-11-05=2024-11-05"]),
                ("2023/10/13發布", &["2023/10/13=2023-10-13"]),
                ("1900-2000美元,1950人", &[]),
                ("《2024巴黎奧運》", &["2024=2024"]),
                ("13.10.2023", &["13.10.2023=2023-10-13"]),
            ],
        );
    }

    #[test]
    fn what_is_no_date() {
        let none = [
            "火星-19",
            "B-1B",
            "米格-29",
            "Express-103",
            "第四條",
            "第14輪",
            "AUKUS",
            "近4萬人",
            "21(3)",
            "Vol. 46",
            "0 阅读:2",
            "21世紀頭20年",
            "20世紀",
            "時隔20年",
            "2000 troops",
            "Resolutions 1874 and 2094",
            "40歲",
            "UNSCR 1718",
            "pp. 1945-1985",
            "12,000名",
            "1435-1520 mm",
            "十月革命",
            "每年12月",
            "三個月",
            "MH370",
            "https://example.org/2024/05/06",
            "May be",
            "march on",
            "2月30日",
            "2023年13月的",
            "1718號決議",
        ];
        for text in none {
            let found = dates(text, "2024-11-05", None);
            // A month that doesn't exist leaves its year.
            let expected: &[&str] = if text.starts_with("2023") { &["2023年=2023"] } else { &[] };
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_can_not_be_placed() {
        let text = "😀8月22日,2024年6月";
        assert_eq!(unplaced_dates(text, &DateContext::default()), [(4, 13)]);
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "0",
            "1",
            "9",
            "12",
            "2024",
            "1990",
            "一",
            "九",
            "十",
            "二〇",
            "年",
            "月",
            "日",
            "萬",
            "万",
            "億",
            "—",
            "-",
            "至",
            ".",
            ",",
            "/",
            ":",
            "前",
            "個月",
            "同年",
            "同期",
            "今年",
            "第",
            "季度",
            "世纪",
            "年代",
            "次日",
            "(",
            ")",
            "🚀",
            "𠀀",
            " ",
            "May",
            "June",
            "to",
            "and",
            "the 1990s",
            "last year",
            "１",
            "年前",
            "上半年",
            "22日",
        ]);
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    fn spans_hold(text: &str) {
        let contexts = [
            DateContext::default(),
            DateContext { document: Some("2024-02-29".into()), last: Some((1999, Some(12))) },
            DateContext { document: Some("no date".into()), last: None },
        ];
        for context in contexts {
            let mut end = 0;
            let mut moving = context.clone();
            for date in find_dates(text, &mut moving) {
                assert!(date.start >= end && date.end > date.start, "{text}");
                assert!(text.get(date.start..date.end).is_some(), "{text}");
                end = date.end;
            }
            for (start, end) in unplaced_dates(text, &context) {
                assert!(text.get(start..end).is_some_and(|words| !words.is_empty()), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            spans_hold(&text);
        }

        #[test]
        fn any_mixture_is_read(text in pieces()) {
            spans_hold(&text);
        }
    }
}
