//! When was that? Dates as EDTF (ISO 8601-2), as far as texts use them: a year, a month, a day, and
//! an interval of two of these. A date is never more precise than it was written.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A date or an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    start: Point,
    end: Option<Point>,
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Point {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// Text that is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    text: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is no date; write a year, month or day as 2024, 2024-06 or 2024-06-19, or two of them as 2014/2017",
            self.text
        )
    }
}

impl std::error::Error for Error {}

impl Edtf {
    /// The first day it can mean, as the number `yyyymmdd`.
    pub fn first_day(&self) -> i32 {
        self.start.first_day()
    }

    /// The last day it can mean, as the number `yyyymmdd`.
    pub fn last_day(&self) -> i32 {
        self.end.unwrap_or(self.start).last_day()
    }

    /// The years it touches.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.start.year..=self.end.unwrap_or(self.start).year
    }
}

impl Point {
    fn first_day(&self) -> i32 {
        number(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last_day(&self) -> i32 {
        let month = self.month.unwrap_or(12);
        number(self.year, month, self.day.unwrap_or_else(|| days_in(self.year, month)))
    }
}

fn number(year: i32, month: u8, day: u8) -> i32 {
    year * 10_000 + i32::from(month) * 100 + i32::from(day)
}

/// How many days the month has.
pub const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Point {
    type Err = ();

    fn from_str(text: &str) -> Result<Point, ()> {
        let mut parts = text.split('-');
        let mut part = |width: usize| match parts.next() {
            None => Ok(None),
            Some(digits) if digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit()) => {
                digits.parse::<i32>().map(Some).map_err(drop)
            }
            Some(_) => Err(()),
        };
        let year = part(4)?.ok_or(())?;
        let month = part(2)?.map(|m| m as u8);
        let day = part(2)?.map(|d| d as u8);
        if parts.next().is_some()
            || month.is_some_and(|m| !(1..=12).contains(&m))
            || day.is_some_and(|d| !(1..=days_in(year, month.unwrap_or(1))).contains(&d))
        {
            return Err(());
        }
        Ok(Point { year, month, day })
    }
}

impl FromStr for Edtf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Edtf, Error> {
        let error = || Error { text: text.to_owned() };
        let (start, end) = match text.split_once('/') {
            None => (text, None),
            Some((start, end)) => (start, Some(end)),
        };
        let start: Point = start.parse().map_err(|()| error())?;
        let end = end.map(str::parse::<Point>).transpose().map_err(|()| error())?;
        if end.is_some_and(|end| end.last_day() < start.first_day()) {
            return Err(error());
        }
        Ok(Edtf { start, end })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Edtf) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Edtf {
    /// By first day; of two that begin together, the one that ends sooner.
    fn cmp(&self, other: &Edtf) -> Ordering {
        (self.first_day(), self.last_day(), self.to_string()).cmp(&(
            other.first_day(),
            other.last_day(),
            other.to_string(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["2024", "2024-06", "2024-06-19", "2014/2017", "2024-01/2024-08", "1910/1945"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "24", "2024-13", "2023-02-29", "2024-6", "2017/2014", "2024-06-19-01", "x"]
        {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_is_not_its_first_day() {
        let june = date("2024-06");
        assert_eq!((june.first_day(), june.last_day()), (20240601, 20240630));
        assert_eq!(date("2014/2017").years().count(), 4);
    }
}
