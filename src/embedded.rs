//! Where is the corpus? In the program itself: `build.rs` has compiled it, and it is read where it
//! lies. The only globals of the page but for what [`crate::browser`] keeps.

use std::sync::OnceLock;

use vitrine_corpus::image::{Error, Image, open_trusted_appendix};
use vitrine_corpus::model::{ArchivedAppendix, ArchivedCorpus, ArchivedThesaurus};
use vitrine_search::{Marker, Request, Results, search_with};

/// An image must lie at a multiple of [`vitrine_corpus::image::ALIGNMENT`]; bytes alone need not.
#[repr(C, align(16))]
struct Aligned<T: ?Sized>(T);

static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/corpus.image")));

static APPENDIX: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/appendix.image")));

/// The corpus this page was built with.
pub fn corpus() -> Result<&'static ArchivedCorpus, Error> {
    // SAFETY: `build.rs` wrote these bytes with the same version of `vitrine-corpus`; they are part
    // of this program, and whoever loads the program has checked it whole.
    let image = unsafe { Image::open_trusted(&IMAGE.0) }?;
    Ok(image.corpus())
}

/// What comes with it. To be asked for only in the parts of the page that come after it stands: the bytes
/// come with whatever names them.
pub fn appendix() -> &'static ArchivedAppendix {
    // SAFETY: as above.
    let appendix = unsafe { open_trusted_appendix(&APPENDIX.0) };
    appendix.expect("it was compiled together with the corpus, which has been opened")
}

/// The thesaurus, which is a part of the appendix, once it is here.
static THESAURUS: OnceLock<&ArchivedThesaurus> = OnceLock::new();

/// Has what is searched from now on searched with the thesaurus too. To be called where the appendix may be asked for.
pub fn bring_thesaurus() {
    THESAURUS.get_or_init(|| &appendix().thesaurus);
}

/// The curator's keywords by which passage `n` is found; none before the thesaurus is here.
pub fn keywords(marker: &Marker<'_>, n: usize) -> Vec<&'static str> {
    THESAURUS.get().map_or(Vec::new(), |thesaurus| marker.keywords(thesaurus, n))
}

/// Answers a request, with the thesaurus if it is here.
pub fn search(corpus: &ArchivedCorpus, request: &Request) -> Results {
    search_with(corpus, THESAURUS.get().copied(), request)
}
