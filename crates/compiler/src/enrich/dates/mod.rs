//! Calendar references in passages, as EDTF.
//!
//! A passage is read twice over its folded text: a scanner for the Chinese forms, whose parts
//! (year, month, day, from–to) combine freely, and regular expressions for the numeric and English
//! ones. What was read is then placed in the order of the text, because a reference such as 同年 or
//! 12月16日 means something only after the date before it. What can't be placed is left out of
//! [`find_dates`] and given by [`unplaced_dates`] for an editor to mend.

mod chinese;
mod latin;
mod placing;
#[cfg(test)]
mod tests;
mod words;

use super::numerals::{self, Folded};

use chinese::Scanner;
use latin::{addresses, latin, month_is_said};
use placing::Placing;

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

fn span(year: Year, months: (u8, u8)) -> Shape {
    Shape::Span(Point::month(year, months.0), Point::month(year, months.1))
}

fn is_year(year: i32) -> bool {
    (1000..=2199).contains(&year)
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
