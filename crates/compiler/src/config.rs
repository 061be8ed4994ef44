//! What does the editor say? `corpus.toml` and the concept schemes, read and checked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use vitrine_corpus::facet::{FACETS, Source};
use vitrine_corpus::model::{self, Document, Translation};

use crate::enrich::period::Period;
use crate::problem::{Problem, Severity};
use crate::read::File;

/// The file of the curator's corrections.
pub(crate) const CURATION: &str = "curation.toml";

/// The editor's files of a corpus.
pub(crate) struct Config {
    pub(crate) corpus: CorpusFile,
    /// Where `corpus.toml` is, or would be.
    pub(crate) corpus_path: PathBuf,
    pub(crate) schemes: Vec<Scheme>,
    pub(crate) curation: CurationFile,
    /// The text of every file read, by its name in the folder.
    pub(crate) sources: BTreeMap<String, String>,
}

/// `corpus.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorpusFile {
    #[serde(default)]
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) title: Texts,
    #[serde(default)]
    pub(crate) description: Texts,
    #[serde(default)]
    pub(crate) rights: Texts,
    /// Languages to expect; others are not guessed at.
    #[serde(default)]
    pub(crate) languages: Vec<String>,
    #[serde(default, rename = "document")]
    pub(crate) documents: Vec<DocumentEntry>,
}

/// What `corpus.toml` says of one document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentEntry {
    pub(crate) file: Spanned<String>,
    pub(crate) id: Option<String>,
    #[serde(default)]
    pub(crate) title: Texts,
    pub(crate) original_language: Option<String>,
    pub(crate) authors: Option<Vec<String>>,
    pub(crate) publisher: Option<String>,
    pub(crate) date: Option<Spanned<String>>,
    /// What relative dates are resolved against where the document has no date.
    pub(crate) reference_date: Option<Spanned<String>>,
    pub(crate) keywords: Option<Vec<String>>,
    pub(crate) rights: Option<String>,
}

/// A text by language; a bare string is English.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Texts {
    One(String),
    Many(BTreeMap<String, String>),
    #[default]
    None,
}

/// A concept scheme's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scheme {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) label: Texts,
    #[serde(default)]
    pub(crate) description: Texts,
    /// Roles that may get labels; none named: all.
    #[serde(default)]
    pub(crate) applies_to: Vec<String>,
    #[serde(default = "one")]
    pub(crate) threshold: f32,
    /// What takes the threshold's place in passages of one sentence, of two, and so on.
    #[serde(default)]
    pub(crate) threshold_by_sentences: Vec<f32>,
    /// Whether any one match labels, wherever it stands.
    #[serde(default)]
    pub(crate) mention: bool,
    #[serde(default)]
    pub(crate) short: ShortForms,
    #[serde(default, rename = "concept")]
    pub(crate) concepts: Vec<Concept>,
}

/// How one-character short forms (俄, 朝) are told from the same characters in other words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShortForms {
    /// Words after a short form that opens its passage, as a title does.
    #[serde(default)]
    pub(crate) opening: Vec<String>,
    #[serde(default)]
    pub(crate) before: Vec<String>,
    #[serde(default)]
    pub(crate) after: Vec<String>,
    #[serde(default)]
    pub(crate) blocked: Vec<String>,
}

/// A concept of a scheme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Concept {
    pub(crate) id: Spanned<String>,
    #[serde(default)]
    pub(crate) label: Texts,
    #[serde(default)]
    pub(crate) definition: Texts,
    #[serde(default)]
    pub(crate) covers: Texts,
    #[serde(default)]
    pub(crate) excludes: Texts,
    pub(crate) broader: Option<Spanned<String>>,
    pub(crate) threshold: Option<f32>,
    pub(crate) short: Option<String>,
    #[serde(default, rename = "signal")]
    pub(crate) signals: Vec<Signal>,
}

/// One rule of a concept.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signal {
    #[serde(default)]
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    #[serde(default)]
    pub(crate) headings: Vec<String>,
    /// A time, as [`Period`] reads it: dates of the passage inside it speak like terms.
    pub(crate) dates: Option<Spanned<String>>,
    /// A time: a date of the passage inside it silences `dates`.
    pub(crate) unless_dates: Option<Spanned<String>>,
    /// Roles of the passages in which the signal speaks; none named: all.
    #[serde(default)]
    pub(crate) roles: Vec<Spanned<String>>,
    #[serde(default = "one")]
    pub(crate) weight: f32,
    #[serde(default)]
    pub(crate) with: Vec<String>,
    #[serde(default)]
    pub(crate) without: Vec<String>,
    #[serde(default)]
    pub(crate) blocked: Vec<String>,
}

