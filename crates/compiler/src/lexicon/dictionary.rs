//! Translations between the corpus' Chinese and English words, by CC-CEDICT.
//!
//! CC-CEDICT is licensed CC BY-SA 4.0; the page names it where it says how the corpus was read.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use vitrine_corpus::model::{Passage, Role};
use vitrine_corpus::text::{byte_of_char, is_word, stem};

use crate::folding::{Folding, is_han, usual_form};

use crate::terms::{cut, frequency};

use super::{Equivalents, Texts, aligned, lines};

/// Chinese words that texts often have, in Simplified characters.
pub(super) const FREQUENT_WORDS: &str = include_str!("../../data/chinese-words.txt");

/// What is named in English and in Chinese, a line each: the English name, then the Chinese ones.
const NAMES: &str = include_str!("../../data/chinese-names.txt");

/// Chinese words of which the dictionary puts a sense in several ways, in Traditional characters.
const IN_SEVERAL_WAYS: &str = include_str!("../../data/chinese-ways.txt");

/// The longest Chinese word that is looked up, in characters.
const LONGEST: usize = 6;

/// Of more rare characters in a row than so many each is part of a name.
const LONGEST_ODD: usize = 2;

/// How many of a word's senses count: later ones are rare.
const SENSES: usize = 4;

/// An English word that more Chinese words than this mean (to, make, big) tells nothing.
const MOST: usize = 16;

/// So many uncommon Chinese words for an English one: more are mostly names of kinds.
const RARE: usize = 3;

/// A word is frequent that the texts of the segmenter's dictionary have so often: one of twelve thousand.
const FREQUENT: usize = 500;

/// What a sense has that says of which kind the word is, not what it means.
const KINDS: [&str; 9] =
    ["variant of", "see ", "abbr.", "CL:", "surname", "pr.", "used in", "old name", "classifier"];

/// What the dictionary has for the words that a reader may ask for. English single words stand as their stems.
pub(super) struct Translations {
    /// Words that mean the same: English ones to find Chinese ones by, and the other way round.
    pub(super) same: Equivalents,
    /// For an English word, Chinese ones that mean it and another one together: 畜 is a domestic animal.
    pub(super) partly: Equivalents,
}

/// The words of a corpus that a dictionary may have.
pub(super) struct Vocabulary {
    /// English ones, by their stems.
    pub(super) english: BTreeMap<String, BTreeSet<String>>,
    /// Chinese ones, as written.
    pub(super) chinese: BTreeSet<String>,
}

impl Vocabulary {
    pub(super) fn of(passages: &[Passage]) -> Vocabulary {
        Vocabulary { english: english_words(passages), chinese: chinese_words(passages) }
    }
}

