//! Who speaks in a transcript of two languages? There each turn comes twice, “MS VAALBROOK: …” and behind it
//! 瓦尔布鲁克：…: so the one is how the other language writes the name.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::Passage;

use super::drafts::Sighting;
use super::{Names, chinese_of};
use crate::folding::is_han;

/// A name before a colon is no longer, in characters.
const LONGEST: usize = 40;

/// Two turns are no accident.
const FEWEST: usize = 2;

/// What stands before the colon that a turn begins with.
fn speaker(passage: &Passage) -> Option<&str> {
    let (speaker, _) = passage.text.split_once([':', '：'])?;
    let speaker = speaker.trim();
    (!speaker.is_empty() && speaker.chars().count() <= LONGEST).then_some(speaker)
}

/// The names in Chinese characters of those whom a document names in Latin letters, where its turns say so each time.
pub(super) fn speakers(
    passages: &[Passage],
    first: usize,
    sightings: &[Sighting],
    names: &Names<'_>,
) -> Vec<Sighting> {
    // By the name in Chinese characters: the families behind which it stands, how often, and where first.
    let mut turns: BTreeMap<&str, (BTreeSet<String>, usize, usize)> = BTreeMap::new();
    for (n, pair) in passages.windows(2).enumerate() {
        let (Some(latin), Some(chinese)) = (speaker(&pair[0]), speaker(&pair[1])) else { continue };
        let family = latin.rsplit(' ').next().unwrap_or(latin);
        if latin.contains(is_han) || !names.chinese.transcribes_name(chinese) {
            continue;
        }
        let turn = turns.entry(chinese).or_insert_with(|| (BTreeSet::new(), 0, n + 1));
        turn.0.insert(names.folding.fold(family).text);
        turn.1 += 1;
    }
    let full = |family: &String| {
        let of_family = sightings.iter().filter(|sighting| {
            let own = sighting.form.is_none().then_some(sighting.text.as_str());
            let own = own.and_then(|name| names.latin.family(name));
            own.is_some_and(|own| names.folding.fold(own).text == *family)
        });
        let full: BTreeSet<&str> = of_family.map(|sighting| sighting.text.as_str()).collect();
        (full.len() == 1).then(|| full.into_iter().next()).flatten()
    };
    let spoken = turns.into_iter().filter(|(_, turn)| turn.0.len() == 1 && turn.1 >= FEWEST);
    spoken
        .filter_map(|(chinese, (families, _, n))| {
            let name = full(families.first()?)?;
            Some(Sighting::transcribed(
                &passages[n],
                (first + n) as u32,
                chinese_of(&names.languages[usize::from(passages[n].lang)]),
                chinese,
                names.folding.fold(chinese).text,
                name,
            ))
        })
        .collect()
}
