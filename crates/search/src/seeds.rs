//! The project's own corpus, compiled once for all unit tests that ask something of one.

use std::path::Path;
use std::sync::OnceLock;

use vitrine_corpus::Image;
use vitrine_corpus::model::ArchivedCorpus;

pub(crate) fn corpus() -> &'static ArchivedCorpus {
    static CORPUS: OnceLock<&ArchivedCorpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        let compiled = vitrine_compiler::compile(&seeds).unwrap_or_else(|error| panic!("{error}"));
        Image::open(Box::leak(Box::new(compiled.image))).unwrap().corpus()
    })
}
