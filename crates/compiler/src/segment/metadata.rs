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
    Title,
    Author,
    Source,
    Date,
    Keywords,
}

static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^[【\[*]*(?:",
        r"(?P<title>标题|標題|题目|題目|篇名|title)",
        r"|(?P<author>作者|撰文|文|记者|記者|author(?:\(s\)|s)?)",
        r"|(?P<source>网站来源|網站來源|文章来源|来源|來源|出处|出處|期刊|刊名|出版社|source|publisher|publication)",
        r"|(?P<date>发布时间|發布時間|发表时间|發表時間|更新时间|更新時間|日期|时间|時間|(?:publication )?date|published(?: on)?|posted(?: on)?|(?:last )?updated(?: on)?)",
        r"|(?P<keywords>关键词|關鍵詞|關鍵字|关键字|标签|標籤|key ?words?|tags?|index terms)",
        r")[】\]]?\s*(?:/\s*[\p{L}() ]{3,20})?\s*[:：】\]]\**\s*(?P<value>.*)$",
    ))
    .expect("the pattern is right")
});

/// 【文/ …】, 文/…, By Jane Doe.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:【\s*文\s*[/／:：]\s*(?P<a>.{2,40})】|文\s*[/／|]\s*(?P<b>.{2,40})|",
        r"\p{Han}{0,4}(?:记者|記者)\s*(?P<d>\p{Han}{2,4}(?:、\p{Han}{2,4}){0,3})\s*[/／]\s*\p{Han}{2,8}|",
        r"(?:(?:[Ww]ritten |[Ii]nterview )?[Bb][Yy]|BY) (?P<c>\p{Lu}[\p{L}.'’-]+(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*){1,9}))$",
    ))
    .expect("the pattern is right")
});

/// A line of several: what stands apart in it by strokes or by wide spaces.
pub(super) fn cells(text: &str) -> impl Iterator<Item = &str> {
    static APART: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\s*[|｜]\s*|　+|\t+|\s{2,}").expect("the pattern is right"));
    APART.split(text).map(str::trim).filter(|cell| !cell.is_empty())
}

/// A cell is at most this wide.
const MAX_CELL: usize = 60;

/// Whether a line of several says by whom or when: “2024-04-23 08:15  来源:某报  作者:某人”.
pub(super) fn is_row(text: &str) -> bool {
    let is_cell = |cell: &str| super::units::columns(cell) <= MAX_CELL && !cell.ends_with('。');
    let tells = |cell: &str| {
        is_byline(cell)
            || is_date(cell)
            || matches!(field(cell), Some((kind, value)) if kind != Field::Title && !value.is_empty())
    };
    text.chars().count() <= 200
        && cells(text).nth(1).is_some()
        && cells(text).all(is_cell)
        && cells(text).any(tells)
}

/// A source and the moment it was put there: 某某网 2024-11-05 14:57:48.
static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:原创\s)?(?P<source>[^:：,，。;；]{0,30}?)\s*(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:来源|來源)[:：]?\s*(?P<from>\S+))?(?:\s+[\p{Han}]{2,4})?$")
        .expect("the pattern is right")
});

/// The field that a line gives, with its value; only a short line does.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    if text.chars().count() > 200 {
        return None;
    }
    let found = FIELD.captures(text)?;
    let value = found.name("value").map_or("", |value| value.as_str()).trim();
    let value = value.trim_matches(['"', '\'', '[', ']', '*']);
    let names = [
        ("title", Field::Title),
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

/// Whether a line is a date, and hardly more: “Updated March 5, 2024 6:12 a.m. EST”.
pub(super) fn is_date(text: &str) -> bool {
    if text.chars().count() > 60 || !text.contains(|c: char| c.is_numeric()) {
        return false;
    }
    let mut context = crate::enrich::dates::DateContext::default();
    let found = crate::enrich::dates::find_dates(text, &mut context);
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return false;
    };
    let rest = format!("{} {}", &text[..first.start], &text[last.end..]).to_lowercase();
    rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| {
        /// What dates are written with.
        const BESIDE: [&str; 39] = [
            "published",
            "updated",
            "posted",
            "last",
            "modified",
            "first",
            "on",
            "at",
            "of",
            "a",
            "p",
            "m",
            "am",
            "pm",
            "est",
            "edt",
            "et",
            "gmt",
            "utc",
            "bst",
            "cet",
            "kst",
            "h",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "星期",
            "发布",
        ];
        BESIDE.contains(&word) || word.starts_with("星期") || word.starts_with("周")
    })
}

/// The authors that the head of a document names.
pub(super) fn authors(units: &[Unit], places: &[Place]) -> Vec<String> {
    own_words(units, places).authors
}

/// Whether a line says by whom.
pub(super) fn is_author_line(text: &str) -> bool {
    BYLINE.is_match(text)
}

