//! What can be looked at? One view a file.

mod browse;
mod method;
mod read;

pub use browse::browse;
pub use method::method;
pub use read::read;
