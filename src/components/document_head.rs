//! What is this document, who wrote it, and whose is it? Only what the document itself says.

use leptos::prelude::*;
use vitrine_corpus::facet::position;
use vitrine_corpus::model::ArchivedDocument;

use super::citations;
use super::drawing::drawn;
use crate::app::HEADING;
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
    let lang_facet = position("lang").unwrap_or_default();
    let languages: Vec<&str> =
        about.languages.iter().map(|lang| state.value_label(lang_facet, lang)).collect();
    let file: &'static str = &about.file;
    let facts = [
        (words.authors, join(about.authors.iter().map(|author| &**author))),
        (words.publisher, about.publisher.as_deref().unwrap_or_default().to_owned()),
        (words.date, about.date.as_deref().unwrap_or_default().to_owned()),
        (words.languages, join(languages.into_iter())),
        (words.keywords, join(about.keywords.iter().map(|keyword| &**keyword))),
        (words.rights, about.rights.as_deref().unwrap_or_default().to_owned()),
        (words.source_file, file.to_owned()),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(name, fact)| {
        view! { <div><dt>{name}</dt><dd dir="auto">{fact}</dd></div> }
    });
    view! {
        <header class="document-head">
            <Title about />
            <dl>{facts.collect_view()}</dl>
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

fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}
