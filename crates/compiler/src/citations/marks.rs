//! How do marks come into a citation? It is made with an address and a day that no document has, and these
//! become marks, in whatever form a style has written them.

use vitrine_corpus::citation::{Day, Mark};

use super::item::{Access, Item, Work};
use super::{bibtex, ris, styled};

/// A host that can never be.
const URL: &str = "https://address.invalid/";

/// The last day that all forms can write; no document is of a time near it.
const DAY: Day = Day { year: 9999, month: 12, day: 31 };

/// Each form of a document, in the order of [`vitrine_corpus::citation::Form::ALL`].
pub(super) fn in_all_forms(work: &Work<'_>) -> Vec<String> {
    let access = Access { url: Some(URL.to_owned()), day: Some(DAY) };
    let item = Item::new(work, &access);
    let json = serde_json::to_string(&item).expect("an item is JSON");
    let records = [bibtex(&item), ris(&item), json];
    styled(&item).into_iter().chain(records).map(|text| marked(&text)).collect()
}

fn marked(text: &str) -> String {
    Mark::ALL.into_iter().fold(text.to_owned(), |text, mark| {
        text.replace(&mark.filled(Some(URL), Some(DAY)), &mark.character().to_string())
    })
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::citation::{Form, fill};

    use super::*;

    #[test]
    fn what_is_filled_is_what_is_made_at_once() {
        for language in ["en", "zh-Hant", "zh-Hans", "ru"] {
            let work = Work {
                id: "a",
                language,
                titles: vec![(language, "Then & \u{20bb7} {and}")],
                authors: vec!["Thomas Graham"],
                publisher: Some("Foreign Affairs"),
                // Two styles name the day of access only of what has no date.
                date: Some("2023-10-09").filter(|_| language == "ru"),
                keywords: vec!["grain"],
                ..Work::default()
            };
            let forms = in_all_forms(&work);
            assert_eq!(forms.len(), Form::ALL.len());
            for month in 1..=12 {
                let day = Some(Day { year: 2026, month, day: 1 });
                let access = Access { url: Some("https://a.invalid/#doc=a".to_owned()), day };
                let item = Item::new(&work, &access);
                let plain = |text: String| fill(&text, None, None);
                let mut expected: Vec<String> = styled(&item).into_iter().map(plain).collect();
                expected.extend([bibtex(&item), ris(&item), serde_json::to_string(&item).unwrap()]);
                for ((form, text), expected) in Form::ALL.iter().zip(&forms).zip(expected) {
                    assert!(
                        !text.contains("9999") && !text.contains("invalid"),
                        "{form:?}: {text}"
                    );
                    assert_eq!(fill(text, access.url.as_deref(), day), expected, "{form:?}");
                }
            }
        }
    }
}
