//! Calendar references in figures alone and in English: regular expressions, and what may stand
//! around them.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::figures;
use super::super::numerals::{self, Folded};
use super::{
    Found, Month, Point, Shape, Side, Unit, Week, Year, part_of_decade, season, span, time_ago,
};
use crate::folding::is_han;

/// Words after which a four-digit number is a number of something and no year.
const NOT_A_YEAR_AFTER: &str = r"(?i)\b(?:resolutions?|unscr|scr|no|nos|nr|vol|volume|article|art|chapter|room|flight|boeing|page|p|pp|pages|iso|rfc|rule|section|decree|order|id|law|type|issue|bill|model|line|number|code|item|case|about|around|over|nearly|than|least|some|approximately|roughly|almost|issn|isbn)\.?\s*(?:\d+\s*(?:,|and|&|or)\s*)*$";

/// What names a four-digit number by standing before it or after it: a count of readers, a number to
/// call, a committee.
const COUNTED_BEFORE: &str = r"(?:次数|次數|阅读|阅读量|浏览|瀏览|瀏覽|点击|点阅|点閲|人气|访问量|收藏|评论|回复|回覆|字数|电话|电話|传真|傳真|邮编|郵编|邮政编码|编号|編号|分机|分機|(?i:\b(?:views|reads|hits|visits|comments|tel|phone|fax|ext|postcode|zip|box)\.?))[: ]*$";
const COUNTED_AFTER: &[&str] = &[" Committee", " committee", " Sanctions Committee", "愿景"];

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)";
const DAY: &str = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?";
const YEAR: &str = r"(?:1[0-9]{3}|20[0-9]{2})";
/// Years as English says them relatively.
const SAID: &str = r"(?:this year|last year|next year|that year|the same year|that same year|the previous year|the preceding year|the following year)";
/// What may stand between a day and its year: 9 March 2015, 9 March of the same year.
const OF: &str = "(?:,? (?:of )?)";
const WEEKDAY: &str = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";

/// The edge of a word of ASCII.
const B: &str = r"(?-u:\b)";
const EDGE: &str = "(?:early|mid|late|the end of|end of|year-end|the beginning of|the start of)";
const SEASON: &str = "(?P<s>spring|summer|autumn|fall|winter)";
const YEAR_END: &str = "(?:the end of |end of |end-|year-end )";
const FISCAL: &str = "(?:fiscal year |financial year |fiscal |FY ?)";

