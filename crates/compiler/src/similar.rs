//! Where else is this said? For each passage the few others of the corpus that say nearly the same
//! words, a good part of them, or something alike, be it in another language.
//!
//! Two measures, both over inverted lists, so that a passage is compared only with those it shares
//! something rare with:
//!
//! * **Shingles** (runs of five Chinese characters or three words) find what was copied: a pair that
//!   has most of its shingles in common is a near copy, one that has a good part of the shorter's an echo.
//! * **Features** weighted by how rare they are (tf-idf) find what is alike: the words themselves
//!   (words of scripts with spaces, pairs of Chinese characters), and what does not depend on a
//!   language: concepts, people, dates, figures. The first tell within a language; the second across.
//!
//! What more than [`LIMITS`]`.list` passages share (in a large corpus, [`LIMITS_OF_MANY`]) leads from none
//! to another. So the work is at most so many steps for each shingle and each of the rarest features:
//! linear in the length of the texts (but for sorting the lists once), whatever the number of pairs.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use vitrine_corpus::model::{Passage, Role, Similar, SimilarKind};
use vitrine_corpus::text::{is_unspaced, is_word};

/// At most this many are listed with a passage.
const MAX_SIMILAR: usize = 5;

/// How far the search for others goes. None of it matters to a corpus of a few hundred passages.
#[derive(Clone, Copy)]
struct Limits {
    /// Longer lists lead nowhere: what this many passages share makes no two of them alike.
    list: usize,
    /// Of a passage's features, this many of the rarest lead to others.
    features: usize,
    /// Of those they lead to, this many are compared in full.
    candidates: usize,
}

const LIMITS: Limits = Limits { list: 200, features: 64, candidates: 64 };

/// From this many passages on the search goes less far: what is common to so many tells less, and each
/// passage has more that could be looked at.
const MANY: usize = 20_000;

const LIMITS_OF_MANY: Limits = Limits { list: 50, features: 24, candidates: 24 };

/// A passage needs this many shingles to be compared by them: a few words are soon alike.
const MIN_SHINGLES: usize = 12;

/// Two passages with this share of their shingles in common are nearly the same.
const NEAR_COPY: f64 = 0.6;

/// One with this share of the shorter's shingles in it echoes it.
const ECHO: f64 = 0.27;

/// Passages at least this alike are kin, where they share a language.
const KIN: f64 = 0.25;

/// By concepts, people, dates and figures alone, as between two languages, they must be this alike, …
const KIN_BY_SIGNS: f64 = 0.5;

/// … share this many of them, …
const MIN_SHARED_SIGNS: usize = 4;

/// … and one that is seldom shared by chance: a day or a figure.
const MIN_SHARED_EXACT: usize = 1;

/// Passages of one document this near to each other echo each other anyway.
const NEAR: usize = 3;

/// Passages that share fewer words than this share no language, or no matter.
const MIN_WORDS: f64 = 0.1;

/// How much the words count, against the signs that do not depend on a language.
const WORDS: f64 = 0.6;

/// Fills in [`Passage::similar`] for all passages.
pub(crate) fn mark(passages: &mut [Passage]) {
    let limits = if passages.len() < MANY { LIMITS } else { LIMITS_OF_MANY };
    let similar = find(passages, limits);
    for (passage, similar) in passages.iter_mut().zip(similar) {
        passage.similar = similar;
    }
}

