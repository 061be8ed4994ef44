//! Which names are one person's? Wordings that are the same but for accents and initials, in either script of
//! Chinese, or that stand beside each other, one in brackets behind the other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use vitrine_corpus::model::Passage;

use super::chinese::{DOTS, Form};
use super::known::Known;
use super::{Kind, Names, People, Person, Scope, Wording};
use super::{latin, pinyin};
use crate::folding::Folding;

/// A shorter family name in Latin letters is too much else.
const SHORTEST_FAMILY: usize = 4;

/// A name where it stands.
pub(super) struct Sighting {
    pub(super) document: u32,
    pub(super) passage: u32,
    /// Of what is in Chinese characters.
    pub(super) language: String,
    /// As it is written.
    pub(super) text: String,
    pub(super) folded: String,
    /// None: in Latin letters.
    pub(super) form: Option<Form>,
    /// The same name in Latin letters, as it stands beside.
    pub(super) latin: Option<String>,
    /// How it stands there, folded, if its family name comes first as in a list of works.
    pub(super) inverted: Option<String>,
}

impl Sighting {
    /// A transcription of a name that stands in Latin letters elsewhere.
    pub(super) fn transcribed(
        passage: &Passage,
        number: u32,
        language: String,
        text: &str,
        folded: String,
        latin: &str,
    ) -> Sighting {
        let (document, latin) = (passage.document, Some(latin.to_owned()));
        let form = Some(Form::Transcribed);
        let (text, inverted) = (text.to_owned(), None);
        let passage = number;
        Sighting { document, passage, language, text, folded, form, latin, inverted }
    }
}

/// A person while names are put together.
#[derive(Default)]
struct Draft {
    sightings: Vec<usize>,
}

/// The persons of these names, in the order in which they are named first.
pub(super) fn people(sightings: Vec<Sighting>, known: &Known, names: &Names<'_>) -> People {
    let folding = names.folding;
    let drafts = drafts(&sightings, folding);
    let shorts = Shorts { sightings: &sightings, drafts: &drafts, known, names };
    let families = shorts.families();
    let romanised = romanised(&sightings, &drafts, known, names);
    let mut people = People::default();
    for (n, draft) in drafts.iter().enumerate() {
        let own = draft.sightings.iter().map(|&n| &sightings[n]);
        if let Some(mut person) = person(own, romanised[n].as_deref(), known, folding) {
            person.wordings.extend(families.get(&n).into_iter().flatten().cloned());
            person.wordings.sort();
            person.wordings.dedup();
            people.persons.push(person);
        }
    }
    one_of_an_id(&mut people);
    people
}

/// Names of one person each.
fn drafts(sightings: &[Sighting], folding: &Folding) -> Vec<Draft> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<usize> = Vec::new();
    let shared = shared_names(sightings, folding);
    for (n, sighting) in sightings.iter().enumerate() {
        groups.push(n);
        for key in keys(sighting, &shared, folding) {
            let other = *places.entry(key).or_insert(n);
            let (one, other) = (root(&groups, n), root(&groups, other));
            groups[one.max(other)] = one.min(other);
        }
    }
    let mut drafts: BTreeMap<usize, Draft> = BTreeMap::new();
    for n in 0..sightings.len() {
        drafts.entry(root(&groups, n)).or_default().sightings.push(n);
    }
    drafts.into_values().collect()
}

/// The names in Chinese characters in Pinyin, a place for each draft. Where several persons, or somebody whom a
/// scheme has, would be called so, the characters stand behind it.
fn romanised(
    sightings: &[Sighting],
    drafts: &[Draft],
    known: &Known,
    names: &Names<'_>,
) -> Vec<Option<String>> {
    let of = |draft: &Draft| {
        let mut own = draft.sightings.iter().map(|&n| &sightings[n]);
        let chinese = own.find(|name| name.form == Some(Form::Chinese))?;
        Some((pinyin::of(&chinese.text, &names.chinese)?, chinese.text.as_str()))
    };
    let romanised: Vec<Option<(String, &str)>> = drafts.iter().map(of).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    romanised.iter().flatten().for_each(|(name, _)| *times.entry(name).or_default() += 1);
    let is_taken = |name: &str| times[name] > 1 || known.touches(&names.folding.fold(name).text);
    let told = |(name, own): &(String, &str)| {
        if is_taken(name) { format!("{name} ({own})") } else { name.clone() }
    };
    romanised.iter().map(|name| name.as_ref().map(told)).collect()
}

/// The first name of a group.
fn root(groups: &[usize], mut n: usize) -> usize {
    while groups[n] != n {
        n = groups[n];
    }
    n
}

