//! What else is asked for where not all words of a query need be there? What only hints at them: concepts that they
//! speak for, words of their family, parts of them, and what is related to words that no passage has.

use vitrine_corpus::model::{
    ArchivedCorpus, ArchivedKeywords, ArchivedThesaurus, ArchivedUsage, Nearness,
};
use vitrine_corpus::order;
use vitrine_corpus::text::{is_unspaced, stem};

use crate::matching::is_found;

use super::expand::{MIN_STEM, forms_of, labels, of_family_akin, push, with_other_senses};
use super::family::stems;
use super::{Also, How, Needle, Node, Part, PartKind, Term};

/// A character tells something by itself that at most one passage of so many has.
const FEW: usize = 50;

/// What stands between two characters that a word for short keeps.
const BETWEEN: usize = 2;

/// More of the words that one may be short for would no longer be read.
const LONG_FORMS: usize = 3;

/// So many of the words that are used as one is, the nearest.
const NEAREST: usize = 3;

/// Adds what hints at the terms of a query, and tells it of the parts of the query that they are in.
pub(super) struct Widener<'a> {
    pub(super) corpus: &'a ArchivedCorpus,
    pub(super) thesaurus: Option<&'a ArchivedThesaurus>,
    pub(super) parts: &'a mut [Part],
    /// Which words are used alike, if these hint at each other.
    pub(super) usage: Option<&'a ArchivedUsage>,
    /// Whether the curator gave passages all of the query as a keyword: what has a character of it is there by chance.
    pub(super) is_keyword: bool,
}

impl Widener<'_> {
    /// Widens the terms of a search in which not all need be there.
    pub(super) fn widen(&mut self, node: &mut Node) {
        match node {
            Node::Most(nodes, ..) | Node::Any(nodes) | Node::All(nodes) => {
                nodes.iter_mut().for_each(|node| self.widen(node));
            }
            Node::Term(term) if !term.is_exact => {
                let known = term.needles.len();
                self.widen_term(term);
                self.tell(&term.needles, known);
            }
            _ => {}
        }
    }

    /// Needles from `known` on were added to the first one: so it is said of the part of the query that has it.
    fn tell(&mut self, needles: &[Needle], known: usize) {
        let added = &needles[known..];
        if added.is_empty() {
            return;
        }
        let (own, fold) = (&needles[0].folded, &self.corpus.fold);
        let has_it = |part: &&mut Part| {
            part.kind != PartKind::Exclusion && fold.fold(&part.text).text.contains(own)
        };
        let Some(part) = self.parts.iter_mut().find(has_it) else { return };
        for needle in added {
            if !part.also.iter().any(|also| also.folded == needle.folded) {
                part.also.push(Also::from(needle));
            }
        }
    }

    fn widen_term(&self, term: &mut Term) {
        let corpus = self.corpus;
        let Some(own) = term.needles.first().map(|needle| needle.folded.clone()) else { return };
        let signals = &corpus.lexicon.signals;
        let mut take = |signal: &str| term.labels.extend(labels(corpus, signals.find(signal)));
        take(&stem(&own));
        for (end, _) in own.char_indices().skip(MIN_STEM) {
            take(&[&own[..end], "*"].concat());
        }
        take(&[&own, "*"].concat());
        if let Some(thesaurus) = self.thesaurus.filter(|it| !it.keywords.terms.is_empty()) {
            term.indexed = indexed(&thesaurus.keywords, term);
        }
        let needles = &mut term.needles;
        if own.bytes().all(|b| b.is_ascii_lowercase()) {
            with_other_senses(corpus, &own, needles);
            let family = of_family_akin(corpus, &own, needles);
            family.into_iter().for_each(|needle| push(needle, needles));
            self.with_related(&own, needles);
        } else if own.chars().all(is_unspaced) {
            // A name is said whole.
            if !needles.iter().any(|needle| needle.how == How::Name) {
                with_parts(&own, needles);
            }
            self.with_related(&own, needles);
            if !self.is_keyword && !self.finds(needles, |_| true) {
                with_long_forms(corpus, &own, needles);
                with_rare_characters(corpus, &own, needles);
            }
        }
    }

    /// Whether any passage has a needle that stands so for the term.
    fn finds(&self, needles: &[Needle], so: impl Fn(How) -> bool) -> bool {
        needles.iter().any(|needle| so(needle.how) && is_found(self.corpus, needle))
    }

    /// Adds what the thesaurus has for a word that no passage has, nor what it surely means: words that are related to it,
    /// and the nearest of those that are used as it is.
    fn with_related(&self, own: &str, needles: &mut Vec<Needle>) {
        let Some(thesaurus) = self.thesaurus else { return };
        let key = stem(own);
        synonyms(thesaurus, own).for_each(|word| push(word, needles));
        if self.finds(needles, |how| how <= How::Translation) {
            return;
        }
        for place in thesaurus.terms.find(&key).into_iter().flat_map(|n| thesaurus.related.list(n))
        {
            push(Needle::new(thesaurus.words.get(place as usize), How::Related), needles);
        }
        let Some(usage) = self.usage else { return };
        let alike = usage.terms.find(&key).into_iter().flat_map(|n| usage.related(n));
        let mut nearest: Vec<u64> = alike
            .filter(|(_, nearness)| *nearness >= Nearness::Nearer)
            .map(|(place, nearness)| order::key(Nearness::Same as usize - nearness as usize, place))
            .collect();
        order::sort(&mut nearest);
        let nearest = nearest.into_iter().map(|key| usage.words.get(order::second(key)));
        // A single character of a script without spaces is a part of too much else.
        let words =
            nearest.filter(|word| !word.chars().all(is_unspaced) || word.chars().nth(1).is_some());
        for word in words.take(NEAREST) {
            forms_of(self.corpus, word, How::Related, needles);
        }
    }
}

