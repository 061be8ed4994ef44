//! What has become of the passage, or of the words, that a link points at? And what must a link say so that this
//! can be told later?

use std::borrow::Cow;
use std::ops::Range;

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::text::{byte_of_char, part};
use vitrine_search::anchor::{Quote, Resolution, Stretches, places, quote, resolve};

use super::intent::read_at;
use super::view_state::ViewState;

/// How much of a passage a link to all of it quotes, in characters.
const BEGINNING: usize = 48;

/// More candidates than this are no help.
const CANDIDATES: usize = 5;

/// Words of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The passage.
    pub passage: usize,
    /// In bytes of its text.
    pub span: Range<usize>,
}

/// Where a link leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The passage, if it is sure which one.
    pub passage: Option<usize>,
    /// The words to mark; several where a passage was split between them.
    pub marks: Vec<Words>,
    /// What there is to tell.
    pub fate: Fate,
}

/// What has become of what a link points at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Fate {
    /// Nothing: it is as it was, or nothing is pointed at.
    #[default]
    Same,
    /// The words stand; the passage around them has changed, or is elsewhere.
    Moved,
    /// These words stand in place of those that the link quotes.
    Rewritten(String),
    /// It may be one of these, the likeliest first.
    Uncertain(Vec<Words>),
    /// It is not there.
    Gone,
}

impl Anchor {
    /// The words of passage `n` that are marked.
    pub fn marks_in(&self, n: usize) -> Vec<Range<usize>> {
        let own = self.marks.iter().filter(|words| words.passage == n);
        own.map(|words| words.span.clone()).collect()
    }
}

/// Where a view points to in this document.
pub fn anchor(
    corpus: &ArchivedCorpus,
    document: usize,
    at: Option<&str>,
    quoted: Option<&Quote>,
) -> Anchor {
    let Some(at) = at else {
        return Anchor::default();
    };
    let Some(quoted) = quoted else {
        let passage = corpus.passage_by_id(at);
        let fate = if passage.is_some() { Fate::Same } else { Fate::Gone };
        return Anchor { passage, marks: Vec::new(), fate };
    };
    let fold = |text: &str| corpus.fold.fold(text).text;
    let folded = Quote {
        words: fold(&quoted.words),
        before: fold(&quoted.before),
        after: fold(&quoted.after),
        since: fold(&quoted.since),
        until: fold(&quoted.until),
        ..quoted.clone()
    };
    let texts = folded_texts(corpus, document);
    let passages = corpus.passages_of(document);
    let named = corpus.passage_by_id(at).filter(|n| passages.contains(n));
    let named = named.map(|n| n - passages.start);
    let words = |place: &Stretches| words(corpus, document, place);
    let marked = |place: &Stretches, fate: fn(String) -> Fate| {
        let found = words(place);
        let now: Vec<_> = found.iter().map(|words| said(corpus, words)).collect();
        Anchor {
            passage: found.first().map(|words| words.passage),
            fate: fate(now.join(" ")),
            // A passage is marked by itself.
            marks: if quoted.is_beginning { Vec::new() } else { found },
        }
    };
    match resolve(named, &folded, &texts, &corpus.version) {
        Resolution::Found(place) => marked(&place, |_| Fate::Same),
        Resolution::Moved(place) => marked(&place, |_| Fate::Moved),
        Resolution::Rewritten(place) => marked(&place, Fate::Rewritten),
        Resolution::Uncertain(all) => {
            let first = all.iter().filter_map(|place| words(place).into_iter().next());
            Anchor { fate: Fate::Uncertain(first.collect()), ..Anchor::default() }
        }
        Resolution::Gone => match elsewhere(corpus, document, &folded.words) {
            none if none.is_empty() => Anchor { fate: Fate::Gone, ..Anchor::default() },
            some => Anchor { fate: Fate::Uncertain(some), ..Anchor::default() },
        },
    }
}

/// A view that shows these words of a passage, or all of it, and carries what is needed to find them again.
pub fn view_of(corpus: &ArchivedCorpus, n: usize, span: Option<Range<usize>>) -> ViewState {
    let passage = &corpus.passages[n];
    let document = passage.document.to_native() as usize;
    let passages = corpus.passages_of(document);
    let texts: Vec<Cow<'_, str>> = passages.clone().map(|n| corpus.text(n)).collect();
    let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
    let is_beginning = span.is_none();
    let span = span.unwrap_or_else(|| {
        let text = texts[n - passages.start];
        let end = text.char_indices().nth(BEGINNING);
        0..end.map_or(text.len(), |(end, _)| end)
    });
    let fold = |text: &str| corpus.fold.fold(text).text;
    let quote = quote(&texts, n - passages.start, span, &corpus.version, fold);
    ViewState {
        quote: quote.map(|quote| Quote { is_beginning, ..quote }),
        ..read_at(&ViewState::default(), &corpus.passage_id(n))
    }
}

/// What words say.
pub fn said<'a>(corpus: &'a ArchivedCorpus, words: &Words) -> Cow<'a, str> {
    part(&corpus.text(words.passage), words.span.clone())
}

