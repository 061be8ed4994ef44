//! What can a reader do, and what is the view then? Pure transitions from view to view.

use std::collections::BTreeSet;
use std::ops::Range;

use vitrine_corpus::facet::{DOCUMENT, FACETS};
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{LineSort, Sort, TermSort, and, literally, valued};

use super::view_state::{Choice, EVERY, Filter, Lens, View, ViewState, Window};
use super::{Leader, Located};

/// Something a reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Types a query.
    Search(String),
    /// Puts another query in its place.
    Reword(String),
    /// Ticks or unticks a value.
    Toggle(Filter),
    /// Takes a chosen value away, whichever way it was chosen.
    Remove(Filter),
    /// Takes all chosen values away; the query stays.
    ClearFilters,
    /// Takes all chosen values and the query away.
    ClearAll,
    /// Chooses an order.
    Sort(Sort),
    /// Chooses the order of a concordance.
    SortLines(LineSort),
    /// Chooses how far a concordance looks to each side.
    Window(Window),
    /// Chooses the order of the terms.
    SortTerms(TermSort),
    /// Asks for passages that have all chosen values of a facet (its place in [`FACETS`]), or for those
    /// that have one of them.
    TakeAll(usize, bool),
    /// Asks for these values of a facet (its place in [`FACETS`]), and for no others of it.
    Choose(usize, BTreeSet<String>),
    /// Sets the view up.
    Look(Lens),
    /// Points at a passage, by its id.
    PointAt(String),
}

/// Whether a change of the view is a step to which “back” leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A new entry in the history.
    Push,
    /// The present entry, changed.
    Replace,
}

impl Intent {
    /// The view after it.
    pub fn apply(self, mut state: ViewState) -> ViewState {
        let asks = !matches!(
            self,
            Intent::PointAt(_)
                | Intent::Look(_)
                | Intent::SortLines(_)
                | Intent::SortTerms(_)
                | Intent::Window(_)
        );
        match self {
            Intent::Search(query) | Intent::Reword(query) => {
                state.query = query;
                if !state.view.shows_results() {
                    return browse(state);
                }
            }
            Intent::Toggle(filter) => toggle(&mut state, filter),
            Intent::Remove(filter) => {
                let choice = &mut state.facets[filter.facet];
                choice.include.remove(&filter.value);
                choice.exclude.remove(&filter.value);
            }
            Intent::ClearFilters => state.facets = Default::default(),
            Intent::ClearAll => {
                state.facets = Default::default();
                state.query.clear();
            }
            Intent::Sort(sort) => state.sort = sort,
            Intent::SortLines(sort) => state.lens.kwic = sort,
            Intent::Window(window) => state.lens.window = window,
            Intent::SortTerms(sort) => state.lens.terms = sort,
            Intent::Choose(facet, values) => {
                let choice = &mut state.facets[facet];
                choice.exclude.retain(|value| !values.contains(value));
                choice.include = values;
            }
            Intent::TakeAll(facet, all) => state.facets[facet].all = all,
            Intent::Look(lens) => state.lens = lens,
            Intent::PointAt(passage) => state = state.at(Some(passage)),
        }
        // Where a link pointed among other results, nobody looks any more.
        if asks && state.view.shows_results() { state.at(None) } else { state }
    }
}

/// A value is asked for or left out, never both.
fn toggle(state: &mut ViewState, filter: Filter) {
    let choice = &mut state.facets[filter.facet];
    let (side, other) = match filter.excluded {
        true => (&mut choice.exclude, &mut choice.include),
        false => (&mut choice.include, &mut choice.exclude),
    };
    other.remove(&filter.value);
    if !side.remove(&filter.value) {
        side.insert(filter.value);
    }
}

/// The results of the same query and filters.
pub fn browse(state: ViewState) -> ViewState {
    in_view(&state, View::Browse)
}

/// The same query and filters, looked at in another way.
pub fn in_view(state: &ViewState, view: View) -> ViewState {
    ViewState { view, clips: Vec::new(), lens: Lens::default(), ..state.clone().at(None) }
}

