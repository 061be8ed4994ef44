//! How do many short lists lie in the image? One stretch of bytes, and where each list begins in it: words, runs of
//! numbers, postings.

use std::cmp::Ordering;
use std::ops::{Range, RangeInclusive};

use rkyv::rend::u32_le;
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

/// A piece, and what must be known to say where it lies.
#[derive(Clone, Copy, Default)]
struct PieceAt {
    n: usize,
    /// Where it begins.
    start: usize,
    /// How many long pieces are before it.
    long: usize,
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
    fn range(&self, n: usize) -> Range<usize> {
        self.at(self.place(n))
    }

    /// How long piece `n` is.
    fn length(&self, n: usize) -> usize {
        match self.lengths[n] {
            LONG => self.range(n).len(),
            length => usize::from(length),
        }
    }

    /// Where the pieces of these places lie.
    fn among(&self, places: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        // Many are asked for where none is.
        let place = match places.is_empty() {
            true => PieceAt::default(),
            false => self.place(places.start),
        };
        let mut long = self.long[place.long..].iter();
        let mut end = place.start;
        self.lengths[places].iter().map(move |&byte| {
            let length = if byte < LONG { None } else { long.next() };
            let start = end;
            end += length.map_or(usize::from(byte), |length| length.to_native() as usize);
            start..end
        })
    }

    /// The place of piece `n`.
    fn place(&self, n: usize) -> PieceAt {
        let mut place = self.place_of_block(n / BLOCK);
        self.go_on(&mut place, n % BLOCK);
        place
    }

    /// The place of the first piece of a block.
    fn place_of_block(&self, block: usize) -> PieceAt {
        let begin = &self.blocks[block];
        let narrow = |n: u32_le| n.to_native() as usize;
        PieceAt { n: block * BLOCK, start: narrow(begin.start), long: narrow(begin.long) }
    }

    /// Steps over so many pieces.
    fn go_on(&self, place: &mut PieceAt, pieces: usize) {
        let (sum, long) = added_up(&self.lengths[place.n..place.n + pieces]);
        place.start += sum;
        for length in &self.long[place.long..place.long + long] {
            place.start += length.to_native() as usize - usize::from(LONG);
        }
        place.n += pieces;
        place.long += long;
    }

    /// Where the piece lies that has this place; an empty range behind the last.
    fn at(&self, place: PieceAt) -> Range<usize> {
        let length = match self.lengths.get(place.n) {
            Some(&LONG) => self.long[place.long].to_native() as usize,
            length => length.copied().map_or(0, usize::from),
        };
        place.start..place.start + length
    }