/// Of words that are known without it, such as names, nothing is learnt from the corpus' own translations.
pub(super) fn translations(
    passages: &[Passage],
    vocabulary: &Vocabulary,
    texts: &Texts<'_>,
    folding: &Folding,
    is_known: impl Fn(&str) -> bool,
) -> Translations {
    let Vocabulary { english, chinese } = vocabulary;
    let (mut same, mut partly) = (Equivalents::new(), Equivalents::new());
    let mut to_english = Equivalents::new();
    let words: Vec<(String, BTreeSet<String>)> =
        chinese.iter().map(|word| (folding.fold(word).text, senses(word))).collect();
    let of_two = words.iter().flat_map(|(_, senses)| senses).filter(|sense| sense.contains(' '));
    let said = texts.said(of_two.map(String::as_str));
    for (folded, senses) in &words {
        for sense in senses {
            let content: Vec<&str> = sense.split(' ').collect();
            if let [single] = content[..] {
                same.entry(stem(single)).or_default().insert(folded.clone());
                let forms = english.get(&stem(single)).into_iter().flatten();
                to_english.entry(folded.clone()).or_default().extend(forms.cloned());
                continue;
            }
            // A sense of two words is found by either: a reader's own two need not stand together.
            for key in &content {
                partly.entry(stem(key)).or_default().insert(folded.clone());
            }
            if said.contains(sense.as_str()) {
                to_english.entry(folded.clone()).or_default().insert(sense.clone());
            }
        }
    }
    for (key, words) in &mut partly {
        if let Some(known) = same.get(key) {
            words.retain(|word| !known.contains(word));
        }
    }
    for found in [&mut same, &mut partly] {
        found.retain(|_, words| (1..=MOST).contains(&words.len()));
    }
    let named = chinese.iter().flat_map(|word| {
        let names = names_of(word).iter().map(|name| folding.fold(name).text);
        names.map(|name| (name, folding.fold(word).text)).collect::<Vec<(String, String)>>()
    });
    let named: Vec<(String, String)> = named.collect();
    let said = texts.said(named.iter().map(|(name, _)| name.as_str()));
    for (name, word) in &named {
        // As the texts have it, or as a reader may ask.
        let key = if name.contains(' ') { name.clone() } else { stem(name) };
        same.entry(key).or_default().insert(word.clone());
        if said.contains(name.as_str()) {
            to_english.entry(word.clone()).or_default().insert(name.clone());
        }
    }
    let folded = words.iter().map(|(folded, _)| folded.as_str());
    let is_known = |word: &str| is_known(word) || same.contains_key(word);
    for (word, key) in aligned::words(passages, folded, stem, is_known) {
        let forms = english.get(&key).into_iter().flatten();
        to_english.entry(word.to_owned()).or_default().extend(forms.cloned());
        same.entry(key).or_default().insert(word.to_owned());
    }
    same.extend(to_english.into_iter().filter(|(_, forms)| !forms.is_empty()));
    if !words.is_empty() {
        let own: BTreeSet<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        for (folded, forms) in readers_words(english, folding) {
            if !own.contains(folded.as_str()) {
                same.entry(folded).or_default().extend(forms.into_iter().map(str::to_owned));
            }
        }
    }
    let own = names(passages);
    let words: BTreeSet<&str> = english.values().flatten().map(String::as_str).collect();
    // Most have a word that no text has, which is sooner told than that they stand nowhere.
    let has_all = |name: &&str| {
        let plain = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
        name.split(' ').filter(plain).all(|word| words.contains(&*word.to_lowercase()))
    };
    let several = english_names().keys().copied().filter(|name| name.contains(' '));
    let lower: BTreeMap<String, &str> =
        several.filter(has_all).map(|name| (folding.fold(name).text, name)).collect();
    let said = texts.said(lower.keys().map(String::as_str));
    // Of several words, none is one at the beginning of a sentence by chance.
    let several = said.into_iter().map(|said| (said.to_owned(), lower[said]));
    for (folded, name) in own.iter().map(|name| (name.to_lowercase(), &**name)).chain(several) {
        for word in chinese_names(name) {
            same.entry(folding.fold(word).text).or_default().insert(folded.clone());
        }
    }
    for (short, names) in initials(passages, english, folding) {
        same.entry(short).or_default().extend(names);
    }
    Translations { same, partly }
}

/// Words that a reader of Chinese may ask for what the corpus says in English alone, folded, each with the English words
/// that it means: common and frequent ones; where there is no common one, a few others.
fn readers_words<'a>(
    english: &'a BTreeMap<String, BTreeSet<String>>,
    folding: &Folding,
) -> BTreeMap<String, BTreeSet<&'a str>> {
    let mut words: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (stem_of_all, forms) in english {
        // The dictionary has the word without an ending, which its stem mostly is, but for an `e`.
        let bare = [stem_of_all.clone(), stem_of_all.to_owned() + "e"];
        let asked = forms.iter().chain(&bare);
        let found = asked.flat_map(|form| by_english(form));
        let meant = found.filter(|entry| means(&entry.traditional, stem_of_all));
        let (common, rare): (Vec<_>, Vec<_>) = meant.partition(|entry| is_common(entry));
        let known = if common.is_empty() { &rare[..rare.len().min(RARE)] } else { &common };
        for entry in known {
            // A corpus folds the characters that it has: of others both forms are asked for.
            for word in [&entry.traditional, &entry.simplified] {
                let folded = folding.fold(word).text;
                words.entry(folded).or_default().extend(forms.iter().map(String::as_str));
            }
        }
    }
    // By an English word the dictionary finds those alone of which it is a whole sense, without an article.
    for (word, stems) in frequent_words() {
        for forms in stems.iter().filter_map(|stem| english.get(stem)) {
            let folded = folding.fold(word).text;
            words.entry(folded).or_default().extend(forms.iter().map(String::as_str));
        }
    }
    words
}

