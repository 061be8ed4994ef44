//! Which words of the corpus are used as a reader's own are? By distribution: words that stand in the same
//! contexts have to do with the same things. Who asks what an airman had to hide finds what is said of pilots, in Chinese as
//! well: a Chinese word is used as the English ones are by which the dictionary explains it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZero;
use std::sync::OnceLock;
use std::thread;

use ndarray::{Array2, ArrayView1};
use vitrine_corpus::model::{Nearness, Passage, Role, Usage};
use vitrine_corpus::text::stem;

use super::dictionary::{self, FREQUENT_WORDS, forms_of, senses};
use super::lines;
use crate::folding::{Folding, is_han};

/// A word a line, and in which contexts it is used.
const VECTORS: &str = include_str!("../../data/word-vectors.txt");

/// How many numbers a vector has.
const NUMBERS: usize = 64;

/// What stands for zero in [`VECTORS`].
const ZERO: i32 = 7;

/// The length of a vector.
const LENGTH: f32 = 127.0;

/// Of the words that are used as another is, so many at most, the nearest.
const MOST: usize = 16;

/// The least cosine of what is near, and of what is nearer. Below the first nothing is related.
const NEARNESS: [(f32, Nearness); 4] = [
    (0.97, Nearness::Same),
    (0.6, Nearness::Nearest),
    (0.5, Nearness::Nearer),
    (0.4, Nearness::Near),
];

/// A corpus of more passages is left without: it says more things in more words, and what is kept of these would take
/// memory that a page of its size has not.
const LARGEST: usize = 2_000;

/// So many vectors are multiplied with the corpus' own at once: what that gives stays within some megabytes.
const AT_ONCE: usize = 256;

/// A Chinese word that is so near to an English one by which it is explained is used as that is: most are, and share what
/// is kept of it.
const SHARED: f32 = 0.9;

/// Where a word stands among the others by the contexts that it is used in; all have the same length.
type Vector = [i8; NUMBERS];

/// Vectors of English words, by their stems.
struct Vectors(HashMap<String, Vector>);

impl Vectors {
    /// Read once, however many corpora are compiled.
    fn get() -> &'static Vectors {
        static READ: OnceLock<Vectors> = OnceLock::new();
        READ.get_or_init(Vectors::read)
    }

    fn read() -> Vectors {
        let mut words: Vec<(&str, &str)> =
            lines(VECTORS).filter_map(|line| line.split_once(' ')).collect();
        // Of words with one stem the shortest is the one that the others are forms of.
        words.sort_by_key(|(word, _)| word.len());
        let mut vectors = HashMap::new();
        for (word, digits) in words {
            let digits = digits.chars().filter_map(|digit| digit.to_digit(16));
            let mut sum = [0.0; NUMBERS];
            sum.iter_mut().zip(digits).for_each(|(n, digit)| *n = (digit as i32 - ZERO) as f32);
            if let Some(vector) = unit(&sum) {
                vectors.entry(stem(word)).or_insert(vector);
            }
        }
        Vectors(vectors)
    }

    /// That of a Chinese word: of what it means, put in English, each sense as much as the others.
    fn of_chinese(&self, word: &str) -> Option<Vector> {
        let mut sum = [0.0; NUMBERS];
        let mut explaining: Vec<&Vector> = Vec::new();
        for sense in senses(word) {
            let words: Vec<&Vector> =
                sense.split(' ').filter_map(|word| self.0.get(&stem(word))).collect();
            for vector in &words {
                let part = |n: i8| f32::from(n) / words.len() as f32;
                sum.iter_mut().zip(*vector).for_each(|(sum, n)| *sum += part(*n));
            }
            explaining.extend(words);
        }
        let own = unit(&sum)?;
        let nearest = explaining.into_iter().max_by_key(|vector| product(&own, vector));
        Some(
            nearest
                .filter(|vector| cosine(product(&own, vector)) >= SHARED)
                .copied()
                .unwrap_or(own),
        )
    }
}

