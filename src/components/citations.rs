//! How is a document cited? In each style and form that the image has a text for, with the address of the page
//! and today's date filled in, ready to be copied.

use vitrine_corpus::citation::{FORMS, fill};

use super::drawing::{Tag, button, tag};
use super::{copy, url};
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
    let words = state.view_words();
    let about = &state.corpus.documents[document];
    let url = url(&read_document(&ViewState::default(), &about.id));
    let today = calendar::today();
    let mut list = tag("dl", &[]);
    for (n, text) in appendix().citations[document].texts.iter().enumerate() {
        let name = NAMES[n];
        let text = fill(text, Some(&url), Some(today));
        let copied = text.clone();
        let copy = button("", words.copy, move || {
            copy(state, &copied, words.citation_copied, words.citation_not_copied);
        });
        let shown = if n < READ_BY_PEOPLE { "p" } else { "pre" };
        let shown =
            tag(shown, &[("dir", "auto"), ("translate", "no")]).text(text.trim().to_owned());
        let copy = copy.set("aria-label", [words.copy, ": ", name].concat());
        list.push(tag("dt", &[]).text(name));
        list.push(tag("dd", &[]).set("data-citation", FORMS[n]).with(shown).with(copy));
    }
    tag("details", &[("class", "citations")]).with(tag("summary", &[]).text(words.cite)).with(list)
}
