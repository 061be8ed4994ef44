//! Takeaway: passages as files.

use vitrine_search::Results;

use crate::browser::api;
use crate::components::{self, url_of_passage};
use crate::state::State;
use crate::state::takeaway::{Format, Taken, csv, html, markdown};

/// Saves the results.
pub fn save_results(state: State, format: Format, results: &Results) {
    let taken = results.hits.iter().map(|hit| {
        let url = url_of_passage(&state.passage_id(hit.passage));
        Taken::passage(state.corpus, hit.passage, url)
    });
    save(state, format, &taken.collect::<Vec<_>>());
}

/// Saves passages.
pub fn save(state: State, format: Format, taken: &[Taken<'_>]) {
    let (corpus, title) = (state.corpus, state.corpus.title.text(state.tag()));
    let text = match format {
        Format::Csv => csv(corpus, taken),
        Format::JsonLines => api::json_lines(corpus, taken),
        Format::Markdown => markdown(title, &corpus.version, taken),
        Format::Html => html(title, &corpus.version, state.tag(), taken),
    };
    components::save(state, format.extension(), format.media_type(), &text);
}
