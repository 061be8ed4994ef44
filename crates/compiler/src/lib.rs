//! From a folder of documents to an image.
//!
//! [`compile`] reads the folder (`read`), cuts each document into passages (`segment`), says of
//! each what it is about and which dates and figures it names (`enrich`), and writes all of it with
//! an index as an image. Whatever is wrong with the corpus comes back as [`Problem`]s, each with its
//! place and the mend; one of severity error means that there is no image.
//!
//! The same folder gives the same bytes. This crate runs on the host alone: in the page's build
//! script, in the command line and in `crates/bench`.

#![warn(missing_docs)]

mod agreement;
pub mod citations;
mod config;
mod coverage;
mod curation;
mod differences;
mod enrich;
mod events;
mod facets;
mod folding;
mod glosses;
mod index;
mod lexicon;
mod lint;
mod problem;
mod read;
#[cfg(test)]
mod samples;
mod scripts;
mod segment;
mod similar;
mod terms;
mod units;

use std::path::Path;

use vitrine_corpus::image;
use vitrine_corpus::model::{
    Agreement, Appendix, Corpus, Document, Ids, Passage, Runs, Scheme, Words,
};
use vitrine_corpus::publication::Publication;
use vitrine_corpus::unfold::Unfolding;

pub use lint::{Coverage, Detail};
pub use problem::{Code, Problem, Problems, Severity};

use config::Config;
use curation::Curator;
use folding::Folding;
use lint::Reading;

/// A compiled corpus.
pub struct Compiled {
    /// The image's bytes.
    pub image: image::Bytes,
    /// The bytes of what comes with it.
    pub appendix: image::Bytes,
    /// Warnings and notes.
    pub problems: Vec<Problem>,
}

/// What to leave out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Leave the curator's corrections out, so that rules alone are seen.
    pub without_curation: bool,
}

/// Compiles the corpus in a folder.
///
/// # Errors
/// All problems, errors and others, if there is at least one error.
pub fn compile(folder: &Path) -> Result<Compiled, Problems> {
    compile_with(folder, Options::default())
}

/// [`compile`], leaving something out.
///
/// # Errors
/// As [`compile`].
pub fn compile_with(folder: &Path, options: Options) -> Result<Compiled, Problems> {
    let mut problems = Vec::new();
    let corpus = read_corpus(folder, options, &mut problems, |_, _| ());
    problems.sort();
    let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
    match corpus {
        Some(read) if !failed => match read.write() {
            Ok((image, appendix)) => Ok(Compiled { image, appendix, problems }),
            Err(error) => {
                problems.push(fault(folder, error));
                Err(Problems(problems))
            }
        },
        _ => Err(Problems(problems)),
    }
}

/// What [`check`] found.
#[derive(Debug)]
pub struct Checked {
    /// Everything a curator should know, by file and place.
    pub problems: Vec<Problem>,
    /// How much has a theme; none if the corpus could not be read.
    pub coverage: Option<Coverage>,
}

/// Looks at the corpus in a folder more closely than [`compile`] does: also for what is not wrong but
/// worth knowing, such as terms that match nothing.
pub fn check(folder: &Path, detail: Detail) -> Checked {
    let mut problems = Vec::new();
    let mut coverage = None;
    let corpus = read_corpus(folder, Options::default(), &mut problems, |reading, problems| {
        coverage = Some(lint::lint(reading, detail, problems));
    });
    if let Some(Err(error)) = corpus.map(Whole::write) {
        problems.push(fault(folder, error));
    }
    problems.sort();
    Checked { problems, coverage }
}

fn fault(folder: &Path, error: impl std::fmt::Display) -> Problem {
    Problem::new(Code::Fault, folder, error, "report this as a fault of Vitrine")
}

/// A corpus that was read, with what comes with it.
struct Whole {
    corpus: Corpus,
    appendix: Appendix,
}