/// `curation.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CurationFile {
    #[serde(default, rename = "correction")]
    pub(crate) corrections: Vec<Correction>,
}

/// What the curator says of one passage.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Correction {
    pub(crate) passage: Spanned<String>,
    /// A few of the passage's own words, so that a correction that has lost its passage is noticed.
    pub(crate) words: Spanned<String>,
    pub(crate) reason: String,
    /// Concepts by scheme.
    #[serde(default)]
    pub(crate) add: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    pub(crate) remove: BTreeMap<String, Vec<Spanned<String>>>,
    pub(crate) role: Option<Spanned<String>>,
    /// A passage's id; the empty string for none.
    pub(crate) repeats: Option<Spanned<String>>,
    pub(crate) parallel: Option<Spanned<String>>,
    #[serde(default, rename = "date")]
    pub(crate) dates: Vec<DateCorrection>,
    #[serde(default, rename = "remove_date")]
    pub(crate) remove_dates: Vec<Words>,
    #[serde(default, rename = "figure")]
    pub(crate) figures: Vec<FigureCorrection>,
    #[serde(default, rename = "remove_figure")]
    pub(crate) remove_figures: Vec<Words>,
}

/// A date that the curator reads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateCorrection {
    pub(crate) text: Spanned<String>,
    /// Which of several occurrences of the text, counted from 1.
    pub(crate) occurrence: Option<usize>,
    pub(crate) edtf: Spanned<String>,
    pub(crate) resolved_from: Option<String>,
}

/// A figure that the curator reads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureCorrection {
    pub(crate) text: Spanned<String>,
    pub(crate) occurrence: Option<usize>,
    pub(crate) value: f64,
    pub(crate) upper: Option<f64>,
    pub(crate) unit: String,
    pub(crate) currency: Option<String>,
    pub(crate) qualifier: Option<String>,
}

/// Words of a passage.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) text: Spanned<String>,
    pub(crate) occurrence: Option<usize>,
}

const fn one() -> f32 {
    1.0
}

impl Texts {
    pub(crate) fn to_model(&self) -> model::Localized {
        match self {
            Texts::None => model::Localized::default(),
            Texts::One(text) => model::Localized::one("en", text),
            Texts::Many(texts) => model::Localized {
                texts: texts
                    .iter()
                    .map(|(lang, text)| Translation { lang: lang.clone(), text: text.clone() })
                    .collect(),
            },
        }
    }

    fn iter(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Texts::None => Box::new(std::iter::empty()),
            Texts::One(text) => Box::new(std::iter::once(text.as_str())),
            Texts::Many(texts) => Box::new(texts.values().map(String::as_str)),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Texts::None => true,
            Texts::One(text) => text.is_empty(),
            Texts::Many(texts) => texts.is_empty(),
        }
    }
}

impl Config {
    /// The names of all concepts and documents: a query may ask for them.
    pub(crate) fn label_texts(&self) -> impl Iterator<Item = &str> {
        let concepts = self.schemes.iter().flat_map(|scheme| &scheme.concepts);
        let titles = self.corpus.documents.iter().map(|document| &document.title);
        concepts.map(|concept| &concept.label).chain(titles).flat_map(Texts::iter)
    }
}

impl CorpusFile {
    pub(crate) fn document(&self, file: &str) -> Option<&DocumentEntry> {
        self.documents.iter().find(|document| document.file.get_ref() == file)
    }
}

impl Scheme {
    pub(crate) fn to_model(&self) -> model::Scheme {
        let place = |id: &str| {
            self.concepts.iter().position(|concept| concept.id.get_ref() == id).map(|n| n as u32)
        };
        model::Scheme {
            id: self.id.clone(),
            label: self.label.to_model(),
            description: self.description.to_model(),
            concepts: self
                .concepts
                .iter()
                .map(|concept| model::Concept {
                    id: concept.id.get_ref().clone(),
                    label: if concept.label.is_empty() {
                        model::Localized::one("en", concept.id.get_ref())
                    } else {
                        concept.label.to_model()
                    },
                    definition: concept.definition.to_model(),
                    covers: concept.covers.to_model(),
                    excludes: concept.excludes.to_model(),
                    broader: concept.broader.as_ref().and_then(|id| place(id.get_ref())),
                })
                .collect(),
        }
    }
}

