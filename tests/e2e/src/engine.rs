//! Which browsers are there, and what does each do in its own way?

use std::env;
use std::str::FromStr;

use anyhow::{Result, bail};

use crate::chromium::Chromium;
use crate::driver::Session;
use crate::firefox::Firefox;
use crate::webkit::WebKit;

/// What draws the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The one that `VITRINE_ENGINE` names, else Chromium.
    pub fn of_this_run() -> Result<Self> {
        env::var("VITRINE_ENGINE").map_or(Ok(Self::Chromium), |name| name.parse())
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Opens a window with a fresh profile.
    pub(crate) fn start(self, setup: Setup) -> Result<Box<dyn Window>> {
        Ok(match self {
            Self::Chromium => Box::new(Chromium::start(setup)?),
            Self::Firefox => Box::new(Firefox::start(setup)?),
            Self::WebKit => Box::new(WebKit::start(setup)?),
        })
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        match found {
            Some(engine) => Ok(engine),
            None => bail!("there is no engine “{name}”, only chromium, firefox and webkit"),
        }
    }
}

/// What a reader has set up in the browser before the page is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setup {
    /// Sites may keep nothing: no storage, no worker.
    pub keeps_nothing: bool,
    /// A private window.
    pub is_private: bool,
}

/// Light or dark, as the reader's system says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    Light,
    Dark,
}

impl ColorScheme {
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// An open window, and what WebDriver has no command for.
pub(crate) trait Window {
    fn session(&self) -> &Session;

    /// A page was opened.
    fn arrived(&mut self) -> Result<()> {
        Ok(())
    }

    /// Another page will be opened.
    fn leaving(&mut self) -> Result<()> {
        Ok(())
    }

    /// See [`crate::Browser::console`].
    fn console(&mut self) -> Result<Vec<String>>;

    /// See [`crate::Browser::requests`].
    fn requests(&mut self) -> Result<Vec<String>>;

    /// See [`crate::Browser::resize`].
    fn resize(&mut self, width: u32, height: u32) -> Result<()>;

    /// See [`crate::Browser::prefer_color_scheme`].
    fn prefer_color_scheme(&mut self, scheme: ColorScheme) -> Result<()>;

    /// See [`crate::Browser::compose`].
    fn compose(&mut self, letters: &str) -> Result<()>;

    /// See [`crate::Browser::commit`].
    fn commit(&mut self, text: &str) -> Result<()>;

    /// Sends a command of the Chrome DevTools protocol.
    fn devtools(&self, command: &str, _parameters: serde_json::Value) -> Result<serde_json::Value> {
        bail!("{command}: only Chromium has the DevTools protocol")
    }
}
