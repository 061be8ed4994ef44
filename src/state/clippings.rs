//! What has a reader put aside? Passages in the reader's own order, with notes; pure data, which
//! `src/browser/clippings.rs` keeps in the browser and reads from files.

use serde::{Deserialize, Serialize};
use vitrine_corpus::model::ArchivedCorpus;

/// What a file of clippings says it is.
pub const FORMAT: &str = "vitrine-clippings";

/// The version of that format which this page writes; it reads this and older ones.
pub const VERSION: u32 = 1;

/// How many colours there are beside none.
pub const COLOURS: u8 = 5;

/// A passage that was put aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clipping {
    /// The passage, by its id.
    pub passage: String,
    /// Its words when it was put aside: they are kept should the corpus lose it.
    pub text: String,
    /// The title of its document, then.
    pub source: String,
    /// What the reader wrote beside it.
    pub note: String,
    /// Its colour, from 1; 0 is none.
    pub colour: u8,
    /// The reader's own words to find it by.
    pub tags: Vec<String>,
}

/// Clippings as a file and as what the browser keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The corpus' id.
    pub corpus: String,
    /// The version of the corpus that they were last seen with.
    #[serde(default, rename = "corpusVersion")]
    pub corpus_version: String,
    /// In the reader's order.
    pub clippings: Vec<Clipping>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is no file of clippings, or damaged.
    Unreadable,
    /// It was written by a newer version of this page.
    Newer,
    /// It is of another corpus.
    Foreign,
}

/// What a reader has put aside, in the reader's order; no passage twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clippings(Vec<Clipping>);

impl Clippings {
    /// In order.
    pub fn all(&self) -> &[Clipping] {
        &self.0
    }

    /// Whether a passage is among them.
    pub fn has(&self, passage: &str) -> bool {
        self.0.iter().any(|clipping| clipping.passage == passage)
    }

    /// Puts passage `n` at the end, if it is not among them.
    pub fn put(&mut self, corpus: &ArchivedCorpus, n: usize, lang: &str) {
        let (id, passage) = (corpus.passage_id(n), &corpus.passages[n]);
        if self.has(&id) {
            return;
        }
        let document = &corpus.documents[passage.document.to_native() as usize];
        self.0.push(Clipping {
            passage: id,
            text: corpus.text(n).into_owned(),
            source: document.title.text(lang).to_owned(),
            ..Clipping::default()
        });
    }

    /// Takes one away, and gives it back with its place.
    pub fn remove(&mut self, passage: &str) -> Option<(usize, Clipping)> {
        let place = self.0.iter().position(|clipping| clipping.passage == passage)?;
        Some((place, self.0.remove(place)))
    }

    /// Puts back what was taken away.
    pub fn restore(&mut self, place: usize, clipping: Clipping) {
        if !self.has(&clipping.passage) {
            self.0.insert(place.min(self.0.len()), clipping);
        }
    }

    /// Moves one by so many places, as far as there are places.
    pub fn shift(&mut self, passage: &str, by: isize) {
        if let Some(place) = self.0.iter().position(|clipping| clipping.passage == passage) {
            let to = place.saturating_add_signed(by).min(self.0.len() - 1);
            let clipping = self.0.remove(place);
            self.0.insert(to, clipping);
        }
    }

    /// Changes one.
    pub fn change(&mut self, passage: &str, change: impl FnOnce(&mut Clipping)) {
        if let Some(clipping) = self.0.iter_mut().find(|clipping| clipping.passage == passage) {
            change(clipping);
        }
    }

