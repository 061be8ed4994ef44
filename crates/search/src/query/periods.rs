//! Which longer time is meant? A part of a year, as summer 2024, Q2 2024 or 2024年上半年, and from one time to another, as
//! 2020-2024, June to August 2024 or 2024年3月至6月.

use std::iter;

use vitrine_corpus::edtf::Edtf;

use super::calendar::{self, YEAR};
use super::forms::small;

/// The first and the last month of a part of a year; of one that goes over its end, the first is the greater.
type Months = (u8, u8);

const EARLY: Months = (1, 4);
const MID: Months = (5, 8);
const LATE: Months = (9, 12);
const END: Months = (12, 12);
const SPRING: Months = (3, 5);
const SUMMER: Months = (6, 8);
const AUTUMN: Months = (9, 11);
const WINTER: Months = (12, 2);
const HALVES: [Months; 2] = [(1, 6), (7, 12)];

/// Parts of a year in English, by the words that stand beside it.
const ENGLISH: [(&str, Months); 11] = [
    ("early", EARLY),
    ("beginning", EARLY),
    ("mid", MID),
    ("middle", MID),
    ("late", LATE),
    ("end", END),
    ("spring", SPRING),
    ("summer", SUMMER),
    ("autumn", AUTUMN),
    ("fall", AUTUMN),
    ("winter", WINTER),
];

/// Parts of a year in Chinese, by what stands behind it.
const CHINESE: [(&str, Months); 12] = [
    ("初", EARLY),
    ("年初", EARLY),
    ("中", MID),
    ("年中", MID),
    ("底", END),
    ("年底", END),
    ("末", END),
    ("年末", END),
    ("上半年", HALVES[0]),
    ("前半年", HALVES[0]),
    ("下半年", HALVES[1]),
    ("后半年", HALVES[1]),
];

/// Seasons in Chinese, and what may stand behind them.
const SEASONS: [(&str, Months); 4] =
    [("春", SPRING), ("夏", SUMMER), ("秋", AUTUMN), ("冬", WINTER)];
const SEASON_ENDS: [&str; 3] = ["", "天", "季"];

/// Quarters and halves in English, as they are counted.
const ORDINALS: [[&str; 2]; 4] =
    [["first", "1st"], ["second", "2nd"], ["third", "3rd"], ["fourth", "4th"]];

/// What says nothing of a time.
const BESIDE: [&str; 4] = ["the", "of", "in", "year"];

/// What stands between two times, as a word of its own or not.
const TO: [&str; 3] = ["to", "until", "through"];
const TO_SIGNS: [char; 9] = ['-', '‐', '‑', '–', '—', '~', '～', '至', '到'];

/// What may stand before the first of two.
const FROM: &str = "from";

/// The same, and what then stands between them.
const BETWEEN: &str = "between";
const AND: &str = "and";

/// Of two numbers without more, the first is no year before this one: a thousand to two thousand may be of anything.
const EARLIEST: i32 = 1500;

/// The time that a text means, if it is a part of a year, or from one time to another, and nothing else. `fold` folds as
/// the corpus does; it makes spaces of dashes, so that the text must come as it was written.
pub(super) fn read(written: &str, fold: impl Fn(&str) -> String) -> Option<Edtf> {
    /// In bytes; what is longer is no time, and has more places where it could be parted than are worth a look.
    const LONGEST: usize = 64;
    if written.len() > LONGEST {
        return None;
    }
    part_of_year(fold(written).trim()).or_else(|| from_one_to_another(written, &fold))
}

fn part_of_year(folded: &str) -> Option<Edtf> {
    let (year, months) = match folded.split_once(YEAR) {
        Some((year, part)) => {
            let plain = calendar::read(&[year, "年"].concat())?;
            (plain, in_chinese(part.trim().trim_start_matches('的'))?)
        }
        None => {
            let words = folded.split([' ', ',', '.']);
            let words = words.filter(|word| !word.is_empty() && !BESIDE.contains(word));
            let words: Vec<&str> = words.collect();
            let (year, part) = match &words[..] {
                [part @ .., year] if calendar::is_year(year) => (year, part),
                [year, part @ ..] if calendar::is_year(year) => (year, part),
                _ => return None,
            };
            (calendar::read(year)?, in_english(part)?)
        }
    };
    let year = *year.years().start();
    months_of(year, months)
}

