//! What is looked for when a reader writes a word or a phrase?

use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::text::{is_unspaced, is_word, stem};

use super::parse::all;
use super::{
    FigureTest, How, Label, Needle, Node, NoteKind, Term, calendar, expand, forms, number, periods,
};
use crate::marks::as_written;
use crate::matching;

/// A word of the query, read.
pub(super) struct Word {
    pub(super) node: Node,
    pub(super) is_prefix: bool,
    pub(super) note: Option<NoteKind>,
}

/// How many near words stand in for one that no passage has: more would no longer be read.
const MAX_NEAR: usize = 5;

/// Signs of money, which may stand behind letters: NT$.
const MONEY: [char; 4] = ['$', '€', '£', '¥'];

/// A number as large as this is known by itself, whatever is counted.
const LARGE: f64 = 10_000.0;

/// What stands before a percentage in Chinese.
const OF_A_HUNDRED: &str = "百分之";

/// How long the codes of money are.
const CODE: usize = 3;

/// Words of measure of one character, in both scripts: what stands between a number and what it counts. Other characters
/// there are a part of a name, as 峡 is of 三峡.
const MEASURES: &str = "个個名位人枚颗顆粒只隻条條头頭匹辆輛架艘部台臺座栋棟幢间間所家门門挺支枝杆根管把张張片块塊面\
    份封本册冊篇页頁句项項件宗桩樁起场場次回轮輪届屆期批群队隊组組对對双雙副套种種类類级級层層成倍股发發吨噸斤克米尺\
    里裡升元天日周週月年代岁歲点點处處户戶口株棵朵滴桶箱袋瓶盒车車列班趟遍番顿頓道节節段";

/// What is written of a measure in a script without spaces, in characters: 吨, 美元.
const LONGEST_MEASURE: usize = 2;

/// The needle of an exact phrase; `None` if there is nothing in it to look for.
pub(super) fn phrase(corpus: &ArchivedCorpus, words: &str) -> Option<Needle> {
    let folded = corpus.fold.fold(words).text;
    let folded = folded.trim();
    folded.chars().any(is_searchable).then(|| Needle::new(folded, How::Written))
}

/// The needle of what has neither letters nor digits, as `%` or 😀; `None` if there is nothing in it at all.
pub(super) fn signs(corpus: &ArchivedCorpus, signs: &str) -> Option<Needle> {
    let folded = corpus.fold.fold(signs).text;
    let folded = folded.trim();
    let is_one = !folded.is_empty() && !folded.contains(is_searchable);
    is_one.then(|| Needle::new(folded, How::Written))
}

/// Whether anything that these words begin with can be one [`term`]. It is cheap to ask, and most cannot.
pub(super) fn may_begin_term(corpus: &ArchivedCorpus, words: &str) -> bool {
    let folded = corpus.fold.fold(words).text;
    let first = folded.trim().split(' ').next().unwrap_or_default();
    first.is_empty()
        // A date or a number.
        || folded.contains(|c: char| c.is_ascii_digit())
        || calendar::begins(first)
        || number::begins_in_words(first)
        || first.starts_with(OF_A_HUNDRED)
        || first.ends_with(MONEY)
        || expand::begins_phrase(corpus, first)
}

