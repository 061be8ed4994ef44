//! What happened among the results, and how is it drawn? Events at their stated precision, on a scale
//! that leaves out the years in which nothing is told of.

use std::collections::BTreeSet;

use vitrine_corpus::facet::{FACETS, YEAR};
use vitrine_corpus::model::{ArchivedCorpus, ArchivedEvent};
use vitrine_corpus::order;
use vitrine_search::Hit;

use super::order::in_order;
use super::view_state::Choice;

/// How exactly an event is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month, or a stretch of months.
    Month,
    /// To the year.
    Year,
}

/// An event of the results: its place in the corpus, when it was, and how exactly that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Index into the corpus' events.
    pub event: usize,
    /// The year it begins in.
    pub first: i32,
    /// The year it ends in.
    pub last: i32,
    /// How exactly it is dated.
    pub precision: Precision,
}

/// A passage that tells of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Teller<'a> {
    /// Index into the corpus' passages.
    pub passage: usize,
    /// Its date of the event (EDTF).
    pub edtf: &'a str,
    /// How that was worked out, where its words do not say it whole.
    pub worked_out: Option<&'a str>,
    /// Where its words on it begin and end in the passage's text (bytes).
    pub clause: (usize, usize),
}

/// When an event was (EDTF).
pub fn edtf(event: &ArchivedEvent) -> &str {
    &event.edtf
}

/// Who tells of an event, the most precise first.
pub fn tellers<'a>(
    corpus: &'a ArchivedCorpus,
    event: &'a ArchivedEvent,
) -> impl Iterator<Item = Teller<'a>> {
    event.witnesses.iter().map(|witness| {
        let passage = witness.passage.to_native() as usize;
        let date = &corpus.passages[passage].dates()[witness.date.to_native() as usize];
        let clause = witness.clause.range();
        let worked_out = date.resolved_from.as_deref();
        Teller { passage, edtf: &date.edtf, worked_out, clause: (clause.start, clause.end) }
    })
}

/// How the date of an event was worked out, if nobody who tells of it says it whole.
pub fn worked_out<'a>(event: &ArchivedEvent, tellers: &[Teller<'a>]) -> Option<&'a str> {
    let mut dated = tellers.iter().filter(|teller| teller.edtf == &*event.edtf);
    let how = dated.next()?.worked_out?;
    dated.all(|teller| teller.worked_out.is_some()).then_some(how)
}

/// Who took part, by facet and value.
pub fn who(corpus: &ArchivedCorpus, event: &ArchivedEvent) -> Vec<(usize, usize)> {
    let known = event.who.iter().filter_map(|who| {
        let scheme = &corpus.schemes[usize::from(who.scheme.to_native())];
        // A scheme's concepts are its facet's values.
        let facet = FACETS.iter().position(|facet| scheme.id == facet.id)?;
        Some((facet, who.concept.to_native() as usize))
    });
    known.collect()
}

/// The events that these passages tell of.
fn events_of(corpus: &ArchivedCorpus, hits: &[Hit]) -> Vec<u64> {
    let dates = hits.iter().flat_map(|hit| corpus.passages[hit.passage].dates().iter());
    order::each_once(
        dates.filter_map(|date| Some(date.event.as_ref()?.to_native().into())).collect(),
    )
}

/// A number that is the greater, the later the year.
pub fn rank(year: i32) -> u32 {
    year.wrapping_sub(i32::MIN) as u32
}

/// What has this rank.
fn number(rank: u64) -> i32 {
    (rank as u32 as i32).wrapping_add(i32::MIN)
}

/// The events that the hits tell of, in the order of time.
pub fn told(corpus: &ArchivedCorpus, hits: &[Hit]) -> Vec<Told> {
    let told = events_of(corpus, hits).into_iter().map(|n| {
        let event = &corpus.events[n as usize];
        let year = |day: i32| day.div_euclid(10_000);
        let precision = match event.edtf.split('/').map(str::len).max() {
            Some(10..) => Precision::Day,
            Some(7..) => Precision::Month,
            _ => Precision::Year,
        };
        let (first, last) = (event.first_day.to_native(), event.last_day.to_native());
        Told { event: n as usize, first: year(first), last: year(last), precision }
    });
    // In the order of the corpus already.
    in_order(told.collect(), |told| rank(told.first))
}

/// The years that are chosen, first and last.
pub fn chosen(choice: &Choice) -> Option<(i32, i32)> {
    let years = || choice.include.iter().filter_map(|year| year.parse::<i32>().ok());
    Some((years().min()?, years().max()?))
}

/// Whether an event touches one of the chosen years, or none is chosen.
pub fn is_within(told: &Told, choice: &Choice) -> bool {
    let mut years = choice.include.iter().filter_map(|year| year.parse::<i32>().ok()).peekable();
    years.peek().is_none() || years.any(|year| (told.first..=told.last).contains(&year))
}