/// The results that also have this value of a facet. Values chosen in one facet are alternatives, so
/// where another is chosen already, this one joins the query.
pub fn narrowed(
    corpus: &ArchivedCorpus,
    state: &ViewState,
    facet: usize,
    value: &str,
) -> ViewState {
    let mut state = state.clone();
    let all = state.facets[facet].all;
    let Choice { include: chosen, exclude, .. } = &mut state.facets[facet];
    exclude.remove(value);
    exclude.remove(EVERY);
    if chosen.remove(EVERY) || chosen.is_empty() || all {
        chosen.insert(value.to_owned());
    } else if chosen.len() > 1 || !chosen.contains(value) {
        state.query = and(corpus, &state.query, &valued(FACETS[facet].id, value));
    }
    state
}

/// The results that say a term as well, to the letter.
pub fn also_search(corpus: &ArchivedCorpus, state: &ViewState, term: &str) -> ViewState {
    let query = and(corpus, &state.query, &literally(term));
    ViewState { query, ..in_view(state, View::Browse) }
}

/// The lines of a term, to the letter, within the same filters.
pub fn concordance_of(state: &ViewState, term: &str) -> ViewState {
    ViewState { query: literally(term), ..in_view(state, View::Concordance) }
}

/// The document of passage `at`, opened there. Query and filters stay.
pub fn read_at(state: &ViewState, at: &str) -> ViewState {
    ViewState { view: View::Read, clips: Vec::new(), ..state.clone().at(Some(at.to_owned())) }
}

/// The document `id` from its beginning. Query and other filters stay.
pub fn read_document(state: &ViewState, id: &str) -> ViewState {
    let mut state = ViewState { view: View::Read, clips: Vec::new(), ..state.clone().at(None) };
    state.facets[DOCUMENT].include = [id.to_owned()].into();
    state.facets[DOCUMENT].exclude.remove(id);
    state
}

/// Every passage with one value of a facet, whatever else was asked for.
pub fn only(facet: usize, value: &str) -> ViewState {
    let mut view = ViewState::default();
    view.facets[facet].include.insert(value.to_owned());
    view
}

/// The query with the part at `span` asked for to the letter: nothing else stands for it then.
pub fn literal(query: &str, span: Range<usize>) -> String {
    let part = literally(&query[span.clone()]);
    let mut query = query.to_owned();
    query.replace_range(span, &part);
    query
}

