//! Which terms of a scheme match nothing in this corpus, and which are written twice?

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use vitrine_corpus::model::{Passage, Role};
use vitrine_corpus::text::is_at_word_edges;

use super::{Detail, Reading, list};
use crate::config::{Places, Scheme, steps};
use crate::enrich::Term;
use crate::folding::Folding;
use crate::problem::{Code, Problem};

/// A term where it stands in a scheme.
struct Listed<'a> {
    concept: usize,
    signal: usize,
    /// The key of the list.
    key: &'static str,
    /// Its place in the list.
    n: usize,
    text: &'a str,
}

/// The list that is looked for in headings and titles.
const HEADINGS: &str = "headings";

pub(super) fn check(reading: &Reading<'_>, detail: Detail, problems: &mut Vec<Problem>) {
    let config = reading.config;
    // The corpus' own folding knows only the characters that the corpus has.
    let texts = config.schemes.iter().flat_map(listed).map(|term| term.text);
    let folding = Folding::new(texts);
    for (scheme, file) in config.schemes.iter().zip(&config.scheme_files) {
        let Some(file) = file else {
            continue;
        };
        let text = config.text_of(file);
        let places = Places::new(text);
        let report = Report { scheme, path: config.path_of(file), text, places };
        let mut terms: Vec<Listed<'_>> = listed(scheme).collect();
        // What is told of as twice there or as nothing need not be told of again.
        report.twice(&mut terms, &folding, problems);
        let idle = never_found(reading, scheme, &terms);
        if detail.tells_each(idle.len()) {
            problems.extend(idle.iter().map(|term| report.idle(term)));
        } else {
            problems.push(report.idle_together(&terms, &idle));
        }
    }
}

fn listed(scheme: &Scheme) -> impl Iterator<Item = Listed<'_>> {
    scheme.concepts.iter().enumerate().flat_map(|(concept, config)| {
        config.signals.iter().enumerate().flat_map(move |(signal, config)| {
            let lists = [
                ("terms", &config.terms),
                (HEADINGS, &config.headings),
                ("with", &config.with),
                ("without", &config.without),
                ("blocked", &config.blocked),
            ];
            lists.into_iter().flat_map(move |(key, terms)| {
                let terms = terms.iter().enumerate();
                terms.map(move |(n, text)| Listed { concept, signal, key, n, text })
            })
        })
    })
}

/// The terms that stand nowhere where their rule looks: heading terms in headings and titles, others
/// in the passages that can get labels of the scheme.
fn never_found<'a, 'b>(
    reading: &Reading<'_>,
    scheme: &Scheme,
    terms: &'b [Listed<'a>],
) -> Vec<&'b Listed<'a>> {
    let folded: Vec<Term> =
        terms.iter().map(|term| Term::new(term.text, reading.folding)).collect();
    let finder = Finder::new(folded.iter().map(|term| term.folded.as_str()));
    let mut in_texts = finder.nothing();
    let mut in_headings = finder.nothing();
    for passage in reading.passages {
        if passage.role == Role::Heading {
            finder.look(&passage.folded, &mut in_headings);
        }
        if applies(scheme, passage) {
            finder.look(&passage.folded, &mut in_texts);
        }
    }
    for title in reading.documents.iter().flat_map(|document| &document.title.texts) {
        finder.look(&reading.folding.fold(&title.text).text, &mut in_headings);
    }
    let is_found = |listed: &Listed<'_>, term: &Term| {
        let found = if listed.key == HEADINGS { &in_headings } else { &in_texts };
        let found = finder.patterns.get(term.folded.as_str()).map(|n| found[*n]);
        found.is_some_and(|found| found.as_word || found.as_beginning && term.is_prefix)
    };
    let pairs = terms.iter().zip(&folded);
    pairs.filter(|(listed, term)| !is_found(listed, term)).map(|(listed, _)| listed).collect()
}

/// Whether the rules of a scheme look at a passage.
fn applies(scheme: &Scheme, passage: &Passage) -> bool {
    passage.role != Role::Boilerplate
        && (scheme.mention || passage.repeats.is_none())
        && (scheme.applies_to.is_empty()
            || scheme.applies_to.iter().any(|role| role == passage.role.as_str()))
}

/// Looks for all terms at once.
struct Finder<'a> {
    automaton: AhoCorasick,
    /// Folded terms, each once.
    patterns: HashMap<&'a str, usize>,
}

/// How a term was found.
#[derive(Clone, Copy, Default)]
struct Found {
    as_word: bool,
    as_beginning: bool,
}