type Build = fn(&Captures<'_>) -> Option<Shape>;

/// The forms, the more specific first; groups are named `y`, `m`, `d` and `y2`, `d2`.
pub(super) fn forms() -> Vec<(String, Build)> {
    let ordinal = "(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)";
    let to = "(?: ?-{1,2} ?| to | until | till )";
    let century = "(?:[0-9]{1,2}(?:st|nd|rd|th)|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)";
    vec![
        (format!("{B}(?P<y>{YEAR})-(?P<m>[0-9]{{1,2}})-(?P<d>[0-9]{{1,2}})"), date),
        (format!("{B}(?P<y>{YEAR})/(?P<m>[0-9]{{1,2}})/(?P<d>[0-9]{{1,2}})"), date),
        (format!(r"{B}(?P<y>{YEAR})\.(?P<m>[0-9]{{1,2}})\.(?P<d>[0-9]{{1,2}})"), date),
        (format!(r"{B}(?P<d>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<y>{YEAR}){B}"), date),
        (format!("{B}(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})/(?P<y>{YEAR}){B}"), slashes),
        (format!("(?i:{B}{FISCAL}(?P<y>{YEAR}) ?(?:-|--|/) ?(?P<y2>{YEAR}|[0-9]{{2}}){B})"), years),
        (format!("{B}(?P<y>{YEAR}) ?(?:-|--|/|~) ?(?P<y2>{YEAR}|[0-9]{{2}}){B}"), years_or_month),
        (format!("{B}FY ?(?P<y2>[0-9]{{2}}){B}"), short_fiscal_year),
        (
            format!(
                "(?i:{B}(?:the )?(?:fiscal|financial) year (?:that )?(?:began|begins|beginning|started|starting) in (?P<m>{MONTH}){B})"
            ),
            fiscal_year_from,
        ),
        (format!("{B}(?P<t>1[0-2][0-9])[-./](?P<m>[0-9]{{1,2}})[-./](?P<d>[0-9]{{1,2}}){B}"), of_taiwan),
        (
            format!(
                r"{B}(?P<d>{DAY}) (?P<m>(?i:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)) (?P<y>{YEAR})(?: ?(?:года|г\.))?"
            ),
            russian,
        ),
        (format!("{B}9/11{B}"), |_| {
            Some(Shape::Point(Point { day: Some(11), ..Point::month(Year::Said(2001), 9) }))
        }),
        (
            format!(
                r"{B}(?P<d>{DAY}) (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?{to}(?P<d2>{DAY}) (?P<m2>{MONTH}),? (?P<y2>{YEAR}){B}"
            ),
            from_day_to_day,
        ),
        (
            format!(
                r"{B}(?P<m>{MONTH}) (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?{to}(?P<m2>{MONTH}) (?P<d2>{DAY}),? (?P<y2>{YEAR}){B}"
            ),
            from_day_to_day,
        ),
        (format!(r"{B}(?P<d>[0-9]{{1,2}})-(?P<m>{MONTH})-(?P<y>{YEAR}){B}"), date),
        (
            format!(
                r"{B}(?P<m>{MONTH}) (?P<d>{DAY})(?: ?(?:-|to|and|&) ?(?P<d2>{DAY}))?(?:(?:,? ?,? |{OF})(?P<y>{YEAR}|{SAID}))?{B}"
            ),
            date,
        ),
        (
            format!(
                r"{B}(?P<d>{DAY})(?: ?(?:-|to|and|&) ?(?P<d2>{DAY}))? (?:of )?(?P<m>{MONTH})(?:{OF}(?P<y>{YEAR}|{SAID}))?{B}"
            ),
            date,
        ),
        (format!(r"{B}(?P<m>{MONTH})/(?P<m2>{MONTH}),? (?P<y>{YEAR}|{SAID}){B}"), month_to_month),
        (format!(r"(?:{EDGE}[ -])?{B}(?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR}|{SAID}){B}"), date),
        (format!(r"{B}(?P<q>[Tt]he (?:next|following|previous|preceding)) (?P<m>{MONTH}){B}"), nearest_month),
        (format!(r"{B}(?P<q>[Tt]his|[Ll]ast|[Nn]ext) (?P<m>{MONTH}){B}"), relative_month),
        (format!(r"(?i:{B}(?P<q>this|last|next|that(?: same)?|(?:the )?(?:previous|following|same)) month{B})"), named_month),
        (format!("(?i:{B}(?P<q>this|last|next) week{B})"), named_week),
        (format!("(?i:{B}(?P<q>this|last|next) quarter{B})"), named_quarter),
        (format!("{B}[Tt]hat (?P<m>{MONTH}){B}"), that_month),
        (
            format!("(?i:{B}(?P<q>this|last|next|the following|the next|the previous|the preceding) {SEASON}{B})"),
            nearest_season,
        ),
        (format!("(?i:{B}{SEASON} (?:of )?(?P<y>{SAID}){B})"), season_of),
        (format!("(?i:{B}(?P<n>an?|[a-z]+|[0-9]{{1,2}}) (?P<u>year|month|week|fortnight|day)s?(?P<h> and a half)? (?P<w>later|earlier){B})"), step),
        (
            format!(
                "(?i:{B}(?P<x>(?:about|around|some|nearly|almost|roughly|over|than|least) )?(?P<n>an?|[a-z]+|[0-9]{{1,2}}) (?P<u>year|month|week|day)s?(?:,? and (?P<n2>an?|[a-z]+|[0-9]{{1,2}}) months?)? ago{B})"
            ),
            ago,
        ),
        (
            format!("(?i:{B}the (?:past|last) (?:(?P<n>[a-z]+|[0-9]{{1,2}}) (?P<u>year|decade)s|decade){B})"),
            past,
        ),
        (format!("(?i:{B}the (?:rest|remainder) of (?:the|this) decade{B})"), |_| {
            Some(Shape::RestOfDecade)
        }),
        (format!("(?i:{B}the (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th){B})"), date),
        (format!(r"(?i:{B}(?P<q>yesterday|tomorrow|the (?:following|next|same|previous) day){B})"), named_day),
        (format!(r"(?i:{B}(?:today|tonight|this (?:morning|afternoon|evening)){B})"), |_| {
            Some(Shape::Today(0))
        }),
        (format!(r"{B}(?:(?P<q>[Tt]his|[Ll]ast|[Nn]ext) )?(?P<w>{WEEKDAY}){B}"), weekday),
        (format!("{B}(?:[Ee]arly|[Mm]id|[Ll]ate)[ -](?P<m>{MONTH}){B}"), date),
        (format!(r"{B}(?P<m>{MONTH})"), weak_month),
        (
            format!("(?i:{B}(?P<y>{YEAR})'?s(?: and (?:the )?| to (?:the )?|-)'?(?P<t>[1-9]0)s{B})"),
            decades,
        ),
        (format!("(?i:{B}(?:{EDGE}[ -](?:the )?)?(?P<y>{YEAR})'?s{B})"), decade),
        (format!("(?i:{B}(?P<e>early|mid|late)[ -]'?(?P<t>[3-9]0)s{B})"), short_decade),
        (
            format!(
                "(?i:{B}the (?:(?P<e>early|mid|late)[ -])?(?:nineteen[ -])?(?P<t>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties){B})"
            ),
            decade_in_words,
        ),
        (
            format!(
                "(?i:{B}(?P<t>turn of the )?(?:{EDGE}[ -](?:the )?)?(?P<c>{century})(?:(?: to(?: the)? | and(?: the)? |-)(?P<c2>{century}))?[ -]centur(?:y|ies)(?P<f> fox)?{B})"
            ),
            centuries,
        ),
        (format!("(?i:{B}{ordinal} half of (?:the year )?(?P<y>{YEAR}|{SAID}){B})"), half),
        (
            format!("(?i:{B}(?:the )?end of (?:the )?{ordinal} quarter (?:of |in )?(?P<y>{YEAR}|{SAID}){B})"),
            end_of_quarter,
        ),
        (format!("(?i:{B}{ordinal} quarter (?:of |in )?(?P<y>{YEAR}|{SAID}){B})"), quarter),
        (format!("(?i:{B}first (?P<n>two|three|2|3) quarters of (?P<y>{YEAR}|{SAID}){B})"), first_quarters),
        (
            "(?i:\\bfirst (?P<n>two |three |2 |3 )?decades? of (?:the|this) (?:(?P<c>2[01]st|20th|twentieth|twenty-first) )?century\\b)".into(),
            first_decades,
        ),
        (
            format!(
                "{B}Q(?P<q>[1-4])(?P<l>{to}| and | ?& ?)Q(?P<q2>[1-4]) (?:of )?(?P<y>{YEAR}|{SAID}){B}"
            ),
            quarters_of,
        ),
        (format!("{B}Q(?P<q>[1-4]) (?:of )?(?P<y>{YEAR}|{SAID}){B}"), quarter),
        (format!("{B}(?P<y>{YEAR}) ?Q(?P<q>[1-4]) ?- ?(?P<y2>{YEAR}) ?Q(?P<q2>[1-4]){B}"), quarters),
        (format!("{B}(?P<y>{YEAR}) ?Q(?P<q>[1-4]){B}"), quarter),
        (format!("{B}H(?P<q>[12]) (?P<y>{YEAR}){B}"), half),
        (
            format!("(?i:{B}first (?P<n>[a-z]+|[0-9]+) months of (?P<y>{YEAR}|{SAID}){B})"),
            first_months,
        ),
        (
            format!("(?i:{B}(?:last|final) (?P<n>[a-z]+|[0-9]+) months of (?P<y>{YEAR}|{SAID}){B})"),
            last_months,
        ),
        (format!("(?i:{B}the year before{B})"), |_| year_shape(Year::Previous)),
        (format!("(?i:{B}the year after{B})"), |_| year_shape(Year::Last(1))),
        // In the middle of a sentence it is one that is to come.
        (format!("{B}The next year{B}"), |_| year_shape(Year::Last(1))),
        (
            format!(
                "(?i:{B}(?:same|corresponding) period (?:of |in )?(?P<y>{YEAR}|{SAID}|the previous year){B})"
            ),
            same_period,
        ),
        (format!("(?i:{B}{YEAR_END}(?P<y>{SAID}|the year){B})"), end_of_year),
        (format!("(?i:{B}(?:the )?year's end{B})"), |_| {
            Some(Shape::Point(Point::month(Year::Present, 12)))
        }),
        (format!("(?i:(?:{B}{EDGE}[ -])?{B}(?P<y>{SAID}){B})"), date),
    ]
}

/// The forms with a bare year, which what stands around it must show to be one; looked for after all others.
pub(super) fn forms_of_bare_years() -> Vec<(String, Build)> {
    vec![
        (
            format!(
                "(?i:{B}{SEASON} (?:of )?(?P<y>{YEAR})(?:[-/](?P<y2>[0-9]{{4}}|[0-9]{{2}}))?{B})"
            ),
            season_of,
        ),
        (format!("(?i:{B}{YEAR_END}(?P<y>{YEAR}){B})"), end_of_year),
        (format!("(?i:(?:{B}{EDGE}[ -])?{B}{FISCAL}?(?P<y>{YEAR}){B})"), bare_year),
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
        "last year" => Year::Document(-1),
        "the previous year" | "the preceding year" => Year::Previous,
        "the year" => Year::Present,
        "that year" | "the same year" | "that same year" => Year::Last(0),
        "the following year" => Year::Last(1),
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

/// November/December 2025, as periodicals are dated.
fn month_to_month(found: &Captures<'_>) -> Option<Shape> {
    let months = (month_of(found)?, month_number(found.name("m2")?.as_str())?);
    let to = Point::month(year_of(found), months.1);
    Some(Shape::Span(Point { year: Year::Unsaid, month: months.0, day: None }, to))
}

/// "30 April–2 May 2022": the year said at the end holds for both, unless the first day is later in
/// the year than the last.
fn from_day_to_day(found: &Captures<'_>) -> Option<Shape> {
    let point = |year: i32, month, day| {
        let month = month_number(found.name(month)?.as_str())?;
        let day = u8::try_from(number(found, day)?).ok()?;
        Some(Point { day: Some(day), ..Point::month(Year::Said(year), month) })
    };
    let last = number(found, "y2")?;
    let to = point(last, "m2", "d2")?;
    let from = point(last, "m", "d")?;
    let day = |point: Point| match point.month {
        Month::Said(month) => (month, point.day),
        _ => (0, None),
    };
    let first = number(found, "y").unwrap_or(last - i32::from(day(from) > day(to)));
    Some(Shape::Span(Point { year: Year::Said(first), ..from }, to))
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

/// FY2022-23 are years where 2022-12 alone is a month.
fn years(found: &Captures<'_>) -> Option<Shape> {
    let (a, b) = (number(found, "y")?, number(found, "y2")?);
    let b = if b < 100 { a - a.rem_euclid(100) + b } else { b };
    (a < b).then_some(Shape::Span(Point::year(Year::Said(a)), Point::year(Year::Said(b))))
}

fn short_fiscal_year(found: &Captures<'_>) -> Option<Shape> {
    year_shape(Year::Said(2000 + number(found, "y2")?))
}

/// "the fiscal year that began in April": twelve months, of which the document's own is one.
fn fiscal_year_from(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Nearest(month_number(found.name("m")?.as_str())?, 12, Side::This))
}

/// 113-10-23, as offices in Taiwan date.
fn of_taiwan(found: &Captures<'_>) -> Option<Shape> {
    let year = Year::Era(1911 + number(found, "t")?, "Republic of China");
    let part = |group, most: i32| {
        let part = number(found, group).filter(|part| (1..=most).contains(part))?;
        u8::try_from(part).ok()
    };
    let month = Month::Said(part("m", 12)?);
    Some(Shape::Point(Point { year, month, day: Some(part("d", 31)?) }))
}

/// 31 марта 2023 г., as notes on Russian sources have it.
fn russian(found: &Captures<'_>) -> Option<Shape> {
    const STEMS: [&str; 12] =
        ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    let name = found.name("m")?.as_str().to_lowercase();
    let month = STEMS.iter().position(|stem| name.starts_with(stem))? as u8 + 1;
    let day = u8::try_from(number(found, "d")?).ok();
    Some(Shape::Point(Point { day, ..Point::month(Year::Said(number(found, "y")?), month) }))
}

/// "this March", "last March", "next March".
fn relative_month(found: &Captures<'_>) -> Option<Shape> {
    let month = month_number(found.name("m")?.as_str())?;
    let year = match side(found)? {
        Side::Next => Year::Coming,
        Side::Past => Year::Recent,
        _ => Year::Document(0),
    };
    Some(Shape::Point(Point::month(year, month)))
}

/// "the next March", "the preceding May": beside the last date named.
fn nearest_month(found: &Captures<'_>) -> Option<Shape> {
    let month = month_number(found.name("m")?.as_str())?;
    Some(Shape::Nearest(month, 1, side(found)?))
}

fn side(found: &Captures<'_>) -> Option<Side> {
    Some(match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "this" => Side::This,
        "last" => Side::Past,
        "next" => Side::Next,
        "the following" | "the next" => Side::After,
        _ => Side::Before,
    })
}

/// The first and the last month of a season.
fn months_of_season(found: &Captures<'_>) -> Option<(u8, u8)> {
    Some(match found.name("s")?.as_str().to_ascii_lowercase().as_str() {
        "spring" => (3, 5),
        "summer" => (6, 8),
        "winter" => (12, 2),
        _ => (9, 11),
    })
}

/// "last summer", "the following spring".
fn nearest_season(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Nearest(months_of_season(found)?.0, 3, side(found)?))
}

/// "summer of 2022", "spring of that year", "winter 2022-23".
fn season_of(found: &Captures<'_>) -> Option<Shape> {
    let months = months_of_season(found)?;
    if found.name("y2").is_some() && months.0 < months.1 {
        return None;
    }
    Some(season(year_of(found), months))
}

/// "the end of 2023", "by the end of the year".
fn end_of_year(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Point(Point::month(year_of(found), 12)))
}

