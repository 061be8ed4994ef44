//! What the fuzz targets begin with (`fuzz/seeds/`), and what they have found (`fuzz/found/`): each input
//! again, on the stable toolchain and with every test run.

#[path = "../fuzz/harness.rs"]
mod harness;

use std::fs;
use std::path::Path;

/// Every input that is kept for a target.
fn each(target: &str, hold: fn(&[u8])) {
    let mut count = 0;
    for kept in ["seeds", "found"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(kept).join(target);
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            // Told only when the test fails: which one it was.
            eprintln!("{}", path.display());
            hold(&fs::read(&path).unwrap());
            count += 1;
        }
    }
    assert!(count > 1, "there is nothing in fuzz/seeds/{target}/");
}

#[test]
fn any_link_is_a_view() {
    each("link", harness::link);
}

#[test]
fn any_query_has_an_answer() {
    each("query", harness::query);
}

#[test]
fn any_bytes_are_an_image_or_an_error() {
    each("image", harness::image);
}

#[test]
fn any_document_is_read_or_reported() {
    each("documents", harness::documents);
}

#[test]
fn any_editors_file_is_taken_or_reported() {
    each("settings", harness::settings);
}

#[test]
fn any_readers_file_is_taken_in_or_refused() {
    each("imports", harness::imports);
}
