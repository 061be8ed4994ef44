//! A document as an entry of BibTeX, which BibLaTeX and reference managers read as well.
//!
//! The types are those that every style of BibTeX knows; what has none there, or is of no known kind, is `misc`.

use vitrine_corpus::citation::{Form, in_latex, key};
use vitrine_corpus::publication::Kind;

use super::item::Item;
use super::names::Name;

/// The entry, with a line break at its end.
pub fn bibtex(item: &Item) -> String {
    let kind = Type::of(item.kind);
    let mut entry = format!("@{}{{{},\n", kind.name, key(Form::Bibtex, &item.id));
    let mut field = |name: &str, value: &str| entry += &format!("  {name} = {value},\n");
    let people =
        [("author", &item.author), ("editor", &item.editor), ("translator", &item.translator)];
    for (role, names) in people.into_iter().filter(|(_, names)| !names.is_empty()) {
        let names: Vec<String> = names.iter().map(name).collect();
        field(role, &braced(&names.join(" and ")));
    }
    if let Some(title) = &item.title {
        // Twice in braces: styles would write what they take for English in small letters.
        field("title", &braced(&braced(&in_latex(title))));
    }
    for (name, value) in kind.fields(item) {
        field(name, &braced(&in_latex(value)));
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
    if let Some(doi) = &item.doi {
        field("doi", &braced(doi));
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

/// What BibTeX calls a kind of document, and what stands in the fields that differ from one to the other.
struct Type {
    name: &'static str,
    /// The field of what it is a part of.
    container: &'static str,
    /// The field of who published it.
    publisher: &'static str,
}

impl Type {
    fn of(kind: Kind) -> Type {
        let (name, container, publisher) = match kind {
            Kind::ArticleJournal | Kind::ArticleMagazine | Kind::ArticleNewspaper => {
                ("article", "journal", "publisher")
            }
            Kind::Book => ("book", "series", "publisher"),
            Kind::Chapter => ("incollection", "booktitle", "publisher"),
            Kind::PaperConference => ("inproceedings", "booktitle", "publisher"),
            Kind::Report => ("techreport", "series", "institution"),
            Kind::Thesis => ("phdthesis", "series", "school"),
            _ => ("misc", "howpublished", "howpublished"),
        };
        Type { name, container, publisher }
    }

    /// Where it was published. A field stands once: of two, what a document is a part of goes first.
    fn fields<'a>(&self, item: &'a Item) -> impl Iterator<Item = (&'static str, &'a str)> {
        // The issue of a journal is its number, and the number of a report is one.
        let number = item.issue.as_ref().or(item.number.as_ref());
        let publisher = item.publisher.as_ref();
        let is_free = self.container != self.publisher || item.container_title.is_none();
        let fields = [
            (self.container, item.container_title.as_ref()),
            (self.publisher, publisher.filter(|_| is_free)),
            ("address", item.publisher_place.as_ref()),
            ("volume", item.volume.as_ref()),
            ("number", number),
            ("pages", item.page.as_ref()),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?.as_str())))
    }
}

/// BibTeX's own names of the months: styles write them out in their language.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn braced(text: &str) -> String {
    format!("{{{text}}}")
}

/// A name that is not to be taken apart stands in braces: so does one with the word that stands between names.
fn name(name: &Name) -> String {
    let written = in_latex(&name.inverted());
    let has_and = || written.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    match name {
        Name::Literal { .. } => braced(&written),
        Name::Person { .. } if has_and() => braced(&written),
        Name::Person { .. } => written,
    }
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::citation::Day;
    use vitrine_corpus::publication::Publication;

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
            ..Work::default()
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

    #[test]
    fn an_author_is_one() {
        let names = |authors: &[&str]| {
            let work =
                Work { id: "a", language: "en", authors: authors.to_vec(), ..Work::default() };
            bibtex(&Item::new(&work, &Access::default()))
        };
        let entry = names(&["Smith, John and Mary", "Ann Lee"]);
        assert!(entry.contains("author = {{Smith, John and Mary} and Lee, Ann},"), "{entry}");
        let person = Name::Person {
            family: "Lee".to_owned(),
            particle: None,
            given: "Ann And Mary".to_owned(),
        };
        assert_eq!(name(&person), "{Lee, Ann And Mary}");
    }

    #[test]
    fn an_entry_is_of_the_documents_kind() {
        let said = |kind, container: Option<&str>| {
            let text = |text: &str| Some(text.to_owned());
            let publication = Publication {
                kind: Some(kind),
                container: container.map(str::to_owned),
                volume: text("57"),
                issue: text("3"),
                pages: text("6\u{2013}21"),
                place: text("Leeds"),
                editors: vec!["Anna Weir".to_owned()],
                doi: text("10.1000/a_b"),
                ..Publication::default()
            };
            let publisher = Some("Mill & Press");
            let work = Work { id: "a", publisher, publication, ..Work::default() };
            bibtex(&Item::new(&work, &Access::default()))
        };
        let rest = "  address = {Leeds},\n  volume = {57},\n  number = {3},\n  pages = {6\u{2013}21},\n  \
                    doi = {10.1000/a_b},\n}\n";
        let head = "a,\n  editor = {Weir, Anna},\n";
        for (kind, container, expected) in [
            (Kind::ArticleJournal, None, "@article{|  journal = {Mill \\& Press},\n"),
            (
                Kind::Chapter,
                Some("Grain"),
                "@incollection{|  booktitle = {Grain},\n  publisher = {Mill \\& Press},\n",
            ),
            (Kind::Report, None, "@techreport{|  institution = {Mill \\& Press},\n"),
            (Kind::Thesis, None, "@phdthesis{|  school = {Mill \\& Press},\n"),
            (Kind::Speech, None, "@misc{|  howpublished = {Mill \\& Press},\n"),
            (Kind::Speech, Some("Grain"), "@misc{|  howpublished = {Grain},\n"),
        ] {
            let (kind_of, source) = expected.split_once('|').unwrap();
            assert_eq!(said(kind, container), [kind_of, head, source, rest].concat());
        }
    }
}