/// Several words as one term: a date, a number with its scale, a name, or what the dictionary has for
/// them. `None` if they are just words. One word alone is a term if it is a date or a number.
pub(super) fn term(corpus: &ArchivedCorpus, words: &str, count: usize) -> Option<Node> {
    let folded = corpus.fold.fold(words).text;
    let folded = folded.trim();
    let written = phrase(corpus, words)?;
    if let Some(date) = calendar::days(folded) {
        let mut needles = vec![written];
        // A year may be the end of a longer time: “from 1839 until 1967”.
        if let Some(year) = folded.strip_suffix(calendar::YEAR)
            && year.bytes().all(|b| b.is_ascii_digit())
        {
            needles.push(Needle::new(year, How::Inflected));
        }
        // 1600 may be a year, or kilometres.
        let is_number = folded.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let figure = is_number.then(|| number::read(folded));
        let figure = figure.flatten().map(|(value, _)| FigureTest::of(value, ""));
        return Some(Node::Term(Term { needles, date: Some(date), figure, ..Term::default() }));
    }
    if let Some(period) = periods::read(words, |text| corpus.fold.fold(text).text) {
        let date = Some(calendar::Days::of(&period));
        let needles = vec![written];
        let within = Term { needles, date, period: Some(period), ..Term::default() };
        return Some(Node::Any(vec![apart(corpus, words), Node::Term(within)]));
    }
    if let Some(term) = figure(corpus, folded, &written) {
        return Some(Node::Term(term));
    }
    if let Some(term) = measured(corpus, folded, &written) {
        return Some(Node::Any(vec![apart(corpus, words), Node::Term(term)]));
    }
    // A sign of money alone.
    if folded.ends_with(MONEY) && matching::units(corpus, folded).next().is_some() {
        let figure = Some(FigureTest::any_of(folded).with_names(corpus));
        let needles = vec![written];
        return Some(Node::Term(Term { needles, figure, ..Term::default() }));
    }
    // Of several words one may be left: what folds to nothing is none.
    if count == 1 || !folded.contains(' ') {
        return None;
    }
    let others = expand::of_phrase(corpus, folded);
    // Who is known and nowhere named is not asked for by what others do.
    if others.is_empty() && is_forgotten(corpus, folded, &written) {
        let needles = vec![written];
        return Some(Node::Term(Term { needles, is_required: true, ..Term::default() }));
    }
    let labels = expand::labels_of_phrase(corpus, folded);
    if others.is_empty() && labels.is_empty() {
        let begun = expand::of_names_begun(corpus, folded);
        let needles = std::iter::once(written).chain(begun).collect::<Vec<Needle>>();
        return (needles.len() > 1).then(|| Node::Term(Term { needles, ..Term::default() }));
    }
    if expand::is_name(corpus, folded) {
        let needles = std::iter::once(written).chain(others).collect();
        return Some(Node::Term(Term { needles, ..Term::default() }));
    }
    // Where they do, they count at least as much as what stands for them.
    let written = (!others.is_empty()).then_some(written);
    let needles = written.into_iter().chain(others).collect();
    let together = Node::Term(Term { needles, labels, ..Term::default() });
    Some(Node::Any(vec![apart(corpus, words), together]))
}

/// Each of several words by itself: they need not stand side by side.
fn apart(corpus: &ArchivedCorpus, words: &str) -> Node {
    let own = words.split_whitespace();
    Node::All(own.filter_map(|word| Some(read(corpus, word, false, None)?.node)).collect())
}

/// Whether a scheme lists somebody or something of this name that no passage names, and none has the words either.
fn is_forgotten(corpus: &ArchivedCorpus, folded: &str, written: &Needle) -> bool {
    corpus.facets.iter().any(|facet| facet.has_forgotten(folded))
        && !matching::is_found(corpus, written)
}

/// What is about the concept that several words are the name of, whatever it says; none if they are of none.
pub(super) fn about(corpus: &ArchivedCorpus, words: &str) -> Vec<Node> {
    let folded = corpus.fold.fold(words).text;
    let folded = folded.trim();
    if !folded.contains(' ') {
        return Vec::new();
    }
    let labels = expand::labels_of_phrase(corpus, folded);
    let called = expand::values_called(corpus, &labels, folded).into_iter();
    called.map(|Label { facet, value }| Node::Values { facet, values: vec![value] }).collect()
}

/// Several words as a name, if the lexicon has them as one.
pub(super) fn name(corpus: &ArchivedCorpus, words: &str) -> Option<Node> {
    let folded = corpus.fold.fold(words).text;
    expand::is_name(corpus, &folded).then(|| {
        let own = Needle::new(&folded, How::Near);
        let others = expand::of_phrase(corpus, &folded);
        let needles = std::iter::once(own).chain(others).collect();
        Node::Term(Term { needles, ..Term::default() })
    })
}

/// The words nearest to one of a script with spaces that neither a passage nor the lexicon has, nor the beginning of one;
/// there may be none. `None` for any other word.
pub(super) fn near_unknown(corpus: &ArchivedCorpus, word: &str) -> Option<Vec<String>> {
    let folded = corpus.fold.fold(word).text;
    let is_plain = folded.chars().all(|c| is_word(c) && !c.is_ascii_digit());
    let is_unknown = is_plain
        && corpus.index.words.with_prefix(&folded).is_empty()
        && expand::equivalents(corpus, &folded).is_empty();
    is_unknown.then(|| near(corpus, &folded))
}

/// The name of the lexicon that several words are but for a slip in one of them, which is not the first.
pub(super) fn near_name(corpus: &ArchivedCorpus, words: &str) -> Option<String> {
    let folded = corpus.fold.fold(words).text;
    let first = folded.find(' ')?;
    let terms = &corpus.lexicon.terms;
    let mut names = terms.among(terms.with_prefix(&folded[..=first]));
    let is_near = |name: &&str| {
        name.len().abs_diff(folded.len()) < 2
            && distance(&characters(&folded), &characters(name)) == 1
            && expand::is_name(corpus, name)
    };
    names.find(is_near).map(str::to_owned)
}

