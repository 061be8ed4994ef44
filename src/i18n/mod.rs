//! In what words does the page speak? One struct of messages, filled once for each language: a
//! message that is missing in one of them does not compile.
//!
//! What belongs to the corpus (its title, the names of themes and actors) is not here; the image
//! carries it in all languages.

mod dates;
mod en;
mod numbers;
mod units;
mod zh_hans;
mod zh_hant;

use vitrine_search::NoteKind;

use crate::state::fragment::LinkNote;
use crate::state::view_state::{Order, View};

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
}

impl Lang {
    /// All of them, in the order of the switch.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::ZhHans, Lang::ZhHant];

    /// Language tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::ZhHans => "zh-Hans",
            Lang::ZhHant => "zh-Hant",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::ZhHans => "简体中文",
            Lang::ZhHant => "繁體中文",
        }
    }

    /// Its words.
    pub const fn messages(self) -> &'static Messages {
        match self {
            Lang::En => &en::MESSAGES,
            Lang::ZhHans => &zh_hans::MESSAGES,
            Lang::ZhHant => &zh_hant::MESSAGES,
        }
    }

    /// The language a tag asks for, if it is one of ours. A Chinese tag that names no script is
    /// read by its region.
    pub fn parse(tag: &str) -> Option<Lang> {
        let mut parts = tag.split('-').map(str::to_ascii_lowercase);
        match parts.next()?.as_str() {
            "en" => Some(Lang::En),
            "zh" | "yue" => {
                let is_traditional = |part: String| matches!(&*part, "hant" | "tw" | "hk" | "mo");
                Some(match tag.to_ascii_lowercase().contains("hans") {
                    true => Lang::ZhHans,
                    false if parts.any(is_traditional) => Lang::ZhHant,
                    false => Lang::ZhHans,
                })
            }
            _ => None,
        }
    }

    /// The first of the reader's languages that is one of ours, else English.
    pub fn choose<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Lang {
        wanted.into_iter().find_map(Lang::parse).unwrap_or(Lang::En)
    }
}

/// Everything the page says by itself.
#[allow(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Messages {
    pub skip_to_results: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub clear_search: &'static str,
    pub page_language: &'static str,
    pub scheme_auto: &'static str,
    pub scheme_light: &'static str,
    pub scheme_dark: &'static str,

    pub narrow: &'static str,
    pub show_filters: fn(usize) -> String,
    pub show_all_values: fn(usize) -> String,
    pub show_fewer_values: &'static str,
    pub narrower: fn(&str) -> String,
    pub leave_out: fn(&str) -> String,
    pub passages: &'static str,
    pub value_counts: fn(u32, u32) -> String,
    pub count_base: &'static str,

    pub active_filters: &'static str,
    pub not: &'static str,
    pub remove_filter: fn(&str) -> String,
    pub clear_all: &'static str,

    pub results: &'static str,
    pub found: fn(usize, usize) -> String,
    pub sort_by: &'static str,
    pub sort_relevance: &'static str,
    pub sort_corpus: &'static str,
    pub sort_date: &'static str,
    pub save_jsonl: &'static str,
    pub saved: &'static str,
    pub passages_here: fn(usize) -> String,
    pub read_document: &'static str,
    pub show_more: fn(usize) -> String,
    pub show_whole: &'static str,
    pub show_part: &'static str,
    pub read_here: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_not_copied: &'static str,
    pub translation: &'static str,
    pub said_before: &'static str,
    pub repeated: fn(usize) -> String,
    pub themes: &'static str,

    pub nothing_found: &'static str,
    pub nothing_found_hint: &'static str,
    pub without: fn(&str, usize) -> String,
    pub without_query: fn(usize) -> String,
    pub start_again: &'static str,

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
    pub publisher: &'static str,
    pub date: &'static str,
    pub languages: &'static str,
    pub keywords: &'static str,
    pub source_file: &'static str,
    pub rights: &'static str,
    pub repeats_block: fn(usize) -> String,
    pub hits_in_document: fn(usize) -> String,
    pub next_document: &'static str,
    pub previous_document: &'static str,

    pub how_read: &'static str,
    pub how_read_lead: fn(usize, usize) -> String,
    pub found_heading: &'static str,
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
    pub no_theme: &'static str,
    pub told_elsewhere: &'static str,
    pub dated_differently: &'static str,
    pub something_alike: &'static str,
    pub nearly_the_same: &'static str,
    pub partly_the_same: &'static str,

    pub concordance_hint: &'static str,
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

    pub understood: &'static str,
    pub only: fn(&str) -> String,
    pub notes: &'static str,
    pub link_note: fn(&LinkNote) -> String,
    pub query_note: fn(&NoteKind) -> String,
    pub dismiss: &'static str,

    pub corpus_version: &'static str,
    pub documents: &'static str,
    pub no_server: &'static str,

    pub views: &'static str,
    pub view: fn(View) -> &'static str,
    pub show_more_rows: fn(usize) -> String,
    pub when: fn(&str) -> String,
    pub number: fn(f64) -> String,
    pub unit: fn(&str) -> Option<&'static str>,

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
    pub cells: &'static str,
    pub counts: &'static str,
    pub shares: &'static str,
    pub total: &'static str,
    pub matrix_note: &'static str,
    pub show_all_rows: fn(usize) -> String,
}

/// Quotes and joins words that were found instead of others.
fn list(words: &[String], open: &str, separator: &str, close: &str) -> String {
    [open, &words.join(separator), close].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_script_they_read() {
        for (tag, lang) in [
            ("zh-TW", Lang::ZhHant),
            ("zh-HK", Lang::ZhHant),
            ("zh-Hant-US", Lang::ZhHant),
            ("zh-Hans-HK", Lang::ZhHans),
            ("zh", Lang::ZhHans),
            ("zh-CN", Lang::ZhHans),
            ("en-GB", Lang::En),
        ] {
            assert_eq!(Lang::parse(tag), Some(lang), "{tag}");
        }
        assert_eq!(Lang::choose(["fr", "zh-MO", "en"]), Lang::ZhHant);
        assert_eq!(Lang::choose(["fr", ""]), Lang::En);
    }

    #[test]
    fn one_is_singular() {
        assert_eq!((Lang::En.messages().found)(1, 1), "1 passage in 1 document");
        assert_eq!((Lang::En.messages().found)(52, 4), "52 passages in 4 documents");
    }
}
