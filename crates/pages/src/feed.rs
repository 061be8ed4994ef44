//! What do programs read that look for pages by themselves? `robots.txt`, `sitemap.xml` and an Atom feed.

use std::io::Cursor;

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedDocument};

use super::address::{self, Address};
use super::text::shown;
use super::{FOLDER, metadata};

type Xml = Writer<Cursor<Vec<u8>>>;

/// Everybody may read everything, and here is the list.
pub fn robots(address: Option<&Address>) -> String {
    let list = address.map(|address| format!("\nSitemap: {}\n", address.of("sitemap.xml")));
    format!("User-agent: *\nAllow: /\n{}", list.unwrap_or_default())
}

/// All pages with their whole addresses.
pub fn sitemap(corpus: &ArchivedCorpus, address: &Address) -> Result<String> {
    let mut pages = vec![address.of(""), address.of(&format!("{FOLDER}/index.html"))];
    pages.extend((0..corpus.documents.len()).map(|n| address.of_document(corpus, n)));
    let mut xml = begin()?;
    let set = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml.create_element("urlset").with_attribute(set).write_inner_content(|xml| {
        for page in &pages {
            xml.create_element("url").write_inner_content(|xml| text(xml, "loc", page))?;
        }
        Ok(())
    })?;
    end(xml)
}

/// Whether any document has the day that a feed needs.
pub fn has_entries(corpus: &ArchivedCorpus) -> bool {
    corpus.documents.iter().any(|document| moment(document).is_some())
}

/// The feed, if any document has a day, and the ids of those that have none.
pub fn feed(
    corpus: &ArchivedCorpus,
    address: Option<&Address>,
) -> Result<(Option<String>, Vec<String>)> {
    let mut dated = Vec::new();
    let mut undated = Vec::new();
    for (n, document) in corpus.documents.iter().enumerate() {
        match moment(document) {
            Some(moment) => dated.push((moment, n)),
            None => undated.push(document.id.to_string()),
        }
    }
    dated.sort_by(|(a, n), (b, m)| b.cmp(a).then(n.cmp(m)));
    let Some((latest, _)) = dated.first() else {
        return Ok((None, undated));
    };
    let lang = corpus.title.iter().next().map_or("en", |(lang, _)| lang);
    let name = |document: Option<&str>| {
        let corpus = address::escaped(&corpus.id);
        let document = document.map(|id| format!(":{}", address::escaped(id)));
        format!("urn:vitrine:{corpus}{}", document.unwrap_or_default())
    };
    let mut xml = begin()?;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang)];
    xml.create_element("feed").with_attributes(root).write_inner_content(|xml| {
        text(xml, "id", &name(None))?;
        text(xml, "title", corpus.title.text(lang))?;
        text(xml, "updated", latest)?;
        if let Some(address) = address {
            let own = address.of(&format!("{FOLDER}/feed.xml"));
            link(xml, "self", &own)?;
        }
        link(xml, "alternate", "index.html")?;
        // An entry has an author, or the feed has one.
        let is_unsigned = |document: &ArchivedDocument| {
            document.authors.is_empty() && document.publisher.is_none()
        };
        if dated.iter().any(|(_, n)| is_unsigned(&corpus.documents[*n])) {
            author(xml, corpus.title.text(lang))?;
        }
        for (moment, n) in &dated {
            let document = &corpus.documents[*n];
            xml.create_element("entry").write_inner_content(|xml| {
                text(xml, "id", &name(Some(&document.id)))?;
                text(xml, "title", metadata::title(document).1)?;
                text(xml, "updated", moment)?;
                text(xml, "published", moment)?;
                let href = address.map(|address| address.of_document(corpus, *n));
                link(xml, "alternate", &href.unwrap_or_else(|| address::href(corpus, *n)))?;
                // Where no author is named it is whoever published it.
                let named = document.authors.iter().map(|author| &**author);
                let stands_in =
                    document.publisher.as_deref().filter(|_| document.authors.is_empty());
                named.chain(stands_in).try_for_each(|name| author(xml, name))
            })?;
        }
        Ok(())
    })?;
    Ok((Some(end(xml)?), undated))
}

fn author(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name))?;
    Ok(())
}

/// The beginning of the day of publication, as Atom writes it.
fn moment(document: &ArchivedDocument) -> Option<String> {
    metadata::point(document).filter(|date| date.len() == 10).map(|day| format!("{day}T00:00:00Z"))
}

fn begin() -> Result<Xml> {
    let mut xml = Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(xml)
}

fn end(xml: Xml) -> Result<String> {
    Ok(String::from_utf8(xml.into_inner().into_inner())? + "\n")
}

fn text(xml: &mut Xml, name: &str, value: &str) -> std::io::Result<()> {
    // U+FFFE and U+FFFF are in no XML.
    let value = shown(value).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    xml.create_element(name).write_text_content(BytesText::new(&value))?;
    Ok(())
}

fn link(xml: &mut Xml, relation: &str, to: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attributes([("rel", relation), ("href", to)]).write_empty()?;
    Ok(())
}
