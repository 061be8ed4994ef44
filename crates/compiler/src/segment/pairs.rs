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

/// A pair that has less in common is none, in whatever document.
const MIN_ALIKE: f64 = 0.15;

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
    let told: Vec<f64> = pairs.iter().filter_map(alike).collect();
    if told.iter().sum::<f64>() < MIN_MEAN * told.len() as f64 {
        return;
    }
    for (i, j) in pairs.into_iter().filter(|pair| alike(pair).is_none_or(|a| a >= MIN_ALIKE)) {
        passages[a[i]].parallel = Some(b[j] as u32);
        passages[b[j]].parallel = Some(a[i] as u32);
    }
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
    fn alignment_leaves_out_what_has_no_partner() {
        let a = [1.0f64, 5.0, 2.0, 9.0];
        let b = [1.0f64, 2.0, 9.0];
        let pairs = align(a.len(), b.len(), |i, j| (a[i] - b[j]).abs());
        assert_eq!(pairs, [(0, 0), (2, 1), (3, 2)]);
        assert!(align(0, 3, |_, _| 0.0).is_empty());
    }
}
