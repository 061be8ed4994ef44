//! How is a number said? Large ones in the words of the language: 34.4 million, 3440万.

use crate::state::figures::plain;

/// Sizes of English, the largest first.
const ENGLISH: [(f64, &str); 3] = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];

/// 34.4 million, 12,000, 4.1.
pub fn en(value: f64) -> String {
    scaled(value, &ENGLISH)
}

/// 3440万, 1.2万, 4.1.
pub fn zh_hans(value: f64) -> String {
    scaled(value, &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")])
}

/// 3440萬, 1.2萬, 4.1.
pub fn zh_hant(value: f64) -> String {
    scaled(value, &[(1e12, "萬億"), (1e8, "億"), (1e4, "萬")])
}

/// In the largest of the sizes that it reaches, with three decimals at most where it reaches one.
fn scaled(value: f64, sizes: &[(f64, &str)]) -> String {
    let rounded = |size: f64| (value / size * 1e3).round() / 1e3;
    let reached = sizes.iter().position(|(size, _)| value.abs() >= *size);
    let Some(mut n) = reached else { return grouped(&plain(value)) };
    // Rounding may reach the next: 999,999,999 is a billion.
    if n > 0 && rounded(sizes[n].0).abs() * sizes[n].0 >= sizes[n - 1].0 {
        n -= 1;
    }
    let (size, name) = sizes[n];
    [&*grouped(&plain(rounded(size))), name].concat()
}

/// Digits before the point in threes; four are read at once.
fn grouped(number: &str) -> String {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut grouped = if digits.len() < number.len() { "−".to_owned() } else { String::new() };
    for (n, c) in digits.char_indices() {
        if n > 0 && n < whole && whole > 4 && (whole - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_in_the_words_of_each_language() {
        for (value, english, chinese) in [
            (34_400_000.0, "34.4 million", "3440万"),
            (456e9, "456 billion", "4560亿"),
            (12_000.0, "12,000", "1.2万"),
            (2400.0, "2400", "2400"),
            (477.0, "477", "477"),
            (4.1, "4.1", "4.1"),
            (-2.33, "−2.33", "−2.33"),
            (1_234_567.0, "1.235 million", "123.457万"),
            (999_999_999.0, "1 billion", "10亿"),
            (99_999_999.0, "100 million", "1亿"),
            (999_949.0, "999,949", "99.995万"),
        ] {
            assert_eq!((&*en(value), &*zh_hans(value)), (english, chinese));
        }
        assert_eq!(zh_hant(55e8), "55億");
    }
}
