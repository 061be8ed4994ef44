//! The model: what is a document, a passage, a label?
//!
//! Plain data with public fields. The compiler fills these types; `rkyv` derives an archived twin of
//! each (`ArchivedPassage` for [`Passage`], …), which is what the image holds and what the search and
//! the page read. Nothing here has behaviour beyond looking something up.

mod appendix;
mod corpus;
mod document;
mod event;
mod ids;
mod index;
mod lists;
mod passage;
mod scheme;

pub use appendix::*;
pub use corpus::*;
pub use document::*;
pub use event::*;
pub use ids::*;
pub use index::*;
pub use lists::*;
pub use passage::*;
pub use scheme::*;
