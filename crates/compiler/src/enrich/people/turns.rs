//! Who speaks in a transcript of two languages? There each turn comes twice, “MS VAALBROOK: …” and behind it
//! 瓦尔布鲁克：…: so the one is how the other language writes the name. And who speaks in Chinese under his or her
//! whole name is named by it.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_corpus::model::{Passage, Role};

use super::chinese::Form;
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
    let own = named_in_full(passages, first, names);
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
        .chain(own)
        .collect()
}

/// Those whose turns begin with the whole name in Chinese characters: 张三：我说……
fn named_in_full(passages: &[Passage], first: usize, names: &Names<'_>) -> Vec<Sighting> {
    let mut turns: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (n, passage) in passages.iter().enumerate().filter(|(_, p)| p.role == Role::Content) {
        let name = speaker(passage).filter(|name| names.chinese.is_name(name));
        if let Some(name) = name {
            turns.entry(name).or_insert((0, n)).0 += 1;
        }
    }
    let spoken = turns.into_iter().filter(|(_, (times, _))| *times >= FEWEST);
    spoken
        .map(|(name, (_, n))| Sighting {
            document: passages[n].document,
            // The head may have said who they are.
            passage: first as u32,
            language: chinese_of(&names.languages[usize::from(passages[n].lang)]),
            text: name.to_owned(),
            folded: names.folding.fold(name).text,
            form: Some(Form::Chinese),
            latin: None,
            inverted: None,
        })
        .collect()
}
