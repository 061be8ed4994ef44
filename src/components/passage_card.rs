//! What does a found passage look like? Its words first; where it stands, what it is about and what
//! can be done with it around them.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_corpus::facet::ROLE;
use vitrine_corpus::model::Role;
use vitrine_search::excerpt;

use super::elsewhere::elsewhere;
use super::evidence::Evidence;
use super::live::{aria, click, flag, word};
use super::passage_links::PassageLinks;
use super::passage_text::PassageText;
use super::theme_chips::ThemeChips;
use crate::state::State;
use crate::state::concepts::themes;

/// How much of a long passage is shown at first, in columns: about five lines.
const EXCERPT: usize = 400;

/// A passage among the results.
#[component]
pub fn PassageCard(
    /// Which passage.
    n: usize,
    /// The words that matched.
    marks: Vec<Range<usize>>,
) -> impl IntoView {
    let state = State::expect();
    let words = state.words();
    let passage = state.passage(n);
    let text: &'static str = &passage.text;
    let part = excerpt(text, &marks, EXCERPT);
    let is_cut = part.cut_before || part.cut_after;
    let whole = RwSignal::new(!is_cut);
    let open = RwSignal::new(None);
    let themes = themes(state.corpus, passage);
    let shown = flag(move || whole.get() || open.get().is_some());
    let more = move || {
        if whole.get() { words.show_part } else { words.show_whole }
    };
    let toggle = is_cut.then(|| {
        view! {
            <button
                type="button"
                class="whole"
                aria-expanded=aria(move || whole.get())
                on:click=click(move || whole.update(|whole| *whole = !*whole))
            >
                {word(more)}
            </button>
        }
    });
    let role = passage.role.get();
    let role_label = (role != Role::Content).then(|| state.value_label(ROLE, role.as_str()));
    view! {
        <article
            class="passage"
            data-passage=&*passage.id
            data-role=role.as_str()
            lang=state.passage_lang(n)
        >
            <Path n />
            <PassageText n marks themes=themes.clone() open part=part.range whole=shown />
            <div class="furniture" lang=state.tag()>
                {toggle}
                {role_label.map(|label| view! { <span class="role">{label}</span> })}
                <ThemeChips n themes=themes.clone() open />
                <PassageLinks n is_reading=false />
            </div>
            <Evidence n themes open />
            {elsewhere(n)}
        </article>
    }
}

/// The headings above a passage.
#[component]
fn Path(n: usize) -> impl IntoView {
    let state = State::expect();
    let headings = state.passage(n).headings.iter().map(|heading| {
        let heading = heading.to_native() as usize;
        let text: &'static str = &state.passage(heading).text;
        view! { <span lang=state.passage_lang(heading)>{text}</span> }
    });
    let headings: Vec<_> = headings.collect();
    (!headings.is_empty()).then(|| view! { <p class="path">{headings}</p> })
}
