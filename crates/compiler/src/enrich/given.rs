//! Which themes do records bring with them? They are labels beside those of the rules.

use std::collections::{BTreeMap, HashMap};

use vitrine_corpus::model::{By, Document, Evidence, Label, Passage};

use super::concepts::add_broader;
use crate::config::{Config, THEME};
use crate::read::File;

/// What stands where a rule's name would.
const GIVEN: &str = "given by the record";

/// What it counts: as much as a rule that reaches the usual threshold by itself.
const WEIGHT: f32 = 1.0;

/// Labels the passages of records with the themes that these name, and with the themes above.
pub(super) fn label(
    config: &Config,
    files: &[File],
    documents: &[Document],
    passages: &mut [Passage],
    names: &mut Vec<String>,
) {
    let Some(n) = config.schemes.iter().position(|scheme| scheme.id == THEME) else {
        return;
    };
    let scheme = &config.schemes[n];
    let ids = scheme.concepts.iter().map(|concept| concept.id.get_ref().as_str());
    let places: HashMap<&str, usize> = ids.enumerate().map(|(place, id)| (id, place)).collect();
    let evidence =
        Evidence { rule: names.len() as u32, weight: WEIGHT, spans: Vec::new(), heading: None };
    let mut is_used = false;
    for (file, document) in files.iter().zip(documents) {
        let rows = file.records.iter().flat_map(|records| &records.rows);
        let own = &mut passages[document.passages()];
        for (row, passage) in rows.zip(own).filter(|(row, _)| !row.themes.is_empty()) {
            is_used = true;
            // Theme by theme what was given, and nothing for those above.
            let mut given: BTreeMap<usize, Vec<Evidence>> = row
                .themes
                .iter()
                .filter_map(|theme| places.get(theme.as_str()))
                .map(|place| (*place, vec![evidence.clone()]))
                .collect();
            add_broader(scheme, &mut given);
            for (concept, evidence) in given {
                add(&mut passage.labels, n as u16, concept as u32, evidence);
            }
            passage.labels.sort_by_key(|label| (label.scheme, label.concept));
        }
    }
    if is_used {
        names.push(GIVEN.to_owned());
    }
}

fn add(labels: &mut Vec<Label>, scheme: u16, concept: u32, evidence: Vec<Evidence>) {
    match labels.iter_mut().find(|label| (label.scheme, label.concept) == (scheme, concept)) {
        Some(label) => {
            label.evidence.extend(evidence);
            label.evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        }
        None => labels.push(Label { scheme, concept, by: By::Rule, evidence }),
    }
}
