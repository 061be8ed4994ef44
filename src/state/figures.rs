//! Which quantities do the results name, in what order, and how do they lie beside each other?

use std::ops::Range;

use vitrine_corpus::csv;
use vitrine_corpus::csv::Cell::{Number, Text};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedFigure};
use vitrine_corpus::order;
use vitrine_search::Hit;

use super::view_state::Order;

/// A quantity: which figure of which passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FigureRef {
    /// Index into the corpus' passages.
    pub passage: usize,
    /// Index into its figures.
    pub figure: usize,
}

/// A quantity as the page shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity<'a> {
    /// The words it came from: their place in the passage's text (bytes).
    pub span: (usize, usize),
    /// The value, or the lower bound of a range.
    pub value: f64,
    /// The upper bound of a range.
    pub upper: Option<f64>,
    /// Unit, in English.
    pub unit: &'a str,
    /// ISO 4217 code, for money.
    pub currency: Option<&'a str>,
    /// `about`, `more than` and the like.
    pub qualifier: Option<&'a str>,
}

fn figures(corpus: &ArchivedCorpus, passage: usize) -> &[ArchivedFigure] {
    corpus.passages[passage].figures()
}

/// The units of a passage's figures.
pub fn units(corpus: &ArchivedCorpus, passage: usize) -> impl Iterator<Item = &str> {
    figures(corpus, passage).iter().map(|figure| &*figure.unit)
}

/// The quantity at a place.
pub fn quantity(corpus: &ArchivedCorpus, place: FigureRef) -> Quantity<'_> {
    let figure = &figures(corpus, place.passage)[place.figure];
    let span = figure.span.range();
    Quantity {
        span: (span.start, span.end),
        value: figure.value.to_native(),
        upper: figure.upper.as_ref().map(|upper| upper.to_native()),
        unit: &figure.unit,
        currency: figure.currency.as_deref(),
        qualifier: figure.qualifier.as_deref(),
    }
}

/// The figures of these hits, as they stand in the corpus.
pub fn of_hits(corpus: &ArchivedCorpus, hits: &[Hit]) -> Vec<FigureRef> {
    let passages = order::places(hits.iter().map(|hit| hit.passage));
    let places = |passage: usize| {
        (0..figures(corpus, passage).len()).map(move |figure| FigureRef { passage, figure })
    };
    passages.into_iter().flat_map(places).collect()
}

/// The units of these figures with how many have each, the most frequent first; equals in the order of
/// their names.
pub fn tally<'a>(corpus: &'a ArchivedCorpus, places: &[FigureRef]) -> Vec<(&'a str, usize)> {
    let mut units: Vec<(&str, usize)> = Vec::new();
    for &place in places {
        let unit = quantity(corpus, place).unit;
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, times)) => *times += 1,
            None => units.push((unit, 1)),
        }
    }
    units.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    units
}

/// Orders figures that stand as in the corpus. `units` as [`tally`] gives them.
pub fn sort(
    corpus: &ArchivedCorpus,
    places: &mut [FigureRef],
    units: &[(&str, usize)],
    order: Order,
) {
    if order == Order::Document {
        return;
    }
    places.sort_by(|&a, &b| {
        let (a, b) = (quantity(corpus, a), quantity(corpus, b));
        let rank = |unit: &str| match order {
            Order::Unit => units.iter().position(|(known, _)| *known == unit),
            Order::Value | Order::Document => None,
        };
        rank(a.unit).cmp(&rank(b.unit)).then(b.value.total_cmp(&a.value))
    });
}

/// How much of a text is told on each side of a figure at most, in characters.
const AROUND: usize = 90;

