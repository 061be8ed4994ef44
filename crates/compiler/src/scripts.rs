//! How do the Chinese passages look in the other script? By OpenCC's tables, which know words: 頭髮 and 發展
//! are both 发 in simplified characters, and go back by the word they stand in.

use std::collections::BTreeMap;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use vitrine_corpus::model::Passage;
use vitrine_corpus::scripts::{Script, Scripts};

/// What a character became, how often.
type Forms = BTreeMap<char, BTreeMap<char, usize>>;

/// The conversions of these passages.
pub(crate) fn of(passages: &[Passage], languages: &[String]) -> Scripts {
    let mut scripts = Scripts::default();
    let mut exceptions = Vec::new();
    for script in [Script::Simplified, Script::Traditional] {
        let own = passages.iter().enumerate().filter(|(_, passage)| {
            Script::of(&languages[usize::from(passage.lang)]) == Some(script)
        });
        let own: Vec<(usize, &str)> = own.map(|(n, passage)| (n, &*passage.text)).collect();
        if own.is_empty() {
            continue;
        }
        // As in Taiwan, whose forms the page's own Traditional words have: 為 and 裡, not 爲 and 裏.
        let table = match script {
            Script::Simplified => BuiltinConfig::S2tw,
            Script::Traditional => BuiltinConfig::T2s,
        };
        let table = OpenCC::from_config(table).expect("the tables are part of the crate");
        let converted: Vec<String> = own.iter().map(|(_, text)| convert(&table, text)).collect();
        let mut forms = Forms::new();
        for ((_, text), converted) in own.iter().zip(&converted) {
            for (from, to) in text.chars().zip(converted.chars()) {
                *forms.entry(from).or_default().entry(to).or_default() += 1;
            }
        }
        let usual: BTreeMap<char, char> = forms
            .iter()
            .filter_map(|(&from, forms)| {
                let (&to, _) = forms.iter().max_by_key(|(_, times)| **times)?;
                Some((from, to))
            })
            .collect();
        for ((n, text), converted) in own.iter().zip(&converted) {
            for (at, (from, to)) in text.chars().zip(converted.chars()).enumerate() {
                if usual[&from] != to {
                    exceptions.push([*n as u32, at as u32, u32::from(to)]);
                }
            }
        }
        let changed = usual.iter().filter(|(from, to)| from != to);
        let changed = changed.map(|(&from, &to)| [u32::from(from), u32::from(to)]).collect();
        match script {
            Script::Simplified => scripts.to_traditional = changed,
            Script::Traditional => scripts.to_simplified = changed,
        }
    }
    exceptions.sort_unstable();
    scripts.exceptions = exceptions;
    scripts
}

/// A text in the other script. Where words would make it longer or shorter, its characters are converted
/// one by one, so that each stays in its place.
fn convert(table: &OpenCC, text: &str) -> String {
    let converted = table.convert(text);
    if converted.chars().count() == text.chars().count() {
        return converted;
    }
    let alone = |c: char| {
        let converted = table.convert(c.encode_utf8(&mut [0; 4]));
        let mut converted = converted.chars();
        converted.next().filter(|_| converted.next().is_none()).unwrap_or(c)
    };
    text.chars().map(alone).collect()
}

#[cfg(test)]
mod tests {
    use rkyv::rancor::Error;
    use vitrine_corpus::scripts::ArchivedScripts;

    use super::*;

    fn passages(texts: &[(&str, u16)]) -> Vec<Passage> {
        let passage =
            |&(text, lang): &(&str, u16)| Passage { lang, ..crate::samples::passage(text) };
        texts.iter().map(passage).collect()
    }

    #[test]
    fn words_decide_and_every_part_is_the_part_of_the_whole() {
        let texts =
            [("頭髮與發展，後來的皇后", 0), ("头发与发展，后来的皇后，发现", 1), ("hair 头发", 2)];
        let all = passages(&texts);
        let languages = ["zh-Hant", "zh-Hans", "en"].map(str::to_owned);
        let scripts = of(&all, &languages);
        let bytes = rkyv::to_bytes::<Error>(&scripts).unwrap();
        let scripts = rkyv::access::<ArchivedScripts, Error>(&bytes).unwrap();
        for (n, script, expected) in [
            (0, Script::Traditional, "头发与发展，后来的皇后"),
            (1, Script::Simplified, "頭髮與發展，後來的皇后，發現"),
        ] {
            let text = texts[n].0;
            assert_eq!(scripts.convert(n, script, text, 0..text.len()), expected);
            let places: Vec<usize> =
                text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for from in 0..places.len() {
                for to in from..places.len() {
                    let part: String = expected.chars().skip(from).take(to - from).collect();
                    assert_eq!(scripts.convert(n, script, text, places[from]..places[to]), part);
                }
            }
        }
    }
}
