//! Texts, codes and coded passages as a REFI-QDA project (`.qdpx`): a zip archive with the texts and a
//! file that says what in them is coded how.
//!
//! A source is a document: its passages, a line each, as plain text in UTF-8. Positions count characters
//! (Unicode code points) of that text from 0, the end behind the last, as the standard has it and the
//! programs we know of count. Lines end in a line feed alone: programs disagree whether CR and LF count
//! once or twice.
//!
//! A selection is a passage that has labels, and a coding in it is a label; its description says which
//! words made them.

use std::io::{self, Write};

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};
use vitrine_corpus::json;
use vitrine_corpus::model::{ArchivedDocument, By};
use vitrine_corpus::packed::PackedLabel;
use vitrine_corpus::publication::Kind;

use super::codebook::{Codes, ORIGIN, description};
use super::files::Entry;
use super::guid::guid;
use super::{Export, documents, xml};

const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// QualCoder reads no selection that has no date. When a label was given is not known, so this is the
/// zero of the clocks, which is no date of anything here.
const NO_DATE: &str = "1970-01-01T00:00:00Z";

/// How much of a passage names its selection.
const NAME_LENGTH: usize = 60;

/// The files of the project.
pub fn files(export: &Export<'_>) -> Result<Vec<Entry>> {
    let project = Project { export, codes: Codes::new(export) };
    let mut bytes = Vec::new();
    project.write(&mut bytes)?;
    let mut files = vec![Entry { path: "project.qde".to_owned(), bytes }];
    for (n, document) in export.corpus.documents.iter().enumerate() {
        let text = Text::of(export, n).text;
        let path = format!("sources/{}", project.file_of(document));
        files.push(Entry { path, bytes: text.into_bytes() });
    }
    Ok(files)
}

/// A document as plain text.
struct Text {
    text: String,
    /// Where each of its passages lies, in characters.
    spans: Vec<(usize, usize)>,
}

impl Text {
    fn of(export: &Export<'_>, document: usize) -> Text {
        let (mut text, mut spans, mut characters) = (String::new(), Vec::new(), 0);
        for n in export.corpus.passages_of(document) {
            let passage = export.corpus.text(n).replace("\r\n", "\n").replace('\r', "\n");
            let end = characters + passage.chars().count();
            spans.push((characters, end));
            text.push_str(&passage);
            text.push('\n');
            characters = end + 1;
        }
        Text { text, spans }
    }
}

struct Project<'a, 'c> {
    export: &'a Export<'c>,
    codes: Codes<'a, 'c>,
}

impl Project<'_, '_> {
    fn guid(&self, parts: &[&str]) -> String {
        guid(&self.export.corpus.id, parts)
    }

    fn user(&self, by: By) -> String {
        self.guid(&["user", user_name(by)])
    }

    /// The name of a document's file among the sources.
    fn file_of(&self, document: &ArchivedDocument) -> String {
        format!("{}.txt", self.guid(&["text", &document.id]))
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let corpus = self.export.corpus;
        let name = xml::name(corpus.title.text("en"));
        let name = if name.is_empty() { corpus.id.to_string() } else { name };
        let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        xml.create_element("Project")
            .with_attributes([("xmlns", NAMESPACE), ("name", &*name), ("origin", ORIGIN)])
            .write_inner_content(|xml| {
                self.write_users(xml)?;
                if !self.codes.is_empty() {
                    xml.create_element("CodeBook")
                        .write_inner_content(|xml| self.codes.write(xml))?;
                }
                xml.create_element("Sources").write_inner_content(|xml| {
                    let documents = corpus.documents.iter().enumerate();
                    documents
                        .into_iter()
                        .try_for_each(|(n, document)| self.write_source(xml, n, document))
                })?;
                let about = [corpus.description.text("en"), corpus.rights.text("en")];
                let about = about
                    .into_iter()
                    .chain([&*format!("Corpus version {}", corpus.version)])
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n");
                description(xml, &about)
            })?;
        writeln!(out)
    }

