//! How do many short lists lie in the image? One stretch of bytes, and where each list begins in it: words, runs of
//! numbers, postings.

use rkyv::{Archive, Serialize};

use super::Passage;
use crate::packed::{Numbers, push_labels, push_number, push_similar};

/// How many pieces share an entry of [`Pieces::blocks`].
const BLOCK: usize = 32;

/// Stands for a length that does not fit into a byte.
const LONG: u8 = u8::MAX;

/// Where each of many pieces begins that lie end to end: how long each is, and where each block of
/// them begins. Small numbers that come again and again are a fifth of growing ones, once compressed, and
/// looking one up adds at most a few of them.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Pieces {
    /// Every `BLOCK`-th piece.
    pub blocks: Vec<Block>,
    /// The length of each piece; `LONG` for one that is as long or longer.
    pub lengths: Vec<u8>,
    /// The lengths of those, in order.
    pub long: Vec<u32>,
}

/// A piece to count from.
#[derive(Archive, Serialize, Debug, Clone, Copy)]
pub struct Block {
    /// Where it begins.
    pub start: u32,
    /// How many long pieces are before it.
    pub long: u32,
}

impl Pieces {
    /// Appends a piece of this length, at `start`.
    fn push(&mut self, start: usize, length: usize) {
        let narrow = |n: usize| u32::try_from(n).expect("an image stays under 4 GiB");
        if self.lengths.len().is_multiple_of(BLOCK) {
            self.blocks.push(Block { start: narrow(start), long: narrow(self.long.len()) });
        }
        if length < usize::from(LONG) {
            self.lengths.push(length as u8);
        } else {
            self.lengths.push(LONG);
            self.long.push(narrow(length));
        }
    }
}

impl ArchivedPieces {
    /// How many there are.
    fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Where piece `n` lies.
    fn range(&self, n: usize) -> std::ops::Range<usize> {
        self.since_block(n / BLOCK).nth(n % BLOCK).expect("a piece that there is")
    }

    /// Where the pieces lie from the first of this block on.
    fn since_block(&self, block: usize) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let begin = &self.blocks[block];
        let mut long = self.long[begin.long.to_native() as usize..].iter();
        let mut end = begin.start.to_native() as usize;
        self.lengths[block * BLOCK..].iter().map(move |&byte| {
            let length = if byte < LONG { None } else { long.next() };
            let start = end;
            end += length.map_or(usize::from(byte), |length| length.to_native() as usize);
            start..end
        })
    }
}

/// Short lists of bytes, end to end: each by itself would take more to say where it lies than it has.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Runs {
    /// Where each lies in `bytes`.
    pub pieces: Pieces,
    /// The lists.
    pub bytes: Vec<u8>,
}

impl Runs {
    /// Appends what is written.
    pub(crate) fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        write(&mut self.bytes);
        self.pieces.push(start, self.bytes.len() - start);
    }

    /// The labels of passages, packed.
    pub fn of_labels(passages: &[Passage]) -> Runs {
        let mut runs = Runs::default();
        passages.iter().for_each(|passage| runs.push(|to| push_labels(to, &passage.labels)));
        runs
    }

    /// What is like passages, packed.
    pub fn of_similar(passages: &[Passage]) -> Runs {
        let mut runs = Runs::default();
        passages.iter().for_each(|passage| runs.push(|to| push_similar(to, &passage.similar)));
        runs
    }
}

impl ArchivedRuns {
    /// List `n`.
    pub(crate) fn get(&self, n: usize) -> &[u8] {
        &self.bytes[self.pieces.range(n)]
    }
}

/// A list of words, end to end; most are sorted.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Words {
    /// All words without separators.
    pub text: String,
    /// Where each lies (bytes).
    pub pieces: Pieces,
}

impl Words {
    /// These words, in their order.
    pub fn of(words: &[impl AsRef<str>]) -> Words {
        let mut list = Words::default();
        words.iter().for_each(|word| list.push(word.as_ref()));
        list
    }