/// A vector of the length that all have; `None` if it points nowhere.
fn unit(sum: &[f32; NUMBERS]) -> Option<Vector> {
    let length = sum.iter().map(|n| n * n).sum::<f32>().sqrt();
    (length > 0.0).then(|| sum.map(|n| (n / length * LENGTH).round() as i8))
}

/// The cosine of two vectors by their product.
fn cosine(product: i32) -> f32 {
    product as f32 / (LENGTH * LENGTH)
}

/// The cosine between two vectors, times the square of their length.
fn product(a: &Vector, b: &Vector) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(i16::from(*a) * i16::from(*b))).sum()
}

/// How the words of a corpus are used. What `says_nothing` is in it neither as a word that is asked nor as one that is
/// said.
pub(super) fn of(
    passages: &[Passage],
    keywords: &[BTreeSet<&str>],
    folding: &Folding,
    says_nothing: impl Fn(&str) -> bool,
) -> Usage {
    if passages.len() > LARGEST {
        return Usage::default();
    }
    let vectors = Vectors::get();
    let mut said: Vec<Said> = said(passages, keywords, folding, vectors, &says_nothing);
    arrange(&mut said);
    let own: Vec<Vector> = said.iter().map(|said| said.vector).collect();
    let mut asked = asked(vectors, folding);
    asked.retain(|term, _| !says_nothing(term));
    let distinct: Vec<Vector> =
        asked.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let related: HashMap<Vector, Vec<u32>> =
        distinct.iter().copied().zip(all_related(&distinct, &own)).collect();
    let mut usage = Usage::default();
    for Said { word, passages, .. } in &said {
        usage.words.push(word);
        usage.passages.push(&passages.iter().copied().collect::<Vec<u32>>());
    }
    let mut lists: HashMap<&[u32], u32> = HashMap::new();
    for (term, vector) in &asked {
        let related = &related[vector];
        if related.is_empty() {
            continue;
        }
        let next = lists.len() as u32;
        let list = *lists.entry(related).or_insert_with(|| {
            usage.related.push(related);
            next
        });
        usage.terms.push(term);
        usage.lists.push(list);
    }
    usage
}

/// A word that passages say. English ones are stems.
struct Said {
    word: String,
    vector: Vector,
    passages: BTreeSet<u32>,
}

/// Puts words that are used alike side by side: what is near to one then stands near, which takes less to say.
fn arrange(said: &mut [Said]) {
    let Some(first) = said.first().map(|said| said.vector) else { return };
    let furthest = |said: &[Said], from: &Vector| {
        said.iter().min_by_key(|said| product(&said.vector, from)).map(|said| said.vector)
    };
    let Some(one) = furthest(said, &first) else { return };
    let Some(other) = furthest(said, &one).filter(|other| *other != one) else { return };
    let side = |said: &Said| product(&said.vector, &one) - product(&said.vector, &other);
    said.sort_by_cached_key(side);
    let (before, behind) = said.split_at_mut(said.len() / 2);
    arrange(before);
    arrange(behind);
}

