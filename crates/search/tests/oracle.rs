//! The search against naive oracles, over the project's own corpus: what it finds is what a plain
//! scan finds, what it counts is what a recount gives, and no text is too strange to be read.

mod common;

use std::collections::BTreeSet;

use proptest::prelude::*;
use vitrine_corpus::facet::{FACETS, HIDDEN_ROLES, ROLE};
use vitrine_search::{
    FacetSelection, Marker, NoteKind, PartKind, Request, Results, Selection, Side, Sort, and,
    by_value, cross, excerpt, literally, marks, search, valued,
};

use common::corpus;

/// A selection that shows everything, repeats and boilerplate too.
fn everything() -> Selection {
    let mut selection = Selection::default();
    selection.facets[ROLE].include = (0..corpus().facets[ROLE].values.len()).collect();
    selection
}

fn passages(results: &Results) -> BTreeSet<usize> {
    results.hits.iter().map(|hit| hit.passage).collect()
}

/// A letter or digit of a script that has spaces between words.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&c)
}

/// Every passage that has the words, found by looking at each place of each passage.
fn scan(words: &str) -> BTreeSet<usize> {
    let wanted: Vec<char> = corpus().fold.fold(words).text.trim().chars().collect();
    let has = |folded: &str| {
        let text: Vec<char> = folded.chars().collect();
        (0..text.len()).any(|at| {
            let end = at + wanted.len();
            text[at..].starts_with(&wanted)
                && !(at > 0 && is_word(text[at - 1]) && is_word(wanted[0]))
                && !(end < text.len() && is_word(text[end]) && is_word(wanted[wanted.len() - 1]))
        })
    };
    let all = corpus().passages.iter().enumerate();
    all.filter(|(_, passage)| has(&passage.folded)).map(|(n, _)| n).collect()
}

/// Those of the passages that have a value.
fn recount(found: &BTreeSet<usize>, facet: usize, value: usize) -> BTreeSet<usize> {
    let facet = &corpus().facets[facet];
    found.iter().copied().filter(|&n| facet.of_passage(n).any(|own| own == value)).collect()
}

proptest! {
    #[test]
    fn facets_meet_as_often_as_a_recount_says(
        query in prop_oneof![Just(""), Just("制裁"), Just("Russia"), Just("zzzz")],
        rows in 0..FACETS.len(),
        cols in 0..FACETS.len(),
        left_out in 0..4_usize,
    ) {
        let request = Request { query: query.to_owned(), ..Request::default() };
        let results = search(corpus(), &request);
        let found = passages(&results);
        // Backwards and with some left out: a table is not the whole facet in its own order.
        let values = |facet: usize| -> Vec<usize> {
            (0..corpus().facets[facet].values.len()).rev().filter(|n| n % 4 != left_out).collect()
        };
        let (of_rows, of_cols) = (values(rows), values(cols));
        let row_side = Side { facet: rows, values: &of_rows };
        let table = cross(corpus(), &results.hits, row_side, Side { facet: cols, values: &of_cols });
        let counts = by_value(corpus(), &results.hits, cols);
        for (c, &col) in of_cols.iter().enumerate() {
            let with_col = recount(&found, cols, col);
            prop_assert_eq!(table.cols[c] as usize, with_col.len());
            prop_assert_eq!(counts[col] as usize, with_col.len());
            for (r, &row) in of_rows.iter().enumerate().take(12) {
                let cell = table.cells[r * of_cols.len() + c] as usize;
                prop_assert_eq!(cell, recount(&with_col, rows, row).len());
                prop_assert_eq!(table.rows[r] as usize, recount(&found, rows, row).len());
            }
        }
    }
}

