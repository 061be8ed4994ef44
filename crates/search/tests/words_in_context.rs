//! Concordance and terms against naive recounts, over the project's own corpus: every hit is one line
//! whose contexts add up to the text, every frequency is what a plain count gives.

mod common;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proptest::prelude::*;
use vitrine_corpus::facet::{FACETS, HIDDEN_ROLES, ROLE};
use vitrine_corpus::text::part;
use vitrine_search::{
    LineSort, Request, Results, TermSort, collocates, concordance, concordance_csv, context,
    count_lines, search, terms, terms_csv,
};

use common::{appendix, corpus};

fn ask(query: &str) -> Results {
    search(corpus(), &Request { query: query.to_owned(), ..Request::default() })
}

/// Passages with one value of a facet.
fn only(facet: usize, value: usize) -> Results {
    let mut request = Request::default();
    request.selection.facets[facet].include.push(value);
    search(corpus(), &request)
}

/// A letter or digit of a script that has spaces between words.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&c)
}

/// The neighbours of a text, found letter by letter.
fn neighbours(text: &str) -> Vec<String> {
    let mut neighbours: Vec<String> = Vec::new();
    let mut goes_on = false;
    for c in text.chars() {
        match (is_word(c), goes_on) {
            (true, true) => neighbours.last_mut().unwrap().push(c),
            (true, false) => neighbours.push(c.to_string()),
            (false, _) if c.is_alphanumeric() => neighbours.push(c.to_string()),
            _ => {}
        }
        goes_on = is_word(c);
    }
    neighbours.iter().map(|neighbour| corpus().fold.fold(neighbour).text).collect()
}

/// Where the folded text, which has a character for each of the text's own, has the words; what touches
/// is one.
fn scan(n: usize, words: &str) -> Vec<Range<usize>> {
    let passage = &corpus().passages[n];
    let wanted: Vec<char> = corpus().fold.fold(words).text.chars().collect();
    let folded: Vec<char> = passage.folded.chars().collect();
    let text = corpus().text(n);
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= folded.len() {
        let end = at + wanted.len();
        let cuts = |at: usize| {
            at > 0 && at < folded.len() && is_word(folded[at - 1]) && is_word(folded[at])
        };
        let has = folded[at..end] == wanted[..];
        if has && !cuts(at) && !cuts(end) {
            match found.last_mut() {
                Some(last) if last.end == offsets[at] => last.end = offsets[end],
                _ => found.push(offsets[at]..offsets[end]),
            }
        }
        at = if has { end } else { at + 1 };
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Any run of up to four Chinese characters or any word of the corpus, taken to the letter.
    #[test]
    fn every_hit_of_a_plain_scan_is_one_line(place in any::<usize>(), start in any::<usize>(), length in 1usize..=4, window in 0usize..12) {
        let words: Vec<char> = corpus().text(place % corpus().passages.len()).chars().collect();
        let start = start % words.len();
        let words: String = match is_word(words[start]) {
            true => {
                let from = (0..start).rev().find(|&n| !is_word(words[n])).map_or(0, |n| n + 1);
                words[from..].iter().take_while(|c| is_word(**c)).collect()
            }
            false => words[start..].iter().take_while(|c| c.is_alphanumeric() && !is_word(**c)).take(length).collect(),
        };
        prop_assume!(!words.is_empty());
        let results = ask(&format!("\"{words}\""));
        let lines = concordance(corpus(), &results, LineSort::Corpus);
        let hits: BTreeSet<usize> = results.hits.iter().map(|hit| hit.passage).collect();
        let aligned = |n: &usize| corpus().fold.fold(&corpus().text(*n)).aligned;
        let expected: Vec<(usize, Range<usize>)> =
            hits.iter().copied().filter(aligned).flat_map(|n| scan(n, &words).into_iter().map(move |key| (n, key))).collect();
        let found: Vec<(usize, Range<usize>)> =
            lines.iter().filter(|line| aligned(&line.passage)).map(|line| (line.passage, line.key.clone())).collect();
        prop_assert_eq!(found, expected, "{}", words);

        for line in &lines {
            let text = corpus().text(line.passage);
            let around = context(&text, &line.key, window);
            prop_assert_eq!((around.left.end, around.right.start), (line.key.start, line.key.end));
            let (left, right) = (&text[around.left.clone()], &text[around.right.clone()]);
            let (before, after) = (neighbours(&text[..line.key.start]), neighbours(&text[line.key.end..]));
            prop_assert_eq!(neighbours(left), &before[before.len().saturating_sub(window)..]);
            prop_assert_eq!(neighbours(right), &after[..after.len().min(window)]);
            let whole = context(&text, &line.key, text.len());
            prop_assert_eq!([&text[whole.left], &text[line.key.clone()], &text[whole.right]].concat(), text);
        }
    }
}

#[test]
fn lines_are_sorted_by_their_neighbours_from_the_key_outwards() {
    for query in ["制裁", "朝鮮", "Russia", "普丁", "strateg*", "Putin OR 金正恩"] {
        let results = ask(query);
        let in_order = concordance(corpus(), &results, LineSort::Corpus);
        assert!(in_order.len() > 3, "{query}");
        for sort in [LineSort::Left, LineSort::Right] {
            let lines = concordance(corpus(), &results, sort);
            let key = |line: &vitrine_search::Line| {
                let text = corpus().text(line.passage);
                let mut side = match sort {
                    LineSort::Left => neighbours(&text[..line.key.start]),
                    _ => neighbours(&text[line.key.end..]),
                };
                if sort == LineSort::Left {
                    side.reverse();
                }
                side.truncate(5);
                side
            };
            // A stable sort of the lines in corpus order, by whole neighbours rather than by letters.
            let mut expected = in_order.clone();
            expected.sort_by_key(key);
            assert_eq!(lines, expected, "{query} by {sort:?}");
        }
    }
}

/// The words of a line that were searched for.
fn written(line: &vitrine_search::Line) -> Cow<'static, str> {
    part(&corpus().text(line.passage), line.key.clone())
}

