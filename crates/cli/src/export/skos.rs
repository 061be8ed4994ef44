//! The concept schemes as SKOS, in Turtle.
//!
//! IRIs are links into the page: a scheme's shows its concepts, a concept's the passages that have it.

use std::io::Write;

use anyhow::Result;
use oxrdf::vocab::rdf;
use oxrdf::{Literal, NamedNode, Term, Triple};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;
use vitrine_corpus::model::ArchivedLocalized;

use super::{Export, concepts};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const DCTERMS: &str = "http://purl.org/dc/terms/";

/// All schemes, in the order of the corpus.
pub fn write(export: &Export<'_>, out: &mut impl Write) -> Result<()> {
    let serializer =
        TurtleSerializer::new().with_prefix("skos", SKOS)?.with_prefix("dcterms", DCTERMS)?;
    let mut turtle = Turtle(serializer.for_writer(out));
    let corpus = export.corpus;
    let root = export.links.corpus_iri();
    turtle.texts(&root, dcterms("title"), &corpus.title)?;
    turtle.texts(&root, dcterms("description"), &corpus.description)?;
    turtle.texts(&root, dcterms("rights"), &corpus.rights)?;
    let version = Literal::new_simple_literal(&*corpus.version);
    turtle.triple(&root, dcterms("hasVersion"), version)?;
    for (n, _) in concepts::schemes(export) {
        turtle.scheme(export, n)?;
    }
    turtle.0.finish()?;
    Ok(())
}

fn skos(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SKOS}{name}"))
}

fn dcterms(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{DCTERMS}{name}"))
}

struct Turtle<W: Write>(WriterTurtleSerializer<W>);

impl<W: Write> Turtle<W> {
    fn scheme(&mut self, export: &Export<'_>, n: usize) -> Result<()> {
        let scheme = &export.corpus.schemes[n];
        let subject = export.links.scheme_iri(&scheme.id);
        let concept_iri =
            |place: usize| export.links.concept_iri(&scheme.id, &scheme.concepts[place].id);
        self.kind(&subject, "ConceptScheme")?;
        self.texts(&subject, skos("prefLabel"), &scheme.label)?;
        self.texts(&subject, dcterms("title"), &scheme.label)?;
        self.texts(&subject, dcterms("description"), &scheme.description)?;
        self.triple(&subject, dcterms("isPartOf"), export.links.corpus_iri())?;
        for (place, _) in concepts::below(scheme, None) {
            self.triple(&subject, skos("hasTopConcept"), concept_iri(place))?;
        }
        for (place, concept) in scheme.concepts.iter().enumerate() {
            let own = concept_iri(place);
            self.kind(&own, "Concept")?;
            self.triple(&own, skos("inScheme"), subject.clone())?;
            match concepts::broader(concept) {
                Some(above) => self.triple(&own, skos("broader"), concept_iri(above))?,
                None => self.triple(&own, skos("topConceptOf"), subject.clone())?,
            }
            for (below, _) in concepts::below(scheme, Some(place)) {
                self.triple(&own, skos("narrower"), concept_iri(below))?;
            }
            self.triple(&own, skos("notation"), Literal::new_simple_literal(&*concept.id))?;
            self.texts(&own, skos("prefLabel"), &concept.label)?;
            if let Some(definition) = export.appendix.definition(n, place) {
                self.texts(&own, skos("definition"), &definition.definition)?;
                for (lang, note) in concepts::scope_notes(definition) {
                    self.text(&own, skos("scopeNote"), lang, &note)?;
                }
            }
        }
        Ok(())
    }

    fn kind(&mut self, subject: &NamedNode, class: &str) -> Result<()> {
        self.triple(subject, rdf::TYPE.into_owned(), skos(class))
    }

    fn texts(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNode,
        texts: &ArchivedLocalized,
    ) -> Result<()> {
        for (lang, text) in texts.iter().filter(|(lang, text)| *lang != "und" && !text.is_empty()) {
            self.text(subject, predicate.clone(), lang, text)?;
        }
        Ok(())
    }

    fn text(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNode,
        lang: &str,
        text: &str,
    ) -> Result<()> {
        // What is no tag even so was told of when the corpus was compiled; the text is not lost with it.
        let literal = Literal::new_language_tagged_literal(text, lang.replace('_', "-"))
            .unwrap_or_else(|_| Literal::new_simple_literal(text));
        self.triple(subject, predicate, literal)
    }

    fn triple(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNode,
        object: impl Into<Term>,
    ) -> Result<()> {
        self.0.serialize_triple(&Triple::new(subject.clone(), predicate, object))?;
        Ok(())
    }
}
