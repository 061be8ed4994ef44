//! What are the units of the figures called in the languages that the page is written in?

use std::collections::BTreeSet;

use vitrine_corpus::model::{Localized, Passage, Translation, UnitName};

use crate::enrich::figures::in_chinese;
use crate::folding::Folding;

/// The names of those that have one in Chinese. Without one, a unit is shown as figures name it, in English.
pub(crate) fn names(passages: &[Passage], folding: &Folding) -> Vec<UnitName> {
    let units = passages.iter().flat_map(|passage| &passage.figures);
    let units: BTreeSet<&str> = units.map(|figure| &*figure.unit).collect();
    let name = |unit: &str| {
        let simplified = in_chinese(unit)?;
        let traditional = folding.traditional(simplified);
        let names = [("en", unit), ("zh-Hans", simplified), ("zh-Hant", &traditional)];
        let texts = names.map(|(lang, text)| Translation { lang: lang.into(), text: text.into() });
        Some(UnitName { unit: unit.to_owned(), name: Localized { texts: texts.into() } })
    };
    units.into_iter().filter_map(name).collect()
}
