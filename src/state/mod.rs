//! What does the page know? One writable signal holds where the reader is; everything else follows
//! from it and from the corpus.
//!
//! Nothing here knows the browser: what a reader does becomes a [`Located`] view, and
//! [`crate::app`] carries it into the history.

pub mod actors;
pub mod anchor;
pub mod annotations;
pub mod clippings;
pub mod concepts;
pub mod document;
pub mod facets;
pub mod figures;
pub mod folds;
pub mod fragment;
pub mod framework;
pub mod glosses;
pub mod hits;
pub mod intent;
pub mod listing;
pub mod matrix;
pub mod method;
pub mod order;
pub mod segments;
pub mod takeaway;
pub mod timeline;
pub mod view_state;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use vitrine_corpus::facet::{ArchivedFacet, FACETS};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedPassage};
use vitrine_search::{Counted, FacetSelection, Request, Results, Selection};

use crate::embedded::search;
use crate::i18n::{Lang, Messages, ViewMessages};
use anchor::Words;
use clippings::{Clipping, Clippings};
use fragment::{LinkNote, Vocabulary};
use intent::Intent;
use view_state::{Choice, EVERY, Filter, TAGS, ViewState};

/// A view, and who led there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Located {
    /// The view.
    pub view: ViewState,
    /// Who led there.
    pub by: Leader,
}

/// Who leads to a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leader {
    /// A link or the history, which has it already.
    #[default]
    Link,
    /// The reader, with each character of a query.
    Typing,
    /// The reader, with something else on the page.
    Choice,
}

/// Whether the part of the program that comes after the page stands is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It is on its way.
    Coming,
    /// It is here.
    Here,
    /// It could not be fetched.
    Missing,
}

/// How much of the page is drawn. It begins in steps, so that none keeps the browser from answering for long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing yet: what the link asks for is being read.
    Bare,
    /// What stands around every view.
    Frame,
    /// The view.
    View,
    /// What was found, where the view lists it.
    Results,
    /// All that stands beside it too.
    Whole,
    /// The page stands, and whoever waits for it has been told; what is out of sight may follow.
    Standing,
}

impl Stage {
    /// What is drawn next, until nothing is left.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Bare => Some(Self::Frame),
            Self::Frame => Some(Self::View),
            Self::View => Some(Self::Results),
            Self::Results => Some(Self::Whole),
            Self::Whole => Some(Self::Standing),
            Self::Standing => None,
        }
    }
}

/// What can stand above the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// What the keys do.
    Keys,
    /// How this view is handed on.
    Share,
    /// How a passage is cited.
    Cite(usize),
}

/// The page's state. Copied freely; it lives in Leptos' context.
#[derive(Clone, Copy)]
pub struct State {
    /// The corpus.
    pub corpus: &'static ArchivedCorpus,
    /// Where the reader is.
    pub located: RwSignal<Located>,
    /// The same without who led there.
    pub view: Memo<ViewState>,
    /// What is asked of the search; changes less often than the view.
    pub request: Memo<Request>,
    /// The answer.
    pub answer: Memo<Answer>,
    /// What in the last link could not be used.
    pub link_notes: RwSignal<Vec<LinkNote>>,
    /// The results a reader came from, to lead back to from a document.
    pub came_from: RwSignal<ViewState>,
    /// Language of the page.
    pub lang: RwSignal<Lang>,
    /// The words that the reader has selected, where they are of one passage.
    pub selected: RwSignal<Option<Words>>,
    /// The passage of which words are selected.
    pub selected_in: Memo<Option<usize>>,
    /// What the reader took away again from what is put aside, with its place; the last one last. A note is not lost by a
    /// press too many.
    pub taken_away: RwSignal<Vec<(usize, Clipping)>>,
    /// A short message about something just done.
    pub toast: RwSignal<Option<&'static str>>,
    /// How much of the page is drawn.
    pub stage: RwSignal<Stage>,
    /// The rest of the program.
    pub rest: RwSignal<Rest>,
    /// Whether searches use the thesaurus, which comes with the rest.
    pub has_thesaurus: RwSignal<bool>,
    /// What stands above the page, if anything does.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What the reader has put aside.
    pub clippings: RwSignal<Clippings>,
    /// What the reader saw of an answer last.
    pub seen: StoredValue<Seen>,
    /// Whether keys that are pressed alone do something.
    pub single_keys: RwSignal<bool>,
}

