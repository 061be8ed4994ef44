//! How do passages leave the page as a file? As a table, as JSON Lines, as text with its sources, each with
//! the link that opens it again.

use std::borrow::Cow;

use vitrine_corpus::csv::{BOM, Cell, head, row};
use vitrine_corpus::model::ArchivedCorpus;

use super::clippings::Clipping;
use super::concepts::THEME;
use super::document::source;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, for spreadsheets.
    Csv,
    /// One JSON object a line: what `cargo vitrine export` writes, and the link.
    JsonLines,
    /// Markdown.
    Markdown,
    /// A page of HTML.
    Html,
}

impl Format {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Format; 4] = [Format::Csv, Format::JsonLines, Format::Markdown, Format::Html];

    /// How it is called, in all languages.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::JsonLines => "JSON Lines",
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
        }
    }

    /// What names of its files end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Csv => ".csv",
            Format::JsonLines => ".jsonl",
            Format::Markdown => ".md",
            Format::Html => ".html",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv",
            Format::JsonLines => "application/jsonl",
            Format::Markdown => "text/markdown",
            Format::Html => "text/html",
        }
    }
}

/// A passage that is taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken<'a> {
    /// Its id.
    pub id: Cow<'a, str>,
    /// Its words.
    pub text: Cow<'a, str>,
    /// The language they are in; empty where it is not known any more.
    pub lang: &'a str,
    /// The document: its title, authors, publisher and date, as far as it says them.
    pub source: String,
    /// The document's id.
    pub document: &'a str,
    /// The headings above it.
    pub headings: Vec<Cow<'a, str>>,
    /// Ids of its themes.
    pub themes: Vec<&'a str>,
    /// The link that opens it.
    pub link: String,
    /// What the reader wrote beside it.
    pub note: &'a str,
    /// The reader's own words to find it by.
    pub tags: &'a [String],
}

impl<'a> Taken<'a> {
    /// Passage `n`.
    pub fn passage(corpus: &'a ArchivedCorpus, n: usize, link: String) -> Taken<'a> {
        let passage = &corpus.passages[n];
        let document = &corpus.documents[passage.document.to_native() as usize];
        let lang: &str = &corpus.languages[usize::from(passage.lang.to_native())];
        let headings = corpus.headings(n).into_iter().map(|n| corpus.text(n));
        let themes = corpus.labels(n, THEME);
        Taken {
            id: Cow::Owned(corpus.passage_id(n)),
            text: corpus.text(n),
            lang,
            source: source(corpus, n),
            document: &document.id,
            headings: headings.collect(),
            themes: themes.map(|(_, concept)| &*concept.id).collect(),
            link,
            note: "",
            tags: &[],
        }
    }

    /// A clipping: the passage as it stands, or, where the corpus has it no longer, as it was.
    pub fn clipping(corpus: &'a ArchivedCorpus, clipping: &'a Clipping, link: String) -> Taken<'a> {
        let taken = match corpus.passage_by_id(&clipping.passage) {
            Some(n) => Taken::passage(corpus, n, link),
            None => Taken {
                id: Cow::Borrowed(&clipping.passage),
                text: Cow::Borrowed(&clipping.text),
                lang: "",
                source: clipping.source.clone(),
                document: "",
                headings: Vec::new(),
                themes: Vec::new(),
                link,
                note: "",
                tags: &[],
            },
        };
        Taken { note: &clipping.note, tags: &clipping.tags, ..taken }
    }
}

/// The head of the table.
const COLUMNS: [&str; 11] = [
    "id",
    "doc",
    "source",
    "lang",
    "heading",
    "text",
    "themes",
    "note",
    "tags",
    "link",
    "corpus_version",
];