/// What passages say: words with a vector, and the passages that have them.
fn said(
    passages: &[Passage],
    keywords: &[BTreeSet<&str>],
    folding: &Folding,
    vectors: &Vectors,
    says_nothing: impl Fn(&str) -> bool,
) -> Vec<Said> {
    let mut said: BTreeMap<String, (Vector, BTreeSet<u32>)> = BTreeMap::new();
    let mut chinese: HashMap<String, Option<Vector>> = HashMap::new();
    for ((n, passage), keywords) in passages.iter().enumerate().zip(keywords) {
        if passage.role == Role::Boilerplate {
            continue;
        }
        let mut add = |word: String, vector: Vector| {
            if !says_nothing(&word) {
                said.entry(word).or_insert((vector, BTreeSet::new())).1.insert(n as u32);
            }
        };
        let keywords = keywords.iter().map(|keyword| folding.fold(keyword).text);
        let texts: Vec<String> = std::iter::once(passage.folded.clone()).chain(keywords).collect();
        for text in &texts {
            for word in dictionary::words_of_english(text).map(stem) {
                if let Some(vector) = vectors.0.get(&word) {
                    add(word, *vector);
                }
            }
            for run in text.split(|c| !is_han(c)).filter(|run| !run.is_empty()) {
                for word in dictionary::cut_run(run) {
                    let vector = chinese
                        .entry(word.to_owned())
                        .or_insert_with_key(|word| vectors.of_chinese(word));
                    if let Some(vector) = vector {
                        add(word.to_owned(), *vector);
                    }
                }
            }
        }
    }
    let own = said.into_iter();
    own.map(|(word, (vector, passages))| Said { word, vector, passages }).collect()
}

/// What a reader may ask: English words by their stems, and frequent Chinese ones, folded. A corpus folds the characters
/// that it has: of others both forms are asked for.
fn asked(vectors: &Vectors, folding: &Folding) -> BTreeMap<String, Vector> {
    /// Chinese words in all their forms, each with its vector: found once, too.
    static ASKED: OnceLock<Vec<(&str, Vector)>> = OnceLock::new();
    let chinese = ASKED.get_or_init(|| {
        let words =
            lines(FREQUENT_WORDS).filter_map(|word| Some((word, vectors.of_chinese(word)?)));
        words.flat_map(|(word, vector)| forms_of(word).map(move |form| (form, vector))).collect()
    });
    let mut asked: BTreeMap<String, Vector> =
        chinese.iter().map(|(form, vector)| (folding.fold(form).text, *vector)).collect();
    asked.extend(vectors.0.iter().map(|(word, vector)| (word.clone(), *vector)));
    asked
}

/// For each of these vectors, which of the corpus' own are near.
fn all_related(asked: &[Vector], own: &[Vector]) -> Vec<Vec<u32>> {
    let own = matrix(own);
    let share = asked.len().div_ceil(thread::available_parallelism().map_or(1, NonZero::get));
    thread::scope(|scope| {
        let shares: Vec<_> = asked
            .chunks(share.max(1))
            .map(|asked| {
                let of_all = || {
                    let products = asked.chunks(AT_ONCE).map(|asked| matrix(asked).dot(&own.t()));
                    products
                        .flat_map(|of_some| {
                            of_some.rows().into_iter().map(related).collect::<Vec<_>>()
                        })
                        .collect()
                };
                scope.spawn(of_all)
            })
            .collect();
        let joined = shares.into_iter().map(|share| share.join().expect("numbers do not fail"));
        joined.flat_map(|related: Vec<Vec<u32>>| related).collect()
    })
}

/// A vector a row. Their products are whole numbers below 2²⁴, which an `f32` holds to the last digit.
fn matrix(vectors: &[Vector]) -> Array2<f32> {
    Array2::from_shape_fn((vectors.len(), NUMBERS), |(row, n)| f32::from(vectors[row][n]))
}

