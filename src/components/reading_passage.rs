//! How does a passage stand in its document? Set by its role, its themes at the margin.

use leptos::prelude::*;
use vitrine_search::marks;

use super::elsewhere::elsewhere;
use super::evidence::Evidence;
use super::live::{Live, flag, live};
use super::passage_links::PassageLinks;
use super::passage_text::PassageText;
use super::theme_chips::ThemeChips;
use crate::state::State;
use crate::state::concepts::themes;

/// A passage in its document.
#[component]
pub fn ReadingPassage(
    /// Which passage.
    n: usize,
    /// For a heading, its level on the page.
    level: Option<u8>,
    /// The passage that is pointed at, by its id.
    at: Memo<Option<String>>,
) -> impl IntoView {
    let state = State::expect();
    let passage = state.passage(n);
    let id: &'static str = &passage.id;
    let open = RwSignal::new(None);
    let themes = themes(state.corpus, passage);
    let own_themes = themes.clone();
    let found =
        Memo::new(move |_| state.answer.with(|answer| marks(state.corpus, &answer.reading, n)));
    let whole = flag(|| true);
    let text = live(move || {
        let (marks, themes) = (found.get(), own_themes.clone());
        view! { <PassageText n marks themes open part=0..0 whole /> }
    });
    let is_at = Signal::derive(move || at.with(|at| at.as_deref() == Some(id)).then_some("true"));
    view! {
        <article
            class="passage"
            data-passage=id
            data-role=passage.role.get().as_str()
            data-level=level.map(|level| level.to_string())
            lang=state.passage_lang(n)
            aria-current=is_at
            tabindex="-1"
        >
            {match level {
                Some(level) => heading(level, text).into_any(),
                None => text.into_any(),
            }}
            <div class="margin" lang=state.tag()>
                <ThemeChips n themes=themes.clone() open />
                <PassageLinks n is_reading=true />
            </div>
            <Evidence n themes open />
            {elsewhere(n)}
        </article>
    }
}

/// The words inside a heading of that level.
fn heading(level: u8, text: Live) -> AnyView {
    match level {
        2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        4 => view! { <h4>{text}</h4> }.into_any(),
        5 => view! { <h5>{text}</h5> }.into_any(),
        _ => view! { <h6>{text}</h6> }.into_any(),
    }
}