/// The values of the year facet from one year to another, both among them.
pub fn years_between(corpus: &ArchivedCorpus, first: i32, last: i32) -> BTreeSet<String> {
    let values = corpus.facets[YEAR].values.iter();
    let is_within = |id: &str| id.parse().is_ok_and(|year: i32| (first..=last).contains(&year));
    let mut years = BTreeSet::new();
    for value in values.filter(|value| is_within(&value.id)) {
        years.insert(value.id.as_str().to_owned());
    }
    years
}

/// A column of the drawing: a year, or several where there are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its first year.
    pub first: i32,
    /// Its last year.
    pub last: i32,
    /// How many events are within it, by [`Precision`].
    pub counts: [u32; 3],
    /// How many years before it are left out, since nothing is told of them.
    pub folded: i32,
    /// Where it begins, in tenths of a column.
    pub at: u32,
}

/// Something that lasted from one column to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The year it begins in.
    pub first: i32,
    /// The year it ends in.
    pub last: i32,
    /// How many events last that long.
    pub count: u32,
    /// The column it begins in.
    pub from: usize,
    /// The column it ends in.
    pub to: usize,
    /// In which row above the columns, counted from the lowest.
    pub lane: usize,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// Columns, in the order of time.
    pub slots: Vec<Slot>,
    /// What lasted longer than a column, the shortest in the lowest rows.
    pub bands: Vec<Band>,
    /// How many rows of bands there are.
    pub lanes: usize,
    /// The height of the highest column, in events.
    pub most: u32,
    /// The width of all, in tenths of a column.
    pub width: u32,
}

/// How many columns with something in them there are at most, before several years share one.
const SLOTS: usize = 40;

/// How many rows of bands there are at most; what finds no room is in the list alone.
const LANES: usize = 7;

/// Empty columns that are drawn nevertheless; more in a row are left out.
const EMPTY: i32 = 1;

/// The width of what stands for years that are left out, in tenths of a column.
pub const FOLD: u32 = 6;

impl Chart {
    /// The drawing of these events.
    pub fn of(told: &[Told]) -> Chart {
        let steps = [1, 2, 5, 10, 20, 50, 100, 500];
        // Counted in steps.
        let starts = |step: i32| -> Vec<u64> {
            let years = told.iter().flat_map(|told| [told.first, told.last]);
            order::each_once(years.map(|year| rank(year.div_euclid(step)).into()).collect())
        };
        let step = steps.into_iter().find(|&step| starts(step).len() <= SLOTS).unwrap_or(1_000);
        let mut chart = Chart::default();
        for start in starts(step) {
            chart.add(number(start) * step, step);
        }
        let place = |year: i32| chart.slots.partition_point(|slot| slot.last < year);
        let mut bands: Vec<Band> = Vec::new();
        let mut within: Vec<(usize, Precision)> = Vec::new();
        for told in told {
            let (from, to) = (place(told.first), place(told.last));
            if from == to {
                within.push((from, told.precision));
                continue;
            }
            let is_same = |band: &&mut Band| (band.first, band.last) == (told.first, told.last);
            match bands.iter_mut().find(is_same) {
                Some(band) => band.count += 1,
                None => {
                    let Told { first, last, .. } = *told;
                    bands.push(Band { first, last, count: 1, from, to, lane: 0 });
                }
            }
        }
        for (slot, precision) in within {
            chart.slots[slot].counts[precision as usize] += 1;
        }
        chart.most = chart.slots.iter().map(Slot::count).max().unwrap_or_default();
        chart.stack(bands);
        chart
    }

    /// Adds the column that begins with this year, and what stands before it.
    fn add(&mut self, start: i32, step: i32) {
        let mut folded = 0;
        if let Some(before) = self.slots.last() {
            let next = before.last + 1;
            let missing = (start - next) / step;
            if missing > EMPTY {
                folded = start - next;
                self.width += FOLD;
            } else if missing > 0 {
                self.add(next, step);
                return self.add(start, step);
            }
        }
        let (last, at) = (start + step - 1, self.width);
        self.slots.push(Slot { first: start, last, counts: [0; 3], folded, at });
        self.width += 10;
    }

    /// Puts each band into the lowest row where there is room, the shortest first.
    fn stack(&mut self, bands: Vec<Band>) {
        let columns = self.slots.len();
        let key = |a: usize, b: usize| (a * columns + b) as u32;
        let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
        for mut band in in_order(bands, |band| key(band.to - band.from, band.from)) {
            let is_free = |lane: &Vec<(usize, usize)>| {
                lane.iter().all(|&(from, to)| band.to < from || to < band.from)
            };
            band.lane = lanes.iter().position(is_free).unwrap_or(lanes.len());
            if band.lane == lanes.len() {
                lanes.push(Vec::new());
            }
            if band.lane < LANES {
                lanes[band.lane].push((band.from, band.to));
                self.bands.push(band);
            }
        }
        self.lanes = lanes.len().min(LANES);
        // In the order of time, as one comes to them by keyboard.
        let bands = std::mem::take(&mut self.bands);
        self.bands = in_order(bands, |band| key(band.from, band.to));
    }
}

