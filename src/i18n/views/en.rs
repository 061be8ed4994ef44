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
    by_heading: "By the heading above",
    by_curator: "By the curator",
    rule: "rule",
    weight: "weight",
    also: "Narrower theme",
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
    date_assumed: |date| format!("none given; dates in it without a year are read as of {date}"),
    languages: "Languages",
    keywords: "Keywords",
    source_file: "Source",
    rights: "Rights",
    cite_passage: "Cite this passage",
    copy: "Copy",
    citation_copied: "Citation copied",
    link_moved: "The words that this link quotes are unchanged, but the passage around them has changed or they have moved.",
    link_rewritten: "The words that this link quotes have changed since it was made.",
    link_uncertain: "It is unclear which words this link refers to: the document has changed since it was made.",
    link_candidates: "It may be one of these:",
    link_gone: "What this link points to is no longer in the document.",
    words_then: "The link quotes",
    words_now: "It now reads",
    read_document: "Read the document from the beginning",
    repeats_block: |n| match n {
        1 => "This passage repeats an earlier one".to_owned(),
        n => format!("These {n} passages repeat earlier ones"),
    },
    next_document: "Next document",
    previous_document: "Previous document",

    how_read_lead: |n, documents| {
        format!(
            "{}, each read by rules that anyone can inspect and change: words, patterns and the position of the passage. Where the rules misread a passage, a curator has corrected the result and said why. Every label shows the words behind it.",
            counted(n, documents)
        )
    },
    found_heading: "What else was found",
    found_hidden: |n, role| {
        format!(
            "This counts every passage. {n} of them, repeats of others and boilerplate of web pages, are elsewhere shown and counted only if you choose them under “{role}”."
        )
    },
    found_dates: "Dates",
    found_placed: "Dates inferred from context",
    found_figures: "Figures",
    found_events: "Events mentioned in several passages",
    found_disputed: "Events that sources date differently",
    found_translations: "Passages with a translation",
    found_repeats: "Repeats",
    dictionary: "Search translates words with the dictionary CC-CEDICT (CC BY-SA 4.0, cc-cedict.org). Where no passage has a word, it looks for related ones, from WordNet (WordNet License, wordnet.princeton.edu). Long questions also find passages in other words: those that are used in the same contexts in GloVe (public domain, nlp.stanford.edu/projects/glove).",
    coverage: |have, can, percent| {
        format!("{have} of the {} that can have a label have one ({percent} %).", passages(can))
    },
    without_label: |n| format!("{} without a label", passages(n)),
    covers: "Covers",
    excludes: "Does not cover",
    given: |rule, curator| match curator {
        0 => format!("{} by rule", passages(rule)),
        curator => format!("{} by rule, {curator} by the curator", passages(rule)),
    },
    for_example: "For example",
    agreement: "Agreement with human labels",
    agreement_lead: |n| {
        format!(
            "People labelled {} of this corpus by hand. Precision is the share of the labels found that are right, recall the share of the right labels that were found; F1 is their harmonic mean. 1.00 is full agreement. Whoever wrote the rules may have seen this sample; expect lower values on other texts.",
            passages(n)
        )
    },
    by_rules: "By rules alone",
    with_curation: "With the curator’s corrections",
    precision: "Precision",
    recall: "Recall",
    f1: "F1",

    concordance_hint: "Type a word or phrase into the search field: each occurrence is then listed here, with the words before and after it.",
    frequent_words: "Or begin with one of the most frequent words:",
    lines: |n, documents| {
        let lines = if n == 1 { "1 line".to_owned() } else { format!("{n} lines") };
        match documents {
            1 => lines + " in 1 document",
            documents => format!("{lines} in {documents} documents"),
        }
    },
    first_lines: "; narrow the search to see the rest",
    more_lines: |n| format!("Show {n} more lines"),
    lines_by: "Lines by document and theme",
    by_place: "document order",
    by_left: "words before",
    by_right: "words after",
    window: "Window",
    window_hint: "Words on each side (in Chinese, characters)",
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
        format!("The words of these passages, compared with the other {rest} words of the corpus.")
    },
    nothing_compared: "The words of the whole corpus. Choose a theme or document, or search, to compare its words with the rest.",
    keyness_hint: "Keyness (log-likelihood, G²) shows how far a word’s share here departs from what chance would give: by chance alone, it exceeds 10.83 once in a thousand times. A minus sign means that the word is rarer here.",
    too_few_words: |least| {
        format!(
            "There are too few words here to compare: a word must occur at least {least} times in the corpus."
        )
    },
    more_terms: |n| format!("Show {n} more terms"),
    by_keyness: "keyness",
    by_frequency: "frequency",
    term: "Term",
    times: "Count",
    in_passages: "Passages",
    against_rest: "Against the rest",
    only_here: "only here",
    only_elsewhere: "only elsewhere",
    collocates_of: |term| format!("Words found with “{term}”"),
    collocates_hint: "In the same passages, more often than by chance. Each number counts the passages with both.",
    no_collocates: "No word occurs with it in two or more passages.",

    documents: "Documents",

    show_more_rows: |n| format!("Show {n} more"),
    when: dates::en,
    up_to: "up to ",
    number: numbers::en,
    events: |n| match n {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    },
    no_events: "None of these passages mentions a dated event.",
    events_by_year: "Events by year",
    precisions: ["dated to the day", "to the month", "to the year"],
    periods: "spanning several years",
    years_left_out: |n| match n {
        1 => "1 year without an event".to_owned(),
        n => format!("{n} years without an event"),
    },
    from_year: "From",
    to_year: "to",
    all_years: "All years",
    how_to_choose_years: "Choose a year in the chart; drag, or hold Shift, to choose several.",
    who: "Who took part",
    worked_out: "worked out from the text",
    also_told: |n| match n {
        1 => "Also in 1 other passage".to_owned(),
        n => format!("Also in {n} other passages"),
    },

    figures: |n| match n {
        1 => "1 figure".to_owned(),
        n => format!("{n} figures"),
    },
    no_figures: "None of these passages contains a figure.",
    unit_label: "Unit",
    all_units: "All",
    order: |order| match order {
        Order::Unit => "unit",
        Order::Value => "largest first",
        Order::Document => "document order",
    },
    as_written: "As written",
    value: "Value",
    in_its_sentence: "Sentence",
    document: "Document",
    side_by_side: |unit| format!("Figures in {unit}, side by side"),
    log_scale: "logarithmic scale: each step is at least ten times the one before",

    rows: "Rows",
    columns: "Columns",
    swap: "Swap rows and columns",
    shares: "% of row",
    total: "Total",
    matrix_note: "Each cell links to its passages. The stronger its colour, the larger its share of the row. A passage can have several values, so rows and columns can add up to more than their totals.",
    show_all_rows: |n| format!("Show {n} more values"),

    explains: "What they explain together",
    at_levels: |n, of| format!("{} of {} found argue on one of these levels.", n, passages(of)),
    no_levels: "None of these passages argues at a level of the framework.",
    all_here: |n| format!("All {}", passages(n)),
    actors_note: "Each number counts the passages that name both; on the diagonal, those that name the actor at all. Being named together says nothing about friend or foe: open the passages to see.",
    no_actors: "None of these passages names an actor.",
    together: |a, b, n| format!("{a} and {b}: {}", passages(n)),
    drawn_together: "Who is named together: the thicker the line, the more passages",

    ask: "Start with a question",
    read_a_document: "Read a document",
    by_theme: "Themes by document",
    over_time: "Dates mentioned",

    query_help: "What a search understands",
    query_forms: [
        ("one two", "passages that have both words, in any of their forms and names"),
        ("\"one two\"", "exactly these words"),
        ("+one", "this word alone, nothing that stands for it"),
        ("begin*", "words that begin so"),
        ("one OR two, -one, (…)", "either; without; a group"),
        ("theme:… actor:… doc:… lang:… year:…", "by facet: an id, a name or a part of it"),
        ("date:2024-06, date:2023..2024", "passages that name such a date"),
        ("figure:>1000, figure:km", "passages that name such a quantity"),
    ],
    key_help: "Keys",
    keys_do: [
        "go to the search field",
        "show these shortcuts",
        "move through links and controls",
        "in the search field: to the first result",
        "in the search field while reading: next hit; with Shift, the previous one",
        "in the year chart: from year to year",
        "leave the search field, close this list",
    ],
    single_keys: "Enable single-key shortcuts (/ and ?)",

    no_clippings: "No clippings yet. Every passage has a “Put aside” button; what you put aside appears here, to be sorted, annotated and exported.",
    clippings_stay: "Clippings are kept only in this browser. Save them to a file to keep them safe or use them elsewhere.",
    clippings_shared: |n| {
        format!(
            "{} that someone put aside and shared with this link.",
            if n == 1 { "A passage".to_owned() } else { format!("{n} passages") }
        )
    },
    keep_clippings: "Add to my clippings",
    clippings_kept: "Added to your clippings",
    own_clippings: "My clippings",
    copy_clippings_link: "Copy link to these",
    save_clippings: "Save for import (JSON)",
    save_annotations: "Save as Web Annotations",
    import_clippings: "Import a file:",
    clippings_came: |file, n| {
        format!(
            "{file}: {}",
            match n {
                0 => "nothing new".to_owned(),
                1 => "1 clipping added".to_owned(),
                n => format!("{n} clippings added"),
            }
        )
    },
    clippings_refused: |file, why| {
        format!(
            "{file} was not imported, and nothing was changed: {}",
            match why {
                Refused::Unreadable =>
                    "it is not a clippings file, or it is damaged. Use one saved with “Save for import” or “Save as Web Annotations”.",
                Refused::Newer =>
                    "it was saved by a newer version of this page. Reload this page, or open the file where it was saved.",
                Refused::Foreign =>
                    "its clippings belong to another corpus. Import it on that corpus’s page.",
            }
        )
    },
    clipping_removed: |words| format!("Removed: “{words}…”"),
    undo: "Undo",
    clipping_lost: "This passage is no longer in the corpus; these are its words as they were.",
    clippings_damaged: "Your saved clippings could not be read. They have been set aside as a backup; nothing was deleted.",
    clippings_newer: "Your clippings were saved by a newer version of this page. Reload it to see them; nothing was changed.",
    clippings_not_kept: "This browser cannot store your clippings (its storage is full or blocked): save them to a file before you leave.",
    note: "Note",
    tags: "Tags, separated by commas",
    colour: "Colour",
    colours: ["none", "red", "orange", "green", "blue", "violet"],
    move_up: "Move up",
    move_down: "Move down",
    remove_clipping: "Remove",

    share_view: "Share this view",
    link: "Link",
    send_link: "Send…",
    code_of_link: "QR code of the link",
    link_too_long: "The link is too long for a QR code.",
    for_programs: "API of this page, for programs",
    embed_view: "Embed this view in a web page",
    embed_quote: "Quote the passage in a web page",
    code_copied: "Code copied",

    script: "Chinese script",
    script_as_written: "as written",
    show_as_written: "Converted: show as written",
    show_converted: "Show in the other script",
    search_word: "Search for it",

    explain_words: "Explain words",
    previous_word: "Previous word",
    next_word: "Next word",
    progress: "Reading progress",
    hit_of: |n, all| format!("Passage {n} of {all} found here"),
    hits_here: |all| match all {
        1 => "1 passage found here".to_owned(),
        _ => format!("{all} passages found here"),
    },
    next_hit: "Next passage found",
    previous_hit: "Previous passage found",
    beside_document: "Alongside",
    beside_none: "no other document",
    nothing_of_it_here: "Nothing here matches.",
    beside_translation: "Translations side by side",
};
