//! What happened, when, and who says so? Each date a passage names is the mention of an event; mentions
//! that tell of the same thing become one event with several witnesses, also where they date it
//! differently.
//!
//! `clauses` cuts the words that tell of a date out of its passage, `mentions` says what is in them, `alike`
//! compares two mentions, and this file puts together what belongs together.

mod alike;
mod clauses;
mod mentions;

use std::collections::HashMap;

use vitrine_corpus::model::{ConceptRef, Event, Passage, Witness};

use crate::config;
use crate::folding::Folding;
use alike::{Alike, Relation};
use mentions::Mention;

/// The schemes of those who can take part in an event, by their places.
pub(crate) struct Named {
    /// All of them.
    schemes: Vec<usize>,
    /// The one of persons: to name a person says more than to name a state.
    persons: Option<usize>,
}

impl Named {
    pub(crate) fn new(schemes: &[config::Scheme]) -> Named {
        let named = schemes.iter().enumerate().filter(|(_, scheme)| scheme.mention);
        Named {
            schemes: named.map(|(n, _)| n).collect(),
            persons: schemes.iter().position(|scheme| scheme.id == "person"),
        }
    }
}

/// Finds the events of a corpus, in the order of time, and tells each date of a passage which event it
/// belongs to.
///
/// The work grows with the number of mentions and with how many share a rare feature, not with the
/// square of the corpus.
pub(crate) fn find(
    named: &Named,
    languages: &[String],
    passages: &mut [Passage],
    folding: &Folding,
) -> Vec<Event> {
    let mentions = mentions::all(passages, &named.schemes, languages, folding);
    let mut groups = Groups::new(&mentions);
    let mut pairs = translations(passages, &mentions);
    let alike = Alike::new(&mentions, named.persons);
    pairs.extend(alike.pairs(&mentions));
    // The likest first, so that a doubtful pair cannot keep a sure one apart.
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    for (a, b, _) in pairs {
        groups.join(a, b);
    }
    let mut events: Vec<(Vec<usize>, Event)> = groups
        .into_lists()
        .into_iter()
        .map(|members| (members.clone(), event(&mentions, &members)))
        .collect();
    events.sort_by(|(a, left), (b, right)| {
        let key = |event: &Event| (event.first_day, event.last_day);
        key(left).cmp(&key(right)).then(a.cmp(b))
    });
    for (n, (members, _)) in events.iter().enumerate() {
        for &member in members {
            let Mention { passage, date, .. } = mentions[member];
            passages[passage].dates[date].event = Some(n as u32);
        }
    }
    events.into_iter().map(|(_, event)| event).collect()
}

/// Dates of a passage and of its translation, each beside its twin. Dates that are equal anchor the
/// rest: where as many stand between two anchors on both sides, they are told of the same things, even
/// if they differ.
fn translations(passages: &[Passage], mentions: &[Mention]) -> Vec<(usize, usize, f32)> {
    let mut of: HashMap<usize, Vec<usize>> = HashMap::new();
    for (n, mention) in mentions.iter().enumerate() {
        of.entry(mention.passage).or_default().push(n);
    }
    let mut pairs = Vec::new();
    for (&passage, own) in &of {
        let Some(twin) = passages[passage].parallel.map(|twin| twin as usize) else { continue };
        let Some(others) = of.get(&twin).filter(|_| passage < twin) else { continue };
        if own.len() * others.len() > MOST_ANCHORED {
            continue;
        }
        let is_equal = |a: usize, b: usize| mentions[own[a]].edtf == mentions[others[b]].edtf;
        let anchors = longest_common(own.len(), others.len(), &is_equal);
        let mut from = (0, 0);
        for &(a, b) in anchors.iter().chain([&(own.len(), others.len())]) {
            if a - from.0 == b - from.1 {
                let between = (from.0..a).zip(from.1..b);
                pairs.extend(between.map(|(a, b)| (own[a], others[b], SURE)));
            }
            if a < own.len() && b < others.len() {
                pairs.push((own[a], others[b], SURE));
            }
            from = (a + 1, b + 1);
        }
    }
    pairs
}

/// Two passages with a thousand dates each are lists, and cost more to lay beside each other than it tells.
const MOST_ANCHORED: usize = 1_000_000;

