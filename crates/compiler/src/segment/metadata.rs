//! What does a document say of itself? Author, source, date and keywords from its head, and what
//! `corpus.toml` says instead.

use std::sync::LazyLock;

use regex::Regex;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::model::{Localized, Role};
use vitrine_corpus::publication::Publication;

use super::roles::Assigned;
use super::units::Unit;
use crate::config::{DocumentEntry, Texts, doi, web_address};
use crate::read::File;

/// What is known of a document.
pub(crate) struct Metadata {
    pub(crate) id: String,
    pub(crate) title: Localized,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) original_language: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) reference_date: Option<String>,
    pub(crate) rights: Localized,
    pub(crate) publication: Publication,
}

/// A line of a document's head that names what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Author,
    Source,
    Date,
    Keywords,
}

static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^[【\[*]*(?:",
        r"(?P<title>标题|標題|题目|題目|篇名|title)",
        r"|(?P<author>作者|撰文|文|记者|記者|author(?:\(s\)|s)?)",
        r"|(?P<source>网站来源|網站來源|文章来源|来源|來源|出处|出處|期刊|刊名|出版社|source|publisher|publication)",
        r"|(?P<date>(?:最后|最後|首次)?(?:发布|發布|發佈|发表|發表|刊发|刊發|刊登|刊出|出版|更新|修订|修訂|发稿|發稿|成文|印发|印發|签发|簽發|公布|公佈|上线|上線|撰写|撰寫|定稿)?(?:日期|时间|時間)|(?:publication |release |issue )?date(?: of (?:issue|publication|release))?|(?:first )?published(?: on)?|posted(?: on)?|(?:last )?(?:updated|modified)(?: on)?)",
        r"|(?P<keywords>关键词|關鍵詞|關鍵字|关键字|标签|標籤|key ?words?|tags?|index terms)",
        r")[】\]]?\s*(?:/\s*(?:[\p{L}() ]{3,20}|日期|时间|時間|作者|来源|來源|标题|標題|题目|題目)|[|｜]?\s*(?:key ?words?|tags?|authors?|sources?|date|published|title))?\s*[:：】\]]\**\s*(?P<value>.*)$",
    ))
    .expect("the pattern is right")
});

/// 【文/ …】, 文/…, By Jane Doe.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:【\s*文\s*[/／:：]\s*(?P<a>.{2,40})】|(?:文|撰文|撰稿|采写|採寫|采访|採訪)\s*[/／|]\s*(?P<b>.{2,40})|",
        r"\p{Han}{0,4}(?:记者|記者)\s*(?P<d>\p{Han}{2,4}(?:、\p{Han}{2,4}){0,3})\s*[/／]\s*\p{Han}{2,8}|",
        r"(?:(?:[Ww]ritten |[Ii]nterview )?[Bb][Yy]|BY) (?P<c>\p{Lu}[\p{L}.'’-]+(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*){1,9})",
        // And from where: By Jane Doe in Paris and Lyon.
        r"(?: in \p{Lu}[\p{L}.'’-]+(?:(?:,? and |, | )\p{Lu}[\p{L}.'’-]+){0,6})?(?:[;,.] ?(?:with )?(?:(?:additional|further) )?(?:reporting|writing|editing|research|photographs|graphics) (?:by|from) .{3,80})?|",
        // A reporter and from where, with the paper's name before: 某某报 记者 张三 发自某地、某地.
        r"(?:[\p{Han}《》]{2,12}\s)?\p{Han}{0,8}(?:记者|記者)\s?[:：]?\s?(?P<f>\p{Han}{2,4}(?:[、\s]\p{Han}{2,4}){0,3})\s?(?:发自|發自|\s\p{Han}{2,8}(?:报道|報導|報道|报导|专电|專電)$)\s?(?:[\p{Han}·]{2,10}(?:[、,，/\s][\p{Han}·]{2,10}){0,5})?|",
        // One who writes for the paper, or a reporter with a place behind a stroke: 本报特约撰稿 张三, 张三/某地报道.
        r"(?:(?:本报|本報|本刊|本网|本網|本社|[\p{Han}《》]{2,8})\s?)?(?:特约|特約|特派|专栏|專欄|资深|資深|驻\p{Han}{2,4}|駐\p{Han}{2,4}){0,2}(?:撰稿人?|撰述|特派员|特派員|主笔|主筆|评论员|評論員|通讯员|通訊員|实习生|實習生)[\s:：](?P<g>\p{Han}{2,4}(?:[、\s]\p{Han}{2,4}){0,3})|",
        r"(?P<h>\p{Han}{2,4}(?:[、\s]\p{Han}{2,4}){0,2})\s?[/／]\s?\p{Han}{2,8}(?:报道|報導|報道|报导|特稿|专电|專電|综合报道|綜合報導)|",
        // A mark before a name: ◎ 张三.
        r"[◎●■◆○★☆]\s?(?P<i>\p{Han}{2,4}(?:[、\s]\p{Han}{2,4}){0,2})|",
        r"(?:[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eporting|口述|整理|执笔|執筆|撰稿)\s?[:：]\s?(?P<j>\p{Lu}[\p{L}.'’-]+(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*){1,5}|\p{Han}{2,4}(?:[、\s]\p{Han}{2,4}){0,2})(?:\s(?:整理|采访|採訪|摄影|攝影|撰文|撰稿|Photographs|Pictures|Photos)\s?[:：]\s?.{2,30})?|",
        // An office may have the words of a sentence in its name.
        r"(?:Prepared|Compiled|Drafted|Submitted) by (?:[Tt]he )?(?P<e>\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|of|the|for|on|and|to|in|&)){0,11}))$",
    ))
    .expect("the pattern is right")
});

