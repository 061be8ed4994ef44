//! What has the reader unfolded? It belongs to this visit, not to the link.

/// What is unfolded of a passage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unfolded {
    /// All of a long text.
    pub whole: bool,
    /// The reasons for this theme: its place in the scheme.
    pub theme: Option<usize>,
    /// The text as it is written, where others are shown in another script.
    pub as_written: bool,
    /// What is known of the word at this place (bytes of the text).
    pub gloss: Option<usize>,
}

/// What is unfolded of each passage; most have nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassageFolds(Vec<(usize, Unfolded)>);

impl PassageFolds {
    /// What is unfolded of passage `n`.
    pub fn of(&self, n: usize) -> Unfolded {
        let found = self.0.iter().find(|(passage, _)| *passage == n);
        found.map(|(_, unfolded)| *unfolded).unwrap_or_default()
    }

    /// Shows all of the text, or only a part again.
    pub fn toggle_whole(&mut self, n: usize) {
        self.change(n, |unfolded| unfolded.whole = !unfolded.whole);
    }

    /// Shows the reasons for a theme, or no longer.
    pub fn toggle_theme(&mut self, n: usize, theme: usize) {
        self.change(n, |unfolded| {
            unfolded.theme = if unfolded.theme == Some(theme) { None } else { Some(theme) };
        });
    }

    /// Shows the text as it is written, or in the other script again.
    pub fn toggle_script(&mut self, n: usize) {
        self.change(n, |unfolded| unfolded.as_written = !unfolded.as_written);
    }

    /// Shows what is known of the word at a place, or of none.
    pub fn explain(&mut self, n: usize, place: Option<usize>) {
        self.change(n, |unfolded| unfolded.gloss = place);
    }

    fn change(&mut self, n: usize, change: impl FnOnce(&mut Unfolded)) {
        let mut unfolded = self.of(n);
        change(&mut unfolded);
        self.0.retain(|(passage, _)| *passage != n);
        if unfolded != Unfolded::default() {
            self.0.push((n, unfolded));
        }
    }
}

/// What is unfolded of a facet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetFolds {
    /// The facet itself.
    pub is_open: bool,
    /// All of its values, not only the first few.
    pub all: bool,
    /// What the names of its values are searched for.
    pub needle: String,
    /// Values whose narrower ones are shown.
    pub narrower: Vec<usize>,
}

impl FacetFolds {
    /// Shows what is narrower than a value, or no longer.
    pub fn toggle_narrower(&mut self, value: usize) {
        match self.narrower.iter().position(|&open| open == value) {
            Some(n) => drop(self.narrower.remove(n)),
            None => self.narrower.push(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_again_leaves_nothing_behind() {
        let mut folds = PassageFolds::default();
        folds.toggle_theme(7, 2);
        folds.toggle_whole(7);
        folds.toggle_theme(7, 3);
        assert_eq!(folds.of(7), Unfolded { whole: true, theme: Some(3), ..Unfolded::default() });
        assert_eq!(folds.of(8), Unfolded::default());
        folds.toggle_whole(7);
        folds.toggle_theme(7, 3);
        assert_eq!(folds, PassageFolds::default());
    }
}
