//! Quantities with their unit, and counted things.
//!
//! At every number the unit after it decides: a currency or measure stands by itself, a Chinese
//! classifier asks for the noun it counts, an English number for a plural. Numbers that count
//! nothing (ordinals, articles, names of things, 兩國, 這兩個目標) fall through because no unit
//! follows, or because of the word before them. So do quantities with no number to give: 數千, 幾十 and
//! "dozens" name none; 上萬, 百餘 and "a dozen" do, and say whether it is a bound. The tables are written
//! in Simplified; the text is folded to match.

mod around;
mod english;
mod in_words;
mod money;
mod names;
mod nouns;
mod number;
mod people;
mod tables;
#[cfg(test)]
mod tests;
mod unit;
mod votes;

use vitrine_corpus::number::{plus, times};

use super::dates::DateMention;
use super::numerals::{self, Folded, is_numeral};
use crate::folding::is_han;

pub(crate) use names::{in_chinese, written};

use english::{ENGLISH_NOUNS, ENGLISH_UNITS, MANIFOLD};
use money::{CURRENCIES, SHARED};
use tables::{CLASSIFIERS, MEASURES};

/// A quantity with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureMention {
    pub start: usize,
    pub end: usize,
    /// The lower bound, or the value.
    pub value: f64,
    pub upper: Option<f64>,
    /// English unit name, a plural common noun: "aircraft", "percent", "US dollars".
    pub unit: String,
    /// ISO 4217 code, for money.
    pub currency: Option<String>,
    /// `None`, "about", "more than", "at least", "less than" or "up to".
    pub qualifier: Option<&'static str>,
}

/// The unit of a quantity, as found after its number.
#[derive(Debug, Clone, PartialEq)]
struct Unit {
    name: String,
    currency: Option<&'static str>,
    end: usize,
}

impl Unit {
    fn new(name: &str, end: usize) -> Self {
        Self { name: name.to_string(), currency: None, end }
    }

    fn money(name: &str, code: &'static str, end: usize) -> Self {
        let currency = Some(code).filter(|code| *code != SHARED);
        Self { name: name.to_string(), currency, end }
    }
}

/// A number, or a range of two, before its unit is known.
#[derive(Debug, Clone, Copy)]
struct Quantity {
    value: f64,
    upper: Option<f64>,
    end: usize,
    /// Written with figures; words are article-like when they are small.
    arabic: bool,
    more: bool,
    bare: bool,
    scaled: bool,
    english: bool,
}

impl Quantity {
    /// 三, 兩: numbers in words that often count nothing.
    fn is_small_word(&self) -> bool {
        !self.arabic && self.value < 10.0 && !self.more && self.upper.is_none()
    }

    /// The same below zero, where what was the upper end is the lower.
    fn below_zero(self) -> Quantity {
        match self.upper {
            None => Quantity { value: -self.value, ..self },
            Some(upper) => Quantity { value: -upper, upper: Some(-self.value), ..self },
        }
    }
}

/// Finds the quantities of `text` in order, leaving out what `dates` already names.
pub fn find_figures(text: &str, dates: &[DateMention]) -> Vec<FigureMention> {
    let folded = Folded::new(text);
    let reader = Reader { folded: &folded, traditional: numerals::is_traditional(text) };
    // Dates come in order and do not overlap.
    let taken = |start: usize, end: usize| {
        let first = dates.partition_point(|date| date.end <= start);
        dates.get(first).is_some_and(|date| date.start < end)
    };
    let mut figures: Vec<FigureMention> = Vec::new();
    let mut i = 0;
    while i < folded.count() {
        let after = figures.last().map_or(0, |last| last.end);
        let read = reader.figure(i).or_else(|| reader.ellipsis(i, figures.last()));
        let Some((mut mention, core, end)) = read else {
            i = reader.past(i);
            continue;
        };
        // A qualifier may have been part of the words before; then the figure begins at its number.
        if mention.start < after || taken(mention.start, core) {
            mention.start = core;
        }
        if mention.start < after || taken(mention.start, mention.end) {
            i += 1;
            continue;
        }
        figures.push(mention);
        i = end;
    }
    figures
}

/// Whether a unit or a counted noun stands after a number that ends at `i`: then a four-digit
/// number is no year.
pub(super) fn unit_stands_at(folded: &Folded, i: usize) -> bool {
    let next = folded.skip_spaces(i);
    if folded.at(next).is_some_and(is_han) {
        return chinese_unit_stands_at(folded, next);
    }
    let (word, _) = numerals::word_at(&folded.chars, next);
    let unit = ENGLISH_UNITS.iter().any(|(_, plural, _)| word.len() > 1 && word == *plural);
    let scale = ["million", "billion", "thousand", "trillion", "percent"].contains(&word.as_str());
    unit || scale || ENGLISH_NOUNS.iter().any(|(noun, _)| word == *noun)
}

