//! What are the words of a text? Chinese by the segmenter jieba, whose dictionary is part of its crate;
//! scripts with spaces by their letters and digits. Names from the schemes are words as a whole.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use jieba_rs::Jieba;
use vitrine_corpus::text::{byte_of_char, is_at_word_edges, is_unspaced, is_word};

use crate::config::{Config, Scheme};
use crate::enrich::numerals::is_numeral;
use crate::folding::{Folding, is_han};

/// The dictionary takes a while to unpack; what a corpus adds to it goes into a copy.
static DICTIONARY: OnceLock<Jieba> = OnceLock::new();

/// How the segmenter's dictionary cuts a run in Simplified Chinese: the characters of each word.
pub(crate) fn cut(run: &str) -> Vec<usize> {
    let tokens = DICTIONARY.get_or_init(Jieba::new).cut(run, false);
    tokens.iter().map(|token| token.word.chars().count()).collect()
}

/// How often the texts that the segmenter's dictionary was made from have a word in Simplified Chinese: 0 for one that
/// is not in it.
pub(crate) fn frequency(word: &str) -> usize {
    let dictionary = DICTIONARY.get_or_init(Jieba::new);
    if dictionary.has_word(word) { dictionary.suggest_freq(word) } else { 0 }
}

/// The words of a run in Simplified Chinese as the segmenter's dictionary has them: how many characters, and which
/// part of speech; `x` for what it does not have.
pub(crate) fn tagged(run: &str) -> Vec<(usize, &str)> {
    let tokens = DICTIONARY.get_or_init(Jieba::new).tag(run, false);
    tokens.into_iter().map(|token| (token.word.chars().count(), token.tag)).collect()
}

/// Tells the words of folded texts.
pub(super) struct Segmenter {
    /// None if no text is Chinese.
    chinese: Option<Jieba>,
    /// The simplified form of each Chinese character there is: the dictionary knows few others, and
    /// texts fold to the form that they write most often.
    simplified: HashMap<char, char>,
    /// Names of several words.
    names: AhoCorasick,
}

impl Segmenter {
    /// A segmenter for these folded texts, that knows the names of this corpus.
    pub(super) fn new<'a>(
        config: &Config,
        folding: &Folding,
        texts: impl Iterator<Item = &'a str>,
    ) -> Segmenter {
        Segmenter::with_names(&names(config, folding), folding, texts)
    }

    fn with_names<'a>(
        names: &BTreeSet<String>,
        folding: &Folding,
        texts: impl Iterator<Item = &'a str>,
    ) -> Segmenter {
        let mut characters: BTreeSet<char> = texts.flat_map(str::chars).collect();
        characters.retain(|&c| is_han(c));
        let chinese = (!characters.is_empty()).then(|| DICTIONARY.get_or_init(Jieba::new).clone());
        characters.extend(names.iter().flat_map(|name| name.chars()).filter(|&c| is_han(c)));
        let simplified = characters.into_iter().map(|c| (c, folding.simplified(c))).collect();
        let phrases = names.iter().filter(|name| name.contains(' ') && !name.contains(is_unspaced));
        let phrases = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(phrases)
            .expect("the names of a corpus fit into memory");
        let mut segmenter = Segmenter { chinese: None, simplified, names: phrases };
        segmenter.chinese = chinese.map(|mut jieba| {
            for name in names.iter().filter(|name| name.chars().all(is_han)) {
                jieba.add_word(&segmenter.simplify(name), None, None);
            }
            jieba
        });
        segmenter
    }

    /// The words of a folded text, in order, as ranges of bytes: no numbers, no single letters, and of
    /// scripts without spaces no single characters, which are rarely words there.
    pub(super) fn words(&self, text: &str) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut from = 0;
        for name in self.names.find_iter(text) {
            if is_at_word_edges(text, name.start(), name.end(), false) {
                self.plain_words(text, from..name.start(), &mut words);
                words.push(name.range());
                from = name.end();
            }
        }
        self.plain_words(text, from..text.len(), &mut words);
        words
    }

    fn plain_words(&self, text: &str, within: Range<usize>, words: &mut Vec<Range<usize>>) {
        let mut at = within.start;
        while at < within.end {
            let rest = &text[at..within.end];
            let kind = |c: char| (is_unspaced(c), is_word(c));
            let first = kind(rest.chars().next().expect("there is a rest"));
            let run = &rest[..rest.find(|c| kind(c) != first).unwrap_or(rest.len())];
            match first {
                // 3440万美元: what belongs to the number is no part of the word.
                (true, _) if text[..at].ends_with(|c: char| c.is_ascii_digit()) => {
                    let bare = run.trim_start_matches(is_numeral);
                    self.unspaced_words(bare, at + run.len() - bare.len(), words);
                }
                (true, _) => self.unspaced_words(run, at, words),
                (_, true) if is_telling(run) => words.push(at..at + run.len()),
                _ => {}
            }
            at += run.len();
        }
    }

    fn unspaced_words(&self, run: &str, start: usize, words: &mut Vec<Range<usize>>) {
        let Some(chinese) = &self.chinese else { return };
        let (mut at, mut rest) = (start, run);
        for token in chinese.cut(&self.simplify(run), true) {
            // One character for one, but not always in as many bytes.
            let count = token.word.chars().count();
            let (word, behind) = rest.split_at(byte_of_char(rest, count));
            if count > 1 && !word.chars().all(is_numeral) {
                words.push(at..at + word.len());
            }
            (at, rest) = (at + word.len(), behind);
        }
    }

    fn simplify(&self, text: &str) -> String {
        text.chars().map(|c| self.simplified.get(&c).copied().unwrap_or(c)).collect()
    }
}

