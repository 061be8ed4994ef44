//! How much of the corpus has a theme, and what has none?

use vitrine_corpus::model::{Passage, Role};

use super::{Detail, Reading};
use crate::config::THEME;
use crate::problem::{Code, Problem};

/// How many passages have a theme, of those that can have one: passages of content that repeat no
/// other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Passages with a theme.
    pub labelled: usize,
    /// Passages that can have one; 0 if the corpus has no themes.
    pub able: usize,
}

pub(super) fn check(
    reading: &Reading<'_>,
    detail: Detail,
    problems: &mut Vec<Problem>,
) -> Coverage {
    let schemes = &reading.config.schemes;
    let theme = schemes.iter().position(|scheme| scheme.id == THEME);
    let content = Role::Content.as_str();
    let gives_any = |n: &usize| {
        let scheme = &schemes[*n];
        let roles = &scheme.applies_to;
        !scheme.concepts.is_empty()
            && (roles.is_empty() || roles.iter().any(|role| role == content))
    };
    let Some(theme) = theme.filter(gives_any) else {
        return Coverage { labelled: 0, able: 0 };
    };
    let is_able = |p: &&Passage| p.role == Role::Content && p.repeats.is_none();
    let has_theme = |p: &Passage| p.labels.iter().any(|label| usize::from(label.scheme) == theme);
    let mut coverage = Coverage { labelled: 0, able: 0 };
    for (file, document) in reading.files.iter().zip(reading.documents) {
        let passages = &reading.passages[document.passages()];
        let able: Vec<&Passage> = passages.iter().filter(is_able).collect();
        let bare: Vec<&Passage> = able.iter().filter(|p| !has_theme(p)).copied().collect();
        coverage.able += able.len();
        coverage.labelled += able.len() - bare.len();
        let Some(first) = bare.first() else {
            continue;
        };
        let note = |what: String, passage: &Passage| {
            let mend = "look whether it makes a statement; then mend a rule, or correct it in curation.toml";
            let line = passage.first_line as usize;
            Problem::new(Code::PassageWithoutTheme, &file.path, what, mend)
                .at_place(file.place_of_line(line))
        };
        if detail.tells_each(bare.len()) {
            let notes = bare.iter().map(|p| note(format!("passage “{}” has no theme", p.id), p));
            problems.extend(notes);
        } else {
            let lines: Vec<String> = bare.iter().map(|p| p.first_line.to_string()).collect();
            let what = format!(
                "{} of {} passages of content have no theme, in the lines {}",
                bare.len(),
                able.len(),
                super::list(&lines)
            );
            problems.push(note(what, first));
        }
    }
    coverage
}
