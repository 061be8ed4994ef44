//! What does the curator say of a document's publication? The keys of `corpus.toml` for it, and whether they can be.

use std::sync::LazyLock;

use regex::Regex;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::publication::{Kind, Publication};

use super::{CORPUS, Config, Count, DocumentEntry};
use crate::problem::{Code, Problem, did_you_mean, nearest};

/// What types may be written, as a mend.
const TYPES: &str = "types are those of CSL: article-journal, article-magazine, article-newspaper, book, \
                     chapter, document, interview, legal_case, legislation, manuscript, paper-conference, \
                     post-weblog, report, speech, thesis, treaty, webpage";

impl Count {
    fn text(&self) -> String {
        match self {
            Count::Number(number) => number.to_string(),
            Count::Text(text) => text.clone(),
        }
    }
}

impl DocumentEntry {
    /// What it says of the publication; what cannot be was reported as that, and is left out.
    pub(crate) fn publication(&self) -> Publication {
        let count = |count: &Option<Count>| count.as_ref().map(Count::text);
        Publication {
            kind: self.kind.as_ref().and_then(|kind| Kind::parse(kind.get_ref())),
            container: self.container.clone(),
            volume: count(&self.volume),
            issue: count(&self.issue),
            pages: count(&self.pages),
            number: count(&self.number),
            place: self.place.clone(),
            editors: self.editors.clone().unwrap_or_default(),
            translators: self.translators.clone().unwrap_or_default(),
            url: self.url.as_ref().and_then(|url| web_address(url.get_ref())).map(str::to_owned),
            doi: self.doi.as_ref().and_then(|text| doi(text.get_ref())).map(str::to_owned),
            accessed: self
                .accessed
                .as_ref()
                .filter(|day| is_day(day.get_ref()))
                .map(|day| day.get_ref().clone()),
        }
    }
}

/// The address, if it is one of the web and whole.
pub(crate) fn web_address(text: &str) -> Option<&str> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^https?://[^\s/?\#\p{C}"<>]+(?:[/?\#][^\s\p{C}"<>\\^`{|}]*)?$"#)
            .expect("the pattern is right")
    });
    let text = text.trim();
    ADDRESS.is_match(text).then_some(text)
}

/// The identifier itself, of whatever form it is written in: `10.1000/182`, `doi:10.1000/182`,
/// `https://doi.org/10.1000/182`.
pub(crate) fn doi(text: &str) -> Option<&str> {
    static DOI: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^(?:(?i:doi\s*[:：]\s*)?(?:https?://)?(?:dx\.)?(?i:doi\.org/)|(?i:doi\s*[:：]?\s*))?(?P<doi>10\.\d{4,9}/[^\s\p{C}"<>\\^`{|}]+)$"#)
            .expect("the pattern is right")
    });
    Some(DOI.captures(text.trim())?.name("doi")?.as_str())
}

fn is_day(text: &str) -> bool {
    text.parse::<Edtf>().is_ok_and(|date| date.first_day() == date.last_day())
}

/// Whether types, addresses, identifiers and days are such.
pub(super) fn check(config: &Config, problems: &mut Vec<Problem>) {
    for entry in &config.corpus.documents {
        let mut complain = |code, what: String, mend: String, span| {
            let problem = Problem::new(code, &config.corpus_path, what, mend);
            problems.push(problem.at(config.text_of(CORPUS), span));
        };
        if let Some(kind) = entry.kind.as_ref().filter(|kind| Kind::parse(kind.get_ref()).is_none())
        {
            let what = format!("there is no type of document “{}”", kind.get_ref());
            let hint = nearest(kind.get_ref(), Kind::ALL.iter().map(|kind| kind.as_str()));
            complain(Code::UnknownType, what, did_you_mean(hint, TYPES), kind.span());
        }
        if let Some(url) = entry.url.as_ref().filter(|url| web_address(url.get_ref()).is_none()) {
            let what = format!("“{}” is no address of the web", url.get_ref());
            let mend = "write it whole, as a browser shows it: https://example.org/page";
            complain(Code::BadAddress, what, mend.to_owned(), url.span());
        }
        if let Some(text) = entry.doi.as_ref().filter(|text| doi(text.get_ref()).is_none()) {
            let what = format!("“{}” is no DOI", text.get_ref());
            let mend = "write it as 10.1000/182, or take the line away";
            complain(Code::BadAddress, what, mend.to_owned(), text.span());
        }
        if let Some(day) = entry.accessed.as_ref().filter(|day| !is_day(day.get_ref())) {
            let what = format!("“{}” is no day", day.get_ref());
            let mend = "write year, month and day: 2024-11-05";
            complain(Code::BadDate, what, mend.to_owned(), day.span());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_and_of_the_web() {
        for good in [
            "https://a.org",
            "http://a.org/b?c=d#e",
            "https://例子.中国/文 ".trim(),
            "https://a.org/%E6%96%87",
        ] {
            assert_eq!(web_address(good), Some(good));
        }
        assert_eq!(web_address(" https://a.org/ "), Some("https://a.org/"));
        for bad in [
            "",
            "a.org",
            "//a.org",
            "javascript:alert(1)",
            "ftp://a.org",
            "https://",
            "https:///a",
            "https://a.org/b c",
            "https://a.org/\u{202e}b",
            "https://a.org/\"onclick",
            "https://a.org/<b>",
        ] {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn identifiers_are_read_in_all_their_forms() {
        for text in [
            "10.1000/182",
            "doi:10.1000/182",
            "DOI: 10.1000/182",
            "DOI：10.1000/182",
            "doi 10.1000/182",
            "https://doi.org/10.1000/182",
            "http://dx.doi.org/10.1000/182",
            "doi.org/10.1000/182",
            "DOI: https://doi.org/10.1000/182",
        ] {
            assert_eq!(doi(text), Some("10.1000/182"), "{text}");
        }
        for text in [
            "",
            "182",
            "10.1000",
            "10.1/2",
            "10.1000/1 2",
            "see 10.1000/182",
            "https://a.org/10.1000/182",
        ] {
            assert_eq!(doi(text), None, "{text}");
        }
    }
}
