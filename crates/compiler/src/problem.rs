//! What is wrong with a corpus, where, and what is the mend?

mod code;
mod nearest;
mod place;

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use code::Code;
pub(crate) use nearest::{did_you_mean, nearest, nearest_within};
pub(crate) use place::{Place, nth_line};

/// Something a curator should know about the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as a path from where the command was called.
    pub file: PathBuf,
    /// Line, counted from 1; 0 if the file as a whole is meant.
    pub line: usize,
    /// Column, counted from 1 in characters (Unicode scalar values) of the line; 0 if the line as a
    /// whole is meant.
    pub column: usize,
    /// How many characters of the line are meant, from the column on; 0 for a point between two.
    pub length: usize,
    /// How bad it is.
    pub severity: Severity,
    /// Which kind of problem it is; stable, for programs.
    pub code: Code,
    /// What is wrong; one line.
    pub what: String,
    /// What to do about it; one line.
    pub mend: String,
    /// The line as it was read, whatever the file's encoding; empty if the file as a whole is meant.
    pub excerpt: String,
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
    /// A problem of a file as a whole.
    pub(crate) fn new(
        code: Code,
        file: impl AsRef<Path>,
        what: impl fmt::Display,
        mend: impl fmt::Display,
    ) -> Problem {
        Problem {
            file: file.as_ref().to_owned(),
            line: 0,
            column: 0,
            length: 0,
            severity: code.severity(),
            code,
            what: one_line(what),
            mend: one_line(mend),
            excerpt: String::new(),
        }
    }

    /// The same, at bytes `span` of the file's text.
    pub(crate) fn at(self, text: &str, span: Range<usize>) -> Problem {
        self.at_place(Place::of(text, span))
    }

    /// The same, at a place; none for the file as a whole.
    pub(crate) fn at_place(mut self, place: Option<Place>) -> Problem {
        if let Some(place) = place {
            self.line = place.line;
            self.column = place.column;
            self.length = place.length;
            self.excerpt = place.excerpt;
        }
        self
    }
}

/// Words from a corpus may hold line breaks and what steers a terminal; a report has neither.
fn one_line(text: impl fmt::Display) -> String {
    text.to_string().trim().replace(char::is_control, " ")
}

impl Severity {
    /// Its name: `error`, `warning` or `note`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Problem {
    /// `file:line:column: severity: what; mend`, in one line; without line or column where a file or a
    /// line is meant as a whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        for number in [self.line, self.column].into_iter().take_while(|number| *number > 0) {
            write!(f, "{number}:")?;
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