/// A number as a term, with its scale, and with a percent sign, a word of measure or the code of its money: 34,400,000,
/// 15%, 120万吨, USD 34.4 million.
fn figure(corpus: &ArchivedCorpus, folded: &str, written: &Needle) -> Option<Term> {
    let (folded, currency) = match currency(corpus, folded) {
        Some((code, number)) => (number, code),
        None => (folded, ""),
    };
    let (value, length, unit) = match share(folded) {
        Some((value, length)) => (value, length, matching::PERCENT),
        None => number::read(folded).map(|(value, length)| (value, length, currency))?,
    };
    let counted = folded[length..].trim_matches(|c| !is_searchable(c));
    let is_measure = value >= LARGE
        && counted.chars().all(is_unspaced)
        && counted.chars().count() <= LONGEST_MEASURE;
    if !(counted.is_empty() || is_measure) {
        return None;
    }
    let figure = Some(FigureTest::of(value, unit));
    Some(Term { needles: vec![written.clone()], figure, ..Term::default() })
}

/// A number with a measure behind it, however the texts write that: 20 km, 20km, 300 MW.
fn measured(corpus: &ArchivedCorpus, folded: &str, written: &Needle) -> Option<Term> {
    // With a measure even a small number is not too common.
    let (value, length) = number::read(folded).or_else(|| number::with_fraction(folded))?;
    let measure = folded[length..].trim();
    matching::units(corpus, measure).next()?;
    let figure = Some(FigureTest::of(value, measure).with_names(corpus));
    Some(Term { needles: vec![written.clone()], figure, ..Term::default() })
}

/// The ISO 4217 code that stands before a number, if money of this corpus has it, and the number: of `scr 1718`, a
/// resolution, it is none.
fn currency<'a>(corpus: &ArchivedCorpus, folded: &'a str) -> Option<(&'a str, &'a str)> {
    let (code, number) = folded.split_at_checked(CODE)?;
    let number = number.trim_start();
    // All passages are asked only for what would be a figure.
    let is_one = code.bytes().all(|b| b.is_ascii_lowercase())
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number::read(number).is_some();
    let mut figures = corpus.passages.iter().flat_map(|passage| passage.figures());
    let has_it = |known: &str| known.eq_ignore_ascii_case(code);
    let is_known =
        is_one && figures.any(|figure| figure.currency.as_ref().is_some_and(|it| has_it(it)));
    is_known.then_some((code, number))
}

/// A percentage, and how many bytes of the text it takes.
fn share(folded: &str) -> Option<(f64, usize)> {
    if let Some(rest) = folded.strip_prefix(OF_A_HUNDRED) {
        let (value, length) = number::with_fraction(rest)?;
        return Some((value, OF_A_HUNDRED.len() + length));
    }
    let (value, length) = number::with_fraction(folded)?;
    let rest = folded[length..].trim_start();
    let sign =
        [matching::PERCENT, "percent", "per cent"].iter().find(|sign| rest.starts_with(**sign))?;
    Some((value, folded.len() - rest.len() + sign.len()))
}