/// Where a line says that its document is found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Original<'a> {
    /// The address at which it was published.
    Url(&'a str),
    /// Its identifier.
    Doi(&'a str),
}

/// What a line gives which says where the document itself is found: 原文链接:https://…, DOI: 10.1000/182.
pub(super) fn original(text: &str) -> Option<Original<'_>> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i)^[【\[（(]?(?:(?:本文|原文|文章|来源|來源|出处|出處|原始|永久)(?:链接|連結|鏈接|网址|網址|地址|URL)|网址|網址|URL|",
            r"permalink|(?:original|source|canonical) (?:url|link|address)|(?:first |originally )?published (?:at|on)|available (?:at|from)|(?:read|see) the original)",
            r"[】\]）)]?\s*[:：]?\s*(?P<url>https?://\S+)$",
        ))
        .expect("the pattern is right")
    });
    let end = |c: char| "。.,，;；)）]】>".contains(c);
    let text = text.trim();
    let is_labelled = !text.starts_with("10.");
    if let Some(doi) = doi(text.trim_end_matches(end)).filter(|_| is_labelled) {
        return Some(Original::Doi(doi));
    }
    let url = LABEL.captures(text)?.name("url")?.as_str();
    Some(Original::Url(web_address(url.trim_end_matches(end))?))
}

/// By whom and when, as programs for web logs put it: Posted by Jane Doe on May 3, 2014 in Rivers.
static POSTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?i:posted|published|written|filed|submitted|uploaded|added) )(?i:by) (?P<names>\p{Lu}[^:;,|｜]{1,60}?),? (?:on|at|[·•–—-]) (?P<when>.{6,100})$",
        r"|^(?i:posted|filed|submitted|uploaded|added) (?i:on) (?P<then>.{6,60}?),? (?i:by) (?:(?P<poster>\p{Lu}[^:;,|｜]{1,60})|\p{Ll}[\w.-]{1,24})$",
        r"|^(?:由\s*(?P<author>[^\s：:，。]{2,20}?)\s*|(?P<name>[^\s：:，。]{2,20})\s+)(?:发表|發表|发布|發布|發佈|张贴|張貼)(?:于|於|在)\s*(?P<on>.{6,60})$",
    ))
    .expect("the pattern is right")
});

/// The names and the date of a line that gives both.
fn posted(text: &str) -> Option<(&str, String)> {
    let found = POSTED.captures(text)?;
    let part = |name| found.name(name).map(|part| part.as_str());
    // What a program calls itself (admin) is nobody's name.
    let nobody = part("then").map(|_| "");
    let names = part("names").or(part("author")).or(part("name")).or(part("poster")).or(nobody)?;
    // A date stands at the beginning of what follows: “on May 3”, not “on the day after May 3”.
    let when = part("when").or(part("on")).or(part("then"))?;
    let mut context = crate::enrich::dates::DateContext::default();
    let dates = crate::enrich::dates::find_dates(when, &mut context);
    let is_first = dates.first().is_some_and(|date| {
        when[..date.start].split_whitespace().all(|word| word.ends_with([',', '.']))
    });
    let is_sentence = text.ends_with(['。', '.', '!', '?', '！', '？']);
    if !is_first || is_sentence {
        return None;
    }
    Some((names, date(when)?))
}

/// The words of a line of nothing but hashtags: #rivers #mills.
pub(super) fn tags(text: &str) -> Option<Vec<String>> {
    static TAGS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:[\p{L} ]{2,16}[:：]\s*)?(?:[#＃][\p{L}_][^\s#＃]*[\s,，、]*){2,}$")
            .expect("the pattern is right")
    });
    let words = || text.split(['#', '＃']).skip(1);
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    TAGS.is_match(text).then(|| words().map(word).collect())
}

/// A line of several: what stands apart in it by strokes or by wide spaces.
pub(super) fn cells(text: &str) -> impl Iterator<Item = &str> {
    static APART: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\s*[|｜]\s*|　+|\t+|\s{2,}|\s+[·•‧]\s+").expect("the pattern is right")
    });
    let apart = APART.split(text).flat_map(at_fields);
    apart.map(str::trim).filter(|cell| !cell.is_empty())
}

/// Fields that one space parts, as sites in Chinese set them: 作者:张三 来源:某报.
fn at_fields(text: &str) -> Vec<&str> {
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\s(?:作者|撰文|摄影|攝影|图片|圖片|绘图|繪圖|插画|插畫|采访|採訪|整理|翻译|翻譯|校对|校對|记者|記者|(?:责任|責任)?(?:编辑|編輯)|(?:文章)?(?:来源|來源)|出处|出處|(?:发布|發布|發佈|发表|發表|刊发|刊發|发稿|發稿|更新)?(?:时间|時間|日期)|关键词|關鍵詞|关键字|關鍵字|标签|標籤|(?:浏览|瀏覽|点击|點擊|阅读|閱讀)(?:次数|次數|数|數|量)?)\s?[:：/／]")
            .expect("the pattern is right")
    });
    let mut parts = Vec::new();
    let mut from = 0;
    for found in NEXT.find_iter(text).filter(|found| found.start() > 0) {
        parts.push(&text[from..found.start()]);
        from = found.start();
    }
    parts.push(&text[from..]);
    parts
}

/// A cell is at most this wide.
const MAX_CELL: usize = 60;

/// Whether a line of several says by whom or when: “2024-04-23 08:15  来源:某报  作者:某人”.
pub(super) fn is_row(text: &str) -> bool {
    let is_cell = |cell: &str| super::units::columns(cell) <= MAX_CELL && !cell.ends_with('。');
    let tells = |cell: &str| {
        is_byline(cell)
            || is_date(cell)
            || is_dated(cell)
            || matches!(field(cell), Some((kind, value)) if kind != Field::Title && !value.is_empty())
    };
    text.chars().count() <= 200
        && cells(text).nth(1).is_some()
        && cells(text).all(is_cell)
        && cells(text).any(tells)
}

/// So few words are no sentence about a day.
const MAX_DATED: usize = 8;