/// Some characters of some passage: (passage, start, length) taken modulo what there is.
fn substring((passage, start, length): (usize, usize, usize)) -> String {
    let text = corpus().text(passage % corpus().passages.len());
    let text: Vec<char> = text.chars().collect();
    let start = start % text.len();
    text[start..text.len().min(start + length)].iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Any run of one to eight characters of the corpus, asked for as a phrase.
    #[test]
    fn a_phrase_is_found_where_a_scan_finds_it(place in (any::<usize>(), any::<usize>(), 1usize..=8)) {
        let words = substring(place);
        let quotes = ['"', '“', '”', '„', '「', '」', '『', '』'];
        prop_assume!(!words.contains(quotes) && !corpus().fold.fold(&words).text.trim().is_empty());
        let request = Request { query: format!("\"{words}\""), selection: everything(), sort: Sort::Corpus, ..Request::default() };
        let results = search(corpus(), &request);
        prop_assert_eq!(passages(&results), scan(&words), "{}", words);
        for hit in &results.hits {
            prop_assert!(!marks(corpus(), &results.reading, hit.passage).is_empty());
        }
    }

    /// Every count is what a recount gives, whatever is chosen.
    #[test]
    fn counts_are_what_a_recount_gives(
        chosen in proptest::collection::vec((0..FACETS.len(), any::<usize>(), any::<bool>()), 0..5),
        all in any::<[bool; FACETS.len()]>(),
        words in prop_oneof![Just(""), Just("俄羅斯"), Just("制裁"), Just("Russia"), Just("theme:economic"), Just("-朝鮮")],
    ) {
        let corpus = corpus();
        let mut selection = Selection::default();
        for (facet, value, is_excluded) in chosen {
            let values = corpus.facets[facet].values.len();
            prop_assume!(values > 0);
            let FacetSelection { include, exclude, .. } = &mut selection.facets[facet];
            if is_excluded { exclude } else { include }.push(value % values);
        }
        for (facet, all) in selection.facets.iter_mut().zip(all) {
            facet.all = all;
        }
        let request = Request { query: words.to_owned(), selection: selection.clone(), sort: Sort::Corpus, ..Request::default() };
        let results = search(corpus, &request);
        let found = passages(&search(corpus, &Request { query: words.to_owned(), selection: everything(), sort: Sort::Corpus, ..Request::default() }));

        let passes = |passage: usize, facet: usize| {
            let values: BTreeSet<usize> = corpus.facets[facet].of_passage(passage).collect();
            let FacetSelection { include, exclude, all } = &selection.facets[facet];
            let hidden = |value: &usize| HIDDEN_ROLES.contains(&&*corpus.facets[ROLE].values[*value].id);
            let mut asked = include.iter().map(|value| values.contains(value));
            (include.is_empty() || if *all { asked.all(|has| has) } else { asked.any(|has| has) })
                && !exclude.iter().any(|value| values.contains(value))
                && !(facet == ROLE && include.is_empty() && values.iter().any(hidden))
        };
        let expected: BTreeSet<usize> =
            found.iter().copied().filter(|&p| (0..FACETS.len()).all(|facet| passes(p, facet))).collect();
        prop_assert_eq!(&passages(&results), &expected);
        let document = |p: &usize| corpus.passages[*p].document.to_native();
        prop_assert_eq!(results.documents, expected.iter().map(document).collect::<BTreeSet<_>>().len());
        for facet in 0..FACETS.len() {
            let base: Vec<usize> = found
                .iter()
                .copied()
                .filter(|&p| {
                    let FacetSelection { include, all, .. } = &selection.facets[facet];
                    let stays = *all && !include.is_empty();
                    (0..FACETS.len()).all(|other| other == facet && !stays || passes(p, other))
                })
                .collect();
            let without: Vec<usize> =
                base.iter().copied().filter(|&p| corpus.facets[facet].of_passage(p).next().is_none()).collect();
            if !corpus.facets[facet].is_unused() {
                let count = results.counts[facet].without;
                prop_assert_eq!(count.passages as usize, without.len());
                prop_assert_eq!(count.documents as usize, without.iter().map(document).collect::<BTreeSet<_>>().len());
            }
            for value in 0..corpus.facets[facet].values.len() {
                let with: Vec<usize> =
                    base.iter().copied().filter(|&p| corpus.facets[facet].of_passage(p).any(|v| v == value)).collect();
                let count = results.counts[facet].values[value];
                prop_assert_eq!(count.passages as usize, with.len());
                prop_assert_eq!(count.documents as usize, with.iter().map(document).collect::<BTreeSet<_>>().len());
            }
        }
    }

    /// Whatever a query is, with one part more it finds what it found that has the part as well.
    #[test]
    fn a_query_with_one_part_more_finds_what_both_find(
        query in r#"([-()"“”「+ ]|制裁|朝鮮|Russia|aid|2024|theme:|role:content|doc:a"| OR |OR|AND |NOT | NOT|\)){0,14}"#,
        part in prop_oneof![
            Just(literally("Russia")),
            Just(literally("Kim Jong Un")),
            Just(literally("朝鮮(")),
            Just(valued("theme", "labor")),
            Just(valued("lang", "en")),
        ],
    ) {
        let ask = |query: &str| {
            let request = Request { query: query.to_owned(), selection: everything(), ..Request::default() };
            search(corpus(), &request)
        };
        let joined = and(corpus(), &query, &part);
        let [own, other, both] = [&query, &part, &joined].map(|query| ask(query));
        // What is found near what was asked for, and words that are asked for only where there are no others, are
        // not what this is about.
        let is_exact = |results: &Results| {
            let is_near = |kind: &NoteKind| matches!(kind, NoteKind::Relaxed | NoteKind::Widened | NoteKind::TooDeep);
            !results.reading.notes.iter().any(|note| is_near(&note.kind))
                && !results.reading.parts.iter().any(|part| part.kind == PartKind::StopWord)
        };
        prop_assume!([&own, &other, &both].into_iter().all(is_exact));
        let expected = passages(&own).intersection(&passages(&other)).copied().collect();
        prop_assert_eq!(passages(&both), expected, "“{}” with “{}”: “{}”", query, part, joined);
    }

    /// Nothing a reader can write breaks the reading, and what it says of places is true.
    #[test]
    fn every_query_is_read(query in r#"(\PC|[-()"“”「」:：*+ ]|OR |AND |theme:|date:|figure:|朝鮮|2024){0,40}"#) {
        let results = search(corpus(), &Request { query: query.clone(), ..Request::default() });
        for note in &results.reading.notes {
            prop_assert!(query.get(note.span.clone()).is_some());
            prop_assert!(!note.kind.to_string().is_empty());
        }
        for part in &results.reading.parts {
            prop_assert_eq!(query.get(part.span.clone()), Some(part.text.as_str()));
        }
        for hit in results.hits.iter().take(5) {
            let text = corpus().text(hit.passage);
            let marks = marks(corpus(), &results.reading, hit.passage);
            prop_assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some()));
            let shown = excerpt(&text, &marks, 120);
            prop_assert!(text.get(shown.range).is_some());
            let folded_marks = Marker::new(corpus(), &results.reading).folded_marks(hit.passage);
            prop_assert_eq!(&corpus().original_spans(hit.passage, &folded_marks), &marks);
            let shown = excerpt(&corpus().passages[hit.passage].folded, &folded_marks, 120);
            let mut part = String::new();
            corpus().push_original(hit.passage, shown.range, &mut part);
            prop_assert!(text.contains(&part));
        }
    }
}

