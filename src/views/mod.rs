//! What can be looked at? One view a file.

mod browse;
mod concordance;
mod method;
mod read;
mod terms;

pub use browse::browse;
pub use concordance::concordance;
pub use method::method;
pub use read::read;
pub use terms::terms;