/// The needles of a word: itself and what stands for it; else, where no passage has any of these and
/// it is of a script with spaces, the words that begin so; else the words nearest to it. A run of a
/// script without spaces that no passage has is cut into its terms. `known_near` is what [`near_unknown`] says of it, if
/// that is known.
pub(super) fn read(
    corpus: &ArchivedCorpus,
    word: &str,
    is_literal: bool,
    known_near: Option<&[String]>,
) -> Option<Word> {
    let folded = corpus.fold.fold(word).text;
    let asks_prefix = folded.ends_with('*') && !is_literal;
    let folded = folded.trim_matches(|c| !is_searchable(c));
    if folded.is_empty() {
        return None;
    }
    let own = |is_prefix, how| Needle { is_prefix, ..Needle::new(folded, how) };
    let plain = |needles| Word {
        node: Node::Term(Term { needles, is_exact: is_literal, ..Term::default() }),
        is_prefix: false,
        note: None,
    };
    let last = folded.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    if asks_prefix {
        return Some(Word { is_prefix: true, ..plain(vec![own(true, How::Written)]) });
    }
    if is_literal {
        return Some(plain(vec![own(false, How::Written)]));
    }
    let mut needles = vec![own(false, How::Written)];
    let is_stop_word = expand::is_stop_word(corpus, folded);
    if !is_stop_word {
        needles.extend(expand::equivalents(corpus, folded));
        expand::leave_other_senses(&mut needles);
        needles.extend(forms::others(corpus, folded));
    }
    if !folded.contains(is_unspaced)
        && let Some(whole) = forms::whole_of(folded)
    {
        if !matching::is_found(corpus, &needles[0]) {
            return read(corpus, whole, false, None);
        }
        needles.push(Needle::new(whole, How::Inflected));
        needles.extend(expand::equivalents(corpus, whole));
    }
    if !is_stop_word && !needles.iter().any(|needle| matching::is_found(corpus, needle)) {
        // Co-operation where the texts have cooperation, and the reverse.
        match joined(corpus, folded).or_else(|| designation(corpus, folded)) {
            Some(other) => {
                needles.extend(expand::of_phrase(corpus, &other));
                expand::push(Needle::new(&other, How::Inflected), &mut needles);
            }
            None => {
                if let Some(word) = compound(corpus, folded) {
                    return Some(word);
                }
                needles.extend(expand::of_two_words(corpus, folded));
                needles.extend(expand::of_longer(corpus, folded));
            }
        }
    }
    let has_others = needles.len() > 1 || is_stop_word;
    let words = &corpus.index.words;
    // What is said in another language alone may be said with a word of the same family in its own.
    let is_inflected = || needles.iter().any(|needle| needle.how == How::Inflected);
    if has_others && !is_stop_word && words.with_prefix(folded).is_empty() && !is_inflected() {
        expand::family_in_texts(corpus, folded, &mut needles);
    }
    if has_others || last.is_empty() || words.find(last).is_some() {
        if folded.contains(is_unspaced) {
            return Some(run(corpus, word, folded, needles, is_stop_word));
        }
        let term = Term { needles, is_stop_word, ..Term::default() };
        return Some(Word { node: Node::Term(term), is_prefix: false, note: None });
    }
    let mut family = expand::of_family(corpus, folded);
    family.extend(expand::of_names_begun(corpus, folded));
    if !words.with_prefix(last).is_empty() {
        let note = Some(NoteKind::ReadAsPrefix(word.to_owned()));
        let needles = std::iter::once(own(true, How::Near)).chain(family).collect();
        return Some(Word { is_prefix: true, note, ..plain(needles) });
    }
    if last.len() == folded.len() {
        // In what something is counted is mostly said by a sign, or in another language.
        if matching::is_unit(corpus, folded) {
            let figure = Some(FigureTest::any_of(folded).with_names(corpus));
            let node = Node::Term(Term { needles, figure, ..Term::default() });
            return Some(Word { node, is_prefix: false, note: None });
        }
        let near = known_near.map_or_else(|| near(corpus, folded), <[String]>::to_vec);
        if !near.is_empty() {
            let needles = with_names(corpus, &near).into_iter().chain(family).collect();
            let note = Some(near_miss(corpus, word, &near));
            return Some(Word { note, ..plain(needles) });
        }
        if family.is_empty()
            && let Some((taken, needles)) = near_terms(corpus, folded)
        {
            let note = Some(NoteKind::NearMiss { word: word.to_owned(), taken });
            return Some(Word { note, ..plain(needles) });
        }
    }
    needles.extend(family);
    Some(plain(needles))
}

/// A word that no passage has and that is no slip: itself, and others of its family.
pub(super) fn unmistaken(corpus: &ArchivedCorpus, word: &str) -> Word {
    let folded = corpus.fold.fold(word).text;
    let mut needles = vec![Needle::new(folded.trim(), How::Written)];
    needles.extend(expand::of_family(corpus, folded.trim()));
    Word { node: Node::Term(Term { needles, ..Term::default() }), is_prefix: false, note: None }
}

/// The last word of a query as the beginning of one, where no passage has it nor what it surely means: with the names
/// and words that begin so, in any language.
pub(super) fn begun(corpus: &ArchivedCorpus, written: &str, word: &Word) -> Option<Word> {
    let Node::Term(term) = &word.node else { return None };
    let is_near = matches!(word.note, Some(NoteKind::ReadAsPrefix(_) | NoteKind::NearMiss { .. }));
    let means = term.is_stop_word || term.date.is_some() || term.figure.is_some();
    let is_found = || term.needles.iter().any(|needle| matching::is_found(corpus, needle));
    if means || (!is_near && is_found()) {
        return None;
    }
    let folded = corpus.fold.fold(written).text;
    let others = expand::of_begun(corpus, &folded);
    let is_prefix = !corpus.index.words.with_prefix(&folded).is_empty();
    if others.is_empty() && !(is_prefix && word.note.is_none()) {
        return None;
    }
    let mut needles = vec![Needle { is_prefix, ..Needle::new(&folded, How::Near) }];
    if let Some(NoteKind::ReadAsPrefix(_)) = &word.note {
        term.needles.iter().for_each(|needle| expand::push(needle.clone(), &mut needles));
    }
    others.into_iter().for_each(|needle| expand::push(needle, &mut needles));
    Some(Word {
        node: Node::Term(Term { needles, ..Term::default() }),
        is_prefix: true,
        note: Some(NoteKind::ReadAsPrefix(written.to_owned())),
    })
}

