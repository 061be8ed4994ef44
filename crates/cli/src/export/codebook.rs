//! The concept schemes as a REFI-QDA codebook (`.qdc`), which programs for qualitative analysis read.
//!
//! Each scheme is a code that cannot be given, with its concepts below it. A code has one name, in
//! English; the other wordings stand in its description. Names are unique, as some programs know a code by
//! its name alone.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use anyhow::{Result, ensure};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use vitrine_corpus::model::ArchivedScheme;

use super::guid::guid;
use super::{Export, concepts, xml};

/// What made the file.
pub const ORIGIN: &str = concat!("Vitrine ", env!("CARGO_PKG_VERSION"));

const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";

/// The codebook.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let codes = Codes::new(export);
    // The standard asks for one code at least.
    ensure!(
        !codes.is_empty(),
        "this corpus has no concepts to make a codebook of: write schemes/themes.toml"
    );
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("CodeBook")
        .with_attributes([("xmlns", NAMESPACE), ("origin", ORIGIN)])
        .write_inner_content(|xml| codes.write(xml))?;
    writeln!(out)?;
    Ok(())
}

/// The codes of a corpus.
pub struct Codes<'a, 'c> {
    export: &'a Export<'c>,
    /// By scheme and concept; of a scheme itself there is no concept.
    names: HashMap<(usize, Option<usize>), String>,
}

impl<'a, 'c> Codes<'a, 'c> {
    /// Names every code, each differently.
    pub fn new(export: &'a Export<'c>) -> Self {
        let mut taken = HashSet::new();
        let mut names = HashMap::new();
        for (n, scheme) in concepts::schemes(export) {
            let label = xml::name(scheme.label.text(concepts::ONE_LANGUAGE));
            let label = if label.is_empty() { scheme.id.to_string() } else { label };
            names.insert((n, None), unique(&mut taken, &label, &scheme.id, &scheme.id));
            for (place, concept) in scheme.concepts.iter().enumerate() {
                let name = xml::name(concept.label.text(concepts::ONE_LANGUAGE));
                names.insert((n, Some(place)), unique(&mut taken, &name, &label, &concept.id));
            }
        }
        Codes { export, names }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The GUID of a concept's code.
    pub fn guid(&self, scheme: usize, concept: usize) -> String {
        let scheme = &self.export.corpus.schemes[scheme];
        guid(&self.export.corpus.id, &["code", &scheme.id, &scheme.concepts[concept].id])
    }

    /// The name of a concept's code.
    pub fn name(&self, scheme: usize, concept: usize) -> &str {
        &self.names[&(scheme, Some(concept))]
    }

    /// Writes the element `Codes`.
    pub fn write<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        xml.create_element("Codes").write_inner_content(|xml| {
            for (n, scheme) in concepts::schemes(self.export) {
                let guid = guid(&self.export.corpus.id, &["scheme", &scheme.id]);
                let name = &self.names[&(n, None)];
                xml.create_element("Code")
                    .with_attributes([("guid", &*guid), ("name", name), ("isCodable", "false")])
                    .write_inner_content(|xml| {
                        let text = scheme.description.text(concepts::ONE_LANGUAGE);
                        description(xml, text)?;
                        self.write_below(xml, n, scheme, None)
                    })?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn write_below<W: Write>(
        &self,
        xml: &mut Writer<W>,
        n: usize,
        scheme: &ArchivedScheme,
        above: Option<usize>,
    ) -> io::Result<()> {
        for (place, _) in concepts::below(scheme, above) {
            let (guid, name) = (self.guid(n, place), self.name(n, place));
            xml.create_element("Code")
                .with_attributes([("guid", &*guid), ("name", name), ("isCodable", "true")])
                .write_inner_content(|xml| {
                    description(xml, &concepts::description(self.export, n, place))?;
                    self.write_below(xml, n, scheme, Some(place))
                })?;
        }
        Ok(())
    }
}

/// Writes the element `Description`, if there is something to say.
pub fn description<W: Write>(out: &mut Writer<W>, text: &str) -> io::Result<()> {
    if !text.is_empty() {
        out.create_element("Description").write_text_content(BytesText::new(&xml::text(text)))?;
    }
    Ok(())
}

/// A name that is not taken yet: the name itself, with its scheme, with its id.
fn unique(taken: &mut HashSet<String>, name: &str, scheme: &str, id: &str) -> String {
    let names = [name.to_owned(), format!("{name} ({scheme})"), format!("{name} ({scheme}: {id})")];
    let name = names.into_iter().find(|name| !taken.contains(name));
    let name = name.unwrap_or_else(|| format!("{scheme}: {id}"));
    taken.insert(name.clone());
    name
}
