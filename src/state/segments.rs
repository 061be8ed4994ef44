//! Which stretches of a text are marked, and as what? Sets of marks that may overlap become one row of
//! stretches.

use std::ops::Range;

use vitrine_corpus::order;

/// A stretch of text with the same marks throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// In bytes of the text.
    pub range: Range<usize>,
    /// The words that were searched for.
    pub is_hit: bool,
    /// The words that made a label.
    pub is_evidence: bool,
    /// The words that a link points at.
    pub is_linked: bool,
}

/// Cuts `within` into stretches. Marks outside of it are left out.
pub fn segments(
    within: Range<usize>,
    hits: &[Range<usize>],
    evidence: &[Range<usize>],
    linked: &[Range<usize>],
) -> Vec<Segment> {
    let mut cuts = vec![within.start as u64, within.end as u64];
    for mark in hits.iter().chain(evidence).chain(linked) {
        let cut = [mark.start, mark.end].into_iter().filter(|cut| within.contains(cut));
        cuts.extend(cut.map(|cut| cut as u64));
    }
    let cuts: Vec<usize> = order::each_once(cuts).into_iter().map(order::second).collect();
    let covers = |marks: &[Range<usize>], at: usize| marks.iter().any(|mark| mark.contains(&at));
    cuts.windows(2)
        .map(|cut| Segment {
            range: cut[0]..cut[1],
            is_hit: covers(hits, cut[0]),
            is_evidence: covers(evidence, cut[0]),
            is_linked: covers(linked, cut[0]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;

    #[test]
    fn overlapping_marks_are_cut_apart() {
        let shown: Vec<String> =
            segments(0..10, from_ref(&(2..6)), &[4..8, 20..30], from_ref(&(7..9)))
                .iter()
                .map(|s| {
                    format!(
                        "{:?}{}{}{}",
                        s.range,
                        ["", "h"][s.is_hit as usize],
                        ["", "e"][s.is_evidence as usize],
                        ["", "l"][s.is_linked as usize]
                    )
                })
                .collect();
        assert_eq!(shown, ["0..2", "2..4h", "4..6he", "6..7e", "7..8el", "8..9l", "9..10"]);
    }

    #[test]
    fn a_part_is_cut_at_its_ends() {
        let part = segments(3..5, from_ref(&(2..6)), &[], &[]);
        let whole = Segment { range: 3..5, is_hit: true, is_evidence: false, is_linked: false };
        assert_eq!(part, [whole]);
        assert!(segments(0..0, &[], &[], &[]).is_empty());
    }
}
