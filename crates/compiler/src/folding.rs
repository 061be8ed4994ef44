//! Which spellings are one? Makes the table of [`vitrine_corpus::fold`] from Unicode and from
//! conversion tables of Chinese, cut down to what this corpus can need.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use irg_kvariants::{KVARIANTS, KVariantClass};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use vitrine_corpus::fold::{ArchivedFoldTable, FoldTable, Folded};

/// The folding of a corpus, while it is compiled.
///
/// Texts are folded through the archived table, the very code and data the page folds queries with.
pub(crate) struct Folding {
    table: FoldTable,
    archived: rkyv::util::AlignedVec,
    scripts: Scripts,
}

/// Which script a Chinese character tells.
struct Scripts {
    to_simplified: OpenCC,
    to_traditional: OpenCC,
}

/// Characters beyond ASCII that have no decomposition of their own.
const LETTERS: [(char, &str); 9] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ł', "l"),
    ('ð', "d"),
    ('þ', "th"),
    ('ς', "σ"),
];

/// Characters that join or part words: dashes, hyphens, strokes and points inside names. All are one
/// with a space, so that Kim Jong-un is Kim Jong Un and 羅津—哈桑 is 羅津-哈桑.
const SPACES: &str = "-‐‑‒–—―−－~～〜=_/\\|·・•‧∙⋅﹣﹘";

/// Quotation marks and brackets of titles.
const DOUBLE_QUOTES: &str = "\"“”„‟«»「」『』《》〈〉〝〞〟＂﹁﹂﹃﹄";
const SINGLE_QUOTES: &str = "'‘’‚‛`´ʼʻ′＇";

/// The last character that folds: beyond it there are only tags, selectors and private characters.
const LAST: char = '\u{323af}';

/// From here on there are rare forms of characters only, which no keyboard offers: they fold where the
/// texts themselves write them.
const RARE: char = '\u{20000}';

/// Full stops and commas that NFKC leaves as they are.
const STOPS: [(char, &str); 4] = [('。', "."), ('、', ","), ('｡', "."), ('､', ",")];

impl Folding {
    /// The folding for these texts.
    pub(crate) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Folding {
        let convert =
            |config| OpenCC::from_config(config).expect("the tables are part of the crate");
        let mut used: BTreeMap<char, usize> = BTreeMap::new();
        texts.flat_map(str::chars).for_each(|c| *used.entry(c).or_default() += 1);
        let forms = Forms::new(Classes::get(), &used);
        let alphabet: BTreeSet<char> =
            used.keys().flat_map(|&c| fold(c, &forms).chars().collect::<Vec<_>>()).collect();
        let foldings = ('\0'..=LAST)
            .filter(|c| !c.is_ascii_alphanumeric() && *c != ' ')
            .filter(|c| *c < RARE || used.contains_key(c))
            .filter_map(|c| {
                let folded = fold(c, &forms);
                let is_needed = folded.chars().all(|c| alphabet.contains(&c) || c == ' ');
                (is_needed && !folded.chars().eq([c])).then_some((c, folded))
            })
            .collect::<BTreeMap<_, _>>();
        let table = FoldTable::new(foldings);
        let archived = rkyv::to_bytes::<rkyv::rancor::Error>(&table).expect("memory suffices");
        let scripts = Scripts {
            to_simplified: convert(BuiltinConfig::T2s),
            to_traditional: convert(BuiltinConfig::S2t),
        };
        Folding { table, archived, scripts }
    }

    /// The table as the page has it.
    pub(crate) fn table(&self) -> &ArchivedFoldTable {
        // SAFETY: the bytes were written by `new` and have not been changed.
        unsafe { rkyv::access_unchecked::<ArchivedFoldTable>(&self.archived) }
    }

    pub(crate) fn fold(&self, text: &str) -> Folded {
        self.table().fold(text)
    }

    /// The simplified form of a Chinese character, by itself.
    pub(crate) fn simplified(&self, c: char) -> char {
        let converted = self.scripts.to_simplified.convert(c.encode_utf8(&mut [0; 4]));
        let mut forms = converted.chars();
        forms.next().filter(|_| forms.next().is_none()).unwrap_or(c)
    }

    /// A text of Simplified Chinese in Traditional characters.
    pub(crate) fn traditional(&self, text: &str) -> String {
        self.scripts.to_traditional.convert(text)
    }

    pub(crate) fn into_table(self) -> FoldTable {
        self.table
    }

    /// How much a text speaks for Simplified (positive) or Traditional (negative) Chinese: the number
    /// of characters that only the one or the other writes.
    pub(crate) fn simplified_score(&self, text: &str) -> i64 {
        let changes =
            |table: &OpenCC, c: char| table.convert(c.encode_utf8(&mut [0; 4])).chars().ne([c]);
        text.chars()
            .filter(|&c| is_han(c))
            .map(|c| {
                if changes(&self.scripts.to_simplified, c) {
                    -1
                } else {
                    i64::from(changes(&self.scripts.to_traditional, c))
                }
            })
            .sum()
    }
}

