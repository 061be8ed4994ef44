//! How is a document, or a passage of it, cited? In each style and form that the image has a text for, with the
//! address of the page and today's date filled in, ready to be copied.

use vitrine_corpus::citation::{Form, Locator, Run, Spot, runs};

use super::dialog::dialog;
use super::drawing::{Tag, button, tag};
use super::{said_of_copying, url, url_of_passage};
use crate::browser::{calendar, clipboard};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::intent::read_document;
use crate::state::takeaway::escaped_html;
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
    let (id, passage) = (state.passage_id(n), state.passage(n));
    let document = passage.document.to_native() as usize;
    let about = &state.corpus.documents[document];
    let spot = match state.corpus.paragraph(n) {
        Some(paragraph) => Spot::Paragraph(paragraph),
        None => Spot::Line(&about.file, passage.first_line.to_native()),
    };
    let place =
        Locator { passage: &id, spot, corpus: &state.corpus.id, version: &state.corpus.version };
    let texts = appendix().citations.texts_of_passage(document, about, place);
    let forms = forms(state, &url_of_passage(&id), texts);
    dialog(state, "citations", state.view_words().cite_passage, vec![forms])
}

/// Citations in the order of [`Form::ALL`], with this address and today's date.
fn forms(state: State, url: &str, texts: impl Iterator<Item = String>) -> Tag {
    let words = state.view_words();
    let today = calendar::today();
    let mut list = tag("dl", &[]);
    for (form, text) in Form::ALL.into_iter().zip(texts) {
        let runs = runs(text.trim(), Some(url), Some(today));
        let shown = if form.is_record() { "pre" } else { "p" };
        let shown = tag(shown, &[("dir", "auto"), ("translate", "no")]);
        let shown = runs.iter().fold(shown, |shown, Run { text, is_italic }| match is_italic {
            true => shown.with(tag("i", &[]).text(text.clone())),
            false => shown.text(text.clone()),
        });
        let copy = button("", words.copy, move || {
            let done = said_of_copying(state, words.citation_copied, state.words().text_not_copied);
            // As markup, a record would lose its line breaks.
            if form.is_record() {
                clipboard::copy(&plain(&runs), done);
            } else {
                clipboard::copy_with_markup(&plain(&runs), &markup(&runs), done);
            }
        });
        let copy = copy.set("aria-label", [words.copy, ": ", form.name()].concat());
        list.push(tag("dt", &[]).text(form.name()));
        list.push(tag("dd", &[]).set("data-citation", form.id()).with(shown).with(copy));
    }
    list
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// For programs that keep italics, as those that letters and papers are written with.
fn markup(runs: &[Run]) -> String {
    let set = |Run { text, is_italic }: &Run| match is_italic {
        true => ["<i>", &escaped_html(text), "</i>"].concat(),
        false => escaped_html(text),
    };
    runs.iter().map(set).collect()
}
