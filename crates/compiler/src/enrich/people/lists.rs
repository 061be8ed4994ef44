//! What is known of names in general, whoever bears them: given names, family names, offices, and words that no
//! person's name has. All of it stands in `crates/compiler/data/people/`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::folding::is_han;
use crate::lexicon::lines;

/// One of the lists, by its file.
macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../data/people/", $name, ".txt"))
    };
}

/// Words by which names are told. Those in Latin letters are small and without accents, those in Chinese
/// characters Simplified.
pub(super) struct Lists {
    pub(super) given: HashSet<String>,
    /// Family names that are words of English as well.
    pub(super) word_surnames: HashSet<String>,
    /// What makes a row of words with capitals something else than a person.
    pub(super) no_names: HashSet<String>,
    pub(super) firms: HashSet<String>,
    /// Words that make an office, a calling or a form of address.
    pub(super) offices: HashSet<String>,
    /// What people live by, as it stands behind a name and a comma.
    pub(super) callings: HashSet<String>,
    /// What stands before the name of a ship.
    pub(super) vessels: HashSet<String>,
    /// Words that begin a sentence, and say nothing by themselves.
    pub(super) openers: HashSet<String>,
    /// Small words inside a name.
    pub(super) particles: HashSet<String>,
    /// Chinese and Korean family names in Latin letters.
    pub(super) romanised: HashSet<String>,
    /// Family names of Korea alone in Latin letters, as they stand before two syllables apart.
    pub(super) korean: HashSet<String>,
    /// Chinese family names, each with its forms in Latin letters.
    pub(super) surnames: HashMap<&'static str, Vec<String>>,
    /// Japanese family names of two characters or more.
    pub(super) japanese: HashSet<&'static str>,
    pub(super) chinese_offices: HashSet<&'static str>,
    /// The names of states: the dictionary takes some for persons'.
    pub(super) states: HashSet<&'static str>,
    /// Ranks and forms of address that stand behind a name in Chinese.
    pub(super) chinese_ranks: HashSet<&'static str>,
    /// What a byline calls those whom it names.
    pub(super) labels: HashSet<&'static str>,
    /// What may stand right behind a Chinese name.
    pub(super) follow: HashSet<&'static str>,
    /// The characters by which foreign names are written.
    pub(super) transcription: HashSet<char>,
    /// What stands behind a transcribed name that is no person's.
    pub(super) no_person: Vec<&'static str>,
}

impl Lists {
    pub(super) fn get() -> &'static Lists {
        static LISTS: OnceLock<Lists> = OnceLock::new();
        LISTS.get_or_init(Lists::read)
    }

    fn read() -> Lists {
        Lists {
            given: small(list!("given-names")),
            word_surnames: small(list!("word-surnames")),
            no_names: small(list!("no-names")),
            firms: lines(list!("firms")).map(str::to_lowercase).collect(),
            offices: small(list!("offices")),
            callings: small(list!("callings")),
            vessels: small(list!("vessels")),
            openers: small(include_str!("../../../data/stop-words.txt")),
            particles: small(list!("particles")),
            romanised: small(list!("romanised-surnames")),
            korean: small(list!("korean-surnames")),
            surnames: lines(list!("surnames")).filter_map(surname).collect(),
            japanese: words(list!("japanese-surnames")).collect(),
            chinese_offices: words(list!("offices-zh")).collect(),
            states: lines(include_str!("../../../data/states.txt"))
                .flat_map(|line| line.split(", "))
                .filter(|name| name.contains(is_han))
                .collect(),
            chinese_ranks: words(list!("ranks-zh")).collect(),
            labels: words(list!("labels-zh")).collect(),
            follow: words(list!("follow-zh")).collect(),
            transcription: lines(list!("transcription")).flat_map(str::chars).collect(),
            no_person: words(list!("no-person-zh")).collect(),
        }
    }
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    lines(list).flat_map(str::split_whitespace)
}

fn small(list: &'static str) -> HashSet<String> {
    words(list).map(str::to_lowercase).collect()
}

/// A line of the family names: the characters, then the forms in Latin letters.
fn surname(line: &'static str) -> Option<(&'static str, Vec<String>)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.map(str::to_lowercase).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folding::Folding;

    #[test]
    fn lists_are_in_the_form_that_they_are_asked_in() {
        let lists = Lists::get();
        let latin = [&lists.given, &lists.no_names, &lists.offices, &lists.romanised];
        let latin = latin.into_iter().chain([&lists.callings, &lists.vessels]);
        for word in latin.flatten() {
            let is_plain = |c: char| c.is_ascii_lowercase() || c == '-' || c == '\u{f1}';
            assert!(word.chars().all(is_plain), "{word}");
        }
        let chinese: Vec<&str> =
            lists.surnames.keys().chain(&lists.chinese_offices).copied().collect();
        let chinese =
            [chinese, lists.follow.iter().chain(&lists.no_person).copied().collect()].concat();
        let chinese = [chinese, lists.japanese.iter().copied().collect()].concat();
        let chinese = [chinese, lists.chinese_ranks.iter().copied().collect()].concat();
        let folding = Folding::new(chinese.iter().copied());
        for word in chinese {
            let simplified: String = word.chars().map(|c| folding.simplified(c)).collect();
            assert_eq!(simplified, word);
        }
        let is_simplified = |c: &char| folding.simplified(*c) == *c;
        assert!(lists.transcription.iter().all(is_simplified));
        assert!(lists.given.is_disjoint(&lists.no_names));
    }
}
