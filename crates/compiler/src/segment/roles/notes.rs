//! What is said about the text rather than by it: words under pictures, entries of a bibliography,
//! notes on the authors and on where the text comes from.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::furniture::is_furniture;
use super::{ends_sentence, regex};
use crate::segment::metadata;
use crate::segment::units::{Unit, columns};

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"^(?:(?:图|圖|表|照片|附图|附圖|附表)\s*(?:[0-9０-９一二三四五六七八九十]{1,3}|[A-Z]{1,2}\d{0,2})",
        // Words begin with these letters as well: a number stands behind them, or a letter by itself.
        r"|(?i:figure|fig\.|table|chart|map|photo|image|graphic|box)(?:\s*[0-9０-９]{1,3}[a-zA-Z]?|\s+(?:[IVX]{1,4}|[A-Z][-–.]?\d{0,2})))",
        r"([-–.]\d{1,2}){0,2}\s*(?P<sign>[.．:：、|—–]|\s)\s*(?P<rest>.*)$",
        // A picture shows something; that something is one (图为主) is said of books.
        r"|^([左右上下]|资料|資料)?(图|圖)中?(为|為)[^主了]",
        r"|(?i)^(资料图|資料圖|图|圖|图表|圖表|图说|圖說|图注|圖註|附图|附圖|配图|配圖|图片|圖片|图源|圖源|图为|圖為|photo(graph)?|image|source|来源|資料來源|资料来源|数据来源|數據來源)\s*[:：/]",
        r"|^(?i:table|chart|map|graphic|infographic|illustration)\s?[:：]\s?\S",
        // In brackets: 【图1】, [Photo 1], [Image: …].
        r"|^[\[【(（〔](图|圖|附图|附圖|配图|配圖|资料图|資料圖|图片|圖片|照片|图表|圖表|(?i:photo|image|picture|figure|fig\.|illustration|caption|map|chart))\s*[0-9０-９一二三四五六七八九十]{0,3}([\]】)）〕]|[:：]\s*\S)",
        // A table only with its number: 【表】 may be a list or a watch.
        r"|^[\[【(（〔](表|附表|(?i:table))\s*[0-9０-９一二三四五六七八九十]{1,3}([\]】)）〕]|[:：]\s*\S)",
        r"|^[▲△▼▽]|^!\[",
        r"|^(这|這)是.{0,30}(拍摄|拍攝)的",
    ))
});

/// Whose picture it is: what captions end with.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)(截图|截圖|视频截图|资料图|資料圖|图自\S{1,12}|图源\S{0,12}|[。\s]\S{1,6}社|摄|攝|摄影|攝影|供图|供圖|/ ?(reuters|afp|ap|getty images|xinhua|kcna|tass|epa|shutterstock)|(photo(graph)?|image|credit)s?(:| by) [^.]{2,60}|(^|[.)”\]] ?)pictures?: [^.]{2,60})[)）]?$",
        r"|[.”]\s*\p{Lu}[\p{L}'’.-]+(\s\p{Lu}[\p{L}'’.-]+){0,3}\s?/\s?\p{Lu}[\p{L}'’. ]{2,30}$",
    ))
});

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"^[(（](\d{4}|n\.d\.)[a-z]?[)）][。.．,]|^(参考|參考)(资料|資料|文献|文獻|书目|書目|来源|來源)\s*[:：]\s*\S",
        // The number of a note behind its name: 註1:….
        r"|^(?i:[\[【(（]?(注|註|注释|註釋|注解|註解|note|footnote)\s?\d{1,3}[\]】)）]?\s*[:：]\s*\S)",
        r"|^\[\^?\d{1,3}\]:?\s*\S",
        // The raised number of a note; that of an isotope has a letter right behind it.
        r"|^[⁰¹²³⁴-⁹]{1,3}([.\s]\s*\S|[\p{Han}《〈“「])",
        // A family name and given names, then the year in brackets with a stop behind it; or initials, and no
        // word of a sentence behind them, as there is behind a city in a district of that name.
        r"|^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}[\p{L}'’.-]*\s?){1,4}.{0,60}[(（]\d{4}[a-z]?[)）]\s?[.。:：]",
        r"|^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}\.[ -]?)+.{0,60}[(（]\d{4}[a-z]?[)）]\s?,",
        r"|^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}\.[ -]?)+\s?([(（\[:“‘\x22*_&\d.]|\p{Lu}[^.]|,\s?[\p{Lu}\d&“‘\x22*_]|,? (and|et|with|von|van|de|in|eds?\.) ?\p{Lu}).*[.。]$",
        // The year between stops, and behind it a title in marks or where it was printed.
        r"|^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}'’.-]*( \p{Lu}\.?)?(,? and \p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*){1,3})?\.\s\d{4}[a-z]?\.\s([“\x22]|.*(:\s|\d|\b(Press|University|Publish\w+|Books|Verlag|Journal|Review)\b))",
        // A place and a year may begin a scene: an entry goes on to say where it was printed.
        r"|^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}'’.-]+( \p{Lu}\.?)?,\s\d{4}[a-z]?\.\s.*(:\s|\d|“|\b(Press|University|Publish\w+|Books|Verlag|Journal|Review)\b)",
        r"|^[\p{Han}]{2,4}(、[\p{Han}]{2,4})*[(（]\d{4}[)）][。.．]",
        r"|^[\p{Han}]{2,4}(、[\p{Han}]{2,4})*[,，]\s?\d{4}[,，]\s?[《〈“「]",
        r"|(?i)^(\[?\d{1,3}\]?[.．]?|[①-⑳])\s*(ibid|see (also|e\.g|generally|note|supra|above|below|(?-i:[\p{Lu}“‘\x22*_]).*[,\d])|cf\. |参见|參見|同上|同前|见[《“]|見[《「])",
        // A number, a work, and where and when it was printed, with pages behind it.
        r"|^\[?\d{1,3}[\].]\s?\p{Lu}.{8,200}[(（]\p{Lu}[\p{L} .:&'’-]{1,40},\s?\d{4}[)）],?\s(pp?\.|paras?\.|ch\.|vol\.|no\.|at )",
        r"|^(\[?\d{1,3}[\].、]|[①-⑳])\s?[\p{Han}·、]{2,16}[,，:：]\s?[《〈「“].{2,80}[》〉」”][,，].{0,60}(\d{4}年?|[页頁]\s?\d|第\s?\d+\s?[卷期页頁])[^。]{0,30}[。.]?$",
        // The kinds of document of GB/T 7714.
        r"|(?-i)\[[JMDNRPSCGZ](/OL)?\][.．]",
        r"|\bdoi:\s?10\.\d{4}|doi\.org/10\.\d{4}|\bISBN\b",
    ))
});

