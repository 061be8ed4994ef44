//! What is this document, who wrote it, and whose is it? Only what the document itself says.

use std::ops::Deref;

use leptos::prelude::*;
use vitrine_corpus::facet::LANGUAGE;
use vitrine_corpus::model::ArchivedDocument;

use super::citations;
use super::drawing::drawn;
use super::landmarks::HEADING;
use crate::state::State;

/// Title and metadata of a document.
#[component]
pub fn DocumentHead(
    /// Which document.
    document: usize,
) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let about: &'static ArchivedDocument = &state.corpus.documents[document];
    let facts = facts(state, about);
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(name, fact)| {
        view! { <div><dt>{name}</dt><dd dir="auto">{fact}</dd></div> }
    });
    let address = about.publication.as_deref().and_then(|own| own.address());
    let original = address.map(|address| {
        let link = view! { <a href=address.clone() rel="noreferrer">{address.clone()}</a> };
        view! { <div class="original"><dt>{words.original}</dt><dd>{link}</dd></div> }
    });
    view! {
        <header class="document-head">
            <Title about />
            <dl>{facts.collect_view()} {original}</dl>
            {drawn(move || citations(state, document))}
        </header>
    }
}

/// The title for this reader and, where it differs, the one the document has itself.
#[component]
fn Title(about: &'static ArchivedDocument) -> impl IntoView {
    let state = State::expect();
    let title = about.title.get(state.tag());
    let own = about.title.get(about.language());
    let own = own.filter(|own| title.is_some_and(|title| title.1 != own.1));
    view! {
        <h1 id=HEADING tabindex="-1" dir="auto" lang=title.map(|(lang, _)| lang)>
            {title.map(|(_, text)| text)}
        </h1>
        {own.map(|(lang, text)| view! { <p class="own-title" dir="auto" lang=lang>{text}</p> })}
    }
}

/// What is known of it, each with its name; empty what is not.
fn facts(state: State, about: &'static ArchivedDocument) -> Vec<(&'static str, String)> {
    let words = state.view_words();
    let said = |fact: Option<&str>| fact.unwrap_or_default().to_owned();
    let languages = about.languages.iter().map(|lang| state.value_label(LANGUAGE, lang));
    let published = about.publication.as_deref();
    let kind = published.and_then(|own| own.kind.as_ref());
    let place = published.and_then(|own| own.place.as_deref());
    vec![
        (words.kind, said(kind.map(|kind| kind.label(state.tag())))),
        (words.authors, list(&about.authors)),
        (words.translators, published.map(|own| list(&own.translators)).unwrap_or_default()),
        (words.published_in, published.map(|own| own.container_and_place()).unwrap_or_default()),
        (words.editors, published.map(|own| list(&own.editors)).unwrap_or_default()),
        (words.publisher, join(about.publisher.as_deref().into_iter().chain(place))),
        (words.document_number, said(published.and_then(|own| own.number.as_deref()))),
        (words.date, date(state, about)),
        (words.languages, join(languages)),
        (words.keywords, list(&about.keywords)),
        (words.rights, about.rights.text(state.tag()).to_owned()),
        (words.source_file, said(Some(&about.file))),
    ]
}

/// When it was published; where it does not say so, what its relative dates are counted from.
fn date(state: State, about: &'static ArchivedDocument) -> String {
    let words = state.view_words();
    let assumed =
        about.reference_date.as_deref().map(|date| (words.date_assumed)(&(words.when)(date)));
    about.date.as_deref().map(words.when).or(assumed).unwrap_or_default()
}

fn list(names: &[impl Deref<Target = str>]) -> String {
    join(names.iter().map(|name| &**name))
}

fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}
