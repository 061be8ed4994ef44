//! Calendar references in passages, as EDTF.
//!
//! A passage is read twice over its folded text: a scanner for the Chinese forms, whose parts
//! (year, month, day, from–to) combine freely, and regular expressions for the numeric and English
//! ones. What was read is then placed in the order of the text, because a reference such as 同年 or
//! 12月16日 means something only after the date before it. What can't be placed is left out of
//! [`find_dates`], and [`read_dates`] gives it beside them, with the reason, for a curator to mend.

mod chinese;
mod latin;
mod placing;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use vitrine_corpus::edtf::days_in;

use super::numerals::{self, Folded};

use chinese::Scanner;
use latin::{addresses, latin, month_is_said};
use placing::{Placing, Standing};
use words::{BOUND_AFTER, COMPARED, COMPARED_LATIN, SAME_TIME};

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

/// Whether something is only compared with the date at this place of a text: 較2023年同期. Nothing is told of it.
pub(crate) fn is_compared(text: &str, span: &Range<usize>) -> bool {
    /// So many characters before a date say it.
    const LEAD: usize = 16;
    let before = text[..span.start].trim_end();
    let lead = before.char_indices().rev().take(LEAD).last().map_or(0, |(at, _)| at);
    let lead: String = Folded::new(&before[lead..]).chars.iter().collect();
    let (own, after) = (&text[span.clone()], &text[span.end..]);
    let same_time = |word: &&str| own.contains(*word) || after.starts_with(*word);
    COMPARED.iter().chain(COMPARED_LATIN).any(|word| lead.ends_with(word))
        || SAME_TIME.iter().any(same_time)
}

/// The dates of a text in order, and what looks like one and can't be placed.
#[derive(Debug, Default)]
pub struct Dates {
    pub placed: Vec<DateMention>,
    pub unplaced: Vec<Unplaced>,
}

/// What looks like a calendar reference, and is at no known place of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    pub start: usize,
    pub end: usize,
    pub why: Why,
}

/// Why a date can't be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is of no known year, or of no known month.
    Unknown,
    /// The calendar has no such day: 2月30日.
    NoSuchDay,
    /// It ends before it begins, or where it begins: 2017年至2006年.
    NoStretch,
}

/// Finds the dates of `text` in order; updates `context.last`.
pub fn find_dates(text: &str, context: &mut DateContext) -> Vec<DateMention> {
    read_dates(text, context).placed
}

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
    /// The one before the last year named, or before the document's: 上年, "the previous year".
    Previous,
    /// The last one before the document in which the month has been: "last March".
    Recent,
    /// The first one after the document in which the month is to be: "next March".
    Coming,
    /// The one that is spoken of, else the document's: 年底, "the end of the year".
    Present,
    Unsaid,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Month {
    Said(u8),
    Document(i32),
    /// So many months from the last one named.
    Last(i32),
    /// The month before the last one named, or before the document's.
    Previous,
    /// The one that is spoken of, else the document's: 月底.
    Present,
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

    /// A day that no year has: 2月30日.
    fn is_never(&self) -> bool {
        /// A leap year has all days there are.
        const LEAP: i32 = 2000;
        matches!((self.month, self.day), (Month::Said(month), Some(day)) if day > days_in(LEAP, month))
    }

    /// The last month of a year, as 2024年底 is told.
    fn is_year_end(&self) -> bool {
        self.month == Month::Said(12) && self.day.is_none()
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
    /// 一年后, "two months later": so long after the last date named, told to the month at most.
    Step(i32, Unit),
    /// "the following spring", "last summer", "the next March": the first month, how many there are,
    /// and which of all that come every year.
    Nearest(u8, u8, Side),
    /// 过去五年, "the past three years": so many up to the document's.
    Past(i32),
    /// "the rest of the decade", from the document's year on.
    RestOfDecade,
    /// A point that is said in passing, so that what follows is not of its year: "two years ago".
    Passing(Point),
    /// 昨天, 明日: so many days from the document's own.
    Today(i32),
    /// A day of the week, Monday being 0, and in which week.
    Weekday(u8, Week),
    /// So many weeks from the document's, from Monday to Sunday: 上周, "last week".
    Week(i32),
    /// So many quarters from the document's: 上季度, "last quarter".
    Quarter(i32),
    /// A number of months that only counts as a date beside another (January–March 2024).
    Weak(Point),
}

/// What a step in time is counted in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Years,
    Months,
    Days,
}

