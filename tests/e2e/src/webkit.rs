//! WebKit, as WebKitGTK has it: MiniBrowser through WebKitWebDriver, on a screen of its own that nobody sees.
//!
//! It has no log that a driver could ask for, and writes none, as a driven window is a private one. So a page
//! is listened to from when it was opened (what keeps it from starting it says itself), and what would leave this
//! machine has to go through a proxy, which is ours.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::driver::{Process, Session, again_if, free_port, program};
use crate::engine::{ColorScheme, Setup, Window};
use crate::input_method;

const PORT_TAKEN: &str = "Unable to listen";

/// MiniBrowser (2.50) may crash while it starts, and the driver waits for it without end.
const NO_ANSWER: &str = "did not open a window: timeout";

const MEND: &str = "`cargo xtask setup` installs it, or says how to";

/// MiniBrowser's own buttons would make no window as narrow as a phone possible.
const STYLE: &str =
    "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }
image { -gtk-icon-source: none; }";

const LISTEN: &str = "
    if (window.pageSaid) return;
    window.pageSaid = [];
    const note = (kind, words) => window.pageSaid.push(`${kind}: ${words}`);
    for (const kind of ['error', 'warn']) {
        const write = console[kind];
        console[kind] = (...words) => { note(kind, words.map(String).join(' ')); write(...words); };
    }
    addEventListener('error', event => note('error', event.message ?? event.target.outerHTML), true);
    addEventListener('unhandledrejection', event => note('rejected', event.reason));
    addEventListener('securitypolicyviolation', event =>
        note('policy', `${event.violatedDirective} ${event.blockedURI}`));";

const TAKE: &str = "return window.pageSaid?.splice(0) ?? []";

/// Waits a little for a window to have its size, as windows follow when they come to it.
const UNTIL_SIZED: &str = "
    for (let n = 0; n < 20 && (innerWidth !== args[0] || innerHeight !== args[1]); n++)
        await new Promise(go => setTimeout(go, 10));
    return [innerWidth, innerHeight]";

/// How often a window's size is corrected.
const FITS: usize = 8;

pub(crate) struct WebKit {
    setup: Setup,
    scheme: ColorScheme,
    size: (u32, u32),
    opened: Opened,
    /// What pages have said that were left.
    said: Vec<String>,
    /// What windows have asked for that were closed.
    requests: Vec<String>,
}

/// A window and all that it stands on; the order is that in which they end.
struct Opened {
    session: Session,
    _driver: Process,
    _screen: Process,
    _folder: Folder,
    proxy: Proxy,
}

impl WebKit {
    /// `WEBKIT_DRIVER` and `XVFB` name the programs where they are not on the `PATH`.
    pub(crate) fn start(setup: Setup) -> Result<Self> {
        let scheme = ColorScheme::Light;
        let opened = Opened::open(setup, scheme)?;
        let (said, requests) = (Vec::new(), Vec::new());
        let mut webkit = Self { setup, scheme, size: (1280, 900), opened, said, requests };
        webkit.fit()?;
        Ok(webkit)
    }

    /// Gives the page its size: the window is larger by what is around it.
    fn fit(&mut self) -> Result<()> {
        let session = &self.opened.session;
        let (width, height) = self.size;
        let (mut right, mut below) = (0, 0);
        for _ in 0..FITS {
            let window = json!({ "width": width + right, "height": height + below });
            session.post("window/rect", window)?;
            let found = session.run(UNTIL_SIZED, json!([width, height]))?;
            let found = |n: usize| found[n].as_u64().context("a size").map(|size| size as u32);
            let (found_width, found_height) = (found(0)?, found(1)?);
            if (found_width, found_height) == (width, height) {
                return Ok(());
            }
            right = (width + right).saturating_sub(found_width);
            below = (height + below).saturating_sub(found_height);
        }
        bail!("the window cannot be made {width} by {height}")
    }
}

