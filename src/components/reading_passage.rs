//! How does a passage stand in its document? Set by its role, its themes at the margin.

use leptos::prelude::*;
use vitrine_search::marks;

use super::drawing::{Tag, drawn, tag};
use super::elsewhere::elsewhere;
use super::passage_links::passage_links;
use super::passage_text::passage_text;
use super::theme_chips::theme_chips;
use crate::state::State;
use crate::state::concepts::themes;
use crate::state::folds::PassageFolds;
use crate::views::later;

/// Passage `n` in its document; `level` is that of a heading on the page, `found` the passages of the
/// document that are asked for, where any are.
pub fn reading_passage(
    state: State,
    n: usize,
    level: Option<u8>,
    found: Memo<Option<Vec<usize>>>,
    folds: RwSignal<PassageFolds>,
) -> AnyView {
    // A document may be long: a passage is drawn again only if something in it changes.
    let marks =
        Memo::new(move |_| state.answer.with(|answer| marks(state.corpus, &answer.reading, n)));
    let unfolded = Memo::new(move |_| folds.with(|folds| folds.of(n)));
    let id: &'static str = &state.passage(n).id;
    let is_at = Memo::new(move |_| state.view.with(|view| view.at.as_deref() == Some(id)));
    let is_apart = Memo::new(move |_| {
        let is_found = |found: &Vec<usize>| found.binary_search(&n).is_ok();
        found.with(|found| found.as_ref().is_some_and(|found| !is_found(found)))
    });
    drawn(move || {
        let passage = state.passage(n);
        let themes = themes(state.corpus, passage);
        let open = themes.iter().find(|theme| Some(theme.concept) == unfolded.get().theme);
        let name = if level.is_some() { "span" } else { "p" };
        let text = passage_text(name, state, n, 0..passage.text.len(), &marks.read(), open);
        let view = state.view.read();
        let margin = tag("div", &[("class", "margin")])
            .set("lang", state.tag())
            .with_some(theme_chips(state, n, &themes, folds))
            .with(passage_links(state, &view, n, true));
        let mut article = tag("article", &[("class", "passage"), ("tabindex", "-1")])
            .set("data-passage", id)
            .set("data-role", passage.role.get().as_str())
            .set("lang", state.passage_lang(n))
            .maybe("data-apart", is_apart.get().then_some(""))
            .maybe("aria-current", is_at.get().then_some("true"));
        if let Some(level) = level {
            article = article.set("data-level", level.to_string());
        }
        article
            .with(heading(level, text))
            .with(margin)
            .with_some(open.map(|theme| later::evidence(state, n, theme, folds)))
            .with_some(elsewhere(state, &view, n))
    })
}

/// The words inside a heading of that level.
fn heading(level: Option<u8>, text: Tag) -> Tag {
    let name = match level {
        None => return text,
        Some(2) => "h2",
        Some(3) => "h3",
        Some(4) => "h4",
        Some(5) => "h5",
        Some(_) => "h6",
    };
    tag(name, &[]).with(text)
}
