//! Do the curator's files hold together, and do they fit the documents there are?

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{self, Document, Passage};

use super::{
    CORPUS, CURATION, Config, CorpusFile, Places, ROLES, Scheme, Signal, Step, Texts, Words,
    languages, steps,
};
use crate::enrich::period::Period;
use crate::problem::{Code, Problem, did_you_mean, nearest};
use crate::read::File;

/// What `corpus.toml` says by itself: its dates and its languages.
pub(super) fn check_corpus(config: &Config, problems: &mut Vec<Problem>) {
    check_dates(config, problems);
    let text = config.text_of(CORPUS);
    let places = Places::new(text);
    let mut complain = |tag: &str, span| {
        problems.extend(unknown_language(&config.corpus_path, tag).map(|p| p.at(text, span)));
    };
    for (n, tag) in config.corpus.languages.iter().enumerate() {
        complain(tag, places.of(steps!["languages", n]));
    }
    let CorpusFile { title, description, rights, .. } = &config.corpus;
    for (key, texts) in [("title", title), ("description", description), ("rights", rights)] {
        for tag in tags(texts) {
            complain(tag, places.of_key(steps![key], tag));
        }
    }
    for (n, question) in config.corpus.questions.iter().enumerate() {
        for tag in tags(question) {
            complain(tag, places.of_key(steps!["questions", n], tag));
        }
    }
    for (n, entry) in config.corpus.documents.iter().enumerate() {
        if let Some(tag) = &entry.original_language {
            complain(tag, places.of(steps!["document", n, "original_language"]));
        }
        for (key, texts) in [("title", &entry.title), ("rights", &entry.rights)] {
            for tag in tags(texts) {
                complain(tag, places.of_key(steps!["document", n, key], tag));
            }
        }
    }
}

fn tags(texts: &Texts) -> impl Iterator<Item = &str> {
    let many = if let Texts::Many(texts) = texts { Some(texts.keys()) } else { None };
    many.into_iter().flatten().map(String::as_str)
}

fn unknown_language(path: &Path, tag: &str) -> Option<Problem> {
    let mend = languages::mend(tag)?;
    let what = format!("“{tag}” is not a recognised language tag");
    Some(Problem::new(Code::UnknownLanguage, path, what, mend))
}

fn check_dates(config: &Config, problems: &mut Vec<Problem>) {
    for entry in &config.corpus.documents {
        for date in [&entry.date, &entry.reference_date].into_iter().flatten() {
            if let Err(error) = date.get_ref().parse::<Edtf>() {
                let error = error.to_string();
                let (what, mend) = error.split_once("; ").unwrap_or((&error, "write it as EDTF"));
                problems.push(
                    Problem::new(Code::BadDate, &config.corpus_path, what, mend)
                        .at(config.text_of(CORPUS), date.span()),
                );
            }
        }
    }
}

/// Whether each correction gives its reason, and its numbers mean something.
pub(super) fn check_curation(config: &Config, problems: &mut Vec<Problem>) {
    let (path, text) = (config.path_of(CURATION), config.text_of(CURATION));
    for correction in &config.curation.corrections {
        if correction.reason.trim().is_empty() && !correction.is_keywords_alone() {
            let what =
                format!("the correction of “{}” gives no reason", correction.passage.get_ref());
            let mend = "add reason = \"…\": one plain sentence for the reader, which words of the passage decide it";
            let problem = Problem::new(Code::TomlValue, &path, what, mend);
            problems.push(problem.at(text, correction.passage.span()));
        }
    }
    let mut complain = |what: String, mend, steps: &[Step<'_>]| {
        let at = Places::new(text).of(steps);
        problems.push(Problem::new(Code::BadNumber, &path, what, mend).at(text, at));
    };
    for (c, correction) in config.curation.corrections.iter().enumerate() {
        let of = |words: &[Words]| words.iter().map(|words| words.occurrence).collect();
        let occurrences: [(&str, Vec<Option<usize>>); 4] = [
            ("date", correction.dates.iter().map(|date| date.occurrence).collect()),
            ("remove_date", of(&correction.remove_dates)),
            ("figure", correction.figures.iter().map(|figure| figure.occurrence).collect()),
            ("remove_figure", of(&correction.remove_figures)),
        ];
        for (key, occurrences) in occurrences {
            for (n, _) in occurrences.iter().enumerate().filter(|(_, nth)| **nth == Some(0)) {
                let what = "occurrences are counted from 1".to_owned();
                let mend = "write which of them it is, or take the line away";
                complain(what, mend, steps!["correction", c, key, n, "occurrence"]);
            }
        }
        for (n, figure) in correction.figures.iter().enumerate() {
            for (key, number) in [("value", Some(figure.value)), ("upper", figure.upper)] {
                if let Some(number) = number.filter(|number| !number.is_finite()) {
                    let what = format!("{number} is not a finite number");
                    complain(what, FINITE, steps!["correction", c, "figure", n, key]);
                }
            }
            if let Some(upper) = figure.upper.filter(|upper| *upper < figure.value) {
                let what = format!("the upper end, {upper}, is below the value, {}", figure.value);
                let mend = "write the lower end as value and the upper as upper";
                complain(what, mend, steps!["correction", c, "figure", n, "upper"]);
            }
        }
    }
}