/// Whether a few words say on which day something was done: “Recorded in Astana, 6 November 2024”.
fn is_dated(cell: &str) -> bool {
    let mut context = crate::enrich::dates::DateContext::default();
    let dates = crate::enrich::dates::find_dates(cell, &mut context);
    let Some(last) = dates.last().filter(|date| date.end == cell.len()) else {
        return false;
    };
    let is_day = last.edtf.parse().is_ok_and(|date: Edtf| date.first_day() == date.last_day());
    is_day && cell.split_whitespace().count() <= MAX_DATED
}

/// A source and the moment it was put there: 某某网 2024-11-05 14:57:48.
static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:原创\s)?(?P<source>[^:：,，。;；]{0,30}?)\s*(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:来源|來源)[:：]?\s*(?P<from>\S+))?(?:\s+[\p{Han}]{2,4})?$")
        .expect("the pattern is right")
});

/// The field that a line gives, with its value; only a short line does.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    if text.chars().count() > 200 {
        return None;
    }
    let found = FIELD.captures(text)?;
    let value = found.name("value").map_or("", |value| value.as_str()).trim();
    let value = value.trim_matches(['"', '\'', '[', ']', '*']);
    let names = [
        ("title", Field::Title),
        ("author", Field::Author),
        ("source", Field::Source),
        ("date", Field::Date),
        ("keywords", Field::Keywords),
    ];
    let (_, field) = names.into_iter().find(|(name, _)| found.name(name).is_some())?;
    let is_said = match field {
        Field::Author => is_said_by_author(value),
        Field::Date => is_said_of_time(value),
        Field::Source => is_sentence_on_a_source(text),
        Field::Title | Field::Keywords => false,
    };
    (!is_said).then_some((field, value))
}

/// Whether the words behind 记者 or 作者 are what one says rather than who one is.
fn is_said_by_author(value: &str) -> bool {
    let name = value.trim_end_matches('。');
    value.ends_with(['?', '？', '!', '！'])
        || name.contains('。')
        || name.len() < value.len()
            && !super::roles::is_names(name)
            && !super::roles::is_affiliation(name)
}

/// Whether the words behind 时间 give no date: that it takes three hours is told in the text.
fn is_said_of_time(value: &str) -> bool {
    /// “n.d.”, “unknown”, “不详” are no longer than that.
    const MAX_UNDATED: usize = 12;
    let width = super::units::columns(value);
    let is_sentence = value.ends_with(['。', '？', '！']) && width > 40;
    let is_han = value.chars().any(crate::folding::is_han);
    is_sentence || is_han && width > MAX_UNDATED && date(value).is_none()
}

/// Whether a line that begins as one on where something comes from goes on with a sentence on springs, or on
/// words: “Source: the river rises …”.
pub(super) fn is_sentence_on_a_source(text: &str) -> bool {
    static LATIN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?i:source|publication|publisher)\s*[:：]\s*(?:the|a|an|it|this|in|on|from|at|where|here|there)\s(?P<rest>[^;\d]+[.!?])$")
            .expect("the pattern is right")
    });
    static HAN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:来源|來源|出处|出處|期刊)\s*[:：](?P<rest>.+[,，].+[。！？])$")
            .expect("the pattern is right")
    });
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)author|based|according|compiled|calculat|adapted|collected|data|statistic|survey|courtesy|photo|https?:|[《〈「]|根据|根據|依据|依據|整理|数据|數據|统计|統計|绘制|繪製|自绘|自繪|自制|自製|作者|提供|摄|攝|网|網|报|報")
            .expect("the pattern is right")
    });
    let found = LATIN.captures(text).or_else(|| HAN.captures(text));
    found.is_some_and(|found| {
        let rest = &found["rest"];
        let is_long = super::units::columns(rest) > 30;
        is_long && !TELLS.is_match(rest)
    })
}

/// From where and on which day an agency sent what follows: 某某社某地1月13日电(记者 张三 李四).
static WIRE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^[(（【]?\p{Han}{2,20}?\s?(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:专|專)?(?:电|電|讯|訊)",
        r"(?:\s?[(（]?(?:记者|記者)[:：]?\s?(?P<names>\p{Han}{2,4}(?:[、\s]\s?\p{Han}{1,4}){0,4})\s?[)）]?|\s?[(（](?:记者|記者|文|通讯员|通訊員)[^()（）。]{2,40}[)）])?[)）】]?$",
    ))
    .expect("the pattern is right")
});

/// Whether a line is no more than what an agency sets before its reports.
fn is_wire(text: &str) -> bool {
    WIRE.is_match(text)
}

/// The reporters whom such a line names.
fn wired_by(text: &str) -> Option<Vec<String>> {
    Some(byline(WIRE.captures(text)?.name("names")?.as_str()))
}

/// Whether a line says by whom or when, in a form of its own.
pub(super) fn is_byline(text: &str) -> bool {
    is_author_line(text) || STAMP.is_match(text) || posted(text).is_some() || is_wire(text)
}

/// Whether a line says by whom or when in a form that nothing else has, wherever it stands.
pub(super) fn is_sure_byline(text: &str) -> bool {
    /// What a program sets before a date.
    const POSTED: [&str; 7] =
        ["posted", "published", "updated", "last updated", "发布于", "發布於", "發佈於"];
    let begins = |word: &&str| {
        text.get(..word.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(word))
    };
    is_sure_author_line(text)
        || is_wire(text)
        || posted(text).is_some()
        || POSTED.iter().any(begins) && is_date(text)
}

/// Whether a line gives the identifier of its document, by that name.
pub(super) fn is_doi(text: &str) -> bool {
    let is_named = text.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("doi"));
    is_named && matches!(original(text), Some(Original::Doi(_)))
}

