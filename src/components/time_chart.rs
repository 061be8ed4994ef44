//! How do events lie in time? Columns by year, with what lasted longer as bands above them; each is a
//! link that asks for its years.
//!
//! Widths are in per cent, so that the drawing fills its room and its letters keep their size.

use leptos::ev::Event;
use leptos::prelude::*;
use vitrine_corpus::facet::YEAR;

use super::drawing::{Tag, link as link_to, tag};
use super::href;
use super::live::follow;
use crate::browser::{events, scroll};
use crate::state::State;
use crate::state::intent::Intent;
use crate::state::timeline::{Band, Chart, FOLD, Slot, chosen, years, years_between};

/// Heights, in pixels: a row of bands, the highest column, what is written above and below columns.
const LANE: u32 = 24;
const COLUMN: u32 = 104;
const ABOVE: u32 = 20;
const BELOW: u32 = 26;

/// The height of an event in a column is at most so many pixels.
const EVENT: u32 = 16;

/// How wide a column is at least, in pixels.
const NARROWEST: u32 = 25;

/// Years, from the first to the last.
type Span = (i32, i32);

/// The drawing of a chart.
#[derive(Clone, Copy)]
pub struct TimeChart {
    state: State,
    chart: Memo<Chart>,
    /// The column that the Tab key leads to, once the reader has come to one.
    current: RwSignal<Option<usize>>,
    /// The years of the column where a drag began, and of the one that it has come to.
    drag: RwSignal<Option<[Span; 2]>>,
}

/// What the parts of one drawing share.
struct Scale {
    /// The width of all columns, in tenths of one.
    width: u32,
    /// Where the columns stand, in pixels from above.
    floor: u32,
    /// How many events the highest column has; at least one.
    most: u32,
}

impl TimeChart {
    /// The drawing of this chart, also as it changes.
    pub fn new(state: State, chart: Memo<Chart>) -> TimeChart {
        let drawing =
            TimeChart { state, chart, current: RwSignal::new(None), drag: RwSignal::new(None) };
        follow(move |_| {
            // Other columns.
            chart.track();
            drawing.current.set(None);
        });
        drawing
    }

    /// The drawing, and what its shades mean.
    pub fn with_legend(self, chart: &Chart) -> Vec<Tag> {
        vec![self.draw(chart), legend(self.state, chart)]
    }

    /// Draws it, as it is now.
    fn draw(self, chart: &Chart) -> Tag {
        let scale = Scale {
            width: chart.width.max(1),
            floor: chart.lanes as u32 * LANE + ABOVE + COLUMN,
            most: chart.most.max(1),
        };
        let least = ["min-width:", &(chart.width * NARROWEST / 10).to_string(), "px"].concat();
        let mut svg = tag("svg", &[])
            .set("height", (scale.floor + BELOW).to_string())
            .set("style", least)
            .on("click", move |event| self.click(&event))
            .on("keydown", move |event| self.step(&event))
            .on("pointerdown", move |event| {
                self.drag.set(self.span_at(&event).map(|span| [span, span]));
            })
            .on("pointerover", move |event| self.drag_to(&event))
            .on("pointerup", move |event| self.drop_at(&event))
            .on("pointerleave", move |_| self.drag.set(None))
            .on("dragstart", |event| event.prevent_default());
        for band in &chart.bands {
            svg = svg.with(self.period(&scale, chart, band));
        }
        let current = self.current.get().or_else(|| self.linked(chart).pop());
        for (n, slot) in chart.slots.iter().enumerate() {
            svg = svg.with(self.column(&scale, n, slot, current == Some(n)));
        }
        let label = self.state.view_words().events_by_year;
        tag("div", &[("class", "chart"), ("role", "group")]).set("aria-label", label).with(svg)
    }

    /// The columns that are links.
    fn linked(self, chart: &Chart) -> Vec<usize> {
        (0..chart.slots.len()).filter(|&n| self.is_linked(&chart.slots[n])).collect()
    }

    fn is_linked(self, slot: &Slot) -> bool {
        !years_between(self.state.corpus, slot.first, slot.last).is_empty()
    }

    /// The column in which an event happened.
    fn column_at(self, event: &Event) -> Option<usize> {
        events::id_around(event, "a")?.strip_prefix(PLACE)?.parse().ok()
    }

