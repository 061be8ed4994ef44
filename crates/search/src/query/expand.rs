//! In what other words may it be said? Inflections, names, translations: what stands for a term of the
//! query, as the corpus' lexicon has it.

use vitrine_corpus::model::{ArchivedCorpus, ArchivedPostings};
use vitrine_corpus::text::{is_unspaced, is_word, stem};

use super::{How, Needle, Node};

/// Shorter stems have too many words that only begin alike.
const MIN_STEM: usize = 3;

/// Shorter stems begin too many words that have nothing to do with them.
const MIN_FAMILY: usize = 5;

/// A longer ending makes another word of it.
const LONGEST_SUFFIX: usize = 3;

/// Longer words in scripts without spaces are not in the lexicon.
const LONGEST: usize = 8;

/// What stands for a folded term, beside the term itself.
pub(super) fn equivalents(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    let is_word = folded.bytes().all(|b| b.is_ascii_lowercase());
    let own = if is_word { stem(folded) } else { folded.to_owned() };
    if is_word {
        inflected(corpus, folded, &own, &mut needles);
    }
    look_up(corpus, folded, &own, &mut needles);
    if is_word && own.len() >= MIN_FAMILY {
        derived(corpus, &own, &mut needles);
    }
    needles
}

/// What the dictionary has for words derived from this one: `short` and `shortage`.
fn derived(corpus: &ArchivedCorpus, own: &str, needles: &mut Vec<Needle>) {
    let terms = &corpus.lexicon.terms;
    for n in terms.with_prefix(own) {
        if (1..=LONGEST_SUFFIX).contains(&(terms.get(n).len() - own.len())) {
            add(corpus, &corpus.lexicon.translations, n, How::Near, own, needles);
        }
    }
}

/// What the lexicon has for several words in a row: names of one thing, then translations.
pub(super) fn of_phrase(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    let stems: Vec<String> = folded.split(' ').map(stem).collect();
    look_up(corpus, folded, &stems.join(" "), &mut needles);
    needles
}

/// What the lexicon has for a term as it is written and for its stem.
fn look_up(corpus: &ArchivedCorpus, folded: &str, stem: &str, needles: &mut Vec<Needle>) {
    for term in [folded, stem] {
        let Some(n) = corpus.lexicon.terms.find(term) else { continue };
        add(corpus, &corpus.lexicon.names, n, How::Name, folded, needles);
        add(corpus, &corpus.lexicon.translations, n, How::Translation, folded, needles);
    }
}

/// Whether the lexicon says that the term is a name or a label with other forms.
pub(super) fn is_name(corpus: &ArchivedCorpus, folded: &str) -> bool {
    let place = corpus.lexicon.terms.find(folded);
    place.is_some_and(|n| corpus.lexicon.names.list(n).next().is_some())
}

/// Whether the word says nothing by itself.
pub(super) fn is_stop_word(corpus: &ArchivedCorpus, folded: &str) -> bool {
    corpus.lexicon.stop_words.find(folded).is_some()
}

/// Whether the query is a question: it ends like one, begins with a word that asks, or, in a script
/// without spaces, has one.
pub(super) fn is_question(corpus: &ArchivedCorpus, query: &str) -> bool {
    let folded = corpus.fold.fold(query).text;
    let folded = folded.trim();
    let first = folded.split(|c| !is_word(c)).next().unwrap_or_default();
    let asks = &corpus.lexicon.question_words;
    let has_one = || asks.iter().any(|word| word.contains(is_unspaced) && folded.contains(word));
    folded.ends_with('?')
        || asks.find(first).is_some()
        || (folded.contains(is_unspaced) && has_one())
}

/// The corpus' words of the same stem.
fn inflected(corpus: &ArchivedCorpus, word: &str, own: &str, needles: &mut Vec<Needle>) {
    // `country` and `countries` differ in the stem's last letter.
    let beginning = &own[..own.len() - 1];
    if beginning.len() < MIN_STEM {
        return;
    }
    let words = &corpus.index.words;
    for n in words.with_prefix(beginning) {
        let other = words.get(n);
        if other != word && stem(other) == own {
            push(Needle::new(other, How::Inflected), needles);
        }
    }
}

fn add(
    corpus: &ArchivedCorpus,
    lists: &ArchivedPostings,
    n: usize,
    how: How,
    but: &str,
    needles: &mut Vec<Needle>,
) {
    for other in lists.list(n) {
        let other = corpus.lexicon.terms.get(other as usize);
        if other != but {
            push(Needle::new(other, how), needles);
        }
    }
}

fn push(needle: Needle, needles: &mut Vec<Needle>) {
    if !needles.iter().any(|other| other.folded == needle.folded) {
        needles.push(needle);
    }
}

/// A run of a script without spaces, cut into terms of the lexicon, the longest first. What is between
/// them stays together two characters at a time, so that it still finds something.
pub(super) fn segments<'a>(corpus: &ArchivedCorpus, run: &'a str) -> Vec<&'a str> {
    let places: Vec<usize> =
        run.char_indices().map(|(at, _)| at).chain(std::iter::once(run.len())).collect();
    let is_term =
        |text: &str| corpus.lexicon.terms.find(text).is_some() || is_stop_word(corpus, text);
    let mut segments = Vec::new();
    let mut unknown: Option<usize> = None;
    let mut n = 0;
    while n + 1 < places.len() {
        let longest = (n + 1..places.len().min(n + 1 + LONGEST)).rev();
        let found =
            longest.map(|end| (end, &run[places[n]..places[end]])).find(|(_, t)| is_term(t));
        match found {
            Some((end, term)) => {
                if let Some(from) = unknown.take() {
                    segments.extend(pairs(&run[places[from]..places[n]]));
                }
                segments.push(term);
                n = end;
            }
            None => {
                unknown.get_or_insert(n);
                n += 1;
            }
        }
    }
    if let Some(from) = unknown {
        segments.extend(pairs(&run[places[from]..]));
    }
    segments
}

/// Adds to a term of a script without spaces its parts of two characters: what is said of 核武器 may be
/// said of 核武 or 武器.
pub(super) fn with_parts(node: &mut Node) {
    let Node::Term(term) = node else { return };
    let Some(own) = term.needles.first().map(|needle| needle.folded.clone()) else { return };
    let places: Vec<usize> =
        own.char_indices().map(|(at, _)| at).chain(std::iter::once(own.len())).collect();
    if places.len() < 4 || !own.chars().all(is_unspaced) {
        return;
    }
    for ends in places.windows(3) {
        push(Needle::new(&own[ends[0]..ends[2]], How::Near), &mut term.needles);
    }
}

/// Unknown characters in pairs; a last one that is left over by itself is left out, unless it is all.
fn pairs(run: &str) -> Vec<&str> {
    if !run.chars().all(is_unspaced) {
        return run.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    }
    let places: Vec<usize> =
        run.char_indices().map(|(at, _)| at).chain(std::iter::once(run.len())).collect();
    if places.len() == 2 {
        return vec![run];
    }
    places.windows(3).step_by(2).map(|ends| &run[ends[0]..ends[2]]).collect()
}
