//! What stands above what in a scheme? Whatever a curator has written, the way up from a concept ends: whoever
//! walks it need not look out for circles, which [`super::checks`] has reported. And each concept comes after the one
//! above it, as the image has them.

use std::collections::HashMap;

use super::{Concept, Scheme};

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

    /// Puts each concept behind the one above it, and leaves all else as it was. There are no circles.
    pub(super) fn put_in_order(&mut self) {
        let broader = self.places_above();
        let mut order: Vec<usize> = Vec::new();
        let mut is_placed = vec![false; broader.len()];
        for n in 0..broader.len() {
            let way = std::iter::successors(Some(n), |&at| broader[at]);
            let way: Vec<usize> = way.take_while(|&at| !is_placed[at]).collect();
            for at in way.into_iter().rev() {
                is_placed[at] = true;
                order.push(at);
            }
        }
        let mut concepts: Vec<Option<Concept>> = self.concepts.drain(..).map(Some).collect();
        let next = |number: usize| {
            let concept = concepts[number].take().expect("each is placed once");
            Concept { number, ..concept }
        };
        self.concepts = order.into_iter().map(next).collect();
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

    /// The first that is left, or what stands above it and is left too, again and again.
    fn in_order(scheme: &Scheme) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        while let Some(first) = (0..scheme.concepts.len()).find(|n| !order.contains(n)) {
            let above = scheme.above(first).filter(|above| !order.contains(above));
            order.push(above.last().unwrap_or(first));
        }
        order
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

        #[test]
        fn each_comes_after_the_one_above_it(concepts in written()) {
            let mut before = scheme(&concepts);
            before.cut_circles();
            let mut after = scheme(&concepts);
            after.cut_circles();
            after.put_in_order();
            let order: Vec<usize> = after.concepts.iter().map(|concept| concept.number).collect();
            prop_assert_eq!(&order, &in_order(&before));
            for (n, concept) in after.concepts.iter().enumerate() {
                prop_assert_eq!(concept.id.get_ref(), &concepts[concept.number].0);
                prop_assert!(after.above(n).all(|above| above < n));
            }
        }
    }
}