/// Which of the months or seasons that come every year.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    /// The first after the last date named.
    After,
    /// The last before it.
    Before,
    /// The last that was over by the document's date.
    Past,
    /// The document's own, or that of its year.
    This,
    /// The first after the document's date.
    Next,
}

/// The week of a weekday.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Week {
    /// The last such day up to the document's own, as news says it: "on Thursday".
    Recent,
    /// So many weeks from the document's: 上周三.
    Counted(i32),
    /// The first such day after the document's: "next Friday".
    Next,
    /// The last such day before the document's: "last Friday".
    Past,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    start: usize,
    end: usize,
    shape: Shape,
    /// May be joined to a neighbour by "to".
    latin: bool,
}

fn span(year: Year, months: (u8, u8)) -> Shape {
    Shape::Span(Point::month(year, months.0), Point::month(year, months.1))
}

fn is_year(year: i32) -> bool {
    (1000..=2199).contains(&year)
}

/// The year after one that is said in whatever way.
fn year_after(year: Year) -> Year {
    match year {
        Year::Said(year) => Year::Said(year + 1),
        Year::Era(year, name) => Year::Era(year + 1, name),
        Year::Document(years) => Year::Document(years + 1),
        Year::Last(years) => Year::Last(years + 1),
        Year::Previous => Year::Last(0),
        other => other,
    }
}

/// Months of a year, or of that year and the next: winter goes on into it.
fn season(year: Year, (from, to): (u8, u8)) -> Shape {
    let last = if to < from { year_after(year) } else { year };
    Shape::Span(Point::month(year, from), Point::month(last, to))
}

/// So many years, months, weeks or days before the document's own date, and perhaps some months more. Tens of years
/// are no exact number.
fn time_ago(count: i32, unit: &str, months: Option<i32>) -> Option<Shape> {
    let month = |months: i32| {
        Shape::Passing(Point { year: Year::Unsaid, month: Month::Document(-months), day: None })
    };
    match (unit, months) {
        ("year", Some(months)) => Some(month(12 * count + months)),
        ("year", None) if count % 10 == 0 => None,
        ("year", None) => Some(Shape::Passing(Point::year(Year::Document(-count)))),
        ("month", None) => Some(month(count)),
        ("week", None) => Some(Shape::Week(-count)),
        ("day", None) => Some(Shape::Today(-count)),
        _ => None,
    }
}

/// The part of a decade that its words name, as the last figure of the first year and of the last.
/// How far each goes is nowhere written; so are they mostly meant.
fn part_of_decade(words: &str) -> (i32, i32) {
    match words.to_ascii_lowercase().as_str() {
        "early" | "初" | "初期" => (0, 3),
        "mid" | "中" | "中期" | "中叶" => (4, 6),
        "late" | "末" | "末期" => (7, 9),
        "后期" => (5, 9),
        _ => (0, 9),
    }
}

// ---- putting the readings together --------------------------------------------------------------------

fn readings(folded: &Folded, traditional: bool) -> Vec<Found> {
    let mut found = Scanner::new(folded, traditional).scan();
    found.extend(latin(folded));
    let addresses = addresses(folded);
    found.retain(|f| {
        let first = addresses.partition_point(|(_, end)| *end <= f.start);
        addresses.get(first).is_none_or(|(start, _)| *start >= f.end)
    });
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
    beside_no_date(folded, &mut found);
    said_after(folded, &mut found);
    listed_after(folded, &mut found);
    join(folded, found)
}

/// Drops weekdays that stand beside the date they belong to: "Thursday, 12 September", 周二(13日).
fn beside_no_date(folded: &Folded, found: &mut Vec<Found>) {
    let is_weekday = |f: &Found| matches!(f.shape, Shape::Weekday(..));
    let near = |from: usize, to: usize| {
        to.checked_sub(from).is_some_and(|gap| gap <= 2)
            && (from..to).all(|i| folded.at(i).is_some_and(|c| " ,(".contains(c)))
    };
    let all = found.clone();
    let mut n = 0_usize;
    found.retain(|f| {
        let before = n.checked_sub(1).and_then(|n| all.get(n));
        let after = all.get(n + 1);
        n += 1;
        let beside = before.is_some_and(|b| !is_weekday(b) && near(b.end, f.start))
            || after.is_some_and(|a| !is_weekday(a) && near(f.end, a.start));
        !(is_weekday(f) && beside)
    });
}

