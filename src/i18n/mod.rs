//! In what words does the page speak? One struct of messages, filled once for each language: a
//! message that is missing in one of them does not compile.
//!
//! What belongs to the corpus (its title, the names of themes and actors) is not here; the image
//! carries it in all languages.

mod dates;
mod en;
mod numbers;
mod views;
mod zh_hans;
mod zh_hant;

pub use views::ViewMessages;

use vitrine_search::NoteKind;

use crate::state::fragment::LinkNote;
use crate::state::view_state::View;

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
    /// read by its region; Cantonese is written in traditional characters unless it is of the mainland.
    pub fn parse(tag: &str) -> Option<Lang> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split('-');
        let usual = match parts.next()? {
            "en" => return Some(Lang::En),
            "zh" => Lang::ZhHans,
            "yue" => Lang::ZhHant,
            _ => return None,
        };
        // A script stands before a region.
        let said = parts.find_map(|part| match part {
            "hans" | "cn" => Some(Lang::ZhHans),
            "hant" | "tw" | "hk" | "mo" => Some(Lang::ZhHant),
            _ => None,
        });
        Some(said.unwrap_or(usual))
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
    pub find_value: fn(&str) -> String,
    pub no_such_value: &'static str,
    pub show_fewer_values: &'static str,
    pub narrower: fn(&str) -> String,
    pub no_value: &'static str,
    pub own_tags: &'static str,
    pub any_value: &'static str,
    pub must_have_all: &'static str,
    pub leave_out: fn(&str) -> String,
    pub passages: &'static str,
    pub value_counts: fn(u32, u32) -> String,
    pub count_base: &'static str,

    pub active_filters: &'static str,
    pub not: &'static str,
    pub excluding: &'static str,
    pub remove_filter: fn(&str) -> String,
    pub clear_all: &'static str,

    pub results: &'static str,
    pub found: fn(usize, usize) -> String,
    pub sort_by: &'static str,
    pub sort_relevance: &'static str,
    pub sort_corpus: &'static str,
    pub sort_date: &'static str,
    pub save_as: &'static str,
    pub share: &'static str,
    pub put_aside: &'static str,
    pub was_put_aside: &'static str,
    pub taken_away: &'static str,
    pub saved: &'static str,
    pub passages_here: fn(usize) -> String,
    pub show_more: fn(usize) -> String,
    pub show_whole: &'static str,
    pub show_part: &'static str,
    pub read_here: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_selection_link: &'static str,
    pub selection_link_copied: &'static str,
    pub copy_quote: &'static str,
    pub cite: &'static str,
    pub quote_copied: &'static str,
    pub link_not_copied: &'static str,
    pub text_not_copied: &'static str,
    pub translation: &'static str,
    pub said_before: &'static str,
    pub repeated: fn(usize) -> String,
    pub themes: &'static str,

    pub nothing_found: &'static str,
    pub nothing_found_hint: &'static str,
    pub without: fn(&str, usize) -> String,
    pub all_filters: &'static str,
    pub start_again: &'static str,

    pub how_read: &'static str,
    pub no_theme: &'static str,
    pub keywords: &'static str,
    pub told_elsewhere: &'static str,
    pub dated_differently: &'static str,
    pub something_alike: &'static str,
    pub nearly_the_same: &'static str,
    pub partly_the_same: &'static str,
    pub underlined_differs: &'static str,

    pub understood: &'static str,
    pub only: fn(&str) -> String,
    pub notes: &'static str,
    pub link_note: fn(&LinkNote) -> String,
    pub query_note: fn(&NoteKind) -> String,
    /// Behind a note: at which character of the query its cause stands, from 1.
    pub at_character: fn(usize) -> String,
    pub dismiss: &'static str,
    pub part_coming: &'static str,
    pub part_missing: &'static str,
    pub try_again: &'static str,

    pub keys: &'static str,
    pub corpus_version: &'static str,
    pub no_server: &'static str,
    /// The browser has a copy of the page for when there is no network.
    pub page_kept: &'static str,
    /// It has none.
    pub page_not_kept: &'static str,
    /// A choice could not be remembered.
    pub choice_not_kept: &'static str,
    /// Offers the whole page as one file, to keep and to open from disk.
    pub download_page: &'static str,
    /// Leads to whose work is in the page, and under which terms.
    pub licences: &'static str,

    pub views: &'static str,
    pub view: fn(View) -> &'static str,
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
