//! In which order? As [`vitrine_corpus::order`] has it.

use vitrine_corpus::order;

/// Puts things into the order of their keys; equals stay as they stand. There are fewer than 2³² of them.
pub fn in_order<T>(things: Vec<T>, key: impl Fn(&T) -> u32) -> Vec<T> {
    let key = |(n, thing): (usize, &T)| order::key(key(thing) as usize, n);
    let mut keys: Vec<u64> = things.iter().enumerate().map(key).collect();
    order::sort(&mut keys);
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    keys.into_iter().filter_map(|key| things[order::second(key)].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equals_stay_as_they_stand() {
        let things = vec![(2, 'a'), (1, 'b'), (u32::MAX, 'c'), (1, 'd'), (0, 'e')];
        let ordered: String =
            in_order(things, |(key, _)| *key).into_iter().map(|(_, c)| c).collect();
        assert_eq!(ordered, "ebdac");
    }
}
