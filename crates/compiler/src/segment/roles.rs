//! What is a unit in its document? Told from its shape and from where it stands, by rules that know
//! the habits of articles, reports and web pages, and no particular document.

use std::sync::LazyLock;

use regex::Regex;
use vitrine_corpus::model::Role;

use super::metadata;
use super::units::{Unit, begins_item, columns};

/// A unit's role, and for a heading its depth (1 is the title).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) role: Role,
    pub(super) depth: u8,
}

/// A heading is at most this wide: longer lines are sentences.
const MAX_HEADING: usize = 100;

/// A heading without a number is at most this wide, as nothing else tells it from a short paragraph.
const MAX_PLAIN_HEADING: usize = 60;

/// The name of an author or a site is at most this wide.
const MAX_SIGNATURE: usize = 40;

/// A heading without a number stands right below the title.
const PLAIN_DEPTH: u8 = 2;

/// A paragraph under a heading is at least this wide.
const MIN_PARAGRAPH: usize = 80;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

/// Words by which the furniture of a site is known, in the languages it has been met in.
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^(扫一扫|掃一掃|长按|長按|点击(这里|此处|查看|下方|上方|蓝字|关注)|點擊(這裡|此處|查看)|关注我们|關注我們|",
        r"微信扫码|扫码|分享(到|至|本文)|返回(顶部|首页|目录)|上一篇|下一篇|相关(阅读|文章|推荐)|相關(閱讀|文章)|推荐阅读|",
        r"责任编辑|責任編輯|责编|编辑[::]|版权(所有|声明)|版權(所有|聲明)|免责声明|免責聲明|本文来源[::]网络|",
        r"简介[::]|簡介[::]|公司简介|关于我们|關於我們|更多(精彩|内容)|阅读原文|打开APP|下载APP|下載APP|",
        r"all rights reserved|copyright\b|©|\(c\) \d{4}|subscribe\b|sign up\b|log ?in\b|share this|follow us|",
        r"read more|related (articles|stories)|click here|advertisement$|cookie|skip to |back to top|",
        r"about us$|contact us|terms of (use|service)|privacy policy|comments?( \(\d+\))?$|print this|tags?:)",
        r"|(?i)(APP下载|下载客户端|公众号)$",
        r"|^\d+\s*(阅读|閱讀|评论|評論|点赞|次浏览|views?|comments?|shares?|likes?)\b",
        r"|^(阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|转发|阅读量|views?)\s*(数|量|次数)?\s*[::]?\s*\d+",
        r"|^\d+\s+(阅读|閱讀)[::]\s*\d+",
    ))
});

/// The navigation of a site: one or two words behind a bullet.
static NAVIGATION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[•·*›»]\s*(期刊|首頁|首页|目錄|目录|journals?|home|menu|search|搜尋|搜索|login|登入|登录)$",
    )
});

/// A numbered heading, and the depth its kind of number has.
static NUMBERED: LazyLock<Vec<(Regex, u8)>> = LazyLock::new(|| {
    vec![
        (regex(r"^第[一二三四五六七八九十百0-9]+[章编編部篇]"), 2),
        (regex(r"^第[一二三四五六七八九十百0-9]+[节節]"), 3),
        (regex(r"^[一二三四五六七八九十]{1,3}[、..]"), 2),
        (regex(r"^[((][一二三四五六七八九十]{1,3}[))]"), 3),
        (regex(r"(?i)^(chapter|part) (\d+|[ivx]+)\b"), 2),
        (regex(r"^[IVX]{1,5}\. \S"), 2),
        (regex(r"^\d{1,2}\.\d{1,2}\.\d{1,2}\.? \S"), 4),
        (regex(r"^\d{1,2}\.\d{1,2}\.? \S"), 3),
        (regex(r"^\d{1,2}\.? [A-Z\p{Han}]"), 2),
        (regex(r"^\d{1,2}[、..]\p{Han}"), 4),
    ]
});

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(图|圖|表|照片|附图|附圖|figure|fig\.|table|chart|map|photo|image|graphic|box)\s*[0-90-9A-Z]{1,3}\s*[..::、 ]|^(资料图|資料圖|图片|圖片|图源|圖源|photo|image|source|来源|資料來源)\s*[::/]",
    )
});

