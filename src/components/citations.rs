//! How is a document, or a passage of it, cited? In each style and form that the image has a text for, with the
//! address of the page and today's date filled in, ready to be copied.

use vitrine_corpus::citation::{Form, Place, Spot, fill};

use super::dialog::dialog;
use super::drawing::{Tag, button, tag};
use super::{copy, url, url_of_passage};
use crate::browser::calendar;
use crate::embedded::appendix;
use crate::state::State;
use crate::state::intent::read_document;
use crate::state::view_state::ViewState;

/// The citations of a document, folded away.
pub fn citations(state: State, document: usize) -> Tag {
    let about = &state.corpus.documents[document];
    let url = url(&read_document(&ViewState::default(), &about.id));
    let texts = appendix().citations.texts_of(document, about);
    tag("details", &[("class", "citations")])
        .with(tag("summary", &[]).text(state.words().cite))
        .with(forms(state, &url, texts))
}

/// The citations of passage `n`, above the page.
pub fn cite(state: State, n: usize) -> Tag {
    let passage = state.passage(n);
    let document = passage.document.to_native() as usize;
    let about = &state.corpus.documents[document];
    let spot = match state.corpus.paragraph(n) {
        Some(paragraph) => Spot::Paragraph(paragraph),
        None => Spot::Line(&about.file, passage.first_line.to_native()),
    };
    let place = Place {
        passage: &passage.id,
        spot,
        corpus: &state.corpus.id,
        version: &state.corpus.version,
    };
    let texts = appendix().citations.texts_of_passage(document, about, place);
    let forms = forms(state, &url_of_passage(&passage.id), texts);
    dialog(state, "citations", state.view_words().cite_passage, vec![forms])
}

/// Citations in the order of [`Form::ALL`], with this address and today's date.
fn forms(state: State, url: &str, texts: impl Iterator<Item = String>) -> Tag {
    let words = state.view_words();
    let today = calendar::today();
    let mut list = tag("dl", &[]);
    for (form, text) in Form::ALL.into_iter().zip(texts) {
        let text = fill(&text, Some(url), Some(today));
        let copied = text.clone();
        let copy = button("", words.copy, move || {
            copy(state, &copied, words.citation_copied, words.citation_not_copied);
        });
        let shown = if form.is_record() { "pre" } else { "p" };
        let shown =
            tag(shown, &[("dir", "auto"), ("translate", "no")]).text(text.trim().to_owned());
        let copy = copy.set("aria-label", [words.copy, ": ", form.name()].concat());
        list.push(tag("dt", &[]).text(form.name()));
        list.push(tag("dd", &[]).set("data-citation", form.id()).with(shown).with(copy));
    }
    list
}