/// How a change that the reader made goes into the history: typing changes the present entry, but for the first
/// letter; everything else is a step of its own.
pub fn step(old: &ViewState, new: &Located) -> Step {
    let is_only_query = ViewState { query: new.view.query.clone(), ..old.clone() } == new.view;
    // “Back” from a search leads to what was there before it.
    let is_typed = new.by == Leader::Typing && is_only_query && !old.query.is_empty();
    if is_typed { Step::Replace } else { Step::Push }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::fragment::write;

    fn theme(value: &str, excluded: bool) -> Filter {
        Filter { facet: 0, value: value.to_owned(), excluded }
    }

    fn after(intents: impl IntoIterator<Item = Intent>) -> ViewState {
        intents.into_iter().fold(ViewState::default(), |state, intent| intent.apply(state))
    }

    #[test]
    fn a_value_is_asked_for_or_left_out() {
        let toggle = |value, excluded| Intent::Toggle(theme(value, excluded));
        assert_eq!(write(&after([toggle("a", false), toggle("b", true)])), "theme=a&-theme=b");
        assert_eq!(write(&after([toggle("a", false), toggle("a", true)])), "-theme=a");
        assert_eq!(write(&after([toggle("a", true), toggle("a", true)])), "");
    }

    #[test]
    fn clearing_filters_keeps_the_query() {
        let state = after([Intent::Search("x".into()), Intent::Toggle(theme("a", false))]);
        assert_eq!(write(&Intent::ClearFilters.apply(state.clone())), "q=x");
        assert_eq!(write(&Intent::ClearAll.apply(state)), "");
    }

    #[test]
    fn to_narrow_is_to_ask_for_one_more() {
        let corpus = crate::embedded::corpus().unwrap();
        let state = ViewState::default();
        let once = narrowed(corpus, &state, 0, "a");
        assert_eq!(write(&once), "theme=a");
        assert_eq!(narrowed(corpus, &once, 0, "a"), once);
        for (query, value, expected) in [
            ("", "b", "theme:\"b\""),
            ("x", "b", "x theme:\"b\""),
            ("x OR y", "b", "(x OR y) theme:\"b\""),
            ("(x)OR(y)", "b", "((x)OR(y)) theme:\"b\""),
            ("\"x OR y", "b", "\"x OR y\" theme:\"b\""),
            ("x NOT", "b", "(x NOT) theme:\"b\""),
            ("x", "The \"Rock\"", "x theme:「The \"Rock\"」"),
        ] {
            let state = ViewState { query: query.into(), ..once.clone() };
            assert_eq!(narrowed(corpus, &state, 0, value).query, expected, "{query}");
        }
        // Who is asked for is left out no more.
        for excluded in ["a", EVERY] {
            let state = Intent::Toggle(theme(excluded, true)).apply(state.clone());
            assert_eq!(write(&narrowed(corpus, &state, 0, "a")), "theme=a");
        }
    }

    #[test]
    fn values_are_chosen_in_place_of_others() {
        let state = after([Intent::Toggle(theme("a", false)), Intent::Toggle(theme("c", true))]);
        let chosen = Intent::Choose(0, ["b", "c"].map(String::from).into()).apply(state);
        assert_eq!(write(&chosen), "theme=b&theme=c");
    }

    #[test]
    fn typing_replaces_choosing_pushes() {
        let start = ViewState::default();
        let step =
            |old: &ViewState, new: &ViewState, by| step(old, &Located { view: new.clone(), by });
        let typed = Intent::Search("x".into()).apply(start.clone());
        assert_eq!(step(&start, &typed, Leader::Typing), Step::Push);
        let more = Intent::Search("xy".into()).apply(typed.clone());
        assert_eq!(step(&typed, &more, Leader::Typing), Step::Replace);
        assert_eq!(step(&typed, &start, Leader::Typing), Step::Replace);
        let chosen = Intent::Toggle(theme("a", false)).apply(start.clone());
        assert_eq!(step(&start, &chosen, Leader::Choice), Step::Push);
        // A word that is no longer widened can be widened again.
        let narrowed = Intent::Reword("+x".into()).apply(typed.clone());
        assert_eq!(step(&typed, &narrowed, Leader::Choice), Step::Push);
        // Typing while reading leaves the document: “back” must lead there again.
        let reading = read_document(&start, "d");
        let left = Intent::Search("x".into()).apply(reading.clone());
        assert_eq!(step(&reading, &left, Leader::Typing), Step::Push);
    }

    #[test]
    fn typing_stays_in_a_view_of_results() {
        for (view, after) in [
            (View::Concordance, View::Concordance),
            (View::Terms, View::Terms),
            (View::Method, View::Browse),
        ] {
            let state = in_view(&ViewState::default(), view);
            assert_eq!(Intent::Search("x".into()).apply(state).view, after);
        }
    }

    #[test]
    fn a_term_is_searched_within_what_was_searched() {
        let corpus = crate::embedded::corpus().unwrap();
        let state = |query: &str| ViewState {
            query: query.to_owned(),
            ..in_view(&ViewState::default(), View::Terms)
        };
        for (query, term, expected) in [
            ("", "制裁", "+制裁"),
            ("朝鮮", "Kim Jong Un", "朝鮮 \"Kim Jong Un\""),
            ("a OR b", "c", "(a OR b) +c"),
            ("\"foo", "bar", "\"foo\" +bar"),
            ("a (b OR \"c", "d", "a (b OR \"c\") +d"),
        ] {
            assert_eq!(also_search(corpus, &state(query), term).query, expected);
            assert_eq!(also_search(corpus, &state(query), term).view, View::Browse);
        }
        assert_eq!(write(&concordance_of(&state("朝鮮"), "aid")), "q=%2Baid&view=concordance");
    }

    #[test]
    fn reading_keeps_what_was_asked_for() {
        let state = after([Intent::Search("x".into()), Intent::Toggle(theme("a", false))]);
        assert_eq!(write(&read_at(&state, "p")), "q=x&theme=a&view=read&at=p");
        assert_eq!(write(&browse(read_at(&state, "p"))), "q=x&theme=a");
    }
}
