//! Is that a number, however it is written? 34,400,000, $34.4 million, 3440万美元, 1万.

use super::field::decimal;

/// Words that multiply, folded (Chinese ones to their class), longest first.
const SCALES: [(&str, f64); 17] = [
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("m", 1e6),
    ("k", 1e3),
    ("百万", 1e6),
    ("百", 1e2),
    ("千万", 1e7),
    ("千", 1e3),
    ("万亿", 1e12),
    ("万億", 1e12),
    ("万", 1e4),
    ("亿", 1e8),
    ("億", 1e8),
    ("萬", 1e4),
];

/// The number at the beginning of a folded text, and how many bytes of the text it takes; the rest is
/// what is counted. A plain number below a hundred is too common to be looked for as a figure.
pub(super) fn read(folded: &str) -> Option<(f64, usize)> {
    let start = folded.find(|c: char| !matches!(c, '$' | '€' | '£' | '¥' | ' '))?;
    let digits = folded[start..]
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(folded.len() - start);
    let written = folded[start..start + digits].trim_end_matches([',', '.']);
    let end = start + written.len();
    let (scale, scaled) = scales(&folded[end..], false);
    let (value, at) = (decimal(written)? * scale, end + scaled);
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
        let is_scale = |word: &str| {
            let after = rest.strip_prefix(word);
            let goes_on =
                |after: &str| word.is_ascii() && after.starts_with(|c: char| c.is_alphanumeric());
            after.is_some_and(|after| match may_go_on {
                true => word.len() > 1,
                false => !goes_on(after),
            })
        };
        let Some((word, scale)) = SCALES.iter().find(|(word, _)| is_scale(word)) else {
            return (factor, at);
        };
        factor *= scale;
        at = text.len() - rest.len() + word.len();
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn one_number_in_many_ways() {
        for text in ["34,400,000", "34400000", "$34.4 million", "3440万", "34.4m", "$34.4m"] {
            assert_eq!(read(text).map(|(value, _)| value), Some(34_400_000.0), "{text}");
        }
        assert_eq!(read("10,000 containers"), Some((10_000.0, 6)));
        assert_eq!(read("1万多个"), Some((10_000.0, 4)));
        for text in ["", "$", "12", "million", "万", "4 km", "."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
