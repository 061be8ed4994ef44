//! What belongs to the site a document was taken from, and not to the document?

use std::sync::LazyLock;

use regex::Regex;

use super::{ends_sentence, regex};
use crate::segment::units::columns;

/// Furniture is at most this wide, but for notices of rights and of cookies.
const MAX_FURNITURE: usize = 160;

/// How furniture begins, in the languages it has been met in.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[\[【(（>»•*_—\s-]*(",
        r"扫一扫|掃一掃|长按|長按|点击(这里|此处|查看|下方|上方|蓝字|关注|下载|进入)|點擊(這裡|此處|查看)|关注我们|關注我們|欢迎关注|歡迎關注|",
        r"微信扫码|扫码|掃碼|分享(到([^此这這]|$)|至|本文|给)|返回(顶部|首页|目录)|上一篇|下一篇|",
        r"责任编辑|責任編輯|责编|責編|编辑[:：]|審校[:：]|审校[:：]|排版[:：]|值班编辑|本文来源[:：]网络|",
        r"简介[:：]|簡介[:：]|公司简介|关于我们|關於我們|联系我们|聯絡我們|更多(精彩|内容\s*([请請关關点點敬尽盡见見扫掃>》…,，:：]|$))|阅读原文|打开APP|下载APP|下載APP|",
        r"纠错[\]】]|我要纠错|字体[:：]|字號[:：]|字号[:：]|(您|你)?(现在|當前|当前)?的?位置[:：]|登录\b|注册\b|",
        r"点(分享|收藏|赞|在看|点赞)\b?|设为星标|星标|视频加载中|广告$|廣告$|",
        r"subscribe\b|sign (up|in)\b|log ?in\b|share (this|on|via)\b|follow us|newsletter\b|",
        r"(read|see|learn|load|show|view) more\b|(also )?read( also)?\s*[:：]|related\s*[:：]|see also\s*[:：]|more\s*[:：]|watch\s*[:：]|listen\s*[:：]|",
        r"click here|advertisements?$|sponsored( (by [^.,]{1,40}|content|posts?|links?))?$|skip to |back to top|table of contents$|download (the )?(pdf|app|report)\b|",
        r"(延伸|相關|相关|推薦|推荐)(閱讀|阅读|新聞|新闻|報導|报道)\s*[》〉>:：]|看更多|更多新聞|",
        r"contact us|terms (of (use|service|sale|business)|(and|&) (conditions|privacy|policies))\b|privacy (policy|notice)|cookie (policy|settings|preferences)|comments?( \(\d+\))?$|leave a (comment|reply)|print (this|page)|",
        r"accept( all)?( cookies)?$|reject( all)?$|manage (cookies|preferences)|for information media|support (us|our work)|donate( (now|today|here|online|monthly|to (us|our|support|keep|help)\b.*))?[!.]?$",
        r")",
    ))
});

/// Lines that are furniture as wholes.
static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        // Buttons, and the navigation of a site behind a bullet.
        r"(?i)^((share|facebook|twitter|x|e-?mail|whatsapp|linkedin|reddit|telegram|pinterest|copy link|print|save|menu|home|search|close|next|previous|listen|微信|微博|朋友圈|分享|收藏|打印|首页|首頁)",
        r"([\s|,/·]+(share|facebook|twitter|x|e-?mail|whatsapp|linkedin|reddit|telegram|pinterest|print|save|微信|微博|朋友圈|分享|收藏|打印|QQ|QQ空间))*",
        r"|[•·*›»]\s*(期刊|首頁|首页|目錄|目录|journals?|home|menu|search|搜尋|搜索|login|登入|登录)",
        // Where in the site one is.
        r"|(首页|首頁|home)(\s*[>›»/]\s*\S.{0,30}){1,5}",
        // Counts: read, liked, shared.
        r"|\d[\d.,]*[kK万萬]?\+?\s*(阅读|閱讀|评论|評論|点赞|次浏览|人阅读|views?|comments?|shares?|likes?)\b.{0,20}",
        r"|(阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|赞|转发|在看|收藏|阅读量|views?|likes?)\s*(数|量|次数)?\s*[:：]?\s*\d[\d.,]*[万萬kK]?\+?.{0,30}",
        // The end, and pages.
        r"|[—–\-*=【\[(（\s]*(the end|end|完|全文完|本文完|fin)[—–\-*=】\])）\s]*",
        r"|[-–—\s]*(page|p\.|第)\s*\d{1,4}\s*(页|頁|of \d{1,4}|/\s*\d{1,4})?[-–—\s]*|[-–—]\s*\d{1,4}\s*[-–—]",
        r")$|(APP下载|下载客户端|公众号)$",
    ))
});

