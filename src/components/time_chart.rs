//! How do events lie in time? Columns by year, with what lasted longer as bands above them; each is a
//! link that asks for its years.
//!
//! Widths are in per cent, so that the drawing fills its room and its letters keep their size.

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use super::href;
use super::live::text;
use crate::browser::scroll;
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::timeline::{Band, Chart, FOLD, Slot, chosen, year_facet, years, years_between};

/// Heights, in pixels: a row of bands, the highest column, what is written above and below columns.
const LANE: u32 = 24;
const COLUMN: u32 = 104;
const ABOVE: u32 = 20;
const BELOW: u32 = 26;

/// How wide a column is at least, in pixels.
const NARROWEST: u32 = 25;

/// What the parts of one drawing share.
#[derive(Clone, Copy)]
struct Drawing {
    state: State,
    /// The width of all columns, in tenths of one.
    width: u32,
    /// Where the columns stand, in pixels from above.
    floor: u32,
    /// Height of an event in a column, in pixels times a hundred.
    unit: u32,
    /// The column that the Tab key leads to.
    current: RwSignal<usize>,
    /// The years of the column where a drag began, and of the one that it has come to.
    drag: RwSignal<Option<[(i32, i32); 2]>>,
}

/// The drawing of a chart.
pub fn time_chart(state: State, chart: &Chart) -> AnyView {
    let words = state.words();
    let floor = chart.lanes as u32 * LANE + ABOVE + COLUMN;
    let is_linked = |n: &usize| {
        let slot = &chart.slots[*n];
        !years_between(state.corpus, slot.first, slot.last).is_empty()
    };
    let linked: Vec<usize> = (0..chart.slots.len()).filter(is_linked).collect();
    let drawing = Drawing {
        state,
        width: chart.width.max(1),
        floor,
        unit: (COLUMN * 100 / chart.most.max(1)).min(1_600),
        current: RwSignal::new(linked.last().copied().unwrap_or_default()),
        drag: RwSignal::new(None),
    };
    let slots: Vec<AnyView> = chart
        .slots
        .iter()
        .enumerate()
        .map(|(n, slot)| {
            let (before, after) = linked.split_at(linked.partition_point(|&other| other < n));
            let after = after.iter().copied().find(|&other| other > n);
            column(drawing, n, slot, [before.last().copied(), after])
        })
        .collect();
    let lanes = chart.lanes;
    let ends = |band: &Band| {
        (chart.slots[band.from].at, chart.slots[band.to].at + 10, (lanes - 1 - band.lane) as u32)
    };
    let bands: Vec<AnyView> =
        chart.bands.iter().map(|band| period(drawing, band, ends(band))).collect();
    let least = ["min-width:", &(chart.width * NARROWEST / 10).to_string(), "px"].concat();
    let stop = move |_: PointerEvent| drawing.drag.set(None);
    view! {
        <div class="chart" role="group" aria-label=words.events_by_year>
            <svg
                height=(floor + BELOW).to_string()
                style=least
                on:pointerleave=boxed(stop)
                on:pointerup=boxed(stop)
            >
                {bands}
                {slots}
            </svg>
        </div>
    }
    .into_any()
}

fn boxed<E>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// A place in the drawing: tenths of a column in per cent of the whole.
fn across(drawing: Drawing, tenths: u32) -> String {
    let hundredths = tenths * 10_000 / drawing.width;
    let digits = (100 + hundredths % 100).to_string();
    [&(hundredths / 100).to_string(), ".", &digits[1..], "%"].concat()
}

/// The link that asks for these years, or no longer asks for them where they are all that is chosen.
fn link(state: State, first: i32, last: i32) -> String {
    let facet = year_facet();
    let wanted = years_between(state.corpus, first, last);
    state.view.with(|view| {
        let is_chosen = view.facets[facet].include == wanted;
        let wanted = if is_chosen { Default::default() } else { wanted };
        href(&Intent::Choose(facet, wanted).apply(view.clone()))
    })
}

/// Asks for all years from the first of both to the last.
pub fn choose_years(state: State, a: (i32, i32), b: (i32, i32)) {
    let wanted = years_between(state.corpus, a.0.min(b.0), a.1.max(b.1));
    state.go(Intent::Choose(year_facet(), wanted));
}

fn is_chosen(state: State, first: i32, last: i32) -> bool {
    state.view.with(|view| {
        let mut years = view.facets[year_facet()].include.iter();
        years.any(|year| year.parse().is_ok_and(|year: i32| (first..=last).contains(&year)))
    })
}