/// Whose picture it is: what captions end with.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(截图|截圖|视频截图|资料图|資料圖|图自\S{1,12}|图源\S{0,12}|[。\s]\S{1,6}社|摄|攝|摄影|攝影|供图|供圖|/ ?(reuters|afp|ap|getty images|xinhua|kcna|tass|epa|shutterstock)|(photo|image|credit)s?(:| by) [^.]{2,60})[))]?$",
    )
});

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"^[((](\d{4}|n\.d\.)[a-z]?[))][。..,]",
        r"|^\[\d{1,3}\]\s*\S",
        // A family name and given names, then the year in brackets with a stop behind it; or initials.
        r"|^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}[\p{L}'’.-]*\s?){1,4}.{0,60}[((]\d{4}[a-z]?[))]\s?[.,。:]",
        r"|^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}\.[ -]?)+.*[.。]$",
        r"|^[\p{Han}]{2,4}(、[\p{Han}]{2,4})*[((]\d{4}[))][。..]",
        r"|\bdoi:\s?10\.\d{4}|\bISBN\b",
    ))
});

static REFERENCES_HEADING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^([一二三四五六七八九十\d]{1,3}[、.]\s?)?(参考文献|參考文獻|参考资料|參考資料|引用文献|注释|註釋|references|bibliography|works cited|notes|endnotes|literature)[::]?$",
    )
});

/// Assigns a role to each unit.
pub(super) fn assign(units: &[Unit]) -> Vec<Place> {
    let shape = Shape::of(units);
    let mut places: Vec<Place> = Vec::with_capacity(units.len());
    let mut in_references = false;
    for n in 0..units.len() {
        let place = place(units, n, &shape, in_references);
        if place.role == Role::Heading {
            in_references = REFERENCES_HEADING.is_match(&units[n].text);
        }
        places.push(place);
    }
    mark_signatures(units, &mut places);
    places
}

/// What the document as a whole looks like.
struct Shape {
    /// Whether blank lines stand between most paragraphs; if not, a blank line means something.
    parts_by_blanks: bool,
    /// The unit that is the document's title.
    title: Option<usize>,
}

impl Shape {
    fn of(units: &[Unit]) -> Shape {
        let after_blank = units.iter().skip(1).filter(|unit| unit.after_blank).count();
        let parts_by_blanks = after_blank * 3 > units.len().saturating_sub(1);
        let first = units.iter().position(|unit| !is_furniture(&unit.text));
        let title = first.filter(|&n| {
            let text = &units[n].text;
            units[n].markdown_depth == 1
                || (columns(text) <= 160
                    && !ends_sentence(text)
                    && !begins_item(text)
                    && metadata::field(text).is_none()
                    && units.len() > n + 1)
        });
        Shape { parts_by_blanks, title }
    }
}

fn place(units: &[Unit], n: usize, shape: &Shape, in_references: bool) -> Place {
    let unit = &units[n];
    let text = unit.text.as_str();
    let role = |role| Place { role, depth: 0 };
    if is_furniture(text) {
        return role(Role::Boilerplate);
    }
    if shape.title == Some(n) {
        return Place { role: Role::Heading, depth: 1 };
    }
    if unit.markdown_depth > 0 {
        return Place { role: Role::Heading, depth: unit.markdown_depth.max(2) };
    }
    if metadata::field(text).is_some()
        || metadata::is_byline(text)
        || is_source_line(n, shape, text)
    {
        return role(Role::Metadata);
    }
    if CAPTION.is_match(text) && columns(text) <= 200 {
        return role(Role::Caption);
    }
    if in_references || REFERENCE.is_match(text) {
        return role(Role::Reference);
    }
    if let Some(depth) = numbered(text) {
        return Place { role: Role::Heading, depth };
    }
    if CREDIT.is_match(text) && columns(text) <= 240 || is_picture_line(unit, shape, text) {
        return role(Role::Caption);
    }
    if is_plain_heading(units, n) {
        return Place { role: Role::Heading, depth: PLAIN_DEPTH };
    }
    role(Role::Content)
}

fn is_furniture(text: &str) -> bool {
    FURNITURE.is_match(text) || NAVIGATION.is_match(text)
}

