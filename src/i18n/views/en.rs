//! What the later parts of the page say in English.

use super::ViewMessages;
use crate::i18n::en::{MESSAGES as COMMON, counted, passages};
use crate::i18n::{dates, numbers};
use crate::state::clippings::Refused;
use crate::state::view_state::Order;

pub const MESSAGES: ViewMessages = ViewMessages {
    common: &COMMON,
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
    kind: "Type",
    translators: "Translated by",
    published_in: "Published in",
    editors: "Edited by",
    publisher: "Published by",
    document_number: "Number",
    original: "Original",
    date: "Date",
    languages: "Languages",
    keywords: "Keywords",
    source_file: "Source",
    rights: "Rights",
    cite_passage: "Cite this passage",
    copy: "Copy",
    citation_copied: "Citation copied",
    citation_not_copied: "The browser did not allow copying; select the text instead",
    link_moved: "The words that this link quotes stand as they did, but the passage has changed around them, or stands elsewhere.",
    link_rewritten: "The words that this link quotes have changed since it was made.",
    link_uncertain: "It is not certain which words this link means: the document has changed since it was made.",
    link_candidates: "It may be one of these:",
    link_gone: "What this link points at is not in the document any more.",
    words_then: "The link quotes",
    words_now: "There now stands",
    read_document: "Read the document from its beginning",
    repeats_block: |n| match n {
        1 => "This passage says again what was said above".to_owned(),
        n => format!("These {n} passages say again what was said above"),
    },
    next_document: "Next document",
    previous_document: "Previous document",

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

    documents: "Documents",

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
    worked_out: "worked out from the text",
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
    shares: "% of the row",
    total: "All",
    matrix_note: "Each cell leads to its passages. The stronger its colour, the larger its share of the row. A passage can have several values, so rows and columns can add up to more than their totals.",
    show_all_rows: |n| format!("Show {n} more values"),

    explains: "What they explain together",
    no_levels: "None of these passages argues on a level of the framework.",
    all_here: |n| format!("All {}", passages(n)),
    actors_note: "A number says how many passages name both; on the diagonal, how many name one at all. Being named together says nothing of friend or foe: open the passages to see.",
    no_actors: "None of these passages names an actor.",
    together: |a, b, n| format!("{a} and {b}: {}", passages(n)),
    drawn_together: "Who is named together: the thicker the line, the more passages",

    ask: "Begin with a question",
    read_a_document: "Read a document",
    by_theme: "Themes, document by document",
    over_time: "Dates told of",

    keys_do: [
        "go to the search field",
        "show these keys",
        "from one thing to click to the next, and back",
        "while reading: next hit from the search field; with Shift, the one before",
        "in the drawing of years: from year to year",
        "leave the search field, close this",
    ],
    single_keys: "Keys that are pressed alone (/ and ?) do something",

    no_clippings: "Nothing is put aside yet. Each passage has a button “Put aside”; its words then wait here, to be put in order, annotated and taken along.",
    clippings_stay: "Clippings are kept in this browser alone. Save them as a file to keep them safe or to take them elsewhere.",
    clippings_shared: |n| {
        format!(
            "{} that somebody put aside and shared by this link.",
            if n == 1 { "A passage".to_owned() } else { format!("{n} passages") }
        )
    },
    keep_clippings: "Put these aside here, too",
    clippings_kept: "Put aside",
    own_clippings: "To my own clippings",
    copy_clippings_link: "Copy a link to these",
    save_clippings: "Save to take in again (JSON)",
    save_annotations: "Save as Web Annotations",
    import_clippings: "Take in a file:",
    clippings_came: |file, n| {
        format!(
            "{file}: {}",
            match n {
                0 => "nothing new".to_owned(),
                1 => "1 clipping came".to_owned(),
                n => format!("{n} clippings came"),
            }
        )
    },
    clippings_refused: |file, why| {
        format!(
            "{file} was not taken in, and nothing was changed: {}",
            match why {
                Refused::Unreadable =>
                    "it is no file of clippings, or it is damaged. Take one that “Save to take in again” or “Save as Web Annotations” has written.",
                Refused::Newer =>
                    "a newer version of this page wrote it. Load this page again, or open it where it was written.",
                Refused::Foreign =>
                    "its clippings are of another corpus. Open it on that corpus' page.",
            }
        )
    },
    clipping_removed: |words| format!("Removed: “{words}…”"),
    undo: "Put it back",
    clipping_lost: "The corpus does not have this passage any more; these are its words as they were.",
    clippings_damaged: "What was kept of your clippings could not be read; it was put beside, and nothing was deleted.",
    clippings_newer: "Your clippings were kept by a newer version of this page. Load it again to see them; nothing was changed.",
    clippings_not_kept: "This browser does not keep your clippings (its storage is full or forbidden): save them as a file before you leave.",
    note: "Note",
    tags: "Tags, with commas between",
    colour: "Colour",
    colours: ["none", "red", "orange", "green", "blue", "violet"],
    move_up: "Move up",
    move_down: "Move down",
    remove_clipping: "Remove",

    share_view: "Share this view",
    link: "Link",
    send_link: "Send…",
    code_of_link: "The link as a code to photograph",
    link_too_long: "The link is too long for a code to photograph.",
    for_programs: "What programs can ask of this page",
    embed_view: "To show this view in a web page",
    embed_quote: "To quote the passage in a web page",
    code_copied: "Code copied",

    script: "Chinese script",
    script_as_written: "as written",
    show_as_written: "Converted: show as written",
    show_converted: "Show in the other script",
    search_word: "Search for it",

    explain_words: "Words explained",
    previous_word: "Previous word",
    next_word: "Next word",
    progress: "Read so far",
    hit_of: |n, all| format!("Hit {n} of {all}"),
    hits_here: |all| if all == 1 { "1 hit here".to_owned() } else { format!("{all} hits here") },
    next_hit: "Next hit",
    previous_hit: "Previous hit",
    beside_document: "Beside",
    beside_none: "no other document",
    nothing_of_it_here: "Nothing of what is asked for is here.",
    beside_translation: "Translations side by side",
};