fn find(passages: &[Passage], limits: Limits) -> Vec<Vec<Similar>> {
    let is_text = |passage: &Passage| {
        matches!(passage.role, Role::Content | Role::Caption) && passage.repeats.is_none()
    };
    let chosen: Vec<usize> = (0..passages.len()).filter(|&n| is_text(&passages[n])).collect();
    let shingles: Vec<Vec<u64>> = chosen.iter().map(|&n| shingles(&passages[n])).collect();
    let shingle_lists = Lists::new(shingles.iter().map(|list| list.iter().copied()), limits.list);
    let vectors = Vectors::new(passages, &chosen);
    let feature_lists = Lists::new(vectors.features(), limits.list);

    let mut sums = Sums { slots: vec![0.0; chosen.len()], used: Vec::new() };
    let mut all = vec![Vec::new(); passages.len()];
    for (n, &passage) in chosen.iter().enumerate() {
        let mut found: BTreeMap<usize, Similar> = BTreeMap::new();
        let is_other = |other: usize| {
            let other = chosen[other] as u32;
            other != passage as u32 && passages[passage].parallel != Some(other)
        };
        for (other, shared) in shingle_lists.shared(&shingles[n], &mut sums, |_| 1.0) {
            if let Some((score, kind)) =
                copied(shared as usize, shingles[n].len(), shingles[other].len())
                && is_other(other)
                && (kind == SimilarKind::NearCopy || !are_near(passages, passage, chosen[other]))
            {
                found.insert(other, similar(chosen[other], score, kind));
            }
        }
        let keys = vectors.rarest(n, limits.features);
        let mut candidates =
            feature_lists.shared(&keys, &mut sums, |feature| vectors.rarity[&feature]);
        keep_first(&mut candidates, limits.candidates, |a, b| {
            b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
        });
        for (other, _) in candidates {
            if is_other(other)
                && !are_neighbours(passages, passage, chosen[other])
                && let Some(score) = vectors.kinship(n, other)
            {
                found
                    .entry(other)
                    .or_insert_with(|| similar(chosen[other], score, SimilarKind::Kin));
            }
        }
        all[passage] = best(found.into_values().collect(), passages);
    }
    all
}

/// Keeps the first so many of an order, themselves in no order.
fn keep_first<T>(list: &mut Vec<T>, count: usize, order: impl Fn(&T, &T) -> std::cmp::Ordering) {
    if list.len() > count {
        list.select_nth_unstable_by(count, order);
        list.truncate(count);
    }
}

fn similar(passage: usize, score: f64, kind: SimilarKind) -> Similar {
    Similar { passage: passage as u32, score: (score * 100.0).round().min(100.0) as u8, kind }
}

/// The best few, of two translations of one another only the better.
fn best(mut found: Vec<Similar>, passages: &[Passage]) -> Vec<Similar> {
    found.sort_by_key(|similar| (similar.kind, std::cmp::Reverse(similar.score), similar.passage));
    let mut best: Vec<Similar> = Vec::new();
    for similar in found {
        let translation = passages[similar.passage as usize].parallel;
        let is_listed = best.iter().any(|other| Some(other.passage) == translation);
        if !is_listed && best.len() < MAX_SIMILAR {
            best.push(similar);
        }
    }
    best
}

/// How much of two passages is the same words, if that is enough.
fn copied(shared: usize, a: usize, b: usize) -> Option<(f64, SimilarKind)> {
    let (shorter, all) = (a.min(b), a + b - shared);
    if shorter < MIN_SHINGLES {
        return None;
    }
    let resemblance = shared as f64 / all as f64;
    let containment = shared as f64 / shorter as f64;
    if resemblance >= NEAR_COPY {
        Some((resemblance, SimilarKind::NearCopy))
    } else {
        (containment >= ECHO).then_some((containment, SimilarKind::Echo))
    }
}

fn are_near(passages: &[Passage], a: usize, b: usize) -> bool {
    passages[a].document == passages[b].document && a.abs_diff(b) <= NEAR
}

/// Whether two passages, or one and the other's translation, stand in one section of one document:
/// there everything speaks of one thing.
fn are_neighbours(passages: &[Passage], a: usize, b: usize) -> bool {
    let share_section = |a: usize, b: usize| {
        passages[a].document == passages[b].document && passages[a].headings == passages[b].headings
    };
    let translation = |n: usize| passages[n].parallel.map(|n| n as usize);
    share_section(a, b)
        || translation(a).is_some_and(|a| share_section(a, b))
        || translation(b).is_some_and(|b| share_section(a, b))
}

/// The words of a folded text: of scripts without spaces each character, else whole words.
pub(crate) fn token_spans(folded: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut word: Option<usize> = None;
    for (at, c) in folded.char_indices() {
        if !is_word(c)
            && let Some(start) = word.take()
        {
            tokens.push(start..at);
        }
        if is_unspaced(c) {
            tokens.push(at..at + c.len_utf8());
        } else if is_word(c) && word.is_none() {
            word = Some(at);
        }
    }
    tokens.extend(word.map(|start| start..folded.len()));
    tokens
}

fn tokens(folded: &str) -> Vec<&str> {
    token_spans(folded).into_iter().map(|span| &folded[span]).collect()
}

fn is_character(token: &str) -> bool {
    token.chars().next().is_some_and(is_unspaced)
}

