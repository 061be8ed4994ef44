//! How is a citation completed? The image has a text for each document and form, with marks where stands
//! what only the reader's moment knows: the address of the page and the day on which it was read.

use std::collections::HashMap;
use std::fmt::Write;

use crate::model::{ArchivedCitations, ArchivedDocument, Citations, Document};

/// The forms in which a document is cited: what is read by people, then what is read by programs.
pub const FORMS: [&str; 7] =
    ["gb-t-7714-2025", "chicago", "apa", "mla", "bibtex", "ris", "csl-json"];

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Four digits.
    pub year: i32,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// What a mark stands for. Marks are characters that are free for private use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The address of the document or the passage in the page.
    Url,
    /// A day as `2026-07-01`.
    DayIso,
    /// A day as `July 1, 2026`.
    DayMonthFirst,
    /// A day as `1 July 2026`, longer names of months cut short as MLA does.
    DayMonthShort,
    /// A day as `2026年7月1日`.
    DayChinese,
    /// A day as `2026,7,1`.
    DayParts,
    /// A day as `2026/07/01`.
    DayStrokes,
}

impl Mark {
    /// All of them.
    pub const ALL: [Mark; 7] = [
        Mark::Url,
        Mark::DayIso,
        Mark::DayMonthFirst,
        Mark::DayMonthShort,
        Mark::DayChinese,
        Mark::DayParts,
        Mark::DayStrokes,
    ];

    /// The character that stands in a text.
    pub const fn character(self) -> char {
        match self {
            Mark::Url => '\u{e000}',
            Mark::DayIso => '\u{e001}',
            Mark::DayMonthFirst => '\u{e002}',
            Mark::DayMonthShort => '\u{e003}',
            Mark::DayChinese => '\u{e004}',
            Mark::DayParts => '\u{e005}',
            Mark::DayStrokes => '\u{e006}',
        }
    }

    /// What is written in its place; the name of what is missing, in braces, if that is not known.
    pub fn filled(self, url: Option<&str>, day: Option<Day>) -> String {
        if self == Mark::Url {
            return url.unwrap_or("{url}").to_owned();
        }
        let Some(Day { year, month, day }) = day else {
            return "{accessed}".to_owned();
        };
        let (long, short) = MONTHS[usize::from(month.clamp(1, 12)) - 1];
        match self {
            Mark::Url | Mark::DayIso => format!("{year:04}-{month:02}-{day:02}"),
            Mark::DayMonthFirst => format!("{long} {day}, {year}"),
            Mark::DayMonthShort => format!("{day} {short} {year}"),
            Mark::DayChinese => format!("{year}年{month}月{day}日"),
            Mark::DayParts => format!("{year},{month},{day}"),
            Mark::DayStrokes => format!("{year:04}/{month:02}/{day:02}"),
        }
    }
}

/// The months in English, and as MLA cuts them short.
const MONTHS: [(&str, &str); 12] = [
    ("January", "Jan."),
    ("February", "Feb."),
    ("March", "Mar."),
    ("April", "Apr."),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."),
];

/// Whether a character stands for something else in a citation.
pub fn is_mark(c: char) -> bool {
    [TITLE, ID].contains(&c) || Mark::ALL.iter().any(|mark| mark.character() == c)
}

/// A citation with address and day in the places of its marks.
pub fn fill(citation: &str, url: Option<&str>, day: Option<Day>) -> String {
    let mut filled = String::with_capacity(citation.len() + 80);
    for c in citation.chars() {
        match Mark::ALL.into_iter().find(|mark| mark.character() == c) {
            Some(mark) => filled += &mark.filled(url, day),
            None => filled.push(c),
        }
    }
    filled
}

/// Stands for the document's title, in the first of its wordings.
const TITLE: char = '\u{e007}';

/// Stands for the document's id.
const ID: char = '\u{e008}';

impl Citations {
    /// Of each document the texts in all [`FORMS`], with marks for address and day.
    pub fn of(documents: &[Document], texts: &[Vec<String>]) -> Citations {
        let mut all = Citations::default();
        let mut places = HashMap::new();
        for (document, texts) in documents.iter().zip(texts) {
            let title = document.title.texts.first().map_or("", |title| &title.text);
            for text in texts {
                let text = shared(text, title, &document.id);
                let next = places.len() as u32;
                let place = *places.entry(text).or_insert_with_key(|text| {
                    all.texts.push(text);
                    next
                });
                all.of_documents.push(place);
            }
        }
        all
    }
}

/// A text with marks for title and id.
fn shared(text: &str, title: &str, id: &str) -> String {
    let mut shared = text.to_owned();
    for (words, mark) in [(title, TITLE), (id, ID)] {
        if !words.is_empty() {
            shared = shared.replace(words, mark.encode_utf8(&mut [0; 4]));
        }
    }
    shared
}

impl ArchivedCitations {
    /// The texts of document `n`, in the order of [`FORMS`], with marks for address and day.
    pub fn texts_of<'a>(
        &'a self,
        n: usize,
        document: &'a ArchivedDocument,
    ) -> impl Iterator<Item = String> + 'a {
        let title = document.title.iter().next().map_or("", |(_, title)| title);
        let places = &self.of_documents[n * FORMS.len()..][..FORMS.len()];
        places.iter().map(move |place| {
            let mut text = String::new();
            for c in self.texts.get(place.to_native() as usize).chars() {
                match c {
                    TITLE => text.push_str(title),
                    ID => text.push_str(&document.id),
                    _ => text.push(c),
                }
            }
            text
        })
    }
}

/// The citation of a passage: its document's, filled with the passage's address, then which paragraph it is
/// (counted from 1), and of which version of the corpus, as no address says that. In the language of the
/// document.
pub fn of_passage(
    citation: &str,
    language: &str,
    paragraph: usize,
    corpus: &str,
    version: &str,
) -> String {
    let mut text = citation.trim_end().to_owned();
    let written = match language.split('-').next() {
        Some("zh") => {
            write!(text, " 第{paragraph}段\u{ff08}文集{corpus}\u{ff0c}版本{version}\u{ff09}.")
        }
        _ => write!(text, " Para. {paragraph} (corpus {corpus}, version {version})."),
    };
    written.expect("a string takes everything");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_and_all_else_stays() {
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        let text: String = Mark::ALL.iter().map(|mark| format!("{}|", mark.character())).collect();
        assert_eq!(
            fill(&format!("𠮷 {{url}} {text}"), Some("u"), day),
            "𠮷 {url} u|2026-07-01|July 1, 2026|1 July 2026|2026年7月1日|2026,7,1|2026/07/01|"
        );
        assert_eq!(fill("\u{e000} \u{e003}", None, None), "{url} {accessed}");
    }

    #[test]
    fn a_passage_is_cited_in_the_language_of_its_document() {
        assert_eq!(
            of_passage("Graham. \u{201c}Then.\u{201d}", "en", 3, "c", "12ab"),
            "Graham. \u{201c}Then.\u{201d} Para. 3 (corpus c, version 12ab)."
        );
        assert!(of_passage("徐博.", "zh-Hant", 3, "c", "1").contains("第3段"));
        assert!(of_passage("徐博.", "zh", 3, "c", "1").contains("第3段"));
    }
}
