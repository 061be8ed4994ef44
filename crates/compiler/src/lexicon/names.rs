//! Variants of names, from the concept schemes, from the curator's `synonyms.toml`, those of all states, and what Chinese
//! calls differently on the Mainland and on Taiwan.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::text::{is_unspaced, is_word, stem};

use crate::config::{Config, PERSON, Signal};
use crate::folding::Folding;

/// The names of states, a line each; any corpus may speak of any of them.
const STATES: &str = include_str!("../../data/states.txt");

/// What the Chinese of the Mainland and of Taiwan call differently, a line each.
const REGIONAL: &str = include_str!("../../data/regional-words.txt");

/// Given names of other alphabets, a line each by the ways to write them in Latin letters.
const SPELLINGS: &str = include_str!("../../data/people/spellings.txt");

use super::{Equivalents, Texts, lines};

/// For each variant, the others that the corpus has, whose `english` words stand by their stems.
pub(super) fn equivalents(
    config: &Config,
    texts: &Texts<'_>,
    english: &BTreeMap<String, BTreeSet<String>>,
    folding: &Folding,
) -> Equivalents {
    let mut equivalents = Equivalents::new();
    let fold = |group: Vec<String>| -> BTreeSet<String> {
        let folded = group.iter().map(|name| folding.fold(name).text.trim().to_owned());
        folded.filter(|name| name.chars().count() > 1).collect()
    };
    let groups: Vec<BTreeSet<String>> = groups(config).into_iter().map(fold).collect();
    let all_said = texts.said(groups.iter().flatten().map(String::as_str));
    for folded in &groups {
        // With the plural that the texts have where a list has the singular, and the reverse.
        let said: BTreeSet<&str> = folded
            .iter()
            .map(String::as_str)
            .filter(|name| all_said.contains(name))
            .chain(
                folded
                    .iter()
                    .filter_map(|name| english.get(&stem(name)))
                    .flatten()
                    .map(String::as_str),
            )
            .collect();
        for name in folded.iter().filter(|_| !said.is_empty()) {
            let others = said.iter().filter(|other| **other != name);
            let others: Vec<String> = others.map(|other| (*other).to_owned()).collect();
            // A reader may write the plural of what is a word of English.
            for form in BTreeSet::from([stem(name), name.clone()]) {
                equivalents.entry(form).or_default().extend(others.iter().cloned());
            }
        }
    }
    equivalents.retain(|_, others| !others.is_empty());
    equivalents
}

/// Words of which each means the same as the others of its line.
fn regional() -> impl Iterator<Item = Vec<String>> {
    lines(REGIONAL).map(|line| line.split(',').map(|word| word.trim().to_owned()).collect())
}

/// The names of each state.
pub(crate) fn states() -> impl Iterator<Item = Vec<String>> {
    lines(STATES).map(state)
}

/// The words of a line: “Cuban+s” is Cuban and Cubans.
fn state(line: &str) -> Vec<String> {
    let words = line.split(',').map(str::trim);
    let forms = words.flat_map(|word| match word.strip_suffix("+s") {
        Some(one) => vec![one.to_owned(), format!("{one}s")],
        None => vec![word.to_owned()],
    });
    forms.collect()
}

/// The names that are ordinary words in a row: what concepts are called, and of regional words and the curator's those
/// without a capital. As [`equivalents`] has them.
pub(super) fn ordinary(config: &Config, folding: &Folding) -> BTreeSet<String> {
    /// Shorter names in scripts without spaces are one word.
    const SHORTEST: usize = 4;
    let is_ordinary = |name: &&str| !name.contains(char::is_uppercase);
    let regional: Vec<Vec<String>> = regional().collect();
    let words = config.synonyms.groups.iter().map(|group| &group.words).chain(&regional).flatten();
    let words = words.map(String::as_str).filter(is_ordinary);
    let concepts = config.schemes.iter().filter(|scheme| !scheme.mention);
    let labels = concepts.flat_map(|scheme| &scheme.concepts).flat_map(|it| it.label.texts());
    let folded = words.chain(labels).map(|name| folding.fold(name).text.trim().to_owned());
    let is_row = |name: &String| {
        if name.contains(is_unspaced) {
            name.chars().count() >= SHORTEST
        } else {
            name.contains(' ')
        }
    };
    folded.filter(is_row).flat_map(|name| [stem(&name), name]).collect()
}

