//! What can be looked at? One view a file.

mod actors;
mod browse;
mod clippings;
mod concordance;
mod figures;
mod framework;
pub mod later;
mod matrix;
mod method;
mod overview;
mod read;
mod takeaway;
mod terms;
mod timeline;

use actors::actors;
pub use browse::browse;
use concordance::concordance;
use figures::figures;
use framework::framework;
use matrix::matrix;
use method::method;
use overview::overview;
use read::read;
use terms::terms;
use timeline::timeline;
