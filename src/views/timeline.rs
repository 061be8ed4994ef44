//! Timeline: what happened, as the results tell it; a drawing, and the list of the same events.

use std::collections::BTreeSet;

use leptos::prelude::*;
use vitrine_corpus::facet::FACETS;
use vitrine_search::search;

use crate::components::{
    Empty, choose_years, click, href, live, quoted_passage, results_frame, text, time_chart,
};
use crate::state::State;
use crate::state::intent::{Intent, narrowed, read_at};
use crate::state::timeline::{self, Chart, Slot, Teller, Told, year_facet};
use crate::state::view_state::{Choice, View};

/// How many events are listed at first, and how many more each time a reader asks.
const PAGE: usize = 60;

/// How many of those who took part are named.
const NAMED: usize = 8;

/// The events of the results.
pub fn timeline() -> AnyView {
    let state = State::expect();
    let words = state.words();
    // The drawing has the events of all years, so that others can be chosen.
    let told = Memo::new(move |_| {
        let mut request = state.request.get();
        let chosen = &mut request.selection.facets[year_facet()].include;
        if chosen.is_empty() {
            return state.answer.with(|answer| timeline::told(state.corpus, &answer.hits));
        }
        chosen.clear();
        timeline::told(state.corpus, &search(state.corpus, &request).hits)
    });
    let chosen = Memo::new(move |_| state.view.with(|view| view.facets[year_facet()].clone()));
    let listed = Memo::new(move |_| {
        let choice = chosen.get();
        let told = told.get();
        told.into_iter().filter(|told| timeline::is_within(told, &choice)).collect::<Vec<Told>>()
    });
    let limit = RwSignal::new(PAGE);
    Effect::new(move |_| {
        state.request.track();
        limit.set(PAGE);
    });
    let chart = Memo::new(move |_| told.with(|told| Chart::of(told)));
    let count = move || (words.events)(listed.with(Vec::len));
    let drawing = live(move || {
        chart.with(|chart| {
            (!chart.slots.is_empty()).then(|| {
                let drawn = time_chart(state, chart);
                let range = range(state, &chart.slots, chosen);
                view! { <figure>{drawn} {legend(state, chart)} {range}</figure> }.into_any()
            })
        })
    });
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let nothing = live(move || {
        if is_empty.get() {
            Some(Empty().into_any())
        } else if listed.with(Vec::is_empty) {
            Some(view! { <p class="nothing">{words.no_events}</p> }.into_any())
        } else {
            None
        }
    });
    let list = live(move || {
        let (shown, left) = listed.with(|listed| {
            let end = limit.get().min(listed.len());
            (listed[..end].to_vec(), listed.len() - end)
        });
        let more = (left > 0).then(|| {
            let more = click(move || limit.update(|limit| *limit += PAGE));
            let label = (words.show_more_rows)(left.min(PAGE));
            view! { <button type="button" class="more" on:click=more>{label}</button> }.into_any()
        });
        view! { {years(state, &shown)} {more} }.into_any()
    });
    let body = view! { {drawing} {nothing} <div class="events">{list}</div> }.into_any();
    let extra = view! { <p class="count">{text(count)}</p> }.into_any();
    results_frame(View::Timeline, extra, body)
}

/// What the shades mean.
fn legend(state: State, chart: &Chart) -> AnyView {
    let words = state.words();
    let item = |class: &'static str, name: &'static str| {
        view! { <li><span class=class aria-hidden="true"></span>{name}</li> }.into_any()
    };
    let kinds = ["day", "month", "year"].into_iter().zip(words.precisions).enumerate();
    let has = |n: usize| chart.slots.iter().any(|slot| slot.counts[n] > 0);
    let mut items: Vec<AnyView> =
        kinds.filter(|(n, _)| has(*n)).map(|(_, (class, name))| item(class, name)).collect();
    if !chart.bands.is_empty() {
        items.push(item("band", words.periods));
    }
    view! { <ul class="legend">{items}</ul> }.into_any()
}

