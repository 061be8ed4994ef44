//! The page in English.

use vitrine_search::NoteKind;

use super::{Messages, dates, list, numbers};
use crate::state::fragment::LinkNote;
use crate::state::view_state::{Order, View};

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
    show_fewer_values: "Show fewer",
    narrower: |label| format!("What is within “{label}”"),
    leave_out: |label| format!("Leave out “{label}”"),
    passages: "passages",
    value_counts: |passages, documents| counted(passages as usize, documents as usize),
    count_base: "A number is how many passages you would get by choosing that value.",

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
    save_jsonl: "Save as JSON Lines",
    saved: "Saved",
    passages_here: passages,
    read_document: "Read",
    show_more: |n| format!("Show {n} more"),
    show_whole: "Show all of it",
    show_part: "Show less",
    read_here: "Read here",
    copy_link: "Copy link",
    link_copied: "Link copied",
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
    without_query: |n| format!("without the search: {}", passages(n)),
    start_again: "Start again",

    why: |label| format!("Why “{label}”?"),
    by_words: "In its words",
    by_heading: "By the heading above it",
    by_curator: "By the curator",
    rule: "rule",
    weight: "weight",
    also: "More closely",
    all_passages_on: |label| format!("All passages on “{label}”"),
    close: "Close",

    back_to_results: "Back to the results",
    contents: "Contents",
    authors: "Authors",
    publisher: "Published by",
    date: "Date",
    languages: "Languages",
    keywords: "Keywords",
    source_file: "Source",
    rights: "Rights",
    repeats_block: |n| match n {
        1 => "This passage says again what was said above".to_owned(),
        n => format!("These {n} passages say again what was said above"),
    },
    hits_in_document: |n| match n {
        1 => "1 passage here fits your search".to_owned(),
        n => format!("{n} passages here fit your search"),
    },
    next_document: "Next document",
    previous_document: "Previous document",

    how_read: "How this was read",
    how_read_lead: |n, documents| {
        format!(
            "{}: each was read by rules that anyone can look up and change, words and patterns, and where a passage stands. Where the rules were wrong about a passage, a curator has corrected them and said why. Every label shows the words that made it.",
            counted(n, documents)
        )
    },
    found_heading: "What was found beside the labels",
    found_dates: "Dates",
    found_placed: "Dates that only their context places",
    found_figures: "Figures",
    found_events: "Events that several passages tell of",
    found_disputed: "Events that sources date differently",
    found_translations: "Passages with their translation",
    found_repeats: "Repeats",
    dictionary: "What search takes for a word in the other language comes from the dictionary CC-CEDICT (CC BY-SA 4.0, cc-cedict.org).",
    coverage: |have, can, percent| {
        format!("{have} of the {} that can have one do ({percent} %).", passages(can))
    },
    without_label: |n| format!("{} without", passages(n)),
    covers: "Covers",
    excludes: "Does not cover",
    given: |rule, curator| match curator {
        0 => format!("{} by rule", passages(rule)),
        curator => format!("{} by rule, {curator} by the curator", passages(rule)),
    },
    for_example: "For example",
    agreement: "How well it agrees with people",
    agreement_lead: |n| {
        format!(
            "People labelled {} of this corpus by hand. Precision is how much of what was found is right, recall how much of what is there was found; F1 is their harmonic mean. 1.00 is full agreement. Those who wrote the rules may have seen this sample; on other texts, expect less.",
            passages(n)
        )
    },
    by_rules: "By rule alone",
    with_curation: "With the curator’s corrections",
    precision: "Precision",
    recall: "Recall",
    f1: "F1",
    no_theme: "No theme",
    told_elsewhere: "Said elsewhere",
    dated_differently: "dated differently",
    something_alike: "Something alike",
    nearly_the_same: "nearly the same words",
    partly_the_same: "partly the same words",

    concordance_hint: "Type a word or a phrase into the search field: every place where it stands is then a line here, with what comes before and after it.",
    lines: |n, documents| {
        let lines = if n == 1 { "1 line".to_owned() } else { format!("{n} lines") };
        match documents {
            1 => lines + " in 1 document",
            documents => format!("{lines} in {documents} documents"),
        }
    },
    first_lines: "; there are more, narrow the search to see them",
    more_lines: |n| format!("Show {n} more lines"),
    lines_by: "Lines by document and theme",
    by_place: "as in the documents",
    by_left: "by what comes before",
    by_right: "by what comes after",
    window: "Window",
    window_hint: "Words on each side; characters in Chinese",
    before_key: "Before",
    key: "Keyword",
    after_key: "After",
    source: "Source",
    save_csv: "Save as CSV",

    words_counted: |n| match n {
        1 => ", 1 word counted".to_owned(),
        n => format!(", {n} words counted"),
    },
    compared: |rest| {
        format!("The words of these passages, compared with the {rest} words of the rest.")
    },
    nothing_compared: "The words of the whole corpus. Choose a theme or a document, or search, and its words are compared with those of the rest.",
    keyness_hint: "Keyness (log-likelihood, G²) tells how far a word’s share here is from what chance would give: chance alone goes beyond 10.83 once in a thousand times. A minus means that the word is rarer here.",
    too_few_words: |least| {
        format!(
            "There are too few words here to compare: a word must stand at least {least} times in the corpus."
        )
    },
    more_terms: |n| format!("Show {n} more terms"),
    by_keyness: "by keyness",
    by_frequency: "by frequency",
    term: "Term",
    times: "Times",
    in_passages: "Passages",
    against_rest: "Against the rest",
    only_here: "only here",
    only_elsewhere: "only elsewhere",
    collocates_of: |term| format!("What stands together with “{term}”"),
    collocates_hint: "In the same passages, more often than by chance; the number is how many passages have both.",
    no_collocates: "Nothing stands together with it in two passages or more.",

    understood: "Also looked for",
    only: |part| format!("Only “{part}”, as written"),
    notes: "Notes",
    link_note,
    query_note,
    dismiss: "Dismiss",

    corpus_version: "Corpus version",
    documents: "Documents",
    no_server: "Everything happens in your browser: nothing you look for leaves it.",

    views: "Views",
    view: |view| match view {
        View::Browse => "Passages",
        View::Timeline => "Timeline",
        View::Figures => "Figures",
        View::Matrix => "Matrix",
        View::Concordance => "Keyword in context",
        View::Terms => "Terms",
        View::Read => "Read",
        View::Method => "How this was read",
    },
    show_more_rows: |n| format!("Show {n} more"),
    when: dates::en,
    number: numbers::en,
    unit: |_| None,

    events: |n| match n {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    },
    no_events: "None of these passages tells of something with a date.",
    events_by_year: "Events by year",
    precisions: ["dated to the day", "to the month", "to the year"],
    periods: "lasted several years",
    years_left_out: |n| match n {
        1 => "1 year without an event".to_owned(),
        n => format!("{n} years without an event"),
    },
    from_year: "From",
    to_year: "to",
    all_years: "All years",
    how_to_choose_years: "Choose a year in the drawing; drag, or hold Shift, for several.",
    who: "Who took part",
    also_told: |n| match n {
        1 => "Also told by 1 other passage".to_owned(),
        n => format!("Also told by {n} other passages"),
    },

    figures: |n| match n {
        1 => "1 figure".to_owned(),
        n => format!("{n} figures"),
    },
    no_figures: "None of these passages names a quantity.",
    unit_label: "Unit",
    all_units: "All",
    order: |order| match order {
        Order::Unit => "by unit",
        Order::Value => "largest first",
        Order::Document => "as in the documents",
    },
    as_written: "As written",
    value: "Value",
    in_its_sentence: "In its sentence",
    document: "Document",
    side_by_side: |unit| format!("Figures in {unit}, side by side"),
    log_scale: "logarithmic scale: each step is ten times the one before, or more",

    rows: "Rows",
    columns: "Columns",
    swap: "Swap rows and columns",
    cells: "Cells",
    counts: "passages",
    shares: "% of the row",
    total: "All",
    matrix_note: "Each cell leads to its passages. The darker, the larger its share of the row. A passage can have several values, so a row can add up to more than its total.",
    show_all_rows: |n| format!("Show {n} more values"),
};

fn passages(n: usize) -> String {
    match n {
        1 => "1 passage".to_owned(),
        n => format!("{n} passages"),
    }
}

fn counted(n: usize, documents: usize) -> String {
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
        LinkNote::NotYet(view) => {
            format!("The view “{view}” is not there yet; these are the results instead.")
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
    }
}

/// The search says its notes in English itself.
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
