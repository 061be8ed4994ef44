//! How does a program see the page as a reader's browser shows it?
//!
//! Two things, and nothing that knows what the page is for: a plain static file server, such as any
//! host gives ([`Server`]), and a browser of one of three engines driven through WebDriver ([`Browser`]). The
//! promises in `promises/` stand on both, and so do `cargo xtask measure` and `screenshots`.
//!
//! Everything is blocking, and the WebDriver client is the dozen commands used here: a test then
//! reads from top to bottom, and `cargo xtask` does not compile an async runtime before each task.

mod browser;
mod chromium;
mod driver;
mod engine;
mod firefox;
mod input_method;
mod server;
mod webkit;

pub use browser::{Browser, Element, Key, Tab};
pub use engine::{ColorScheme, Engine, Setup};
pub use server::Server;
