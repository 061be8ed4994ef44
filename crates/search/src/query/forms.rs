//! In what other forms may it be written? Ordinals and days in digits and in Chinese numerals, years from one to another,
//! and designations of letters and digits with and without what stands between them: 第四條 and 第4條, 九月十三日 and
//! 9月13日, 1910年至1945年 and 1910-1945, B1B and B-1B.

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::number::chinese_digit;
use vitrine_corpus::text::is_unspaced;

use crate::matching::is_found;

use super::calendar::{YEAR, is_year};
use super::{How, Needle};

/// What makes an ordinal of a numeral in Chinese.
const ORDINAL: char = '第';

const TEN: char = '十';

/// Behind a month, and behind a day of it.
const MONTH: char = '月';
const DAYS: [char; 3] = ['日', '号', '號'];

/// The digits that numerals are written with, by value.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Longer words of letters and digits are no designations, and have more forms than are worth a look.
const LONGEST: usize = 12;

/// The other forms of a folded word that a passage has.
pub(super) fn others(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let forms = if folded.contains(is_unspaced) {
        let of_dates = [of_day(folded), of_years(folded)].into_iter().flatten().flatten();
        of_ordinal(folded).into_iter().chain(of_dates).collect()
    } else if let Some(number) = digits_of(folded) {
        of_number(number)
    } else {
        of_designation(folded)
    };
    let needles =
        forms.iter().map(|form| Needle::new(&corpus.fold.fold(form).text, How::Inflected));
    needles.filter(|needle| needle.folded != folded && is_found(corpus, needle)).collect()
}

/// The word of which this is the possessive, folded: `russia` of `russia's`, and of `russia's's`, as what it
/// gives is read in its turn.
pub(super) fn whole_of(folded: &str) -> Option<&str> {
    let whole = folded.trim_end_matches("'s");
    (!whole.is_empty() && whole.len() < folded.len()).then_some(whole)
}

/// 第四條 for 第4條, and the other way round.
fn of_ordinal(folded: &str) -> Option<String> {
    let start = folded.find(ORDINAL)? + ORDINAL.len_utf8();
    let rest = &folded[start..];
    let end = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
    let written = &rest[..end];
    if rest[end..].starts_with(['百', '千', '万']) {
        return None;
    }
    let other = match written.parse() {
        Ok(value) => numeral(value)?,
        Err(_) => value(written)?.to_string(),
    };
    Some([&folded[..start], &other, &rest[end..]].concat())
}

/// 9月13日 for 九月十三日, and the other way round.
fn of_day(folded: &str) -> Option<Vec<String>> {
    let (month, rest) = folded.split_once(MONTH)?;
    let day = rest.strip_suffix(DAYS)?;
    let end = &rest[day.len()..];
    let (month, day) = (small(month)?, small(day)?);
    let ways: [fn(u32) -> Option<String>; 2] = [|value| Some(value.to_string()), numeral];
    let written = |number: fn(u32) -> Option<String>| {
        Some(format!("{}{MONTH}{}{end}", number(month)?, number(day)?))
    };
    Some(ways.into_iter().filter_map(written).collect())
}

/// 1910-1945 for 1910年至1945年, and what else may stand between the two.
fn of_years(folded: &str) -> Option<Vec<String>> {
    const BETWEEN: [&str; 7] = ["-", "–", "—", "~", "至", "到", "年至"];
    let (from, rest) = folded.split_at_checked(4)?;
    let to = rest.trim_start_matches(YEAR).strip_prefix(['至', '到'])?.trim_end_matches(YEAR);
    let are_years = is_year(from) && is_year(to);
    are_years.then(|| BETWEEN.map(|between| [from, between, to].concat()).to_vec())
}

/// A number below a hundred, in digits or in Chinese.
pub(super) fn small(written: &str) -> Option<u32> {
    let is_small = |value: &u32| (1..100).contains(value);
    written.parse().ok().filter(is_small).or_else(|| value(written))
}

/// The digits of 14 and 14th.
fn digits_of(folded: &str) -> Option<&str> {
    const ORDINAL_ENDS: [&str; 4] = ["st", "nd", "rd", "th"];
    let bare = ORDINAL_ENDS.iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(folded);
    (!bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())).then_some(bare)
}

