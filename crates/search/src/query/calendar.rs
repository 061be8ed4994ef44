//! Is that a date, however it is written? 2024-06, June 2024, 19 June 2024, 2024年6月19日, 一九九〇年.

use vitrine_corpus::edtf::Edtf;
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

/// A date without an ASCII digit has this after its year.
pub(super) const YEAR: char = '年';

/// The date that a folded text is, if it is one and nothing else.
pub(super) fn read(folded: &str) -> Option<Edtf> {
    let text = folded.trim().trim_end_matches(['.', ',']);
    if let Some(decade) = decade(text) {
        return Some(decade);
    }
    if text.contains(YEAR) {
        return chinese(text);
    }
    // Where points part a date, the day comes first.
    if let [day, month, year] = text.split('.').collect::<Vec<&str>>()[..]
        && is_year(year)
        && is_small(month)
        && is_small(day)
    {
        return date(year, month, day);
    }
    let parts: Vec<&str> = text.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [year] => is_year(year).then(|| date(year, "", ""))?,
        [year, month] if is_year(year) && is_small(month) => date(year, month, ""),
        [month, year] if is_year(year) => date(year, &month_named(month)?, ""),
        [year, month, day] if is_year(year) && is_small(month) => date(year, month, day),
        [first, second, year] if is_year(year) && is_small(first) && is_small(second) => {
            // Where either may be the day, the one that cannot be a month is.
            let [one, other] =
                [first, second].map(|number| number.parse::<u32>().unwrap_or(0) > 12);
            match (one, other) {
                (true, false) => date(year, second, first),
                (false, true) => date(year, first, second),
                _ => None,
            }
        }
        [day, month, year] if is_year(year) && starts_with_digit(day) => {
            date(year, &month_named(month)?, ordinal(day))
        }
        [month, day, year] if is_year(year) => date(year, &month_named(month)?, ordinal(day)),
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

fn month_named(name: &str) -> Option<String> {
    let name = name.trim_end_matches('.');
    let n = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(name))?;
    Some((n + 1).to_string())
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
    let year: String = year.trim().chars().map(digit).collect();
    if !is_year(&year) {
        return None;
    }
    let rest = rest.trim();
    let (month, rest) = if rest.is_empty() { ("", "") } else { rest.split_once('月')? };
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
    use super::read;

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
        for text in ["19.6.2024", "19 06 2024", "06 19 2024", "二〇二四年六月十九日"] {
            assert_eq!(read(text).as_deref(), Some("2024-06-19"), "{text}");
        }
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
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
