//! What does CSL-JSON say of a document? The record that every other form is made of.

use serde::{Serialize, Serializer};
use vitrine_corpus::citation::{Day, is_mark};
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::publication::{Kind, Publication};

use super::names::Name;

/// What is known of a document.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// Its id in the corpus.
    pub id: &'a str,
    /// The language (BCP 47) it was written in.
    pub language: &'a str,
    /// Titles by language.
    pub titles: Vec<(&'a str, &'a str)>,
    /// As the document names them.
    pub authors: Vec<&'a str>,
    /// The site, journal or house.
    pub publisher: Option<&'a str>,
    /// EDTF.
    pub date: Option<&'a str>,
    /// As the document gives them.
    pub keywords: Vec<&'a str>,
    /// How and where it was published.
    pub publication: Publication,
}

/// Where a reader found it, and when: what stands for the address of a document that has none of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// The address.
    pub url: Option<String>,
    /// The day.
    pub day: Option<Day>,
}

/// A document as CSL-JSON has it; a field that is not known is not written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Item {
    /// The document's id.
    pub id: String,
    /// Where nothing says what it is, a page of the web if there is an address, else a document.
    #[serde(rename = "type", serialize_with = "by_name")]
    pub kind: Kind,
    /// The title in the document's own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    /// Who edited it, or what it is a part of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editor: Vec<Name>,
    /// Who translated it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translator: Vec<Name>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<DateParts>,
    /// The house, or whoever published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher_place: Option<String>,
    /// The journal, book or site that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// Volume of the container, or of the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<String>,
    /// Issue of the container.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Its pages in the container.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The number of a report, a law or a treaty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The language it was written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// As the document gives them; CSL-JSON has them in one text.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "with_commas")]
    pub keyword: Vec<String>,
    /// Digital object identifier.
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Its own address, or where it was found.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<DateParts>,
}

/// A date, only as exact as it is known, or two of them that something lies between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateParts {
    /// Year, month and day of each; one that is not known is not there.
    pub parts: Vec<Vec<i32>>,
}

impl DateParts {
    /// A date in EDTF; `None` for what is no date.
    pub fn of(edtf: &str) -> Option<DateParts> {
        edtf.parse::<Edtf>().ok()?;
        let point = |text: &str| text.split('-').map(|part| part.parse().ok()).collect();
        Some(DateParts { parts: edtf.split('/').map(point).collect::<Option<_>>()? })
    }
}

impl From<Day> for DateParts {
    fn from(day: Day) -> DateParts {
        DateParts { parts: vec![vec![day.year, i32::from(day.month), i32::from(day.day)]] }
    }
}

impl Serialize for DateParts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Parts<'a> {
            #[serde(rename = "date-parts")]
            parts: &'a [Vec<i32>],
        }
        Parts { parts: &self.parts }.serialize(serializer)
    }
}

fn with_commas<S: Serializer>(words: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&words.join(", "))
}

fn by_name<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.as_str())
}

impl Item {
    /// The record of a document. Of one without an address of its own, that it was found so.
    pub fn new(work: &Work<'_>, access: &Access) -> Item {
        let line = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty());
        let known = |text: &Option<String>| text.as_deref().and_then(line);
        let names =
            |names: &[String]| names.iter().filter_map(|name| line(name)).map(Name::new).collect();
        let own = &work.publication;
        let (url, accessed) = if own.has_address() {
            let day = own.accessed.as_deref().and_then(DateParts::of);
            (own.url.clone(), day.filter(|_| own.url.is_some()))
        } else {
            let day = access.day.filter(|_| access.url.is_some());
            (access.url.clone(), day.map(DateParts::from))
        };
        let kind = own.kind.unwrap_or(if url.is_some() { Kind::Webpage } else { Kind::Document });
        let publisher = work.publisher.and_then(line);
        let (publisher, container_title) = match known(&own.container) {
            None if kind.appears_in_publisher() => (None, publisher),
            container => (publisher, container),
        };
        Item {
            id: work.id.to_owned(),
            kind,
            title: title(work).and_then(line),
            author: work.authors.iter().filter_map(|name| line(name)).map(Name::new).collect(),
            editor: names(&own.editors),
            translator: names(&own.translators),
            issued: work.date.and_then(DateParts::of),
            publisher,
            publisher_place: known(&own.place),
            container_title,
            volume: known(&own.volume),
            issue: known(&own.issue),
            page: known(&own.pages),
            number: known(&own.number),
            language: line(work.language).filter(|tag| tag != "und"),
            keyword: work.keywords.iter().filter_map(|word| line(word)).collect(),
            doi: own.doi.clone(),
            url,
            accessed,
        }
    }
}

