//! Who goes where, in two characters? Chinese says of any state what is done to it with one verb and its name for short:
//! 訪俄, 援朝. What a corpus has of these stands for the verb.

use std::collections::BTreeSet;

use super::{Equivalents, Texts, lines};
use crate::folding::Folding;

const JOURNEYS: &str = include_str!("../../data/chinese-journeys.txt");

/// Before the names for short.
const NAMES: &str = "= ";

/// For each verb, in English as its stem, what the texts have of it with the name of a state.
pub(super) fn said(texts: &Texts<'_>, folding: &Folding) -> Equivalents {
    let fold = |text: &str| folding.fold(text).text;
    let names = lines(JOURNEYS).filter_map(|line| line.strip_prefix(NAMES));
    let names: BTreeSet<String> = names.flat_map(str::split_whitespace).map(fold).collect();
    let mut journeys = Equivalents::new();
    for (verb, words) in lines(JOURNEYS).filter_map(|line| line.split_once(": ")) {
        let verb = fold(verb);
        let both = names.iter().map(|name| [verb.as_str(), name].concat());
        let said: BTreeSet<String> =
            both.filter(|both| texts.folded.iter().any(|text| text.contains(both))).collect();
        if said.is_empty() {
            continue;
        }
        let words = words.split([' ', ';']).filter(|word| !word.is_empty());
        for word in words {
            let word = vitrine_corpus::text::stem(&fold(word));
            journeys.entry(word).or_default().extend(said.iter().cloned());
        }
    }
    journeys
}
