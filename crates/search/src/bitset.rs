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

    pub(crate) fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    pub(crate) fn insert(&mut self, n: usize) {
        self.words[n / 64] |= 1 << (n % 64);
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
        self.words.iter().enumerate().flat_map(|(n, &word)| {
            std::iter::successors(Some(word), |word| Some(word & word.wrapping_sub(1)))
                .take_while(|word| *word != 0)
                .map(move |word| n * 64 + word.trailing_zeros() as usize)
        })
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
        assert_eq!(set.iter().count(), 127);
        set.intersect(&Bitset::empty(130));
        assert_eq!(set.iter().count(), 0);
        set.unite(&Bitset::full(130));
        assert_eq!(set.iter().count(), 130);
    }
}
