//! What does a link into the page say, and by which IRI is a thing of the corpus known? By the same: the
//! link that shows it.

use anyhow::Result;
use oxrdf::NamedNode;
use vitrine_pages::{Address, escaped, fragment};

/// Links into the page of a corpus.
pub struct Links {
    /// The page's address, where it is known.
    page: Option<String>,
    /// What IRIs begin with.
    base: String,
}

impl Links {
    /// Links into the page at this address: that of its folder, or of a file in it.
    ///
    /// # Errors
    /// If it is none that a browser could open.
    pub fn new(corpus: &str, page: Option<&str>) -> Result<Links> {
        let page = page.map(address).transpose()?;
        let base = page.clone().unwrap_or_else(|| format!("urn:vitrine:{}", escaped(corpus)));
        Ok(Links { page, base })
    }

    /// The link to a passage; from its `#` on where the page's address is not known.
    pub fn passage(&self, id: &str) -> String {
        self.page.clone().unwrap_or_default() + &fragment::passage(id)
    }

    /// The address of a document, where the page's is known.
    pub fn document_url(&self, id: &str) -> Option<String> {
        self.page.as_ref().map(|page| page.clone() + &fragment::document(id))
    }

    /// The IRI of the corpus.
    pub fn corpus_iri(&self) -> NamedNode {
        self.iri("")
    }

    /// The IRI of a passage.
    pub fn passage_iri(&self, id: &str) -> NamedNode {
        self.iri(&fragment::passage(id))
    }

    /// The IRI of a scheme. Its link shows all of its concepts, as the rows of a matrix.
    pub fn scheme_iri(&self, scheme: &str) -> NamedNode {
        self.iri(&format!("#view=matrix&rows={}", escaped(scheme)))
    }

    /// The IRI of a concept. Its link shows the passages that have it.
    pub fn concept_iri(&self, scheme: &str, concept: &str) -> NamedNode {
        self.iri(&fragment::concept(scheme, concept))
    }

    fn iri(&self, rest: &str) -> NamedNode {
        // The base has been looked at, and all that follows is escaped.
        NamedNode::new_unchecked(self.base.clone() + rest)
    }
}

/// The address without a view of the page; a folder's ends with a stroke.
fn address(page: &str) -> Result<String> {
    let page = page.split('#').next().unwrap_or_default();
    let folder = Address::parse(page)?.of("");
    Ok(if page.ends_with(".html") { page.to_owned() } else { folder })
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
        let folder = Links::new("c", Some("https://a.invalid/x")).unwrap();
        assert_eq!(folder.passage("a"), "https://a.invalid/x/#view=read&at=a");
        let file = Links::new("c", Some("https://a.invalid/x/vitrine.html")).unwrap();
        assert_eq!(file.passage("a"), "https://a.invalid/x/vitrine.html#view=read&at=a");
        for page in ["corpus/", "", "https://a b/", "https://a.invalid/?q=1", "mailto:a@b.invalid"]
        {
            assert!(Links::new("c", Some(page)).is_err(), "{page}");
        }
    }
}
