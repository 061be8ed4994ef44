//! Which words speak for a concept of the schemes? A passage may be about what a reader asks for without
//! having the reader's word, and its labels say so.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::{Passage, Scheme};
use vitrine_corpus::text::{is_unspaced, stem};

use crate::config::Config;
use crate::folding::Folding;

/// Terms of less weight need others beside them to speak for a concept.
const TELLING: f32 = 1.0;

/// Longer words of scripts without spaces are rarely a query's own words, and are most of what a scheme
/// lists.
const LONGEST_UNSPACED: usize = 2;

/// What speaks for a concept that some passage has, by the key it is looked up by, and the places of its
/// concepts among those of all `schemes`, which are what was kept of the configured ones. Schemes of names are left out: there, one name finds the other.
pub(super) fn signals(
    config: &Config,
    schemes: &[Scheme],
    passages: &[Passage],
    folding: &Folding,
) -> BTreeMap<String, BTreeSet<u32>> {
    let used: BTreeSet<(u16, u32)> = passages
        .iter()
        .flat_map(|passage| &passage.labels)
        .map(|label| (label.scheme, label.concept))
        .collect();
    let mut signals: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    let mut place = 0;
    for (s, (scheme, kept)) in config.schemes.iter().zip(schemes).enumerate() {
        // Both have them in one order.
        let mut all = scheme.concepts.iter();
        for (c, kept) in kept.concepts.iter().enumerate() {
            let concept = all.find(|concept| *concept.id.get_ref() == kept.id);
            let concept = concept.expect("what was kept of a scheme is in it");
            if !scheme.names && used.contains(&(s as u16, c as u32)) {
                let telling = concept.signals.iter().filter(|signal| signal.weight >= TELLING);
                let terms = telling.flat_map(|signal| &signal.terms).map(String::as_str);
                let keys = terms.filter_map(|term| key(term, folding));
                // Several words are the name of what a scheme finds mentioned; of a theme each tells.
                let keys = keys.filter(|key| scheme.mention || !key.contains(' '));
                let labels = concept.label.texts().filter_map(|label| key(label, folding));
                for key in keys.chain(labels) {
                    signals.entry(key).or_default().insert(place);
                }
            }
            place += 1;
        }
    }
    signals
}

/// What a term is looked up by: its folded words as stems; the beginning of a word with its `*`. `None`
/// for a term to the letter, as queries are folded, and for one that no query would have.
fn key(term: &str, folding: &Folding) -> Option<String> {
    if term.starts_with('=') {
        return None;
    }
    let beginning = term.strip_suffix('*');
    let folded = folding.fold(beginning.unwrap_or(term)).text;
    let folded = folded.trim();
    let length = folded.chars().count();
    if length < 2 || (folded.contains(is_unspaced) && length > LONGEST_UNSPACED) {
        return None;
    }
    match beginning {
        // Of a row of words only the whole is looked up.
        Some(_) => (!folded.contains(' ')).then(|| format!("{folded}*")),
        None => Some(folded.split(' ').map(stem).collect::<Vec<_>>().join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_looked_up_as_a_query_has_them() {
        let folding = Folding::new(["制裁", "核武器"].into_iter());
        let key = |term| key(term, &folding);
        assert_eq!(key("Sanctions").as_deref(), Some("sanction"));
        assert_eq!(key("embargo*").as_deref(), Some("embargo*"));
        assert_eq!(key("North Koreans").as_deref(), Some("north korean"));
        assert_eq!(key("制裁").as_deref(), Some("制裁"));
        for term in ["=US", "核武器", "x", "arms transfer*"] {
            assert_eq!(key(term), None, "{term}");
        }
    }
}
