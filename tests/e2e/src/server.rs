//! What would a plain static host answer?
//!
//! A file is served as it lies, a folder by its `index.html`, anything else is a 404: no rewrite
//! rule, no fallback, no compression. What was asked for is kept, so that a test can say what the
//! host learns of a reader.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow, ensure};

/// A folder on `127.0.0.1`, on a free port, for as long as this value lives.
#[must_use = "the server stops when this value is dropped"]
pub struct Server {
    http: Arc<tiny_http::Server>,
    requests: Arc<Mutex<Vec<String>>>,
    origin: String,
    mount: String,
    worker: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `root` under `mount`, a path such as `/` or `/corpora/dprk/`.
    pub fn start(root: &Path, mount: &str) -> Result<Self> {
        ensure!(mount.starts_with('/') && mount.ends_with('/'), "a mount is /…/, not {mount:?}");
        ensure!(
            root.join("index.html").is_file(),
            "no page at {}: build it with `cargo xtask build`",
            root.display()
        );
        let http = tiny_http::Server::http("127.0.0.1:0")
            .map_err(|error| anyhow!(error))
            .context("cannot listen on 127.0.0.1")?;
        let port = http.server_addr().to_ip().context("an IP address")?.port();
        let http = Arc::new(http);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let worker = thread::spawn({
            let (http, requests) = (Arc::clone(&http), Arc::clone(&requests));
            let (root, mount) = (root.to_owned(), mount.to_owned());
            move || {
                for request in http.incoming_requests() {
                    requests.lock().expect("no panic while held").push(request.url().to_owned());
                    answer(request, &root, &mount);
                }
            }
        });
        let origin = format!("http://127.0.0.1:{port}");
        Ok(Self { http, requests, origin, mount: mount.to_owned(), worker: Some(worker) })
    }

    /// Where the page is: the origin and the mount, ending in `/`.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin, self.mount)
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Every path and query asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no panic while held").clone()
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

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

fn answer(request: tiny_http::Request, root: &Path, mount: &str) {
    let found = Server::file(root, mount, request.url())
        .and_then(|file| fs::read(&file).ok().map(|bytes| (bytes, media_type(&file))));
    // A browser that hangs up before the end is no error of ours.
    let _ = match found {
        Some((bytes, media_type)) => {
            let header = tiny_http::Header::from_bytes("Content-Type", media_type)
                .expect("a media type is a header value");
            request.respond(tiny_http::Response::from_data(bytes).with_header(header))
        }
        None => request.respond(tiny_http::Response::from_string("404").with_status_code(404)),
    };
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
        _ => "application/octet-stream",
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