fn months_of(year: i32, (first, last): Months) -> Option<Edtf> {
    let last_year = if last < first { year + 1 } else { year };
    let month = |year: i32, month: u8| format!("{year}-{month:02}");
    let start = month(year, first);
    if first == last {
        return start.parse().ok();
    }
    [&start, "/", &month(last_year, last)].concat().parse().ok()
}

fn in_english(part: &[&str]) -> Option<Months> {
    let nth = |n: usize, kind: &str| match kind {
        "half" | "h" => HALVES.get(n).copied(),
        "quarter" | "q" => quarter(n),
        _ => None,
    };
    match part {
        [word] => {
            let named = ENGLISH.iter().find(|(name, _)| name == word);
            named.map(|(_, months)| *months).or_else(|| {
                let (kind, n) = word.split_at_checked(1)?;
                nth(n.parse::<usize>().ok()?.checked_sub(1)?, kind)
            })
        }
        [n, kind] => nth(ORDINALS.iter().position(|names| names.contains(n))?, kind),
        _ => None,
    }
}

fn in_chinese(part: &str) -> Option<Months> {
    let named = CHINESE.iter().find(|(name, _)| *name == part).map(|(_, months)| *months);
    let season = || {
        let mut seasons = SEASONS.iter();
        let is_it = |end: &str| SEASON_ENDS.contains(&end);
        seasons.find_map(|(name, months)| {
            part.strip_prefix(name).is_some_and(is_it).then_some(*months)
        })
    };
    let counted = || {
        let part = part.strip_prefix('第')?;
        let n = part.strip_suffix("季度").or_else(|| part.strip_suffix('季'))?;
        quarter(small(n.trim())?.checked_sub(1)? as usize)
    };
    named.or_else(season).or_else(counted)
}

fn quarter(n: usize) -> Option<Months> {
    /// How many months a quarter has.
    const LENGTH: u8 = 3;
    let first = (n < 4).then(|| n as u8 * LENGTH + 1)?;
    Some((first, first + LENGTH - 1))
}

fn from_one_to_another(written: &str, fold: &impl Fn(&str) -> String) -> Option<Edtf> {
    sides(written).into_iter().find_map(|(one, other)| {
        let read = |text: &str| calendar::read(fold(text).trim());
        let start = endings(&other).find_map(|ending| read(&[&one, ending].concat()))?;
        let end = beginnings(&one).find_map(|beginning| read(&[beginning, &other].concat()))?;
        let is_one = start.first_day() < end.first_day() && *start.years().start() >= EARLIEST;
        // A decade is an interval itself.
        let (start, end) = (start.to_string(), end.to_string());
        let ends = [start.split('/').next()?, "/", end.split('/').next_back()?];
        is_one.then(|| ends.concat().parse().ok())?
    })
}

/// What may be the start and the end of a time.
fn sides(written: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let is = |word: &str, name: &str| word.eq_ignore_ascii_case(name);
    let (to, rest): (&[&str], _) = match &words[..] {
        [first, rest @ ..] if is(first, BETWEEN) => (&[AND], rest),
        [first, rest @ ..] if is(first, FROM) => (&TO, rest),
        rest => (&TO, rest),
    };
    let parted = |at: usize| (rest[..at].join(" "), [" ", &rest[at + 1..].join(" ")].concat());
    if let Some(at) = rest.iter().position(|word| to.iter().any(|to| is(word, to))) {
        return vec![parted(at)];
    }
    let text = rest.join(" ");
    text.match_indices(TO_SIGNS)
        .map(|(at, sign)| (text[..at].to_owned(), text[at + sign.len()..].to_owned()))
        .collect()
}

/// What of the end of a time may be meant for its start as well, from nothing on: June to August *2024*.
fn endings(end: &str) -> impl Iterator<Item = &str> {
    let starts = end.char_indices().rev().filter(|(_, c)| " 年月日号號".contains(*c));
    iter::once("").chain(starts.map(|(at, _)| &end[at..]))
}

