//! What stands on the explorer's page until its program is there? What the corpus is and a way into its first
//! documents, once in each language of the page; `public/first.js` says which of them is shown.

use maud::{Markup, html};
use vitrine_corpus::model::ArchivedCorpus;

use super::address;
use super::text::shown;

/// The page's languages: their tags, the signs by which one chooses them, and what is said while the page comes.
const LANGUAGES: [(&str, &str, &str); 3] = [
    ("en", "EN", "Loading the search…"),
    ("zh-Hans", "简", "正在载入检索功能…"),
    ("zh-Hant", "繁", "正在載入檢索功能…"),
];

/// How many documents are listed; the explorer begins with as many.
const DOCUMENTS: usize = 8;

/// The markup, to stand in the page's body.
pub fn front(corpus: &ArchivedCorpus) -> String {
    let all = LANGUAGES.map(|(lang, _, loading)| in_language(corpus, lang, loading));
    html! { @for one in all { (one) } }.into_string()
}

fn in_language(corpus: &ArchivedCorpus, lang: &str, loading: &str) -> Markup {
    let title = shown(corpus.title.text(lang));
    let description = shown(corpus.description.text(lang));
    html! {
        div lang=(lang) {
            header.top {
                a.brand href="#" dir="auto" { (title) }
                div.search aria-hidden="true" {}
                // The names stand there already: a browser takes long to open a font with so many characters,
                // and does it now, before anything is to be answered.
                div.switches aria-hidden="true" {
                    @for (lang, sign, _) in LANGUAGES { div lang=(lang) { (sign) } }
                }
            }
            // As high as what will stand there: then nothing moves when it comes.
            div.views aria-hidden="true" { ul { li { "\u{a0}" } } }
            div.browse {
                div.panel-toggle aria-hidden="true" {}
                main {
                    div.intro {
                        h1 dir="auto" { (title) }
                        @if !description.is_empty() { p dir="auto" { (description) } }
                    }
                    p.loading role="status" { (loading) }
                    ul {
                        @for document in corpus.documents.iter().take(DOCUMENTS) {
                            @let (own, title) = document.title.get(lang).unwrap_or_default();
                            li {
                                a href=(address::fragment::document(&document.id)) lang=(own) dir="auto" {
                                    (shown(title))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
