//! What does the browser show, and what happens when a reader acts?
//!
//! One [`Browser`] is one ChromeDriver with one headless Chromium and a fresh profile; both end
//! when the value is dropped, after a panic too. `CHROMEDRIVER` and `CHROME` name the programs
//! where they are not on the `PATH`.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

/// Headless, offline but for this machine, and without the browser's own traffic.
const CHROMIUM_ARGUMENTS: &[&str] = &[
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

/// The longest a command may take; a script in the page is given up on a little earlier.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(60);
const SCRIPT_TIMEOUT_MS: u64 = 30_000;

/// How often ChromeDriver is started when the port it chose is taken, and how it says so.
const START_TRIES: usize = 5;
const PORT_TAKEN: &str = "port not available";

/// The name under which WebDriver hands out an element (W3C WebDriver, 12.1).
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A headless Chromium with one window.
#[must_use = "the browser closes when this value is dropped"]
pub struct Browser {
    driver: Child,
    /// Held open: ChromeDriver is ended by a signal when it writes to a closed pipe.
    _driver_output: BufReader<ChildStdout>,
    agent: ureq::Agent,
    session: String,
}

/// An element of the page, as long as it stays in the document.
#[derive(Clone, Debug)]
pub struct Element(String);

/// A key that is not a character (W3C WebDriver, 17.4.2).
#[derive(Clone, Copy, Debug)]
pub enum Key {
    Tab,
    Enter,
    Escape,
    Space,
    Backspace,
    Left,
}

impl Browser {
    /// Starts ChromeDriver on a free port and opens a window.
    ///
    /// ChromeDriver takes a port that is free on IPv6 and gives up where another program has it on
    /// IPv4, which happens when many start at once: then it is asked again.
    pub fn start() -> Result<Self> {
        let mut tries = 1;
        loop {
            match Self::try_start() {
                Err(error) if tries < START_TRIES && format!("{error:#}").contains(PORT_TAKEN) => {
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn try_start() -> Result<Self> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut driver = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| {
                format!("cannot start {program}: `cargo xtask setup` installs it, or says how to")
            })?;
        let mut output = BufReader::new(driver.stdout.take().expect("stdout is piped"));
        let started = started_port(&mut output).and_then(|port| {
            let agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .timeout_global(Some(COMMAND_TIMEOUT))
                .proxy(None)
                .build()
                .new_agent();
            let session = new_session(&agent, port)?;
            Ok((agent, session))
        });
        match started {
            Ok((agent, session)) => Ok(Self { driver, _driver_output: output, agent, session }),
            Err(error) => {
                let _ = driver.kill();
                let _ = driver.wait();
                Err(error.context("ChromeDriver did not open a window"))
            }
        }
    }

    /// Loads `url` and waits for its load event.
    pub fn open(&self, url: &str) -> Result<()> {
        self.post("url", json!({ "url": url })).map(drop)
    }

    pub fn reload(&self) -> Result<()> {
        self.post("refresh", json!({})).map(drop)
    }

    pub fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    pub fn forward(&self) -> Result<()> {
        self.post("forward", json!({})).map(drop)
    }

    /// Runs `body`, an async function's, in the page. It finds `arguments` in `args`, may `await`,
    /// and what it returns comes back as JSON.
    pub fn run(&self, body: &str, arguments: Value) -> Result<Value> {
        let script = format!("return (async (...args) => {{ {body} }})(...arguments);");
        let arguments = match arguments {
            Value::Array(arguments) => arguments,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// Sends a command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// The first element a CSS selector finds.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let found = self.post("element", json!({ "using": "css selector", "value": selector }))?;
        let id = found[ELEMENT_KEY].as_str().context("an element")?;
        Ok(Element(id.to_owned()))
    }

    /// Scrolls to the element and clicks in its middle, as a pointer would.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), json!({})).map(drop)
    }

    /// Focuses the element and types into it, key by key.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("element/{}/value", element.0), json!({ "text": text })).map(drop)
    }

    /// Presses and releases a key, wherever the focus is.
    pub fn press(&self, key: Key) -> Result<()> {
        self.press_character(key.code())
    }

    /// The same for a key that writes a character.
    pub fn press_character(&self, character: char) -> Result<()> {
        let actions = json!({ "actions": [{
            "type": "key", "id": "keyboard",
            "actions": [
                { "type": "keyDown", "value": character },
                { "type": "keyUp", "value": character },
            ],
        }]});
        self.post("actions", actions).map(drop)
    }

    /// Makes the viewport this wide and high, below the window's own least width too.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    /// `light` or `dark`, as the reader's system would say it.
    pub fn prefer_color_scheme(&self, scheme: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).map(drop)
    }

    /// The window as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let response = self.agent.get(format!("{}/screenshot", self.session)).call();
        let image = value(response).context("WebDriver: screenshot")?;
        Ok(BASE64_STANDARD.decode(image.as_str().context("an image")?)?)
    }

    /// What the console said of warnings and errors since this was last asked, a line each.
    pub fn console(&self) -> Result<Vec<String>> {
        let entries = self.post("se/log", json!({ "type": "browser" }))?;
        let entries = entries.as_array().context("a list of log entries")?;
        let loud = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let line = |entry: &Value| {
            format!(
                "{}: {}",
                entry["level"].as_str().unwrap_or_default(),
                entry["message"].as_str().unwrap_or_default()
            )
        };
        Ok(entries.iter().filter(loud).map(line).collect())
    }

    /// The URL of every request the browser made since this was last asked.
    pub fn requests(&self) -> Result<Vec<String>> {
        let entries = self.post("se/log", json!({ "type": "performance" }))?;
        let entries = entries.as_array().context("a list of log entries")?;
        let mut urls = Vec::new();
        for entry in entries {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("null"))?;
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let request = &event["message"]["params"]["request"];
                urls.push(request["url"].as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(urls)
    }

    fn post(&self, command: &str, parameters: Value) -> Result<Value> {
        let response =
            self.agent.post(format!("{}/{command}", self.session)).send_json(&parameters);
        value(response).with_context(|| format!("WebDriver: {command}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Chromium outlives a ChromeDriver that is killed, so it is asked to close first.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Key {
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Escape => '\u{E00C}',
            Self::Space => ' ',
            Self::Backspace => '\u{E003}',
            Self::Left => '\u{E012}',
        }
    }
}

/// ChromeDriver chooses its port and says so: `ChromeDriver was started successfully on port N.`
fn started_port(output: &mut impl BufRead) -> Result<u16> {
    let mut said = String::new();
    while output.read_line(&mut said)? > 0 {
        let last = said.lines().next_back().unwrap_or_default();
        if let Some((_, port)) = last.split_once("successfully on port ") {
            return port.trim_end_matches('.').parse().with_context(|| format!("a port: {last}"));
        }
    }
    bail!("it ended and said: {said}")
}

fn new_session(agent: &ureq::Agent, port: u16) -> Result<String> {
    let mut options = json!({ "args": CHROMIUM_ARGUMENTS });
    if let Ok(binary) = env::var("CHROME") {
        options["binary"] = json!(binary);
    }
    let capabilities = json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "timeouts": { "script": SCRIPT_TIMEOUT_MS, "pageLoad": SCRIPT_TIMEOUT_MS },
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    }}});
    let url = format!("http://127.0.0.1:{port}/session");
    let answer = value(agent.post(&url).send_json(&capabilities))?;
    let id = answer["sessionId"].as_str().context("a session id")?;
    Ok(format!("{url}/{id}"))
}

/// The `value` of an answer, or what the driver says went wrong.
fn value(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    let mut response = response?;
    let mut answer: Value =
        response.body_mut().with_config().limit(64 * 1024 * 1024).read_json()?;
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        // The message ends in a native backtrace, which helps nobody here.
        let message = value["message"].as_str().unwrap_or_default();
        bail!("{error}: {}", message.lines().next().unwrap_or_default());
    }
    Ok(value)
}
