//! How is a document cited? As a record that reference managers read: CSL-JSON ([`Item`]), BibTeX
//! ([`bibtex`]) and RIS ([`ris`]).
//!
//! All of them are made of the document's metadata alone. What it does not say is missing in each:
//! nothing is guessed, and nothing is filled in.

mod bibtex;
mod item;
mod names;
mod ris;

pub use bibtex::bibtex;
pub use item::{Access, DateParts, Day, Item, Work};
pub use names::Name;
pub use ris::ris;
