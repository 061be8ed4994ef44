//! What is there to say about how the corpus was read? Counts and shares, as the page shows them.

use vitrine_corpus::model::{ArchivedCorpus, ArchivedTally};

/// What was found in a corpus beside the labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// Passages that say again what an earlier one says.
    pub repeats: usize,
    /// Pairs of a passage and its translation.
    pub translations: usize,
    /// Dates.
    pub dates: usize,
    /// Those of them that the words alone do not place.
    pub placed: usize,
    /// Quantities.
    pub figures: usize,
    /// Events that several passages tell of.
    pub shared_events: usize,
    /// Those of them that the passages date differently.
    pub disputed_events: usize,
}

impl Found {
    /// Counts them.
    pub fn of(corpus: &ArchivedCorpus) -> Found {
        let mut found = Found::default();
        for (n, passage) in corpus.passages.iter().enumerate() {
            found.repeats += usize::from(passage.repeats().is_some());
            found.translations += usize::from(passage.parallel().is_some_and(|twin| twin > n));
            found.dates += passage.dates().len();
            found.placed += passage.dates().iter().filter(|d| d.resolved_from.is_some()).count();
            found.figures += passage.figures().len();
        }
        for event in corpus.events.iter().filter(|event| event.witnesses.len() > 1) {
            found.shared_events += 1;
            found.disputed_events += usize::from(!event.agrees);
        }
        found
    }
}

/// Precision, recall and F1 of a tally, with two decimals; a share of nothing is a dash.
pub fn scores(tally: &ArchivedTally) -> [String; 3] {
    let (right, wrong, missed) =
        (tally.right.to_native(), tally.wrong.to_native(), tally.missed.to_native());
    [
        share(right, right + wrong),
        share(right, right + missed),
        share(2 * right, 2 * right + wrong + missed),
    ]
}

/// A share with two decimals, rounded. By whole numbers, as writing fractions costs kilobytes.
fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let hundredths = (u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2);
    let digits = [hundredths / 100, hundredths / 10 % 10, hundredths % 10];
    format!("{}.{}{}", digits[0], digits[1], digits[2])
}

/// A share in per cent, rounded.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole) / (whole * 2).max(1)
}

#[cfg(test)]
mod tests {
    use super::{percent, share};

    #[test]
    fn shares_are_rounded_to_the_nearest() {
        assert_eq!(
            [share(2, 3), share(1, 1), share(0, 5), share(199, 200)],
            ["0.67", "1.00", "0.00", "1.00"]
        );
        assert_eq!(share(0, 0), "–");
        assert_eq!([percent(1, 8), percent(2, 3), percent(0, 0)], [13, 67, 0]);
    }
}
