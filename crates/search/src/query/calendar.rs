//! Is that a date, however it is written? 2024-06, June 2024, 19 June 2024, 2024年6月19日, 一九九〇年; without its year:
//! June, 19 June, 6月19日.

use vitrine_corpus::edtf::{Edtf, days_in};
use vitrine_corpus::number::chinese_digit;

use super::forms::small;

/// English names of months; three letters are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Names of months that are words as well: by themselves they say nothing of a date.
const WORDS: [&str; 2] = ["march", "may"];

/// What stands between the day and the month and says nothing of either.
const BETWEEN: [&str; 2] = ["of", "the"];

/// The thirds of a month, as its days.
const THIRDS: [(i32, i32); 3] = [(1, 10), (11, 20), (21, 31)];

/// What stands before a month of which a third is meant, and behind it in Chinese, with the third.
const BEFORE: [(&str, usize); 3] = [("early", 0), ("mid", 1), ("late", 2)];
const BEHIND: [(&str, usize); 6] =
    [("上旬", 0), ("初", 0), ("中旬", 1), ("下旬", 2), ("底", 2), ("末", 2)];

/// A date without an ASCII digit has this after its year.
pub(super) const YEAR: char = '年';

/// In Chinese a month has this after its number.
const MONTH: char = '月';

/// The days that a reader asks for, from the first to the last: numbers `yyyymmdd`, or `mmdd` for those of each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    first: i32,
    last: i32,
}

impl Days {
    /// All that a date may mean.
    pub(super) fn of(date: &Edtf) -> Days {
        Days { first: date.first_day(), last: date.last_day() }
    }

    /// Whether all the days from the first to the last, which are numbers `yyyymmdd`, are among them.
    pub(crate) fn have(self, first: i32, last: i32) -> bool {
        /// What a number of a day is divided by to have its year.
        const YEAR: i32 = 10_000;
        if self.last > YEAR {
            return first >= self.first && last <= self.last;
        }
        first / YEAR == last / YEAR && first % YEAR >= self.first && last % YEAR <= self.last
    }
}

/// Whether a date can begin with this word, which has no digit.
pub(super) fn begins(word: &str) -> bool {
    word.contains([YEAR, MONTH]) || month_named(word).is_some() || thirds(word).is_some()
}

/// The days that a folded text means, if it is a date and nothing else.
pub(super) fn days(folded: &str) -> Option<Days> {
    let text = folded.trim().trim_end_matches(['.', ',']);
    let dated = read(text).map(|date| Days::of(&date));
    dated.or_else(|| of_each_year(text)).or_else(|| {
        let (month, third) = thirds(text)?;
        let Days { first, last } = days(month)?;
        // All its days, and no others.
        let is_month = first % 100 == 1 && first / 100 == last / 100 && first < last;
        let (from, to) = THIRDS[third];
        is_month.then(|| Days { first: first - 1 + from, last: last.min(first - 1 + to) })
    })
}

/// The month of whose third a text says, and which third: mid-December, 12月中旬.
fn thirds(text: &str) -> Option<(&str, usize)> {
    let before = BEFORE.iter().find_map(|&(word, third)| {
        let rest = text.strip_prefix(word)?;
        (rest.is_empty() || rest.starts_with([' ', '-']))
            .then(|| (rest[rest.len().min(1)..].trim(), third))
    });
    before.or_else(|| {
        BEHIND.iter().find_map(|&(word, third)| {
            let month = text.strip_suffix(word)?;
            month.ends_with(MONTH).then_some((month, third))
        })
    })
}

/// The days of a date without its year.
fn of_each_year(text: &str) -> Option<Days> {
    let (month, day) = match text.split_once(MONTH) {
        Some((month, "")) => (small(month.trim())?, None),
        Some((month, day)) => {
            let day = day.trim().strip_suffix(['日', '号', '號'])?;
            (small(month.trim())?, Some(small(day.trim())?))
        }
        None => {
            let parts = text.split([' ', ',']);
            let parts = parts.filter(|part| !part.is_empty() && !BETWEEN.contains(part));
            match parts.collect::<Vec<&str>>()[..] {
                // Short for one, a name is too much like another word.
                [month] if MONTHS.contains(&month) && !WORDS.contains(&month) => {
                    (month_named(month)?, None)
                }
                [first, second] => {
                    let (day, month) =
                        if starts_with_digit(first) { (first, second) } else { (second, first) };
                    (month_named(month)?, Some(ordinal(day).parse().ok()?))
                }
                _ => return None,
            }
        }
    };
    if !(1..=12).contains(&month) {
        return None;
    }
    /// Has a 29th of February.
    const LEAP_YEAR: i32 = 2000;
    let longest = u32::from(days_in(LEAP_YEAR, month as u8));
    let number = |day: u32| (month * 100 + day) as i32;
    let (first, last) = day.map_or((1, longest), |day| (day, day));
    (1 <= first && last <= longest).then(|| Days { first: number(first), last: number(last) })
}

