//! Which words does the corpus use, and how often does each passage say them?
//!
//! Words were told apart when the corpus was compiled. What is kept is what counting needs: the list of
//! terms, for each of them the passages it stands in with how often, and for each passage how many
//! words it has. Repeats and boilerplate have none: what is said twice by copying is not said twice.

use rkyv::{Archive, Serialize};

use crate::model::Words;
use crate::packed::{Narrow, Numbers, push_number};

/// The terms of a corpus and where they stand.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Terms {
    /// The terms as they are most often written, in the order of their folding.
    pub words: Words,
    /// For each term in turn: in how many passages it is, less one; then for each of these, ascending,
    /// twice how far it is from the passage before (the first from 0), and one more if the term stands
    /// there more than once; then, in that case, how often, less two. All of it LEB128.
    pub lists: Vec<u8>,
    /// How many words each passage has, those among them that are in no list; 0 for a passage that does
    /// not count. Stop words and bare numbers are no words here.
    pub lengths: Narrow,
}

impl Terms {
    /// Appends a term; the caller keeps them sorted. `places` are pairs of passage, ascending strictly,
    /// and how often it says the term.
    ///
    /// # Panics
    /// If there is no place: a term that stands nowhere is none.
    pub fn push(&mut self, written: &str, places: &[(u32, u32)]) {
        assert!(!places.is_empty(), "a term stands somewhere");
        self.words.push(written);
        push_number(&mut self.lists, places.len() as u32 - 1);
        let mut before = 0;
        for &(passage, times) in places {
            let is_again = u32::from(times > 1);
            push_number(&mut self.lists, (passage - before) << 1 | is_again);
            if times > 1 {
                push_number(&mut self.lists, times - 2);
            }
            before = passage;
        }
    }
}

impl ArchivedTerms {
    /// Calls back for every place of every term, term by term: the term's number, the passage, and how
    /// often it says the term. All lists are walked, as whoever counts needs them all.
    pub fn each(&self, mut place: impl FnMut(usize, usize, u32)) {
        let mut numbers = Numbers(&self.lists);
        let mut next = || numbers.next().unwrap_or_default();
        for term in 0..self.words.len() {
            let mut passage = 0;
            for _ in 0..=next() {
                let step = next();
                passage += (step >> 1) as usize;
                let times = if step & 1 == 1 { next() + 2 } else { 1 };
                place(term, passage, times);
            }
        }
    }

    /// How many words passage `n` has.
    pub fn length(&self, n: usize) -> u32 {
        match n < self.lengths.len() {
            true => self.lengths.get(n) as u32,
            false => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pushed_is_walked() {
        let given: [(&str, &[(u32, u32)]); 3] =
            [("a", &[(0, 1), (1, 7), (70_000, 2)]), ("b", &[(3, 200)]), ("丙", &[(69, 1)])];
        let mut terms = Terms { lengths: Narrow::of(vec![1, 65_536]), ..Terms::default() };
        given.iter().for_each(|(term, places)| terms.push(term, places));
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&terms).unwrap();
        let terms = rkyv::access::<ArchivedTerms, rkyv::rancor::Error>(&bytes).unwrap();
        let mut walked = Vec::new();
        terms.each(|term, passage, times| walked.push((term, passage as u32, times)));
        let expected: Vec<(usize, u32, u32)> = given
            .iter()
            .enumerate()
            .flat_map(|(n, (_, places))| {
                places.iter().map(move |&(passage, times)| (n, passage, times))
            })
            .collect();
        assert_eq!(walked, expected);
        assert_eq!([0, 1, 2].map(|n| terms.length(n)), [1, 65_536, 0]);
        assert_eq!(terms.words.get(2), "丙");
    }
}
