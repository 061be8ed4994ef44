//! In what company does a word stand? A concordance: each hit on a line of its own, between the words
//! before and after it (keyword in context, KWIC).
//!
//! The key of a line is what the results mark: the query's own words and what stands for them, each as
//! it is written there. Words that touch are one key, and a key never ends inside a word of a script
//! with spaces. The window is counted in *neighbours*: a neighbour is a word in scripts with spaces and
//! a character in scripts without, so that a text that mixes both is measured as it goes.

use std::ops::Range;

use vitrine_corpus::csv;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::order;
use vitrine_corpus::text::{is_unspaced, is_word};

use crate::{Marker, Results};

/// How many lines there are at most: nobody reads more, and a single character of a large corpus has
/// hundreds of thousands.
pub const MOST_LINES: usize = 20_000;

/// How many neighbours decide an order.
const DEEP: usize = 5;

/// The order of the lines. Ties are in corpus order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LineSort {
    /// As the documents stand in the corpus.
    #[default]
    Corpus,
    /// By the neighbours before the key, from the key outwards.
    Left,
    /// By the neighbours after it.
    Right,
}

/// A hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index into the corpus' passages.
    pub passage: usize,
    /// The key, in bytes of the passage's text.
    pub key: Range<usize>,
}

/// What stands around a key: bytes of the passage's text that end and begin where the key does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Before the key.
    pub left: Range<usize>,
    /// After it.
    pub right: Range<usize>,
}