/// The title in the document's own language; else in the other script, else in whichever comes first.
fn title<'a>(work: &Work<'a>) -> Option<&'a str> {
    let primary = |tag: &str| tag.split('-').next().map(str::to_owned);
    let with = |fits: &dyn Fn(&str) -> bool| {
        work.titles.iter().find(|(lang, text)| fits(lang) && !text.trim().is_empty())
    };
    with(&|lang| lang == work.language)
        .or_else(|| with(&|lang| primary(lang) == primary(work.language)))
        .or_else(|| with(&|_| true))
        .map(|(_, text)| *text)
}

/// A text on one line, as no reference manager has a use for the line breaks of a title, and without
/// characters that are marks.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || is_mark(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(work: &Work<'_>, access: &Access) -> String {
        serde_json::to_string(&Item::new(work, access)).unwrap()
    }

    #[test]
    fn what_is_not_known_is_not_there() {
        let work = Work { id: "a", language: "und", ..Work::default() };
        assert_eq!(json(&work, &Access::default()), r#"{"id":"a","type":"document"}"#);
    }

    #[test]
    fn the_title_is_the_one_of_its_own_language() {
        let titles = vec![("en", "Grain"), ("zh-Hans", "粮食"), ("zh-Hant", "糧食")];
        let of = |language| {
            let work = Work { id: "a", language, titles: titles.clone(), ..Work::default() };
            Item::new(&work, &Access::default()).title.unwrap()
        };
        assert_eq!([of("zh-Hant"), of("zh-TW"), of("ko")], ["糧食", "粮食", "Grain"]);
    }

    #[test]
    fn dates_are_no_more_exact_than_known() {
        let parts = |edtf| DateParts::of(edtf).map(|date| date.parts);
        assert_eq!(parts("2024-11-05"), Some(vec![vec![2024, 11, 5]]));
        assert_eq!(parts("2024-11"), Some(vec![vec![2024, 11]]));
        assert_eq!(parts("2014/2017-03"), Some(vec![vec![2014], vec![2017, 3]]));
        assert_eq!(parts("lately"), None);
    }

    #[test]
    fn the_day_of_access_goes_with_an_address() {
        let work = Work { id: "a", language: "en", ..Work::default() };
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        assert!(Item::new(&work, &Access { url: None, day }).accessed.is_none());
        let item = Item::new(&work, &Access { url: Some("https://a.invalid/".to_owned()), day });
        assert_eq!(
            (item.kind, item.accessed.unwrap().parts),
            (Kind::Webpage, vec![vec![2026, 7, 1]])
        );
    }

    #[test]
    fn what_a_document_says_of_its_publication_goes_first() {
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        let access = Access { url: Some("https://page.invalid/".to_owned()), day };
        let publication = Publication {
            kind: Some(Kind::Chapter),
            container: Some("Grain and Peace".to_owned()),
            pages: Some("6–21".to_owned()),
            place: Some("Leeds".to_owned()),
            editors: vec!["Anna Weir".to_owned()],
            url: Some("https://own.invalid/".to_owned()),
            accessed: Some("2020-02-03".to_owned()),
            ..Publication::default()
        };
        let publisher = Some("Mill Press");
        let mut work = Work { id: "a", language: "en", publisher, publication, ..Work::default() };
        assert_eq!(
            json(&work, &access),
            "{\"id\":\"a\",\"type\":\"chapter\",\"editor\":[{\"family\":\"Weir\",\"given\":\"Anna\"}],\
             \"publisher\":\"Mill Press\",\"publisher-place\":\"Leeds\",\
             \"container-title\":\"Grain and Peace\",\"page\":\"6–21\",\"language\":\"en\",\
             \"URL\":\"https://own.invalid/\",\"accessed\":{\"date-parts\":[[2020,2,3]]}}"
        );
        // What has an identifier is found by that: neither the page nor the day of reading stands for it.
        work.publication.url = None;
        work.publication.doi = Some("10.1000/182".to_owned());
        let item = Item::new(&work, &access);
        assert_eq!(
            (item.doi.as_deref(), item.url, item.accessed),
            (Some("10.1000/182"), None, None)
        );
        // A journal is what an article is a part of, named as its publisher or not.
        work.publication =
            Publication { kind: Some(Kind::ArticleJournal), ..Publication::default() };
        let item = Item::new(&work, &access);
        assert_eq!((item.container_title.as_deref(), item.publisher), (publisher, None));
    }

    #[test]
    fn a_title_stands_on_one_line() {
        let titles = vec![("en", " One,\r\n\ttwo\u{0} ")];
        let work = Work { id: "a", language: "en", titles, ..Work::default() };
        assert_eq!(Item::new(&work, &Access::default()).title.unwrap(), "One, two");
    }
}
