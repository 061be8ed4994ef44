//! How are passages named? By ids that begin alike within a document, which the image has once.

use std::ops::Range;

use rkyv::{Archive, Serialize};

use super::{ArchivedCorpus, Document, Passage, Words};

/// The ids of all passages ([`Passage::id`]). Those of one document mostly begin with its own: what they have in common
/// is kept for the document, and of each passage what comes after it.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Ids {
    /// What all ids of a document's passages begin with, by document.
    pub beginnings: Words,
    /// What follows, by passage.
    pub endings: Words,
}

impl Ids {
    /// The ids of these passages, which are those of the documents in turn.
    pub fn of(documents: &[Document], passages: &[Passage]) -> Ids {
        let mut ids = Ids::default();
        for document in documents {
            ids.push(passages[document.passages()].iter().map(|passage| &*passage.id));
        }
        ids
    }

    /// Appends those of a document.
    fn push<'a>(&mut self, of_document: impl Iterator<Item = &'a str> + Clone) {
        let beginning = of_document.clone().reduce(common_beginning).unwrap_or_default();
        self.beginnings.push(beginning);
        of_document.for_each(|id| self.endings.push(&id[beginning.len()..]));
    }
}

/// What both begin with.
fn common_beginning<'a>(one: &'a str, other: &str) -> &'a str {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    &one[..one.floor_char_boundary(common)]
}

impl ArchivedIds {
    /// The id of passage `n`, which is in this document.
    fn get(&self, document: usize, n: usize) -> String {
        [self.beginnings.get(document), self.endings.get(n)].concat()
    }

    /// The first passage with this id. `passages` are those of each document.
    fn find(&self, id: &str, passages: impl Iterator<Item = Range<usize>>) -> Option<usize> {
        self.beginnings.iter().zip(passages).find_map(|(beginning, mut passages)| {
            let ending = id.strip_prefix(beginning)?;
            let place = self.endings.among(passages.clone()).position(|own| own == ending)?;
            passages.nth(place)
        })
    }
}

impl ArchivedCorpus {
    /// The id of passage `n`.
    pub fn passage_id(&self, n: usize) -> String {
        self.ids.get(self.passages[n].document.to_native() as usize, n)
    }

    /// The place of the passage with this id.
    pub fn passage_by_id(&self, id: &str) -> Option<usize> {
        self.ids.find(id, self.documents.iter().map(|document| document.passages()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ids_come_back_and_are_found(
            documents in prop::collection::vec(prop::collection::vec("[a朝朞]{0,4}", 0..5), 0..9),
            asked in prop::collection::vec("[a朝朞]{0,4}", 9),
        ) {
            let (mut ids, mut ranges, mut all) = (Ids::default(), Vec::new(), Vec::new());
            for own in &documents {
                ids.push(own.iter().map(String::as_str));
                ranges.push(all.len()..all.len() + own.len());
                all.extend(own);
            }
            let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&ids).unwrap();
            let ids = rkyv::access::<ArchivedIds, rkyv::rancor::Error>(&bytes).unwrap();
            for (document, range) in ranges.iter().enumerate() {
                for n in range.clone() {
                    prop_assert_eq!(&ids.get(document, n), all[n]);
                }
            }
            for id in asked.iter().chain(all.iter().copied()) {
                let place = all.iter().position(|own| *own == id);
                prop_assert_eq!(ids.find(id, ranges.iter().cloned()), place);
            }
        }
    }
}