/// The lines of all hits, the first [`MOST_LINES`] in corpus order, sorted. Results without words that
/// were searched for (none was, or only values of facets were) have no lines.
pub fn concordance(corpus: &ArchivedCorpus, results: &Results, sort: LineSort) -> Vec<Line> {
    let passages = order::places(results.hits.iter().map(|hit| hit.passage));
    // With what it is sorted by.
    let mut lines: Vec<(String, Line)> = Vec::new();
    let marker = Marker::new(corpus, &results.reading);
    for passage in passages {
        if lines.len() >= MOST_LINES {
            break;
        }
        let text = corpus.text(passage);
        let mut end = 0;
        for mark in marker.marks(passage) {
            let key = whole_words(&text, mark);
            if key.start >= end && !key.is_empty() {
                end = key.end;
                lines.push((neighbours(corpus, &text, &key, sort), Line { passage, key }));
            }
        }
    }
    lines.truncate(MOST_LINES);
    lines.sort_by(|(a, _), (b, _)| a.cmp(b));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The context of a key: up to `window` neighbours on each side. What stands beyond the last neighbour
/// of the text, such as its full stop, belongs to a context that reaches it.
pub fn context(text: &str, key: &Range<usize>, window: usize) -> Context {
    let mut start = key.start;
    for _ in 0..window {
        let Some(neighbour) = last_neighbour(&text[..start]) else { break };
        start = neighbour.start;
    }
    if last_neighbour(&text[..start]).is_none() {
        start = 0;
    }
    let mut end = key.end;
    for _ in 0..window {
        let Some(neighbour) = first_neighbour(&text[end..]) else { break };
        end += neighbour.end;
    }
    if first_neighbour(&text[end..]).is_none() {
        end = text.len();
    }
    Context { left: start..key.start, right: key.end..end }
}

/// How many lines each value of a facet has.
pub fn count_lines(corpus: &ArchivedCorpus, facet: usize, lines: &[Line]) -> Vec<u32> {
    let facet = &corpus.facets[facet];
    let mut counts = vec![0; facet.values.len()];
    for line in lines {
        facet.of_passage(line.passage).for_each(|value| counts[value] += 1);
    }
    counts
}

/// The lines as a table for spreadsheets: document, passage id, language, left, key, right, link.
/// `link` gives a passage's address.
pub fn concordance_csv(
    corpus: &ArchivedCorpus,
    lines: &[Line],
    window: usize,
    link: &dyn Fn(&str) -> String,
) -> String {
    let mut table = csv::BOM.to_owned();
    csv::head(&mut table, &["document", "passage", "lang", "left", "key", "right", "link"]);
    for line in lines {
        let passage = &corpus.passages[line.passage];
        let document = &corpus.documents[passage.document.to_native() as usize];
        let lang = &corpus.languages[usize::from(passage.lang.to_native())];
        let text = corpus.text(line.passage);
        let context = context(&text, &line.key, window);
        let [left, key, right] =
            [context.left, line.key.clone(), context.right].map(|span| &text[span]);
        let id = corpus.passage_id(line.passage);
        let link = link(&id);
        let cells = [&*document.id, &id, lang, left, key, right, &link];
        csv::row(&mut table, &cells.map(csv::Cell::Text));
    }
    table
}

/// What a line is sorted by: its neighbours, folded, each ended by a sign below every other, so that a
/// word stands before those it begins. A line without neighbours comes first.
///
/// In the order of the corpus, lines are sorted by nothing.
fn neighbours(
    corpus: &ArchivedCorpus,
    text: &str,
    line_key: &Range<usize>,
    sort: LineSort,
) -> String {
    let (mut before, mut after) = (&text[..line_key.start], &text[line_key.end..]);
    let mut key = String::new();
    for _ in 0..DEEP {
        let neighbour = match sort {
            LineSort::Corpus => None,
            LineSort::Left => last_neighbour(before),
            LineSort::Right => first_neighbour(after),
        };
        let Some(neighbour) = neighbour else { break };
        let side = if sort == LineSort::Left { before } else { after };
        key.push_str(&corpus.fold.fold(&side[neighbour.clone()]).text);
        key.push('\u{1}');
        (before, after) = (&side[..neighbour.start], &side[neighbour.end..]);
    }
    key
}

fn first_neighbour(text: &str) -> Option<Range<usize>> {
    let (start, first) = text.char_indices().find(|(_, c)| is_unspaced(*c) || is_word(*c))?;
    let length = match is_unspaced(first) {
        true => first.len_utf8(),
        false => text[start..].find(|c| !is_word(c)).unwrap_or(text.len() - start),
    };
    Some(start..start + length)
}

fn last_neighbour(text: &str) -> Option<Range<usize>> {
    let (at, last) = text.char_indices().rev().find(|(_, c)| is_unspaced(*c) || is_word(*c))?;
    let end = at + last.len_utf8();
    let start = match is_unspaced(last) {
        true => at,
        false => {
            let not_word = text[..at].char_indices().rev().find(|(_, c)| !is_word(*c));
            not_word.map_or(0, |(before, c)| before + c.len_utf8())
        }
    };
    Some(start..end)
}

/// The span, with the whole of the words that it cuts.
fn whole_words(text: &str, span: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = span;
    if text[start..].starts_with(is_word) {
        start = text[..start].trim_end_matches(is_word).len();
    }
    if text[..end].ends_with(is_word) {
        end = text.len() - text[end..].trim_start_matches(is_word).len();
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, key: &str, window: usize) -> (String, String) {
        let start = text.find(key).unwrap();
        let context = context(text, &(start..start + key.len()), window);
        (text[context.left].to_owned(), text[context.right].to_owned())
    }

    #[test]
    fn the_window_counts_words_here_and_characters_there() {
        let text = "After the summit, Putin and Kim signed a treaty.";
        assert_eq!(around(text, "Kim", 2), ("Putin and ".into(), " signed a".into()));
        let text = "雙方2024年6月在平壤簽署了條約。";
        assert_eq!(around(text, "平壤", 3), ("6月在".into(), "簽署了".into()));
        assert_eq!(around(text, "平壤", 0), (String::new(), String::new()));
        assert_eq!(around("對Vladimir Putin說", "Putin", 2).0, "對Vladimir ");
    }

    #[test]
    fn a_window_that_reaches_the_end_takes_what_is_there() {
        let text = "“Aid” came.";
        assert_eq!(around(text, "came", 1), ("“Aid” ".into(), ".".into()));
    }

    #[test]
    fn a_key_is_made_of_whole_words() {
        assert_eq!(whole_words("the sanctions hold", 4..9), 4..13);
        assert_eq!(whole_words("new sanctions", 0..4), 0..4);
        assert_eq!(whole_words("全面制裁", 6..9), 6..9);
    }
}
