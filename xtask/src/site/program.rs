//! How does the page's program become files that a browser runs?
//!
//! One program is compiled, and then cut: `#[wasm_split]` in `src/` says which functions a reader does not
//! need to begin. They, and the data that only they read, become a file of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{Corpus, empty, names};
use crate::packages::{self, PAGE, TARGET};
use crate::tools::Toolbox;
use crate::{process, project};

/// Name of the program's main file and of its JavaScript.
pub const NAME: &str = PAGE;

/// The parts that `src/` splits off, as `#[wasm_split]` names them.
pub const PARTS: [&str; 1] = ["views"];

/// What wasm-bindgen calls the main file.
const MAIN: &str = "vitrine_bg.wasm";

/// Its JavaScript, and what the program calls that.
const SCRIPT: &str = "vitrine.js";
const MODULE: &str = "./vitrine_bg.js";

/// What Cargo calls it: the command line has the product's name.
const BIN: &str = "page";

/// The script that fetches the parts.
const LINK: &str = "__wasm_split.js";

/// How it says that a part did not come.
const COMPLAINT: &str = "console.error(e)";

/// What may be read in wasm: all of it is in browsers since 2023, and rustc emits it.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// What makes the file smaller, but larger once compressed: cutting the data wherever it is zero.
const NOT_DONE: &str = "--skip-pass=memory-packing";

/// What may be taken for granted: nothing lies in the first kilobyte, which is the last that the stack would grow
/// into. A stack that is used up stops the page, a kilobyte sooner.
const GRANTED: &str = "--low-memory-unused";

/// What nobody reads: who made the file, and what it may use, which stands in [`FEATURES`].
const NOT_READ: [&str; 2] = ["--strip-producers", "--strip-target-features"];

/// What `leptos` brings for servers that call the page, which nothing here does; wasm-bindgen exports it all the
/// same.
const NOT_CALLED: &str = "--remove-exports=*intounderlying*";

/// The program as files in one folder.
pub struct Program {
    pub folder: PathBuf,
}

/// Compiles the page with its corpus.
pub fn build(tools: &Toolbox, corpus: &Corpus) -> Result<Program> {
    let wasm = compile(corpus)?;
    let work = project::target().join("site");
    let (cut, folder) = (work.join("cut"), work.join("program"));
    empty(&cut)?;
    empty(&folder)?;

    let mut split = Command::new(&tools.wasm_split);
    split.args(["--out-name", NAME]).arg(&wasm).arg(&cut);
    process::run(&mut split).context("the program could not be split into parts")?;

    let mut bindgen = Command::new(&tools.wasm_bindgen);
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", NAME])
        // The parts call what the main file exports.
        .args(["--keep-lld-exports", "--out-dir"])
        .arg(&folder)
        .arg(cut.join(format!("{NAME}.wasm")));
    process::run(&mut bindgen).context("wasm-bindgen failed")?;

    let (main, script) = (folder.join(MAIN), folder.join(SCRIPT));
    shrink(tools, &main, &main)?;
    let (wasm, written) =
        names::shortened(&fs::read(&main)?, &fs::read_to_string(&script)?, MODULE)?;
    fs::write(&main, wasm)?;
    fs::write(&script, written)?;
    for part in PARTS {
        let file = part_file(part);
        shrink(tools, &cut.join(&file), &folder.join(&file))?;
    }
    fs::write(folder.join(LINK), link(&fs::read_to_string(cut.join(LINK))?)?)?;
    Ok(Program { folder })
}

fn compile(corpus: &Corpus) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--release", "--offline", "--package", NAME, "--bin", BIN])
        .args(["--target", TARGET, "--config", &without_paths()?])
        .current_dir(project::root());
    if let Some(folder) = &corpus.0 {
        cargo.env("VITRINE_CORPUS", folder);
    }
    process::run(&mut cargo).context("the page could not be compiled")?;
    Ok(project::target().join(TARGET).join("release").join(format!("{BIN}.wasm")))
}

/// Flags beside those of `.cargo/config.toml`, so that the program does not say where it was compiled: the
/// same sources give the same bytes in any folder, and fewer of them.
fn without_paths() -> Result<String> {
    let rustc = |arguments: &[&str]| {
        process::output(Command::new("rustc").args(arguments).current_dir(project::root()))
    };
    // Where the sources of the standard library lie, if they are installed, and what it says otherwise.
    let sysroot = rustc(&["--print", "sysroot"])?;
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let mut folders = vec![(project::root().to_owned(), String::new())];
    folders.push((library, format!("/rustc/{}", commit.unwrap_or("unknown"))));
    for package in packages::linked()? {
        let folder = package.folder.parent().context("a package lies in a folder")?;
        folders.push((folder.to_owned(), String::new()));
    }
    folders.dedup();
    let flags: Vec<String> = folders
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    // A list of texts is the same in JSON and in TOML.
    Ok(format!("target.{TARGET}.rustflags={}", serde_json::to_string(&flags)?))
}

fn shrink(tools: &Toolbox, from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = Command::new(&tools.wasm_opt);
    // Not for size alone: a browser compiles each function when it is first called, and of fewer and larger ones
    // it has less to do. Once compressed they are hardly more.
    wasm_opt.args([NOT_CALLED, GRANTED, "-O3", NOT_DONE]).args(NOT_READ).args(FEATURES);
    wasm_opt.arg(from).arg("-o").arg(to);
    process::run(&mut wasm_opt).context("the program could not be optimised")
}

fn part_file(part: &str) -> String {
    format!("split_{part}.wasm")
}

/// The script that fetches the parts, by `public/fetch-later.js` rather than by itself: the files have
/// other names in the site, hosts may serve them under a wrong type, and in the single file they are not
/// files at all. That one did not come is told by the page; whoever leaves it meanwhile is not bothered by it.
fn link(written: &str) -> Result<String> {
    let mut script = String::from("import { fetchPart } from \"public/fetch-later.js\";\n");
    let changed = |what: &str| {
        format!(
            "wasm-split wrote a script in which {what} in an unexpected way: {LINK} has changed with its \
             version; fix xtask/src/site/program.rs"
        )
    };
    ensure!(written.matches(COMPLAINT).count() == 1, changed("a failure is reported"));
    let mut body = written.replace(COMPLAINT, "console.debug(e)");
    for part in PARTS {
        let file = part_file(part);
        let fetched = format!("fetch(new URL(\"./{file}\", import.meta.url))");
        ensure!(body.matches(&fetched).count() == 1, changed(&format!("{file} is fetched")));
        script += &format!("import {part} from \"./{file}\";\n");
        body = body.replace(&fetched, &format!("fetchPart({part})"));
    }
    Ok(script + &body)
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn parts_are_fetched_by_our_own_function() {
        let fetch = "fetch(new URL(\"./split_views.wasm\", import.meta.url))";
        let script = link(&format!("console.error(e); const src = {fetch};")).unwrap();
        assert!(script.ends_with("console.debug(e); const src = fetchPart(views);"), "{script}");
        assert!(link(&format!("const src = {fetch};")).is_err());
        assert!(link("console.error(e); fetch(\"elsewhere\")").is_err());
    }
}
