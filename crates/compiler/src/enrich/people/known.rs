//! Does a scheme have this name, in any wording? Then what the curator wrote is all that counts.

use std::cell::RefCell;
use std::collections::HashMap;

use aho_corasick::AhoCorasick;
use vitrine_corpus::text::is_at_word_edges;

use super::scheme;
use crate::config::{Concept, Config};
use crate::enrich::Term;
use crate::folding::{Folding, is_han};

/// One character is part of many names.
const SHORTEST: usize = 2;

/// The names of the schemes, folded.
pub(super) struct Known {
    /// The persons of the scheme by each of their names.
    persons: HashMap<String, String>,
    /// Names of persons, and those of others in Latin letters.
    finder: AhoCorasick,
    /// All names, to be looked into, a line each.
    lines: String,
    /// What was asked already: the same names come again and again.
    asked: RefCell<HashMap<String, bool>>,
}

impl Known {
    pub(super) fn new(config: &Config, folding: &Folding) -> Known {
        let person = scheme(config);
        let mut persons = HashMap::new();
        let mut inside: Vec<String> = Vec::new();
        let mut lines = String::from("\n");
        for (n, scheme) in config.schemes.iter().enumerate() {
            let is_person = Some(n) == person;
            for concept in scheme.concepts.iter().filter(|_| is_person || scheme.mention) {
                for name in names(concept) {
                    let folded = Term::new(name, folding).folded;
                    if folded.chars().count() < SHORTEST {
                        continue;
                    }
                    lines.push_str(&folded);
                    lines.push('\n');
                    if is_person {
                        persons.insert(folded.clone(), concept.id.get_ref().clone());
                    }
                    // States are named by characters that transcribe.
                    if is_person || !folded.contains(is_han) {
                        inside.push(folded);
                    }
                }
            }
        }
        let finder = AhoCorasick::new(&inside).expect("the names of a corpus fit into memory");
        Known { persons, finder, lines, asked: RefCell::default() }
    }

    /// The person of the scheme who is called so.
    pub(super) fn person(&self, folded: &str) -> Option<&str> {
        self.persons.get(folded).map(String::as_str)
    }

    /// Whether a name of a scheme stands inside this one, or this one inside such a name.
    pub(super) fn touches(&self, folded: &str) -> bool {
        if let Some(&known) = self.asked.borrow().get(folded) {
            return known;
        }
        let touches = self.look(folded);
        self.asked.borrow_mut().insert(folded.to_owned(), touches);
        touches
    }

    fn look(&self, folded: &str) -> bool {
        let is_whole = |text: &str, start, end| is_at_word_edges(text, start, end, false);
        let mut inside = self.finder.find_overlapping_iter(folded);
        inside.any(|found| is_whole(folded, found.start(), found.end()))
            || self
                .lines
                .match_indices(folded)
                .any(|(at, _)| is_whole(&self.lines, at, at + folded.len()))
    }
}

fn names(concept: &Concept) -> impl Iterator<Item = &str> {
    let terms = concept.signals.iter().flat_map(|signal| &signal.terms).map(String::as_str);
    concept.label.texts().chain([concept.id.get_ref().as_str()]).chain(terms)
}
