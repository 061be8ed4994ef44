//! What language is a unit in? By script where that tells; the two scripts of Chinese by the
//! characters that only one of them writes; other languages by a trigram model.

use std::collections::BTreeMap;

use whatlang::{Detector, Lang, Script};

use super::units::Unit;
use crate::folding::{Folding, is_han};
use crate::read::Record;

/// A text of at least this many letters is long enough for the trigram model.
const MIN_LETTERS: usize = 40;

/// So much of a document tells its language, in bytes.
const MAX_TOLD: usize = 20_000;

/// The language tag of each unit. What a unit alone does not tell (a name, a number, characters that
/// both scripts write) is told by its document.
pub(super) fn of_units(units: &[Unit], expected: &[String], folding: &Folding) -> Vec<String> {
    let guesses: Vec<Guess> =
        units.iter().map(|unit| guess(&unit.text, expected, folding)).collect();
    let main_script = main_chinese(&guesses, expected);
    let main_other = main_other(&guesses, units, expected);
    let main = main_language(&guesses, units, &main_script, &main_other);
    // One word between texts of another language is a name there: so is the site that a Chinese text is from.
    let is_word = |unit: &Unit| !unit.text.trim().contains(char::is_whitespace);
    let is_spoken = guesses.iter().zip(units).any(|(guess, unit)| {
        matches!(guess, Guess::Tag(tag) if *tag == main_other) && !is_word(unit)
    });
    guesses
        .into_iter()
        .zip(units)
        .map(|(guess, unit)| match guess {
            Guess::Tag(tag) if tag == main_other && !is_spoken && is_word(unit) => main.clone(),
            Guess::Chinese(0) => main_script.clone(),
            Guess::Chinese(score) => if score > 0 { "zh-Hans" } else { "zh-Hant" }.to_owned(),
            Guess::Tag(tag) => tag,
            Guess::Spaced => main_other.clone(),
            Guess::Nothing => main.clone(),
        })
        .collect()
}

/// The language tag of each record: as the record says, else as its text tells.
pub(super) fn of_records(
    records: &[Record],
    units: &[Unit],
    expected: &[String],
    folding: &Folding,
) -> Vec<String> {
    let is_told = |record: &Record| record.lang.as_ref().is_some_and(|tag| tag != CHINESE);
    // The guess takes long, and is not needed where every record says it.
    let guessed = if records.iter().all(is_told) {
        vec![String::new(); records.len()]
    } else {
        of_units(units, expected, folding)
    };
    let tags = records.iter().zip(guessed).zip(units).map(|((record, guess), unit)| {
        match record.lang.as_deref() {
            None => guess,
            Some(CHINESE) if guess.starts_with(CHINESE) => guess,
            Some(CHINESE) if folding.simplified_score(&unit.text) < 0 => "zh-Hant".to_owned(),
            Some(CHINESE) => "zh-Hans".to_owned(),
            Some(tag) => tag.to_owned(),
        }
    });
    tags.collect()
}

/// Chinese without its script: the text tells which it is.
const CHINESE: &str = "zh";

enum Guess {
    /// Chinese; above 0 Simplified, below 0 Traditional, 0 either.
    Chinese(i64),
    Tag(String),
    /// Letters of a script with spaces, too few to tell the language.
    Spaced,
    /// No letters.
    Nothing,
}

/// The letters alone: the dot among them stands between the names of foreigners in Chinese, too.
fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}') && c.is_alphabetic()
}

const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn guess(text: &str, expected: &[String], folding: &Folding) -> Guess {
    let count = |test: fn(char) -> bool| text.chars().filter(|&c| test(c)).count();
    let han = count(is_han);
    let kana = count(is_kana);
    let hangul = count(is_hangul);
    let letters = count(|c| c.is_alphabetic() && !is_han(c) && !is_kana(c) && !is_hangul(c));
    // A Chinese character says about as much as three letters of a word.
    if kana > 0 && kana * 10 > han && (kana + han) * 3 > letters {
        return Guess::Tag("ja".to_owned());
    }
    if hangul * 3 > letters && hangul > han {
        return Guess::Tag("ko".to_owned());
    }
    if han > 0 && han * 3 > letters {
        return Guess::Chinese(folding.simplified_score(text));
    }
    if letters == 0 {
        return if han > 0 {
            Guess::Chinese(folding.simplified_score(text))
        } else {
            Guess::Nothing
        };
    }
    spaced_language(text, letters, expected)
}

/// The languages of a script: those that are expected, or else all.
fn candidates(script: Script, expected: &[String]) -> Vec<Lang> {
    let candidates = script.langs().iter().copied();
    let known = candidates.clone().filter(|lang| expected.iter().any(|tag| tag == code(*lang)));
    let known: Vec<Lang> = known.collect();
    if known.is_empty() { candidates.collect() } else { known }
}

/// The language of a text in a script with spaces.
fn spaced_language(text: &str, letters: usize, expected: &[String]) -> Guess {
    let Some(script) = whatlang::detect_script(text) else {
        return Guess::Spaced;
    };
    let candidates = candidates(script, expected);
    if let [only] = candidates.as_slice() {
        return Guess::Tag(code(*only).to_owned());
    }
    if letters < MIN_LETTERS {
        return Guess::Spaced;
    }
    match Detector::with_allowlist(candidates).detect(text) {
        Some(found) if found.is_reliable() => Guess::Tag(code(found.lang()).to_owned()),
        _ => Guess::Spaced,
    }
}

