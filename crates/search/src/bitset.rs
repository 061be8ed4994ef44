//! A set of passages, a bit each.

/// A set of passages of a corpus of fixed size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bitset {
    words: Vec<u64>,
    size: usize,
}

impl Bitset {
    pub(crate) fn empty(size: usize) -> Bitset {
        Bitset { words: vec![0; size.div_ceil(64)], size }
    }

    pub(crate) fn full(size: usize) -> Bitset {
        let mut set = Bitset { words: vec![u64::MAX; size.div_ceil(64)], size };
        set.clear_tail();
        set
    }

    /// How many passages there are, in the set or not.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many members it has.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn insert(&mut self, n: usize) {
        self.words[n / 64] |= 1 << (n % 64);
    }

    pub(crate) fn contains(&self, n: usize) -> bool {
        self.words[n / 64] & 1 << (n % 64) != 0
    }

    pub(crate) fn remove(&mut self, n: usize) {
        self.words[n / 64] &= !(1 << (n % 64));
    }

    pub(crate) fn intersect(&mut self, other: &Bitset) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(crate) fn unite(&mut self, other: &Bitset) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    pub(crate) fn complement(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.clear_tail();
    }

    /// The members, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        members(self.words.iter().copied())
    }

    /// The members of both sets, ascending.
    pub(crate) fn both<'a>(&'a self, other: &'a Bitset) -> impl Iterator<Item = usize> + 'a {
        members(self.words.iter().zip(&other.words).map(|(a, b)| a & b))
    }

    fn clear_tail(&mut self) {
        let used = self.size % 64;
        if used != 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

fn members(mut words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    let (mut word, mut next) = (0_u64, 0);
    std::iter::from_fn(move || {
        while word == 0 {
            word = words.next()?;
            next += 64;
        }
        let bit = word.trailing_zeros() as usize;
        word &= word - 1;
        Some(next - 64 + bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut set = Bitset::empty(130);
        [0, 63, 64, 129].into_iter().for_each(|n| set.insert(n));
        set.remove(63);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 64, 129]);
        set.complement();
        assert_eq!((set.iter().count(), set.len()), (127, 127));
        let mut few = Bitset::empty(130);
        [1, 64, 129].into_iter().for_each(|n| few.insert(n));
        assert_eq!(few.both(&set).collect::<Vec<_>>(), [1]);
        set.intersect(&Bitset::empty(130));
        assert_eq!(set.iter().count(), 0);
        set.unite(&Bitset::full(130));
        assert_eq!(set.iter().count(), 130);
    }
}
