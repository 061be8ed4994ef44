//! Do the links that readers have kept still lead where they led? `tests/links/` has a file for each release, a
//! line a link: what stands after `#`, a tab, and what it must open to.
//!
//! - `words` and these words: they, in the document of the passage, found or moved;
//! - `passage` and how it begins: that passage;
//! - `view`: a view that has these parameters, in this order.
//!
//! A file of a release is never changed. Before a release, `WRITE_LINKS=1 cargo test --test links` writes that of the
//! version at hand, if it is not there.

use std::path::{Path, PathBuf};

use vitrine::embedded;
use vitrine::state::anchor::{Anchor, Fate, anchor, said, view_of};
use vitrine::state::document::document_of;
use vitrine::state::fragment::{read, write};
use vitrine::state::intent::read_at;
use vitrine::state::view_state::{View, ViewState};
use vitrine_corpus::model::{ArchivedCorpus, Role};

const WRITE: &str = "WRITE_LINKS";

/// How far apart the passages are that a release's links lead to.
const EVERY: usize = 4;

/// Views of every kind, as readers link to them.
const VIEWS: [&str; 13] = [
    "q=朝鮮&theme=labor",
    "theme=military&-lang=en&sort=date",
    "doc=lankov-small-deal&view=read",
    "view=timeline&year=2023",
    "view=figures&order=value",
    "view=matrix&rows=actor&cells=share",
    "q=制裁&view=concordance&kwic=left&window=20",
    "theme=labor&view=terms&terms=frequency",
    "view=framework",
    "view=method",
    "all=theme&theme=labor&theme=military",
    "-theme=*&embed=quiet",
    "doc=xu-zou&view=read&script=hans",
];

fn corpus() -> &'static ArchivedCorpus {
    embedded::corpus().expect("the corpus was compiled with this test")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links")
}

#[test]
fn links_of_every_release_open_what_they_opened() {
    write_own();
    let mut opened = 0;
    for entry in std::fs::read_dir(folder()).expect("the folder of this test") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let links = std::fs::read_to_string(&path).expect("a text");
        for (n, line) in links.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("{}:{}: {line}", path.display(), n + 1);
            let parts: Vec<&str> = line.split('\t').collect();
            let [link, kind, wanted] = parts[..] else { panic!("{place}: three parts") };
            open(link, kind, wanted, &place);
            opened += 1;
        }
    }
    assert!(opened > 100, "{opened} links are no test");
}

fn open(link: &str, kind: &str, wanted: &str, place: &str) {
    let (view, notes) = read(link, corpus());
    assert_eq!(notes, [], "{place}");
    if kind == "view" {
        return assert_eq!(write(&view), wanted, "{place}");
    }
    assert_eq!(view.view, View::Read, "{place}");
    let document = document_of(corpus(), &view).expect(place);
    let anchor = anchor(corpus(), document, view.at.as_deref(), view.quote.as_ref());
    let Anchor { passage: Some(passage), marks, fate } = anchor else {
        panic!("{place}: {:?}", anchor.fate);
    };
    assert!(matches!(fate, Fate::Same | Fate::Moved), "{place}: {fate:?}");
    let marked: Vec<_> = marks.iter().map(|words| said(corpus(), words)).collect();
    match kind {
        "words" => assert_eq!(plain(&marked.concat()), plain(wanted), "{place}"),
        "passage" => {
            let text = plain(&corpus().text(passage));
            assert!(text.contains(&plain(wanted)), "{place}: {text}");
        }
        other => panic!("{place}: what is “{other}”?"),
    }
}

/// As words are compared: in no script, without spaces.
fn plain(text: &str) -> String {
    corpus().fold.fold(text).text.split_whitespace().collect()
}

/// Writes the links of this version, where that is asked for and they are not there.
fn write_own() {
    let path = folder().join(concat!(env!("CARGO_PKG_VERSION"), ".txt"));
    if std::env::var_os(WRITE).is_none() || path.exists() {
        return;
    }
    let mut lines =
        vec![format!("# Links that {} made. Never changed.", env!("CARGO_PKG_VERSION"))];
    lines.extend(VIEWS.map(|link| {
        let link = write(&read(link, corpus()).0);
        format!("{link}\tview\t{link}")
    }));
    let is_told = |n: &usize| {
        let passage = &corpus().passages[*n];
        passage.repeats().is_none() && passage.role.get() != Role::Boilerplate
    };
    for n in (0..corpus().passages.len()).step_by(EVERY).filter(is_told) {
        let text = corpus().text(n);
        let beginning: String =
            text.chars().take(24).collect::<String>().replace(['\t', '\n'], " ");
        // As links were before they quoted words, and as exports and plain pages have them.
        let old = write(&read_at(&ViewState::default(), &corpus().passage_id(n)));
        lines.push(format!("{old}\tpassage\t{beginning}"));
        lines.push(format!("{}\tpassage\t{beginning}", write(&view_of(corpus(), n, None))));
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (from, to) = (places.len() / 3, (places.len() / 3 + 12).min(places.len() - 1));
        if from + 4 < to {
            let view = view_of(corpus(), n, Some(places[from]..places[to]));
            let words =
                view.quote.as_ref().expect("there are words").words.replace(['\t', '\n'], " ");
            lines.push(format!("{}\twords\t{words}", write(&view)));
        }
    }
    std::fs::write(path, lines.join("\n") + "\n").expect("the file is written");
}