/// Notes that say by themselves what they are.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[*•●_(（\[【〔※\s]*(作者(简介|簡介|介绍|介紹|单位|單位|(系|係)[^统統列谱譜]|(为|為)[^了此弄证證说說使让讓].{0,40}(教授|研究员|研究員|博士生?|博士(候选|候選)人|博士[后後]|候选人|候選人|委员|委員|硕士|碩士|学者|學者|记者|記者|作家|编辑|編輯|主任|院长|院長|所长|所長|讲师|講師|导师|導師|学生|學生|撰稿人|评论员|評論員|成员|成員|律师|律師|专家|專家|顾问|顧問|大学|大學|学院|學院|研究所|研究院|中心|智库|智庫|学系|學系)([。.,，;；、(（)）\s]|$))|译者[:：]|譯者[:：]|翻译[:：]|翻譯[:：]|编译[:：]|編譯[:：]|校对[:：]|校對[:：]|",
        r"本文(由.{1,40}(译自|譯自|授权|授權|(发布|發佈|發布)([于於在,，。]|$))|(原载|原載|原刊|转自|轉自|转载|轉載|选自|選自|摘自|译自|譯自|刊于|刊於|刊载于|刊載於|发表于|發表於|首发于|首發於))|",
        // Who has edited it, and checked it.
        r"(责任|責任|特约|特約|执行|執行|值班|实习|實習|本版|本期|主)?(编辑|編輯|编审|編審|校对|校對|审校|審校|審稿|审稿|排版|制图|製圖|美编|美編|监制|監製)(\s?[/／、]\s?(编辑|編輯|校对|校對|排版|审校|審校))?\s?[:：/／]\s?[^?？!！。]{1,40}$|(责任|責任|值班)(编辑|編輯)\s\S.{0,24}$|(责编|責編)\s?[:：/／\s]\s?\S.{0,24}$|",
        r"(作者|笔者|筆者)?(谨|謹)?(感谢|感謝|致谢|致謝)[^。]{0,12}(匿名)?(审稿|審稿|评审|評審)(人|专家|專家|意见|意見)|",
        r"(本|此)(次)?(访谈|訪談|采访|採訪|专访|專訪|对谈|對談)(系|是)?(于|於|由|通过|通過|透過|以|经|經)[^。]{0,40}(进行|進行|完成|整理|录制|錄製)|",
        r"(本文)?(系|为|僅|仅)?代表作者(个人|個人)|注[:：]本文|原(标题|標題|题|題)[:：]|original title[:：]|原文(链接|連結|鏈接|标题|標題|出处|出處|刊于|刊於|载于|載於|发表)|译自|譯自|原载|原載|(转载|轉載)自([^然]|$)|文章来源|图片来源[:：]|",
        // Who paid for it, and what holds of it.
        r"本(文|报道|報道|报导|報導|专题|專題|调查|調查|系列|研究)(获|獲|由|承|受|得到|承蒙)[^。]{1,30}(补助|補助|资助|資助|赞助|贊助|支持)([,，。完制]|$)|",
        r"(please )?check against delivery\b|以(现场|現場)(发言|發言|讲话|講話)(为|為)(准|準)|(media|press) (contacts?|enquiries|inquiries|queries)\b[^:：]{0,12}[:：]|(媒体|媒體|新闻|新聞)(联络|聯絡|联系|聯繫)(人)?[:：]|",
        r"通[訊讯]作者|基金(项目|項目)|收稿(日期)?[:：]|投稿日期|(收稿|修回|接受)日期|引用(格式|本文)|中图分类号|文献标识码|文章编号|",
        // How what follows was done; what is said of it in an editor's note may be its lead.
        r"editor['’]s note[:：.—–-].{0,300}\b((this|the|our) (article|essay|interview|conversation|text|transcript|story|report) (was|has been|is) |(was|were) ((both|all|each|separately) )*interviewed\b)|",
        // Whose names these are, and who else has worked on it.
        r"((应|應)受(访|訪)者(的)?要求|文中[^。]{0,40}(为|為|系|係)化名).{0,60}$|[^。,，]{2,30}(对|對|为|為)(本|此)(文|报道|報導|报导)亦?有(所)?(贡献|貢獻)|",
        r"(some |all |the )?(names|name|identities)( of [^.]{3,60})? (have|has) been (changed|withheld)\b.{0,80}$|(?-i:\p{Lu})[^.:]{2,100} contributed ((reporting|research|writing) )?to this (report|story|article|piece|post)|contacts?\s?[:：].{0,80}@|",
        r"about the authors?[:：]|author bio|correspond(ing author|ence)[:：]|received[:：]|accepted[:：]|received (on )?(\d{1,2} \p{L}+|\p{L}+ \d{1,2},?) \d{4}\s?[;,.] ?((in )?revised|accepted|published)\b|(funding|disclosure|conflicts? of interest)[:：]|",
        r"((additional |with )?(reporting|editing|research|translation|photographs?|photography|illustrations?|interview|graphics) by|translated (from .{2,30} )?by|edited by|originally (published|appeared)|first published)\b|",
        r"(a version of )?this (article|essay|piece|text|report|transcript|story|post|interview|paper|op-ed)",
        // What was done with it: a paper that is organised somehow speaks of itself.
        r"( (was|is|has been|originally|first|also|previously|last|later))+ (appear(s|ed)|published|posted|printed|prepared|presented|delivered|written|adapted|translated|excerpted|extracted|abridged|reprinted|republished|reproduced|produced|commissioned|funded|supported|sponsored|made possible|held|conducted|recorded|updated|corrected|amended|revised|edited|transcribed|licensed|submitted|based on|drawn from|taken from|part of|one of a series|an? (version|translation|excerpt|extract|transcript|adaptation|product|part|abridged|updated|edited|revised|condensed|shortened))\b|",
        r"(a version of )?this (article|essay|piece|text|report|transcript|story|post|interview|paper|op-ed) (appears|appeared) (in|on|as|under|first|originally)\b|",
        // What they are: that they are right is said in the text.
        r"(the|this) (author|writer)s? (is|are|was|were) ((currently|now|also|both|all|respectively) )*(affiliated|based|employed|working|grateful|indebted|solely|with the|at the|from the|members of|",
        r"(an? ([\p{L}’'-]+ ){0,2}|(the )?([\p{L}’'-]+ )?)(professors?|fellows?|researchers?|journalists?|historians?|lecturers?|students?|economists?|correspondents?|reporters?|editors?|directors?|analysts?|scholars?|scientists?|columnists?|candidates?|associates?|members?|founders?|presidents?|consultants?|engineers?|lawyers?|diplomats?|ambassadors?|poets?|novelists?|teachers?|specialists?|experts?|chairs?|chairmen|chairman|chairwoman|graduates?|critics?|photographers?|ministers?|officers?|translators?)\b))",
    ))
});