/// How much of an answer a reader saw, so that the way back leads there.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The question.
    pub question: Request,
    /// How many passages were drawn.
    pub passages: usize,
    /// Where the reader was among them.
    pub at: Option<Held>,
}

/// Id of the search field.
pub const SEARCH_FIELD: &str = "search";

/// A passage on the screen, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its id.
    pub passage: String,
    /// How far it begins from the window's top, in CSS pixels.
    pub top: f64,
}

/// Results that are compared by being the same, not by looking at each hit.
#[derive(Clone)]
pub struct Answer(Arc<Results>);

impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Answer {
    /// Whether a reader sees the same: what is found, counted and said of the query.
    fn is_like(&self, other: &Results) -> bool {
        self.hits == other.hits
            && self.counts == other.counts
            && self.reading.parts == other.reading.parts
            && self.reading.notes == other.reading.notes
    }
}

impl std::ops::Deref for Answer {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.0
    }
}

impl State {
    /// The state of a page that begins with this link.
    pub fn new(corpus: &'static ArchivedCorpus, link: &str, lang: Lang) -> State {
        let (view, notes) = fragment::read(link, corpus);
        let located = RwSignal::new(Located { view, by: Leader::Link });
        let view = Memo::new(move |_| located.with(|located| located.view.clone()));
        let clippings = RwSignal::new(Clippings::default());
        let request = Memo::new(move |_| view.with(|view| request(corpus, view, clippings)));
        let has_thesaurus = RwSignal::new(false);
        let answer = Memo::new(move |before: Option<&Answer>| {
            has_thesaurus.track();
            let results = request.with(|request| search(corpus, request));
            // The thesaurus mostly changes nothing, and what stands is not drawn again for it.
            let same = before.filter(|before| before.is_like(&results));
            same.cloned().unwrap_or_else(|| Answer(Arc::new(results)))
        });
        let selected: RwSignal<Option<Words>> = RwSignal::new(None);
        let selected_in =
            Memo::new(move |_| selected.with(|words| words.as_ref().map(|words| words.passage)));
        State {
            corpus,
            located,
            view,
            request,
            answer,
            link_notes: RwSignal::new(notes),
            came_from: RwSignal::new(ViewState::default()),
            lang: RwSignal::new(lang),
            selected,
            selected_in,
            taken_away: RwSignal::default(),
            toast: RwSignal::new(None),
            stage: RwSignal::new(Stage::Bare),
            rest: RwSignal::new(Rest::Coming),
            has_thesaurus,
            dialog: RwSignal::new(None),
            clippings,
            seen: StoredValue::default(),
            single_keys: RwSignal::new(true),
        }
    }

    /// The state in whose page the caller is.
    pub fn expect() -> State {
        expect_context()
    }

    /// Does what the reader asks for.
    pub fn go(self, intent: Intent) {
        let by = if matches!(intent, Intent::Search(_)) { Leader::Typing } else { Leader::Choice };
        let view = intent.apply(self.view.get_untracked());
        self.link_notes.update(Vec::clear);
        self.located.set(Located { view, by });
    }

    /// Goes where a link or the history leads.
    pub fn follow(self, link: &str) {
        let (view, notes) = fragment::read(link, self.corpus);
        self.link_notes.set(notes);
        self.located.set(Located { view, by: Leader::Link });
    }

