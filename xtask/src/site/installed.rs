//! What makes the site an application that can be installed and works without a network? A worker that
//! keeps the files of exactly this build, a manifest with the corpus's own names, and icons.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use resvg::{tiny_skia, usvg};
use serde_json::{Value, json};
use vitrine_pages::fragment;

use super::{policy, single};
use crate::project;

const WORKER: &str = "worker.js";
const MANIFEST: &str = "manifest.webmanifest";

/// What a worker begins with that was written here: its source does not.
const BUILD: &str = "const BUILD = ";

/// The scheme whose concepts are shortcuts.
const THEME: &str = "theme";

/// What an icon is drawn from.
const ICON: &str = "public/icon.svg";

/// Files that the page does not need to run.
const LEFT_OUT: [&str; 5] = [single::NAME, "api.html", "api.js", "vitrine.d.ts", "worker-off.js"];

/// Puts worker, manifest and icons to the site that lies in `out`, of the corpus in `corpus`.
pub fn write(corpus: &Path, out: &Path) -> Result<()> {
    icons(out)?;
    let manifest = serde_json::to_string_pretty(&manifest(corpus)?)?;
    fs::write(out.join(MANIFEST), manifest + "\n")?;
    let off = project::root().join("public/worker-off.js");
    fs::copy(off, out.join("worker-off.js"))?;
    // Last, as it names all the others.
    worker(out, &fs::read_to_string(project::root().join("public/worker.js"))?)
}

/// Puts the worker to the files that lie in `out`, and names them in it.
pub fn worker(out: &Path, worker: &str) -> Result<()> {
    let build = list(out, worker)?;
    fs::write(out.join(WORKER), format!("{BUILD}{build};\n{worker}"))?;
    Ok(())
}

/// Whether there is a worker that was put there so.
pub fn has_worker(folder: &Path) -> bool {
    fs::read_to_string(folder.join(WORKER)).is_ok_and(|worker| worker.starts_with(BUILD))
}

/// Every file of the site with its hash and its type, and a version that is the hash of them all and of the
/// worker, so that no two workers have a cache in common.
fn list(out: &Path, worker: &str) -> Result<Value> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("names are plain")?;
        if entry.file_type()?.is_file() && !LEFT_OUT.contains(&&*name) && kind(&name).is_some() {
            names.push(name);
        }
    }
    names.sort();
    let mut files = Vec::new();
    for name in &names {
        files.push(json!([name, policy::hash(fs::read(out.join(name))?), kind(name)]));
    }
    let version = policy::hash(serde_json::to_string(&files)? + worker);
    Ok(json!({ "version": version, "files": files }))
}

fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

/// The name of the corpus in its languages, and its themes as shortcuts.
fn manifest(corpus: &Path) -> Result<Value> {
    let config = read(&corpus.join("corpus.toml"));
    let title = texts(config.as_ref().and_then(|config| config.get("title")));
    let mut manifest = named(&title, &folder_name(corpus));
    let lang = title.main().map_or("en", |(lang, _)| lang);
    let icon = |file: &str, size: u32, purpose: &str| json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let shortcuts: Vec<Value> = themes(corpus)?
        .iter()
        .filter(|concept| concept.get("broader").is_none())
        .filter_map(|concept| {
            let id = concept.get("id")?.as_str()?;
            let mut shortcut = named(&texts(concept.get("label")), id);
            shortcut["url"] = json!(format!("./{}", fragment::concept(THEME, id)));
            Some(shortcut)
        })
        .collect();
    for (key, value) in [
        ("id", json!("./")),
        ("start_url", json!("./")),
        ("scope", json!("./")),
        ("display", json!("standalone")),
        ("lang", json!(lang)),
        ("background_color", json!("#f4f1ea")),
        ("theme_color", json!("#f4f1ea")),
        (
            "icons",
            json!([
                icon("icon-192.png", 192, "any"),
                icon("icon-512.png", 512, "any"),
                icon("icon-maskable.png", 512, "maskable"),
            ]),
        ),
        ("shortcuts", json!(shortcuts)),
    ] {
        manifest[key] = value;
    }
    Ok(manifest)
}

/// Languages and what is said in each.
struct Texts(Vec<(String, String)>);

impl Texts {
    /// What stands for all: the English, else the first, as the page takes it where it has no other.
    fn main(&self) -> Option<(&str, &str)> {
        let english = self.0.iter().find(|(lang, _)| lang == "en");
        english.or(self.0.first()).map(|(lang, text)| (&**lang, &**text))
    }
}

/// A text of a curator's file, as the compiler reads it: a bare string is English.
fn texts(value: Option<&toml::Value>) -> Texts {
    let said = |(lang, text): (&str, &toml::Value)| {
        let text = text.as_str().filter(|text| !text.is_empty())?;
        Some((lang.to_owned(), text.to_owned()))
    };
    let mut texts: Vec<(String, String)> = match value {
        Some(toml::Value::Table(table)) => {
            table.iter().filter_map(|(lang, text)| said((lang, text))).collect()
        }
        Some(text) => said(("en", text)).into_iter().collect(),
        None => Vec::new(),
    };
    texts.sort_unstable();
    Texts(texts)
}

/// A name, and what it is in other languages (Web Application Manifest, `name_localized`).
fn named(texts: &Texts, otherwise: &str) -> Value {
    let Some((main, name)) = texts.main() else {
        return json!({ "name": otherwise });
    };
    let mut value = json!({ "name": name });
    for (lang, text) in texts.0.iter().filter(|(lang, _)| lang != main) {
        value["name_localized"][lang] = json!(text);
    }
    value
}

