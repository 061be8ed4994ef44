//! What does CSL-JSON say of a document? The record that every other form is made of.

use serde::{Serialize, Serializer};
use vitrine_corpus::citation::{Day, is_mark};
use vitrine_corpus::edtf::Edtf;

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
}

/// Where a reader found it, and when.
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
    /// `webpage` where there is an address, else `document`: no more is known of its kind.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The title in the document's own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<DateParts>,
    /// Site, journal or house, of a document without an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The same of a page: what styles name in the place of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// The language it was written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// As the document gives them; CSL-JSON has them in one text.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "with_commas")]
    pub keyword: Vec<String>,
    /// Where it was found.
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

impl Item {
    /// The record of a document that was found so.
    pub fn new(work: &Work<'_>, access: &Access) -> Item {
        let line = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty());
        let source = work.publisher.and_then(line);
        let (publisher, container_title) =
            if access.url.is_some() { (None, source) } else { (source, None) };
        Item {
            id: work.id.to_owned(),
            kind: if access.url.is_some() { "webpage" } else { "document" },
            title: title(work).and_then(line),
            author: work.authors.iter().filter_map(|name| line(name)).map(Name::new).collect(),
            issued: work.date.and_then(DateParts::of),
            publisher,
            container_title,
            language: line(work.language).filter(|tag| tag != "und"),
            keyword: work.keywords.iter().filter_map(|word| line(word)).collect(),
            url: access.url.clone(),
            accessed: access.day.filter(|_| access.url.is_some()).map(DateParts::from),
        }
    }
}

impl Item {
    /// Site, journal or house.
    pub fn source(&self) -> Option<&str> {
        self.publisher.as_deref().or(self.container_title.as_deref())
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
        assert_eq!((item.kind, item.accessed.unwrap().parts), ("webpage", vec![vec![2026, 7, 1]]));
    }

    #[test]
    fn a_title_stands_on_one_line() {
        let titles = vec![("en", " One,\r\n\ttwo\u{0} ")];
        let work = Work { id: "a", language: "en", titles, ..Work::default() };
        assert_eq!(Item::new(&work, &Access::default()).title.unwrap(), "One, two");
    }
}
