//! What would a plain static host answer?
//!
//! A file is served as it lies, a folder by its `index.html`, anything else is a 404: no rewrite
//! rule, no fallback, no compression. What was asked for is kept, so that a test can say what the
//! host learns of a reader.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// A folder on `127.0.0.1`, on a free port, until it is stopped or the program ends.
///
/// A thread a connection and one request a connection. Servers with a pool of threads let the tests
/// hang: a browser opens six connections and keeps them, and the seventh waits for a thread.
pub struct Server {
    site: Arc<Site>,
    origin: String,
}

/// What a host says that does not know what a file is.
const UNKNOWN: &str = "application/octet-stream";

/// What all connections share.
struct Site {
    root: PathBuf,
    mount: String,
    /// Headers of every answer, each with its line end.
    headers: &'static str,
    types: Types,
    requests: Mutex<Vec<String>>,
    is_stopped: AtomicBool,
}

/// What a host knows of the types of files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Types {
    All,
    /// Those of twenty years ago.
    Old,
}

impl Server {
    /// Serves `root` under `mount`, a path such as `/` or `/corpora/dprk/`.
    pub fn start(root: &Path, mount: &str) -> Result<Self> {
        Self::with_headers(any_port()?, root, mount, "", Types::All)
    }

    /// The same on a host that has not heard of wasm and manifests.
    pub fn of_old(root: &Path) -> Result<Self> {
        Self::with_headers(any_port()?, root, "/", "", Types::Old)
    }

    /// The same on a port that was chosen.
    pub fn on(listener: TcpListener, root: &Path, mount: &str) -> Result<Self> {
        Self::with_headers(listener, root, mount, "", Types::All)
    }

    /// Serves `root` under `/`, isolated from other origins: then the page's clock has steps of five
    /// microseconds rather than of a hundred.
    pub fn isolated(root: &Path) -> Result<Self> {
        let headers = "Cross-Origin-Opener-Policy: same-origin\r\n\
                       Cross-Origin-Embedder-Policy: require-corp\r\n";
        Self::with_headers(any_port()?, root, "/", headers, Types::All)
    }

    fn with_headers(
        listener: TcpListener,
        root: &Path,
        mount: &str,
        headers: &'static str,
        types: Types,
    ) -> Result<Self> {
        ensure!(mount.starts_with('/') && mount.ends_with('/'), "a mount is /…/, not {mount:?}");
        ensure!(
            root.join("index.html").is_file(),
            "no page at {}: build it with `cargo xtask build`",
            root.display()
        );
        let origin = format!("http://{}", listener.local_addr()?);
        let site = Arc::new(Site {
            root: root.to_owned(),
            mount: mount.to_owned(),
            headers,
            types,
            requests: Mutex::new(Vec::new()),
            is_stopped: AtomicBool::new(false),
        });
        thread::spawn({
            let site = Arc::clone(&site);
            move || {
                for stream in listener.incoming().flatten() {
                    if site.is_stopped.load(Ordering::SeqCst) {
                        return;
                    }
                    let site = Arc::clone(&site);
                    // A browser that hangs up before the end is no error of ours.
                    thread::spawn(move || site.answer(&stream).ok());
                }
            }
        });
        Ok(Self { site, origin })
    }

    /// Takes the host off the network: from now on nobody listens there.
    pub fn stop(&self) {
        self.site.is_stopped.store(true, Ordering::SeqCst);
        // Wakes the one who waits for a connection.
        let address = self.origin.strip_prefix("http://").unwrap_or(&self.origin);
        while TcpStream::connect(address).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Where the page is: the origin and the mount, ending in `/`.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin, self.site.mount)
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Every path and query asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.site.requests.lock().expect("no panic while held").clone()
    }

    /// The file of `root` a request for `target` is answered with, if it were there.
    pub fn file(root: &Path, mount: &str, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let inside = path.strip_prefix(mount)?;
        // Names in a built site are plain, so there is nothing to decode, and nothing may climb out.
        if inside.split('/').any(|part| part == ".." || part.contains('\\')) {
            return None;
        }
        let file = root.join(inside);
        Some(if file.is_dir() { file.join("index.html") } else { file })
    }
}

fn any_port() -> Result<TcpListener> {
    TcpListener::bind("127.0.0.1:0").context("cannot listen on 127.0.0.1")
}

impl Site {
    /// Reads one request, answers it and hangs up.
    fn answer(&self, mut stream: &TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let Some(request) = lines.next().transpose()? else { return Ok(()) };
        // The headers: none of them changes the answer.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let target = request.split(' ').nth(1).unwrap_or("/");
        self.requests.lock().expect("no panic while held").push(target.to_owned());
        let found = Server::file(&self.root, &self.mount, target)
            .and_then(|file| fs::read(&file).ok().map(|bytes| (bytes, self.types.of(&file))));
        let (status, (body, media_type)) = match found {
            Some(found) => ("200 OK", found),
            None => ("404 Not Found", (b"404".to_vec(), "text/plain")),
        };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n",
            body.len(),
            self.headers
        )?;
        stream.write_all(&body)
    }
}

impl Types {
    fn of(self, file: &Path) -> &'static str {
        match media_type(file) {
            "application/wasm" | "application/manifest+json" if self == Self::Old => UNKNOWN,
            known => known,
        }
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(target: &str) -> Option<PathBuf> {
        Server::file(Path::new("/site"), "/corpora/dprk/", target)
    }

    #[test]
    fn a_query_is_not_part_of_the_name() {
        assert_eq!(file("/corpora/dprk/a.js?v=1"), Some(PathBuf::from("/site/a.js")));
    }

    #[test]
    fn only_what_is_below_the_mount_is_served() {
        assert_eq!(file("/a.js"), None);
        assert_eq!(file("/corpora/dprk/../../etc/passwd"), None);
    }
}
