//! What is a unit called? Figures name it in one way, in English, however a text counts.

use super::english::ENGLISH_UNITS;
use super::money::{CURRENCIES, ENGLISH_MONEY, MONEY_BEFORE};
use super::nouns::NOUNS;
use super::tables::{CLASSIFIERS, MEASURES};
use crate::folding::is_han;

/// Units that are called by another word than numbers have behind them, or by several.
const NAMES: [(&str, &str); 5] = [
    ("percent", "百分比"),
    ("times", "倍（次）"),
    ("months", "月"),
    ("items", "项"),
    ("yuan", "人民币元"),
];

/// The name of a unit in Simplified Chinese, if the tables have one: as a noun, as money, or as a measure, of which the
/// shortest word is the plainest.
pub(crate) fn in_chinese(unit: &str) -> Option<&'static str> {
    let named = NAMES.iter().find(|(known, _)| *known == unit).map(|(_, name)| *name);
    let noun = || NOUNS.iter().find(|(_, known, _)| *known == unit).map(|(word, ..)| *word);
    let words = |table: &'static [(&str, &str, &str)]| {
        let words = table.iter().filter(|(_, known, _)| *known == unit).map(|(word, ..)| *word);
        words.filter(|word| word.chars().all(is_han))
    };
    let money = || words(CURRENCIES).next();
    let measure = || words(MEASURES).min_by_key(|word| word.len());
    let classifier = || CLASSIFIERS.iter().find(|row| row.1 == unit).map(|row| row.0);
    named.or_else(noun).or_else(money).or_else(measure).or_else(classifier)
}

/// What texts write for a measure or for money, in English and in Simplified Chinese: km, kilometer, 公里; NT$, TWD.
pub(crate) fn written(unit: &str) -> impl Iterator<Item = &'static str> {
    let english = ENGLISH_UNITS.iter().filter(move |(.., known)| *known == unit);
    let english = english.flat_map(|(one, many, _)| [*one, *many]);
    let others = [MEASURES, CURRENCIES, ENGLISH_MONEY, MONEY_BEFORE].into_iter().flatten();
    english.chain(others.filter(move |(_, known, _)| *known == unit).map(|(word, ..)| *word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_written_in_many_ways() {
        let written: Vec<&str> = written("kilometres").collect();
        for name in ["km", "kilometer", "kilometres", "公里", "千米"] {
            assert!(written.contains(&name), "{name} of {written:?}");
        }
        assert!(super::written("New Taiwan dollars").any(|name| name == "NT$"));
    }

    #[test]
    fn units_have_the_names_that_texts_give_them() {
        let names = ["US dollars", "tonnes", "kilometres", "soldiers", "goats", "guns", "percent"];
        let names = names.map(in_chinese);
        let expected = ["美元", "吨", "公里", "士兵", "山羊", "火炮", "百分比"];
        assert_eq!(names, expected.map(Some));
        assert_eq!(in_chinese("mills"), None);
    }
}
