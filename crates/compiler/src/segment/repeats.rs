//! Which passages say again what an earlier one of the same document says?

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;
use vitrine_corpus::model::{Passage, Role};

use super::units::begins_item;
use crate::folding::{Folding, is_han};

/// Length of the shingles, in characters.
const SHINGLE: usize = 5;

/// A passage repeats another if they have this share of their shingles in common.
const SHARE: f64 = 0.85;

/// It also does if the other has this share of its own: a lead that is printed again and cut short, perhaps with
/// a word or two before it.
const PART: f64 = 0.9;

/// Shorter passages are repeats only if they are the same to the letter: a few words are soon alike.
const MIN_LENGTH: usize = 40;

/// A kicker is at most so many characters, …
const MAX_KICKER: usize = 12;

/// … and what stands behind it at least so many.
const MIN_TITLE: usize = 8;

/// A title without the kicker before it (“Opinion / The two ends of the bridge”), as it may be printed again.
fn without_kicker(title: &str) -> Option<&str> {
    let (kicker, rest) = title.split_once(['/', '|', '／', '｜', '丨'])?;
    let rest = rest.trim();
    let is_kicker = (1..=MAX_KICKER).contains(&kicker.trim().chars().count());
    (is_kicker && rest.chars().count() >= MIN_TITLE).then_some(rest)
}

/// A passage without the word before it which says that it stands elsewhere, too: “Pull quote: …”.
fn without_label(text: &str) -> Option<&str> {
    const LABELS: [&str; 8] =
        ["pull quote", "pullquote", "quote", "key quote", "金句", "摘句", "引语", "引語"];
    let (label, rest) = text.split_once([':', '：', '】', ']'])?;
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    LABELS.contains(&label.as_str()).then_some(rest)
}

/// A sentence is pulled from the text with at least so many letters of Latin script, or so many Chinese characters, …
const MIN_PULLED: usize = 12;
const MIN_PULLED_HAN: usize = 6;

/// … at most so many, …
const MAX_PULLED: usize = 120;

/// … and from one of so many passages before.
const LOOK_BACK: usize = 60;

/// Letters and digits alone.
fn letters(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a passage says that is one quotation and nothing else, as its letters.
fn quoted(text: &str) -> Option<String> {
    const OPENING: [char; 5] = ['“', '"', '‘', '「', '『'];
    const CLOSING: [char; 5] = ['”', '"', '’', '」', '』'];
    let inside = text.trim().strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
    let letters = letters(inside);
    let count = letters.chars().count();
    let least = if letters.chars().any(is_han) { MIN_PULLED_HAN } else { MIN_PULLED };
    let is_one = !inside.contains(['“', '”', '"', '「', '」']);
    (is_one && (least..=MAX_PULLED).contains(&count)).then_some(letters)
}

/// What a passage says behind the words that announce it as said before: “As we said above, …”, 如前所述,….
fn announced(text: &str) -> Option<&str> {
    static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = concat!(
            r"(?i)^as (i|we|has been|was|is)?\s?(have |had |already |just )*(said|noted|stated|shown|seen|argued|written|mentioned|remarked|observed|pointed out)",
            r"( (already|before|earlier|above|elsewhere|at (the|our) (outset|beginning|start)|in the (introduction|first part|opening|previous (section|chapter))))*[,:] ?",
            r"|^(to repeat|once more|i repeat|we repeat)[,:] ?",
            r"|^(正)?如(本文|笔者|筆者|我们|我們)?(前文|上文|前面|前述|文首|开头|開頭|开篇|開篇|前|上)(所|已|中)?(言|述|说|說|示|指出|提到|提及|论述|論述)[的]?[,，:：]",
            r"|^(前文|上文|前面)(已|已经|已經|曾)?(说|說|指出|提到|提及|论及|論及)过?過?[,，:：]",
            r"|^(重申一遍|再说一遍|再說一遍|再重复一遍|再重複一遍)[,，:：]",
        );
        Regex::new(pattern).expect("the pattern is right")
    });
    ANNOUNCED.find(text).map(|words| &text[words.end()..])
}

/// Words stand in another passage too if so many characters of them do without a break, …
const MIN_ECHO: usize = 6;

/// … and a short passage echoes another in which such words of it make up this share of all.
const ECHO: f64 = 0.75;

/// A passage that echoes another has at least so many letters, one run of at least so many stands in both, …
const MIN_ECHOING: usize = 16;
const MIN_LONGEST_ECHO: usize = 10;

