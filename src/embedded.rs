//! Where is the corpus? In the program itself: `build.rs` has compiled it, and it is read where it
//! lies. The only global of the page.

use vitrine_corpus::image::{Error, Image};
use vitrine_corpus::model::ArchivedCorpus;

/// An image must lie at a multiple of [`vitrine_corpus::image::ALIGNMENT`]; bytes alone need not.
#[repr(C, align(16))]
struct Aligned<T: ?Sized>(T);

static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/corpus.image")));

/// The corpus this page was built with.
pub fn corpus() -> Result<&'static ArchivedCorpus, Error> {
    // SAFETY: `build.rs` wrote these bytes with the same version of `vitrine-corpus`; they are part
    // of this program, and whoever loads the program has checked it whole.
    let image = unsafe { Image::open_trusted(&IMAGE.0) }?;
    Ok(image.corpus())
}