/// 三成 is thirty percent.
const TENTHS: &str = "tenths";

fn is_time(unit: &str) -> bool {
    matches!(unit, "years" | "months" | "weeks" | "days" | "decades")
}

/// Units that a bare number after them doesn't go on counting.
fn is_rate(unit: &str) -> bool {
    matches!(
        unit,
        "percent" | "percentage points" | "times" | "fraction" | "years" | "months" | "days"
    )
}

fn chinese_unit_stands_at(folded: &Folded, i: usize) -> bool {
    let stands = |word: &str, not: &str| {
        folded.eat(i, word).is_some_and(|end| !folded.at(end).is_some_and(|c| not.contains(c)))
    };
    folded.at(i).is_some_and(|c| is_numeral(c) || matches!(c, '多' | '余' | '人' | '国' | '号'))
        || CURRENCIES.iter().any(|(word, ..)| stands(word, ""))
        || MEASURES.iter().any(|(word, _, not)| stands(word, not))
        || CLASSIFIERS.iter().any(|(word, _, _, not)| stands(word, not))
}

struct Reader<'f> {
    folded: &'f Folded,
    /// In Traditional Chinese a bare 元 may be Taiwan's or Hong Kong's: no currency is claimed.
    traditional: bool,
}

impl Reader<'_> {
    /// The position after the number or word at `i`, from which to read on.
    fn past(&self, i: usize) -> usize {
        let folded = self.folded;
        match folded.at(i) {
            Some(c) if c.is_ascii_alphabetic() => numerals::word_at(&folded.chars, i).1.max(i + 1),
            _ => i + 1,
        }
    }

    /// The figure whose number begins at `i`: the mention, the byte its number begins at, and the
    /// position to read on from.
    fn figure(&self, i: usize) -> Option<(FigureMention, usize, usize)> {
        if let Some(found) = self.special(i) {
            return Some(found);
        }
        let money = self.money_before(i);
        let named = money.as_ref().map(|(_, name, code)| (*name, *code));
        let (quantity, unit) = self.amount(i, named)?;
        let begun = money.map(|(start, ..)| start);
        let (quantity, core) = self.signed(i, begun, quantity, &unit);
        self.qualified(core, &quantity, unit)
    }

    /// The number at `i` with its unit, where one stands after it or is the `money` named before it; in all the ways
    /// in which what follows a number still changes its value.
    fn amount(
        &self,
        i: usize,
        money: Option<(&'static str, &'static str)>,
    ) -> Option<(Quantity, Unit)> {
        let quantity = self.quantity(i, money.is_some())?;
        if self.in_idiom(i) {
            return None;
        }
        let (mut quantity, mut unit) = match self.fraction(i, &quantity) {
            Some((value, unit)) => {
                (Quantity { value, upper: None, bare: false, arabic: true, ..quantity }, unit)
            }
            None => match self.price(i, &quantity) {
                Some(price) => price,
                None => (quantity, self.unit(i, &quantity, money)?),
            },
        };
        if let Some((upper, wider)) = self.range_with_units(i, &quantity, &unit) {
            quantity.upper = Some(upper);
            unit = wider;
        }
        if unit.name == TENTHS {
            self.tenths_to_percent(&mut quantity, &mut unit);
        }
        if let Some((_, name, many)) = MANIFOLD.iter().find(|(name, ..)| unit.name == *name) {
            unit.name = (*name).to_string();
            quantity.value = times(quantity.value, *many);
            quantity.upper = quantity.upper.map(|upper| times(upper, *many));
        }
        if let Some((part, end)) = self.decimals_after(i, &quantity, &unit) {
            quantity.value = plus(quantity.value, part);
            unit.end = end;
        }
        if let Some(end) = self.and_a_half(&unit) {
            // 五至六年半: the half is the last number's.
            *quantity.upper.as_mut().unwrap_or(&mut quantity.value) += 0.5;
            unit.end = end;
        }
        Some((quantity, unit))
    }

    /// 六成, 六成五, 六成半: tenths, after which a digit is a hundredth, and a half five of them.
    fn tenths_to_percent(&self, quantity: &mut Quantity, unit: &mut Unit) {
        unit.name = "percent".to_string();
        quantity.value = times(quantity.value, 10.0);
        let half = self.half_stands_at(unit.end).then_some(5);
        let hundredths = self.folded.at(unit.end).and_then(numerals::digit).or(half);
        if let Some(hundredths) = hundredths.filter(|_| quantity.upper.is_none()) {
            quantity.value += f64::from(hundredths);
            unit.end += 1;
        }
        quantity.upper = quantity.upper.map(|upper| times(upper, 10.0));
    }

    /// The quantity below zero where a sign or a word before it says so, and where it begins with these and with the
    /// name of its `money`.
    fn signed(
        &self,
        i: usize,
        money: Option<usize>,
        quantity: Quantity,
        unit: &Unit,
    ) -> (Quantity, usize) {
        let core = money.unwrap_or(i);
        let (quantity, core) =
            if unit.name.starts_with("degrees") && self.folded.head(core).ends_with("零下") {
                (quantity.below_zero(), core - 2)
            } else {
                (quantity, core)
            };
        match self.sign_before(i, money) {
            Some(sign) => (Quantity { value: -quantity.value, upper: None, ..quantity }, sign),
            None => (quantity, core),
        }
    }

    /// The quantity, which begins at `core`, as a figure with what is said about it before and after; none if it is
    /// no figure after all.
    fn qualified(
        &self,
        core: usize,
        quantity: &Quantity,
        unit: Unit,
    ) -> Option<(FigureMention, usize, usize)> {
        let folded = self.folded;
        let (start, before) = self.qualifier_before(core);
        if quantity.bare && before.is_none() {
            return None;
        }
        // 今年前8个月 is a date, whether the year is known or not.
        let is_date = matches!(unit.name.as_str(), "months" | "quarters")
            && ["年前", "年头", "年的前"].iter().any(|word| folded.lead(core, 3).ends_with(word));
        if is_date {
            return None;
        }
        // When a page was changed, and not how long something took: "Updated: 3 hours ago".
        if self.is_stamp(core, unit.end) {
            return None;
        }
        let is_recent =
            is_time(&unit.name) && before == Some("about") && folded.at(start) == Some('近');
        // "over two years" is a time, and not more than one.
        let is_during = is_time(&unit.name)
            && folded.lead(core, 6).to_ascii_lowercase().ends_with("over ")
            && before == Some("more than");
        let (start, mut qualifier) =
            if is_recent || is_during { (core, None) } else { (start, before) };
        if quantity.more || folded.rest(quantity.end).starts_with("个多") {
            qualifier = Some("more than");
        }
        let mut end = unit.end;
        if let Some((says, after)) = self.qualifier_after(end) {
            qualifier = qualifier.or(Some(says));
            end = after;
        }
        let qualifier = qualifier.or_else(|| self.at_least_before(core));
        let mention = FigureMention {
            start: folded.origin(start),
            end: folded.origin(end),
            value: quantity.value,
            upper: quantity.upper,
            unit: unit.name,
            currency: unit.currency.map(str::to_string),
            qualifier,
        };
        Some((mention, folded.origin(core), end))
    }

    /// Whether a time says how long ago a page was put there or changed: 更新:2小时前.
    fn is_stamp(&self, start: usize, end: usize) -> bool {
        const STAMPS: &[&str] =
            &["updated", "published", "posted", "modified", "更新", "发布", "发表", "编辑"];
        let folded = self.folded;
        let lead = folded.lead(start, 10).to_ascii_lowercase();
        let label = lead.trim_end_matches([' ', ':', '于', '时', '间']);
        folded.eat_any(end, &[" ago", "前"]).is_some()
            && STAMPS.iter().any(|stamp| label.ends_with(stamp))
    }

    /// 半个世纪, "half a century": its years. Not 下半个世纪, and not the half of 一个半世纪.
    fn half_century(&self, i: usize) -> Option<(f64, &'static str, usize)> {
        /// Half of a hundred.
        const YEARS: f64 = 50.0;
        let folded = self.folded;
        if let Some((_, end)) = folded.eat_any(i, &["半个多世纪", "半个世纪", "半世纪"])
        {
            let other =
                folded.before(i).is_some_and(|c| is_numeral(c) || "上下前后这那首个各".contains(c));
            return (!other).then_some((YEARS, "years", end));
        }
        let (_, end) = folded.eat_any(i, &["half a century", "Half a century"])?;
        let is_whole = !folded.before(i).is_some_and(|c| c.is_alphanumeric() || c == '-');
        // "the second half a century later".
        let is_part =
            matches!(self.word_before(i).as_str(), "the" | "first" | "second" | "latter" | "other");
        let goes_on = folded.at(end).is_some_and(char::is_alphanumeric);
        (is_whole && !goes_on && !is_part).then_some((YEARS, "years", end))
    }

    /// Quantities in words of their own: 翻一番, "a third of".
    fn special(&self, i: usize) -> Option<(FigureMention, usize, usize)> {
        let folded = self.folded;
        let doubled = || {
            // 翻了近一番.
            let at = folded.eat(i, "翻")?;
            let at = folded.eat(at, "了").unwrap_or(at);
            let nearly = folded.eat_any(at, &["近", "约", "将近", "不止", "超过", "逾"]);
            let at = nearly.map_or(at, |(_, at)| at);
            let times = folded.at(at).and_then(numerals::digit).filter(|n| (1..=9).contains(n))?;
            Some((f64::from(1_u32 << times), "times", folded.eat(at + 1, "番")?))
        };
        let share = || {
            self.share(i)
                .or_else(|| self.half(i))
                .or_else(|| self.one_in(i))
                .or_else(|| self.of_every(i))
        };
        let share = || share().map(|(share, end)| (share, "fraction", end));
        let fold = || self.fold(i).map(|(times, end)| (times, "times", end));
        let votes =
            || self.vote(i).or_else(|| self.vote_to_none(i)).or_else(|| self.vote_in_chinese(i));
        let vote = || votes().map(|(votes, end)| (votes, "votes", end));
        let abstained = || self.abstained(i).map(|(votes, end)| (votes, "abstentions", end));
        let century = || self.half_century(i);
        let twice = || self.twice(i).map(|end| (2.0, "times", end));
        let found = doubled().or_else(share).or_else(fold).or_else(vote).or_else(abstained);
        let found = found.or_else(century).or_else(twice);
        let alone = if found.is_none() { self.in_words_alone(i) } else { None };
        let says = alone.and_then(|(.., says)| says);
        let found = found.or(alone.map(|(value, unit, end, _)| (value, unit, end)));
        let found = found.map(|(value, unit, end)| (value, unit.to_string(), end));
        let (value, unit, end) = found.or_else(|| self.pair(i))?;
        let (start, before) = self.qualifier_before(i);
        let before = says.or(before);
        let before = before.or_else(|| {
            let is_more = folded.lead(i, 1) == "大" || folded.rest(i).starts_with("半个多");
            (is_more && unit == "years").then_some("more than")
        });
        let after = self.qualifier_after(end);
        let (qualifier, end) = match after {
            Some((says, end)) => (before.or(Some(says)), end),
            None => (before, end),
        };
        let mention = FigureMention {
            start: folded.origin(start),
            end: folded.origin(end),
            value,
            upper: None,
            unit,
            currency: None,
            qualifier,
        };
        Some((mention, folded.origin(i), end))
    }

    /// A large number with no unit of its own: after one that has, it counts the same ("100,000
    /// workers, of whom 50,000 were in China", "from $5 billion to 6 billion").
    fn ellipsis(
        &self,
        i: usize,
        last: Option<&FigureMention>,
    ) -> Option<(FigureMention, usize, usize)> {
        let folded = self.folded;
        let quantity = self.quantity(i, false)?;
        let separated = folded.chars.get(i..quantity.end)?.contains(&',');
        let reference = self.is_reference(i);
        let words = quantity.english && quantity.value >= 1e6;
        let large = (quantity.arabic || words) && (quantity.scaled || separated);
        // "missiles, some 42 of them in Malta".
        let of_them = quantity.arabic && folded.eat(quantity.end, " of them").is_some();
        let listed = self.is_listed(i, &quantity, last) || self.is_of_the_same(i, &quantity, last);
        if !(large || listed || of_them) || reference || !self.closes(&quantity) {
            return None;
        }
        let gap = |last: &FigureMention| folded.origin(i).saturating_sub(last.end);
        let linked = folded.lead(i, 4).ends_with([' ', '至', '到', '、', '和']);
        let same = last.filter(|last| match last.currency {
            Some(_) => linked && gap(last) < 10,
            None => !is_rate(&last.unit) && gap(last) < 120,
        });
        let counted = self.noun_before(i).map(|(name, _)| name);
        let (unit, currency) = match same {
            _ if self.says_number(i) => ("people".to_string(), None),
            Some(last) => (last.unit.clone(), last.currency.clone()),
            None => (counted.unwrap_or("items").to_string(), None),
        };
        let (start, qualifier) = self.qualifier_before(i);
        let mention = FigureMention {
            start: folded.origin(start),
            end: folded.origin(quantity.end),
            value: quantity.value,
            upper: quantity.upper,
            unit,
            currency,
            qualifier: if quantity.more { Some("more than") } else { qualifier },
        };
        Some((mention, folded.origin(i), quantity.end))
    }

    /// "90 ships in Malta, 20 in Cyprus and 5 to 10 in Crete": the counted thing is said once, and places
    /// go on.
    fn is_listed(&self, i: usize, quantity: &Quantity, last: Option<&FigureMention>) -> bool {
        /// The name of a place is not longer.
        const LONGEST: usize = 40;
        let folded = self.folded;
        let Some(last) = last.filter(|last| !is_rate(&last.unit)) else {
            return false;
        };
        let near = (0..=LONGEST.min(i)).find(|gap| folded.origin(i - gap) == last.end);
        let between = folded.lead(i, near.unwrap_or(0));
        let joint = [", ", " and ", ", and "].iter().any(|joint| between.ends_with(joint));
        let place = |words: &str| {
            let name =
                words.strip_prefix(" in ").map(|name| name.strip_prefix("the ").unwrap_or(name));
            name.is_some_and(|name| name.starts_with(char::is_uppercase))
        };
        let after: String = folded.rest(quantity.end).chars().take(10).collect();
        quantity.arabic && joint && place(between) && place(&after)
    }

    /// "Of 63 letters, 28 had been answered", "four mills, against seven in 2019", "two boats for the fleet, which
    /// has only three", 计划7500人,实到不到五千: a number
    /// that says what became of those counted right before it, or what they are compared with.
    fn is_of_the_same(&self, i: usize, quantity: &Quantity, last: Option<&FigureMention>) -> bool {
        /// What is counted stands so near, in bytes.
        const NEAR: usize = 60;
        const COMPARED: &[&str] =
            &["against ", "up from ", "down from ", "compared with ", "compared to "];
        const BECAME: &[&str] = &[" had ", " have ", " were ", " are ", " remain"];
        let folded = self.folded;
        let is_near = |last: &&FigureMention| {
            !is_rate(&last.unit)
                && last.currency.is_none()
                && folded.origin(i).saturating_sub(last.end) < NEAR
        };
        if last.filter(is_near).is_none() {
            return false;
        }
        let lead = folded.lead(i, 16).to_ascii_lowercase();
        let is_compared = COMPARED.iter().any(|word| lead.ends_with(word))
            && (folded.eat_any(quantity.end, &[" in ", " a year ", " the year before"]).is_some()
                || folded.at(quantity.end).is_none_or(|c| ",.;)".contains(c)));
        let became = quantity.arabic
            && lead.ends_with(", ")
            && folded.eat_any(quantity.end, BECAME).is_some();
        let is_kept = ["has only ", "have only ", "had only "].iter().any(|w| lead.ends_with(w))
            && folded.at(quantity.end).is_none_or(|c| ",.;)".contains(c));
        let is_bounded = !quantity.arabic
            && !quantity.english
            && quantity.value >= 1000.0
            && self.qualifier_before(i).1.is_some();
        // "named two mills in May and three more in July".
        let is_more = (quantity.english || quantity.arabic)
            && folded
                .eat_any(quantity.end, &[" more in ", " more on ", " more,", " more."])
                .is_some();
        !quantity.bare && (is_compared || became || is_kept || is_bounded || is_more)
    }

    /// "a pair of old bombers": two of what is known to be counted, as pairs of scissors are not.
    fn pair(&self, i: usize) -> Option<(f64, String, usize)> {
        let folded = self.folded;
        if folded.before(i).is_some_and(char::is_alphanumeric) {
            return None;
        }
        let (_, end) = folded.eat_any(i, &["a pair of", "A pair of"])?;
        let (value, upper) = (2.0, None);
        let (arabic, more, bare, scaled, english) = (false, false, false, false, true);
        let two = Quantity { value, upper, end, arabic, more, bare, scaled, english };
        let unit = self.english_noun(&two)?;
        let is_known = ENGLISH_NOUNS.iter().any(|(_, name)| *name == unit.name);
        is_known.then_some((2.0, unit.name, unit.end))
    }

    /// Whether nothing that could be a name or a unit follows a number.
    fn closes(&self, quantity: &Quantity) -> bool {
        let folded = self.folded;
        match folded.at(quantity.end) {
            None => true,
            Some(' ') => {
                let at = folded.skip_spaces(quantity.end);
                let (word, _) = numerals::word_at(&folded.chars, at);
                let han = folded.at(at).is_some_and(is_han);
                !han && word.chars().next().is_none_or(char::is_lowercase)
            }
            Some(c) => ",.;。、)和与及或增减降升上".contains(c),
        }
    }
}

/// The second number of a range.
struct EndOfRange {
    /// What stands between the two.
    joint: &'static str,
    value: f64,
    /// What its coefficient was multiplied by.
    scale: f64,
    end: usize,
    more: bool,
    english: bool,
}
