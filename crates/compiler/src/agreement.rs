//! How well does the reading agree with people? `agreement.toml`, which `cargo xtask evaluate` writes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;
use vitrine_corpus::model::{Agreement, Measure, Scheme, Tally};

use crate::config;
use crate::problem::{Code, Problem};

/// The file's name in the corpus' folder.
pub(crate) const AGREEMENT: &str = "agreement.toml";

/// What can be compared besides the concepts of schemes.
const OTHERS: [&str; 4] = ["role", "repeat", "date", "figure"];

/// `agreement.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementFile {
    passages: u32,
    #[serde(default, rename = "measure")]
    measures: Vec<MeasureEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureEntry {
    of: Spanned<String>,
    concept: Option<Spanned<String>>,
    rule: Counts,
    curated: Counts,
}

/// Right, wrong, missed.
#[derive(Deserialize)]
struct Counts(u32, u32, u32);

impl From<Counts> for Tally {
    fn from(Counts(right, wrong, missed): Counts) -> Tally {
        Tally { right, wrong, missed }
    }
}

/// Reads the file, where there is one.
pub(crate) fn read(
    folder: &Path,
    schemes: &[Scheme],
    problems: &mut Vec<Problem>,
) -> Option<Agreement> {
    let path = folder.join(AGREEMENT);
    if !path.exists() {
        return None;
    }
    let mend = "correct the name where it is in the labels, and write the file anew with `cargo xtask evaluate DIR --save`";
    let mut sources = BTreeMap::new();
    let file: AgreementFile = config::parse(&path, AGREEMENT, &mut sources, problems)?;
    let text = &sources[AGREEMENT];
    let mut measures = Vec::new();
    for entry in file.measures {
        let of = entry.of.get_ref();
        let scheme = schemes.iter().find(|scheme| scheme.id == *of);
        if scheme.is_none() && !OTHERS.contains(&of.as_str()) {
            let what = format!("nothing that is measured is called “{of}”");
            let problem = Problem::new(Code::StaleAgreement, &path, what, mend);
            problems.push(problem.at(text, entry.of.span()));
            continue;
        }
        let concept = match &entry.concept {
            None => None,
            Some(id) => {
                let concepts = scheme.map_or(&[][..], |scheme| &scheme.concepts);
                let place = concepts.iter().position(|concept| concept.id == *id.get_ref());
                if place.is_none() {
                    let what = format!("the scheme “{of}” has no concept “{}”", id.get_ref());
                    let problem = Problem::new(Code::StaleAgreement, &path, what, mend);
                    problems.push(problem.at(text, id.span()));
                    continue;
                }
                place.map(|place| place as u32)
            }
        };
        measures.push(Measure {
            of: of.clone(),
            concept,
            rule: entry.rule.into(),
            curated: entry.curated.into(),
        });
    }
    Some(Agreement { passages: file.passages, measures })
}
