//! How documents of shapes the project's own corpus does not have are read: articles pasted from
//! sites, reports, wires, papers, Markdown, transcripts, wrapped lines, two languages.
//!
//! A file in `documents/` is a document and its reading in one: what is known of it (`# title: …`),
//! then each line behind what it is:
//!
//! ```text
//! heading 2   | a heading, with its depth
//! content ~12 | running text, with the line where its translation begins
//! content =3  | says again what the passage of line 3 says
//! "           | belongs to the passage of the line before
//! ```
//!
//! After a change that is meant, `UPDATE_EXPECT=1 cargo test -p vitrine-compiler --test shapes` writes
//! the readings anew; read the difference before committing it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use expect_test::expect_file;
use vitrine_compiler::compile;
use vitrine_corpus::Image;
use vitrine_corpus::model::{ArchivedCorpus, ArchivedPassage};

/// Width of the column before the text.
const COLUMN: usize = 12;

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The name and the lines of a document, without its reading.
fn bare(fixture: &str) -> (String, Vec<String>) {
    let (head, body) = fixture.split_once("\n\n").expect("a blank line ends the head");
    let name = head.strip_prefix("# file: ").expect("the head begins with the file's name");
    let name = name.lines().next().unwrap_or_default().to_owned();
    let text = |line: &str| -> String {
        let text: String = line.chars().skip(COLUMN + 1).collect();
        text.strip_prefix(' ').unwrap_or(&text).to_owned()
    };
    (name, body.lines().map(text).collect())
}

fn label(corpus: &ArchivedCorpus, passage: &ArchivedPassage) -> String {
    let mut label = passage.role.get().as_str().to_owned();
    if passage.depth > 0 {
        write!(label, " {}", passage.depth).unwrap();
    }
    let line_of = |n: usize| corpus.passages[n].first_line.to_native();
    if let Some(n) = passage.repeats() {
        write!(label, " ={}", line_of(n)).unwrap();
    }
    if let Some(n) = passage.parallel() {
        write!(label, " ~{}", line_of(n)).unwrap();
    }
    label
}

/// The document with its reading.
fn read(name: &str, lines: &[String]) -> String {
    // Tests run beside each other.
    static READ: AtomicUsize = AtomicUsize::new(0);
    let n = READ.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("vitrine-shape-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("corpus.toml"), "id = \"test\"\ntitle = \"Test\"\n").unwrap();
    std::fs::write(folder.join(name), lines.join("\n")).unwrap();
    let compiled = compile(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let document = &image.documents[0];

    let mut text = format!("# file: {name}\n# title: {}\n", document.title.text("en"));
    let list = |name: &str, values: Vec<&str>, text: &mut String| {
        if !values.is_empty() {
            writeln!(text, "# {name}: {}", values.join("; ")).unwrap();
        }
    };
    list("authors", document.authors.iter().map(|author| &**author).collect(), &mut text);
    list("publisher", document.publisher.iter().map(|name| &**name).collect(), &mut text);
    list("date", document.date.iter().map(|date| &**date).collect(), &mut text);
    list("keywords", document.keywords.iter().map(|word| &**word).collect(), &mut text);
    text.push('\n');

    let mut labels: BTreeMap<u32, String> = BTreeMap::new();
    for passage in image.passages.iter() {
        let lines = passage.first_line.to_native()..=passage.last_line.to_native();
        for (n, line) in lines.enumerate() {
            labels.insert(line, if n == 0 { label(&image, passage) } else { "\"".to_owned() });
        }
    }
    for (n, line) in lines.iter().enumerate() {
        match labels.get(&(n as u32 + 1)) {
            Some(label) => writeln!(text, "{label:<COLUMN$}| {line}").unwrap(),
            None => writeln!(text, "{line}").unwrap(),
        }
    }
    text
}

#[test]
fn documents_of_every_shape_are_read() {
    for file in documents() {
        let (name, lines) = bare(&std::fs::read_to_string(&file).unwrap());
        expect_file![file].assert_eq(&read(&name, &lines));
    }
}

/// The marks of a line at full width where they stand beside a Chinese character, as most sites in Chinese
/// write them.
fn at_full_width(line: &str) -> String {
    let is_han = |c: Option<&char>| c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    let marks = |c: &char| ",:;!?()".contains(*c);
    let chars: Vec<char> = line.chars().collect();
    let wide = |(n, c): (usize, &char)| {
        let is_beside = n > 0 && is_han(chars.get(n - 1)) || is_han(chars.get(n + 1));
        // The forms at full width are those of ASCII, in the same order.
        let wide = char::from_u32(u32::from(*c) + 0xfee0);
        if marks(c) && is_beside { wide.unwrap_or(*c) } else { *c }
    };
    chars.iter().enumerate().map(wide).collect()
}

#[test]
fn marks_at_full_width_are_read_as_their_narrow_kin() {
    for file in documents() {
        let (name, lines) = bare(&std::fs::read_to_string(&file).unwrap());
        let wide: Vec<String> = lines.iter().map(|line| at_full_width(line)).collect();
        let labels = |lines: &[String]| -> Vec<String> {
            let read = read(&name, lines);
            let (head, body) = read.split_once("\n\n").unwrap();
            // Dates and the number of authors are the same; names and titles have the marks.
            let date = head.lines().find(|line| line.starts_with("# date")).unwrap_or_default();
            let label = |line: &str| line.chars().take(COLUMN).collect();
            std::iter::once(date.to_owned()).chain(body.lines().map(label)).collect()
        };
        let (narrow, wide) = (labels(&lines), labels(&wide));
        for (n, line) in lines.iter().enumerate() {
            assert_eq!(narrow[n + 1], wide[n + 1], "{name}: {line}");
        }
        assert_eq!(narrow, wide, "{name}");
    }
}