/// "in January and February 2024", "on 5 March, 7 April and 9 May 2024": the year said at the end of
/// a list holds for all of it.
fn said_after(folded: &Folded, found: &mut [Found]) {
    for n in (1..found.len()).rev() {
        let (a, b) = (found[n - 1], found[n]);
        let (Shape::Point(from) | Shape::Weak(from), Shape::Point(to)) = (a.shape, b.shape) else {
            continue;
        };
        let between: String = folded.chars.get(a.end..b.start).unwrap_or_default().iter().collect();
        let listed = matches!(between.trim(), "," | "and" | ", and" | "or" | "&");
        let unsaid = from.year == Year::Unsaid && from.month != Month::Unsaid;
        let said = matches!(to.year, Year::Said(_)) && to.month != Month::Unsaid;
        if a.latin && b.latin && listed && unsaid && said {
            found[n - 1].shape = Shape::Point(Point { year: to.year, ..from });
        }
    }
}

/// "in May, June and July": a bare month in a list of months is one as surely as the first.
fn listed_after(folded: &Folded, found: &mut [Found]) {
    for n in 0..found.len() {
        let Shape::Weak(point) = found[n].shape else {
            continue;
        };
        let (start, end) = (found[n].start, found[n].end);
        let before = n.checked_sub(1).map(|n| found[n]);
        let listed = before.is_some_and(|before| {
            let between = folded.chars.get(before.end..start).unwrap_or_default();
            let between: String = between.iter().collect();
            let is_list = matches!(between.as_str(), ", " | " and " | ", and " | " or ");
            let is_month = matches!(before.shape, Shape::Point(point)
                if point.month != Month::Unsaid && point.day.is_none());
            // "in April, May said".
            let goes_on = folded.at(end) != Some(' ')
                || folded.eat_any(end, &[" and ", " or ", " of ", " to "]).is_some();
            before.latin && is_list && is_month && goes_on
        });
        if listed || month_is_said(folded, start) {
            found[n].shape = Shape::Point(point);
        }
    }
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
    joined.retain(|f| !matches!(f.shape, Shape::Weak(_)));
    joined
}