/// What stands for the names that begin with several words, the last of which no passage has.
pub(super) fn name_begun(corpus: &ArchivedCorpus, words: &str) -> Option<Node> {
    let folded = corpus.fold.fold(words).text;
    let (_, last) = folded.rsplit_once(' ')?;
    if last.is_empty() || corpus.index.words.find(last).is_some() {
        return None;
    }
    let mut needles = vec![Needle { is_prefix: true, ..Needle::new(&folded, How::Near) }];
    expand::with_names_begun(corpus, &folded, &mut needles);
    (needles.len() > 1).then(|| Node::Term(Term { needles, ..Term::default() }))
}

/// What takes passages away by a word: all that the word finds, but nothing where no passage has it, rather than what is
/// near it, which is told.
pub(super) fn surely(corpus: &ArchivedCorpus, written: &str, word: Word) -> Word {
    let is_near = matches!(word.note, Some(NoteKind::ReadAsPrefix(_) | NoteKind::NearMiss { .. }));
    let is_nowhere = |node: &Node| match node {
        Node::Term(term) => {
            let is_word = !(term.is_stop_word || term.date.is_some() || term.figure.is_some());
            is_word && !term.needles.iter().any(|needle| matching::is_found(corpus, needle))
        }
        _ => false,
    };
    if !is_near && !is_nowhere(&word.node) {
        return word;
    }
    let folded = corpus.fold.fold(written).text;
    let needles = vec![Needle::new(folded.trim(), How::Written)];
    let node = Node::Term(Term { needles, ..Term::default() });
    Word { node, is_prefix: false, note: Some(NoteKind::Nowhere(vec![written.to_owned()])) }
}

/// That these near words, which are folded, stand for one that no passage has. They are told as the corpus writes them.
pub(super) fn near_miss(corpus: &ArchivedCorpus, word: &str, near: &[String]) -> NoteKind {
    let written = |near: &String| as_written(corpus, near).unwrap_or_else(|| near.clone());
    NoteKind::NearMiss { word: word.to_owned(), taken: near.iter().map(written).collect() }
}

/// The longest words of the lexicon that are one slip away from a long one, and what stands for them: no passage has
/// these words, but others in their place. A slip is in no first letter, as what differs in it is mostly another word.
fn near_terms(corpus: &ArchivedCorpus, folded: &str) -> Option<(Vec<String>, Vec<Needle>)> {
    /// In letters; shorter ones differ from too many words.
    const SHORTEST: usize = 5;
    if folded.len() < SHORTEST || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let is_one_away = |from: &str, to: &str| {
        // Most are told at once: a slip takes one letter away and brings another.
        from.len().abs_diff(to.len()) < 2
            && (letters(from) ^ letters(to)).count_ones() <= 2
            && distance(&characters(from), &characters(to)) == 1
    };
    let (own, terms) = (stem(folded), &corpus.lexicon.terms);
    let near = terms.among(terms.with_prefix(&folded[..1]));
    let near = near.filter(|term| is_one_away(&own, term));
    let near = near.map(|term| (term, expand::equivalents(corpus, term)));
    let near: Vec<(&str, Vec<Needle>)> = near.filter(|(_, others)| !others.is_empty()).collect();
    let longest = near.iter().map(|(term, _)| term.len()).max();
    let (mut taken, mut needles) = (Vec::new(), Vec::new());
    for (term, others) in near.into_iter().filter(|(term, _)| Some(term.len()) == longest) {
        let others = others.into_iter().map(|other| Needle { how: How::Near, ..other });
        others.for_each(|other| expand::push(other, &mut needles));
        // A stem lacks the `e` that its word may have.
        let whole = [term, "e"].concat();
        let is_whole = !is_one_away(folded, term) && is_one_away(folded, &whole);
        taken.push(if is_whole { whole } else { term.to_owned() });
    }
    taken.truncate(MAX_NEAR);
    (!taken.is_empty()).then_some((taken, needles))
}

