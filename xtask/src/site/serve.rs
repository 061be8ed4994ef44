//! How is the site seen while it is worked on? Built, served, and built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use vitrine_e2e::Server;

use super::{Corpus, build};
use crate::project;
use crate::tools::Toolbox;

pub const DEFAULT_PORT: u16 = 8080;

/// What the site is made of, beside the corpus: folders of the project, and files that lie in it.
const FOLDERS: [&str; 4] = ["src", "crates", "style", "public"];
const FILES: [&str; 4] = ["index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// So long nothing must change before the site is built again: an editor writes several files at once.
const QUIET: Duration = Duration::from_millis(300);

/// Serves the site on `port` until it is interrupted.
pub fn serve(tools: &Toolbox, corpus: &Corpus, port: u16, open: bool) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} on 127.0.0.1 is not available: try `--port {}`", port.wrapping_add(1))
    })?;
    // Not dist/: what is looked at while it is worked on is not what was built to be given away.
    let out = project::target().join("serve");
    let changes = Changes::watch(corpus)?;
    eprintln!("Building; the first build takes a few minutes");
    build(tools, corpus, &out)?;
    let server = Server::on(listener, &out, "/")?;
    eprintln!("\nVitrine is running at {}   (Ctrl-C to stop)\n", server.url());
    if open && let Err(error) = open::that(server.url()) {
        eprintln!("--open: could not start a browser ({error}); open the address by hand");
    }
    loop {
        let changed = changes.next()?;
        eprintln!("Changed: {}; rebuilding", changed.display());
        match build(tools, corpus, &out) {
            Ok(()) => eprintln!("Built: reload the page"),
            // What is served stays as it was; the next change is the next try.
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
}

/// Changes of files, one after the other.
struct Changes {
    events: Receiver<PathBuf>,
    /// Watches as long as it is held.
    _watcher: RecommendedWatcher,
}

impl Changes {
    fn watch(corpus: &Corpus) -> Result<Self> {
        let root = project::root();
        let folders = FOLDERS.iter().map(|folder| root.join(folder)).chain([corpus.folder()]);
        Self::of(root, folders.collect())
    }

    /// Changes in these folders, and of the files that lie in `root`.
    fn of(root: &Path, folders: Vec<PathBuf>) -> Result<Self> {
        let (send, events) = channel();
        let (own, inside) = (root.to_owned(), folders.clone());
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Nobody listens any more only when the program ends.
            let changed = |path| send.send(path).unwrap_or_default();
            match event {
                Ok(event) if event.need_rescan() => changed(own.clone()),
                Ok(event) if is_change(&event) => event
                    .paths
                    .into_iter()
                    .filter(|path| is_source(&own, &inside, path))
                    .for_each(changed),
                Ok(_) => {}
                // Too much happened to be told apart, or something went wrong: anything may have changed.
                Err(_) => changed(own.clone()),
            }
        })?;
        let mut watch = |path: &Path, mode| {
            watcher.watch(path, mode).with_context(|| format!("cannot watch {}", path.display()))
        };
        // Not the files themselves: an editor that saves puts another file into the place of one, and what was
        // watched is gone.
        watch(root, RecursiveMode::NonRecursive)?;
        for folder in &folders {
            watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(Self { events, _watcher: watcher })
    }

    /// Waits for a change, and until no more follow it.
    fn next(&self) -> Result<PathBuf> {
        let first = self.events.recv().context("files are no longer watched")?;
        while self.events.recv_timeout(QUIET).is_ok() {}
        Ok(first)
    }
}

/// Whether anything but the looking at files happened.
fn is_change(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_))
}

/// Whether the site is made of it.
fn is_source(root: &Path, folders: &[PathBuf], path: &Path) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
        || FILES.iter().any(|file| path == root.join(file))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Longer than any system takes to tell of a change.
    const PATIENCE: Duration = Duration::from_secs(20);

    #[test]
    fn what_an_editor_replaces_is_seen_each_time() {
        let root = std::env::temp_dir().join(format!("vitrine-serve-{}", std::process::id()));
        fs::create_dir_all(root.join("src")).unwrap();
        let root = root.canonicalize().unwrap();
        let files = [root.join("index.html"), root.join("src/lib.rs")];
        files.iter().for_each(|file| fs::write(file, "old").unwrap());
        let changes = Changes::of(&root, vec![root.join("src")]).unwrap();
        for file in &files {
            for text in ["one", "two", "three"] {
                let beside = file.with_extension("tmp");
                fs::write(&beside, text).unwrap();
                fs::rename(&beside, file).unwrap();
                let is_it = |path: &PathBuf| path == file;
                let mut seen = std::iter::from_fn(|| changes.events.recv_timeout(PATIENCE).ok());
                assert!(seen.any(|path| is_it(&path)), "{text}: {}", file.display());
            }
        }
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_is_built_is_no_source() {
        let root = Path::new("/project");
        let folders = [root.join("src")];
        let is_source = |path: &str| is_source(root, &folders, &root.join(path));
        assert!(is_source("src/views/read.rs") && is_source("Cargo.toml"));
        assert!(!is_source("target") && !is_source("dist") && !is_source(".index.html.swp"));
    }
}