/// Frequent Chinese words in both scripts, each with the stems of the single English words that it means.
fn frequent_words() -> &'static [(&'static str, Vec<String>)] {
    static READ: OnceLock<Vec<(&str, Vec<String>)>> = OnceLock::new();
    READ.get_or_init(|| {
        let words = lines(FREQUENT_WORDS).filter(|word| frequency(word) >= FREQUENT);
        let words = words.filter(|word| word.chars().count() > 1);
        let meant = |word| {
            let senses = senses(word).into_iter().filter(|sense| !sense.contains(' '));
            senses.map(|sense| stem(&sense)).collect::<Vec<String>>()
        };
        let words = words.map(|word| (word, meant(word)));
        words
            .flat_map(|(word, meant)| forms_of(word).map(move |form| (form, meant.clone())))
            .collect()
    })
}

/// A word in Simplified Chinese as it is, and as the dictionary has it in traditional characters.
pub(super) fn forms_of(word: &'static str) -> impl Iterator<Item = &'static str> {
    entries(word).into_iter().map(|entry| entry.traditional.as_str()).chain([word])
}

/// Whether a Chinese word of more than one character means an English one, which is given by its stem.
fn means(word: &str, english: &str) -> bool {
    word.chars().count() > 1
        && word.chars().all(is_han)
        && senses(word).iter().any(|sense| stem(sense) == english)
}

/// Whether learners of Chinese are taught the word (HSK). Of rare ones the dictionary has ten times as many.
pub(super) fn is_common(entry: &chinese_dictionary::WordEntry) -> bool {
    let levels = &entry.hsk;
    [&levels.hsk_2015, &levels.proficiency_standard_2021, &levels.hsk_exam_syllabus_2025]
        .iter()
        .any(|levels| !levels.is_empty())
}

/// What English names the corpus has, of one word or two, as written. What it writes with a
/// small letter too is a word at the beginning of a sentence, or as good as that: May.
fn names(passages: &[Passage]) -> BTreeSet<String> {
    let words = passages.iter().flat_map(|passage| passage.text.split(|c| !is_word(c)));
    let small: BTreeSet<&str> =
        words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    let mut names = BTreeSet::new();
    for passage in passages.iter().filter(|passage| passage.role != Role::Boilerplate) {
        let mut before: Option<&str> = None;
        for word in passage.text.split(' ') {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            let bare =
                ["'s", "\u{2019}s"].iter().find_map(|s| bare.strip_suffix(s)).unwrap_or(bare);
            let is_name = bare.len() > 2 && has_one_capital(bare);
            if bare.len() > 2 && bare.bytes().all(|b| b.is_ascii_uppercase()) {
                names.insert(bare.to_owned());
            }
            if is_name {
                if !small.contains(&*bare.to_lowercase()) {
                    names.insert(bare.to_owned());
                }
                if let Some(before) = before.filter(|_| word.starts_with(bare)) {
                    names.insert([before, " ", bare].concat());
                }
            }
            before = Some(bare).filter(|_| is_name && word.ends_with(bare));
        }
    }
    names
}

/// Names that the texts have of a place and of what is of it, folded, each by the other: Hawaii and Hawaiian. Of states a
/// list has them.
pub(super) fn peoples(passages: &[Passage], folding: &Folding) -> Equivalents {
    /// Shorter names begin too many that have nothing to do with them.
    const SHORTEST: usize = 4;
    const ENDS: [&str; 6] = ["n", "ns", "an", "ans", "ian", "ians"];
    let names = names(passages);
    let mut peoples = Equivalents::new();
    for place in names.iter().filter(|name| name.len() >= SHORTEST && has_one_capital(name)) {
        let of_it = ENDS.iter().map(|end| [place, *end].concat());
        for other in of_it.filter(|name| names.contains(name)) {
            let both = [place, &other].map(|name| folding.fold(name).text);
            for [one, other] in [[&both[0], &both[1]], [&both[1], &both[0]]] {
                peoples.entry(one.clone()).or_default().insert(other.clone());
                peoples.entry(stem(one)).or_default().insert(other.clone());
            }
        }
    }
    peoples
}

/// Whether a word is written as names are: a capital, and small letters behind it.
fn has_one_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
}

