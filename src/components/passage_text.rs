//! How are a passage's words set, with what matched and what made a label marked in them?

use std::ops::Range;

use leptos::prelude::*;

use super::live::live;
use crate::state::State;
use crate::state::concepts::Theme;
use crate::state::segments::segments;

/// The words of a passage, or a part of them.
#[component]
pub fn PassageText(
    /// Which passage.
    n: usize,
    /// The words that matched.
    marks: Vec<Range<usize>>,
    /// What it is about.
    themes: Vec<Theme>,
    /// The theme whose reasons are shown.
    open: RwSignal<Option<usize>>,
    /// The part that is shown at first, in bytes.
    part: Range<usize>,
    /// Whether all of it is shown.
    whole: Signal<bool>,
) -> impl IntoView {
    let text: &'static str = &State::expect().passage(n).text;
    let words = move || {
        let (evidence, hue) = evidence(&themes, open.get());
        let range = if whole.get() { 0..text.len() } else { part.clone() };
        let before = (range.start > 0).then_some("… ");
        let after = (range.end < text.len()).then_some(" …");
        let pieces: Vec<AnyView> = segments(range, &marks, &evidence)
            .into_iter()
            .map(|segment| {
                let words = &text[segment.range];
                match (segment.is_hit, segment.is_evidence) {
                    (false, false) => words.into_any(),
                    (true, false) => view! { <mark>{words}</mark> }.into_any(),
                    (is_hit, true) => {
                        let hue = hue.to_string();
                        view! { <mark class="evidence" class:hit=is_hit data-hue=hue>{words}</mark> }.into_any()
                    }
                }
            })
            .collect();
        (before, pieces, after)
    };
    view! {
        <p class="words" class:bullet=text.starts_with('•') dir="auto">
            {live(words)}
        </p>
    }
}

/// The spans that made the opened theme, and its colour.
fn evidence(themes: &[Theme], open: Option<usize>) -> (Vec<Range<usize>>, usize) {
    let Some(theme) = themes.iter().find(|theme| Some(theme.concept) == open) else {
        return (Vec::new(), 0);
    };
    let evidence = theme.labels.iter().flat_map(|label| label.evidence());
    let spans = evidence.flat_map(|evidence| evidence.spans());
    (spans.collect(), theme.hue)
}