/// What of the start of a time may be meant for its end as well: *2024年*3月至6月.
fn beginnings(start: &str) -> impl Iterator<Item = &str> {
    let ends = start.char_indices().filter(|(_, c)| " 年月".contains(*c));
    iter::once("").chain(ends.map(|(at, c)| &start[..at + c.len_utf8()]))
}

#[cfg(test)]
mod tests {
    use super::read;

    /// As the corpus folds dashes and capitals.
    fn fold(text: &str) -> String {
        text.to_lowercase().replace(['-', '–'], " ")
    }

    fn said(text: &str) -> Option<String> {
        read(text, fold).map(|time| time.to_string())
    }

    #[test]
    fn parts_of_a_year() {
        for (text, edtf) in [
            ("summer 2024", "2024-06/2024-08"),
            ("the summer of 2024", "2024-06/2024-08"),
            ("2024 summer", "2024-06/2024-08"),
            ("Fall 2001", "2001-09/2001-11"),
            ("winter 2000", "2000-12/2001-02"),
            ("Q2 2024", "2024-04/2024-06"),
            ("2024 Q4", "2024-10/2024-12"),
            ("H1 2024", "2024-01/2024-06"),
            ("second quarter of 2024", "2024-04/2024-06"),
            ("the 2nd half of the year 2024", "2024-07/2024-12"),
            ("early 2024", "2024-01/2024-04"),
            ("mid-2024", "2024-05/2024-08"),
            ("late 2024", "2024-09/2024-12"),
            ("end of 2022", "2022-12"),
            ("2024年初", "2024-01/2024-04"),
            ("2023年底", "2023-12"),
            ("2022年年末", "2022-12"),
            ("2021年上半年", "2021-01/2021-06"),
            ("2021年的下半年", "2021-07/2021-12"),
            ("2019年第二季度", "2019-04/2019-06"),
            ("2019年第3季", "2019-07/2019-09"),
            ("二〇一八年夏天", "2018-06/2018-08"),
            ("2018年冬", "2018-12/2019-02"),
            ("民国113年底", "2024-12"),
        ] {
            assert_eq!(said(text).as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn from_one_time_to_another() {
        for (text, edtf) in [
            ("2020-2024", "2020/2024"),
            ("2020–2024", "2020/2024"),
            ("2020 to 2024", "2020/2024"),
            ("from 2020 to 2024", "2020/2024"),
            ("Between 2020 and 2024", "2020/2024"),
            ("June to August 2024", "2024-06/2024-08"),
            ("June 2020 to March 2024", "2020-06/2024-03"),
            ("18-19 June 2024", "2024-06-18/2024-06-19"),
            ("June 18–19, 2024", "2024-06-18/2024-06-19"),
            ("2024-06-18 to 2024-06-19", "2024-06-18/2024-06-19"),
            ("2024-06–2024-08", "2024-06/2024-08"),
            ("1950s to 1970s", "1950/1979"),
            ("2010年至2014年", "2010/2014"),
            ("2010-2014年", "2010/2014"),
            ("2010到2014年", "2010/2014"),
            ("2024年3月至6月", "2024-03/2024-06"),
            ("2024年3-6月", "2024-03/2024-06"),
            ("2024年6月18日至19日", "2024-06-18/2024-06-19"),
            ("2023年12月~2024年1月", "2023-12/2024-01"),
        ] {
            assert_eq!(said(text).as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn what_is_no_longer_time() {
        for text in [
            "",
            "-",
            "summer",
            "summer camp 2024",
            "Q5 2024",
            "H3 2024",
            "fifth quarter of 2024",
            "third half of 2024",
            "2024",
            "2024年",
            "2024年6月",
            "2024年春节",
            "2024年第五季度",
            "2024年第0季",
            "2024年第99季度",
            "Q200 2024",
            "2020年至2021年至2022年至2023年至2024年至2025年至2026年至2027年",
            "2024 and 2025",
            "2024-2020",
            "2024 to 2024",
            "1000 to 2000",
            "18 to 19",
            "from 2024",
            "to 2024",
            "至2024年",
            "2718-2006",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
