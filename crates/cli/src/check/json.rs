//! Problems for programs: a JSON object a line.

use std::io::{Result, Write};

use serde::Serialize;
use vitrine_compiler::Problem;

/// A problem. Lines and columns are counted from 1, columns in characters (Unicode scalar values);
/// they are null where a file or a line as a whole is meant.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    /// The column behind the last character.
    end_column: Option<usize>,
    severity: &'static str,
    code: &'static str,
    what: &'a str,
    mend: &'a str,
}

pub fn write(out: &mut impl Write, problems: &[Problem]) -> Result<()> {
    for problem in problems {
        let line = Some(problem.line).filter(|line| *line > 0);
        let column = Some(problem.column).filter(|column| *column > 0);
        let line = Line {
            file: problem.file.display().to_string(),
            line,
            column,
            end_line: line,
            end_column: column.map(|column| column + problem.length),
            severity: problem.severity.as_str(),
            code: problem.code.as_str(),
            what: &problem.what,
            mend: &problem.mend,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}