/// Whether a word of a script with spaces is more than a number, an ordinal or a letter.
fn is_telling(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_some()
}

/// The names of what the corpus' schemes label at each mention, such as people and states, folded.
fn names(config: &Config, folding: &Folding) -> BTreeSet<String> {
    let named = config.schemes.iter().filter(|scheme| scheme.mention);
    let texts = named.flat_map(names_of);
    let folded = texts.map(|name| folding.fold(name).text.trim().to_owned());
    folded.filter(|name| name.chars().nth(1).is_some()).collect()
}

/// Labels and terms. Terms that are no plain words (to the letter, beginnings of words) are rather
/// signs of a name than names.
fn names_of(scheme: &Scheme) -> impl Iterator<Item = &str> {
    scheme.concepts.iter().flat_map(|concept| {
        let signals = concept.signals.iter().filter(|signal| signal.weight > 0.0);
        let terms = signals.flat_map(|signal| signal.terms.iter().map(String::as_str));
        concept
            .label
            .texts()
            .chain(terms.filter(|term| !term.starts_with('=') && !term.contains('*')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(names: &[&str], text: &str) -> Vec<String> {
        let folding = Folding::new([text].into_iter());
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let segmenter = Segmenter::with_names(&names, &folding, [text].into_iter());
        segmenter.words(text).into_iter().map(|word| text[word].to_owned()).collect()
    }

    #[test]
    fn chinese_is_cut_into_words_and_numbers_are_none() {
        assert_eq!(
            words(&[], "俄罗斯与朝鲜在2024年签署了二十三项协议,贸易额达3440万美元"),
            ["俄罗斯", "朝鲜", "签署", "协议", "贸易额", "美元"]
        );
    }

    #[test]
    fn words_are_told_in_either_script() {
        assert_eq!(
            words(&["崔善姬"], "俄羅斯與朝鮮關係發展，崔善姬簽署協議"),
            ["俄羅斯", "朝鮮", "關係", "發展", "崔善姬", "簽署", "協議"]
        );
    }

    #[test]
    fn names_are_words_as_a_whole() {
        let text = "kim jong un met akim jong un in north korea; north koreans";
        assert_eq!(
            words(&["kim jong un", "north korea"], text),
            ["kim jong un", "met", "akim", "jong", "un", "in", "north korea", "north", "koreans"]
        );
        assert!(words(&["崔善姬"], "外相崔善姬访问").contains(&"崔善姬".to_owned()));
    }

    #[test]
    fn letters_ordinals_and_numbers_are_no_words() {
        assert_eq!(words(&[], "the kim's 18th u n 2.5 x2 b52"), ["the", "kim", "x2", "b52"]);
    }
}
