//! What does a query find?
//!
//! [`search_with`] answers a [`Request`] (a query in the query language, a [`Selection`] of facet values
//! and a sort order) with [`Results`]: every hit in order, the counts of every facet value, and how
//! the query was read. [`marks()`] says which words of a passage matched, [`excerpt`] which part of a
//! long one to show. [`cross()`] counts hits by the values of two facets at once, [`concordance()`] sets
//! the hits out line by line between their neighbours, and [`terms()`] counts the words of the results.
//!
//! Matching is by *needles* over folded text: a needle is found where the folded text has the same
//! characters, and where it begins or ends with a letter or digit of a script with spaces, a word
//! must begin or end there. So 伙伴 is found inside 全面戰略夥伴關係, and `aid` is not found inside
//! `said`. The postings narrow down where to look; they never decide.
//!
//! The crate is compiled for the host and for the browser and knows neither: it takes an archived
//! corpus and gives plain data.

#![warn(missing_docs)]

pub mod anchor;
mod bitset;
mod candidates;
mod concordance;
mod counts;
mod cross;
mod keywords;
mod marks;
mod matching;
mod meaning;
mod needle;
mod proximity;
mod query;
mod rank;
#[cfg(test)]
mod seeds;
mod selection;
mod snippet;
mod terms;

pub use concordance::{
    Context, Line, LineSort, MOST_LINES, concordance, concordance_csv, context, count_lines,
};
pub use counts::{Count, FacetCounts};
pub use cross::{Cross, Side, by_value, cross};
pub use marks::Marker;
pub use query::{Also, How, Note, NoteKind, Part, PartKind, Reading, and, literally, valued};
pub use selection::{FacetSelection, Selection};
pub use snippet::{Excerpt, excerpt};
pub use terms::{
    Collocate, LEAST_FOR_KEYNESS, Term, TermList, TermSort, collocates, hundredths, terms,
    terms_csv,
};

use vitrine_corpus::model::{ArchivedCorpus, ArchivedThesaurus};

use bitset::Bitset;
use matching::Found;
use meaning::Meaning;

/// What a reader asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// A query in the query language; empty finds everything.
    pub query: String,
    /// The chosen facet values.
    pub selection: Selection,
    /// The order of the hits.
    pub sort: Sort,
    /// Passages among which is searched; all of the corpus unless said. For a choice that the corpus knows
    /// nothing of.
    pub among: Option<Vec<usize>>,
    /// The facets whose values are counted.
    pub counted: Counted,
}

/// Some of the facets: a bit for each, by its place among [`vitrine_corpus::facet::FACETS`]. All of them unless said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted(pub u32);

impl Default for Counted {
    fn default() -> Counted {
        Counted(u32::MAX)
    }
}

impl Counted {
    /// Whether a facet is one of them.
    pub(crate) fn has(self, facet: usize) -> bool {
        self.0 >> facet & 1 == 1
    }
}

/// The order of the hits. Ties are in corpus order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; without words to rank by, this is corpus order.
    #[default]
    Relevance,
    /// As the documents stand in the corpus.
    Corpus,
    /// By the first date a passage names; those without a date come last.
    Date,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// All hits, in order.
    pub hits: Vec<Hit>,
    /// In how many documents they are.
    pub documents: usize,
    /// For each facet (in the order of [`vitrine_corpus::facet::FACETS`]), the count of each value,
    /// counted as if that facet had no selection: so many there would be with this value instead. Of a facet of which all
    /// chosen values must be had, counted within its selection: so many there would be with this value as well. Those of
    /// a facet that was not to be counted are empty.
    pub counts: Vec<FacetCounts>,
    /// How the query was read.
    pub reading: Reading,
}

/// A passage that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Index into the corpus' passages.
    pub passage: usize,
    /// How well it answers the query: 0 or more, comparable within one answer.
    pub score: f32,
}

/// Answers a request by what the corpus itself has.
pub fn search(corpus: &ArchivedCorpus, request: &Request) -> Results {
    search_with(corpus, None, request)
}