/// What excludes nothing leaves the bracket behind it to the group.
#[test]
fn a_sign_with_nothing_behind_it_ends_with_its_group() {
    let ask = |query: &str| {
        passages(&search(corpus(), &Request { query: query.to_owned(), ..Request::default() }))
    };
    let expected = ask("(制裁) Russia");
    for query in
        ["(制裁 NOT NOT) Russia", "(制裁 -NOT) Russia", "(制裁 NOT) Russia", "(制裁 --) Russia"]
    {
        assert_eq!(ask(query), expected, "{query}");
    }
}

#[test]
fn both_scripts_find_the_same() {
    for (a, b) in [
        ("朝鲜", "朝鮮"),
        ("战略伙伴", "戰略夥伴"),
        ("对俄制裁", "對俄製裁"),
        ("升温", "升溫"),
        ("PYONGYANG", "Pyŏngyang"),
    ] {
        let find = |query: &str| {
            passages(&search(corpus(), &Request { query: query.to_owned(), ..Request::default() }))
        };
        assert_eq!(find(a), find(b), "{a} and {b}");
        assert!(!find(a).is_empty(), "{a}");
    }
}

#[test]
fn a_word_inside_a_chinese_text_is_found() {
    let find =
        |query: &str| search(corpus(), &Request { query: query.to_owned(), ..Request::default() });
    assert_eq!(find("AUKUS").hits.len(), 2);
    assert!(!find("就AUKUS對").hits.is_empty());
    assert!(
        find("UKUS").reading.notes.iter().any(|note| note.kind.to_string().contains("closest"))
    );
    assert!(find("\"Singapore summit\"").hits.is_empty());
}