/// How to mend a number that is none.
const FINITE: &str = "write a number, in digits";

/// Whether the weights and thresholds of a scheme are numbers.
fn check_numbers(path: &Path, scheme: &Scheme, text: &str, problems: &mut Vec<Problem>) {
    let mut check = |number: f32, steps: &[Step<'_>]| {
        if !number.is_finite() {
            let what = format!("{number} is not a usable weight or threshold");
            let at = Places::new(text).of(steps);
            problems.push(Problem::new(Code::BadNumber, path, what, FINITE).at(text, at));
        }
    };
    check(scheme.threshold, steps!["threshold"]);
    for (n, threshold) in scheme.threshold_by_sentences.iter().enumerate() {
        check(*threshold, steps!["threshold_by_sentences", n]);
    }
    for (c, concept) in scheme.concepts.iter().enumerate() {
        if let Some(threshold) = concept.threshold {
            check(threshold, steps!["concept", c, "threshold"]);
        }
        for (s, signal) in concept.signals.iter().enumerate() {
            check(signal.weight, steps!["concept", c, "signal", s, "weight"]);
        }
    }
}

/// Whether a scheme holds together: ids, what stands above what, roles, languages.
pub(super) fn check_scheme(path: &Path, scheme: &Scheme, text: &str, problems: &mut Vec<Problem>) {
    let places = Places::new(text);
    check_tree(path, scheme, text, problems);
    check_tiers(path, scheme, text, problems);
    check_numbers(path, scheme, text, problems);
    for (n, role) in scheme.applies_to.iter().enumerate() {
        if model::Role::parse(role).is_none() {
            problems.push(unknown_role(path, role).at(text, places.of(steps!["applies_to", n])));
        }
    }
    for signal in scheme.concepts.iter().flat_map(|concept| &concept.signals) {
        check_signal(path, signal, text, problems);
    }
    let mut complain = |tag: &str, span| {
        problems.extend(unknown_language(path, tag).map(|problem| problem.at(text, span)));
    };
    let own = [
        ("label", &scheme.label),
        ("description", &scheme.description),
        ("outcome", &scheme.outcome),
    ];
    for (key, texts) in own {
        for tag in tags(texts) {
            complain(tag, places.of_key(steps![key], tag));
        }
    }
    for (n, tier) in scheme.tiers.iter().enumerate() {
        for (key, texts) in [("label", &tier.label), ("relation", &tier.relation)] {
            for tag in tags(texts) {
                complain(tag, places.of_key(steps!["tier", n, key], tag));
            }
        }
    }
    for (n, concept) in scheme.concepts.iter().enumerate() {
        let fields = [
            ("label", &concept.label),
            ("definition", &concept.definition),
            ("covers", &concept.covers),
            ("excludes", &concept.excludes),
        ];
        for (key, texts) in fields {
            for tag in tags(texts) {
                complain(tag, places.of_key(steps!["concept", n, key], tag));
            }
        }
    }
}

