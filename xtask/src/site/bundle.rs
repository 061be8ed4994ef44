//! How do scripts, style sheets and wasm come into the site? esbuild puts together what belongs together
//! and names each file by its content, so that hosts may let browsers keep it for ever.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::program::Program;
use crate::tools::Toolbox;
use crate::{process, project};

/// What `index.html` names and esbuild makes: scripts, pictures.
const ENTRIES: [&str; 3] = ["public/boot.js", "public/page.js", "public/icon.svg"];

/// What stands in the page itself: the first view needs it.
const FIRST: &str = "public/first.js";
const STYLE: &str = "style/main.css";

/// What the browsers that can run the program understand.
pub const BROWSERS: &str = "--target=es2022,chrome123,firefox120,safari17.5";

/// Has esbuild leave out the classes that wasm-bindgen writes and nothing makes one of: that one can be given back,
/// and is when it is forgotten, is no reason to keep it.
pub const WITHOUT_UNUSED: [&str; 2] =
    ["--pure:FinalizationRegistry", "--define:Symbol.dispose=undefined"];

/// Where each source file is in the site: paths from the project's root, to names in the site's folder.
pub type Names = BTreeMap<String, String>;

/// What comes with the later part of the program.
const LATER: &str = "style/later.css";

/// What it is called beside the program.
const LATER_NAME: &str = "later.css";

/// What stands in the page itself.
pub struct Inside {
    pub first: String,
    pub style: String,
    /// The styles of what comes later, which the single file has inside, too.
    pub later: String,
}

/// Makes what stands in the page itself, and puts what comes later beside the program.
pub fn inside(tools: &Toolbox, program: &Program) -> Result<Inside> {
    let work = project::target().join("site").join("inside");
    super::empty(&work)?;
    let mut esbuild = Command::new(&tools.esbuild);
    esbuild
        .args([FIRST, STYLE, LATER])
        .args(["--bundle", "--minify", BROWSERS, "--charset=utf8", "--log-level=warning"])
        .arg(format!("--outdir={}", work.display()))
        .current_dir(project::root());
    process::run(&mut esbuild).context("the page's inline code could not be bundled")?;
    let made = |source: &str| {
        let path = work.join(source);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let later = made(LATER)?;
    fs::write(program.folder.join(LATER_NAME), &later)?;
    Ok(Inside { first: made(FIRST)?, style: made(STYLE)?, later })
}

/// Puts the site's files into `out`.
pub fn site(tools: &Toolbox, program: &Program, out: &Path) -> Result<Names> {
    let meta = out.join("meta.json");
    let mut esbuild = Command::new(&tools.esbuild);
    esbuild
        .args(ENTRIES)
        .args(["--bundle", "--minify", "--format=esm", BROWSERS, "--charset=utf8"])
        .args(WITHOUT_UNUSED)
        .args(["--loader:.wasm=file", "--loader:.css=file", "--loader:.svg=copy"])
        .arg("--log-level=warning")
        .args(["--entry-names=[name]-[hash]", "--asset-names=[name]-[hash]"])
        .arg(format!("--alias:program={}", program.folder.display()))
        .arg(format!("--alias:public={}", project::root().join("public").display()))
        .arg(format!("--outdir={}", out.display()))
        .arg(format!("--metafile={}", meta.display()))
        .current_dir(project::root());
    process::run(&mut esbuild).context("the page's scripts could not be bundled")?;
    let text = fs::read_to_string(&meta).context("esbuild wrote no list of its files")?;
    fs::remove_file(&meta)?;
    names(&serde_json::from_str(&text)?)
}

/// Reads esbuild's account of what it made: each output with its entry point, or, of a file that is only
/// copied, with its one input.
fn names(meta: &Value) -> Result<Names> {
    let outputs = meta["outputs"].as_object().context("esbuild lists its outputs")?;
    let mut names = Names::new();
    for (path, output) in outputs {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let only = || {
            let inputs = output["inputs"].as_object()?;
            (inputs.len() == 1).then(|| inputs.keys().next().map(String::as_str))?
        };
        let Some(source) = output["entryPoint"].as_str().or_else(only) else { continue };
        names.insert(source.to_owned(), name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_has_its_name() {
        let meta = serde_json::json!({ "outputs": {
            "dist/page-AB.js": { "entryPoint": "public/page.js", "inputs": { "a": {}, "b": {} } },
            "dist/icon-CD.svg": { "inputs": { "public/icon.svg": {} } },
        }});
        let names = names(&meta).unwrap();
        assert_eq!(names["public/page.js"], "page-AB.js");
        assert_eq!(names["public/icon.svg"], "icon-CD.svg");
    }
}
