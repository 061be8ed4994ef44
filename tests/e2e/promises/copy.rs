//! A copy of the built site that may be spoilt, or become another version.

use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::page::dist;

/// Complaints of the policy, from when this is run.
pub const WATCH: &str = "window.complaints = [];
    addEventListener('securitypolicyviolation', event =>
        window.complaints.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));";

/// What stands before the list of the build in the worker.
const LIST: &str = "const BUILD = ";

/// How many characters of a file's content are in its name.
const HASH: usize = 8;

/// A folder with the site in it; gone when dropped.
pub struct Copy(pub PathBuf);

impl Copy {
    /// `name` tells the copies of one run from each other.
    pub fn of_the_site(name: &str) -> Self {
        Self::of(&dist(), name)
    }

    pub fn of(site: &Path, name: &str) -> Self {
        let name = format!("vitrine-e2e-{}-{name}", std::process::id());
        let copy = Self(std::env::temp_dir().join(name));
        let _ = fs::remove_dir_all(&copy.0);
        copy_folder(site, &copy.0);
        copy
    }

    /// Has the page note in `window.complaints` whatever its policy forbids.
    pub fn watch_policy(&self) {
        self.prepend("boot-", WATCH);
    }

    /// The site of a build after this one: every file that is named by its content has another name, and
    /// the page says `data-release="next"`.
    pub fn become_next(&self) {
        let names: Vec<(String, String)> = self
            .names()
            .into_iter()
            .filter_map(|name| Some((name.clone(), renamed(&name)?)))
            .collect();
        for (old, new) in &names {
            fs::rename(self.0.join(old), self.0.join(new)).expect("another name");
        }
        for name in self.names() {
            if ["html", "js", "css"].iter().any(|kind| name.ends_with(kind)) {
                let file = self.0.join(name);
                let text = fs::read_to_string(&file).expect("text");
                let text = names.iter().fold(text, |text, (old, new)| text.replace(old, new));
                fs::write(file, text).expect("other names");
            }
        }
        self.prepend("page-", "document.documentElement.dataset.release = 'next';");
    }

    /// Has a script of the page do something else first.
    pub fn prepend(&self, script: &str, first: &str) {
        let file = self.file(|name| name.starts_with(script) && name.ends_with(".js"));
        let text = fs::read_to_string(&file).expect("a script");
        fs::write(&file, format!("{first}\n{text}")).expect("a longer script");
        self.list();
    }

    /// Has the worker keep the files as they are now.
    fn list(&self) {
        let worker = self.0.join("worker.js");
        let text = fs::read_to_string(&worker).expect("the worker");
        let (list, rest) = split(&text);
        let files: Vec<Value> = list["files"]
            .as_array()
            .expect("files")
            .iter()
            .map(|file| {
                let name = file[0].as_str().expect("a name");
                let name = if self.0.join(name).is_file() {
                    name.to_owned()
                } else {
                    renamed(name).expect("a new name")
                };
                let hash = Sha256::digest(fs::read(self.0.join(&name)).expect("a file"));
                json!([name, format!("sha256-{}", BASE64_STANDARD.encode(hash)), file[2]])
            })
            .collect();
        let version = BASE64_STANDARD.encode(Sha256::digest(json!(files).to_string()));
        let list = json!({ "version": version, "files": files });
        fs::write(worker, format!("{LIST}{list}{rest}")).expect("another list");
    }

    /// The program that the page begins with.
    pub fn program(&self) -> PathBuf {
        self.file(|name| name.ends_with(".wasm") && !name.starts_with("split_"))
    }

    /// The part of it that comes later.
    pub fn rest(&self) -> PathBuf {
        self.file(|name| name.ends_with(".wasm") && name.starts_with("split_"))
    }

    fn file(&self, is_it: impl Fn(&str) -> bool) -> PathBuf {
        let name = self.names().into_iter().find(|name| is_it(name));
        self.0.join(name.expect("the site has such a file"))
    }

    /// The files of the page: those of the plain pages lie in folders.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the site").map(|entry| entry.expect("a file"));
        let files = entries.filter(|entry| entry.path().is_file());
        files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the worker of the site under test is to keep, as its host is asked for it.
pub fn listed() -> Vec<String> {
    let worker = fs::read_to_string(dist().join("worker.js")).expect("the worker");
    let (list, _) = split(&worker);
    let files = list["files"].as_array().expect("files");
    files.iter().map(|file| format!("/{}", file[0].as_str().expect("a name"))).collect()
}

/// The list at the head of the worker, and the worker.
fn split(worker: &str) -> (Value, &str) {
    let list = worker.strip_prefix(LIST).expect("a list");
    let mut values = serde_json::Deserializer::from_str(list).into_iter::<Value>();
    let build = values.next().expect("a list").expect("JSON");
    (build, &list[values.byte_offset()..])
}

/// The name of a file that is named by its content, of another content.
fn renamed(name: &str) -> Option<String> {
    let (stem, kind) = name.rsplit_once('.')?;
    let (stem, hash) = stem.rsplit_once('-')?;
    let is_hash = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let hash: String =
        (hash.len() == HASH && hash.chars().all(is_hash)).then(|| hash.chars().rev().collect())?;
    Some(format!("{stem}-{hash}.{kind}"))
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        if from.is_dir() {
            copy_folder(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a copy");
        }
    }
}