/// Names of several words that the texts have, folded, by their initials: what an agency is mostly called for short. What
/// is a word or has another sense in the texts is left out.
fn initials(
    passages: &[Passage],
    english: &BTreeMap<String, BTreeSet<String>>,
    folding: &Folding,
) -> Equivalents {
    /// Of fewer or more words few are called so.
    const WORDS: std::ops::RangeInclusive<usize> = 3..=6;
    let mut names = Equivalents::new();
    let mut keep = |run: &[&str]| {
        let capitals =
            run.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
        let short = capitals.collect::<String>().to_lowercase();
        // The dictionary has acronyms as well: in capitals.
        let has_it = |entry: &chinese_dictionary::WordEntry| {
            entry.english.iter().any(|sense| sense.split(|c| !is_word(c)).any(|word| word == short))
        };
        let is_other = || {
            english.contains_key(&stem(&short))
                || chinese_dictionary::query_by_english(&short).into_iter().any(has_it)
        };
        if WORDS.contains(&short.len()) && !is_other() {
            names.entry(short).or_default().insert(folding.fold(&run.join(" ")).text);
        }
    };
    // Each word of a heading may have a capital.
    for passage in passages.iter().filter(|passage| passage.role == Role::Content) {
        let mut run: Vec<&str> = Vec::new();
        for word in passage.text.split(' ') {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            let begins = word.starts_with(bare);
            let is_name = bare.len() > 1 && has_one_capital(bare);
            let is_between = !run.is_empty() && matches!(word, "of" | "for" | "on" | "and" | "the");
            let goes_on = (is_name && begins && bare != "The") || is_between;
            if !goes_on {
                keep(trimmed(&run));
                run.clear();
                if is_name && bare != "The" {
                    run.push(bare);
                }
            } else {
                run.push(if is_between { word } else { bare });
            }
            if !word.ends_with(bare) {
                keep(trimmed(&run));
                run.clear();
            }
        }
        keep(trimmed(&run));
    }
    names
}

/// A row of words without the small ones at its end.
fn trimmed<'a, 'b>(run: &'b [&'a str]) -> &'b [&'a str] {
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_ascii_uppercase());
    &run[..run.iter().rposition(is_name).map_or(0, |last| last + 1)]
}

/// What has a name in English and in Chinese: each English name with its Chinese ones, as written.
fn english_names() -> &'static BTreeMap<&'static str, Vec<&'static str>> {
    static READ: OnceLock<BTreeMap<&str, Vec<&str>>> = OnceLock::new();
    READ.get_or_init(|| {
        let named = lines(NAMES).filter_map(|line| line.split_once(", "));
        named.map(|(name, words)| (name, words.split(", ").collect())).collect()
    })
}

/// The Chinese names, as written, of what has this English one.
fn chinese_names(english: &str) -> &'static [&'static str] {
    english_names().get(english).map_or(&[], Vec::as_slice)
}

/// The English names of what has this Chinese one, in either script.
fn names_of(chinese: &str) -> &'static [&'static str] {
    static READ: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
        for (name, words) in english_names() {
            words.iter().for_each(|word| names.entry(word).or_default().push(name));
        }
        names
    });
    read.get(chinese).map_or(&[], Vec::as_slice)
}

/// Names of the corpus in Chinese by their other Chinese forms, which is what the dictionary gives the same English
/// name: 迪拜 for 杜拜. Two that are both read as that name are of two things: 台州 is not 泰州.
pub(super) fn other_names(chinese: &BTreeSet<String>, folding: &Folding) -> Equivalents {
    let mut others = Equivalents::new();
    for word in chinese {
        let own = folding.fold(word).text;
        for name in names_of(word) {
            let is_read_so = is_reading(word, name);
            for other in chinese_names(name) {
                let folded = folding.fold(other).text;
                if folded != own && !(is_read_so && is_reading(other, name)) {
                    others.entry(folded).or_default().insert(own.clone());
                }
            }
        }
    }
    others
}

/// Whether an English name is how a Chinese one is read, or begins: 台州市 is a city.
fn is_reading(chinese: &str, english: &str) -> bool {
    let of_letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
    };
    let english = of_letters(english);
    entries(chinese).iter().any(|entry| of_letters(&entry.pinyin_numbers).starts_with(&english))
}