/// The name of the site, right below the title: one word in small letters, as in an address.
fn is_source_line(n: usize, shape: &Shape, text: &str) -> bool {
    shape.title.is_some_and(|title| n == title + 1)
        && text.len() <= 40
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

fn numbered(text: &str) -> Option<u8> {
    if columns(text) > MAX_HEADING || ends_sentence(text) {
        return None;
    }
    NUMBERED.iter().find(|(number, _)| number.is_match(text)).map(|(_, depth)| *depth)
}

/// Words under a picture that the copy has lost: in a document that does not part its paragraphs by
/// blank lines, what follows one and does not end as a sentence does.
fn is_picture_line(unit: &Unit, shape: &Shape, text: &str) -> bool {
    !shape.parts_by_blanks
        && unit.after_blank
        && columns(text) > 30
        && columns(text) <= 240
        && !ends_sentence(text)
}

/// A short line over a long one that does not end as a sentence does.
fn is_plain_heading(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    let next_is_text = units[n + 1..]
        .iter()
        .find(|unit| !is_furniture(&unit.text))
        .is_some_and(|next| columns(&next.text) >= MIN_PARAGRAPH || begins_item(&next.text));
    next_is_text
        && columns(text) <= MAX_PLAIN_HEADING
        && !begins_item(text)
        && !ends_sentence_but_question(text)
        && text.chars().any(char::is_alphabetic)
}

fn ends_sentence(text: &str) -> bool {
    ends_sentence_but_question(text) || text.ends_with(['?', '?'])
}

fn ends_sentence_but_question(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '』', '」', ')', ')', '’']);
    text.ends_with(['。', '.', '!', '!', ';', ';', ',', ',', ':', ':', '、'])
        && !text.ends_with("etc.")
}

/// The name of the author or the site, again, at the end of the document: furniture, unlike at its
/// head.
fn mark_signatures(units: &[Unit], places: &mut [Place]) {
    let heads: Vec<String> = units
        .iter()
        .zip(&*places)
        .filter(|(_, place)| place.role == Role::Metadata)
        .map(|(unit, _)| unit.text.clone())
        .collect();
    let is_text =
        |n: &usize| places[*n].role == Role::Content && columns(&units[*n].text) > MAX_SIGNATURE;
    let last_text = (0..units.len()).rev().find(is_text).unwrap_or(0);
    for n in last_text + 1..units.len() {
        let text = units[n].text.as_str();
        let is_signature =
            columns(text) <= MAX_SIGNATURE && heads.iter().any(|head| head.contains(text));
        if is_signature && places[n].role != Role::Reference {
            places[n] = Place { role: Role::Boilerplate, depth: 0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::split;
    use super::*;

    fn roles(text: &str) -> Vec<(&'static str, u8)> {
        assign(&split(text, false)).into_iter().map(|p| (p.role.as_str(), p.depth)).collect()
    }

    const LONG: &str = "两国在经济、贸易、能源和交通等领域的合作不断扩大,双方签署了多项协议,并就地区局势交换了意见,同意继续保持高层往来。";

    #[test]
    fn an_article_is_read_by_its_shape() {
        let text = format!(
            "标题在这里\n\n某某网 2024-11-05 14:57:48\n\n{LONG}\n\n一、引言\n\n{LONG}\n\n(一)背景\n\n{LONG}\n\n图1. 两国领导人会晤\n\n{LONG}\n\n0 阅读:2\n\n某某网\n\n简介:专注信息服务。"
        );
        let expected = [
            ("heading", 1),
            ("metadata", 0),
            ("content", 0),
            ("heading", 2),
            ("content", 0),
            ("heading", 3),
            ("content", 0),
            ("caption", 0),
            ("content", 0),
            ("boilerplate", 0),
            ("boilerplate", 0),
            ("boilerplate", 0),
        ];
        assert_eq!(roles(&text), expected);
    }

    #[test]
    fn bibliography_is_told_from_text() {
        for line in [
            "(1993)。蘇聯國際條約集 Sbornik, Vol. 46。Moscow:Mezhdunarodnye Otnosheniya。",
            "Chan, Young Bang(1990).Prospect of Cooperation.The Journal.21(3)",
            "[12] Smith J. A book. London, 2001.",
        ] {
            assert!(REFERENCE.is_match(line), "{line}");
        }
        for line in [
            "Moreover, Russia and China (2023) agreed on trade",
            "However, Russia agreed. China did too.",
            "In 2023, trade grew by 5%.",
            LONG,
        ] {
            assert!(!REFERENCE.is_match(line), "{line}");
        }
    }

    #[test]
    fn a_sentence_is_no_heading() {
        assert_eq!(numbered("一、两国签署了协议。"), None);
        assert_eq!(numbered("三、国家利益"), Some(2));
        assert_eq!(numbered("1.2 Methods"), Some(3));
        assert_eq!(numbered("2024 was a year"), None);
    }
}