impl Opened {
    fn open(setup: Setup, scheme: ColorScheme) -> Result<Self> {
        let folder = Folder::new()?;
        let proxy = Proxy::start()?;
        let mut xvfb = Command::new(program("XVFB", &["Xvfb"]));
        xvfb.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]);
        let mut screen = Process::start(&mut xvfb, MEND)?;
        let display = screen.until(|said| {
            let (number, _) = said.split_once('\n')?;
            number.trim().parse::<u32>().ok()
        })?;

        let mut arguments = vec!["--automation"];
        arguments.extend((scheme == ColorScheme::Dark).then_some("--dark-mode"));
        if setup.keeps_nothing {
            arguments.extend(["--cookies-policy=never", "--enable-html5-local-storage=false"]);
        }
        let wanted = json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "args": arguments },
            "proxy": {
                "proxyType": "manual",
                "httpProxy": proxy.address,
                "sslProxy": proxy.address,
                "noProxy": ["127.0.0.1"],
            },
        });
        again_if(&[PORT_TAKEN, NO_ANSWER], || {
            let port = free_port()?;
            let mut command = Command::new(program("WEBKIT_DRIVER", &["WebKitWebDriver"]));
            command.arg(format!("--port={port}")).env("DISPLAY", format!(":{display}"));
            // The name of the locale says which language the reader has, whether it is installed or not.
            command.env("LANG", "en_US.UTF-8").env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
            for place in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                command.env(place, &folder.0);
            }
            let mut driver = Process::start(&mut command, MEND)?;
            driver.until_listening(port)?;
            let session = Session::open(port, wanted.clone());
            let session = session.context("WebKitWebDriver did not open a window")?;
            Ok((session, driver))
        })
        .map(|(session, driver)| Self {
            session,
            _driver: driver,
            _screen: screen,
            _folder: folder,
            proxy,
        })
    }
}

impl Window for WebKit {
    fn session(&self) -> &Session {
        &self.opened.session
    }

    fn arrived(&mut self) -> Result<()> {
        self.opened.session.run(LISTEN, Value::Null).map(drop)
    }

    fn leaving(&mut self) -> Result<()> {
        let said = self.opened.session.run(TAKE, Value::Null)?;
        let said = said.as_array().context("a list of messages")?;
        self.said.extend(said.iter().filter_map(Value::as_str).map(str::to_owned));
        Ok(())
    }

    fn console(&mut self) -> Result<Vec<String>> {
        self.leaving()?;
        Ok(std::mem::take(&mut self.said))
    }

    fn requests(&mut self) -> Result<Vec<String>> {
        let mut urls = std::mem::take(&mut self.requests);
        urls.append(&mut self.opened.proxy.asked.lock().expect("no panic while held"));
        Ok(urls)
    }

    fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        self.size = (width, height);
        self.fit()
    }

    /// The desktop's theme is read when a program starts, so the window is another one.
    fn prefer_color_scheme(&mut self, scheme: ColorScheme) -> Result<()> {
        if self.scheme != scheme {
            self.leaving()?;
            self.requests = self.requests()?;
            self.opened = Opened::open(self.setup, scheme)?;
            self.scheme = scheme;
            self.fit()?;
        }
        Ok(())
    }

    fn compose(&mut self, letters: &str) -> Result<()> {
        input_method::compose(self.session(), letters)
    }

    fn commit(&mut self, text: &str) -> Result<()> {
        input_method::commit(self.session(), text, true)
    }
}

/// A home for one browser, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("vitrine-webkit-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        let style = folder.join("gtk-3.0");
        fs::create_dir_all(&style).with_context(|| format!("cannot create {}", style.display()))?;
        fs::write(style.join("gtk.css"), STYLE)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What the browser has started writes on for a moment.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Takes what would leave this machine, notes it and refuses it.
struct Proxy {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").context("cannot listen on 127.0.0.1")?;
        let address = listener.local_addr()?.to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        thread::spawn({
            let asked = Arc::clone(&asked);
            move || {
                for stream in listener.incoming().flatten() {
                    let asked = Arc::clone(&asked);
                    // A browser that hangs up asks for nothing.
                    thread::spawn(move || refuse(&stream, &asked).ok());
                }
            }
        });
        Ok(Self { address, asked })
    }
}

fn refuse(mut stream: &TcpStream, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let url = request.split(' ').nth(1).unwrap_or_default();
    asked.lock().expect("no panic while held").push(url.to_owned());
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    stream.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}
