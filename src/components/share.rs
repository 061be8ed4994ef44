//! How is a view handed on? Its link, to copy, to send and to photograph; and what puts it, or the passage
//! pointed at, into another page.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use super::dialog::dialog;
use super::drawing::{Tag, button, link, tag};
use super::{copy, url};
use crate::browser::clipboard;
use crate::state::State;
use crate::state::takeaway::{Taken, card, frame};
use crate::state::view_state::ViewState;

/// How many light modules stand around the code, as its standard asks.
const QUIET_ZONE: i32 = 4;

/// How a view is handed on.
pub fn share(state: State) -> Tag {
    let words = state.view_words();
    let view = ViewState { embed: false, ..state.view.get() };
    let address = url(&view);
    let mut parts = vec![copied(state, words.link, address.clone(), words.link_copied)];
    if clipboard::can_share() {
        let (title, url) = (state.corpus.title.text(state.tag()), address.clone());
        parts.push(button("", words.send_link, move || clipboard::share(title, &url)));
    }
    parts.push(match code(&address) {
        Some(code) => code.set("aria-label", words.code_of_link),
        None => tag("p", &[]).text(words.link_too_long),
    });
    let embedded = url(&ViewState { embed: true, ..view.clone() });
    let title = state.corpus.title.text(state.tag());
    parts.push(copied(state, words.embed_view, frame(&embedded, title), words.code_copied));
    if let Some(n) = view.at.as_deref().and_then(|id| state.corpus.passage_by_id(id)) {
        let quote = card(&Taken::passage(state.corpus, n, address));
        parts.push(copied(state, words.embed_quote, quote, words.code_copied));
    }
    // Hidden by style in the single file, which has nothing beside it.
    parts.push(
        tag("p", &[("class", "download-page")])
            .with(link("./api.html".to_owned()).set("target", "_blank").text(words.for_programs)),
    );
    dialog(state, "share-view", words.share_view, parts)
}

/// A text to look at and to copy.
fn copied(state: State, label: &'static str, text: String, done: &'static str) -> Tag {
    let refused = state.words().text_not_copied;
    let field = tag("textarea", &[("readonly", ""), ("rows", "2"), ("spellcheck", "false")])
        .set(".value", text.clone());
    let label = tag("label", &[]).with(tag("span", &[]).text(label)).with(field);
    let copy = button("", state.view_words().copy, move || copy(state, &text, done, refused));
    tag("div", &[("class", "copied")]).with(label).with(copy)
}

/// The link as a QR code; `None` where it is longer than one holds.
fn code(url: &str) -> Option<Tag> {
    let code = QrCode::encode_text(url, QrCodeEcc::Low).ok()?;
    let size = (code.size() + 2 * QUIET_ZONE).to_string();
    let mut dark = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            let place = [x + QUIET_ZONE, y + QUIET_ZONE].map(|at| at.to_string());
            dark.extend(["M", &place[0], " ", &place[1], "h1v1h-1z"]);
        }
    }
    let room =
        tag("rect", &[("class", "light")]).set("width", size.clone()).set("height", size.clone());
    let code = tag("svg", &[("class", "code"), ("role", "img"), ("shape-rendering", "crispEdges")])
        .set("viewBox", ["0 0 ", &size, " ", &size].concat())
        .with(room)
        .with(tag("path", &[]).set("d", dark));
    Some(code)
}
