//! What does a page say of its document to programs? Dublin Core, Highwire's `citation_*`, schema.org and
//! Open Graph, for reference managers, scholarly search engines and link previews. What is not known is
//! not said.

use std::ops::Deref;

use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedDocument};
use vitrine_corpus::publication::{Kind, first_and_last};

use super::address::Address;
use super::text::shown;

/// The title in the document's own language; what stands for it in links if it has none.
pub fn title(document: &ArchivedDocument) -> (&str, &str) {
    let title = document.title.get(document.language());
    title.filter(|(_, text)| !text.trim().is_empty()).unwrap_or(("und", &document.id))
}

/// The date, if it is one day, month or year and no span of time.
pub fn point(document: &ArchivedDocument) -> Option<&str> {
    document.date.as_deref().filter(|date| !date.contains('/'))
}

/// What belongs into the head of a document's page.
pub fn of(corpus: &ArchivedCorpus, n: usize, address: Option<&Address>) -> Markup {
    let document = &corpus.documents[n];
    let (title_language, title) = title(document);
    let title = shown(title);
    let url = address.map(|address| address.of_document(corpus, n));
    let source = document.publication.as_deref().and_then(|own| own.address());
    let date = document.date.as_deref();
    let site = shown(corpus.title.text(document.language()));
    html! {
        link rel="schema.DC" href="http://purl.org/dc/elements/1.1/";
        link rel="schema.DCTERMS" href="http://purl.org/dc/terms/";
        meta name="DC.title" lang=(title_language) content=(title);
        @for author in document.authors.iter() { meta name="DC.creator" content=(shown(author)); }
        @if let Some(publisher) = document.publisher.as_deref() {
            meta name="DC.publisher" content=(shown(publisher));
        }
        @if let Some(date) = date { meta name="DC.date" content=(shown(date)); }
        @for lang in document.languages.iter() { meta name="DC.language" content=(lang.as_str()); }
        @for word in document.keywords.iter() { meta name="DC.subject" content=(shown(word)); }
        @for (lang, rights) in document.rights.iter() {
            meta name="DC.rights" lang=(lang) content=(shown(rights));
        }
        meta name="DC.type" content="Text";
        @if let Some(source) = &source { meta name="DC.source" content=(source); }
        @if let Some(url) = &url {
            meta name="DC.identifier" content=(url);
            link rel="canonical" href=(url);
        }

        meta name="citation_title" content=(title);
        @for author in document.authors.iter() {
            meta name="citation_author" content=(shown(author));
        }
        @if let Some(date) = point(document) {
            meta name="citation_publication_date" content=(shown(&date.replace('-', "/")));
        }
        @for (name, value) in published(document) {
            meta name=(name) content=(shown(&value));
        }
        meta name="citation_language" content=(document.language());
        @for word in document.keywords.iter() {
            meta name="citation_keywords" content=(shown(word));
        }
        @if let Some(url) = &url { meta name="citation_public_url" content=(url); }

        meta property="og:type" content="article";
        meta property="og:title" content=(title);
        @if !site.is_empty() { meta property="og:site_name" content=(site); }
        @if let Some(url) = &url { meta property="og:url" content=(url); }
        @if let Some(date) = point(document) {
            meta property="article:published_time" content=(shown(date));
        }
        @for word in document.keywords.iter() { meta property="article:tag" content=(shown(word)); }

        script type="application/ld+json" { (PreEscaped(linked_data(document, url.as_deref()))) }
    }
}