/// The document's id: as `corpus.toml` says, else its file's name in the letters of a link.
pub(super) fn document_id(file: &File, entry: Option<&DocumentEntry>) -> String {
    if let Some(records) = &file.records {
        return records.document.clone();
    }
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
        .map(|(unit, _)| unit.text.as_str())
        .or(own.title.as_deref());
    // An entry speaks of the whole file, which may be many documents.
    let entry_title = entry.filter(|_| file.records.is_none()).map(|entry| &entry.title);
    let own_title = file.records.as_ref().map(|records| records.document.as_str()).or(own_title);
    let title = match entry_title.unwrap_or(&Texts::None) {
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
    title: Option<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    date: Option<String>,
    keywords: Vec<String>,
}

/// What the metadata lines of a document say; of two that say the same kind of thing, the first.
fn own_words(units: &[Unit], places: &[Place]) -> OwnWords {
    let mut own = OwnWords::default();
    // Where it was put is its source only if it names no other.
    let mut stamped: Option<String> = None;
    let title = places.iter().position(|place| place.depth == 1);
    let first_text = places.iter().position(|place| place.role == Role::Content);
    let lines = units.iter().enumerate().filter(|(n, _)| places[*n].role == Role::Metadata);
    let lines = lines.flat_map(|(n, unit)| {
        let text = unit.text.as_str();
        let (cells, whole) =
            if is_row(text) { (Some(cells(text)), None) } else { (None, Some(text)) };
        cells.into_iter().flatten().chain(whole).map(move |text| (n, text))
    });
    for (n, text) in lines {
        let is_head = first_text.is_none_or(|first| n < first);
        if let Some((field, value)) = field(text).filter(|(_, value)| !value.is_empty()) {
            match field {
                Field::Title if is_head => own.title = own.title.or(Some(value.to_owned())),
                Field::Author => say_first(&mut own.authors, || persons(value)),
                Field::Source => own.publisher = own.publisher.or(Some(value.to_owned())),
                Field::Date => own.date = own.date.or_else(|| date(value)),
                Field::Keywords => say_first(&mut own.keywords, || list(value)),
                Field::Title => {}
            }
        } else if let Some(names) = BYLINE.captures(text) {
            let names = ["a", "b", "c", "d"].iter().find_map(|name| names.name(name));
            say_first(&mut own.authors, || {
                names.map(|names| byline(names.as_str())).unwrap_or_default()
            });
        } else if let Some(stamp) = STAMP.captures(text) {
            own.date = own.date.or_else(|| stamp_date(&stamp));
            let from = stamp.name("from").map_or(&stamp["source"], |from| from.as_str());
            // “某某 某某 某某网”: who wrote it, then where.
            let source = from.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
            if !source.is_empty() {
                stamped.get_or_insert_with(|| source.to_owned());
            }
        } else if is_head || is_date(text) {
            own.date = own.date.or_else(|| date(text));
            if title.is_some_and(|title| n > title) && super::roles::is_names(text) {
                say_first(&mut own.authors, || byline(text));
            }
        }
    }
    own.publisher = own.publisher.or(stamped);
    own
}

fn say_first(list: &mut Vec<String>, said: impl FnOnce() -> Vec<String>) {
    if list.is_empty() {
        *list = said();
    }
}

/// Authors, each perhaps with what they are behind a comma: 张三,某校教授;李四,某校学生.
fn persons(value: &str) -> Vec<String> {
    if value.contains([';', '；']) {
        let name = |person: &str| list(person).into_iter().next();
        return value.split([';', '；']).filter_map(name).collect();
    }
    list(value)
}

fn list(value: &str) -> Vec<String> {
    value
        .split([',', '，', ';', '；', '、'])
        .map(|item| item.trim_matches(|c: char| c.is_whitespace() || "*†\"'".contains(c)))
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Chinese names in a byline are parted by spaces; a space inside a Latin name parts nothing.
fn byline(names: &str) -> Vec<String> {
    if !names.chars().any(crate::folding::is_han) {
        return names.replace(" & ", " and ").split(" and ").flat_map(list).collect();
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
    // JUNE 2024 is June 2024.
    let value = if value.is_ascii() { capitalised(value) } else { value.to_owned() };
    let dates = crate::enrich::dates::find_dates(&value, &mut context);
    // A year before our era is none the image can keep.
    let first = dates.into_iter().next()?.edtf;
    first.parse::<vitrine_corpus::edtf::Edtf>().is_ok().then_some(first)
}

fn capitalised(text: &str) -> String {
    let mut before = ' ';
    let capitalise = |c: char| {
        let is_first = !before.is_ascii_alphabetic();
        before = c;
        if is_first { c } else { c.to_ascii_lowercase() }
    };
    text.chars().map(capitalise).collect()
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
