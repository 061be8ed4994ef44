//! The project's own corpus, compiled once for all tests of a file.

use std::path::Path;
use std::sync::OnceLock;

use vitrine_corpus::Image;
use vitrine_corpus::model::ArchivedCorpus;

pub fn corpus() -> &'static ArchivedCorpus {
    static IMAGE: OnceLock<Image<'static>> = OnceLock::new();
    IMAGE
        .get_or_init(|| {
            let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
            let compiled =
                vitrine_compiler::compile(&seeds).unwrap_or_else(|problems| panic!("{problems}"));
            // Opening verifies every byte: once for all cases.
            Image::open(Box::leak(Box::new(compiled.image))).unwrap()
        })
        .corpus()
}