/// 第4 and 第四 for a 4 that stands by itself, as in “article 4”.
fn of_number(folded: &str) -> Vec<String> {
    let Some(numeral) = folded.parse().ok().and_then(numeral) else { return Vec::new() };
    vec![format!("{ORDINAL}{folded}"), format!("{ORDINAL}{numeral}")]
}

/// A designation with one space more, where letters and digits meet, or with none; hyphens fold to spaces.
fn of_designation(folded: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    let has = |is: fn(&char) -> bool| folded.chars().any(|c| is(&c));
    let is_designation = folded.len() <= LONGEST
        && folded.chars().all(is_part)
        && has(char::is_ascii_digit)
        && has(char::is_ascii_alphabetic);
    if !is_designation {
        return Vec::new();
    }
    let bare = folded.replace(' ', "");
    let kind = |at: usize| bare.as_bytes().get(at).map(u8::is_ascii_digit);
    let meet = (1..bare.len()).filter(|&at| kind(at - 1) != kind(at));
    let split = |at: usize| [&bare[..at], " ", &bare[at..]].concat();
    std::iter::once(bare.clone()).chain(meet.map(split)).collect()
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || c == TEN || chinese_digit(c).is_some()
}

/// A number below a hundred, in Chinese.
fn numeral(value: u32) -> Option<String> {
    let (tens, ones) = (value / 10, value % 10);
    let digit = |n: u32| DIGITS.get(n as usize);
    let mut numeral = String::new();
    if tens > 1 {
        numeral.push(*digit(tens)?);
    }
    numeral.extend((tens > 0).then_some(TEN));
    if ones > 0 {
        numeral.push(*digit(ones)?);
    }
    (!numeral.is_empty()).then_some(numeral)
}

/// What a Chinese numeral below a hundred says.
fn value(written: &str) -> Option<u32> {
    (1..100).find(|&value| numeral(value).as_deref() == Some(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_in_both_forms() {
        assert_eq!(of_ordinal("第4条").as_deref(), Some("第四条"));
        assert_eq!(of_ordinal("第四条").as_deref(), Some("第4条"));
        assert_eq!(of_ordinal("對俄第15輪制裁").as_deref(), Some("對俄第十五輪制裁"));
        assert_eq!(of_ordinal("第二十一屆").as_deref(), Some("第21屆"));
        for text in ["第", "第一百條", "第100條", "四條"] {
            assert_eq!(of_ordinal(text), None, "{text}");
        }
        for value in 1..100 {
            assert_eq!(super::value(&numeral(value).unwrap()), Some(value));
        }
    }

    #[test]
    fn days_and_years_from_one_to_another() {
        let of_day = |text| of_day(text).map(|forms| forms.join(" "));
        assert_eq!(of_day("九月十三日").as_deref(), Some("9月13日 九月十三日"));
        assert_eq!(of_day("12月25号").as_deref(), Some("12月25号 十二月二十五号"));
        for text in ["", "日", "月日", "九月", "13日", "九月十三", "2023年9月13日", "9月100日"]
        {
            assert_eq!(of_day(text), None, "{text}");
        }
        for text in ["1910年至1945年", "1910至1945", "1910到1945年"] {
            assert_eq!(of_years(text).unwrap()[0], "1910-1945", "{text}");
        }
        for text in ["", "1910年", "至1910年1945", "1910年或1945年", "1910年1945年", "110至1945"]
        {
            assert_eq!(of_years(text), None, "{text}");
        }
    }

    #[test]
    fn designations_with_and_without_a_hyphen() {
        assert_eq!(of_designation("f16"), ["f16", "f 16"]);
        assert_eq!(of_designation("f 16"), ["f16", "f 16"]);
        assert_eq!(of_designation("b1b"), ["b1b", "b 1b", "b1 b"]);
        for text in ["sanctions", "1990", "north south", "", " ", "1a2b3c4d5e6f7g"] {
            assert!(of_designation(text).is_empty(), "{text}");
        }
    }
}
