//! How does a program see the page as a reader's browser shows it?
//!
//! Two things, and nothing that knows what the page is for: a plain static file server, such as any
//! host gives ([`Server`]), and a headless Chromium driven through WebDriver ([`Browser`]). The
//! promises in `promises/` stand on both, and so do `cargo xtask measure` and `screenshots`.
//!
//! Everything is blocking, and the WebDriver client is the dozen commands used here: a test then
//! reads from top to bottom, and `cargo xtask` does not compile an async runtime before each task.

mod browser;
mod server;

pub use browser::{Browser, Element, Key};
pub use server::Server;
