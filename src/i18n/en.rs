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
    page_language: "Language of the page",
    scheme_auto: "Colours: as the system",
    scheme_light: "Colours: light",
    scheme_dark: "Colours: dark",

    narrow: "Narrow by",
    show_filters: |chosen| match chosen {
        0 => "Filters".to_owned(),
        n => format!("Filters ({n})"),
    },
    show_all_values: |n| format!("Show all {n}"),
    find_value: |label| format!("Find in “{label}”"),
    no_such_value: "None is called that.",
    show_fewer_values: "Show fewer",
    narrower: |label| format!("What is within “{label}”"),
    no_value: "none",
    own_tags: "Your tags",
    any_value: "any",
    must_have_all: "A passage must have all of these",
    leave_out: |label| format!("Leave out “{label}”"),
    passages: "passages",
    value_counts: |passages, documents| counted(passages as usize, documents as usize),
    count_base: "A number is how many passages have that value, of those that fit all that is chosen elsewhere.",

    active_filters: "Chosen",
    not: "not",
    remove_filter: |what| format!("Remove {what}"),
    clear_all: "Clear all",

    results: "Results",
    found: counted,
    sort_by: "Order",
    sort_relevance: "best match",
    sort_corpus: "as in the documents",
    sort_date: "by date named",
    save_as: "Save as…",
    share: "Share",
    put_aside: "Put aside",
    saved: "Saved",
    passages_here: passages,
    show_more: |n| format!("Show {n} more"),
    show_whole: "Show all of it",
    show_part: "Show less",
    read_here: "Read here",
    copy_link: "Copy link",
    link_copied: "Link copied",
    copy_selection_link: "Copy link to selection",
    selection_link_copied: "Link to the selected words copied",
    copy_quote: "Copy quote",
    cite: "Cite",
    quote_copied: "Quote copied, with its source",
    link_not_copied: "The browser did not allow copying; the link is in the address bar once you open it",
    translation: "Translation",
    said_before: "Said earlier",
    repeated: |n| match n {
        1 => "Said again once".to_owned(),
        n => format!("Said again {n} times"),
    },
    themes: "Themes",

    nothing_found: "No passage fits all of this.",
    nothing_found_hint: "Take something away:",
    without: |what, n| format!("without {what}: {}", passages(n)),
    start_again: "Start again",

    how_read: "How this was read",
    no_theme: "No theme",
    told_elsewhere: "Said elsewhere",
    dated_differently: "dated differently",
    something_alike: "Something alike",
    nearly_the_same: "nearly the same words",
    partly_the_same: "partly the same words",
    underlined_differs: "(underlined: not said here)",

    understood: "Also looked for",
    only: |part| format!("Only “{part}”, as written"),
    notes: "Notes",
    link_note,
    query_note,
    at_character,
    dismiss: "Dismiss",
    part_coming: "Loading…",
    part_missing: "This part of the page could not be loaded.",
    try_again: "Try again",

    keys: "Keys of the keyboard",
    corpus_version: "Corpus version",
    no_server: "Everything happens in your browser: nothing you look for leaves it.",
    page_kept: "This browser has a copy of the page: it works without a network.",
    page_not_kept: "This browser has no copy of the page: it needs the network each time.",
    choice_not_kept: "This browser keeps nothing for this page: the choice holds until the page is closed.",
    download_page: "Download this explorer (one file that works without a network)",
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
            format!("The link says “{name}”, which this page does not know. It was ignored.")
        }
        LinkNote::UnknownValue { parameter, value } => {
            format!(
                "The link asks for {parameter} “{value}”, which is not in this corpus. It was ignored."
            )
        }
        LinkNote::BrokenEscape(text) => {
            format!("A part of the link is damaged; it was read as “{text}”.")
        }
        LinkNote::Again(name) => {
            format!("The link says “{name}” more than once; the first one counts.")
        }
        LinkNote::Contradiction(value) => {
            format!("The link both asks for “{value}” and leaves it out; it was left out.")
        }
        LinkNote::NothingToRead => {
            "The link opens no document that is in this corpus; these are the results instead."
                .to_owned()
        }
        LinkNote::TooManyClips(most) => {
            format!("The link shares too many passages: the first {most} are shown.")
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
            format!("no passage has “{word}”; near it: {}", list(taken, "“", "”, “", "”"))
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
