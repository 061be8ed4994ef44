//! The page in English.

use vitrine_search::NoteKind;

use super::{Messages, list};
use crate::state::fragment::LinkNote;
use crate::state::view_state::View;

pub const MESSAGES: Messages = Messages {
    skip_to_results: "Skip to the results",
    search: "Search the passages",
    search_hint: "Words, “exact phrases”, 中文…",
    clear_search: "Clear the search",
    page_language: "Page language",
    scheme_auto: "Colours: system",
    scheme_light: "Colours: light",
    scheme_dark: "Colours: dark",

    narrow: "Narrow by",
    show_filters: |chosen| match chosen {
        0 => "Filters".to_owned(),
        n => format!("Filters ({n})"),
    },
    show_all_values: |n| format!("Show all {n}"),
    find_value: |label| format!("Find in “{label}”"),
    no_such_value: "No matching value.",
    show_fewer_values: "Show fewer",
    narrower: |label| format!("Within “{label}”"),
    no_value: "none",
    own_tags: "Your tags",
    any_value: "any",
    must_have_all: "Match all of these",
    leave_out: |label| format!("Exclude “{label}”"),
    passages: "passages",
    value_counts: |passages, documents| counted(passages as usize, documents as usize),
    count_base: "Each number counts the passages with that value among those that match your other choices.",

    active_filters: "Active filters",
    not: "not",
    excluding: "without",
    remove_filter: |what| format!("Remove {what}"),
    clear_all: "Clear all",

    results: "Results",
    found: counted,
    sort_by: "Sort by",
    sort_relevance: "best match",
    sort_corpus: "document order",
    sort_date: "date mentioned",
    save_as: "Save as…",
    share: "Share",
    put_aside: "Put aside",
    was_put_aside: "Put aside, under Clippings",
    taken_away: "No longer put aside; a second press brings it back with its note",
    saved: "Saved",
    passages_here: passages,
    show_more: |n| format!("Show {n} more"),
    show_whole: "Show in full",
    show_part: "Show less",
    read_here: "Read here",
    copy_link: "Copy link",
    link_copied: "Link copied",
    copy_selection_link: "Copy link to selection",
    selection_link_copied: "Link to the selected words copied",
    copy_quote: "Copy quote",
    cite: "Cite",
    quote_copied: "Quote copied, with its source",
    link_not_copied: "The browser blocked copying; open the link and copy it from the address bar",
    text_not_copied: "The browser blocked copying; select the text instead",
    translation: "Translation",
    said_before: "Said earlier",
    repeated: |n| match n {
        1 => "Repeated once".to_owned(),
        n => format!("Repeated {n} times"),
    },
    themes: "Themes",

    nothing_found: "No matching passages.",
    nothing_found_hint: "Try a broader search:",
    without: |what, n| format!("without {what}: {}", passages(n)),
    all_filters: "all filters",
    start_again: "Start again",

    how_read: "How this was read",
    no_theme: "No theme",
    keywords: "In the curator’s words",
    told_elsewhere: "Said elsewhere",
    dated_differently: "dated differently",
    something_alike: "Similar passages",
    nearly_the_same: "almost identical",
    partly_the_same: "partly identical",
    underlined_differs: "(underlined: not said here)",

    understood: "Also searched for",
    only: |part| format!("Only “{part}”, as written"),
    notes: "Notes",
    link_note,
    query_note,
    at_character,
    dismiss: "Dismiss",
    part_coming: "Loading…",
    part_missing: "This part of the page could not be loaded.",
    try_again: "Try again",

    keys: "Search help and keyboard shortcuts",
    corpus_version: "Corpus version",
    no_server: "Everything happens in your browser: your searches never leave it.",
    page_kept: "This page is saved in your browser and works offline.",
    page_not_kept: "This page is not saved in your browser and does not work offline.",
    choice_not_kept: "This browser stores no settings for this page: your choice lasts until you close it.",
    download_page: "Download this explorer (one file, works offline)",
    licences: "Third-party licences",

    views: "Views",
    view: |view| match view {
        View::Browse => "Passages",
        View::Timeline => "Timeline",
        View::Figures => "Figures",
        View::Matrix => "Matrix",
        View::Concordance => "Keyword in context",
        View::Framework => "Framework",
        View::Actors => "Actors",
        View::Terms => "Terms",
        View::Clippings => "Clippings",
        View::Read => "Read",
        View::Method => "How this was read",
    },
};

pub(super) fn passages(n: usize) -> String {
    match n {
        1 => "1 passage".to_owned(),
        n => format!("{n} passages"),
    }
}

pub(super) fn counted(n: usize, documents: usize) -> String {
    match documents {
        1 => format!("{} in 1 document", passages(n)),
        documents => format!("{} in {documents} documents", passages(n)),
    }
}

fn link_note(note: &LinkNote) -> String {
    match note {
        LinkNote::UnknownParameter(name) => {
            format!(
                "The link contains “{name}”, which this page does not recognise. It was ignored."
            )
        }
        LinkNote::UnknownValue { parameter, value } => {
            format!(
                "The link asks for {parameter} “{value}”, which this page does not have. It was ignored."
            )
        }
        LinkNote::BrokenEscape(text) => {
            format!("Part of the link is damaged; it was read as “{text}”.")
        }
        LinkNote::Again(name) => {
            format!("The link contains “{name}” more than once; the first one was used.")
        }
        LinkNote::Contradiction(value) => {
            format!("The link both includes and excludes “{value}”; it was excluded.")
        }
        LinkNote::NothingToRead => {
            "The link names no document in this corpus; the results are shown instead.".to_owned()
        }
        LinkNote::NotAmongResults(id) => format!("The passage “{id}” is not among these results."),
        LinkNote::TooLong(most) => {
            format!("The link is too long: what follows its first {most} bytes was ignored.")
        }
        LinkNote::TooManyClips(most) => {
            format!("The link shares too many passages; only the first {most} are shown.")
        }
    }
}

/// The search says its notes in English itself.
fn at_character(n: usize) -> String {
    format!(" (Character {n}.)")
}

fn query_note(note: &NoteKind) -> String {
    let text = match note {
        NoteKind::NearMiss { word, taken } => {
            format!(
                "no passage contains “{word}”; showing the closest words: {}",
                list(taken, "“", "”, “", "”")
            )
        }
        other => other.to_string(),
    };
    let mut text = text + ".";
    // The notes are in English, which needs no table of Unicode's capitals in the page.
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