/// Whether a line is a date, and hardly more: “Updated March 5, 2024 6:12 a.m. EST”.
pub(super) fn is_date(text: &str) -> bool {
    /// When it was put there and when it was changed, each with the day of the week and the hour.
    const MAX_DATE: usize = 80;
    if text.chars().count() > MAX_DATE || !text.contains(|c: char| c.is_numeric()) {
        return false;
    }
    let mut context = crate::enrich::dates::DateContext::default();
    let found = crate::enrich::dates::find_dates(text, &mut context);
    if found.is_empty() {
        return false;
    }
    let mut rest = String::new();
    let mut end = 0;
    for date in &found {
        rest.push_str(text.get(end..date.start).unwrap_or_default());
        rest.push(' ');
        end = end.max(date.end);
    }
    rest.push_str(&text[end..]);
    let rest = rest.to_lowercase();
    rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| {
        /// What dates are written with.
        const BESIDE: [&str; 57] = [
            "published",
            "updated",
            "posted",
            "last",
            "modified",
            "first",
            "on",
            "at",
            "of",
            "a",
            "p",
            "m",
            "am",
            "pm",
            "est",
            "edt",
            "et",
            "gmt",
            "utc",
            "bst",
            "cet",
            "kst",
            "h",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "星期",
            "发布",
            "發布",
            "發佈",
            "发布于",
            "發布於",
            "發佈於",
            "发表于",
            "發表於",
            "发表",
            "發表",
            "更新",
            "更新时间",
            "更新時間",
            "最后更新",
            "最後更新",
            "修改",
            "上线",
            "上線",
            "刊登",
        ];
        BESIDE.contains(&word) || word.starts_with("星期") || word.starts_with("周")
    })
}

/// Whether a line is a place and a day, as releases have it over their text: “LYON / PARIS, 4 May 2014”.
pub(super) fn is_dateline(text: &str) -> bool {
    /// The names of the places are at most this wide.
    const MAX_PLACES: usize = 40;
    /// What a sentence may begin with.
    const NO_PLACE: [&str; 12] = [
        "on", "in", "by", "from", "since", "until", "till", "at", "after", "before", "about", "the",
    ];
    let end = |c: char| c.is_whitespace() || ")）—–-".contains(c);
    let text = text.trim_end_matches(end);
    let mut context = crate::enrich::dates::DateContext::default();
    let dates = crate::enrich::dates::find_dates(text, &mut context);
    let [date] = dates.as_slice() else {
        return false;
    };
    let is_day = date.edtf.parse().is_ok_and(|date: Edtf| date.first_day() == date.last_day());
    let before = &text[..date.start];
    let places = before.trim_end_matches([' ', '　', ',', '，', '(', '（', '—', '–', '-']);
    let is_said = NO_PLACE.iter().any(|word| places.eq_ignore_ascii_case(word));
    let is_han = |c: char| crate::folding::is_han(c) || matches!(c, '·' | '、' | '/' | '／');
    let are_names = |word: &str| word.starts_with(char::is_uppercase) || word.chars().all(is_han);
    is_day
        && !is_said
        && date.end == text.len()
        && places.len() < before.len()
        && !places.is_empty()
        && super::units::columns(places) <= MAX_PLACES
        && places.split([' ', '/', ',', '，']).all(are_names)
}

/// The day that news begins with: “LYON, 4 May 2014 (Wire) – The …”, 某某社某地2014年5月4日电.
fn opening_date(text: &str) -> Option<String> {
    /// The name of an agency and of a place have at most so many characters.
    const LONGEST: usize = 16;
    let head = [" – ", " — ", " - "].iter().find_map(|dash| text.split_once(dash));
    let without_agency = |head| str::rsplit_once(head, " (").map_or(head, |(place, _)| place);
    let head = head.map(|(head, _)| head).filter(|head| {
        super::units::columns(head) <= 80
            && (is_dateline(head) || is_dateline(without_agency(head)))
    });
    if let Some(head) = head {
        return date(head);
    }
    let mut context = crate::enrich::dates::DateContext::default();
    let first = crate::enrich::dates::find_dates(text, &mut context).into_iter().next()?;
    let is_wired = text[first.end..].starts_with(['电', '電', '讯', '訊']);
    let is_opening = text[..first.start].chars().count() <= LONGEST;
    (is_wired && is_opening).then(|| date(&text[..first.end])).flatten()
}

/// The authors that the head of a document names.
pub(super) fn authors(units: &[Unit], assigned: &[Assigned]) -> Vec<String> {
    own_words(units, assigned).authors
}

/// Whether a line says by whom.
pub(super) fn is_author_line(text: &str) -> bool {
    said_by(text).is_some() || stationed(text).is_some()
}

/// Whether a line says by whom in a form that nothing else has: a word with “By” before it may be a time.
fn is_sure_author_line(text: &str) -> bool {
    is_author_line(text) && !text.starts_with(['B', 'b']) && office(text).is_none()
}

/// By which office a line says that something was prepared.
fn office(text: &str) -> Option<&str> {
    Some(BYLINE.captures(text)?.name("e")?.as_str())
}

/// The names that a line gives which says by whom.
fn said_by(text: &str) -> Option<&str> {
    static NO_NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:January|February|March|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Whitsun|Michaelmas|Ramadan|Spring|Summer|Autumn|Winter|Midnight|Noon|Then|Now|The|This|That|These|Those|All|Land|Sea|Air|Rail)(?:$|[ ,])")
            .expect("the pattern is right")
    });
    let found = BYLINE.captures(text)?;
    let names = ["a", "b", "c", "d", "e", "f"].iter().find_map(|name| found.name(name));
    // Where hardly anything says that they are names, they begin as those of China do.
    let less_sure = || {
        let names = ["g", "h", "i", "j"].iter().find_map(|name| found.name(name));
        names.filter(|names| byline(names.as_str()).iter().all(|name| may_be_borne(name)))
    };
    let names = names.or_else(less_sure)?.as_str();
    (!NO_NAME.is_match(names)).then_some(names)
}