/// The English words of the corpus, by their stems.
fn english_words(passages: &[Passage]) -> BTreeMap<String, BTreeSet<String>> {
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for word in passages.iter().flat_map(|passage| words_of_english(&passage.folded)) {
        words.entry(stem(word)).or_default().insert(word.to_owned());
    }
    words
}

/// The words of a folded text that may be English, and are more than a letter or two.
pub(super) fn words_of_english(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c| !is_word(c));
    words.filter(|word| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// Every run of Chinese characters in the corpus that the dictionary has as a word, as written, and that stands as
/// one somewhere: 家的 is a word, and none in 國家的. A character counts by itself only where it is no part of a
/// longer word, and few passages have it.
pub(crate) fn chinese_words(passages: &[Passage]) -> BTreeSet<String> {
    let runs: BTreeSet<&str> = passages
        .iter()
        .filter(|passage| passage.role != Role::Boilerplate)
        .flat_map(|passage| passage.text.split(|c| !is_han(c)))
        .filter(|run| !run.is_empty())
        .collect();
    let mut known: HashMap<&str, bool> = HashMap::new();
    let mut words = BTreeSet::new();
    // Where each character stands that is no part of a word: a run, and a place in it.
    let mut alone: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for run in &runs {
        let places: Vec<usize> =
            run.char_indices().map(|(at, _)| at).chain(std::iter::once(run.len())).collect();
        // A run is cut only where it has a word that was not seen to stand as one before.
        let mut edges: Option<Edges> = None;
        let mut is_part = vec![false; places.len() - 1];
        for n in 0..is_part.len() {
            for end in n + 2..places.len().min(n + 1 + LONGEST) {
                let word = &run[places[n]..places[end]];
                let is_known = *known
                    .entry(word)
                    .or_insert_with(|| !entries(word).is_empty() || !names_of(word).is_empty());
                // Few other words have a name of three characters in them, which the segmenter may not know.
                let is_name = || end - n > 2 && !names_of(word).is_empty();
                if is_known
                    && (words.contains(word)
                        || is_name()
                        || edges.get_or_insert_with(|| Edges::of(run)).is_word(n, end))
                {
                    words.insert(word.to_owned());
                    is_part[n..end].fill(true);
                }
            }
        }
        for n in (0..is_part.len()).filter(|&n| !is_part[n]) {
            alone.entry(&run[places[n]..places[n + 1]]).or_default().push((run, n));
        }
    }
    let few = passages.len() / 100 + 1;
    let mut passages_with: HashMap<char, usize> = HashMap::new();
    for passage in passages {
        let characters: BTreeSet<char> = passage.text.chars().filter(|&c| is_han(c)).collect();
        for c in characters {
            *passages_with.entry(c).or_default() += 1;
        }
    }
    let is_rare = |c: char| passages_with.get(&c).is_none_or(|n| *n <= few);
    // A run is cut once, however many of its characters are asked about.
    let mut cuts: HashMap<&str, Vec<Spot>> = HashMap::new();
    for (word, places) in alone {
        let is_telling = word.chars().all(is_rare)
            && places.iter().any(|&(run, n)| {
                is_telling(cuts.entry(run).or_insert_with(|| spots(run, is_rare)), n)
            });
        if is_telling {
            words.insert(word.to_owned());
        }
    }
    words
}

/// The words of a run of Chinese characters, as a segmenter cuts it.
pub(super) fn cut_run(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    cut(&usual(run)).into_iter().map(move |length| {
        let word;
        (word, rest) = rest.split_at(byte_of_char(rest, length));
        word
    })
}

/// Where the words of a run begin, as a segmenter cuts it: whether before each of its characters, and at its end.
struct Edges(Vec<bool>);

impl Edges {
    fn of(run: &str) -> Edges {
        let mut edges = vec![true];
        for length in cut(&usual(run)) {
            edges.resize(edges.len() + length, false);
            if let Some(last) = edges.last_mut() {
                *last = true;
            }
        }
        Edges(edges)
    }

    /// Whether what stands from character `start` to `end` is a word there, several, or a part of one; not the end of
    /// one and the beginning of another.
    fn is_word(&self, start: usize, end: usize) -> bool {
        let is_within = !self.0[start + 1..end].contains(&true);
        is_within || self.are_of_words(start, end)
    }

    /// Whether a word begins at character `start`, and one ends at `end`.
    fn are_of_words(&self, start: usize, end: usize) -> bool {
        self.0[start] && self.0[end]
    }
}

/// Those of some folded Chinese words that stand by themselves somewhere, not only as a part of a longer one, as 布林
/// in 布林肯.
pub(super) fn alone<'a>(passages: &[Passage], words: BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let words: Vec<&str> = words.into_iter().collect();
    let finder = AhoCorasick::new(&words).expect("the words of a corpus fit into memory");
    let mut alone = BTreeSet::new();
    for run in passages.iter().flat_map(|passage| passage.folded.split(|c| !is_han(c))) {
        let mut edges: Option<Edges> = None;
        for found in finder.find_overlapping_iter(run) {
            let word = words[found.pattern().as_usize()];
            if alone.contains(word) {
                continue;
            }
            let start = run[..found.start()].chars().count();
            let end = start + word.chars().count();
            if edges.get_or_insert_with(|| Edges::of(run)).are_of_words(start, end) {
                alone.insert(word);
            }
        }
    }
    alone
}