/// What a corpus without a title is called.
fn folder_name(corpus: &Path) -> String {
    let corpus = corpus.canonicalize().unwrap_or_else(|_| corpus.to_owned());
    corpus.file_name().map_or_else(|| "corpus".to_owned(), |name| name.to_string_lossy().into())
}

/// The concepts of the corpus's scheme of themes.
fn themes(corpus: &Path) -> Result<Vec<toml::Value>> {
    let folder = corpus.join("schemes");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let scheme = paths
        .iter()
        .filter_map(|path| read(path))
        .find(|scheme| scheme.get("id").and_then(toml::Value::as_str) == Some(THEME));
    let concepts = scheme.as_ref().and_then(|scheme| scheme.get("concept")?.as_array());
    Ok(concepts.cloned().unwrap_or_default())
}

/// A file of the curator's, if it is there: the compiler has reported what is wrong with it.
fn read(path: &Path) -> Option<toml::Value> {
    toml::from_str(&fs::read_to_string(path).ok()?).ok()
}

fn icons(out: &Path) -> Result<()> {
    let svg = fs::read_to_string(project::root().join(ICON))?;
    draw(&svg, 192, &out.join("icon-192.png"))?;
    draw(&svg, 512, &out.join("icon-512.png"))?;
    draw(&maskable(&svg)?, 512, &out.join("icon-maskable.png"))
}

/// The icon on a ground of its own colour, small enough to be cut to a circle.
fn maskable(svg: &str) -> Result<String> {
    let (_, after) = svg.split_once("fill=\"").context("the icon has a colour")?;
    let (colour, _) = after.split_once('"').context("the colour ends")?;
    let (head, inside) = svg.split_once('>').context("the icon is SVG")?;
    let inside = inside.trim_end().strip_suffix("</svg>").context("the icon ends")?;
    Ok(format!(
        "{head}><rect width=\"32\" height=\"32\" fill=\"{colour}\"/>\
         <g transform=\"translate(3.2 3.2) scale(.8)\">{inside}</g></svg>"
    ))
}

fn draw(svg: &str, size: u32, to: &Path) -> Result<()> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).context(ICON)?;
    let mut picture = tiny_skia::Pixmap::new(size, size).context("no room for an icon")?;
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut picture.as_mut());
    fs::write(to, picture.encode_png()?).with_context(|| format!("cannot write {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_speaks_the_languages_of_the_corpus() {
        let manifest = manifest(&project::root().join("seeds")).unwrap();
        assert!(manifest["name_localized"]["zh-Hant"].is_string(), "{manifest}");
        assert_eq!(
            manifest["shortcuts"].as_array().map(Vec::len),
            Some(8),
            "the themes at the top"
        );
        assert_eq!(manifest["shortcuts"][0]["url"], "./#theme=military");
    }

    /// The manifest of a corpus with this `corpus.toml` and these themes.
    fn manifest_of(name: &str, corpus: &str, themes: &str) -> Value {
        let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("schemes")).unwrap();
        fs::write(folder.join("corpus.toml"), corpus).unwrap();
        fs::write(folder.join("schemes/themes.toml"), format!("id = \"theme\"\n{themes}")).unwrap();
        let manifest = manifest(&folder);
        fs::remove_dir_all(&folder).unwrap();
        manifest.unwrap()
    }

    #[test]
    fn a_title_in_one_language_is_the_name() {
        let english = manifest_of("grain", "title = \"Grain\"", "");
        assert_eq!((&english["name"], &english["lang"]), (&json!("Grain"), &json!("en")));
        assert!(english.get("name_localized").is_none(), "{english}");
        let chinese = manifest_of("liangshi", "title = { zh-Hant = \"糧食\" }", "");
        assert_eq!((&chinese["name"], &chinese["lang"]), (&json!("糧食"), &json!("zh-Hant")));
        let all = manifest_of(
            "both",
            "title = { zh-Hans = \"粮食\", en = \"Grain\", zh-Hant = \"糧食\" }",
            "",
        );
        assert_eq!((&all["name"], &all["lang"]), (&json!("Grain"), &json!("en")));
        assert_eq!(all["name_localized"], json!({ "zh-Hans": "粮食", "zh-Hant": "糧食" }));
    }

    #[test]
    fn a_shortcut_has_its_concepts_name_and_leads_to_it() {
        const THEMES: &str = r#"
[[concept]]
id = "trade"
label = "Trade"
[[concept]]
id = "R&D=#1"
label = { zh-Hans = "研发" }
[[concept]]
id = "bare"
"#;
        let manifest = manifest_of("shortcuts", "", THEMES);
        let shortcut = |n: usize| {
            (manifest["shortcuts"][n]["name"].clone(), manifest["shortcuts"][n]["url"].clone())
        };
        assert_eq!(shortcut(0), (json!("Trade"), json!("./#theme=trade")));
        assert_eq!(shortcut(1), (json!("研发"), json!("./#theme=R%26D%3D%231")));
        assert_eq!(shortcut(2), (json!("bare"), json!("./#theme=bare")));
    }

    #[test]
    fn a_corpus_without_words_of_its_own_is_called_by_its_folder() {
        let manifest = manifest(Path::new("no such folder")).unwrap();
        assert_eq!(manifest["name"], "no such folder");
    }

    #[test]
    fn a_maskable_icon_has_no_empty_corner() {
        let svg = fs::read_to_string(project::root().join(ICON)).unwrap();
        assert!(maskable(&svg).unwrap().contains("<rect width=\"32\" height=\"32\""));
    }
}