    /// Appends a word; the caller keeps those sorted that are to be found.
    pub fn push(&mut self, word: &str) {
        self.pieces.push(self.text.len(), word.len());
        self.text.push_str(word);
    }
}

impl ArchivedWords {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Word `n`.
    pub fn get(&self, n: usize) -> &str {
        &self.text[self.pieces.range(n)]
    }

    /// All words, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (mut rest, mut long) = (&*self.text, self.pieces.long.iter());
        self.pieces.lengths.iter().map(move |&byte| {
            let length = if byte < LONG { None } else { long.next() };
            let length = length.map_or(usize::from(byte), |length| length.to_native() as usize);
            let word;
            (word, rest) = rest.split_at(length);
            word
        })
    }

    /// The place of `word`.
    pub fn find(&self, word: &str) -> Option<usize> {
        let n = self.partition(|other| other < word.as_bytes());
        (n < self.len() && self.get(n) == word).then_some(n)
    }

    /// The places of all words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<usize> {
        let prefix = prefix.as_bytes();
        let from = self.partition(|other| other < prefix);
        // Mostly none does, which is seen at once.
        let none = from == self.len() || !self.get(from).as_bytes().starts_with(prefix);
        let to = if none {
            from
        } else {
            self.partition(|other| other < prefix || other.starts_with(prefix))
        };
        from..to
    }

    /// The longest word that a text begins with.
    pub fn longest_beginning(&self, text: &str) -> Option<&str> {
        let mut text = text;
        loop {
            // All that is in order between a beginning of the text and the text begins so, too. So the last
            // word up to the text is its longest beginning, or tells how long that is at most.
            let n = self.partition(|word| word <= text.as_bytes()).checked_sub(1)?;
            let word = self.get(n);
            let common = word.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
            if common == word.len() {
                return Some(word).filter(|word| !word.is_empty());
            }
            text = &text[..text.floor_char_boundary(common)];
        }
    }

    /// How many words come before, if those that do are the first ones. UTF-8 is in order as its bytes are.
    fn partition(&self, mut is_before: impl FnMut(&[u8]) -> bool) -> usize {
        let text = self.text.as_bytes();
        // By blocks, whose first words need no adding up; then through the one that is left.
        let (mut low, mut high) = (0, self.pieces.blocks.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(&text[self.pieces.range(middle * BLOCK)]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let Some(block) = low.checked_sub(1) else { return 0 };
        let pieces = self.pieces.since_block(block).take(BLOCK);
        block * BLOCK + pieces.take_while(|piece| is_before(&text[piece.clone()])).count()
    }
}

/// Sorted lists of passages, each as differences in LEB128.
///
/// A list is decoded only for a key a reader asks for, so that nothing is unpacked at start, and a
/// dense list costs one byte a passage.
#[derive(Archive, Serialize, Debug, Default)]
pub struct Postings {
    /// Where each list lies in `bytes`.
    pub pieces: Pieces,
    /// The lists.
    pub bytes: Vec<u8>,
}

impl Postings {
    /// Appends a list. `passages` ascends strictly.
    pub fn push(&mut self, passages: &[u32]) {
        let start = self.bytes.len();
        let mut previous = 0;
        for (n, &passage) in passages.iter().enumerate() {
            debug_assert!(n == 0 || passage > previous, "postings ascend");
            push_number(&mut self.bytes, passage - previous);
            previous = passage;
        }
        self.pieces.push(start, self.bytes.len() - start);
    }
}

impl ArchivedPostings {
    /// Whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.pieces.len() == 0
    }

    /// How many bytes list `n` has: what decoding it costs.
    pub fn size(&self, n: usize) -> usize {
        self.pieces.range(n).len()
    }

    /// The passages of list `n`, ascending.
    pub fn list(&self, n: usize) -> impl Iterator<Item = u32> + '_ {
        let mut previous = 0;
        Numbers(&self.bytes[self.pieces.range(n)]).map(move |delta| {
            previous += delta;
            previous
        })
    }
}
