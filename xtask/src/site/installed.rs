//! What makes the site an application that can be installed and works without a network? A worker that
//! keeps the files of exactly this build, and icons; the manifest with the corpus's own names is there already.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use resvg::{tiny_skia, usvg};
use serde_json::{Value, json};

use super::{policy, single};
use crate::project;

const WORKER: &str = "worker.js";

/// What a worker begins with that was written here: its source does not.
const BUILD: &str = "const BUILD = ";

/// What an icon is drawn from.
const ICON: &str = "public/icon.svg";

/// Files that the page does not need to run.
const LEFT_OUT: [&str; 5] = [single::NAME, "api.html", "api.js", "vitrine.d.ts", "worker-off.js"];

/// Puts worker and icons to the site that lies in `out`.
pub fn write(out: &Path) -> Result<()> {
    icons(out)?;
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
    fn a_maskable_icon_has_no_empty_corner() {
        let svg = fs::read_to_string(project::root().join(ICON)).unwrap();
        assert!(maskable(&svg).unwrap().contains("<rect width=\"32\" height=\"32\""));
    }
}
