//! What a corpus is.
//!
//! The model that everything else speaks of: documents and their passages ([`model`]), the facets by
//! which they are narrowed ([`facet`]), dates as EDTF ([`edtf`]), the folding under which two
//! spellings are one ([`fold`]) and what it changed ([`unfold`]), how much its numbers are ([`number`]), the
//! words it uses ([`terms`]), how its documents were published ([`publication`]) and are cited ([`citation`]), and the image ([`image`]): the compiled corpus as bytes, which the
//! page embeds and reads where it lies.
//!
//! This crate is compiled for the host (where the compiler fills the model and writes the image) and
//! for the browser (which only reads it). It knows no browser, no file system and no page.
//!
//! **Offsets.** Inside the image every span is a pair of byte offsets into the passage's text. What
//! leaves for other programs ([`json`]) is in UTF-16 code units, which is what JavaScript counts in;
//! [`text::utf16_offset`] is the one place where the two meet.

#![warn(missing_docs)]

pub mod citation;
pub mod csv;
pub mod edtf;
pub mod facet;
pub mod fold;
pub mod image;
pub mod irregular;
pub mod json;
pub mod model;
pub mod number;
pub mod order;
pub mod packed;
pub mod publication;
pub mod scripts;
pub mod terms;
pub mod text;
pub mod unfold;

pub use image::Image;
