//! How does the whole site become one file that opens from a disk? Scripts and styles stand in the page,
//! and both parts of the program as packed text in its script: no module, no request.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, GzBuilder};

use super::bundle::{BROWSERS, Inside, Names, WITHOUT_UNUSED};
use super::html::{instead, with_inside, without_markup};
use super::licences::Licences;
use super::program::Program;
use super::{empty, policy};
use crate::tools::Toolbox;
use crate::{process, project};

/// Its name in the site, which the page's footer links to.
pub const NAME: &str = "vitrine.html";

/// Writes it beside the site that lies in `out`.
pub fn write(
    tools: &Toolbox,
    program: &Program,
    page: &str,
    inside: Inside,
    names: &Names,
    licences: &Licences,
    out: &Path,
) -> Result<()> {
    let built = |source: &str| {
        let name = names.get(source).with_context(|| format!("{source} was not built"))?;
        let path = out.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    // All styles at once: they come with the page anyway.
    let Inside { first, style, later } = inside;
    let inside = Inside { style: style + &later, first, later: String::new() };
    let parts = Parts {
        inside,
        boot: built("public/boot.js")?,
        icon: built("public/icon.svg")?,
        script: script(tools, program)?,
        licences: licences.inside(),
    };
    fs::write(out.join(NAME), inlined(page, &parts)?)?;
    Ok(())
}

/// What stands in the file.
struct Parts {
    inside: Inside,
    boot: String,
    icon: String,
    script: String,
    /// Who hands the file on hands these on with it.
    licences: String,
}

/// One script of all scripts, with the program in it.
fn script(tools: &Toolbox, program: &Program) -> Result<String> {
    let work = project::target().join("site").join("single");
    empty(&work)?;
    let packed = work.join("program");
    empty(&packed)?;
    for entry in fs::read_dir(&program.folder)? {
        let from = entry?.path();
        let to = packed.join(from.file_name().context("a file of the program has a name")?);
        if from.extension().is_some_and(|extension| extension == "wasm") {
            fs::write(to, gzip(&fs::read(&from)?)?)?;
        } else {
            // The later part is unpacked where the site fetches it.
            let text = fs::read_to_string(&from)?;
            fs::write(to, text.replace("public/fetch-later.js", "public/unpack-part.js"))?;
        }
    }
    let script = work.join("file.js");
    let mut esbuild = Command::new(&tools.esbuild);
    esbuild
        .arg("public/file.js")
        .args(["--bundle", "--minify", "--format=iife", BROWSERS, "--charset=utf8"])
        .args(WITHOUT_UNUSED)
        .args(["--loader:.wasm=base64", "--log-level=warning"])
        // Where the program lies beside its script is asked only when nobody hands it over.
        .arg("--log-override:empty-import-meta=silent")
        .arg(format!("--alias:program={}", packed.display()))
        .arg(format!("--alias:public={}", project::root().join("public").display()))
        .arg(format!("--outfile={}", script.display()))
        .current_dir(project::root());
    process::run(&mut esbuild).context("the single file's script could not be bundled")?;
    fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))
}

/// Packed the same way each time: without a name and a time.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// The page with everything in it that it names.
fn inlined(page: &str, parts: &Parts) -> Result<String> {
    let Parts { inside, boot, icon, script, licences } = parts;
    let (boot, script) = (without_markup(boot)?, without_markup(script)?);
    let icon = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon));
    let mut page = policy::of_the_file(page, &[&inside.first, boot, script], &[&inside.style]);
    for (from, to) in [
        ("<html lang=\"en\">", "<html lang=\"en\" data-edition=\"file\">".to_owned()),
        ("href=\"public/icon.svg\"", format!("href=\"{icon}\"")),
        ("    <link rel=\"manifest\" href=\"manifest.webmanifest\" />\n", String::new()),
        ("<script defer src=\"public/boot.js\"></script>", format!("<script>{boot}</script>")),
        ("    <script type=\"module\" src=\"public/page.js\"></script>\n", String::new()),
        // Last, so that words stand on the screen before it is read.
        ("</body>", format!("{licences}<script>{script}</script></body>")),
    ] {
        page = instead(&page, from, &to)?;
    }
    with_inside(&page, inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_for() {
        let source = fs::read_to_string(project::root().join("index.html")).unwrap();
        let text = |text: &str| text.to_owned();
        let parts = Parts {
            inside: Inside { first: text("0"), style: text("p{}"), later: text("") },
            boot: text("1"),
            icon: text("<svg/>"),
            script: text("2"),
            licences: text("<dialog></dialog>"),
        };
        let page = inlined(&source, &parts).unwrap();
        for word in ["src=", "href=\"public", "href=\"style", "href=\"program", "module"] {
            assert!(!page.contains(word), "{word}");
        }
        assert!(page.contains(&policy::hash("2")));
        let broken = Parts { script: text("'</script>'"), ..parts };
        assert!(inlined(&source, &broken).is_err());
    }

    #[test]
    fn packing_knows_no_time() {
        assert_eq!(gzip(b"text").unwrap(), gzip(b"text").unwrap());
        assert_eq!(gzip(b"text").unwrap()[4..8], [0; 4]);
    }
}
