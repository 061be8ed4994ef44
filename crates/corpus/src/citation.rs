//! How is a citation completed? The image has a text for each document and form, with marks where stands
//! what only the reader's moment knows: the address of the page, the day on which it was read, and which
//! passage is meant.

mod record;

use std::collections::HashMap;

pub use record::{in_latex, key};

use crate::model::{ArchivedCitations, ArchivedDocument, Citations, Document};

/// A form in which a document is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An entry by GB/T 7714—2025, for lists that mix languages.
    GbT7714,
    /// An entry by the Chicago Manual of Style, for lists in English.
    Chicago,
    /// An entry by the American Psychological Association, for lists in English.
    Apa,
    /// An entry by the Modern Language Association, for lists in English.
    Mla,
    /// A record of BibTeX.
    Bibtex,
    /// A record of RIS.
    Ris,
    /// A record of CSL-JSON.
    CslJson,
}

impl Form {
    /// All of them: what is read by people, then what is read by programs.
    pub const ALL: [Form; 7] = [
        Form::GbT7714,
        Form::Chicago,
        Form::Apa,
        Form::Mla,
        Form::Bibtex,
        Form::Ris,
        Form::CslJson,
    ];

    /// What exports and the page's markup call it.
    pub const fn id(self) -> &'static str {
        match self {
            Form::GbT7714 => "gb-t-7714-2025",
            Form::Chicago => "chicago",
            Form::Apa => "apa",
            Form::Mla => "mla",
            Form::Bibtex => "bibtex",
            Form::Ris => "ris",
            Form::CslJson => "csl-json",
        }
    }

    /// What people call it: a name of its own, the same in all languages.
    pub const fn name(self) -> &'static str {
        match self {
            Form::GbT7714 => "GB/T 7714\u{2014}2025",
            Form::Chicago => "Chicago",
            Form::Apa => "APA",
            Form::Mla => "MLA",
            Form::Bibtex => "BibTeX",
            Form::Ris => "RIS",
            Form::CslJson => "CSL-JSON",
        }
    }

    /// Whether programs read it, and count its lines.
    pub const fn is_record(self) -> bool {
        matches!(self, Form::Bibtex | Form::Ris | Form::CslJson)
    }
}

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
    /// The same where LaTeX reads it as text.
    UrlInLatex,
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
    pub const ALL: [Mark; 8] = [
        Mark::Url,
        Mark::UrlInLatex,
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
            Mark::UrlInLatex => '\u{e009}',
        }
    }

    /// What is written in its place; the name of what is missing, in braces, if that is not known.
    pub fn filled(self, url: Option<&str>, day: Option<Day>) -> String {
        match (self, url) {
            (Mark::Url, _) => return url.unwrap_or("{url}").to_owned(),
            (Mark::UrlInLatex, _) => return url.map_or_else(|| "{url}".to_owned(), in_latex),
            _ => {}
        }
        let Some(Day { year, month, day }) = day else {
            return "{accessed}".to_owned();
        };
        let (long, short) = MONTHS[usize::from(month.clamp(1, 12)) - 1];
        match self {
            Mark::Url | Mark::UrlInLatex | Mark::DayIso => format!("{year:04}-{month:02}-{day:02}"),
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
    [TITLE, KEY, ITALIC, ROMAN].contains(&c) || Mark::ALL.iter().any(|mark| mark.character() == c)
}

/// A part of a citation, in one kind of type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// What stands there.
    pub text: String,
    /// Whether in italics, as styles want titles of books and journals.
    pub is_italic: bool,
}

