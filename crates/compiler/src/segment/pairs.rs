//! Which passage is the translation of which? In a document of two languages, the passages of the one
//! are aligned with those of the other: in order, each at most once, by length and by what both name.

use std::collections::BTreeSet;
use std::ops::Range;

use vitrine_corpus::model::{Passage, Role};

/// What leaving a passage without a partner costs. A pair must be better than leaving both alone.
const GAP: f64 = 0.35;

/// A document is bilingual if the passages of its second language, told in what they say, are at
/// least this share of those of its first.
const MIN_SHARE: f64 = 0.4;

/// Letters that say as much as one Chinese character, roughly.
const LETTERS_PER_HAN: f64 = 3.0;

/// Of longer documents no passages are paired: the table of the alignment, of all passages of the one
/// language by all of the other, would not fit, nor would such a document be a text and its translation.
const MAX_TABLE: usize = 4_000_000;

/// Texts whose pairs have less in common, on average, are two texts.
const MIN_MEAN: f64 = 0.4;

/// Passages that name fewer things may name others by chance.
const TELLING: usize = 3;

/// A pair that has less in common is none, in whatever document; …
const MIN_ALIKE: f64 = 0.15;

/// … and one that has less than this only beside a surer one.
const SURELY_ALIKE: f64 = 0.4;

/// Texts that are paired but for a tenth are translations, whatever their passages name.
const WHOLE: f64 = 0.9;

/// Pairs the translations within one document.
pub(crate) fn pair_translations(passages: &mut [Passage], document: Range<usize>) {
    let Some((a, b)) = sides(passages, document) else {
        return;
    };
    if a.len() * b.len() > MAX_TABLE {
        return;
    }
    let signs: Vec<Vec<BTreeSet<String>>> =
        [&a, &b].map(|side| side.iter().map(|&n| signs(&passages[n])).collect()).into();
    let mean_ratio = total(passages, &a) / total(passages, &b);
    let cost = |i: usize, j: usize| {
        let ratio = size(&passages[a[i]]) / size(&passages[b[j]]) / mean_ratio;
        let shared = similarity(&signs[0][i], &signs[1][j]);
        // A translation is seldom twice or half as long as the others, and names the same.
        0.5 * ratio.ln().abs() + 0.6 * (1.0 - shared)
    };
    let pairs = align(a.len(), b.len(), cost);
    // Order and length alone would pair any two texts that lie side by side: that they are no
    // translations is told by what they name.
    let alike = |&(i, j): &(usize, usize)| {
        let (a, b) = (&signs[0][i], &signs[1][j]);
        (a.len().min(b.len()) >= TELLING).then(|| similarity(a, b))
    };
    let alike: Vec<Option<f64>> = pairs.iter().map(alike).collect();
    let told: Vec<f64> = alike.iter().flatten().copied().collect();
    if told.iter().sum::<f64>() < MIN_MEAN * told.len() as f64 {
        return;
    }
    let is_whole = pairs.len() as f64 >= WHOLE * a.len().max(b.len()) as f64;
    let kept = if is_whole {
        alike.iter().map(|alike| alike.is_none_or(|alike| alike >= MIN_ALIKE)).collect()
    } else {
        sure(&pairs, &alike)
    };
    for ((i, j), _) in pairs.into_iter().zip(kept).filter(|(_, kept)| *kept) {
        passages[a[i]].parallel = Some(b[j] as u32);
        passages[b[j]].parallel = Some(a[i] as u32);
    }
}

/// Which pairs are translations, by what they have in common (none: they name too little to tell). In a conversation
/// in two languages a turn or two may be said in both, and those around them are other turns. So a pair that is not
/// sure by itself counts where most are, right beside one that does.
fn sure(pairs: &[(usize, usize)], alike: &[Option<f64>]) -> Vec<bool> {
    let mut kept: Vec<bool> =
        alike.iter().map(|alike| alike.is_some_and(|alike| alike >= SURELY_ALIKE)).collect();
    if kept.iter().filter(|sure| **sure).count() * 2 < pairs.len() {
        return kept;
    }
    let are_beside =
        |n: usize| pairs[n - 1].0 + 1 == pairs[n].0 && pairs[n - 1].1 + 1 == pairs[n].1;
    let may_be = |n: usize| alike[n].is_none_or(|alike| alike >= MIN_ALIKE);
    for n in 1..pairs.len() {
        kept[n] |= kept[n - 1] && are_beside(n) && may_be(n);
    }
    for n in (1..pairs.len()).rev() {
        kept[n - 1] |= kept[n] && are_beside(n) && may_be(n - 1);
    }
    kept
}

