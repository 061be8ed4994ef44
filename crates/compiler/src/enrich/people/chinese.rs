//! Which characters of a Chinese text are a person's name? A transcription with a dot in it; a name with its Latin form
//! in brackets; a family name, or a transcription, behind an office and before a word that follows names; a
//! transcription before a rank, or before what a quotation is said with; the names of a byline.
//!
//! Chinese sets no spaces, so where a name begins and ends is asked of the dictionary: no word of it may reach over
//! the name's edge.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use vitrine_corpus::model::Role;

use super::keep_apart;
use super::latin::{self, Latin};
use super::lists::Lists;
use crate::folding::{Folding, is_han};
use crate::terms::tagged;

/// How far a name or its neighbours reach at most, in characters.
const REACH: usize = 10;

/// The longest part of a transcribed name, in characters.
const LONGEST_PART: usize = 8;

/// A title of a work is no longer, in characters.
const LONGEST_TITLE: usize = 80;

/// Words of so many characters are no accident of single ones.
const WORD: usize = 2;

/// What a name with a dot is to have at least, in characters.
const SHORTEST_DOTTED: usize = 3;

/// The marks between the parts of a transcribed name.
pub(super) const DOTS: [char; 7] =
    ['\u{b7}', '\u{30fb}', '\u{2027}', '\u{2022}', '\u{ff65}', '\u{2e31}', '\u{22c5}'];

/// Characters that transcribe, and are words by themselves: at a name's edge they are rather the latter.
const AMBIGUOUS: &str = "\u{591a}\u{56e0}\u{82e5}\u{8ba9}\u{8fde}\u{5373}";

/// A transcription that nothing else speaks for than what is behind it has so many characters at least.
const LONG: usize = 3;

/// A transcription that only speaks has so many characters at least: firms do, too.
const LONGER: usize = 4;

/// What ends the words for people: man, who does it, staff, pupil, worker, people, master.
const PEOPLE: &str = "\u{4eba}\u{8005}\u{5458}\u{751f}\u{5de5}\u{6c11}\u{5e08}";

/// With what a quotation is said: says, recalls, tells, laughs, sighs.
const SAYING: [&str; 6] = ["说", "回忆", "坦言", "告诉", "笑道", "感叹"];

/// Words of one character that stand before a name: and, by, to, of, is, at.
const LEADING: &str = "和与及跟由对向据是在而被让给为把将以";

/// What does not stand alone before a dot in a person's name: big, west, south, sea.
const NO_GIVEN: &str = "\u{5927}\u{897f}\u{5357}\u{6d77}";

/// What may stand before the label of a byline: of this article, number, page, paper, site.
const OF_THIS: [&str; 6] = ["本文", "本期", "本版", "本报", "本刊", "本网"];

/// What Japanese given names end with that are words of Chinese, too.
const JAPANESE_ENDINGS: &str = "郎子男夫美雄彦介助树";

/// What stands behind a family name to tell where: on, below, in.
const PLACES: &str = "上下里中内外";

/// What stands behind a family name in place of a given name: Mr, Ms, Miss, Mrs, wife, teacher, master; offices and
/// ranks do, too.
const ADDRESS: [&str; 10] =
    ["先生", "女士", "小姐", "太太", "夫人", "老师", "师傅", "同志", "同学", "老板"];

/// What stands before the author whom a note tells to consult, the longer words first.
const CONSULT: [&str; 10] =
    ["参见", "参阅", "参看", "详见", "另见", "转引自", "引自", "转见", "见于", "见"];

/// What stands behind a name and tells that it is a person's, whoever bears it.
const TITLES: [&str; 9] =
    ["副教授", "教授", "副研究员", "研究员", "博士", "院士", "讲师", "女士", "先生"];

/// What those are called who write reports.
const REPORTERS: [&str; 3] = ["记者", "通讯员", "编辑"];

/// What hides a given name: a certain Park.
const SOMEBODY: char = '\u{67d0}';

/// How a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A transcription with a dot.
    Dotted,
    /// A transcription of the family name alone.
    Transcribed,
    /// A family name of China or its neighbours, and a given name.
    Chinese,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) span: Range<usize>,
    pub(super) form: Form,
    /// How the text writes it in Latin letters.
    pub(super) latin: Option<String>,
}

/// A text, character by character.
struct Text<'a> {
    text: &'a str,
    /// In Simplified form.
    chars: Vec<char>,
    /// Where each begins; one more for the end.
    starts: Vec<usize>,
}

/// Part of a text, in characters.
type Part = Range<usize>;