/// Answers a request; where words of it are in no passage, also by what the corpus' thesaurus has for these, and where it
/// is a question or long, by the words that are used as its own are.
pub fn search_with(
    corpus: &ArchivedCorpus,
    thesaurus: Option<&ArchivedThesaurus>,
    request: &Request,
) -> Results {
    let mut answered = answer(corpus, thesaurus, &request.query, false);
    if answered.found.passages.is_empty() && answered.reading.may_be_begun(corpus, &request.query) {
        let begun = answer(corpus, thesaurus, &request.query, true);
        if !begun.found.passages.is_empty() {
            answered = begun;
        }
    }
    let Answered { mut reading, mut found, meant } = answered;
    if found.passages.is_empty() {
        reading.show_nothing();
    }
    if let Some(among) = &request.among {
        let mut kept = Bitset::empty(found.passages.size());
        let size = kept.size();
        among.iter().filter(|n| **n < size).for_each(|n| kept.insert(*n));
        found.passages.intersect(&kept);
    }
    let filters = selection::filters(corpus, &request.selection, reading.names_role());
    let passing = counts::passing(&found.passages, &filters);
    let mut hits = rank::order(corpus, &passing, &found.scores, request.sort);
    if request.sort == Sort::Relevance {
        proximity::prefer_near(corpus, &reading, &mut hits);
        if let Some((meaning, all)) = &meant {
            meaning.order(all, &mut hits);
            reading.tell(corpus, meaning.words(&hits));
        }
    }
    let is_asked = reading.names_role()
        || found.passages.len() < found.passages.size()
        || request.selection.facets.iter().any(|facet| !facet.is_empty());
    Results {
        documents: counts::documents(corpus, &passing),
        counts: match is_asked {
            true => counts::count(corpus, &found.passages, &filters, request),
            false => counts::unasked(corpus, request.counted),
        },
        hits,
        reading,
    }
}

/// What a query finds of all passages, and how it was read.
struct Answered<'a> {
    reading: Reading,
    found: Found,
    /// What passages mean of the query where they were ranked by that, and those that come first all the same.
    meant: Option<(Meaning<'a>, Bitset)>,
}

/// Reads a query, and finds what it asks for. With `is_begun`, its last word may be the beginning of one.
fn answer<'a>(
    corpus: &'a ArchivedCorpus,
    thesaurus: Option<&'a ArchivedThesaurus>,
    query: &str,
    is_begun: bool,
) -> Answered<'a> {
    let mut reading = query::read(corpus, thesaurus, query, is_begun);
    let mut found = matching::evaluate(corpus, &reading);
    let is_said = !found.passages.is_empty() && !reading.is_near_miss();
    let keyword = thesaurus.filter(|_| !is_said);
    let keyword = keyword.and_then(|thesaurus| reading.as_keyword(corpus, thesaurus));
    let of_whole = |kind| Note { span: 0..query.len(), kind };
    let mut meant: Option<(Meaning<'a>, Bitset)> = None;
    if (found.passages.is_empty() || reading.question.is_some())
        && let Some(most) = reading.most()
    {
        let kind = match found.passages.is_empty() {
            _ if keyword.is_some() => NoteKind::Keyword,
            true => NoteKind::Relaxed,
            false => NoteKind::Widened,
        };
        let note = of_whole(kind);
        // What the words as they stand have gathered is not copied for a reading that has others in their place.
        let own = reading.root.take();
        let widened =
            |usage| reading.clone().relaxed(corpus, thesaurus, usage, most.clone(), note.clone());
        let mut relaxed = widened(None);
        let mut most = matching::evaluate(corpus, &relaxed);
        if most.passages.len() > found.passages.len() {
            let usage = thesaurus.map(|thesaurus| &thesaurus.usage);
            let usage = usage.filter(|_| relaxed.is_asked_at_length());
            let meaning = usage.and_then(|usage| Meaning::of(corpus, usage, &relaxed));
            if meaning.is_some() {
                // Only now: where nothing has enough of the words, what is used as they are is chance.
                relaxed = widened(usage);
                most = matching::evaluate(corpus, &relaxed);
            }
            reading = relaxed;
            reading.tell_nowhere(corpus);
            let most = matching::first_then(&found.passages, most);
            let all = std::mem::replace(&mut found, most).passages;
            if let Some(mut meaning) = meaning {
                if reading.is_words_alone() {
                    meaning.add_to(&mut found.passages);
                }
                meant = Some((meaning, all));
            }
        } else {
            reading.root = own;
        }
    }
    if let Some(keyword) = keyword {
        found.put_first(&keyword.indexed);
        if let Some((_, all)) = &mut meant {
            keyword.indexed.iter().for_each(|&passage| all.insert(passage));
        }
        reading.add(keyword, of_whole(NoteKind::Keyword));
    }
    Answered { reading, found, meant }
}

/// Folded words, such as those of [`Also`], as the corpus first writes them; `None` if no passage has them.
pub fn as_written(corpus: &ArchivedCorpus, folded: &str) -> Option<String> {
    marks::as_written(corpus, folded)
}

/// The words of passage `n` that match the reading, which is of this corpus: byte ranges of its text, in order, not
/// overlapping. [`Marker`] does it for many passages.
pub fn marks(corpus: &ArchivedCorpus, reading: &Reading, n: usize) -> Vec<std::ops::Range<usize>> {
    Marker::new(corpus, reading).marks(n)
}