/// Whether the stretches of time and the roles of a signal are some.
fn check_signal(path: &Path, signal: &Signal, text: &str, problems: &mut Vec<Problem>) {
    for dates in [&signal.dates, &signal.unless_dates].into_iter().flatten() {
        if let Err(what) = dates.get_ref().parse::<Period>() {
            let mend = "write it as EDTF: 2014/2017, ../2011 for all before, 2012/.. for all after";
            problems.push(Problem::new(Code::BadDate, path, what, mend).at(text, dates.span()));
        }
    }
    for role in signal.roles.iter().filter(|role| model::Role::parse(role.get_ref()).is_none()) {
        problems.push(unknown_role(path, role.get_ref()).at(text, role.span()));
    }
}

/// A role that does not exist.
pub(crate) fn unknown_role(path: impl AsRef<Path>, role: &str) -> Problem {
    let hint = nearest(role, model::Role::ALL.iter().map(|role| role.as_str()));
    let what = format!("there is no role “{role}”");
    Problem::new(Code::UnknownRole, path, what, did_you_mean(hint, ROLES))
}

fn check_tree(path: &Path, scheme: &Scheme, text: &str, problems: &mut Vec<Problem>) {
    let ids = || scheme.concepts.iter().map(|concept| concept.id.get_ref().as_str());
    let mut seen = BTreeSet::new();
    for concept in &scheme.concepts {
        let id = concept.id.get_ref().as_str();
        if !seen.insert(id) {
            let what = format!("two concepts are called “{id}”");
            let mend = "give one of them another id";
            problems.push(
                Problem::new(Code::DuplicateConceptId, path, what, mend)
                    .at(text, concept.id.span()),
            );
        }
        let Some(broader) = &concept.broader else {
            continue;
        };
        let above = broader.get_ref().as_str();
        let problem = if !ids().any(|id| id == above) {
            let what = format!("“{id}” stands under “{above}”, which this file does not have");
            let mend = "name a concept of this file as broader, or take the line away";
            let hint = nearest(above, ids().filter(|other| *other != id));
            Problem::new(Code::UnknownBroader, path, what, did_you_mean(hint, mend))
        } else if id == above {
            let what = format!("“{id}” stands under itself");
            let mend = "name the concept above it as broader, or take the line away";
            Problem::new(Code::BroaderCycle, path, what, mend)
        } else if let Some(circle) = circle(scheme, id) {
            let what = format!("“{id}” stands, by way of others, under itself: {circle}");
            let mend = "break the circle: one of them stands under none of the others";
            Problem::new(Code::BroaderCycle, path, what, mend)
        } else {
            continue;
        };
        problems.push(problem.at(text, broader.span()));
    }
}

/// Whether the sides of each level are concepts of the scheme.
fn check_tiers(path: &Path, scheme: &Scheme, text: &str, problems: &mut Vec<Problem>) {
    let ids = || scheme.concepts.iter().map(|concept| concept.id.get_ref().as_str());
    for id in scheme.tiers.iter().flat_map(|tier| &tier.concepts) {
        if !ids().any(|known| known == id.get_ref()) {
            let what = format!("a level names “{}”, which this file does not have", id.get_ref());
            let mend = "name a concept of this file, or take it away";
            let mend = did_you_mean(nearest(id.get_ref(), ids()), mend);
            problems.push(Problem::new(Code::UnknownTier, path, what, mend).at(text, id.span()));
        }
    }
}

/// The way from a concept up to itself, if there is one.
fn circle(scheme: &Scheme, id: &str) -> Option<String> {
    let broader_of = |id: &str| {
        let concept = scheme.concepts.iter().find(|concept| concept.id.get_ref() == id)?;
        concept.broader.as_ref().map(|broader| broader.get_ref().as_str())
    };
    let mut way = vec![id];
    // A way without a circle is no longer than there are concepts.
    while way.len() <= scheme.concepts.len() {
        let above = broader_of(way[way.len() - 1])?;
        way.push(above);
        if above == id {
            return Some(way.join(" → "));
        }
    }
    None
}