/// Words of the corpus that mean the same as a folded word that it lacks.
pub(super) fn synonyms<'a>(
    thesaurus: &'a ArchivedThesaurus,
    word: &str,
) -> impl Iterator<Item = Needle> + 'a {
    let places = thesaurus.terms.find(word).into_iter();
    let places = places.flat_map(|n| thesaurus.synonyms.list(n));
    places.map(|place| Needle::new(thesaurus.words.get(place as usize), How::Translation))
}

/// The passages that the curator gave a keyword with a term's own word, another of its family, or what surely means the
/// same; ascending.
fn indexed(keywords: &ArchivedKeywords, term: &Term) -> Vec<usize> {
    let mut passages = Vec::new();
    for needle in term.needles.iter().filter(|needle| needle.how <= How::Translation) {
        let own = needle.folded.as_str();
        let stems = stems(own);
        stems.iter().for_each(|stem| passages.extend(keywords.with(stem)));
        if stems.iter().all(|stem| stem != own) {
            passages.extend(keywords.with(own));
        }
    }
    passages.sort_unstable();
    passages.dedup();
    passages
}

/// Adds the parts of two characters of a word of a script without spaces: what is said of 核武器 may be
/// said of 核武 or 武器.
fn with_parts(own: &str, needles: &mut Vec<Needle>) {
    let places: Vec<usize> =
        own.char_indices().map(|(at, _)| at).chain(std::iter::once(own.len())).collect();
    if places.len() < 4 {
        return;
    }
    for ends in places.windows(3) {
        push(Needle::new(&own[ends[0]..ends[2]], How::Near), needles);
    }
}

/// Adds what a word that no passage has is short for: two of its characters with others between them, as 官媒 is of
/// 官方媒體.
fn with_long_forms(corpus: &ArchivedCorpus, own: &str, needles: &mut Vec<Needle>) {
    let characters: Vec<char> = own.chars().collect();
    for pair in characters.windows(2) {
        let both = Needle::new(&String::from_iter(pair), How::Near);
        let mut forms: Vec<&str> = Vec::new();
        for passage in both.seeker(corpus).candidates.iter() {
            let folded = &*corpus.passages[passage].folded;
            let begins = folded.match_indices(pair[0]).map(|(from, _)| &folded[from..]);
            for form in begins.filter_map(|text| long_form(text, pair[1])) {
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
            if forms.len() >= LONG_FORMS {
                break;
            }
        }
        forms.truncate(LONG_FORMS);
        forms.into_iter().for_each(|form| push(Needle::new(form, How::Near), needles));
    }
}

/// From the first character of a text to the next `last`, if at most [`BETWEEN`] others stand between them, all of a
/// script without spaces.
fn long_form(text: &str, last: char) -> Option<&str> {
    let mut inside = text.char_indices().skip(1).take(BETWEEN + 1);
    let (at, _) =
        inside.find(|&(_, c)| c == last || !is_unspaced(c)).filter(|&(_, c)| c == last)?;
    Some(&text[..at + last.len_utf8()])
}

/// Adds the characters of a word that few passages have: what is said of 屈辱 may be said of 恥辱.
fn with_rare_characters(corpus: &ArchivedCorpus, own: &str, needles: &mut Vec<Needle>) {
    let few = corpus.passages.len() / FEW + 1;
    for c in own.chars() {
        let needle = Needle::new(c.encode_utf8(&mut [0; 4]), How::Near);
        if needle.seeker(corpus).candidates.len() <= few {
            push(needle, needles);
        }
    }
}
