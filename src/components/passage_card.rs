//! What does a found passage look like? Its words first; where it stands, what it is about and what
//! can be done with it around them.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use vitrine_corpus::facet::ROLE;
use vitrine_corpus::model::Role;
use vitrine_corpus::text::is_unspaced;
use vitrine_search::{Marker, excerpt};

use super::drawing::{Tag, button, tag, yes};
use super::elsewhere::elsewhere;
use super::passage_links::passage_links;
use super::passage_text::{Marks, passage_text};
use super::theme_chips::theme_chips;
use crate::embedded::keywords;
use crate::state::concepts::themes;
use crate::state::folds::PassageFolds;
use crate::state::view_state::ViewState;
use crate::state::{Stage, State};
use crate::views::later;

/// How much of a long passage is shown at first, in columns: about five lines.
const EXCERPT: usize = 400;

/// The characters that Chinese is written in, but for rare ones.
const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// A passage among the results.
pub fn passage_card(
    state: State,
    view: &ViewState,
    marker: &Marker<'_>,
    n: usize,
    folds: RwSignal<PassageFolds>,
) -> Tag {
    let words = state.words();
    let passage = state.passage(n);
    let text = state.text(n);
    let marks = marker.marks(n);
    let part = excerpt(&text, &marks, EXCERPT);
    let is_cut = part.cut_before || part.cut_after;
    let unfolded = folds.with(|folds| folds.of(n));
    let themes = themes(state.corpus, n);
    let open = themes.iter().find(|theme| Some(theme.concept) == unfolded.theme);
    let shown = if unfolded.whole || open.is_some() { 0..text.len() } else { part.range };

    let is_selected = state.selected_in.get() == Some(n);
    let mut furniture = tag("div", &[("class", "furniture")]).set("lang", state.tag());
    // What tells of a theme shows all of it.
    if is_cut && open.is_none() {
        let label = if unfolded.whole { words.show_part } else { words.show_whole };
        let toggle = move || folds.update(|folds| folds.toggle_whole(n));
        let toggle = button("whole", label, toggle);
        furniture.push(toggle.set("aria-expanded", yes(unfolded.whole)));
    }
    let role = passage.role.get();
    if role != Role::Content {
        let label = state.value_label(ROLE, role.as_str());
        furniture.push(tag("span", &[("class", "role")]).text(label));
    }
    let furniture = furniture.with_some(theme_chips(state, n, &themes, folds)).with(passage_links(
        state,
        view,
        n,
        false,
        is_selected,
    ));

    // What is folded away is not waited for; `results.rs` draws it once the page stands.
    let is_waited_for = state.stage.get_untracked() < Stage::Standing;
    let id = state.passage_id(n);
    // A link may point at it.
    let is_pointed_at = view.at.as_ref() == Some(&id);
    tag("article", &[("class", "passage")])
        .set("data-passage", id)
        .maybe("aria-current", is_pointed_at.then_some("true"))
        .maybe("tabindex", is_pointed_at.then_some("-1"))
        .set("data-role", role.as_str())
        .set("lang", state.passage_lang(n))
        .with_some(path(state, n))
        .with(passage_text("p", &text, shown, Marks { hits: &marks, open, linked: &[] }, None))
        .with_some(by_keywords(state, &view.query, &keywords(marker, n)))
        .with(furniture)
        .with_some(open.map(|theme| later::evidence(state, n, theme, folds)))
        .with_some(elsewhere(state, view, n, is_waited_for))
}

/// The curator's keywords that brought the passage here: its own words need not have those of the query.
fn by_keywords(state: State, query: &str, keywords: &[&'static str]) -> Option<Tag> {
    let said = tag("span", &[]).text(state.words().keywords);
    let mut line = tag("p", &[("class", "keywords")]).set("lang", state.tag()).with(said);
    // Kana and Thai tell of other languages, which are not guessed at.
    let is_chinese = |keyword: &str| {
        let mut unspaced = keyword.chars().filter(|&c| is_unspaced(c)).peekable();
        unspaced.peek().is_some() && unspaced.all(|c| HAN.contains(&c))
    };
    // Those in the language of the query, where there are any.
    let asks_in_chinese = query.contains(is_unspaced);
    let has_own = keywords.iter().any(|keyword| is_chinese(keyword) == asks_in_chinese);
    for keyword in keywords {
        let is_chinese = is_chinese(keyword);
        if is_chinese == asks_in_chinese || !has_own {
            let shown = tag("span", &[("class", "keyword")]).text(*keyword);
            line.push(shown.maybe("lang", is_chinese.then_some("zh")));
        }
    }
    (!keywords.is_empty()).then_some(line)
}

/// The headings above a passage.
fn path(state: State, n: usize) -> Option<Tag> {
    let mut path = tag("p", &[("class", "path")]);
    for heading in state.corpus.headings(n) {
        let text = state.text(heading);
        path.push(tag("span", &[]).set("lang", state.passage_lang(heading)).text(text));
    }
    (!path.is_empty()).then_some(path)
}