/// What a figure measures: the sentence it stands in, cut where that is long.
pub fn sentence(text: &str, span: (usize, usize)) -> Range<usize> {
    let (before, after) = (&text[..span.0], &text[span.1..]);
    let ends = |(at, c): (usize, char), rest: &str| match c {
        '。' | '！' | '？' | '；' | '\n' => Some(at + c.len_utf8()),
        // A dot inside a number or a name ends nothing.
        '.' | '!' | '?' | ';' if rest[at + 1..].starts_with(' ') => Some(at + 1),
        _ => None,
    };
    let start = before.char_indices().rev().take(AROUND).find_map(|at| ends(at, before));
    let start = start.unwrap_or_else(|| {
        before.char_indices().rev().nth(AROUND).map_or(0, |(at, c)| at + c.len_utf8())
    });
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let end = after.char_indices().take(AROUND).find_map(|at| ends(at, after));
    let end = end.or_else(|| after.char_indices().nth(AROUND).map(|(at, _)| at));
    start.min(span.0)..end.map_or(text.len(), |end| span.1 + end)
}

/// The figures as a table for other programs: UTF-8 with a byte order mark, without which spreadsheets
/// take Chinese for something else.
pub fn figures_csv(corpus: &ArchivedCorpus, places: &[FigureRef]) -> String {
    let mut table = csv::BOM.to_owned();
    let head = "words,value,upper,unit,currency,qualifier,sentence,document,passage";
    csv::head(&mut table, &head.split(',').collect::<Vec<_>>());
    for &place in places {
        let (id, passage) = (corpus.passage_id(place.passage), &corpus.passages[place.passage]);
        let (figure, text) = (quantity(corpus, place), corpus.text(place.passage));
        let value = plain(figure.value);
        let upper = figure.upper.map(plain).unwrap_or_default();
        let cells = [
            Text(&text[figure.span.0..figure.span.1]),
            Number(&value),
            Number(&upper),
            Text(figure.unit),
            Text(figure.currency.unwrap_or_default()),
            Text(figure.qualifier.unwrap_or_default()),
            Text(&text[sentence(&text, figure.span)]),
            Text(&corpus.documents[passage.document.to_native() as usize].id),
            Text(&id),
        ];
        csv::row(&mut table, &cells);
    }
    table
}

/// A number in digits, with up to six decimals, and fewer of a large one, which has no more. By whole numbers, as
/// writing fractions costs kilobytes.
pub fn plain(value: f64) -> String {
    let (sign, size) = if value < 0.0 { ("-", -value) } else { ("", value) };
    let digits = match size {
        ..1e9 => 6,
        1e9..1e13 => 2,
        _ => 0,
    };
    let parts = 10_u64.pow(digits);
    let (mut whole, mut part) = (size.trunc() as u128, (size.fract() * parts as f64 + 0.5) as u64);
    if part == parts {
        (whole, part) = (whole + 1, 0);
    }
    let decimals = (parts + part).to_string();
    let decimals = decimals[1..].trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    [sign, &whole.to_string(), point, decimals].concat()
}

/// A number line for several values.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    low: f64,
    high: f64,
    /// Whether equal steps are equal factors.
    pub is_log: bool,
    /// The values that are written at the line.
    pub ticks: Vec<f64>,
}

/// From how many times the smallest value on the largest would press all others into a corner.
const LOG_FROM: f64 = 40.0;