/// The shingles of a passage, sorted, each once.
fn shingles(passage: &Passage) -> Vec<u64> {
    let tokens = tokens(&passage.folded);
    let mut shingles: Vec<u64> = (0..tokens.len())
        .filter_map(|n| {
            let length = if is_character(tokens[n]) { 5 } else { 3 };
            Some(hash(b's', tokens.get(n..n + length)?.iter().map(|token| token.as_bytes())))
        })
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// FNV-1a over parts and a kind, the same on every host.
fn hash<'a>(kind: u8, parts: impl Iterator<Item = &'a [u8]>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    let begin = step(0xcbf2_9ce4_8422_2325, kind);
    parts.fold(begin, |hash, part| part.iter().copied().fold(step(hash, 0xff), step))
}

/// For each key the passages that have it.
struct Lists {
    /// Key and passage, sorted.
    entries: Vec<(u64, u32)>,
    max_list: usize,
}

impl Lists {
    fn new<I: Iterator<Item = u64>>(keys: impl Iterator<Item = I>, max_list: usize) -> Lists {
        let mut entries: Vec<(u64, u32)> =
            keys.enumerate().flat_map(|(n, keys)| keys.map(move |key| (key, n as u32))).collect();
        entries.sort_unstable();
        Lists { entries, max_list }
    }

    /// The passages that share keys with this set, in no order, with the sum of what the keys weigh.
    fn shared(
        &self,
        keys: &[u64],
        sums: &mut Sums,
        weight: impl Fn(u64) -> f64,
    ) -> Vec<(usize, f64)> {
        for &key in keys {
            let start = self.entries.partition_point(|entry| entry.0 < key);
            let list = &self.entries[start..];
            let length = list.iter().take(self.max_list + 1).take_while(|e| e.0 == key).count();
            if length <= self.max_list {
                let weight = weight(key);
                list[..length].iter().for_each(|entry| sums.add(entry.1, weight));
            }
        }
        sums.take()
    }
}

/// Sums by passage: one slot each, used again for every passage that is asked about.
struct Sums {
    slots: Vec<f64>,
    used: Vec<u32>,
}

impl Sums {
    fn add(&mut self, passage: u32, weight: f64) {
        let slot = &mut self.slots[passage as usize];
        if *slot == 0.0 {
            self.used.push(passage);
        }
        // Even what weighs nothing is shared.
        *slot += weight.max(f64::MIN_POSITIVE);
    }

    fn take(&mut self) -> Vec<(usize, f64)> {
        let slots = &mut self.slots;
        self.used.drain(..).map(|n| (n as usize, std::mem::take(&mut slots[n as usize]))).collect()
    }
}

/// What a feature is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    /// Of words: tells within a language.
    Words,
    /// Of what does not depend on a language.
    Signs,
    /// The same, and so exact that two passages seldom share it by chance: a day, a figure.
    Exact,
}

impl Made {
    /// Words make one vector, everything else the other.
    fn vector(self) -> usize {
        usize::from(self != Made::Words)
    }
}

/// The features of passages, weighted.
struct Vectors {
    /// By passage: feature, what it is made of, weight; sorted by feature.
    features: Vec<Vec<(u64, Made, f64)>>,
    /// How rare each feature is: the logarithm of how many passages there are for one that has it, in
    /// the language that has it most. So “the” is common among three English passages in a thousand
    /// Chinese ones.
    rarity: HashMap<u64, f64>,
    /// Lengths of the vectors of words and of signs.
    lengths: Vec<[f64; 2]>,
}

impl Vectors {
    fn new(passages: &[Passage], chosen: &[usize]) -> Vectors {
        let features: Vec<Vec<(u64, Made, f64)>> =
            chosen.iter().map(|&n| features(&passages[n])).collect();
        let mut totals: HashMap<u16, f64> = HashMap::new();
        let mut uses: HashMap<(u64, u16), f64> = HashMap::new();
        for (features, &n) in features.iter().zip(chosen) {
            let lang = passages[n].lang;
            *totals.entry(lang).or_default() += 1.0;
            for (feature, _, _) in features {
                *uses.entry((*feature, lang)).or_default() += 1.0;
            }
        }
        let mut rarity: HashMap<u64, f64> = HashMap::new();
        for ((feature, lang), uses) in uses {
            // The half keeps a language of one passage from having no features at all.
            let rare = ((totals[&lang] + 1.0) / (uses + 0.5)).ln();
            let rarity = rarity.entry(feature).or_insert(f64::INFINITY);
            *rarity = rarity.min(rare);
        }
        let mut vectors = Vectors { features, rarity, lengths: Vec::new() };
        vectors.weigh();
        vectors
    }

