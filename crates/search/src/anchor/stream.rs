//! What does a document say from its beginning to its end, however it is broken into lines and passages? Its
//! folded words as one text without spaces.

use std::ops::Range;

use super::Stretches;

/// A document as one text without spaces.
pub(super) struct Stream {
    pub(super) text: String,
    /// Where each passage begins in it, and at last its end.
    starts: Vec<usize>,
}

impl Stream {
    pub(super) fn of<'a>(passages: impl Iterator<Item = &'a str>) -> Stream {
        let mut stream = Stream { text: String::new(), starts: vec![0] };
        for passage in passages {
            stream.text.extend(passage.chars().filter(|c| !c.is_whitespace()));
            stream.starts.push(stream.text.len());
        }
        stream
    }

    /// How many passages it has.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn range(&self, n: usize) -> Range<usize> {
        self.starts[n]..self.starts[n + 1]
    }

    pub(super) fn words(&self, n: usize) -> &str {
        &self.text[self.range(n)]
    }

    /// Whether a stretch is of one passage.
    pub(super) fn is_together(&self, stretch: Range<usize>) -> bool {
        let next = self.starts.partition_point(|start| *start <= stretch.start);
        self.starts.get(next).is_some_and(|end| stretch.end <= *end)
    }

    /// Where a text stands, also where it overlaps itself.
    pub(super) fn all(&self, text: &str) -> Vec<usize> {
        let Some(first) = text.chars().next() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = memchr::memmem::find(&self.text.as_bytes()[from..], text.as_bytes()) {
            found.push(from + at);
            from += at + first.len_utf8();
        }
        found
    }

    /// The part between two texts, each of which stands in one place only; without one, up to the document's end
    /// on that side. It includes them.
    pub(super) fn part(&self, since: &str, until: &str) -> Option<Range<usize>> {
        let only = |text: &str| match self.all(text)[..] {
            [one] => Some(one..one + text.len()),
            _ => None,
        };
        let start = if since.is_empty() { 0 } else { only(since)?.start };
        let end = if until.is_empty() { self.text.len() } else { only(until)?.end };
        (start < end).then_some(start..end)
    }

    /// The texts of `length` characters that stand in one place only, nearest to a stretch on both sides of it.
    pub(super) fn landmarks(&self, stretch: &Range<usize>, length: usize) -> (&str, &str) {
        let starts: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        let ends = starts.iter().copied().skip(length).chain([self.text.len()]);
        let mut windows: Vec<&str> = Vec::new();
        let mut places: Vec<Range<usize>> =
            starts.iter().copied().zip(ends).map(|(a, b)| a..b).collect();
        places.sort_unstable_by_key(|place| &self.text[place.clone()]);
        windows.extend(places.iter().map(|place| &self.text[place.clone()]));
        let is_only = |n: usize| {
            let is_other = |other: Option<&&str>| other.is_none_or(|other| *other != windows[n]);
            is_other(windows.get(n.wrapping_sub(1))) && is_other(windows.get(n + 1))
        };
        let alone: Vec<&Range<usize>> =
            (0..places.len()).filter(|n| is_only(*n)).map(|n| &places[n]).collect();
        let before =
            alone.iter().filter(|place| place.end <= stretch.start).max_by_key(|place| place.start);
        let after =
            alone.iter().filter(|place| place.start >= stretch.end).min_by_key(|place| place.start);
        let text =
            |place: Option<&&Range<usize>>| place.map_or("", |place| &self.text[(*place).clone()]);
        (text(before), text(after))
    }

    /// What stands in a part between two neighbours that are at most `reach` characters apart: the first `most`. A
    /// link that somebody wrote by hand may name neighbours that stand everywhere.
    pub(super) fn between(
        &self,
        before: &str,
        after: &str,
        reach: usize,
        part: &Range<usize>,
        most: usize,
    ) -> Vec<Range<usize>> {
        /// Bytes of the longest character.
        const CHARACTER: usize = 4;
        let afters = self.all(after);
        let starts = self.all(before).into_iter().map(|at| at + before.len());
        let ends = |start: usize| {
            let is_near = move |end: usize| {
                let bytes = end - start;
                bytes <= reach
                    || bytes <= CHARACTER * reach
                        && self.text[start..end].chars().nth(reach).is_none()
            };
            let next = afters.partition_point(|at| *at < start);
            let near = afters[next..].iter().copied().take_while(move |end| is_near(*end));
            near.take_while(|end| *end <= part.end).map(move |end| start..end)
        };
        starts.filter(|start| part.start <= *start).flat_map(ends).take(most).collect()
    }

    /// The passages of a stretch, with bytes of their folded words.
    pub(super) fn place(&self, passages: &[&str], stretch: Range<usize>) -> Stretches {
        let parts = (0..passages.len()).filter_map(|n| {
            let range = self.range(n);
            let (from, to) = (stretch.start.max(range.start), stretch.end.min(range.end));
            let spaced = |place: usize| with_spaces(passages[n], place - range.start);
            (from < to).then(|| (n, spaced(from).start..spaced(to).end))
        });
        parts.collect()
    }
}

/// Byte `place` of a text without its spaces: where what follows it begins, and where what precedes it ends.
fn with_spaces(text: &str, place: usize) -> Range<usize> {
    let (mut passed, mut end) = (0, 0);
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        if passed >= place {
            return at..end;
        }
        passed += c.len_utf8();
        end = at + c.len_utf8();
    }
    text.len()..end
}

/// A text without its spaces.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first characters of a text.
pub(super) fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// The last characters of a text.
pub(super) fn last(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().take(count).last();
    from.map_or("", |(from, _)| &text[from..])
}

/// With how many characters both texts begin.
pub(super) fn common_beginning(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// With how many characters both texts end.
pub(super) fn common_end(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
}

/// How many of the pairs of characters of `words` stand in `text` too, per cent.
pub(super) fn shared(words: &str, text: &str) -> usize {
    let pairs = |text: &str| {
        let next = text.chars().skip(1);
        let mut pairs: Vec<(char, char)> = text.chars().zip(next).collect();
        pairs.sort_unstable();
        pairs
    };
    let (own, others) = (pairs(words), pairs(text));
    let found = own.iter().filter(|pair| others.binary_search(pair).is_ok()).count();
    (found * 100).checked_div(own.len()).unwrap_or(0)
}

/// How much of `words` some stretch of `text` has that is not much longer, per cent of pairs of characters. All of
/// a long text has most pairs of any.
pub(super) fn closest(words: &str, text: &str) -> usize {
    let length = words.chars().count().max(2);
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(length / 2).collect();
    let stretch = |start: &usize| shared(words, first(&text[*start..], length * 3 / 2));
    starts.iter().map(stretch).max().unwrap_or(0)
}