/// What a name is told by. A family name alone may be that of several, so that it tells only within its document, and
/// where its Latin form stands beside it not at all. Nor does any other name in Chinese characters beside a Latin one
/// that several have.
fn keys(sighting: &Sighting, shared: &HashSet<String>, folding: &Folding) -> Vec<String> {
    let beside = sighting.latin.as_deref().map(|name| LatinKey::of(name, folding));
    let is_shared = beside.as_ref().is_some_and(|key| shared.contains(&key.name));
    let own = match sighting.form {
        None => Some(LatinKey::of(&sighting.text, folding).among(shared)),
        Some(Form::Transcribed) if beside.is_some() => None,
        Some(Form::Transcribed) => Some(format!("{} {}", sighting.document, sighting.folded)),
        Some(_) if is_shared => None,
        Some(_) => Some(chinese_key(&sighting.folded)),
    };
    own.into_iter().chain(beside.map(|key| key.among(shared))).collect()
}

/// A name in Latin letters without accents and hyphens.
struct LatinKey {
    /// Without the initials between the first word and the last.
    name: String,
    /// Those.
    initials: String,
}

impl LatinKey {
    fn of(name: &str, folding: &Folding) -> LatinKey {
        let words: Vec<&str> = name.split([' ', '\u{a0}']).collect();
        let last = words.len() - 1;
        let is_initial = |n: usize| ![0, last].contains(&n) && words[n].ends_with('.');
        let (initials, kept): (Vec<usize>, Vec<usize>) = (0..=last).partition(|&n| is_initial(n));
        let folded = |n: &usize| folding.fold(&latin::plain(words[*n])).text.replace('-', "");
        let initials: String = initials.iter().map(folded).collect();
        LatinKey {
            name: kept.iter().map(folded).collect::<Vec<_>>().join(" "),
            initials: initials.chars().filter(|c| c.is_alphanumeric()).collect(),
        }
    }

    /// The key of one person: initials make no difference but where several persons differ by nothing else.
    fn among(self, shared: &HashSet<String>) -> String {
        if shared.contains(&self.name) { self.name + " " + &self.initials } else { self.name }
    }
}

/// The names that stand there with several initials: George H. W. Bush and George W. Bush are two, and whom George
/// Bush means nothing tells.
fn shared_names(sightings: &[Sighting], folding: &Folding) -> HashSet<String> {
    let mut initials: HashMap<String, BTreeSet<String>> = HashMap::new();
    for sighting in sightings {
        let own = Some(&sighting.text).filter(|_| sighting.form.is_none());
        for key in own.into_iter().chain(&sighting.latin).map(|name| LatinKey::of(name, folding)) {
            if !key.initials.is_empty() {
                initials.entry(key.name).or_default().insert(key.initials);
            }
        }
    }
    initials.into_iter().filter(|(_, all)| all.len() > 1).map(|(name, _)| name).collect()
}

fn chinese_key(folded: &str) -> String {
    let letters = folded.chars().filter(|c| !c.is_whitespace());
    letters.map(|c| if DOTS.contains(&c) { DOTS[0] } else { c }).collect()
}

/// The person of these names, `romanised` where no text does it; none if a scheme has it otherwise.
fn person<'a>(
    own: impl Iterator<Item = &'a Sighting> + Clone,
    romanised: Option<&str>,
    known: &Known,
    folding: &Folding,
) -> Option<Person> {
    let latin = own.clone().flat_map(|sighting| match sighting.form {
        None => Some(sighting.text.as_str()),
        Some(_) => sighting.latin.as_deref(),
    });
    let chinese = own.clone().filter(|sighting| sighting.form.is_some());
    let mut names: Vec<String> = latin.clone().map(|name| folding.fold(name).text).collect();
    names.extend(chinese.clone().map(|sighting| sighting.folded.clone()));
    let in_scheme = names.iter().find_map(|name| known.person(name));
    if in_scheme.is_none() && names.iter().any(|name| known.touches(name)) {
        return None;
    }
    let first = own.clone().next()?;
    let written = most_often(latin.clone()).or(romanised);
    let mut label: BTreeMap<String, String> = BTreeMap::new();
    label.extend(written.map(|name| ("en".to_owned(), name.to_owned())));
    for sighting in chinese.clone() {
        label.entry(sighting.language.clone()).or_insert_with(|| sighting.text.clone());
    }
    let id = in_scheme.or(written).unwrap_or(&first.text).to_owned();
    let wordings = wordings(own, latin, folding).into_iter().collect();
    Some(Person { id, label, is_in_scheme: in_scheme.is_some(), wordings })
}

