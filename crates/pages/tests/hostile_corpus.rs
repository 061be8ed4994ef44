//! A corpus in which everything tries to be more than text (`tests/hostile/`): on the plain pages all of it
//! is text.

mod reading;

use std::path::Path;

use vitrine_corpus::Image;
use vitrine_pages::{Address, pages};

use reading::look_at;

#[test]
fn all_of_it_is_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile");
    let compiled =
        vitrine_compiler::compile(&folder).unwrap_or_else(|problems| panic!("{problems:?}"));
    let image = Image::open(&compiled.image).unwrap();
    let address = Address::parse("https://a.invalid/").unwrap();
    let pages = pages(image.corpus(), Some(&address)).unwrap();
    for (path, _) in &pages.files {
        let parts: Vec<&str> = path.split('/').collect();
        assert!(parts.len() <= 2 && !parts.contains(&".."), "{path} leaves the site");
    }
    look_at(image.corpus(), &pages);
}
