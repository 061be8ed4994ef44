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
        let known = ["lang", "class", "dir", "role", "href", "aria-hidden"];
        assert!(element.attributes.keys().all(|name| known.contains(&&**name)));
        assert!(name != "a" || element.get("href").starts_with('#'));
    }
}

/// No editor writes such a line, but a program does. What takes a step for each word and looks through
/// the whole line at each step does not come to its end here, which is all the test asks.
#[test]
fn a_line_of_a_megabyte_is_a_passage_like_any_other() {
    // The second folds to more characters than it has, which is read back in another way.
    of_lines("long", &["<b>long ", "<b>ﬁne "].map(|words| full_of(words, MEGABYTE)));
}

/// As above, with a step for each date: bare in a list, each with words of its own, and in Chinese.
#[test]
fn a_line_full_of_dates_is_a_passage_like_any_other() {
    let dates = ["2024-05-06 ", "on 3 May 2019 ships sailed, ", "2024年5月6日，"];
    of_lines("dates", &[dates.map(|words| full_of(words, MEGABYTE / dates.len())).concat()]);
}

const MEGABYTE: usize = 1_000_000;

fn full_of(words: &str, length: usize) -> String {
    words.repeat(length / words.len())
}

/// Reads a corpus with a document of each line.
fn of_lines(name: &str, lines: &[String]) {
    let folder = std::env::temp_dir().join(format!("vitrine-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (n, line) in lines.iter().enumerate() {
        std::fs::write(folder.join(format!("{n}.txt")), line).unwrap();
    }
    let head = "id = \"long\"\ntitle = { en = \"Long\" }\nlanguages = [\"en\"]\n";
    std::fs::write(folder.join("corpus.toml"), head).unwrap();
    let compiled =
        vitrine_compiler::compile(&folder).unwrap_or_else(|problems| panic!("{problems:?}"));
    std::fs::remove_dir_all(&folder).unwrap();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(image.corpus().passages.len(), lines.len());
    look_at(image.corpus(), &pages(image.corpus(), None).unwrap());
}