impl<'a> Text<'a> {
    fn new(text: &'a str, simplified: &HashMap<char, char>) -> Text<'a> {
        let simplified = |c: char| match c {
            '\0'..='\x7f' => c,
            _ => simplified.get(&c).copied().unwrap_or(c),
        };
        let chars = text.chars().map(simplified).collect();
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Text { text, chars, starts }
    }

    fn at(&self, n: usize) -> Option<char> {
        self.chars.get(n).copied()
    }

    fn before(&self, n: usize) -> Option<char> {
        n.checked_sub(1).and_then(|n| self.at(n))
    }

    /// How many characters from a place on part the names of a list.
    fn between(&self, n: usize) -> usize {
        self.chars[n..].iter().take_while(|c| is_between(**c)).count()
    }

    /// Whether a word ends at a place, or one space before it.
    fn ends_at(&self, n: usize, word: &str) -> bool {
        let end = n - usize::from(self.before(n) == Some(' '));
        let length = word.chars().count();
        end >= length && self.chars[end - length..end].iter().copied().eq(word.chars())
    }

    fn is_dot(&self, n: usize) -> bool {
        self.at(n).is_some_and(|c| DOTS.contains(&c))
    }

    /// The characters of Chinese around a place, as far as names reach.
    fn run_around(&self, part: &Part) -> Part {
        let before = self.chars[..part.start].iter().rev().take(REACH);
        let before = before.take_while(|c| is_han(**c)).count();
        let after = self.chars[part.end..].iter().take(REACH);
        let after = after.take_while(|c| is_han(**c)).count();
        part.start - before..part.end + after
    }

    fn words(&self, part: Part) -> Vec<Token> {
        let run: String = self.chars[part.clone()].iter().collect();
        let mut at = part.start;
        let token = |(length, tag): (usize, &str)| {
            let part = at..at + length;
            at += length;
            Token { part, tag: tag.to_owned() }
        };
        tagged(&run).into_iter().map(token).collect()
    }

    fn part(&self, part: &Part) -> &'a str {
        &self.text[self.starts[part.start]..self.starts[part.end]]
    }

    fn span(&self, part: &Part) -> Range<usize> {
        self.starts[part.start]..self.starts[part.end]
    }

    /// The place of a character by its byte.
    fn place(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }
}

/// A word of the dictionary, or a character that is in none.
struct Token {
    part: Part,
    tag: String,
}

impl Token {
    fn is_word(&self) -> bool {
        self.part.len() >= WORD
    }

    fn is_name(&self) -> bool {
        self.tag.starts_with("nr")
    }

    fn is_place(&self) -> bool {
        self.tag == "ns"
    }

    /// Whether no name has it inside: verbs, adverbs, numbers, times, pronouns and what binds them.
    fn is_grammar(&self) -> bool {
        self.is_word() && self.tag.starts_with(['v', 'd', 'm', 't', 'p', 'c', 'r', 'f'])
    }
}

/// Tells persons' names in Chinese.
pub(super) struct Chinese {
    lists: &'static Lists,
    patterns: &'static Patterns,
    /// The Simplified form of each character of the corpus that is not its own.
    simplified: HashMap<char, char>,
}

/// What is looked for.
struct Patterns {
    offices: AhoCorasick,
    ranks: AhoCorasick,
    byline: Regex,
    /// A Chinese name in Latin letters, and the same in characters behind it.
    twice: Regex,
}

impl Patterns {
    fn get() -> &'static Patterns {
        static PATTERNS: OnceLock<Patterns> = OnceLock::new();
        PATTERNS.get_or_init(|| {
            let lists = Lists::get();
            let mut labels: Vec<&str> = lists.labels.iter().copied().collect();
            labels.sort_by_key(|label| (std::cmp::Reverse(label.len()), *label));
            let byline = format!("(?:{})\\s*[:/\u{ff1a}\u{ff0f}]\\s*", labels.join("|"));
            let twice = "([A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?) ?[(\u{ff08}]?(\\p{Han}{2,4})";
            let pattern = |pattern: &str| Regex::new(pattern).expect("it is a pattern");
            let longest = |words: &HashSet<&str>| {
                let automaton =
                    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
                automaton.expect("the offices fit into memory")
            };
            Patterns {
                offices: longest(&lists.chinese_offices),
                ranks: longest(&lists.chinese_ranks),
                byline: pattern(&byline),
                twice: pattern(twice),
            }
        })
    }
}

