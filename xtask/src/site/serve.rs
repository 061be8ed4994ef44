//! How is the site seen while it is worked on? Built, served, and built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use vitrine_e2e::Server;

use super::{Corpus, build};
use crate::project;
use crate::tools::Toolbox;

pub const DEFAULT_PORT: u16 = 8080;

/// What the site is made of, beside the corpus.
const SOURCES: [&str; 8] =
    ["src", "crates", "style", "public", "index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// So long nothing must change before the site is built again: an editor writes several files at once.
const QUIET: Duration = Duration::from_millis(300);

/// Serves the site on `port` until it is interrupted.
pub fn serve(tools: &Toolbox, corpus: &Corpus, port: u16, open: bool) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!(
            "port {port} on 127.0.0.1 cannot be had: `--port {}` takes another",
            port.wrapping_add(1)
        )
    })?;
    // Not dist/: what is looked at while it is worked on is not what was built to be given away.
    let out = project::target().join("serve");
    let changes = Changes::watch(corpus)?;
    eprintln!("Building; the first time takes some minutes");
    build(tools, corpus, &out)?;
    let server = Server::on(listener, &out, "/")?;
    eprintln!("\nVitrine is up: {}   (Ctrl-C ends it)\n", server.url());
    if open && let Err(error) = open::that(server.url()) {
        eprintln!("--open: no browser could be started ({error}); open the address by hand");
    }
    loop {
        let changed = changes.next()?;
        eprintln!("Changed: {}; building again", changed.display());
        match build(tools, corpus, &out) {
            Ok(()) => eprintln!("Built: load the page again"),
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
        let (send, events) = channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if let Ok(event) = event
                    && !matches!(event.kind, EventKind::Access(_))
                {
                    // Nobody listens any more only when the program ends.
                    event.paths.into_iter().for_each(|path| send.send(path).unwrap_or_default());
                }
            })?;
        let sources = SOURCES.map(|source| project::root().join(source));
        for path in sources.into_iter().chain([corpus.folder()]) {
            watcher
                .watch(&path, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {}", path.display()))?;
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