#[test]
fn an_empty_query_finds_everything_but_repeats_and_furniture() {
    let results = search(corpus(), &Request::default());
    let hidden: usize = HIDDEN_ROLES
        .iter()
        .map(|role| {
            let value = corpus().facets[ROLE].value(role).unwrap();
            results.counts[ROLE].values[value].passages as usize
        })
        .sum();
    assert!(hidden > 0);
    assert_eq!(results.hits.len() + hidden, corpus().passages.len());
}

#[test]
fn where_nothing_is_asked_the_counts_are_those_of_what_is_shown() {
    let corpus = corpus();
    let results = search(corpus, &Request::default());
    let shown = passages(&results);
    let all: BTreeSet<usize> = (0..corpus.passages.len()).collect();
    let count = |passages: Vec<usize>| {
        let documents = passages.iter().map(|n| corpus.passages[*n].document.to_native());
        (passages.len() as u32, documents.collect::<BTreeSet<_>>().len() as u32)
    };
    for (n, (facet, counts)) in corpus.facets.iter().zip(&results.counts).enumerate() {
        let base = if n == ROLE { &all } else { &shown };
        for (value, counted) in counts.values.iter().enumerate() {
            let having = facet.of_value(value).filter(|passage| base.contains(passage));
            let expected = count(having.collect());
            assert_eq!((counted.passages, counted.documents), expected, "{} {value}", facet.id);
        }
        let has_none = |passage: &usize| facet.of_passage(*passage).next().is_none();
        let without = match facet.is_unused() {
            true => (0, 0),
            false => count(base.iter().copied().filter(has_none).collect()),
        };
        let counted = counts.without;
        assert_eq!((counted.passages, counted.documents), without, "{} none", facet.id);
    }
}

#[test]
fn a_search_among_some_passages_finds_what_one_among_all_finds_of_them() {
    let corpus = corpus();
    let among: Vec<usize> = (0..corpus.passages.len()).step_by(3).collect();
    for query in ["", "sanctions", "朝鮮", "制裁 OR labor"] {
        let all = Request { query: query.to_owned(), sort: Sort::Corpus, ..Request::default() };
        let some = Request { among: Some(among.clone()), ..all.clone() };
        let (all, some) = (search(corpus, &all), search(corpus, &some));
        let expected: BTreeSet<usize> = passages(&all).into_iter().filter(|n| n % 3 == 0).collect();
        assert_eq!(passages(&some), expected, "{query}");
        // The kinds of passages are counted as if none were left out.
        let others = corpus.facets.iter().zip(&some.counts).filter(|(facet, _)| facet.id != "role");
        for (facet, counts) in others {
            for (value, count) in counts.values.iter().enumerate() {
                let own = facet.of_value(value).filter(|n| expected.contains(n)).count();
                assert_eq!(count.passages as usize, own, "{query}, {value}");
            }
        }
    }
}
