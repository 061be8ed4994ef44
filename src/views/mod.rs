//! What can be looked at? One view a file.

mod browse;
mod concordance;
mod figures;
pub mod later;
mod matrix;
mod method;
mod read;
mod terms;
mod timeline;

pub use browse::browse;
use concordance::concordance;
use figures::figures;
use matrix::matrix;
use method::method;
use read::read;
use terms::terms;
use timeline::timeline;