/// The date that a folded text is, if it is one and nothing else.
pub(super) fn read(folded: &str) -> Option<Edtf> {
    let text = folded.trim().trim_end_matches(['.', ',']);
    if let Some(decade) = decade(text) {
        return Some(decade);
    }
    if text.contains(YEAR) {
        return chinese(text);
    }
    // Where points part a date, either the day comes first or the year.
    match text.split('.').collect::<Vec<&str>>()[..] {
        [day, month, year] | [year, month, day]
            if is_year(year) && is_small(month) && is_small(day) =>
        {
            return date(year, month, day);
        }
        [year, month] if is_year(year) && is_small(month) => return date(year, month, ""),
        _ => {}
    }
    let parts: Vec<&str> = text.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [year] => is_year(year).then(|| date(year, "", ""))?,
        [year, month] if is_year(year) && is_small(month) => date(year, month, ""),
        [month, year] if is_year(year) => date(year, &month_named(month)?.to_string(), ""),
        [year, month, day] if is_year(year) && is_small(month) => date(year, month, day),
        [first, second, year] if is_year(year) && is_small(first) && is_small(second) => {
            // Where either may be the day, the one that cannot be a month is.
            let [one, other] =
                [first, second].map(|number| number.parse::<u32>().unwrap_or(0) > 12);
            match (one, other) {
                (true, false) => date(year, second, first),
                (false, true) => date(year, first, second),
                _ if first == second => date(year, first, second),
                _ => None,
            }
        }
        [day, month, year] if is_year(year) && starts_with_digit(day) => {
            date(year, &month_named(month)?.to_string(), ordinal(day))
        }
        [month, day, year] if is_year(year) => {
            date(year, &month_named(month)?.to_string(), ordinal(day))
        }
        _ => None,
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// 19th, 1st.
fn ordinal(day: &str) -> &str {
    day.trim_end_matches(|c: char| c.is_ascii_lowercase())
}

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text.starts_with("1") || text.starts_with("20"))
}

fn is_small(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn month_named(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.');
    let n = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(name))?;
    Some(n as u32 + 1)
}

fn date(year: &str, month: &str, day: &str) -> Option<Edtf> {
    let mut text = year.to_owned();
    for part in [month, day].into_iter().filter(|part| !part.is_empty()) {
        text.push('-');
        if part.len() == 1 {
            text.push('0');
        }
        text.push_str(part);
    }
    text.parse().ok()
}

/// 2024年6月19日, 二〇二四年六月十九日, 一九九〇年.
fn chinese(text: &str) -> Option<Edtf> {
    let (year, rest) = text.split_once(YEAR)?;
    let year = year.trim();
    let year = of_era(year).unwrap_or_else(|| year.chars().map(digit).collect());
    if !is_year(&year) {
        return None;
    }
    let rest = rest.trim();
    let (month, rest) = if rest.is_empty() { ("", "") } else { rest.split_once(MONTH)? };
    let rest = rest.trim();
    let day = match rest.strip_suffix(['日', '号', '號']) {
        Some(day) => day,
        None if rest.is_empty() => "",
        None => return None,
    };
    let number = |text: &str| match text.trim() {
        "" => Some(String::new()),
        text => small(text).map(|value| value.to_string()),
    };
    date(&year, &number(month)?, &number(day)?)
}

/// The year of 民国113 or 昭和元.
fn of_era(text: &str) -> Option<String> {
    let (before, year) =
        ERAS.iter().find_map(|(era, before)| Some((before, text.strip_prefix(era)?.trim())))?;
    let digits: String = year.chars().map(digit).collect();
    let year = if year == "元" { Some(1) } else { digits.parse().ok().or_else(|| small(year)) };
    Some(year?.checked_add(*before)?.to_string())
}

/// Eras that years are still counted in, or were within living memory, and the year before their first.
const ERAS: [(&str, u32); 7] = [
    ("民国", 1911),
    ("民國", 1911),
    ("明治", 1867),
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
];

/// The ten years of 1990s, 1990年代, 九〇年代, 九十年代 or 上世纪90年代. Two digits without a century are of the
/// twentieth, from the thirties on: those before may be this century's.
fn decade(text: &str) -> Option<Edtf> {
    let chinese = text.strip_suffix(DECADE);
    let written = chinese.or_else(|| text.strip_suffix("'s")).or_else(|| text.strip_suffix('s'))?;
    let of_century = written.split_once(CENTURY).filter(|_| chinese.is_some());
    let written = match of_century {
        Some((century, _)) if !TWENTIETH.contains(&century) => return None,
        Some((_, rest)) => rest.trim_start_matches(CENTURY_ENDS),
        None => written,
    };
    let tens = match written.strip_suffix('十') {
        Some(tens) if chinese.is_some() => [tens, "0"].concat(),
        _ => written.to_owned(),
    };
    let digits: String = tens.chars().map(digit).collect();
    let start: u32 = match digits.len() {
        4 if is_year(&digits) => digits.parse().ok()?,
        2 if chinese.is_some() => 1900 + digits.parse::<u32>().ok()?,
        _ => return None,
    };
    let is_clear = digits.len() == 4 || of_century.is_some() || start >= FIRST;
    (start.is_multiple_of(10) && is_clear).then(|| format!("{start}/{}", start + 9).parse().ok())?
}

