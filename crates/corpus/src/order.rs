//! In which order? Everything is sorted as plain integers, here: each type that is sorted, and each crate that
//! sorts it, would cost the page kilobytes.

/// Sorts, the least first.
pub fn sort(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// Sorted, each once.
pub fn each_once(mut keys: Vec<u64>) -> Vec<u64> {
    sort(&mut keys);
    keys.dedup();
    keys
}

/// Two numbers below 2³² as one key: keys sort by the first, then by the second.
pub const fn key(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64
}

/// The first number of a [`key`].
pub const fn first(key: u64) -> usize {
    (key >> 32) as usize
}

/// The second number of a [`key`].
pub const fn second(key: u64) -> usize {
    (key & u32::MAX as u64) as usize
}

/// Places under 2³² in order.
pub fn places(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut keys: Vec<u64> = places.map(|place| place as u64).collect();
    sort(&mut keys);
    keys.into_iter().map(second).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_in_order_of_both() {
        let mut pairs = [(2, 0), (1, 9), (u32::MAX as usize, 1), (1, 8), (2, 0)];
        let keys = each_once(pairs.iter().map(|&(first, other)| key(first, other)).collect());
        pairs.sort_unstable();
        let sorted: Vec<_> = keys.iter().map(|&key| (first(key), second(key))).collect();
        assert_eq!(sorted, [pairs[0], pairs[1], pairs[2], pairs[4]]);
        assert_eq!(places([3, 1, 2].into_iter()), [1, 2, 3]);
    }
}
