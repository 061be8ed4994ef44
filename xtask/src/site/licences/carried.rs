//! What does a page carry that is no package: data that the compiler has read, and what the tools write into
//! its scripts?

use std::process::Command;

use anyhow::{Context, Result};

use super::Work;
use crate::tools::{ESBUILD, WASM_SPLIT};
use crate::{process, project};

struct Carried {
    name: &'static str,
    /// What of it is in a page.
    what: &'static str,
    address: &'static str,
    notice: &'static str,
    licence: &'static str,
    /// The package that brings it: without that, the page has nothing of it any more. None for what lies with the
    /// compiler itself.
    by_way_of: Option<&'static str>,
}

const DATA: [Carried; 7] = [
    Carried {
        name: "CC-CEDICT",
        what: "the translations of words of the corpus; what the page has of it stays under its licence: \
               https://creativecommons.org/licenses/by-sa/4.0/",
        address: "https://cc-cedict.org/",
        notice: "Copyright: the editors of CC-CEDICT, published by MDBG",
        licence: "CC-BY-SA-4.0",
        by_way_of: Some("chinese_dictionary"),
    },
    Carried {
        name: "WordNet",
        what: "which words of the corpus are related to others",
        address: "https://wordnet.princeton.edu/",
        notice: "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.",
        licence: "WordNet",
        by_way_of: None,
    },
    Carried {
        name: "GloVe",
        what: "which words of the corpus are used alike",
        address: "https://nlp.stanford.edu/projects/glove/",
        notice: "Jeffrey Pennington, Richard Socher and Christopher D. Manning: GloVe: Global Vectors for Word \
                 Representation (2014)",
        licence: "PDDL-1.0",
        by_way_of: None,
    },
    Carried {
        name: "jieba",
        what: "which Chinese words are frequent",
        address: "https://github.com/fxsjy/jieba",
        notice: "Copyright (c) 2013 Sun Junyi",
        licence: "MIT",
        by_way_of: Some("jieba-rs"),
    },
    Carried {
        name: "OpenCC",
        what: "which characters of Traditional and Simplified Chinese are one",
        address: "https://github.com/BYVoid/OpenCC",
        notice: "Copyright: Carbo Kuo (BYVoid) and the contributors of OpenCC",
        licence: "Apache-2.0",
        by_way_of: Some("ferrous-opencc"),
    },
    Carried {
        name: "Unihan",
        what: "which variants of Chinese characters are one",
        address: "https://www.unicode.org/charts/unihan.html",
        notice: "Copyright © 1991-2026 Unicode, Inc.",
        licence: "Unicode-3.0",
        by_way_of: Some("irg-kvariants"),
    },
    Carried {
        name: "Unicode Character Database",
        what: "which forms of letters and signs are one",
        address: "https://www.unicode.org/ucd/",
        notice: "Copyright © 1991-2026 Unicode, Inc.",
        licence: "Unicode-3.0",
        by_way_of: Some("unicode-normalization"),
    },
];

pub fn works() -> Result<Vec<Work>> {
    let mut works = Vec::new();
    for data in DATA {
        let particulars = match data.by_way_of {
            Some(package) => {
                let version = project::locked_version(package).with_context(|| {
                    format!("{} is in the list of licences: fix {}", data.name, file!())
                })?;
                format!("({}; by way of {package} {version})", data.what)
            }
            None => format!("({})", data.what),
        };
        works.push(Work {
            name: data.name.to_owned(),
            particulars,
            address: Some(data.address),
            notices: vec![data.notice.to_owned()],
            licence: licence(data.licence)?,
            text: None,
        });
    }
    let rustc =
        process::output(Command::new("rustc").arg("--version").current_dir(project::root()))?;
    let version = rustc.split(' ').nth(1).context("rustc says its version")?;
    for (name, version, notice) in [
        ("The Rust standard library", version, "Copyright: the Rust project's contributors"),
        ("wasm_split_cli_support", WASM_SPLIT, "Copyright: the contributors of Leptos"),
        ("esbuild", ESBUILD, "Copyright (c) 2020 Evan Wallace"),
    ] {
        works.push(Work {
            name: name.to_owned(),
            particulars: version.to_owned(),
            address: None,
            notices: vec![notice.to_owned()],
            licence: licence("MIT")?,
            text: None,
        });
    }
    Ok(works)
}

fn licence(name: &'static str) -> Result<spdx::LicenseId> {
    spdx::license_id(name).with_context(|| format!("SPDX has no licence {name}"))
}
