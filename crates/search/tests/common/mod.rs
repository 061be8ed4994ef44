//! The project's own corpus, compiled once for all tests of a file.

use std::path::Path;
use std::sync::OnceLock;

use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::{ArchivedAppendix, ArchivedCorpus};

pub fn corpus() -> &'static ArchivedCorpus {
    compiled().0
}

#[allow(dead_code, reason = "not every file of tests asks for it")]
pub fn appendix() -> &'static ArchivedAppendix {
    compiled().1
}

fn compiled() -> (&'static ArchivedCorpus, &'static ArchivedAppendix) {
    static COMPILED: OnceLock<(&ArchivedCorpus, &ArchivedAppendix)> = OnceLock::new();
    *COMPILED.get_or_init(|| {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        let compiled =
            vitrine_compiler::compile(&seeds).unwrap_or_else(|problems| panic!("{problems}"));
        let compiled = Box::leak(Box::new(compiled));
        // Opening verifies every byte: once for all cases.
        let image = Image::open(&compiled.image).unwrap();
        (image.corpus(), open_appendix(&compiled.appendix).unwrap())
    })
}
