//! What is the explorer called where it is installed? Its web application manifest, with the corpus's own names.

use serde_json::{Value, json};
use vitrine_corpus::facet::{FACETS, THEME};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedLocalized};

use super::address::fragment;

/// The manifest's name in the site.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The language that stands for all where there is a text in it.
const MAIN: &str = "en";

/// The paper that the page is drawn on.
const PAPER: &str = "#f4f1ea";

/// The manifest, as JSON: the title of the corpus in its languages, and the themes at the top as shortcuts. The icons that
/// it names are the site's.
pub fn manifest(corpus: &ArchivedCorpus) -> String {
    let mut manifest = named(&corpus.title, &corpus.id);
    let (lang, _) = corpus.title.get(MAIN).unwrap_or((MAIN, ""));
    let icon = |file: &str, size: u32, purpose: &str| {
        let sizes = format!("{size}x{size}");
        json!({ "src": file, "sizes": sizes, "type": "image/png", "purpose": purpose })
    };
    for (key, value) in [
        ("id", json!("./")),
        ("start_url", json!("./")),
        ("scope", json!("./")),
        ("display", json!("standalone")),
        ("lang", json!(lang)),
        ("background_color", json!(PAPER)),
        ("theme_color", json!(PAPER)),
        (
            "icons",
            json!([
                icon("icon-192.png", 192, "any"),
                icon("icon-512.png", 512, "any"),
                icon("icon-maskable.png", 512, "maskable"),
            ]),
        ),
        ("shortcuts", json!(shortcuts(corpus))),
    ] {
        manifest[key] = value;
    }
    format!("{manifest:#}\n")
}

/// What an installed page offers before it is opened: each theme at the top that a passage has.
fn shortcuts(corpus: &ArchivedCorpus) -> Vec<Value> {
    let facet = FACETS[THEME].id;
    let themes = corpus.facets[THEME].values.iter().enumerate();
    let offered = themes.filter(|(n, theme)| {
        theme.broader.is_none() && corpus.facets[THEME].of_value(*n).next().is_some()
    });
    let shortcut = offered.map(|(_, theme)| {
        let mut shortcut = named(&theme.label, &theme.id);
        shortcut["url"] = json!(format!("./{}", fragment::concept(facet, &theme.id)));
        shortcut
    });
    shortcut.collect()
}

/// A name, and what it is in other languages (Web Application Manifest, `name_localized`).
fn named(texts: &ArchivedLocalized, otherwise: &str) -> Value {
    let Some((main, name)) = texts.get(MAIN).filter(|(_, name)| !name.is_empty()) else {
        return json!({ "name": otherwise });
    };
    let mut value = json!({ "name": name });
    for (lang, text) in texts.iter().filter(|(lang, text)| *lang != main && !text.is_empty()) {
        value["name_localized"][lang] = json!(text);
    }
    value
}