impl Chinese {
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a str>, folding: &Folding) -> Chinese {
        let characters: HashSet<char> = texts.flat_map(str::chars).filter(|&c| is_han(c)).collect();
        let simplified = characters.into_iter().map(|c| (c, folding.simplified(c)));
        let simplified = simplified.filter(|(from, to)| from != to).collect();
        Chinese { lists: Lists::get(), patterns: Patterns::get(), simplified }
    }

    fn read<'a>(&self, text: &'a str) -> Text<'a> {
        Text::new(text, &self.simplified)
    }

    /// The names of persons in a text, in order.
    pub(super) fn names(&self, text: &str, latin: &Latin<'_>) -> Vec<Name> {
        if !text.contains(is_han) {
            return Vec::new();
        }
        let text = self.read(text);
        let simplified: String = text.chars.iter().collect();
        let mut names = self.dotted(&text);
        self.before_chinese(&text, &mut names);
        names.extend(self.after_offices(&text, &simplified));
        names.extend(self.before_ranks(&text, &simplified));
        names.extend(self.before_titles(&text));
        names.extend(self.before_quotations(&text));
        names.extend(self.bylines(&text, &simplified));
        self.in_brackets(&text, latin, &mut names);
        names.retain(|name| !is_in_title(text.text, &name.span));
        // Of those that begin at one place, what was found first is surer.
        names.sort_by_key(|name| name.span.start);
        keep_apart(&mut names, |name| &name.span);
        names
    }

    /// The family name and the given name of a Chinese name, Simplified. `None` for what has no family name of China,
    /// and for what may be Japanese.
    pub(super) fn parted(&self, name: &str) -> Option<(String, String)> {
        let name: String = name.split_whitespace().collect();
        let text = self.read(&name);
        let family = self.surname(&text, &(0..text.chars.len()))?;
        let length = family.chars().count();
        let is_japanese = |length: usize| {
            let beginning = text.chars.get(..length).map(String::from_iter);
            beginning.is_some_and(|name| self.lists.japanese.contains(name.as_str()))
        };
        if length == 1 && (2..=3).any(is_japanese) {
            return None;
        }
        Some((family, text.chars[length..].iter().collect()))
    }

    /// Whether a text is a Chinese name and nothing else, as an author's.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let text = self.read(text);
        let all = 0..text.chars.len();
        text.chars.iter().all(|&c| is_han(c)) && self.is_chinese(&text, &all)
    }

    /// Whether a text is a transcription of a family name and nothing else, by its characters.
    pub(super) fn transcribes_name(&self, text: &str) -> bool {
        let text = self.read(text);
        let all = 0..text.chars.len();
        (WORD..=LONGEST_PART).contains(&all.len())
            && self.transcribes(&text, &all)
            && self.can_stand_alone(text.text)
    }

    /// Whether a part of a name can stand for it: no word and no place of its own.
    pub(super) fn can_stand_alone(&self, part: &str) -> bool {
        let text = self.read(part);
        let words = text.words(0..text.chars.len());
        text.chars.len() >= WORD && !words.iter().any(|word| word.is_word() && !word.is_name())
    }

    /// Whether a name found in a text has its edges where the words have theirs.
    pub(super) fn is_bounded(&self, text: &str, span: &Range<usize>) -> bool {
        let back = text[..span.start].chars().rev().take(REACH).map(char::len_utf8).sum::<usize>();
        let on = text[span.end..].chars().take(REACH).map(char::len_utf8).sum::<usize>();
        let text = self.read(&text[span.start - back..span.end + on]);
        let part = text.place(back)..text.place(back + span.len());
        let is_part_of_dotted =
            text.is_dot(part.end) || part.start.checked_sub(1).is_some_and(|n| text.is_dot(n));
        !is_part_of_dotted && !self.is_cut(&text, &part)
    }

    /// Whether a word of the dictionary reaches over an edge of the part, or a longer name has it inside.
    fn is_cut(&self, text: &Text<'_>, part: &Part) -> bool {
        text.words(text.run_around(part)).iter().any(|word| {
            let touches = word.part.start < part.end && part.start < word.part.end;
            touches && (word.part.start < part.start || word.part.end > part.end)
        })
    }

    /// Transcriptions with dots.
    fn dotted(&self, text: &Text<'_>) -> Vec<Name> {
        let mut names = Vec::new();
        let mut at = 0;
        while let Some(dot) = (at..text.chars.len()).find(|&n| text.is_dot(n)) {
            let part = self.dotted_at(text, dot);
            at = part.end.max(dot + 1);
            if self.is_person(text, &part) {
                names.push(Name { span: text.span(&part), form: Form::Dotted, latin: None });
            }
        }
        names
    }

    /// The parts before and behind a dot, and behind the dots that follow.
    fn dotted_at(&self, text: &Text<'_>, dot: usize) -> Part {
        let start = self.begins(text, dot);
        let mut end = dot;
        while text.is_dot(end) {
            let next = self.ends(text, end + 1);
            if next == end + 1 {
                break;
            }
            end = next;
        }
        start..end
    }

    /// Where a transcription that ends here begins.
    fn begins(&self, text: &Text<'_>, end: usize) -> usize {
        let words = text.words(text.run_around(&(end..end)).start..end);
        let mut start = end;
        for word in words.iter().rev() {
            let is_first = start == end;
            let is_long = end - word.part.start > LONGEST_PART;
            let is_other =
                !is_first && (word.is_grammar() || word.is_place() && word.part.len() > WORD);
            if is_long || is_other || !self.transcribes(text, &word.part) {
                break;
            }
            start = word.part.start;
        }
        if end - start > WORD && text.at(start).is_some_and(|c| AMBIGUOUS.contains(c)) {
            start += 1;
        }
        let has_hyphen = start < end && text.before(start) == Some('-');
        if has_hyphen
            && text.before(start - 1).is_some_and(|c| self.lists.transcription.contains(&c))
        {
            return self.begins(text, start - 1);
        }
        start
    }

    /// Where a transcription that begins here ends.
    fn ends(&self, text: &Text<'_>, start: usize) -> usize {
        let words = text.words(start..text.run_around(&(start..start)).end);
        let mut end = start;
        for word in &words {
            let is_long = word.part.end - start > LONGEST_PART;
            let is_other = end - start >= WORD && word.is_grammar();
            if is_long || is_other || !self.transcribes(text, &word.part) {
                break;
            }
            end = word.part.end;
        }
        let is_ambiguous = text.before(end).is_some_and(|c| AMBIGUOUS.contains(c));
        if end - start > WORD && is_ambiguous && !self.is_edge(text, end) {
            end -= 1;
        }
        let goes_on = end > start && text.at(end) == Some('-');
        if goes_on && text.at(end + 1).is_some_and(|c| self.lists.transcription.contains(&c)) {
            return self.ends(text, end + 1);
        }
        end
    }

    fn transcribes(&self, text: &Text<'_>, part: &Part) -> bool {
        text.chars[part.clone()].iter().all(|c| self.lists.transcription.contains(c))
    }

    /// Whether a row of parts with dots between them is a person.
    fn is_person(&self, text: &Text<'_>, part: &Part) -> bool {
        let parts: Vec<Part> = parts(text, part);
        let length: usize = parts.iter().map(Range::len).sum();
        let is_alone = |part: &Part| {
            part.len() == 1 && text.at(part.start).is_some_and(|c| NO_GIVEN.contains(c))
        };
        let is_place = |part: &Part| text.words(part.clone()).iter().all(Token::is_place);
        parts.len() > 1
            && parts.iter().all(|part| !part.is_empty())
            && length >= SHORTEST_DOTTED
            && !is_alone(&parts[0])
            && parts.iter().filter(|part| is_place(part)).count() < 2
            && !self.is_thing(text, part)
            && !text.is_dot(part.end)
    }

    /// Whether what stands around a name says that it is a ship, a firm, a street, a work.
    fn is_thing(&self, text: &Text<'_>, part: &Part) -> bool {
        let rest = text.chars[part.end..].iter().take(REACH).collect::<String>();
        let is_quoted = text.before(part.start).is_some_and(is_opening)
            && text.at(part.end).is_some_and(is_closing);
        is_quoted || self.lists.no_person.iter().any(|word| rest.starts_with(word))
    }

    /// Names with their Latin form in brackets.
    fn in_brackets(&self, text: &Text<'_>, latin: &Latin<'_>, names: &mut Vec<Name>) {
        let ends = names.iter().enumerate().map(|(n, name)| (text.place(name.span.end), n));
        let ends: HashMap<usize, usize> = ends.collect();
        let brackets = (0..text.chars.len()).filter(|&n| matches!(text.chars[n], '(' | '\u{ff08}'));
        for bracket in brackets {
            let Some(written) = in_bracket(text, bracket).filter(|written| latin.is_name(written))
            else {
                continue;
            };
            let is_spaced = text.before(bracket) == Some(' ');
            let end = bracket - usize::from(is_spaced);
            if let Some(&n) = ends.get(&end) {
                names[n].latin = Some(written.to_owned());
                continue;
            }
            let (part, form) = match self.with_latin(text, end, written) {
                Some(part) => (part, Form::Chinese),
                None => (self.begins(text, end)..end, Form::Transcribed),
            };
            let is_told = form == Form::Chinese || latin.begins_with_a_given_name(written);
            if part.len() >= WORD && is_told && !self.is_thing(text, &part) {
                names.push(Name { span: text.span(&part), form, latin: Some(written.to_owned()) });
            }
        }
    }

    /// The Chinese name before this place that has as many syllables as its Latin form and the same family name.
    fn with_latin(&self, text: &Text<'_>, end: usize, written: &str) -> Option<Part> {
        let start = end.checked_sub(latin::syllables(written)?)?;
        let part = start..end;
        let forms = &self.lists.surnames.get(&*self.surname(text, &part)?)?;
        let words: Vec<String> = written.split(' ').map(latin::plain).collect();
        let is_family = |word: Option<&String>| word.is_some_and(|word| forms.contains(word));
        (is_family(words.first()) || is_family(words.last())).then_some(part)
    }

    /// Liu Heng and the same in Chinese behind it.
    fn before_chinese(&self, text: &Text<'_>, names: &mut Vec<Name>) {
        for found in self.patterns.twice.captures_iter(text.text) {
            let (latin, chinese) = (&found[1], found.get(2).expect("the group is in the pattern"));
            let start = text.place(chinese.start());
            let length = latin::syllables(latin).unwrap_or(0);
            let end = start + length;
            let is_whole = length >= WORD
                && length <= chinese.as_str().chars().count()
                && self.is_edge(text, end);
            if is_whole && self.with_latin(text, end, latin) == Some(start..end) {
                let span = text.span(&(start..end));
                names.push(Name { span, form: Form::Chinese, latin: Some(latin.to_owned()) });
            }
        }
    }

    /// Names behind offices: of China by their family names, others by how they are written.
    fn after_offices(&self, text: &Text<'_>, simplified: &str) -> Vec<Name> {
        let mut names = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        let mut chars = (0, 0);
        for office in self.patterns.offices.find_iter(simplified) {
            chars.1 += simplified[chars.0..office.end()].chars().count();
            chars.0 = office.end();
            ends.push(chars.1);
        }
        for end in ends {
            let around = text.words(text.run_around(&(end..end)));
            if !around.iter().any(|word| word.part.end == end) {
                continue;
            }
            let start = end + usize::from(text.at(end) == Some(' '));
            let found = self.chinese_at(text, start).or_else(|| self.japanese_at(text, start));
            let found = found.map(|part| (part, Form::Chinese));
            let found =
                found.or_else(|| Some((self.transcribed_at(text, start)?, Form::Transcribed)));
            if let Some((part, form)) = found {
                let behind = part.end;
                names.push(Name { span: text.span(&part), form, latin: None });
                if REPORTERS.iter().any(|word| text.ends_at(start, word)) {
                    names.extend(self.other_reporters(text, behind));
                }
            }
        }
        names
    }

    /// The names that are listed behind that of a reporter, up to the end of the bracket or the text: (记者 张三 李四).
    fn other_reporters(&self, text: &Text<'_>, behind: usize) -> Vec<Name> {
        let mut names = Vec::new();
        let mut at = behind + text.between(behind);
        if at > behind {
            self.listed(text, &mut at, &mut names);
        }
        let is_closed = text.at(at).is_none_or(|c| matches!(c, ')' | '\u{ff09}'));
        if is_closed { names } else { Vec::new() }
    }

    /// Transcribed names before ranks, which nobody bears but a person: 迪亚洛上尉. Offices do not tell so: the word
    /// before a governor is as often a place.
    fn before_ranks(&self, text: &Text<'_>, simplified: &str) -> Vec<Name> {
        let mut names = Vec::new();
        let mut chars = (0, 0);
        for rank in self.patterns.ranks.find_iter(simplified) {
            chars.1 += simplified[chars.0..rank.start()].chars().count();
            chars.0 = rank.start();
            let part = self.begins(text, chars.1)..chars.1;
            if part.len() >= LONG && self.is_whole(text, &part) {
                names.push(Name { span: text.span(&part), form: Form::Transcribed, latin: None });
            }
        }
        names
    }

    /// Chinese names before what scholars are called, where nothing Chinese stands before them but what binds:
    /// 沈志华教授认为. What they teach stands there as well, but is a word.
    fn before_titles(&self, text: &Text<'_>) -> Vec<Name> {
        let mut names = Vec::new();
        for end in WORD..text.chars.len() {
            let is_title =
                |title: &&str| title.chars().enumerate().all(|(n, c)| text.at(end + n) == Some(c));
            if !TITLES.iter().any(is_title) {
                continue;
            }
            let fits = |part: &Part| {
                let begins =
                    text.before(part.start).is_none_or(|c| !is_han(c) || LEADING.contains(c));
                begins
                    && text.chars[part.clone()].iter().all(|c| is_han(*c))
                    && self.is_chinese(text, part)
                    && text.words(part.clone()).iter().all(|word| !word.is_word() || word.is_name())
                    && !self.is_cut(text, part)
            };
            let parts = (2..=3).rev().filter(|length| *length <= end).map(|n| end - n..end);
            if let Some(part) = parts.into_iter().find(fits) {
                names.push(Name { span: text.span(&part), form: Form::Chinese, latin: None });
            }
        }
        names
    }

    /// Transcribed names of those who are quoted: “……”三十岁的焊工别克博洛特说.
    fn before_quotations(&self, text: &Text<'_>) -> Vec<Name> {
        let mut names = Vec::new();
        for end in 1..text.chars.len() {
            let says =
                |word: &str| word.chars().enumerate().all(|(n, c)| text.at(end + n) == Some(c));
            let Some(verb) = SAYING.into_iter().find(|verb| says(verb)) else { continue };
            let part = self.begins(text, end)..end;
            if part.len() < LONGER || !self.is_whole(text, &part) {
                continue;
            }
            let behind = end + verb.chars().count();
            if is_quotation(text, part.start, behind) {
                names.push(Name { span: text.span(&part), form: Form::Transcribed, latin: None });
            }
        }
        names
    }

    /// Whether a transcription is a whole name by what stands before it and by the words in it, and no word or place.
    fn is_whole(&self, text: &Text<'_>, part: &Part) -> bool {
        let is_before = |c: char| LEADING.contains(c) || PEOPLE.contains(c);
        let is_free = text
            .before(part.start)
            .is_none_or(|c| !is_han(c) && !DOTS.contains(&c) || is_before(c));
        // The dictionary has names with a form of address in them: 雷先生.
        let cuts = || {
            let words = text.words(text.run_around(part));
            words.iter().any(|word| {
                let touches = word.part.start < part.end && part.start < word.part.end;
                let reaches = word.part.end > part.end && !word.is_name();
                touches && (word.part.start < part.start || reaches)
            })
        };
        let own: String = text.chars[part.clone()].iter().collect();
        !self.lists.states.contains(own.as_str())
            && is_free
            && text.words(part.clone()).iter().all(|word| !word.is_word() || word.is_name())
            && !cuts()
    }

    /// The Chinese name that begins here and has an edge behind it.
    fn chinese_at(&self, text: &Text<'_>, start: usize) -> Option<Part> {
        let rest = text.chars[start..].iter().take(4).take_while(|c| is_han(**c)).count();
        let fits = |length: &usize| {
            let part = start..start + length;
            self.is_edge(text, part.end)
                && self.is_chinese(text, &part)
                && !self.is_cut(text, &part)
        };
        let lengths: Vec<usize> = (2..=rest).rev().filter(fits).collect();
        // A third character that follows names is hardly part of one.
        let shorter = lengths.iter().copied().find(|length| {
            let next = text.at(start + length);
            next.is_some_and(|c| self.lists.follow.contains(c.to_string().as_str()))
        });
        let length = shorter.or(lengths.first().copied())?;
        Some(start..start + length)
    }

    /// The Japanese name that begins here and has an edge behind it: a family name of two characters or more, and a
    /// given name.
    fn japanese_at(&self, text: &Text<'_>, start: usize) -> Option<Part> {
        let is_family = |length: &usize| {
            let family = text.chars.get(start..start + length);
            family.is_some_and(|family| {
                self.lists.japanese.contains(family.iter().collect::<String>().as_str())
            })
        };
        let given = start + (2..=3).rev().find(is_family)?;
        // A word there is what is said of them: 山田方面, 佐佐木指出.
        let is_other = |word: &Token| {
            let last = text.before(word.part.end);
            word.is_word() && !word.is_name() && !last.is_some_and(|c| JAPANESE_ENDINGS.contains(c))
        };
        let fits = |part: &Part| {
            let own = given..part.end;
            let has_place = own.len() == 1 && text.at(given).is_some_and(|c| PLACES.contains(c));
            text.chars[own.clone()].iter().all(|c| is_han(*c))
                && !has_place
                && !text.words(own).iter().any(is_other)
                && self.is_edge(text, part.end)
                && !self.is_cut(text, part)
        };
        let parts = (1..=3).rev().map(|length| start..given + length);
        parts.filter(|part| part.end <= text.chars.len()).find(fits)
    }

    /// Whether a part has the shape of a Chinese name: a family name, and one or two characters that are no word
    /// together with it.
    fn is_chinese(&self, text: &Text<'_>, part: &Part) -> bool {
        let Some(surname) = self.surname(text, part) else { return false };
        let given = part.start + surname.chars().count()..part.end;
        let is_other = |word: &Token| {
            word.is_word()
                && !word.is_name()
                && (word.part.start < given.start || word.part.end > given.end)
        };
        let is_hidden = text.chars[given.clone()].contains(&SOMEBODY);
        let own: String = text.chars[given.clone()].iter().collect();
        let is_address = ADDRESS.contains(&own.as_str())
            || self.lists.chinese_ranks.contains(own.as_str())
            || self.lists.chinese_offices.contains(own.as_str());
        !is_hidden
            && !is_address
            && (1..=2).contains(&given.len())
            && !text.words(part.clone()).iter().any(is_other)
    }

    /// The family name that a part begins with.
    fn surname(&self, text: &Text<'_>, part: &Part) -> Option<String> {
        let of = |length: usize| -> Option<String> {
            let surname: String = text.chars.get(part.start..part.start + length)?.iter().collect();
            let is_one = part.len() > length && self.lists.surnames.contains_key(surname.as_str());
            is_one.then_some(surname)
        };
        of(2).filter(|_| part.len() > 2).or_else(|| of(1))
    }

    /// The transcription that begins here and has an edge behind it. One of two characters must be known as a name.
    fn transcribed_at(&self, text: &Text<'_>, start: usize) -> Option<Part> {
        let part = start..self.ends(text, start);
        let words = text.words(part.clone());
        let is_known = || words.len() == 1 && words[0].is_name();
        let is_plain = words.iter().all(|word| !word.is_word() || word.is_name());
        let is_one = (part.len() > WORD || part.len() == WORD && is_known())
            && is_plain
            && self.is_edge(text, part.end)
            && !text.is_dot(part.end)
            && !self.is_cut(text, &part)
            && !self.is_thing(text, &part);
        is_one.then_some(part)
    }

    /// Whether a name may end here: nothing Chinese follows, or a word that follows names.
    fn is_edge(&self, text: &Text<'_>, end: usize) -> bool {
        let Some(next) = text.at(end) else { return true };
        if !is_han(next) {
            return !DOTS.contains(&next);
        }
        (1..=3).any(|length| {
            let word =
                text.chars.get(end..end + length).map(|chars| chars.iter().collect::<String>());
            word.is_some_and(|word| self.lists.follow.contains(word.as_str()))
        })
    }

    /// The names of bylines.
    fn bylines(&self, text: &Text<'_>, simplified: &str) -> Vec<Name> {
        let mut names = Vec::new();
        let mut chars = (0, 0);
        for label in self.patterns.byline.find_iter(simplified) {
            chars.1 += simplified[chars.0..label.end()].chars().count();
            chars.0 = label.end();
            let mut at = chars.1;
            let before = simplified[..label.start()].chars().next_back();
            // “Editor in charge of this article”, as journals say it.
            let is_own = OF_THIS.iter().any(|word| simplified[..label.start()].ends_with(word));
            if before.is_some_and(is_han) && !is_own {
                continue;
            }
            self.listed(text, &mut at, &mut names);
        }
        names.extend(self.photographers(text));
        names
    }

    /// Whose picture it is, in brackets behind what it shows: (张三摄).
    fn photographers(&self, text: &Text<'_>) -> Vec<Name> {
        let is_open = |n: usize| matches!(text.at(n), Some('(' | '\u{ff08}'));
        let is_closed = |n: usize| matches!(text.at(n), Some(')' | '\u{ff09}'));
        let taken = |open: usize| {
            let part = (2..=4).map(|length| open + 1..open + 1 + length);
            part.into_iter().find(|part| {
                text.at(part.end) == Some('摄')
                    && is_closed(part.end + 1)
                    && text.chars[part.clone()].iter().all(|c| is_han(*c))
                    && self.is_chinese(text, part)
            })
        };
        let name = |part: Part| Name { span: text.span(&part), form: Form::Chinese, latin: None };
        (0..text.chars.len()).filter(|n| is_open(*n)).filter_map(taken).map(name).collect()
    }

    /// The names that are listed from a place on; it becomes the one behind them.
    fn listed(&self, text: &Text<'_>, at: &mut usize, names: &mut Vec<Name>) {
        while let Some(part) = self.in_byline(text, *at) {
            *at = part.end;
            names.push(Name { span: text.span(&part), form: Form::Chinese, latin: None });
            let behind = text.between(*at);
            if behind == 0 {
                break;
            }
            *at += behind;
        }
    }

    /// The names that a reference begins with, or a line that says what somebody is: 沈志华（2017）, 林若雩、陈思翰：〈…〉,
    /// 罗以安（博士候选人）.
    pub(super) fn authors(&self, text: &str, role: Role) -> Vec<Name> {
        /// What stands behind the authors of a work.
        const BEHIND: &str = "(,:.\u{ff08}\u{ff0c}\u{ff1a}\u{3002}\u{3001}\u{3008}\u{300a}\u{300c}";
        let behind = match role {
            Role::Reference => BEHIND,
            Role::Metadata => "(\u{ff08}",
            _ => return Vec::new(),
        };
        let text = self.read(text);
        let mut at = text.chars.iter().take_while(|c| !is_han(**c)).count();
        // A number may stand before them.
        if text.chars[..at].iter().any(|c| c.is_alphabetic() || is_opening(*c)) {
            return Vec::new();
        }
        // Whom to consult stands behind the word for it: 参见沈志华:《…》.
        let begins = |word: &str| word.chars().enumerate().all(|(n, c)| text.at(at + n) == Some(c));
        let consult = CONSULT.into_iter().find(|word| begins(word));
        if let Some(word) = consult.filter(|_| role == Role::Reference) {
            at += word.chars().count();
        }
        let mut names = Vec::new();
        self.listed(&text, &mut at, &mut names);
        let last = names.last().map_or(0, |name| text.place(name.span.end));
        // In a byline two names and more may be all there is.
        let is_all = role == Role::Metadata && names.len() > 1 && last == text.chars.len();
        let goes_on = is_all || text.at(last).is_some_and(|c| behind.contains(c));
        if goes_on { names } else { Vec::new() }
    }

    /// The names in Latin letters of bylines, behind the same labels.
    pub(super) fn latin_bylines(&self, text: &str, latin: &Latin<'_>) -> Vec<Range<usize>> {
        let mut names = Vec::new();
        if !text.contains(is_han) {
            return names;
        }
        let read = self.read(text);
        let simplified: String = read.chars.iter().collect();
        let mut chars = (0, 0);
        for label in self.patterns.byline.find_iter(&simplified) {
            chars.1 += simplified[chars.0..label.end()].chars().count();
            chars.0 = label.end();
            let start = read.starts[chars.1];
            let is_end = |c: char| is_han(c) || is_between(c) && c != ' ' || "(（|".contains(c);
            let rest = text[start..].split(is_end).next().unwrap_or_default().trim_end();
            if latin.is_author(rest) {
                names.push(start..start + rest.len());
            }
        }
        names
    }

    /// The name that begins here in a byline; also one that is spread by a space.
    fn in_byline(&self, text: &Text<'_>, start: usize) -> Option<Part> {
        let length = text.chars[start..].iter().take(5).take_while(|c| is_han(**c)).count();
        let end = start + length;
        let spread = end + 2;
        let is_spread = length == 1
            && text.at(end).is_some_and(char::is_whitespace)
            && text.at(end + 1).is_some_and(is_han)
            && text.at(spread).is_none_or(|c| !is_han(c));
        if is_spread {
            let surname = text.chars[start].to_string();
            return self.lists.surnames.contains_key(surname.as_str()).then_some(start..spread);
        }
        let part = start..end;
        let is_alone = text.at(end).is_none_or(|c| !is_han(c)) && !text.is_dot(end);
        (is_alone && length >= 2 && self.is_chinese(text, &part)).then_some(part)
    }
}

