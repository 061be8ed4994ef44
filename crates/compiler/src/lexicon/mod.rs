//! Which terms stand for each other? Names by all their variants, labels of concepts across languages,
//! the curator's own `synonyms.toml`, and a dictionary, all cut down to what this corpus can answer; and for what is
//! not in it at all, a thesaurus.

mod aligned;
mod concepts;
mod dictionary;
mod journeys;
mod keywords;
mod names;
mod phrases;
mod synonyms;
mod thesaurus;
mod usage;

use dictionary::{Translations, Vocabulary};
pub(crate) use dictionary::{chinese_words, entries as chinese_entries};
pub(crate) use names::states;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aho_corasick::AhoCorasick;
use vitrine_corpus::model::{Answer, Lexicon, Passage, Postings, Scheme, Thesaurus};
use vitrine_corpus::text::{is_at_word_edges, stem};

use crate::config::Config;
use crate::folding::Folding;

/// Words that say nothing by themselves; one a line, in any script.
const STOP_WORDS: &str = include_str!("../../data/stop-words.txt");

/// Words that say little by themselves; one a line, in English.
const LIGHT_WORDS: &str = include_str!("../../data/light-words.txt");

const QUESTION_WORDS: &str = include_str!("../../data/question-words.txt");

/// The corpus' own words, to be looked up.
struct Texts<'a> {
    folded: Vec<&'a str>,
}

impl Texts<'_> {
    /// Those of the terms that a passage says: as whole words, in scripts that have spaces. One walk
    /// through the texts, however many terms there are.
    fn said<'t>(&self, terms: impl Iterator<Item = &'t str>) -> BTreeSet<&'t str> {
        let terms: Vec<&str> = terms.collect::<BTreeSet<&str>>().into_iter().collect();
        let finder = AhoCorasick::new(&terms).expect("the terms of a corpus fit into memory");
        let mut said = vec![false; terms.len()];
        for text in &self.folded {
            for found in finder.find_overlapping_iter(text) {
                let n = found.pattern().as_usize();
                said[n] = said[n] || is_at_word_edges(text, found.start(), found.end(), false);
            }
        }
        terms.into_iter().zip(said).filter_map(|(term, is_said)| is_said.then_some(term)).collect()
    }
}

/// Equivalents of a term: terms of the corpus.
type Equivalents = BTreeMap<String, BTreeSet<String>>;

/// The lexicon of a corpus, and its thesaurus.
pub(crate) fn build(
    config: &Config,
    schemes: &[Scheme],
    passages: &[Passage],
    folding: &Folding,
    stop_words: &BTreeSet<String>,
) -> (Lexicon, Thesaurus) {
    let texts = Texts { folded: passages.iter().map(|passage| &*passage.folded).collect() };
    let vocabulary = Vocabulary::of(passages);
    let mut names = names::equivalents(config, &texts, &vocabulary.english, folding);
    let other_names = dictionary::other_names(&vocabulary.chinese, folding);
    for (name, others) in other_names.into_iter().chain(dictionary::peoples(passages, folding)) {
        names.entry(name).or_default().extend(others);
    }
    let is_known = |word: &str| stop_words.contains(word) || names.contains_key(word);
    let mut translations =
        dictionary::translations(passages, &vocabulary, &texts, folding, is_known);
    for (word, phrases) in phrases::said(passages, folding, |word| stop_words.contains(word)) {
        translations.same.entry(word).or_default().extend(phrases);
    }
    for (word, said) in journeys::said(&texts, folding) {
        translations.same.entry(word).or_default().extend(said);
    }
    for found in [&mut translations.same, &mut translations.partly] {
        found.retain(|term, _| !stop_words.contains(term));
    }
    let mut lexicon = write(&names, &names::ordinary(config, folding), &translations);
    let signals = concepts::signals(config, schemes, passages, folding);
    for (term, concepts) in &signals {
        lexicon.signals.push(term);
        lexicon.signalled.push(&concepts.iter().copied().collect::<Vec<u32>>());
    }
    stop_words.iter().for_each(|word| lexicon.stop_words.push(word));
    let light: BTreeSet<String> =
        listed(LIGHT_WORDS, folding).iter().map(|word| stem(word)).collect();
    light.iter().for_each(|stem| lexicon.light_words.push(stem));
    let asking = question_words(folding);
    for (word, answer) in &asking {
        lexicon.question_words.push(word);
        lexicon.answers.push(*answer);
    }
    let says_nothing = |word: &str| stop_words.contains(word) || asking.contains_key(word);
    let is_known = |word: &str| {
        stop_words.contains(word)
            || [&names, &translations.same].iter().any(|known| known.contains_key(word))
    };
    let mut thesaurus = thesaurus::of(passages, &vocabulary, &translations.same, folding, is_known);
    thesaurus.keywords = keywords::of(config, passages, folding, says_nothing);
    let keywords = keywords::given(config, passages);
    thesaurus.usage = usage::of(passages, &keywords, folding, says_nothing);
    (lexicon, thesaurus)
}

/// Words that say nothing by themselves, folded.
pub(crate) fn stop_words(folding: &Folding) -> BTreeSet<String> {
    listed(STOP_WORDS, folding)
}

/// The words of a list, folded: one a line, comments left out.
fn listed(list: &str, folding: &Folding) -> BTreeSet<String> {
    lines(list).map(|word| folding.fold(word).text).collect()
}

/// The lines of a list, comments left out.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Words that make a question of a query, and what answers it.
fn question_words(folding: &Folding) -> BTreeMap<String, Answer> {
    let mut words = BTreeMap::new();
    for line in lines(QUESTION_WORDS) {
        let (word, answer) = line.split_once(':').unwrap_or((line, ""));
        let answer = match answer.trim() {
            "figure" => Answer::Figure,
            "date" => Answer::Date,
            "person" => Answer::Person,
            _ => Answer::Words,
        };
        words.insert(folding.fold(word).text, answer);
    }
    words
}

fn write(
    names: &Equivalents,
    ordinary: &BTreeSet<String>,
    Translations { same, partly }: &Translations,
) -> Lexicon {
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (term, equivalents) in names.iter().chain(same).chain(partly) {
        all.insert(term);
        all.extend(equivalents.iter().map(String::as_str));
    }
    let mut lexicon = Lexicon::default();
    let mut place: HashMap<&str, u32> = HashMap::new();
    for (n, term) in all.iter().enumerate() {
        lexicon.terms.push(term);
        place.insert(term, n as u32);
    }
    // Both are in the order of their bytes.
    lexicon.ordinary_names =
        ordinary.iter().filter_map(|name| place.get(name.as_str()).copied()).collect();
    let list = |equivalents: &Equivalents, term: &str, postings: &mut Postings| {
        let equivalents = equivalents.get(term).into_iter().flatten();
        let mut places: Vec<u32> = equivalents.map(|other| place[other.as_str()]).collect();
        places.sort_unstable();
        postings.push(&places);
    };
    for term in &all {
        list(names, term, &mut lexicon.names);
        list(same, term, &mut lexicon.translations);
        list(partly, term, &mut lexicon.partial_translations);
    }
    lexicon
}
