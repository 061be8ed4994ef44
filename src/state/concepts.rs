//! Which concept stands above which, and which colour does it get?

use vitrine_corpus::model::{ArchivedConcept, ArchivedCorpus, ArchivedScheme};
use vitrine_corpus::packed::PackedLabel;

use super::order::in_order;

/// The scheme whose concepts are shown on passages.
pub const THEME: &str = "theme";

/// How many colours there are for concepts at the top; after that they begin again.
const HUES: usize = 8;

/// A concept at the top of its scheme that a passage has, with the labels below it.
#[derive(Clone)]
pub struct Theme {
    /// Index of the concept at the top.
    pub concept: usize,
    /// Which colour, as the style sheet counts them.
    pub hue: usize,
    /// Its labels: the concept's own first, then those of narrower ones.
    pub labels: Vec<PackedLabel<'static>>,
}

/// The themes of passage `n`, in the order of the scheme.
pub fn themes(corpus: &'static ArchivedCorpus, n: usize) -> Vec<Theme> {
    let Some((_, scheme)) = corpus.scheme(THEME) else {
        return Vec::new();
    };
    let mut themes: Vec<Theme> = Vec::new();
    for (label, _) in corpus.labels(n, THEME) {
        let own = label.concept;
        let concept = top(scheme, own);
        let theme = match themes.iter().position(|theme| theme.concept == concept) {
            Some(n) => &mut themes[n],
            None => {
                themes.push(Theme { concept, hue: hue(scheme, concept), labels: Vec::new() });
                themes.last_mut().expect("just pushed")
            }
        };
        let at = if own == concept { 0 } else { theme.labels.len() };
        theme.labels.insert(at, label);
    }
    in_order(themes, |theme| theme.concept as u32)
}

/// The concept a label names.
pub fn concept_of(
    corpus: &'static ArchivedCorpus,
    label: PackedLabel<'_>,
) -> &'static ArchivedConcept {
    &corpus.schemes[label.scheme].concepts[label.concept]
}

/// The colour of a value of a facet, where its scheme is shown in colours.
pub fn hue_of_value(corpus: &ArchivedCorpus, facet: &str, value: &str) -> Option<usize> {
    let (_, scheme) = corpus.scheme(facet).filter(|_| facet == THEME)?;
    let concept = scheme.concepts.iter().position(|concept| concept.id == value)?;
    Some(hue(scheme, top(scheme, concept)))
}

/// Whether a passage has no theme though it could have one.
pub fn is_without_theme(corpus: &ArchivedCorpus, n: usize) -> bool {
    let coverage = corpus.scheme(THEME).and_then(|(_, scheme)| scheme.coverage.as_ref());
    // A scheme that labels nothing at all has nothing to miss.
    coverage.is_some_and(|coverage| {
        coverage.without.len() < coverage.passages.to_native() as usize
            && coverage.without.iter().any(|without| *without == n as u32)
    })
}

/// The concept at the top, above this one.
fn top(scheme: &ArchivedScheme, mut concept: usize) -> usize {
    // A concept stands after the one above it, so this ends even if a scheme were circular.
    while let Some(broader) = scheme.concepts[concept].broader.as_ref() {
        let broader = broader.to_native() as usize;
        if broader >= concept {
            break;
        }
        concept = broader;
    }
    concept
}

/// The colour of a concept at the top of its scheme.
pub fn hue(scheme: &ArchivedScheme, top: usize) -> usize {
    scheme.concepts[..top].iter().filter(|concept| concept.broader.is_none()).count() % HUES
}
