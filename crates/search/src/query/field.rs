//! What does `field:value` mean? Facet values by id or by any of their names, dates, figures.

use std::cmp::Ordering;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::{FACETS, Source, position};
use vitrine_corpus::fold::ArchivedFoldTable;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_corpus::number::times;
use vitrine_corpus::text::{contains_words, stem};

use super::number;
use super::parse::is_minus;
use super::word::{allowed_distance, distance};
use super::{FigureTest, How, Node, NoteKind, calendar, expand, periods};

/// What the fields that are no facets are called in Chinese, in either script.
const CHINESE: [(&str, [&str; 4]); 3] = [
    ("date", ["日期", "日期", "时间", "時間"]),
    ("figure", ["数据", "數據", "数字", "數字"]),
    ("year", ["年份", "年度", "年", "年分"]),
];

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

/// Whether a name that is none, before a colon and this, may be meant for a field's. 他说:… is none, and neither is a
/// letter.
pub(super) fn may_be_meant(said: &str, value: &str) -> bool {
    let is_value = value.starts_with(|c: char| !c.is_whitespace() && c != '/');
    is_value && said.len() >= 3 && said.is_ascii()
}

/// The field that a name which is none comes near.
pub(super) fn near(name: &str) -> Option<&'static str> {
    let wanted: Vec<char> = name.to_ascii_lowercase().chars().collect();
    let far = |known: &str| distance(&wanted, &known.chars().collect::<Vec<char>>());
    let nearest = all().min_by_key(|known| far(known))?;
    (far(nearest) <= allowed_distance(wanted.len())).then_some(nearest)
}