/// Whether the character is a Chinese one.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The form of a Chinese character that most of its forms are simplified to, as dictionaries have it.
pub(crate) fn usual_form(c: char) -> char {
    static USUAL: OnceLock<HashMap<char, char>> = OnceLock::new();
    let usual = USUAL.get_or_init(|| {
        let with_first = |members: &Vec<char>| {
            let first = members.iter().copied().find(|&c| c < RARE);
            members.iter().filter_map(move |&c| Some((c, first?))).collect::<Vec<_>>()
        };
        Classes::get().members.iter().flat_map(with_first).collect()
    });
    usual.get(&c).copied().unwrap_or(c)
}

/// What a character folds to.
fn fold(c: char, forms: &Forms) -> String {
    if is_han(c) && !is_compatibility_ideograph(c) {
        return forms.representative(c).to_string();
    }
    if c.is_whitespace() || SPACES.contains(c) {
        return " ".to_owned();
    }
    if DOUBLE_QUOTES.contains(c) {
        return "\"".to_owned();
    }
    if SINGLE_QUOTES.contains(c) {
        return "'".to_owned();
    }
    if let Some((_, stop)) = STOPS.iter().find(|(from, _)| *from == c) {
        return (*stop).to_owned();
    }
    if is_invisible(c) {
        return String::new();
    }
    let folded: String = [c]
        .into_iter()
        .nfkc()
        .flat_map(without_diacritics)
        .flat_map(char::to_lowercase)
        .map(|c| forms.representative(c))
        .map(|c| if SPACES.contains(c) || c.is_whitespace() { ' ' } else { c })
        .collect();
    LETTERS.iter().fold(folded, |folded, (from, to)| folded.replace(*from, to))
}

/// Ideographs that Unicode has only so that other character sets can be converted and back.
const fn is_compatibility_ideograph(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Combining accents, and characters that only steer how others are shown.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The letters of a Latin or Greek letter without its accents. In other scripts a mark makes another
/// letter: が is not か, й is not и.
fn without_diacritics(c: char) -> Vec<char> {
    let is_accented =
        matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}');
    if is_accented {
        [c].into_iter().nfd().filter(|c| !is_combining_mark(*c)).collect()
    } else {
        vec![c]
    }
}

/// Chinese characters that are forms of one another.
struct Classes {
    /// The members of each class. First the form most others are simplified to.
    members: Vec<Vec<char>>,
}

impl Classes {
    /// The classes, made once: they depend on the conversion tables alone.
    fn get() -> &'static Classes {
        static CLASSES: OnceLock<Classes> = OnceLock::new();
        CLASSES.get_or_init(Classes::new)
    }

    fn new() -> Classes {
        let mut union = Union::default();
        let tables = [BuiltinConfig::T2s, BuiltinConfig::Hk2s, BuiltinConfig::Tw2s]
            .map(|config| OpenCC::from_config(config).expect("the tables are part of the crate"));
        let mut simplified_of: HashMap<char, char> = HashMap::new();
        for c in ('\u{3400}'..='\u{9fff}').chain('\u{20000}'..='\u{323af}') {
            for (n, table) in tables.iter().enumerate() {
                let converted = table.convert(c.encode_utf8(&mut [0; 4]));
                let mut converted = converted.chars();
                if let (Some(other), None) = (converted.next(), converted.next())
                    && other != c
                {
                    union.join(c, other);
                    if n == 0 {
                        simplified_of.insert(c, other);
                    }
                }
            }
        }
        for variant in KVARIANTS.values() {
            if variant.classification == KVariantClass::Equal {
                union.join(variant.source_ideograph, variant.destination_ideograph);
            }
        }
        for group in
            include_str!("../data/variants.txt").lines().filter(|line| !line.starts_with('#'))
        {
            let mut forms = group.chars();
            if let Some(first) = forms.next() {
                forms.for_each(|form| union.join(first, form));
            }
        }
        Classes { members: union.classes(&simplified_of) }
    }
}

/// Which form stands for each Chinese character.
struct Forms {
    representative: HashMap<char, char>,
}

impl Forms {
    /// Of each class the form that the texts write most often; of equals the most simplified. So most
    /// folded words are spelt as the texts spell them, and compress to next to nothing beside them.
    fn new(classes: &Classes, used: &BTreeMap<char, usize>) -> Forms {
        let times = |c: &char| used.get(c).copied().unwrap_or(0);
        let mut representative = HashMap::new();
        for members in &classes.members {
            // Of equals the first: `max_by_key` would give the last.
            let Some(&chosen) = members.iter().rev().max_by_key(|c| times(c)) else { continue };
            let others = members.iter().filter(|&&member| member != chosen);
            representative.extend(others.map(|&member| (member, chosen)));
        }
        Forms { representative }
    }