fn wordings<'a>(
    own: impl Iterator<Item = &'a Sighting>,
    latin: impl Iterator<Item = &'a str>,
    folding: &Folding,
) -> BTreeSet<Wording> {
    let of_latin =
        |name| Wording { folded: folding.fold(name).text, kind: Kind::Latin, scope: Scope::Corpus };
    let mut wordings: BTreeSet<Wording> = latin.map(of_latin).collect();
    for sighting in own {
        if let Some(folded) = sighting.inverted.clone() {
            wordings.insert(Wording { folded, kind: Kind::Latin, scope: Scope::Corpus });
        }
        let Some(form) = sighting.form else { continue };
        let (kind, scope) = match form {
            Form::Dotted => (Kind::Dotted, Scope::Corpus),
            _ => (
                Kind::Chinese,
                Scope::Document { number: sighting.document, first: sighting.passage },
            ),
        };
        let folded = sighting.folded.clone();
        // From its first passage on, which comes first.
        let is_there = wordings.iter().any(|w| w.folded == folded && same_document(w.scope, scope));
        if !is_there {
            wordings.insert(Wording { folded, kind, scope });
        }
    }
    wordings
}

fn same_document(one: Scope, other: Scope) -> bool {
    match (one, other) {
        (Scope::Document { number: one, .. }, Scope::Document { number: other, .. }) => {
            one == other
        }
        (one, other) => one == other,
    }
}

/// The wording that is most frequent, of several the first.
fn most_often<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(other, _)| *other == name) {
            Some((_, times)) => *times += 1,
            None => counted.push((name, 1)),
        }
    }
    counted.iter().rev().max_by_key(|(_, times)| *times).map(|(name, _)| *name)
}

/// Two persons may come to one id, as of one name in two forms: they are one.
fn one_of_an_id(people: &mut People) {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Person> = Vec::new();
    for person in std::mem::take(&mut people.persons) {
        match places.get(&person.id) {
            Some(&n) => {
                kept[n].wordings.extend(person.wordings);
                for (language, name) in person.label {
                    kept[n].label.entry(language).or_insert(name);
                }
            }
            None => {
                places.insert(person.id.clone(), kept.len());
                kept.push(person);
            }
        }
    }
    people.persons = kept;
}

/// Family names that stand for a person in the documents that name him or her in full.
struct Shorts<'a> {
    sightings: &'a [Sighting],
    drafts: &'a [Draft],
    known: &'a Known,
    names: &'a Names<'a>,
}

impl Shorts<'_> {
    /// The short wordings of each draft.
    fn families(&self) -> HashMap<usize, Vec<Wording>> {
        // By document and family name: whose it is, and from where on. More than one: nobody's.
        let mut by_name: BTreeMap<(u32, String), (BTreeSet<usize>, u32, Kind)> = BTreeMap::new();
        for (n, draft) in self.drafts.iter().enumerate() {
            for sighting in draft.sightings.iter().map(|&n| &self.sightings[n]) {
                for (family, kind) in self.of(sighting) {
                    let entry = by_name
                        .entry((sighting.document, family))
                        .or_insert_with(|| (BTreeSet::new(), sighting.passage, kind));
                    entry.0.insert(n);
                    entry.1 = entry.1.min(sighting.passage);
                }
            }
        }
        let mut families: HashMap<usize, Vec<Wording>> = HashMap::new();
        for ((number, folded), (owners, first, kind)) in by_name {
            if let [owner] = owners.into_iter().collect::<Vec<_>>()[..] {
                let scope = Scope::Document { number, first };
                families.entry(owner).or_default().push(Wording { folded, kind, scope });
            }
        }
        families
    }

    /// The family names that a name gives, folded.
    fn of(&self, sighting: &Sighting) -> Vec<(String, Kind)> {
        let latin =
            if sighting.form.is_none() { Some(&sighting.text) } else { sighting.latin.as_ref() };
        let fold = |name: &str| self.names.folding.fold(name).text;
        let short = latin.and_then(|name| self.names.latin.family(name)).map(fold);
        let short =
            short.filter(|name| name.len() >= SHORTEST_FAMILY).map(|name| (name, Kind::LatinShort));
        let titled = latin.and_then(|name| self.names.latin.eastern_family(name)).map(fold);
        let latin = short.or(titled.map(|name| (name, Kind::LatinTitled)));
        let chinese = match sighting.form {
            Some(Form::Dotted) => sighting.text.rsplit(DOTS).next(),
            Some(Form::Transcribed) => Some(sighting.text.as_str()),
            _ => None,
        };
        let chinese = chinese.filter(|part| self.names.chinese.can_stand_alone(part));
        let chinese = chinese.map(|part| (self.names.folding.fold(part).text, Kind::Chinese));
        let all = latin.into_iter().chain(chinese);
        all.filter(|(name, _)| !self.known.touches(name)).collect()
    }
}
