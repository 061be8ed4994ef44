//! Which version does a corpus have? The same for what is made the same, another for what is not.

use std::path::Path;

use vitrine_compiler::{Options, compile_with};
use vitrine_corpus::Image;

fn version(without_curation: bool) -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let compiled = compile_with(&seeds, Options { without_curation }).unwrap();
    Image::open(&compiled.image).unwrap().corpus().version.to_string()
}

#[test]
fn the_version_tells_what_was_made_not_only_of_what() {
    let whole = version(false);
    assert_eq!(whole, version(false));
    assert_eq!(whole.len(), 12);
    assert_ne!(whole, version(true), "its files are the same, its labels are not");
}
