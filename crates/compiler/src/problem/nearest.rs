//! What was probably meant?

/// Of some names the one that a slip of the pen most likely made `word` of: at most a third of it is
/// written otherwise.
pub(crate) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(word.chars().count().div_ceil(3), word, names)
}

/// The nearest name that is at most `most` slips away: a character too many, too few, another one, or
/// two that changed places. Of several the first.
pub(crate) fn nearest_within<'a>(
    most: usize,
    word: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let slips = |name: &str| strsim::damerau_levenshtein(&word, &name.to_lowercase());
    let length = word.chars().count();
    names
        .into_iter()
        // As many slips as there are characters are no slips: every short word is near every other.
        .map(|name| (slips(name), name))
        .filter(|(slips, name)| *slips <= most && *slips < length.max(name.chars().count()))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

/// A mend that begins with what was probably meant, if anything is near.
pub(crate) fn did_you_mean(found: Option<&str>, mend: &str) -> String {
    match found {
        Some(name) => format!("did you mean “{name}”? Otherwise {mend}"),
        None => mend.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        let names = ["labor", "military", "sanctions"];
        assert_eq!(nearest("labour", names), Some("labor"));
        assert_eq!(nearest("Sanctoins", names), Some("sanctions"));
        assert_eq!(nearest("history", names), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(
            nearest_within(2, "doc.abcdefgh", ["doc.abxdefgh", "doc.zzzzzzzz"]),
            Some("doc.abxdefgh")
        );
        assert_eq!(nearest_within(2, "doc.abcdefgh", ["doc.zzzzzzzz"]), None);
    }
}