/// The parts of a name between its dots.
fn parts(text: &Text<'_>, name: &Part) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = name.start;
    for n in name.clone().filter(|&n| text.is_dot(n)) {
        parts.push(start..n);
        start = n + 1;
    }
    parts.push(start..name.end);
    parts
}

/// What a bracket says first, up to a comma or its end.
fn in_bracket<'a>(text: &Text<'a>, bracket: usize) -> Option<&'a str> {
    let inside = text.chars[bracket + 1..].iter().take(60);
    let is_end =
        |c: &char| matches!(c, ')' | '\u{ff09}' | ',' | '\u{ff0c}' | '\u{3001}' | ';' | '\u{ff1b}');
    let length = inside.clone().position(is_end)?;
    Some(text.part(&(bracket + 1..bracket + 1 + length)).trim())
}

/// Whether what somebody says stands in quotation marks behind the verb, or right before who says it.
fn is_quotation(text: &Text<'_>, name: usize, behind: usize) -> bool {
    let mark = |n: usize| text.at(n).filter(|c| !is_han(*c) && !c.is_whitespace());
    let opens =
        mark(behind).is_some() && (behind..behind + 2).any(|n| text.at(n).is_some_and(is_opening));
    let before = text.chars[..name].iter().rev().take(2 * REACH);
    opens || before.take_while(|c| !matches!(c, '\u{3002}' | '\n')).any(|c| is_closing(*c))
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{3001}' | ',' | '\u{ff0c}' | ';' | '\u{ff1b}' | '/')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{2018}' | '\u{300c}' | '\u{300e}' | '\u{300a}' | '\u{3008}')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\u{201d}' | '\u{2019}' | '\u{300d}' | '\u{300f}' | '\u{300b}' | '\u{3009}')
}

/// Whether a span stands inside the marks of a work's title.
fn is_in_title(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].chars().rev().take(LONGEST_TITLE);
    let mut marks = before.filter(|c| matches!(c, '\u{3008}'..='\u{300b}'));
    marks.next().is_some_and(is_opening)
}
