//! Placing what was read: a reference such as 同年 or 12月16日 means something only after the date
//! before it, or by the date of its document.

use vitrine_corpus::edtf::days_in;

use super::{DateContext, Month, Point, Shape, Side, Unit, Week, Why, Year};

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

    /// Days since 1970-01-01; an unknown month or day counts as the first.
    fn day_number(&self) -> i64 {
        let (year, month, day) = self.first();
        // Years from March, so that the leap day is a year's last.
        let year = i64::from(year) - i64::from(month <= 2);
        let from_march = i64::from((month + 9) % 12);
        let day_of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        year * 365 + leaps + day_of_year - 719_468
    }

    /// The day so many days after 1970-01-01.
    fn of_day_number(days: i64) -> Placed {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let day_of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Placed { year: year as i32, month: Some(month as u8), day: Some(day as u8) }
    }

    /// The first such day that is not before this one: from the 30th to the 2nd goes on into the next month.
    fn on_or_after(self, day: Option<u8>) -> Placed {
        let (year, month) = match self.month.filter(|_| day < self.day) {
            None => (self.year, self.month),
            Some(12) => (self.year + 1, Some(1)),
            Some(month) => (self.year, Some(month + 1)),
        };
        Placed { year, month, day }
    }

    fn first(&self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(&self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }
}

/// A century or more: no month that follows is of its last year.
fn is_centuries(a: Point, b: Point) -> bool {
    let long = |from: i32, to: i32| to - from >= 99;
    matches!((a.year, b.year), (Year::Said(from), Year::Said(to)) if long(from, to))
        && a.is_year()
        && b.is_year()
}

/// The day of the week, Monday being 0.
fn weekday_of(day_number: i64) -> i64 {
    (day_number + 3).rem_euclid(7)
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

/// How a date stands in its passage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Standing {
    /// In the sentence: what follows is told from it.
    Told,
    /// In brackets or a title, or as the bound of a time.
    Aside,
    /// Only for comparison: 较2022年末.
    Compared,
}

/// What has been read so far, while the dates of one passage are placed.
pub(super) struct Placing<'c> {
    context: &'c DateContext,
    document: Option<Placed>,
    /// The last date of this passage, and the words it was named with.
    here: Option<(Placed, String)>,
    /// Whether that date was counted from the document's: then a day after it is too.
    here_is_relative: bool,
    /// Whether that date was said to be of last year.
    here_is_of_last_year: bool,
    /// Whether the passage begins with what is placed: then it may be counted from the passage before.
    pub(super) opens: bool,
    /// Whether something is told to have come by what is placed: "by mid-June".
    pub(super) closes: bool,
    /// The months the last date or interval covered, and its words, for 同期.
    months: Option<((u8, u8), String)>,
    pub(super) last: Option<(i32, Option<u8>)>,
}

/// What is known, and how; none if nothing tells the year, the month or the day that it is counted from.
type Answer<T> = Option<(T, Option<String>)>;