impl Whole {
    fn write(mut self) -> Result<(image::Bytes, image::Bytes), image::Error> {
        let appendix = image::write_appendix(&self.appendix)?;
        let unnamed = image::write(&self.corpus)?;
        self.corpus.version = version(&unnamed, &appendix);
        Ok((image::write(&self.corpus)?, appendix))
    }
}

/// A hash over all that was made of a corpus, so that whatever could make it otherwise is in it: the files, the
/// options, and the program. Two images with one version have the same passages under the same ids.
fn version(unnamed: &[u8], appendix: &[u8]) -> String {
    let mut hash = blake3::Hasher::new();
    for bytes in [unnamed, appendix] {
        // Lengths keep two pairs from reading like one.
        hash.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    hash.finalize().to_hex()[..12].to_owned()
}

/// Reads a corpus; `look` sees it whole before its index is made.
fn read_corpus(
    folder: &Path,
    options: Options,
    problems: &mut Vec<Problem>,
    look: impl FnOnce(&Reading<'_>, &mut Vec<Problem>),
) -> Option<Whole> {
    let (mut config, files) = read_folder(folder, options, problems)?;
    let (mut cut, folding) = cut(&config, &files);
    let rules = label(&mut config, &files, &mut cut, &folding, problems);
    let reading = Reading {
        config: &config,
        files: &files,
        documents: &cut.documents,
        passages: &cut.passages,
        folding: &folding,
    };
    look(&reading, problems);
    let agreement = |schemes: &[_]| agreement::read(folder, schemes, problems);
    Some(with_index(&config, cut, &rules, folding, agreement))
}

/// The configuration and the files of a corpus; none if there is nothing to read.
fn read_folder(
    folder: &Path,
    options: Options,
    problems: &mut Vec<Problem>,
) -> Option<(Config, Vec<read::File>)> {
    let config = config::read(folder, problems);
    let files = read::documents(folder, problems);
    let mut config = config?;
    config.add_given_themes(&files);
    if options.without_curation {
        config.curation.corrections.clear();
    }
    if files.is_empty() {
        problems.push(Problem::new(
            Code::NoDocuments,
            folder,
            "there is no document in this folder",
            "put at least one .txt, .md or .jsonl file into it",
        ));
        return None;
    }
    config::check_documents(&config, &files, problems);
    Some((config, files))
}

/// A corpus cut into passages.
struct Cut {
    /// BCP 47 tags, which passages name by their place.
    languages: Vec<String>,
    documents: Vec<Document>,
    passages: Vec<Passage>,
}

/// Cuts the documents into passages, and folds them.
fn cut(config: &Config, files: &[read::File]) -> (Cut, Folding) {
    let sources: Vec<segment::Source<'_>> = files
        .iter()
        .map(|file| segment::Source::new(file, config.corpus.document(&file.name)))
        .collect();
    let folding =
        Folding::new(sources.iter().flat_map(segment::Source::texts).chain(config.label_texts()));
    let (mut languages, mut documents) = (Vec::new(), Vec::new());
    let mut passages: Vec<Passage> = Vec::new();
    for source in sources {
        let first = passages.len();
        let number = documents.len() as u32;
        let found =
            segment::passages(&source, number, first, &config.corpus, &folding, &mut languages);
        documents.push(document(&source, &found, first, &languages));
        passages.extend(found);
    }
    (Cut { languages, documents, passages }, folding)
}

/// Says of each passage what it is about and what it names, by rules and by the curator. Gives the names of the
/// rules.
fn label(
    config: &mut Config,
    files: &[read::File],
    cut: &mut Cut,
    folding: &Folding,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let Cut { languages, documents, passages } = cut;
    let people = enrich::people::find(config, documents, passages, languages, folding);
    config.add_found_people(&people);
    config::check_ids(config, files, documents, problems);
    config::check_titles(config, files, documents, passages, problems);
    let mut curator = Curator::new(config, passages, problems);
    curator.correct_shape(passages, problems);
    for own in documents.iter().map(Document::passages) {
        segment::put_under_headings(&mut passages[own.clone()], own.start);
    }
    let mut rules = enrich::enrich(config, files, documents, passages, folding, &people, problems);
    for document in documents {
        segment::pair_translations(passages, document.passages());
    }
    curator.correct_reading(passages, &mut rules, problems);
    similar::mark(passages);
    rules
}

/// The corpus with all that is made of it to be looked up. `agreement` reads how far its labels agree with a
/// reader's.
fn with_index(
    config: &Config,
    cut: Cut,
    rules: &[String],
    folding: Folding,
    agreement: impl FnOnce(&[Scheme]) -> Option<Agreement>,
) -> Whole {
    let Cut { languages, documents, mut passages } = cut;
    let mut schemes: Vec<_> = config.schemes.iter().map(config::Scheme::to_model).collect();
    let mut definitions: Vec<_> = config.schemes.iter().map(config::Scheme::definitions).collect();
    let forgotten =
        facets::forget_unused(config, &mut schemes, &mut definitions, &mut passages, &folding);
    let named = events::Named::new(&config.schemes);
    let events = events::find(&named, &languages, &mut passages, &folding);
    coverage::count(&config.schemes, &mut schemes, &passages);
    let stop_words = lexicon::stop_words(&folding);
    let (lexicon, thesaurus) = lexicon::build(config, &schemes, &passages, &folding, &stop_words);
    let questions = config.corpus.questions.iter().map(config::Texts::to_model).collect();
    let appendix = Appendix {
        definitions,
        rules: Words::of(rules),
        agreement: agreement(&schemes),
        terms: terms::build(config, &passages, &folding, &stop_words),
        citations: citations::of_all(&documents),
        framework: config.framework(&schemes),
        questions,
        scripts: scripts::of(&passages, &languages),
        glosses: glosses::of(&passages),
        differences: differences::of(&passages, &folding),
        thesaurus,
        units: units::names(&passages, &folding),
    };
    let texts = passages.iter().map(|passage| &*passage.text);
    let corpus = Corpus {
        id: config.corpus.id.clone(),
        // Told once it is whole.
        version: String::new(),
        title: config.corpus.title.to_model(),
        description: config.corpus.description.to_model(),
        rights: config.corpus.rights.to_model(),
        facets: facets::build(&documents, &passages, &schemes, &forgotten, &languages),
        index: index::build(&passages, &folding),
        lexicon,
        unfolding: Unfolding::of(folding.table(), texts),
        fold: folding.into_table(),
        ids: Ids::of(&documents, &passages),
        labels: Runs::of_labels(&passages),
        similar: Runs::of_similar(&passages),
        languages,
        documents,
        passages,
        schemes,
        events,
    };
    Whole { corpus, appendix }
}

fn document(
    source: &segment::Source<'_>,
    passages: &[Passage],
    first: usize,
    languages: &[String],
) -> Document {
    let mut by_language = vec![0usize; languages.len()];
    for passage in passages {
        by_language[usize::from(passage.lang)] += passage.text.len();
    }
    let mut used: Vec<usize> = (0..languages.len()).filter(|&n| by_language[n] > 0).collect();
    used.sort_by_key(|&n| std::cmp::Reverse(by_language[n]));
    let languages: Vec<String> = used.into_iter().map(|n| languages[n].clone()).collect();
    let main = languages.first().map_or("und", String::as_str);
    let meta = source.metadata(main);
    Document {
        id: meta.id,
        file: source.file.name.clone(),
        title: meta.title,
        authors: meta.authors,
        publisher: meta.publisher,
        publication: Some(meta.publication)
            .filter(|known| *known != Publication::default())
            .map(Box::new),
        date: meta.date,
        reference_date: meta.reference_date,
        original_language: meta.original_language,
        languages,
        keywords: meta.keywords,
        rights: meta.rights,
        first_passage: first as u32,
        passage_count: passages.len() as u32,
    }
}
