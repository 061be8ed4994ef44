//! In what words do the parts of the page speak that come after it stands? Beside the common ones; kept apart
//! so that they come with those parts.

mod en;
mod zh_hans;
mod zh_hant;

use std::ops::Deref;

use super::{Lang, Messages};
use crate::state::clippings::Refused;
use crate::state::view_state::Order;

impl Lang {
    /// Its words for the later parts of the page. To be named in those alone: whatever names it, brings
    /// it.
    pub const fn view_messages(self) -> &'static ViewMessages {
        match self {
            Lang::En => &en::MESSAGES,
            Lang::ZhHans => &zh_hans::MESSAGES,
            Lang::ZhHant => &zh_hant::MESSAGES,
        }
    }
}

impl Deref for ViewMessages {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        self.common
    }
}

/// What the later parts of the page say.
#[allow(missing_docs, reason = "the English text beside each name says what it is")]
pub struct ViewMessages {
    pub common: &'static Messages,

    pub why: fn(&str) -> String,
    pub by_words: &'static str,
    pub by_heading: &'static str,
    pub by_curator: &'static str,
    pub rule: &'static str,
    pub weight: &'static str,
    pub also: &'static str,
    pub all_passages_on: fn(&str) -> String,
    pub close: &'static str,

    pub back_to_results: &'static str,
    pub contents: &'static str,
    pub authors: &'static str,
    pub kind: &'static str,
    pub translators: &'static str,
    pub published_in: &'static str,
    pub editors: &'static str,
    pub publisher: &'static str,
    pub document_number: &'static str,
    pub original: &'static str,
    pub date: &'static str,
    pub date_assumed: fn(&str) -> String,
    pub languages: &'static str,
    pub keywords: &'static str,
    pub source_file: &'static str,
    pub rights: &'static str,
    pub cite_passage: &'static str,
    pub copy: &'static str,
    pub citation_copied: &'static str,
    pub link_moved: &'static str,
    pub link_rewritten: &'static str,
    pub link_uncertain: &'static str,
    pub link_candidates: &'static str,
    pub link_gone: &'static str,
    pub words_then: &'static str,
    pub words_now: &'static str,
    pub read_document: &'static str,
    pub repeats_block: fn(usize) -> String,
    pub next_document: &'static str,
    pub previous_document: &'static str,

    pub how_read_lead: fn(usize, usize) -> String,
    pub found_heading: &'static str,
    pub found_hidden: fn(usize, &str) -> String,
    pub found_dates: &'static str,
    pub found_placed: &'static str,
    pub found_figures: &'static str,
    pub found_events: &'static str,
    pub found_disputed: &'static str,
    pub found_translations: &'static str,
    pub found_repeats: &'static str,
    pub dictionary: &'static str,
    pub coverage: fn(usize, usize, usize) -> String,
    pub without_label: fn(usize) -> String,
    pub covers: &'static str,
    pub excludes: &'static str,
    pub given: fn(usize, usize) -> String,
    pub for_example: &'static str,
    pub agreement: &'static str,
    pub agreement_lead: fn(usize) -> String,
    pub by_rules: &'static str,
    pub with_curation: &'static str,
    pub precision: &'static str,
    pub recall: &'static str,
    pub f1: &'static str,

    pub concordance_hint: &'static str,
    pub frequent_words: &'static str,
    pub lines: fn(usize, usize) -> String,
    pub first_lines: &'static str,
    pub more_lines: fn(usize) -> String,
    pub lines_by: &'static str,
    pub by_place: &'static str,
    pub by_left: &'static str,
    pub by_right: &'static str,
    pub window: &'static str,
    pub window_hint: &'static str,
    pub before_key: &'static str,
    pub key: &'static str,
    pub after_key: &'static str,
    pub source: &'static str,
    pub save_csv: &'static str,

    pub words_counted: fn(usize) -> String,
    pub compared: fn(usize) -> String,
    pub nothing_compared: &'static str,
    pub keyness_hint: &'static str,
    pub too_few_words: fn(usize) -> String,
    pub more_terms: fn(usize) -> String,
    pub by_keyness: &'static str,
    pub by_frequency: &'static str,
    pub term: &'static str,
    pub times: &'static str,
    pub in_passages: &'static str,
    pub against_rest: &'static str,
    pub only_here: &'static str,
    pub only_elsewhere: &'static str,
    pub collocates_of: fn(&str) -> String,
    pub collocates_hint: &'static str,
    pub no_collocates: &'static str,

