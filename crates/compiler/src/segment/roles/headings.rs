//! Which lines are headings, and how deep?

use std::sync::LazyLock;

use regex::Regex;

use super::{ends_sentence, ends_sentence_but_question, furniture, regex};
use crate::segment::units::{Unit, begins_item, columns};

/// A heading is at most this wide: longer lines are sentences.
const MAX_HEADING: usize = 100;

/// A heading without a number is at most this wide, as nothing else tells it from a short paragraph.
const MAX_PLAIN_HEADING: usize = 60;

/// A paragraph under a heading is at least this wide; one under a very short heading that stands
/// alone at least half as wide.
const MIN_PARAGRAPH: usize = 80;

/// The kinds of number a heading can have, from the outermost to the innermost. Which depth a kind
/// has depends on which others the document uses.
static NUMBERED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"^第[一二三四五六七八九十百0-9]+[章编編部篇]|(?i)^(chapter|part) (\d+|[ivx]+)\b",
        r"^第[一二三四五六七八九十百0-9]+[节節]",
        r"^[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}[、.．]",
        r"^[IVX]{1,5}\. \S",
        r"^[一二三四五六七八九十]{1,3}[、.．]",
        r"^[(（][一二三四五六七八九十]{1,3}[)）]",
        r"^\d{1,2}\.? [A-Z\p{Han}]|^\d{1,2}[、.．]\p{Han}",
        r"^\d{1,2}\.\d{1,2}\.? ?[\p{L}]",
        r"^\d{1,2}\.\d{1,2}\.\d{1,2}\.? ?[\p{L}]",
    ]
    .map(regex)
    .into()
});

/// What parts of papers and reports are called.
static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^(\d{1,2}\.?\s+|[IVX]{1,5}\.\s+)?(abstract|(executive )?summary|key (findings|points|takeaways)|introduction|background|conclusions?|discussion|methods?|methodology|results|findings|recommendations|",
        r"references|bibliography|works cited|notes|endnotes|footnotes|acknowledge?ments?|about the authors?|appendix( [A-Z0-9])?|foreword|preface|epilogue|contents|pull ?quotes?|highlights)[:：]?$",
        r"|^[【\[]?(内容|主要)?(摘\s*要|提\s*要|引\s*言|前\s*言|导\s*言|導\s*言|绪\s*论|緒\s*論|结\s*论|結\s*論|结\s*语|結\s*語|余\s*论|餘\s*論|附\s*录|附\s*錄|致\s*谢|致\s*謝|参考文献|參考文獻|参考资料|參考資料|引用文献|引用文獻|参考书目|參考書目|注\s*释|註\s*釋|作者简介|作者簡介|编者按|編者按|(重点|重點)?摘[录錄句])[】\]]?[:：]?$",
    ))
});

static REFERENCES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^([一二三四五六七八九十\d壹-龥]{1,3}[、.．]\s?)?(主要)?(参考文献|參考文獻|参考资料|參考資料|引用文献|引用文獻|参考书目|參考書目|注\s*释|註\s*釋|references|bibliography|works cited|notes|endnotes|footnotes|literature( cited)?|sources|further reading)[:：]?$",
    )
});

/// The parts of a bibliography.
static REFERENCES_PART: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(部分|文献|文獻|专书|專書|专著|專著|期刊|论文|論文|报纸|報紙|网站|網站|网络|網路|外文|中文|英文|books|articles|primary|secondary|sources|websites|newspapers|documents|archives)\S{0,4}$",
    )
});

static NOTES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[【\[]?(about the (authors?|contributors?)|acknowledge?ments?|author bios?|作者(简介|簡介|介绍|介紹)|致\s*谢|致\s*謝)[】\]]?[:：]?$",
    )
});

/// Whether a heading stands over a bibliography or over notes.
pub(super) fn heads_references(text: &str) -> bool {
    REFERENCES.is_match(text)
}

/// Whether the heading of a bibliography, or of notes, could as well stand over a text on what it names.
pub(super) fn may_head_text(text: &str) -> bool {
    static NAMES: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"(?i)(literature|sources|notes|注\s*释|註\s*釋|参考资料|參考資料)[:：]?$")
    });
    NAMES.is_match(text)
}

/// Whether a heading inside a bibliography parts it.
pub(super) fn parts_references(text: &str) -> bool {
    REFERENCES_PART.is_match(text)
}

/// Whether a heading stands over what is said of the authors.
pub(super) fn heads_notes(text: &str) -> bool {
    NOTES.is_match(text)
}