/// Notices, however long.
static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[*_※\s]*(copyright\s+(((?-i:[^\p{Ll}])|(by|held|of)\b).{0,40})?\d{4}|\(c\)\s*(\d{4}\b|(?-i:\p{Lu})[^.;,]{0,40},?\s\d{4}\.?$)|©|版权(所有|声明|归)|版權(所有|聲明|歸)|免责声明|免責聲明|",
        r"we use cookies|(this|our) (web)?site uses cookies|by (continuing|using this)\b.{0,60}(cookies|terms)|公司简介|简介[:：]|簡介[:：])",
        r"|all rights reserved\.?$|ICP[备備证證]|公网安备|网信(备|证)",
    ))
});

/// What stands over a list of links to other pages.
static LINKS: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[#\s*【\[]*(往期(推荐|回顾|精选)|相关(阅读|文章|推荐|新闻|报道|链接)|相關(閱讀|文章|新聞|報導|連結)|推荐(阅读|文章)|推薦(閱讀|文章)|延伸(阅读|閱讀)|热门(文章|推荐|新闻)|熱門(文章|推薦|新聞)|猜你喜欢|精彩推荐|最新文章|",
        r"related (stories|articles|posts|topics|content|coverage|reading)|more (from|on|in|stories|articles)\b.{0,40}|most (popular|read|viewed)|recommended( for you)?|trending( now)?|you may also like|latest (news|stories)|read next|top stories|editors?['’]s? picks?)[\s】\]:：]*$",
    ))
});

/// What the site says of itself at the end.
static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(about (us|the (company|institute|organi[sz]ation|cent(er|re)|publisher|foundation|program(me)?|journal|magazine|newspaper))|关于(我们|本站|本刊)|關於(我們|本站|本刊))[:：]?$",
    )
});

/// A bar has at least so many links, …
const MIN_LINKS: usize = 5;

/// … each at most this wide.
const MAX_LINK: usize = 16;

/// Whether a line is a bar of links, as sites have it at their head: short names with strokes between them.
fn is_bar(text: &str) -> bool {
    let links = || text.split(['|', '｜']).map(str::trim);
    let is_link = |link: &str| {
        (1..=MAX_LINK).contains(&columns(link)) && !link.contains(|c: char| c.is_ascii_digit())
    };
    links().count() >= MIN_LINKS && links().all(is_link)
}

/// Whether a line is furniture by its own words.
pub(super) fn is_furniture(text: &str) -> bool {
    if NOTICE.is_match(text) || is_bar(text) || !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    let is_short = columns(text) <= MAX_FURNITURE;
    is_short
        && (WHOLE.is_match(text)
            || heads_links(text)
            // A sentence that only begins so is text: “Subscribe rates fell by half.”
            || BEGINS.is_match(text) && (columns(text) <= 80 || !ends_sentence(text)))
}

/// Whether a line is a notice of rights.
pub(super) fn is_notice(text: &str) -> bool {
    NOTICE.is_match(text)
}

/// Whether a line stands over links to other pages.
pub(super) fn heads_links(text: &str) -> bool {
    LINKS.is_match(text)
}

/// Whether a line stands over what a site says of itself.
pub(super) fn heads_blurb(text: &str) -> bool {
    ABOUT.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_text() {
        for line in [
            "扫一扫,即刻安装钝角网APP",
            "0 阅读:2",
            "阅读 1.2万",
            "赞 86 在看 35",
            "(责任编辑:某某)",
            "首页 > 国际 > 正文",
            "京ICP备05000000号-1",
            "简介:专注信息服务。",
            "Share this article",
            "142 Comments",
            "Facebook | Twitter | Email",
            "© 2024 The Daily Example. All rights reserved.",
            "Read more: How it began",
            "— END —",
            "* * *",
            "Page 3 of 12",
            "- 12 -",
            "We use cookies to improve your experience.",
            "首页 | 国际 | 财经 | 军事 | 观点 | 登录/注册",
            "某某時訊　即時｜政治｜國際｜兩岸｜財經",
            "Home | World | Business | Opinion | Video",
            "Copyright © 2000-2024 Example",
            "Copyright 2014 by the Daily Example",
            "COPYRIGHT THE DAILY EXAMPLE 2014",
            "(c) 2014 The Daily Example",
            "(C) The Daily Example Ltd 2014",
            "Terms of use",
            "Terms and conditions",
            "Donate now",
            "更多内容，请看下期。",
            "分享到：微信",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "Copyright law protects the works of authors in both countries.",
            "Subscribe rates of the new bonds fell by half in March, which surprised the two ministries that had issued them.",
            "Home prices rose.",
            "Terms of trade improved.",
            "Donate blood.",
            "Sponsored by the council, the fair opened in May.",
            "(c) in the year 1998 the tenant paid no rent;",
            "Copyright laws of 1998 changed that.",
            "更多内容将在下一章讨论。",
            "分享到此结束，谢谢大家。",
            "End of the war",
            "X-ray images of the wagons were published.",
            "阅读能力的差异",
            "2 月的贸易额",
            "1200 likely victims",
            "分享经济的成果",
            "注册资本为三亿元。",
            "Grain | Steel | Coal",
            "A | B | C | 2024 | The ministries of both countries signed it in May",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
