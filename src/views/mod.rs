//! What can be looked at? One view a file.

mod browse;
mod figures;
mod matrix;
mod method;
mod read;
mod timeline;

pub use browse::browse;
pub use figures::figures;
pub use matrix::matrix;
pub use method::method;
pub use read::read;
pub use timeline::timeline;
