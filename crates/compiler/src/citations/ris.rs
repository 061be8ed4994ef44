//! A document as a record of RIS, the tagged lines that reference managers exchange.
//!
//! RIS has no escapes: a value is what stands on its line, so that a record holds no line break.

use vitrine_corpus::citation::{Form, key};

use super::item::{DateParts, Item};

/// The record, with an empty line behind it. Lines end as the format has it, with CR and LF.
pub fn ris(item: &Item) -> String {
    let mut record = String::new();
    let mut tag = |name: &str, value: &str| record += &format!("{name}  - {value}\r\n");
    // A page of the web, or what the format calls generic.
    tag("TY", if item.url.is_some() { "ELEC" } else { "GEN" });
    tag("ID", &key(Form::Ris, &item.id));
    item.author.iter().for_each(|name| tag("AU", &name.inverted()));
    item.title.iter().for_each(|title| tag("TI", title));
    item.source().iter().for_each(|source| tag("PB", source));
    if let Some(issued) = &item.issued {
        tag("PY", &format!("{:04}", issued.parts[0][0]));
        tag("DA", &date(issued));
    }
    item.language.iter().for_each(|language| tag("LA", language));
    item.keyword.iter().for_each(|keyword| tag("KW", keyword));
    item.url.iter().for_each(|url| tag("UR", url));
    item.accessed.iter().for_each(|day| tag("Y2", &date(day)));
    record + "ER  - \r\n\r\n"
}

/// `2023/10/09/`; what is not known is left out between the strokes, and behind the last of them stands
/// what a date cannot say.
fn date(date: &DateParts) -> String {
    let part = |n: usize| date.parts[0].get(n).map(|part| format!("{part:02}")).unwrap_or_default();
    let until = date.parts.get(1).map(|end| {
        let parts: Vec<String> = end.iter().map(|part| format!("{part:02}")).collect();
        format!("until {}", parts.join("-"))
    });
    format!("{:04}/{}/{}/{}", date.parts[0][0], part(1), part(2), until.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::item::{Access, Work};
    use super::*;

    #[test]
    fn a_record_says_what_is_known() {
        let work = Work {
            id: "a",
            language: "zh-Hant",
            titles: vec![("zh-Hant", "朝鮮\n& 俄羅斯")],
            authors: vec!["徐博", "Thomas Graham"],
            date: Some("2023-10"),
            keywords: vec!["a", "b"],
            ..Work::default()
        };
        assert_eq!(
            ris(&Item::new(&work, &Access::default())),
            "TY  - GEN\r\nID  - a\r\nAU  - 徐博\r\nAU  - Graham, Thomas\r\nTI  - 朝鮮 & 俄羅斯\r\n\
             PY  - 2023\r\nDA  - 2023/10//\r\nLA  - zh-Hant\r\nKW  - a\r\nKW  - b\r\nER  - \r\n\r\n"
        );
        assert_eq!(date(&DateParts::of("2014/2017-03").unwrap()), "2014///until 2017-03");
    }
}
