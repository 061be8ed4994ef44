//! In what other words may it be said? Inflections, names, translations: what stands for a term of the
//! query, as the corpus' lexicon has it.

use vitrine_corpus::facet::position;
use vitrine_corpus::irregular;
use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedPostings};
use vitrine_corpus::text::{is_at_word_edges, is_unspaced, is_word, stem};

use super::{How, Label, Needle, family};

/// Shorter stems have too many words that only begin alike.
pub(super) const MIN_STEM: usize = 3;

/// Shorter stems begin too many words that have nothing to do with them.
const MIN_FAMILY: usize = 5;

/// A longer ending makes another word of it.
pub(super) const LONGEST_SUFFIX: usize = 3;

/// In a script without spaces, two characters.
const LONGEST_SUFFIX_UNSPACED: usize = 6;

/// A label that more than one passage of so many has tells nothing of them.
const TELLING: usize = 4;

/// Longer words in scripts without spaces are not in the lexicon.
const LONGEST: usize = 8;

/// What stands for a folded term, beside the term itself.
pub(super) fn equivalents(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    let is_word = !folded.is_empty() && folded.bytes().all(|b| b.is_ascii_lowercase());
    let own = if is_word { stem(folded) } else { folded.to_owned() };
    if is_word {
        with_stem(corpus, &own, How::Inflected, folded, &mut needles);
    }
    look_up(corpus, folded, &own, &mut needles);
    if is_word {
        // The `e` that a short stem keeps does not count: `plane` is not what a planet is derived from.
        let beginning = own.strip_suffix('e').unwrap_or(&own);
        if beginning.len() >= MIN_FAMILY {
            derived(corpus, beginning, &own, LONGEST_SUFFIX, &mut needles);
        }
    }
    needles
}

/// Leaves out what the dictionary has for a word and another together where it has a word for the one alone of which
/// nothing is in it: of money it has 貨幣, and 值得, to be worth the money.
pub(super) fn leave_other_senses(needles: &mut Vec<Needle>) {
    let sure = sure(needles);
    needles.retain(|needle| needle.how != How::Partly || is_akin(&needle.folded, &sure));
}

/// What stands for a word's family, but for what it shares a sense with alone, where nothing of it is in a word for the word
/// itself: 合作, to work together, is no worker's, who is 工人.
pub(super) fn of_family_akin(
    corpus: &ArchivedCorpus,
    folded: &str,
    needles: &[Needle],
) -> Vec<Needle> {
    let sure = sure(needles);
    let mut family = of_family(corpus, folded);
    family.retain(|needle| needle.how != How::Partly || is_akin(&needle.folded, &sure));
    family
}

/// What surely stands for a word, in a script without spaces.
fn sure(needles: &[Needle]) -> Vec<String> {
    let sure = needles.iter().filter(|needle| matches!(needle.how, How::Name | How::Translation));
    let sure = sure.map(|needle| needle.folded.as_str());
    sure.filter(|folded| folded.contains(is_unspaced)).map(str::to_owned).collect()
}

/// Whether a word has a character of one of the others; where there are none, it may.
fn is_akin(folded: &str, sure: &[String]) -> bool {
    sure.is_empty() || sure.iter().any(|sure| folded.contains(|c| sure.contains(c)))
}

/// Adds what [`leave_other_senses`] leaves out.
pub(super) fn with_other_senses(corpus: &ArchivedCorpus, folded: &str, needles: &mut Vec<Needle>) {
    let lexicon = &corpus.lexicon;
    for n in [folded, &stem(folded)].into_iter().filter_map(|term| lexicon.terms.find(term)) {
        add(corpus, &lexicon.partial_translations, n, How::Partly, folded, needles);
    }
}

/// What the dictionary has for longer words that begin with one of a script without spaces which no passage has:
/// 間諜活動 for 間諜.
pub(super) fn of_longer(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    if folded.chars().nth(1).is_some() && folded.chars().all(is_unspaced) {
        derived(corpus, folded, folded, LONGEST_SUFFIX_UNSPACED, &mut needles);
    }
    needles
}

/// What the dictionary has for words derived from this one, which begin like it and have at most so many bytes more:
/// `short` and `shortage`.
fn derived(
    corpus: &ArchivedCorpus,
    beginning: &str,
    own: &str,
    longest: usize,
    needles: &mut Vec<Needle>,
) {
    let terms = &corpus.lexicon.terms;
    let places = terms.with_prefix(beginning);
    for (n, other) in places.clone().zip(terms.among(places)) {
        if other != own && (1..=longest).contains(&(other.len() - beginning.len())) {
            add(corpus, &corpus.lexicon.names, n, How::Near, own, needles);
            add(corpus, &corpus.lexicon.translations, n, How::Near, own, needles);
        }
    }
}