/// Where a character of a run stands.
struct Spot {
    /// How many characters its word has.
    length: usize,
    /// Which of them it is, counted from 1.
    place: usize,
    /// Whether it is rare and a word by itself.
    is_odd: bool,
}

/// Where each character of a run stands.
fn spots(run: &str, is_rare: impl Fn(char) -> bool) -> Vec<Spot> {
    let lengths = cut(&usual(run));
    let of_each = lengths.iter().flat_map(|&length| (1..=length).map(move |place| (length, place)));
    let spot = |(c, (length, place))| Spot { length, place, is_odd: length == 1 && is_rare(c) };
    run.chars().zip(of_each).map(spot).collect()
}

/// Whether character `n` of a run says something of what it means. It does by itself and at the end of a word
/// of two, which mostly is a kind of what it ends with (活畜); not at the beginning of one (師承) or in a name that
/// the dictionary lacks (艾莉森), where rare characters follow each other.
fn is_telling(run: &[Spot], n: usize) -> bool {
    let row = |odd: &mut dyn Iterator<Item = &Spot>| odd.take_while(|spot| spot.is_odd).count();
    let (before, behind) = run.split_at(n);
    match (run[n].length, run[n].place) {
        (1, _) => row(&mut before.iter().rev()) + row(&mut behind.iter()) <= LONGEST_ODD,
        spot => spot == (2, 2),
    }
}

/// What the dictionary has for a word in either script, or in less usual forms, such as 水砲.
pub(crate) fn entries(word: &str) -> Vec<&'static chinese_dictionary::WordEntry> {
    let mut entries = chinese_dictionary::query_by_traditional(word);
    if entries.is_empty() {
        entries = chinese_dictionary::query_by_simplified(word);
    }
    let usual = usual(word);
    if entries.is_empty() && usual != word {
        entries = chinese_dictionary::query_by_simplified(&usual);
    }
    entries
}

/// What the dictionary has for an English word or phrase, in small letters: entries of which it is a sense, or one of the
/// ways to put it.
pub(super) fn by_english(english: &str) -> Vec<&'static chinese_dictionary::WordEntry> {
    let mut entries = chinese_dictionary::query_by_english(english);
    let others = by_one_way().get(english).into_iter().flatten();
    entries.extend(others.filter(|entry| !entries.contains(entry)).copied().collect::<Vec<_>>());
    entries
}

/// Entries by each of the ways to put a sense: the dictionary itself finds “cell phone; mobile phone” by all of these words
/// together.
fn by_one_way() -> &'static HashMap<String, Vec<&'static chinese_dictionary::WordEntry>> {
    static READ: OnceLock<HashMap<String, Vec<&chinese_dictionary::WordEntry>>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut by_way: HashMap<String, Vec<_>> = HashMap::new();
        for entry in lines(IN_SEVERAL_WAYS).flat_map(chinese_dictionary::query_by_traditional) {
            for way in ways(entry, SENSES) {
                let bare = way.strip_prefix("to ").unwrap_or(&way).to_owned();
                by_way.entry(bare).or_default().push(entry);
            }
        }
        by_way
    })
}

