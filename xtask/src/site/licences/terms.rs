//! What do the licences say? The texts that lie with the packages; texts that differ only in who holds the
//! rights are one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use spdx::LicenseId;

use super::Work;

/// A text, and all who are under it.
pub struct Terms {
    pub licence: LicenseId,
    pub text: String,
    pub works: Vec<Work>,
}

/// What the text of a licence has and those of others have not.
const MARKS: [(&str, &str); 11] = [
    ("MIT", "permission is hereby granted, free of charge"),
    ("MIT-0", "permission is hereby granted, free of charge"),
    ("Apache-2.0", "apache license"),
    ("BSD-2-Clause", "redistribution and use in source and binary forms"),
    ("BSD-3-Clause", "redistribution and use in source and binary forms"),
    ("ISC", "permission to use, copy, modify, and"),
    ("0BSD", "permission to use, copy, modify, and"),
    ("Zlib", "provided 'as-is', without any express or implied"),
    ("Unicode-3.0", "unicode license v3"),
    ("Unlicense", "free and unencumbered software"),
    ("BSL-1.0", "boost software license"),
];

/// What files with licences are called.
const NAMES: [&str; 4] = ["license", "licence", "copying", "unlicense"];

/// What files are called that Apache-2.0 wants handed on.
const NOTICE: [&str; 1] = ["notice"];

/// The text of a licence that lies in a package's folder; none if there is none.
pub fn of_package(folder: &Path, licence: LicenseId) -> Result<Option<String>> {
    let Some((_, mark)) = MARKS.iter().find(|(name, _)| *name == licence.name) else {
        return Ok(None);
    };
    Ok(texts(folder, &NAMES)?.into_iter().find(|text| plain(text).contains(mark)))
}

/// The notices that lie in a package's folder.
pub fn notices(folder: &Path) -> Result<Vec<String>> {
    texts(folder, &NOTICE)
}

/// The files of a folder whose names begin so.
fn texts(folder: &Path, names: &[&str]) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            names.iter().any(|start| name.starts_with(start))
        })
        .collect();
    paths.sort();
    Ok(paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect())
}

/// Works by what they are under, the most used licence first.
pub fn by_terms(works: Vec<Work>) -> Vec<Terms> {
    let mut all: BTreeMap<(&str, String), Terms> = BTreeMap::new();
    for mut work in works {
        let own = work.text.take();
        let (notices, text) = parted(own.as_deref().unwrap_or(work.licence.text()));
        // The licence's own text has only places to fill in.
        if own.is_some() {
            work.notices.extend(notices);
        }
        let licence = work.licence;
        all.entry((licence.name, plain(&text)))
            .or_insert_with(|| Terms { licence, text, works: Vec::new() })
            .works
            .push(work);
    }
    let mut all: Vec<Terms> = all.into_values().collect();
    all.sort_by_key(|terms| std::cmp::Reverse(terms.works.len()));
    all
}

/// Who holds the rights, as the head of a text says it, and the text without its head.
fn parted(text: &str) -> (Vec<String>, String) {
    let mut notices = Vec::new();
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        let trimmed = line.trim().trim_matches(['*', '#', '=', '-', '`']).trim();
        let lower = trimmed.to_lowercase();
        let is_notice = lower.starts_with("copyright")
            && lower.contains([' '])
            && (lower.contains(['©', '(']) || lower.contains(|c: char| c.is_ascii_digit()))
            || lower.starts_with("(c)")
            || lower.starts_with('©');
        let is_head = trimmed.is_empty()
            || lower.starts_with("all rights reserved")
            || trimmed.len() < 60
                && (lower.contains("license") || lower.contains("licence"))
                && !lower.contains("licensed")
            || trimmed == trimmed.to_uppercase();
        if is_notice {
            notices.push(trimmed.to_owned());
        } else if !is_head {
            break;
        }
        rest = after;
    }
    (notices, rest.trim_end().to_owned())
}

/// Words alone: how lines are broken and quotes are drawn makes no other licence.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "*").collect();
    words.join(" ").to_lowercase().replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIT: &str = "Permission is hereby granted, free of charge, to any person …\nTHE END";

    #[test]
    fn a_text_is_parted_from_who_holds_the_rights() {
        let text = format!(
            "The MIT License (MIT)\n\nCopyright (c) 2015 A\nCopyright 2020-2024 B\n\n{MIT}\n"
        );
        let (notices, rest) = parted(&text);
        assert_eq!(notices, ["Copyright (c) 2015 A", "Copyright 2020-2024 B"]);
        assert_eq!(rest, MIT);
    }

    #[test]
    fn texts_that_differ_in_lines_and_notices_are_one() {
        let work = |text: &str| Work {
            name: "a".to_owned(),
            particulars: "1".to_owned(),
            address: None,
            notices: Vec::new(),
            licence: spdx::license_id("MIT").unwrap(),
            text: Some(text.to_owned()),
        };
        let other = MIT.replace(' ', "\n");
        let works = vec![
            work(&format!("Copyright (c) A\n\n{MIT}")),
            work(&format!("MIT License\n\nCopyright (c) B\n\n{other}")),
            work(&format!("Copyright (c) C\n\n{MIT} and a clause more")),
        ];
        let terms = by_terms(works);
        assert_eq!(terms.iter().map(|terms| terms.works.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(terms[0].works[1].notices, ["Copyright (c) B"]);
    }
}
