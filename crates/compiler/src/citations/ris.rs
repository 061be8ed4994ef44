//! A document as a record of RIS, the tagged lines that reference managers exchange.
//!
//! RIS has no escapes: a value is what stands on its line, so that a record holds no line break.

use vitrine_corpus::citation::{Form, key};
use vitrine_corpus::publication::{Kind, first_and_last};

use super::item::{DateParts, Item};

/// The record, with an empty line behind it. Lines end as the format has it, with CR and LF.
pub fn ris(item: &Item) -> String {
    let mut record = String::new();
    let mut tag = |name: &str, value: &str| record += &format!("{name}  - {value}\r\n");
    tag("TY", kind(item.kind));
    tag("ID", &key(Form::Ris, &item.id));
    item.author.iter().for_each(|name| tag("AU", &name.inverted()));
    // Of a book as a whole, reference managers read the second author as that of a series.
    let editor = if item.container_title.is_some() { "A2" } else { "ED" };
    item.editor.iter().for_each(|name| tag(editor, &name.inverted()));
    item.translator.iter().for_each(|name| tag("A4", &name.inverted()));
    item.title.iter().for_each(|title| tag("TI", title));
    item.container_title.iter().for_each(|container| tag("T2", container));
    item.publisher.iter().for_each(|publisher| tag("PB", publisher));
    item.publisher_place.iter().for_each(|place| tag("CY", place));
    item.volume.iter().for_each(|volume| tag("VL", volume));
    item.issue.iter().for_each(|issue| tag("IS", issue));
    // Where reference managers keep the number of a report, and of a law.
    let number = if item.kind == Kind::Report { "SN" } else { "M1" };
    item.number.iter().for_each(|value| tag(number, value));
    if let Some(pages) = &item.page {
        let (first, last) = first_and_last(pages);
        tag("SP", first);
        last.iter().for_each(|last| tag("EP", last));
    }
    if let Some(issued) = &item.issued {
        tag("PY", &format!("{:04}", issued.parts[0][0]));
        tag("DA", &date(issued));
    }
    item.language.iter().for_each(|language| tag("LA", language));
    item.keyword.iter().for_each(|keyword| tag("KW", keyword));
    item.doi.iter().for_each(|doi| tag("DO", doi));
    item.url.iter().for_each(|url| tag("UR", url));
    item.accessed.iter().for_each(|day| tag("Y2", &date(day)));
    record + "ER  - \r\n\r\n"
}

/// What the format calls a kind of document; `GEN` is of none.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ArticleJournal => "JOUR",
        Kind::ArticleMagazine => "MGZN",
        Kind::ArticleNewspaper => "NEWS",
        Kind::Book => "BOOK",
        Kind::Chapter => "CHAP",
        Kind::Document | Kind::Interview | Kind::Speech | Kind::Treaty => "GEN",
        Kind::LegalCase => "CASE",
        Kind::Legislation => "STAT",
        Kind::Manuscript => "MANSCPT",
        Kind::PaperConference => "CPAPER",
        Kind::PostWeblog => "BLOG",
        Kind::Report => "RPRT",
        Kind::Thesis => "THES",
        Kind::Webpage => "ELEC",
    }
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
    use vitrine_corpus::publication::Publication;

    use super::super::item::{Access, Work};
    use super::*;

    #[test]
    fn a_record_is_of_the_documents_kind() {
        let text = |text: &str| Some(text.to_owned());
        let publication = Publication {
            kind: Some(Kind::Chapter),
            container: text("Grain"),
            volume: text("2"),
            pages: text("6\u{2013}21"),
            place: text("Leeds"),
            editors: vec!["Anna Weir".to_owned()],
            translators: vec!["李四".to_owned()],
            doi: text("10.1000/182"),
            ..Publication::default()
        };
        let publisher = Some("Mill Press");
        let mut work = Work { id: "a", language: "und", publisher, publication, ..Work::default() };
        assert_eq!(
            ris(&Item::new(&work, &Access::default())),
            "TY  - CHAP\r\nID  - a\r\nA2  - Weir, Anna\r\nA4  - 李四\r\nT2  - Grain\r\n\
             PB  - Mill Press\r\nCY  - Leeds\r\nVL  - 2\r\nSP  - 6\r\nEP  - 21\r\n\
             DO  - 10.1000/182\r\nER  - \r\n\r\n"
        );
        work.publication = Publication {
            kind: Some(Kind::Report),
            number: text("R 1"),
            pages: text("iv"),
            ..Publication::default()
        };
        assert_eq!(
            ris(&Item::new(&work, &Access::default())),
            "TY  - RPRT\r\nID  - a\r\nPB  - Mill Press\r\nSN  - R 1\r\nSP  - iv\r\nER  - \r\n\r\n"
        );
    }

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
