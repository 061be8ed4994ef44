//! What does the curator say? `corpus.toml`, the concept schemes and the corrections, as they stand in
//! the files; [`reading`] reads them, [`checks`] looks whether they hold together, [`tree`] says which concepts stand
//! above which.

mod checks;
mod languages;
mod places;
mod publication;
mod reading;
mod tree;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use vitrine_corpus::model::{self, Translation};

use crate::enrich::people::People;
use crate::read::File;

pub(crate) use checks::{check_documents, check_ids, check_titles, unknown_role};
pub(crate) use languages::mend as language_mend;
pub(crate) use places::{Places, Step, steps};
pub(crate) use publication::{doi, web_address};
pub(crate) use reading::{parse, read};

/// The file that says what is known of the corpus and its documents.
pub(crate) const CORPUS: &str = "corpus.toml";

/// The file of the curator's corrections.
pub(crate) const CURATION: &str = "curation.toml";

/// The file of words that search takes for each other.
pub(crate) const SYNONYMS: &str = "synonyms.toml";

/// The languages of the page: what it shows of the curator's has a text in each.
pub(crate) const PAGE_LANGUAGES: [&str; 3] = ["en", "zh-Hans", "zh-Hant"];

/// What roles may be written, as a mend.
pub(crate) const ROLES: &str =
    "roles are content, heading, caption, reference, metadata, boilerplate";

/// The curator's files of a corpus.
pub(crate) struct Config {
    pub(crate) corpus: CorpusFile,
    /// Where `corpus.toml` is, or would be.
    pub(crate) corpus_path: PathBuf,
    /// One for each facet of [`vitrine_corpus::facet::FACETS`] that has one, in their order.
    pub(crate) schemes: Vec<Scheme>,
    /// The file of each scheme, as it is called in `sources`; none if the corpus has no such scheme.
    pub(crate) scheme_files: Vec<Option<String>>,
    pub(crate) curation: CurationFile,
    pub(crate) synonyms: SynonymsFile,
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
    /// Questions that it answers well, for the page to offer.
    #[serde(default)]
    pub(crate) questions: Vec<Texts>,
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
    #[serde(default)]
    pub(crate) rights: Texts,
    #[serde(rename = "type")]
    pub(crate) kind: Option<Spanned<String>>,
    pub(crate) container: Option<String>,
    pub(crate) volume: Option<Count>,
    pub(crate) issue: Option<Count>,
    pub(crate) pages: Option<Count>,
    pub(crate) number: Option<Count>,
    pub(crate) place: Option<String>,
    pub(crate) editors: Option<Vec<String>>,
    pub(crate) translators: Option<Vec<String>>,
    pub(crate) url: Option<Spanned<String>>,
    pub(crate) doi: Option<Spanned<String>>,
    /// The day on which the document was taken from its address.
    pub(crate) accessed: Option<Spanned<String>>,
}

/// What is mostly a number, with quotation marks around it or without.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "this is neither a number nor a text in quotation marks")]
pub(crate) enum Count {
    Number(u64),
    Text(String),
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
    /// Whether a concept's terms are all names of it, so that search takes one for the other.
    #[serde(default)]
    pub(crate) names: bool,
    #[serde(default)]
    pub(crate) short: ShortForms,
    /// Each after the one above it.
    #[serde(default, rename = "concept")]
    pub(crate) concepts: Vec<Concept>,
    /// What its concepts explain together, where they are levels of one argument.
    #[serde(default)]
    pub(crate) outcome: Texts,
    #[serde(default, rename = "tier")]
    pub(crate) tiers: Vec<Tier>,
}

/// A level of the argument that a scheme's concepts make.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tier {
    #[serde(default)]
    pub(crate) label: Texts,
    /// What it does to what is explained.
    #[serde(default)]
    pub(crate) relation: Texts,
    /// Ids of the concepts that are its sides.
    pub(crate) concepts: Vec<Spanned<String>>,
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
    /// Words after two short forms with a comma between.
    #[serde(default)]
    pub(crate) listed: Vec<String>,
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
    /// Whether it stands in no scheme's file, but in records or in the texts alone.
    #[serde(skip)]
    pub(crate) is_given: bool,
    /// Which of the concepts of its file it is.
    #[serde(skip)]
    pub(crate) number: usize,
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
    /// A time, as [`Period`](crate::enrich::period::Period) reads it: dates of the passage inside it speak like terms.
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