/// Names of one thing each.
fn groups(config: &Config) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> =
        config.synonyms.groups.iter().map(|group| group.words.clone()).collect();
    groups.extend(states());
    groups.extend(regional());
    for scheme in &config.schemes {
        for concept in &scheme.concepts {
            let mut names: Vec<String> = concept.label.texts().map(str::to_owned).collect();
            if scheme.names {
                let signals = concept.signals.iter().filter(|signal| signal.weight > 0.0);
                // What tells only beside other words is no name by itself: Roe-Doe is none of Roe's.
                let (bare, beside): (Vec<&Signal>, Vec<&Signal>) =
                    signals.partition(|signal| signal.with.is_empty());
                names.extend(bare.iter().flat_map(|signal| signal.terms.iter().cloned()));
                if scheme.id == PERSON {
                    names.extend(surnames(&names, &beside));
                }
            }
            let spelt: Vec<String> = names.iter().flat_map(|name| other_spellings(name)).collect();
            names.extend(spelt);
            groups.push(names);
        }
    }
    groups
}

/// The words of a person's names by which these signals know the person beside other words: Roe, of “Roe said”.
fn surnames(names: &[String], beside: &[&Signal]) -> Vec<String> {
    let said = beside.iter().flat_map(|signal| &signal.terms);
    let said: BTreeSet<&str> = said.flat_map(|term| term.split(|c| !is_word(c))).collect();
    let words = names.iter().flat_map(|name| name.split(' '));
    let is_one = |word: &&str| word.starts_with(char::is_uppercase) && said.contains(word);
    words.filter(is_one).map(str::to_owned).collect()
}

/// A person's name of several words by the other ways to write its first one: Sergei for Sergey.
fn other_spellings(name: &str) -> Vec<String> {
    let Some((given, rest)) = name.split_once(' ') else { return Vec::new() };
    let ways = lines(SPELLINGS).map(|line| line.split(", ").collect::<Vec<&str>>());
    let ways = ways.filter(|ways| ways.contains(&given)).flatten().filter(|way| *way != given);
    ways.map(|way| [way, " ", rest].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_state_by_all_its_names() {
        assert_eq!(state("Cuba, Cuban+s, 古巴"), ["Cuba", "Cuban", "Cubans", "古巴"]);
    }

    #[test]
    fn a_given_name_is_spelt_in_other_ways() {
        assert_eq!(other_spellings("Andrei Roe"), ["Andrey Roe"]);
        assert!(other_spellings("Andrei").is_empty() && other_spellings("Roe Andrei").is_empty());
        let mut seen = BTreeSet::new();
        for way in lines(SPELLINGS).flat_map(|line| line.split(", ")) {
            assert!(way.chars().all(char::is_alphabetic), "“{way}”");
            assert!(seen.insert(way), "“{way}” stands twice");
        }
    }

    #[test]
    fn no_regional_word_stands_twice() {
        let mut seen = BTreeSet::new();
        for words in regional() {
            assert!(words.len() > 1, "{words:?}");
            for word in words {
                assert!(word.chars().count() > 1 && word.chars().all(is_unspaced), "“{word}”");
                assert!(seen.insert(word.clone()), "“{word}” stands twice");
            }
        }
    }

    #[test]
    fn no_name_is_of_two_states() {
        let mut seen = BTreeSet::new();
        for name in states().flatten() {
            assert!(!name.is_empty() && !name.contains('+'), "“{name}”");
            assert!(seen.insert(name.to_lowercase()), "“{name}” stands twice");
        }
        assert!(seen.len() > 600);
    }
}