/// A text in the forms that dictionaries have.
fn usual(text: &str) -> String {
    text.chars().map(usual_form).collect()
}

/// What a Chinese word means: the content words of each sense, folded.
pub(super) fn senses(word: &str) -> BTreeSet<String> {
    /// How the dictionary says that a word is a name for short.
    const SHORT_FOR: &str = "abbr. for";
    let is_single = word.chars().nth(1).is_none();
    let mut senses = BTreeSet::new();
    for entry in entries(word) {
        senses.extend(entry.english.iter().flat_map(|sense| acronyms(sense)));
        // One character is short for much of which a corpus says nothing: 奧 for Austria and the Olympics.
        let is_name = |sense: &&String| !(is_single && sense.contains(SHORT_FOR));
        let listed = entry.english.iter().filter(is_name).map(|sense| without_brackets(sense));
        let listed = listed.filter(|sense| !KINDS.iter().any(|k| sense.contains(k)));
        for bare in listed.filter(|sense| !sense.trim().is_empty()).take(SENSES) {
            // One sense may be put in several ways: "to buy; to purchase".
            for way in bare.split(';').map(|way| plain(name(way.trim()))) {
                let way = way.as_str();
                let (verb, bare) =
                    (way.strip_prefix("to "), way.strip_prefix("to ").unwrap_or(way));
                // To give up is not to give: the two words mean it together.
                let is_content = |word: &&str| {
                    !SMALL.contains(word) || (verb.is_some() && PARTICLES.contains(word))
                };
                let content: Vec<&str> = bare
                    .split(|c: char| !c.is_ascii_alphanumeric())
                    .filter(|word| word.len() > 1 && is_content(word))
                    .collect();
                if (1..=2).contains(&content.len()) {
                    senses.insert(content.join(" "));
                }
            }
        }
    }
    senses
}

/// How an entry puts what its word means, its first senses in all their ways, without an article and in small letters.
pub(super) fn ways(
    entry: &chinese_dictionary::WordEntry,
    most: usize,
) -> impl Iterator<Item = String> + '_ {
    let listed =
        entry.english.iter().filter(|sense| !KINDS.iter().any(|kind| sense.contains(kind)));
    let senses = listed.take(most).map(|sense| without_brackets(sense));
    let ways = senses.flat_map(|sense| {
        let ways = sense.split([';', '/']).map(|way| plain(name(way.trim())));
        ways.collect::<Vec<String>>()
    });
    ways.map(|way| {
        let bare = ["the ", "an ", "a "].iter().find_map(|article| way.strip_prefix(article));
        bare.map(str::to_owned).unwrap_or(way)
    })
}

/// In small letters without accents.
fn plain(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// What a sense names, without what the dictionary says of it: "Caracas, capital of Venezuela". What names
/// nothing stays.
fn name(sense: &str) -> &str {
    match sense.split_once(',') {
        Some((name, _)) if name.starts_with(|c: char| c.is_ascii_uppercase()) => name.trim(),
        _ => sense,
    }
}

/// What a sense is called for short: “World Trade Organization (WTO)”.
fn acronyms(sense: &str) -> impl Iterator<Item = String> + '_ {
    let bracketed = sense.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    let are_capitals = |inside: &&str| {
        (2..=6).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_uppercase())
    };
    bracketed.filter(are_capitals).map(str::to_lowercase)
}