/// Reads the editor's files. `None` if one of them cannot be read at all.
pub(crate) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Config> {
    if !folder.is_dir() {
        problems.push(Problem::error(
            folder,
            "there is no such folder",
            "name the folder of a corpus",
        ));
        return None;
    }
    let mut sources = BTreeMap::new();
    let corpus_path = folder.join("corpus.toml");
    let corpus = if corpus_path.exists() {
        parse(&corpus_path, "corpus.toml", &mut sources, problems)?
    } else {
        problems.push(
            Problem::error(
                &corpus_path,
                "there is no corpus.toml",
                "add one with a title and what is known of each document",
            )
            .with_severity(Severity::Note),
        );
        CorpusFile::default()
    };
    let curation_path = folder.join(CURATION);
    let curation = if curation_path.exists() {
        parse(&curation_path, CURATION, &mut sources, problems)?
    } else {
        CurationFile::default()
    };
    let schemes = Vec::new();
    let mut config = Config { corpus, corpus_path, schemes, curation, sources };
    if config.corpus.id.is_empty() {
        config.corpus.id = folder_name(folder);
    }
    if config.corpus.title.is_empty() {
        config.corpus.title = Texts::One(folder_name(folder));
    }
    read_schemes(folder, &mut config, problems)?;
    check_dates(&config, problems);
    Some(config)
}

