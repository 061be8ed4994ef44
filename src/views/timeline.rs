//! Timeline: what happened, as the results tell it; a drawing, and the list of the same events.

use leptos::prelude::*;
use vitrine_corpus::facet::YEAR;
use vitrine_corpus::text::part;

use crate::components::drawing::{Tag, drawn, link, tag};
use crate::components::{
    TimeChart, follow, href, more, nothing_found, quoted, results_frame, year_range,
};
use crate::state::State;
use crate::state::intent::{narrowed, read_at};
use crate::state::timeline::{self, Chart, Slot, Teller, Told};
use crate::state::view_state::{Choice, View, ViewState};

/// How many events are listed at first, and how many more each time a reader asks.
const PAGE: usize = 60;

/// How many of those who took part are named.
const NAMED: usize = 8;

/// The events of the results.
pub fn timeline() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    // The drawing has the events of all years, so that others can be chosen.
    let told = Memo::new(move |_| {
        let mut request = state.request.get();
        let chosen = &mut request.selection.facets[YEAR].include;
        if chosen.is_empty() {
            return state.answer.with(|answer| timeline::told(state.corpus, &answer.hits));
        }
        chosen.clear();
        timeline::told(state.corpus, &state.search(&request).hits)
    });
    let chosen = Memo::new(move |_| state.view.with(|view| view.facets[YEAR].clone()));
    let listed = Memo::new(move |_| {
        let choice = chosen.get();
        let mut told = told.get();
        told.retain(|told| timeline::is_within(told, &choice));
        told
    });
    let limit = RwSignal::new(PAGE);
    follow(move |_| {
        state.request.track();
        limit.set(PAGE);
    });
    let chart = Memo::new(move |_| told.with(|told| Chart::of(told)));
    let drawing = TimeChart::new(state, chart);
    let drawing = drawn(move || {
        chart.with(|chart| {
            (!chart.slots.is_empty()).then(|| {
                let figure = tag("figure", &[]).with_all(drawing.with_legend(chart));
                figure.with_some(chosen.with(|chosen| range(state, &chart.slots, chosen)))
            })
        })
    });
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let list = drawn(move || {
        let mut events = tag("div", &[("class", "events")]);
        let (mut nothing, mut further) = (None, None);
        listed.with(|listed| {
            let end = limit.get().min(listed.len());
            state.view.with(|view| {
                for year in listed[..end].chunk_by(|a, b| a.first == b.first) {
                    events.push(events_of(state, view, year));
                }
            });
            let left = listed.len() - end;
            further = more(left, PAGE, (words.show_more_rows)(left.min(PAGE)), limit);
            if listed.is_empty() && !is_empty.get() {
                nothing = Some(tag("p", &[("class", "nothing")]).text(words.no_events));
            }
        });
        nothing.into_iter().chain([events]).chain(further).collect::<Vec<Tag>>()
    });
    let nothing = nothing_found();
    let body = vec![drawing, nothing, list].into_any();
    let count =
        drawn(move || tag("p", &[("class", "count")]).text((words.events)(listed.with(Vec::len))));
    results_frame(View::Timeline, count, body)
}

/// From which year to which, for those who do not drag.
fn range(state: State, slots: &[Slot], choice: &Choice) -> Option<Tag> {
    // In the order of time already.
    let years = slots.iter().map(|slot| (slot.first, slot.last)).collect();
    let range = year_range(state, years, choice)?;
    let how = tag("small", &[]).text(state.view_words().how_to_choose_years);
    Some(tag("figcaption", &[]).with(range).with(how))
}

/// The events of a year.
fn events_of(state: State, view: &ViewState, told: &[Told]) -> Tag {
    let year = tag("h2", &[]).text(told[0].first.to_string());
    let mut list = tag("ol", &[]);
    for told in told {
        list.push(event(state, view, told.event));
    }
    tag("section", &[]).with(year).with(list)
}

/// An event: when, what, who, and who says so.
fn event(state: State, view: &ViewState, n: usize) -> Tag {
    let words = state.view_words();
    let event = &state.corpus.events[n];
    let edtf: &'static str = timeline::edtf(event);
    let mut tellers: Vec<Teller<'static>> = timeline::tellers(state.corpus, event).collect();
    let worked_out = timeline::worked_out(event, &tellers);
    // Told first in the reader's own language, where it is.
    let own = tellers.iter().position(|teller| state.passage_lang(teller.passage) == state.tag());
    let lead = tellers.remove(own.unwrap_or_default());
    let passage = state.passage(lead.passage);
    let whole = state.text(lead.passage);
    let document = &state.corpus.documents[passage.document.to_native() as usize];
    let mut when = tag("p", &[("class", "when")]).with(date(state, edtf)).text(" ");
    if let Some(how) = worked_out {
        let mark = tag("small", &[("class", "worked-out")]).set("title", how);
        when.push(mark.text(words.worked_out));
    }
    if !event.agrees {
        when.push(tag("strong", &[("class", "differ")]).text(words.dated_differently));
    }
    let read = link(href(&read_at(view, &state.passage_id(lead.passage))))
        .text(part(&whole, lead.clause.0..lead.clause.1));
    let what = tag("p", &[("class", "what")]).set("lang", state.passage_lang(lead.passage));
    let own = (lead.edtf != edtf).then(|| date(state, lead.edtf));
    let source = tag("p", &[("class", "source")]).with_some(own).text(" ");
    let mut item = tag("li", &[("class", "event")])
        .set("data-event", edtf)
        .with(when)
        .with(what.with(read))
        .with(source.with(tag("span", &[]).localized(&document.title, state.tag())));
    if !tellers.is_empty() {
        item.push(tag("p", &[("class", "also")]).text((words.also_told)(tellers.len())));
        let mut others = tag("ul", &[("class", "witnesses")]);
        for teller in tellers {
            let own = (teller.edtf != lead.edtf).then(|| date(state, teller.edtf));
            let other = tag("li", &[]).with_some(own).text(" ");
            let (start, end) = teller.clause;
            others.push(quoted(other, state, view, teller.passage, Some(start..end)));
        }
        item.push(others);
    }
    let who = timeline::who(state.corpus, event);
    if !who.is_empty() {
        let mut named = tag("ul", &[("class", "who")]).set("aria-label", words.who);
        for (facet, value) in who.into_iter().take(NAMED) {
            let value = &state.corpus.facets[facet].values[value];
            let link = link(href(&narrowed(state.corpus, view, facet, &value.id)));
            named.push(tag("li", &[]).with(link.text(value.label.text(state.tag()))));
        }
        item.push(named);
    }
    item
}

fn date(state: State, edtf: &'static str) -> Tag {
    // A stretch of time is no value that `datetime` can have.
    let point = (!edtf.contains('/')).then_some(edtf);
    tag("time", &[]).maybe("datetime", point).text((state.view_words().when)(edtf))
}
