//! Which words are of one family? How English makes nouns, doers and adjectives of its verbs, and the reverse.
//!
//! A table of the ends that stems ([`vitrine_corpus::text::stem`]) of one family have: who asks for a `resumption` or a
//! `reconciliation` finds what is said of `resume` and `reconcile`, and who asks what somebody would `decide` what
//! is said of a `decision`.

use vitrine_corpus::text::{stem, takes_e};

use super::expand::LONGEST_SUFFIX;

/// Shorter stems are of too many words that only look alike.
const SHORTEST: usize = 4;

/// Ends of stems of one family: of the word that is made, and of the one that it is made of.
const ENDS: [(&str, &str); 62] = [
    ("ion", ""),
    ("ation", ""),
    ("iation", ""),
    ("ition", ""),
    ("ization", "iz"),
    ("isation", "iz"),
    ("ication", "y"),
    ("ification", "ify"),
    ("ocation", "ok"),
    ("amation", "aim"),
    ("anation", "ain"),
    ("unciation", "ounc"),
    ("sion", "d"),
    ("sion", "t"),
    ("mission", "mit"),
    ("pulsion", "pel"),
    ("cession", "ced"),
    ("cession", "ceed"),
    ("ption", ""),
    ("ption", "b"),
    ("ception", "ceiv"),
    ("scription", "scrib"),
    ("tention", "tain"),
    ("struction", "stroy"),
    ("uction", "uc"),
    ("olution", "olv"),
    ("ment", ""),
    ("ement", ""),
    ("siv", "d"),
    ("anc", ""),
    ("ens", ""),
    ("rens", ""),
    ("rent", ""),
    ("ant", "anc"),
    ("ent", "ens"),
    ("al", ""),
    ("ial", "y"),
    ("ur", ""),
    ("ag", ""),
    ("y", ""),
    ("th", ""),
    ("er", ""),
    ("er", "y"),
    ("or", ""),
    ("ist", ""),
    ("ic", ""),
    ("ic", "y"),
    ("ical", "y"),
    ("ical", "ic"),
    ("iv", ""),
    ("iv", "ion"),
    ("ity", ""),
    ("ility", "l"),
    ("ness", ""),
    ("iness", "y"),
    ("ful", ""),
    ("abl", ""),
    ("ous", ""),
    ("ious", "y"),
    ("ly", ""),
    ("ily", "y"),
    ("ier", "y"),
];

/// The stem of a word, and what the stems of its family may be.
pub(crate) fn stems(word: &str) -> Vec<String> {
    let own = stem(word);
    let mut stems = Vec::new();
    if own.bytes().all(|b| b.is_ascii_lowercase()) {
        stems.extend(kin(&own, true));
    }
    stems.push(own);
    stems
}

/// What the stems of a word's family may be, beside its own; those that are only longer if something `goes_on` so. Most
/// are of no word.
pub(super) fn kin(own: &str, goes_on: bool) -> impl Iterator<Item = String> + '_ {
    let replaced = |from: &'static str, to: &'static str| {
        let mut kin = [own.strip_suffix(from)?, to].concat();
        if takes_e(&kin) {
            kin.push('e');
        }
        (kin.len() >= SHORTEST).then_some(kin)
    };
    ENDS.iter().flat_map(move |&(made, of)| {
        // With a short end more, it is found by its beginning.
        let is_into = !of.is_empty() || (goes_on && made.len() > LONGEST_SUFFIX);
        let into = is_into.then(|| replaced(of, made));
        [replaced(made, of), into.flatten()].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::text::stem;

    use super::*;

    #[test]
    fn a_noun_and_its_verb_are_of_one_family() {
        for (noun, verb) in [
            ("resumption", "resume"),
            ("reconciliation", "reconcile"),
            ("decision", "decide"),
            ("expansion", "expanding"),
            ("denunciation", "denounced"),
            ("provocations", "provoke"),
            ("ratification", "ratify"),
            ("resolution", "resolve"),
            ("imposition", "impose"),
            ("detention", "detained"),
            ("strategic", "strategy"),
            ("independent", "independence"),
            ("stability", "stable"),
            ("modernisation", "modernise"),
            ("dismantlement", "dismantle"),
            ("deterrence", "deter"),
        ] {
            let (noun, verb) = (stem(noun), stem(verb));
            assert!(kin(&noun, true).any(|kin| kin == verb), "{noun}, {verb}");
            assert!(kin(&verb, true).any(|kin| kin == noun), "{verb}, {noun}");
        }
        for (noun, verb) in [("closure", "close"), ("storage", "stores"), ("growth", "grows")] {
            assert!(kin(&stem(noun), true).any(|kin| kin == stem(verb)), "{noun}, {verb}");
        }
        for (one, other) in [("nation", "nat"), ("person", "pers"), ("vision", "vid")] {
            assert!(kin(&stem(one), true).all(|kin| kin != other), "{one}");
        }
    }
}
