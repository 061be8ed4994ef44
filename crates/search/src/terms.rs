//! Which words are said, how often, and where more than elsewhere?
//!
//! Frequencies are those of the words that were told apart when the corpus was compiled
//! ([`vitrine_corpus::terms`]). **Keyness** compares the words of the results with those of the rest of
//! the corpus by log-likelihood, **collocates** the passages that have a term with those that have not.

use vitrine_corpus::csv;
use vitrine_corpus::csv::Cell::{Number, Text};
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::order;
use vitrine_corpus::terms::ArchivedTerms;

use crate::Results;

/// A term must stand this often in the corpus for its keyness to be told: below it, one more or less
/// would turn the answer over.
pub const LEAST_FOR_KEYNESS: u32 = 5;

/// How many passages of the results must have both words for one to be the other's collocate.
const LEAST_TOGETHER: u32 = 2;

/// The order of the terms. Ties are in the order of the alphabet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TermSort {
    /// What tells the results from the rest first: by keyness, those with the highest first and those
    /// that the results avoid last. Terms without a keyness are left out.
    #[default]
    Keyness,
    /// What is said most often first.
    Frequency,
}

/// The terms of the results.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermList {
    /// In order.
    pub terms: Vec<Term>,
    /// How many words the results have.
    pub words: u32,
    /// How many words the rest of the corpus has; where there is none, nothing has a keyness.
    pub rest: u32,
}

/// A term and how often it is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Index into the corpus' terms.
    pub term: usize,
    /// How often the results say it.
    pub times: u32,
    /// In how many passages of them.
    pub passages: u32,
    /// How often the rest of the corpus says it.
    pub elsewhere: u32,
    /// Log-likelihood G²; below zero if the results say the term less often than the rest does. None
    /// if there is no rest, or too little of the term ([`LEAST_FOR_KEYNESS`]).
    pub keyness: Option<f32>,
}

impl TermList {
    /// How much more often, word for word, the results say a term than the rest does; none if the
    /// rest does not say it, or there is no rest.
    pub fn ratio(&self, term: &Term) -> Option<f32> {
        let rest = term.elsewhere as f32 / self.rest as f32;
        (self.rest > 0 && self.words > 0 && term.elsewhere > 0)
            .then(|| term.times as f32 / self.words as f32 / rest)
    }
}

/// A term that stands in the same passages as another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Collocate {
    /// Index into the corpus' terms.
    pub term: usize,
    /// In how many passages of the results both stand.
    pub together: u32,
    /// Log-likelihood G² of their standing together.
    pub strength: f32,
}

/// The terms of the results' passages, in the order asked for; by frequency where keyness is asked for
/// and there is no rest to compare with. Repeats and boilerplate have no words.
pub fn terms(
    corpus: &ArchivedCorpus,
    terms: &ArchivedTerms,
    results: &Results,
    sort: TermSort,
) -> TermList {
    let is_chosen = chosen(corpus, results);
    let mut list = TermList::default();
    for (n, is_chosen) in is_chosen.iter().enumerate() {
        let side = if *is_chosen { &mut list.words } else { &mut list.rest };
        *side += terms.length(n);
    }
    let mut counted: Vec<Term> = (0..terms.words.len())
        .map(|term| Term { term, times: 0, passages: 0, elsewhere: 0, keyness: None })
        .collect();
    terms.each(|term, passage, times| {
        let term = &mut counted[term];
        if is_chosen[passage] {
            term.times += times;
            term.passages += 1;
        } else {
            term.elsewhere += times;
        }
    });
    if list.rest > 0 && list.words > 0 {
        for term in &mut counted {
            if term.times + term.elsewhere >= LEAST_FOR_KEYNESS {
                term.keyness = Some(keyness(term.times, list.words, term.elsewhere, list.rest));
            }
        }
    }
    let by_keyness = sort == TermSort::Keyness && list.rest > 0 && list.words > 0;
    // Sorted as plain integers: each type that is sorted costs the page kilobytes. The bits of positive
    // floats are in the order of their values, those of negative ones in the opposite order.
    let key = |term: &Term| match (by_keyness, term.keyness) {
        (true, Some(keyness)) => {
            let bits = keyness.abs().to_bits();
            Some(if keyness < 0.0 { 1 << 31 | bits } else { (1 << 31) - bits })
        }
        (true, None) => None,
        (false, _) => (term.times > 0).then(|| u32::MAX - term.times),
    };
    let keys = counted.iter().filter_map(|term| key(term).map(|key| (key, term.term)));
    list.terms = sorted(keys).map(|term| counted[term]).collect();
    list
}

/// The terms that stand in the same passages of the results as `term`, more often than they would by
/// chance, the strongest first; at most `most`.
pub fn collocates(
    corpus: &ArchivedCorpus,
    terms: &ArchivedTerms,
    results: &Results,
    term: usize,
    most: usize,
) -> Vec<Collocate> {
    let is_chosen = chosen(corpus, results);
    let mut has_term = vec![false; corpus.passages.len()];
    terms.each(|other, passage, _| has_term[passage] |= other == term && is_chosen[passage]);
    let mut together = vec![0u32; terms.words.len()];
    let mut alone = together.clone();
    terms.each(|other, passage, _| {
        if has_term[passage] {
            together[other] += 1;
        } else if is_chosen[passage] {
            alone[other] += 1;
        }
    });
    let with = together.get(term).copied().unwrap_or_default();
    let all = (0..is_chosen.len()).filter(|&n| is_chosen[n] && terms.length(n) > 0).count() as u32;
    let strength = |other: usize| keyness(together[other], with, alone[other], all - with);
    let others = (0..together.len())
        .filter(|&other| other != term && together[other] >= LEAST_TOGETHER && all > with)
        .map(|other| (other, strength(other)))
        .filter(|(_, strength)| *strength > 0.0);
    let keys = others.map(|(other, strength)| (u32::MAX - strength.to_bits(), other));
    let first = sorted(keys).take(most);
    first
        .map(|term| Collocate { term, together: together[term], strength: strength(term) })
        .collect()
}

