//! What does the plain page of a document look like? An article with its sections, headings and passages,
//! each with its language and an anchor, and links into the explorer.

use std::ops::Deref;

use maud::{DOCTYPE, Markup, html};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedDocument, ArchivedPassage, Role};

use super::address::{self, Address};
use super::text::shown;
use super::words::{self, Words};
use super::{POLICY, metadata};

/// The scheme whose labels stand beside passages.
const THEME: &str = "theme";

struct Page<'a> {
    corpus: &'a ArchivedCorpus,
    words: &'static Words,
    /// Its passages that are paragraphs, in order: citations name them by their place here, from 1.
    paragraphs: Vec<usize>,
}

/// The page of document `n`.
pub fn page(corpus: &ArchivedCorpus, n: usize, address: Option<&Address>) -> String {
    let document = &corpus.documents[n];
    let (title_language, title) = metadata::title(document);
    let words = words::of(document.language());
    let passages: Vec<usize> = corpus.passages_of(n).collect();
    let paragraphs = corpus.passages_of(n).filter(|&n| corpus.is_paragraph(n)).collect();
    let page = Page { corpus, words, paragraphs };
    let corpus_title = shown(corpus.title.text(words.lang));
    let others = document.title.iter().filter(|(lang, _)| *lang != title_language);
    let head = html! {
        title { (shown(title)) @if !corpus_title.is_empty() { " · " (corpus_title) } }
        (metadata::of(corpus, n, address))
    };
    let body = html! {
        nav aria-label=(words.documents) {
            a href="index.html" { (words.documents) }
            a href=(address::document(&document.id)) { (words.open) }
        }
        main {
            article {
                header {
                    h1 lang=(title_language) dir="auto" { (shown(title)) }
                    @if !document.authors.is_empty() {
                        p.authors {
                            @for (n, author) in document.authors.iter().enumerate() {
                                @if n > 0 { ", " }
                                bdi { (shown(author)) }
                            }
                        }
                    }
                    (particulars(document, words, others))
                }
                (page.block(&passages, 2))
            }
        }
        footer {
            @if !corpus.rights.texts.is_empty() {
                p { bdi lang=(corpus.rights.get(words.lang).map_or("und", |(lang, _)| lang)) {
                    (shown(corpus.rights.text(words.lang)))
                } }
            }
            p { a href=(address::EXPLORER) { (words.explore) } }
        }
    };
    frame(words.lang, &head, &body).into_string()
}

/// What all plain pages have around them.
pub fn frame(lang: &str, head: &Markup, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                // Without one a browser asks the host for it.
                link rel="icon" href="data:,";
                link rel="stylesheet" href="plain.css";
                (head)
            }
            body { (body) }
        }
    }
}

/// How and where the document was published; what is not known is empty.
fn publication(document: &ArchivedDocument, words: &Words) -> Vec<(&'static str, String)> {
    let publisher = document.publisher.as_deref().into_iter();
    let Some(own) = document.publication.as_deref() else {
        return vec![(words.publisher, publisher.collect())];
    };
    let list = |names: &[_]| names.iter().map(Deref::deref).collect::<Vec<&str>>().join(", ");
    let house: Vec<&str> = publisher.chain(own.place.as_deref()).collect();
    vec![
        (words.kind, own.kind.as_ref().map_or("", |kind| kind.label(words.lang)).to_owned()),
        (words.translators, list(&own.translators)),
        (words.published_in, own.container_and_place()),
        (words.editors, list(&own.editors)),
        (words.publisher, house.join(", ")),
        (words.number, own.number.as_deref().unwrap_or_default().to_owned()),
    ]
}

/// What is known of the document, beside its authors.
fn particulars<'a>(
    document: &'a ArchivedDocument,
    words: &Words,
    others: impl Iterator<Item = (&'a str, &'a str)>,
) -> Markup {
    let others: Vec<_> = others.collect();
    let published = document.publication.as_deref();
    let address = published.and_then(|own| own.address());
    html! {
        dl aria-label=(words.about) {
            @for (name, value) in publication(document, words) {
                @if !value.is_empty() {
                    div { dt { (name) } dd { bdi { (shown(&value)) } } }
                }
            }
            @if let Some(date) = document.date.as_deref() {
                div { dt { (words.date) } dd {
                    @if date.contains('/') { (shown(date)) }
                    @else { time datetime=(shown(date)) { (shown(date)) } }
                } }
            }
            @if !document.languages.is_empty() {
                div { dt { (words.languages) } dd {
                    @for (n, lang) in document.languages.iter().enumerate() {
                        @if n > 0 { ", " }
                        (lang.as_str())
                    }
                } }
            }
            @if !document.keywords.is_empty() {
                div { dt { (words.keywords) } dd {
                    @for (n, word) in document.keywords.iter().enumerate() {
                        @if n > 0 { ", " }
                        bdi { (shown(word)) }
                    }
                } }
            }
            @if let Some((lang, rights)) = document.rights.get(words.lang) {
                div { dt { (words.rights) } dd { bdi lang=(lang) { (shown(rights)) } } }
            }
            @if let Some(address) = address {
                div { dt { (words.original) } dd { a href=(address) rel="noreferrer" { (address) } } }
            }
            @for (lang, text) in others {
                div { dt { (words.translations) } dd { bdi lang=(lang) { (shown(text)) } } }
            }
        }
    }
}

