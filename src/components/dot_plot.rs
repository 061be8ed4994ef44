//! How do figures of one unit compare? A dot for each on a number line, and a bar from end to end for a
//! range; each leads to its passage.

use leptos::prelude::*;
use vitrine_corpus::text::part;

use super::drawing::{Fixed, Tag, link, tag};
use super::href;
use crate::state::State;
use crate::state::figures::{FigureRef, Line, quantity};
use crate::state::intent::read_at;
use crate::state::order::in_order;

/// How far apart two dots of a row are at least, in thousandths of the line.
const APART: u32 = 45;

/// Heights, in pixels: a row of dots, and what is written below them.
const ROW: u32 = 24;
const BELOW: u32 = 30;

/// The drawing of these figures, if there is something to compare. `unit` is the name of their unit.
pub fn dot_plot(state: State, places: &[FigureRef], unit: &str) -> Option<Tag> {
    let values: Vec<f64> = places
        .iter()
        .map(|&place| quantity(state.corpus, place))
        .flat_map(|figure| [figure.value, figure.upper.unwrap_or(figure.value)])
        .collect();
    let line = Line::of(&values).filter(|_| places.len() > 1)?;
    let dots: Vec<(u32, u32, FigureRef)> = places
        .iter()
        .map(|&place| {
            let figure = quantity(state.corpus, place);
            let from = line.place(figure.value);
            (from, figure.upper.map_or(from, |upper| line.place(upper)), place)
        })
        .collect();
    // Places on the line are thousandths.
    let dots = in_order(dots, |(from, to, _)| from * 1_001 + to);
    // Where the last dot of each row ends.
    let mut rows: Vec<u32> = Vec::new();
    let mut levels: Vec<u32> = Vec::new();
    for (from, to, _) in &dots {
        let row = rows.iter().position(|end| end + APART <= *from).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(0);
        }
        rows[row] = *to;
        levels.push(row as u32);
    }
    let floor = rows.len() as u32 * ROW + 6;
    let mut svg = tag("svg", &[]).set("height", (floor + BELOW).to_string());
    for &value in &line.ticks {
        let x = across(line.place(value));
        let mark = tag("line", &[("y1", "0")])
            .set("x1", x.clone())
            .set("x2", x.clone())
            .set("y2", (floor + 6).to_string());
        let said = tag("text", &[]).set("x", x).set("y", (floor + 22).to_string());
        let said = said.text((state.view_words().number)(value));
        svg = svg.with(tag("g", &[("class", "tick")]).with(mark).with(said));
    }
    for ((from, to, place), level) in dots.into_iter().zip(levels) {
        svg = svg.with(dot(state, (from, to), floor - level * ROW - ROW / 2, place));
    }
    let label = (state.view_words().side_by_side)(unit);
    let plot = tag("div", &[("class", "chart plot"), ("role", "group")])
        .set("aria-label", label.clone())
        .with(svg);
    let mut caption = tag("figcaption", &[]).with(tag("span", &[]).text(label));
    if line.is_log {
        caption = caption.with(tag("small", &[]).text(state.view_words().log_scale));
    }
    Some(tag("figure", &[]).with(plot).with(caption))
}

/// A place on the line in per cent of the drawing, with room at both ends.
fn across(thousandths: u32) -> String {
    let place = 120 + thousandths * 76 / 100;
    [&(place / 10).to_string(), ".", &(place % 10).to_string(), "%"].concat()
}

fn dot(state: State, (from, to): (u32, u32), y: u32, place: FigureRef) -> Tag {
    let id = state.passage_id(place.passage);
    let span = quantity(state.corpus, place).span;
    let words = part(&state.text(place.passage), span.0..span.1);
    let y = y.to_string();
    let mut link = link(state.view.with(|view| href(&read_at(view, &id))))
        .set("aria-label", words.clone())
        .with(tag("title", &[]).text(words));
    if to > from {
        let bar = tag("line", &[]).set("x1", across(from)).set("x2", across(to));
        link = link.with(tag("g", &[]).with(bar.set("y1", y.clone()).set("y2", y.clone())));
    }
    let circle = |fixed: Fixed| tag("circle", fixed).set("cx", across(from)).set("cy", y.clone());
    link = link.with(circle(&[("class", "room"), ("r", "12")])).with(circle(&[("r", "6")]));
    tag("g", &[("class", "dot")]).with(link)
}
