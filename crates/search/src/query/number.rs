//! Is that a number, however it is written? 34,400,000, $34.4 million, 3440万美元, 1万.

use vitrine_corpus::number::{SCALES, SHORT_SCALES, begins_unit, chinese_scale, times};

use super::field::decimal;

/// What may stand by itself for a scale though it is one letter.
const LETTERS: [&str; 2] = ["m", "k"];

/// The number at the beginning of a folded text, and how many bytes of the text it takes; the rest is
/// what is counted. A plain number below a hundred is too common to be looked for as a figure.
pub(super) fn read(folded: &str) -> Option<(f64, usize)> {
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
    use super::read;

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
        for text in ["", "$", "12", "million", "万", "4 km", ".", "us 500"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
