//! How is a Chinese name written in English where no text says so? In Pinyin, family name first.

use pinyin::ToPinyin;

use super::lists::Lists;
use crate::folding::Folding;

/// A Chinese name of two characters or more in Pinyin, without tones: 欧阳若 is Ouyang Ruo. `None` for what has no
/// family name of China, and for what may be Japanese.
pub(super) fn of(name: &str, folding: &Folding) -> Option<String> {
    let lists = Lists::get();
    let characters = name.chars().filter(|c| !c.is_whitespace());
    let characters: Vec<char> = characters.map(|c| folding.simplified(c)).collect();
    let beginning = |length: usize| Some(String::from_iter(characters.get(..length)?));
    let is_family = |length: &usize| {
        *length < characters.len()
            && beginning(*length).is_some_and(|name| lists.surnames.contains_key(&*name))
    };
    let length = [2, 1].into_iter().find(is_family)?;
    let is_japanese =
        |length: usize| beginning(length).is_some_and(|name| lists.japanese.contains(&*name));
    if length == 1 && (2..=3).any(is_japanese) {
        return None;
    }
    let family = lists.surnames.get(&*beginning(length)?)?.first()?;
    let given: Option<String> =
        characters[length..].iter().map(|c| Some(c.to_pinyin()?.plain())).collect();
    Some([capitalised(family), capitalised(&given?)].join(" "))
}

/// Whether the names in a text may be read otherwise: Korean ones, Japanese ones.
pub(super) fn is_doubtful(text: &str, folding: &Folding) -> bool {
    let simplified: String = text.chars().map(|c| folding.simplified(c)).collect();
    Lists::get().other_readings.iter().any(|name| simplified.contains(name))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_pinyin() {
        let folding = Folding::new(["許景澄"].into_iter());
        for (name, expected) in [
            ("許景澄", Some("Xu Jingcheng")),
            ("林知远", Some("Lin Zhiyuan")),
            ("欧阳若", Some("Ouyang Ruo")),
            ("曾 蓉", Some("Zeng Rong")),
            // A family name that is read otherwise as a word.
            ("单田芳", Some("Shan Tianfang")),
            ("岸田文雄", None),
            ("高桥一郎", None),
            ("塔里埃拉", None),
            ("王", None),
        ] {
            assert_eq!(of(name, &folding).as_deref(), expected, "{name}");
        }
    }
}
