//! What is the image made of? Bytes by part: each list with what hangs on it.

use serde_json::{Value, json};
use vitrine_corpus::model::{
    ArchivedCorpus, ArchivedPassage, ArchivedPieces, ArchivedPostings, ArchivedRuns, ArchivedWords,
};
use vitrine_corpus::packed::ArchivedNarrow;

/// The parts of an image of `whole` bytes, the rest among them, as pairs of name and bytes.
pub(crate) fn sizes(corpus: &ArchivedCorpus, whole: usize) -> Value {
    let of = |size: fn(&ArchivedPassage) -> usize| corpus.passages.iter().map(size).sum::<usize>();
    let facets = corpus.facets.iter().map(|facet| {
        let values =
            facet.values.iter().map(|value| string(&value.id) + string(&value.label.texts));
        size_of_val(facet.values.as_slice())
            + values.sum::<usize>()
            + places(&facet.passage_starts)
            + places(&facet.of_passage)
            + lists(&facet.of_value)
    });
    let index = &corpus.index;
    let postings = [&index.character_postings, &index.word_postings].map(lists);
    let text = |words: &ArchivedWords| words.text.len() + pieces(&words.pieces);
    let words = text(&index.words) + size_of_val(index.characters.as_slice());
    let lexicon = &corpus.lexicon;
    let lexicon = text(&lexicon.terms)
        + text(&lexicon.stop_words)
        + text(&lexicon.question_words)
        + text(&lexicon.signals)
        + lists(&lexicon.signalled)
        + lists(&lexicon.names)
        + size_of_val(lexicon.ordinary_names.as_slice())
        + lists(&lexicon.translations)
        + lists(&lexicon.partial_translations);
    let events = corpus.events.iter().map(|event| {
        string(&event.edtf)
            + size_of_val(event.who.as_slice())
            + size_of_val(event.witnesses.as_slice())
    });
    let fold = &corpus.fold;
    let fold = size_of_val(fold.blocks.as_slice())
        + size_of_val(fold.gaps.as_slice())
        + size_of_val(fold.shapes.as_slice())
        + size_of_val(fold.targets.as_slice())
        + text(&fold.texts);
    let unfolding = &corpus.unfolding;
    let unfolding = size_of_val(unfolding.characters.as_slice()) + runs(&unfolding.changes);
    let ids = text(&corpus.ids.beginnings) + text(&corpus.ids.endings);
    let parts = [
        ("texts, as changes of their folding", unfolding),
        ("folded texts", of(|passage| string(&passage.folded))),
        ("passages: ids, roles, lines", size_of_val(corpus.passages.as_slice()) + ids),
        ("labels and their evidence", runs(&corpus.labels)),
        ("dates and figures", of(dates_and_figures)),
        ("said elsewhere", runs(&corpus.similar)),
        ("events", size_of_val(corpus.events.as_slice()) + events.sum::<usize>()),
        ("facets", facets.sum()),
        ("postings", postings.iter().sum()),
        ("words and characters", words),
        ("lexicon", lexicon),
        ("folding", fold),
        ("documents", size_of_val(corpus.documents.as_slice())),
    ];
    let known: usize = parts.iter().map(|(_, bytes)| bytes).sum();
    let rest = ("schemes and the rest", whole.saturating_sub(known));
    json!(parts.into_iter().chain([rest]).collect::<Vec<_>>())
}

fn lists(list: &ArchivedPostings) -> usize {
    list.bytes.len() + pieces(&list.pieces)
}

fn runs(list: &ArchivedRuns) -> usize {
    list.bytes.len() + pieces(&list.pieces)
}

fn places(list: &ArchivedNarrow) -> usize {
    match list {
        ArchivedNarrow::Short(places) => size_of_val(places.as_slice()),
        ArchivedNarrow::Long(places) => size_of_val(places.as_slice()),
    }
}

/// What saying where pieces lie takes.
fn pieces(pieces: &ArchivedPieces) -> usize {
    size_of_val(pieces.blocks.as_slice())
        + pieces.lengths.len()
        + size_of_val(pieces.long.as_slice())
}

/// What a string takes beside its eight bytes in place.
fn string(text: &str) -> usize {
    if text.len() > 8 { text.len() } else { 0 }
}

fn dates_and_figures(passage: &ArchivedPassage) -> usize {
    let dates = passage.dates().iter().map(|date| {
        string(&date.edtf) + date.resolved_from.as_ref().map_or(0, |from| string(from))
    });
    let figures = passage.figures().iter().map(|figure| string(&figure.unit));
    passage.rare.as_ref().map_or(0, |rare| size_of_val(&**rare))
        + size_of_val(passage.dates())
        + size_of_val(passage.figures())
        + dates.sum::<usize>()
        + figures.sum::<usize>()
}
