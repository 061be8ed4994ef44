//! Problems for people: a line that says all, and the place in the file below it.

use std::io::{Result, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use vitrine_compiler::{Problem, Severity};
use vitrine_corpus::text::byte_of_char;

/// How wide the lines of files are shown, in columns: a paragraph is cut to what is around the place.
const WIDTH: usize = 100;

/// How many characters of a place are underlined at most: the beginning tells which it is.
const UNDERLINED: usize = 40;

/// Writes all problems, in colours; `out` takes them away where they do not belong.
pub fn write(out: &mut impl Write, problems: &[Problem]) -> Result<()> {
    let renderer = Renderer::styled().term_width(WIDTH);
    for problem in problems {
        writeln!(out, "{}", headline(problem))?;
        if problem.line > 0 {
            writeln!(out, "{}\n", renderer.render(&[snippet(problem)]))?;
        }
    }
    Ok(())
}

/// The problem's own line, its severity in colour.
fn headline(problem: &Problem) -> String {
    let style = match problem.severity {
        Severity::Error => anstyle::AnsiColor::Red,
        Severity::Warning => anstyle::AnsiColor::Yellow,
        Severity::Note => anstyle::AnsiColor::Green,
    };
    let style = style.on_default().bold();
    let severity = format!(" {}: ", problem.severity);
    let coloured = format!(" {style}{}{style:#}: ", problem.severity);
    // The first such words are the severity: a path before them would have to hold a space and a colon.
    problem.to_string().replacen(&severity, &coloured, 1)
}

/// The line of the file with the place and the kind of problem.
fn snippet(problem: &Problem) -> Group<'_> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let line = problem.excerpt.as_str();
    let first = problem.column.saturating_sub(1);
    let end = first + problem.length.min(UNDERLINED);
    let span = byte_of_char(line, first)..byte_of_char(line, end);
    let place = AnnotationKind::Primary.span(span).label(problem.code.as_str());
    Group::with_level(level)
        .element(Snippet::source(line).line_start(problem.line).annotation(place))
}
