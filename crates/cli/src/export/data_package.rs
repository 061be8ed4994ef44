//! The corpus as tables with a description: a Frictionless data package, `datapackage.json` beside CSV.
//!
//! The tables are for programs: cells are as the corpus has them, without the marks that the format `csv`
//! puts before what a spreadsheet might run. Places in a text count characters (Unicode code points) from
//! 0, the end behind the last.
//!
//! The table of concepts is also what Taguette imports: it wants a column `path`, and guesses a file's
//! encoding, which for Chinese it gets right only behind a byte-order mark.

use anyhow::Result;
use csv::Writer;
use serde_json::{Value, json};
use vitrine_corpus::csv::BOM;
use vitrine_corpus::json::{self as contract, by};
use vitrine_corpus::packed::PackedEvidence;
use vitrine_corpus::publication::Kind;
use vitrine_corpus::text::chars_before;

use super::files::Entry;
use super::{Export, concepts, documents};

/// A table, while it is filled.
struct Table {
    name: &'static str,
    fields: &'static [Field],
    /// Fields that together tell a row from all others.
    key: &'static [&'static str],
    /// What its file begins with.
    mark: &'static str,
    /// Fields that point to another table: fields here, table, fields there.
    links: &'static [(&'static [&'static str], &'static str, &'static [&'static str])],
    rows: Writer<Vec<u8>>,
}

/// Name, type, what it holds.
type Field = (&'static str, &'static str, &'static str);

impl Table {
    fn new(
        name: &'static str,
        fields: &'static [Field],
        key: &'static [&'static str],
        links: &'static [(&'static [&'static str], &'static str, &'static [&'static str])],
    ) -> Result<Table> {
        let mut rows = Writer::from_writer(Vec::new());
        rows.write_record(fields.iter().map(|(name, _, _)| name))?;
        Ok(Table { name, fields, key, mark: "", links, rows })
    }

    fn row<const N: usize>(&mut self, cells: [&str; N]) -> Result<()> {
        Ok(self.rows.write_record(cells)?)
    }

    fn path(&self) -> String {
        format!("data/{}.csv", self.name)
    }

    /// How `datapackage.json` describes it.
    fn resource(&self) -> Value {
        let field = |(name, kind, description): &Field| {
            let is_key = self.key.contains(name);
            let mut field = json!({"name": name, "type": kind, "description": description});
            if is_key {
                field["constraints"] = json!({"required": true});
            }
            field
        };
        let links = self.links.iter().map(|(own, table, theirs)| {
            json!({"fields": own, "reference": {"resource": table, "fields": theirs}})
        });
        let mut schema = json!({"fields": self.fields.iter().map(field).collect::<Vec<_>>()});
        if !self.key.is_empty() {
            schema["primaryKey"] = json!(self.key);
        }
        if !self.links.is_empty() {
            schema["foreignKeys"] = links.collect();
        }
        json!({
            "name": self.name,
            "path": self.path(),
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        })
    }
}

/// The files of the package.
pub fn files(export: &Export<'_>) -> Result<Vec<Entry>> {
    let tables = [documents_table(export)?, concepts_table(export)?, passages_table(export)?]
        .into_iter()
        .chain(label_tables(export)?)
        .chain([date_table(export)?, figure_table(export)?])
        .collect::<Vec<_>>();
    let mut files =
        vec![Entry { path: "datapackage.json".to_owned(), bytes: description(export, &tables)? }];
    for table in tables {
        let path = table.path();
        let bytes = [table.mark.as_bytes(), &table.rows.into_inner()?].concat();
        files.push(Entry { path, bytes });
    }
    Ok(files)
}