/// Whether a name in Chinese characters, in either script, begins with a family name; one in Latin letters may be
/// anybody's.
fn may_be_borne(name: &str) -> bool {
    static FOLDING: LazyLock<crate::folding::Folding> =
        LazyLock::new(|| crate::folding::Folding::new(std::iter::empty()));
    name.chars().next().is_some_and(|c| {
        !crate::folding::is_han(c) || crate::enrich::people::is_family_name(FOLDING.simplified(c))
    })
}

/// The document's id: as `corpus.toml` says, else its file's name in the letters of a link.
pub(super) fn document_id(file: &File, entry: Option<&DocumentEntry>) -> String {
    if let Some(records) = &file.records {
        return records.document.clone();
    }
    if let Some(id) = entry.and_then(|entry| entry.id.clone()) {
        return id;
    }
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let words: Vec<String> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "document".to_owned() } else { words.join("-") }
}

/// Brings together what the document and `corpus.toml` say; the latter goes first.
pub(super) fn read(
    file: &File,
    entry: Option<&DocumentEntry>,
    units: &[Unit],
    assigned: &[Assigned],
    main_language: &str,
) -> Metadata {
    let own = own_words(units, assigned);
    let own_title = units
        .iter()
        .zip(assigned)
        .find(|(_, place)| place.role == Role::Heading && place.depth == 1)
        .map(|(unit, _)| unit.text.as_str())
        .or(own.title.as_deref());
    // An entry speaks of the whole file, which may be many documents.
    let entry_title = entry.filter(|_| file.records.is_none()).map(|entry| &entry.title);
    let own_title = file.records.as_ref().map(|records| records.document.as_str()).or(own_title);
    let title = match entry_title.unwrap_or(&Texts::None) {
        title if title.is_empty() => {
            let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
            Localized::one(main_language, own_title.unwrap_or(stem))
        }
        title => title.to_model(),
    };
    let said_date = entry.and_then(|entry| entry.date.as_ref()).map(|date| date.get_ref().clone());
    let date = said_date.or(own.date);
    let reference_date = entry.filter(|_| date.is_none());
    let reference_date = reference_date.and_then(|entry| entry.reference_date.as_ref());
    Metadata {
        id: document_id(file, entry),
        title,
        authors: entry.and_then(|entry| entry.authors.clone()).unwrap_or(own.authors),
        publisher: entry.and_then(|entry| entry.publisher.clone()).or(own.publisher),
        date,
        reference_date: reference_date.map(|date| date.get_ref().clone()),
        original_language: entry.and_then(|entry| entry.original_language.clone()),
        keywords: entry.and_then(|entry| entry.keywords.clone()).unwrap_or(own.keywords),
        rights: entry.map(|entry| rights(&entry.rights)).unwrap_or_default(),
        publication: publication(entry, own.url, own.doi),
    }
}

/// Whose it is. Of a single wording nobody says which language it is in.
fn rights(texts: &Texts) -> Localized {
    match texts {
        Texts::One(text) => Localized::one("und", text),
        texts => texts.to_model(),
    }
}

/// What the curator says of the publication, and where they do not say it what stands in the document's head.
fn publication(
    entry: Option<&DocumentEntry>,
    url: Option<String>,
    doi: Option<String>,
) -> Publication {
    let said = entry.map(DocumentEntry::publication).unwrap_or_default();
    Publication { url: said.url.or(url), doi: said.doi.or(doi), ..said }
}

#[derive(Default)]
struct OwnWords {
    title: Option<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    date: Option<String>,
    keywords: Vec<String>,
    url: Option<String>,
    doi: Option<String>,
}

/// What the metadata lines of a document say; of two that say the same kind of thing, the first.
fn own_words(units: &[Unit], assigned: &[Assigned]) -> OwnWords {
    let mut own = OwnWords::default();
    // Where it was put is its source only if it names no other.
    let mut stamped: Option<String> = None;
    let is_reference = |line: &Assigned| line.role == Role::Reference;
    let title = assigned.iter().position(|line| line.depth == 1);
    let first_text = assigned.iter().position(|line| line.role == Role::Content);
    let lines = units.iter().enumerate().filter(|(n, _)| assigned[*n].role == Role::Metadata);
    let lines = lines.flat_map(|(n, unit)| {
        let text = unit.text.as_str();
        let (cells, whole) =
            if is_row(text) { (Some(cells(text)), None) } else { (None, Some(text)) };
        let is_cell = whole.is_none();
        cells.into_iter().flatten().chain(whole).map(move |text| (n, text, is_cell))
    });
    for (n, text, is_cell) in lines {
        let is_head = first_text.is_none_or(|first| n < first);
        match original(text) {
            Some(Original::Url(url)) => own.url = own.url.or(Some(url.to_owned())),
            // Behind a reference it may be of what is referred to.
            Some(Original::Doi(doi)) if !assigned[..n].iter().any(is_reference) => {
                own.doi = own.doi.or(Some(doi.to_owned()));
            }
            Some(Original::Doi(_)) | None => {}
        }
        if let Some((field, value)) = field(text).filter(|(_, value)| !value.is_empty()) {
            match field {
                Field::Title if is_head => own.title = own.title.or(Some(value.to_owned())),
                Field::Author => say_first(&mut own.authors, || persons(value)),
                Field::Source => own.publisher = own.publisher.or(Some(value.to_owned())),
                Field::Date => own.date = own.date.or_else(|| date(value)),
                Field::Keywords => say_first(&mut own.keywords, || list(value)),
                Field::Title => {}
            }
        } else if let Some(names) = stationed(text) {
            say_first(&mut own.authors, || names);
        } else if let Some(names) = wired_by(text) {
            say_first(&mut own.authors, || names);
        } else if let Some(names) = super::roles::signed_by(text) {
            say_first(&mut own.authors, || byline(names));
        } else if let Some(names) = said_by(text) {
            // The Office of Rivers and Mills is one.
            let is_office = office(text).is_some() && !super::roles::is_names(names);
            let authors = || if is_office { vec![names.to_owned()] } else { byline(names) };
            say_first(&mut own.authors, authors);
        } else if let Some(tags) = tags(text) {
            say_first(&mut own.keywords, || tags);
        } else if let Some((names, date)) = posted(text) {
            say_first(&mut own.authors, || byline(names));
            own.date = own.date.or(Some(date));
        } else if let Some(stamp) = STAMP.captures(text) {
            own.date = own.date.or_else(|| stamp_date(&stamp));
            let from = stamp.name("from").map_or(&stamp["source"], |from| from.as_str());
            // “某某 某某 某某网”: who wrote it, then where.
            let source = from.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
            if !source.is_empty() {
                stamped.get_or_insert_with(|| source.to_owned());
            }
        } else if is_head || is_date(text) {
            own.date = own.date.or_else(|| date(text));
            // In a row of several a name may be the site's.
            let is_below_title = !is_cell && title.is_some_and(|title| n > title);
            if is_below_title && super::roles::is_names(text) {
                say_first(&mut own.authors, || byline(text));
            }
        }
    }
    own.publisher = own.publisher.or(stamped);
    own.date = own.date.or_else(|| first_text.and_then(|first| opening_date(&units[first].text)));
    own
}