/// A year with its events, the most exactly dated at the bottom. `before` and `after` are the columns to
/// which the arrow keys lead.
fn column(drawing: Drawing, n: usize, slot: &Slot, [before, after]: [Option<usize>; 2]) -> AnyView {
    let Drawing { state, floor, current, drag, .. } = drawing;
    let span = (slot.first, slot.last);
    let bar = |(from, count): (u32, u32), kind: &'static str| {
        let (top, height) = ((from + count) * drawing.unit / 100, count * drawing.unit / 100);
        view! {
            <g><rect
                class=kind
                x=across(drawing, slot.at + 2)
                y=(floor - top).to_string()
                width=across(drawing, 6)
                height=height.to_string()
            /></g>
        }
        .into_any()
    };
    let mut from = 0;
    let mut bars: Vec<AnyView> = Vec::new();
    for (count, kind) in slot.counts.into_iter().zip(["day", "month", "year"]) {
        if count > 0 {
            bars.push(bar((from, count), kind));
            from += count;
        }
    }
    let middle = across(drawing, slot.at + 5);
    let count = slot.count();
    // Said by the name of the link, with the year in full.
    let label = view! {
        <g aria-hidden="true">
            <text class="name" x=middle.clone() y=(floor + 17).to_string()>{short_name(slot)}</text>
            {(count > 0).then(|| {
                let above = floor - count * drawing.unit / 100 - 5;
                view! { <g><text x=middle y=above.to_string()>{count.to_string()}</text></g> }.into_any()
            })}
        </g>
    }
    .into_any();
    let fold = (slot.folded > 0).then(|| gap(drawing, slot));
    if years_between(state.corpus, span.0, span.1).is_empty() {
        return view! { <g class="empty-year">{fold} {label}</g> }.into_any();
    }

    let name = [&slot.name(), ": ", &(state.words().events)(count as usize)].concat();
    let clicked = move |event: MouseEvent| {
        current.set(n);
        let before = state.view.with_untracked(|view| chosen(&view.facets[year_facet()]));
        if let Some(before) = before.filter(|_| event.shift_key()) {
            event.prevent_default();
            choose_years(state, before, span);
        }
    };
    let entered = move |_: PointerEvent| {
        drag.update(|drag| {
            if let Some([_, to]) = drag {
                *to = span;
            }
        });
    };
    let released = move |_: PointerEvent| {
        if let Some([from, to]) = drag.get_untracked().filter(|[from, to]| from != to) {
            choose_years(state, from, to);
        }
    };
    let moved = move |event: KeyboardEvent| {
        let next = match &*event.key() {
            "ArrowLeft" => before,
            "ArrowRight" => after,
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            current.set(next);
            scroll::focus(&place(next));
        }
    };
    let is_on = move || {
        drag.with(|drag| {
            drag.is_some_and(|[a, b]| a.0.min(b.0) <= span.0 && span.1 <= a.1.max(b.1))
        }) || is_chosen(state, span.0, span.1)
    };
    let mark = Signal::derive(move || is_on().then_some("true"));
    let stop = Signal::derive(move || if current.get() == n { "0" } else { "-1" });
    // Alone in its group: only there the macro knows that this is a link of SVG.
    let link = view! {
        <g>
            <a
                id=place(n)
                href=text(move || link(state, span.0, span.1))
                aria-label=name
                aria-current=mark
                tabindex=stop
                on:click=boxed(clicked)
                on:keydown=boxed(moved)
                on:dragstart=|event: leptos::ev::DragEvent| event.prevent_default()
                on:pointerdown=boxed(move |_: PointerEvent| drag.set(Some([span, span])))
                on:pointerenter=boxed(entered)
                on:pointerup=boxed(released)
            >
                <rect
                    class="room"
                    x=across(drawing, slot.at)
                    y=(floor - COLUMN - ABOVE).to_string()
                    width=across(drawing, 10)
                    height=(COLUMN + ABOVE + BELOW).to_string()
                />
                {bars}
            </a>
        </g>
    }
    .into_any();
    view! { <g>{fold} {link} {label}</g> }.into_any()
}

/// A column's name below it: the last two digits, where the year before stands beside it.
fn short_name(slot: &Slot) -> String {
    let name = slot.name();
    let is_clear = slot.at > 0 && slot.folded == 0 && slot.first % 10 != 0;
    if is_clear && name.len() == 4 { name[2..].to_owned() } else { name }
}

fn place(n: usize) -> String {
    ["year-", &n.to_string()].concat()
}

/// What stands for the years that are left out.
fn gap(drawing: Drawing, slot: &Slot) -> AnyView {
    let said = (drawing.state.words().years_left_out)(slot.folded);
    view! {
        <g class="gap">
            <title>{said}</title>
            <text x=across(drawing, slot.at - FOLD / 2) y=(drawing.floor + 16).to_string()>"⋯"</text>
        </g>
    }
    .into_any()
}

/// What lasted several years.
fn period(drawing: Drawing, band: &Band, (from, to, row): (u32, u32, u32)) -> AnyView {
    let Drawing { state, .. } = drawing;
    let (first, last) = (band.first, band.last);
    let name = years(first, last);
    let said = [&name, ": ", &(state.words().events)(band.count as usize)].concat();
    let own = years_between(state.corpus, first, last);
    let is_on = move || state.view.with(|view| view.facets[year_facet()].include.is_superset(&own));
    let mark = Signal::derive(move || is_on().then_some("true"));
    let y = row * LANE;
    view! {
        <g class="band">
            <a href=text(move || link(state, first, last)) aria-label=said aria-current=mark>
                <rect
                    x=across(drawing, from + 1)
                    y=(y + 2).to_string()
                    width=across(drawing, to - from - 2)
                    height=(LANE - 4).to_string()
                    rx="4"
                />
                <text x=across(drawing, (from + to) / 2) y=(y + 16).to_string()>{name}</text>
            </a>
        </g>
    }
    .into_any()
}