    fn span_at(self, event: &Event) -> Option<Span> {
        let n = self.column_at(event)?;
        self.chart.with_untracked(|chart| chart.slots.get(n).map(|slot| (slot.first, slot.last)))
    }

    /// With the shift key, a click asks for all years from those that are chosen.
    fn click(self, event: &Event) {
        let Some(span) = self.span_at(event) else { return };
        self.current.set(self.column_at(event));
        let before = self.state.view.with_untracked(|view| chosen(&view.facets[YEAR]));
        if let Some(before) = before.filter(|_| events::has_shift(event)) {
            event.prevent_default();
            choose_years(self.state, before, span);
        }
    }

    fn drag_to(self, event: &Event) {
        let (now, span) = (self.drag.get_untracked(), self.span_at(event));
        if let (Some([from, to]), Some(span)) = (now, span)
            && to != span
        {
            self.drag.set(Some([from, span]));
        }
    }

    fn drop_at(self, event: &Event) {
        if let Some([from, to]) = self.drag.get_untracked().filter(|[from, to]| from != to)
            && self.column_at(event).is_some()
        {
            choose_years(self.state, from, to);
        }
        self.drag.set(None);
    }

    /// Arrow keys lead from column to column.
    fn step(self, event: &Event) {
        let Some(n) = self.column_at(event) else { return };
        let linked = self.chart.with_untracked(|chart| self.linked(chart));
        let next = match &*events::key(event) {
            "ArrowLeft" => linked.iter().rev().find(|&&other| other < n),
            "ArrowRight" => linked.iter().find(|&&other| other > n),
            _ => return,
        };
        event.prevent_default();
        if let Some(&next) = next {
            self.current.set(Some(next));
            scroll::focus(&place(next));
        }
    }

    /// A year with its events, the most exactly dated at the bottom.
    fn column(self, scale: &Scale, n: usize, slot: &Slot, is_current: bool) -> Tag {
        let (state, floor) = (self.state, scale.floor);
        let count = slot.count();
        // Said by the name of the link, with the year in full.
        let middle = scale.across(slot.at + 5);
        let mut label = tag("g", &[("aria-hidden", "true")]).with(
            tag("text", &[("class", "name")])
                .set("x", middle.clone())
                .set("y", (floor + 17).to_string())
                .text(short_name(slot)),
        );
        if count > 0 {
            let above = (floor - scale.up(count) - 5).to_string();
            let text = tag("text", &[]).set("x", middle).set("y", above).text(count.to_string());
            label = label.with(tag("g", &[]).with(text));
        }
        let fold = (slot.folded > 0).then(|| self.gap(scale, slot));
        if !self.is_linked(slot) {
            return tag("g", &[("class", "empty-year")]).with_some(fold).with(label);
        }
        let bar = |class: &'static str, at: u32, width: u32, (top, height): (u32, u32)| {
            tag("rect", &[])
                .set("class", class)
                .set("x", scale.across(at))
                .set("y", top.to_string())
                .set("width", scale.across(width))
                .set("height", height.to_string())
        };
        let room = (floor - COLUMN - ABOVE, COLUMN + ABOVE + BELOW);
        let mut link = link_to(link(state, slot.first, slot.last))
            .set("id", place(n))
            .set(
                "aria-label",
                [&slot.name(), ": ", &(state.view_words().events)(count as usize)].concat(),
            )
            .maybe("aria-current", self.is_on(slot).then_some("true"))
            .set("tabindex", if is_current { "0" } else { "-1" })
            .with(bar("room", slot.at, 10, room));
        let mut from = 0;
        for (count, kind) in slot.counts.into_iter().zip(["day", "month", "year"]) {
            if count > 0 {
                let (low, high) = (scale.up(from), scale.up(from + count));
                let bar = bar(kind, slot.at + 2, 6, (floor - high, high - low));
                link = link.with(tag("g", &[]).with(bar));
                from += count;
            }
        }
        tag("g", &[]).with_some(fold).with(tag("g", &[]).with(link)).with(label)
    }

    /// Whether some of its years are chosen, or about to be.
    fn is_on(self, slot: &Slot) -> bool {
        let is_dragged =
            |[a, b]: [Span; 2]| a.0.min(b.0) <= slot.first && slot.last <= a.1.max(b.1);
        self.drag.get().is_some_and(is_dragged) || is_chosen(self.state, slot.first, slot.last)
    }

    /// What stands for the years that are left out.
    fn gap(self, scale: &Scale, slot: &Slot) -> Tag {
        let dots = tag("text", &[])
            .set("x", scale.across(slot.at - FOLD / 2))
            .set("y", (scale.floor + 16).to_string())
            .text("⋯");
        let said = (self.state.view_words().years_left_out)(slot.folded);
        tag("g", &[]).with(tag("title", &[]).text(said)).with(dots)
    }

    /// What lasted several years.
    fn period(self, scale: &Scale, chart: &Chart, band: &Band) -> Tag {
        let state = self.state;
        let (from, to) = (chart.slots[band.from].at, chart.slots[band.to].at + 10);
        let y = (chart.lanes - 1 - band.lane) as u32 * LANE;
        let name = years(band.first, band.last);
        let said = [&name, ": ", &(state.view_words().events)(band.count as usize)].concat();
        let own = years_between(state.corpus, band.first, band.last);
        let is_on = state.view.with(|view| view.facets[YEAR].include.is_superset(&own));
        let bar = tag("rect", &[("rx", "4")])
            .set("x", scale.across(from + 1))
            .set("y", (y + 2).to_string())
            .set("width", scale.across(to - from - 2))
            .set("height", (LANE - 4).to_string());
        let name = tag("text", &[])
            .set("x", scale.across((from + to) / 2))
            .set("y", (y + 16).to_string())
            .text(name);
        let link = link_to(link(state, band.first, band.last))
            .set("aria-label", said)
            .maybe("aria-current", is_on.then_some("true"))
            .with(bar)
            .with(name);
        tag("g", &[("class", "band")]).with(link)
    }
}

