//! Who is meant by one character? 俄朝, 美日韓, 對俄, 朝方: states named by their short forms.
//!
//! One character alone is also part of many words, so it counts only in a run of two or more short
//! forms, in a list of them (英、法、德), beside a word that takes one, or where it opens the passage
//! before a word that takes one there; and never inside a longer name or a blocked word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::concepts::Term;
use crate::config::Scheme;
use crate::folding::Folding;

/// Between the short forms of a list.
const COMMA: &str = "、";

/// So many in a list are states whatever follows.
const LIST: usize = 3;

pub(super) struct ShortForms {
    /// Folded character and the concept it is short for.
    concepts: BTreeMap<char, usize>,
    opening: Vec<String>,
    before: Vec<String>,
    after: Vec<String>,
    /// What follows a list of two.
    listed: Vec<String>,
    /// What stands between the short forms of a list, folded.
    comma: String,
    blocked: Vec<Term>,
}

/// Short forms that follow each other directly, and where each stands.
type Run = Vec<(usize, char)>;

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
            listed: fold(&scheme.short.listed),
            comma: folding.fold(COMMA).text,
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
        for list in self.lists(text, self.runs(text, &masked)) {
            let is_list = self.is_list(text, &list);
            for run in list {
                if is_list || run.len() > 1 || self.is_marked(text, run[0].0, end(&run)) {
                    for (at, c) in run {
                        found.entry(self.concepts[&c]).or_default().push(at..at + c.len_utf8());
                    }
                }
            }
        }
        found
    }

    /// Whether runs with commas between them name states: there are enough of them, or a word behind says so.
    fn is_list(&self, text: &str, list: &[Run]) -> bool {
        let is_followed = || {
            let rest = &text[list.last().map_or(text.len(), end)..];
            self.listed.iter().any(|word| rest.starts_with(word.as_str()))
        };
        list.len() > 1 && (list.iter().map(Vec::len).sum::<usize>() >= LIST || is_followed())
    }

    /// Runs of short forms that follow each other directly.
    fn runs(&self, text: &str, masked: &[Range<usize>]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
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

    /// Runs with nothing but a comma between them, together.
    fn lists(&self, text: &str, runs: Vec<Run>) -> Vec<Vec<Run>> {
        let mut lists: Vec<Vec<Run>> = Vec::new();
        for run in runs {
            let before = lists.last().and_then(|list| list.last()).map(end);
            if before.is_some_and(|end| text[end..run[0].0] == *self.comma) {
                lists.last_mut().expect("a run stands before").push(run);
            } else {
                lists.push(vec![run]);
            }
        }
        lists
    }

    fn is_marked(&self, text: &str, start: usize, end: usize) -> bool {
        self.before.iter().any(|word| text[..start].ends_with(word.as_str()))
            || self.after.iter().any(|word| text[end..].starts_with(word.as_str()))
            || start == 0 && self.opening.iter().any(|word| text[end..].starts_with(word.as_str()))
    }
}

/// Where a run ends.
fn end(run: &Run) -> usize {
    run.last().map_or(0, |(at, c)| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_short_form_alone_needs_a_word_that_takes_it() {
        let scheme = "id = \"actor\"\n[short]\nopening = [\"對\"]\nbefore = [\"訪\"]\nafter = [\"方\"]\n\
                      listed = [\"兩國\"]\n\
                      blocked = [\"會議中\"]\n[[concept]]\nid = \"US\"\nshort = \"美\"\n\
                      [[concept]]\nid = \"CN\"\nshort = \"中\"\n\
                      [[concept]]\nid = \"FR\"\nshort = \"法\"\n";
        let scheme: Scheme = toml::from_str(scheme).unwrap();
        let folding = Folding::new([scheme.id.as_str(), "美中法對訪方會議兩國"].into_iter());
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
        assert_eq!(found("中、法、美的事"), ["US", "CN", "FR"], "a list");
        assert_eq!(found("美、中兩國"), ["US", "CN"], "a word says that they are states");
        assert!(found("美、中之事").is_empty(), "two may be anything");
        assert!(found("會議中方").is_empty() && found("美事").is_empty());
        assert!(found("19美中").is_empty(), "what is counted is none");
    }
}