    fn write_users<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        xml.create_element("Users").write_inner_content(|xml| {
            for by in [By::Rule, By::Curator] {
                let guid = self.user(by);
                let attributes = [("guid", &*guid), ("name", user_name(by))];
                xml.create_element("User").with_attributes(attributes).write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn write_source<W: Write>(
        &self,
        xml: &mut Writer<W>,
        n: usize,
        document: &ArchivedDocument,
    ) -> io::Result<()> {
        let title = xml::name(documents::title(document));
        // Some programs make a file of the name, and would have one for two documents of one title.
        let name = format!("{title} [{}]", xml::name(&document.id));
        let guid = self.guid(&["source", &document.id]);
        let path = format!("internal://{}", self.file_of(document));
        xml.create_element("TextSource")
            .with_attributes([("guid", &*guid), ("name", &name), ("plainTextPath", &path)])
            .with_attribute(("creationDateTime", NO_DATE))
            .write_inner_content(|xml| {
                description(xml, &about(document))?;
                let passages = self.export.corpus.passages_of(n);
                for (passage, span) in passages.zip(Text::of(self.export, n).spans) {
                    self.write_selection(xml, passage, span)?;
                }
                Ok(())
            })?;
        Ok(())
    }

    fn write_selection<W: Write>(
        &self,
        xml: &mut Writer<W>,
        n: usize,
        (start, end): (usize, usize),
    ) -> io::Result<()> {
        let id = self.export.corpus.passage_id(n);
        let labels: Vec<PackedLabel<'_>> = self.export.corpus.labels_of(n).collect();
        if labels.is_empty() {
            return Ok(());
        }
        let by_curator = labels.iter().all(|label| label.by == By::Curator);
        let user = self.user(if by_curator { By::Curator } else { By::Rule });
        let guid = self.guid(&["selection", &id]);
        let text = self.export.corpus.text(n);
        let name = xml::name(&text.chars().take(NAME_LENGTH).collect::<String>());
        xml.create_element("PlainTextSelection")
            .with_attributes([("guid", &*guid), ("name", &name)])
            .with_attributes([
                ("startPosition", &*start.to_string()),
                ("endPosition", &end.to_string()),
            ])
            .with_attributes([("creatingUser", &*user), ("creationDateTime", NO_DATE)])
            .write_inner_content(|xml| {
                description(xml, &self.reasons(&text, &labels))?;
                labels.iter().try_for_each(|label| self.write_coding(xml, &id, label))
            })?;
        Ok(())
    }

    fn write_coding<W: Write>(
        &self,
        xml: &mut Writer<W>,
        passage: &str,
        label: &PackedLabel<'_>,
    ) -> io::Result<()> {
        let code = self.codes.guid(label.scheme, label.concept);
        let guid = self.guid(&["coding", passage, &code]);
        let user = self.user(label.by);
        xml.create_element("Coding")
            .with_attributes([
                ("guid", &*guid),
                ("creatingUser", &user),
                ("creationDateTime", NO_DATE),
            ])
            .write_inner_content(|xml| {
                xml.create_element("CodeRef")
                    .with_attribute(("targetGUID", &*code))
                    .write_empty()?;
                Ok(())
            })?;
        Ok(())
    }

    /// A line a label that has reasons of its own: what is it, which rules gave it, by which words?
    fn reasons(&self, text: &str, labels: &[PackedLabel<'_>]) -> String {
        let line = |label: &PackedLabel<'_>| {
            let reasons: Vec<String> = label
                .evidence()
                .map(|evidence| {
                    let rule = self.export.appendix.rule(&evidence);
                    let mut words: Vec<&str> = Vec::new();
                    for span in evidence.spans() {
                        let found = &text[span];
                        if !words.contains(&found) {
                            words.push(found);
                        }
                    }
                    if words.is_empty() {
                        rule.to_owned()
                    } else {
                        format!("{rule}: {}", words.join(", "))
                    }
                })
                .collect();
            let name = self.codes.name(label.scheme, label.concept);
            let by = json::by(label);
            (!reasons.is_empty()).then(|| format!("{name} ({by}): {}", reasons.join("; ")))
        };
        labels.iter().filter_map(line).collect::<Vec<_>>().join("\n")
    }
}

const fn user_name(by: By) -> &'static str {
    match by {
        By::Rule => "rule",
        By::Curator => "curator",
    }
}

/// What is known of a document.
fn about(document: &ArchivedDocument) -> String {
    let authors = document.authors.iter().map(|author| &**author).collect::<Vec<_>>().join("; ");
    let published = document.publication.as_deref();
    let container = published.map(|own| own.container_and_place()).unwrap_or_default();
    let address = published.and_then(|own| own.address()).unwrap_or_default();
    let own = documents::publication(document);
    let lines = [
        ("Authors", &*authors),
        ("Publisher", document.publisher.as_deref().unwrap_or_default()),
        ("Type", own.kind.map_or("", Kind::as_str)),
        ("Published in", &container),
        ("Date", document.date.as_deref().unwrap_or_default()),
        ("Original", &address),
        ("Rights", document.rights.text("en")),
        ("File", &document.file),
    ];
    let known = lines.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("\n")
}
