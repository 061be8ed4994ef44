//! Quantities that words say without a number beside a unit: 半数, 过半, 数以万计, 年逾七旬,
//! "nearly a century".

use super::super::numerals::{self, is_numeral};
use super::Reader;
use crate::folding::is_han;

/// What a figure's words say: its value, its unit and where they end; and a qualifier they carry themselves.
pub(super) type Said = (f64, &'static str, usize, Option<&'static str>);

impl Reader<'_> {
    /// A quantity that words of its own say.
    pub(super) fn in_words_alone(&self, i: usize) -> Option<Said> {
        self.half_of_all(i)
            .or_else(|| self.so_many_and_more(i))
            .or_else(|| self.tens_of_years(i))
            .or_else(|| self.one_century(i))
            .or_else(|| self.full_time(i))
            .or_else(|| self.age(i))
            .or_else(|| self.age_between_commas(i))
            .or_else(|| self.half_year(i))
    }

    /// 沉默了半年, 近半年: six months. Not the half of a year that has a name (上半年, 半年报).
    fn half_year(&self, i: usize) -> Option<Said> {
        const MONTHS: f64 = 6.0;
        let folded = self.folded;
        let end = folded.eat(i, "半年")?;
        let is_measured = folded.before(i) == Some('了') || self.qualifier_before(i).1.is_some();
        let goes_on = folded.at(end).is_some_and(|c| "报度刊会线".contains(c));
        (is_measured && !goes_on).then_some((MONTHS, "months", end, None))
    }

    /// "The driver, 61, nods": the age of who is named right before it.
    fn age_between_commas(&self, i: usize) -> Option<Said> {
        const AGES: std::ops::RangeInclusive<f64> = 10.0..=110.0;
        let folded = self.folded;
        let follows_name = folded.lead(i, 2) == ", "
            && i.checked_sub(3).and_then(|i| folded.at(i)).is_some_and(|c| c.is_ascii_alphabetic());
        if !follows_name || !folded.at(i).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let age = self.number(i, false, false).filter(|age| age.end == i + 2)?;
        let (next, _) = numerals::word_at(&folded.chars, folded.eat(age.end, ", ")?);
        // Others of a list go on with more of them, and pages are counted.
        let is_verb = next.starts_with(|c: char| c.is_ascii_lowercase())
            && !["and", "or", "to", "respectively", "in", "at"].contains(&next.as_str());
        let is_plural = folded.lead(i - 2, 1) == "s";
        (is_verb && !is_plural && AGES.contains(&age.value))
            .then_some((age.value, "years", age.end, None))
    }

    /// 近半数, 过半, 减半: a half. 半数 of nothing in particular is one all the same; 过半 is one where nothing
    /// follows that is halved (过半年, 近半个月).
    fn half_of_all(&self, i: usize) -> Option<Said> {
        const HALF: f64 = 0.5;
        let folded = self.folded;
        if let Some(end) = folded.eat(i, "半数") {
            let other = folded.before(i).is_some_and(is_numeral);
            let more = folded.before(i) == Some('过');
            return (!other).then_some((HALF, "fraction", end, more.then_some("more than")));
        }
        if let Some(end) = folded.eat(i, "减半") {
            let other = folded.at(end).is_some_and(|c| is_numeral(c) || "个天年月小".contains(c));
            return (!other).then_some((HALF, "fraction", end, None));
        }
        let (word, end) = folded.eat_any(i, &["过半", "逾半", "超半", "近半"])?;
        // 已近半百, 时过半晌, 附近半岛; and the half of the night or of the way is a time or a place.
        let goes_on = folded.at(end).is_some_and(|c| is_han(c) && !"来是为由的在".contains(c));
        let other = folded.before(i).is_some_and(|c| "夜附最超通经渡度越路程".contains(c));
        let says = if word.starts_with('近') { "about" } else { "more than" };
        (!goes_on && !other).then_some((HALF, "fraction", end, Some(says)))
    }

    /// 数以万计, 以百万计: at least so many. 以美元计 and 以百分比计 say how something is counted.
    fn so_many_and_more(&self, i: usize) -> Option<Said> {
        let folded = self.folded;
        let at = folded.eat(i, "数以").or_else(|| folded.eat(i, "以"))?;
        let number = numerals::number_at(&folded.chars, at)?;
        let is_scale = !number.arabic && number.bare && number.value >= 100.0;
        let end = folded.eat(number.end, "计")?;
        let goes_on = folded.at(end).is_some_and(|c| "算量价划".contains(c));
        (is_scale && !goes_on).then_some((number.value, "items", end, Some("at least")))
    }

    /// 年逾七旬, 八旬老人: so many tens of years.
    fn tens_of_years(&self, i: usize) -> Option<Said> {
        const BEFORE: &[&str] =
            &["年满", "年过", "年逾", "年近", "年届", "年约", "已逾", "已过", "年"];
        const AFTER: &[&str] = &["老", "翁", "妇", "高龄", "父", "母", "长者", "阿", "大"];
        let folded = self.folded;
        let tens = folded.at(i).and_then(numerals::digit).filter(|tens| (2..=9).contains(tens))?;
        let end = folded.eat(i + 1, "旬")?;
        let lead = folded.lead(i, 2);
        let is_age = BEFORE.iter().any(|word| lead.ends_with(word))
            || folded.eat_any(end, AFTER).is_some()
                && !folded.before(i).is_some_and(|c| is_numeral(c) || "第每".contains(c));
        let says = match lead.chars().next_back() {
            Some('过' | '逾') => Some("more than"),
            Some('近' | '约') => Some("about"),
            _ => None,
        };
        is_age.then_some((f64::from(tens * 10), "years", end, says))
    }

    /// 近一个世纪, "more than a century": a hundred years, where the words measure them.
    fn one_century(&self, i: usize) -> Option<Said> {
        const YEARS: f64 = 100.0;
        const ENGLISH: &[&str] = &["a century", "one century"];
        let folded = self.folded;
        if let Some((word, end)) = folded.eat_any(i, &["一个多世纪", "一个世纪", "一世纪"])
        {
            let lead = folded.lead(i, 2);
            let is_measured = word == "一个多世纪"
                || self.qualifier_before(i).1.is_some()
                || ["长达", "整整", "足足"].contains(&lead);
            let goes_on = folded.at(end).is_some_and(|c| "初末中".contains(c));
            let more = (word == "一个多世纪").then_some("more than");
            return (is_measured && !goes_on).then_some((YEARS, "years", end, more));
        }
        let (_, end) = folded.eat_any(i, ENGLISH)?;
        let is_whole = !folded.before(i).is_some_and(char::is_alphanumeric)
            && !folded.at(end).is_some_and(|c| c.is_alphanumeric() || "'-".contains(c));
        let is_measured = self.qualifier_before(i).1.is_some();
        (is_whole && is_measured).then_some((YEARS, "years", end, None))
    }

    /// "a full month", "an entire year": one of them.
    fn full_time(&self, i: usize) -> Option<Said> {
        const WHOLE: &[&str] = &["a full ", "one full ", "an entire ", "a whole "];
        const UNITS: &[(&str, &str)] = &[
            ("year", "years"),
            ("month", "months"),
            ("week", "weeks"),
            ("day", "days"),
            ("hour", "hours"),
            ("decade", "decades"),
        ];
        let folded = self.folded;
        let (_, at) = folded.eat_any(i, WHOLE)?;
        let (word, end) = numerals::word_at(&folded.chars, at);
        let (_, unit) = UNITS.iter().find(|(one, _)| *one == word)?;
        let is_whole =
            !folded.before(i).is_some_and(char::is_alphanumeric) && folded.at(end) != Some('-');
        is_whole.then_some((1.0, unit, end, None))
    }

    /// "aged 38", "at the age of 62", "they are past fifty": years, where nothing else is counted.
    fn age(&self, i: usize) -> Option<Said> {
        const AGES: std::ops::RangeInclusive<f64> = 1.0..=120.0;
        const SAID: &[&str] = &["aged ", "age of ", "ages of "];
        const PAST: &[&str] = &["is past ", "are past ", "was past ", "were past ", "well past "];
        const BY: &[&str] = &[" and ", " or ", " in ", " when ", " who ", " to "];
        let folded = self.folded;
        let lead = folded.lead(i, 10).to_ascii_lowercase();
        let is_said = SAID.iter().any(|word| lead.ends_with(word));
        let is_past = PAST.iter().any(|word| lead.ends_with(word));
        if !(is_said || is_past) {
            return None;
        }
        let number = self.number(i, false, false).filter(|number| !number.bare)?;
        let closes = folded.at(number.end).is_none_or(|c| ",.;)".contains(c))
            || folded.eat_any(number.end, BY).is_some();
        let is_age = AGES.contains(&number.value) && number.value.fract() == 0.0 && closes;
        // Whoever is past three has seen the clock.
        let is_old = is_said || number.value >= 20.0;
        let says = is_past.then_some("more than");
        (is_age && is_old).then_some((number.value, "years", number.end, says))
    }
}
