//! What the page promises its readers, kept in a real browser.
//!
//! Each module is a behaviour, each test a sentence about it; every page a test opens must also
//! leave the console silent ([`page::Page`] looks when it is dropped). See `tests/README.md`.

mod copy;
mod doors;
mod page;

mod a_document_can_be_cited;
mod a_hostile_corpus_is_text;
mod a_label_explains_itself;
mod a_link_restores_the_view;
mod a_link_to_words_never_lies;
mod a_new_version_waits;
mod a_page_that_cannot_start_says_so;
mod a_passage_can_be_pointed_at;
mod a_stale_link_is_answered;
mod a_thumb_is_enough;
mod a_view_can_be_handed_on;
mod every_edition_is_the_same_page;
mod facets_narrow_and_count;
mod faults_are_told;
mod history_keeps_every_view;
mod it_works_without_a_host;
mod nobody_is_shut_out;
mod nothing_leaves_the_reader;
mod other_programs_can_ask;
mod passages_can_be_put_aside;
mod results_can_be_seen_in_other_ways;
mod search_reads_both_scripts;
mod the_keyboard_is_enough;
mod the_reading_is_accounted_for;
mod words_stand_in_their_company;
