//! Who is meant by one character? 俄朝, 美日韓, 對俄, 朝方: states named by their short forms.
//!
//! One character alone is also part of many words, so it counts only in a run of two or more short
//! forms, beside a word that takes one, or where it opens the passage before a word that takes one
//! there; and never inside a longer name or a blocked word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::concepts::Term;
use crate::config::Scheme;
use crate::folding::Folding;

pub(super) struct ShortForms {
    /// Folded character and the concept it is short for.
    concepts: BTreeMap<char, usize>,
    opening: Vec<String>,
    before: Vec<String>,
    after: Vec<String>,
    blocked: Vec<Term>,
}

impl ShortForms {
    pub(super) fn new(scheme: &Scheme, folding: &Folding) -> ShortForms {
        let short = |(n, short): (usize, &str)| Some((folding.fold(short).text.chars().next()?, n));
        let fold = |words: &[String]| words.iter().map(|word| folding.fold(word).text).collect();
        ShortForms {
            concepts: scheme
                .concepts
                .iter()
                .enumerate()
                .filter_map(|(n, concept)| Some((n, concept.short.as_deref()?)))
                .filter_map(short)
                .collect(),
            opening: fold(&scheme.short.opening),
            before: fold(&scheme.short.before),
            after: fold(&scheme.short.after),
            blocked: scheme.short.blocked.iter().map(|word| Term::new(word, folding)).collect(),
        }
    }

    /// The concepts that a folded text names by short forms, and where. `names` are the spans of
    /// longer names in it.
    pub(super) fn find(
        &self,
        text: &str,
        names: &[Range<usize>],
    ) -> BTreeMap<usize, Vec<Range<usize>>> {
        let mut found: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        if self.concepts.is_empty() {
            return found;
        }
        let mut masked: Vec<Range<usize>> =
            self.blocked.iter().flat_map(|word| word.find(text)).collect();
        masked.extend(names.iter().cloned());
        for run in self.runs(text, &masked) {
            let (start, end) = (run[0].0, run[run.len() - 1].0 + run[run.len() - 1].1.len_utf8());
            if run.len() > 1 || self.is_marked(text, start, end) {
                for (at, c) in run {
                    found.entry(self.concepts[&c]).or_default().push(at..at + c.len_utf8());
                }
            }
        }
        found
    }

    /// Runs of short forms that follow each other directly.
    fn runs(&self, text: &str, masked: &[Range<usize>]) -> Vec<Vec<(usize, char)>> {
        let mut runs: Vec<Vec<(usize, char)>> = Vec::new();
        let mut end_of_run = usize::MAX;
        for (at, c) in text.char_indices() {
            // 19日: a day, and no Japan.
            let is_counted = text[..at].ends_with(|c: char| c.is_ascii_digit());
            let is_masked = || masked.iter().any(|span| span.contains(&at));
            if !self.concepts.contains_key(&c) || is_counted || is_masked() {
                continue;
            }
            match runs.last_mut() {
                Some(run) if end_of_run == at => run.push((at, c)),
                _ => runs.push(vec![(at, c)]),
            }
            end_of_run = at + c.len_utf8();
        }
        runs
    }

    fn is_marked(&self, text: &str, start: usize, end: usize) -> bool {
        self.before.iter().any(|word| text[..start].ends_with(word.as_str()))
            || self.after.iter().any(|word| text[end..].starts_with(word.as_str()))
            || start == 0 && self.opening.iter().any(|word| text[end..].starts_with(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_short_form_alone_needs_a_word_that_takes_it() {
        let scheme = "id = \"actor\"\n[short]\nopening = [\"對\"]\nbefore = [\"訪\"]\nafter = [\"方\"]\n\
                      blocked = [\"會議中\"]\n[[concept]]\nid = \"US\"\nshort = \"美\"\n\
                      [[concept]]\nid = \"CN\"\nshort = \"中\"\n";
        let scheme: Scheme = toml::from_str(scheme).unwrap();
        let folding = Folding::new([scheme.id.as_str(), "美中對訪方會議"].into_iter());
        let forms = ShortForms::new(&scheme, &folding);
        let found = |text: &str| {
            let found = forms.find(&folding.fold(text).text, &[]);
            found.into_keys().map(|n| scheme.concepts[n].id.get_ref().as_str()).collect::<Vec<_>>()
        };
        assert_eq!(found("美對此事的評估"), ["US"], "it opens the passage");
        assert!(found("之美對此事").is_empty(), "it stands inside");
        assert_eq!(found("他訪美"), ["US"]);
        assert_eq!(found("美方"), ["US"]);
        assert_eq!(found("說美中"), ["US", "CN"], "a run");
        assert!(found("會議中方").is_empty() && found("美事").is_empty());
        assert!(found("19美中").is_empty(), "what is counted is none");
    }
}
