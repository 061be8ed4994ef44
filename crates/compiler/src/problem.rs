//! What is wrong with a corpus, where, and what is the mend?

use std::fmt;
use std::path::{Path, PathBuf};

/// Something an editor should know about the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as a path from where the command was called.
    pub file: PathBuf,
    /// Line, counted from 1; 0 if the file as a whole is meant.
    pub line: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no image before this is mended.
    Error,
    /// The corpus is compiled; a reader will be the worse for it.
    Warning,
    /// Worth knowing, possibly meant so.
    Note,
}

/// All problems of a corpus that could not be compiled.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// An error about a file as a whole.
    pub(crate) fn error(
        file: impl AsRef<Path>,
        what: impl fmt::Display,
        mend: impl Into<String>,
    ) -> Problem {
        Problem {
            file: file.as_ref().to_owned(),
            line: 0,
            severity: Severity::Error,
            what: what.to_string(),
            mend: mend.into(),
        }
    }

    pub(crate) fn at_line(mut self, line: usize) -> Problem {
        self.line = line;
        self
    }

    pub(crate) fn with_severity(mut self, severity: Severity) -> Problem {
        self.severity = severity;
        self
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

impl fmt::Display for Problem {
    /// `file:line: what, and the mend`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if self.line > 0 {
            write!(f, "{}:", self.line)?;
        }
        write!(f, " {}: {}; {}", self.severity, self.what, self.mend)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
