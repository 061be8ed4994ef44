//! Does a date fall into a time? A signal's `dates`: an EDTF date or interval, open at either end.

use std::str::FromStr;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::Date;

/// A stretch of time, as days of the form `yyyymmdd`; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    first_day: i32,
    last_day: i32,
}

impl Period {
    /// Whether nothing that the date can mean lies outside.
    pub(crate) fn holds(&self, date: &Date) -> bool {
        self.first_day <= date.first_day && date.last_day <= self.last_day
    }
}

impl FromStr for Period {
    type Err = String;

    /// `2014/2017`, `2014`, `../2011` (until), `2012/..` (from). The error says what is wrong.
    fn from_str(text: &str) -> Result<Period, String> {
        let error = || format!("“{text}” is no stretch of time");
        let end = |text: &str| text.parse::<Edtf>().map_err(|_| error());
        match text.split_once('/') {
            Some(("..", "..")) => Err(error()),
            Some(("..", until)) => {
                Ok(Period { first_day: i32::MIN, last_day: end(until)?.last_day() })
            }
            Some((from, "..")) => {
                Ok(Period { first_day: end(from)?.first_day(), last_day: i32::MAX })
            }
            _ => {
                let both = end(text)?;
                Ok(Period { first_day: both.first_day(), last_day: both.last_day() })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_corpus::model::Span;

    fn date(text: &str) -> Date {
        let edtf: Edtf = text.parse().unwrap();
        Date {
            span: Span { start: 0, end: 1 },
            edtf: text.to_owned(),
            first_day: edtf.first_day(),
            last_day: edtf.last_day(),
            resolved_from: None,
            event: None,
        }
    }

    #[test]
    fn a_date_must_fall_wholly_inside() {
        let holds = |period: &str, text| period.parse::<Period>().unwrap().holds(&date(text));
        assert!(holds("../2011", "2011-12-31") && holds("../2011", "1910/1945"));
        assert!(!holds("../2011", "2012") && !holds("../2011", "2010/2012"));
        assert!(holds("2012/..", "2012-01-01") && !holds("2012/..", "2011/2012"));
        assert!(holds("2000/2011", "2006-10") && !holds("2000/2011", "1999"));
        assert!(holds("2024-06", "2024-06-19") && !holds("2024-06", "2024"));
    }

    #[test]
    fn what_is_no_time_is_an_error() {
        for text in ["", "..", "../..", "before 2012", "2012/2011", "../2011-13", "/2011"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
