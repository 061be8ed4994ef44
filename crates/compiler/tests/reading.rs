//! How the project's own corpus is read, held by a snapshot a person can read, and by what must hold
//! for any corpus.
//!
//! After a change that is meant, `UPDATE_EXPECT=1 cargo test -p vitrine-compiler` writes the snapshot
//! anew; read the difference before committing it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use vitrine_compiler::compile;
use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::ArchivedCorpus;

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// A passage in one line: where, what, about what, and how it begins.
fn summary(corpus: &ArchivedCorpus, n: usize) -> String {
    let passage = &corpus.passages[n];
    let ids = |scheme: &str| -> String {
        corpus.labels(n, scheme).map(|(_, concept)| &*concept.id).collect::<Vec<_>>().join(" ")
    };
    let mut line = format!(
        "{:3} {}{} {}",
        passage.first_line.to_native(),
        passage.role.get().as_str(),
        if passage.depth > 0 { format!("{}", passage.depth) } else { String::new() },
        corpus.languages[usize::from(passage.lang.to_native())]
    );
    let line_of = |n: usize| corpus.passages[n].first_line.to_native();
    if let Some(n) = passage.repeats() {
        write!(line, " repeats:{}", line_of(n)).unwrap();
    }
    if let Some(n) = passage.parallel() {
        write!(line, " parallel:{}", line_of(n)).unwrap();
    }
    for (name, scheme) in
        [("themes", "theme"), ("levels", "level"), ("actors", "actor"), ("people", "person")]
    {
        let ids = ids(scheme);
        if !ids.is_empty() {
            write!(line, "\n    {name}: {ids}").unwrap();
        }
    }
    let text = corpus.text(n);
    for date in passage.dates().iter() {
        write!(line, "\n    date {} = {}", date.edtf, &text[date.span.range()]).unwrap();
        if let Some(how) = date.resolved_from.as_ref() {
            write!(line, " ({how})").unwrap();
        }
    }
    for figure in passage.figures().iter() {
        let upper = figure.upper.as_ref().map_or(String::new(), |upper| format!("–{upper}"));
        let words = &text[figure.span.range()];
        write!(line, "\n    figure {}{upper} {} = {words}", figure.value, figure.unit).unwrap();
    }
    for similar in corpus.similar_to(n) {
        let other = &corpus.passages[similar.passage as usize];
        let document = &corpus.documents[other.document.to_native() as usize].id;
        let (kind, score) = (similar.kind.as_str(), similar.score);
        write!(line, "\n    {kind} {score}% {document} {}", other.first_line).unwrap();
    }
    let beginning: String = text.chars().take(30).collect();
    write!(line, "\n    {beginning}").unwrap();
    line
}

#[test]
fn the_corpus_is_read_as_the_snapshot_says() {
    let compiled = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let mut text = String::new();
    for (n, document) in image.documents.iter().enumerate() {
        writeln!(text, "# {} {}", document.id, document.file).unwrap();
        writeln!(text, "title: {}", document.title.iter().next().unwrap().1).unwrap();
        writeln!(text, "authors: {:?}", document.authors.iter().map(|a| &**a).collect::<Vec<_>>())
            .unwrap();
        writeln!(text, "publisher: {:?}", document.publisher.as_ref().map(|p| &**p)).unwrap();
        writeln!(text, "date: {:?}", document.date.as_ref().map(|d| &**d)).unwrap();
        for passage in image.passages_of(n) {
            writeln!(text, "{}", summary(&image, passage)).unwrap();
        }
        writeln!(text).unwrap();
    }
    expect_file!["snapshots/seeds.txt"].assert_eq(&text);
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let one = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    let other = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(one.image.as_slice(), other.image.as_slice());
}

#[test]
fn every_line_has_exactly_one_home() {
    let compiled = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let mut homes: BTreeMap<(&str, u32), usize> = BTreeMap::new();
    for passage in image.passages.iter() {
        let document = &image.documents[passage.document.to_native() as usize];
        for line in passage.first_line.to_native()..=passage.last_line.to_native() {
            *homes.entry((&document.file, line)).or_default() += 1;
        }
    }
    for document in image.documents.iter() {
        let text = std::fs::read_to_string(seeds().join(&*document.file)).unwrap();
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let homes = homes.remove(&(&*document.file, n as u32 + 1));
            assert_eq!(homes, Some(1), "{}:{}: {line}", document.file, n + 1);
        }
    }
    assert!(homes.is_empty(), "blank lines have a home: {homes:?}");
}