    fn representative(&self, c: char) -> char {
        self.representative.get(&c).copied().unwrap_or(c)
    }
}

/// Disjoint sets of characters.
#[derive(Default)]
struct Union {
    parent: BTreeMap<char, char>,
}

impl Union {
    fn root(&self, c: char) -> char {
        let mut at = c;
        while let Some(&parent) = self.parent.get(&at) {
            at = parent;
        }
        at
    }

    fn join(&mut self, a: char, b: char) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent.insert(a.max(b), a.min(b));
        }
    }

    /// The members of each class: first the form most others are simplified to, then the others
    /// ascending.
    fn classes(&self, simplified_of: &HashMap<char, char>) -> Vec<Vec<char>> {
        let mut classes: BTreeMap<char, Vec<char>> = BTreeMap::new();
        for &c in self.parent.keys() {
            let root = self.root(c);
            classes.entry(root).or_insert_with(|| vec![root]).push(c);
        }
        let mut classes: Vec<Vec<char>> = classes.into_values().collect();
        for members in &mut classes {
            let votes =
                |c: &char| members.iter().filter(|m| simplified_of.get(m) == Some(c)).count();
            let keys: HashMap<char, usize> = members.iter().map(|c| (*c, votes(c))).collect();
            members.sort_by_key(|c| (std::cmp::Reverse(keys[c]), *c));
        }
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(texts: &[&str]) -> Vec<String> {
        let folding = Folding::new(texts.iter().copied());
        texts.iter().map(|text| folding.fold(text).text).collect()
    }

    fn assert_one(forms: &[&str]) {
        let folded = folded(forms);
        assert!(folded.iter().all(|text| *text == folded[0]), "{forms:?} fold to {folded:?}");
    }

    #[test]
    fn forms_of_one_word_are_one() {
        assert_one(&["朝鮮", "朝鲜"]);
        assert_one(&["夥伴", "伙伴"]);
        assert_one(&["對俄製裁", "对俄制裁", "對俄制裁"]);
        assert_one(&["說", "説", "说"]);
        assert_one(&["藴含", "蘊含", "蕴含"]);
        assert_one(&["高峯", "高峰"]);
        assert_one(&["擺脱", "擺脫", "摆脱"]);
        assert_one(&["升温", "升溫"]);
        assert_one(&["捍衞", "捍衛", "捍卫"]);
        assert_one(&["麪粉", "麵粉", "面粉"]);
        assert_one(&["砲彈", "炮弹"]);
        assert_one(&["烏蘇裏", "乌苏里"]);
        assert_one(&["Pyŏngyang", "PYONGYANG", "ｐｙｏｎｇｙａｎｇ"]);
        assert_one(&["Kim Jong-un", "Kim Jong Un", "kim jong—un"]);
        assert_one(&["North Korea’s", "North Korea's"]);
        assert_one(&["「無上限」", "“无上限”", "\"无上限\""]);
        assert_one(&["Straße", "STRASSE"]);
        assert_one(&["１２，０００", "12,000"]);
    }

    #[test]
    fn what_differs_stays_apart() {
        let folded = folded(&["か", "が", "и", "й", "東", "西", "한", "하"]);
        let distinct: BTreeSet<&String> = folded.iter().collect();
        assert_eq!(distinct.len(), folded.len(), "{folded:?}");
    }

    /// One Simplified character stands for several Traditional ones. Folding finds them all, also
    /// where only one is meant: the price of never missing one.
    #[test]
    fn over_matches_are_known() {
        assert_one(&["后", "後"]);
        assert_one(&["干", "乾", "幹"]);
        assert_one(&["发", "發", "髮"]);
        assert_one(&["台", "臺", "颱"]);
        assert_one(&["里", "裡", "裏"]);
    }

    #[test]
    fn the_table_holds_what_the_corpus_needs_and_no_more() {
        let folding = Folding::new(["朝鲜"].into_iter());
        assert_eq!(folding.fold("朝鮮 É").text, "朝鲜 É");
        let table = &folding.table;
        assert!(table.shapes.len() < 120, "{table:?}");
    }

    #[test]
    fn scripts_are_told_apart() {
        let folding = Folding::new(std::iter::empty());
        assert!(folding.simplified_score("俄罗斯与朝鲜的关系") > 0);
        assert!(folding.simplified_score("俄羅斯與朝鮮的關係") < 0);
        assert_eq!(folding.simplified_score("中文"), 0);
    }
}
