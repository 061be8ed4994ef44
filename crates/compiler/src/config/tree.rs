//! What stands above what in a scheme? Whatever an editor has written, the way up from a concept ends: whoever
//! walks it need not look out for circles, which [`super::checks`] has reported.

use std::collections::HashMap;

use super::Scheme;

impl Scheme {
    /// The concepts above one, the nearest first.
    pub(crate) fn above(&self, concept: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.broader(concept), |&above| self.broader(above))
    }

    /// The concept right above one.
    fn broader(&self, concept: usize) -> Option<usize> {
        let broader = self.concepts[concept].broader.as_ref()?;
        self.place(broader.get_ref()).map(|place| place as usize)
    }

    /// Takes concepts out of the circles that they stand in: each of them stands under nothing then.
    pub(super) fn cut_circles(&mut self) {
        let broader = self.places_above();
        for (n, concept) in self.concepts.iter_mut().enumerate() {
            let mut way = std::iter::successors(broader[n], |&above| broader[above]);
            // A way without a circle is no longer than there are concepts.
            if way.by_ref().take(broader.len()).any(|above| above == n) {
                concept.broader = None;
            }
        }
    }

    /// [`broader`](Self::broader) of each concept.
    fn places_above(&self) -> Vec<Option<usize>> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (n, concept) in self.concepts.iter().enumerate() {
            // Of two of one id, the first is meant.
            places.entry(concept.id.get_ref()).or_insert(n);
        }
        let above = self.concepts.iter().map(|concept| concept.broader.as_ref());
        above.map(|broader| places.get(broader?.get_ref().as_str()).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A scheme of concepts that stand under those named behind them.
    fn scheme(concepts: &[(String, Option<String>)]) -> Scheme {
        let mut text = "id = \"theme\"\n".to_owned();
        for (id, broader) in concepts {
            text += &format!("[[concept]]\nid = \"{id}\"\n");
            broader.iter().for_each(|broader| text += &format!("broader = \"{broader}\"\n"));
        }
        toml::from_str(&text).unwrap()
    }

    fn written() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
        let id =
            || prop::sample::select(vec!["a", "b", "c", "d", "e", "f"]).prop_map(str::to_owned);
        prop::collection::vec((id(), prop::option::of(id())), 0..8)
    }

    proptest! {
        #[test]
        fn the_way_up_ends(concepts in written()) {
            let before = scheme(&concepts);
            let mut after = scheme(&concepts);
            after.cut_circles();
            for n in 0..concepts.len() {
                let way: Vec<usize> = before.above(n).take(concepts.len() + 1).collect();
                let is_in_circle = way.contains(&n);
                prop_assert_eq!(after.above(n).count() == 0, is_in_circle || way.is_empty());
                prop_assert!(after.above(n).take(concepts.len() + 1).count() <= concepts.len());
            }
        }
    }
}