/// Whatever folding makes of a character: texts of a hundred in a row, of all of the basic plane and of what has
/// compatibility forms beyond it.
#[test]
fn texts_come_back_to_the_letter() {
    let chars =
        ('!'..='\u{ffff}').chain('\u{1d400}'..='\u{1f9ff}').chain('\u{2f800}'..='\u{2fa1d}');
    let chars: Vec<char> = chars.filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let texts: Vec<String> =
        chars.chunks(100).map(|chars| format!("a{}z", String::from_iter(chars))).collect();
    let rows: String =
        texts.iter().map(|text| format!("{}\n", serde_json::json!({ "text": text }))).collect();
    let folder = tempfile("to-the-letter");
    std::fs::write(folder.join("rows.jsonl"), rows).unwrap();
    let compiled = compile(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(image.passages.len(), texts.len());
    for (n, text) in texts.iter().enumerate() {
        assert_eq!(image.text(n), *text);
        assert_eq!(image.passages[n].folded, *image.fold.fold(text).text);
    }
    let changed = (0..texts.len()).filter(|&n| *texts[n] != *image.passages[n].folded).count();
    assert!(changed > texts.len() / 3, "{changed} of {}", texts.len());
}

#[test]
fn evidence_says_what_made_each_label() {
    let compiled = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let appendix = open_appendix(&compiled.appendix).unwrap();
    for n in 0..image.passages.len() {
        let text = image.text(n);
        for label in image.labels_of(n) {
            assert!(image.evidence(n, label).next().is_some(), "{}", image.passage_id(n));
            for evidence in image.evidence(n, label) {
                assert!(!appendix.rule(&evidence).is_empty());
                for span in evidence.spans() {
                    assert!(text.get(span).is_some_and(|words| !words.is_empty()));
                }
            }
        }
    }
}

#[test]
fn an_id_stays_when_a_paragraph_comes_before_it() {
    let folder = tempfile("ids");
    std::fs::write(
        folder.join("a.txt"),
        "Title\n\nA first paragraph of some length.\nAnother paragraph.",
    )
    .unwrap();
    let before = ids(&folder);
    std::fs::write(
        folder.join("a.txt"),
        "Title\n\nNew at the top.\nA first paragraph of some length.\nAnother paragraph.",
    )
    .unwrap();
    let after = ids(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(before.is_subset(&after) && after.len() == before.len() + 1);
}

fn ids(folder: &Path) -> BTreeSet<String> {
    let compiled = compile(folder).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    (0..image.passages.len()).map(|n| image.passage_id(n)).collect()
}

/// A fresh folder of this test.
fn tempfile(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("vitrine-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Compiles a corpus of one text, read with this scheme of themes.
fn themed(name: &str, scheme: &str, text: &str) -> Result<vitrine_compiler::Compiled, String> {
    let folder = tempfile(name);
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    std::fs::write(folder.join("a.txt"), text).unwrap();
    std::fs::write(folder.join("schemes/themes.toml"), scheme).unwrap();
    let compiled = compile(&folder).map_err(|problems| problems.to_string());
    std::fs::remove_dir_all(&folder).unwrap();
    compiled
}

/// The words that gave a passage its themes; empty where it got none.
fn words_of(compiled: &vitrine_compiler::Compiled, beginning: &str) -> Vec<String> {
    let image = Image::open(&compiled.image).unwrap();
    let n = (0..image.passages.len()).find(|&n| image.text(n).starts_with(beginning)).unwrap();
    let text = image.text(n);
    let labels = image.labels(n, "theme");
    let evidence = labels.flat_map(|(label, _)| image.evidence(n, label));
    evidence.flat_map(|evidence| evidence.spans()).map(|span| text[span].to_owned()).collect()
}

#[test]
fn a_signal_may_ask_for_dates() {
    let scheme = "id = \"theme\"\n[[concept]]\nid = \"past\"\n[[concept.signal]]\n\
                  dates = \"../2011\"\nunless_dates = \"2024/..\"\nwithout = [\"born\"]\n";
    let text = "A title of this text\n\nThe treaty was signed in July 1961 by both of them.\n\n\
                He was born in July 1961 in a town by the sea.\n\n\
                What was signed in July 1961 was signed once more in June 2024.\n\n\
                It was signed in June 2012 after a year of talks.\n\n\
                It happened between 2010 and 2013, and nobody saw it.\n";
    let compiled = themed("dates", scheme, text).unwrap();
    assert_eq!(words_of(&compiled, "The treaty"), ["July 1961"]);
    for beginning in ["He was born", "What was signed", "It was signed"] {
        assert!(words_of(&compiled, beginning).is_empty(), "{beginning}");
    }
}

#[test]
fn a_signal_may_ask_for_the_very_letters_and_a_short_passage_needs_less() {
    let scheme = "id = \"theme\"\nthreshold_by_sentences = [0.5]\n[[concept]]\nid = \"a\"\n\
                  [[concept.signal]]\nterms = [\"=US\"]\nweight = 0.5\nroles = [\"content\"]\n";
    let text = "A title of the US and of us\n\nWhat the US has said about it is known.\n\n\
                What they have said to us about it is known.\n\n\
                The US has said little about it. Of this more is known now.\n";
    let compiled = themed("letters", scheme, text).unwrap();
    assert_eq!(words_of(&compiled, "What the US"), ["US"]);
    for beginning in ["What they", "The US has", "A title"] {
        assert!(words_of(&compiled, beginning).is_empty(), "{beginning}");
    }
}

#[test]
fn a_signal_that_cannot_be_read_is_told_with_its_line() {
    let scheme = "id = \"theme\"\n[[concept]]\nid = \"past\"\n[[concept.signal]]\n\
                  dates = \"before 2012\"\nunless_dates = \"2012/2011\"\nroles = [\"footnote\"]\n";
    let problems = themed("period", scheme, "Words of a text.").map(|_| ()).unwrap_err();
    for expected in [
        "themes.toml:5:9: error: “before 2012” is no stretch of time; write it as EDTF: 2014/2017, ../2011",
        "themes.toml:6:16: error: “2012/2011” is no stretch of time",
        "themes.toml:7:10: error: there is no role “footnote”; roles are content",
    ] {
        assert!(problems.contains(expected), "{expected}\n---\n{problems}");
    }
}

/// A document of two paragraphs.
const DOCUMENT: (&str, &str) =
    ("a.txt", "Title\n\nGrain was shipped in May.\nNothing to see here.");

/// A corpus of one document, with a theme scheme and this `curation.toml`.
fn curated(
    name: &str,
    (file, text): (&str, &str),
    curation: &str,
) -> Result<vitrine_compiler::Compiled, String> {
    let folder = tempfile(name);
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    std::fs::write(
        folder.join("schemes/themes.toml"),
        "id = \"theme\"\n[[concept]]\nid = \"trade\"\n[[concept]]\nid = \"food\"\nbroader = \"trade\"\n[[concept.signal]]\nname = \"food named\"\nterms = [\"grain\"]\n",
    )
    .unwrap();
    std::fs::write(folder.join("curation.toml"), curation).unwrap();
    let compiled = compile(&folder).map_err(|problems| problems.to_string());
    std::fs::remove_dir_all(&folder).unwrap();
    compiled
}

#[test]
fn a_concept_comes_after_the_one_above_it() {
    let folder = tempfile("order");
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    std::fs::write(folder.join("a.txt"), "Title\n\nGrain was shipped in May.").unwrap();
    std::fs::write(
        folder.join("schemes/themes.toml"),
        "id = \"theme\"\n[[concept]]\nid = \"food\"\nbroader = \"trade\"\n[[concept.signal]]\nterms = [\"grain\", \"grain\"]\n\
         [[concept]]\nid = \"ports\"\n[[concept.signal]]\nterms = [\"ports\"]\n[[concept]]\nid = \"trade\"\n",
    )
    .unwrap();
    let checked = vitrine_compiler::check(&folder, vitrine_compiler::Detail::Single);
    let twice = checked.problems.iter().find(|problem| problem.code.as_str() == "duplicate-term");
    assert_eq!(twice.map(|problem| problem.line), Some(6), "the place in the file");
    let compiled = compile(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    let (_, scheme) = image.scheme("theme").unwrap();
    let concepts = scheme
        .concepts
        .iter()
        .map(|concept| (&*concept.id, concept.broader.as_ref().map(|broader| broader.to_native())));
    assert_eq!(concepts.collect::<Vec<_>>(), [("trade", None), ("food", Some(0)), ("ports", None)]);
    let labels: Vec<_> = image.labels(1, "theme").map(|(_, concept)| &*concept.id).collect();
    assert_eq!(labels, ["trade", "food"]);
}

#[test]
fn a_corrected_heading_heads_what_follows() {
    let headings = |compiled: &vitrine_compiler::Compiled, words: &str| -> Vec<String> {
        let image = Image::open(&compiled.image).unwrap();
        let n = (0..image.passages.len()).find(|&n| image.text(n).contains(words)).unwrap();
        image.headings(n).into_iter().map(|n| image.text(n).to_string()).collect()
    };
    let id = |compiled: &vitrine_compiler::Compiled, words: &str| {
        let image = Image::open(&compiled.image).unwrap();
        let n = (0..image.passages.len()).find(|&n| image.text(n).contains(words)).unwrap();
        image.passage_id(n)
    };
    let document = (
        "a.md",
        "# Title\n\n## Ports\n\nGrain was shipped in May.\n\nOf the north\n\nNothing to see here.\n",
    );
    let plain = curated("headed", document, "").unwrap();
    assert_eq!(headings(&plain, "Nothing"), ["Ports"]);
    let role = |words: &str, role: &str| {
        let id = id(&plain, words);
        let curation = format!(
            "[[correction]]\npassage = \"{id}\"\nwords = \"{words}\"\nreason = \"Seen.\"\nrole = \"{role}\"\n"
        );
        curated("headed", document, &curation).unwrap()
    };
    assert!(headings(&role("Ports", "content"), "Nothing").is_empty());
    let corrected = role("Of the north", "heading");
    assert_eq!(headings(&corrected, "Nothing"), ["Of the north"]);
    assert_eq!(headings(&corrected, "Grain"), ["Ports"]);
}

#[test]
fn an_argument_has_the_concepts_that_the_corpus_mentions() {
    let folder = tempfile("argument");
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    std::fs::write(folder.join("a.txt"), "Title\n\nGrain was shipped in May.").unwrap();
    let concept =
        |id: &str| format!("[[concept]]\nid = \"{id}\"\n[[concept.signal]]\nterms = [\"{id}\"]\n");
    let concepts: String = ["coal", "grain", "steel"].map(concept).concat();
    let tiers = "[[tier]]\nconcepts = [\"steel\"]\n[[tier]]\nconcepts = [\"coal\", \"grain\"]\n";
    let scheme = format!("id = \"actor\"\nmention = true\n{concepts}{tiers}");
    std::fs::write(folder.join("schemes/goods.toml"), scheme).unwrap();
    let compiled = compile(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    let appendix = open_appendix(&compiled.appendix).unwrap();
    let framework = appendix.framework.as_ref().unwrap();
    let scheme = &image.schemes[usize::from(framework.scheme.to_native())];
    let named = framework.tiers.iter().map(|tier| {
        let ids = tier.concepts.iter().map(|n| &*scheme.concepts[n.to_native() as usize].id);
        ids.collect::<Vec<&str>>()
    });
    assert_eq!(named.collect::<Vec<_>>(), [["grain"]]);
}

#[test]
fn a_correction_changes_its_passage_and_says_why() {
    let plain = curated("plain", DOCUMENT, "").unwrap();
    let image = Image::open(&plain.image).unwrap();
    let find =
        |words: &str| (0..image.passages.len()).find(|&n| image.text(n).contains(words)).unwrap();
    let id = |n: usize| image.passage_id(n);
    let (grain, nothing) = (id(find("Grain")), id(find("Nothing")));
    assert_eq!(image.labels(find("Grain"), "theme").count(), 2);

    let compiled = curated(
        "corrected",
        DOCUMENT,
        &format!(
            "[[correction]]\npassage = \"{grain}\"\nwords = \"Grain\"\nreason = \"No trade.\"\nremove = {{ theme = [\"trade\"] }}\n\
             [[correction]]\npassage = \"{nothing}\"\nwords = \"Nothing\"\nreason = \"It is about food.\"\nadd = {{ theme = [\"food\"] }}\nrole = \"caption\"\n\
             [[correction.date]]\ntext = \"here\"\nedtf = \"2024-05\"\n"
        ),
    )
    .unwrap();
    let image = Image::open(&compiled.image).unwrap();
    let appendix = open_appendix(&compiled.appendix).unwrap();
    let find =
        |words: &str| (0..image.passages.len()).find(|&n| image.text(n).contains(words)).unwrap();
    assert_eq!(
        image.labels(find("Grain"), "theme").count(),
        0,
        "the narrower theme goes with the broader"
    );
    let place = find("Nothing");
    let nothing = &image.passages[place];
    assert_eq!(nothing.role.get().as_str(), "caption");
    assert_eq!(&*nothing.dates()[0].edtf, "2024-05");
    let labels: Vec<_> = image.labels(place, "theme").collect();
    assert_eq!(
        labels.iter().map(|(_, concept)| &*concept.id).collect::<Vec<_>>(),
        ["trade", "food"]
    );
    for (label, _) in labels {
        assert_eq!(vitrine_corpus::json::by(&label), "curator");
        assert_eq!(appendix.rule(&label.evidence().next().unwrap()), "It is about food.");
    }
}
