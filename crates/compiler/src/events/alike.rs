//! Do two mentions tell of the same event?

use std::collections::{BTreeSet, HashMap};

use vitrine_corpus::model::ConceptRef;

use super::mentions::{Feature, Mention};

/// How two dates stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// They are the same.
    Same,
    /// One is the other, said less precisely: a day and its month.
    Within,
    /// They are as precise and one step apart, as a slip or a time zone makes them.
    Adjacent,
    /// They cannot be of one event.
    Apart,
}

/// How precisely a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Interval,
    Year,
    Month,
    Day,
}

fn precision(edtf: &str) -> Precision {
    match edtf {
        edtf if edtf.contains('/') => Precision::Interval,
        edtf => match edtf.bytes().filter(|&b| b == b'-').count() {
            0 => Precision::Year,
            1 => Precision::Month,
            _ => Precision::Day,
        },
    }
}

impl Relation {
    pub(super) fn of(a: &Mention, b: &Mention) -> Relation {
        if a.edtf == b.edtf {
            return Relation::Same;
        }
        let (of_a, of_b) = (precision(&a.edtf), precision(&b.edtf));
        // A period is something else than what happened in it.
        if of_a == Precision::Interval || of_b == Precision::Interval {
            return Relation::Apart;
        }
        let holds =
            |a: &Mention, b: &Mention| a.first_day <= b.first_day && b.last_day <= a.last_day;
        if holds(a, b) || holds(b, a) {
            return Relation::Within;
        }
        if of_a == of_b && steps(a.first_day, b.first_day, of_a) <= 1 {
            return Relation::Adjacent;
        }
        Relation::Apart
    }
}

/// How many years, months or days lie between two days (`yyyymmdd`); of days only those of one month
/// are near.
fn steps(a: i32, b: i32, precision: Precision) -> i32 {
    let months = |day: i32| day / 10_000 * 12 + day / 100 % 100;
    match precision {
        Precision::Year => (a / 10_000 - b / 10_000).abs(),
        Precision::Month => (months(a) - months(b)).abs(),
        Precision::Day if a / 100 == b / 100 => (a - b).abs(),
        _ => i32::MAX,
    }
}

/// Features that more mentions than this share do not propose pairs: they would propose all of them.
const MAX_SHARED: usize = 64;

/// Two passages in different languages must have so many things in common beside the date.
const MIN_ACROSS_LANGUAGES: usize = 3;

/// Compares mentions by what they have in common, a rare thing counting more than a frequent one.
pub(super) struct Alike {
    mentions_with: HashMap<Feature, Vec<usize>>,
    count: f32,
    /// The scheme of persons.
    persons: Option<usize>,
}

impl Alike {
    pub(super) fn new(mentions: &[Mention], persons: Option<usize>) -> Alike {
        let mut mentions_with: HashMap<Feature, Vec<usize>> = HashMap::new();
        for (n, mention) in mentions.iter().enumerate() {
            for feature in &mention.features {
                mentions_with.entry(feature.clone()).or_default().push(n);
            }
        }
        Alike { mentions_with, count: mentions.len() as f32, persons }
    }

    /// Every two mentions that tell of the same event, and how alike they are.
    pub(super) fn pairs(&self, mentions: &[Mention]) -> Vec<(usize, usize, f32)> {
        let lists = self.mentions_with.values().filter(|list| list.len() <= MAX_SHARED);
        let proposed: BTreeSet<(usize, usize)> = lists
            .flat_map(|list| {
                let later = move |n: usize| list[n + 1..].iter().map(move |&b| (list[n], b));
                (0..list.len()).flat_map(later)
            })
            .collect();
        proposed
            .into_iter()
            .filter(|&(a, b)| mentions[a].passage != mentions[b].passage)
            .filter_map(|(a, b)| {
                let likeness = self.same_event(&mentions[a], &mentions[b])?;
                Some((a, b, likeness))
            })
            .collect()
    }

    /// How alike two mentions are, if they tell of the same event.
    ///
    /// The less the dates say by themselves, the more must be said alike: two passages that name one
    /// day and the same parties tell of one thing; two that name a year must say much the same.
    fn same_event(&self, a: &Mention, b: &Mention) -> Option<f32> {
        let relation = Relation::of(a, b);
        if relation == Relation::Apart {
            return None;
        }
        let likeness = match a.language == b.language {
            true => self.likeness(a, b, |_| true),
            // Words of two languages cannot be compared; what is left must agree the more.
            false if a.features.intersection(&b.features).count() < MIN_ACROSS_LANGUAGES => 0.0,
            false => self.likeness(a, b, Feature::is_of_any_language) / 2.0,
        };
        let is_person = |who: &ConceptRef| Some(usize::from(who.scheme)) == self.persons;
        let persons = a.who.iter().filter(|who| is_person(who) && b.who.contains(who)).count();
        let parties = |mention: &Mention| -> BTreeSet<ConceptRef> {
            mention.who.iter().copied().filter(|who| !is_person(who)).collect()
        };
        let (of_a, of_b) = (parties(a), parties(b));
        let have_same_parties = of_a.len() >= 2 && of_a == of_b;
        let coarser = precision(&a.edtf).min(precision(&b.edtf));
        let is_same = match (relation, coarser) {
            (Relation::Adjacent | Relation::Apart, _) => likeness >= 0.5,
            (Relation::Same, Precision::Day) => likeness >= 0.12 || have_same_parties,
            (_, Precision::Day | Precision::Month) => {
                likeness >= 0.16
                    || persons >= 2 && likeness >= 0.05
                    || persons >= 1 && have_same_parties && likeness >= 0.08
            }
            (_, Precision::Year) => likeness >= 0.25 || persons >= 1 && likeness >= 0.15,
            (_, Precision::Interval) => likeness >= 0.25,
        };
        is_same.then_some(likeness)
    }

    /// The cosine of the two mentions' features, of those that count.
    fn likeness(&self, a: &Mention, b: &Mention, counts: impl Fn(&Feature) -> bool) -> f32 {
        let square = |features: &mut dyn Iterator<Item = &Feature>| -> f32 {
            features.filter(|feature| counts(feature)).map(|f| self.weight(f).powi(2)).sum()
        };
        let shared = square(&mut a.features.intersection(&b.features));
        let length = (square(&mut a.features.iter()) * square(&mut b.features.iter())).sqrt();
        if length > 0.0 { shared / length } else { 0.0 }
    }

    fn weight(&self, feature: &Feature) -> f32 {
        let shared_by = self.mentions_with.get(feature).map_or(1, Vec::len);
        (1.0 + self.count / shared_by as f32).ln()
    }
}