/// "a year later", "two months later". "three months earlier" mostly tells how long something took, "a
/// year earlier" when it was.
fn step(found: &Captures<'_>) -> Option<Shape> {
    let word: Vec<char> = found.name("n")?.as_str().to_ascii_lowercase().chars().collect();
    let count = match word.iter().collect::<String>().as_str() {
        "a" | "an" => 1.0,
        _ => numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0))?.value,
    };
    let is_earlier = found.name("w")?.as_str().eq_ignore_ascii_case("earlier");
    let plain = count.fract() == 0.0 && (1.0..=60.0).contains(&count);
    if !plain || (is_earlier && count > 1.0) {
        return None;
    }
    let is_half = found.name("h").is_some();
    let (count, unit) = match found.name("u")?.as_str().to_ascii_lowercase().as_str() {
        "year" if is_half => (12.0 * count + 6.0, Unit::Months),
        _ if is_half => return None,
        "year" => (count, Unit::Years),
        "month" => (count, Unit::Months),
        "week" => (7.0 * count, Unit::Days),
        "fortnight" => (14.0 * count, Unit::Days),
        _ => (count, Unit::Days),
    };
    let count = count as i32;
    Some(Shape::Step(if is_earlier { -count } else { count }, unit))
}

/// "two years ago", "a year and two months ago": as exactly as it is told, from the document's own date. What is
/// only about so long ago has no date, and so has a round number of years.
fn ago(found: &Captures<'_>) -> Option<Shape> {
    let count = |group: &str| -> Option<i32> {
        let word: Vec<char> = found.name(group)?.as_str().to_ascii_lowercase().chars().collect();
        let count = match word.iter().collect::<String>().as_str() {
            "a" | "an" => 1.0,
            _ => numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0))?.value,
        };
        (count.fract() == 0.0 && (1.0..=31.0).contains(&count)).then_some(count as i32)
    };
    if found.name("x").is_some() {
        return None;
    }
    let (unit, months) = (found.name("u")?.as_str().to_ascii_lowercase(), count("n2"));
    if found.name("n2").is_some() && (unit != "year" || months.is_none()) {
        return None;
    }
    time_ago(count("n")?, &unit, months)
}