/// A table, with a byte-order mark, so that spreadsheets show every script.
pub fn csv(corpus: &ArchivedCorpus, all: &[Taken<'_>]) -> String {
    let mut table = BOM.to_owned();
    head(&mut table, &COLUMNS);
    for taken in all {
        let (headings, themes) = (taken.headings.join(" / "), taken.themes.join("; "));
        let tags = taken.tags.join("; ");
        let cells = [
            &*taken.id,
            taken.document,
            &taken.source,
            taken.lang,
            &headings,
            &taken.text,
            &themes,
            taken.note,
            &tags,
            &taken.link,
            &corpus.version,
        ];
        row(&mut table, &cells.map(Cell::Text));
    }
    table
}

/// Quotes with their sources, in Markdown.
pub fn markdown(title: &str, version: &str, all: &[Taken<'_>]) -> String {
    let mut text = ["# ", &escaped_markdown(title), "\n"].concat();
    for taken in all {
        text.push('\n');
        for line in taken.text.lines() {
            text.extend(["> ", &escaped_markdown(line), "\n"]);
        }
        text.extend(["\n— ", &escaped_markdown(&taken.source), " · <", &taken.link, ">\n"]);
        if !taken.note.is_empty() {
            text.push('\n');
            for line in taken.note.lines() {
                text.extend([&*escaped_markdown(line), "  \n"]);
            }
        }
        if !taken.tags.is_empty() {
            text.extend(["\n*", &escaped_markdown(&taken.tags.join(", ")), "*\n"]);
        }
    }
    text.extend(["\n---\n\n", &escaped_markdown(title), ", ", version, "\n"]);
    text
}

/// Quotes with their sources, as a page without any script or style of its own.
pub fn html(title: &str, version: &str, lang: &str, all: &[Taken<'_>]) -> String {
    let title = escaped_html(title);
    let mut page = [
        "<!doctype html>\n<html lang=\"",
        &escaped_html(lang),
        "\">\n<meta charset=\"utf-8\">\n<title>",
        &title,
        "</title>\n<h1>",
        &title,
        "</h1>\n",
    ]
    .concat();
    for taken in all {
        page.push_str(&card(taken));
    }
    page.extend(["<footer><p>", &title, ", ", &escaped_html(version), "</p></footer>\n</html>\n"]);
    page
}

/// A quote with its source, as HTML that any page can hold.
pub fn card(taken: &Taken<'_>) -> String {
    let (link, text) = (escaped_html(&taken.link), escaped_html(&taken.text));
    let lang = match taken.lang {
        "" => String::new(),
        lang => [" lang=\"", &escaped_html(lang), "\""].concat(),
    };
    let mut card = String::new();
    card.extend(["<figure>\n<blockquote cite=\"", &link, "\"", &lang, " dir=\"auto\"><p>", &text]);
    card.extend(["</p></blockquote>\n<figcaption>— <cite>", &escaped_html(&taken.source)]);
    card.extend(["</cite> · <a href=\"", &link, "\">", &link, "</a></figcaption>\n"]);
    for line in taken.note.lines() {
        card.extend(["<p>", &escaped_html(line), "</p>\n"]);
    }
    if !taken.tags.is_empty() {
        card.extend(["<p><small>", &escaped_html(&taken.tags.join(", ")), "</small></p>\n"]);
    }
    card.push_str("</figure>\n");
    card
}

/// What puts a view into another page.
pub fn frame(url: &str, title: &str) -> String {
    let (url, title) = (escaped_html(url), escaped_html(title));
    let size = "\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>";
    ["<iframe src=\"", &url, "\" title=\"", &title, size].concat()
}

/// Text as HTML shows it, in an element and in an attribute.
pub fn escaped_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // HTML has no NUL.
            '\0' => escaped.push('\u{2400}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line of text that Markdown takes for text alone.
fn escaped_markdown(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    // A list, a heading or a number with a dot is one only at the beginning.
    let lead = line.trim_start();
    let digits = lead.len() - lead.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = (digits > 0 && lead[digits..].starts_with(['.', ')']))
        .then(|| line.len() - lead.len() + digits);
    let start = lead.starts_with(['#', '+', '-', '=']).then(|| line.len() - lead.len());
    for (at, c) in line.char_indices() {
        let is_sign =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$');
        if is_sign || Some(at) == number || Some(at) == start {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nasty() -> Taken<'static> {
        const TAGS: &[String] = &[];
        Taken {
            id: "p1".into(),
            text: "=1+1 <b onclick=x>&amp; \"引號\" 𠮷 🚀".into(),
            lang: "zh-Hant",
            source: "A & B, <i>".to_owned(),
            document: "d",
            headings: vec!["一".into(), "二".into()],
            themes: vec!["labor"],
            link: "https://a.invalid/#view=read&at=p1".to_owned(),
            note: "first\n# second",
            tags: TAGS,
        }
    }

    #[test]
    fn nothing_that_is_taken_away_is_markup() {
        let corpus = crate::embedded::corpus().unwrap();
        let html = html("<t>", "v", "en", &[nasty()]);
        assert!(!frame("#q=\"<b>", "<t>").contains("<b") && !frame("", "\"<t>").contains("<t"));
        assert!(html.contains("=1+1 &lt;b onclick=x&gt;&amp;amp; &quot;引號&quot; 𠮷 🚀"));
        assert!(!html.contains("<b ") && !html.contains("<i>") && !html.contains("<t>"));
        let markdown = markdown("T", "v", &[nasty()]);
        assert!(
            markdown.contains("> \\=1+1 \\<b onclick=x\\>\\&amp; \"引號\" 𠮷 🚀\n"),
            "{markdown}"
        );
        assert!(markdown.contains("\\# second"));
        let csv = csv(corpus, &[nasty()]);
        assert!(csv.starts_with("\u{feff}id,"));
        assert!(csv.contains("\"'=1+1 <b onclick=x>&amp; \"\"引號\"\" 𠮷 🚀\""), "{csv}");
    }

    #[test]
    fn a_line_begins_no_list_and_no_heading() {
        for (line, escaped) in [
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("12. a", "12\\. a"),
            ("  3) a", "  3\\) a"),
            ("1.5 a_b", "1\\.5 a\\_b"),
            ("a - b # c", "a - b # c"),
            ("制裁", "制裁"),
        ] {
            assert_eq!(escaped_markdown(line), escaped);
        }
    }

    #[test]
    fn a_clipping_that_the_corpus_lost_keeps_its_words() {
        let corpus = crate::embedded::corpus().unwrap();
        let clipping = Clipping {
            passage: "gone".to_owned(),
            text: "words".to_owned(),
            source: "Title".to_owned(),
            note: "mine".to_owned(),
            ..Clipping::default()
        };
        let taken = Taken::clipping(corpus, &clipping, "link".to_owned());
        assert_eq!((&*taken.text, &*taken.source, taken.note), ("words", "Title", "mine"));
        let clipping = Clipping { passage: corpus.passage_id(0), ..clipping };
        let taken = Taken::clipping(corpus, &clipping, "link".to_owned());
        assert_eq!((taken.text, taken.note), (corpus.text(0), "mine"));
    }
}