/// A volume, an issue, a session, a document's symbol: what stands over a title.
static SERIAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^《[^《》]{2,24}》\s?(季刊|月刊|双月刊|雙月刊|半月刊|旬刊|周刊|週刊|年刊|学报|學報|学刊|學刊|杂志|雜誌)$|^第.{1,8}(卷|期|輯|辑)|^[总總\d\s年.．-]{1,12}[卷期辑輯]|第\s?[\d一二三四五六七八九十百]{1,4}\s?[卷期辑輯]|\b(vol(ume)?|issue|no)\.? ?\d|^\d+(st|nd|rd|th) (plenary )?(meeting|session)",
        r"|(简报|簡報|报告|報告|论文|論文|专报|專報|通讯|通訊|快报|快報|文件|备忘录|備忘錄)\s*第?\s?\d[\d–—/-]*\s?[号號期]",
        r"|^[A-Z]{2,8}(/[\p{L}\d][\p{L}\d .()-]{0,30})*/\d[\d.()/A-Z-]*$|^[A-Z]{1,6}(/[A-Z0-9.()-]+)+$|^distr(\.|ibution)\s?:\s?\p{L}+$|^original\s?:\s?(english|french|spanish|russian|chinese|arabic)$|^advance unedited (version|copy)$|^(working|research|discussion|policy|briefing|occasional|issue|background) (paper|brief|note)s?\b",
    ))
});

