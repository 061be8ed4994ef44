//! Reads a plain page back with the parser of a browser, and looks at what holds of every one.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_pages::{FOLDER, Pages, shown};

/// An element of a page: its name, what it says of itself, all text in it.
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
}

impl Element {
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", |value| value)
    }
}

/// All elements of a page, in the order of the text.
pub fn elements(page: &str) -> Vec<Element> {
    fn text(node: &Handle, into: &mut String) {
        if let NodeData::Text { contents } = &node.data {
            into.push_str(&contents.borrow());
        }
        node.children.borrow().iter().for_each(|child| text(child, into));
    }
    fn walk(node: &Handle, into: &mut Vec<Element>) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let mut own = String::new();
            text(node, &mut own);
            let attributes = attrs.borrow();
            let pairs = attributes.iter().map(|a| (a.name.local.to_string(), a.value.to_string()));
            into.push(Element {
                name: name.local.to_string(),
                attributes: pairs.collect(),
                text: own,
            });
        }
        node.children.borrow().iter().for_each(|child| walk(child, into));
    }
    let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut found = Vec::new();
    walk(&dom.document, &mut found);
    found
}

/// Holds of the pages of any corpus.
pub fn look_at(corpus: &ArchivedCorpus, pages: &Pages) {
    let paths: BTreeSet<&str> = pages.files.iter().map(|(path, _)| &**path).collect();
    assert_eq!(paths.len(), pages.files.len(), "each file has a name of its own");
    let mut anchors = BTreeMap::new();
    for (path, page) in pages.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let elements = elements(page);
        let ids: BTreeSet<&str> =
            elements.iter().map(|e| e.get("id")).filter(|id| !id.is_empty()).collect();
        for element in &elements {
            const KNOWN: &str = " html head meta title link script style body nav main article header \
                footer section h1 h2 h3 h4 h5 h6 p div dl dt dd a bdi time ol li ";
            assert!(KNOWN.contains(&format!(" {} ", element.name)), "{path}: <{}>", element.name);
            for (name, value) in &element.attributes {
                assert!(!name.starts_with("on") && name != "style", "{path}: {name}=“{value}”");
            }
            match &*element.name {
                "script" => {
                    assert_eq!(element.get("type"), "application/ld+json");
                    serde_json::from_str::<serde_json::Value>(&element.text).unwrap();
                }
                "style" => panic!("{path}: an inline style"),
                "a" => {
                    let href = element.get("href");
                    let is_explorer = href == "../index.html" || href.starts_with("../index.html#");
                    let is_here = href.strip_prefix('#').is_some_and(|id| {
                        let id = percent_encoding::percent_decode_str(id).decode_utf8().unwrap();
                        ids.contains(&*id)
                    });
                    let file = percent_encoding::percent_decode_str(href).decode_utf8().unwrap();
                    let is_page = paths.contains(&*format!("{FOLDER}/{file}"));
                    // The only way out: where the curator says that the document was published.
                    let own = corpus.documents.iter().filter_map(|d| d.publication.as_deref());
                    let is_original =
                        ["https://", "http://"].iter().any(|web| href.starts_with(web))
                            && own.filter_map(|own| own.address()).any(|address| address == href);
                    let is_ours = is_explorer || is_here || is_page;
                    assert!(is_ours || is_original, "{path}: a link to {href}");
                }
                _ => {}
            }
        }
        for element in elements.into_iter().filter(|element| !element.get("id").is_empty()) {
            let id = element.get("id").to_owned();
            let other = anchors.insert(id, (element.text.clone(), element.get("lang").to_owned()));
            assert!(other.is_none(), "{path}: {} stands twice", element.get("id"));
        }
    }
    assert_eq!(anchors.len(), corpus.passages.len());
    for (n, passage) in corpus.passages.iter().enumerate() {
        let id = corpus.passage_id(n);
        let (text, lang) = &anchors[&id];
        assert_eq!(*text, shown(&corpus.text(n)), "{id}");
        assert_eq!(lang, &*corpus.languages[passage.lang.to_native() as usize]);
    }
}
