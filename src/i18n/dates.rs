//! How is a date said? Never more precisely than it is written (EDTF): a month is not its first day.

/// A day, a month or a year.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Point {
    year: u32,
    /// From 1; 0 for none.
    month: u32,
    /// From 1; 0 for none.
    day: u32,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2024-06-19` is 19 June 2024, `2024-01/2024-05` is January – May 2024.
pub fn en(edtf: &str) -> String {
    let (start, end) = points(edtf);
    let say = |point: Point, with_year: bool| {
        let month = MONTHS.get((point.month as usize).wrapping_sub(1)).copied().unwrap_or_default();
        let day = if point.day > 0 { point.day.to_string() } else { String::new() };
        let year =
            if with_year || month.is_empty() { point.year.to_string() } else { String::new() };
        let parts = [&*day, month, &*year];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    match end {
        None => say(start, true),
        Some(end) => {
            let is_same_year = start.year == end.year && start.month > 0;
            let between = if start.month > 0 { " – " } else { "–" };
            [&say(start, !is_same_year), between, &say(end, true)].concat()
        }
    }
}

/// `2024-06-19` is 2024年6月19日, `2024-01/2024-05` is 2024年1月至5月.
pub fn zh(edtf: &str) -> String {
    let (start, end) = points(edtf);
    let say = |point: Point, with_year: bool| {
        let mut said = String::new();
        let parts =
            [(point.year * u32::from(with_year), "年"), (point.month, "月"), (point.day, "日")];
        for (number, unit) in parts.into_iter().filter(|(number, _)| *number > 0) {
            said.push_str(&number.to_string());
            said.push_str(unit);
        }
        said
    };
    match end {
        None => say(start, true),
        Some(end) => {
            let is_same_year = start.year == end.year && start.month > 0;
            [&say(start, true), "至", &say(end, !is_same_year)].concat()
        }
    }
}

fn points(edtf: &str) -> (Point, Option<Point>) {
    let point = |text: &str| {
        let mut parts = text.split('-').map(|part| part.parse().unwrap_or_default());
        let mut part = || parts.next().unwrap_or_default();
        Point { year: part(), month: part(), day: part() }
    };
    match edtf.split_once('/') {
        None => (point(edtf), None),
        Some((start, end)) => (point(start), Some(point(end))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_precisely_as_it_is_written() {
        for (edtf, english, chinese) in [
            ("2024-06-19", "19 June 2024", "2024年6月19日"),
            ("2024-06", "June 2024", "2024年6月"),
            ("1904", "1904", "1904年"),
            ("2014/2017", "2014–2017", "2014年至2017年"),
            ("2024-01/2024-05", "January – May 2024", "2024年1月至5月"),
            ("2023-11/2024-02", "November 2023 – February 2024", "2023年11月至2024年2月"),
            ("2024-06-18/2024-06-19", "18 June – 19 June 2024", "2024年6月18日至6月19日"),
        ] {
            assert_eq!((&*en(edtf), &*zh(edtf)), (english, chinese));
        }
    }
}
