//! Does the same source give the same site wherever it is built? Here and in a copy elsewhere, which shares
//! nothing with this folder, and every byte is compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::site::{self, Corpus};
use crate::tools::Toolbox;
use crate::{process, project};

pub fn run() -> Result<()> {
    let tools = Toolbox::for_building()?;
    let here = project::target().join("reproduce");
    site::build(&tools, &Corpus::new(None)?, &here)?;
    site::compress(&here)?;

    let copy =
        std::env::temp_dir().join(format!("vitrine-{}", std::process::id())).join("elsewhere");
    eprintln!("Building once more in {}", copy.display());
    copy_sources(&copy)?;
    let there = copy.join("site");
    let mut build = Command::new("cargo");
    build.args(["xtask", "build", "--out"]).arg(&there).current_dir(&copy);
    // Nothing that was compiled here.
    process::run(build.env_remove("CARGO_TARGET_DIR"))
        .with_context(|| format!("the copy in {} could not be built", copy.display()))?;

    let (ours, theirs) = (files(&here)?, files(&there)?);
    let differences = differences(&ours, &theirs);
    ensure!(
        differences.is_empty(),
        "the two sites differ; they are in {} and {}:\n{}",
        here.display(),
        there.display(),
        differences.join("\n")
    );
    let outer = copy.parent().context("the copy lies in a folder of its own")?;
    fs::remove_dir_all(outer).with_context(|| format!("cannot remove {}", outer.display()))?;
    eprintln!("All {} files are identical.", ours.len());
    Ok(())
}

/// Copies what Git keeps here, and what it would keep if it were asked to.
fn copy_sources(to: &Path) -> Result<()> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = process::output(list.current_dir(project::root()))
        .context("the list of source files comes from Git")?;
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project::root().join(name), to.join(name));
        // What was removed and not yet committed.
        if !from.exists() {
            continue;
        }
        fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
        fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// All files below a folder, by their paths in it.
fn files(folder: &Path) -> Result<Files> {
    let mut found = Files::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        for entry in
            fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                left.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_owned(), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

/// What is in one of them alone, and where two files part.
fn differences(ours: &Files, theirs: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in ours {
        let path_shown = path.display();
        let Some(others) = theirs.get(path) else {
            found.push(format!("{path_shown} is only here"));
            continue;
        };
        if bytes != others {
            let same = bytes.iter().zip(others).take_while(|(a, b)| a == b).count();
            let (ours, theirs) = (bytes.len(), others.len());
            found.push(format!(
                "{path_shown} differs from byte {same} on ({ours} and {theirs} bytes)"
            ));
        }
    }
    let alone = theirs.keys().filter(|path| !ours.contains_key(*path));
    found.extend(alone.map(|path| format!("{} is only there", path.display())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_told() {
        let files = |all: &[(&str, &str)]| -> Files {
            all.iter().map(|(path, text)| (path.into(), text.as_bytes().to_vec())).collect()
        };
        let ours = files(&[("a", "same"), ("b", "one"), ("c", "here")]);
        let theirs = files(&[("a", "same"), ("b", "ones"), ("d", "there")]);
        assert_eq!(
            differences(&ours, &theirs),
            ["b differs from byte 3 on (3 and 4 bytes)", "c is only here", "d is only there"]
        );
        assert!(differences(&ours, &ours).is_empty());
    }
}