/// A citation with address and day in the places of its marks, as it is to be set.
pub fn runs(citation: &str, url: Option<&str>, day: Option<Day>) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    for c in citation.chars() {
        let last = runs.len() - 1;
        match Mark::ALL.into_iter().find(|mark| mark.character() == c) {
            Some(mark) => runs[last].text += &mark.filled(url, day),
            None if [ITALIC, ROMAN].contains(&c) => {
                runs.push(Run { text: String::new(), is_italic: c == ITALIC });
            }
            None => runs[last].text.push(c),
        }
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

/// The same as plain text.
pub fn fill(citation: &str, url: Option<&str>, day: Option<Day>) -> String {
    runs(citation, url, day).into_iter().map(|run| run.text).collect()
}

/// Stands for the document's title, in the first of its wordings.
const TITLE: char = '\u{e007}';

/// Stands where italics begin.
pub const ITALIC: char = '\u{e00a}';

/// Stands where they end.
pub const ROMAN: char = '\u{e00b}';

/// Stands for the name by which a record is known among others, in the place of an id.
pub const KEY: char = '\u{e008}';

impl Citations {
    /// Of each document the texts in [`Form::ALL`], with marks for address and day, and [`KEY`] for its id.
    pub fn of(documents: &[Document], texts: &[Vec<String>]) -> Citations {
        let mut all = Citations::default();
        let mut places = HashMap::new();
        for (document, texts) in documents.iter().zip(texts) {
            let title = document.title.texts.first().map_or("", |title| &title.text);
            for text in texts {
                let text = shared(text, title);
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

/// A text with marks for the title.
fn shared(text: &str, title: &str) -> String {
    if title.is_empty() {
        return text.to_owned();
    }
    text.replace(title, TITLE.encode_utf8(&mut [0; 4]))
}

/// A passage as a place in its document.
#[derive(Debug, Clone, Copy)]
pub struct Locator<'a> {
    /// The passage's id.
    pub passage: &'a str,
    /// Where in the document it stands.
    pub spot: Spot<'a>,
    /// The corpus' id.
    pub corpus: &'a str,
    /// The corpus' version, as no address says that.
    pub version: &'a str,
}

/// Where a passage stands in its document, as a reader can count it.
#[derive(Debug, Clone, Copy)]
pub enum Spot<'a> {
    /// In this paragraph, counted from 1 as the page does beside the text.
    Paragraph(usize),
    /// What is no paragraph: in this line of its file, counted from 1.
    Line(&'a str, u32),
}

impl Locator<'_> {
    /// What is added to `text`, a citation in this form: where the passage stands, for people, and where the page
    /// shows it, if the address that the text names is another.
    fn beside(&self, text: &str, form: Form, is_chinese: bool) -> String {
        let mut beside = self.locator(is_chinese);
        if !text.contains(Mark::Url.character()) {
            let mark = if form == Form::Bibtex { Mark::UrlInLatex } else { Mark::Url };
            beside.push_str(if is_chinese { "\u{ff0c}" } else { ", " });
            beside.push(mark.character());
        }
        beside
    }

    fn locator(&self, is_chinese: bool) -> String {
        let Locator { spot, corpus, version, .. } = self;
        match (spot, is_chinese) {
            (Spot::Paragraph(n), true) => {
                format!("第{n}段\u{ff08}文集{corpus}\u{ff0c}版本{version}\u{ff09}")
            }
            (Spot::Line(file, n), true) => {
                format!("{file}第{n}行\u{ff08}文集{corpus}\u{ff0c}版本{version}\u{ff09}")
            }
            (Spot::Paragraph(n), false) => {
                format!("Para. {n} (corpus {corpus}, version {version})")
            }
            (Spot::Line(file, n), false) => {
                format!("Line {n} of {file} (corpus {corpus}, version {version})")
            }
        }
    }
}

impl ArchivedCitations {
    /// The texts of document `n`, in the order of [`Form::ALL`], with marks for address and day.
    pub fn texts_of<'a>(
        &'a self,
        n: usize,
        document: &'a ArchivedDocument,
    ) -> impl Iterator<Item = String> + 'a {
        self.keyed(n, document, &document.id)
    }

    /// The same of a passage: what people read says which paragraph it is and of which version of the corpus,
    /// and so does the note of a record, which is known by the passage's id, so that two passages of a
    /// document do not take each other's place.
    ///
    /// GB/T 7714 says it in the language of the document, the styles of lists in English in English.
    pub fn texts_of_passage<'a>(
        &'a self,
        n: usize,
        document: &'a ArchivedDocument,
        place: Locator<'a>,
    ) -> impl Iterator<Item = String> + 'a {
        let is_chinese = document.language().split('-').next() == Some("zh");
        let texts = self.keyed(n, document, place.passage);
        Form::ALL.into_iter().zip(texts).map(move |(form, text)| {
            let locator = place.beside(&text, form, is_chinese && form == Form::GbT7714);
            if form.is_record() {
                record::with_note(form, &text, &locator)
            } else {
                [text.trim_end(), " ", &locator, "."].concat()
            }
        })
    }

    fn keyed<'a>(
        &'a self,
        n: usize,
        document: &'a ArchivedDocument,
        key: &'a str,
    ) -> impl Iterator<Item = String> + 'a {
        let title = document.title.iter().next().map_or("", |(_, title)| title);
        let count = Form::ALL.len();
        let places = &self.of_documents[n * count..][..count];
        Form::ALL.into_iter().zip(places).map(move |(form, place)| {
            let mut text = String::new();
            for c in self.texts.get(place.to_native() as usize).chars() {
                match c {
                    TITLE => text.push_str(title),
                    KEY => text.push_str(&record::key(form, key)),
                    _ => text.push(c),
                }
            }
            text
        })
    }
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
            "𠮷 {url} u|u|2026-07-01|July 1, 2026|1 July 2026|2026年7月1日|2026,7,1|2026/07/01|"
        );
        let in_latex = fill("\u{e009}", Some("https://a.invalid/#q=50%25_"), None);
        assert_eq!(in_latex, "https://a.invalid/\\#q=50\\%25\\_");
        assert_eq!(fill("\u{e000} \u{e003}", None, None), "{url} {accessed}");
        let set = runs("\u{e00a}Grain\u{e00b}, \u{e001}.", None, day);
        let expected = [("Grain", true), (", 2026-07-01.", false)];
        let expected = expected.map(|(text, is_italic)| Run { text: text.to_owned(), is_italic });
        assert_eq!(set, expected);
    }

    #[test]
    fn a_place_is_told_in_the_language_of_the_list() {
        let spot = Spot::Paragraph(3);
        let place = Locator { passage: "a.b", spot, corpus: "c", version: "12ab" };
        assert_eq!(place.locator(false), "Para. 3 (corpus c, version 12ab)");
        assert_eq!(place.locator(true), "第3段\u{ff08}文集c\u{ff0c}版本12ab\u{ff09}");
        // What names another address is told where the page shows the passage.
        let own = "Weir, Anna. https://own.invalid/.";
        let beside = |text, form| place.beside(text, form, false);
        assert_eq!(beside(own, Form::Apa), "Para. 3 (corpus c, version 12ab), \u{e000}");
        assert_eq!(beside(own, Form::Bibtex), "Para. 3 (corpus c, version 12ab), \u{e009}");
        assert_eq!(beside("Weir, Anna. \u{e000}.", Form::Apa), place.locator(false));
        let place = Locator { spot: Spot::Line("a.txt", 7), ..place };
        assert_eq!(place.locator(false), "Line 7 of a.txt (corpus c, version 12ab)");
        assert_eq!(place.locator(true), "a.txt第7行\u{ff08}文集c\u{ff0c}版本12ab\u{ff09}");
    }
}