/// Whether a line is the name of a body in capitals, as it stands at the head of what it publishes.
pub(super) fn is_letterhead(text: &str) -> bool {
    static BODY: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^[^\p{Ll}]*\b(TEAM|COMMITTEE|COMMISSION|COUNCIL|MINISTRY|DEPARTMENT|OFFICE|AGENCY|BUREAU|INSTITUTE|SECRETARIAT|PANEL OF EXPERTS|ORGANI[SZ]ATION|ASSEMBLY|AUTHORITY|CENT(ER|RE))( OF [^\p{Ll}.:]{2,60})?$",
        )
    });
    text.split_whitespace().count() > 1 && BODY.is_match(text)
}

/// Where authors work, and as what.
static AFFILIATION: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)(大学|大學|学院|學院|研究所|研究院|研究中心|社科院|科学院|科學院|智库|智庫).{0,24}$|(教授|研究员|研究員|博士生|硕士生|碩士生|研究生|讲师|講師|记者|記者)$",
        r"|\b(university|institute|college|department of|school of|faculty of|academy of|cent(er|re) for|professor|(senior|research|visiting) fellow|correspondent)\b",
    ))
});

/// Names, and nothing else: two to four words each.
static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"^(\p{Lu}[\p{L}'’.-]+(\s\p{Lu}[\p{L}'’.-]*){1,3}(\s?\(\d(,\s?\d)*\)|[*†\d]{0,2})(,? and |, | & |;\s?)?){1,6}$",
        r"|^(\p{Han}{2,4}|\p{Han}[ \u{3000}]\p{Han})[*†\d①②]{0,2}([\s、,，;；]{1,2}(\p{Han}{2,4}|\p{Han}[ \u{3000}]\p{Han})[*†\d①②]{0,2}){0,5}$",
        // With the numbers of where they work, and names of more parts: 某某 1, 2 , 阿某·某某 1.
        r"|^(\p{Han}{2,4}|\p{Han}{1,8}(·\p{Han}{1,8}){1,3})\s?\d([,，]\s?\d)*(\s?[、,，;；]?\s?(\p{Han}{2,4}|\p{Han}{1,8}(·\p{Han}{1,8}){1,3})\s?\d([,，]\s?\d)*){0,5}$",
    ))
});

/// Whether a line stands under a picture, a figure or a table, by its own words.
pub(super) fn is_caption(text: &str) -> bool {
    columns(text) <= 200
        && !metadata::is_sentence_on_a_source(text)
        && CAPTION.captures(text).is_some_and(|found| {
            let part = |name| found.name(name).map_or("", |part| part.as_str());
            !tells_of_figure(part("sign"), part("rest"))
        })
}

/// Whether a line is nothing but the number of a figure or a table, with its title on the next.
pub(super) fn is_bare_caption(text: &str) -> bool {
    static BARE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:(?i:figure|fig\.|table|chart|map|box|annex table)\s+(?:[A-Z][-–.]?)?(?:\d{1,3}(?:[-–.]\d{1,2})?|[IVX]{1,5})|[图圖表]\s?(?:[A-Z]?\d{1,3}(?:[-–.]\d{1,2})?|[一二三四五六七八九十]{1,3}))[.:：]?$",
        )
    });
    BARE.is_match(text)
}

/// Whether the words behind the number of a figure go on with a sentence about it: “Figure 2 shows …”.
fn tells_of_figure(sign: &str, rest: &str) -> bool {
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(是|为|為|显示|顯示|列|给出|給出|说明|說明|表明|反映|展示|可见|可見|所示|中|和|与|與|的).*[。!！?？]$",
        )
    });
    if sign == "、" {
        return rest.starts_with(['图', '圖', '表']);
    }
    let goes_on = rest.starts_with(char::is_lowercase) && ends_sentence(rest);
    sign.trim().is_empty() && (goes_on || TELLS.is_match(rest))
}

/// Whether a line ends with whose picture it stood under.
pub(super) fn is_credited(text: &str) -> bool {
    CREDIT.is_match(text) && columns(text) <= 240
}

/// Whether a line is an entry of a bibliography, by its own form.
pub(super) fn is_reference(text: &str) -> bool {
    REFERENCE.is_match(text)
}