/// Words that are counted in characters of what is shown of a text, as bytes of all of it.
pub fn selected(text: &str, part: Range<usize>, characters: Range<usize>) -> Option<Range<usize>> {
    let shown = text.get(part.clone())?;
    let byte = |place: usize| part.start + byte_of_char(shown, place);
    let span = byte(characters.start)..byte(characters.end);
    (!span.is_empty()).then_some(span)
}

fn folded_texts(corpus: &ArchivedCorpus, document: usize) -> Vec<&str> {
    corpus.passages_of(document).map(|n| &*corpus.passages[n].folded).collect()
}

/// A place in a document, as words of its passages.
fn words(corpus: &ArchivedCorpus, document: usize, place: &Stretches) -> Vec<Words> {
    let first = corpus.passages_of(document).start;
    let part = |(n, folded): &(usize, Range<usize>)| {
        let passage = first + n;
        let span = corpus.original_spans(passage, std::slice::from_ref(folded)).remove(0);
        Words { passage, span }
    };
    place.iter().map(part).collect()
}

/// Where the other documents say the same words.
fn elsewhere(corpus: &ArchivedCorpus, document: usize, folded: &str) -> Vec<Words> {
    let others = (0..corpus.documents.len()).filter(|other| *other != document);
    let found = others.flat_map(|other| {
        let places = places(folded, &folded_texts(corpus, other));
        places.into_iter().filter_map(move |place| words(corpus, other, &place).into_iter().next())
    });
    found.take(CANDIDATES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::corpus;
    use crate::state::document::of_passage;
    use crate::state::fragment::{read, write};

    /// A passage of running text that is long enough to quote from.
    fn passage() -> usize {
        let corpus = corpus().unwrap();
        let is_long = |n: &usize| {
            corpus.text(*n).chars().count() > 80 && corpus.passages[*n].repeats().is_none()
        };
        (0..corpus.passages.len()).rev().find(is_long).unwrap()
    }

    fn opened(view: &ViewState) -> Anchor {
        let corpus = corpus().unwrap();
        let (view, notes) = read(&write(view), corpus);
        assert_eq!(notes, []);
        let document = of_passage(corpus, view.at.as_deref().unwrap()).unwrap();
        anchor(corpus, document, view.at.as_deref(), view.quote.as_ref())
    }

    #[test]
    fn every_passage_is_found_by_its_link() {
        let corpus = corpus().unwrap();
        for n in 0..corpus.passages.len() {
            let anchor = opened(&view_of(corpus, n, None));
            assert_eq!((anchor.passage, anchor.fate), (Some(n), Fate::Same), "{n}");
        }
    }

    #[test]
    fn words_are_found_in_a_passage_that_has_another_name() {
        let corpus = corpus().unwrap();
        let n = passage();
        let text = corpus.text(n);
        let span = selected(&text, 0..text.len(), 20..40).unwrap();
        let mut view = view_of(corpus, n, Some(span.clone()));
        assert_eq!(opened(&view).fate, Fate::Same);
        view.at.as_mut().unwrap().push('x');
        view.quote.as_mut().unwrap().version.push('x');
        let moved = opened(&view);
        assert_eq!((moved.passage, &moved.fate), (Some(n), &Fate::Moved));
        let marked: Vec<_> = moved.marks.iter().map(|words| said(corpus, words)).collect();
        assert_eq!(marked, [view.quote.as_ref().unwrap().words.as_str()]);

        // Their words of then are not those of now.
        let then = view.quote.as_ref().unwrap().words.clone();
        view.quote.as_mut().unwrap().words = then.replacen(then.chars().nth(9).unwrap(), "變", 1);
        assert_eq!(opened(&view).fate, Fate::Rewritten(then));
        view.quote = Some(Quote { words: "nothing of the kind".into(), ..Quote::default() });
        assert_eq!(opened(&view), Anchor { fate: Fate::Gone, ..Anchor::default() });
    }

    #[test]
    fn an_old_link_without_words_is_found_or_gone() {
        let corpus = corpus().unwrap();
        let n = passage();
        let mut view = read_at(&ViewState::default(), &corpus.passage_id(n));
        assert_eq!(opened(&view), Anchor { passage: Some(n), ..Anchor::default() });
        view.at.as_mut().unwrap().push('x');
        assert_eq!(opened(&view), Anchor { fate: Fate::Gone, ..Anchor::default() });
    }

    #[test]
    fn what_is_selected_is_counted_in_characters() {
        let text = "a𠮷朝b";
        assert_eq!(selected(text, 0..9, 1..2), Some(1..5));
        assert_eq!(selected(text, 1..9, 0..2), Some(1..8));
        assert_eq!(selected(text, 0..9, 3..3), None);
        assert_eq!(selected(text, 1..5, 0..9), Some(1..5), "no more than is shown");
        assert_eq!(selected(text, 2..9, 0..9), None, "inside of a character");
    }
}
