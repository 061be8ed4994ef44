//! Which passage is the translation of which? In a document of two languages, the passages of the one
//! are aligned with those of the other: in order, each at most once, by length and by what both name. In whatever
//! document, a passage right behind another that says the same dates and figures in another language is its translation.

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

/// Two turns on one subject have its labels in common, so that these alone tell less.
const LABELS_ALONE: f64 = 0.7;

/// Texts that are paired but for a tenth are translations, whatever their passages name.
const WHOLE: f64 = 0.9;

/// So many pairs are not of one measure by chance.
const MANY: usize = 5;

/// A translation right behind its original has at least so many dates and figures of it, …
const MIN_TOLD: usize = 3;

/// … of all that the shorter of the two has this share, …
const MIN_SHARE_TOLD: f64 = 0.8;

/// … as much as this in common otherwise, …
const MIN_LABELS: f64 = 0.3;

/// … and is at most so many times as long or as short.
const MAX_RATIO: f64 = 2.0;

/// Pairs the translations within one document.
pub(crate) fn pair_translations(passages: &mut [Passage], document: Range<usize>) {
    pair_sides(passages, document.clone());
    pair_neighbours(passages, document);
}

/// Pairs a passage with the one right behind it that says the same in another language, as a translator adds it to
/// the turn of a talk. Nothing is asked of the rest of the document.
fn pair_neighbours(passages: &mut [Passage], document: Range<usize>) {
    for n in document.clone().skip(1) {
        let (a, b) = (&passages[n - 1], &passages[n]);
        let is_free = |passage: &Passage| {
            passage.role == Role::Content && passage.repeats.is_none() && passage.parallel.is_none()
        };
        if is_free(a) && is_free(b) && a.lang != b.lang && says_the_same(a, b) {
            passages[n - 1].parallel = Some(n as u32);
            passages[n].parallel = Some(n as u32 - 1);
        }
    }
}

/// Whether two passages of about one length name the same dates, figures and persons.
fn says_the_same(a: &Passage, b: &Passage) -> bool {
    let told = |passage: &Passage| -> BTreeSet<String> {
        let dates = passage.dates.iter().map(|date| date.edtf.clone());
        dates.chain(passage.figures.iter().map(|figure| figure.value.to_string())).collect()
    };
    let labels = |passage: &Passage| -> BTreeSet<String> {
        passage.labels.iter().map(|label| format!("{}:{}", label.scheme, label.concept)).collect()
    };
    let (told_a, told_b) = (told(a), told(b));
    let shared = told_a.intersection(&told_b).count();
    let least = told_a.len().min(told_b.len());
    let ratio = size(a) / size(b);
    shared >= MIN_TOLD
        && shared as f64 >= MIN_SHARE_TOLD * least as f64
        && (1.0 / MAX_RATIO..=MAX_RATIO).contains(&ratio)
        && similarity(&labels(a), &labels(b)) >= MIN_LABELS
}

/// Pairs the passages of the one language with those of the other, where the document says everything in both.
fn pair_sides(passages: &mut [Passage], document: Range<usize>) {
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
    let are_alike =
        |told: &[f64]| !told.is_empty() && told.iter().sum::<f64>() >= MIN_MEAN * told.len() as f64;
    let is_whole = pairs.len() as f64 >= WHOLE * a.len().max(b.len()) as f64;
    let are_translations = if told.is_empty() {
        // None names as many things: then all count that one side names, or that many pairs are of one measure.
        let named = pairs.iter().map(|&(i, j)| (&signs[0][i], &signs[1][j]));
        let named = named.filter(|(a, b)| !(a.is_empty() && b.is_empty()));
        let is_measured = |&(i, j): &(usize, usize)| {
            let ratio = size(&passages[a[i]]) / size(&passages[b[j]]) / mean_ratio;
            (1.0 / MAX_RATIO..=MAX_RATIO).contains(&ratio)
        };
        are_alike(&named.map(|(a, b)| similarity(a, b)).collect::<Vec<f64>>())
            || is_whole && pairs.len() >= MANY && pairs.iter().all(is_measured)
    } else {
        are_alike(&told)
    };
    if !are_translations {
        return;
    }
    let kept = if is_whole {
        alike.iter().map(|alike| alike.is_none_or(|alike| alike >= MIN_ALIKE)).collect()
    } else {
        let weighed = |(pair, alike): (&(usize, usize), &Option<f64>)| {
            let are_told =
                signs[0][pair.0].intersection(&signs[1][pair.1]).any(|sign| is_told(sign));
            alike.map(|alike| if are_told { alike } else { alike * LABELS_ALONE })
        };
        let weighed: Vec<Option<f64>> = pairs.iter().zip(&alike).map(weighed).collect();
        sure(&pairs, &weighed)
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

/// Whether a sign is a date, a figure or a number, and no label.
fn is_told(sign: &str) -> bool {
    !sign.contains(':')
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
    use vitrine_corpus::model::{Date, Figure, Span};

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
    fn a_translation_may_stand_right_behind_its_original() {
        let passage = |text: &str, lang: u16, dates: &[&str], figures: &[f64]| {
            let span = Span { start: 0, end: 1 };
            let date = |edtf: &&str| Date {
                span,
                edtf: (*edtf).to_owned(),
                first_day: 0,
                last_day: 0,
                resolved_from: None,
                event: None,
            };
            let figure = |value: &f64| Figure {
                span,
                value: *value,
                upper: None,
                unit: String::new(),
                currency: None,
                qualifier: None,
            };
            Passage {
                lang,
                dates: dates.iter().map(date).collect(),
                figures: figures.iter().map(figure).collect(),
                ..crate::samples::passage(text)
            }
        };
        let english = "In May 2014 two mills paid 300 crowns, and a year later they paid nothing.";
        let chinese = "2014年5月,两座磨坊付了300克朗,一年后什么也没有付。";
        let pairs = |figures: &[f64]| {
            // A talk in English, of which one turn is said in both languages.
            let talk = "The miller said so, and said it again.".repeat(9);
            let mut passages = [
                passage(&talk, 0, &[], &[]),
                passage(chinese, 1, &["2014-05", "2015-05"], &[2.0, 300.0]),
                passage(english, 0, &["2014-05", "2015-05"], figures),
                passage("又过了一年。", 1, &[], &[]),
            ];
            pair_translations(&mut passages, 0..4);
            passages.map(|passage| passage.parallel)
        };
        assert_eq!(pairs(&[2.0, 300.0]), [None, Some(2), Some(1), None]);
        // An answer has other figures than the question.
        assert_eq!(pairs(&[7.0, 40.0]), [None; 4]);
    }

    #[test]
    fn what_names_too_little_is_no_translation() {
        let passage = |(text, lang)| Passage { lang, ..crate::samples::passage(text) };
        let mut passages = [
            ("The mill was sold in 2019 for $3 million.", 0),
            ("两国签署了一项条约。", 1),
            ("The bridge fell into the river in the spring.", 0),
            ("今天天气很好，我们去公园散步。", 1),
        ]
        .map(passage);
        pair_translations(&mut passages, 0..4);
        assert!(passages.iter().all(|passage| passage.parallel.is_none()));
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