/// "the past three years", "the past decade": up to the document's own.
fn past(found: &Captures<'_>) -> Option<Shape> {
    /// Who looks back on more says it otherwise.
    const YEARS: std::ops::RangeInclusive<i32> = 2..=30;
    let count = match found.name("n") {
        None => 1,
        Some(word) => {
            let word: Vec<char> = word.as_str().to_ascii_lowercase().chars().collect();
            let count = numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0))?;
            (count.end == word.len() && !count.bare).then_some(count.value as i32)?
        }
    };
    let is_years = found.name("u").is_some_and(|unit| unit.as_str().eq_ignore_ascii_case("year"));
    let years = if is_years { count } else { 10 * count };
    YEARS.contains(&years).then_some(Shape::Past(years))
}

/// "last month", "the following month".
fn named_month(found: &Captures<'_>) -> Option<Shape> {
    let which = found.name("q")?.as_str().to_ascii_lowercase();
    let month = match which.trim_start_matches("the ") {
        "this" => Month::Document(0),
        "last" => Month::Document(-1),
        "next" => Month::Document(1),
        "previous" => Month::Last(-1),
        "following" => Month::Last(1),
        _ => Month::Last(0),
    };
    Some(Shape::Point(Point { year: Year::Unsaid, month, day: None }))
}