/// Whether a line is a note on the authors or on where the text comes from.
pub(super) fn is_note(text: &str) -> bool {
    /// “First published in 1859, the book …”: only how a sentence begins.
    static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(originally|first) (published|appeared)[^.;]{0,60}, (an?|the|its?|he|his|she|her|they|their|this|these|those) ",
        )
    });
    NOTE.is_match(text) && !BEGINS.is_match(text)
}

/// Whether a line begins with a name and goes on with what its bearer is by calling, as it stands at the end of an
/// article: “Jane Doe is Professor of … and the author of …”.
pub(super) fn says_who(text: &str) -> bool {
    static WHO: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(\p{Lu}[\p{L}.'’-]*\s){2,5}(is|was) (currently |now )?((an?|the) )?([\p{L}-]+ ){0,4}?(?i:(assistant |associate |full |emeritus |visiting |senior |research |postdoctoral |non-resident |nonresident )*(professor|lecturer|fellow|researcher|scholar|historian|journalist|correspondent|columnist|analyst|director|editor|author|candidate|student))( emerita| emeritus)? (of|at|in|for|with|on)\b",
        )
    });
    WHO.is_match(text) && columns(text) <= 320
}

/// Whether a line is nothing but the initials of who signs: “— J.D.”.
pub(super) fn is_initials(text: &str) -> bool {
    static INITIALS: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^[—–―-]{1,2}\s?\p{Lu}\.(\s?-?\p{Lu}\.){1,3}$"));
    INITIALS.is_match(text)
}

/// Whether a line of a document's head is a volume, a session or a symbol.
pub(super) fn is_serial(text: &str) -> bool {
    SERIAL.is_match(text) && columns(text) <= 80
}

/// Whether a line of a document's head says where its authors work.
pub(super) fn is_affiliation(text: &str) -> bool {
    AFFILIATION.is_match(text) && columns(text) <= 120
}

/// Whether a line of a document's head says who spoke: “Speakers: …”.
pub(super) fn names_those_there(text: &str) -> bool {
    static THERE: LazyLock<Regex> = LazyLock::new(|| {
        let label = "speakers?|panell?ists?|moderators?|participants?|attendees|interviewe(es?|rs?)|受访者|受訪者|采访者|採訪者|采访人|採訪人|口述者?|对谈人|對談人|发言人|發言人|与会者|與會者|与谈人|與談人|主持人?|主讲人?|主講人?|嘉宾|來賓|出席";
        regex(&format!(r"(?i)^({label})(\s?/\s?({label}))?\s?[:：]\s*\S"))
    });
    THERE.is_match(text)
}

/// Whether a line is nothing but names.
pub(super) fn is_names(text: &str) -> bool {
    NAMES.is_match(text)
        && columns(text) <= 80
        && !says_more_than_names(text)
        && are_spread_names(text)
}

/// Whether each character that stands alone is the family name before a given name that does, as in 李 岩.
fn are_spread_names(text: &str) -> bool {
    let alone = |word: &str| {
        let mut chars = word.chars();
        chars.next().filter(|c| chars.next().is_none() && crate::folding::is_han(*c))
    };
    text.split([',', '，', '、', ';', '；']).all(|part| {
        let mut words = part.split_whitespace();
        while let Some(word) = words.next() {
            let Some(family) = alone(word) else { continue };
            let has_given = words.next().is_some_and(|given| alone(given).is_some());
            if !has_given || !crate::enrich::people::is_family_name(family) {
                return false;
            }
        }
        true
    })
}

/// Whether a row of words with capitals has what names don't: a word that binds others, what somebody has, or a state
/// whose name nobody bears.
fn says_more_than_names(text: &str) -> bool {
    static BINDS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)\b(the|that|this|these|those|why|how|what|when|where|is|are|was|were|not|for|from|with|without|into|over|after|before|between|against|its|our|your|their|could|should|would|must|has|have)\b|n['’]t\b|\p{L}['’]s\b",
        )
    });
    static STATES: LazyLock<Vec<String>> = LazyLock::new(|| {
        crate::lexicon::states().filter_map(|names| names.into_iter().next()).collect()
    });
    let names_state = STATES.iter().any(|state| {
        let rest = text.strip_prefix(state.as_str());
        let is_whole = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        // Georgia Hale is somebody, “Georgia Turns East” is not.
        let is_borne = text.split(' ').count() < 3 || crate::enrich::people::is_given_name(state);
        is_whole && (state.contains(' ') || !is_borne)
    });
    names_state || BINDS.is_match(text)
}

/// The names that a line gives with what those are who bear them: Jane Doe, Senior Correspondent.
pub(super) fn signed_by(text: &str) -> Option<&str> {
    static CALLING: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:\p{Lu}[\p{L}’'-]*\.? |of |for |and |the |at ){0,6}(?i:correspondent|(?:staff |feature )writer|reporter|editor|columnist|contributor|analyst|fellow|professor|researcher|critic|bureau chief)(?:,? (?:at|of|for|in) .{2,50})?$",
        )
    });
    let (names, calling) = text.split_once(", ")?;
    (is_names(names) && CALLING.is_match(calling) && !ends_sentence(text)).then_some(names)
}