/// The kind of number that a line has which could be a heading.
fn kind(text: &str) -> Option<usize> {
    if columns(text) > MAX_HEADING || ends_sentence_but_question(text) {
        return None;
    }
    // The innermost kind first: 1.1 is no 1.
    (0..NUMBERED.len()).rev().find(|&kind| NUMBERED[kind].is_match(text))
}

/// The depth of each unit that has a heading's number; 0 for all others.
pub(super) fn numbered(units: &[Unit]) -> Vec<u8> {
    let mut kinds: Vec<Option<usize>> = units.iter().map(|unit| kind(&unit.text)).collect();
    // Numbered lines without text between them are a list.
    let plain = kinds.clone();
    for n in 0..units.len() {
        let is_like = |other: Option<usize>| {
            other.is_some_and(|other| plain[n].is_some() && plain[other] == plain[n])
        };
        let before = n.checked_sub(1).filter(|_| !units[n].after_blank);
        let after = Some(n + 1).filter(|&after| after < units.len());
        let is_listed = is_like(before) || is_like(after.filter(|&n| !units[n].after_blank));
        if is_listed {
            kinds[n] = None;
        }
    }
    let mut used: Vec<usize> = kinds.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    let depth = |kind: usize| used.iter().position(|used| *used == kind).map_or(0, |n| n as u8 + 2);
    kinds.into_iter().map(|kind| kind.map_or(0, depth)).collect()
}

/// Whether a line has the name of a part of papers, perhaps in two languages: “摘要 | Abstract”.
pub(super) fn is_section(text: &str) -> bool {
    let mut names = text.split(['|', '｜', '/', '／']).map(str::trim);
    names.clone().count() <= 2 && names.all(|name| SECTION.is_match(name)) || is_appendix(text)
}

/// Whether a line stands over an appendix.
pub(super) fn is_appendix(text: &str) -> bool {
    static APPENDIX: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?i:appendix|appendices|annex)(\s([A-Z]|[IVX]{1,4}|\d{1,2}))?([.:：–—-]\s?\S.*|\s\p{Lu}.*)?$|^(附录|附錄)[一二三四五六七八九十0-9A-Z]{0,2}([：:、.\s].*)?$",
        )
    });
    columns(text) <= MAX_PLAIN_HEADING && !ends_sentence(text) && APPENDIX.is_match(text)
}

/// Whether a line begins with what kind of piece follows, as newspapers set it over one: 专访|“桥还在”.
pub(super) fn has_kicker(text: &str) -> bool {
    static KICKER: LazyLock<Regex> = LazyLock::new(|| {
        regex(concat!(
            r"^[【\[]?(专访|專訪|访谈|訪談|对话|對話|问答|問答|对谈|對談|观察|觀察|分析|解读|解讀|深度|特稿|特写|特寫|评论|評論|社论|社論|时评|時評|书评|書評|独家|獨家|背景|聚焦|专题|專題|专栏|專欄|现场|現場|人物|调查|調查|手记|手記|记者手记|記者手記)[】\]]?\s?[|｜丨]\s?\S",
            r"|(?i)^(interview|analysis|opinion|explainer|feature|commentary|q ?& ?a|profile|background|exclusive|special report|factbox|timeline|in focus|viewpoint|essay|review|editorial)\s?[|｜]\s?\S",
        ))
    });
    KICKER.is_match(text)
        && columns(text) <= MAX_HEADING
        && !ends_sentence_but_question(text)
        && text.split(['|', '｜', '丨']).count() == 2
}

/// Whether a line names the kind of document it stands over: PRESS RELEASE.
pub(super) fn is_kind(text: &str) -> bool {
    static KIND: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^((press|media|news) (release|advisory|statement|notice)|(policy|research|issue) brief|(working|discussion|research|briefing|policy) (paper|note)s?|(original |review |research )?(research )?articles?|(book|literature) reviews?|fact ?sheet|special report|news analysis|for immediate release)[:：]?$",
        )
    });
    KIND.is_match(text)
}

/// Whether a line that is no sentence stands right over a text, without a blank line between.
pub(super) fn is_over_text(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    let is_over = units.get(n + 1).is_some_and(|next| {
        !next.after_blank && columns(&next.text) >= MIN_PARAGRAPH && ends_sentence(&next.text)
    });
    is_over
        && units[n].after_blank
        && columns(text) <= MAX_HEADING
        && !begins_item(text)
        && !ends_sentence_but_question(text)
        && text.chars().any(char::is_alphabetic)
}

/// A short line over a long one that does not end as a sentence does.
pub(super) fn is_plain(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    let next = units[n + 1..].iter().find(|unit| !furniture::is_furniture(&unit.text));
    let next_is_text = next.is_some_and(|next| {
        let width = columns(&next.text);
        width >= MIN_PARAGRAPH
            || begins_item(&next.text)
            || units[n].after_blank
                && next.after_blank
                && columns(text) * 2 <= MAX_PLAIN_HEADING.min(width)
                && width * 2 >= MIN_PARAGRAPH
                && ends_sentence(&next.text)
    });
    next_is_text && can_be_plain(units, n)
}

