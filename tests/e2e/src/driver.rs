//! How is a browser spoken to? The W3C WebDriver protocol, as its driver programs answer it over HTTP, and
//! the drivers as processes that end with what started them.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The longest a command may take; a script in the page is given up on a little earlier.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(180);
const SCRIPT_TIMEOUT_MS: u64 = 120_000;

/// How long a program may take until it can be spoken to, on a busy machine.
const START_TIMEOUT: Duration = Duration::from_secs(120);

/// How often a driver is started when another program has taken the port it chose, or its browser came to nothing.
const START_TRIES: usize = 5;

/// An open window, as its driver knows it.
pub(crate) struct Session {
    agent: ureq::Agent,
    url: String,
}

impl Session {
    /// Asks the driver on `port` for a window. `wanted` are the capabilities beyond those of all engines.
    pub(crate) fn open(port: u16, mut wanted: Value) -> Result<Self> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(COMMAND_TIMEOUT))
            .proxy(None)
            .build()
            .new_agent();
        wanted["timeouts"] = json!({ "script": SCRIPT_TIMEOUT_MS, "pageLoad": SCRIPT_TIMEOUT_MS });
        let capabilities = json!({ "capabilities": { "alwaysMatch": wanted } });
        let url = format!("http://127.0.0.1:{port}/session");
        let answer = value(agent.post(&url).send_json(&capabilities))?;
        let id = answer["sessionId"].as_str().context("a session id")?;
        Ok(Self { agent, url: format!("{url}/{id}") })
    }

    pub(crate) fn post(&self, command: &str, parameters: Value) -> Result<Value> {
        let response = self.agent.post(format!("{}/{command}", self.url)).send_json(&parameters);
        value(response).with_context(|| format!("WebDriver: {command}"))
    }

    pub(crate) fn get(&self, command: &str) -> Result<Value> {
        let response = self.agent.get(format!("{}/{command}", self.url)).call();
        value(response).with_context(|| format!("WebDriver: {command}"))
    }

    /// Runs `body`, an async function's: it finds `arguments` in `args`, may `await`, and what it returns
    /// comes back as JSON.
    pub(crate) fn run(&self, body: &str, arguments: Value) -> Result<Value> {
        let script = format!("return (async (...args) => {{ {body} }})(...arguments);");
        let arguments = match arguments {
            Value::Array(arguments) => arguments,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser outlives a driver that is killed, so it is asked to close first.
        let _ = self.agent.delete(&self.url).call();
    }
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

/// A program that ends when this is dropped.
pub(crate) struct Process {
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Process {
    /// Starts it; `mend` says what helps where it is not there.
    pub(crate) fn start(command: &mut Command, mend: &str) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| {
                format!("cannot start {}: {mend}", command.get_program().to_string_lossy())
            })?;
        let said = Arc::new(Mutex::new(String::new()));
        let output = child.stdout.take().expect("stdout is piped");
        listen(output, Arc::clone(&said));
        Ok(Self { child, said })
    }

    /// What it has written to standard output so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().expect("no panic while held").clone()
    }

    /// Waits until `found` finds something in what it says.
    pub(crate) fn until<T>(&mut self, found: impl Fn(&str) -> Option<T>) -> Result<T> {
        let start = Instant::now();
        loop {
            // Asked before it is read: what was said before the end is then all there.
            let ended = self.child.try_wait()?;
            if ended.is_some() {
                thread::sleep(Duration::from_millis(50));
            }
            if let Some(found) = found(&self.said()) {
                return Ok(found);
            }
            if let Some(status) = ended {
                bail!("it ended with {status} and said: {}", self.said());
            }
            if start.elapsed() > START_TIMEOUT {
                bail!("it does not say what is waited for, only: {}", self.said());
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until it answers on `port`.
    pub(crate) fn until_listening(&mut self, port: u16) -> Result<()> {
        self.until(|_| std::net::TcpStream::connect(("127.0.0.1", port)).ok()).map(drop)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads on as long as something comes: a program is held up by a pipe that is full, and ended by one that
/// is closed.
fn listen(output: ChildStdout, said: Arc<Mutex<String>>) {
    thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            said.lock().expect("no panic while held").push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    });
}

/// A port that nobody has at this moment.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").context("cannot listen on 127.0.0.1")?.local_addr()?.port())
}

/// Starts again where one of these faults comes between, by how the driver says it: another program was quicker
/// to take the port that was found free, which happens when many start at once, or the browser came to nothing.
pub(crate) fn again_if<T>(faults: &[&str], start: impl Fn() -> Result<T>) -> Result<T> {
    let has = |error: &anyhow::Error| {
        let said = format!("{error:#}");
        faults.iter().any(|fault| said.contains(fault))
    };
    let mut tries = 1;
    loop {
        match start() {
            Err(error) if tries < START_TRIES && has(&error) => tries += 1,
            outcome => return outcome,
        }
    }
}

/// The program that a variable names, else the first of `names` that is on the `PATH`, else its first name.
pub(crate) fn program(variable: &str, names: &[&str]) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = |name: &&str| env::split_paths(&path).any(|folder| folder.join(name).is_file());
    env::var_os(variable)
        .unwrap_or_else(|| names.iter().find(|name| on_path(name)).unwrap_or(&names[0]).into())
        .into()
}
