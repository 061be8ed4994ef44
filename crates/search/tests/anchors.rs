//! A link to words never leads to others, whatever has been done to the text since; and where the words still
//! stand, it nearly always finds them.
//!
//! Each character of a document is followed through an edit, so that where the words have gone is known
//! without looking for them. What counts:
//!
//! - The words *stand* if all their characters follow each other as they did, with nothing between them but
//!   spaces and dashes. No selection is left out of this, however common its words are.
//! - An answer is *wrong* if it is sure (found, moved, rewritten) and marks a character that is not one of
//!   these, or leaves one out. That the text there reads the same is no excuse: most short words stand in
//!   other places too, and those are not the ones that were meant.
//! - “Not certain” and “gone” are never wrong, and never count as recovered.
//!
//! A twin of a passage is added as a ninth edit. Between twins with the same neighbours nothing can tell, so it
//! is not asked that the words be recovered; all the same no sure answer may lead to the twin.
//!
//! Two edits in a row are tried as well. What they do may be no different from what other edits do, which did
//! something else with the characters; that cannot be told by anyone, and two such pairs are left out. A
//! lookalike of which then the original is changed is the same text as one that was moved and changed. And
//! where a document says all of itself twice, a passage that is changed and then changes places with its twin
//! is the same text as a twin that is changed. Of words that two edits have changed, it is asked that some of
//! them are among those that are shown.

mod common;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use common::corpus;
use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use vitrine_corpus::fold::original_span;
use vitrine_search::anchor::{Quote, Resolution, Stretches, Twice, quote, resolve};

/// Where a character stood before the edits: passage and place in it.
type Origin = (usize, usize);

/// A character, and where it stood before the edits, if it did.
type Followed = (char, Option<Origin>);

/// A document whose characters are followed.
type Text = Vec<Vec<Followed>>;

/// How many selections.
const SELECTIONS: usize = 1000;

/// How many of them in a hundred must be recovered where the words stand.
const RECOVERED: usize = 95;

const EDITS: [&str; 8] = [
    "insert before",
    "delete a sentence",
    "change one character",
    "add a lookalike",
    "change script",
    "reorder",
    "split",
    "merge",
];

const LOOKALIKE: &str = EDITS[3];

const TWO: &str = "two in a row";

const TWIN: &str = "add a twin";

/// Numbers that look like chance and are the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Characters in their other script.
struct Scripts(OpenCC, OpenCC);

impl Scripts {
    fn other(&self, c: char) -> char {
        let own = c.to_string();
        let converted = [&self.0, &self.1].map(|table| table.convert(&own));
        let other = converted.iter().find(|other| **other != own);
        let mut other = other.unwrap_or(&own).chars();
        other.next().filter(|_| other.next().is_none()).unwrap_or(c)
    }
}

/// The words that a link is made to, and what it carries.
struct Selected {
    first: usize,
    n: usize,
    from: usize,
    wanted: Vec<Origin>,
    words: String,
    link: Quote,
}

#[derive(Default)]
struct Tally {
    stood: usize,
    recovered: usize,
    wrong: Vec<String>,
}

fn fold(text: &str) -> String {
    corpus().fold.fold(text).text
}

/// Whether a character is a part of words: not what folds to a space or to nothing.
fn is_word(c: char) -> bool {
    thread_local!(static KNOWN: RefCell<HashMap<char, bool>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        *known.entry(c).or_insert_with(|| !fold(&c.to_string()).trim().is_empty())
    })
}

#[test]
fn no_edit_makes_a_link_lie() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let table = |config| OpenCC::from_config(config).unwrap();
    let scripts = Scripts(table(BuiltinConfig::T2s), table(BuiltinConfig::S2t));
    let mut tallies: HashMap<String, Tally> = HashMap::new();
    let mut made = 0;
    while made < SELECTIONS {
        let Some((selected, before)) = select(&mut chance) else { continue };
        made += 1;
        let mut edit =
            |name: &str, text: Text| edited(name, text, &selected, &mut chance, &scripts);
        for name in EDITS.into_iter().chain([TWIN]) {
            let after = edit(name, before.clone());
            look(name, &selected, &before, &after, tallies.entry(name.to_owned()).or_default());
        }
        // Who may be taken for another after two edits: see above.
        let has_twin = selected.link.twice == Twice::Passage || !selected.link.since.is_empty();
        if has_twin || !selected.link.until.is_empty() {
            continue;
        }
        let plain: Vec<&str> = EDITS.into_iter().filter(|name| *name != LOOKALIKE).collect();
        for n in 0..3 {
            let (name, second) = (plain[(n + made) % plain.len()], plain[(made / 7) % plain.len()]);
            let once = edit(name, before.clone());
            let after = edit(second, once);
            let tally = tallies.entry(TWO.into()).or_default();
            look(&[name, second].join(", "), &selected, &before, &after, tally);
        }
    }
    let (mut stood, mut recovered) = (0, 0);
    for name in EDITS {
        (stood, recovered) = (stood + tallies[name].stood, recovered + tallies[name].recovered);
    }
    for (name, tally) in &tallies {
        eprintln!("{name}: {} of {}, {} wrong", tally.recovered, tally.stood, tally.wrong.len());
    }
    eprintln!(
        "the eight: {recovered} of {stood}, {:.2} %",
        100.0 * recovered as f64 / stood as f64
    );
    let wrong: Vec<&String> = tallies.values().flat_map(|tally| &tally.wrong).collect();
    assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(8)]);
    assert!(recovered * 100 >= stood * RECOVERED, "{recovered} of {stood}");
}

