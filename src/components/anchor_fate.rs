//! What has become of what a link points at? Said where the words are, or, where that is not sure, above the
//! document.

use super::drawing::{Tag, link, tag};
use super::href;
use crate::state::State;
use crate::state::anchor::{Anchor, Fate, Words, said, view_of};
use crate::state::intent::read_document;
use crate::state::view_state::ViewState;

/// Id of what stands above the document; it takes the focus, as there is no passage to go to.
pub const FATE: &str = "fate";

/// How much of a passage is shown of a candidate, in characters.
const CANDIDATE: usize = 160;

/// What has changed, for the passage that the link leads to.
pub fn fate_here(state: State, view: &ViewState, anchor: &Anchor) -> Option<Tag> {
    let words = state.view_words();
    let (name, lead) = match &anchor.fate {
        Fate::Moved => ("moved", words.link_moved),
        Fate::Rewritten(_) => ("rewritten", words.link_rewritten),
        Fate::Same | Fate::Uncertain(_) | Fate::Gone => return None,
    };
    let mut list = quoted(state, view);
    if let (Some(list), Fate::Rewritten(now)) = (&mut list, &anchor.fate) {
        list.push(tag("dt", &[]).text(words.words_now));
        list.push(tag("dd", &[]).with(tag("ins", &[("dir", "auto")]).text(now.clone())));
    }
    Some(fate(state, name, lead).with_some(list))
}

/// Where it is not sure what is meant, or it is gone.
pub fn fate_of_document(
    state: State,
    view: &ViewState,
    document: usize,
    anchor: &Anchor,
) -> Option<Tag> {
    let words = state.view_words();
    let said = match &anchor.fate {
        Fate::Uncertain(candidates) => {
            let mut list = tag("ul", &[("class", "candidates")]);
            for words in candidates {
                list.push(tag("li", &[]).with(candidate(state, words)));
            }
            fate(state, "uncertain", words.link_uncertain)
                .with_some(quoted(state, view))
                .with(tag("p", &[]).text(words.link_candidates))
                .with(list)
        }
        Fate::Gone => {
            let id = &state.corpus.documents[document].id;
            let read = link(href(&read_document(view, id))).text(words.read_document);
            fate(state, "gone", words.link_gone)
                .with_some(quoted(state, view))
                .with(tag("p", &[]).with(read))
        }
        Fate::Same | Fate::Moved | Fate::Rewritten(_) => return None,
    };
    Some(said.set("id", FATE).set("tabindex", "-1"))
}

fn fate(state: State, name: &'static str, lead: &'static str) -> Tag {
    tag("div", &[("class", "fate"), ("role", "note")])
        .set("lang", state.tag())
        .set("data-fate", name)
        .with(tag("p", &[]).text(lead))
}

/// The words as the link has them.
fn quoted(state: State, view: &ViewState) -> Option<Tag> {
    let quote = view.quote.as_ref()?;
    let goes_on = if quote.is_beginning { " …" } else { "" };
    let then = [&*quote.words, goes_on].concat();
    let then = tag("dd", &[]).with(tag("q", &[("dir", "auto")]).text(then));
    let name = tag("dt", &[]).text(state.view_words().words_then);
    Some(tag("dl", &[]).with(name).with(then))
}

/// A link to words that may be meant, with what stands around them.
fn candidate(state: State, words: &Words) -> Tag {
    let n = words.passage;
    let text = state.text(n);
    let is_whole = words.span == (0..text.len());
    let span = (!is_whole).then(|| words.span.clone());
    let marked = tag("mark", &[]).text(said(state.corpus, words));
    let (before, after) = (&text[..words.span.start], &text[words.span.end..]);
    let far = before.chars().count().saturating_sub(CANDIDATE / 4);
    let before: String = before.chars().skip(far).collect();
    let cut = if far > 0 { "… " } else { "" };
    let after: String = after.chars().take(CANDIDATE / 2).collect();
    let document = state.passage(n).document.to_native() as usize;
    let title = tag("small", &[]).localized(&state.corpus.documents[document].title, state.tag());
    let said = link(href(&view_of(state.corpus, n, span))).set("lang", state.passage_lang(n));
    let said = match is_whole {
        true => said.text(text.chars().take(CANDIDATE).collect::<String>()),
        false => said.text([cut, &before].concat()).with(marked).text(after),
    };
    tag("p", &[]).with(said).text(" ").with(title)
}
