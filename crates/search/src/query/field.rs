//! What does `field:value` mean? Facet values by id or by any of their names, dates, figures.

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::{FACETS, Source, position};
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::text::{is_at_word_edges, stem};

use super::number;
use super::word::{allowed_distance, distance};
use super::{FigureTest, How, Node, NoteKind, calendar, expand};

/// What the fields that are no facets are called in Chinese, in either script.
const CHINESE: [(&str, [&str; 4]); 2] =
    [("date", ["日期", "日期", "时间", "時間"]), ("figure", ["数据", "數據", "数字", "數字"])];

/// All fields.
fn all() -> impl Iterator<Item = &'static str> {
    FACETS.iter().map(|facet| facet.id).chain(CHINESE.iter().map(|(field, _)| *field))
}

/// The field of that name, in any case: its own, or what the page calls it in any of its languages.
pub(super) fn known(corpus: &ArchivedCorpus, name: &str) -> Option<&'static str> {
    all().find(|known| known.eq_ignore_ascii_case(name)).or_else(|| {
        let folded = corpus.fold.fold(name).text;
        let is_label = |label: &str| label == name || corpus.fold.fold(label).text == folded;
        let facet = corpus
            .facets
            .iter()
            .position(|facet| facet.label.iter().any(|(_, label)| is_label(label)));
        let chinese = || CHINESE.iter().find(|(_, names)| names.contains(&name));
        facet.map(|n| FACETS[n].id).or_else(|| chinese().map(|(field, _)| *field))
    })
}

/// The field that a name which is none comes near.
pub(super) fn near(name: &str) -> Option<&'static str> {
    let wanted: Vec<char> = name.to_ascii_lowercase().chars().collect();
    let far = |known: &str| distance(&wanted, &known.chars().collect::<Vec<char>>());
    let nearest = all().min_by_key(|known| far(known))?;
    (far(nearest) <= allowed_distance(wanted.len())).then_some(nearest)
}

/// What a known field with a value means; `None` leaves the part out.
pub(super) fn resolve(
    corpus: &ArchivedCorpus,
    field: &'static str,
    value: &str,
) -> (Option<Node>, Option<NoteKind>) {
    let folded = corpus.fold.fold(value).text;
    let unknown = || NoteKind::UnknownValue { field: field.to_owned(), value: value.to_owned() };
    // Marks that only change how others look fold to nothing, which every name has in it.
    if folded.trim().is_empty() {
        return (None, Some(unknown()));
    }
    let node = match field {
        "date" => date(&folded).map(Node::Date),
        "figure" => figure(&folded).map(Node::Figure),
        _ => {
            let facet = position(field).expect("every other field is a facet");
            let values = values(corpus, facet, value, &folded);
            if values.is_empty() {
                return nearest(corpus, facet, value, &folded, unknown());
            }
            Some(Node::Values { facet, values })
        }
    };
    let note = node.is_none().then(unknown);
    (node, note)
}