/// `synonyms.toml`: words that search takes for each other.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SynonymsFile {
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<SynonymGroup>,
}

/// Words that mean one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SynonymGroup {
    pub(crate) words: Vec<String>,
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
    /// Why; nothing need be said for keywords alone.
    #[serde(default)]
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
    /// In which words a reader may look for it that it does not say itself.
    #[serde(default)]
    pub(crate) keywords: Vec<Spanned<String>>,
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

    /// The wordings, without their languages.
    pub(crate) fn texts(&self) -> Box<dyn Iterator<Item = &str> + '_> {
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
            Texts::Many(texts) => texts.values().all(String::is_empty),
        }
    }

    /// Whether there is a text in this language.
    pub(crate) fn has(&self, language: &str) -> bool {
        match self {
            Texts::None => false,
            Texts::One(text) => language == "en" && !text.is_empty(),
            Texts::Many(texts) => texts.get(language).is_some_and(|text| !text.is_empty()),
        }
    }
}

impl Config {
    /// The path of a curator's file, by its name in the folder.
    pub(crate) fn path_of(&self, name: &str) -> PathBuf {
        self.corpus_path.with_file_name(name)
    }

    /// The text of a curator's file; empty if there is no such file.
    pub(crate) fn text_of(&self, name: &str) -> &str {
        self.sources.get(name).map_or("", String::as_str)
    }

    /// Whether there is a `corpus.toml`.
    pub(crate) fn has_corpus_file(&self) -> bool {
        self.sources.contains_key(CORPUS)
    }

    /// The names of all concepts and documents: a query may ask for them.
    pub(crate) fn label_texts(&self) -> impl Iterator<Item = &str> {
        let concepts = self.schemes.iter().flat_map(|scheme| &scheme.concepts);
        let titles = self.corpus.documents.iter().map(|document| &document.title);
        let labels = concepts.map(|concept| &concept.label).chain(titles).flat_map(Texts::texts);
        let synonyms = self.synonyms.groups.iter().flat_map(|group| &group.words);
        let names = self.schemes.iter().filter(|scheme| scheme.names);
        let names = names.flat_map(|scheme| &scheme.concepts).flat_map(|c| &c.signals);
        let names = names.flat_map(|signal| &signal.terms);
        let keywords = self.curation.corrections.iter().flat_map(|c| &c.keywords);
        let keywords = keywords.map(Spanned::get_ref);
        labels.chain(synonyms.chain(names).chain(keywords).map(String::as_str))
    }
}

impl Config {
    /// The argument that the concepts of a scheme make: of the first scheme that says so. `schemes` are those of the
    /// corpus, which may have fewer concepts than the files.
    pub(crate) fn framework(&self, schemes: &[model::Scheme]) -> Option<model::Framework> {
        let mut both = self.schemes.iter().zip(schemes).enumerate();
        both.find_map(|(n, (scheme, known))| scheme.framework(n as u16, &known.concepts))
    }

    /// Adds the themes that records name and the scheme does not have; a theme's id is its name.
    pub(crate) fn add_given_themes(&mut self, files: &[File]) {
        let Some(scheme) = self.schemes.iter_mut().find(|scheme| scheme.id == THEME) else {
            return;
        };
        let mut known: HashSet<String> =
            scheme.concepts.iter().map(|concept| concept.id.get_ref().clone()).collect();
        let records = files.iter().filter_map(|file| file.records.as_ref());
        for theme in records.flat_map(|records| &records.rows).flat_map(|row| &row.themes) {
            if known.insert(theme.clone()) {
                scheme.concepts.push(Concept::given(theme, Texts::One(theme.clone())));
            }
        }
    }