/// Whether a line has the form of a heading without a number.
pub(super) fn can_be_plain(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    columns(text) <= MAX_PLAIN_HEADING
        && !begins_item(text)
        && !ends_sentence_but_question(text)
        && !text.starts_with(['[', '［', '(', '（', '|', '>'])
        && (!text.starts_with(['“', '"', '「']) || is_quoted_heading(units, n))
        // The row of a table.
        && !text.contains('\t')
        && !text.contains("....")
        && text.chars().any(char::is_alphabetic)
}

/// Whether a line is what somebody said, as a heading: no sentence to its end, and not pulled from the text.
fn is_quoted_heading(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    let inside = text.strip_prefix(['“', '「']).and_then(|text| text.strip_suffix(['”', '」']));
    inside.is_some_and(|said| {
        let is_elsewhere =
            units.iter().enumerate().any(|(m, unit)| m != n && unit.text.contains(said));
        let follows_colon = n > 0 && units[n - 1].text.ends_with([':', '：']);
        !said.contains(['“', '”', '「', '」', '。', '？', '?', '！', '!'])
            && !is_elsewhere
            && !follows_colon
            && said.chars().any(crate::folding::is_han)
    })
}

/// A number alone over a heading, as magazines set it: 01.
pub(super) fn is_bare_number(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    text.len() == 2
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.starts_with('0')
        && units.get(n + 1).is_some_and(|next| is_plain(units, n + 1) || !ends_sentence(&next.text))
}

#[cfg(test)]
mod tests {
    use super::super::super::units::split;
    use super::*;

    #[test]
    fn the_depth_of_a_number_is_told_by_the_others() {
        let depths = |text: &str| numbered(&split(text, false));
        assert_eq!(depths("壹、前言\n…\n一、目的\n…\n(一)範圍"), [2, 0, 3, 0, 4]);
        assert_eq!(depths("一、前言\n…\n(一)範圍"), [2, 0, 3]);
        assert_eq!(depths("1. Methods\n…\n1.1 Data\n…\n1.1.1 Ships"), [2, 0, 3, 0, 4]);
        assert_eq!(
            depths("一、两国签署了协议。\n2024 was a year\n3. A sentence it is."),
            [0, 0, 0]
        );
    }

    #[test]
    fn sections_may_be_named_in_two_languages() {
        for line in
            ["摘要 | Abstract", "References / 參考文獻", "重點摘錄｜Pull quote", "Highlights"]
        {
            assert!(is_section(line), "{line}");
        }
        for line in
            ["Abstract | Rivers", "摘录的人很多", "Notes | Results | Methods", "Highlights of 1914"]
        {
            assert!(!is_section(line), "{line}");
        }
    }

    #[test]
    fn the_kind_of_a_piece_is_told_from_its_title() {
        for line in ["Research article", "ORIGINAL ARTICLE", "Article", "Book review"] {
            assert!(is_kind(line), "{line}");
        }
        assert!(!is_kind("Article 5") && !is_kind("Articles of the valley"));
    }

    #[test]
    fn appendices_are_sections() {
        for line in [
            "Appendix",
            "Appendix A",
            "Appendix A. Raw data",
            "APPENDIX II: FEES",
            "附录一：桥名表",
            "附錄",
        ] {
            assert!(is_section(line), "{line}");
        }
        for line in ["Appendix A holds the raw data.", "附录一列出了桥名。", "Appendices are long."]
        {
            assert!(!is_section(line), "{line}");
        }
    }

    #[test]
    fn what_kind_of_piece_follows_may_stand_in_its_heading() {
        for line in ["专访|“桥还在,路没了”", "觀察｜船運的最後一個冬天", "Analysis | Who pays?"]
        {
            assert!(has_kicker(line), "{line}");
        }
        for line in ["评论|分享|收藏", "分析|数据表明,桥还在。", "上村|下村", "Analysis"]
        {
            assert!(!has_kicker(line), "{line}");
        }
        assert!(is_kind("PRESS RELEASE") && is_kind("Working paper") && !is_kind("Press freedom"));
    }

    #[test]
    fn numbers_without_text_between_them_are_a_list() {
        assert_eq!(numbered(&split("1. Grain\n2. Steel\n3. Coal", false)), [0, 0, 0]);
        assert_eq!(numbered(&split("1. Grain\n\nText.\n\n2. Steel", false)), [2, 0, 2]);
    }
}
