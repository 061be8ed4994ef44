//! Is that a number, however it is written? 34,400,000, $34.4 million, 3440万美元, 1万.

use vitrine_corpus::number::{
    SCALES, SHORT_SCALES, WORDS, begins_unit, chinese_digit, chinese_scale, times,
};
use vitrine_corpus::text::is_word;

use super::field::decimal;

/// What may stand by itself for a scale though it is one letter.
const LETTERS: [&str; 2] = ["m", "k"];

/// The number at the beginning of a folded text, and how many bytes of the text it takes; the rest is
/// what is counted.
pub(super) fn read(folded: &str) -> Option<(f64, usize)> {
    in_digits(folded).or_else(|| in_words(folded))
}

/// Whether a number in English words may begin with this word.
pub(super) fn begins_in_words(word: &str) -> bool {
    WORDS.iter().any(|(number, _)| *number == word)
}

/// A number in digits. A plain one below a hundred is too common to be looked for as a figure.
fn in_digits(folded: &str) -> Option<(f64, usize)> {
    // US$, NT$: letters without the sign are words.
    let signed = folded.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let signed = if signed.starts_with('$') { signed } else { folded };
    let number = signed.trim_start_matches(['$', '€', '£', '¥', ' ']);
    let start = folded.len() - number.len();
    let digits =
        number.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(number.len());
    let written = number[..digits].trim_end_matches([',', '.']);
    let end = start + written.len();
    let (scale, scaled) = scales(&folded[end..], false);
    let (value, at) = (times(decimal(written)?, scale), end + scaled);
    let is_telling = scaled > 0 || written.contains([',', '.']) || value >= 100.0;
    is_telling.then_some((value, at))
}

/// A number in English words: fifty, twenty five, three million. What is less than ten is too common, as it is in digits.
fn in_words(folded: &str) -> Option<(f64, usize)> {
    let word_at = |at: usize| {
        let rest = &folded[at..];
        let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
        let (_, value) = WORDS.iter().find(|(number, _)| *number == word)?;
        Some((*value, at + word.len()))
    };
    let (mut value, mut end) = word_at(0)?;
    if value >= 20.0
        && folded[end..].starts_with(' ')
        && let Some((unit, after)) = word_at(end + 1).filter(|(unit, _)| *unit < 10.0)
    {
        (value, end) = (value + unit, after);
    }
    let (scale, scaled) = scales(&folded[end..], false);
    (value >= 10.0 || scaled > 0).then(|| (times(value, scale), end + scaled))
}

/// A number in Chinese characters at the beginning of a folded text, and how many bytes of it: 五十, 三百六十万.
pub(super) fn in_chinese(folded: &str) -> Option<(f64, usize)> {
    /// From here on a scale closes all that stands before it.
    const CLOSES: f64 = 1e4;
    let first = folded.chars().next()?;
    // What begins with a scale is mostly no number: 百姓, 千方百計.
    if first != '十' && chinese_digit(first).is_none() {
        return None;
    }
    let (mut sum, mut group, mut digit) = (0.0, 0.0, None);
    let (mut closed, mut end) = (f64::INFINITY, 0);
    for c in folded.chars() {
        if let Some(value) = chinese_digit(c) {
            // Digit by digit, as years are.
            digit = Some(digit.unwrap_or(0.0) * 10.0 + f64::from(value));
        } else if let Some(scale) = chinese_scale(c) {
            if scale < CLOSES {
                group += digit.take().unwrap_or(1.0) * scale;
            } else {
                let part = std::mem::take(&mut group) + digit.take().unwrap_or(0.0);
                // 一万二千亿 are twelve thousand, 一亿二千万 a hundred and twenty million.
                sum = if scale > closed { (sum + part) * scale } else { sum + part * scale };
                closed = scale;
            }
        } else {
            break;
        }
        end += c.len_utf8();
    }
    let value = sum + group + digit.unwrap_or(0.0);
    (value > 1.0).then_some((value, end))
}

/// A number at the beginning of a folded text that may have a fraction, in digits or in Chinese characters, and how many
/// bytes of it: 4.1, 五十四, 四点一.
pub(super) fn with_fraction(folded: &str) -> Option<(f64, usize)> {
    let digits = folded.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(folded.len());
    if digits > 0 {
        return Some((decimal(&folded[..digits])?, digits));
    }
    let first = folded.chars().next()?;
    let alone = || Some((f64::from(chinese_digit(first)?), first.len_utf8()));
    let (mut value, mut end) = in_chinese(folded).or_else(alone)?;
    let fraction = folded[end..].strip_prefix(['点', '點']).unwrap_or_default();
    let digits = fraction.chars().map_while(|c| Some((c, chinese_digit(c)?)));
    let (mut parts, mut length) = (1.0, 0);
    for (c, digit) in digits {
        // Divided once, at the end: so it is the very number that digits give.
        (value, parts) = (value * 10.0 + f64::from(digit), parts * 10.0);
        length += c.len_utf8();
    }
    if length > 0 {
        end = folded.len() - fraction.len() + length;
    }
    Some((value / parts, end))
}

