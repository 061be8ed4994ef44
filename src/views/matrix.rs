//! Matrix: how often the values of two facets meet in the results. Each number leads to its passages.

use leptos::prelude::*;
use vitrine_corpus::facet::{FACETS, position};

use crate::components::drawing::{Tag, button, drawn, link, select, tag};
use crate::components::{href, nothing_found, results_frame};
use crate::state::State;
use crate::state::intent::{Intent, in_view, narrowed};
use crate::state::matrix::{Axis, Matrix};
use crate::state::method::percent;
use crate::state::view_state::{Lens, View};

/// A facet across another.
pub fn matrix() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let lens = Memo::new(move |_| state.view.with(|view| view.lens.clone()));
    let all = RwSignal::new(false);
    let counted = Memo::new(move |_| {
        let (sides, all) = (lens.with(|lens| [lens.rows, lens.cols]), all.get());
        state.answer.with(|answer| Matrix::of(state.corpus, &answer.hits, sides, all))
    });
    let table = drawn(move || {
        let shares = lens.with(|lens| lens.shares);
        counted.with(|matrix| (matrix.passages > 0).then(|| table(state, matrix, shares)))
    });
    let below = drawn(move || {
        let mut below = Vec::new();
        below.extend(counted.with(|matrix| all_values(state, matrix, all)));
        below.push(tag("p", &[("class", "note")]).text(words.matrix_note));
        below
    });
    let nothing = nothing_found();
    let setup = drawn(move || lens.with(|lens| setup(state, lens)));
    let body = vec![setup, nothing, table, below].into_any();
    results_frame(View::Matrix, ().into_any(), body)
}

/// Asks for all values, or for the most frequent ones again.
pub(super) fn all_values(state: State, matrix: &Matrix, all: RwSignal<bool>) -> Option<Tag> {
    let words = state.view_words();
    let left = matrix.rows.left_out + matrix.cols.left_out;
    let label = match all.get() {
        true => words.show_fewer_values.to_owned(),
        false => (words.show_all_rows)(left),
    };
    let toggle = move || all.update(|all| *all = !*all);
    (left > 0 || all.get()).then(|| button("more", label, toggle))
}

/// Which facets, and what the cells say.
fn setup(state: State, lens: &Lens) -> Tag {
    let words = state.view_words();
    let look = move |change: &dyn Fn(&mut Lens)| {
        let mut lens = state.view.with_untracked(|view| view.lens.clone());
        change(&mut lens);
        state.go(Intent::Look(lens));
    };
    let side = |label: &'static str, is_cols: bool| {
        let mut options = Vec::new();
        for (n, facet) in FACETS.iter().enumerate() {
            if !state.corpus.facets[n].values.is_empty() {
                options.push((facet.id.to_owned(), state.facet_label(n).into()));
            }
        }
        let now = FACETS[if is_cols { lens.cols } else { lens.rows }].id.to_owned();
        let choose = move |id: String| {
            if let Some(facet) = position(&id) {
                look(&|lens| if is_cols { lens.cols = facet } else { lens.rows = facet });
            }
        };
        tag("label", &[]).text(label).text(" ").with(select(&[], options, now, choose))
    };
    let swap = button("swap", "⇄", move || {
        look(&|lens| std::mem::swap(&mut lens.rows, &mut lens.cols));
    });
    let toggle = tag("input", &[("type", "checkbox")])
        .set(".checked", if lens.shares { "true" } else { "" })
        .click(move || look(&|lens| lens.shares = !lens.shares));
    tag("div", &[("class", "setup")])
        .with(side(words.rows, false))
        .with(swap.set("aria-label", words.swap).set("title", words.swap))
        .with(side(words.columns, true))
        .with(tag("label", &[("class", "check")]).with(toggle).text(" ").text(words.shares))
}

/// The link to the passages that have these values beside all that was asked for.
pub(super) fn passages(state: State, values: &[(usize, &str)]) -> String {
    state.view.with_untracked(|view| {
        let start = in_view(view, View::Browse);
        href(
            &values
                .iter()
                .fold(start, |view, (facet, value)| narrowed(state.corpus, &view, *facet, value)),
        )
    })
}

/// A value: its facet, its id, its name, and whether another stands above it.
type Value = (usize, &'static str, &'static str, bool);

fn values(state: State, axis: &Axis) -> Vec<Value> {
    let facet = &state.corpus.facets[axis.facet];
    let value = |&n: &usize| -> Value {
        let value = &facet.values[n];
        (axis.facet, &value.id, value.label.text(state.tag()), value.broader.is_some())
    };
    axis.values.iter().map(value).collect()
}

/// The table of a matrix; each number leads to its passages.
pub(super) fn table(state: State, matrix: &Matrix, shares: bool) -> Tag {
    let words = state.view_words();
    let (rows, cols) = (values(state, &matrix.rows), values(state, &matrix.cols));
    let heading = |&(facet, id, name, is_narrower): &Value, scope: &'static str| {
        let link = link(passages(state, &[(facet, id)]));
        tag("th", &[])
            .set("scope", scope)
            .maybe("data-level", is_narrower.then_some("2"))
            .with(link.set("title", name).with(tag("span", &[]).text(name)))
    };
    let total = |count: u32| tag("td", &[("class", "total")]).text(count.to_string());
    let names = [matrix.rows.facet, matrix.cols.facet].map(|n| state.facet_label(n));
    let caption = [names[0], " × ", names[1]].concat();
    let mut heads = tag("tr", &[])
        .with(tag("th", &[("class", "corner"), ("scope", "col")]).text(caption.clone()));
    let mut totals = tag("tr", &[]).with(tag("th", &[("scope", "row")]).text(words.total));
    for (col, &count) in cols.iter().zip(&matrix.counts.cols) {
        heads.push(heading(col, "col"));
        totals.push(total(count));
    }
    let mut lines = tag("tbody", &[]);
    for (r, row) in rows.iter().enumerate() {
        let mut line = tag("tr", &[]).with(heading(row, "row"));
        let whole = matrix.counts.rows[r];
        for (c, col) in cols.iter().enumerate() {
            line.push(cell(state, matrix.cell(r, c), whole, shares, [row, col]));
        }
        lines.push(line.with(total(whole)));
    }
    let table = tag("table", &[("class", "matrix-table")])
        .with(tag("caption", &[("class", "visually-hidden")]).text(caption))
        .with(tag("thead", &[]).with(heads.with(tag("th", &[("scope", "col")]).text(words.total))))
        .with(lines)
        .with(tag("tfoot", &[]).with(totals.with(total(matrix.passages as u32))));
    tag("div", &[("class", "scroll")]).with(table)
}

/// How often two values meet, of as many passages as have the first.
fn cell(state: State, count: u32, whole: u32, shares: bool, [row, col]: [&Value; 2]) -> Tag {
    let share = percent(count as usize, whole as usize).to_string();
    let said = if shares { [&share, "%"].concat() } else { count.to_string() };
    if count == 0 {
        return tag("td", &[("class", "none")]).text(said);
    }
    let link = link(passages(state, &[(row.0, row.1), (col.0, col.1)]));
    let label = [&said, ", ", row.2, ", ", col.2].concat();
    let link = link.set("aria-label", label).text(said);
    tag("td", &[]).set("style", ["--share:", &share].concat()).with(link)
}