    /// Adds the persons who were found in the texts. A corpus without a scheme of persons has one then.
    pub(crate) fn add_found_people(&mut self, people: &People) {
        let Some(scheme) = self.schemes.iter_mut().find(|scheme| scheme.id == PERSON) else {
            return;
        };
        if scheme.concepts.is_empty() && !people.persons.is_empty() {
            scheme.mention = true;
            scheme.names = true;
        }
        let found = people.persons.iter().filter(|person| !person.is_in_scheme);
        let concepts =
            found.map(|person| Concept::given(&person.id, Texts::Many(person.label.clone())));
        scheme.concepts.extend(concepts);
    }
}

/// The scheme that records give themes of.
pub(crate) const THEME: &str = "theme";

/// The scheme of persons.
pub(crate) const PERSON: &str = "person";

impl Concept {
    /// A concept that stands in no scheme's file.
    fn given(id: &str, label: Texts) -> Concept {
        Concept {
            id: Spanned::new(0..0, id.to_owned()),
            label,
            definition: Texts::None,
            covers: Texts::None,
            excludes: Texts::None,
            broader: None,
            threshold: None,
            short: None,
            signals: Vec::new(),
            is_given: true,
            number: 0,
        }
    }
}

impl Correction {
    /// Whether it gives keywords and says nothing else.
    pub(crate) fn is_keywords_alone(&self) -> bool {
        let has_shape = self.role.is_some() || self.repeats.is_some() || self.parallel.is_some();
        let has_labels = !self.add.is_empty() || !self.remove.is_empty();
        let has_dates = !self.dates.is_empty() || !self.remove_dates.is_empty();
        let has_figures = !self.figures.is_empty() || !self.remove_figures.is_empty();
        !(self.keywords.is_empty() || has_shape || has_labels || has_dates || has_figures)
    }
}

impl CorpusFile {
    pub(crate) fn document(&self, file: &str) -> Option<&DocumentEntry> {
        self.documents.iter().find(|document| document.file.get_ref() == file)
    }
}

impl Scheme {
    /// The place of a concept.
    fn place(&self, id: &str) -> Option<u32> {
        self.concepts.iter().position(|concept| concept.id.get_ref() == id).map(|n| n as u32)
    }

    pub(crate) fn to_model(&self) -> model::Scheme {
        let concepts = self.concepts.iter().map(|concept| model::Concept {
            id: concept.id.get_ref().clone(),
            label: if concept.label.is_empty() {
                model::Localized::one("en", concept.id.get_ref())
            } else {
                concept.label.to_model()
            },
            broader: concept.broader.as_ref().and_then(|id| self.place(id.get_ref())),
        });
        model::Scheme {
            id: self.id.clone(),
            label: self.label.to_model(),
            description: self.description.to_model(),
            concepts: Arc::new(concepts.collect()),
            coverage: None,
        }
    }

    /// The argument that its concepts make, if they make one; it is the corpus' scheme number `scheme`, and of its
    /// concepts those count that are `known` there.
    fn framework(&self, scheme: u16, known: &[model::Concept]) -> Option<model::Framework> {
        let place = |id: &Spanned<String>| {
            known.iter().position(|concept| concept.id == *id.get_ref()).map(|n| n as u32)
        };
        let tier = |tier: &Tier| model::Tier {
            label: tier.label.to_model(),
            relation: tier.relation.to_model(),
            concepts: tier.concepts.iter().filter_map(place).collect(),
        };
        let tiers = self.tiers.iter().map(tier).filter(|tier| !tier.concepts.is_empty());
        let tiers: Vec<model::Tier> = tiers.collect();
        let outcome = self.outcome.to_model();
        (!tiers.is_empty()).then_some(model::Framework { scheme, outcome, tiers })
    }

    pub(crate) fn definitions(&self) -> model::Definitions {
        let definitions = self.concepts.iter().map(|concept| model::Definition {
            definition: concept.definition.to_model(),
            covers: concept.covers.to_model(),
            excludes: concept.excludes.to_model(),
        });
        let mut definitions: Vec<model::Definition> = definitions.collect();
        while definitions.pop_if(|last| *last == model::Definition::default()).is_some() {}
        definitions
    }
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
            names: false,
            short: ShortForms::default(),
            concepts: Vec::new(),
            outcome: Texts::None,
            tiers: Vec::new(),
        }
    }
}