impl Line {
    /// A line that holds these values, if it takes one to compare them.
    pub fn of(values: &[f64]) -> Option<Line> {
        let low = values.iter().copied().reduce(f64::min)?;
        let high = values.iter().copied().reduce(f64::max)?;
        if low > 0.0 && high / low >= LOG_FROM {
            let (first, last) = (low.log10().floor() as i32, high.log10().ceil() as i32);
            let step = ((last - first) / 5).max(1);
            let powers = (first..=last).filter(|power| (power - first) % step == 0);
            let ticks: Vec<f64> = powers.map(|power| 10_f64.powi(power)).collect();
            let high = 10_f64.powi(last);
            return Some(Line { low: ticks[0], high, is_log: true, ticks });
        }
        let (low, high) = (low.min(0.0), high.max(0.0));
        let rough = (high - low) / 5.0;
        if rough <= 0.0 {
            return None;
        }
        let power = 10_f64.powi(rough.log10().floor() as i32);
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|n| n * power >= rough * 0.999)? * power;
        let (first, last) = ((low / step).floor() as i32, (high / step - 1e-9).ceil() as i32);
        let ticks = (first..=last).map(|n| f64::from(n) * step).collect();
        Some(Line {
            low: f64::from(first) * step,
            high: f64::from(last) * step,
            is_log: false,
            ticks,
        })
    }

    /// Where a value lies, from 0 (the line's beginning) to 1000.
    pub fn place(&self, value: f64) -> u32 {
        let scaled = |n: f64| if self.is_log { n.log10() } else { n };
        let (low, high) = (scaled(self.low), scaled(self.high));
        ((scaled(value) - low) / (high - low) * 1000.0 + 0.5) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_in_either_script() {
        let sentence_of = |text: &str, words: &str| {
            let at = text.find(words).unwrap();
            text[sentence(text, (at, at + words.len()))].to_owned()
        };
        let text = "前一句。據統計，貿易額達3440萬美元，增長4.1%。後一句。";
        assert_eq!(sentence_of(text, "4.1%"), "據統計，貿易額達3440萬美元，增長4.1%。");
        let text = "It grew. Trade was $34.4 million in 2023. Then it fell.";
        assert_eq!(sentence_of(text, "$34.4 million"), "Trade was $34.4 million in 2023.");
        assert_eq!(sentence_of("35 aircraft", "35 aircraft"), "35 aircraft");
        let long = ["字".repeat(200), "9倍".to_owned(), "字".repeat(200)].concat();
        assert_eq!(sentence_of(&long, "9倍").chars().count(), 2 * AROUND + 2);
    }

    #[test]
    fn numbers_are_written_without_loss() {
        let written = [4.1, 0.05, 34_400_000.0, -2.5, 7.102e12, 0.0, 0.999_999_9].map(plain);
        assert_eq!(written, ["4.1", "0.05", "34400000", "-2.5", "7102000000000", "0", "1"]);
        let large = [600_000_000_001.0, 987_654_321_123.45, 3e20].map(plain);
        assert_eq!(large, ["600000000001", "987654321123.45", "300000000000000000000"]);
    }

    #[test]
    fn a_line_holds_its_values() {
        let line = Line::of(&[3e6, 4.56e11]).unwrap();
        assert!(line.is_log);
        assert_eq!((line.place(1e6), line.place(1e12)), (0, 1000));
        assert_eq!(line.ticks.len(), 7);
        let line = Line::of(&[4.1, 75.0, 16.0]).unwrap();
        assert_eq!((line.is_log, &line.ticks[..]), (false, &[0.0, 20.0, 40.0, 60.0, 80.0][..]));
        assert_eq!([0.0, 20.0, 80.0].map(|value| line.place(value)), [0, 250, 1000]);
        assert_eq!(Line::of(&[-5.0, 5.0]).unwrap().place(0.0), 500);
        assert_eq!((Line::of(&[0.0]), Line::of(&[])), (None, None));
    }

    #[test]
    fn every_figure_is_listed_once_in_each_order() {
        let corpus = crate::embedded::corpus().unwrap();
        let hits = vitrine_search::search(corpus, &vitrine_search::Request::default()).hits;
        let listed = of_hits(corpus, &hits);
        let units = tally(corpus, &listed);
        assert_eq!(units.iter().map(|(_, times)| times).sum::<usize>(), listed.len());
        assert!(units.is_sorted_by(|a, b| a.1 >= b.1));
        for order in Order::ALL {
            let mut sorted = listed.clone();
            sort(corpus, &mut sorted, &units, order);
            let value = |place: &FigureRef| quantity(corpus, *place).value;
            if order == Order::Value {
                assert!(sorted.is_sorted_by(|a, b| value(a) >= value(b)));
            }
            sorted.sort_by_key(|place| (place.passage, place.figure));
            assert_eq!(sorted, listed);
        }
        let table = figures_csv(corpus, &listed);
        assert!(table.starts_with('\u{feff}'));
        assert_eq!(table.matches("\r\n").count(), listed.len() + 1);
    }
}