/// What the dictionary has for two words that are written as one, by both of which it explains it: 魚粉 for fishmeal.
pub(super) fn of_two_words(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    if !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return needles;
    }
    let lexicon = &corpus.lexicon;
    let explained = |word: &str| {
        let found = lexicon.terms.find(&stem(word)).into_iter();
        found.flat_map(|n| lexicon.partial_translations.list(n))
    };
    for at in MIN_STEM..folded.len().saturating_sub(MIN_STEM - 1) {
        let (first, rest) = folded.split_at(at);
        for n in explained(first).filter(|n| explained(rest).any(|other| other == *n)) {
            push(Needle::new(lexicon.terms.get(n as usize), How::Translation), &mut needles);
        }
    }
    needles
}

/// What stands for names of several words that begin with these, the first of which no passage has: who writes Kim Jo is
/// about to write one. One word alone is a whole one.
pub(super) fn of_names_begun(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    let first = folded.split(' ').next().unwrap_or_default();
    if first.is_empty()
        || !first.bytes().all(|b| b.is_ascii_lowercase())
        || corpus.index.words.find(first).is_some()
    {
        return needles;
    }
    let end = if folded.contains(' ') { "" } else { " " };
    with_names_begun(corpus, &[folded, end].concat(), &mut needles);
    needles
}

/// Adds what stands for the names that begin so.
pub(super) fn with_names_begun(
    corpus: &ArchivedCorpus,
    beginning: &str,
    needles: &mut Vec<Needle>,
) {
    let terms = &corpus.lexicon.terms;
    let places = terms.with_prefix(beginning);
    for (n, name) in places.clone().zip(terms.among(places)) {
        if is_name(corpus, name) {
            add(corpus, &corpus.lexicon.names, n, How::Near, beginning, needles);
        }
    }
}

/// What stands for the names and, if these are few, the words that begin with a word which no passage has: who writes
/// Lond is about to write London.
pub(super) fn of_begun(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    /// So few letters begin too much.
    const SHORTEST: usize = 3;
    /// More words than so many have nothing in common but their beginning.
    const FEW: usize = 16;
    let mut needles = Vec::new();
    if folded.len() < SHORTEST || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return needles;
    }
    with_names_begun(corpus, folded, &mut needles);
    let places = corpus.lexicon.terms.with_prefix(folded);
    if places.len() <= FEW {
        for n in places {
            add(corpus, &corpus.lexicon.translations, n, How::Near, folded, &mut needles);
        }
    }
    needles
}

/// Whether any word of the texts or of the lexicon begins so.
pub(super) fn begins_any(corpus: &ArchivedCorpus, folded: &str) -> bool {
    let lists = [&corpus.index.words, &corpus.lexicon.terms];
    lists.iter().any(|list| !list.with_prefix(folded).is_empty())
}

/// The corpus' words of a word's family, and what the dictionary has for such: `resumption` and `resume`.
pub(super) fn of_family(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    for kin in kin(corpus, folded) {
        with_stem(corpus, &kin, How::Near, folded, &mut needles);
        if let Some(n) = corpus.lexicon.terms.find(&kin) {
            add(corpus, &corpus.lexicon.translations, n, How::Near, folded, &mut needles);
            add(corpus, &corpus.lexicon.partial_translations, n, How::Partly, folded, &mut needles);
        }
    }
    needles
}

/// Adds the corpus' own words of a word's family.
pub(super) fn family_in_texts(corpus: &ArchivedCorpus, folded: &str, needles: &mut Vec<Needle>) {
    for kin in kin(corpus, folded) {
        with_stem(corpus, &kin, How::Near, folded, needles);
    }
}

/// What the stems of a word's family may be that something begins with.
fn kin(corpus: &ArchivedCorpus, folded: &str) -> Vec<String> {
    if !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    let own = stem(folded);
    let lists = [&corpus.index.words, &corpus.lexicon.terms];
    let begins = |beginning: &str| lists.iter().any(|list| !list.with_prefix(beginning).is_empty());
    // Most are only longer, and no word is.
    let kin: Vec<String> = family::kin(&own, begins(&own)).collect();
    // What begins as all of them do, but for the last letter, is mostly nothing.
    let common = |kin: &String| kin.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
    let common = kin.iter().map(common).min().unwrap_or(0).saturating_sub(1);
    let any = begins(&own[..common]) || irregular::forms_of(&own[..common]).next().is_some();
    if any { kin } else { Vec::new() }
}

/// What the lexicon has for several words in a row: names of one thing, then translations.
pub(super) fn of_phrase(corpus: &ArchivedCorpus, folded: &str) -> Vec<Needle> {
    let mut needles = Vec::new();
    let stems: Vec<String> = folded.split(' ').map(stem).collect();
    look_up(corpus, folded, &stems.join(" "), &mut needles);
    needles
}

