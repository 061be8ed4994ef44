//! How is a Chinese name written in English where no text says so? In Pinyin, family name first.

use pinyin::ToPinyin;

use super::chinese::Chinese;
use super::lists::Lists;

/// A Chinese name in Pinyin, without tones: 欧阳若 is Ouyang Ruo. One of Korea too, as no character says whose it is.
/// `None` for what [`Chinese::parted`] does not know, such as a name of Japan, which nobody writes in Pinyin.
pub(super) fn of(name: &str, chinese: &Chinese) -> Option<String> {
    let (family, given) = chinese.parted(name)?;
    // Read as a name, which as a word it often is not.
    let family = Lists::get().surnames.get(family.as_str())?.first()?;
    let given: Option<String> = given.chars().map(|c| Some(c.to_pinyin()?.plain())).collect();
    Some([capitalised(family), capitalised(&given?)].join(" "))
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
            ("岸田文雄", None),
            ("高桥一郎", None),
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