/// A sense without what stands in brackets.
fn without_brackets(sense: &str) -> String {
    let mut depth = 0usize;
    sense
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Words of a sense that tell nothing of it.
const SMALL: [&str; 42] = [
    "an", "the", "to", "of", "in", "on", "at", "for", "by", "with", "and", "or", "be", "is", "are",
    "as", "from", "into", "out", "up", "off", "one", "sb", "sth", "etc", "also", "that", "which",
    "it", "its", "this", "so", "not", "no", "about", "esp", "oneself", "have", "do", "make", "get",
    "very",
];

/// Those of them that make another verb of one.
const PARTICLES: [&str; 3] = ["up", "out", "off"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_put_a_sense_is_one() {
        let senses = senses("購買");
        assert!(senses.contains("buy") && senses.contains("purchase"), "{senses:?}");
    }

    #[test]
    fn a_word_in_a_less_usual_form_is_known() {
        assert!(senses("水砲").contains("water cannon"));
        assert!(senses("世貿組織").contains("wto"));
        assert!(senses("台積電").contains("tsmc"), "also where another bracket follows");
        assert!(
            senses("公投").contains("referendum"),
            "what else is said of it stands in brackets"
        );
    }

    #[test]
    fn a_name_is_known_by_its_chinese_ones() {
        let texts = ["Kazakhstan sells grain to Saudi Arabia.", "May was dry, and it may rain."];
        let names = names(&texts.map(crate::samples::passage));
        assert_eq!(Vec::from_iter(names), ["Arabia", "Kazakhstan", "Saudi", "Saudi Arabia"]);
        assert!(chinese_names("Saudi Arabia").contains(&"沙特阿拉伯"));
        assert!(chinese_names("Kazakhstan").contains(&"哈薩克斯坦"));
        assert!(chinese_names("Kuala Lumpur") == ["吉隆坡"], "without what is said of it");
        assert!(names_of("绍兴") == ["Shaoxing"], "of the city of which the dictionary tells");
        assert!(senses("加拉加斯").contains("caracas"), "without what is said of it");
    }

    #[test]
    fn a_name_is_known_by_its_initials() {
        let texts = [
            "The Environmental Protection Agency, and the Ministry of Grain and Ports. World Trade Unions act.",
            "A Very Big Agent Company has an Army Register Commission.",
        ];
        let texts = texts.map(crate::samples::passage);
        let folding = Folding::new(texts.iter().map(|passage| &*passage.text));
        let names = initials(&texts, &english_words(&texts), &folding);
        let of =
            |short: &str| names.get(short).into_iter().flatten().cloned().collect::<Vec<String>>();
        assert_eq!(of("epa"), ["environmental protection agency"]);
        assert_eq!(of("mgp"), ["ministry of grain and ports"]);
        assert!(of("arc").is_empty(), "it is a word: {names:?}");
    }

    #[test]
    fn a_name_is_known_by_its_other_chinese_forms() {
        let texts = ["杜拜與柯林頓都在談判"].map(crate::samples::passage);
        let folding = Folding::new(texts.iter().map(|passage| &*passage.text));
        let others = other_names(&chinese_words(&texts), &folding);
        let of = |word: &str| &others[&folding.fold(word).text];
        assert!(of("迪拜").contains(&folding.fold("杜拜").text), "{others:?}");
        assert!(of("克林顿").contains(&folding.fold("柯林頓").text), "{others:?}");
        assert!(!others.contains_key("谈判"), "a word is no name");
        let texts = ["泰州在江苏"].map(crate::samples::passage);
        let others = other_names(&chinese_words(&texts), &folding);
        assert!(others.is_empty(), "another city that is read alike: {others:?}");
    }

    #[test]
    fn a_word_that_only_english_passages_have_is_found_by_its_chinese_one() {
        let texts = ["雇员在等", "The employer keeps their passports, fearing espionage."]
            .map(crate::samples::passage);
        let english = english_words(&texts);
        let folding = Folding::new(texts.iter().map(|passage| &*passage.text));
        let words = readers_words(&english, &folding);
        for word in ["護照", "护照"] {
            assert!(words[word].contains("passports"), "{words:?}");
        }
        assert!(words["雇主"].contains("employer"), "{words:?}");
        // No learner is taught a word for it.
        assert!(words["间谍活动"].contains("espionage"), "{words:?}");
        assert!(words.keys().all(|word| word.chars().count() > 1), "{words:?}");
    }

    #[test]
    fn what_only_looks_like_a_word_is_none() {
        let words = chinese_words(&["其他国家的工人"].map(crate::samples::passage));
        assert!(words.contains("国家") && words.contains("工人"), "{words:?}");
        assert!(!words.contains("家的") && !words.contains("他国"), "{words:?}");
        let words = chinese_words(&["家的温暖"].map(crate::samples::passage));
        assert!(words.contains("温暖"), "{words:?}");
    }

    #[test]
    fn a_character_of_a_name_is_no_word() {
        let texts = ["艾莉森说,船,停在港口。", "技术师承一家,进口活畜。"];
        let words = chinese_words(&texts.map(crate::samples::passage));
        let has = |word| words.contains(word);
        assert!(has("船") && has("畜") && !has("艾") && !has("师"), "{words:?}");
    }
}