/// Whether the lexicon has anything for several words in a row of which this is the first, folded.
pub(super) fn begins_phrase(corpus: &ArchivedCorpus, word: &str) -> bool {
    let begins = |word: &str| {
        let start = [word, " "].concat();
        let lists = [&corpus.lexicon.terms, &corpus.lexicon.signals];
        lists.iter().any(|list| !list.with_prefix(&start).is_empty())
    };
    let stem = stem(word);
    begins(word) || (stem != word && begins(&stem))
}

/// What the lexicon has for a term as it is written and for its stem.
fn look_up(corpus: &ArchivedCorpus, folded: &str, stem: &str, needles: &mut Vec<Needle>) {
    let stem = Some(stem).filter(|stem| *stem != folded);
    for term in std::iter::once(folded).chain(stem) {
        let Some(n) = corpus.lexicon.terms.find(term) else { continue };
        add(corpus, &corpus.lexicon.names, n, How::Name, folded, needles);
        add(corpus, &corpus.lexicon.translations, n, How::Translation, folded, needles);
        add(corpus, &corpus.lexicon.partial_translations, n, How::Partly, folded, needles);
    }
}

/// Whether the lexicon says that the term is a name with other forms, and not just words in a row.
pub(super) fn is_name(corpus: &ArchivedCorpus, folded: &str) -> bool {
    let lexicon = &corpus.lexicon;
    lexicon.terms.find(folded).is_some_and(|n| {
        lexicon.names.list(n).next().is_some()
            && lexicon
                .ordinary_names
                .binary_search_by_key(&n, |place| place.to_native() as usize)
                .is_err()
    })
}

/// Whether the word says nothing by itself.
pub(super) fn is_stop_word(corpus: &ArchivedCorpus, folded: &str) -> bool {
    corpus.lexicon.stop_words.find(folded).is_some()
        || (folded.contains(is_unspaced) && corpus.lexicon.question_words.find(folded).is_some())
}

/// If the query is a question, the words that ask and what answers them. It ends like one, begins with
/// words that ask, or, in a script without spaces, has such.
pub(super) fn question<'a>(corpus: &'a ArchivedCorpus, query: &str) -> Option<(&'a str, Answer)> {
    let folded = corpus.fold.fold(query).text;
    let folded = folded.trim();
    let asks = &corpus.lexicon.question_words;
    let found: Vec<&str> = if folded.starts_with(|c| !is_unspaced(c)) {
        let asked = |word: &&str| {
            folded.starts_with(word) && is_at_word_edges(folded, 0, word.len(), false)
        };
        asks.iter().filter(asked).collect()
    } else {
        Vec::new()
    };
    let inside = folded.char_indices().filter(|(_, c)| is_unspaced(*c));
    let inside = inside.filter_map(|(at, _)| asks.longest_beginning(&folded[at..]));
    // The longest; of several the last in the list's order.
    let longest = found.into_iter().chain(inside).max_by_key(|word| (word.len(), *word));
    let longest = longest.and_then(|word| Some((asks.find(word)?, word)));
    match longest {
        Some((n, word)) => Some((word, corpus.lexicon.answers[n].get())),
        None => folded.ends_with('?').then_some(("", Answer::Words)),
    }
}

/// The corpus' words for what its thesaurus has: all that have a stem, or the word itself.
pub(super) fn forms_of(corpus: &ArchivedCorpus, word: &str, how: How, needles: &mut Vec<Needle>) {
    if word.is_ascii() {
        with_stem(corpus, word, how, "", needles);
    } else {
        push(Needle::new(word, how), needles);
    }
}

/// The corpus' words of a stem, but for one.
fn with_stem(corpus: &ArchivedCorpus, own: &str, how: How, but: &str, needles: &mut Vec<Needle>) {
    // `country` and `countries` differ in the stem's last letter.
    let Some(beginning) = own.get(..MIN_STEM.max(own.len() - 1)) else { return };
    let words = &corpus.index.words;
    let alike = words.among(words.with_prefix(beginning));
    let irregular = irregular::forms_of(beginning).filter(|form| words.find(form).is_some());
    let mut take = |other: &str| {
        if other != but && stem(other) == own {
            push(Needle::new(other, how), needles);
        }
    };
    alike.for_each(&mut take);
    irregular.for_each(&mut take);
}

fn add(
    corpus: &ArchivedCorpus,
    lists: &ArchivedPostings,
    n: usize,
    how: How,
    but: &str,
    needles: &mut Vec<Needle>,
) {
    for other in lists.list(n) {
        let other = corpus.lexicon.terms.get(other as usize);
        if other != but {
            push(Needle::new(other, how), needles);
        }
    }
}

pub(super) fn push(needle: Needle, needles: &mut Vec<Needle>) {
    if !needles.iter().any(|other| other.folded == needle.folded) {
        needles.push(needle);
    }
}