fn description(export: &Export<'_>, tables: &[Table]) -> Result<Vec<u8>> {
    let corpus = export.corpus;
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": name(&corpus.id),
        "id": export.links.corpus_iri().as_str(),
        "version": &*corpus.version,
        "resources": tables.iter().map(Table::resource).collect::<Vec<_>>(),
    });
    let texts = [
        ("title", &corpus.title),
        ("description", &corpus.description),
        ("rights", &corpus.rights),
    ];
    for (key, text) in texts {
        let text = text.text(concepts::ONE_LANGUAGE);
        if !text.is_empty() {
            package[key] = text.into();
        }
    }
    let mut bytes = serde_json::to_vec_pretty(&package)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What a package may be called: small letters, digits and a few marks.
fn name(id: &str) -> String {
    let legal = |c: char| {
        if c.is_ascii_lowercase() || c.is_ascii_digit() || "-._".contains(c) { c } else { '-' }
    };
    let name: String = id.to_lowercase().chars().map(legal).collect();
    if name.is_empty() { "corpus".to_owned() } else { name }
}

fn documents_table(export: &Export<'_>) -> Result<Table> {
    let mut table = Table::new(
        "documents",
        &[
            ("id", "string", "Stable name"),
            ("title", "string", "In the document's own language"),
            ("authors", "string", "A list in JSON, as the document names them"),
            ("publisher", "string", "Site, journal or house, as the document names it"),
            ("date", "string", "Of publication, in EDTF, as far as the document says it"),
            ("language", "string", "What it was written in (BCP 47)"),
            ("keywords", "string", "A list in JSON, as the document gives them"),
            ("rights", "string", "Who owns it"),
            ("type", "string", "What kind of document it is, in the words of CSL"),
            ("container", "string", "The journal, book or site that it is a part of"),
            ("volume", "string", "Of the container, or of the book"),
            ("issue", "string", "Of the container"),
            ("pages", "string", "In the container"),
            ("number", "string", "Of a report, a law or a treaty"),
            ("place", "string", "Where its publisher is"),
            ("editors", "string", "A list in JSON"),
            ("translators", "string", "A list in JSON"),
            ("url", "string", "Where it was published first"),
            ("doi", "string", "Digital object identifier"),
            ("accessed", "string", "The day on which it was taken from there, in EDTF"),
            ("file", "string", "Its file in the corpus' folder"),
        ],
        &["id"],
        &[],
    )?;
    for document in export.corpus.documents.iter() {
        let list = |values: &[&str]| {
            if values.is_empty() { Ok(String::new()) } else { serde_json::to_string(values) }
        };
        let authors: Vec<&str> = document.authors.iter().map(|author| &**author).collect();
        let keywords: Vec<&str> = document.keywords.iter().map(|keyword| &**keyword).collect();
        let own = documents::publication(document);
        let said = |fact: &Option<String>| fact.clone().unwrap_or_default();
        let people = |names: &[String]| list(&names.iter().map(String::as_str).collect::<Vec<_>>());
        table.row([
            &document.id,
            documents::title(document),
            &list(&authors)?,
            document.publisher.as_deref().unwrap_or_default(),
            document.date.as_deref().unwrap_or_default(),
            Some(document.language()).filter(|tag| *tag != "und").unwrap_or_default(),
            &list(&keywords)?,
            document.rights.text("en"),
            own.kind.map_or("", Kind::as_str),
            &said(&own.container),
            &said(&own.volume),
            &said(&own.issue),
            &said(&own.pages),
            &said(&own.number),
            &said(&own.place),
            &people(&own.editors)?,
            &people(&own.translators)?,
            &said(&own.url),
            &said(&own.doi),
            &said(&own.accessed),
            &document.file,
        ])?;
    }
    Ok(table)
}