#[test]
fn what_stands_for_the_query_appears_as_it_is_written() {
    let lines = concordance(corpus(), &ask("普丁"), LineSort::Corpus);
    let written: BTreeSet<_> = lines.iter().map(written).collect();
    assert!(written.contains("普京") && written.contains("Putin"), "{written:?}");
}

#[test]
fn a_beginning_of_words_is_shown_as_the_words() {
    let lines = concordance(corpus(), &ask("sanct*"), LineSort::Corpus);
    let written: BTreeSet<String> = lines.iter().map(|line| written(line).to_lowercase()).collect();
    assert!(written.contains("sanctions") && !written.contains("sanct"), "{written:?}");
}

#[test]
fn what_looks_for_no_words_has_no_lines() {
    for query in ["", "theme:labor", "-制裁"] {
        assert!(concordance(corpus(), &ask(query), LineSort::Left).is_empty(), "{query}");
    }
}

#[test]
fn lines_are_counted_by_document_and_theme() {
    let lines = concordance(corpus(), &ask("制裁"), LineSort::Right);
    let document = vitrine_corpus::facet::position("doc").unwrap();
    assert_eq!(count_lines(corpus(), document, &lines).iter().sum::<u32>(), lines.len() as u32);
    for (value, count) in count_lines(corpus(), 0, &lines).into_iter().enumerate() {
        let has = |n: usize| corpus().facets[0].of_passage(n).any(|other| other == value);
        let recount = lines.iter().filter(|line| has(line.passage)).count();
        assert_eq!(count as usize, recount);
    }
}

#[test]
fn the_table_of_lines_has_a_row_for_each() {
    let lines = concordance(corpus(), &ask("金正恩"), LineSort::Corpus);
    let table = concordance_csv(corpus(), &lines, 5, &|id| format!("#at={id}"));
    assert!(table.starts_with("\u{feff}document,passage,lang,left,key,right,link\r\n"));
    assert_eq!(table.matches("\r\n").count(), lines.len() + 1);
    let first = corpus().passage_id(lines[0].passage);
    assert!(table.contains(&format!(",{first},")) && table.contains(&format!("#at={first}")));
}

