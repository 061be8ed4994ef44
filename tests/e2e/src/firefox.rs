//! Firefox, through geckodriver. What WebDriver lacks is asked of the browser's own code, which geckodriver
//! lets run (`--allow-system-access`): it sees every message and every request.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Process, Session, again_if, program};
use crate::engine::{ColorScheme, Setup, Window};
use crate::input_method;

const PORT_TAKEN: &str = "Address already in use";

/// What a site may do with storage that may keep nothing, as the browser's settings write it.
const REJECT: u8 = 2;

/// What the page writes to the console goes to standard output, a line each, which begins so.
const CONSOLE_KINDS: [&str; 2] = ["console.error:", "console.warn:"];

/// Notes every request of a page, not those of the browser itself.
const WATCH_REQUESTS: &str = "
    window.pageRequests = [];
    Services.obs.addObserver(subject => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal } = channel.loadInfo;
        if (channel.isDocument || !triggeringPrincipal.isSystemPrincipal)
            window.pageRequests.push(channel.URI.spec);
    }, 'http-on-modify-request');";

const TAKE_REQUESTS: &str = "return window.pageRequests.splice(0)";

/// What went wrong on pages: scripts, styles, policies, networks. The browser's own messages come from
/// files of its own. Two of its messages tell of no fault: that a page was left while a worker still answered
/// it (there is no address then), and that something was scrolled to before the load event, with the advice to
/// wait for style sheets, which the page does, as they stand in its head.
const TAKE_MESSAGES: &str = "
    const messages = Services.console.getMessageArray();
    Services.console.reset();
    return messages
        .filter(message => message instanceof Ci.nsIScriptError)
        .filter(({ flags }) => !(flags & Ci.nsIScriptError.infoFlag))
        .filter(({ sourceName }) => /^(http|file|blob|data):/.test(sourceName))
        .filter(({ errorMessage }) => !/Failed to load ‘’\\./.test(errorMessage) &&
            !/^Layout was forced before the page was fully loaded/.test(errorMessage))
        .map(message => `${message.category}: ${message.errorMessage} ` +
            `(${message.sourceName}:${message.lineNumber})`)";

/// The page's place in the window gets a size of its own, as no window is as narrow as a phone.
const RESIZE: &str = "
    const [width, height] = args;
    const { style } = gBrowser.selectedBrowser;
    for (const edge of ['', 'min-', 'max-']) {
        style.setProperty(`${edge}width`, `${width}px`);
        style.setProperty(`${edge}height`, `${height}px`);
    }";

const UNTIL_RESIZED: &str = "
    while (innerWidth !== args[0] || innerHeight !== args[1])
        await new Promise(go => setTimeout(go, 10));";

/// What stands for the system's preference, from the next page on.
const PREFER: &str = "
    const schemes = ['dark', 'light'];
    const name = 'layout.css.prefers-color-scheme.content-override';
    Services.prefs.setIntPref(name, schemes.indexOf(args[0]));";

pub(crate) struct Firefox {
    session: Session,
    driver: Process,
    /// How much of what was said is known.
    heard: usize,
}

impl Firefox {
    /// `GECKODRIVER` and `FIREFOX` name the programs where they are not on the `PATH`.
    pub(crate) fn start(setup: Setup) -> Result<Self> {
        let mut preferences = json!({
            // The page's, and not the browser's own.
            "devtools.console.stdout.content": true,
            "devtools.console.stdout.chrome": false,
            // It cancels the scripts of a page that is left, and, where the next page begins at once, those of
            // that one.
            "dom.ipc.processHangMonitor": false,
            // The browser's own traffic.
            "network.proxy.type": 0,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "network.dns.disableIPv6": true,
            "browser.safebrowsing.downloads.remote.enabled": false,
            "browser.search.update": false,
            "extensions.getAddons.cache.enabled": false,
            "intl.accept_languages": "en-US, en",
        });
        if setup.keeps_nothing {
            preferences["network.cookie.cookieBehavior"] = json!(REJECT);
        }
        if setup.is_private {
            preferences["browser.privatebrowsing.autostart"] = json!(true);
        }
        let wanted = json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": program("FIREFOX", &["firefox", "firefox-esr"]),
                "args": ["-headless"],
                "prefs": preferences,
            },
        });
        again_if(&[PORT_TAKEN], || {
            let mut command = Command::new(program("GECKODRIVER", &["geckodriver"]));
            command.args(["--port", "0", "--allow-system-access"]);
            let mut driver = Process::start(&mut command, "`cargo xtask setup` installs it")?;
            let session = driver.until(port).and_then(|port| Session::open(port, wanted.clone()));
            let session = session.context("geckodriver did not open a window")?;
            let mut firefox = Self { session, driver, heard: 0 };
            firefox.privileged(WATCH_REQUESTS, Value::Null)?;
            firefox.resize(1280, 900)?;
            Ok(firefox)
        })
    }

    /// Runs a script as the browser's own.
    fn privileged(&self, body: &str, arguments: Value) -> Result<Value> {
        self.session.post("moz/context", json!({ "context": "chrome" }))?;
        let outcome = self.session.run(body, arguments);
        self.session.post("moz/context", json!({ "context": "content" }))?;
        outcome
    }
}

impl Window for Firefox {
    fn session(&self) -> &Session {
        &self.session
    }

    fn console(&mut self) -> Result<Vec<String>> {
        // What the page did before comes before its answer.
        self.session.run("", Value::Null)?;
        let messages = self.privileged(TAKE_MESSAGES, Value::Null)?;
        let messages = messages.as_array().context("a list of messages")?;
        let said = self.driver.said();
        let new = said.get(self.heard..).unwrap_or_default();
        self.heard = said.len();
        let written = new.lines().filter(|line| is_of_a_page(line)).map(str::to_owned);
        Ok(messages.iter().filter_map(Value::as_str).map(str::to_owned).chain(written).collect())
    }

    fn requests(&mut self) -> Result<Vec<String>> {
        let requests = self.privileged(TAKE_REQUESTS, Value::Null)?;
        let requests = requests.as_array().context("a list of requests")?;
        Ok(requests.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        self.privileged(RESIZE, json!([width, height]))?;
        self.session.run(UNTIL_RESIZED, json!([width, height])).map(drop)
    }

    fn prefer_color_scheme(&mut self, scheme: ColorScheme) -> Result<()> {
        self.privileged(PREFER, json!([scheme.name()])).map(drop)
    }

    fn compose(&mut self, letters: &str) -> Result<()> {
        input_method::compose(&self.session, letters)
    }

    fn commit(&mut self, text: &str) -> Result<()> {
        input_method::commit(&self.session, text, false)
    }
}

/// Loggers of the browser itself begin with their name, which those of a page do not have.
fn is_of_a_page(line: &str) -> bool {
    let words = CONSOLE_KINDS.iter().find_map(|kind| line.strip_prefix(kind));
    words.is_some_and(|words| {
        let first = words.trim().split(' ').next().unwrap_or_default();
        !first.strip_suffix(':').is_some_and(|name| name.chars().all(char::is_alphanumeric))
    })
}

/// geckodriver says `Listening on 127.0.0.1:N`.
fn port(said: &str) -> Option<u16> {
    let line = said.lines().find_map(|line| line.split_once("Listening on "))?;
    line.1.rsplit_once(':')?.1.trim().parse().ok()
}