impl Page<'_> {
    /// Passages with what stands under each heading as a section of its own.
    fn block(&self, passages: &[usize], level: usize) -> Markup {
        let depth = |n: usize| match &self.corpus.passages[n] {
            passage if passage.role.get() == Role::Heading => Some(passage.depth.max(1)),
            _ => None,
        };
        let first = passages.iter().position(|&n| depth(n).is_some()).unwrap_or(passages.len());
        let (plain, mut rest) = passages.split_at(first);
        let mut sections = Vec::new();
        while let Some(&head) = rest.first() {
            let own = depth(head).unwrap_or_default();
            let is_next = |&n: &usize| depth(n).is_some_and(|depth| depth <= own);
            let end = rest[1..].iter().position(is_next).map_or(rest.len(), |end| end + 1);
            sections.push(&rest[..end]);
            rest = &rest[end..];
        }
        html! {
            @for &n in plain { (self.passage(n)) }
            @for section in sections {
                section {
                    (self.heading(section[0], level))
                    (self.block(&section[1..], level + 1))
                }
            }
        }
    }

    fn heading(&self, n: usize, level: usize) -> Markup {
        let passage = &self.corpus.passages[n];
        let (id, lang, text) = (self.corpus.passage_id(n), self.lang(passage), self.corpus.text(n));
        let text = shown(&text);
        html! {
            div.passage.heading {
                @match level {
                    2 => h2 id=(&id) lang=(lang) dir="auto" { (text) },
                    3 => h3 id=(&id) lang=(lang) dir="auto" { (text) },
                    4 => h4 id=(&id) lang=(lang) dir="auto" { (text) },
                    5 => h5 id=(&id) lang=(lang) dir="auto" { (text) },
                    _ => h6 id=(&id) lang=(lang) dir="auto" { (text) },
                }
                (self.beside(n))
            }
        }
    }

    fn passage(&self, n: usize) -> Markup {
        let passage = &self.corpus.passages[n];
        html! {
            div class={ "passage " (passage.role.get().as_str()) } {
                p id=(self.corpus.passage_id(n)) lang=(self.lang(passage)) dir="auto" { (shown(&self.corpus.text(n))) }
                (self.beside(n))
            }
        }
    }

    /// The passage's link, themes, and what it says again.
    fn beside(&self, n: usize) -> Markup {
        let passage = &self.corpus.passages[n];
        let themes: Vec<_> = self.corpus.labels(n, THEME).map(|(_, concept)| concept).collect();
        let repeats = passage.repeats().map(|n| self.corpus.passage_id(n));
        let paragraph = self.paragraphs.binary_search(&n).ok();
        html! {
            p.beside {
                @match paragraph {
                    Some(paragraph) => (self.open(n, &format!("¶ {}", paragraph + 1))),
                    None => (self.open(n, "¶")),
                }
                @if let Some(earlier) = &repeats {
                    " " a href={ "#" (address::escaped(earlier)) } { (self.words.again) }
                }
                @for (n, theme) in themes.iter().enumerate() {
                    @let (lang, label) = theme.label.get(self.words.lang).unwrap_or(("und", &theme.id));
                    @if n > 0 { "," }
                    " " a href=(address::concept(THEME, &theme.id)) { bdi lang=(lang) { (shown(label)) } }
                }
            }
        }
    }

    /// The link to the passage in the explorer; what is seen of it is part of its name.
    fn open(&self, n: usize, seen: &str) -> Markup {
        let open = self.words.open_here;
        html! {
            a.open href=(address::passage(&self.corpus.passage_id(n))) title=(open) aria-label={ (seen) " " (open) } {
                (seen)
            }
        }
    }

    fn lang(&self, passage: &ArchivedPassage) -> &str {
        let lang = self.corpus.languages.get(usize::from(passage.lang.to_native()));
        lang.map_or("und", |lang| lang.as_str())
    }
}