/// Notes at the end of a document without a heading of their own: lines numbered from 1, most of whose numbers
/// stand in brackets in the text before them.
pub(super) fn at_the_end(units: &[Unit]) -> Range<usize> {
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^(?:\[(\d{1,3})\]|(\d{1,3})[.\s])\s*\S"));
    /// ① has the value 1, and so on.
    const CIRCLED: std::ops::RangeInclusive<char> = '①'..='⑳';
    let number = |unit: &Unit| -> Option<usize> {
        let first = unit.text.chars().next()?;
        if let Some(n) = CIRCLED.clone().position(|circled| circled == first) {
            return Some(n + 1);
        }
        let found = NUMBER.captures(&unit.text)?;
        found.get(1).or(found.get(2))?.as_str().parse().ok()
    };
    let none = units.len()..units.len();
    let is_beside = |text: &str| is_furniture(text) || is_note(text);
    let Some(last) = (0..units.len()).rev().find(|&n| !is_beside(&units[n].text)) else {
        return none;
    };
    let Some(count) = number(&units[last]).filter(|&count| count > 1 && count <= last) else {
        return none;
    };
    let first = last + 1 - count;
    let is_counted = (first..=last).zip(1..).all(|(n, value)| number(&units[n]) == Some(value));
    let points_to = |value: usize| {
        let mut marks = vec![format!("[{value}]"), format!("〔{value}〕")];
        // Whoever counts with circles points with circles.
        if units[first].text.starts_with(*CIRCLED.start()) {
            marks.extend(CIRCLED.clone().nth(value - 1).map(String::from));
        }
        units[..first].iter().any(|unit| marks.iter().any(|mark| unit.text.contains(mark)))
    };
    let pointed = (1..=count).filter(|&value| points_to(value)).count();
    if is_counted && pointed * 2 > count { first..last + 1 } else { none }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_told_from_text() {
        for line in [
            "Figure 2 Course of the uptake",
            "Figure 2. Course of the uptake over the season, with a peak in May.",
            "FIG. 3: The mill",
            "Table IV. Fees",
            "Table A1: Yields",
            "Map B The valley",
            "图 3 清代的平面图",
            "图3：清代的平面图。",
            "表一 各桥的年代",
            "表十二．桥名",
            "Source: the authors.",
            "Source: calculated by the authors from the surveys of the office of the valley.",
            "来源：作者根据县志整理，部分有改动。",
            "[Photo 1] The mill after the flood, May 2014. Photo: example.org",
            "【图1】磨坊，洪水之后。",
            "（圖二）河谷的磨坊",
            "Table: Fees at the bridges, 2014 — carts 3; horses 2",
            "Map: the valley and its mills",
            "图:河谷水渠走向示意(据县志绘制,非精确测绘)",
            "[Image: a barge at the mill, 2012. Photo: J. Doe]",
            "【圖：河谷的磨坊】",
            "圖為上村遠眺磨坊橋。",
            "左图为磨坊的主人。",
            "圖說：上村的磨坊。",
            "（附圖：河谷水渠）",
            "图表：2010—2014年两岸的收成",
            "[表1:各村的磨坊]",
            "【表二】各桥的年代",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "Maple trees grow in the valley and give syrup in the spring.",
            "Tables were laid for the guests in the garden.",
            "Figures show that the price of bread rose.",
            "Table for two, please, said the man at the door.",
            "Map of the valley in hand, he went on.",
            "Tables: they were laid for the guests.",
            "Photon energy grows with frequency.",
            "Boxes of grain were stacked in the barn.",
            "Images of war filled the papers.",
            "Figure 2 shows the course of uptake over the season.",
            "Table I had, and chairs as well.",
            "图 3 是清代的平面图。",
            "表1列出了各桥的年代和长度。",
            "图 2 显示，石拱桥的数量最多。",
            "图二、图三都是清代的。",
            "【图书】河谷县志",
            "【图说】河谷四季",
            "【表】",
            "【表态】河谷各村",
            "[Mapping the valley] took years.",
            "图书馆在河的左岸。",
            "图为主，文为辅，这是县志的体例。",
            "Source: the river rises among the hills and runs to the sea in the south.",
            "来源：这条河发源于北面的群山，流入南面的海。",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn a_number_may_stand_over_the_title_of_its_table() {
        for line in ["Table 4", "FIGURE XII", "Table A.2", "表3", "图 十二"] {
            assert!(is_bare_caption(line), "{line}");
        }
        for line in ["Table", "Table 4 Fees", "表3 桥名", "4", "Map of 1914"] {
            assert!(!is_bare_caption(line), "{line}");
        }
    }

    #[test]
    fn a_volume_is_told_from_a_contents_line() {
        for line in [
            "2014年第5期",
            "第三卷",
            "总第45期",
            "第十二輯 河谷",
            "《河谷与大陆》季刊",
            "Vol. 3",
            "工作论文 第 2014-7 号",
            "RIV/Conf-9 Mills/2014/7",
        ] {
            assert!(is_serial(line), "{line}");
        }
        assert!(!is_serial("《河谷学刊》季刊读者的信"));
        assert!(!is_serial("【本期要目】") && !is_serial("为期三天的会"));
    }

    #[test]
    fn names_may_have_the_numbers_of_where_they_work() {
        assert!(is_names("张三 1, 2 , 阿里木·李四 1") && is_names("张三1,李四2"));
        assert!(is_names("Jane Doe (1) and John Roe (1, 2)") && !is_names("Jane Doe (1914)"));
        assert!(!is_names("阿里木·李四") && !is_names("张三在河边走 1, 2"));
    }

    #[test]
    fn titles_of_words_with_capitals_are_no_names() {
        for line in ["Jane Doe", "Mary Jane Field and John Roe", "Georgia Hale", "Thea Isner"] {
            assert!(is_names(line), "{line}");
        }
        assert!(is_names("张大山,李 四") && is_names("李 四 王 五"));
        assert!(!is_names("上 村,下 村"));
        for line in [
            "The Mill That Wasn't",
            "Why Bridges Fall",
            "New Zealand Builds Bridges",
            "Hungary Turns East",
            "Hungary's Long Wait",
        ] {
            assert!(!is_names(line), "{line}");
        }
    }

    #[test]
    fn who_signs_may_say_what_they_are() {
        for (line, names) in [
            ("Jane Doe, Senior Correspondent", "Jane Doe"),
            ("Jane Doe and John Roe, Staff Writers", ""),
            ("Jane Doe, Staff Writer", "Jane Doe"),
            ("Jane Doe, Editor of the Valley Ledger", "Jane Doe"),
            ("Jane Doe, a correspondent, was there.", ""),
            ("The Mill, Editor", ""),
            ("Jane Doe, Upper Mill", ""),
        ] {
            assert_eq!(signed_by(line).unwrap_or_default(), names, "{line}");
        }
    }

    #[test]
    fn bibliography_is_told_from_text() {
        for line in [
            "(1993)。蘇聯國際條約集 Sbornik, Vol. 46。Moscow:Mezhdunarodnye Otnosheniya。",
            "Chan, Young Bang(1990).Prospect of Cooperation.The Journal.21(3)",
            "[12] Smith J. A book. London, 2001.",
            "Rozman, Gilbert, 2004. A Regionalism. New York: Example Press.",
            "陳大文,2010,《鐵路與帝國》,台北:某某出版社。",
            "李某.边境贸易研究[J].某某学刊,2020(3):12-20.",
            "4. Ibid., 12.",
            "Roe, Jane. 2020. \"The Plough.\" Tillage 62 (3): 11–30.",
            "Roe, Jane, and John Doe. 2020. Ploughs of the Valley. Alder: Example Press.",
            "參考資料:河谷縣志館,《河谷的橋》,2014年版。",
            "註1:見張三,《橋與路》(上村:某某出版社,2001),頁33。",
            "① 张三:《桥与路》,上村:某某出版社2001年版,第33页。",
            "Smith, J. (2010), The plough. Cambridge: Example Press.",
            "Smith, J., Roe, K. and Doe, M. A book. London.",
            "Lopez, M.A., Wei, C., 2012. Tillage and soil. Soil Sci. 9, 1–10.",
            "Smith, T. S..Example Monthly.",
            "3. See John Roe, The plough, 12.",
            "3. See also the report of the council.",
            "¹⁵ A/2024/115, paras. 31–46.",
            "¹⁶ John Roe, “The plough”, press release, 8 July 2005.",
            "³《河谷县志》，第12页。",
            "1. Rivers Office, Barges of the Valley: A Survey (Alder, 2013), pp. 4–9.",
            "2. 张三，〈水渠的兴衰〉，《河谷学刊》，第8卷第2期，2016年，页55—83。",
            "[3] 李四、王五:《桥与路》,某某出版社,2016年。",
        ] {
            assert!(is_reference(line), "{line}");
        }
        for line in [
            "Moreover, Russia and China (2023) agreed on trade",
            "Paris, France. 1789. A crowd gathers at the gates.",
            "參考資料很多,這裡只舉一種。",
            "注1000元可得一票。",
            "① 张三说,《桥与路》他读了三遍。",
            "However, Russia agreed. China did too.",
            "In 2023, trade grew by 5%.",
            "Washington, D.C. is the capital of the country.",
            "Washington, D.C., was built on a swamp.",
            "Paris, France, 1789. A crowd gathers at the gates.",
            "Here, Darwin (1859), in his great book, changed the view of nature.",
            "3. See a doctor if it goes on.",
            "²³⁵U is rarer than the other.",
            "1. The treaty on barges (Alder, 1949) holds to this day.",
            "2. 张三说，《桥》这本书，他读了三遍。",
            "²⁰",
            "两国在经济、贸易、能源和交通等领域的合作不断扩大。",
        ] {
            assert!(!is_reference(line), "{line}");
        }
    }

    #[test]
    fn notes_are_told_from_text() {
        for line in [
            "作者简介:某人,历史学家。",
            "原文链接:https://example.org",
            "This article was first published in the Example Review.",
            "Translated from Russian by John Roe.",
            "收稿日期:2019年1月5日",
            "Received 3 March 2014; accepted 9 May 2014; published online 6 June 2014",
            "This article was first published in the Example Review.",
            "This paper was presented at a meeting in May.",
            "This article appears in the March issue.",
            "This report is part of a series on the valley.",
            "The author is a senior research fellow in the valley.",
            "The authors are researchers at the institute.",
            "First published in May 1998.",
            "作者系某大学教授。",
            "作者为某报记者。",
            "作者為某大學教授，本文僅代表個人觀點。",
            "作者为某大学国际关系学院",
            "转载自某某网。",
            "原标题:河谷的桥",
            "This interview was held by e-mail in October and has been edited for length.",
            "本次访谈于10月以电子邮件方式进行，略有删节。",
        ] {
            assert!(is_note(line), "{line}");
        }
        for line in [
            "本文分析了两国关系的演变。",
            "作者认为,合作将会继续。",
            "This article examines how trade adapts.",
            "This report finds that volumes recover.",
            "This paper is organised as follows: the second section treats of the data.",
            "This story is about a boy who lost his dog.",
            "This report was ordered by the council after the flood.",
            "The author is right that the trade had declined by then.",
            "The author is right that students are poor.",
            "Received with joy in 2014, accepted by none, the plan failed.",
            "Received wisdom of 1914, published and repeated, was wrong.",
            "The authors were convinced that yields would rise.",
            "First published in 1859, the book was read by all.",
            "作者系统地整理了各地的县志。",
            "作者为弄清桥的年代，查阅了大量地方志。",
            "转载自然要注明出处，这是常识。",
            "本文由三个部分发布的数据构成。",
            "此次采访的记者走遍了河谷。",
        ] {
            assert!(!is_note(line), "{line}");
        }
        for line in [
            "• This article was amended on 5 May 2014.",
            "Editor's note: The miller and the ferryman were interviewed separately.",
            "（應受訪者要求，文中張三為化名。）",
            "(记者 李四、实习生 王五对本文亦有贡献)",
            "Some names have been changed.",
            "Jane Doe in Alder contributed reporting to this story.",
            "Contact: press@example.org",
            "※本報導獲河谷基金會補助。",
            "(责任编辑:某某)",
            "〔责任编辑:孙 立〕",
            "(責任編輯 趙 冰)",
            "(編輯:張三)1030503",
            "编辑/张三",
            "(作者為某大政治所博士候選人)",
            "〔作者简介〕张三,某大学历史学院副教授。",
            "作者感谢匿名审稿人的意见。",
            "Please check against delivery.",
            "Media contact 新聞聯絡: a@example.org",
        ] {
            assert!(is_note(line), "{line}");
        }
        assert!(!is_note(
            "编辑:这本书是怎么写成的?我记得您为此在河谷住了三年,每天走路去图书馆,对吗?"
        ));
        assert!(!is_note("责任编辑制度始于一九五〇年代。"));
        assert!(!is_note("本文由他获得支持的那次会议说起。"));
        assert!(!is_note(
            "Editor's note: A year after the map was published, the valley is divided."
        ));
        assert!(is_credited("The mill at Alder in May. Photograph: Jane Doe"));
        assert!(is_credited("The mill at Alder in May. Picture: Jane Doe"));
        assert!(!is_credited("The big picture: trade in the valley"));
        assert!(!is_credited("The miller took a photograph by the river. It was blurred by rain."));
        assert!(!is_note("The names of the streets were changed after the war."));
        assert!(!is_note("他对这座桥有很大贡献。"));
        assert!(!is_note(&format!(
            "应受访者要求，他的名字不写在这里。{}",
            "他说河里没有水。".repeat(9)
        )));
        assert!(says_who("JANE DOE is Professor of History at the University of Alder."));
        assert!(says_who("Jane R. Doe is a senior fellow at the Institute of Mills."));
        assert!(!says_who("The mill is a professor of nothing."));
        assert!(!says_who("Jane Doe is right that professors of history at Alder are few."));
        assert!(is_initials("— J.D.") && is_initials("–J. R. D."));
        assert!(!is_initials("— J.") && !is_initials("— Jane Doe") && !is_initials("J.D."));
    }
}