fn folder_name(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folder
        .file_name()
        .map_or_else(|| "corpus".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The schemes, in the order of [`FACETS`]; a corpus without one of them has an empty one.
fn read_schemes(folder: &Path, config: &mut Config, problems: &mut Vec<Problem>) -> Option<()> {
    let directory = folder.join("schemes");
    let mut found: Vec<(PathBuf, Scheme)> = Vec::new();
    let mut failed = false;
    for path in crate::read::files_in(&directory, &["toml"]) {
        let name = format!("schemes/{}", path.file_name().unwrap_or_default().to_string_lossy());
        match parse::<Scheme>(&path, &name, &mut config.sources, problems) {
            Some(scheme) => {
                check_scheme(&path, &scheme, &config.sources[&name], problems);
                found.push((path, scheme));
            }
            None => failed = true,
        }
    }
    for facet in FACETS.iter().filter(|facet| facet.source == Source::Scheme) {
        let scheme = match found.iter().position(|(_, scheme)| scheme.id == facet.id) {
            Some(n) => found.remove(n).1,
            None => Scheme::empty(facet.id),
        };
        config.schemes.push(scheme);
    }
    for (path, scheme) in found {
        problems.push(Problem::error(
            path,
            format!("no facet is called “{}”, or another file has it already", scheme.id),
            "the id of a scheme is one of theme, level, actor, person, each once",
        ));
    }
    (!failed).then_some(())
}

impl Scheme {
    fn empty(id: &str) -> Scheme {
        Scheme {
            id: id.to_owned(),
            label: Texts::None,
            description: Texts::None,
            applies_to: Vec::new(),
            threshold: 1.0,
            threshold_by_sentences: Vec::new(),
            mention: false,
            short: ShortForms::default(),
            concepts: Vec::new(),
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(
    path: &Path,
    name: &str,
    sources: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::error(
                path,
                format!("it cannot be read: {error}"),
                "save it as UTF-8 text",
            ));
            return None;
        }
    };
    let parsed = match toml::from_str(&text) {
        Ok(parsed) => Some(parsed),
        Err(error) => {
            let line = error.span().map_or(0, |span| line_of(&text, span.start));
            problems.push(
                Problem::error(
                    path,
                    error.message().trim().replace('\n', " "),
                    "correct this line; the head of the file says what may stand there",
                )
                .at_line(line),
            );
            None
        }
    };
    sources.insert(name.to_owned(), text);
    parsed
}

pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    text[..offset.min(text.len())].matches('\n').count() + 1
}

fn check_scheme(path: &Path, scheme: &Scheme, text: &str, problems: &mut Vec<Problem>) {
    let ids: Vec<&str> =
        scheme.concepts.iter().map(|concept| concept.id.get_ref().as_str()).collect();
    let mut seen = BTreeSet::new();
    for concept in &scheme.concepts {
        let id = concept.id.get_ref();
        let line = line_of(text, concept.id.span().start);
        if !seen.insert(id) {
            problems.push(
                Problem::error(
                    path,
                    format!("two concepts are called “{id}”"),
                    "give one of them another id",
                )
                .at_line(line),
            );
        }
        let Some(broader) = &concept.broader else {
            continue;
        };
        if !ids.contains(&broader.get_ref().as_str()) {
            problems.push(
                Problem::error(
                    path,
                    format!(
                        "“{id}” stands under “{}”, which this file does not have",
                        broader.get_ref()
                    ),
                    "name a concept of this file as broader, or take the line away",
                )
                .at_line(line_of(text, broader.span().start)),
            );
        } else if is_in_circle(scheme, id) {
            problems.push(
                Problem::error(
                    path,
                    format!("“{id}” stands, by way of others, under itself"),
                    "break the circle",
                )
                .at_line(line),
            );
        }
    }
    for signal in scheme.concepts.iter().flat_map(|concept| &concept.signals) {
        check_signal(path, signal, text, problems);
    }
    for role in &scheme.applies_to {
        if model::Role::parse(role).is_none() {
            problems.push(Problem::error(
                path,
                format!("there is no role “{role}”"),
                "roles are content, heading, caption, reference, metadata, boilerplate",
            ));
        }
    }
}

fn check_signal(path: &Path, signal: &Signal, text: &str, problems: &mut Vec<Problem>) {
    for dates in [&signal.dates, &signal.unless_dates].into_iter().flatten() {
        if let Err(what) = dates.get_ref().parse::<Period>() {
            problems.push(
                Problem::error(
                    path,
                    what,
                    "write it as EDTF: 2014/2017, ../2011 for all before, 2012/.. for all after",
                )
                .at_line(line_of(text, dates.span().start)),
            );
        }
    }
    for role in signal.roles.iter().filter(|role| model::Role::parse(role.get_ref()).is_none()) {
        problems.push(
            Problem::error(
                path,
                format!("there is no role “{}”", role.get_ref()),
                "roles are content, heading, caption, reference, metadata, boilerplate",
            )
            .at_line(line_of(text, role.span().start)),
        );
    }
}

fn is_in_circle(scheme: &Scheme, id: &str) -> bool {
    let broader_of = |id: &str| {
        let concept = scheme.concepts.iter().find(|concept| concept.id.get_ref() == id)?;
        concept.broader.as_ref().map(|broader| broader.get_ref().as_str())
    };
    let mut at = broader_of(id);
    // A path without a circle is no longer than there are concepts.
    for _ in 0..scheme.concepts.len() {
        match at {
            None => return false,
            Some(above) if above == id => return true,
            Some(above) => at = broader_of(above),
        }
    }
    true
}

fn check_dates(config: &Config, problems: &mut Vec<Problem>) {
    for entry in &config.corpus.documents {
        for date in [&entry.date, &entry.reference_date].into_iter().flatten() {
            if let Err(error) = date.get_ref().parse::<vitrine_corpus::edtf::Edtf>() {
                let line = line_of(&config.sources["corpus.toml"], date.span().start);
                let (what, mend) = error.to_string().split_once("; ").map_or_else(
                    || (error.to_string(), String::new()),
                    |(what, mend)| (what.to_owned(), mend.to_owned()),
                );
                problems.push(Problem::error(&config.corpus_path, what, mend).at_line(line));
            }
        }
    }
}

/// Does `corpus.toml` name the files there are?
pub(crate) fn check_documents(config: &Config, files: &[File], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for entry in &config.corpus.documents {
        let name = entry.file.get_ref();
        let line = line_of(&config.sources["corpus.toml"], entry.file.span().start);
        if !files.iter().any(|file| file.name == *name) {
            problems.push(
                Problem::error(
                    &config.corpus_path,
                    format!("there is no document “{name}” in the folder"),
                    "add the file, or take this entry away",
                )
                .at_line(line),
            );
        }
        if !seen.insert(name) {
            problems.push(
                Problem::error(
                    &config.corpus_path,
                    format!("“{name}” stands here twice"),
                    "make one entry of the two",
                )
                .at_line(line),
            );
        }
    }
    for file in files.iter().filter(|file| config.corpus.document(&file.name).is_none()) {
        problems.push(
            Problem::error(
                &file.path,
                "corpus.toml does not name it",
                "it is read all the same; add a [[document]] to say its title, authors and date",
            )
            .with_severity(Severity::Note),
        );
    }
}

/// Has each document an id of its own?
pub(crate) fn check_ids(config: &Config, documents: &[Document], problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for document in documents {
        if let Some(other) = seen.insert(&document.id, &document.file) {
            problems.push(Problem::error(
                &config.corpus_path,
                format!("“{}” is the id of {other} and of {}", document.id, document.file),
                "give each document an id of its own",
            ));
        }
    }
}
