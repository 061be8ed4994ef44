//! Matrix: how often the values of two facets meet in the results. Each number leads to its passages.

use leptos::prelude::*;
use vitrine_corpus::facet::FACETS;

use crate::components::{Empty, click, flag, href, live, results_frame, text};
use crate::state::State;
use crate::state::intent::{Intent, in_view, narrowed};
use crate::state::matrix::{Axis, Matrix};
use crate::state::method::percent;
use crate::state::view_state::{Lens, View};

/// A facet across another.
pub fn matrix() -> AnyView {
    let state = State::expect();
    let words = state.words();
    let lens = Memo::new(move |_| state.view.with(|view| view.lens.clone()));
    let all = RwSignal::new(false);
    let counted = Memo::new(move |_| {
        let (sides, all) = (lens.with(|lens| [lens.rows, lens.cols]), all.get());
        state.answer.with(|answer| Matrix::of(state.corpus, &answer.hits, sides, all))
    });
    let table = live(move || {
        let shares = lens.with(|lens| lens.shares);
        counted.with(|matrix| (matrix.passages > 0).then(|| table(state, matrix, shares)))
    });
    let more = live(move || {
        let left = counted.with(|matrix| matrix.rows.left_out + matrix.cols.left_out);
        (left > 0 || all.get()).then(|| {
            let label = match all.get() {
                true => words.show_fewer_values.to_owned(),
                false => (words.show_all_rows)(left),
            };
            let toggle = click(move || all.update(|all| *all = !*all));
            view! { <button type="button" class="more" on:click=toggle>{label}</button> }.into_any()
        })
    });
    let is_empty = Memo::new(move |_| state.answer.with(|answer| answer.hits.is_empty()));
    let body = view! {
        {setup(state, lens)}
        {live(move || is_empty.get().then(Empty))}
        {table}
        {more}
        <p class="note">{words.matrix_note}</p>
    };
    results_frame(View::Matrix, ().into_any(), body.into_any())
}

/// Which facets, and what the cells say.
fn setup(state: State, lens: Memo<Lens>) -> AnyView {
    let words = state.words();
    let look = move |change: &dyn Fn(&mut Lens)| {
        let mut lens = lens.get_untracked();
        change(&mut lens);
        state.go(Intent::Look(lens));
    };
    let facets = (0..FACETS.len()).filter(|&n| !state.corpus.facets[n].values.is_empty());
    let facets: Vec<usize> = facets.collect();
    let side = |label: &'static str, is_cols: bool| {
        let options = facets.iter().map(|&n| {
            view! { <option value=FACETS[n].id>{state.facet_label(n)}</option> }.into_any()
        });
        let options: Vec<AnyView> = options.collect();
        let now = move || {
            lens.with(|lens| FACETS[if is_cols { lens.cols } else { lens.rows }].id.to_owned())
        };
        let choose: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
            let Some(facet) = vitrine_corpus::facet::position(&event_target_value(&event)) else {
                return;
            };
            look(&|lens| if is_cols { lens.cols = facet } else { lens.rows = facet });
        });
        view! {
            <label>{label} " " <select prop:value=text(now) on:change=choose>{options}</select></label>
        }
        .into_any()
    };
    let swap = click(move || {
        look(&|lens| std::mem::swap(&mut lens.rows, &mut lens.cols));
    });
    let shares = flag(move || lens.with(|lens| lens.shares));
    let toggle = click(move || look(&|lens| lens.shares = !lens.shares));
    view! {
        <div class="setup">
            {side(words.rows, false)}
            <button type="button" class="swap" aria-label=words.swap title=words.swap on:click=swap>
                "⇄"
            </button>
            {side(words.columns, true)}
            <label class="check">
                <input type="checkbox" prop:checked=shares on:click=toggle />
                " "
                {words.shares}
            </label>
        </div>
    }
    .into_any()
}

/// The link to the passages that have these values beside all that was asked for.
fn passages(state: State, values: &[(usize, &str)]) -> String {
    state.view.with_untracked(|view| {
        let start = in_view(view, View::Browse);
        href(&values.iter().fold(start, |view, (facet, value)| narrowed(&view, *facet, value)))
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

fn table(state: State, matrix: &Matrix, shares: bool) -> AnyView {
    let words = state.words();
    let (rows, cols) = (values(state, &matrix.rows), values(state, &matrix.cols));
    let heading = |&(facet, id, name, is_narrower): &Value, scope: &'static str| {
        let link = passages(state, &[(facet, id)]);
        let level = is_narrower.then_some("2");
        view! { <th scope=scope data-level=level><a href=link title=name><span>{name}</span></a></th> }
            .into_any()
    };
    let total = |count: u32| view! { <td class="total">{count.to_string()}</td> }.into_any();
    let line = |r: usize| {
        let (row_facet, row_id, row_name, _) = rows[r];
        let whole = matrix.counts.rows[r] as usize;
        let cell = |c: usize| {
            let (col_facet, col_id, col_name, _) = cols[c];
            let count = matrix.cell(r, c);
            let share = percent(count as usize, whole);
            let said = match shares {
                true => [&share.to_string(), "%"].concat(),
                false => count.to_string(),
            };
            if count == 0 {
                return view! { <td class="none">{said}</td> }.into_any();
            }
            let link = passages(state, &[(row_facet, row_id), (col_facet, col_id)]);
            let label = [&said, ", ", row_name, ", ", col_name].concat();
            let shade = ["--share:", &share.to_string()].concat();
            view! { <td style=shade><a href=link aria-label=label>{said}</a></td> }.into_any()
        };
        let cells: Vec<AnyView> = (0..cols.len()).map(cell).collect();
        view! { <tr>{heading(&rows[r], "row")} {cells} {total(matrix.counts.rows[r])}</tr> }
            .into_any()
    };
    let heads: Vec<AnyView> = cols.iter().map(|col| heading(col, "col")).collect();
    let lines: Vec<AnyView> = (0..rows.len()).map(line).collect();
    let totals: Vec<AnyView> = matrix.counts.cols.iter().map(|&count| total(count)).collect();
    let names = [matrix.rows.facet, matrix.cols.facet].map(|n| state.facet_label(n));
    let caption = [names[0], " × ", names[1]].concat();
    view! {
        <div class="scroll">
            <table class="matrix-table">
                <caption class="visually-hidden">{caption.clone()}</caption>
                <thead><tr><td class="corner">{caption}</td>{heads}<th scope="col">{words.total}</th></tr></thead>
                <tbody>{lines}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.total}</th>
                        {totals}
                        <td class="total">{matrix.passages.to_string()}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}
