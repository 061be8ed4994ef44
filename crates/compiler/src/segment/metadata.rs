//! What does a document say of itself? Author, source, date and keywords from its head, and what
//! `corpus.toml` says instead.

use std::sync::LazyLock;

use regex::Regex;
use vitrine_corpus::model::{Localized, Role};

use super::roles::Place;
use super::units::Unit;
use crate::config::{DocumentEntry, Texts};
use crate::read::File;

/// What is known of a document.
pub(crate) struct Metadata {
    pub(crate) id: String,
    pub(crate) title: Localized,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) original_language: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) rights: Option<String>,
}

/// A line of a document's head that names what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Author,
    Source,
    Date,
    Keywords,
}

static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:",
        r"(?P<author>作者|撰文|记者|記者|author(?:\(s\)|s)?)",
        r"|(?P<source>网站来源|網站來源|文章来源|来源|來源|出处|出處|source)",
        r"|(?P<date>发布时间|發布時間|发表时间|日期|时间|時間|date|published)",
        r"|(?P<keywords>关键词|關鍵詞|關鍵字|关键字|标签|key ?words?)",
        r")\s*(?:/\s*[\p{L}() ]{3,20})?\s*[::]\s*(?P<value>.*)$",
    ))
    .expect("the pattern is right")
});

/// 【文/ …】, 文/…, By Jane Doe.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:【\s*文\s*[//::]\s*(?P<a>.{2,40})】|文\s*[//|]\s*(?P<b>.{2,40})|[Bb][Yy] (?P<c>\p{Lu}[\p{L}.'-]+(?: (?:and )?\p{Lu}[\p{L}.'-]+){1,5}))$")
        .expect("the pattern is right")
});

/// A source and the moment it was put there: 某某网 2024-11-05 14:57:48.
static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<source>.{0,30}?)\s*(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:来源|來源)[::]?\s*\S+)?$")
        .expect("the pattern is right")
});

/// The field that a line gives, with its value; only a short line does.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    if text.chars().count() > 200 {
        return None;
    }
    let found = FIELD.captures(text)?;
    let value = found.name("value").map_or("", |value| value.as_str()).trim();
    let names = [
        ("author", Field::Author),
        ("source", Field::Source),
        ("date", Field::Date),
        ("keywords", Field::Keywords),
    ];
    let (_, field) = names.into_iter().find(|(name, _)| found.name(name).is_some())?;
    Some((field, value))
}

/// Whether a line says by whom or when, in a form of its own.
pub(super) fn is_byline(text: &str) -> bool {
    BYLINE.is_match(text) || STAMP.is_match(text)
}

/// The document's id: as `corpus.toml` says, else its file's name in the letters of a link.
pub(super) fn document_id(file: &File, entry: Option<&DocumentEntry>) -> String {
    if let Some(id) = entry.and_then(|entry| entry.id.clone()) {
        return id;
    }
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let words: Vec<String> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "document".to_owned() } else { words.join("-") }
}

/// Brings together what the document and `corpus.toml` say; the latter goes first.
pub(super) fn read(
    file: &File,
    entry: Option<&DocumentEntry>,
    units: &[Unit],
    places: &[Place],
    main_language: &str,
) -> Metadata {
    let own = own_words(units, places);
    let own_title = units
        .iter()
        .zip(places)
        .find(|(_, place)| place.role == Role::Heading && place.depth == 1)
        .map(|(unit, _)| unit.text.as_str());
    let title = match entry.map_or(&Texts::None, |entry| &entry.title) {
        title if title.is_empty() => {
            let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
            Localized::one(main_language, own_title.unwrap_or(stem))
        }
        title => title.to_model(),
    };
    let said_date = entry.and_then(|entry| entry.date.as_ref()).map(|date| date.get_ref().clone());
    Metadata {
        id: document_id(file, entry),
        title,
        authors: entry.and_then(|entry| entry.authors.clone()).unwrap_or(own.authors),
        publisher: entry.and_then(|entry| entry.publisher.clone()).or(own.publisher),
        date: said_date.or(own.date),
        original_language: entry.and_then(|entry| entry.original_language.clone()),
        keywords: entry.and_then(|entry| entry.keywords.clone()).unwrap_or(own.keywords),
        rights: entry.and_then(|entry| entry.rights.clone()),
    }
}

