//! How do figures of one unit compare? A dot for each on a number line, and a bar from end to end for a
//! range; each leads to its passage.

use leptos::prelude::*;

use super::href;
use super::live::text;
use crate::state::State;
use crate::state::figures::{Line, Place, quantity};
use crate::state::intent::read_at;

/// How far apart two dots of a row are at least, in thousandths of the line.
const APART: u32 = 45;

/// Heights, in pixels: a row of dots, and what is written below them.
const ROW: u32 = 24;
const BELOW: u32 = 30;

/// The drawing of these figures, if there is something to compare. `unit` is the name of their unit.
pub fn dot_plot(state: State, places: &[Place], unit: &str) -> Option<AnyView> {
    let values: Vec<f64> = places
        .iter()
        .map(|&place| quantity(state.corpus, place))
        .flat_map(|figure| [figure.value, figure.upper.unwrap_or(figure.value)])
        .collect();
    let line = Line::of(&values).filter(|_| places.len() > 1)?;
    let mut dots: Vec<(u32, u32, Place)> = places
        .iter()
        .map(|&place| {
            let figure = quantity(state.corpus, place);
            let from = line.place(figure.value);
            (from, figure.upper.map_or(from, |upper| line.place(upper)), place)
        })
        .collect();
    dots.sort_by_key(|(from, to, _)| (*from, *to));
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
    let ticks: Vec<AnyView> = line
        .ticks
        .iter()
        .map(|&value| {
            let (x, end) = (across(line.place(value)), (floor + 6).to_string());
            let said = (state.words().number)(value);
            view! {
                <g class="tick">
                    <line x1=x.clone() x2=x.clone() y1="0" y2=end />
                    <text x=x y=(floor + 22).to_string()>{said}</text>
                </g>
            }
            .into_any()
        })
        .collect();
    let dots: Vec<AnyView> = dots
        .into_iter()
        .zip(levels)
        .map(|((from, to, place), level)| {
            dot(state, (from, to), floor - level * ROW - ROW / 2, place)
        })
        .collect();
    let label = (state.words().side_by_side)(unit);
    let note = line.is_log.then(|| view! { <small>{state.words().log_scale}</small> }.into_any());
    Some(
        view! {
            <figure>
                <div class="chart plot" role="group" aria-label=label.clone()>
                    <svg height=(floor + BELOW).to_string()>{ticks} {dots}</svg>
                </div>
                <figcaption><span>{label}</span> {note}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// A place on the line in per cent of the drawing, with room at both ends.
fn across(thousandths: u32) -> String {
    let place = 80 + thousandths * 84 / 100;
    [&(place / 10).to_string(), ".", &(place % 10).to_string(), "%"].concat()
}

fn dot(state: State, (from, to): (u32, u32), y: u32, place: Place) -> AnyView {
    let id: &'static str = &state.passage(place.passage).id;
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    let words = quantity(state.corpus, place).words;
    let y = y.to_string();
    let bar = (to > from).then(|| {
        view! { <g><line x1=across(from) x2=across(to) y1=y.clone() y2=y.clone() /></g> }.into_any()
    });
    view! {
        <g class="dot">
            <a href=text(read) aria-label=words>
                <title>{words}</title>
                {bar}
                <circle class="room" cx=across(from) cy=y.clone() r="12" />
                <circle cx=across(from) cy=y r="6" />
            </a>
        </g>
    }
    .into_any()
}