    /// The place of the first piece, in order, that is not before what is sought.
    fn partition(&self, is_before: impl Fn(Range<usize>) -> bool) -> PieceAt {
        // By blocks, whose first pieces need no adding up; then within the one that is left.
        let (mut low, mut high) = (0, self.blocks.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.at(self.place_of_block(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let Some(block) = low.checked_sub(1) else { return PieceAt::default() };
        let mut place = self.place_of_block(block);
        let mut left = BLOCK.min(self.len() - place.n);
        while left > 0 {
            let half = left / 2;
            let mut middle = place;
            self.go_on(&mut middle, half);
            if is_before(self.at(middle)) {
                self.go_on(&mut middle, 1);
                (place, left) = (middle, left - half - 1);
            } else {
                left = half;
            }
        }
        place
    }
}

/// The sum of lengths, and how many of them are [`LONG`]: eight at a time, as it is all that finding a word does
/// between two others.
fn added_up(lengths: &[u8]) -> (usize, usize) {
    const EVERY_OTHER: u64 = 0x00ff_00ff_00ff_00ff;
    const ONES: u64 = 0x0001_0001_0001_0001;
    const LOW_BITS: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let (eights, rest) = lengths.as_chunks();
    let rest = rest.iter().fold(0, |rest, &length| rest << 8 | u64::from(length));
    let eights = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    eights.chain([rest]).fold((0, 0), |(sum, long), eight| {
        let pairs = (eight & EVERY_OTHER) + (eight >> 8 & EVERY_OTHER);
        // Of a byte that is not `LONG`, some bit is not set.
        let others = (((!eight & LOW_BITS) + LOW_BITS) | !eight) & !LOW_BITS;
        let long_ones = others.count_zeros() - LOW_BITS.count_ones();
        (sum + (pairs.wrapping_mul(ONES) >> 48) as usize, long + long_ones as usize)
    })
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
        self.among(0..self.len())
    }

    /// Those of these places, in order.
    pub fn among(&self, places: Range<usize>) -> impl Iterator<Item = &str> {
        self.pieces.among(places).map(|piece| &self.text[piece])
    }

    /// All words that have so many bytes, in order.
    pub fn of_lengths(&self, lengths: RangeInclusive<usize>) -> impl Iterator<Item = &str> {
        let pieces = self.pieces.among(0..self.len());
        pieces.filter(move |piece| lengths.contains(&piece.len())).map(|piece| &self.text[piece])
    }

    /// The place of `word`.
    pub fn find(&self, word: &str) -> Option<usize> {
        let place = self.partition(word, usize::MAX, Ordering::is_lt);
        (place.n < self.len() && self.at(place) == word).then_some(place.n)
    }

    /// The places of all words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let from = self.partition(prefix, usize::MAX, Ordering::is_lt);
        // Mostly none does, which is seen at once.
        let to = match from.n < self.len() && self.at(from).starts_with(prefix) {
            true => self.partition(prefix, prefix.len(), Ordering::is_le).n,
            false => from.n,
        };
        from.n..to
    }

    /// The longest word that a text begins with.
    pub fn longest_beginning(&self, text: &str) -> Option<&str> {
        let mut text = text;
        loop {
            // All that is in order between a beginning of the text and the text begins so, too. So the last
            // word up to the text is its longest beginning, or tells how long that is at most.
            let n = self.partition(text, usize::MAX, Ordering::is_le).n.checked_sub(1)?;
            let word = self.get(n);
            let common = word.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
            if common == word.len() {
                return Some(word).filter(|word| !word.is_empty());
            }
            text = &text[..text.floor_char_boundary(common)];
        }
    }

    /// The word that has this place.
    fn at(&self, place: PieceAt) -> &str {
        &self.text[self.pieces.at(place)]
    }

    /// The place behind the words that come before, if those that do are the first ones: by how their first bytes, at
    /// most so many, follow what is sought. UTF-8 is in order as its bytes are.
    fn partition(
        &self,
        sought: &str,
        most: usize,
        is_before: impl Fn(Ordering) -> bool,
    ) -> PieceAt {
        let text = self.text.as_bytes();
        let (sought, sought_head) = (sought.as_bytes(), head(sought.as_bytes(), sought.len()));
        self.pieces.partition(|piece| {
            let length = piece.len().min(most);
            // Nearly always these tell, without a call.
            let order = match in_order(head(&text[piece.start..], length), sought_head) {
                Ordering::Equal => text[piece.start..piece.start + length].cmp(sought),
                order => order,
            };
            is_before(order)
        })
    }
}

/// The first eight bytes of a word of so many, the first of them lowest; zeros behind a shorter one.
fn head(bytes: &[u8], length: usize) -> u64 {
    const LONGEST: usize = 8;
    let eight = match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte)),
    };
    if length < LONGEST { eight & ((1 << (8 * length)) - 1) } else { eight }
}

/// How two heads follow each other as their words do, if they differ.
fn in_order(a: u64, b: u64) -> Ordering {
    let differing = a ^ b;
    if differing == 0 {
        return Ordering::Equal;
    }
    let lowest = differing.trailing_zeros() & !7;
    (a >> lowest & 0xff).cmp(&(b >> lowest & 0xff))
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
        self.pieces.length(n)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words that begin alike, some with so many bytes that these take more than one to say, some with none and with
    /// zeros.
    fn word() -> impl Strategy<Value = String> {
        let short = "[ab\u{0}é朝]{0,4}";
        let end = prop_oneof![
            4 => Just(String::new()),
            3 => "[ab\u{0}]{0,9}",
            1 => (230_usize..280).prop_map(|length| "a".repeat(length)),
        ];
        (short, end).prop_map(|(start, end)| start + &end)
    }

    proptest! {
        #[test]
        fn words_are_found_as_by_looking_at_each(
            words in prop::collection::btree_set(word(), 0..100),
            asked in prop::collection::vec(word(), 20),
        ) {
            let words: Vec<String> = words.into_iter().collect();
            let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Words::of(&words)).unwrap();
            let list = rkyv::access::<ArchivedWords, rkyv::rancor::Error>(&bytes).unwrap();
            prop_assert!(list.iter().eq(&words));
            for (n, word) in words.iter().enumerate() {
                prop_assert_eq!(list.get(n), word);
                prop_assert_eq!(list.find(word), Some(n));
            }
            for asked in asked {
                let place = words.iter().position(|word| *word == asked);
                prop_assert_eq!(list.find(&asked), place);
                let beginning = words.iter().filter(|word| word.starts_with(&asked));
                prop_assert!(list.among(list.with_prefix(&asked)).eq(beginning));
                let longest = words.iter().filter(|word| asked.starts_with(word.as_str()));
                let longest = longest.max_by_key(|word| word.len()).filter(|word| !word.is_empty());
                prop_assert_eq!(list.longest_beginning(&asked), longest.map(String::as_str));
                let lengths = asked.len() / 2..=asked.len();
                let of_them = words.iter().filter(|word| lengths.contains(&word.len()));
                prop_assert!(list.of_lengths(lengths.clone()).eq(of_them));
            }
        }
    }
}
