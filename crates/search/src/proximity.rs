//! Do the words stand together? Among the best hits, those come first in which the words of the query
//! are near each other.

use std::ops::Range;

use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedSpan};
use vitrine_corpus::order;

use crate::Hit;
use crate::needle::Seeker;
use crate::query::{Node, Reading};

/// How many of the best hits are looked at. They stay before all others.
const LOOKED_AT: usize = 20;

/// How much more a passage scores in which all words of the query stand side by side.
const NEARNESS: f32 = 0.25;

/// How much more again, if what answers the question stands among them.
const ANSWER_NEARNESS: f32 = 0.5;

/// Further places of a term in a passage are not looked at.
const PLACES: usize = 32;

/// Orders the best hits anew, by how near the terms of the query are to each other and to what answers
/// it.
pub(crate) fn prefer_near(corpus: &ArchivedCorpus, reading: &Reading, hits: &mut [Hit]) {
    let mut terms = Vec::new();
    if let Some(root) = &reading.root {
        gather(corpus, root, &mut terms);
    }
    if terms.len() < 2 || hits.len() < 2 {
        return;
    }
    let best = hits.len().min(LOOKED_AT);
    let hits = &mut hits[..best];
    let answer = reading.question.as_ref().map_or(Answer::Words, |question| question.answer);
    let mut places = Places::default();
    for hit in hits.iter_mut() {
        places.clear();
        for needles in &terms {
            places.add(needles.iter().flat_map(|needle| needle.hits(corpus, hit.passage)));
        }
        let mut nearness = NEARNESS * places.nearness();
        let answers = answers(corpus, hit.passage, answer);
        if !answers.is_empty() {
            places.add(answers.into_iter());
            nearness += ANSWER_NEARNESS * places.nearness();
        }
        hit.score *= 1.0 + nearness;
    }
    // A few, nearly in order; a sort of one more type would cost the page kilobytes.
    for n in 1..hits.len() {
        let mut at = n;
        while at > 0 && hits[at - 1].score < hits[at].score {
            hits.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Where in its folded text a passage has what answers a question.
fn answers(corpus: &ArchivedCorpus, n: usize, answer: Answer) -> Vec<Range<usize>> {
    let passage = &corpus.passages[n];
    let place = |span: &ArchivedSpan| {
        let Range { start, end } = span.range();
        corpus.folded_place(n, start)..corpus.folded_place(n, end)
    };
    match answer {
        Answer::Figure => passage.figures().iter().map(|figure| place(&figure.span)).collect(),
        Answer::Date => passage.dates().iter().map(|date| place(&date.span)).collect(),
        Answer::Words | Answer::Person => Vec::new(),
    }
}

/// The needles of each term that a passage is asked for.
fn gather<'a>(corpus: &'a ArchivedCorpus, node: &'a Node, terms: &mut Vec<Vec<&'a Seeker>>) {
    match node {
        Node::All(nodes) | Node::Most(nodes, ..) => {
            nodes.iter().for_each(|node| gather(corpus, node, terms));
        }
        Node::Term(term) => {
            let needles = term.needles.iter();
            terms.push(needles.map(|needle| needle.seeker(corpus)).collect());
        }
        // Of several ways to say a term the first is the reader's own.
        Node::Any(nodes) => {
            let has_needles =
                |node: &&Node| matches!(node, Node::Term(term) if !term.needles.is_empty());
            if let Some(node) = nodes.iter().find(has_needles).or(nodes.first()) {
                gather(corpus, node, terms);
            }
        }
        Node::Not(_) | Node::Values { .. } | Node::Date(_) | Node::Figure(_) => {}
    }
}

/// Where terms stand in a text.
#[derive(Default)]
struct Places {
    /// The place and the term's number, as one number, so that they sort by place.
    keys: Vec<u64>,
    /// How long each term is where it stands last; 0 for one that is not there.
    lengths: Vec<usize>,
}

impl Places {
    fn clear(&mut self) {
        self.keys.clear();
        self.lengths.clear();
    }

    /// Adds the places of one more term.
    fn add(&mut self, hits: impl Iterator<Item = Range<usize>>) {
        let term = self.lengths.len();
        self.lengths.push(0);
        for hit in hits.take(PLACES) {
            self.keys.push(order::key(hit.start, term));
            self.lengths[term] = hit.len();
        }
    }

    /// From 0 to 1: what share of the shortest part of the text that has all terms it has is the terms
    /// themselves, times the share of the terms that it has.
    fn nearness(&mut self) -> f32 {
        order::sort(&mut self.keys);
        let terms = self.lengths.len();
        let present = self.lengths.iter().filter(|&&length| length > 0).count();
        if present < 2 {
            return 0.0;
        }
        let own: usize = self.lengths.iter().sum();
        let shortest = shortest_window(&self.keys, terms, present);
        let share = own as f32 / (shortest + own / present).max(own) as f32;
        share * present as f32 / terms as f32
    }
}

/// The least distance between the first and the last of `present` different terms.
fn shortest_window(places: &[u64], terms: usize, present: usize) -> usize {
    let (place, term) = (order::first, order::second);
    let mut inside = vec![0_usize; terms];
    let (mut different, mut from, mut shortest) = (0, 0, usize::MAX);
    for &key in places {
        different += usize::from(inside[term(key)] == 0);
        inside[term(key)] += 1;
        while different == present {
            shortest = shortest.min(place(key) - place(places[from]));
            inside[term(places[from])] -= 1;
            different -= usize::from(inside[term(places[from])] == 0);
            from += 1;
        }
    }
    shortest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needle::Words;
    use crate::query::{How, Needle};

    #[test]
    fn words_side_by_side_are_nearest() {
        let needles: Vec<Needle> =
            ["alpha", "beta"].iter().map(|word| Needle::new(word, How::Written)).collect();
        let near = |text: &str| {
            let mut places = Places::default();
            needles.iter().for_each(|needle| places.add(Words::new(needle).hits(text)));
            places.nearness()
        };
        let apart = "alpha one two three four five six beta";
        assert!(near("alpha beta gamma") > 0.8);
        assert!(near("alpha beta gamma") > near("alpha or beta"));
        assert!(near("alpha or beta") > near(apart) && near(apart) > 0.0);
        assert_eq!(near(&format!("{apart} one alpha beta")), near("alpha beta"));
        assert_eq!(near("alpha alpha"), 0.0);
    }

    #[test]
    fn a_window_has_each_term_once() {
        let at = order::key;
        let places = [at(0, 0), at(10, 1), at(12, 0), at(40, 2), at(44, 1), at(50, 0)];
        assert_eq!(shortest_window(&places, 3, 3), 10);
    }
}
