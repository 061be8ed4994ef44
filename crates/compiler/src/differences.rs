//! Where do two passages that say nearly the same say different things? Found when the corpus is compiled, by
//! words as [`super::similar`] compares them, so that another script or another comma is no difference.

use std::ops::Range;

use ::similar::{Algorithm, DiffTag, capture_diff_slices};
use vitrine_corpus::fold::original_spans;
use vitrine_corpus::model::{Differences, Passage, SimilarKind};

use crate::folding::Folding;
use crate::similar::token_spans;

/// Longer passages, in words, are not compared: the work grows with the square of what differs.
const LONGEST: usize = 4_000;

/// Fewer words in common than this between two differences leave them one.
const LEAST_BETWEEN: usize = 2;

/// What passages say otherwise than those that list them as saying nearly the same.
pub(crate) fn of(passages: &[Passage], folding: &Folding) -> Differences {
    let words: Vec<Option<Vec<Range<usize>>>> = passages
        .iter()
        .map(|passage| {
            let is_copied = passage.similar.iter().any(|other| other.kind != SimilarKind::Kin);
            is_copied.then(|| token_spans(&passage.folded))
        })
        .collect();
    let mut differences = Differences::default();
    for (n, passage) in passages.iter().enumerate() {
        let mut others: Vec<usize> = passage
            .similar
            .iter()
            .filter(|other| other.kind != SimilarKind::Kin)
            .map(|other| other.passage as usize)
            .collect();
        others.sort_unstable();
        for other in others {
            let (Some(own), Some(theirs)) = (&words[n], &words[other]) else { continue };
            if own.len().max(theirs.len()) <= LONGEST {
                let spans = said_otherwise((passage, own), (&passages[other], theirs), folding);
                differences.push(n as u32, other as u32, &spans);
            }
        }
    }
    differences
}

/// The stretches of the other passage that this one does not have, in bytes of its text.
fn said_otherwise(
    (passage, own): (&Passage, &[Range<usize>]),
    (other, theirs): (&Passage, &[Range<usize>]),
    folding: &Folding,
) -> Vec<Range<usize>> {
    let texts = |passage: &'_ Passage, spans: &[Range<usize>]| -> Vec<String> {
        spans.iter().map(|span| passage.folded[span.clone()].to_owned()).collect()
    };
    let (before, after) = (texts(passage, own), texts(other, theirs));
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let new = step.new_range();
        if step.tag() == DiffTag::Equal || new.is_empty() {
            continue;
        }
        match stretches.last_mut() {
            Some(last) if new.start - last.end < LEAST_BETWEEN => last.end = new.end,
            _ => stretches.push(new),
        }
    }
    let folded: Vec<Range<usize>> = stretches
        .iter()
        .map(|stretch| theirs[stretch.start].start..theirs[stretch.end - 1].end)
        .collect();
    original_spans(folding.table(), &other.text, &other.folded, other.aligned, &folded)
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::model::Similar;

    use super::*;

    /// What the second of two texts says otherwise than the first.
    fn otherwise<'a>(first: &str, second: &'a str) -> Vec<&'a str> {
        let folding = Folding::new([first, second].into_iter());
        let mut passages = [first, second].map(crate::samples::passage);
        for passage in &mut passages {
            let folded = folding.fold(&passage.text);
            (passage.folded, passage.aligned) = (folded.text, folded.aligned);
        }
        for (n, other) in [(0, 1), (1, 0)] {
            let similar = Similar { passage: other, score: 70, kind: SimilarKind::NearCopy };
            passages[n].similar.push(similar);
        }
        let differences = of(&passages, &folding);
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&differences).unwrap();
        let archived =
            rkyv::access::<vitrine_corpus::model::ArchivedDifferences, rkyv::rancor::Error>(&bytes)
                .unwrap();
        archived.between(0, 1).map(|span| &second[span]).collect()
    }

    #[test]
    fn another_word_is_a_difference_and_another_script_or_comma_is_none() {
        assert_eq!(
            otherwise(
                "Russia sent 10,000 men to the North.",
                "Russia, sent 12,000 men to the North!"
            ),
            ["12"]
        );
        assert!(otherwise("對俄羅斯的製裁很難恢復。", "对俄罗斯的制裁很难恢复").is_empty());
        assert_eq!(otherwise("朝鮮向俄羅斯派兵一萬人", "朝鮮向烏克蘭派兵三萬人"), ["烏克蘭", "三"]);
    }

    #[test]
    fn what_is_left_out_is_no_stretch_and_what_stands_close_is_one() {
        assert!(otherwise("one two three four five six", "one two three six").is_empty());
        assert_eq!(otherwise("a b c d e f", "a x c y e f"), ["x c y"]);
    }
}