/// Some words of the corpus: a few characters of a passage, or, of every fifth, its beginning, as a link to the
/// whole passage quotes it.
fn select(chance: &mut Chance) -> Option<(Selected, Text)> {
    let document = chance.below(corpus().documents.len());
    let first = corpus().passages_of(document).start;
    let texts: Vec<_> = corpus().passages_of(document).map(|n| corpus().text(n)).collect();
    let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
    let n = chance.below(texts.len());
    let places: Vec<usize> = texts[n].char_indices().map(|(at, _)| at).collect();
    let (from, length) = match chance.below(5) {
        0 => (0, 48),
        _ => (chance.below(places.len()), 2 + chance.below(40)),
    };
    let to = (from + length).min(places.len());
    let end = places.get(to).copied().unwrap_or(texts[n].len());
    let words = &texts[n][places[from]..end];
    if words.chars().filter(|c| is_word(*c)).count() < 2 {
        return None;
    }
    let link = quote(&texts, n, places[from]..end, "before", fold)?;
    let follow = |n: usize, text: &str| -> Vec<Followed> {
        text.chars().enumerate().map(|(at, c)| (c, Some((n, at)))).collect()
    };
    let text: Text = texts.iter().enumerate().map(|(n, text)| follow(n, text)).collect();
    let wanted = (from..to).filter(|at| is_word(text[n][*at].0)).map(|at| (n, at)).collect();
    Some((Selected { first, n, from, wanted, words: words.to_owned(), link }, text))
}

/// Follows the link in the edited document. An edit that leaves the text as it was (two twins change places) is
/// none.
fn look(name: &str, selected: &Selected, before: &Text, after: &Text, tally: &mut Tally) {
    let Selected { first, n, wanted, words, link, .. } = selected;
    let texts = written(after);
    if texts == written(before) {
        return;
    }
    let first_folded = |n: usize| &*corpus().passages[first + n].folded;
    // Most passages are as they were.
    let folded: Vec<String> = (after.iter().zip(&texts))
        .map(|(passage, text)| match passage[0].1 {
            Some((n, _)) if corpus().text(first + n) == **text => first_folded(n).to_owned(),
            _ => fold(text),
        })
        .collect();
    let named = named(&texts, &written(before), *n);
    let now: Vec<&str> = folded.iter().map(String::as_str).collect();
    let link = Quote {
        words: fold(&link.words),
        before: fold(&link.before),
        after: fold(&link.after),
        since: fold(&link.since),
        until: fold(&link.until),
        ..link.clone()
    };
    let resolution = resolve(named, &link, &now, "after");
    let stood = stand(after, wanted);
    tally.stood += usize::from(stood);
    let is_right = match &resolution {
        Resolution::Found(place) | Resolution::Moved(place) => {
            let marked: Vec<Option<Origin>> = marked(place, after, &texts, &folded);
            let is_right = marked.iter().copied().eq(wanted.iter().map(|origin| Some(*origin)));
            tally.recovered += usize::from(stood && is_right);
            is_right
        }
        // Other words in their place: what is left of them, and what is new.
        Resolution::Rewritten(place) => {
            let marked = marked(place, after, &texts, &folded);
            let is_own = |origin: &Origin| wanted.contains(origin);
            let mut origins = marked.iter().flatten();
            !stood && if name.contains(", ") { origins.any(is_own) } else { origins.all(is_own) }
        }
        Resolution::Uncertain(_) | Resolution::Gone => true,
    };
    if !is_right {
        tally.wrong.push(format!("{name}: {words:?} {link:?} {resolution:?}"));
    }
}

fn written(text: &Text) -> Vec<String> {
    text.iter().map(|passage| passage.iter().map(|(c, _)| c).collect()).collect()
}

/// Where the passage is now that was passage `n`, by its id as the compiler gives it: made of the words, and numbered
/// where words are said again.
fn named(now: &[String], before: &[String], n: usize) -> Option<usize> {
    let times = before[..n].iter().filter(|text| **text == before[n]).count();
    let same = now.iter().enumerate().filter(|(_, text)| **text == before[n]);
    same.map(|(n, _)| n).nth(times)
}

/// Whether the words stand together and in order, in one passage or in several that follow each other.
fn stand(after: &Text, wanted: &[Origin]) -> bool {
    let stream: Vec<Option<Origin>> =
        after.iter().flatten().filter(|(c, _)| is_word(*c)).map(|(_, origin)| *origin).collect();
    let at = stream.iter().position(|origin| *origin == Some(wanted[0]));
    at.is_some_and(|at| {
        let end = (at + wanted.len()).min(stream.len());
        stream[at..end].iter().copied().eq(wanted.iter().map(|origin| Some(*origin)))
    })
}