/// The values a reader can mean: by id; else by name in any language; else by a part of the name.
fn values(corpus: &ArchivedCorpus, facet: usize, value: &str, folded: &str) -> Vec<usize> {
    let all = &corpus.facets[facet].values;
    let fold = |text: &str| corpus.fold.fold(text).text;
    let which =
        |test: &dyn Fn(usize) -> bool| (0..all.len()).filter(|&n| test(n)).collect::<Vec<_>>();
    let names = |n: usize| all[n].label.iter().map(|(_, label)| fold(label));
    match FACETS[facet].source {
        Source::Document => {
            let exact = which(&|n| fold(&all[n].id) == folded);
            if !exact.is_empty() {
                return exact;
            }
            // Documents stand in the order of the facet's values.
            return which(&|n| corpus.documents[n].file.starts_with(value));
        }
        Source::Language => {
            return which(&|n| {
                let tag = all[n].id.to_ascii_lowercase();
                let asked = value.to_ascii_lowercase();
                tag == asked || tag.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('-'))
            });
        }
        Source::Year => {
            let Some(asked) = date(folded) else {
                return Vec::new();
            };
            return which(&|n| {
                all[n].id.parse().is_ok_and(|year: i32| asked.years().contains(&year))
            });
        }
        Source::Scheme | Source::Role => {}
    }
    let by_id = which(&|n| fold(&all[n].id) == folded);
    if !by_id.is_empty() {
        return by_id;
    }
    let by_name = which(&|n| names(n).any(|name| name == folded));
    if !by_name.is_empty() {
        return by_name;
    }
    // Labour is labor.
    let own = stem(folded);
    let by_stem = which(&|n| names(n).any(|name| stem(&name) == own));
    if !by_stem.is_empty() {
        return by_stem;
    }
    // DPRK is what the lexicon has for North Korea.
    let others = expand::equivalents(corpus, folded);
    let is_other =
        |name: &str| others.iter().any(|other| other.how == How::Name && other.folded == name);
    let by_other_name = which(&|n| names(n).any(|name| is_other(&name)));
    if !by_other_name.is_empty() {
        return by_other_name;
    }
    which(&|n| names(n).any(|name| contains_words(&name, folded)))
}

/// Whether `name` has `part` in it, not beginning or ending inside a word.
fn contains_words(name: &str, part: &str) -> bool {
    name.match_indices(part)
        .any(|(start, _)| is_at_word_edges(name, start, start + part.len(), false))
}

fn nearest(
    corpus: &ArchivedCorpus,
    facet: usize,
    value: &str,
    folded: &str,
    unknown: NoteKind,
) -> (Option<Node>, Option<NoteKind>) {
    let wanted: Vec<char> = folded.chars().collect();
    let all = &corpus.facets[facet].values;
    let nearest = (0..all.len())
        .flat_map(|n| {
            let names = all[n].label.iter().map(|(_, label)| label);
            names.chain([&*all[n].id]).map(move |name| (n, name)).collect::<Vec<_>>()
        })
        .map(|(n, name)| {
            let name: Vec<char> = corpus.fold.fold(name).text.chars().collect();
            (distance(&wanted, &name), n)
        })
        .min();
    match nearest {
        Some((far, n)) if far <= allowed_distance(wanted.len()) => {
            let note = NoteKind::NearestValue {
                field: FACETS[facet].id.to_owned(),
                value: value.to_owned(),
                taken: all[n].id.to_string(),
            };
            (Some(Node::Values { facet, values: vec![n] }), Some(note))
        }
        _ => (None, Some(unknown)),
    }
}

/// A date however it is written, an EDTF interval, `2024..2025`, `2024..`, `..2025`, June 2024..2024年12月.
fn date(folded: &str) -> Option<Edtf> {
    if let Some(date) = one_date(folded) {
        return Some(date);
    }
    let (start, end) = folded.split_once("..").or_else(|| folded.split_once('/'))?;
    let written = |side: &str| Some(one_date(side)?.to_string());
    let start = if start.is_empty() { "0000".to_owned() } else { written(start)? };
    let end = if end.is_empty() { "9999".to_owned() } else { written(end)? };
    // A decade is an interval itself.
    let start = start.split('/').next()?;
    let end = end.split('/').next_back()?;
    format!("{start}/{end}").parse().ok()
}

/// 2024-06, 2024-6, 2024/6/19, June 2024, 2024年6月, 1990s. Dashes were folded to spaces.
fn one_date(folded: &str) -> Option<Edtf> {
    let plain = folded.trim();
    if plain.contains("..") {
        return None;
    }
    let edtf = plain.replace(' ', "-").parse().ok();
    edtf.or_else(|| calendar::read(plain))
        .or_else(|| calendar::read(&plain.replace(['/', '.'], " ")))
}

