//! In which order? Sorted as plain integers, since each type that is sorted costs the page kilobytes.

/// Puts things into the order of their keys; equals stay as they stand. There are fewer than 2³² of them.
pub fn in_order<T>(things: Vec<T>, key: impl Fn(&T) -> u32) -> Vec<T> {
    let key = |(n, thing): (usize, &T)| u64::from(key(thing)) << 32 | n as u64;
    let mut keys: Vec<u64> = things.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    let place = |key: u64| (key & u64::from(u32::MAX)) as usize;
    keys.into_iter().filter_map(|key| things[place(key)].take()).collect()
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
