//! How is a document, or a passage of it, cited? In each style and form that the image has a text for, with the
//! address of the page and today's date filled in, ready to be copied.

use vitrine_corpus::citation::{FORMS, fill, of_passage};

use super::dialog::dialog;
use super::drawing::{Tag, button, tag};
use super::{copy, url, url_of_passage};
use crate::browser::calendar;
use crate::embedded::appendix;
use crate::state::State;
use crate::state::intent::read_document;
use crate::state::view_state::ViewState;

/// What people call the forms, in the order of [`FORMS`]. Names of their own, the same in all languages.
const NAMES: [&str; FORMS.len()] =
    ["GB/T 7714—2025", "Chicago", "APA", "MLA", "BibTeX", "RIS", "CSL-JSON"];

/// How many of them are read by people; programs read the rest, and count its lines.
const READ_BY_PEOPLE: usize = 4;

/// The citations of a document, folded away.
pub fn citations(state: State, document: usize) -> Tag {
    let about = &state.corpus.documents[document];
    let url = url(&read_document(&ViewState::default(), &about.id));
    tag("details", &[("class", "citations")])
        .with(tag("summary", &[]).text(state.words().cite))
        .with(forms(state, document, &url, |text| text))
}

/// The citations of passage `n`, above the page: its document's with the passage's address, and, where people
/// read them, which paragraph it is, and of which version of the corpus.
pub fn cite(state: State, n: usize) -> Tag {
    let words = state.view_words();
    let passage = state.passage(n);
    let document = passage.document.to_native() as usize;
    let about = &state.corpus.documents[document];
    let paragraph = 1 + n - state.corpus.passages_of(document).start;
    let first = || about.languages.first().map_or("", |lang| &**lang);
    let lang = about.original_language.as_deref().unwrap_or_else(first);
    let (corpus, version) = (&*state.corpus.id, &*state.corpus.version);
    let whole = |text: String| of_passage(&text, lang, paragraph, corpus, version);
    let forms = forms(state, document, &url_of_passage(&passage.id), whole);
    dialog(state, "citations", words.cite_passage, vec![forms])
}

/// A document's citations with this address and today's date; `completed` completes those that people read.
fn forms(state: State, document: usize, url: &str, completed: impl Fn(String) -> String) -> Tag {
    let words = state.view_words();
    let today = calendar::today();
    let mut list = tag("dl", &[]);
    let about = &state.corpus.documents[document];
    for (n, text) in appendix().citations.texts_of(document, about).enumerate() {
        let (name, is_for_people) = (NAMES[n], n < READ_BY_PEOPLE);
        let text = fill(&text, Some(url), Some(today));
        let text = if is_for_people { completed(text) } else { text };
        let copied = text.clone();
        let copy = button("", words.copy, move || {
            copy(state, &copied, words.citation_copied, words.citation_not_copied);
        });
        let shown = if is_for_people { "p" } else { "pre" };
        let shown =
            tag(shown, &[("dir", "auto"), ("translate", "no")]).text(text.trim().to_owned());
        let copy = copy.set("aria-label", [words.copy, ": ", name].concat());
        list.push(tag("dt", &[]).text(name));
        list.push(tag("dd", &[]).set("data-citation", FORMS[n]).with(shown).with(copy));
    }
    list
}