#[derive(Default)]
struct OwnWords {
    authors: Vec<String>,
    publisher: Option<String>,
    date: Option<String>,
    keywords: Vec<String>,
}

/// What the metadata lines of a document say.
fn own_words(units: &[Unit], places: &[Place]) -> OwnWords {
    let mut own = OwnWords::default();
    for (unit, _) in units.iter().zip(places).filter(|(_, place)| place.role == Role::Metadata) {
        if let Some((field, value)) = field(&unit.text) {
            match field {
                Field::Author => own.authors = list(value),
                Field::Source => {
                    own.publisher = Some(value.to_owned()).filter(|value| !value.is_empty())
                }
                Field::Date => own.date = date(value),
                Field::Keywords => own.keywords = list(value),
            }
        } else if let Some(names) = BYLINE.captures(&unit.text) {
            let names = ["a", "b", "c"].iter().find_map(|name| names.name(name));
            own.authors = names.map(|names| byline(names.as_str())).unwrap_or_default();
        } else if let Some(stamp) = STAMP.captures(&unit.text) {
            own.date = own.date.or_else(|| stamp_date(&stamp));
            let source = stamp["source"].trim();
            if !source.is_empty() {
                own.publisher.get_or_insert_with(|| source.to_owned());
            }
        }
    }
    own
}

fn list(value: &str) -> Vec<String> {
    value
        .split([',', ',', ';', ';', '、'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Chinese names in a byline are parted by spaces; a space inside a Latin name parts nothing.
fn byline(names: &str) -> Vec<String> {
    if names.is_ascii() {
        return names.split(" and ").flat_map(list).collect();
    }
    names.split_whitespace().flat_map(list).collect()
}

fn stamp_date(stamp: &regex::Captures<'_>) -> Option<String> {
    let number = |name: &str| stamp[name].parse::<u32>().ok();
    let date = format!("{:04}-{:02}-{:02}", number("year")?, number("month")?, number("day")?);
    date.parse::<vitrine_corpus::edtf::Edtf>().ok().map(|date| date.to_string())
}

/// The date of a metadata line, in whatever form passages may write it.
fn date(value: &str) -> Option<String> {
    let mut context = crate::enrich::dates::DateContext::default();
    crate::enrich::dates::find_dates(value, &mut context).first().map(|date| date.edtf.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_either_language_or_both() {
        assert_eq!(field("作者/Author(s): Thomas Graham"), Some((Field::Author, "Thomas Graham")));
        assert_eq!(
            field("網站來源/Source: Foreign Affairs"),
            Some((Field::Source, "Foreign Affairs"))
        );
        assert_eq!(field("关键词:朝鲜;制裁"), Some((Field::Keywords, "朝鲜;制裁")));
        assert_eq!(field("作者简介:某人,历史学家。"), None);
    }

    #[test]
    fn bylines_and_stamps() {
        assert!(is_byline("【文/ 徐博 鄒松洋】"));
        assert!(is_byline("渊亭防务 2024-11-05 14:57:48"));
        assert!(is_byline("By Jane Doe and John Roe"));
        assert!(!is_byline("By 2024 the trade had doubled"));
        let stamp = STAMP.captures("渊亭防务 2024-11-05 14:57:48").unwrap();
        assert_eq!(stamp_date(&stamp).as_deref(), Some("2024-11-05"));
        assert_eq!(byline("徐博 鄒松洋"), ["徐博", "鄒松洋"]);
        assert_eq!(byline("Jane Doe and John Roe"), ["Jane Doe", "John Roe"]);
    }
}
