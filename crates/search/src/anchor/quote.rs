//! What must a link carry so that its words are found again? The words, and as much of what stands around them
//! as tells them from all others of the document.

use std::ops::Range;

use super::stream::{Stream, bare};
use super::{MORE, Quote, Twice};

/// How many characters of a neighbour are tried, one after the other, until they stand only once.
const NEIGHBOURS: [usize; 5] = [16, 24, 32, 48, 64];

/// How many characters tell a part of a document that says all twice.
const LANDMARK: usize = 24;

/// How many characters are quoted at most.
const WORDS: usize = 300;

/// What a link to bytes `span` of passage `n` has to carry. `texts` are the passages of the document as they
/// are written; `fold` folds. Nothing where there is no word to quote.
pub fn quote(
    texts: &[&str],
    n: usize,
    span: Range<usize>,
    version: &str,
    fold: impl Fn(&str) -> String,
) -> Option<Quote> {
    let text = texts[n];
    // What folds to a space tells nothing, and would not be marked.
    let is_word = |c: char| !bare(&fold(c.encode_utf8(&mut [0; 4]))).is_empty();
    let start = span.start + text[span.clone()].find(is_word)?;
    let mut end = span.start + text[span.clone()].rfind(is_word)?;
    end += text[end..].chars().next().map_or(0, char::len_utf8);
    if let Some((cut, _)) = text[start..end].char_indices().nth(WORDS) {
        end = start + cut;
    }
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let document = Stream::of(folded.iter().map(|text| &**text));
    let words = bare(&fold(&text[start..end]));

    let earlier =
        texts[..n].iter().rev().flat_map(|text| [' '].into_iter().chain(text.chars().rev()));
    let earlier: Vec<char> = text[..start].chars().rev().chain(earlier).take(300).collect();
    let later = texts[n + 1..].iter().flat_map(|text| [' '].into_iter().chain(text.chars()));
    let later: Vec<char> = text[end..].chars().chain(later).take(300).collect();
    let at = document.range(n).start + bare(&fold(&text[..start])).len();
    let stretch = at..at + words.len();
    let sides = Sides {
        document: &document,
        n,
        words: &words,
        before: NEIGHBOURS.map(|length| cut(&earlier, length, true)),
        after: NEIGHBOURS.map(|length| cut(&later, length, false)),
        fold: &fold,
    };
    let whole = 0..document.text.len();
    let mut quote = sides.within(&whole);
    // What tells nothing was left out; but at an end of the document there is nothing.
    let is_untold = quote.before.is_empty() && stretch.start > whole.start
        || quote.after.is_empty() && stretch.end < whole.end;
    if is_untold {
        let (since, until) = document.landmarks(&stretch, LANDMARK);
        if let Some(part) = document.part(since, until) {
            let (since, until) = (since.to_owned(), until.to_owned());
            quote = Quote { since, until, ..sides.within(&part) };
        }
    }
    Some(Quote { words: text[start..end].to_owned(), version: version.to_owned(), ..quote })
}

/// What stands around some words.
struct Sides<'a, F> {
    document: &'a Stream,
    /// Their passage.
    n: usize,
    words: &'a str,
    /// The neighbours they may have, from short to long.
    before: [String; NEIGHBOURS.len()],
    after: [String; NEIGHBOURS.len()],
    fold: &'a F,
}

impl<F: Fn(&str) -> String> Sides<'_, F> {
    /// The neighbours that tell the words from all else in a part of the document.
    fn within(&self, part: &Range<usize>) -> Quote {
        let document = self.document;
        let bare = |text: &str| bare(&(self.fold)(text));
        let is_only = |text: &str| {
            let all = document.all(text).into_iter();
            all.filter(|at| part.start <= *at && at + text.len() <= part.end).count() == 1
        };
        // By itself where that is possible: then it tells the place even when the words are gone.
        let neighbour = |cuts: &[String], is_before: bool| {
            let alone = cuts.iter().find(|cut| is_only(&bare(cut)));
            let with_words = || {
                cuts.iter().find(|cut| {
                    let cut = bare(cut);
                    let pair = if is_before { [&*cut, self.words] } else { [self.words, &*cut] };
                    !cut.is_empty() && is_only(&pair.concat())
                })
            };
            // One that stands twice, however much of it is taken, would tell nothing.
            alone.or_else(with_words).cloned().unwrap_or_default()
        };
        let (before, after) = (neighbour(&self.before, true), neighbour(&self.after, false));
        let own = document.words(self.n);
        let is_in_part = |n: &usize| {
            let range = document.range(*n);
            range.start < part.end && part.start < range.end
        };
        let mut others = (0..document.len()).filter(|n| *n != self.n).filter(is_in_part);
        let is_copied = others.any(|other| document.words(other) == own);
        let reach = 2 * self.words.chars().count() + MORE;
        let between = document.between(&bare(&before), &bare(&after), reach, part, 2);
        let twice = match () {
            () if is_copied => Twice::Passage,
            () if is_only(self.words) && between.len() <= 1 => Twice::No,
            () => Twice::Words,
        };
        Quote { before, after, twice, ..Quote::default() }
    }
}

/// So many characters of what stands beside the words (spaces not counted), nearest first, as a text.
fn cut(side: &[char], length: usize, is_before: bool) -> String {
    let mut left = length;
    let near = side.iter().take_while(|c| {
        let is_left = left > 0;
        left -= usize::from(is_left && !c.is_whitespace());
        is_left
    });
    let mut text: Vec<char> = near.copied().collect();
    if is_before {
        text.reverse();
    }
    text.iter().collect::<String>().trim().to_owned()
}
