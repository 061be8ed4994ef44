//! Where the page, or a part of it, cannot start, a reader is told so in words, and what to do.

use std::fs;
use std::path::{Path, PathBuf};

use vitrine_e2e::Server;

use crate::page::{Page, dist};

#[test]
fn a_broken_download_is_explained() {
    let broken = Copy::of_the_site("truncated");
    let wasm = broken.program();
    let bytes = fs::read(&wasm).expect("the wasm");
    fs::write(&wasm, &bytes[..bytes.len() / 2]).expect("half of it");
    broken.is_explained();
}

#[test]
fn a_missing_file_is_explained() {
    let broken = Copy::of_the_site("missing");
    fs::remove_file(broken.program()).expect("the wasm");
    broken.is_explained();
}

#[test]
fn what_a_missing_part_does_not_draw_goes_on_and_it_can_be_fetched_again() {
    let site = Copy::of_the_site("parted");
    let (rest, aside) = (site.rest(), site.0.join("aside"));
    fs::rename(&rest, &aside).expect("the part is gone");
    let server = Server::start(&site.0, "/").expect("a server");
    let mut page = Page::without_opening(server);
    page.let_console_speak();
    page.go("#view=timeline");
    page.until("an alert is shown", || page.texts("main [role=alert], [role=alert]").pop());

    page.follow("#theme=labor");
    page.until_true("results are shown", || !page.shown().is_empty());

    page.follow("#view=timeline");
    page.until_true("it is still told", || page.exists("[role=alert]"));
    fs::rename(&aside, &rest).expect("the part is back");
    page.click("[role=alert] button");
    page.until_true("the view is there", || page.exists("[data-event]"));
}

#[test]
fn a_browser_without_scripts_is_told_what_it_needs() {
    let html = fs::read_to_string(dist().join("index.html")).expect("the page's HTML");
    let (_, after) = html.split_once("<noscript>").expect("a <noscript>");
    let (inside, _) = after.split_once("</noscript>").expect("its end");
    assert!(inside.contains("JavaScript"), "{inside:?} names what is missing");
}

/// A copy of the built site that may be spoilt; gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn of_the_site(name: &str) -> Self {
        let copy = std::env::temp_dir().join(format!("vitrine-e2e-{}-{name}", std::process::id()));
        copy_folder(&dist(), &copy);
        Self(copy)
    }

    /// The program that the page begins with.
    fn program(&self) -> PathBuf {
        self.wasm(|name| !name.starts_with("split_"))
    }

    /// The part of it that comes later.
    fn rest(&self) -> PathBuf {
        self.wasm(|name| name.starts_with("split_"))
    }

    fn wasm(&self, is_it: impl Fn(&str) -> bool) -> PathBuf {
        let name = |file: &Path| file.file_name().map(|name| name.to_string_lossy().into_owned());
        let is_it =
            |file: &PathBuf| name(file).is_some_and(|name| name.ends_with(".wasm") && is_it(&name));
        files(&self.0).into_iter().find(is_it).expect("the site has such a .wasm file")
    }

    fn is_explained(&self) {
        let server = Server::start(&self.0, "/").expect("a server");
        let mut page = Page::without_opening(server);
        page.let_console_speak();
        page.browser.open(&page.server.url()).expect("the HTML loads");
        let words = page.until("an alert is shown", || page.texts("[role=alert]").pop());
        assert!(words.split_whitespace().count() >= 5, "{words:?} says what to do");
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).expect("a file below the folder"));
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::copy(&file, &target).expect("a copy");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files
}