/// `>1000000USD`, `>1 million USD`, `35`, `10..20 km`, `<=4.1%`, `USD`.
fn figure(folded: &str) -> Option<FigureTest> {
    let is_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let compared = [">=", "<=", ">", "<", "="]
        .into_iter()
        .find_map(|operator| Some((operator, folded.strip_prefix(operator)?)));
    let (operator, rest) = compared.unwrap_or(("=", folded));
    let rest = rest.trim();
    let length = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(length);
    let (scale, scaled) = number::scales(unit, true);
    let unit = unit[scaled..].trim().to_owned();
    if number.is_empty() {
        let any = FigureTest { at_least: f64::NEG_INFINITY, at_most: f64::INFINITY, unit };
        // What is to be compared must be a number.
        return (!any.unit.is_empty() && compared.is_none()).then_some(any);
    }
    if let Some((from, to)) = number.split_once("..") {
        let (at_least, at_most) = (decimal(from)? * scale, decimal(to)? * scale);
        return Some(FigureTest { at_least, at_most, unit });
    }
    let value = decimal(number)? * scale;
    let (at_least, at_most) = match operator {
        ">=" => (value, f64::INFINITY),
        ">" => (value.next_up(), f64::INFINITY),
        "<=" => (f64::NEG_INFINITY, value),
        "<" => (f64::NEG_INFINITY, value.next_down()),
        _ => (value, value),
    };
    Some(FigureTest { at_least, at_most, unit })
}

/// A plain decimal number, with commas between thousands. By hand, as reading any number in any
/// notation takes tables that the page would have to carry.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let text = text.replace(',', "");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = [whole, fraction].concat();
    // Both numbers are exact in a double, so their quotient is the double nearest to the decimal.
    let is_exact = (1..=15).contains(&digits.len());
    let value: u64 = if is_exact { digits.parse().ok()? } else { return None };
    Some(value as f64 / 10u64.pow(fraction.len() as u32) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_a_query() {
        let read = |text: &str| date(text).map(|date| date.to_string());
        assert_eq!(read("2024 06").as_deref(), Some("2024-06"));
        assert_eq!(read("2024..2025").as_deref(), Some("2024/2025"));
        assert_eq!(read("..2025").as_deref(), Some("0000/2025"));
        assert_eq!(read("2024 06 19..").as_deref(), Some("2024-06-19/9999"));
        for (written, expected) in [
            ("june 2024", "2024-06"),
            ("2024 6", "2024-06"),
            ("2024/6/19", "2024-06-19"),
            ("2024年6月", "2024-06"),
            ("1990s", "1990/1999"),
            ("2014/2017", "2014/2017"),
            ("june 2024..2024年12月", "2024-06/2024-12"),
            ("1990s..2005", "1990/2005"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        for none in ["june", "", "lately", "2024 13", "2024..june", "3.14"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn figures_of_a_query() {
        assert_eq!(
            figure(">1,000,000usd"),
            Some(FigureTest {
                at_least: 1_000_000f64.next_up(),
                at_most: f64::INFINITY,
                unit: "usd".to_owned()
            })
        );
        assert_eq!(
            figure("10..20 km"),
            Some(FigureTest { at_least: 10.0, at_most: 20.0, unit: "km".to_owned() })
        );
        for million in [">1millionusd", ">1 million usd", ">100万usd"] {
            assert_eq!(figure(million), figure(">1,000,000usd"), "{million}");
        }
        assert_eq!(figure("5m").map(|test| test.unit), Some("m".to_owned()));
        assert_eq!(decimal("4.1"), Some(4.1));
        assert_eq!(decimal("34,400,000"), Some(34_400_000.0));
        assert_eq!(
            (decimal("1.2.3"), decimal("."), decimal("1234567890123456")),
            (None, None, None)
        );
        assert_eq!(figure(""), None);
        assert_eq!(figure(">"), None);
        assert_eq!(figure(">abc"), None);
        assert!(figure("abc").is_some());
    }

    #[test]
    fn a_slip_in_a_fields_name_comes_near_it() {
        let near = ["thme", "themes", "actors", "figures", "foo", "http", "rolle"].map(near);
        let expected = ["theme", "theme", "actor", "figure"].map(Some);
        assert_eq!(near[..4], expected);
        assert_eq!(near[4..], [None, None, Some("role")]);
    }
}
