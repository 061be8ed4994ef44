//! What does a link into the page say, and by which IRI is a thing of the corpus known? By the same: the
//! link that shows it.

use anyhow::{Context, Result, ensure};
use oxrdf::NamedNode;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What has a meaning neither in a URL nor in the page's links stays as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Links into the page of a corpus.
pub struct Links {
    /// The page's address, where it is known.
    page: Option<String>,
    /// What IRIs begin with.
    base: String,
}

/// What a link to a passage says behind the page's address.
pub fn passage(id: &str) -> String {
    format!("#view=read&at={}", escaped(id))
}

impl Links {
    /// Links into the page at this address.
    pub fn new(corpus: &str, page: Option<&str>) -> Result<Links> {
        let page = page.map(|page| page.split('#').next().unwrap_or_default().to_owned());
        if let Some(page) = &page {
            let mend = "--base takes the page's address, such as https://example.org/corpus/";
            NamedNode::new(page).with_context(|| format!("“{page}” is no address: {mend}"))?;
            ensure!(!page.contains('?'), "“{page}” has a query: {mend}");
        }
        let base = page.clone().unwrap_or_else(|| format!("urn:vitrine:{}", escaped(corpus)));
        Ok(Links { page, base })
    }

    /// The link to a passage; from its `#` on where the page's address is not known.
    pub fn passage(&self, id: &str) -> String {
        self.page.clone().unwrap_or_default() + &passage(id)
    }

    /// The address of a document, where the page's is known.
    pub fn document_url(&self, id: &str) -> Option<String> {
        self.page.as_ref().map(|page| page.clone() + &document(id))
    }

    /// The IRI of the corpus.
    pub fn corpus_iri(&self) -> NamedNode {
        self.iri("")
    }

    /// The IRI of a passage.
    pub fn passage_iri(&self, id: &str) -> NamedNode {
        self.iri(&passage(id))
    }

    /// The IRI of a scheme. Its link shows all of its concepts, as the rows of a matrix.
    pub fn scheme_iri(&self, scheme: &str) -> NamedNode {
        self.iri(&format!("#view=matrix&rows={}", escaped(scheme)))
    }

    /// The IRI of a concept. Its link shows the passages that have it.
    pub fn concept_iri(&self, scheme: &str, concept: &str) -> NamedNode {
        self.iri(&format!("#{}={}", escaped(scheme), escaped(concept)))
    }

    fn iri(&self, rest: &str) -> NamedNode {
        // The base has been looked at, and all that follows is escaped.
        NamedNode::new_unchecked(self.base.clone() + rest)
    }
}

fn document(id: &str) -> String {
    format!("#doc={}&view=read", escaped(id))
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_is_the_link_that_shows_the_thing() {
        let links = Links::new("c", Some("https://a.invalid/x/#q=old")).unwrap();
        assert_eq!(links.passage("d.1 &"), "https://a.invalid/x/#view=read&at=d.1%20%26");
        let document = links.document_url("朝").unwrap();
        assert_eq!(document, "https://a.invalid/x/#doc=%E6%9C%9D&view=read");
        assert_eq!(
            links.concept_iri("theme", "labor").as_str(),
            "https://a.invalid/x/#theme=labor"
        );
        let links = Links::new("a corpus", None).unwrap();
        assert_eq!(links.passage("d.1"), "#view=read&at=d.1");
        assert_eq!(links.document_url("d"), None);
        assert_eq!(links.concept_iri("theme", "a").as_str(), "urn:vitrine:a%20corpus#theme=a");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for page in ["corpus/", "", "https://a b/", "https://a.invalid/?q=1"] {
            assert!(Links::new("c", Some(page)).is_err(), "{page}");
        }
    }
}
