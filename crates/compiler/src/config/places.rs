//! Where in a curator's file does that stand? Places of values that were read without them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file's text as TOML, to look places up in.
pub(crate) struct Places<'a> {
    root: Option<Spanned<DeValue<'a>>>,
}

/// A step into a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

/// The steps to a value: `steps!["concept", 3, "id"]`.
macro_rules! steps {
    ($($step:expr),* $(,)?) => { &[$($crate::config::Step::from($step)),*] };
}
pub(crate) use steps;

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Step<'a> {
        Step::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(item: usize) -> Self {
        Step::Item(item)
    }
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Places<'a> {
        let root = DeTable::parse(text).ok();
        Places {
            root: root.map(|root| Spanned::new(root.span(), DeValue::Table(root.into_inner()))),
        }
    }

    /// The bytes of a value; of the nearest one around it that is there, if it is not.
    pub(crate) fn of(&self, path: &[Step<'_>]) -> Range<usize> {
        let Some(mut at) = self.root.as_ref() else {
            return 0..0;
        };
        for step in path {
            let next = match *step {
                Step::Key(key) => at.get_ref().get(key),
                Step::Item(n) => at.get_ref().get(n),
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at.span()
    }

    /// The bytes of a key of the table at `path`; of the table, if it does not have the key.
    pub(crate) fn of_key(&self, path: &[Step<'_>], key: &str) -> Range<usize> {
        let table = self.root.as_ref().and_then(|root| {
            path.iter().try_fold(root, |at, step| match *step {
                Step::Key(key) => at.get_ref().get(key),
                Step::Item(n) => at.get_ref().get(n),
            })
        });
        let found = table.and_then(|table| table.get_ref().as_table()?.get_key_value(key));
        found.map_or_else(|| self.of(path), |(key, _)| key.span())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_keys_are_found_and_else_what_is_around_them() {
        let text =
            "id = 'x'\n[[concept]]\nlabel = { en = 'a' }\n[[concept.signal]]\nterms = ['b', 'c']\n";
        let places = Places::new(text);
        assert_eq!(&text[places.of(steps!["concept", 0, "signal", 0, "terms", 1])], "'c'");
        assert_eq!(&text[places.of_key(steps!["concept", 0, "label"], "en")], "en");
        assert_eq!(&text[places.of(steps!["concept", 0, "label", "zh"])], "{ en = 'a' }");
        assert_eq!(Places::new("not = ").of(steps!["not"]), 0..0);
    }
}