/// The passages of the two languages, if the document says everything in both.
fn sides(passages: &[Passage], document: Range<usize>) -> Option<(Vec<usize>, Vec<usize>)> {
    let text = |n: &usize| passages[*n].role == Role::Content && passages[*n].repeats.is_none();
    let mut languages: Vec<(u16, Vec<usize>)> = Vec::new();
    for n in document.filter(text) {
        match languages.iter_mut().find(|(lang, _)| *lang == passages[n].lang) {
            Some((_, side)) => side.push(n),
            None => languages.push((passages[n].lang, vec![n])),
        }
    }
    languages.sort_by(|(_, a), (_, b)| total(passages, b).total_cmp(&total(passages, a)));
    let [(_, a), (_, b), ..] = languages.as_slice() else {
        return None;
    };
    (total(passages, b) >= MIN_SHARE * total(passages, a)).then(|| (a.clone(), b.clone()))
}

/// How much a passage says, in letters.
fn size(passage: &Passage) -> f64 {
    let weight = |c: char| {
        if crate::folding::is_han(c) { LETTERS_PER_HAN } else { 1.0 }
    };
    passage.text.chars().map(weight).sum::<f64>().max(1.0)
}

fn total(passages: &[Passage], side: &[usize]) -> f64 {
    side.iter().map(|&n| size(&passages[n])).sum::<f64>().max(1.0)
}

/// What a passage names, whatever its language: its labels, dates, figures, and the numbers and Latin
/// names in it.
fn signs(passage: &Passage) -> BTreeSet<String> {
    let labels = passage.labels.iter().map(|label| format!("{}:{}", label.scheme, label.concept));
    let dates = passage.dates.iter().map(|date| date.edtf.clone());
    let figures = passage.figures.iter().map(|figure| figure.value.to_string());
    let numbers = passage
        .folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| number.len() > 1)
        .map(str::to_owned);
    labels.chain(dates).chain(figures).chain(numbers).collect()
}

/// Shared signs, as a share; two passages that name nothing are neither alike nor unlike.
fn similarity(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.5 } else { shared as f64 / all as f64 }
}

/// The cheapest alignment in order (dynamic programming).
fn align(a: usize, b: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut best = vec![vec![0.0; b + 1]; a + 1];
    for i in 0..=a {
        for j in 0..=b {
            if i + j == 0 {
                continue;
            }
            let skip_a = if i > 0 { best[i - 1][j] + GAP } else { f64::INFINITY };
            let skip_b = if j > 0 { best[i][j - 1] + GAP } else { f64::INFINITY };
            let pair = if i > 0 && j > 0 {
                best[i - 1][j - 1] + cost(i - 1, j - 1)
            } else {
                f64::INFINITY
            };
            best[i][j] = skip_a.min(skip_b).min(pair);
        }
    }
    let (mut i, mut j) = (a, b);
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        if best[i][j] == best[i - 1][j - 1] + cost(i - 1, j - 1) {
            pairs.push((i - 1, j - 1));
            (i, j) = (i - 1, j - 1);
        } else if best[i][j] == best[i - 1][j] + GAP {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_sure_by_itself_or_beside_a_sure_one() {
        let row = [(0, 0), (1, 1), (2, 2), (3, 3), (5, 4)];
        let all = [Some(0.9), None, Some(0.2), Some(0.8), Some(0.9)];
        assert_eq!(sure(&row, &all), [true; 5]);
        let unlike = [Some(0.9), None, Some(0.1), Some(0.8), Some(0.9)];
        assert_eq!(sure(&row, &unlike), [true, true, false, true, true]);
        let apart = [(0, 0), (2, 1), (3, 3)];
        let one_open = [Some(0.9), None, Some(0.8)];
        assert_eq!(sure(&apart, &one_open), [true, false, true]);
        // Of a conversation, one turn is said twice.
        let turns = [Some(0.3), None, Some(1.0), None, Some(0.2)];
        assert_eq!(sure(&row, &turns), [false, false, true, false, false]);
        assert!(sure(&[], &[]).is_empty());
    }

    #[test]
    fn alignment_leaves_out_what_has_no_partner() {
        let a = [1.0f64, 5.0, 2.0, 9.0];
        let b = [1.0f64, 2.0, 9.0];
        let pairs = align(a.len(), b.len(), |i, j| (a[i] - b[j]).abs());
        assert_eq!(pairs, [(0, 0), (2, 1), (3, 2)]);
        assert!(align(0, 3, |_, _| 0.0).is_empty());
    }
}
