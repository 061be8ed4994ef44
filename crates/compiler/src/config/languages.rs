//! Is that a language's tag, and the one that texts here are marked with?

use whatlang::Lang;

/// The languages that have a code of two letters (ISO 639-1).
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What is wrong with a language tag (BCP 47): the mend, if there is anything.
pub(crate) fn mend(tag: &str) -> Option<String> {
    let parts: Vec<&str> = tag.split('-').collect();
    let (language, rest) = parts.split_first()?;
    if *language == "zh" && !matches!(tag, "zh" | "zh-Hans" | "zh-Hant") {
        return Some("Chinese is zh-Hans (simplified) or zh-Hant (traditional) here".to_owned());
    }
    if let Some(short) = two_letters(&language.to_lowercase())
        && short != *language
    {
        return Some(format!("did you mean “{}”?", with(short, rest)));
    }
    let is_language = match language.len() {
        2 => TWO_LETTERS.split(' ').any(|code| code == *language),
        // There are thousands, and no list of them here.
        3 => language.bytes().all(|byte| byte.is_ascii_lowercase()),
        _ => false,
    };
    let is_tag = is_language
        && rest.iter().all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
    (!is_tag).then(|| {
        let underscores = tag.replace('_', "-");
        if underscores != tag && mend(&underscores).is_none() {
            format!("did you mean “{underscores}”?")
        } else {
            "write a tag of BCP 47, such as en, zh-Hans, zh-Hant, ru or ko".to_owned()
        }
    })
}

fn with(language: &str, rest: &[&str]) -> String {
    [&[language], rest].concat().join("-")
}

/// The two letters of a language that was written in capitals, with three letters or by its name.
fn two_letters(language: &str) -> Option<&'static str> {
    if language.len() == 2 {
        return TWO_LETTERS.split(' ').find(|code| *code == language);
    }
    let found = Lang::all()
        .iter()
        .find(|lang| lang.code() == language || lang.eng_name().eq_ignore_ascii_case(language))?;
    let code = crate::segment::language_code(*found);
    (code.len() == 2).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_what_is_none() {
        for tag in ["en", "en-GB", "zh", "zh-Hans", "zh-Hant", "yue", "sr-Latn", "und"] {
            assert_eq!(mend(tag), None, "{tag}");
        }
        let hint = |tag: &str| mend(tag).unwrap_or_default();
        assert!(hint("english").contains("“en”"));
        assert!(hint("eng").contains("“en”"));
        assert!(hint("EN").contains("“en”"));
        assert!(hint("pt_BR").contains("“pt-BR”"));
        assert!(hint("zh-TW").contains("zh-Hant") && hint("zh_Hant").contains("zh-Hant"));
        assert!(hint("xx").contains("BCP 47") && hint("").contains("BCP 47"));
    }
}