/// From which year to which, for those who do not drag.
fn range(state: State, slots: &[Slot], choice: Memo<Choice>) -> AnyView {
    let words = state.words();
    let years: BTreeSet<(i32, i32)> = slots
        .iter()
        .filter(|slot| !timeline::years_between(state.corpus, slot.first, slot.last).is_empty())
        .map(|slot| (slot.first, slot.last))
        .collect();
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
        return ().into_any();
    };
    let choose = move |side: usize| {
        move |event: leptos::ev::Event| {
            let Ok(year) = event_target_value(&event).parse::<i32>() else { return };
            let now = choice.with_untracked(timeline::chosen).unwrap_or((first.0, last.1));
            let (from, to) =
                if side == 0 { (year, now.1.max(year)) } else { (now.0.min(year), year) };
            choose_years(state, (from, from), (to, to));
        }
    };
    let select = |side: usize, label: &'static str| {
        let options = years.iter().map(|span| {
            let year = if side == 0 { span.0 } else { span.1 }.to_string();
            view! { <option value=year.clone()>{year.clone()}</option> }.into_any()
        });
        let options: Vec<AnyView> = options.collect();
        let value = move || {
            let (from, to) = choice.with(timeline::chosen).unwrap_or((first.0, last.1));
            let year = if side == 0 { from } else { to };
            let slot = years_of(year, first.1 - first.0 + 1);
            if side == 0 { slot.0 } else { slot.1 }.to_string()
        };
        let choose: Box<dyn FnMut(leptos::ev::Event)> = Box::new(choose(side));
        view! {
            <label>{label} " " <select prop:value=text(value) on:change=choose>{options}</select></label>
        }
        .into_any()
    };
    let clear = live(move || {
        choice.with(|choice| !choice.include.is_empty()).then(|| {
            let clear = move || state.go(Intent::Choose(year_facet(), BTreeSet::new()));
            view! { <button type="button" on:click=click(clear)>{words.all_years}</button> }
                .into_any()
        })
    });
    view! {
        <figcaption>
            <span class="range">{select(0, words.from_year)} {select(1, words.to_year)} {clear}</span>
            <small>{words.how_to_choose_years}</small>
        </figcaption>
    }
    .into_any()
}

/// The column a year belongs to, where each has so many.
fn years_of(year: i32, step: i32) -> (i32, i32) {
    let first = year.div_euclid(step) * step;
    (first, first + step - 1)
}

/// The events under their years.
fn years(state: State, told: &[Told]) -> Vec<AnyView> {
    let group = |events: &[Told]| {
        let year = events[0].first.to_string();
        let items: Vec<AnyView> = events.iter().map(|told| event(state, told.event)).collect();
        view! { <section><h2>{year}</h2><ol>{items}</ol></section> }.into_any()
    };
    told.chunk_by(|a, b| a.first == b.first).map(group).collect()
}

/// An event: when, what, who, and who says so.
fn event(state: State, n: usize) -> AnyView {
    let words = state.words();
    let event = &state.corpus.events[n];
    let edtf: &'static str = timeline::edtf(event);
    let mut tellers: Vec<Teller<'static>> = timeline::tellers(state.corpus, event).collect();
    // Told first in the reader's own language, where it is.
    let own = tellers.iter().position(|teller| state.passage_lang(teller.passage) == state.tag());
    let lead = tellers.remove(own.unwrap_or_default());
    let differ = (!event.agrees)
        .then(|| view! { <strong class="differ">{words.dated_differently}</strong> }.into_any());
    let passage = state.passage(lead.passage);
    let (id, whole): (&'static str, &'static str) = (&passage.id, &passage.text);
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let read = move || state.view.with(|view| href(&read_at(view, id)));
    let who: Vec<AnyView> = timeline::who(state.corpus, event)
        .into_iter()
        .take(NAMED)
        .map(|(facet, value)| {
            let value = &state.corpus.facets[facet].values[value];
            let id: &'static str = &value.id;
            let link = move || state.view.with(|view| href(&narrowed(view, facet, id)));
            debug_assert!(facet < FACETS.len());
            view! { <li><a href=text(link)>{value.label.text(state.tag())}</a></li> }.into_any()
        })
        .collect();
    let also = (words.also_told)(tellers.len());
    let others: Vec<AnyView> = tellers
        .into_iter()
        .map(|teller| {
            let own = (teller.edtf != lead.edtf).then(|| date(state, teller.edtf));
            let (start, end) = teller.clause;
            view! { <li>{own} " " {quoted_passage(state, teller.passage, Some(start..end))}</li> }
                .into_any()
        })
        .collect();
    let own = (lead.edtf != edtf).then(|| date(state, lead.edtf));
    view! {
        <li class="event" data-event=edtf>
            <p class="when">{date(state, edtf)} " " {differ}</p>
            <p class="what" lang=state.passage_lang(lead.passage)>
                <a href=text(read)>{&whole[lead.clause.0..lead.clause.1]}</a>
            </p>
            <p class="source">{own} " " {document.title.text(state.tag())}</p>
            {(!others.is_empty()).then(|| {
                view! { <p class="also">{also}</p><ul class="witnesses">{others}</ul> }.into_any()
            })}
            {(!who.is_empty()).then(|| view! { <ul class="who" aria-label=words.who>{who}</ul> }.into_any())}
        </li>
    }
    .into_any()
}

fn date(state: State, edtf: &'static str) -> AnyView {
    let said = (state.words().when)(edtf);
    // A stretch of time is no value that `datetime` can have.
    let point = (!edtf.contains('/')).then_some(edtf);
    view! { <time datetime=point>{said}</time> }.into_any()
}
