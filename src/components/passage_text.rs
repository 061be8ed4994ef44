//! How are a passage's words set, with what matched, what made a label and what a link points at marked in
//! them?

use std::ops::Range;

use vitrine_corpus::text::part as part_of;

use super::drawing::{Tag, Text, tag};
use crate::state::concepts::Theme;
use crate::state::segments::segments;

/// What is marked in a passage, in bytes of its text.
pub struct Marks<'a> {
    /// What matched.
    pub hits: &'a [Range<usize>],
    /// The theme whose reasons are shown.
    pub open: Option<&'a Theme>,
    /// What a link points at.
    pub linked: &'a [Range<usize>],
}

/// A part of a passage's text, in an element of this name. `convert` sets a part in another script.
pub fn passage_text(
    name: &'static str,
    text: &Text,
    part: Range<usize>,
    marks: Marks<'_>,
    convert: Option<&dyn Fn(Range<usize>) -> String>,
) -> Tag {
    let Marks { hits, open, linked } = marks;
    let evidence = open.map(evidence).unwrap_or_default();
    let is_bullet = text.starts_with('•');
    let mut words = tag(name, &[("dir", "auto")])
        .set("class", if is_bullet { "words bullet" } else { "words" });
    let is_whole = part.end == text.len();
    if part.start > 0 || !is_whole {
        // For those who must know where in the text a word that is shown stands (`browser/selection.rs`).
        words = words.set("data-part", [part.start.to_string(), part.end.to_string()].join("-"));
    }
    if part.start > 0 {
        words = words.text("… ");
    }
    for segment in segments(part, hits, &evidence, linked) {
        let piece: Text = match convert {
            None => part_of(text, segment.range),
            Some(convert) => convert(segment.range).into(),
        };
        if !(segment.is_hit || segment.is_evidence || segment.is_linked) {
            words = words.text(piece);
            continue;
        }
        let mut mark = tag("mark", &[]);
        if segment.is_evidence {
            let class = if segment.is_hit { "evidence hit" } else { "evidence" };
            let hue = open.map_or(0, |theme| theme.hue).to_string();
            mark = mark.set("class", class).set("data-hue", hue);
        }
        words = words.with(mark.maybe("data-linked", segment.is_linked.then_some("")).text(piece));
    }
    if is_whole { words } else { words.text(" …") }
}

/// The spans that made a theme.
fn evidence(theme: &Theme) -> Vec<Range<usize>> {
    let evidence = theme.labels.iter().flat_map(|label| label.evidence());
    evidence.flat_map(|evidence| evidence.spans()).collect()
}