    pub documents: &'static str,

    pub show_more_rows: fn(usize) -> String,
    pub when: fn(&str) -> String,
    /// What stands before a number that something may be as much as.
    pub up_to: &'static str,
    pub number: fn(f64) -> String,
    pub events: fn(usize) -> String,
    pub no_events: &'static str,
    pub events_by_year: &'static str,
    pub precisions: [&'static str; 3],
    pub periods: &'static str,
    pub years_left_out: fn(i32) -> String,
    pub from_year: &'static str,
    pub to_year: &'static str,
    pub all_years: &'static str,
    pub how_to_choose_years: &'static str,
    pub who: &'static str,
    pub worked_out: &'static str,
    pub also_told: fn(usize) -> String,

    pub figures: fn(usize) -> String,
    pub no_figures: &'static str,
    pub unit_label: &'static str,
    pub all_units: &'static str,
    pub order: fn(Order) -> &'static str,
    pub as_written: &'static str,
    pub value: &'static str,
    pub in_its_sentence: &'static str,
    pub document: &'static str,
    pub side_by_side: fn(&str) -> String,
    pub log_scale: &'static str,

    pub rows: &'static str,
    pub columns: &'static str,
    pub swap: &'static str,
    pub shares: &'static str,
    pub total: &'static str,
    pub matrix_note: &'static str,
    pub show_all_rows: fn(usize) -> String,

    pub explains: &'static str,
    pub at_levels: fn(usize, usize) -> String,
    pub no_levels: &'static str,
    pub all_here: fn(usize) -> String,
    pub actors_note: &'static str,
    pub no_actors: &'static str,
    pub together: fn(&str, &str, usize) -> String,
    pub drawn_together: &'static str,

    pub ask: &'static str,
    pub read_a_document: &'static str,
    pub by_theme: &'static str,
    pub over_time: &'static str,

    pub query_help: &'static str,
    pub query_forms: [(&'static str, &'static str); 8],
    pub key_help: &'static str,
    pub keys_do: [&'static str; 7],
    pub single_keys: &'static str,

    pub no_clippings: &'static str,
    pub clippings_stay: &'static str,
    pub clippings_shared: fn(usize) -> String,
    pub keep_clippings: &'static str,
    pub clippings_kept: &'static str,
    pub own_clippings: &'static str,
    pub copy_clippings_link: &'static str,
    pub save_clippings: &'static str,
    pub save_annotations: &'static str,
    pub import_clippings: &'static str,
    pub clippings_came: fn(&str, usize) -> String,
    pub clippings_refused: fn(&str, Refused) -> String,
    pub clipping_removed: fn(&str) -> String,
    pub undo: &'static str,
    pub clipping_lost: &'static str,
    pub clippings_damaged: &'static str,
    pub clippings_newer: &'static str,
    pub clippings_not_kept: &'static str,
    pub note: &'static str,
    pub tags: &'static str,
    pub colour: &'static str,
    pub colours: [&'static str; 6],
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub remove_clipping: &'static str,

    pub share_view: &'static str,
    pub link: &'static str,
    pub send_link: &'static str,
    pub code_of_link: &'static str,
    pub link_too_long: &'static str,
    pub for_programs: &'static str,
    pub embed_view: &'static str,
    pub embed_quote: &'static str,
    pub code_copied: &'static str,

    pub script: &'static str,
    pub script_as_written: &'static str,
    pub show_as_written: &'static str,
    pub show_converted: &'static str,
    pub search_word: &'static str,

    pub explain_words: &'static str,
    pub previous_word: &'static str,
    pub next_word: &'static str,
    pub progress: &'static str,
    pub hit_of: fn(usize, usize) -> String,
    pub hits_here: fn(usize) -> String,
    pub next_hit: &'static str,
    pub previous_hit: &'static str,
    pub beside_document: &'static str,
    pub beside_none: &'static str,
    pub nothing_of_it_here: &'static str,
    pub beside_translation: &'static str,
}