/// Likeness of what is known to be the same.
const SURE: f32 = 2.0;

/// The longest common subsequence of two short lists, as pairs of places.
fn longest_common(
    left: usize,
    right: usize,
    is_equal: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut length = vec![vec![0usize; right + 1]; left + 1];
    for a in (0..left).rev() {
        for b in (0..right).rev() {
            length[a][b] = if is_equal(a, b) {
                1 + length[a + 1][b + 1]
            } else {
                length[a + 1][b].max(length[a][b + 1])
            };
        }
    }
    let (mut a, mut b, mut common) = (0, 0, Vec::new());
    while a < left && b < right {
        if is_equal(a, b) {
            common.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if length[a + 1][b] >= length[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    common
}

/// Mentions put together so far.
struct Groups<'a> {
    mentions: &'a [Mention],
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'a> Groups<'a> {
    fn new(mentions: &'a [Mention]) -> Groups<'a> {
        let all = 0..mentions.len();
        Groups {
            mentions,
            group_of: all.clone().collect(),
            members: all.map(|n| vec![n]).collect(),
        }
    }

    /// Puts the groups of two mentions together, unless that brings mentions together that cannot be
    /// of one event: a passage that names two dates tells of two things, and “2023” does not make
    /// September and November one.
    fn join(&mut self, a: usize, b: usize) {
        let (to, from) = (self.group_of[a], self.group_of[b]);
        if to == from {
            return;
        }
        let (left, right) = (&self.members[to], &self.members[from]);
        let apart = |a: usize, b: usize| {
            let (left, right) = (&self.mentions[a], &self.mentions[b]);
            left.passage == right.passage && left.edtf != right.edtf
                || left.parallel != Some(right.passage)
                    && Relation::of(left, right) == Relation::Apart
        };
        let is_pair_apart = apart(a, b);
        let others_are_apart = left.iter().any(|&x| right.iter().any(|&y| apart(x, y)));
        // Two mentions that differ may stand side by side; what hangs on them may not differ more.
        if others_are_apart && !(is_pair_apart && left.len() == 1 && right.len() == 1) {
            return;
        }
        let moved = std::mem::take(&mut self.members[from]);
        for &n in &moved {
            self.group_of[n] = to;
        }
        self.members[to].extend(moved);
        self.members[to].sort_unstable();
    }

    fn into_lists(self) -> Vec<Vec<usize>> {
        self.members.into_iter().filter(|members| !members.is_empty()).collect()
    }
}

fn event(mentions: &[Mention], members: &[usize]) -> Event {
    let mut members: Vec<&Mention> = members.iter().map(|&n| &mentions[n]).collect();
    // The most precise first; among equals, the first of the corpus.
    members.sort_by_key(|mention| {
        (mention.last_day - mention.first_day, mention.passage, mention.date)
    });
    let agrees = members.iter().enumerate().all(|(n, a)| {
        members[..n].iter().all(|b| matches!(Relation::of(a, b), Relation::Same | Relation::Within))
    });
    let mut who: Vec<(usize, ConceptRef)> = Vec::new();
    for concept in members.iter().flat_map(|mention| &mention.who) {
        match who.iter_mut().find(|(_, known)| known == concept) {
            Some((times, _)) => *times += 1,
            None => who.push((1, *concept)),
        }
    }
    who.sort_by_key(|(times, concept)| (std::cmp::Reverse(*times), concept.scheme));
    let first = members[0];
    Event {
        edtf: first.edtf.clone(),
        first_day: first.first_day,
        last_day: first.last_day,
        agrees,
        who: who.into_iter().map(|(_, concept)| concept).collect(),
        witnesses: members
            .iter()
            .map(|mention| Witness {
                passage: mention.passage as u32,
                date: mention.date as u32,
                clause: mention.clause,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_between_equal_ones_are_beside_each_other() {
        let (own, others) = (["1990", "1991", "1994"], ["1990", "1992", "1994"]);
        let common = longest_common(3, 3, &|a, b| own[a] == others[b]);
        assert_eq!(common, [(0, 0), (2, 2)]);
        assert_eq!(longest_common(0, 3, &|_, _| true), []);
    }
}