impl Slot {
    /// How many events are within it.
    pub fn count(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Its name: a year, or the first and the last.
    pub fn name(&self) -> String {
        years(self.first, self.last)
    }
}

/// A year, or the first and the last of several.
pub fn years(first: i32, last: i32) -> String {
    let name = first.to_string();
    if first == last { name } else { [&name, "–", &last.to_string()].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(spans: &[(i32, i32)]) -> Vec<Told> {
        let told = |(event, &(first, last)): (usize, &(i32, i32))| {
            let precision = Precision::Year;
            Told { event, first, last, precision }
        };
        spans.iter().enumerate().map(told).collect()
    }

    #[test]
    fn long_silence_is_folded_and_a_short_one_is_seen() {
        let chart = Chart::of(&told(&[(1904, 1904), (1990, 1990), (1992, 1992), (1992, 1992)]));
        let slots = chart.slots.iter().map(|slot| (slot.first, slot.count(), slot.folded, slot.at));
        let expected = [(1904, 1, 0, 0), (1990, 1, 85, 16), (1991, 0, 0, 26), (1992, 2, 0, 36)];
        assert_eq!(slots.collect::<Vec<_>>(), expected);
        assert_eq!((chart.most, chart.width), (2, 46));
    }

    #[test]
    fn what_lasts_is_a_band_and_bands_do_not_cover_each_other() {
        let spans = [(2012, 2014), (2014, 2017), (2014, 2017), (2017, 2022), (2001, 2020)];
        let chart = Chart::of(&told(&spans));
        assert!(chart.slots.iter().all(|slot| slot.count() == 0));
        assert_eq!(chart.bands.iter().map(|band| band.count).sum::<u32>(), 5);
        assert_eq!(chart.bands.len(), 4);
        for (n, a) in chart.bands.iter().enumerate() {
            for b in &chart.bands[..n] {
                assert!(a.lane != b.lane || a.to < b.from || b.to < a.from, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn bands_are_in_the_order_of_time_however_many_columns_there_are() {
        let mut spans: Vec<(i32, i32)> =
            (0..SLOTS as i32).map(|n| (1900 + 2 * n, 1900 + 2 * n)).collect();
        spans.extend([(1974, 1976), (1900, 1978), (1902, 1904), (1900, 1950)]);
        let chart = Chart::of(&told(&spans));
        assert!(chart.slots.len() > SLOTS, "between them are those with nothing in them");
        let bands: Vec<(i32, i32)> =
            chart.bands.iter().map(|band| (band.first, band.last)).collect();
        assert_eq!(bands, [(1900, 1950), (1900, 1978), (1902, 1904), (1974, 1976)]);
        let lane = |years: (i32, i32)| {
            chart.bands.iter().find(|band| (band.first, band.last) == years).unwrap().lane
        };
        assert!(lane((1900, 1950)) < lane((1900, 1978)), "the shortest is the lowest");
    }

    #[test]
    fn many_years_share_columns_and_none_is_lost() {
        let spans: Vec<(i32, i32)> = (1500..1700).map(|year| (year, year)).collect();
        let chart = Chart::of(&told(&spans));
        assert!(chart.slots.len() <= SLOTS);
        assert_eq!(chart.slots.iter().map(Slot::count).sum::<u32>(), 200);
        assert!(chart.bands.is_empty());
        assert_eq!(Chart::of(&[]), Chart::default());
    }

    #[test]
    fn the_events_of_the_corpus_are_at_their_precision() {
        let corpus = crate::embedded::corpus().unwrap();
        let hits = vitrine_search::search(corpus, &vitrine_search::Request::default()).hits;
        let told = super::told(corpus, &hits);
        assert!(told.len() > 40 && told.is_sorted_by_key(|told| told.first));
        let of = |edtf: &str| {
            told.iter().find(|told| super::edtf(&corpus.events[told.event]) == edtf).unwrap()
        };
        assert_eq!(of("2024-06-19").precision, Precision::Day);
        assert_eq!(of("2024-01/2024-05").precision, Precision::Month);
        assert_eq!((of("2014/2017").first, of("2014/2017").last), (2014, 2017));
        let worked_out = |edtf: &str| {
            let event = &corpus.events[of(edtf).event];
            super::worked_out(event, &tellers(corpus, event).collect::<Vec<_>>())
        };
        assert_eq!(worked_out("2024-06-19"), None, "it is said whole");
        let all = corpus.events.iter().filter(|event| {
            super::worked_out(event, &tellers(corpus, event).collect::<Vec<_>>()).is_some()
        });
        assert!(all.count() > 5, "others are not");
        let mut choice = Choice::default();
        assert!(is_within(of("2014/2017"), &choice));
        choice.include.extend(years_between(corpus, 2016, 2019));
        assert!(is_within(of("2014/2017"), &choice) && !is_within(of("2024-06-19"), &choice));
        assert_eq!(chosen(&choice), Some((2016, 2019)));
    }
}
