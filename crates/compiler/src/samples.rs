//! Passages for tests.

use vitrine_corpus::model::{Passage, Role};

/// A passage of these words, and nothing else.
pub fn passage(text: &str) -> Passage {
    Passage {
        id: String::new(),
        document: 0,
        first_line: 1,
        last_line: 1,
        lang: u16::from(text.is_ascii()),
        role: Role::Content,
        depth: 0,
        repeats: None,
        parallel: None,
        headings: Vec::new(),
        text: text.to_owned(),
        folded: text.to_lowercase(),
        aligned: true,
        labels: Vec::new(),
        dates: Vec::new(),
        figures: Vec::new(),
        similar: Vec::new(),
    }
}
