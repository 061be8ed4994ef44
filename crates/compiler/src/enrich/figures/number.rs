//! The number of a quantity: where one may begin and end, ranges, fractions.

use super::super::numerals::{self, Number, is_han, is_numeral};
use super::english::DENOMINATORS;
use super::tables::MONEY_BEFORE;
use super::{EndOfRange, Quantity, Reader, Unit};

impl Reader<'_> {
    pub(super) fn quantity(&self, i: usize, money: bool) -> Option<Quantity> {
        let first = self.number(i, money, false)?;
        let second = self.range_end(first.end, money);
        let Some(second) = second else {
            return Some(first);
        };
        // 50—60万: the multiplier said once is meant twice.
        let unscaled = second.value / second.scale;
        let low = if !first.scaled && first.value < unscaled {
            first.value * second.scale
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

    pub(super) fn number(&self, i: usize, money: bool, within: bool) -> Option<Quantity> {
        let folded = self.folded;
        let c = folded.at(i)?;
        let english = c.is_ascii_alphabetic();
        if !(within || self.begins_number(i, c)) {
            return None;
        }
        let number = if english {
            numerals::words_at(&folded.chars, i)?
        } else if c.is_ascii_digit() || is_numeral(c) {
            numerals::number_at(&folded.chars, i)?
        } else {
            return None;
        };
        if !self.ends_number(&number) {
            return None;
        }
        let (mut value, mut end, mut scale) = (number.value, number.end, number.scale);
        let article = english && matches!(c, 'a' | 'A' | 'h' | 'H') && number.bare;
        while let Some((times, after)) = numerals::scale_at(folded, end, money)
            .or_else(|| self.short_scale(end))
            .filter(|_| number.arabic || english)
        {
            value *= times;
            scale *= times;
            end = after;
        }
        if article && scale == number.scale {
            return None;
        }
        // Three hundred and fifty.
        while let Some((less, after)) =
            self.added(end).filter(|(less, _)| english && scale >= 100.0 && *less < scale)
        {
            value += less;
            end = after;
            scale = 1.0;
        }
        if folded.at(end) == Some('+') {
            end += 1;
        }
        let scaled = scale > 1.0 || number.scale > 1.0;
        let more = number.more || folded.before(end) == Some('+');
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

    /// The lesser part of a number in words that goes on at `i`: "hundred and fifty".
    fn added(&self, i: usize) -> Option<(f64, usize)> {
        let (_, at) = self.folded.eat_any(i, &[" and ", " "])?;
        let number = numerals::words_at(&self.folded.chars, at).filter(|number| !number.bare)?;
        let (times, end) =
            numerals::scale_at(self.folded, number.end, false).unwrap_or((1.0, number.end));
        (number.value > 0.0).then_some((number.value * times, end))
    }

    /// "5m people", "1.4bn tonnes": short scales with no money, by what is counted after them.
    fn short_scale(&self, i: usize) -> Option<(f64, usize)> {
        let (word, end) = numerals::word_at(&self.folded.chars, i);
        let figures = self.folded.before(i).is_some_and(|c| c.is_ascii_digit());
        let scale = match word.as_str() {
            "m" | "mn" | "mln" => 1e6,
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
        if c.is_ascii_alphabetic() {
            return (!before.is_alphanumeric() || is_han(before)) && !matches!(before, '-' | '\'');
        }
        let in_name = matches!(before, '-' | '_' | '·')
            && two.is_some_and(|c| c.is_alphanumeric() || matches!(c, '”' | '"' | ')'))
            && self.sign_before(i).is_none();
        let in_number =
            matches!(before, '.' | ',' | ':' | '/') && two.is_some_and(|c| c.is_ascii_digit());
        // 占GDP百分之三, 占GDP3%.
        let share =
            !c.is_ascii_digit() || self.is_share(i) && !two.is_some_and(|c| c.is_ascii_digit());
        let letter = before.is_ascii_digit()
            || (before.is_ascii_alphabetic() && !share && !self.head_ends_with_code(i));
        let ordinal = before == '第'
            || (matches!(before, '、' | '-' | '至' | '和' | '及' | '与' | '到')
                && self.ordinal_list(i));
        let vague = !c.is_ascii_digit()
            && matches!(before, '几' | '数' | '好' | '若' | '成' | '百' | '千' | '万');
        let equals = before == ' ' && two == Some('=');
        let mark = equals
            || matches!(before, '#' | '№' | '@' | '&' | '=')
            || (before == '/' && !c.is_ascii_digit());
        !(letter || is_numeral(before) || in_name || in_number || ordinal || vague || mark)
    }

    /// Whether the number at `i` is a percentage.
    fn is_share(&self, i: usize) -> bool {
        numerals::number_at(&self.folded.chars, i)
            .is_some_and(|number| self.folded.at(number.end) == Some('%'))
    }

    /// Where the minus sign before a number begins: 增速为-6.5%, 負2.3%, "minus 20 degrees". A dash
    /// is one only before a percentage, and after no number.
    pub(super) fn sign_before(&self, i: usize) -> Option<usize> {
        let folded = self.folded;
        let (_, end) = numerals::number_at(&folded.chars, i).map(|n| (n.value, n.end))?;
        let share =
            folded.eat_any(folded.skip_spaces(end), &["%", "percent", "per cent"]).is_some();
        let start = i.checked_sub(1)?;
        let outside = |at: usize| {
            folded.before(at).is_none_or(|c| {
                (is_han(c) && !is_numeral(c)) || matches!(c, ' ' | '(' | ',' | '、' | ':')
            })
        };
        match folded.at(start)? {
            '-' if share && outside(start) => Some(start),
            '负' if share => Some(start),
            _ if share && folded.lead(i, 6).eq_ignore_ascii_case("minus ") => Some(i - 6),
            _ => None,
        }
    }

    /// USD500, RMB3.
    fn head_ends_with_code(&self, i: usize) -> bool {
        MONEY_BEFORE.iter().any(|(sign, ..)| self.folded.head(i).ends_with(sign))
    }

    /// 第2、3条: the ordinal before reaches over the list.
    fn ordinal_list(&self, i: usize) -> bool {
        let mut at = i;
        while let Some(c) = self.folded.before(at) {
            match c {
                '第' => return true,
                '、' | '-' | '至' | '和' | '及' | '与' | '到' => {}
                '条' | '款' | '项' | '章' | '轮' | '届' | '次' | '节' => {}
                c if c.is_ascii_digit() || is_numeral(c) => {}
                _ => return false,
            }
            at -= 1;
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
        let (word, end) = folded.eat_any(at, &["--", "-", "~", "至", "到", "to ", "and "])?;
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
            let times = if number.value > 0.0 { quantity.value / number.value } else { 1.0 };
            number.scale * times
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
        let sure = joint == '-' || of || matches!(parts, 3 | 5) && quantity.value > 1.0;
        let whole = folded.at(i).is_some_and(|c| c.is_ascii_alphabetic());
        (sure && whole && quantity.value < f64::from(*parts)).then(|| {
            let share = (quantity.value / f64::from(*parts) * 1e8).round() / 1e8;
            (share, Unit::new("fraction", end))
        })
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
        let lead = folded.lead(i, 8).to_ascii_lowercase();
        let closed = folded.at(end).is_none_or(|c| ",.;)".contains(c))
            || folded
                .eat_any(end, &[" in ", " from ", " to ", " since ", " after ", " on ", " and "])
                .is_some();
        let of = of || (closed && MEASURED.iter().any(|word| lead.ends_with(word)));
        of.then(|| ((1e8 / f64::from(*parts)).round() / 1e8, end))
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