/// By how much the words at the beginning of what follows a number multiply it, and how many bytes they are with
/// the spaces before them. They may go on where a unit is written on to them: `millionUSD`; a letter by itself is
/// then the unit.
pub(super) fn scales(text: &str, may_go_on: bool) -> (f64, usize) {
    let (mut factor, mut at) = (1.0, 0);
    loop {
        let rest = text[at..].trim_start_matches(' ');
        let Some((scale, length)) = chinese(rest).or_else(|| word(rest, may_go_on)) else {
            return (factor, at);
        };
        factor *= scale;
        at = text.len() - rest.len() + length;
    }
}

/// The Chinese scale at the beginning of a text, and its length. A ten beside figures is no scale, nor is the
/// thousand of 千瓦.
fn chinese(text: &str) -> Option<(f64, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let is_unit = chars.next().is_some_and(|next| begins_unit(first, next));
    let scale = chinese_scale(first).filter(|scale| *scale > 10.0 && !is_unit)?;
    Some((scale, first.len_utf8()))
}

/// The English one.
fn word(text: &str, may_go_on: bool) -> Option<(f64, usize)> {
    let is_scale = |word: &str| {
        let stands_alone = |after: &str| !after.starts_with(|c: char| c.is_alphanumeric());
        text.strip_prefix(word).is_some_and(|after| match may_go_on {
            true => word.len() > 1,
            false => stands_alone(after) && (word.len() > 1 || LETTERS.contains(&word)),
        })
    };
    let (word, scale) = SCALES.iter().chain(&SHORT_SCALES).find(|(word, _)| is_scale(word))?;
    Some((*scale, word.len()))
}

#[cfg(test)]
mod tests {
    use super::{in_chinese, read};

    #[test]
    fn one_number_in_many_ways() {
        for text in
            ["34,400,000", "34400000", "$34.4 million", "3440万", "34.4m", "$34.4m", "us$34.4m"]
        {
            assert_eq!(read(text).map(|(value, _)| value), Some(34_400_000.0), "{text}");
        }
        // What a double has only nearly.
        for text in [
            "1.1亿",
            "1.1億",
            "$110 million",
            "110,000,000",
            "0.11bn",
            "11 crore",
            "1.1 hundred million",
        ] {
            assert_eq!(read(text).map(|(value, _)| value), Some(110_000_000.0), "{text}");
        }
        assert_eq!(read("5 lakhs").map(|(value, _)| value), Some(500_000.0));
        assert_eq!(read("10,000 containers"), Some((10_000.0, 6)));
        assert_eq!(read("1万多个"), Some((10_000.0, 4)));
        assert_eq!(read("200万千瓦"), Some((2_000_000.0, 6)));
        assert_eq!(read("500千克"), Some((500.0, 3)));
        assert_eq!(read("fifty nuclear warheads"), Some((50.0, 5)));
        assert_eq!(read("twenty five million"), Some((25_000_000.0, 19)));
        assert_eq!(read("one million"), Some((1_000_000.0, 11)));
        for text in ["one", "two sides", "tender", "fiftyfold"] {
            assert_eq!(read(text), None, "{text}");
        }
        for text in ["", "$", "12", "million", "万", "4 km", ".", "us 500"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_in_chinese() {
        for (text, value, read) in [
            ("五十枚", 50.0, "五十"),
            ("三位領導人", 3.0, "三"),
            ("兩百", 200.0, "兩百"),
            ("十二", 12.0, "十二"),
            ("三百六十万吨", 3_600_000.0, "三百六十万"),
            ("一亿二千万", 120_000_000.0, "一亿二千万"),
            ("一万二千亿", 1_200_000_000_000.0, "一万二千亿"),
            ("三万亿", 3_000_000_000_000.0, "三万亿"),
            ("二〇二四年", 2024.0, "二〇二四"),
        ] {
            assert_eq!(in_chinese(text), Some((value, read.len())), "{text}");
        }
        // What is one is also all of it, and what begins other words.
        for text in ["", "一帶一路", "萬一", "千方百計", "制裁"] {
            assert_eq!(in_chinese(text), None, "{text}");
        }
    }
}