impl<'c> Placing<'c> {
    pub(super) fn new(context: &'c DateContext) -> Self {
        let document = context.document.as_deref().and_then(parse_document);
        Self {
            context,
            document,
            here: None,
            here_is_relative: false,
            here_is_of_last_year: false,
            opens: false,
            closes: false,
            months: None,
            last: context.last,
        }
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
            Year::Previous => match &self.here {
                Some((placed, words)) => {
                    Some((placed.year - 1, Some(format!("the year before that of {words}"))))
                }
                // Not the last year, but the one before that which is spoken of: 上年, in January's paper on a year
                // that is over.
                None => {
                    let document = self.document?;
                    let is_last = |(year, _): &(i32, _)| *year == document.year - 1;
                    if let Some((year, _)) = self.context.last.filter(is_last) {
                        let words = format!("the year before the last one named before, {year}");
                        return Some((year - 1, Some(words)));
                    }
                    let year = document.year - 1;
                    Some((year, Some(format!("{year}: {}", self.document_words()))))
                }
            },
            Year::Recent => {
                let (document, month) = (self.document?, month?);
                let year = document.year - i32::from(month >= document.month?);
                Some((year, Some(format!("{year}: {}", self.document_words()))))
            }
            Year::Coming => {
                let (document, month) = (self.document?, month?);
                let is_over = document.month.is_none_or(|now| month <= now);
                let year = document.year + i32::from(is_over);
                Some((year, Some(format!("{year}: {}", self.document_words()))))
            }
            // 年底 in a dated document is of that year.
            Year::Present => self.unsaid_year(self.document.and_then(|d| d.month)),
            Year::Unsaid => self.unsaid_year(month),
        }
    }

    /// The year of a month or day without one: of the date before it in the passage; else of a
    /// document dated as news is, to the month; else of the last date before; else the document's.
    fn unsaid_year(&self, month: Option<u8>) -> Answer<i32> {
        let news = self.document.and_then(|document| {
            let (now, month) = (document.month?, month?);
            // News of December in January's paper is last year's.
            let past = month > now && month - now > 6;
            let year = document.year - i32::from(past);
            Some((year, Some(format!("{year}: {}", self.document_words()))))
        });
        if let Some((placed, words)) = &self.here {
            // Also where January's paper has named a day of this year before.
            let is_past = |news: &(i32, _)| news.0 < placed.year;
            let is_now = self.document.is_some_and(|document| document.year == placed.year);
            // "Since June of last year …, and in April": no month before the one just told, if April is over.
            let goes_on = self.here_is_of_last_year
                && self.document.is_some_and(|document| {
                    month < placed.month && month.is_some() && month < document.month
                });
            // What has come by June, came after what was told of the autumn before.
            let comes_after = self.closes
                && month < placed.month
                && month.is_some()
                && self.document.is_none_or(|document| {
                    (placed.year + 1, month) <= (document.year, document.month.or(Some(12)))
                });
            if comes_after {
                let words = format!("the year after that of {words} before it");
                return Some((placed.year + 1, Some(words)));
            }
            return news
                .filter(|news| is_now && is_past(news) || goes_on && !is_past(news))
                .or_else(|| Some((placed.year, Some(format!("the year of {words} before it")))));
        }
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
            Month::Previous => {
                let here = self.here.as_ref().and_then(|(here, _)| Some((here.year, here.month?)));
                let (year, month) = match (here, self.document) {
                    (Some(here), _) => here,
                    (None, document) => document.and_then(|d| Some((d.year, d.month?)))?,
                };
                let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
                let words = here.and(self.here.as_ref());
                let how = words.map_or_else(
                    || self.document_words(),
                    |(_, words)| format!("the month before {words}"),
                );
                Some((Placed { year, month: Some(month), day }, Some(how)))
            }
            Month::Present => {
                let month = if self.here.as_ref().is_some_and(|(here, _)| here.month.is_some()) {
                    Month::Last(0)
                } else {
                    Month::Document(0)
                };
                self.point(Point { month, ..point })
            }
            Month::Last(later) => {
                let (placed, words) = self.date_before()?;
                let months = placed.year * 12 + i32::from(placed.month?) - 1 + later;
                let month = months.rem_euclid(12) as u8 + 1;
                let placed = Placed { year: months.div_euclid(12), month: Some(month), day };
                let how = match later {
                    0 => "the month of",
                    1.. => "the month after",
                    _ => "the month before",
                };
                Some((placed, Some(format!("{how} {words} before it"))))
            }
        }
    }

    fn day_alone(&self, day: u8) -> Answer<Placed> {
        if let Some((placed, words)) =
            self.here.as_ref().filter(|(here, _)| here.month.is_some() && !self.here_is_relative)
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
        // "June to August 2024", "from June to August last year": the year is said at the end.
        let is_said_last =
            a.year == Year::Unsaid && matches!(b.year, Year::Said(_) | Year::Document(_));
        let a = if is_said_last { Point { year: b.year, ..a } } else { a };
        let (mut from, how) = self.point(a)?;
        let mut to = match (b.year, b.month) {
            (Year::Unsaid, Month::Unsaid) => from.on_or_after(b.day),
            (Year::Unsaid, Month::Said(month)) => Placed { month: Some(month), day: b.day, ..from },
            _ => self.point(b)?.0,
        };
        // "November to March"; but what ends in the month it began in, and before it began, is a slip.
        if b.year == Year::Unsaid && to.month < from.month && to.last() < from.first() {
            to.year += 1;
        }
        // "November to March 2024" begins in the year before.
        if is_said_last && from.month > to.month && to.month.is_some() {
            from.year -= 1;
        }
        Some(((from, to), how))
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

    /// The last date of this passage; where the passage begins, that of the ones before it.
    fn date_before(&self) -> Option<(Placed, String)> {
        let before = || {
            let (year, month) = self.context.last.filter(|_| self.opens)?;
            Some((Placed { year, month, day: None }, "the last date named".to_owned()))
        };
        self.here.clone().or_else(before)
    }

    fn same_day(&self, later: i32) -> Answer<Placed> {
        let (placed, words) = self.here.as_ref()?;
        let how = match later {
            0 => "the day of",
            1.. => "the day after",
            _ => "the day before",
        };
        if placed.day.is_none() {
            // 六月中旬……翌日: of the same month, unless that is told as over.
            const LATE: &[&str] = &["底", "末", "下旬", "late", "Late", "end"];
            let is_late = LATE.iter().any(|word| words.contains(word));
            let is_of_month = later > 0 && placed.month.is_some() && !is_late;
            return is_of_month.then(|| (*placed, Some(format!("{how} one in {words}"))));
        }
        let day = Placed::of_day_number(placed.day_number() + i64::from(later));
        Some((day, Some(format!("{how} {words}"))))
    }

    /// So long after the last date named, as exactly as both are told: a year after a day is a month, several
    /// are a year, and a month after a year is nothing.
    fn step(&self, count: i32, unit: Unit) -> Answer<Placed> {
        let (placed, words) = self.date_before()?;
        let later = match (unit, placed.month) {
            (Unit::Years, _) if count > 1 => {
                Placed { year: placed.year + count, month: None, day: None }
            }
            (Unit::Years, month) => Placed { year: placed.year + count, month, day: None },
            (Unit::Months, month) => {
                let months = placed.year * 12 + i32::from(month?) - 1 + count;
                let month = months.rem_euclid(12) as u8 + 1;
                Placed { year: months.div_euclid(12), month: Some(month), day: None }
            }
            (Unit::Days, _) => {
                placed.day?;
                Placed::of_day_number(placed.day_number() + i64::from(count))
            }
        };
        Some((later, Some(format!("counted from {words} before it"))))
    }

    /// The month or season of every year that stands beside the last date named, or the document's: its
    /// first month and its last.
    fn nearest(&self, first: u8, months: u8, side: Side) -> Answer<(Placed, Placed)> {
        let here = || {
            let here = self.here.as_ref().map(|(placed, words)| {
                ((placed.year, placed.month), format!("counted from {words} before it"))
            });
            let before = || {
                let (year, month) = self.context.last?;
                Some(((year, month), format!("counted from the last date named before, {year}")))
            };
            here.or_else(before)
        };
        let ((year, month), how) = match side {
            Side::After | Side::Before => here()?,
            _ => self.document.map(|d| ((d.year, d.month), self.document_words()))?,
        };
        let count = |year: i32, month: u8| year * 12 + i32::from(month) - 1;
        let last = i32::from(months) - 1;
        // A year alone: the next spring after 1962 is one of 1963.
        let from = match (side, month) {
            (Side::This, None) => count(year, first),
            (Side::This, Some(month)) => {
                // In January, this winter is the one that has begun.
                let begun = count(year - 1, first) + last >= count(year, month);
                count(year - i32::from(begun), first)
            }
            (Side::Past, None) => return None,
            (Side::After | Side::Next, month) => {
                let after = count(year, month.unwrap_or(12));
                let this = count(year, first);
                if this > after { this } else { this + 12 }
            }
            (Side::Before | Side::Past, month) => {
                let before = count(year, month.unwrap_or(1));
                (0..3).map(|n| count(year, first) - 12 * n).find(|from| from + last < before)?
            }
        };
        let placed = |months: i32| Placed {
            year: months.div_euclid(12),
            month: Some(months.rem_euclid(12) as u8 + 1),
            day: None,
        };
        Some(((placed(from), placed(from + last)), Some(how)))
    }

    /// The quarter so many after the document's own.
    fn quarter(&self, later: i32) -> Answer<String> {
        let document = self.document?;
        let quarters = document.year * 4 + i32::from(document.month? - 1) / 3 + later;
        let (year, first) = (quarters.div_euclid(4), quarters.rem_euclid(4) * 3 + 1);
        Some((
            format!("{year:04}-{first:02}/{year:04}-{:02}", first + 2),
            Some(self.document_words()),
        ))
    }

    /// The years up to the document's own, or from it to the end of its decade.
    fn years_around(&self, shape: Shape) -> Answer<String> {
        let year = self.document?.year;
        let (first, last) = match shape {
            Shape::Past(years) => (year - years, year),
            _ => (year, year - year.rem_euclid(10) + 9),
        };
        Some((format!("{first:04}/{last:04}"), Some(self.document_words())))
            .filter(|_| first < last)
    }

    /// A day counted from the document's own, which must be dated to the day.
    fn document_day(&self, later: impl Fn(i64) -> i64) -> Answer<Placed> {
        let document = self.document.filter(|document| document.day.is_some())?;
        let today = document.day_number();
        let placed = Placed::of_day_number(today + later(today));
        Some((placed, Some(self.document_words())))
    }

    fn weekday(&self, day: u8, week: Week) -> Answer<Placed> {
        let day = i64::from(day);
        self.document_day(|today| {
            let now = weekday_of(today);
            match week {
                Week::Recent => -(now - day).rem_euclid(7),
                Week::Counted(weeks) => day - now + 7 * i64::from(weeks),
                Week::Past => -((now - day - 1).rem_euclid(7) + 1),
                Week::Next => (day - now - 1).rem_euclid(7) + 1,
            }
        })
    }

    /// [`span`](Self::span), if it is a stretch of time.
    fn stretch(&self, a: Point, b: Point) -> Result<((Placed, Placed), Option<String>), Why> {
        let ((from, to), how) = self.span(a, b).ok_or(Why::Unknown)?;
        if from.first() > to.last() || from == to {
            return Err(Why::NoStretch);
        }
        Ok(((from, to), how))
    }

    /// Places one reading and remembers it, unless it stands aside.
    pub(super) fn place(
        &mut self,
        shape: Shape,
        words: &str,
        standing: Standing,
    ) -> Result<(String, Option<String>), Why> {
        let there_is = |exists: bool| if exists { Ok(()) } else { Err(Why::NoSuchDay) };
        let relative =
            matches!(shape, Shape::Point(Point { month: Month::Document(_), day: None, .. }));
        let is_of_last_year = matches!(shape, Shape::Point(Point { year: Year::Document(-1), .. }));
        let (edtf, how, end, months) = match shape {
            Shape::Point(point) => {
                // Whatever its year is.
                there_is(!point.is_never())?;
                let (placed, how) = self.point(point).ok_or(Why::Unknown)?;
                there_is(placed.exists())?;
                (placed.edtf(), how, placed, placed.month.map(|m| (m, m)))
            }
            Shape::Day(later) => {
                let (placed, how) = self.same_day(later).ok_or(Why::Unknown)?;
                (placed.edtf(), how, placed, None)
            }
            Shape::Step(count, unit) => {
                let (placed, how) = self.step(count, unit).ok_or(Why::Unknown)?;
                (placed.edtf(), how, placed, None)
            }
            Shape::Nearest(month, months, side) => {
                let ((from, to), how) = self.nearest(month, months, side).ok_or(Why::Unknown)?;
                let edtf =
                    if from == to { from.edtf() } else { format!("{}/{}", from.edtf(), to.edtf()) };
                (edtf, how, to, None)
            }
            Shape::Passing(point) => {
                let (placed, how) = self.point(point).ok_or(Why::Unknown)?;
                return Ok((placed.edtf(), how));
            }
            Shape::Quarter(later) => return self.quarter(later).ok_or(Why::Unknown),
            Shape::Past(_) | Shape::RestOfDecade => {
                return self.years_around(shape).ok_or(Why::Unknown);
            }
            // 昨天 and weekdays are said in passing: what follows is not of their year.
            Shape::Today(later) => {
                let today = self.document_day(|_| i64::from(later));
                let (placed, how) = today.ok_or(Why::Unknown)?;
                return Ok((placed.edtf(), how));
            }
            Shape::Weekday(day, week) => {
                let (placed, how) = self.weekday(day, week).ok_or(Why::Unknown)?;
                return Ok((placed.edtf(), how));
            }
            Shape::Week(weeks) => {
                let monday = self.weekday(0, Week::Counted(weeks));
                let (monday, how) = monday.ok_or(Why::Unknown)?;
                let sunday = Placed::of_day_number(monday.day_number() + 6);
                return Ok((format!("{}/{}", monday.edtf(), sunday.edtf()), how));
            }
            Shape::Span(a, b) if is_centuries(a, b) => {
                let ((from, to), how) = self.stretch(a, b)?;
                return Ok((format!("{}/{}", from.edtf(), to.edtf()), how));
            }
            Shape::Span(a, b) => {
                there_is(!a.is_never() && !b.is_never())?;
                let ((from, to), how) = self.stretch(a, b)?;
                there_is(from.exists() && to.exists())?;
                let months = from.month.zip(to.month).filter(|_| from.year == to.year);
                (format!("{}/{}", from.edtf(), to.edtf()), how, to, months)
            }
            Shape::SamePeriod(year) => return self.same_period(year).ok_or(Why::Unknown),
            Shape::Weak(_) => return Err(Why::Unknown),
        };
        let stretch = matches!(shape, Shape::Span(a, b) if a.is_year() && b.is_year());
        // What is planned for 2035 is told today: the months after it are not of that year.
        let is_plan = matches!(shape, Shape::Point(point) if point.is_year() || point.is_year_end())
            && self.document.is_some_and(|document| end.year > document.year + 1);
        let remembered = match standing {
            Standing::Told if is_plan => false,
            // A stretch of years is no year that months could be of.
            Standing::Told => !stretch || self.here.is_none() && self.document.is_none(),
            Standing::Aside => self.here.is_none(),
            Standing::Compared => false,
        };
        if remembered {
            self.last = Some((end.year, end.month));
            self.here_is_relative = relative;
            self.here_is_of_last_year = is_of_last_year;
            self.here = Some((end, words.to_string()));
            self.months = months.map(|months| (months, words.to_string()));
        }
        Ok((edtf, how))
    }
}