/// Does `corpus.toml` name the files there are?
pub(crate) fn check_documents(config: &Config, files: &[File], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    let path = &config.corpus_path;
    let text = config.text_of(CORPUS);
    for entry in &config.corpus.documents {
        let name = entry.file.get_ref();
        // A file that is there but could not be read, or is empty, was reported as that. A way to it (./a.txt)
        // is not its name, and those in other folders are not read.
        let plain = Path::new(name).file_name().and_then(|plain| plain.to_str());
        let is_there = files.iter().any(|file| file.name == *name)
            || plain == Some(name) && path.with_file_name(name).is_file();
        if !is_there {
            let what = format!("there is no document “{name}” in the folder");
            let unlisted = || {
                let names = files.iter().map(|file| file.name.as_str());
                names.filter(|name| config.corpus.document(name).is_none())
            };
            let plain = unlisted().find(|name| Some(*name) == plain);
            let hint = plain.or_else(|| nearest(name, unlisted()));
            let mend = if path.with_file_name(name).is_file() {
                "put the file into the folder itself, and write its name alone"
            } else {
                "add the file, or take this entry away"
            };
            let mend = did_you_mean(hint, mend);
            problems.push(
                Problem::new(Code::NoSuchDocument, path, what, mend).at(text, entry.file.span()),
            );
        }
        if !seen.insert(name) {
            let what = format!("“{name}” stands here twice");
            let mend = "make one entry of the two";
            problems.push(
                Problem::new(Code::DocumentListedTwice, path, what, mend)
                    .at(text, entry.file.span()),
            );
        }
    }
    // Without corpus.toml that is so of all of them, and was said once.
    let unlisted = files
        .iter()
        .filter(|file| config.has_corpus_file() && config.corpus.document(&file.name).is_none());
    // A file of records is many documents, and one entry.
    let mut told: BTreeSet<&Path> = BTreeSet::new();
    for file in unlisted.filter(|file| told.insert(&file.path)) {
        problems.push(Problem::new(
            Code::DocumentNotListed,
            &file.path,
            "corpus.toml does not list it",
            "it is read all the same; add a [[document]] to say its title, authors and date",
        ));
    }
}

/// Has each document an id of its own?
pub(crate) fn check_ids(
    config: &Config,
    files: &[File],
    documents: &[Document],
    problems: &mut Vec<Problem>,
) {
    let text = config.text_of(CORPUS);
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, document) in files.iter().zip(documents) {
        let Some(other) = seen.insert(&document.id, &document.file) else {
            continue;
        };
        let what = format!("“{}” is the id of {other} and of {}", document.id, document.file);
        if let Some(records) = &file.records {
            let mend = "put all records of a document into one file, or name another document as their `doc`";
            let problem = Problem::new(Code::DuplicateDocumentId, &file.path, what, mend);
            problems.push(problem.at_place(records.first_place(&file.text)));
            continue;
        }
        let mend = "give each document an id of its own";
        // The later of the two entries that say an id; a file's name may have made the other.
        let entries = config.corpus.documents.iter().enumerate();
        let said = entries.rev().find(|(_, entry)| entry.id.as_deref() == Some(&document.id));
        let problem = Problem::new(Code::DuplicateDocumentId, &config.corpus_path, what, mend);
        problems.push(match said {
            Some((n, _)) => problem.at(text, Places::new(text).of(steps!["document", n, "id"])),
            None => problem,
        });
    }
}

/// Has each document a title, of its own or from `corpus.toml`?
pub(crate) fn check_titles(
    config: &Config,
    files: &[File],
    documents: &[Document],
    passages: &[Passage],
    problems: &mut Vec<Problem>,
) {
    for (file, document) in files.iter().zip(documents) {
        let entry = config.corpus.document(&file.name);
        let is_said = entry.is_some_and(|entry| !entry.title.is_empty());
        let own = &passages[document.passages()];
        // A heading says it, or a line of the head; else the file's name was taken.
        let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
        let is_own = own.iter().any(|p| p.role == model::Role::Heading && p.depth == 1)
            || document.title.texts.iter().any(|title| title.text != stem);
        if is_said || is_own || file.records.is_some() {
            continue;
        }
        let what = format!("“{}” has no title; its file's name stands for it", file.name);
        problems.push(match entry {
            Some(entry) => Problem::new(
                Code::DocumentWithoutTitle,
                &config.corpus_path,
                what,
                "add a title to this entry",
            )
            .at(config.text_of(CORPUS), entry.file.span()),
            None => Problem::new(
                Code::DocumentWithoutTitle,
                &file.path,
                what,
                "add a [[document]] with a title to corpus.toml",
            ),
        });
    }
}