    /// Adds what is not among them yet. Where a passage is, the reader's own note and colour stay, and what
    /// the other says besides is put behind; so taking the same in twice changes nothing. How many came.
    pub fn take_in(&mut self, others: Vec<Clipping>) -> usize {
        let mut came = 0;
        for other in others {
            if other.passage.is_empty() {
                continue;
            }
            let Some(own) = self.0.iter_mut().find(|own| own.passage == other.passage) else {
                self.0.push(Clipping { colour: other.colour.min(COLOURS), ..other });
                came += 1;
                continue;
            };
            if !own.note.contains(other.note.trim()) {
                if !own.note.is_empty() {
                    own.note.push('\n');
                }
                own.note.push_str(other.note.trim());
            }
            if own.colour == 0 {
                own.colour = other.colour.min(COLOURS);
            }
            for tag in other.tags {
                if !own.tags.contains(&tag) {
                    own.tags.push(tag);
                }
            }
        }
        came
    }

    /// Takes over what another window has made of them, and keeps what was changed here since they were as in
    /// `before`, though the other has changed or removed the same: nobody's words are lost.
    pub fn follow(&mut self, before: &Clippings, others: Vec<Clipping>) {
        let here = std::mem::take(self);
        self.take_in(others);
        let is_changed = |own: &Clipping| before.has(&own.passage) && !before.0.contains(own);
        for own in here.0.into_iter().filter(is_changed) {
            let Some(other) = self.0.iter_mut().find(|other| other.passage == own.passage) else {
                self.0.push(own);
                continue;
            };
            let is_as_before = before.0.contains(other);
            let other = std::mem::replace(other, own);
            if !is_as_before {
                self.take_in(vec![other]);
            }
        }
    }

