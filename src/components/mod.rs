//! What is the page made of? One component a file; each draws a part of the state and raises
//! intents.

mod active_filters;
mod anchor_fate;
mod citations;
mod dialog;
mod document_head;
mod dot_plot;
pub mod drawing;
mod elsewhere;
mod empty;
mod evidence;
mod facet_panel;
mod facet_value;
mod footer;
mod gloss;
mod header;
mod keys;
pub mod landmarks;
mod language_switch;
mod live;
mod notes;
mod passage_card;
mod passage_links;
mod passage_text;
mod reading_passage;
mod result_bar;
mod results;
mod results_frame;
mod save_as;
mod scheme_switch;
mod search_box;
mod share;
mod theme_chips;
mod time_chart;
mod toast;
mod understood;
mod view_switch;
mod year_range;
mod year_strip;

pub use active_filters::active_filters;
pub use anchor_fate::{FATE, fate_of_document};
pub use citations::{citations, cite};
pub use document_head::DocumentHead;
pub use dot_plot::dot_plot;
pub use elsewhere::quoted;
pub use empty::nothing_found;
pub use evidence::evidence;
pub use facet_panel::facet_panel;
pub use footer::Footer;
pub use header::Header;
pub use keys::keys;
pub use live::{click, flag, follow, live, text, word};
pub use notes::notes;
pub use reading_passage::{Light, reading_passage};
pub use result_bar::result_bar;
pub use results::result_list;
pub use results_frame::{alternative, alternatives, more, results_frame};
pub use save_as::save_as;
pub use share::share;
pub use time_chart::TimeChart;
pub use toast::Toast;
pub use understood::understood;
pub use view_switch::ViewSwitch;
pub use year_range::year_range;
pub use year_strip::year_strip;

use leptos::prelude::Set;

use crate::browser::{clipboard, files, history};
use crate::state::intent::read_at;
use crate::state::view_state::ViewState;
use crate::state::{State, fragment};

/// The address of a view, for a link on this page.
pub fn href(view: &ViewState) -> String {
    ["#", &fragment::write(view)].concat()
}

/// The whole address of a view, to hand to someone.
pub fn url(view: &ViewState) -> String {
    history::shared_url_of(&fragment::write(view))
}

/// The whole address of a passage alone: what led there is the reader's own affair.
pub fn url_of_passage(id: &str) -> String {
    url(&read_at(&ViewState::default(), id))
}

/// Offers a text as a file of the corpus' name with this ending, and says so.
pub fn save(state: State, ending: &str, media_type: &str, text: &str) {
    files::save(&[&*state.corpus.id, ending].concat(), media_type, text);
    state.toast.set(Some(state.words().saved));
}

/// Copies a text and says so, or says what to do where the browser refuses.
pub fn copy(state: State, text: &str, done: &'static str, refused: &'static str) {
    clipboard::copy(text, said_of_copying(state, done, refused));
}

/// Says whether something was copied.
pub fn said_of_copying(
    state: State,
    done: &'static str,
    refused: &'static str,
) -> impl FnOnce(bool) + 'static {
    move |copied| state.toast.set(Some(if copied { done } else { refused }))
}
