//! What is not wrong, but worth knowing? Looked for by `check` alone, as it takes time and changes
//! nothing: terms that match nothing, terms written twice, concepts without a rule or a name,
//! passages without a theme.

mod concepts;
mod coverage;
mod terms;

use vitrine_corpus::model::{Document, Passage};

use crate::config::Config;
use crate::folding::Folding;
use crate::problem::Problem;
use crate::read::File;

pub use coverage::Coverage;

/// How much is told of findings that there may be many of: terms that match nothing (a scheme is meant
/// to serve other corpora as well), passages without a theme, concepts without a label.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// More than five of a kind in one file are one note.
    #[default]
    Folded,
    /// Each by itself.
    Single,
}

impl Detail {
    /// Whether so many findings of one kind in one file are told one by one.
    fn tells_each(self, findings: usize) -> bool {
        self == Detail::Single || findings <= FEW
    }
}

/// At most this many findings of a kind in a file are told one by one.
const FEW: usize = 5;

/// A corpus that was read.
pub(crate) struct Reading<'a> {
    pub(crate) config: &'a Config,
    pub(crate) files: &'a [File],
    pub(crate) documents: &'a [Document],
    pub(crate) passages: &'a [Passage],
    pub(crate) folding: &'a Folding,
}

/// Looks at a corpus that was read, and counts what is labelled.
pub(crate) fn lint(reading: &Reading<'_>, detail: Detail, problems: &mut Vec<Problem>) -> Coverage {
    for (n, file) in reading.config.scheme_files.iter().enumerate() {
        if let Some(file) = file {
            concepts::check(reading.config, n, file, detail, problems);
        }
    }
    terms::check(reading, detail, problems);
    coverage::check(reading, detail, problems)
}

/// At most this many names stand in a folded note.
const NAMED: usize = 12;

/// Names in a sentence, the first few of them.
fn list(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    match names.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
