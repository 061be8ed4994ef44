//! Overview: what is in the corpus, before anything is asked of it. The ways in: by question, by document,
//! by theme, by time.

use leptos::prelude::*;
use vitrine_corpus::facet;

use super::matrix::table;
use crate::browser::timers;
use crate::components::drawing::{Tag, drawn, link, tag};
use crate::components::{TimeChart, href};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::intent::read_document;
use crate::state::matrix::Matrix;
use crate::state::timeline::{self, Chart};
use crate::state::view_state::ViewState;

/// How many documents are listed; the facet has all.
const DOCUMENTS: usize = 8;

/// The corpus at a glance.
pub fn overview() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    // One after the other, the uppermost first: each has much to draw.
    let part = RwSignal::new(Part::Ways);
    timers::after_frame(move || {
        part.try_set(Part::Themes);
        timers::after_frame(move || {
            part.try_set(Part::Times);
        });
    });
    let is_here = move |wanted| Memo::new(move |_| part.get() >= wanted);
    let ways = drawn(move || ways(state));
    // Of all passages: this goes as soon as something is asked for, and need not follow that.
    let sides = [facet::THEME, facet::DOCUMENT];
    let is_counted = is_here(Part::Themes);
    let themes = drawn(move || {
        if !is_counted.get() {
            return None;
        }
        let counted = state
            .answer
            .with_untracked(|answer| Matrix::of(state.corpus, &answer.hits, sides, false));
        (!counted.rows.values.is_empty() && !counted.cols.values.is_empty())
            .then(|| section("matrix", words.by_theme).with(table(state, &counted, false)))
    });
    let chart = Memo::new(move |_| {
        let told = state.answer.with_untracked(|answer| timeline::told(state.corpus, &answer.hits));
        Chart::of(&told)
    });
    let drawing = TimeChart::new(state, chart);
    let is_time = is_here(Part::Times);
    let times = drawn(move || {
        if !is_time.get() {
            return None;
        }
        chart.with(|chart| {
            (!chart.slots.is_empty())
                .then(|| section("times", words.over_time).with_all(drawing.with_legend(chart)))
        })
    });
    vec![ways, themes, times].into_any()
}

/// How far down the overview is drawn.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Part {
    Ways,
    Themes,
    Times,
}

fn section(class: &'static str, heading: &'static str) -> Tag {
    tag("section", &[]).set("class", class).with(tag("h2", &[]).text(heading))
}

/// Questions to begin with, and documents to read.
fn ways(state: State) -> Tag {
    let words = state.view_words();
    let mut ways = tag("div", &[("class", "begin")]);
    let mut questions = tag("ul", &[]);
    for question in appendix().questions.iter() {
        let query: &'static str = question.text(state.tag());
        let asked = ViewState { query: query.to_owned(), ..ViewState::default() };
        questions.push(tag("li", &[]).with(link(href(&asked)).text(query)));
    }
    if !questions.is_empty() {
        ways.push(section("ask", words.ask).with(questions));
    }
    let mut documents = tag("ul", &[]);
    for document in state.corpus.documents.iter().take(DOCUMENTS) {
        let read = link(href(&read_document(&ViewState::default(), &document.id)));
        let read = read.set("dir", "auto").localized(&document.title, state.tag());
        documents.push(tag("li", &[]).with(read));
    }
    ways.push(section("documents", words.read_a_document).with(documents));
    ways
}