/// Words that are near what was asked for, with their other forms and names, and of one alone also with its
/// translations: who slips means all of these.
fn with_names(corpus: &ArchivedCorpus, near: &[String]) -> Vec<Needle> {
    let mut needles: Vec<Needle> = near.iter().map(|word| Needle::new(word, How::Near)).collect();
    let is_meant = |how| match how {
        How::Inflected | How::Name => true,
        How::Translation => near.len() == 1,
        _ => false,
    };
    for word in near {
        let others = expand::equivalents(corpus, word).into_iter();
        for other in others.filter(|other| is_meant(other.how)) {
            if needles.iter().all(|known| known.folded != other.folded) {
                needles.push(Needle { how: How::Near, ..other });
            }
        }
    }
    needles
}

/// A word that no passage has as a passage may have it: two words with a hyphen or a stroke between them, which fold to
/// a space, as one; one word as two that stand together.
fn joined(corpus: &ArchivedCorpus, folded: &str) -> Option<String> {
    /// Shorter ones are endings, or words in any other.
    const SHORTEST: usize = 2;
    if folded.contains(is_unspaced) || folded.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = &corpus.index.words;
    if let Some((first, rest)) = folded.split_once(|c| !is_word(c)) {
        let whole = [first, rest].concat();
        return words.find(&whole).is_some().then_some(whole);
    }
    let places = folded.char_indices().map(|(at, _)| at);
    let places =
        places.filter(|at| (SHORTEST..=folded.len() - SHORTEST.min(folded.len())).contains(at));
    let mut pairs = places.map(|at| folded.split_at(at));
    pairs.find_map(|(first, rest)| {
        // What is notable is not what somebody is not able to do.
        let is_one = |part| words.find(part).is_some() && !expand::is_stop_word(corpus, part);
        if !is_one(first) || !is_one(rest) {
            return None;
        }
        let apart = [first, " ", rest].concat();
        matching::is_found(corpus, &Needle::new(&apart, How::Inflected)).then_some(apart)
    })
}

/// What has letters and a number, as types of aircraft have, with or without a hyphen between them, as a passage or a list
/// of names has it: MiG29, MiG-29.
fn designation(corpus: &ArchivedCorpus, folded: &str) -> Option<String> {
    let digits = folded.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = folded.split_at(digits);
    let (letters, is_parted) = match letters.strip_suffix(|c| !is_word(c)) {
        Some(letters) => (letters, true),
        None => (letters, false),
    };
    let is_one = !letters.is_empty()
        && letters.bytes().all(|b| b.is_ascii_lowercase())
        && number.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_one {
        return None;
    }
    let others: &[&str] = if is_parted { &[""] } else { &["-", " "] };
    let mut others = others.iter().map(|between| [letters, between, number].concat());
    let is_known = |other: &String| {
        matching::is_found(corpus, &Needle::new(other, How::Inflected))
            || !expand::of_phrase(corpus, other).is_empty()
    };
    others.find(is_known)
}

/// A word of several that are joined by a hyphen, a stroke or a comma, where no passage has it so: its words
/// one by one. Numbers stay as they are.
fn compound(corpus: &ArchivedCorpus, folded: &str) -> Option<Word> {
    let mut parts = folded.split(|c| !is_word(c)).filter(|part| !part.is_empty());
    let is_compound = !folded.contains(is_unspaced)
        && parts.clone().nth(1).is_some()
        && parts.any(|part| part.contains(char::is_alphabetic));
    if !is_compound {
        return None;
    }
    let parts: Vec<&str> = folded.split(|c| !is_word(c)).filter(|part| !part.is_empty()).collect();
    if let Some(node) = term(corpus, &parts.join(" "), parts.len()) {
        return Some(Word { node, is_prefix: false, note: None });
    }
    let parts = parts.into_iter().filter_map(|part| read(corpus, part, false, None));
    let mut nodes = Vec::new();
    let mut first_note = None;
    for Word { mut node, note, .. } in parts {
        if let Node::Term(term) = &mut node {
            term.is_joined = !nodes.is_empty();
        }
        nodes.push(node);
        first_note = first_note.or(note);
    }
    Some(Word { node: all(nodes)?, is_prefix: false, note: first_note })
}

