//! The number of a quantity: where one may begin and end, ranges, fractions.

use vitrine_corpus::number::times;

use super::super::numerals::{self, Number, is_numeral};
use super::english::{DENOMINATORS, ENGLISH_UNITS};
use super::money::{CURRENCIES, MONEY_BEFORE};
use super::{EndOfRange, Quantity, Reader, Unit};
use crate::folding::is_han;

/// A number in English words, as far as it has been read.
struct InWords {
    value: f64,
    end: usize,
    /// What its coefficient was multiplied by, and 1 once something was added.
    scale: f64,
    /// What the last part of it was multiplied by, from a thousand on: only less may be added.
    thousands: f64,
}

impl Reader<'_> {
    pub(super) fn quantity(&self, i: usize, money: bool) -> Option<Quantity> {
        if let Some(both) = self.neighbours(i) {
            return Some(both);
        }
        let first = self.number(i, money, false)?;
        let second = self
            .range_end(first.end, money)
            .filter(|second| second.joint != "or " || self.are_near(&first, second));
        let Some(second) = second else {
            return Some(first);
        };
        // 50—60万: the multiplier said once is meant twice.
        let unscaled = second.value / second.scale;
        let low = if !first.scaled && first.value < unscaled {
            times(first.value, second.scale)
        } else {
            first.value
        };
        if low >= second.value {
            return Some(first);
        }
        Some(Quantity {
            value: low,
            upper: Some(second.value),
            end: second.end,
            arabic: first.arabic,
            more: second.more,
            bare: false,
            scaled: second.scale > 1.0,
            english: second.english,
        })
    }

    /// 四五个月, 三四十人, 两三万吨, 五、六百人: two neighbouring numerals are a range. 一两 says no more than "a few". With
    /// a mark between them they are one only before hundreds and more, as 三、四国合作 is the third part, on four, and
    /// before tens of what is counted within a sentence: 每批五、六十人.
    fn neighbours(&self, i: usize) -> Option<Quantity> {
        let folded = self.folded;
        let digit = |i: usize| folded.at(i).and_then(numerals::digit);
        let parted = folded.at(i + 1) == Some('、') && folded.before(i).is_some();
        let second = i + 1 + usize::from(parted);
        let (low, high) = (digit(i)?, digit(second)?);
        let counts_tens = || {
            folded.at(second + 1) == Some('十')
                && folded.before(i).is_some_and(|c| is_han(c) && !is_numeral(c))
                && super::chinese_unit_stands_at(folded, second + 2)
        };
        let is_told = !parted
            || folded.at(second + 1).is_some_and(|c| "百千万亿".contains(c))
            || counts_tens();
        let are_neighbours =
            (2..=8).contains(&low) && high == low + 1 && digit(second + 1).is_none() && is_told;
        if !are_neighbours || !self.begins_number(i, folded.at(i)?) {
            return None;
        }
        let upper = self.number(second, false, true)?;
        let scale = upper.value / f64::from(high);
        let is_round = scale.log10().fract() == 0.0;
        let value = scale * f64::from(low);
        is_round.then_some(Quantity { value, upper: Some(upper.value), ..upper })
    }

    pub(super) fn number(&self, i: usize, money: bool, within: bool) -> Option<Quantity> {
        let folded = self.folded;
        let c = folded.at(i)?;
        let english = c.is_ascii_alphabetic();
        if !(within || self.begins_number(i, c)) {
            return None;
        }
        let number = if english {
            numerals::words_at(&folded.chars, i)?
        } else if matches!(c, '0'..='9' | '.') || is_numeral(c) {
            numerals::number_at(&folded.chars, i)?
        } else {
            return None;
        };
        if !self.ends_number(&number) {
            return None;
        }
        let (value, mut end, scale) = if english {
            self.in_words(i, &number, money)
        } else {
            self.with_scales(&number, money)
        };
        // "a" and "half a" are numbers only before a scale.
        let article = english && number.bare;
        if article && end == number.end {
            return None;
        }
        if folded.at(end) == Some('+') {
            end += 1;
        }
        // "60-odd lorries", "the 20-plus states".
        let and_odd = folded.eat_any(end, &["-odd", "-plus"]).map(|(_, end)| end);
        let and_odd = and_odd.filter(|end| folded.at(*end) == Some(' '));
        end = and_odd.unwrap_or(end);
        let scaled = scale > 1.0 || number.scale > 1.0;
        let more = number.more || folded.before(end) == Some('+') || and_odd.is_some();
        let quantity = Quantity {
            value,
            upper: None,
            end,
            arabic: number.arabic,
            more,
            bare: number.bare && !article,
            scaled,
            english: english || scale != number.scale,
        };
        value.is_finite().then_some(quantity)
    }

    /// A number in figures with the scales after it: its value, its end, and what its coefficient was
    /// multiplied by.
    fn with_scales(&self, number: &Number, money: bool) -> (f64, usize, f64) {
        let (mut value, mut end, mut scale) = (number.value, number.end, number.scale);
        while let Some((factor, after)) = numerals::scale_at(self.folded, end, money)
            .or_else(|| self.short_scale(end))
            .filter(|_| number.arabic)
        {
            value = times(value, factor);
            scale *= factor;
            end = after;
        }
        (value, end, scale)
    }

    /// A number in words from its first on, "twenty thousand five hundred and ten": its value, its
    /// end, and what its coefficient was multiplied by if nothing was added.
    fn in_words(&self, i: usize, first: &Number, money: bool) -> (f64, usize, f64) {
        let between = self.folded.lead(i, 8).eq_ignore_ascii_case("between ");
        let mut words = self.up_to_thousands(first, money, between);
        while let Some(more) =
            self.added(words.end, between).filter(|more| more.thousands < words.thousands)
        {
            words = InWords { value: words.value + more.value, scale: 1.0, ..more };
        }
        (words.value, words.end, words.scale)
    }

    /// Hundreds, tens and ones, and the scales after them: "one hundred and twenty-three thousand".
    fn up_to_thousands(&self, first: &Number, money: bool, between: bool) -> InWords {
        let scale_at = |i| numerals::scale_at(self.folded, i, money);
        let mut words = InWords { value: first.value, end: first.end, scale: 1.0, thousands: 1.0 };
        let mut below = 10.0;
        if let Some((factor, end)) = scale_at(words.end).filter(|(factor, _)| *factor < 1e3) {
            words = InWords { value: times(words.value, factor), end, scale: factor, ..words };
            below = 100.0;
        }
        let tens = words.value < 100.0 && words.value >= 20.0 && words.value % 10.0 == 0.0;
        let is_round = words.scale == 100.0 || (words.scale == 1.0 && tens);
        if is_round && let Some((more, end)) = self.lesser(words.end, below, between) {
            words = InWords { value: words.value + more, end, scale: 1.0, ..words };
        }
        while let Some((factor, end)) = scale_at(words.end).filter(|(factor, _)| *factor >= 1e3) {
            words = InWords {
                value: times(words.value, factor),
                end,
                scale: words.scale * factor,
                thousands: words.thousands * factor,
            };
        }
        words
    }

    /// What is added to hundreds or tens: "hundred and fifty", "twenty five". Not where it begins a
    /// number of its own: "one hundred two-seat planes", "between one hundred and two hundred".
    fn lesser(&self, i: usize, below: f64, between: bool) -> Option<(f64, usize)> {
        let folded = self.folded;
        let joints: &[&str] = if below > 10.0 { &[" and ", " "] } else { &[" "] };
        let (joint, at) = folded.eat_any(i, joints)?;
        let number = numerals::words_at(&folded.chars, at).filter(|number| !number.bare)?;
        let scale = numerals::scale_at(folded, number.end, false).map_or(1.0, |(factor, _)| factor);
        let other = scale == 100.0
            || scale == 12.0
            || (joint == " " && folded.at(number.end) == Some('-'))
            || (joint == " and " && between && scale > 1.0);
        (number.value > 0.0 && number.value < below && !other).then_some((number.value, number.end))
    }

    /// What is added to thousands and more: "thousand five hundred and ten".
    fn added(&self, i: usize, between: bool) -> Option<InWords> {
        let folded = self.folded;
        let (joint, at) = folded.eat_any(i, &[" and ", ", ", " "])?;
        let number = numerals::words_at(&folded.chars, at).filter(|number| !number.bare)?;
        let words = self.up_to_thousands(&number, false, false);
        let is_large = words.value >= 100.0;
        let other = match joint {
            " and " => between && is_large,
            // "two thousand, three hundred of them women" are two.
            ", " => !is_large || folded.eat(words.end, " of ").is_some(),
            _ => folded.at(words.end) == Some('-'),
        };
        (words.value > 0.0 && !other).then_some(words)
    }

    /// "5m people", "1.4bn tonnes", "3.2 M people": short scales with no money, by what is counted
    /// after them.
    fn short_scale(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        let spaced = folded.at(i) == Some(' ');
        let (word, end) = numerals::word_at(&folded.chars, i + usize::from(spaced));
        let figures = folded.before(i).is_some_and(|c| c.is_ascii_digit());
        let scale = match word.as_str() {
            // 3 m is a length, and 3M a company.
            "m" | "k" if spaced => return None,
            "M" if !spaced => return None,
            "m" | "M" | "mn" | "mln" => 1e6,
            "bn" | "bln" => 1e9,
            "tn" | "trn" => 1e12,
            "k" => 1e3,
            _ => return None,
        };
        let certain = word.len() > 1 && word != "tn";
        (figures && (certain || self.english_noun_stands_at(end))).then_some((scale, end))
    }

    /// Whether a number may begin here: not within a longer one, a name, an ordinal or a time.
    fn begins_number(&self, i: usize, c: char) -> bool {
        let folded = self.folded;
        let Some(before) = folded.before(i) else {
            return true;
        };
        let two = i.checked_sub(2).and_then(|i| folded.at(i));
        // Within a run of figures or numerals nothing begins, however long it is.
        if before.is_ascii_digit() || is_numeral(before) {
            return false;
        }
        if c.is_ascii_alphabetic() {
            return (!before.is_alphanumeric() || is_han(before)) && !matches!(before, '-' | '\'');
        }
        let in_name = matches!(before, '-' | '_' | '·')
            && two.is_some_and(|c| c.is_alphanumeric() || matches!(c, '”' | '"' | ')'))
            && self.sign_before(i, None).is_none();
        let after_digit = two.is_some_and(|c| c.is_ascii_digit());
        // An apostrophe joins no more than three figures to those after it.
        let long = || {
            let four = folded.chars.get(i.saturating_sub(5)..i - 1).unwrap_or(&[]);
            four.len() == 4 && four.iter().all(char::is_ascii_digit)
        };
        let in_number = match before {
            ',' | ':' | '/' => after_digit,
            '.' => after_digit || self.begins_decimals(i - 1),
            '\'' => after_digit && !long(),
            _ => false,
        };
        // 占GDP百分之三, 占GDP3%.
        let share =
            || !c.is_ascii_digit() || self.is_share(i) && !two.is_some_and(|c| c.is_ascii_digit());
        let letter = before.is_ascii_alphabetic() && !share() && !self.head_ends_with_code(i);
        let ordinal = before == '第'
            || (matches!(before, '、' | '-' | '至' | '和' | '及' | '与' | '到')
                && self.ordinal_list(i));
        // 六成五 are tenths, 达成五项 are five.
        let tenths = before == '成' && two.is_some_and(|c| is_numeral(c) || c.is_ascii_digit());
        let vague = !c.is_ascii_digit()
            && (tenths || matches!(before, '几' | '数' | '好' | '若' | '百' | '千' | '万'));
        let equals = before == ' ' && two == Some('=');
        let mark = equals
            // Dollars of nobody knows whom are no number of anything else.
            || (before == '$' && self.money_before(i).is_none())
            || matches!(before, '#' | '№' | '@' | '&' | '=')
            || (before == '/' && !c.is_ascii_digit());
        let decimals = c == '.' && !self.begins_decimals(i);
        !(letter || decimals || in_name || in_number || ordinal || vague || mark)
    }

    /// Whether the point at `i` begins a number: .5% is a half, and the point before 5 in "ended.5
    /// people" a full stop.
    fn begins_decimals(&self, i: usize) -> bool {
        let folded = self.folded;
        let figures =
            folded.at(i) == Some('.') && folded.at(i + 1).is_some_and(|c| c.is_ascii_digit());
        let open = |c: char| matches!(c, ' ' | '(' | '-' | '~' | '<' | '>' | '$' | '€' | '£' | '¥');
        figures && folded.before(i).is_none_or(open)
    }

    /// Whether the number at `i` is a percentage.
    fn is_share(&self, i: usize) -> bool {
        numerals::number_at(&self.folded.chars, i)
            .is_some_and(|number| self.folded.at(number.end) == Some('%'))
    }

    /// Where the minus sign before a number begins: 增速为-6.5%, 負2.3%, "minus 20 degrees", -$5,
    /// 净利润-3.2亿元. `money` is where the sign of money before it begins. A dash is one only before
    /// percentages, degrees and money, and after no number.
    pub(super) fn sign_before(&self, i: usize, money: Option<usize>) -> Option<usize> {
        let folded = self.folded;
        let start = money.unwrap_or(i).checked_sub(1)?;
        if !matches!(folded.at(start)?, '-' | '负' | ' ') {
            return None;
        }
        let number = numerals::number_at(&folded.chars, i)?;
        const SIGNED: &[&str] =
            &["%", "percent", "per cent", "°", "℃", "℉", "degree", "度", "摄氏度", "华氏度"];
        let signed = folded.eat_any(folded.skip_spaces(number.end), SIGNED).is_some();
        let outside = |at: usize| {
            folded
                .before(at)
                .is_none_or(|c| (is_han(c) && !is_numeral(c)) || " (,、:;。".contains(c))
        };
        // After these a result is told: 净利润-3.2亿元, 降至-3亿元. Elsewhere the dash may part or range.
        let result = |at: usize| {
            folded.before(at).is_none_or(|c| "润额入流益值为差至到是达 (,、:;。".contains(c))
        };
        let is_money =
            || CURRENCIES.iter().any(|(word, ..)| folded.eat(number.end, word).is_some());
        match folded.at(start)? {
            '-' if folded.is_long_dash(start) => None,
            '-' if signed && outside(start) => Some(start),
            '-' if (money.is_some() || is_money()) && result(start) => Some(start),
            '负' if signed => Some(start),
            ' ' if signed && folded.lead(i, 6).eq_ignore_ascii_case("minus ") => Some(i - 6),
            _ => None,
        }
    }

    /// USD500, RMB3.
    fn head_ends_with_code(&self, i: usize) -> bool {
        MONEY_BEFORE.iter().any(|(sign, ..)| self.folded.head(i).ends_with(sign))
    }

    /// 第2、3条: the ordinal before reaches over the list.
    fn ordinal_list(&self, i: usize) -> bool {
        // A list is not as long as a table of figures may be.
        let from = i.saturating_sub(60);
        for c in self.folded.chars.get(from..i).unwrap_or(&[]).iter().rev() {
            match *c {
                '第' => return true,
                '、' | '-' | '至' | '和' | '及' | '与' | '到' => {}
                '条' | '款' | '项' | '章' | '轮' | '届' | '次' | '节' => {}
                c if c.is_ascii_digit() || is_numeral(c) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a number ends here: not in a time, a version, a fraction or a name (25K, 3D).
    fn ends_number(&self, number: &Number) -> bool {
        let folded = self.folded;
        let next = folded.at(number.end + 1);
        match folded.at(number.end) {
            Some(':' | '.' | ',' | '/') => !next.is_some_and(|c| c.is_ascii_digit()),
            Some('×' | '·' | '_' | '#') => false,
            _ => true,
        }
    }

    fn range_end(&self, i: usize, money: bool) -> Option<EndOfRange> {
        let folded = self.folded;
        let at = folded.skip_spaces(i);
        let (word, end) =
            folded.eat_any(at, &["--", "-", "~", "至", "到", "to ", "and ", "or "])?;
        if word == "and " && !folded.lead(i, 40).to_ascii_lowercase().contains("between ") {
            return None;
        }
        let mut next = folded.skip_spaces(end);
        if let Some((_, after)) = folded.eat_any(next, &["US$", "$", "€", "£"]).filter(|_| money)
        {
            next = after;
        }
        let quantity = self.number(next, money, true)?;
        let scale = self.scale_of(next, &quantity);
        Some(EndOfRange {
            joint: word,
            value: quantity.value,
            scale,
            end: quantity.end,
            more: quantity.more,
            english: quantity.english,
        })
    }

    fn scale_of(&self, i: usize, quantity: &Quantity) -> f64 {
        let chars = &self.folded.chars;
        let number = numerals::number_at(chars, i).or_else(|| numerals::words_at(chars, i));
        number.map_or(1.0, |number| {
            let has_value = number.value > 0.0;
            let more = if has_value { (quantity.value / number.value).round() } else { 1.0 };
            number.scale * more
        })
    }

    /// 三分之二, 百分之二十, two-thirds.
    pub(super) fn fraction(&self, i: usize, quantity: &Quantity) -> Option<(f64, Unit)> {
        if quantity.english {
            return self.english_fraction(i, quantity);
        }
        // Hong Kong writes 三分一 for 三分之一.
        let short = || self.folded.eat(quantity.end, "分").filter(|_| !quantity.arabic);
        let end = self.folded.eat(quantity.end, "分之").or_else(short)?;
        let number = numerals::number_at(&self.folded.chars, end)?;
        if quantity.value == 1.0 || (end == quantity.end + 1 && number.value > 2.0) {
            return None;
        }
        match quantity.value {
            100.0 => return Some((number.value, Unit::new("percent", number.end))),
            1000.0 => return Some((number.value, Unit::new("per mille", number.end))),
            _ => {}
        }
        (quantity.value > number.value && number.value > 0.0).then(|| {
            let share = (number.value / quantity.value * 1e8).round() / 1e8;
            (share, Unit::new("fraction", number.end))
        })
    }

    /// "two-thirds", "three quarters of", "one-fifth"; "a third of" is read by [`Reader::share`].
    fn english_fraction(&self, i: usize, quantity: &Quantity) -> Option<(f64, Unit)> {
        let folded = self.folded;
        let joint = folded.at(quantity.end).filter(|c| matches!(c, '-' | ' '))?;
        let (word, end) = numerals::word_at(&folded.chars, quantity.end + 1);
        let parts = DENOMINATORS.iter().find(|(one, many, _)| {
            if quantity.value == 1.0 { word == *one } else { word == *many }
        });
        let (_, _, parts) = parts?;
        // "two quarters" are a time, "one third party" is somebody.
        let of = folded.eat(end, " of ").is_some();
        let is_measured = quantity.value == 3.0 && self.is_measured_share(i);
        let sure =
            joint == '-' || of || is_measured || matches!(parts, 3 | 5) && quantity.value > 1.0;
        let whole = folded.at(i).is_some_and(|c| c.is_ascii_alphabetic());
        (sure && whole && quantity.value < f64::from(*parts)).then(|| {
            let share = (quantity.value / f64::from(*parts) * 1e8).round() / 1e8;
            (share, Unit::new("fraction", end))
        })
    }

    /// "about three quarters in the valley", "fell by three quarters": no time, unless it is said for how long.
    fn is_measured_share(&self, i: usize) -> bool {
        const MEASURED: &[&str] = &[
            "about",
            "around",
            "nearly",
            "almost",
            "than",
            "roughly",
            "by",
            "only",
            "barely",
            "some",
            "approximately",
        ];
        let lead = self.folded.lead(i, 24).to_ascii_lowercase();
        let lasted = ["for ", "last ", "past ", "next ", "within ", "after "];
        MEASURED.contains(&self.word_before(i).as_str())
            && !lasted.iter().any(|word| lead.contains(word))
    }

    /// "a third of", "a quarter of": the position after the noun, and the share.
    pub(super) fn share(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        if folded.before(i).is_some_and(char::is_alphanumeric) {
            return None;
        }
        let (_, at) = folded.eat_any(i, &["a ", "A "])?;
        let (word, end) = numerals::word_at(&folded.chars, at);
        let (_, _, parts) = DENOMINATORS.iter().find(|(one, ..)| word == *one)?;
        let of = folded.eat_any(end, &[" of a ", " of an "]).is_none()
            && folded.eat(end, " of ").is_some();
        // "fell by almost a third in 2022".
        const MEASURED: &[&str] = &[
            "by ", "almost ", "about ", "nearly ", "over ", "than ", "roughly ", "around ",
            "only ", "just ", "under ",
        ];
        const AFTER: &[&str] = &[
            " in ",
            " from ",
            " to ",
            " since ",
            " after ",
            " on ",
            " and ",
            " last ",
            " this ",
            " over ",
            " during ",
            " between ",
            " within ",
            " compared ",
            " when ",
            " while ",
            " before ",
            " every ",
            " each ",
            " a year",
        ];
        // "a third less than", "a quarter higher than a year ago".
        const COMPARED: &[&str] =
            &[" less than ", " fewer than ", " lower than ", " higher than ", " below ", " above "];
        let of = of || folded.eat_any(end, COMPARED).is_some();
        let lead = folded.lead(i, 8).to_ascii_lowercase();
        let closed = folded.at(end).is_none_or(|c| ",.;)".contains(c))
            || folded.eat_any(end, AFTER).is_some();
        let of = of || (closed && MEASURED.iter().any(|word| lead.ends_with(word)));
        of.then(|| ((1e8 / f64::from(*parts)).round() / 1e8, end))
    }

    /// "three or four quarters", "20 or 30 boats": about so many. "one or two" says no more than a few, and "ten or
    /// ninety" are two.
    fn are_near(&self, first: &Quantity, second: &EndOfRange) -> bool {
        let low = if first.scaled { first.value / second.scale } else { first.value };
        let high = second.value / second.scale;
        low >= 2.0 && high > low && (high - low <= 1.0 || high <= 1.5 * low)
    }

    /// "one job in three", "one in five workers", "nine out of ten": the share, and the position after its words. Not
    /// one meeting in three years.
    pub(super) fn one_in(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        if folded.before(i).is_some_and(|c| c.is_alphanumeric() || c == '-') {
            return None;
        }
        const JOINTS: &[&str] = &["in ", "out of "];
        if let Some(share) = self.few_in(i) {
            return Some(share);
        }
        let (_, end) = folded.eat_any(i, &["one ", "One "])?;
        let after_noun = || {
            let (word, end) = numerals::word_at(&folded.chars, end);
            let is_noun = word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
            folded.eat_any(folded.eat(end, " ").filter(|_| is_noun)?, JOINTS)
        };
        let (_, at) = folded.eat_any(end, JOINTS).or_else(after_noun)?;
        let many = self.number(at, false, true).filter(|many| !many.bare && !many.scaled)?;
        let (next, _) = numerals::word_at(&folded.chars, folded.skip_spaces(many.end));
        let is_unit = ENGLISH_UNITS.iter().any(|(one, more, _)| next == *one || next == *more);
        let is_share = (2.0..=100.0).contains(&many.value) && many.value.fract() == 0.0 && !is_unit;
        is_share.then(|| ((1e8 / many.value).round() / 1e8, many.end))
    }

    /// "three in ten workers", "two out of five": both in words, as figures may count things in so many places.
    fn few_in(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        let in_words = |i: usize| {
            let is_word = folded.at(i).is_some_and(|c| c.is_ascii_alphabetic());
            let number = numerals::words_at(&folded.chars, i).filter(|_| is_word)?;
            (!number.bare && number.value.fract() == 0.0).then_some(number)
        };
        let few = in_words(i).filter(|few| few.value > 1.0)?;
        let (joint, at) = folded.eat_any(few.end, &[" in ", " out of "])?;
        let many = in_words(at)?;
        let (next, _) = numerals::word_at(&folded.chars, folded.skip_spaces(many.end));
        let is_unit = ENGLISH_UNITS.iter().any(|(one, more, _)| next == *one || next == *more);
        // "six in seven villages" may as well say where.
        let is_round = joint == " out of " || matches!(many.value as u32, 3..=5 | 10 | 100);
        let is_share = few.value < many.value && is_round && !is_unit;
        is_share.then(|| ((few.value / many.value * 1e8).round() / 1e8, many.end))
    }

    /// 每五人就有一人, 每三户中有两户: the share, and the position after its words.
    pub(super) fn of_every(&self, i: usize) -> Option<(f64, usize)> {
        /// What is counted has at most so many characters.
        const NOUN: usize = 4;
        let folded = self.folded;
        let many = self.number(folded.eat(i, "每")?, false, true)?;
        let noun: Vec<char> = (many.end..many.end + NOUN + 2)
            .map_while(|i| folded.at(i))
            .take_while(|c| is_han(*c) && !is_numeral(*c))
            .collect();
        let noun: String = noun.into_iter().collect();
        let counted = ["中就有", "就有", "中有", "里有"]
            .iter()
            .find_map(|joint| noun.strip_suffix(joint))
            .filter(|counted| !counted.is_empty())?;
        let few = self.number(many.end + noun.chars().count(), false, true)?;
        let end = folded.eat(few.end, counted)?;
        let is_share = few.value > 0.0 && few.value < many.value && many.value <= 1000.0;
        is_share.then(|| ((few.value / many.value * 1e8).round() / 1e8, end))
    }

    /// "half of the ships", 一半: the share, and the position after it. Not the first half of
    /// anything, nor 另一半.
    pub(super) fn half(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        if let Some(end) = folded.eat(i, "一半") {
            let lead = folded.lead(i, 3);
            const HALVED: &[&str] =
                &["少了", "低了", "跌了", "减了", "缩了", "降了", "关了", "毁了", "卖了", "丢了"];
            const REACHED: &[&str] = &["不到", "达到", "降到", "减到", "跌到", "升到", "占到"];
            let other = lead.ends_with(|c| is_numeral(c) || "另这那前后上下每各其".contains(c))
                || (lead.ends_with('了') && !HALVED.iter().any(|word| lead.ends_with(word)))
                || (lead.ends_with('到') && !REACHED.iter().any(|word| lead.ends_with(word)))
                || lead.ends_with("一半")
                || folded.eat(end, "一半").is_some()
                || (folded.at(end) == Some('是') && lead.ends_with([',', '。', ';']));
            return (!other).then_some((0.5, end));
        }
        if folded.before(i).is_some_and(|c| c.is_alphanumeric() || c == '-') {
            return None;
        }
        let (_, end) = folded.eat_any(i, &["half", "Half"])?;
        const WHOLES: &[&str] = &[
            " of the ",
            " of all ",
            " of its ",
            " of their ",
            " of our ",
            " of his ",
            " of her ",
            " of them",
            " of these ",
            " of those ",
        ];
        const MEASURED: &[&str] = &[
            "about", "nearly", "almost", "over", "than", "roughly", "around", "only", "just",
            "some", "by",
        ];
        // "less than half the volume", "about half of 2019's": only where it is measured.
        const MEASURED_WHOLES: &[&str] = &[" the ", " its ", " their ", " that ", " of 1", " of 2"];
        let before = self.word_before(i);
        let measured = MEASURED.contains(&before.as_str());
        let begins = before.is_empty()
            || folded.before(i) != Some(' ')
            || folded.lead(i, 2).starts_with(['.', ',', ';', ':', '(']);
        let of = folded.eat_any(end, WHOLES).is_some() && (begins || measured)
            // "Half the crew were sick."
            || folded.eat(i, "Half").is_some() && folded.eat(end, " the ").is_some();
        let closed = folded.at(end).is_none_or(|c| ",.;)".contains(c));
        let is_share =
            of || (measured && (closed || folded.eat_any(end, MEASURED_WHOLES).is_some()));
        is_share.then_some((0.5, end))
    }

    /// "a fourfold rise": what the number in the word says, unless it tells how many sides something has
    /// ("the aim is twofold").
    pub(super) fn fold(&self, i: usize) -> Option<(f64, usize)> {
        let folded = self.folded;
        if folded.before(i).is_some_and(|c| c.is_alphanumeric() || c == '-') {
            return None;
        }
        let (word, end) = numerals::word_at(&folded.chars, i);
        let count: Vec<char> = word.strip_suffix("fold")?.chars().collect();
        let number = numerals::words_at(&count, 0)
            .filter(|number| number.end == count.len() && number.value > 1.0)?;
        let sides = matches!(self.word_before(i).as_str(), "is" | "are" | "was" | "were");
        (!sides).then_some((number.value, end))
    }

    /// "twice as many", "more than twice the number": not that something was done two times.
    pub(super) fn twice(&self, i: usize) -> Option<usize> {
        const SIZES: &[&str] = &[
            " the number",
            " the size",
            " the amount",
            " the rate",
            " the level",
            " the price",
            " the cost",
            " the total",
            " the average",
            " the volume",
            " the value",
            " the share",
            " the length",
            " the figure",
            " that of",
            " that in",
            " what ",
        ];
        const MEASURED: &[&str] = &["than", "about", "nearly", "almost", "roughly", "around"];
        let folded = self.folded;
        let (_, end) = folded.eat_any(i, &["twice", "Twice"])?;
        let is_whole = !folded.before(i).is_some_and(char::is_alphanumeric)
            && !folded.at(end).is_some_and(char::is_alphanumeric);
        let is_as = folded.eat(end, " as ").is_some();
        // "more than twice in a year" are times.
        let of_all = folded.eat_any(end, &[" the ", " all ", " its ", " their "]).is_some();
        let is_measured = of_all && MEASURED.contains(&self.word_before(i).as_str());
        let is_sized = is_as || is_measured || folded.eat_any(end, SIZES).is_some();
        (is_whole && is_sized).then_some(end)
    }

    /// 10%至20%, 50万人—60万人: the unit said twice.
    pub(super) fn range_with_units(
        &self,
        i: usize,
        quantity: &Quantity,
        unit: &Unit,
    ) -> Option<(f64, Unit)> {
        if quantity.upper.is_some() || matches!(self.folded.before(i), Some('从' | '由')) {
            return None;
        }
        let (_, next) = self.folded.eat_any(unit.end, &["--", "-", "~", "至", "到"])?;
        let next = self.folded.skip_spaces(next);
        let second = self.number(next, false, true)?;
        let other = self.unit(next, &second, None)?;
        (other.name == unit.name && second.value > quantity.value).then_some((second.value, other))
    }
}