fn concepts_table(export: &Export<'_>) -> Result<Table> {
    let mut table = Table::new(
        "concepts",
        &[
            ("scheme", "string", "theme, level, actor or person"),
            ("id", "string", "Stable name, unique in its scheme"),
            ("path", "string", "Scheme and ids from the top, with strokes between them"),
            ("broader", "string", "The id of the concept above"),
            ("en", "string", "Name in English"),
            ("zh_hans", "string", "Name in Simplified Chinese"),
            ("zh_hant", "string", "Name in Traditional Chinese"),
            ("description", "string", "What it means, covers and does not cover"),
            ("link", "string", "Shows the passages that have it"),
        ],
        &["scheme", "id"],
        &[],
    )?;
    table.mark = BOM;
    for (n, scheme) in concepts::schemes(export) {
        for (place, concept) in scheme.concepts.iter().enumerate() {
            let wording = |lang: &str| {
                let found = concept.label.iter().find(|(known, _)| *known == lang);
                found.map_or("", |(_, label)| label)
            };
            let above = concepts::broader(concept).map_or("", |above| &scheme.concepts[above].id);
            let chain = std::iter::successors(Some(place), |place| {
                concepts::broader(&scheme.concepts[*place])
            });
            let mut path: Vec<&str> = chain.map(|place| &*scheme.concepts[place].id).collect();
            path.push(&scheme.id);
            path.reverse();
            table.row([
                &scheme.id,
                &concept.id,
                &path.join("/"),
                above,
                wording("en"),
                wording("zh-Hans"),
                wording("zh-Hant"),
                &concepts::description(export, n, place),
                export.links.concept_iri(&scheme.id, &concept.id).as_str(),
            ])?;
        }
    }
    Ok(table)
}

fn passages_table(export: &Export<'_>) -> Result<Table> {
    let mut table = Table::new(
        "passages",
        &[
            ("id", "string", "Stable name"),
            ("document", "string", "The document it is of"),
            ("first_line", "integer", "Of its file, counted from 1"),
            ("last_line", "integer", "Of its file, counted from 1"),
            ("language", "string", "BCP 47"),
            ("role", "string", "content, heading, caption, reference, metadata or boilerplate"),
            ("repeats", "string", "The earlier passage of the document that it says again"),
            ("parallel", "string", "Its translation in the document"),
            ("text", "string", "Its words"),
            ("link", "string", "Shows it in the page"),
        ],
        &["id"],
        &[
            (&["document"], "documents", &["id"]),
            (&["repeats"], "", &["id"]),
            (&["parallel"], "", &["id"]),
        ],
    )?;
    for n in 0..export.corpus.passages.len() {
        let passage = contract::passage(export.corpus, n);
        let [first_line, last_line] = passage.source.lines.map(|line| line.to_string());
        table.row([
            &passage.id,
            passage.doc,
            &first_line,
            &last_line,
            passage.lang,
            passage.role,
            &passage.repeats.unwrap_or_default(),
            &passage.parallel.unwrap_or_default(),
            &passage.text,
            &export.links.passage(&passage.id),
        ])?;
    }
    Ok(table)
}

/// The labels of passages, and the evidence for them.
fn label_tables(export: &Export<'_>) -> Result<[Table; 2]> {
    let mut labels = Table::new(
        "labels",
        &[
            ("passage", "string", "The passage that has it"),
            ("scheme", "string", "theme, level, actor or person"),
            ("concept", "string", "The concept's id"),
            ("by", "string", "Who gave it: rule or curator"),
        ],
        &["passage", "scheme", "concept"],
        &[
            (&["passage"], "passages", &["id"]),
            (&["scheme", "concept"], "concepts", &["scheme", "id"]),
        ],
    )?;
    let mut evidence = Table::new(
        "evidence",
        &[
            ("passage", "string", "The passage that has the label"),
            ("scheme", "string", "Of the label"),
            ("concept", "string", "Of the label"),
            ("rule", "string", "The rule's name, or the curator's reason"),
            ("weight", "number", "How much it counted"),
            (
                "start",
                "integer",
                "Where the words begin; none if the reason lies outside the passage",
            ),
            ("end", "integer", "Behind the words"),
            ("words", "string", "The words"),
            ("heading", "string", "The heading above the passage that spoke for the label"),
        ],
        &[],
        &[
            (&["passage", "scheme", "concept"], "labels", &["passage", "scheme", "concept"]),
            (&["heading"], "passages", &["id"]),
        ],
    )?;
    let corpus = export.corpus;
    for n in 0..corpus.passages.len() {
        let id = corpus.passage_id(n);
        for label in corpus.labels_of(n) {
            let scheme = &corpus.schemes[label.scheme];
            let ids: [&str; 3] = [&id, &scheme.id, &scheme.concepts[label.concept].id];
            labels.row([ids[0], ids[1], ids[2], by(&label)])?;
            for reason in label.evidence() {
                evidence_rows(export, n, ids, &reason, &mut evidence)?;
            }
        }
    }
    Ok([labels, evidence])
}