impl<'a> Finder<'a> {
    fn new(terms: impl Iterator<Item = &'a str>) -> Finder<'a> {
        let mut patterns = HashMap::new();
        let mut texts: Vec<&str> = Vec::new();
        for term in terms.filter(|term| !term.is_empty()) {
            patterns.entry(term).or_insert_with(|| {
                texts.push(term);
                texts.len() - 1
            });
        }
        let automaton = AhoCorasick::new(texts).expect("the terms of a corpus fit into memory");
        Finder { automaton, patterns }
    }

    fn nothing(&self) -> Vec<Found> {
        vec![Found::default(); self.patterns.len()]
    }

    fn look(&self, text: &str, found: &mut [Found]) {
        for at in self.automaton.try_find_overlapping_iter(text).expect("the automaton allows it") {
            let found = &mut found[at.pattern().as_usize()];
            found.as_word |= is_at_word_edges(text, at.start(), at.end(), false);
            found.as_beginning |= is_at_word_edges(text, at.start(), at.end(), true);
        }
    }
}

/// Says of a scheme what was found.
struct Report<'a> {
    scheme: &'a Scheme,
    path: std::path::PathBuf,
    text: &'a str,
    places: Places<'a>,
}

impl Report<'_> {
    fn place(&self, term: &Listed<'_>) -> Range<usize> {
        let Listed { concept, signal, key, n, .. } = *term;
        let concept = self.scheme.concepts[concept].number;
        self.places.of(steps!["concept", concept, "signal", signal, key, n])
    }

    fn problem(&self, code: Code, place: Range<usize>, what: String, mend: &str) -> Problem {
        Problem::new(code, &self.path, what, mend).at(self.text, place)
    }

    fn id(&self, concept: usize) -> &str {
        self.scheme.concepts[concept].id.get_ref()
    }

    /// Takes terms out that are the same as an earlier one of their list, or nothing at all.
    fn twice(&self, terms: &mut Vec<Listed<'_>>, folding: &Folding, problems: &mut Vec<Problem>) {
        let mut first: HashMap<(usize, usize, &str, String, bool), &str> = HashMap::new();
        terms.retain(|term| {
            let folded = Term::new(term.text, folding);
            if folded.folded.trim().is_empty() {
                let what = format!("“{}” has no character that could be found", term.text);
                let mend = "write a word, or take it away";
                problems.push(self.problem(Code::EmptyTerm, self.place(term), what, mend));
                return false;
            }
            let key = (term.concept, term.signal, term.key, folded.folded, folded.is_prefix);
            let Some(other) = first.insert(key, term.text) else {
                return true;
            };
            let what = if other == term.text {
                format!("“{}” stands in this list twice", term.text)
            } else {
                format!("“{}” is the same as “{other}” of this list", term.text)
            };
            let mend =
                "take one of them away: script, case, accents and hyphens make no difference";
            problems.push(self.problem(Code::DuplicateTerm, self.place(term), what, mend));
            false
        });
    }

    fn idle(&self, term: &Listed<'_>) -> Problem {
        let id = self.id(term.concept);
        let what = match term.key {
            HEADINGS => format!("no heading or title has “{}”, a term of “{id}”", term.text),
            "terms" => format!("“{}”, a term of “{id}”, matches nothing in this corpus", term.text),
            key => {
                format!("“{}”, a term of “{id}” ({key}), matches nothing in this corpus", term.text)
            }
        };
        let mend = "look for a slip; if there is none, it may serve another corpus";
        self.problem(Code::TermNeverMatches, self.place(term), what, mend)
    }

    /// One note for many.
    fn idle_together(&self, terms: &[Listed<'_>], idle: &[&Listed<'_>]) -> Problem {
        let count = |terms: &mut dyn Iterator<Item = usize>| {
            let mut counts = vec![0usize; self.scheme.concepts.len()];
            terms.for_each(|concept| counts[concept] += 1);
            counts
        };
        let all = count(&mut terms.iter().map(|term| term.concept));
        let idle_of = count(&mut idle.iter().map(|term| term.concept));
        let silent: Vec<String> = (0..all.len())
            .filter(|&n| all[n] > 0 && idle_of[n] == all[n])
            .map(|n| self.id(n).to_owned())
            .collect();
        let mut what =
            format!("{} of {} terms match nothing in this corpus", idle.len(), terms.len());
        if !silent.is_empty() {
            what += &format!(
                ", among them all those of {} of {} concepts: {}",
                silent.len(),
                self.scheme.concepts.len(),
                list(&silent)
            );
        }
        let mend =
            "`check --all` lists them; where there is no slip, they may serve another corpus";
        self.problem(Code::TermNeverMatches, self.places.of(steps!["id"]), what, mend)
    }
}