/// … and it has at most so many.
const MAX_ECHOING: usize = 80;

/// What it echoes has at least this share of its shingles: of six letters that stand in both, two shingles do.
const ECHOED_SHINGLES: f64 = 0.25;

/// How many letters of `said` stand in `other` in long runs, and how many the longest has.
fn shared_runs(said: &[char], other: &str) -> (usize, usize) {
    let (mut shared, mut longest, mut from) = (0, 0, 0);
    while from + MIN_ECHO <= said.len() {
        let stands = |length: usize| {
            let run: String = said[from..from + length].iter().collect();
            other.contains(&run)
        };
        let length = (MIN_ECHO..=said.len() - from).take_while(|length| stands(*length)).last();
        shared += length.unwrap_or(0);
        longest = longest.max(length.unwrap_or(0));
        from += length.unwrap_or(1);
    }
    (shared, longest)
}

/// The earlier passage that a short one in Chinese says once more, its parts perhaps in another order, as a text
/// ends on the words it began with.
fn echoed_from(
    passages: &[Passage],
    n: usize,
    shingles: usize,
    shared: &HashMap<usize, usize>,
) -> Option<usize> {
    let said: Vec<char> = letters(&passages[n].folded).chars().collect();
    let is_in_chinese = said.iter().filter(|c| is_han(**c)).count() * 2 > said.len();
    let is_short = (MIN_ECHOING..=MAX_ECHOING).contains(&said.len());
    if passages[n].role != Role::Content || !is_short || !is_in_chinese {
        return None;
    }
    let least = ECHOED_SHINGLES * shingles as f64;
    let is_near = |(n, shared): (&usize, &usize)| (*shared as f64 >= least).then_some(*n);
    let mut near: Vec<usize> = shared.iter().filter_map(is_near).collect();
    near.sort_unstable();
    near.into_iter().filter(|&n| passages[n].role == Role::Content).find(|&n| {
        let (shared, longest) = shared_runs(&said, &letters(&passages[n].folded));
        shared as f64 >= ECHO * said.len() as f64 && longest >= MIN_LONGEST_ECHO
    })
}

/// The earlier passage that one announces to say again, if what it says stands there to the letter.
fn announced_from(passages: &[Passage], n: usize) -> Option<usize> {
    let said = letters(announced(&passages[n].folded)?);
    let least = if said.chars().any(is_han) { MIN_PULLED_HAN } else { MIN_PULLED };
    let is_long = said.chars().count() >= least;
    (0..n).filter(|_| is_long).find(|&n| letters(&passages[n].folded).contains(&said))
}

/// Whether a line stands over the points that an article has made.
fn heads_points(text: &str) -> bool {
    static HEADS: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = concat!(
            r"(?i)^[【\[]?(key (points|takeaways)|(main )?takeaways|at a glance|in brief|the main points|",
            r"(本文|核心|主要)?(要点|要點)|(重点|重點)(回顾|回顧|摘要|提示)|(划|劃)(重点|重點))[】\]]?[:：]?$",
        );
        Regex::new(pattern).expect("the pattern is right")
    });
    HEADS.is_match(text)
}

/// Points are made again after so many passages of text; before that they are made first.
const MIN_TEXT: usize = 8;

/// A point says again what an earlier passage does if so many of its words stand there, …
const MIN_POINT: usize = 3;

/// … and this share of them.
const POINT: f64 = 0.3;

/// The beginnings of a passage's longer words, and its pairs of Chinese characters.
fn telling_words(folded: &str) -> HashSet<String> {
    /// A word is told by so many letters, …
    const STEM: usize = 5;
    /// … and tells something from so many on.
    const LEAST: usize = 4;
    let words = folded.split(|c: char| !c.is_alphanumeric() || is_han(c));
    let stems = words
        .filter(|word| word.chars().count() >= LEAST)
        .map(|word| word.chars().take(STEM).collect::<String>());
    let chars: Vec<char> = folded.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c)));
    stems.chain(pairs.map(|pair| pair.iter().collect())).collect()
}