/// A run of a script without spaces, as it is `written` and folded: itself, and what stands for it as a whole or for
/// all of its terms; where no passage has the run, its terms one by one.
fn run(
    corpus: &ArchivedCorpus,
    written: &str,
    folded: &str,
    needles: Vec<Needle>,
    is_stop_word: bool,
) -> Word {
    let word = |node| Word { node, is_prefix: false, note: None };
    let has_others = needles.len() > 1;
    let is_found = matching::is_found(corpus, &needles[0]);
    if !has_others
        && !is_found
        && let Some(node) = counted(corpus, folded)
    {
        return word(node);
    }
    let mut whole = Term { needles, is_stop_word, ..Term::default() };
    if has_others || is_stop_word {
        // What is no name is also said by the words that it is made of.
        let may_be_apart = !is_found && !is_stop_word && !expand::is_name(corpus, folded);
        let parts = if may_be_apart { expand::parts(corpus, folded) } else { Vec::new() };
        let are_words = parts.iter().all(|part| part.chars().nth(1).is_some());
        if parts.len() < 2 || !are_words {
            return word(Node::Term(whole));
        }
        let terms = one_by_one(corpus, parts);
        whole.more_words = terms.len() - 1;
        return word(Node::Any(vec![Node::Term(whole), all_of(terms)]));
    }
    let segments = expand::segments(corpus, folded);
    if segments.len() < 2 {
        return word(Node::Term(whole));
    }
    let mut terms = one_by_one(corpus, segments);
    // Characters that stand in a text by themselves are there by chance, as those of 金与正 are: it is a name.
    let is_character = |term: &Term| term.needles[0].folded.chars().nth(1).is_none();
    if !is_found
        && folded.chars().nth(2).is_some()
        && terms.iter().all(is_character)
        && expand::question(corpus, folded).is_none()
    {
        return word(Node::Term(whole));
    }
    // Of two characters one may say nothing by itself, and what is left, as 华 of 华为, is not what was asked for.
    if !is_found && folded.chars().nth(2).is_none() && terms.len() == 1 {
        return word(Node::Term(whole));
    }
    whole.more_words = terms.len() - 1;
    whole.needles.extend(by_other_names(corpus, folded, &terms));
    let has_others = whole.needles.len() > 1;
    let whole = Node::Term(whole);
    if !is_found {
        let note = is_cut_to_characters(corpus, folded, &terms).then(|| {
            let own = terms.iter().map(|term| term.needles[0].folded.clone());
            near_miss(corpus, written, &own.collect::<Vec<String>>())
        });
        let apart = all_of(terms);
        let node = if has_others { Node::Any(vec![whole, apart]) } else { apart };
        return Word { node, is_prefix: false, note };
    }
    // In other languages the run is said by what stands for each of its terms.
    for term in &mut terms {
        term.needles.retain(|needle| !needle.folded.contains(is_unspaced));
    }
    if terms.len() < 2 || terms.iter().any(|term| term.needles.is_empty()) {
        return word(whole);
    }
    word(Node::Any(vec![whole, all_of(terms)]))
}

/// Whether a short run is cut so that a character is left that is no name by itself, as 白 of 白俄罗斯 is: where it stands
/// elsewhere may be chance.
fn is_cut_to_characters(corpus: &ArchivedCorpus, run: &str, terms: &[Term]) -> bool {
    /// In characters: as long as most names are. Longer runs have words enough.
    const SHORT: usize = 4;
    let is_chance = |term: &Term| {
        let own = &term.needles[0].folded;
        own.chars().nth(1).is_none() && !expand::is_name(corpus, own)
    };
    run.chars().count() <= SHORT && terms.iter().any(is_chance)
}

fn all_of(terms: Vec<Term>) -> Node {
    Node::All(terms.into_iter().map(Node::Term).collect())
}

/// The terms of a run, each by itself; without those that say nothing, unless there are no others.
fn one_by_one(corpus: &ArchivedCorpus, segments: Vec<&str>) -> Vec<Term> {
    let term = |segment| {
        let mut needles = vec![Needle::new(segment, How::Written)];
        needles.extend(expand::equivalents(corpus, segment));
        let is_stop_word = expand::is_stop_word(corpus, segment);
        if needles.len() == 1 && !is_stop_word && !matching::is_found(corpus, &needles[0]) {
            needles.extend(expand::of_longer(corpus, segment));
        }
        Term { needles, is_stop_word, ..Term::default() }
    };
    let mut terms: Vec<Term> = segments.into_iter().map(term).collect();
    if terms.iter().any(|term| !term.is_stop_word) {
        terms.retain(|term| !term.is_stop_word);
    }
    terms
}

/// A run as it is with another name for one of its terms: 朝俄貿易 for 俄朝貿易.
fn by_other_names(corpus: &ArchivedCorpus, folded: &str, terms: &[Term]) -> Vec<Needle> {
    let mut found = Vec::new();
    let mut end = 0;
    for Term { needles, .. } in terms {
        let own = &needles[0].folded;
        // Between them may be what says nothing.
        let Some(gap) = folded[end..].find(own.as_str()) else { continue };
        let start = end + gap;
        end = start + own.len();
        let is_other = |needle: &&Needle| {
            matches!(needle.how, How::Name) && needle.folded.chars().all(is_unspaced)
        };
        for other in needles[1..].iter().filter(is_other) {
            let varied = [&folded[..start], &other.folded, &folded[end..]].concat();
            let varied = Needle::new(&varied, How::Name);
            if matching::is_found(corpus, &varied) {
                expand::push(varied, &mut found);
            }
        }
    }
    found
}

