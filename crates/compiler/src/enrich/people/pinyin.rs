//! How is a Chinese name written in English where no text says so? In Pinyin, family name first.

use pinyin::ToPinyin;

use super::chinese::Chinese;
use super::lists::Lists;

/// A name in Pinyin, without tones: 欧阳若 is Ouyang Ruo. Those of Korea and Japan, too: how they read them no
/// character says. `None` for what has no family name.
pub(super) fn of(name: &str, chinese: &Chinese) -> Option<String> {
    let read = |part: &str| -> Option<String> {
        part.chars().map(|c| Some(c.to_pinyin()?.plain())).collect()
    };
    let (family, given) = match chinese.parted(name) {
        // Read as a name, which as a word it often is not.
        Some((family, given)) => {
            (Lists::get().surnames.get(family.as_str())?.first()?.clone(), given)
        }
        None => {
            let (family, given) = chinese.parted_as_japanese(name)?;
            (read(&family)?, given)
        }
    };
    Some([capitalised(&family), capitalised(&read(&given)?)].join(" "))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folding::Folding;

    #[test]
    fn names_in_pinyin() {
        let cases = [
            ("許景澄", Some("Xu Jingcheng")),
            ("林知远", Some("Lin Zhiyuan")),
            ("欧阳若", Some("Ouyang Ruo")),
            ("曾 蓉", Some("Zeng Rong")),
            ("单田芳", Some("Shan Tianfang")),
            ("朴承宪", Some("Piao Chengxian")),
            ("吕大良", Some("Lü Daliang")),
            ("岸田文雄", Some("Antian Wenxiong")),
            ("高桥一郎", Some("Gaoqiao Yilang")),
            ("塔里埃拉", None),
            ("王", None),
        ];
        let texts = || cases.iter().map(|(name, _)| *name);
        let chinese = Chinese::new(texts(), &Folding::new(texts()));
        for (name, expected) in cases {
            assert_eq!(of(name, &chinese).as_deref(), expected, "{name}");
        }
    }
}