impl Scale {
    /// How high so many events of a column stand, in pixels.
    fn up(&self, events: u32) -> u32 {
        (events * COLUMN / self.most).min(events * EVENT)
    }

    /// A place in the drawing: tenths of a column in per cent of the whole.
    fn across(&self, tenths: u32) -> String {
        let hundredths = tenths * 10_000 / self.width;
        let digits = (100 + hundredths % 100).to_string();
        [&(hundredths / 100).to_string(), ".", &digits[1..], "%"].concat()
    }
}

/// The link that asks for these years, or no longer asks for them where they are all that is chosen.
fn link(state: State, first: i32, last: i32) -> String {
    let wanted = years_between(state.corpus, first, last);
    state.view.with(|view| {
        let is_chosen = view.facets[YEAR].include == wanted;
        let wanted = if is_chosen { Default::default() } else { wanted };
        href(&Intent::Choose(YEAR, wanted).apply(view.clone()))
    })
}

/// What the shades mean.
fn legend(state: State, chart: &Chart) -> Tag {
    let words = state.view_words();
    let item = |class: &'static str, name: &'static str| {
        let shade = tag("span", &[("aria-hidden", "true")]).set("class", class);
        tag("li", &[]).with(shade).text(name)
    };
    let mut legend = tag("ul", &[("class", "legend")]);
    for (n, class) in ["day", "month", "year"].into_iter().enumerate() {
        if chart.slots.iter().any(|slot| slot.counts[n] > 0) {
            legend.push(item(class, words.precisions[n]));
        }
    }
    if !chart.bands.is_empty() {
        legend.push(item("band", words.periods));
    }
    legend
}

/// Asks for all years from the first of both to the last.
pub fn choose_years(state: State, a: (i32, i32), b: (i32, i32)) {
    let wanted = years_between(state.corpus, a.0.min(b.0), a.1.max(b.1));
    state.go(Intent::Choose(YEAR, wanted));
}

fn is_chosen(state: State, first: i32, last: i32) -> bool {
    state.view.with(|view| {
        let mut years = view.facets[YEAR].include.iter();
        years.any(|year| year.parse().is_ok_and(|year: i32| (first..=last).contains(&year)))
    })
}

/// A column's name below it: the last two digits, where the year before stands beside it.
fn short_name(slot: &Slot) -> String {
    let name = slot.name();
    let is_clear = slot.at > 0 && slot.folded == 0 && slot.first % 10 != 0;
    if is_clear && name.len() == 4 { name[2..].to_owned() } else { name }
}

/// What ids of columns begin with.
const PLACE: &str = "year-";

fn place(n: usize) -> String {
    [PLACE, &n.to_string()].concat()
}