/// Behind the tens of a decade.
const DECADE: &str = "年代";

/// The word for a century has one character, then one of these: which of them is the folding's affair.
const CENTURY: char = '世';
const CENTURY_ENDS: [char; 2] = ['纪', '紀'];

/// What stands before that word where it is the twentieth: the last one, or its number.
const TWENTIETH: [&str; 4] = ["上", "上个", "上個", "20"];

/// The first decade that is the twentieth century's where none is named.
const FIRST: u32 = 1930;

/// A Chinese digit in ASCII; what is none stays.
fn digit(c: char) -> char {
    chinese_digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{Days, days, read};

    #[test]
    fn one_date_in_many_ways() {
        let read = |text: &str| read(text).map(|date| date.to_string());
        for text in ["2024 06", "june 2024", "jun 2024", "2024年6月", "2024年06月", "june, 2024"]
        {
            assert_eq!(read(text).as_deref(), Some("2024-06"), "{text}");
        }
        for text in
            ["19 june 2024", "june 19, 2024", "19th june 2024", "2024年6月19日", "2024 6 19"]
        {
            assert_eq!(read(text).as_deref(), Some("2024-06-19"), "{text}");
        }
        for text in [
            "19.6.2024",
            "2024.6.19",
            "19 06 2024",
            "06 19 2024",
            "二〇二四年六月十九日",
            "民国113年6月19日",
            "民國一一三年六月十九日",
            "令和6年6月19日",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-06-19"), "{text}");
        }
        assert_eq!(read("5 5 2024").as_deref(), Some("2024-05-05"));
        assert_eq!(read("2024.6").as_deref(), Some("2024-06"));
        assert_eq!(read("昭和元年").as_deref(), Some("1926"));
        assert_eq!(read("民国三十八年").as_deref(), Some("1949"));
        for text in ["1990", "1990年", "一九九0年", "一九九〇年", "一九九零年"] {
            assert_eq!(read(text).as_deref(), Some("1990"), "{text}");
        }
        for text in
            ["1990s", "1990's", "1990年代", "一九九〇年代", "九〇年代", "九十年代", "90年代"]
        {
            assert_eq!(read(text).as_deref(), Some("1990/1999"), "{text}");
        }
        for text in ["上世纪20年代", "上個世紀二十年代", "20世纪20年代"] {
            assert_eq!(read(text).as_deref(), Some("1920/1929"), "{text}");
        }
        for text in
            ["20年代", "1995年代", "本世纪20年代", "s", "'s", "年代", "90s", "十年代", "世年代"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        for text in [
            "",
            "june",
            "3440",
            "2024年6月会谈",
            "19 june",
            "2024 13",
            "ma 2024",
            "年",
            "5 6 2024",
            "1.2.3",
            "2024.13",
            "民国年",
            "民国4294967295年",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_without_its_year_is_of_each() {
        for text in [
            "june 19",
            "19 june",
            "19th of june",
            "jun 19",
            "june the 19th",
            "6月19日",
            "六月十九日",
            "06月19号",
        ] {
            assert_eq!(days(text), Some(Days { first: 619, last: 619 }), "{text}");
        }
        let november = Days { first: 1101, last: 1130 };
        for text in ["november", "11月", "十一月"] {
            assert_eq!(days(text), Some(november), "{text}");
        }
        assert_eq!(days("february"), Some(Days { first: 201, last: 229 }));
        for text in
            ["may", "march", "nov", "30 february", "13月", "6月32日", "6月会谈", "19", "june 100"]
        {
            assert_eq!(days(text), None, "{text}");
        }
        assert!(november.have(20241101, 20241101) && november.have(19191101, 19191130));
        assert!(!november.have(20240101, 20241231) && !november.have(20231115, 20241115));
    }

    #[test]
    fn a_third_of_a_month_is_some_of_its_days() {
        for (text, first, last) in [
            ("mid december 2024", 20241211, 20241220),
            ("mid-december 2024", 20241211, 20241220),
            ("2024年12月中旬", 20241211, 20241220),
            ("late february 2024", 20240221, 20240229),
            ("2024年2月底", 20240221, 20240229),
            ("2024年2月下旬", 20240221, 20240229),
            ("early june", 601, 610),
            ("6月末", 621, 630),
        ] {
            assert_eq!(days(text), Some(Days { first, last }), "{text}");
        }
        for text in [
            "early",
            "mid",
            "late 2024",
            "mid 19 june 2024",
            "early early",
            "early mid june",
            "late june 3",
            "midjune",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