    fn features(&self) -> impl Iterator<Item = impl Iterator<Item = u64> + '_> + '_ {
        self.features.iter().map(|features| features.iter().map(|feature| feature.0))
    }

    /// The rarest features of a passage, sorted.
    fn rarest(&self, n: usize, count: usize) -> Vec<u64> {
        let mut keys: Vec<u64> = self.features[n].iter().map(|feature| feature.0).collect();
        keep_first(&mut keys, count, |a, b| {
            self.rarity[b].total_cmp(&self.rarity[a]).then(a.cmp(b))
        });
        keys.sort_unstable();
        keys
    }

    fn weigh(&mut self) {
        for n in 0..self.features.len() {
            let mut lengths = [0.0; 2];
            for at in 0..self.features[n].len() {
                let (feature, made, count) = self.features[n][at];
                let weight = count * self.rarity[&feature];
                self.features[n][at].2 = weight;
                lengths[made.vector()] += weight * weight;
            }
            self.lengths.push(lengths.map(f64::sqrt));
        }
    }

    /// How alike two passages are, if that is enough.
    fn kinship(&self, a: usize, b: usize) -> Option<f64> {
        let (mut dots, mut shared) = ([0.0; 2], [0usize; 3]);
        let (mut i, mut j) = (0, 0);
        let (left, right) = (&self.features[a], &self.features[b]);
        while let (Some(one), Some(other)) = (left.get(i), right.get(j)) {
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    dots[one.1.vector()] += one.2 * other.2;
                    shared[one.1 as usize] += 1;
                    i += 1;
                    j += 1;
                }
            }
        }
        let cosine = |vector: usize| {
            let length = self.lengths[a][vector] * self.lengths[b][vector];
            if length > 0.0 { dots[vector] / length } else { 0.0 }
        };
        let (words, signs) = (cosine(Made::Words.vector()), cosine(Made::Signs.vector()));
        let by_both = WORDS * words + (1.0 - WORDS) * signs;
        let [_, plain, exact] = shared;
        let may_tell = exact >= MIN_SHARED_EXACT && plain + exact >= MIN_SHARED_SIGNS;
        if words >= MIN_WORDS && by_both >= KIN {
            Some(by_both)
        } else {
            (may_tell && signs >= KIN_BY_SIGNS).then_some(signs)
        }
    }
}

