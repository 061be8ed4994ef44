//! Which words of a passage tell of which of its dates?

use std::ops::Range;

use vitrine_corpus::model::Passage;

use crate::enrich::dates::is_compared;

/// Fewer letters than this tell of nothing: “in 2022 and 2023, …”.
const MIN_LETTERS: usize = 4;

/// So many dates in a row are told by the words after the last of them; of a longer list those words do
/// not tell.
const MOST_LISTED: usize = 32;

/// The words that tell of each date of a passage: from where its part of the sentence begins to where
/// the next date's does. Of a date that something is only compared with, those of the date before it.
pub(super) fn clauses(passage: &Passage) -> Vec<Range<usize>> {
    let text = &passage.text;
    let spans: Vec<Range<usize>> =
        passage.dates.iter().map(|date| date.span.start as usize..date.span.end as usize).collect();
    let sentences = Sentences::new(text);
    let is_told = |span: &Range<usize>| !is_compared(text, span);
    let told: Vec<Range<usize>> = spans.iter().filter(|span| is_told(span)).cloned().collect();
    let of_told = between(text, &told, &sentences);
    let clause = |span: &Range<usize>| {
        let sentence = sentences.around(span);
        let n = told.partition_point(|told| told.start <= span.start);
        let last = n.checked_sub(1).filter(|&n| told[n].start >= sentence.start);
        last.map_or_else(|| trim(text, sentence), |n| of_told[n].clone())
    };
    spans.iter().map(clause).collect()
}

/// The words that tell of each of these dates: no other parts the sentences.
fn between(text: &str, spans: &[Range<usize>], sentences: &Sentences) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for (n, span) in spans.iter().enumerate() {
        let sentence = sentences.around(span);
        let before = n.checked_sub(1).map_or(0, |n| spans[n].end.min(span.start));
        let start = match before > sentence.start {
            true => before + part_start(&text[before..span.start]),
            false => sentence.start,
        };
        let next = spans[n + 1..].iter().find(|next| next.start >= span.end);
        let end = match next.filter(|next| next.start < sentence.end) {
            Some(next) => span.end + part_start(&text[span.end..next.start]),
            None => sentence.end,
        };
        clauses.push(start..end.max(span.end));
    }
    // How many dates the clause after this one goes on for.
    let mut listed = 1;
    for n in (0..clauses.len().saturating_sub(1)).rev() {
        let own = &text[clauses[n].clone()];
        let letters = own.chars().filter(|c| c.is_alphabetic()).count();
        let of_date = text[spans[n].clone()].chars().filter(|c| c.is_alphabetic()).count();
        let is_bare = letters < of_date + MIN_LETTERS && clauses[n].end == clauses[n + 1].start;
        if is_bare && listed < MOST_LISTED {
            clauses[n].end = clauses[n + 1].end;
            listed += 1;
        } else {
            listed = 1;
        }
    }
    clauses.into_iter().map(|clause| trim(text, clause)).collect()
}

/// Where the sentences of a text end, found once: a line may be full of dates.
struct Sentences {
    /// Where the sign that ends one stands, and where it is over.
    ends: Vec<Range<usize>>,
    length: usize,
}

impl Sentences {
    fn new(text: &str) -> Sentences {
        let ends = text
            .char_indices()
            .filter(|&(at, c)| ends_sentence(text, at, c))
            .map(|(at, c)| at..at + c.len_utf8())
            .collect();
        Sentences { ends, length: text.len() }
    }

    /// The sentence around a span.
    fn around(&self, span: &Range<usize>) -> Range<usize> {
        let before = self.ends.partition_point(|end| end.start < span.start);
        let start = before.checked_sub(1).map_or(0, |n| self.ends[n].end);
        let after = self.ends.partition_point(|end| end.start < span.end);
        let end = self.ends.get(after).map_or(self.length, |end| end.end);
        start..end
    }
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n' => true,
        // A point ends a sentence where a capital follows, and no single letter stands before it: the
        // U.S. does not.
        '.' => {
            let mut after = text[at + 1..].chars();
            let mut before = text[..at].chars().rev();
            after.next().is_some_and(char::is_whitespace)
                && after.next().is_none_or(|c| !c.is_lowercase())
                && before.next().is_some_and(char::is_alphanumeric)
                && before.next().is_some_and(char::is_alphanumeric)
        }
        _ => false,
    }
}

/// Where the part of a sentence begins that goes on beyond `between`.
fn part_start(between: &str) -> usize {
    let mark = between
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '，' | ',' | '、' | '：' | '(' | '（'));
    mark.map_or(between.len(), |(at, c)| at + c.len_utf8())
}

fn trim(text: &str, clause: Range<usize>) -> Range<usize> {
    let is_edge = |c: char| {
        c.is_whitespace() || matches!(c, '，' | ',' | '、' | '。' | '；' | ';' | '.' | '(' | '（')
    };
    let words = &text[clause.clone()];
    let start = clause.start + (words.len() - words.trim_start_matches(is_edge).len());
    let mut end = clause.end - (words.len() - words.trim_end_matches(is_edge).len());
    // A bracket that was opened before the clause.
    if start < end && !text[start..end].contains(['(', '（']) {
        end = start + text[start..end].trim_end_matches([')', '）']).len();
    }
    if start < end { start..end } else { clause }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_compared_parts_no_sentence() {
        let text = "2024年1—8月貿易額較2023年同期減少2.33%,為4560億美元。2023年另有一事";
        let span = |word: &str| {
            let start = text.find(word).unwrap();
            start..start + word.len()
        };
        let last = text.rfind("2023年").unwrap();
        assert!(is_compared(text, &span("2023年同期")));
        assert!(!is_compared(text, &span("2024年1—8月")) && !is_compared(text, &(last..last + 7)));
        let told = [span("2024年1—8月"), last..last + "2023年".len()];
        let clauses = between(text, &told, &Sentences::new(text));
        assert_eq!(
            &text[clauses[0].clone()],
            "2024年1—8月貿易額較2023年同期減少2.33%,為4560億美元"
        );
        assert_eq!(&text[clauses[1].clone()], "2023年另有一事");
    }

    #[test]
    fn a_sentence_is_that_of_the_span() {
        let text = "It fell. In 2019 it grew by 2.4; 2020年結束。End";
        let sentences = Sentences::new(text);
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            &text[sentences.around(&(start..start + word.len()))]
        };
        assert_eq!(at("fell"), "It fell.");
        assert_eq!(at("2019"), " In 2019 it grew by 2.4;");
        assert_eq!(at("2020"), " 2020年結束。");
        assert_eq!(at("End"), "End");
    }
}