    /// The reader has selected these characters of what is shown of a passage, or nothing.
    pub fn select(self, words: Option<(String, Option<Range<usize>>, Range<usize>)>) {
        let words = words.and_then(|(id, part, characters)| {
            let passage = self.corpus.passage_by_id(&id)?;
            let text = self.text(passage);
            let span = anchor::selected(&text, part.unwrap_or(0..text.len()), characters)?;
            Some(Words { passage, span })
        });
        if self.selected.with_untracked(|selected| *selected != words) {
            self.selected.set(words);
        }
    }

    /// Says that a choice could not be remembered, unless it could.
    pub fn tell_unless(self, is_kept: bool) {
        if !is_kept {
            self.toast.set(Some(self.words().choice_not_kept));
        }
    }

    /// The words of the page, in the language it has now. Views are built anew when that changes,
    /// so they need not track it.
    pub fn words(self) -> &'static Messages {
        self.lang.get_untracked().messages()
    }

    /// The same for the parts of the page that come after it stands.
    pub fn view_words(self) -> &'static ViewMessages {
        self.lang.get_untracked().view_messages()
    }

    /// The tag of the page's language.
    pub fn tag(self) -> &'static str {
        self.lang.get_untracked().tag()
    }

    /// Passage `n`.
    pub fn passage(self, n: usize) -> &'static ArchivedPassage {
        &self.corpus.passages[n]
    }

    /// The id of passage `n`.
    pub fn passage_id(self, n: usize) -> String {
        self.corpus.passage_id(n)
    }

    /// The words of passage `n`.
    pub fn text(self, n: usize) -> Cow<'static, str> {
        self.corpus.text(n)
    }

    /// The language tag of passage `n`.
    pub fn passage_lang(self, n: usize) -> &'static str {
        &self.corpus.languages[usize::from(self.passage(n).lang.to_native())]
    }

    /// The name of facet `n`.
    pub fn facet_label(self, n: usize) -> &'static str {
        if n == TAGS {
            return self.words().own_tags;
        }
        self.corpus.facets[n].label.text(self.tag())
    }

    /// The name of a facet's value.
    pub fn value_label(self, facet: usize, id: &str) -> &'static str {
        let facet: &'static ArchivedFacet = &self.corpus.facets[facet];
        facet.value(id).map_or("", |value| facet.values[value].label.text(self.tag()))
    }

    /// Answers a request, and once more when the thesaurus is here.
    pub fn search(self, request: &Request) -> Results {
        self.has_thesaurus.track();
        search(self.corpus, request)
    }

    /// How many passages there would be after `intent`.
    pub fn hits_after(self, intent: Intent) -> usize {
        let view = intent.apply(self.view.get_untracked());
        let request = Request { counted: Counted(0), ..self.request_of(&view) };
        search(self.corpus, &request).hits.len()
    }

    /// Takes a passage away from what is put aside; whether it was there.
    pub fn take_away(self, passage: &str) -> bool {
        let gone = self.clippings.try_update(|all| all.remove(passage)).flatten();
        let is_gone = gone.is_some();
        self.taken_away.update(|all| all.extend(gone));
        is_gone
    }

    /// Puts back a passage that was taken away, with its note and where it stood; whether it was.
    pub fn put_back(self, passage: &str) -> bool {
        let known = self.taken_away.try_update(|all| {
            let known = all.iter().rposition(|(_, clipping)| clipping.passage == passage)?;
            Some(all.remove(known))
        });
        let Some((place, clipping)) = known.flatten() else { return false };
        self.clippings.update(|all| all.restore(place, clipping));
        true
    }

    /// What a view asks of the search.
    pub fn request_of(self, view: &ViewState) -> Request {
        request(self.corpus, view, self.clippings)
    }

    /// Whether a value is chosen, one way or the other.
    pub fn is_chosen(self, filter: &Filter) -> bool {
        self.view.with(|view| {
            let choice = &view.facets[filter.facet];
            let side = if filter.excluded { &choice.exclude } else { &choice.include };
            side.contains(&filter.value)
        })
    }
}

