//! Which part of a name is the family's? In names in Latin letters the last word, unless a comma says otherwise:
//! “Kim, Jong Un” is how a corpus says that the first is. All others stay whole.

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;

/// A name as CSL-JSON has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name {
    /// As it stands: an organisation, or a person of whom nothing tells the family's part.
    Literal {
        /// The whole name.
        literal: String,
    },
    /// A person.
    Person {
        /// The family's part, by which lists are sorted.
        family: String,
        /// Small words that belong to it: van der.
        #[serde(rename = "non-dropping-particle", skip_serializing_if = "Option::is_none")]
        particle: Option<String>,
        /// The person's own part.
        given: String,
    },
}

/// Words that stand between a given name and the family's, and belong to the latter.
const PARTICLES: [&str; 14] =
    ["van", "von", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "ter", "bin"];

/// Words that only names of organisations have.
const ORGANISATIONS: [&str; 48] = [
    "academy",
    "administration",
    "agency",
    "assembly",
    "association",
    "bank",
    "board",
    "bureau",
    "center",
    "centre",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "corp",
    "corporation",
    "council",
    "department",
    "embassy",
    "federation",
    "foundation",
    "fund",
    "gmbh",
    "government",
    "group",
    "inc",
    "institute",
    "llc",
    "ltd",
    "magazine",
    "media",
    "ministry",
    "network",
    "news",
    "office",
    "organisation",
    "organization",
    "plc",
    "press",
    "radio",
    "review",
    "service",
    "society",
    "team",
    "television",
    "times",
    "university",
];

/// Words behind a name that are no part of it: which of several of that name it is.
const WHICH: [&str; 6] = ["Jr", "Sr", "II", "III", "IV", "PhD"];

/// What has letters, if any, in no other script.
static LATIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\p{Latin}\p{Common}\p{Inherited}]*$").expect("the pattern is a regular one")
});

impl Name {
    /// A name as a document writes it. Names in other letters than Latin ones stay whole: in Chinese characters a
    /// family name may have one or two, and a Korean one comes first in whatever letters. So does what looks like
    /// an organisation.
    pub fn new(name: String) -> Name {
        parted(&name).unwrap_or(Name::Literal { literal: name })
    }

    /// The name with the family's part first.
    pub fn inverted(&self) -> String {
        match self {
            Name::Literal { literal } => literal.clone(),
            Name::Person { family, particle: None, given } => format!("{family}, {given}"),
            Name::Person { family, particle: Some(particle), given } => {
                format!("{particle} {family}, {given}")
            }
        }
    }
}

/// The parts of a person's name, where the writing tells them.
fn parted(name: &str) -> Option<Name> {
    if name.chars().any(|c| c.is_numeric() || "()[]{}&/\"".contains(c)) || !LATIN.is_match(name) {
        return None;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let is_which = words.last().is_some_and(|word| WHICH.contains(&word.trim_end_matches('.')));
    if words.len() < 2 || is_which {
        return None;
    }
    if let Some((family, given)) = name.split_once(", ") {
        let family: Vec<&str> = family.split(' ').collect();
        // A family may be called Press or Bank.
        let is_body =
            is_organisation(given) || family.len() > 1 && is_organisation(&family.join(" "));
        let is_whole = !family[0].is_empty() && !given.is_empty() && !given.contains(',');
        return (is_whole && !is_body).then(|| person(&family, given));
    }
    if name.contains(',') || is_organisation(name) {
        return None;
    }
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let particle = words.iter().position(|word| PARTICLES.contains(word)).filter(|n| *n > 0);
    let (given, family) = words.split_at(particle.unwrap_or(words.len() - 1));
    if given.iter().any(is_small) || family.last().is_some_and(is_small) {
        return None;
    }
    Some(person(family, &given.join(" ")))
}

/// Whether words are those of a body, or of two persons.
fn is_organisation(words: &str) -> bool {
    words.split(' ').any(|word| {
        let word = word.trim_end_matches(['.', ',']).to_lowercase();
        ["of", "for", "and", "the"].contains(&&*word) || ORGANISATIONS.contains(&&*word)
    })
}

fn person(family: &[&str], given: &str) -> Name {
    let particles = family.iter().take_while(|word| PARTICLES.contains(word)).count();
    let (particle, family) = family.split_at(particles.min(family.len() - 1));
    Name::Person {
        family: family.join(" "),
        particle: Some(particle.join(" ")).filter(|particle| !particle.is_empty()),
        given: given.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_latin_names_of_persons_are_parted() {
        for (name, parts) in [
            ("Thomas Graham", Some(("Graham", None, "Thomas"))),
            ("Graham, Thomas", Some(("Graham", None, "Thomas"))),
            ("Anna M. van der Berg", Some(("Berg", Some("van der"), "Anna M."))),
            ("van der Berg, Anna M.", Some(("Berg", Some("van der"), "Anna M."))),
            ("José Ortega", Some(("Ortega", None, "José"))),
            ("徐博", None),
            ("安德烈·兰科夫 (Andrei Lankov)", None),
            ("Plato", None),
            ("Ministry of Foreign Affairs", None),
            ("Yonhap News", None),
            ("Radio Free Asia", None),
            ("Martin Luther King Jr.", None),
            ("Kim, Jong Un", Some(("Kim", None, "Jong Un"))),
            ("bell hooks", None),
            ("Smith, John, Jr.", None),
            ("R&D", None),
            ("Ministry of Foreign Affairs, Republic of Korea", None),
            ("Ministry of Unification, Seoul", None),
            ("Kaspersky Lab, Inc.", None),
            ("Kaspersky Lab, LLC", None),
            ("Press, William H.", Some(("Press", None, "William H."))),
            ("Martin Luther King, Jr.", None),
            ("Smith, John Jr.", None),
            ("Smith, John and Mary", None),
            ("김 정은", None),
            ("Ким Чен Ын", None),
            ("Ким, Чен Ын", None),
            ("キム ジョンウン", None),
            ("Ḥasan ʿAlī", Some(("ʿAlī", None, "Ḥasan"))),
        ] {
            let person = |(family, particle, given): (&str, Option<&str>, &str)| Name::Person {
                family: family.to_owned(),
                particle: particle.map(str::to_owned),
                given: given.to_owned(),
            };
            let literal = Name::Literal { literal: name.to_owned() };
            let expected = parts.map_or(literal, person);
            assert_eq!(Name::new(name.to_owned()), expected, "{name}");
        }
    }
}