/// What a known field with a value means; `None` leaves the part out, unless the note says that its value is to be read
/// as words.
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
        "date" => date(&corpus.fold, value).map(Node::Date),
        "figure" => figure(&corpus.fold, value).map(|test| Node::Figure(test.with_names(corpus))),
        _ => {
            let facet = position(field).expect("every other field is a facet");
            // What is known to be nowhere finds nothing, rather than what is called alike.
            if corpus.facets[facet].has_forgotten(folded.trim()) {
                return (Some(Node::Values { facet, values: Vec::new() }), None);
            }
            let values = values(corpus, facet, value, &folded);
            if values.is_empty() && !is_well_formed(&corpus.fold, facet, value) {
                return nearest(corpus, facet, value, &folded);
            }
            // What could be there and is not finds nothing.
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
    match FACETS[facet].source {
        Source::Document => {
            let exact = which(&|n| fold(&all[n].id) == folded);
            if !exact.is_empty() {
                return exact;
            }
            // Documents stand in the order of the facet's values.
            let by_file = which(&|n| corpus.documents[n].file.starts_with(value));
            if !by_file.is_empty() {
                return by_file;
            }
        }
        Source::Language => {
            let by_tag = which(&|n| {
                let tag = all[n].id.to_ascii_lowercase();
                let asked = value.to_ascii_lowercase();
                tag == asked || tag.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('-'))
            });
            // A tag is no part of a name: `it` is not of Traditional.
            if !by_tag.is_empty() || is_well_formed(&corpus.fold, facet, value) {
                return by_tag;
            }
        }
        Source::Year => {
            let Some(asked) = date(&corpus.fold, value) else {
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
    let names_of = |n: usize| all[n].label.iter().map(|(_, label)| fold(label)).collect();
    let names: Vec<Vec<String>> = (0..all.len()).map(names_of).collect();
    let named = |test: &dyn Fn(&str) -> bool| which(&|n| names[n].iter().any(|name| test(name)));
    let by_name = named(&|name| name == folded);
    if !by_name.is_empty() {
        return by_name;
    }
    // Labour is labor.
    let own = stem(folded);
    let by_stem = named(&|name| stem(name) == own);
    if !by_stem.is_empty() {
        return by_stem;
    }
    // DPRK is what the lexicon has for North Korea.
    let others = expand::equivalents(corpus, folded);
    let is_other =
        |name: &str| others.iter().any(|other| other.how == How::Name && other.folded == name);
    let by_other_name = named(&is_other);
    if !by_other_name.is_empty() {
        return by_other_name;
    }
    named(&|name| contains_words(name, folded))
}

/// Whether it is a year, or the tag of a language, that a corpus could have.
fn is_well_formed(fold: &ArchivedFoldTable, facet: usize, value: &str) -> bool {
    match FACETS[facet].source {
        Source::Year => date(fold, value).is_some(),
        Source::Language => {
            let mut subtags = value.split('-');
            let language = subtags.next().unwrap_or_default();
            matches!(language.len(), 2 | 3)
                && language.bytes().all(|b| b.is_ascii_alphabetic())
                && subtags.all(|tag| matches!(tag.len(), 1..=8) && tag.is_ascii())
        }
        Source::Scheme | Source::Document | Source::Role => false,
    }
}

/// The value that one which is none comes near.
fn nearest(
    corpus: &ArchivedCorpus,
    facet: usize,
    value: &str,
    folded: &str,
) -> (Option<Node>, Option<NoteKind>) {
    let wanted: Vec<char> = folded.chars().collect();
    let far_at_most = allowed_distance(wanted.len());
    let all = &corpus.facets[facet].values;
    let (field, value) = (FACETS[facet].id.to_owned(), value.to_owned());
    if let Some(n) = begun(corpus, facet, folded) {
        let note = NoteKind::NearestValue { field, value, taken: all[n].id.to_string() };
        return (Some(Node::Values { facet, values: vec![n] }), Some(note));
    }
    let nearest = (0..all.len())
        .flat_map(|n| {
            let names = all[n].label.iter().map(|(_, label)| label);
            names.chain([&*all[n].id]).map(move |name| (n, name)).collect::<Vec<_>>()
        })
        .filter_map(|(n, name)| {
            let name: Vec<char> = corpus.fold.fold(name).text.chars().collect();
            // Each slip makes it at most one longer or shorter.
            let may_be_near = name.len().abs_diff(wanted.len()) <= far_at_most;
            may_be_near.then(|| (distance(&wanted, &name), n))
        })
        .min();
    match nearest {
        Some((far, n)) if far <= far_at_most => {
            let note = NoteKind::NearestValue { field, value, taken: all[n].id.to_string() };
            (Some(Node::Values { facet, values: vec![n] }), Some(note))
        }
        // Whom or what a concept stands for is also said in words.
        _ if FACETS[facet].source == Source::Scheme => {
            (None, Some(NoteKind::ValueAsWords { field, value }))
        }
        _ => (None, Some(NoteKind::UnknownValue { field, value })),
    }
}

/// The one value that is called so at the beginning of one of its names; of those that have narrower ones, these do not
/// count.
fn begun(corpus: &ArchivedCorpus, facet: usize, folded: &str) -> Option<usize> {
    /// So few bytes begin too much.
    const SHORTEST: usize = 2;
    if folded.len() < SHORTEST {
        return None;
    }
    let all = &corpus.facets[facet].values;
    let begins = |name: &str| corpus.fold.fold(name).text.starts_with(folded);
    let mut begun = (0..all.len()).filter(|&n| {
        all[n].broader.is_none()
            && (begins(&all[n].id) || all[n].label.iter().any(|(_, name)| begins(name)))
    });
    let first = begun.next()?;
    begun.next().is_none().then_some(first)
}

/// A date however it is written, an EDTF interval, `2024..2025`, `2024..`, `..2025`, June 2024..2024年12月.
fn date(fold: &ArchivedFoldTable, value: &str) -> Option<Edtf> {
    let period = || periods::read(value, |text| fold.fold(text).text);
    if let Some(date) = one_date(fold, value).or_else(period) {
        return Some(date);
    }
    // As it was written: folding makes a space of the stroke between two dates, as of those within one.
    let (start, end) = value.split_once("..").or_else(|| value.split_once(['/', '／']))?;
    let written = |side: &str| Some(one_date(fold, side)?.to_string());
    let start = if start.is_empty() { "0000".to_owned() } else { written(start)? };
    let end = if end.is_empty() { "9999".to_owned() } else { written(end)? };
    // A decade is an interval itself.
    let start = start.split('/').next()?;
    let end = end.split('/').next_back()?;
    format!("{start}/{end}").parse().ok()
}

/// 2024-06, 2024-6, 2024/6/19, June 2024, 2024年6月, 1990s. Folding makes spaces of dashes and strokes.
fn one_date(fold: &ArchivedFoldTable, value: &str) -> Option<Edtf> {
    let folded = fold.fold(value).text;
    let plain = folded.trim();
    if plain.contains("..") {
        return None;
    }
    let edtf = plain.replace(' ', "-").parse().ok();
    edtf.or_else(|| calendar::read(plain)).or_else(|| calendar::read(&plain.replace('.', " ")))
}

/// `>1000000USD`, `>1 million USD`, `35`, `-20`, `10..20 km`, `10..`, `<=4.1%`, `USD`.
fn figure(fold: &ArchivedFoldTable, value: &str) -> Option<FigureTest> {
    // What is to be compared must be a number.
    if let Some((side, or_equal, rest)) = comparison(value) {
        let Amount { number, unit, .. } = amount(fold, rest)?;
        let number = number?;
        let (at_least, at_most) = match (side, or_equal) {
            (Ordering::Greater, true) => (number, f64::INFINITY),
            (Ordering::Greater, false) => (number.next_up(), f64::INFINITY),
            (Ordering::Less, true) => (f64::NEG_INFINITY, number),
            (Ordering::Less, false) => (f64::NEG_INFINITY, number.next_down()),
            (Ordering::Equal, _) => (number, number),
        };
        return Some(FigureTest { at_least, at_most, ..FigureTest::of(number, &unit) });
    }
    let Some((from, to)) = value.split_once("..").or_else(|| between_dashes(value)) else {
        let Amount { number, unit, .. } = amount(fold, value)?;
        let is_anything = number.is_none() && unit.is_empty();
        let (at_least, at_most) = bounds(number, number);
        let test = FigureTest { at_least, at_most, ..FigureTest::of(at_least, &unit) };
        return (!is_anything).then_some(test);
    };
    let (from, to) = (amount(fold, from)?, amount(fold, to)?);
    // 1..2 million: what is said once is meant twice.
    let is_said_once = from.scale == 1.0 && from.unit.is_empty();
    let least = from.number.map(|n| if is_said_once { times(n, to.scale) } else { n });
    let unit = if to.unit.is_empty() { from.unit } else { to.unit };
    let (at_least, at_most) = bounds(least, to.number);
    let has_end = least.or(to.number).is_some();
    has_end.then_some(FigureTest {
        at_least: at_least.min(at_most),
        at_most: at_most.max(at_least),
        ..FigureTest::of(at_least, &unit)
    })
}

/// The two sides of 10-20, 10–20% and -20--10: a dash between two numbers, of which the first may have a unit.
fn between_dashes(value: &str) -> Option<(&str, &str)> {
    let begins_number = |text: &str| {
        let digits = text.trim_start().trim_start_matches(is_minus);
        digits.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
    };
    let is_dash = |c: char| is_minus(c) || matches!(c, '–' | '—' | '~' | '～');
    let mut sides = value.char_indices().skip(1).filter(|&(_, c)| is_dash(c));
    let sides = sides.find_map(|(at, c)| {
        let (from, to) = (&value[..at], &value[at + c.len_utf8()..]);
        begins_number(to).then_some((from, to))
    });
    sides.filter(|(from, _)| begins_number(from))
}

/// What lies between two numbers; without the one or the other there is no end on that side.
fn bounds(least: Option<f64>, most: Option<f64>) -> (f64, f64) {
    (least.unwrap_or(f64::NEG_INFINITY), most.unwrap_or(f64::INFINITY))
}

/// The sign at the beginning of a value by which figures are compared: on which side of the number they lie,
/// whether they may be equal to it, and what follows. Folding makes a space of `=`.
fn comparison(value: &str) -> Option<(Ordering, bool, &str)> {
    let sign = value.chars().next()?;
    let rest = &value[sign.len_utf8()..];
    let or_equal = rest.strip_prefix(['=', '＝']);
    Some(match sign {
        '=' | '＝' => (Ordering::Equal, true, rest),
        '≥' => (Ordering::Greater, true, rest),
        '≤' => (Ordering::Less, true, rest),
        '>' | '＞' => (Ordering::Greater, or_equal.is_some(), or_equal.unwrap_or(rest)),
        '<' | '＜' => (Ordering::Less, or_equal.is_some(), or_equal.unwrap_or(rest)),
        _ => return None,
    })
}

/// A number with its scale counted in, and a unit.
struct Amount {
    number: Option<f64>,
    scale: f64,
    unit: String,
}

/// What is written of a number and a unit, either of which may be missing. `None` for a number that is none.
fn amount(fold: &ArchivedFoldTable, written: &str) -> Option<Amount> {
    let written = written.trim();
    // Folding makes a space of a minus.
    let below_zero = written.strip_prefix(is_minus);
    let folded = fold.fold(below_zero.unwrap_or(written)).text;
    let folded = folded.trim();
    let is_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let (digits, rest) = folded.split_at(folded.find(|c| !is_number(c)).unwrap_or(folded.len()));
    let (scale, scaled) = number::scales(rest, true);
    let number = match digits {
        "" if below_zero.is_none() => None,
        _ => Some(times(decimal(digits)?, scale)),
    };
    let number = number.map(|number| if below_zero.is_some() { -number } else { number });
    Some(Amount { number, scale, unit: rest[scaled..].trim().to_owned() })
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
    use crate::seeds::corpus;

    /// What a value is read as, from as the reader writes it.
    fn node(field: &'static str, value: &str) -> Option<Node> {
        let (node, note) = resolve(corpus(), field, value);
        // Who is not understood is told so.
        assert_eq!(node.is_none(), note.is_some(), "{field}:{value}");
        node
    }

    #[test]
    fn dates_of_a_query() {
        let read = |text: &str| match node("date", text)? {
            Node::Date(date) => Some(date.to_string()),
            other => panic!("{other:?}"),
        };
        for (written, expected) in [
            ("2024-06", "2024-06"),
            ("2024..2025", "2024/2025"),
            ("..2025", "0000/2025"),
            ("2024-06-19..", "2024-06-19/9999"),
            ("June 2024", "2024-06"),
            ("2024-6", "2024-06"),
            ("2024/6/19", "2024-06-19"),
            ("2024/06", "2024-06"),
            ("2024.6.19", "2024-06-19"),
            ("2024年6月", "2024-06"),
            ("1990s", "1990/1999"),
            ("2014/2017", "2014/2017"),
            ("2014／2017", "2014/2017"),
            ("2014-06/2017-08-01", "2014-06/2017-08-01"),
            ("June 2024..2024年12月", "2024-06/2024-12"),
            ("1990s..2005", "1990/2005"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        for none in ["june", "", "lately", "2024-13", "2024..june", "3.14", "2024/x", "2017/2014"] {
            assert_eq!(read(none), None, "{none}");
        }
        assert!(node("year", "2023/2024").is_some());
        assert_eq!(node("year", "2023/2024"), node("year", "2023..2024"));
    }

    #[test]
    fn figures_of_a_query() {
        let figure = |text: &str| match node("figure", text)? {
            Node::Figure(test) => {
                Some((test.at_least, test.at_most, test.units.first().cloned().unwrap_or_default()))
            }
            other => panic!("{other:?}"),
        };
        const NO_END: f64 = f64::INFINITY;
        let million = 1_000_000f64;
        for (written, at_least, at_most, unit) in [
            (">1,000,000USD", million.next_up(), NO_END, "usd"),
            (">1millionUSD", million.next_up(), NO_END, "usd"),
            (">1 million USD", million.next_up(), NO_END, "usd"),
            (">100万USD", million.next_up(), NO_END, "usd"),
            (">=1000000USD", million, NO_END, "usd"),
            ("＞＝1000000USD", million, NO_END, "usd"),
            ("≥1000000USD", million, NO_END, "usd"),
            ("<=4.1%", -NO_END, 4.1, "%"),
            ("<4.1%", -NO_END, 4.1f64.next_down(), "%"),
            ("=35", 35.0, 35.0, ""),
            ("35", 35.0, 35.0, ""),
            ("-20", -20.0, -20.0, ""),
            ("−20", -20.0, -20.0, ""),
            ("<-10", -NO_END, (-10f64).next_down(), ""),
            (">= -10", -10.0, NO_END, ""),
            ("-20..-10", -20.0, -10.0, ""),
            ("-10..-20", -20.0, -10.0, ""),
            ("10..20 km", 10.0, 20.0, "km"),
            ("10..", 10.0, NO_END, ""),
            ("..20km", -NO_END, 20.0, "km"),
            ("10-20", 10.0, 20.0, ""),
            ("10–20 km", 10.0, 20.0, "km"),
            ("10%~20%", 10.0, 20.0, "%"),
            ("１０－２０", 10.0, 20.0, ""),
            ("-20--10", -20.0, -10.0, ""),
            ("10-foot", 10.0, 10.0, "foot"),
            ("1..2 million USD", million, 2.0 * million, "usd"),
            ("0.5 million..2 million", 0.5 * million, 2.0 * million, ""),
            ("1.1亿", 110.0 * million, 110.0 * million, ""),
            ("5m", 5.0, 5.0, "m"),
            ("USD", -NO_END, NO_END, "usd"),
        ] {
            assert_eq!(figure(written), Some((at_least, at_most, unit.to_owned())), "{written}");
        }
        for none in ["", ">", ">abc", "-", "-km", "..", "..km", "1.2.3", ">10..20"] {
            assert_eq!(figure(none), None, "{none}");
        }
        assert_eq!(decimal("4.1"), Some(4.1));
        assert_eq!(decimal("34,400,000"), Some(34_400_000.0));
        assert_eq!(
            (decimal("1.2.3"), decimal("."), decimal("1234567890123456")),
            (None, None, None)
        );
    }

    #[test]
    fn a_slip_in_a_fields_name_comes_near_it() {
        let near = ["thme", "themes", "actors", "figures", "foo", "http", "rolle"].map(near);
        let expected = ["theme", "theme", "actor", "figure"].map(Some);
        assert_eq!(near[..4], expected);
        assert_eq!(near[4..], [None, None, Some("role")]);
    }
}