#[test]
fn no_cell_of_the_table_of_lines_is_run_as_a_formula() {
    // What follows it is “-103”.
    let lines = concordance(corpus(), &ask("Express"), LineSort::Corpus);
    let table = concordance_csv(corpus(), &lines, 5, &|id| format!("#at={id}"));
    assert!(table.contains("Express,'-103"), "{table}");
    assert!(!table.contains(",-") && !table.contains(",\"-"), "{table}");
}

/// Each term with how often it is said in passages that `wanted` takes and in the others.
fn recount(wanted: impl Fn(usize) -> bool) -> BTreeMap<usize, (u32, u32, u32)> {
    let mut counts: BTreeMap<usize, (u32, u32, u32)> = BTreeMap::new();
    appendix().terms.each(|term, passage, times| {
        let count = counts.entry(term).or_default();
        match wanted(passage) {
            true => {
                count.0 += times;
                count.1 += 1;
            }
            false => count.2 += times,
        }
    });
    counts
}

/// G² by the definition of the likelihood itself: twice the log of how much likelier the counts are
/// with a share of its own on each side than with one share on both.
fn likelihood_ratio(k1: f64, n1: f64, k2: f64, n2: f64) -> f64 {
    let log = |p: f64, k: f64, n: f64| {
        (if k > 0.0 { k * p.ln() } else { 0.0 })
            + (if n > k { (n - k) * (1.0 - p).ln() } else { 0.0 })
    };
    let p = (k1 + k2) / (n1 + n2);
    2.0 * (log(k1 / n1, k1, n1) + log(k2 / n2, k2, n2) - log(p, k1, n1) - log(p, k2, n2))
}

#[test]
fn frequencies_are_those_of_a_recount_and_keyness_is_the_likelihood_ratio() {
    for facet in 0..FACETS.len() {
        for value in 0..corpus().facets[facet].values.len().min(8) {
            let results = only(facet, value);
            let hits: BTreeSet<usize> = results.hits.iter().map(|hit| hit.passage).collect();
            let list = terms(corpus(), &appendix().terms, &results, TermSort::Frequency);
            let expected = recount(|passage| hits.contains(&passage));
            let length = |n: &usize| appendix().terms.length(*n);
            assert_eq!(list.words, hits.iter().map(length).sum::<u32>());
            assert_eq!(
                list.words + list.rest,
                (0..corpus().passages.len()).map(|n| length(&n)).sum::<u32>()
            );
            assert_eq!(list.terms.len(), expected.values().filter(|count| count.0 > 0).count());
            assert!(list.terms.is_sorted_by_key(|term| (u32::MAX - term.times, term.term)));
            for term in &list.terms {
                assert_eq!((term.times, term.passages, term.elsewhere), expected[&term.term]);
                let Some(keyness) = term.keyness else { continue };
                let [k1, n1, k2, n2] =
                    [term.times, list.words, term.elsewhere, list.rest].map(f64::from);
                let g2 = likelihood_ratio(k1, n1, k2, n2).max(0.0);
                assert!(
                    (f64::from(keyness.abs()) - g2).abs() < 1e-3 * g2.max(1.0),
                    "{keyness} {g2}"
                );
                assert!(g2 < 1e-6 || (keyness > 0.0) == (k1 / n1 > k2 / n2));
            }
        }
    }
}

#[test]
fn key_words_come_first_and_avoided_ones_last() {
    let labor = corpus().facets[0].value("labor").unwrap();
    let list = terms(corpus(), &appendix().terms, &only(0, labor), TermSort::Keyness);
    let keyness: Vec<f32> = list.terms.iter().map(|term| term.keyness.unwrap()).collect();
    assert!(keyness.is_sorted_by(|a, b| a >= b) && keyness[0] > 10.83);
    assert!(keyness.last().is_some_and(|last| *last < 0.0));
    let first: Vec<&str> =
        list.terms.iter().take(8).map(|term| appendix().terms.words.get(term.term)).collect();
    assert!(
        first.iter().any(|term| ["勞工", "勞動力", "workers", "劳工", "劳动力"].contains(term)),
        "{first:?}"
    );
}

