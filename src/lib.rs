//! The page: a corpus behind glass, in the reader's own browser.
//!
//! [`embedded`] holds the corpus; [`state`] what the reader has asked of it, as plain data and
//! signals, without a browser; [`components`] and [`views`] draw the state and raise intents;
//! [`browser`] is all there is of the world outside; [`app`] joins them.

pub mod app;
pub mod browser;
pub mod components;
pub mod embedded;
pub mod i18n;
pub mod state;
pub mod views;

/// Starts the page, or says why it cannot start.
pub fn start() {
    browser::start::catch_panics();
    // To make the program ready has taken the browser long enough.
    browser::timers::soon(begin);
}

fn begin() {
    match embedded::corpus() {
        Ok(corpus) => {
            let link = browser::history::take_link();
            browser::api::offer(corpus);
            let stands = || {
                browser::start::remove_loading();
                browser::start::ready();
            };
            leptos::mount::mount_to_body(move || app::app(corpus, &link, stands));
        }
        Err(error) => browser::start::failed(&error.to_string()),
    }
}