/// What a view asks of the search.
fn request(corpus: &ArchivedCorpus, view: &ViewState, clippings: RwSignal<Clippings>) -> Request {
    let facets = view.facets.iter().zip(corpus.facets.iter());
    // Where a facet has no values, no passage has any of them.
    let is_in_vain = |(choice, facet): (&Choice, &ArchivedFacet)| {
        choice.include.contains(EVERY) && facet.values.is_empty()
    };
    let among = if facets.clone().any(is_in_vain) {
        Some(Vec::new())
    } else {
        // What is put aside matters only to who asks for tags.
        let tags = Some(&view.facets[TAGS]).filter(|tags| !tags.is_empty());
        tags.map(|tags| clippings.with(|clippings| tagged(corpus, tags, clippings)))
    };
    Request {
        query: view.query.clone(),
        selection: Selection {
            facets: facets.map(|(choice, facet)| select(facet, choice)).collect(),
        },
        sort: view.sort,
        among,
        ..Request::default()
    }
}

/// The passages whose tags are asked for.
fn tagged(corpus: &ArchivedCorpus, choice: &Choice, clippings: &Clippings) -> Vec<usize> {
    let is_asked = |asked: bool| {
        let own =
            clippings.all().iter().filter(move |clipping| choice.has(&clipping.tags) == asked);
        own.filter_map(|clipping| corpus.passage_by_id(&clipping.passage))
    };
    // What is not put aside has no tags.
    if choice.has(&[]) {
        let mut is_left_out = vec![false; corpus.passages.len()];
        is_asked(false).for_each(|n| is_left_out[n] = true);
        return (0..is_left_out.len()).filter(|&n| !is_left_out[n]).collect();
    }
    is_asked(true).collect()
}

fn select(facet: &ArchivedFacet, choice: &Choice) -> FacetSelection {
    let chosen = |ids: &BTreeSet<String>| -> Vec<usize> {
        ids.iter().filter_map(|id| facet.value(id)).collect()
    };
    let values = |ids: &BTreeSet<String>| match ids.contains(EVERY) {
        true => (0..facet.values.len()).collect(),
        false => chosen(ids),
    };
    let exclude = values(&choice.exclude);
    // No passage has every value there is; one that has all of the others has any.
    let others = chosen(&choice.include);
    let is_any = choice.include.contains(EVERY) && others.is_empty();
    match choice.all && !is_any {
        true => FacetSelection { include: others, exclude, all: true },
        false => FacetSelection { include: values(&choice.include), exclude, all: false },
    }
}

impl Vocabulary for ArchivedCorpus {
    fn has_value(&self, facet: usize, value: &str) -> bool {
        debug_assert!(facet < FACETS.len());
        self.facets[facet].value(value).is_some()
    }

    fn has_passage(&self, id: &str) -> bool {
        self.passage_by_id(id).is_some()
    }

    fn has_document_of(&self, id: &str) -> bool {
        document::of_passage(self, id).is_some()
    }

    fn has_unit(&self, unit: &str) -> bool {
        (0..self.passages.len()).any(|n| figures::units(self, n).any(|known| known == unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_value_beside_others_asks_for_no_more_than_these() {
        let corpus = crate::embedded::corpus().unwrap();
        let facet = &corpus.facets[0];
        let selection = |ids: &[&str], all: bool| {
            let include = ids.iter().map(|id| (*id).to_owned()).collect();
            select(facet, &Choice { include, all, ..Choice::default() })
        };
        let first = facet.values[0].id.as_str();
        assert_eq!(selection(&[EVERY, first], true), selection(&[first], true));
        let any = selection(&[EVERY], true);
        assert_eq!((any.include.len(), any.all), (facet.values.len(), false));
        assert_eq!(selection(&[EVERY, first], false), any);
        assert!(selection(&[], true).all, "as if one more were chosen");
    }
}