fn say_first(list: &mut Vec<String>, said: impl FnOnce() -> Vec<String>) {
    if list.is_empty() {
        *list = said();
    }
}

/// Authors, each perhaps with what they are behind a comma: 张三,某校教授;李四,某校学生.
fn persons(value: &str) -> Vec<String> {
    if value.contains([';', '；']) && !value.starts_with("- ") {
        let name = |person: &str| list(person).into_iter().next();
        return value.split([';', '；']).filter_map(name).collect();
    }
    if super::roles::is_names(value) && value.chars().any(crate::folding::is_han) {
        return byline(value);
    }
    list(value)
}

/// The items of a list, as a line or as YAML writes them: “a, b”, “- a - b”, “- name: a”.
fn list(value: &str) -> Vec<String> {
    static ITEM: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|\s)- (?:[\x22']?name[\x22']?:\s)?").expect("the pattern is right")
    });
    if value.starts_with("- ") {
        let items = ITEM.split(value).map(|item| item.trim().trim_matches(['"', '\'']));
        return items.filter(|item| !item.is_empty()).map(str::to_owned).collect();
    }
    value
        .split([',', '，', ';', '；', '、'])
        .map(|item| item.trim_matches(|c: char| c.is_whitespace() || "*†\"'{}".contains(c)))
        .map(|item| item.strip_prefix("name: ").unwrap_or(item))
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One of several reporters, and perhaps from where: Jane Doe in Paris and John Roe in Lyon.
static STATIONED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?P<place> in \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3})?")
        .expect("the pattern is right")
});

/// The names of several reporters of whom each was somewhere else; only a line of nothing else gives them.
fn stationed(text: &str) -> Option<Vec<String>> {
    static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^by |[;,.] ?(?:with )?(?:(?:additional|further) )?(?:reporting|writing|editing|research) (?:by|from) .{3,80}$")
            .expect("the pattern is right")
    });
    if !text.starts_with("By ") && !text.starts_with("BY ") {
        return None;
    }
    let own = BESIDE.replace_all(text, "");
    let rest = STATIONED.replace_all(&own, "");
    let is_all = rest.split(|c: char| !c.is_alphanumeric()).all(|word| matches!(word, "" | "and"));
    let found = || STATIONED.captures_iter(&own);
    let places = found().filter(|one| one.name("place").is_some()).count();
    let names = || found().map(|one| one["name"].to_owned()).collect();
    (is_all && places > 1).then(names)
}

/// Chinese names in a byline are parted by spaces; a space inside a Latin name parts nothing.
fn byline(names: &str) -> Vec<String> {
    if !names.chars().any(crate::folding::is_han) {
        return names.replace(" & ", " and ").split(" and ").flat_map(list).collect();
    }
    // A name of two characters may be spread to the width of three: 李 四.
    static SPREAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|[\s、,，;；])(\p{Han})[ \u{3000}](\p{Han})(?:$|[\s、,，;；])")
            .expect("the pattern is right")
    });
    let mut joined = names.to_owned();
    while let Some(found) = SPREAD.captures(&joined) {
        let (family, given) = (found.get(1), found.get(2));
        let (Some(family), Some(given)) = (family, given) else { break };
        let gap = family.end()..given.start();
        joined.replace_range(gap, "");
    }
    joined.split_whitespace().flat_map(list).collect()
}

fn stamp_date(stamp: &regex::Captures<'_>) -> Option<String> {
    let number = |name: &str| stamp[name].parse::<u32>().ok();
    let date = format!("{:04}-{:02}-{:02}", number("year")?, number("month")?, number("day")?);
    date.parse::<vitrine_corpus::edtf::Edtf>().ok().map(|date| date.to_string())
}

/// The date of a metadata line, in whatever form passages may write it.
fn date(value: &str) -> Option<String> {
    let mut context = crate::enrich::dates::DateContext::default();
    // JUNE 2024 is June 2024.
    let value = if value.is_ascii() { capitalised(value) } else { value.to_owned() };
    let dates = crate::enrich::dates::find_dates(&value, &mut context);
    // A year before our era is none the image can keep.
    let said =
        if is_history(&value) { dates.into_iter().next_back() } else { dates.into_iter().next() };
    let said = said?.edtf;
    said.parse::<vitrine_corpus::edtf::Edtf>().is_ok().then_some(said)
}

/// Whether a line tells when a paper was received and what became of it then: the last day is its own.
fn is_history(text: &str) -> bool {
    static HISTORY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)^(收稿|投稿)(日期)?\s?[:：].*(接受|录用|錄用|刊登|刊出|修回|修订|修訂|定稿)|^(received|submitted)\b.*\b(accepted|published|revised)\b",
        )
        .expect("the pattern is right")
    });
    HISTORY.is_match(text)
}