/// "that November": of the year that is spoken of.
fn that_month(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Point(Point::month(Year::Last(0), month_number(found.name("m")?.as_str())?)))
}

fn named_quarter(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Quarter(match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    }))
}

fn named_week(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Week(match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    }))
}

/// "yesterday", "the following day".
fn named_day(found: &Captures<'_>) -> Option<Shape> {
    Some(match found.name("q")?.as_str().to_ascii_lowercase().as_str() {
        "yesterday" => Shape::Today(-1),
        "tomorrow" => Shape::Today(1),
        "the previous day" => Shape::Day(-1),
        "the same day" => Shape::Day(0),
        _ => Shape::Day(1),
    })
}

/// "Thursday", "last Friday".
fn weekday(found: &Captures<'_>) -> Option<Shape> {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let name = found.name("w")?.as_str();
    let day = NAMES.iter().position(|start| name.starts_with(start))?;
    let week = match found.name("q").map(|q| q.as_str().to_ascii_lowercase()).as_deref() {
        Some("last") => Week::Past,
        Some("next") => Week::Next,
        Some(_) => Week::Counted(0),
        None => Week::Recent,
    };
    Some(Shape::Weekday(day as u8, week))
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

/// The 1990s. The 1800s and those before are a century; whether the 1900s are is not sure.
fn decade(found: &Captures<'_>) -> Option<Shape> {
    let year = number(found, "y").filter(|y| y % 10 == 0 && *y >= 1500)?;
    if year % 100 == 0 && year <= 1800 {
        return Some(Shape::Span(
            Point::year(Year::Said(year)),
            Point::year(Year::Said(year + 99)),
        ));
    }
    let words = found.get(0)?.as_str().to_ascii_lowercase();
    let part = ["early", "mid", "late"].iter().find(|part| words.starts_with(**part));
    Some(years_of_decade(year, part.copied().unwrap_or_default()))
}

/// "the 1950s and 60s": both are of one century, and those that follow each other are one time.
fn decades(found: &Captures<'_>) -> Option<Shape> {
    let first = number(found, "y").filter(|year| year % 10 == 0)?;
    let last = first - first.rem_euclid(100) + number(found, "t")?;
    let year = |year| Point::year(Year::Said(year));
    (last > first).then(|| Shape::Span(year(first), year(last + 9)))
}

/// The years of a decade, or of its early, middle or late part.
fn years_of_decade(start: i32, part: &str) -> Shape {
    let (first, last) = part_of_decade(part);
    Shape::Span(Point::year(Year::Said(start + first)), Point::year(Year::Said(start + last)))
}

/// "the nineties", "the late sixties": of the last century, too.
fn decade_in_words(found: &Captures<'_>) -> Option<Shape> {
    const WORDS: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let word = found.name("t")?.as_str().to_ascii_lowercase();
    let tens = WORDS.iter().position(|other| *other == word)? as i32 * 10 + 20;
    let part = found.name("e").map(|part| part.as_str().to_ascii_lowercase());
    Some(years_of_decade(1900 + tens, &part.unwrap_or_default()))
}

/// "the mid-80s": of the last century, as those of the present one have no such name.
fn short_decade(found: &Captures<'_>) -> Option<Shape> {
    Some(years_of_decade(1900 + number(found, "t")?, found.name("e")?.as_str()))
}

/// "the late 19th century", "the 18th and 19th centuries": not the turn of one, nor the present one,
/// which mostly says nothing but "modern".
fn centuries(found: &Captures<'_>) -> Option<Shape> {
    const WORDS: &[&str] = &[
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if found.name("t").is_some() || found.name("f").is_some() {
        return None;
    }
    let century = |group: &str| {
        let words = found.name(group)?.as_str().to_ascii_lowercase();
        let word = || WORDS.iter().position(|word| *word == words).map(|n| n as i32 + 4);
        number(found, group).or_else(word).filter(|n| (1..=20).contains(n))
    };
    let first = century("c")?;
    let last = if found.name("c2").is_some() { century("c2")? } else { first };
    let year = |year| Point::year(Year::Said(year));
    (first <= last).then(|| Shape::Span(year(first * 100 - 99), year(last * 100)))
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

/// "the end of the third quarter of 2024".
fn end_of_quarter(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::Point(Point::month(year_of(found), ordinal(found)? * 3)))
}

fn quarters(found: &Captures<'_>) -> Option<Shape> {
    let end = |year, quarter, last: i32| {
        let (year, quarter) = (number(found, year)?, number(found, quarter)?);
        Some(Point::month(Year::Said(year), (quarter * 3 - last) as u8))
    };
    Some(Shape::Span(end("y", "q", 2)?, end("y2", "q2", 0)?))
}

/// "Q1–Q3 2021", "Q1 and Q2 of 2021"; Q1 and Q3 are no stretch.
fn quarters_of(found: &Captures<'_>) -> Option<Shape> {
    let (a, b) = (number(found, "q")?, number(found, "q2")?);
    let listed = found.name("l").is_some_and(|l| matches!(l.as_str().trim(), "and" | "&"));
    let stretch = if listed { b == a + 1 } else { b > a };
    stretch.then(|| span(year_of(found), (a as u8 * 3 - 2, b as u8 * 3)))
}

fn first_months(found: &Captures<'_>) -> Option<Shape> {
    Some(span(year_of(found), (1, count_of_months(found)?)))
}

/// "the last six months of 2025".
fn last_months(found: &Captures<'_>) -> Option<Shape> {
    Some(span(year_of(found), (13 - count_of_months(found)?, 12)))
}

fn count_of_months(found: &Captures<'_>) -> Option<u8> {
    let word: Vec<char> = found.name("n")?.as_str().chars().collect();
    let count = numerals::words_at(&word, 0).or_else(|| numerals::number_at(&word, 0))?.value;
    (1.0..=12.0).contains(&count).then_some(count as u8)
}

fn first_quarters(found: &Captures<'_>) -> Option<Shape> {
    let quarters = if found.name("n")?.as_str().starts_with(['t', 'T']) {
        if found.name("n")?.as_str().eq_ignore_ascii_case("two") { 2 } else { 3 }
    } else {
        number(found, "n")? as u8
    };
    Some(span(year_of(found), (1, quarters * 3)))
}

/// "the first two decades of the 21st century"; without a number, this century's.
fn first_decades(found: &Captures<'_>) -> Option<Shape> {
    let count = match found.name("n").map(|n| n.as_str().trim().to_ascii_lowercase()).as_deref() {
        None => 1,
        Some("two" | "2") => 2,
        Some(_) => 3,
    };
    let last = found.name("c").is_some_and(|c| c.as_str().to_ascii_lowercase().starts_with("20th"))
        || found.name("c").is_some_and(|c| c.as_str().eq_ignore_ascii_case("twentieth"));
    let start = if last { 1900 } else { 2000 };
    let year = |year| Point::year(Year::Said(year));
    Some(Shape::Span(year(start + 1), year(start + 10 * count)))
}

fn same_period(found: &Captures<'_>) -> Option<Shape> {
    Some(Shape::SamePeriod(year_of(found)))
}

fn bare_year(found: &Captures<'_>) -> Option<Shape> {
    year_shape(year_of(found))
}

pub(super) fn latin(folded: &Folded) -> Vec<Found> {
    static FORMS: LazyLock<Vec<(Regex, Build, bool)>> = LazyLock::new(|| {
        let compiled = |forms: Vec<(String, Build)>, is_bare| {
            forms.into_iter().map(move |(form, build)| (pattern(&form), build, is_bare))
        };
        compiled(forms(), false).chain(compiled(forms_of_bare_years(), true)).collect()
    });
    let is_chinese = folded.chars.iter().any(|c| is_han(*c));
    let mut found = Vec::new();
    for (form, build, is_bare) in FORMS.iter() {
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
            if is_stretch(folded, start, end) {
                continue;
            }
            if !is_said_right(folded, &shape, start, end) {
                continue;
            }
            // 113-10-23 elsewhere is a number of something.
            if is_of_taiwan(&shape) && !is_chinese {
                continue;
            }
            let is_weekday = matches!(shape, Shape::Weekday(..));
            if is_weekday && !is_day_of_week(folded, start, end) {
                continue;
            }
            if stands_free(folded, start, end) && (!is_bare || is_bare_year(folded, year_at, end)) {
                found.push(Found { start, end, shape, latin: true });
            }
        }
    }
    found
}

/// A pattern that is written here: one with a slip is no pattern that finds nothing, but a fault.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are regular ones")
}