/// A row for each of the words that speak for a label of passage `n`, which `ids` name; one without words where the reason
/// lies outside the passage.
fn evidence_rows(
    export: &Export<'_>,
    n: usize,
    ids: [&str; 3],
    reason: &PackedEvidence<'_>,
    table: &mut Table,
) -> Result<()> {
    let text = export.corpus.text(n);
    let heading = reason.heading.map(|place| export.corpus.passage_id(place)).unwrap_or_default();
    let (rule, weight) = (export.appendix.rule(reason), reason.weight.to_string());
    let mut row = |[start, end, words]: [&str; 3]| {
        table.row([ids[0], ids[1], ids[2], rule, &weight, start, end, words, &heading])
    };
    let mut spans = reason.spans().peekable();
    if spans.peek().is_none() {
        row([""; 3])?;
    }
    for span in spans {
        let [start, end] = places(&text, &span);
        row([&start, &end, &text[span]])?;
    }
    Ok(())
}

fn date_table(export: &Export<'_>) -> Result<Table> {
    let mut table = Table::new(
        "dates",
        &[
            ("passage", "string", "The passage that names it"),
            ("start", "integer", "Where its words begin"),
            ("end", "integer", "Behind them"),
            ("words", "string", "Its words"),
            ("edtf", "string", "The date in EDTF"),
            ("resolved_from", "string", "How a relative date was placed"),
        ],
        &[],
        &[(&["passage"], "passages", &["id"])],
    )?;
    for (n, passage) in export.corpus.passages.iter().enumerate() {
        let (id, text) = (export.corpus.passage_id(n), export.corpus.text(n));
        for date in passage.dates().iter() {
            let span = date.span.range();
            let [start, end] = places(&text, &span);
            let placed = date.resolved_from.as_deref().unwrap_or_default();
            table.row([&id, &start, &end, &text[span], &date.edtf, placed])?;
        }
    }
    Ok(table)
}

fn figure_table(export: &Export<'_>) -> Result<Table> {
    let mut table = Table::new(
        "figures",
        &[
            ("passage", "string", "The passage that names it"),
            ("start", "integer", "Where its words begin"),
            ("end", "integer", "Behind them"),
            ("words", "string", "Its words"),
            ("value", "number", "The number, or the lower bound of a range"),
            ("upper", "number", "The upper bound of a range"),
            ("unit", "string", "In English"),
            ("currency", "string", "ISO 4217, for money"),
            ("qualifier", "string", "about, more than, at least, less than or up to"),
        ],
        &[],
        &[(&["passage"], "passages", &["id"])],
    )?;
    for (n, passage) in export.corpus.passages.iter().enumerate() {
        let (id, text) = (export.corpus.passage_id(n), export.corpus.text(n));
        for figure in passage.figures().iter() {
            let span = figure.span.range();
            let [start, end] = places(&text, &span);
            let upper = figure.upper.as_ref().map(|upper| upper.to_native().to_string());
            table.row([
                &id,
                &start,
                &end,
                &text[span],
                &figure.value.to_native().to_string(),
                &upper.unwrap_or_default(),
                &figure.unit,
                figure.currency.as_deref().unwrap_or_default(),
                figure.qualifier.as_deref().unwrap_or_default(),
            ])?;
        }
    }
    Ok(table)
}

/// Where a span lies, in characters.
fn places(text: &str, span: &std::ops::Range<usize>) -> [String; 2] {
    [span.start, span.end].map(|byte| chars_before(text, byte).to_string())
}
