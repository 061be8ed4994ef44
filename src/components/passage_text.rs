//! How are a passage's words set, with what matched and what made a label marked in them?

use std::ops::Range;

use super::drawing::{Tag, Text, tag};
use crate::state::State;
use crate::state::concepts::Theme;
use crate::state::segments::segments;

/// A part of the words of passage `n`, in an element of this name. `open` is the theme whose reasons are
/// shown, `convert` what sets a part in another script.
pub fn passage_text(
    name: &'static str,
    state: State,
    n: usize,
    part: Range<usize>,
    marks: &[Range<usize>],
    open: Option<&Theme>,
    convert: Option<&dyn Fn(Range<usize>) -> String>,
) -> Tag {
    let text: &'static str = &state.passage(n).text;
    let evidence = open.map(evidence).unwrap_or_default();
    let is_bullet = text.starts_with('•');
    let mut words = tag(name, &[("dir", "auto")])
        .set("class", if is_bullet { "words bullet" } else { "words" });
    if part.start > 0 {
        words = words.text("… ");
    }
    let is_whole = part.end == text.len();
    for segment in segments(part, marks, &evidence) {
        let piece: Text = match convert {
            None => text[segment.range].into(),
            Some(convert) => convert(segment.range).into(),
        };
        words = match (segment.is_hit, segment.is_evidence) {
            (false, false) => words.text(piece),
            (true, false) => words.with(tag("mark", &[]).text(piece)),
            (is_hit, true) => {
                let class = if is_hit { "evidence hit" } else { "evidence" };
                let hue = open.map_or(0, |theme| theme.hue).to_string();
                words.with(tag("mark", &[]).set("class", class).set("data-hue", hue).text(piece))
            }
        };
    }
    if is_whole { words } else { words.text(" …") }
}

/// The spans that made a theme.
fn evidence(theme: &Theme) -> Vec<Range<usize>> {
    let evidence = theme.labels.iter().flat_map(|label| label.evidence());
    evidence.flat_map(|evidence| evidence.spans()).collect()
}
