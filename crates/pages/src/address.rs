//! Where is what? Links from the plain pages into the explorer, the names of their files, and whole
//! addresses where that of the site is known.

use anyhow::{Result, ensure};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use vitrine_corpus::model::ArchivedCorpus;

use super::FOLDER;

/// What has a meaning neither in a URL nor in the explorer's links stays as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// File systems take names of 255 bytes; this leaves room.
const LONGEST_NAME: usize = 200;

/// The folder of the site on the web, ending in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads an address such as `https://example.org/corpus/`.
    ///
    /// # Errors
    /// If it is none that a browser could open.
    pub fn parse(text: &str) -> Result<Address> {
        let mend = "--base takes the site's address, such as https://example.org/corpus/";
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.unwrap_or_default().split('/').next().unwrap_or_default();
        ensure!(!host.is_empty(), "“{text}” is no address: {mend}");
        let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c));
        ensure!(is_plain, "“{text}” has signs that no folder's address has: {mend}");
        let folder = text.strip_suffix("/index.html").unwrap_or(text);
        let end = if folder.ends_with('/') { "" } else { "/" };
        Ok(Address(format!("{folder}{end}")))
    }

    /// The whole address of a file of the site.
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The whole address of the plain page of document `n`.
    pub fn of_document(&self, corpus: &ArchivedCorpus, n: usize) -> String {
        self.of(&format!("{FOLDER}/{}", href(corpus, n)))
    }
}

/// The name of the file of document `n`: its id, with what file systems and addresses do not all take
/// written as `~` and two digits.
pub fn file_name(corpus: &ArchivedCorpus, n: usize) -> String {
    let id = &*corpus.documents[n].id;
    let mut name = String::new();
    for (place, byte) in id.bytes().enumerate() {
        let is_plain = byte.is_ascii_lowercase()
            || byte.is_ascii_digit()
            || byte == b'-'
            || byte == b'_'
            || (byte == b'.' && place > 0);
        // The index has its own name.
        if is_plain && !(id == "index" && place == 0) {
            name.push(char::from(byte));
        } else {
            name += &format!("~{byte:02x}");
        }
    }
    if name.len() > LONGEST_NAME || name.is_empty() {
        // No other name has a single digit behind the sign.
        name = format!("~document-{n}");
    }
    name + ".html"
}

/// The link to the plain page of document `n` from its neighbours.
pub fn href(corpus: &ArchivedCorpus, n: usize) -> String {
    escaped(&file_name(corpus, n))
}

/// The link to the explorer, as it stands.
pub const EXPLORER: &str = "../index.html";

/// What a link of the explorer says behind its address, as `src/state/fragment.rs` reads it.
pub mod fragment {
    use super::escaped;

    /// Reads a document.
    pub fn document(id: &str) -> String {
        format!("#doc={}&view=read", escaped(id))
    }

    /// Opens at a passage.
    pub fn passage(id: &str) -> String {
        format!("#view=read&at={}", escaped(id))
    }

    /// Shows all passages with a concept.
    pub fn concept(scheme: &str, id: &str) -> String {
        format!("#{}={}", escaped(scheme), escaped(id))
    }
}

/// The link from a plain page that reads a document in the explorer.
pub fn document(id: &str) -> String {
    [EXPLORER, &fragment::document(id)].concat()
}

/// The link from a plain page that opens the explorer at a passage.
pub fn passage(id: &str) -> String {
    [EXPLORER, &fragment::passage(id)].concat()
}

/// The link from a plain page that shows all passages with a concept.
pub fn concept(scheme: &str, id: &str) -> String {
    [EXPLORER, &fragment::concept(scheme, id)].concat()
}

/// Text as a part of an address.
pub fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_folder() {
        let address = |text| Address::parse(text).map(|address| address.of("a")).ok();
        assert_eq!(address("https://a.invalid/x").as_deref(), Some("https://a.invalid/x/a"));
        let page = "https://a.invalid/x/index.html";
        assert_eq!(address(page).as_deref(), Some("https://a.invalid/x/a"));
        let other = "https://a.invalid/myindex.html";
        assert_eq!(address(other).as_deref(), Some("https://a.invalid/myindex.html/a"));
        for no in
            ["", "x/", "https://", "javascript:alert(1)", "https://a.invalid/?q", "https://a b/"]
        {
            assert_eq!(address(no), None, "{no}");
        }
    }
}