/// Which words are used as one is, as a [`Usage`] has them, by the products of its vector with theirs.
fn related(products: ArrayView1<'_, f32>) -> Vec<u32> {
    let least = (NEARNESS[NEARNESS.len() - 1].0 * LENGTH * LENGTH) as i32;
    let alike = products.iter().enumerate().map(|(n, product)| (*product as i32, n));
    let mut alike: Vec<(i32, usize)> = alike.filter(|(product, _)| *product >= least).collect();
    alike.sort_by_key(|&(product, n)| (-product, n));
    alike.truncate(MOST);
    let with_nearness = |(product, n): (i32, usize)| {
        let nearness = NEARNESS.iter().find(|(least, _)| cosine(product) >= *least);
        nearness.map_or(Nearness::Near, |(_, nearness)| *nearness).with(n as u32)
    };
    let mut related: Vec<u32> = alike.into_iter().map(with_nearness).collect();
    related.sort_unstable();
    related
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_texts(texts: &[&str]) -> (Usage, Folding) {
        let passages: Vec<Passage> =
            texts.iter().map(|text| crate::samples::passage(text)).collect();
        let folding = Folding::new(passages.iter().map(|passage| &*passage.text));
        (
            of(&passages, &vec![BTreeSet::new(); texts.len()], &folding, |word| word == "the"),
            folding,
        )
    }

    #[test]
    fn words_in_the_same_contexts_have_vectors_that_point_the_same_way() {
        let vectors = Vectors::get();
        let of = |word: &str| vectors.0.get(&stem(word)).copied().unwrap();
        let alike = |one: &str, other: &str| cosine(product(&of(one), &of(other)));
        assert!(cosine(product(&of("boat"), &of("boat"))) > NEARNESS[0].0);
        assert!(alike("boat", "ship") > 0.5 && alike("boat", "ship") > alike("boat", "visa"));
        let boat = vectors.of_chinese("船").unwrap();
        assert!(cosine(product(&boat, &of("ship"))) > 0.5);
        assert_eq!(vectors.of_chinese("朝鮮人民軍"), None, "no entry explains it");
    }

    #[test]
    fn every_line_of_the_lists_is_what_it_should_be() {
        for line in lines(VECTORS) {
            let (word, digits) = line.split_once(' ').expect(line);
            assert!(word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()), "{line}");
            assert_eq!(digits.len(), NUMBERS, "{line}");
            let levels = digits.chars().filter_map(|digit| digit.to_digit(16));
            assert_eq!(levels.filter(|level| *level as i32 <= 2 * ZERO).count(), NUMBERS, "{line}");
        }
        assert!(lines(FREQUENT_WORDS).all(|word| word.chars().all(is_han)));
    }

    #[test]
    fn what_is_asked_leads_to_the_passages_that_say_it_otherwise() {
        let texts =
            ["The ships sailed at night.", "兩艘輪船停在港口。", "A quiet day in the garden."];
        let (usage, folding) = of_texts(&texts);
        let terms: Vec<String> = (0..usage.lists.len()).map(|n| word(&usage.terms, n)).collect();
        assert!(terms.is_sorted());
        let leads_to = |asked: &str| -> BTreeSet<u32> {
            let Ok(n) = terms.binary_search(&folding.fold(asked).text) else {
                return BTreeSet::new();
            };
            let numbers = list(&usage.related, usage.lists[n] as usize);
            numbers.into_iter().flat_map(|n| list(&usage.passages, (n >> 2) as usize)).collect()
        };
        for asked in ["boat", "vessel", "小船"] {
            assert_eq!(leads_to(asked), BTreeSet::from([0, 1]), "{asked}");
        }
        assert!(leads_to("the").is_empty(), "it says nothing");
        assert!(leads_to("parliament").is_empty());
    }

    /// Word `n` of a list.
    fn word(words: &vitrine_corpus::model::Words, n: usize) -> String {
        let lengths = words.pieces.lengths.iter().map(|&length| usize::from(length));
        let start: usize = lengths.clone().take(n).sum();
        words.text[start..start + usize::from(words.pieces.lengths[n])].to_owned()
    }

    /// The numbers of list `n`, all short.
    fn list(postings: &vitrine_corpus::model::Postings, n: usize) -> Vec<u32> {
        let lengths = &postings.pieces.lengths;
        let start: usize = lengths.iter().take(n).map(|&length| usize::from(length)).sum();
        let bytes = &postings.bytes[start..start + usize::from(lengths[n])];
        let (mut numbers, mut last, mut delta, mut shift) = (Vec::new(), 0, 0, 0);
        for byte in bytes {
            delta |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                last += delta;
                numbers.push(last);
                (delta, shift) = (0, 0);
            }
        }
        numbers
    }
}