fn capitalised(text: &str) -> String {
    let mut before = ' ';
    let capitalise = |c: char| {
        let is_first = !before.is_ascii_alphabetic();
        before = c;
        if is_first { c } else { c.to_ascii_lowercase() }
    };
    text.chars().map(capitalise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_either_language_or_both() {
        assert_eq!(field("作者/Author(s): Thomas Graham"), Some((Field::Author, "Thomas Graham")));
        assert_eq!(
            field("網站來源/Source: Foreign Affairs"),
            Some((Field::Source, "Foreign Affairs"))
        );
        assert_eq!(field("关键词:朝鲜;制裁"), Some((Field::Keywords, "朝鲜;制裁")));
        assert_eq!(field("标签 Tags:水渠 canals"), Some((Field::Keywords, "水渠 canals")));
        assert_eq!(field("标签 与 Tags 有何不同:"), None);
        assert_eq!(field("Date/日期: 3 May 2014"), Some((Field::Date, "3 May 2014")));
        assert_eq!(field("作者简介:某人,历史学家。"), None);
        for said in [
            "记者：您是哪一年来到这里的？",
            "记者:当时生活怎么样?您和家人怎么过日子?",
            "文：这是一个字。",
            "时间：三个小时就能走完全程。",
            "时间:三个小时就能走完全程",
            "时间：2020年5月3日下午，我们从村口出发，沿着河走了三个小时。",
            "Source: the river rises among the hills and runs to the sea in the south.",
            "来源：这条河发源于北面的群山，流入南面的海。",
        ] {
            assert_eq!(field(said), None, "{said}");
        }
        for given in [
            "记者：张三",
            "作者：张三，某大学教授。",
            "时间：2020年5月3日",
            "日期:二〇二〇年五月",
            "刊發日期：二〇二〇年五月三日",
            "最后更新时间:2020年5月3日 10:20",
            "Date of issue: 3 May 2020",
            "时间：不详",
            "Posted: on a Tuesday evening",
            "Published: 6:30AM GMT 05 Feb 2014",
            "Source: customs data",
            "Source: The Daily Example",
            "来源：某某网，有删改。",
        ] {
            assert!(field(given).is_some(), "{given}");
        }
    }

    #[test]
    fn a_line_may_say_where_its_document_is_found() {
        use Original::{Doi, Url};
        for (text, expected) in [
            ("原文链接:https://example.org/a?b=1", Some(Url("https://example.org/a?b=1"))),
            ("原文連結\u{ff1a}https://example.org/a\u{3002}", Some(Url("https://example.org/a"))),
            ("URL: http://example.org", Some(Url("http://example.org"))),
            ("Originally published at https://example.org/a.", Some(Url("https://example.org/a"))),
            ("DOI: 10.1000/182", Some(Doi("10.1000/182"))),
            ("https://doi.org/10.1000/182.", Some(Doi("10.1000/182"))),
            // An address of something else, or a number that looks like an identifier.
            ("https://example.org/a", None),
            ("相关链接:https://example.org/a", None),
            ("10.1000/182", None),
            ("URL: example.org", None),
            ("The DOI 10.1000/182 names it.", None),
        ] {
            assert_eq!(original(text), expected, "{text}");
        }
    }

    #[test]
    fn lists_in_a_line_and_in_front_matter() {
        assert_eq!(list("a, b;c"), ["a", "b", "c"]);
        assert_eq!(list("- soup - \"green lentils\""), ["soup", "green lentils"]);
        assert_eq!(persons("- name: Jane Doe - John Roe"), ["Jane Doe", "John Roe"]);
        assert_eq!(list("{name: Jane Doe}"), ["Jane Doe"]);
        assert_eq!(persons("某某 张三"), ["某某", "张三"]);
        assert_eq!(tags("#rivers #mills"), Some(vec!["rivers".to_owned(), "mills".to_owned()]));
        assert_eq!(tags("话题：#河谷 #水渠"), Some(vec!["河谷".to_owned(), "水渠".to_owned()]));
        assert_eq!(tags("#1 of #2"), None);
        assert_eq!(tags("A post with #rivers"), None);
        let row =
            "作者：某某 张三 来源：《某某评论》2014年第5期 发布时间：2014年5月3日 浏览次数：876";
        let expected = [
            "作者：某某 张三",
            "来源：《某某评论》2014年第5期",
            "发布时间：2014年5月3日",
            "浏览次数：876",
        ];
        assert_eq!(cells(row).collect::<Vec<_>>(), expected);
        assert!(is_row("文/某某 責任編輯/張三"));
        assert!(is_row("撰文/某某 攝影/張三 編輯/李四"));
        assert!(!is_row("时间：2014年5月3日"));
    }

    #[test]
    fn a_paper_is_of_the_day_on_which_it_was_accepted_or_published() {
        let last = "收稿:2013年9月3日;修訂:同年12月;接受刊登:2014年1月15日";
        assert_eq!(date(last).as_deref(), Some("2014-01-15"));
        let last = "Received 3 March 2014; accepted 9 May 2014; published online 6 June 2014";
        assert_eq!(date(last).as_deref(), Some("2014-06-06"));
        let first = "Published 3 May 2014, updated 5 May 2014";
        assert_eq!(date(first).as_deref(), Some("2014-05-03"));
    }

    #[test]
    fn news_may_begin_with_its_day() {
        for text in [
            "LYON, 4 May 2014 (Wire) – The council met.",
            "Lower Mill, May 4, 2014 — The council met.",
            "ALDER (4 May 2014) - The council met.",
            "某某社上村2014年5月4日电 议会开会。",
            "(某某社上村二〇一四年五月四日電)議會開會。",
        ] {
            assert_eq!(opening_date(text).as_deref(), Some("2014-05-04"), "{text}");
        }
        for text in [
            "On 4 May 2014 – a Sunday – the council met.",
            "The mill, built on 4 May 2014 – and burnt since – was sold.",
            "2014年5月4日，议会开会。",
            "LYON, 4 May (Wire) – The council met.",
        ] {
            assert_eq!(opening_date(text), None, "{text}");
        }
    }

    #[test]
    fn what_an_agency_sets_before_a_report_is_told_from_one() {
        for line in [
            "某某社上村1月13日电(记者 张三 李四)",
            "(某某社上村5月4日電 記者張三)",
            "某某社下村二〇一四年五月四日專電",
            "Posted on May 3, 2014 by admin",
            "Last updated: 3 May 2014",
        ] {
            assert!(is_sure_byline(line), "{line}");
        }
        assert_eq!(wired_by("某某社上村1月13日电(记者 张三 李四)").unwrap(), ["张三", "李四"]);
        for line in [
            "某某社上村1月13日电(记者 张三 李四)桥昨天通车。",
            "某某社上村1月13日电 题:河谷的桥",
            "上村5月4日来电",
            "5 May 2014",
            "Posted on the gate by order of the miller",
        ] {
            assert!(!is_sure_byline(line), "{line}");
        }
        assert!(is_doi("DOI: 10.1000/182") && is_doi("doi:10.1000/182."));
        assert!(!is_doi("10.1000/182") && !is_doi("Doing 10.1000/182"));
    }

    #[test]
    fn bylines_and_stamps() {
        assert!(is_byline("【文/ 徐博 鄒松洋】"));
        assert!(is_byline("渊亭防务 2024-11-05 14:57:48"));
        assert!(is_byline("By Jane Doe and John Roe"));
        assert_eq!(said_by("By Jane Doe in Lower Mill and Alder"), Some("Jane Doe"));
        assert!(!is_byline("By Jane Doe in the valley"));
        assert!(!is_byline("By 2024 the trade had doubled"));
        assert!(!is_byline("By Christmas Eve"));
        let by_two =
            "By Jane Doe in Lower Mill, John Roe in Alder and Max Moe in Upper Mill, Ann Poe";
        assert_eq!(stationed(by_two).unwrap(), ["Jane Doe", "John Roe", "Max Moe", "Ann Poe"]);
        assert!(is_byline("By Jane Doe in Lower Mill and John Roe in Alder; editing by Ann Poe"));
        assert!(is_byline("By Jane Doe; additional reporting by John Roe"));
        assert!(!is_byline("By Jane Doe in Lower Mill and John Roe in Alder the mill was sold"));
        for (line, names) in [
            ("河谷时报 记者 张三 发自上村、下村", "张三"),
            ("本報特派記者 張三 李四 上村報導", "張三 李四"),
            ("河谷日報駐省城記者張三發自省城", "張三"),
            ("本报特约撰稿 张三", "张三"),
            ("張三/上村報導", "張三"),
            ("◎ 張三", "張三"),
            ("口述:张三 整理:李四", "张三"),
            ("Words: Jane Roe", "Jane Roe"),
        ] {
            assert_eq!(said_by(line), Some(names), "{line}");
        }
        assert!(!is_byline("记者 张三 在上村看到，桥还在。"));
        assert!(!is_byline("一名记者发自内心的话"));
        assert!(!is_byline("● 河谷的桥还在"));
        assert!(!is_byline("评论员 在上村看到，桥还在。"));
        assert!(!is_byline("Words: the miller has none"));
        for line in ["LOWER MILL / ALDER, 4 May 2014", "Alder (4 May 2014) –", "上村，2014年5月4日"]
        {
            assert!(is_dateline(line), "{line}");
        }
        for line in
            ["The mill burnt on 4 May 2014", "4 May 2014", "Mills of 2014", "桥通车于2014年5月4日"]
        {
            assert!(!is_dateline(line), "{line}");
        }
        assert!(is_byline("By May Roe"));
        assert!(is_byline("Prepared by the Office of Rivers and Mills"));
        assert!(!is_byline("Prepared by hand in the valley"));
        assert!(!is_byline("Prepared by the cook"));
        let by_whom = "Posted by Jane Doe on May 3, 2014 in Rivers, Mills | 12 comments";
        assert_eq!(posted(by_whom), Some(("Jane Doe", "2014-05-03".to_owned())));
        let by_whom = "由某某 发表于 2014-05-03 12:30";
        assert_eq!(posted(by_whom), Some(("某某", "2014-05-03".to_owned())));
        let by_whom = "Posted on May 3, 2014 by Jane Doe";
        assert_eq!(posted(by_whom), Some(("Jane Doe", "2014-05-03".to_owned())));
        let by_whom = "Posted on May 3, 2014 by admin";
        assert_eq!(posted(by_whom), Some(("", "2014-05-03".to_owned())));
        assert_eq!(posted("Posted on May 3, 2014 by order of the council"), None);
        assert_eq!(posted("Published by Jane Doe on the day after May 3, 2014"), None);
        assert_eq!(posted("Posted by Jane Doe on May 3, 2014, the notice was gone by noon."), None);
        assert_eq!(posted("县志发表于2014年5月3日。"), None);
        assert!(is_date("2014-05-03 08:30 更新：05-03 11:05"));
        assert!(is_date("Published 3 May 2014, updated 5 May 2014"));
        assert!(is_date("Sat 3 May 2014 06.00 BST Last modified on Mon 5 May 2014 11.25 BST"));
        assert!(!is_date("2014年5月3日县志更新完毕"));
        assert!(!is_date("2014: how the mill survived until 2016"));
        assert!(is_date("May 3, 2014 – May 5, 2014"));
        let stamp = STAMP.captures("渊亭防务 2024-11-05 14:57:48").unwrap();
        assert_eq!(stamp_date(&stamp).as_deref(), Some("2024-11-05"));
        assert_eq!(byline("徐博 鄒松洋"), ["徐博", "鄒松洋"]);
        assert_eq!(byline("张大山,李 四 王 五"), ["张大山", "李四", "王五"]);
        assert_eq!(byline("Jane Doe and John Roe"), ["Jane Doe", "John Roe"]);
    }
}
