//! Which passages say again what an earlier one of the same document says?

use std::collections::{HashMap, HashSet};

use vitrine_corpus::model::{Passage, Role};

use crate::folding::Folding;

/// Length of the shingles, in characters.
const SHINGLE: usize = 5;

/// A passage repeats another if they have this share of their shingles in common.
const SHARE: f64 = 0.85;

/// It also does if the other has this share of its own: a lead that is printed again and cut short, perhaps with
/// a word or two before it.
const PART: f64 = 0.9;

/// Shorter passages are repeats only if they are the same to the letter: a few words are soon alike.
const MIN_LENGTH: usize = 40;

/// A kicker is at most so many characters, …
const MAX_KICKER: usize = 12;

/// … and what stands behind it at least so many.
const MIN_TITLE: usize = 8;

/// A title without the kicker before it (“Opinion / The two ends of the bridge”), as it may be printed again.
fn without_kicker(title: &str) -> Option<&str> {
    let (kicker, rest) = title.split_once(['/', '|', '／', '｜', '丨'])?;
    let rest = rest.trim();
    let is_kicker = (1..=MAX_KICKER).contains(&kicker.trim().chars().count());
    (is_kicker && rest.chars().count() >= MIN_TITLE).then_some(rest)
}

/// A passage without the word before it which says that it stands elsewhere, too: “Pull quote: …”.
fn without_label(text: &str) -> Option<&str> {
    const LABELS: [&str; 8] =
        ["pull quote", "pullquote", "quote", "key quote", "金句", "摘句", "引语", "引語"];
    let (label, rest) = text.split_once([':', '：', '】', ']'])?;
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    LABELS.contains(&label.as_str()).then_some(rest)
}

/// Marks the repeats among the passages of one document; `first` is the index of the first.
pub(super) fn mark(passages: &mut [Passage], first: usize, folding: &Folding) {
    let mut by_text: HashMap<String, usize> = HashMap::new();
    let mut by_shingle: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut shingles_of: Vec<HashSet<u64>> = Vec::new();
    for (n, passage) in passages.iter_mut().enumerate() {
        let folded = match without_label(&passage.text) {
            Some(said) => folding.fold(said).text.trim().to_owned(),
            None => passage.folded.trim().to_owned(),
        };
        let shingles = shingles(&folded);
        // Furniture that comes again is furniture.
        let may_repeat = passage.role != Role::Boilerplate;
        let original = by_text
            .get(&folded)
            .copied()
            .or_else(|| near(&shingles, &by_shingle, &shingles_of, folded.chars().count()));
        match original.filter(|_| may_repeat) {
            Some(original) => passage.repeats = Some((first + original) as u32),
            None if may_repeat => {
                let is_title = passage.role == Role::Heading && passage.depth == 1;
                if let Some(rest) = without_kicker(&passage.text).filter(|_| is_title) {
                    by_text.entry(folding.fold(rest).text.trim().to_owned()).or_insert(n);
                }
                by_text.entry(folded).or_insert(n);
                for &shingle in &shingles {
                    by_shingle.entry(shingle).or_default().push(n);
                }
            }
            None => {}
        }
        shingles_of.push(shingles);
    }
}

fn shingles(folded: &str) -> HashSet<u64> {
    let chars: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    chars
        .windows(SHINGLE)
        .map(|shingle| {
            // FNV-1a: the sets live for one document, so a short hash is enough.
            shingle.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, &c| {
                (hash ^ u64::from(c)).wrapping_mul(0x100_0000_01b3)
            })
        })
        .collect()
}

/// The earlier passage that shares enough shingles with this one.
fn near(
    shingles: &HashSet<u64>,
    by_shingle: &HashMap<u64, Vec<usize>>,
    shingles_of: &[HashSet<u64>],
    length: usize,
) -> Option<usize> {
    if length < MIN_LENGTH {
        return None;
    }
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for passage in shingles.iter().filter_map(|shingle| by_shingle.get(shingle)).flatten() {
        *shared.entry(*passage).or_default() += 1;
    }
    let similarity = |passage: usize, shared: usize| {
        shared as f64 / (shingles.len() + shingles_of[passage].len() - shared).max(1) as f64
    };
    let is_part = |shared: usize| shared as f64 >= PART * shingles.len() as f64;
    shared
        .into_iter()
        .map(|(passage, shared)| (similarity(passage, shared), passage, shared))
        .filter(|(similarity, _, shared)| *similarity >= SHARE || is_part(*shared))
        .map(|(similarity, passage, _)| (similarity, passage))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .map(|(_, passage)| passage)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these passages says again which.
    fn repeats(texts: &[(Role, &str)]) -> Vec<Option<u32>> {
        let folding = Folding::new(texts.iter().map(|(_, text)| *text));
        let mut passages: Vec<Passage> = texts
            .iter()
            .map(|&(role, text)| Passage {
                role,
                depth: u8::from(role == Role::Heading),
                folded: folding.fold(text).text,
                ..crate::samples::passage(text)
            })
            .collect();
        mark(&mut passages, 0, &folding);
        passages.iter().map(|passage| passage.repeats).collect()
    }

    #[test]
    fn a_title_is_said_again_without_its_kicker() {
        let title = "Opinion / The two ends of the bridge";
        let again = "The two ends of the bridge";
        let said = [(Role::Heading, title), (Role::Content, again), (Role::Content, "Opinion")];
        assert_eq!(repeats(&said), [None, Some(0), None]);
        assert_eq!(without_kicker("Either/or"), None);
        assert_eq!(without_kicker("The two ends of the bridge / again and again"), None);
    }

    #[test]
    fn what_is_pulled_from_the_text_is_said_again() {
        let text = "The miller said that neither village could have fed the other without the bridge, and went.";
        let again = "PULL QUOTE: Neither village could have fed the other without the bridge";
        assert_eq!(repeats(&[(Role::Content, text), (Role::Content, again)]), [None, Some(0)]);
    }
}