/// Whether what stands around a match leaves it a date: no longer number, no page range, no unit.
fn stands_free(folded: &Folded, start: usize, end: usize) -> bool {
    static PAGES: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)(?:\bpp?\.?|\bpages?|页|[0-9)] ?:|\),) ?$"));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if folded.at(start).is_some_and(|c| c.is_ascii_digit()) {
        let before = folded.before(start);
        let two = start.checked_sub(2).and_then(|i| folded.at(i));
        let name = before == Some('-')
            && two.is_some_and(char::is_alphanumeric)
            && !is_prefixed(folded, start);
        let number = matches!(before, Some('.' | ',' | '/' | ':' | '#' | '_')) && digit(two);
        let money = matches!(before, Some('$' | '€' | '£' | '¥' | '/' | '#' | '_' | '第'));
        if name || number || money {
            return false;
        }
        if PAGES.is_match(folded.lead(start, 12))
            && folded.rest(start).chars().take(end - start).any(|c| c == '-')
        {
            return false;
        }
    }
    // 1700 BC: years before our era are not told by English.
    let words = folded.rest(folded.skip_spaces(end));
    if ["BC", "B.C"].iter().any(|era| words.starts_with(era)) {
        return false;
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

/// pre-2014, post-1998.
fn is_prefixed(folded: &Folded, start: usize) -> bool {
    let head = folded.lead(start, 6).to_ascii_lowercase();
    ["mid-", "pre-", "post-", "early-", "late-", "end-"].iter().any(|p| head.ends_with(p))
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
    static AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(NOT_A_YEAR_AFTER));
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| pattern(COUNTED_BEFORE));
    let Some((year, _)) = numerals::year_digits(&folded.chars, start) else {
        return false;
    };
    if !(1600..=2099).contains(&year) {
        return false;
    }
    if AFTER.is_match(folded.lead(start, 80)) {
        return false;
    }
    let counted = COUNTED.is_match(folded.lead(start, 12));
    if counted || folded.eat_any(end, COUNTED_AFTER).is_some() {
        return false;
    }
    let before = folded.before(start);
    if before == Some('-') {
        return is_prefixed(folded, start);
    }
    if before.is_some_and(|c| matches!(c, '.' | '/' | '#' | '_' | '+' | '=' | '*')) {
        return false;
    }
    // 1003-7411(2023)02: the number of an article.
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let two = start.checked_sub(2).and_then(|i| folded.at(i));
    if before == Some('(') && digit(two) && digit(folded.at(end + 1)) {
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

/// Whether the words around a match leave it what it seems: "on the 7th", but not "the 7th Fleet"; "the
/// mid-80s", but not "in his mid-80s"; "this fall", but not "this fall in prices".
fn is_said_right(folded: &Folded, shape: &Shape, start: usize, end: usize) -> bool {
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\b(?:nos?|nr|number|case|docket|file|ref)\.? ?$"));
    let lead = folded.lead(start, 8).to_ascii_lowercase();
    let after = |words: &[&str]| words.iter().any(|word| lead.ends_with(word));
    match shape {
        Shape::Point(Point { year: Year::Unsaid, month: Month::Unsaid, day: Some(_) }) => {
            const GOES_ON: &[&str] = &[" and ", " when ", " but ", " at ", " to ", " as "];
            let closed = folded.at(end).is_none_or(|c| ",.;:)-".contains(c))
                || folded.eat_any(end, GOES_ON).is_some();
            let hyphen = folded.at(end) == Some('-') && folded.at(end + 1) != Some('-');
            after(&["on ", "by ", "until ", "from ", "since "]) && closed && !hyphen
        }
        Shape::Span(a, b) if a.is_year() && b.is_year() && folded.eat(end - 1, "s").is_some() => {
            !after(&["his ", "her ", "their ", "my ", "your ", "our "])
        }
        // "the following June 30" says its day.
        Shape::Nearest(_, 1, _) => {
            let next = folded.at(folded.skip_spaces(end));
            !next.is_some_and(|c| c.is_ascii_digit())
        }
        Shape::Today(0) => is_this_day(folded, start, end),
        // "the year before the war" and "the year before he came" are told by what comes then.
        Shape::Point(Point { year: Year::Previous, month: Month::Unsaid, day: None })
            if folded.head(end).ends_with("before") =>
        {
            folded.at(end).is_none_or(|c| ",.;:)".contains(c))
        }
        // "the year after the war" is told by what came before; "and the year after told them so" is not.
        Shape::Point(Point { year: Year::Last(1), month: Month::Unsaid, day: None })
            if folded.head(end).ends_with("after") =>
        {
            let (word, _) = numerals::word_at(&folded.chars, folded.skip_spaces(end));
            folded.at(end).is_none_or(|c| ",.;:)".contains(c)) || DONE.contains(&word.as_str())
        }
        // "said that May was late": there it begins a clause.
        Shape::Point(Point { year: Year::Last(0), month: Month::Said(_), day: None })
            if folded.eat_any(start, &["that ", "That "]).is_some() =>
        {
            const GOES_ON: &[&str] =
                &[" and ", " but ", " when ", " after ", " in ", " at ", " to "];
            folded.at(end).is_none_or(|c| ",.;:)".contains(c))
                || folded.eat_any(end, GOES_ON).is_some()
        }
        // "the last three years of the war" are others, and so is "the last quarter of" a year.
        Shape::Past(_) | Shape::Quarter(_) => folded.eat(end, " of ").is_none(),
        // "Case No. 2013-19" is the nineteenth of its year.
        Shape::Span(..) => !NUMBERED.is_match(folded.lead(start, 16)),
        Shape::Nearest(9, 3, Side::This) => folded.eat_any(end, &[" in ", " of "]).is_none(),
        _ => true,
    }
}

/// Whether "today" is the day of the news: "today announced", "said today", "from today". Mostly it means
/// "nowadays".
fn is_this_day(folded: &Folded, start: usize, end: usize) -> bool {
    const BEFORE: &[&str] =
        &["from ", "earlier ", "later ", "early ", "late ", "until ", "as of ", "effective "];
    let is_done = |word: &str| DONE.iter().any(|verb| word.eq_ignore_ascii_case(verb));
    let lead = folded.lead(start, 20).to_ascii_lowercase();
    let is_marked = BEFORE.iter().any(|word| lead.ends_with(word));
    // What is said today is said nowadays.
    let mut words = lead.trim_end().rsplit(' ');
    let is_after_verb = words.next().is_some_and(is_done)
        && !words.next().is_some_and(|word| matches!(word, "is" | "are" | "be" | "been"));
    let (mut word, after) = numerals::word_at(&folded.chars, folded.skip_spaces(end));
    // "today unanimously adopted".
    if word.ends_with("ly") || word == "also" {
        word = numerals::word_at(&folded.chars, folded.skip_spaces(after)).0;
    }
    // "Today, nine states signed it": what is so nowadays is told otherwise.
    let sentence: String = folded.rest(end).chars().take(90).collect();
    let clause = sentence.split(['.', ';', ':']).next().unwrap_or_default();
    let is_opening = folded.eat(start, "Today").is_some()
        && folded.at(end) == Some(',')
        && clause.split(' ').any(|word| is_done(word) && !matches!(word, "called" | "held"));
    // "tonight" and "this morning" are of a day in any case.
    let is_day = !folded.rest(start).to_ascii_lowercase().starts_with("today");
    is_day || is_marked || is_after_verb || is_opening || is_done(&word)
}

/// What news says was done today. Verbs whose form may as well tell of a state ("children today aged ten") are left
/// out.
const DONE: &[&str] = &[
    "adopted",
    "agreed",
    "announced",
    "appealed",
    "appointed",
    "approved",
    "arrested",
    "arrived",
    "began",
    "called",
    "concluded",
    "condemned",
    "confirmed",
    "decided",
    "declared",
    "denied",
    "died",
    "elected",
    "gave",
    "held",
    "issued",
    "launched",
    "met",
    "opened",
    "ordered",
    "passed",
    "pledged",
    "published",
    "ratified",
    "rejected",
    "released",
    "reported",
    "resigned",
    "said",
    "sentenced",
    "signed",
    "struck",
    "told",
    "took",
    "unveiled",
    "urged",
    "voted",
    "warned",
    "welcomed",
    "won",
];

/// Whether a date is of Taiwan's calendar.
fn is_of_taiwan(shape: &Shape) -> bool {
    matches!(shape, Shape::Point(Point { year: Year::Era(..), .. }))
}

/// "within the next year", "the year's last week": so long from now, or a part of something else, and
/// no calendar's year, month or week of its own.
fn is_stretch(folded: &Folded, start: usize, end: usize) -> bool {
    let words = [
        "last year",
        "next year",
        "last month",
        "next month",
        "last week",
        "next week",
        "last quarter",
        "next quarter",
    ];
    let lead = folded.lead(start, 4).to_ascii_lowercase();
    (lead == "the " || lead.ends_with("'s "))
        && folded.eat_any(start, &words).is_some_and(|(_, after)| after == end)
}

/// "on Thursday", but not "every Thursday", "Bloody Sunday" or the "Sunday Times".
fn is_day_of_week(folded: &Folded, start: usize, end: usize) -> bool {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:every|each|first|second|third|fourth|fifth|black|bloody|good|easter|ash|super|cyber|most) $|[-/]$",
        )
    });
    let named = NAMED.is_match(folded.lead(start, 10));
    const TITLES: &[&str] = &[
        " Times",
        " Telegraph",
        " Express",
        " Mirror",
        " Mail",
        " Post",
        " Herald",
        " School",
        " Massacre",
        " Agreement",
    ];
    let title = folded.eat_any(end, TITLES).is_some();
    !(named || title || matches!(folded.at(end), Some('s' | '-' | '/')))
}

/// What a bare English month must stand after to be one ("in March", not "March on").
pub(super) fn month_is_said(folded: &Folded, start: usize) -> bool {
    static SAID_AFTER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:in|since|by|until|till|from|late|early|mid|last|this|next|during|before|after|of|between|throughout)[ -]$",
        )
    });
    SAID_AFTER.is_match(folded.lead(start, 16))
}

/// Web addresses and identifiers, whose digits are no dates.
pub(super) fn addresses(folded: &Folded) -> Vec<(usize, usize)> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)(?:https?://|www\.|doi:|10\.[0-9]{4,}/)[!-~]+|\bIS[SB]N[: ]*[0-9X -]+")
    });
    ADDRESS
        .find_iter(&folded.text)
        .map(|found| (folded.index_of(found.start()), folded.index_of(found.end())))
        .collect()
}
