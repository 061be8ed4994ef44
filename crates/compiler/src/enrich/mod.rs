//! What is each passage about, whom does it name, when, and how much? Concepts by the rules of the
//! schemes, dates and figures by reading.

mod concepts;
pub(crate) mod dates;
pub(crate) mod figures;
mod given;
pub(crate) mod numerals;
pub(crate) mod people;
pub(crate) mod period;
mod short_forms;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{Date, Document, Figure, Passage, Role, Span};

use crate::config::Config;
use crate::folding::Folding;
use crate::problem::{Code, Problem};
use crate::read::File;

pub(crate) use concepts::Term;

use concepts::Rules;
use dates::{DateContext, DateMention, Dates, Unplaced, Why};
use people::People;

/// Fills in labels, dates and figures of all passages; gives the names of the rules that evidence
/// points to.
pub(crate) fn enrich(
    config: &Config,
    files: &[File],
    documents: &[Document],
    passages: &mut [Passage],
    folding: &Folding,
    people: &People,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    for (file, document) in files.iter().zip(documents) {
        let own = &mut passages[document.passages()];
        read_dates_and_figures(file, document, own, problems);
    }
    let rules = Rules::new(&config.schemes, folding);
    for n in 0..passages.len() {
        let document = &documents[passages[n].document as usize];
        passages[n].labels = rules.labels(document, passages, n, folding);
    }
    let mut names = rules.into_names();
    given::label(config, files, documents, passages, &mut names);
    people::label(config, people, passages, folding, &mut names);
    names
}

fn read_dates_and_figures(
    file: &File,
    document: &Document,
    passages: &mut [Passage],
    problems: &mut Vec<Problem>,
) {
    let mut context = DateContext {
        document: document.date.clone().or_else(|| document.reference_date.clone()),
        last: None,
    };
    for passage in passages.iter_mut().filter(|passage| passage.role != Role::Boilerplate) {
        let Dates { placed, unplaced } = dates::read_dates(&passage.text, &mut context);
        problems.extend(unplaced.iter().map(|date| not_placed(file, passage, date)));
        let figures = figures::find_figures(&passage.text, &placed).into_iter();
        let figures =
            figures.filter(|figure| !numbers_section(&passage.text, passage.role, figure.value));
        passage.figures = figures.map(figure).collect();
        passage.dates = placed.into_iter().filter_map(date).collect();
    }
}

fn not_placed(file: &File, passage: &Passage, date: &Unplaced) -> Problem {
    let span = date.start..date.end;
    let slip = "correct it if this copy is wrong; what the source has so can be corrected in curation.toml";
    let (what, mend) = match date.why {
        Why::Unknown => (
            "looks like a date that cannot be placed",
            "give the document a date or a reference_date in corpus.toml",
        ),
        Why::NoSuchDay => ("looks like a date, but there is no such day", slip),
        Why::NoStretch => ("looks like a period, but ends before it begins", slip),
    };
    let what = format!("“{}” {what}", &passage.text[span.clone()]);
    Problem::new(Code::DateNotPlaced, &file.path, what, mend).at_place(file.place(passage, span))
}

/// A time of so many years is no date: of a century no year and no timeline could tell.
const LONGEST: usize = 60;

/// A mention as the image keeps it. Centuries and years before our era (公元前221年) are read so that no figure
/// is made of them, and are not kept: centuries are too long, and days are `yyyymmdd`, which has no years before our era.
fn date(mention: DateMention) -> Option<Date> {
    let edtf: Edtf = mention.edtf.parse().ok()?;
    if edtf.years().count() > LONGEST {
        return None;
    }
    Some(Date {
        span: span(mention.start, mention.end),
        first_day: edtf.first_day(),
        last_day: edtf.last_day(),
        edtf: mention.edtf,
        resolved_from: mention.resolved_from,
        event: None,
    })
}

/// Whether a heading begins with this number as that of its section: “1.1 Laundering routes”, but not “2.5 million
/// refugees”.
fn numbers_section(text: &str, role: Role, value: f64) -> bool {
    let number = text.split(' ').next().unwrap_or_default();
    let is_part = |part: &str| part.len() < 3 && part.parse::<u8>().is_ok();
    role == Role::Heading
        && number.contains('.')
        && number.split('.').all(is_part)
        && number.parse() == Ok(value)
        && text[number.len()..].trim_start().starts_with(char::is_uppercase)
}

fn figure(mention: figures::FigureMention) -> Figure {
    Figure {
        span: span(mention.start, mention.end),
        value: mention.value,
        upper: mention.upper,
        unit: mention.unit,
        currency: mention.currency,
        qualifier: mention.qualifier.map(str::to_owned),
    }
}

fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_section_counts_nothing() {
        let figures = |text: &str, role| {
            let figures = figures::find_figures(text, &[]).into_iter();
            figures.filter(|figure| !numbers_section(text, role, figure.value)).count()
        };
        assert_eq!(figures("1.1 Laundering routes", Role::Heading), 0);
        assert_eq!(figures("2.1 Regional ports of two kinds", Role::Heading), 0);
        assert_eq!(figures("2.5 million refugees", Role::Heading), 1);
        assert_eq!(figures("1.1 tonnes of grain", Role::Heading), 1);
        assert_eq!(figures("1.1 Laundering routes", Role::Content), 1);
    }
}