    /// The tags, each once, in the order in which they first stand.
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = Vec::new();
        for tag in self.0.iter().flat_map(|clipping| &clipping.tags) {
            if !tags.contains(&&**tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// As a file.
    pub fn to_file(&self, corpus: &ArchivedCorpus) -> File {
        File {
            format: FORMAT.to_owned(),
            version: VERSION,
            corpus: corpus.id.to_string(),
            corpus_version: corpus.version.to_string(),
            clippings: self.0.clone(),
        }
    }
}

impl File {
    /// What it holds, if it is of this corpus and this page can read it.
    ///
    /// # Errors
    /// Why it cannot be taken.
    pub fn of(self, corpus: &ArchivedCorpus) -> Result<Vec<Clipping>, Refused> {
        match () {
            () if self.format != FORMAT => Err(Refused::Unreadable),
            () if self.version > VERSION => Err(Refused::Newer),
            () if self.corpus != *corpus.id => Err(Refused::Foreign),
            () => Ok(self.clippings),
        }
    }
}

/// Tags as a reader types them: with commas between, of either writing.
pub fn read_tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split([',', '，', '、', ';', '；']).map(str::trim) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ids(clippings: &Clippings) -> Vec<&str> {
        clippings.all().iter().map(|clipping| &*clipping.passage).collect()
    }

    fn clipping(passage: &str) -> Clipping {
        Clipping { passage: passage.to_owned(), ..Clipping::default() }
    }

    #[test]
    fn they_stand_in_the_readers_order() {
        let mut clippings = Clippings(["a", "b", "c"].map(clipping).into());
        clippings.shift("c", -1);
        assert_eq!(ids(&clippings), ["a", "c", "b"]);
        clippings.shift("a", -1);
        clippings.shift("b", 7);
        assert_eq!(ids(&clippings), ["a", "c", "b"]);
        let (place, removed) = clippings.remove("c").unwrap();
        assert_eq!(ids(&clippings), ["a", "b"]);
        clippings.restore(place, removed);
        assert_eq!(ids(&clippings), ["a", "c", "b"]);
    }

    #[test]
    fn a_passage_is_put_aside_once_and_keeps_its_words() {
        let corpus = crate::embedded::corpus().unwrap();
        let mut clippings = Clippings::default();
        clippings.put(corpus, 3, "en");
        clippings.put(corpus, 3, "en");
        assert_eq!(clippings.all().len(), 1);
        assert_eq!(clippings.all()[0].text, corpus.text(3));
    }

    #[test]
    fn only_a_file_of_this_corpus_is_taken() {
        let corpus = crate::embedded::corpus().unwrap();
        let mut clippings = Clippings::default();
        clippings.put(corpus, 0, "en");
        let file = clippings.to_file(corpus);
        assert_eq!(file.clone().of(corpus), Ok(clippings.0.clone()));
        let with = |change: fn(&mut File)| {
            let mut file = file.clone();
            change(&mut file);
            file.of(corpus)
        };
        assert_eq!(with(|file| file.version += 1), Err(Refused::Newer));
        assert_eq!(with(|file| file.corpus.push('x')), Err(Refused::Foreign));
        assert_eq!(with(|file| file.format.clear()), Err(Refused::Unreadable));
    }

    #[test]
    fn tags_are_read_as_people_write_them() {
        assert_eq!(read_tags(" a,b ，c、a; ;"), ["a", "b", "c"]);
        assert!(read_tags(" , ").is_empty());
    }

    #[test]
    fn what_is_typed_here_outlives_what_another_window_does() {
        let note =
            |passage: &str, note: &str| Clipping { note: note.to_owned(), ..clipping(passage) };
        let before = Clippings(vec![note("a", ""), note("b", "old"), note("c", "")]);
        let typed = |passage: &str, words: &str| {
            let mut here = before.clone();
            here.change(passage, |clipping| clipping.note = words.to_owned());
            here
        };
        let follow = |mut here: Clippings, others: Vec<Clipping>| {
            here.follow(&before, others);
            here.0
        };
        let a = "half a sen";
        // The other window puts one aside, removes one, or moves one: all of it comes, and the note stays.
        let [b, c] =
            ["b", "c"].map(|id| before.0.iter().find(|own| own.passage == id).unwrap().clone());
        let others = vec![c.clone(), note("a", ""), clipping("d")];
        assert_eq!(follow(typed("a", a), others), [c.clone(), note("a", a), clipping("d")]);
        // What it removes while a note to it is typed comes back.
        assert_eq!(
            follow(typed("a", a), vec![b.clone(), c.clone()]),
            [b.clone(), c.clone(), note("a", a)]
        );
        // Where both write, both are kept.
        let both = follow(typed("b", "here"), vec![note("b", "there")]);
        assert_eq!(both, [note("b", "here\nthere")]);
        // Where nothing was typed, the other's are taken as they are, and what it removed is gone.
        assert_eq!(follow(before.clone(), vec![note("b", "new")]), [note("b", "new")]);
        // What was taken away here stays away only if the other has not got it.
        let mut here = before.clone();
        here.remove("c");
        assert_eq!(follow(here, vec![b.clone()]), [b]);
    }

    prop_compose! {
        fn some()(
            all in proptest::collection::vec(
                ("[a-e]", "[xy ]{0,3}", 0..9_u8, proptest::collection::vec("[s-u]", 0..3)),
                0..6,
            )
        ) -> Vec<Clipping> {
            let all = all.into_iter();
            all.map(|(passage, note, colour, tags)| Clipping { passage, note, colour, tags, ..Clipping::default() })
                .collect()
        }
    }

    proptest! {
        /// Taking the same in twice changes nothing, and nothing that was there is lost.
        #[test]
        fn taking_in_is_idempotent(own in some(), others in some()) {
            let mut clippings = Clippings::default();
            clippings.take_in(own);
            let before = clippings.clone();
            clippings.take_in(others.clone());
            let once = clippings.clone();
            prop_assert_eq!(clippings.take_in(others.clone()), 0);
            prop_assert_eq!(&clippings, &once);
            prop_assert_eq!(&ids(&once)[..before.all().len()], ids(&before));
            for (before, after) in before.all().iter().zip(once.all()) {
                prop_assert!(after.note.starts_with(&before.note));
                prop_assert!(before.tags.iter().all(|tag| after.tags.contains(tag)));
            }
            for other in others {
                let own = once.all().iter().find(|own| own.passage == other.passage).unwrap();
                prop_assert!(own.note.contains(other.note.trim()) && own.colour <= COLOURS);
                prop_assert!(other.tags.iter().all(|tag| own.tags.contains(tag)));
            }
        }
    }
}
