//! What does the list of the plain pages look like?

use maud::html;
use vitrine_corpus::model::ArchivedCorpus;

use super::address::{self, Address};
use super::text::shown;
use super::{document, metadata, words};

/// The page that lists all documents.
pub fn page(corpus: &ArchivedCorpus, address: Option<&Address>) -> String {
    let lang = corpus.title.iter().next().map_or("en", |(lang, _)| lang);
    let words = words::of(lang);
    let title = Some(shown(corpus.title.text(lang))).filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(|| shown(&corpus.id));
    let head = html! {
        title { (title) " · " (words.documents) }
        @let description = shown(corpus.description.text(lang));
        @if !description.is_empty() {
            meta name="description" content=(description);
            meta property="og:description" content=(description);
        }
        meta property="og:type" content="website";
        meta property="og:title" content=(title);
        @if let Some(address) = address {
            @let url = address.of("documents/index.html");
            link rel="canonical" href=(url);
            meta property="og:url" content=(url);
        }
        @if super::feed::has_entries(corpus) {
            link rel="alternate" type="application/atom+xml" href="feed.xml" title=(title);
        }
    };
    let body = html! {
        nav { a href=(address::EXPLORER) { (words.explore) } }
        main {
            header {
                @for (n, (lang, title)) in corpus.title.iter().enumerate() {
                    @if n == 0 { h1 lang=(lang) dir="auto" { (shown(title)) } }
                    @else { p.title lang=(lang) dir="auto" { (shown(title)) } }
                }
                @if corpus.title.iter().next().is_none() { h1 { (title) } }
                @for (lang, text) in corpus.description.iter() {
                    p lang=(lang) dir="auto" { (shown(text)) }
                }
            }
            ol.documents {
                @for (n, document) in corpus.documents.iter().enumerate() {
                    @let (title_language, title) = metadata::title(document);
                    li {
                        p.title {
                            a href=(address::href(corpus, n)) { bdi lang=(title_language) { (shown(title)) } }
                        }
                        @for (lang, other) in document.title.iter().filter(|(lang, _)| *lang != title_language) {
                            p.other lang=(lang) dir="auto" { (shown(other)) }
                        }
                        p.particulars {
                            @for author in document.authors.iter() { bdi { (shown(author)) } " · " }
                            @if let Some(publisher) = document.publisher.as_deref() {
                                bdi { (shown(publisher)) } " · "
                            }
                            @if let Some(date) = document.date.as_deref() { bdi { (shown(date)) } " · " }
                            a href=(address::document(&document.id)) { (words.open) }
                        }
                    }
                }
            }
        }
        footer {
            @for (lang, text) in corpus.rights.iter() { p lang=(lang) dir="auto" { (shown(text)) } }
            @if super::feed::has_entries(corpus) { p { a href="feed.xml" { (words.feed) } } }
        }
    };
    document::frame(words.lang, &head, &body).into_string()
}