/// A run of a script without spaces, cut into terms of the lexicon, the longest first. What is between
/// them stays together two characters at a time, so that it still finds something.
pub(super) fn segments<'a>(corpus: &ArchivedCorpus, run: &'a str) -> Vec<&'a str> {
    cut(corpus, run, LONGEST)
}

/// A term of a script without spaces cut into shorter ones, as [`segments`] would if the lexicon did not have it as a whole.
pub(super) fn parts<'a>(corpus: &ArchivedCorpus, term: &'a str) -> Vec<&'a str> {
    cut(corpus, term, LONGEST.min(term.chars().count().saturating_sub(1)))
}

/// Cuts a run into terms of at most so many characters.
fn cut<'a>(corpus: &ArchivedCorpus, run: &'a str, longest: usize) -> Vec<&'a str> {
    let places: Vec<usize> =
        run.char_indices().map(|(at, _)| at).chain(std::iter::once(run.len())).collect();
    let lists = [&corpus.lexicon.terms, &corpus.lexicon.stop_words];
    let mut segments = Vec::new();
    let mut unknown: Option<usize> = None;
    let mut n = 0;
    while n + 1 < places.len() {
        let from = places[n];
        let most = &run[from..places[(n + longest).min(places.len() - 1)]];
        let known = lists.iter().filter_map(|list| Some(list.longest_beginning(most)?.len()));
        // A word of a script with spaces is not cut: “unrest” is not the UN.
        let length = known.filter(|length| is_at_word_edges(run, from, from + length, false)).max();
        let whole = run[from..].find(|c| !is_word(c)).unwrap_or(run.len() - from);
        let begins_word = run[from..].starts_with(|c: char| is_word(c) && !c.is_numeric());
        match length.or(begins_word.then_some(whole)) {
            Some(length) => {
                let term = &run[from..from + length];
                let end = n + term.chars().count();
                if let Some(first) = unknown.take() {
                    segments.extend(pairs(&run[places[first]..from]));
                }
                segments.push(term);
                n = end;
            }
            None => {
                unknown.get_or_insert(n);
                n += 1;
            }
        }
    }
    if let Some(from) = unknown {
        segments.extend(pairs(&run[places[from]..]));
    }
    segments
}

/// The facet values of the concepts that several folded words speak for.
pub(super) fn labels_of_phrase(corpus: &ArchivedCorpus, folded: &str) -> Vec<Label> {
    let stems: Vec<String> = folded.split(' ').map(stem).collect();
    labels(corpus, corpus.lexicon.signals.find(&stems.join(" "))).collect()
}

/// Those of some facet values that have this folded name in a language of the page.
pub(super) fn values_called(corpus: &ArchivedCorpus, labels: &[Label], folded: &str) -> Vec<Label> {
    let stems = |text: &str| text.split(' ').map(stem).collect::<Vec<String>>();
    let wanted = stems(folded);
    let is_called = |label: &Label| {
        let names = &corpus.facets[label.facet].values[label.value].label;
        names.iter().any(|(_, name)| stems(corpus.fold.fold(name).text.trim()) == wanted)
    };
    labels.iter().copied().filter(is_called).collect()
}

/// The facet values of the concepts that a signal speaks for, but for those that tell nothing.
pub(super) fn labels(
    corpus: &ArchivedCorpus,
    signal: Option<usize>,
) -> impl Iterator<Item = Label> + '_ {
    let places = signal.into_iter().flat_map(|n| corpus.lexicon.signalled.list(n));
    let most = corpus.passages.len() / TELLING;
    places
        .filter_map(|place| label(corpus, place as usize))
        .filter(move |label| corpus.facets[label.facet].of_value(label.value).count() <= most)
}

/// The facet value of a concept, by its place among those of all schemes.
fn label(corpus: &ArchivedCorpus, mut place: usize) -> Option<Label> {
    for scheme in corpus.schemes.iter() {
        if place < scheme.concepts.len() {
            return Some(Label { facet: position(&scheme.id)?, value: place });
        }
        place -= scheme.concepts.len();
    }
    None
}

/// Unknown characters in pairs; a last one that is left over by itself is left out, unless it is all. What is of
/// other scripts among them stays whole.
fn pairs(run: &str) -> Vec<&str> {
    let pieces = run.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.flat_map(pairs_of_piece).collect()
}

fn pairs_of_piece(piece: &str) -> Vec<&str> {
    let places: Vec<usize> =
        piece.char_indices().map(|(at, _)| at).chain(std::iter::once(piece.len())).collect();
    if places.len() == 2 || !piece.chars().all(is_unspaced) {
        return vec![piece];
    }
    places.windows(3).step_by(2).map(|ends| &piece[ends[0]..ends[2]]).collect()
}
