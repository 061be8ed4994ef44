//! What does the browser show, and what happens when a reader acts?
//!
//! One [`Browser`] is one driver with one window and a fresh profile; all of it ends when the value is
//! dropped, after a panic too. What engines do each in its own way is in a file an engine.

use std::cell::{RefCell, RefMut};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};

use crate::engine::{ColorScheme, Engine, Setup, Window};

/// The name under which WebDriver hands out an element (W3C WebDriver, 12.1).
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Scrolls to an element, as WebKit's driver scrolls the window alone and not what scrolls within it; and
/// tells what is hit there: of an SVG link only what is drawn in it can be, says Firefox's driver.
const AIM: &str = "
    const [element] = args;
    for (const block of ['nearest', 'center']) {
        element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        const isDrawn = element.namespaceURI === 'http://www.w3.org/2000/svg';
        // Something that stays in its place may lie above it at the window's edge.
        if (hit && element.contains(hit)) return isDrawn ? hit : element;
    }
    return element;";

/// Waits until an element has stood in its place for a frame. A tab that another covers may have no frames.
const AT_REST: &str = "
    const [element] = args;
    const place = () => JSON.stringify(element.getBoundingClientRect());
    for (let before; before !== place(); ) {
        before = place();
        await new Promise(go => { requestAnimationFrame(go); setTimeout(go, 100); });
    }";

/// How long loading again may take, on a busy machine.
const LOAD_TIMEOUT: Duration = Duration::from_secs(120);

/// A browser with one window that nobody sees.
#[must_use = "the browser closes when this value is dropped"]
pub struct Browser {
    engine: Engine,
    window: RefCell<Box<dyn Window>>,
}

/// An element of the page, as long as it stays in the document.
#[derive(Clone, Debug)]
pub struct Element(String);

/// One of several windows or tabs.
#[derive(Clone, Debug)]
pub struct Tab(String);

/// A key that is not a character (W3C WebDriver, 17.4.2).
#[derive(Clone, Copy, Debug)]
pub enum Key {
    Tab,
    Enter,
    Escape,
    Space,
    Backspace,
    Left,
    Down,
}

impl Browser {
    /// Opens a window as a reader finds it who has set up nothing.
    pub fn start(engine: Engine) -> Result<Self> {
        Self::start_with(engine, Setup::default())
    }

    pub fn start_with(engine: Engine, setup: Setup) -> Result<Self> {
        Ok(Self { engine, window: RefCell::new(engine.start(setup)?) })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Loads `url` and waits for its load event.
    pub fn open(&self, url: &str) -> Result<()> {
        self.window().leaving()?;
        self.post("url", json!({ "url": url }))?;
        self.window().arrived()
    }

    /// Loads the page again as a reader does. WebDriver's own command passes by the page's worker in Firefox.
    pub fn reload(&self) -> Result<()> {
        self.window().leaving()?;
        self.run("window.isLeft = true; setTimeout(() => location.reload())", Value::Null)?;
        let start = Instant::now();
        let is_there = "return !window.isLeft && document.readyState === 'complete'";
        // Between two pages there is none to be asked.
        while !self.run(is_there, Value::Null).is_ok_and(|is_there| is_there == true) {
            ensure!(start.elapsed() < LOAD_TIMEOUT, "the page was not loaded again");
            thread::sleep(Duration::from_millis(20));
        }
        self.window().arrived()
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
        self.window().session().run(body, arguments)
    }

    /// Sends a command of the Chrome DevTools protocol, which only Chromium has.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.window().devtools(command, parameters)
    }

    /// The first element a CSS selector finds.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let found = self.post("element", json!({ "using": "css selector", "value": selector }))?;
        let id = found[ELEMENT_KEY].as_str().context("an element")?;
        Ok(Element(id.to_owned()))
    }

    /// Scrolls to the element and clicks in its middle, as a pointer would, once it stands in its place.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.run(AT_REST, json!([{ ELEMENT_KEY: element.0 }]))?;
        let target = self.run(AIM, json!([{ ELEMENT_KEY: element.0 }]))?;
        let target = target[ELEMENT_KEY].as_str().context("something to click")?;
        self.post(&format!("element/{target}/click"), json!({})).map(drop)
    }

    /// Scrolls to the element and taps on its middle with one finger, whatever lies there.
    pub fn tap(&self, element: &Element) -> Result<()> {
        self.run(AT_REST, json!([{ ELEMENT_KEY: element.0 }]))?;
        let target = self.run(AIM, json!([{ ELEMENT_KEY: element.0 }]))?;
        let actions = json!({ "actions": [{
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "origin": target, "x": 0, "y": 0 },
                { "type": "pointerDown", "button": 0 },
                { "type": "pause", "duration": 50 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]});
        self.post("actions", actions).map(drop)
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

    /// Puts letters into the field that has the focus as an input method does that is still at work on
    /// them; they take the place of those before.
    pub fn compose(&self, letters: &str) -> Result<()> {
        self.window().compose(letters)
    }

    /// Puts what was chosen in their place.
    pub fn commit(&self, text: &str) -> Result<()> {
        self.window().commit(text)
    }

    /// Makes the viewport this wide and high, below the window's own least width too.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.window().resize(width, height)
    }

    /// Makes of the window the screen of a phone, which is touched and has no pointer that could hover. The page
    /// is to be opened anew after it. Only Chromium can play one.
    pub fn become_phone(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)?;
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).map(drop)
    }

    /// What the reader's system prefers. The page is to be opened anew after it, as the window may be
    /// another.
    pub fn prefer_color_scheme(&self, scheme: ColorScheme) -> Result<()> {
        self.window().prefer_color_scheme(scheme)
    }

    /// The tab that commands go to.
    pub fn tab(&self) -> Result<Tab> {
        let handle = self.window().session().get("window")?;
        Ok(Tab(handle.as_str().context("a tab")?.to_owned()))
    }

    /// Opens another tab of the same profile. Commands go on to the one they went to.
    pub fn new_tab(&self) -> Result<Tab> {
        let opened = self.post("window/new", json!({ "type": "tab" }))?;
        Ok(Tab(opened["handle"].as_str().context("a tab")?.to_owned()))
    }

    /// Has all commands go to this tab.
    pub fn switch_to(&self, tab: &Tab) -> Result<()> {
        self.post("window", json!({ "handle": tab.0 })).map(drop)
    }

    /// The window as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let image = self.window().session().get("screenshot")?;
        Ok(BASE64_STANDARD.decode(image.as_str().context("an image")?)?)
    }

    /// What the console said of warnings and errors since this was last asked, a line each.
    pub fn console(&self) -> Result<Vec<String>> {
        self.window().console()
    }

    /// The URL of every request the browser made since this was last asked. WebKit can say only which of
    /// them left this machine, or would have; a server of the tests knows the others.
    pub fn requests(&self) -> Result<Vec<String>> {
        self.window().requests()
    }

    fn post(&self, command: &str, parameters: Value) -> Result<Value> {
        self.window().session().post(command, parameters)
    }

    fn window(&self) -> RefMut<'_, Box<dyn Window>> {
        self.window.borrow_mut()
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
            Self::Down => '\u{E015}',
        }
    }
}
