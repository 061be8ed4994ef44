//! Whom does a corpus name that no scheme lists? Persons told by how texts write names: one concept each, with
//! evidence, which a curator's scheme and correction go before.

mod folder;

use std::collections::BTreeMap;

use proptest::prelude::*;
use vitrine_compiler::{Code, Detail, check, compile};
use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::ArchivedCorpus;

use folder::Folder;

const ENGLISH: &str = "The Harbour Plan

The plan was approved on Tuesday, Deputy Mayor Hendrik Vaalbrook said after a debate of nine hours.

Vaalbrook told reporters that the Port Authority had no money left, and that Vaalbrook Street would stay.

In another town the Goldman Sachs Building and John F. Kennedy Airport were closed for the whole winter.
";

const SIMPLIFIED: &str = "河上的学者

学者安德烈·兰科夫认为，形势在变，港口的计划也要变，一切都要重新讨论。

兰科夫还说，外长王毅表示过同样的意思，双方没有不同的看法。
";

const TRADITIONAL: &str = "河上的計畫

學者安德烈‧蘭科夫（Andrei Lankov）指出，形勢在變，港口的計畫也要變，一切都要重新討論。
";

/// The persons of each passage that names one, with the words that say so.
fn persons(corpus: &ArchivedCorpus) -> Vec<BTreeMap<String, Vec<String>>> {
    let of = |n: usize| -> BTreeMap<String, Vec<String>> {
        let text = corpus.text(n);
        let labels = corpus.labels(n, "person").map(|(label, concept)| {
            let spans = label.evidence().flat_map(|evidence| {
                evidence.spans().map(|span| text[span].to_owned()).collect::<Vec<_>>()
            });
            (concept.id.to_string(), spans.collect())
        });
        labels.collect()
    };
    (0..corpus.passages.len()).map(of).filter(|persons| !persons.is_empty()).collect()
}

fn person(id: &str, words: &[&str]) -> BTreeMap<String, Vec<String>> {
    BTreeMap::from([(id.to_owned(), words.iter().map(|word| (*word).to_owned()).collect())])
}

