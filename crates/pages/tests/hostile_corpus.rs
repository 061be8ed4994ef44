//! A corpus in which everything tries to be more than text (`tests/hostile/`): on the plain pages all of it
//! is text.

mod reading;

use std::path::Path;

use vitrine_corpus::Image;
use vitrine_pages::{Address, front, pages};

use reading::{elements, look_at};

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
    // What stands in the explorer's page until its program is there.
    for element in elements(&front(image.corpus())) {
        let name = &*element.name;
        let is_own = ["html", "head", "body", "div", "header", "main", "h1", "p", "ul", "li", "a"];
        assert!(is_own.contains(&name), "<{name}> is markup from the corpus");
        let known = ["lang", "class", "dir", "role", "href"];
        assert!(element.attributes.keys().all(|name| known.contains(&&**name)));
        assert!(name != "a" || element.get("href").starts_with('#'));
    }
}

/// No editor writes such a line, but a program does. What takes a step for each word and looks through
/// the whole line at each step does not come to its end here, which is all the test asks.
#[test]
fn a_line_of_a_megabyte_is_a_passage_like_any_other() {
    let folder = std::env::temp_dir().join(format!("vitrine-long-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // The second folds to more characters than it has, which is read back in another way.
    for (name, words) in [("aligned.txt", "<b>long "), ("unaligned.txt", "<b>ﬁne ")] {
        let line = words.repeat(1_000_000 / words.len());
        std::fs::write(folder.join(name), line).unwrap();
    }
    let head = "id = \"long\"\ntitle = { en = \"Long\" }\nlanguages = [\"en\"]\n";
    std::fs::write(folder.join("corpus.toml"), head).unwrap();
    let compiled =
        vitrine_compiler::compile(&folder).unwrap_or_else(|problems| panic!("{problems:?}"));
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(image.corpus().passages.len(), 2);
    look_at(image.corpus(), &pages(image.corpus(), None).unwrap());
}
