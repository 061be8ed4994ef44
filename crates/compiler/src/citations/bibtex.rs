//! A document as an entry of BibTeX, which BibLaTeX and reference managers read as well.
//!
//! The type is `misc`, as every style of BibTeX knows it and no more is known of the document's kind.

use vitrine_corpus::citation::{Form, in_latex, key};

use super::item::Item;
use super::names::Name;

/// The entry, with a line break at its end.
pub fn bibtex(item: &Item) -> String {
    let mut entry = format!("@misc{{{},\n", key(Form::Bibtex, &item.id));
    let mut field = |name: &str, value: &str| entry += &format!("  {name} = {value},\n");
    if !item.author.is_empty() {
        let names: Vec<String> = item.author.iter().map(author).collect();
        field("author", &braced(&names.join(" and ")));
    }
    if let Some(title) = &item.title {
        // Twice in braces: styles would write what they take for English in small letters.
        field("title", &braced(&braced(&in_latex(title))));
    }
    if let Some(publisher) = item.source() {
        field("howpublished", &braced(&in_latex(publisher)));
    }
    if let Some(issued) = &item.issued {
        let years: Vec<String> =
            issued.parts.iter().map(|date| format!("{:04}", date[0])).collect();
        field("year", &braced(&years.join("--")));
        if let [date] = &issued.parts[..] {
            let month = date.get(1).and_then(|month| MONTHS.get(*month as usize - 1));
            month.into_iter().for_each(|month| field("month", month));
            date.get(2).iter().for_each(|day| field("day", &braced(&day.to_string())));
        }
    }
    if let Some(language) = &item.language {
        field("language", &braced(&in_latex(language)));
    }
    if !item.keyword.is_empty() {
        field("keywords", &braced(&in_latex(&item.keyword.join(", "))));
    }
    if let Some(url) = &item.url {
        field("url", &braced(&url.replace('{', "%7B").replace('}', "%7D")));
    }
    if let Some([year, month, day]) = item.accessed.as_ref().and_then(|date| date.parts[0].get(..3))
    {
        field("urldate", &braced(&format!("{year:04}-{month:02}-{day:02}")));
    }
    entry + "}\n"
}

/// BibTeX's own names of the months: styles write them out in their language.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn braced(text: &str) -> String {
    format!("{{{text}}}")
}

/// A name that is not to be taken apart stands in braces.
fn author(name: &Name) -> String {
    match name {
        Name::Literal { literal } => braced(&in_latex(literal)),
        Name::Person { .. } => in_latex(&name.inverted()),
    }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::citation::Day;

    use super::super::item::{Access, Work};
    use super::*;

    #[test]
    fn an_entry_says_what_is_known() {
        let work = Work {
            id: "a b",
            language: "en",
            titles: vec![("en", "50 % {of} A & B")],
            authors: vec!["Thomas Graham", "徐博"],
            publisher: Some("Foreign Affairs"),
            date: Some("2023-10-09"),
            keywords: vec!["grain"],
        };
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        let access = Access { url: Some("https://a.invalid/#doc=a".to_owned()), day };
        assert_eq!(
            bibtex(&Item::new(&work, &access)),
            "@misc{a+20+b,\n  author = {Graham, Thomas and {徐博}},\n  \
             title = {{50 \\% {\\textbraceleft}of{\\textbraceright} A \\& B}},\n  \
             howpublished = {Foreign Affairs},\n  year = {2023},\n  month = oct,\n  day = {9},\n  \
             language = {en},\n  keywords = {grain},\n  url = {https://a.invalid/#doc=a},\n  \
             urldate = {2026-07-01},\n}\n"
        );
        let bare = Work { id: "a", language: "und", ..Work::default() };
        assert_eq!(bibtex(&Item::new(&bare, &Access::default())), "@misc{a,\n}\n");
    }
}