/// The list as a table for spreadsheets: term, times, passages, times in the rest, G², words counted,
/// words of the rest.
pub fn terms_csv(terms: &ArchivedTerms, list: &TermList) -> String {
    let mut table = csv::BOM.to_owned();
    let head = ["term", "times", "passages", "times_elsewhere", "g2", "words", "words_elsewhere"];
    csv::head(&mut table, &head);
    let whole = [list.words, list.rest].map(|n| n.to_string());
    for term in &list.terms {
        let counts = [term.times, term.passages, term.elsewhere].map(|n| n.to_string());
        let keyness = term.keyness.map(hundredths).unwrap_or_default();
        let written = terms.words.get(term.term);
        let [times, passages, elsewhere] = &counts;
        let [times, passages, elsewhere, keyness, words, rest] =
            [times, passages, elsewhere, &keyness, &whole[0], &whole[1]].map(|n| Number(n));
        csv::row(&mut table, &[Text(written), times, passages, elsewhere, keyness, words, rest]);
    }
    table
}

/// A number with two decimals. By whole numbers, as writing fractions costs the page kilobytes.
pub fn hundredths(n: f32) -> String {
    let hundredths = (n.abs() * 100.0).round() as u32;
    let sign = if n < 0.0 && hundredths > 0 { "-" } else { "" };
    let digit = |n: u32| char::from(b'0' + (n % 10) as u8);
    let mut text = sign.to_owned() + &(hundredths / 100).to_string();
    text.extend(['.', digit(hundredths / 10), digit(hundredths)]);
    text
}

/// For each passage whether it is among the results.
fn chosen(corpus: &ArchivedCorpus, results: &Results) -> Vec<bool> {
    let mut chosen = vec![false; corpus.passages.len()];
    results.hits.iter().for_each(|hit| chosen[hit.passage] = true);
    chosen
}

/// The numbers of the pairs, by their keys.
fn sorted(keys: impl Iterator<Item = (u32, usize)>) -> impl Iterator<Item = usize> {
    let mut keys: Vec<u64> = keys.map(|(key, n)| order::key(key as usize, n)).collect();
    order::sort(&mut keys);
    keys.into_iter().map(order::second)
}

/// Log-likelihood of `here` of `of_here` on the one side and `there` of `of_there` on the other being
/// drawn from one source: G² = 2 Σ O ln(O / E) over the four cells of the table, where the expected
/// E = row sum × column sum / total. Below zero if the share is smaller here than there.
///
/// T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational
/// Linguistics 19 (1993), 61–74.
fn keyness(here: u32, of_here: u32, there: u32, of_there: u32) -> f32 {
    let [here, of_here, there, of_there] = [here, of_here, there, of_there].map(f64::from);
    let total = of_here + of_there;
    let said = here + there;
    let cell = |observed: f64, row: f64, column: f64| match observed > 0.0 {
        true => observed * (observed * total / (row * column)).ln(),
        false => 0.0,
    };
    let sum = cell(here, said, of_here)
        + cell(there, said, of_there)
        + cell(of_here - here, total - said, of_here)
        + cell(of_there - there, total - said, of_there);
    let g2 = (2.0 * sum).max(0.0) as f32;
    if here * of_there < there * of_here { -g2 } else { g2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dunning 1993 (as above), section 7, the table of bigrams of an article with the highest
    /// −2 log λ: the first three, with the counts of AB, ¬AB, A¬B and ¬A¬B as he gives them.
    #[test]
    fn the_worked_examples_of_the_method_come_out() {
        for ([both, second, first, neither], expected) in [
            ([110, 2442, 111, 29114], 270.72), // the swiss
            ([29, 13, 123, 31612], 263.90),    // can be
            ([31, 23, 139, 31584], 256.84),    // previous year
        ] {
            let g2 = keyness(both, both + first, second, second + neither);
            assert!((g2 - expected).abs() < 0.01, "{g2} is not {expected}");
        }
    }

    #[test]
    fn what_is_said_as_often_has_no_keyness_and_less_is_below_zero() {
        assert!(keyness(10, 1000, 20, 2000).abs() < 1e-4);
        assert!(keyness(1, 1000, 40, 2000) < 0.0);
        assert_eq!(keyness(1, 1000, 40, 2000), -keyness(40, 2000, 1, 1000));
        assert!(keyness(0, 10, 0, 10).abs() < 1e-6 && keyness(5, 5, 0, 10) > 0.0);
    }

    #[test]
    fn numbers_have_two_decimals() {
        assert_eq!(
            [1.0, 0.006, -12.345, 1234.5].map(hundredths),
            ["1.00", "0.01", "-12.35", "1234.50"]
        );
    }
}