fn joint(folded: &Folded, a: &Found, b: &Found) -> Option<Found> {
    let ends = |shape| match shape {
        Shape::Point(point) | Shape::Weak(point) => Some((point, point)),
        Shape::Span(from, to) => Some((from, to)),
        _ => None,
    };
    let both_spans = matches!((a.shape, b.shape), (Shape::Span(..), Shape::Span(..)));
    let one_span = matches!(a.shape, Shape::Span(..)) != matches!(b.shape, Shape::Span(..));
    let ((from, from_end), (_, to)) = (ends(a.shape)?, ends(b.shape)?);
    // 2010Q1–2019Q4, "the 1980s to 1990s"; but two intervals that "and" links stay two.
    if one_span || (both_spans && from_end.is_year() != to.is_year()) {
        return None;
    }
    if !(a.latin && b.latin) || b.start - a.end > 12 {
        return None;
    }
    let between: String = folded.chars.get(a.end..b.start)?.iter().collect();
    let head = folded.lead(a.start, 12).to_ascii_lowercase();
    let linked = match between.trim() {
        "-" | "--" | "to" | "through" | "until" | "till" => true,
        "and" => head.ends_with("between ") && !both_spans,
        _ => false,
    };
    // No date is kept of so many years: the two ends are dates of their own.
    if let (Year::Said(first), Year::Said(last)) = (from.year, to.year)
        && from.is_year()
        && last - first >= super::LONGEST as i32
        && !both_spans
    {
        return None;
    }
    // "5 March to 2024" is no interval; months and days go with their like, but for "between 5 March
    // 2023 and 2024".
    let between_years = head.ends_with("between ")
        && matches!((from.year, to.year), (Year::Said(_), Year::Said(_)));
    let alike = from.is_year() == to.is_year() || between_years;
    (linked && alike).then_some(Found {
        start: a.start,
        end: b.end,
        shape: Shape::Span(from, to),
        latin: true,
    })
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

/// Whether a date is only the bound of a time: 2030年以前, 1989年以来, 期限是2030年1月, 始于1989年. A 同年
/// after it is of another.
fn is_bound(folded: &Folded, found: &Found) -> bool {
    let lead = folded.lead(found.start, 4);
    folded.eat_any(found.end, &["以来", "以前", "之前"]).is_some()
        || BOUND_AFTER.iter().any(|word| lead.ends_with(word))
}

/// Whether a date is only what another is compared with: 较2022年末, "the highest since", 创去年7月以来最高.
fn stands_compared(folded: &Folded, found: &Found) -> bool {
    let after: String = folded.rest(found.end).chars().take(30).collect();
    let record = after.split_once("以来").is_some_and(|(between, rest)| {
        let rest: String = rest.chars().take(8).collect();
        !between.contains([',', '。', ';', '年'])
            && ["最", "新高", "新低", "首次", "首度", "首见"].iter().any(|word| rest.contains(word))
    });
    record || COMPARED.iter().any(|word| folded.lead(found.start, 4).ends_with(word))
}

/// Whether a passage has hardly begun: what is counted there, is counted from a passage before.
fn is_opening(folded: &Folded, start: usize) -> bool {
    /// A word or two may stand before: "But two months later".
    const NEAR: usize = 8;
    start <= NEAR && !folded.head(start).contains([',', '。', '.', '?', '!', ';', ':'])
}

/// Whether something is told to have come by a date: "by mid-June", 截至6月.
fn is_closing(folded: &Folded, start: usize) -> bool {
    let lead = folded.lead(start, 6).to_ascii_lowercase();
    let is_word = lead.strip_suffix("by ").is_some_and(|rest| !rest.ends_with(char::is_alphabetic));
    is_word
        || ["until ", "as of ", "截至", "截止", "直到", "直至"]
            .iter()
            .any(|word| lead.ends_with(word))
}

/// [`find_dates`], with what can't be placed.
pub fn read_dates(text: &str, context: &mut DateContext) -> Dates {
    let folded = Folded::new(text);
    let asides = asides(&folded);
    let mut placing = Placing::new(context);
    let mut dates = Dates::default();
    // How the date before stood, and where it ended.
    let mut before = (Standing::Told, 0);
    for found in readings(&folded, numerals::is_traditional(text)) {
        let (start, end) = (folded.origin(found.start), folded.origin(found.end));
        let between: String =
            folded.chars.get(before.1..found.start).unwrap_or_default().iter().collect();
        let listed =
            before.0 == Standing::Compared && ["、", "和", "及", "与"].contains(&between.as_str());
        let standing = if listed || stands_compared(&folded, &found) {
            Standing::Compared
        } else if asides.get(found.start).copied().unwrap_or(false) || is_bound(&folded, &found) {
            Standing::Aside
        } else {
            Standing::Told
        };
        before = (standing, found.end);
        placing.opens = is_opening(&folded, found.start);
        placing.closes = is_closing(&folded, found.start);
        match placing.place(found.shape, &text[start..end], standing) {
            Ok((edtf, resolved_from)) => {
                dates.placed.push(DateMention { start, end, edtf, resolved_from });
            }
            Err(_) if is_unplaced_day(found.shape) || is_back_then(&found) => {}
            Err(why) => dates.unplaced.push(Unplaced { start, end, why }),
        }
    }
    context.last = placing.last;
    dates
}

/// 次日, 昨天, weekdays and steps that nothing places: a date of the document to the day would, which few
/// have.
fn is_unplaced_day(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Day(_)
            | Shape::Today(_)
            | Shape::Weekday(..)
            | Shape::Week(_)
            | Shape::Step(..)
            | Shape::Nearest(..)
            | Shape::Past(_)
            | Shape::RestOfDecade
            | Shape::Quarter(_)
            | Shape::SamePeriod(Year::Last(_))
    )
}

/// 当年 and the like without a date before them mean "in those days": nothing to mend.
fn is_back_then(found: &Found) -> bool {
    matches!(found.shape, Shape::Point(point) if point.is_year() && matches!(point.year, Year::Last(_)))
}
