//! What does the page need from the browser? The only place that names `web_sys`, `gloo` and
//! `wasm_bindgen`; one file for each thing asked.

mod acts;
pub mod api;
pub mod calendar;
pub mod caret;
pub mod clipboard;
pub mod clippings;
pub mod drawing;
pub mod events;
pub mod files;
pub mod history;
pub mod json;
pub mod page;
pub mod scroll;
pub mod selection;
pub mod start;
pub mod storage;
pub mod timers;