/// Highwire's tags for where a document was published: those of what it is a part of go by its kind.
fn published(document: &ArchivedDocument) -> Vec<(&'static str, String)> {
    let publisher = document.publisher.as_deref();
    let Some(own) = document.publication.as_deref() else {
        return publisher.map(|name| ("citation_publisher", name.to_owned())).into_iter().collect();
    };
    let kind = own.kind.as_ref().copied();
    let container = match kind {
        Some(Kind::ArticleJournal | Kind::ArticleMagazine | Kind::ArticleNewspaper) => {
            "citation_journal_title"
        }
        Some(Kind::PaperConference) => "citation_conference_title",
        Some(Kind::Chapter) => "citation_inbook_title",
        _ => "citation_series_title",
    };
    let house = match kind {
        Some(Kind::Report) => "citation_technical_report_institution",
        Some(Kind::Thesis) => "citation_dissertation_institution",
        _ => "citation_publisher",
    };
    let is_journal = container == "citation_journal_title";
    let journal = publisher.filter(|_| is_journal && own.container.is_none());
    let pages = own.pages.as_deref().map(first_and_last);
    let tags = [
        (container, own.container.as_deref().or(journal)),
        (house, publisher.filter(|_| journal.is_none())),
        ("citation_volume", own.volume.as_deref()),
        ("citation_issue", own.issue.as_deref()),
        ("citation_firstpage", pages.map(|(first, _)| first)),
        ("citation_lastpage", pages.and_then(|(_, last)| last)),
        (
            "citation_technical_report_number",
            own.number.as_deref().filter(|_| kind == Some(Kind::Report)),
        ),
        ("citation_doi", own.doi.as_deref()),
    ];
    let editors = own.editors.iter().map(|name| ("citation_editor", &**name));
    let known = tags.into_iter().filter_map(|(name, value)| Some((name, value?)));
    known.chain(editors).map(|(name, value)| (name, value.to_owned())).collect()
}

/// What schema.org calls a kind of document.
const fn schema_type(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::ArticleJournal | Kind::PaperConference) => "ScholarlyArticle",
        Some(Kind::ArticleNewspaper) => "NewsArticle",
        Some(Kind::Book) => "Book",
        Some(Kind::Chapter) => "Chapter",
        Some(Kind::Legislation) => "Legislation",
        Some(Kind::Manuscript) => "Manuscript",
        Some(Kind::PostWeblog) => "BlogPosting",
        Some(Kind::Report) => "Report",
        Some(Kind::Thesis) => "Thesis",
        Some(
            Kind::ArticleMagazine
            | Kind::Document
            | Kind::Interview
            | Kind::LegalCase
            | Kind::Speech
            | Kind::Treaty
            | Kind::Webpage,
        )
        | None => "Article",
    }
}

/// schema.org as JSON-LD. It is data, which no browser runs.
fn linked_data(document: &ArchivedDocument, url: Option<&str>) -> String {
    let mut data = Map::new();
    let (_, title) = title(document);
    let mut put = |name: &str, value: Value| data.insert(name.to_owned(), value);
    put("@context", json!("https://schema.org"));
    let published = document.publication.as_deref();
    put("@type", json!(schema_type(published.and_then(|own| own.kind.as_ref()).copied())));
    put("headline", json!(title));
    put("inLanguage", json!(document.language()));
    if !document.authors.is_empty() {
        // Whether it is a person or a body, the document does not say.
        let authors = document.authors.iter().map(|name| json!({ "name": name.as_str() }));
        put("author", authors.collect());
    }
    if let Some(publisher) = document.publisher.as_deref() {
        put("publisher", json!({ "@type": "Organization", "name": publisher }));
    }
    if let Some(date) = point(document) {
        put("datePublished", json!(date));
    }
    if !document.keywords.is_empty() {
        put("keywords", document.keywords.iter().map(|word| json!(word.as_str())).collect());
    }
    if let Some((_, rights)) = document.rights.get(document.language()) {
        put("copyrightNotice", json!(rights));
    }
    if let Some(url) = url {
        put("url", json!(url));
    }
    if let Some(own) = published {
        fn people(names: &[impl Deref<Target = str>]) -> Value {
            names.iter().map(|name| json!({ "name": &**name })).collect()
        }
        if !own.editors.is_empty() {
            put("editor", people(&own.editors));
        }
        if !own.translators.is_empty() {
            put("translator", people(&own.translators));
        }
        if let Some(container) = own.container.as_deref() {
            put("isPartOf", json!({ "@type": "CreativeWork", "name": container }));
        }
        if let Some(doi) = own.doi.as_deref() {
            put("identifier", json!(["https://doi.org/", doi].concat()));
        }
        if let Some(url) = own.url.as_deref() {
            put("isBasedOn", json!(url));
        }
    }
    // Nothing in it can end the element it stands in.
    Value::Object(data)
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}
