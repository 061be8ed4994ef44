//! How much is 1.1亿? What the words behind a number multiply it by, and the product to the last digit.
//!
//! Texts are read on the host and queries in the browser; the two find each other by equal numbers, so
//! both multiply here.

/// English words for numbers; behind those from twenty on one below ten may follow.
pub const WORDS: [(&str, f64); 27] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// English words that multiply; of two that begin alike the longer first.
pub const SCALES: [(&str, f64); 10] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("lakhs", 1e5),
    ("lakh", 1e5),
    ("crores", 1e7),
    ("crore", 1e7),
    ("dozen", 12.0),
];

/// Short forms of these, which may be something else: a unit, or the beginning of a name.
pub const SHORT_SCALES: [(&str, f64); 10] = [
    ("k", 1e3),
    ("mln", 1e6),
    ("mn", 1e6),
    ("m", 1e6),
    ("bln", 1e9),
    ("bn", 1e9),
    ("b", 1e9),
    ("trn", 1e12),
    ("tn", 1e12),
    ("t", 1e12),
];

/// What a Chinese character counts, in either script and as cheques have it.
pub const fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// What a Chinese character multiplies by, in either script and as cheques have it: 十 to 千 work within a
/// group of four digits, 万 and up close one.
pub const fn chinese_scale(c: char) -> Option<f64> {
    Some(match c {
        '十' | '拾' => 1e1,
        '百' | '佰' => 1e2,
        '千' | '仟' => 1e3,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}

/// Whether a scale and the character behind it begin the name of a unit: 200万千瓦, 20兆瓦, 500千克.
pub fn begins_unit(scale: char, next: char) -> bool {
    match scale {
        '千' => "瓦米克卡伏赫帕焦".contains(next),
        '兆' => "瓦伏赫帕焦字比".contains(next),
        _ => false,
    }
}

/// Up to here every whole number is a double of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Every decimal of so many digits has a double of its own.
const MOST_DIGITS: f64 = 1e15;

/// A number times a scale, where the number stands for the decimal that was written: 1.1 times a hundred
/// million is 110,000,000, though the double nearest to 1.1 is a little more.
pub fn times(value: f64, scale: f64) -> f64 {
    let Some((digits, places)) = digits_of(value) else {
        return value * scale;
    };
    // One division or product of whole numbers is rounded once at most.
    if (digits * scale).abs() <= EXACT {
        digits * scale / places
    } else if scale < places {
        digits / (places / scale)
    } else {
        digits * (scale / places)
    }
}

/// The sum of two numbers that stand for decimals as well: 1.14 is one and 0.14, of which the doubles make a
/// little more.
pub fn plus(value: f64, more: f64) -> f64 {
    times(value + more, 1.0)
}

/// The shortest decimal that a number is, to within its last bit: its digits as a whole number, and the power of
/// ten to divide them by. `None` if that takes more digits than a double keeps.
fn digits_of(value: f64) -> Option<(f64, f64)> {
    let mut places = 1.0;
    while (value * places).abs() < MOST_DIGITS {
        let digits = (value * places).round_ties_even();
        if (digits / places - value).abs() <= value.abs() * f64::EPSILON {
            return Some((digits, places));
        }
        places *= 10.0;
        // Beyond this nobody writes them out, and powers of ten are no longer doubles of their own.
        if places > 1e18 {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All there are that anybody writes, by whole numbers and by how a decimal is read.
    #[test]
    fn every_decimal_times_every_scale_is_what_it_says() {
        let scales = SCALES.iter().chain(&SHORT_SCALES).map(|(_, scale)| *scale);
        let chinese = "十百千万亿兆".chars().filter_map(chinese_scale);
        for scale in scales.chain(chinese).chain([1.0]) {
            for places in 0..8 {
                for digits in (1..3_000_u64).chain((3_001..3_000_000).step_by(3_571)) {
                    let written = format!("{digits}e-{places}");
                    let exact = format!("{}e-{places}", digits * scale as u64);
                    let [value, exact] = [written, exact].map(|text| text.parse::<f64>().unwrap());
                    assert_eq!(times(value, scale), exact, "{digits}e-{places} times {scale}");
                    assert_eq!(times(-value, scale), -exact, "-{digits}e-{places} times {scale}");
                }
            }
        }
    }

    #[test]
    fn what_is_a_bit_off_is_the_decimal_that_was_meant() {
        assert_eq!(times(0.1 + 0.2, 1e4), 3000.0);
        assert_eq!([plus(1.0, 0.14), plus(0.1, 0.2), plus(10.0, 2.35)], [1.14, 0.3, 12.35]);
        assert_eq!(times(0.0, 1e4), 0.0);
        assert_eq!(times(1e300, 1e12), 1e300 * 1e12);
        assert_eq!(times(f64::MAX, 10.0), f64::INFINITY);
        assert_eq!(times(1.0 / 3.0, 3.0), 1.0);
        assert!(times(f64::NAN, 10.0).is_nan());
    }
}