/// The earlier passage whose point this one makes again: an item below a heading of such points, behind the text.
fn point_of(passages: &[Passage], n: usize) -> Option<usize> {
    let is_item = |passage: &Passage| begins_item(&passage.text);
    if !is_item(&passages[n]) {
        return None;
    }
    let heading = (n.saturating_sub(LOOK_BACK)..n).rev().find(|&n| !is_item(&passages[n]))?;
    let is_text = |passage: &&Passage| passage.role == Role::Content;
    if !heads_points(&passages[heading].text)
        || passages[..heading].iter().filter(is_text).count() < MIN_TEXT
    {
        return None;
    }
    let said = telling_words(&passages[n].folded);
    let shared = |n: usize| telling_words(&passages[n].folded).intersection(&said).count();
    let (shared, original) = (0..heading)
        .filter(|&n| passages[n].role == Role::Content)
        .map(|n| (shared(n), n))
        .max_by_key(|(shared, n)| (*shared, std::cmp::Reverse(*n)))?;
    (shared >= MIN_POINT && shared as f64 >= POINT * said.len() as f64).then_some(original)
}

/// The earlier passage from which this one is pulled: a line that is a quotation, part of which stands there to the
/// letter.
fn pulled_from(passages: &[Passage], n: usize) -> Option<usize> {
    let said = quoted(&passages[n].folded)?;
    let from = n.saturating_sub(LOOK_BACK);
    (from..n).find(|&n| {
        passages[n].role == Role::Content && letters(&passages[n].folded).contains(&said)
    })
}

/// Marks the repeats among the passages of one document; `first` is the index of the first.
pub(super) fn mark(passages: &mut [Passage], first: usize, folding: &Folding) {
    let mut by_text: HashMap<String, usize> = HashMap::new();
    let mut by_shingle: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut shingles_of: Vec<HashSet<u64>> = Vec::new();
    for n in 0..passages.len() {
        let passage = &passages[n];
        let folded = match without_label(&passage.text) {
            Some(said) => folding.fold(said).text.trim().to_owned(),
            None => passage.folded.trim().to_owned(),
        };
        let shingles = shingles(&folded);
        let shared = shared_shingles(&shingles, &by_shingle);
        // Furniture that comes again is furniture.
        let may_repeat = passage.role != Role::Boilerplate;
        let original = by_text
            .get(&folded)
            .copied()
            .or_else(|| near(&shingles, &shared, &shingles_of, folded.chars().count()))
            .or_else(|| pulled_from(passages, n))
            .or_else(|| announced_from(passages, n))
            .or_else(|| point_of(passages, n))
            .or_else(|| echoed_from(passages, n, shingles.len(), &shared));
        match original.filter(|_| may_repeat) {
            Some(original) => passages[n].repeats = Some((first + original) as u32),
            None if may_repeat => {
                let is_title = passage.role == Role::Heading && passage.depth == 1;
                if let Some(rest) = without_kicker(&passage.text).filter(|_| is_title) {
                    by_text.entry(folding.fold(rest).text.trim().to_owned()).or_insert(n);
                }
                by_text.entry(folded).or_insert(n);
                for &shingle in &shingles {
                    by_shingle.entry(shingle).or_default().push(n);
                }
            }
            None => {}
        }
        shingles_of.push(shingles);
    }
}

fn shingles(folded: &str) -> HashSet<u64> {
    let chars: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    chars
        .windows(SHINGLE)
        .map(|shingle| {
            // FNV-1a: the sets live for one document, so a short hash is enough.
            shingle.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, &c| {
                (hash ^ u64::from(c)).wrapping_mul(0x100_0000_01b3)
            })
        })
        .collect()
}

/// How many shingles each earlier passage shares with this one.
fn shared_shingles(
    shingles: &HashSet<u64>,
    by_shingle: &HashMap<u64, Vec<usize>>,
) -> HashMap<usize, usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for passage in shingles.iter().filter_map(|shingle| by_shingle.get(shingle)).flatten() {
        *shared.entry(*passage).or_default() += 1;
    }
    shared
}

