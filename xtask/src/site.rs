//! How does the release site come about, and how is it seen while it is worked on?
//!
//! Trunk does both, offline, with the tools the set-up has put in place.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail, ensure};

use crate::tools::Toolbox;
use crate::{process, project};

pub const DEFAULT_PORT: u16 = 8080;

/// The folder of documents that is put behind glass; `None` is the project's own, `seeds/`.
pub struct Corpus(Option<PathBuf>);

impl Corpus {
    pub fn new(folder: Option<PathBuf>) -> Result<Self> {
        let Some(folder) = folder else {
            return Ok(Self(None));
        };
        ensure!(
            folder.is_dir(),
            "--corpus {}: there is no such folder. It takes the folder that holds the documents \
             and corpus.toml",
            folder.display()
        );
        let folder = folder
            .canonicalize()
            .with_context(|| format!("--corpus {}: cannot be read", folder.display()))?;
        Ok(Self(Some(folder)))
    }
}

/// Builds the release site into `out`.
pub fn build(tools: &Toolbox, corpus: &Corpus, out: &Path) -> Result<()> {
    let out = std::path::absolute(out)?;
    process::run(trunk(tools, corpus, "build", &out)?.arg("--dist").arg(&out))
        .context("the site was not built")
}

/// Serves the site on `port` until it is interrupted, and builds it again when a file changes.
pub fn serve(tools: &Toolbox, corpus: &Corpus, port: u16, open: bool) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).with_context(|| {
        format!(
            "port {port} on 127.0.0.1 cannot be had: `--port {}` takes another",
            port.wrapping_add(1)
        )
    })?;

    // Not dist/: what is served here reloads itself, which the release site must not.
    let out = project::target().join("serve");
    let mut serve = trunk(tools, corpus, "serve", &out)?;
    serve
        .arg("--dist")
        .arg(&out)
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        .arg("--disable-address-lookup=true");
    if let Some(folder) = &corpus.0 {
        // Naming one folder to watch is naming all of them.
        serve.arg("--watch").arg(project::root()).arg("--watch").arg(folder);
    }
    if open {
        serve.arg("--open");
    }
    eprintln!("Building; the first time takes some minutes");
    let mut trunk = serve.stdin(Stdio::null()).spawn().context("cannot start Trunk")?;

    // Trunk is a process of its own: it must not live on where this one alone is told to end.
    let ended = Arc::new(AtomicBool::new(false));
    let end = Arc::clone(&ended);
    ctrlc::set_handler(move || end.store(true, Ordering::Relaxed))?;
    let mut up = false;
    while !ended.load(Ordering::Relaxed) {
        if let Some(status) = trunk.try_wait()? {
            bail!("Trunk ended with {status}");
        }
        // Trunk listens once it has built. Where the build failed it listens all the same, and
        // answers with an error until a file is mended.
        if !up && answers(port) {
            up = true;
            eprintln!("\nVitrine is up: http://127.0.0.1:{port}/   (Ctrl-C ends it)\n");
        }
        thread::sleep(Duration::from_millis(100));
    }
    // It has already ended if Ctrl-C reached it too.
    let _ = trunk.kill();
    trunk.wait()?;
    Ok(())
}

fn trunk(tools: &Toolbox, corpus: &Corpus, command: &str, out: &Path) -> Result<Command> {
    // Trunk makes the last folder of the path, not those above it.
    if let Some(above) = out.parent() {
        fs::create_dir_all(above).with_context(|| format!("cannot create {}", above.display()))?;
    }
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .args([command, "--release", "--offline"])
        .current_dir(project::root())
        .env("PATH", process::path_with(&tools.folders)?);
    // Trunk reads this as a flag that is `true` or `false`, and stops at the customary `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    if let Some(folder) = &corpus.0 {
        trunk.env("VITRINE_CORPUS", folder);
    }
    Ok(trunk)
}

fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}
