//! What is the page made of? The packages that are linked into its program, and where their sources lie.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{process, project};

/// The page's program.
pub const PAGE: &str = "vitrine";

/// What it is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A package of others.
pub struct Package {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    pub authors: Vec<String>,
    /// Where its sources lie.
    pub folder: PathBuf,
}

/// Those that are linked into the page, by name: no build scripts, no macros and nothing that only the host
/// needs.
pub fn linked() -> Result<Vec<Package>> {
    let mut tree = cargo("tree");
    tree.args(["--package", PAGE, "--target", TARGET, "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "none", "--format", "{p}"]);
    let tree = process::output(&mut tree)?;
    let named: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let metadata = process::output(cargo("metadata").args(["--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo writes JSON")?;
    let all = metadata["packages"].as_array().context("cargo lists packages")?;
    // What has no source is our own.
    let others = all.iter().filter(|package| package["source"].is_string());
    let mut packages: Vec<Package> = others
        .map(package)
        .filter(|package| {
            package
                .as_ref()
                .map_or(true, |p| named.contains(&(p.name.as_str(), p.version.as_str())))
        })
        .collect::<Result<_>>()?;
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    ensure!(!packages.is_empty(), "cargo tree lists no package linked into {PAGE}");
    Ok(packages)
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args([command, "--offline"]).current_dir(project::root());
    cargo
}

fn package(package: &Value) -> Result<Package> {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    let authors = package["authors"].as_array().into_iter().flatten();
    Ok(Package {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        authors: authors.filter_map(Value::as_str).map(str::to_owned).collect(),
        folder: manifest.parent().context("a package lies in a folder")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn what_only_the_host_needs_is_not_linked() {
        let packages = linked().unwrap();
        let has = |name: &str| packages.iter().any(|package| package.name == name);
        assert!(has("leptos") && has("rkyv") && has("memchr"));
        let hosts = ["jieba-rs", "maud", "chinese_dictionary", "leptos_macro", "vitrine-corpus"];
        for host in hosts {
            assert!(!has(host), "{host}");
        }
    }
}
