//! What can be looked at? One view a file.

mod browse;
mod read;

pub use browse::browse;
pub use read::read;