/// The earlier passage that shares enough shingles with this one.
fn near(
    shingles: &HashSet<u64>,
    shared: &HashMap<usize, usize>,
    shingles_of: &[HashSet<u64>],
    length: usize,
) -> Option<usize> {
    if length < MIN_LENGTH {
        return None;
    }
    let similarity = |passage: usize, shared: usize| {
        shared as f64 / (shingles.len() + shingles_of[passage].len() - shared).max(1) as f64
    };
    let is_part = |shared: usize| shared as f64 >= PART * shingles.len() as f64;
    shared
        .iter()
        .map(|(&passage, &shared)| (similarity(passage, shared), passage, shared))
        .filter(|(similarity, _, shared)| *similarity >= SHARE || is_part(*shared))
        .map(|(similarity, passage, _)| (similarity, passage))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .map(|(_, passage)| passage)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these passages says again which.
    fn repeats(texts: &[(Role, &str)]) -> Vec<Option<u32>> {
        let folding = Folding::new(texts.iter().map(|(_, text)| *text));
        let mut passages: Vec<Passage> = texts
            .iter()
            .map(|&(role, text)| Passage {
                role,
                depth: u8::from(role == Role::Heading),
                folded: folding.fold(text).text,
                ..crate::samples::passage(text)
            })
            .collect();
        mark(&mut passages, 0, &folding);
        passages.iter().map(|passage| passage.repeats).collect()
    }

    #[test]
    fn a_title_is_said_again_without_its_kicker() {
        let title = "Opinion / The two ends of the bridge";
        let again = "The two ends of the bridge";
        let said = [(Role::Heading, title), (Role::Content, again), (Role::Content, "Opinion")];
        assert_eq!(repeats(&said), [None, Some(0), None]);
        assert_eq!(without_kicker("Either/or"), None);
        assert_eq!(without_kicker("The two ends of the bridge / again and again"), None);
    }

    #[test]
    fn what_is_pulled_from_the_text_is_said_again() {
        let text = "The miller said that neither village could have fed the other without the bridge, and went.";
        let again = "PULL QUOTE: Neither village could have fed the other without the bridge";
        assert_eq!(repeats(&[(Role::Content, text), (Role::Content, again)]), [None, Some(0)]);
    }

    #[test]
    fn what_is_announced_as_said_before_is_said_again() {
        let text = "We hold that a village may grumble, but it does not leave the valley, and that is all.";
        let again =
            "As we said at the outset, a village may grumble, but it does not leave the valley.";
        let other =
            "As we said at the outset, a village may grumble, and leave the valley in the end.";
        let said = [(Role::Content, text), (Role::Content, again), (Role::Content, other)];
        assert_eq!(repeats(&said), [None, Some(0), None]);
        let text = "本文认为,两村都不愿分水,但水还是要分的。";
        let again = "正如前文所言,两村都不愿分水,但水还是要分的。";
        assert_eq!(repeats(&[(Role::Content, text), (Role::Content, again)]), [None, Some(0)]);
        assert_eq!(announced("As the miller said, the bridge stands."), None);
        assert_eq!(announced("如前往上村,要先过河。"), None);
    }

    #[test]
    fn points_are_made_again_behind_the_text() {
        let text =
            "The council of the valley condemned the flooding of the mill and widened the canal.";
        let points = [
            (Role::Heading, "KEY POINTS"),
            (Role::Content, "- Valley council condemns flooding; wider canal to come"),
            (Role::Content, "- Bakers elsewhere were never asked about prices"),
        ];
        let filler: Vec<String> = (0..MIN_TEXT).map(|n| format!("Other words {n}.")).collect();
        let mut said: Vec<(Role, &str)> = vec![(Role::Content, text)];
        said.extend(filler.iter().map(|text| (Role::Content, text.as_str())));
        said.extend(points);
        assert_eq!(repeats(&said)[MIN_TEXT + 2..], [Some(0), None]);
        // Over the text they are made first.
        let first = [points[0], points[1], (Role::Content, text)];
        assert_eq!(repeats(&first), [None, None, None]);
    }

    #[test]
    fn a_text_may_end_on_the_words_it_began_with() {
        let text = "“我们要的不是换一座新的石桥,而是每个村子都有一条通到河边的路。”上村的老人说。";
        let again = "换一座新的石桥不是目的,每个村子都有一条通到河边的路,才是。";
        let other = "每个村子都有一条路,上村的老人要换一座木桥,下村的人不要。";
        let said = [(Role::Content, text), (Role::Content, again), (Role::Content, other)];
        assert_eq!(repeats(&said), [None, Some(0), None]);
    }

    #[test]
    fn a_short_quotation_is_pulled_from_what_says_it() {
        let text = "“We fed the other village,” the miller said, “and nobody thanked us for it.”";
        let again = "“Nobody thanked us for it”";
        let other = "“Nobody thanked the miller”";
        let said = [(Role::Content, text), (Role::Content, again), (Role::Content, other)];
        assert_eq!(repeats(&said), [None, Some(0), None]);
        // Whoever says it without the marks says it himself.
        let plain = [(Role::Content, text), (Role::Content, "Nobody thanked us for it")];
        assert_eq!(repeats(&plain), [None, None]);
        let chinese = [
            (Role::Content, "他說,橋斷了人還在,大家都知道。"),
            (Role::Content, "「橋斷了,人還在」"),
        ];
        assert_eq!(repeats(&chinese), [None, Some(0)]);
    }
}