/// A run of a script without spaces that begins with a number and says what is counted, or in what: 五十枚核弹头,
/// 12000名士兵, 4150美元. `None` if it does not, if it is a date, if the number is a part of its first word, as in 一帶一路,
/// or if what is counted is a number again.
fn counted(corpus: &ArchivedCorpus, folded: &str) -> Option<Node> {
    let begins_word = |text: &str| corpus.lexicon.terms.longest_beginning(text);
    let number = |text: &str| {
        let (value, length) = number::in_chinese(text).or_else(|| number::read(text))?;
        let is_part = begins_word(text).is_some_and(|word| word.len() > length);
        (!is_part && !text[length..].starts_with(calendar::YEAR)).then_some((value, length))
    };
    let (value, length) = number(folded)?;
    let (written, rest) = folded.split_at(length);
    // Between the two there may be a word of measure, which differs from one writer to the next.
    let measure = rest.chars().next().map_or(0, char::len_utf8);
    let is_measure = begins_word(rest).is_none()
        && measure < rest.len()
        && rest.starts_with(|c| MEASURES.contains(c));
    let counted = if is_measure { &rest[measure..] } else { rest };
    // Else a run of nothing but numbers would be read as deep as it is long.
    if number(counted).is_some() {
        return None;
    }
    let needles = vec![Needle::new(written, How::Written)];
    let figure = Some(FigureTest::of(value, ""));
    let number = Node::Term(Term { needles, figure, ..Term::default() });
    let mut counted = read(corpus, counted, false, None)?.node;
    if let Node::Term(term) = &mut counted
        && term.figure.is_none()
    {
        // A unit is also said by a sign, or in another language.
        term.figure = Some(FigureTest::any_of(rest).with_names(corpus));
    }
    Some(Node::All(vec![number, counted]))
}

fn is_searchable(c: char) -> bool {
    is_word(c) || is_unspaced(c)
}

/// The words of the corpus nearest to `word`: all those at the least distance, if that is small for
/// the word's length. Numbers have no near misses: another number is another thing.
fn near(corpus: &ArchivedCorpus, word: &str) -> Vec<String> {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let wanted = characters(word);
    let mut best = allowed_distance(wanted.len());
    if best == 0 {
        return Vec::new();
    }
    let mut near: Vec<String> = Vec::new();
    let own_letters = letters(word);
    let mut candidate_chars: Vec<char> = Vec::new();
    // A character has one to four bytes, and each slip makes it at most one longer or shorter.
    let longest = if word.is_ascii() { wanted.len() + 4 * best } else { 4 * (wanted.len() + best) };
    let words = &corpus.index.words;
    for candidate in words.of_lengths(wanted.len().saturating_sub(best)..=longest) {
        if candidate.len() > wanted.len() + best && candidate.is_ascii() {
            continue;
        }
        // A slip takes one letter away and brings another: what differs in more is further off.
        if (letters(candidate) ^ own_letters).count_ones() as usize > 2 * best {
            continue;
        }
        candidate_chars.clear();
        candidate_chars.extend(candidate.chars());
        match distance(&wanted, &candidate_chars) {
            d if d < best => {
                best = d;
                near = vec![candidate.to_owned()];
            }
            d if d == best => near.push(candidate.to_owned()),
            _ => {}
        }
    }
    near.truncate(MAX_NEAR);
    near
}

fn characters(word: &str) -> Vec<char> {
    word.chars().collect()
}

/// Which bytes a word has, a bit for each of 64 classes; several may share one. One other character is
/// at most one other byte of each class that counts: those of ASCII, and those that begin a character.
fn letters(word: &str) -> u64 {
    let bytes = word.bytes().filter(|byte| (byte & 0xc0) != 0x80);
    bytes.fold(0, |letters, byte| letters | 1 << (byte % 64))
}

/// How many slips a word of this length may have: short words differ too easily by meaning.
pub(super) const fn allowed_distance(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Edit distance in which swapping two neighbours is one slip (optimal string alignment).
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let mut least = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                least = least.min(before_at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

fn before_at(row: &[usize], n: usize) -> usize {
    row.get(n).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> usize {
        distance(&characters(a), &characters(b))
    }

    #[test]
    fn distances() {
        assert_eq!(between("gorbachov", "gorbachev"), 1);
        assert_eq!(between("recieve", "receive"), 1);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", "abc"), 0);
        assert_eq!(between("kitten", "sitting"), 3);
    }
}
