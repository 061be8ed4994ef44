//! Who goes where, in two characters? Chinese says of any state what is done to it with one verb and its name for short:
//! 訪美, 援越. What a corpus has of these stands for the verb.

use std::collections::BTreeSet;

use vitrine_corpus::text::stem;

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
    let verbs = lines(JOURNEYS).filter_map(|line| line.split_once(": "));
    let verbs: Vec<(String, &str)> = verbs.map(|(verb, words)| (fold(verb), words)).collect();
    let both = |verb: &str| names.iter().map(|name| [verb, name].concat()).collect::<Vec<String>>();
    let all: Vec<String> = verbs.iter().flat_map(|(verb, _)| both(verb)).collect();
    let all = texts.said(all.iter().map(String::as_str));
    let mut journeys = Equivalents::new();
    for (verb, words) in verbs {
        let said: Vec<String> =
            both(&verb).into_iter().filter(|both| all.contains(both.as_str())).collect();
        let words = words.split([' ', ';']).filter(|word| !word.is_empty());
        for word in words.filter(|_| !said.is_empty()) {
            journeys.entry(stem(&fold(word))).or_default().extend(said.iter().cloned());
        }
    }
    journeys
}