/// The features of a passage with their counts, sorted.
fn features(passage: &Passage) -> Vec<(u64, Made, f64)> {
    let mut counts: BTreeMap<u64, (Made, u32)> = BTreeMap::new();
    let mut add = |made: Made, kind: u8, parts: &[&[u8]]| {
        counts.entry(hash(kind, parts.iter().copied())).or_insert((made, 0)).1 += 1;
    };
    let tokens = tokens(&passage.folded);
    for (n, token) in tokens.iter().enumerate() {
        if is_character(token) {
            if let Some(next) = tokens.get(n + 1).filter(|next| is_character(next)) {
                add(Made::Words, b'w', &[token.as_bytes(), next.as_bytes()]);
            }
        } else if token.len() > 2 {
            // Singular and plural are one word, roughly.
            let stem = token.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(token);
            add(Made::Words, b'w', &[stem.as_bytes()]);
        }
    }
    for label in &passage.labels {
        add(Made::Signs, b'l', &[&label.scheme.to_le_bytes(), &label.concept.to_le_bytes()]);
    }
    for date in &passage.dates {
        if date.edtf.contains('/') {
            add(Made::Signs, b'd', &[date.edtf.as_bytes()]);
            continue;
        }
        // A day is in its month and its year, too.
        for (length, made) in [(4, Made::Signs), (7, Made::Signs), (10, Made::Exact)] {
            if let Some(part) = date.edtf.get(..length) {
                add(made, b'd', &[part.as_bytes()]);
            }
        }
    }
    for figure in &passage.figures {
        // One, two or three of something is soon said twice.
        let made = if figure.value.abs() > 3.0 { Made::Exact } else { Made::Signs };
        add(made, b'f', &[&figure.value.to_bits().to_le_bytes()]);
    }
    // A word said ten times does not tell ten times as much.
    counts
        .into_iter()
        .map(|(key, (made, count))| (key, made, 1.0 + f64::from(count).ln()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use vitrine_corpus::model::{By, Date, Figure, Label, Span};

    use crate::samples::passage;

    use super::*;

    fn with_signs(mut passage: Passage, concepts: &[u32], edtf: &str, value: f64) -> Passage {
        let span = Span { start: 0, end: 1 };
        passage.labels = concepts
            .iter()
            .map(|&concept| Label { scheme: 0, concept, by: By::Rule, evidence: Vec::new() })
            .collect();
        if !edtf.is_empty() {
            let date = Date {
                span,
                edtf: edtf.to_owned(),
                first_day: 0,
                last_day: 0,
                resolved_from: None,
                event: None,
            };
            passage.dates = vec![date];
        }
        if value > 0.0 {
            let unit = String::new();
            let (upper, currency, qualifier) = (None, None, None);
            passage.figures = vec![Figure { span, value, upper, unit, currency, qualifier }];
        }
        passage
    }

    /// Each passage in a document of its own.
    fn apart(mut passages: Vec<Passage>) -> Vec<Passage> {
        for (n, passage) in passages.iter_mut().enumerate() {
            passage.document = n as u32;
        }
        passages
    }

    fn kinds(passages: &[Passage], n: usize) -> Vec<(u32, SimilarKind)> {
        let all = find(passages, LIMITS);
        all[n].iter().map(|similar| (similar.passage, similar.kind)).collect()
    }

    const TREATY: &str =
        "两国元首在首都签署条约,承诺在任何一方遭到攻击时立即提供军事援助,并扩大贸易。";
    const NEAR_TREATY: &str =
        "两国元首在首都签署条约,承诺在任何一方遭到攻击时立即提供军事援助,并且扩大贸易。";
    const ECHO_OF_TREATY: &str = "评论认为,承诺在任何一方遭到攻击时立即提供军事援助,这一条款使地区局势更为复杂,也使邻国感到不安,各国的反应并不一致。";

    #[test]
    fn copies_and_echoes_are_found() {
        let mut passages =
            apart([TREATY, NEAR_TREATY, ECHO_OF_TREATY, "天气晴朗。"].map(passage).into());
        use SimilarKind::{Echo, NearCopy};
        assert_eq!(kinds(&passages, 0), [(1, NearCopy), (2, Echo)]);
        assert_eq!(kinds(&passages, 2), [(0, Echo), (1, Echo)]);
        assert!(kinds(&passages, 3).is_empty());
        // Of two translations of each other only the better is listed, and never one's own.
        (passages[0].parallel, passages[1].parallel) = (Some(1), Some(0));
        assert_eq!(kinds(&passages, 2), [(0, Echo)]);
        assert_eq!(kinds(&passages, 0), [(2, Echo)]);
        // What a document repeats is said in that document.
        passages[1].repeats = Some(0);
        assert!(kinds(&passages, 1).is_empty());
    }

    #[test]
    fn one_event_is_found_in_another_language() {
        let other = "The leaders met on the day and promised help to each other in case of war.";
        let passages = apart(vec![
            with_signs(passage(TREATY), &[3, 7], "2024-06-19", 0.0),
            with_signs(passage(other), &[3, 7], "2024-06-19", 0.0),
            with_signs(passage("Grain was sold for a good price in the south."), &[3], "2024", 0.0),
            with_signs(passage("秋天粮食的价格没有变化。"), &[3, 7], "2024-06", 0.0),
            with_signs(
                passage("Ships were counted by two men at the harbour."),
                &[9],
                "2021",
                12.0,
            ),
        ]);
        assert_eq!(kinds(&passages, 0), [(1, SimilarKind::Kin)]);
        assert_eq!(kinds(&passages, 1), [(0, SimilarKind::Kin)]);
        for n in 2..5 {
            assert!(kinds(&passages, n).is_empty(), "{n}");
        }
    }

    /// What is similar, with every pair compared and no lists.
    fn naive(passages: &[Passage]) -> Vec<Vec<Similar>> {
        let is_text = |n: &usize| {
            passages[*n].repeats.is_none()
                && matches!(passages[*n].role, Role::Content | Role::Caption)
        };
        let chosen: Vec<usize> = (0..passages.len()).filter(is_text).collect();
        let vectors = Vectors::new(passages, &chosen);
        let runs: Vec<HashSet<Vec<String>>> = chosen
            .iter()
            .map(|&n| {
                let tokens = tokens(&passages[n].folded);
                let run = |at: usize| {
                    let end = at + if is_character(tokens[at]) { 5 } else { 3 };
                    let run = tokens.get(at..end)?;
                    Some(run.iter().map(|&token| token.to_owned()).collect::<Vec<_>>())
                };
                (0..tokens.len()).filter_map(run).collect()
            })
            .collect();
        let mut all = vec![Vec::new(); passages.len()];
        for (i, &a) in chosen.iter().enumerate() {
            let mut found = Vec::new();
            for (j, &b) in chosen.iter().enumerate() {
                if a == b || passages[a].parallel == Some(b as u32) {
                    continue;
                }
                let shared = runs[i].intersection(&runs[j]).count();
                let copied = copied(shared, runs[i].len(), runs[j].len()).filter(|(_, kind)| {
                    *kind == SimilarKind::NearCopy || !are_near(passages, a, b)
                });
                let kin = || {
                    let kin = vectors.kinship(i, j).filter(|_| !are_neighbours(passages, a, b));
                    kin.map(|score| (score, SimilarKind::Kin))
                };
                found.extend(copied.or_else(kin).map(|(score, kind)| similar(b, score, kind)));
            }
            all[a] = best(found, passages);
        }
        all
    }

    /// Passages of few words, so that many are alike; now and then a repeat, a translation, a heading.
    fn corpora() -> impl Strategy<Value = Vec<Passage>> {
        let han = prop::collection::vec(
            prop::sample::select(vec!["条约", "贸易", "制裁", "援助", "粮食", "铁路"]),
            8..24,
        )
        .prop_map(|words| words.concat());
        let latin = prop::collection::vec(
            prop::sample::select(vec!["treaty", "trade", "aid", "the", "rails", "grain"]),
            8..24,
        )
        .prop_map(|words| words.join(" "));
        let signs = (prop::collection::vec(0u32..4, 0..3), 0usize..3, 0u32..6);
        let one = (prop_oneof![han, latin], signs, 0u32..3, 0u32..2, 0u8..12);
        prop::collection::vec(one, 1..24).prop_map(|many| {
            let mut passages: Vec<Passage> = Vec::new();
            for (n, (text, (concepts, date, value), document, heading, dice)) in
                many.into_iter().enumerate()
            {
                let edtf = ["", "2024-06-19", "2023-01"][date];
                let mut one = with_signs(passage(&text), &concepts, edtf, f64::from(value));
                (one.document, one.headings) = (document, vec![heading]);
                match dice {
                    0 => one.role = Role::Heading,
                    1 if n > 0 => one.repeats = Some(0),
                    2 if n > 0 && passages[n - 1].parallel.is_none() => {
                        one.parallel = Some(n as u32 - 1);
                        passages[n - 1].parallel = Some(n as u32);
                    }
                    _ => {}
                }
                passages.push(one);
            }
            passages
        })
    }

    proptest! {
        #[test]
        fn the_lists_lead_to_what_comparing_all_finds(passages in corpora()) {
            let found = find(&passages, LIMITS);
            prop_assert_eq!(&found, &naive(&passages));
            for (n, list) in found.iter().enumerate() {
                prop_assert!(list.len() <= MAX_SIMILAR);
                prop_assert!(list.is_sorted_by_key(|s| (s.kind, std::cmp::Reverse(s.score), s.passage)));
                for similar in list {
                    let other = &passages[similar.passage as usize];
                    prop_assert!(similar.passage as usize != n && similar.score <= 100);
                    prop_assert!(other.repeats.is_none() && other.role != Role::Heading);
                    prop_assert!(passages[n].parallel != Some(similar.passage));
                    let pair = list.iter().any(|s| Some(s.passage) == other.parallel);
                    prop_assert!(!pair, "two translations of one another");
                }
            }
        }

        #[test]
        fn short_lists_lose_some_and_invent_none(passages in corpora()) {
            let may_be: Vec<HashSet<u32>> = naive(&passages)
                .iter()
                .map(|list| list.iter().map(|similar| similar.passage).collect())
                .collect();
            for (n, list) in find(&passages, Limits { list: 4, features: 6, candidates: 2 }).iter().enumerate() {
                // A full list may have pushed it out, or its translation stands for it.
                let is_open = may_be[n].len() < MAX_SIMILAR;
                for similar in list.iter().filter(|_| is_open) {
                    let translation = passages[similar.passage as usize].parallel;
                    let is_known = may_be[n].contains(&similar.passage)
                        || translation.is_some_and(|other| may_be[n].contains(&other));
                    prop_assert!(is_known, "{n} {similar:?}");
                }
            }
        }
    }
}