#[test]
fn persons_are_found_without_a_scheme() {
    let folder =
        Folder::new("found", &[("a.txt", ENGLISH), ("b.txt", SIMPLIFIED), ("c.txt", TRADITIONAL)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let mut last = person("Andrei Lankov", &["兰科夫"]);
    last.extend(person("Wang Yi", &["王毅"]));
    assert_eq!(
        persons(&image),
        [
            person("Hendrik Vaalbrook", &["Hendrik Vaalbrook"]),
            person("Hendrik Vaalbrook", &["Vaalbrook"]),
            person("Andrei Lankov", &["安德烈·兰科夫"]),
            last,
            person("Andrei Lankov", &["安德烈‧蘭科夫", "Andrei Lankov"]),
        ]
    );
    let facet = image.facets.iter().find(|facet| &*facet.id == "person").unwrap();
    assert_eq!(facet.values.len(), 3);
    let appendix = open_appendix(&compiled.appendix).unwrap();
    let (label, _) = image.labels(1, "person").next().unwrap();
    let rules: Vec<String> =
        label.evidence().map(|evidence| appendix.rule(&evidence).to_string()).collect();
    assert_eq!(rules, ["name found in the text"]);
}

const TALK: &str = "A Talk on the Harbour

Speakers: Ms Hendrika Vaalbrook, harbour master; Dr Park Jin-ho, moderator

DR PARK: Good morning to all of you, and thank you for having come so far on such a day.

MS VAALBROOK: The harbour will be dredged in the spring, and the fishermen will be paid for the days they lose.

瓦尔布鲁克：港口将在春天疏浚，渔民损失的日子会得到补偿，大家不用担心。

MS VAALBROOK: The rest is in the paper that has been on your chairs since this morning.

瓦尔布鲁克：其余的都写在各位椅子上的文件里，今天早上就放好了。

Mr Park thanked her, and Park Avenue was closed for the rest of the day.
";

#[test]
fn who_speaks_is_known_by_the_family_name() {
    let folder = Folder::new("talk", &[("a.txt", TALK)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let mut both = person("Hendrika Vaalbrook", &["Hendrika Vaalbrook"]);
    both.extend(person("Park Jin-ho", &["Park Jin-ho"]));
    let speaks = |name| person("Hendrika Vaalbrook", &[name]);
    assert_eq!(
        persons(&image),
        [
            both,
            person("Park Jin-ho", &["PARK"]),
            speaks("VAALBROOK"),
            speaks("瓦尔布鲁克"),
            speaks("VAALBROOK"),
            speaks("瓦尔布鲁克"),
            person("Park Jin-ho", &["Park"]),
        ]
    );
}

#[test]
fn initials_that_differ_are_two_persons() {
    let english = "The Port\n\n\
         The port was opened by President George H. W. Bush, and closed in a cold winter.\n\n\
         It was opened again when George W. Bush had heard of it, after eight years of silence.\n\n\
         Dwight Eisenhower had never seen it, and Dwight D. Eisenhower did not want to.\n\n\
         Of the names on the quay, George Bush is the one that is painted over every spring.\n";
    let chinese = "港口\n\n學者喬治·布什（George H. W. Bush）指出，港口的計畫也要變，一切都要重新討論。\n\n\
         學者喬治·布什（George W. Bush）指出，港口的計畫不要變，一切都不要重新討論。\n\n\
         學者喬治·布什指出，港口的計畫太貴，一切都要重新討論一次。\n";
    let folder = Folder::new("initials", &[("a.txt", english), ("b.txt", chinese)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let persons = persons(&image);
    assert_eq!(
        persons[..4],
        [
            person("George H. W. Bush", &["George H. W. Bush"]),
            person("George W. Bush", &["George W. Bush"]),
            person("Dwight Eisenhower", &["Dwight Eisenhower", "Dwight D. Eisenhower"]),
            person("George Bush", &["George Bush"]),
        ]
    );
    assert_eq!(
        persons[4..],
        [
            person("George H. W. Bush", &["George H. W. Bush"]),
            person("George W. Bush", &["George W. Bush"]),
        ]
    );
}

#[test]
fn where_nobody_is_found_nothing_is_added() {
    let text =
        "The Harbour\n\nThe Port Authority and General Motors closed Queen Street on Monday.\n";
    let folder = Folder::new("nobody", &[("a.txt", text)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let facet = image.facets.iter().find(|facet| &*facet.id == "person").unwrap();
    assert!(facet.values.is_empty());
    let appendix = open_appendix(&compiled.appendix).unwrap();
    assert!(!appendix.rules.iter().any(|rule| rule.contains("name found")));
}

#[test]
fn a_scheme_goes_first_and_what_was_found_joins_it() {
    let scheme = "id = \"person\"\nmention = true\nnames = true\n\
                  [[concept]]\nid = \"Andrei Lankov\"\nlabel = { en = \"A. Lankov\" }\n\
                  [[concept.signal]]\nname = \"named\"\nterms = [\"Lankov\"]\n\
                  [[concept]]\nid = \"Vaalbrook\"\nlabel = { en = \"Vaalbrook\", zh-Hans = \"V\", zh-Hant = \"V\" }\n\
                  [[concept.signal]]\nname = \"named\"\nterms = [\"Vaalbrook\"]\n";
    let folder = Folder::new(
        "scheme",
        &[("a.txt", ENGLISH), ("c.txt", TRADITIONAL), ("schemes/people.toml", scheme)],
    );
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(
        persons(&image),
        [
            person("Vaalbrook", &["Vaalbrook"]),
            person("Vaalbrook", &["Vaalbrook", "Vaalbrook"]),
            person("Andrei Lankov", &["Lankov", "安德烈‧蘭科夫"]),
        ]
    );
}

#[test]
fn a_found_person_needs_no_translation_and_can_be_removed() {
    let scheme = "id = \"person\"\nmention = true\n[[concept]]\nid = \"Q\"\n\
                  label = { en = \"Q\", zh-Hans = \"Q\", zh-Hant = \"Q\" }\n\
                  [[concept.signal]]\nname = \"named\"\nterms = [\"Quillan\"]\n";
    let files = [("a.txt", ENGLISH), ("schemes/people.toml", scheme)];
    let folder = Folder::new("removed", &files);
    let checked = check(&folder.0, Detail::Single);
    let is_of_names =
        |code: Code| matches!(code, Code::ConceptWithoutLabel | Code::ConceptWithoutSignal);
    assert!(!checked.problems.iter().any(|problem| is_of_names(problem.code)));
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let n = (0..image.passages.len()).find(|&n| image.labels(n, "person").next().is_some());
    let id = image.passage_id(n.unwrap());
    let curation = format!(
        "[[correction]]\npassage = \"{id}\"\nwords = \"Deputy Mayor\"\nreason = \"Nobody\"\n\
         remove.person = [\"Hendrik Vaalbrook\"]\n"
    );
    std::fs::write(folder.0.join("curation.toml"), curation).unwrap();
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(persons(&image), [person("Hendrik Vaalbrook", &["Vaalbrook"])]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever a text says, it is compiled, and the words that name somebody stand in it.
    #[test]
    fn any_text_is_compiled(pieces in prop::collection::vec(piece(), 1..40), n in any::<u64>()) {
        let text = format!("Title\n\n{}\n", pieces.concat());
        let folder = Folder::new(&format!("any-{n}"), &[("a.txt", &text)]);
        if let Ok(compiled) = compile(&folder.0) {
            let image = Image::open(&compiled.image).unwrap();
            for words in persons(&image).iter().flat_map(BTreeMap::values).flatten() {
                prop_assert!(!words.is_empty());
            }
        }
    }
}

fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Anna Smith",
        " Smith",
        "Minister ",
        "Zorah Quillan",
        ", a professor",
        " said. ",
        "\n\n",
        "外长王毅表示",
        "王毅",
        "安德烈·兰科夫",
        "兰科夫",
        "（Andrei Lankov）",
        "作者：方 旭",
        "，",
        "ﬁ",
        "İ",
        "\u{301}",
        "\u{20000}",
        "😀",
        "號",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()]
}