/// Where the characters of a place stood before; a new one stood nowhere.
fn marked(
    place: &Stretches,
    after: &Text,
    texts: &[String],
    folded: &[String],
) -> Vec<Option<Origin>> {
    let mut marked = Vec::new();
    for (n, span) in place {
        let table = &corpus().fold;
        let aligned = table.fold(&texts[*n]).aligned;
        let span = original_span(table, &texts[*n], &folded[*n], aligned, span.clone());
        for (c, (at, _)) in after[*n].iter().zip(texts[*n].char_indices()) {
            if span.contains(&at) && is_word(c.0) {
                marked.push(c.1);
            }
        }
    }
    marked
}

/// Deletes a stretch of a passage. “A. But b. But c.” without “ But b.” is the same text as without “. But b”:
/// who reads it cannot tell which of the like characters have gone. Those have that were not selected.
fn delete(passage: &mut Vec<Followed>, stretch: Range<usize>, selected: &[Origin]) {
    let is_like = |a: usize, b: usize| alike(passage[a].0, passage[b].0);
    let mut stretches = vec![stretch.clone()];
    let Range { mut start, mut end } = stretch;
    while start > 0 && is_like(start - 1, end - 1) {
        (start, end) = (start - 1, end - 1);
        stretches.push(start..end);
    }
    (start, end) = (stretch.start, stretch.end);
    while end < passage.len() && is_like(start, end) {
        (start, end) = (start + 1, end + 1);
        stretches.push(start..end);
    }
    let spares = |stretch: &&Range<usize>| {
        let mut origins = passage[(*stretch).clone()].iter().filter_map(|(_, origin)| *origin);
        !origins.any(|origin| selected.contains(&origin))
    };
    let stretch = stretches.iter().find(spares).unwrap_or(&stretch).clone();
    passage.drain(stretch);
}

/// Whether two characters are one when folded.
fn alike(one: char, other: char) -> bool {
    fold(&one.to_string()) == fold(&other.to_string())
}

fn new(text: &str) -> Vec<Followed> {
    text.chars().map(|c| (c, None)).collect()
}

/// The document after an edit in or near the selected words.
fn edited(
    edit: &str,
    mut text: Text,
    selected: &Selected,
    chance: &mut Chance,
    scripts: &Scripts,
) -> Text {
    // Where the words have begun before may be elsewhere by now, or nowhere.
    let origin = Some((selected.n, selected.from));
    let place = text
        .iter()
        .enumerate()
        .find_map(|(n, passage)| Some((n, passage.iter().position(|(_, from)| *from == origin)?)));
    let (n, from) = place.unwrap_or((selected.n.min(text.len() - 1), 0));
    match edit {
        "insert before" if chance.below(2) == 0 => text.insert(n, new("這是新的一段。 A new one.")),
        "insert before" => drop(text[n].splice(0..0, new("新的一句。"))),
        "delete a sentence" => {
            let is_end = |c: &Followed| matches!(c.0, '。' | '.' | '；' | ';' | '！' | '?');
            // One of the selected words, or one beside it, or any other of the passage.
            let at = match chance.below(3) {
                0 => (from + chance.below(60)).min(text[n].len() - 1),
                1 => from.saturating_sub(chance.below(60)),
                _ => chance.below(text[n].len()),
            };
            let start = text[n][..at].iter().rposition(is_end).map_or(0, |end| end + 1);
            let end =
                text[n][at..].iter().position(is_end).map_or(text[n].len(), |end| at + end + 1);
            delete(&mut text[n], start..end, &selected.wanted);
        }
        "change one character" => {
            let at = chance.below(text[n].len());
            // In its other script a character is the same.
            let other = ['變', '易'].into_iter().find(|c| !alike(*c, text[n][at].0));
            text[n][at] = (other.unwrap(), None);
        }
        LOOKALIKE | TWIN => {
            let mut copy: Vec<Followed> = text[n].iter().map(|(c, _)| (*c, None)).collect();
            if edit != TWIN {
                let at = chance.below(copy.len());
                copy[at].0 = ['變', '易'].into_iter().find(|c| !alike(*c, copy[at].0)).unwrap();
            }
            let at = if chance.below(2) == 0 { n } else { chance.below(text.len()) };
            text.insert(at, copy);
        }
        "change script" => {
            for c in text.iter_mut().flatten() {
                c.0 = scripts.other(c.0);
            }
        }
        "reorder" => {
            let other = chance.below(text.len());
            text.swap(n, other);
        }
        "split" => {
            let at = (from + chance.below(20)).min(text[n].len());
            let rest = text[n].split_off(at);
            text.insert(n + 1, rest);
        }
        "merge" => {
            if n + 1 < text.len() {
                let next = text.remove(n + 1);
                text[n].push((' ', None));
                text[n].extend(next);
            }
        }
        other => unreachable!("{other}"),
    }
    text.retain(|passage| !passage.is_empty());
    if text.is_empty() { vec![new("Nothing is left.")] } else { text }
}
