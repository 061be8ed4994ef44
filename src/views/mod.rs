//! What can be looked at? One view a file.

mod browse;
mod concordance;
mod figures;
mod matrix;
mod method;
mod read;
mod terms;
mod timeline;

pub use browse::browse;
pub use concordance::concordance;
pub use figures::figures;
pub use matrix::matrix;
pub use method::method;
pub use read::read;
pub use terms::terms;
pub use timeline::timeline;