/// The BCP 47 tag of a language: two letters where there are two.
pub(crate) fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Cat => "ca",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Cym => "cy",
        Lang::Lat => "la",
        Lang::Epo => "eo",
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Tur => "tr",
        Lang::Aze => "az",
        Lang::Uzb => "uz",
        Lang::Tuk => "tk",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Jav => "jv",
        Lang::Tgl => "tl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Ell => "el",
        Lang::Hye => "hy",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Amh => "am",
        Lang::Hin => "hi",
        Lang::Mar => "mr",
        Lang::Nep => "ne",
        Lang::Ben => "bn",
        Lang::Guj => "gu",
        Lang::Pan => "pa",
        Lang::Ori => "or",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Sin => "si",
        Lang::Mya => "my",
        Lang::Khm => "km",
        Lang::Tha => "th",
        Lang::Kor => "ko",
        Lang::Jpn => "ja",
        Lang::Cmn => "zh",
    }
}

/// The script of a document's Chinese, for lines that both scripts write alike.
fn main_chinese(guesses: &[Guess], expected: &[String]) -> String {
    let score: i64 = guesses
        .iter()
        .map(|guess| if let Guess::Chinese(score) = guess { *score } else { 0 })
        .sum();
    match score {
        1.. => "zh-Hans".to_owned(),
        ..0 => "zh-Hant".to_owned(),
        0 => expected
            .iter()
            .find(|tag| tag.starts_with("zh"))
            .cloned()
            .unwrap_or("zh-Hans".to_owned()),
    }
}

/// The language of a document's lines in a script with spaces, for those too short to tell.
fn main_other(guesses: &[Guess], units: &[Unit], expected: &[String]) -> String {
    let mut lengths: BTreeMap<&str, usize> = BTreeMap::new();
    for (guess, unit) in guesses.iter().zip(units) {
        if let Guess::Tag(tag) = guess
            && !matches!(tag.as_str(), "ja" | "ko" | "th")
        {
            *lengths.entry(tag).or_default() += unit.text.len();
        }
    }
    let longest =
        lengths.into_iter().max_by_key(|(_, length)| *length).map(|(tag, _)| tag.to_owned());
    let first_expected =
        expected.iter().find(|tag| !["zh", "ja", "ko"].iter().any(|asian| tag.starts_with(asian)));
    longest
        .or_else(|| of_all(guesses, units, expected))
        .or_else(|| first_expected.cloned())
        .unwrap_or_else(|| "en".to_owned())
}

/// The language of a document of whose lines none is sure, told from all of them. In a script of its own even an
/// unsure language is nearer than that of other corpora.
fn of_all(guesses: &[Guess], units: &[Unit], expected: &[String]) -> Option<String> {
    let unsure = guesses.iter().zip(units).filter(|(guess, _)| matches!(guess, Guess::Spaced));
    let text: Vec<&str> = unsure.map(|(_, unit)| unit.text.as_str()).collect();
    let text = text.join("\n");
    let end = text.floor_char_boundary(MAX_TOLD);
    let text = &text[..end];
    let script = whatlang::detect_script(text)?;
    let found = Detector::with_allowlist(candidates(script, expected)).detect(text)?;
    let is_told = found.is_reliable() || script != Script::Latin;
    is_told.then(|| code(found.lang()).to_owned())
}

fn main_language(guesses: &[Guess], units: &[Unit], chinese: &str, other: &str) -> String {
    let length = |test: fn(&Guess) -> bool| -> usize {
        guesses
            .iter()
            .zip(units)
            .filter(|(guess, _)| test(guess))
            .map(|(_, unit)| unit.text.len())
            .sum()
    };
    let is_chinese = length(|guess| matches!(guess, Guess::Chinese(_)))
        >= length(|guess| matches!(guess, Guess::Tag(_) | Guess::Spaced));
    if is_chinese { chinese } else { other }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::units::split;
    use super::*;

    fn tags(text: &str, expected: &[&str]) -> Vec<String> {
        let expected: Vec<String> = expected.iter().map(|&tag| tag.to_owned()).collect();
        of_units(&split(text, false), &expected, &Folding::new(std::iter::empty()))
    }

    #[test]
    fn scripts_and_languages_are_told_apart() {
        let text = "俄羅斯與朝鮮的關係\n俄罗斯与朝鲜的关系\nThe relations of Russia and North Korea have been changing quickly.\n日本とロシアの関係について\n한국과 러시아의 관계\nОтношения России и Кореи быстро меняются в последние годы.";
        assert_eq!(tags(text, &[]), ["zh-Hant", "zh-Hans", "en", "ja", "ko", "ru"]);
    }

    #[test]
    fn lines_that_do_not_tell_are_told_together() {
        let text = "Річка тече на південь.\nНа березі стоїть село.\nЛюди ловлять рибу.";
        assert_eq!(tags(text, &[]), ["uk", "uk", "uk"]);
        let text = "De rivier stroomt naar het zuiden.\nOp de oever staat een klein dorp.\nDe mensen vangen er vis.\nHet water is koud, en toch zwemmen de kinderen er graag in.";
        assert_eq!(tags(text, &[]), ["nl", "nl", "nl", "nl"]);
    }

    #[test]
    fn the_dot_of_japanese_is_no_letter() {
        let text = "弗拉基米爾・普丁訪問了朝鮮的首都\n・・・\nウラジーミル・プーチン";
        assert_eq!(tags(text, &[]), ["zh-Hant", "zh-Hant", "ja"]);
    }

    #[test]
    fn what_a_line_does_not_tell_its_document_does() {
        assert_eq!(tags("中文\n俄羅斯與朝鮮\n2024", &[]), ["zh-Hant", "zh-Hant", "zh-Hant"]);
        assert_eq!(
            tags("Notes\nThe trade between the two countries has grown again this year.", &["en"]),
            ["en", "en"]
        );
    }
}
