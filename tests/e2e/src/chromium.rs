//! Chromium, through ChromeDriver. What WebDriver lacks, the DevTools protocol has.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Process, Session, again_if, program};
use crate::engine::{ColorScheme, Setup, Window};

/// Headless, offline but for this machine, and without the browser's own traffic.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--window-size=1280,900",
    // Tests run as root in containers, where Chromium's sandbox cannot.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/// ChromeDriver takes a port that is free on IPv6, and gives up where another program has it on IPv4.
const PORT_TAKEN: &str = "port not available";

/// What a site may do that may keep nothing, as the browser's settings write it.
const BLOCK: u8 = 2;

pub(crate) struct Chromium {
    session: Session,
    _driver: Process,
}

impl Chromium {
    /// `CHROMEDRIVER` and `CHROME` name the programs where they are not on the `PATH`. `CHROME_HEADLESS_SHELL` may name
    /// the same browser without windows, tabs and settings of its own: what needs none of these takes half the time in it.
    pub(crate) fn start(setup: Setup) -> Result<Self> {
        let mut arguments = ARGUMENTS.to_vec();
        arguments.extend(setup.is_private.then_some("--incognito"));
        let mut options = json!({ "args": arguments });
        if setup.keeps_nothing {
            options["prefs"] = json!({ "profile.default_content_setting_values.cookies": BLOCK });
        }
        let has_settings = setup.is_private || setup.keeps_nothing;
        let shell = std::env::var("CHROME_HEADLESS_SHELL").ok().filter(|_| !has_settings);
        if let Some(binary) = shell.or_else(|| std::env::var("CHROME").ok()) {
            options["binary"] = json!(binary);
        }
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        again_if(&[PORT_TAKEN], || {
            let mut command = Command::new(program("CHROMEDRIVER", &["chromedriver"]));
            let mend = "`cargo xtask setup` installs it, or says how to";
            let mut driver = Process::start(command.arg("--port=0"), mend)?;
            let port = driver.until(port);
            let session = port.and_then(|port| Session::open(port, wanted.clone()));
            let session = session.context("ChromeDriver did not open a window")?;
            Ok(Self { session, _driver: driver })
        })
    }

    /// The log that ChromeDriver keeps of a kind of events; it begins anew each time.
    fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.session.post("se/log", json!({ "type": kind }))?;
        Ok(entries.as_array().context("a list of log entries")?.clone())
    }
}

impl Window for Chromium {
    fn session(&self) -> &Session {
        &self.session
    }

    fn console(&mut self) -> Result<Vec<String>> {
        let loud = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let line = |entry: &Value| {
            format!(
                "{}: {}",
                entry["level"].as_str().unwrap_or_default(),
                entry["message"].as_str().unwrap_or_default()
            )
        };
        Ok(self.log("browser")?.iter().filter(loud).map(line).collect())
    }

    fn requests(&mut self) -> Result<Vec<String>> {
        let mut urls = Vec::new();
        for entry in self.log("performance")? {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("null"))?;
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let request = &event["message"]["params"]["request"];
                urls.push(request["url"].as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(urls)
    }

    fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    fn prefer_color_scheme(&mut self, scheme: ColorScheme) -> Result<()> {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme.name() });
        let features = json!({ "features": [feature] });
        self.devtools("Emulation.setEmulatedMedia", features).map(drop)
    }

    fn compose(&mut self, letters: &str) -> Result<()> {
        let composition = json!({
            "text": letters, "selectionStart": letters.len(), "selectionEnd": letters.len(),
        });
        self.devtools("Input.imeSetComposition", composition).map(drop)
    }

    fn commit(&mut self, text: &str) -> Result<()> {
        self.devtools("Input.insertText", json!({ "text": text })).map(drop)
    }

    fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.session.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }
}

/// ChromeDriver chooses its port and says so: `ChromeDriver was started successfully on port N.`
fn port(said: &str) -> Option<u16> {
    let line = said.lines().find_map(|line| line.split_once("successfully on port "))?;
    line.1.trim_end_matches('.').parse().ok()
}