#[test]
fn without_a_rest_there_is_no_keyness() {
    let list = terms(corpus(), &appendix().terms, &ask(""), TermSort::Keyness);
    assert!(list.rest == 0 && list.words > 1000);
    assert!(list.terms.iter().all(|term| term.keyness.is_none()));
    assert!(list.terms.is_sorted_by(|a, b| a.times >= b.times));
    assert!(
        terms(corpus(), &appendix().terms, &ask("zzzzqqqq"), TermSort::Keyness).terms.is_empty()
    );
}

#[test]
fn repeats_and_boilerplate_have_no_words() {
    for role in HIDDEN_ROLES {
        let Some(value) = corpus().facets[ROLE].value(role) else { continue };
        let list = terms(corpus(), &appendix().terms, &only(ROLE, value), TermSort::Frequency);
        assert_eq!((list.words, list.terms.len()), (0, 0), "{role}");
    }
}

#[test]
fn terms_are_words_of_any_script_and_each_stands_once() {
    let words: Vec<&str> = appendix().terms.words.iter().collect();
    let folded: Vec<String> = words.iter().map(|word| corpus().fold.fold(word).text).collect();
    assert!(folded.is_sorted_by(|a, b| a < b), "sorted by their folding, no two the same");
    for name in ["soviet union", "金正恩", "Moscow", "制裁", "俄罗斯"] {
        assert!(folded.contains(&corpus().fold.fold(name).text), "{name} is no term");
    }
    for small in ["the", "2024", "的", "我们", "年"] {
        assert!(!folded.contains(&corpus().fold.fold(small).text), "{small} is a term");
    }
}

#[test]
fn a_term_is_said_where_its_list_says_so() {
    let folded: Vec<String> =
        appendix().terms.words.iter().map(|word| corpus().fold.fold(word).text).collect();
    appendix().terms.each(|term, passage, times| {
        let said = corpus().passages[passage].folded.matches(&*folded[term]).count();
        assert!(said >= times as usize, "{} in {passage}: {said} < {times}", folded[term]);
    });
}

#[test]
fn collocates_stand_together_more_often_than_by_chance() {
    let results = ask("");
    let find = |word: &str| appendix().terms.words.iter().position(|other| other == word).unwrap();
    let term = find("俄朝");
    let found = collocates(corpus(), &appendix().terms, &results, term, 10);
    assert!(!found.is_empty() && found.len() <= 10 && found.iter().all(|other| other.term != term));
    assert!(found.is_sorted_by(|a, b| a.strength >= b.strength));
    let mut of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let shown: BTreeSet<usize> = results.hits.iter().map(|hit| hit.passage).collect();
    appendix().terms.each(|term, passage, _| {
        if shown.contains(&passage) {
            of.entry(term).or_default().insert(passage);
        }
    });
    let all = shown.iter().filter(|&&n| appendix().terms.length(n) > 0).count() as f64;
    for other in found {
        let both = of[&other.term].intersection(&of[&term]).count();
        assert_eq!(other.together as usize, both);
        let (with, said) = (of[&term].len() as f64, of[&other.term].len() as f64);
        let both = both as f64;
        let g2 = likelihood_ratio(both, with, said - both, all - with);
        assert!((f64::from(other.strength) - g2).abs() < 1e-2, "{} {g2}", other.strength);
    }
}

#[test]
fn the_table_of_terms_has_a_row_for_each() {
    let list = terms(corpus(), &appendix().terms, &only(0, 0), TermSort::Keyness);
    let table = terms_csv(&appendix().terms, &list);
    assert_eq!(table.matches("\r\n").count(), list.terms.len() + 1);
    assert!(
        table.starts_with(
            "\u{feff}term,times,passages,times_elsewhere,g2,words,words_elsewhere\r\n"
        )
    );
}
