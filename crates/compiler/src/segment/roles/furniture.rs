//! What belongs to the site a document was taken from, and not to the document?

use std::sync::LazyLock;

use regex::Regex;

use super::{ends_sentence, notes, regex};
use crate::segment::metadata;
use crate::segment::units::columns;

/// Furniture is at most this wide, but for notices of rights and of cookies.
const MAX_FURNITURE: usize = 160;

/// How furniture begins, in the languages it has been met in.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[\[［【〔(（>»•★☆▶▲▼*_—\s-]*(",
        r"(微信)?(扫一扫|掃一掃)|(扫描|掃描)(下方|上方|二维码|二維碼|左侧|右侧)|(在)?APP(内|內)?(打开|打開)|(请|請|欢迎|歡迎|立即|免费|免費)(订阅|訂閱)|掃一掃|长按|長按|点击(这里|此处|查看|下方|上方|蓝字|关注|下载|进入)|點擊(這裡|此處|查看)|关注我们|關注我們|欢迎关注|歡迎關注|",
        r"微信扫码|扫码|掃碼|分享(到([^此这這]|$)|至|本文|给|[:：])|返回(顶部|首页|目录)|上一篇|下一篇|",
        r"(立即|马上|馬上|点我|點我|点此|點此)(下载|下載|安装|安裝)|(请|請)?先?(登录|登入|登錄)(后|後)?(再)?(查看|阅读|閱讀|评论|評論|留言|发表|發表)|(请|請)先(登录|登入|登錄)|本文来源[:：]网络|",
        r"简介[:：]|簡介[:：]|公司简介|关于我们|關於我們|联系我们|聯絡我們|更多(精彩|[内內]容\s*([请請关關点點敬尽盡见見扫掃>》…,，:：]|$))|阅读原文|打开APP|下载APP|下載APP|",
        r"纠错[\]】]|我要纠错|字[体體级級号號][:：]|(您|你)?(现在|當前|当前)?的?位置[:：]|登录\b|注册\b|",
        r"点(分享|收藏|赞|在看|点赞)\b?|设为星标|星标|视频加载中|广告$|廣告$|",
        r"subscribe\b|sign (up|in)\b|log ?in\b|share (this|on|via)\b|share\s?[:：]\s?(facebook|x|twitter|line|wechat|weibo|whatsapp|telegram|linkedin|e-?mail|copy)\b|follow us|follow .{1,40} on (x|twitter|facebook|instagram|threads|bluesky|mastodon|linkedin|youtube|whatsapp|telegram)\b|newsletter\b|",
        r"(read|see|learn|load|show|view) more\b|(also )?read( also)?\s*[:：]|most (read|popular|viewed|shared)\s*[:：]|(热门|熱門)(文章|新闻|新聞|排行)?\s*[:：]|related( (stories|story|articles?|posts?|topics?|content|coverage|reading|links?|news|reports?|videos?))?\s*[:：]|more from [^:：|]{2,40}[:：]|see also\s*[:：]|more( on (this|the) (story|topic|subject))?\s*[:：]|watch\s*[:：]|listen\s*[:：]|",
        r"more by (?-i:\p{Lu})[^:;|]{2,58}[^.:;|]$|further (listening|viewing|watching)\s*[:：]|(also )?in this (issue|series|episode)\s*([:：]|$)|read the (full|whole|complete|original) [\p{L} ]{4,30}( here| online)?[.:»>]?$|(that was your last|you (have|['’]ve)( (read|used|reached|only))?)\b.{1,30}\b(free|remaining|complimentary) (articles?|stor(y|ies)|views?)\b|",
        // Whose music it was, and where one can hear more.
        r"((theme )?music|sound design|original score|mixing|mastering) (is |was |composed )?by (?-i:\p{Lu})|[^.]{0,80}\bwherever you (get|listen to|find) (your )?podcasts|",
        // What asks for texts.
        r"(《[^》]{2,16}》)?(本版|本刊|本报|本報)?(欢迎|歡迎)(投稿|来稿|來稿|赐稿|賜稿)|",
        r"click here|advertisements?$|sponsored( (by [^.,]{1,40}|content|posts?|links?))?$|skip to |back to top|table of contents$|download (the )?(pdf|app|report)\b|",
        r"(延伸|相關|相关|推薦|推荐|更多)(閱讀|阅读|新聞|新闻|報導|报道|報道|文章|影片|视频|視頻|連結|链接|鏈接|專題|专题)\s*[》〉>:：]|看更多|更多新聞|",
        r"contact us|terms (of (use|service|sale|business)|(and|&) (conditions|privacy|policies))\b|privacy (policy|notice)|cookie (policy|settings|preferences)|comments?( \(\d+\))?$|leave a (comment|reply)|print (this|page)|",
        // Adverts, and where the text goes on behind one.
        r"(广告|廣告|推广|推廣|赞助(内容)?|贊助(內容)?|好(物|书|書)(推荐|推薦|分享)|ad|advert|promoted|promotion|sponsored)[】\]］]|(广告|廣告|推广|推廣)\s*[|｜丨]|(赞助商|贊助商)(广告|廣告|内容|內容|链接|連結|連接)?$|(?-i:ADVERTISEMENT)\s*[:|–—-]|",
        r"advertisements?\b\W{0,3}(story|article|text|page|scroll|continue|click)|((this|the) )?(story|article|post|text) continues (below|after|beneath)|scroll (down )?to (continue|keep)|continue reading (below|the (main|full|rest)\b)|",
        // Where else one can follow it.
        r"加(入|为|為)?\s?(line|賴|官方(帳號|账号))?\s?(官方)?(好友|粉絲團|粉丝团)\s*([,，!！|｜:：»>]|$)|",
        // What runs the site, and what prints the document.
        r"(proudly )?(powered|published|hosted) (by|with|on) (wordpress|blogger|ghost|drupal|joomla|medium|substack|hugo|jekyll|wix|squarespace|hexo|typecho|discuz|github)\b|please recycle\b|",
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
        r"|([^|｜>＞]{1,24}[|｜]\s*)?((网站|網站)?(首页|首頁)|主页|主頁|home)(\s*[>＞›»/∕／→]\s*\S.{0,30}){1,5}",
        r"|\S[^>＞›»]{0,20}([>＞›»][^>＞›»]{1,30}){1,4}[>＞›»]\s*(正文|文章|详情|詳情|内容|內容)",
        // The same read aloud, and how long that takes.
        r"|listen to (this|the) (article|story|post|essay|piece|report|page)([\s·•|(–—-]+\d{1,3}(:\d{2}| ?min).{0,12})?|(收听|收聽|听|聽)(本文|全文|文章|新闻|新聞)([\s·•|(（]*\d{1,3}([:：]\d{2}|\s?分).{0,12})?",
        // Counts: read, liked, shared.
        r"|\d[\d.,]*[kK万萬]?\+?\s*(阅读|閱讀|评论|評論|点赞|次浏览|人阅读|views?|comments?|shares?|likes?)\b.{0,20}",
        r"|(阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|赞|转发|在看|收藏|阅读量|views?|likes?)\s*(数|量|次数)?\s*[:：]?\s*\d[\d.,]*[万萬kK]?\+?.{0,30}",
        r"|(人气|人氣|点阅|點閱|观看|觀看|讚)\s*(数|數|量|次数|次數)?\s*[:：\s]\s*\d[\d.,]*[万萬kK]?\+?\s?[人次]?",
        r"|(请|請)?(继续|繼續)(往下)?(阅读|閱讀)[>》»…]*",
        // How long it takes to read.
        r"|((全文|本文|正文|文章|字数|字數)[:：]?)?\s*(共|约|約|大约|大約|共计|共計)?\s*\d[\d,]*\s*字.{0,6}(阅读|閱讀|读完|讀完).{0,12}\d{1,3}\s*(分钟|分鐘).{0,4}",
        r"|(预计|預計|预估|預估)?(阅读|閱讀)(本文|全文)?(时间|時間|时长|時長|约|約|需|需要).{0,8}\d{1,3}\s*(分钟|分鐘).{0,4}",
        r"|(estimated )?(reading|read) time\b\W{0,3}(about |approx(imately|\.)? ?|~)?\d{1,3}.{0,10}|[•·\s]*(an? )?\d{1,3}[- –]min(ute)?s?[- ]read",
        // What readers say.
        r"|[【\[]?(精选|精選|热门|熱門|最新|全部|网友|網友|读者|讀者)(留言|评论|評論)[】\]]?[:：]?|(top|recent|all|readers?['’]?s?) comments:?",
        r"|(网友|網友|读者|讀者)(回应|回應)|(发表|發表|我要)(评论|評論|留言|回应|回應|意见|意見|看法)|(评论|評論|留言)[区區]",
        r"|\d{1,5}\s(thoughts?|responses?|comments?|replies) (on|to) [“\x22‘«「《].{1,200}",
        // The job and the bar code that a printed document bears.
        r"|([A-Z]{1,3}\.)?\d{2}-\d{5}\s*(\([A-Z]\)(\s+\d{6})*\s*(\*\d{6,9}\*)?|\*\d{6,9}\*)(\s+\d{1,3}/\d{1,3})?(\s+please recycle\W*)?|\*\d{6,9}\*",
        // The end, and pages.
        r"|[—–\-*=【\[(（\s]*(the end|end|完|全文完|本文完|fin)(\s?(结束|結束|完毕|完畢|完))?[—–\-*=】\])）\s]*",
        r"|[-–—\s]*(page|p\.|第)\s*\d{1,4}\s*(页|頁|of \d{1,4}|/\s*\d{1,4})?[-–—\s]*|[-–—]\s*\d{1,4}\s*[-–—]",
        r")$|(APP下载|下载客户端|公众号|(点我|點我|立即|点此|點此)(下载|下載)\s?APP)$",
    ))
});

/// Notices, however long.
static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[*_※\s]*(copyright\s+(((?-i:[^\p{Ll}])|(by|held|of)\b).{0,40})?\d{4}|\(c\)\s*(\d{4}\b|(?-i:\p{Lu})[^.;,]{0,40},?\s\d{4}\.?$)|(issn\b[^。]{0,30})?©|版权(所有|声明|归)|版權(所有|聲明|歸)|免责声明|免責聲明|",
        r"(特别|特別|郑重|鄭重)?(声明|聲明)[:：][^。]{0,20}(转载|轉載|转自|轉自)|[^。]{0,30}(如有|如涉及|若有|如果有|如)(侵权|侵權)[^。]{0,12}(删除|刪除|联系|聯繫|聯絡|告知)|(本(文|刊|站|报|報|网|網)[^。]{0,16}[,，]\s*)?(未经|未經)[^。]{0,12}(授权|授權|许可|許可|同意|允许|允許)[^。]{0,8}(不得|禁止|严禁|嚴禁|请勿|請勿|谢绝|謝絕)[^。]{0,8}(转载|轉載|复制|複製|转发|轉發|摘编|摘編)|(转载|轉載)(请|請|须|須)(注明|註明|标明|標明)|(no (part|portion) of this|reproduction (of this|in whole|without))\b|",
        r"we use cookies|(this|our) (web)?site uses cookies|by (continuing|using this)\b.{0,60}(cookies|terms)|公司简介|简介[:：]|簡介[:：])",
        r"|all rights reserved\.?$|保留(所有|一切|全部)(权利|權利)$|ICP[备備证證]|公网安备|网信(备|证)",
    ))
});

/// That those who publish a text do not answer for it.
static DISCLAIMER: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[*_※(（\[【\s]*(the |all |any )?(views|opinions)( and (views|opinions))? (expressed|stated|presented|given)",
        r"( (here|herein|above|below|(in|on) th(is|ese) [\p{L}-]+|by (the |our )?(authors?|writers?|contributors?|interviewees?|speakers?|guests?)))*",
        r"( (are|is|remain|do|does)\b.{0,60}\bown\b| (are|is)( solely| only| entirely)? (those|that) of (the |its |their |our )?(authors?|writers?|contributors?|interviewees?|speakers?|guests?)\b",
        r"| do(es)? not (necessarily )?(reflect|represent).{0,60}\b(our|this|its|publishers?|editors?|editorial|employers?)\b)",
        r"|^[*_※(（\[【\s]*((特别|特別|郑重|鄭重)?(声明|聲明)[:：]\s*)?(以上|文中|本文|本(简报|簡報|报告|報告|论文|論文|研究|稿|专栏|專欄)|文章|该文|該文|所载|所載|作者|受访者|受訪者|嘉宾|來賓)[^。]{0,30}(不代表(本|我们|我們|平台|编辑部|編輯部|主办|主辦)|(仅|僅|只)代表作者(.{0,20}(与|與)(本|我们|我們|平台)[^。]{0,6}(无关|無關)|(本人|个人|個人)?的?(观点|觀點|立场|立場|意见|意見)[。.]?$))",
    ))
});

/// What asks readers to pay for it.
static APPEAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        // Who joins what is told in the text as well: here a sentence begins so, and a price follows, or what it
        // is for.
        r"(?i)(^|[。?!？！])\s*(现在|現在|立即|马上|馬上|只要)?(加入|成为|成為|升级|升級|开通|開通)[^。]{0,8}(会员|會員|订户|訂戶)[^国國].{0,20}(每月|每年|每天|只要|仅需|僅需|畅读|暢讀|解锁|解鎖|专享|專享|优惠|優惠|支持(我们|我們|本站|独立|獨立|优质|優質))",
        r"|(^|[。?!？！])\s*(请|請|欢迎|歡迎|小额|小額)[^。]{0,8}支持(我们|我們|本站|本刊|独立(报道|媒体|新闻)|獨立(報導|報道|媒體|新聞))",
        r"|^([^.?!]{1,80}[.?!] )?(please )?(become|join us as|sign up as) an? ([\p{L}-]+ )?(member|subscriber|supporter|patron)\b.{0,60}(today|now|month|year|journalism|reporting|support|access|[$€£])",
        r"|^([^.?!]{1,80}[.?!] )?(please )?support (our|independent|quality) ([\p{L}-]+ )?(journalism|reporting|media|newsroom|work)\b.{0,60}(today|now|month|year|donat|subscri|member|[$€£])",
        r"|^if you (enjoy|lik|valu|appreciat|found|find)\w*\b.{0,60}\b(please|consider)\b.{0,40}\b(support|subscri|donat|shar|becom|tip)",
        r"|^(订阅|訂閱)[^。]{0,16}[,，]\s*(每月|每年|每天|全年)?(只要|仅需|僅需|低至)\s?((NT|HK|US)?[$¥€£]\s?\d|\d[\d,.]*\s?(元|块|塊))",
        // What asks for an address.
        r"|^(please )?(enter|type in|submit) your e-?mail( address)?\b|^(请|請)?(输入|輸入|填写|填寫|留下)(您的|你的)?(电子邮箱|電子郵箱|邮箱|郵箱|电子邮件|電子郵件|e-?mail)",
        // What can be bought.
        r"|(立即|马上|馬上|立刻|火速|点此|點此|点击|點擊|戳此|戳这里|扫码|掃碼)(抢购|搶購|购买|購買|下单|下單|订购|訂購|选购|選購|预订|預訂|领取|領取|领券|領券)[!！>»》\s]*$",
    ))
});

/// What stands over a list of links to other pages, perhaps in two languages.
static LINKS: LazyLock<Regex> = LazyLock::new(|| {
    let heads = concat!(
        r"(往期(推荐|回顾|精选)|相关(阅读|文章|推荐|新闻|报道|链接)|相關(閱讀|文章|新聞|報導|連結)|推荐(阅读|文章)|推薦(閱讀|文章)|延伸(阅读|閱讀)|热门(文章|推荐|新闻)|熱門(文章|推薦|新聞)|猜你喜欢|精彩推荐|最新文章|",
        r"related( (stories|articles|posts|topics|content|coverage|reading|links))?|more (from|on|in|stories|articles)\b.{0,40}|most (popular|read|viewed)|recommended( for you| reading| articles)?|trending( now)?|you (may|might) also (like|enjoy)|latest (news|stories)|read next|top stories|editors?['’]s? picks?)",
    );
    regex(&format!(
        r"(?i)^[#\s*【\[]*{heads}(\s*[/／|｜·•]\s*({heads}|further reading|see also))*[\s】\]:：]*$"
    ))
});

/// What the site says of itself at the end.
static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(about (us|the (company|institute|organi[sz]ation|cent(er|re)|publisher|foundation|program(me)?|journal|magazine|newspaper))|关于(我们|本站|本刊)|關於(我們|本站|本刊))[:：]?$",
    )
});

/// What stands over what readers say of a text.
static COMMENTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[【\[]?((精选|精選|热门|熱門|最新|全部|网友|網友|读者|讀者)(留言|评论|評論)|((top|recent|all|readers?['’]?s?) )?comments?( \(\d+\))?|\d{1,5}\s(thoughts?|responses?|comments?|replies) (on|to)\b.*)[】\]]?[:：]?$",
    )
});

/// A tool of a site: where it leads, how a page is shared, printed, shown larger, how often it was read.
static TOOL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^(首页|首頁|主页|主頁|关于(我们|本站)?|關於(我們|本站)?|联系(我们)?|聯絡(我們)?|登录|登入|登錄|注册|註冊|(加入)?(会员|會員)|订阅(电子报|邮件|通讯|我们)?|訂閱(電子報|通訊|我們)?|电子报|電子報|",
        r"搜索|搜寻|搜尋|检索|檢索|分享|转发|轉發|收藏|打印|列印|存档|归档|彙整|复制链接|複製連結|转寄|轉寄|举报|舉報|反馈|反饋|留言|评论|評論|点赞|點讚|按讚|微信|微博|朋友圈|QQ(空间)?|简体(中文)?|繁體(中文)?|繁体(中文)?|English|中文|",
        r"字[体體级級号號大小][:：]?\s?[大中小]?(\s[大中小])*|[大中小]|A[-+]?|",
        r"line|脸书|臉書|facebook|fb|twitter|x|threads|instagram|youtube|whatsapp|telegram|linkedin|reddit|pinterest|weibo|wechat|e-?mail|copy link|print|save|share( (on|via) .{1,16})?|tweet|home|about( us)?|archives?|contact( us)?|search|menu|log ?in|sign (in|up)|register|",
        r"(cite|download|export|print|save|share|e-?mail|view|recommend)( this)?( (article|page|paper|pdf|citation|metrics))?|(download |view )?(the )?(full )?pdf( \([\d.]+ ?[KM]B\))?|full text|metrics|(汇出|匯出|导出|導出)(书目|書目|引用)|(推荐|推薦|分享|转发|轉發)(给|給)(朋友|好友)|altmetrics?|citations?|permissions|rights and permissions|",
        r"subscribe( (by|via|to|with) .{1,20})?|newsletters?|rss( feed)?|donate|shop|store|blog|news|events|help|faq|my account|",
        r"(已有|共)?\d[\d,.]*[万萬k]?\+?\s?(人|次)?(阅读|閱讀|浏览|瀏覽|观看|觀看|评论|評論|留言|点赞|點讚|按讚|分享|views?|shares?|comments?|likes?)|(阅读|閱讀|浏览|瀏覽|点击|點擊|点阅|點閱|人气|人氣|留言|评论|評論|分享|收藏|下载|下載|引用)(数|數|量|次数|次數)?[:：]?\d[\d,.]*[万萬k]?)$",
    ))
});

/// A bar has at least so many tools (two, where no word of a sentence could be meant), …
const MIN_TOOLS: usize = 3;

/// … two of which at least are as wide as this: crosses and letters are the cells of a table.
const MIN_TOOL: usize = 4;

/// The number of what is counted right behind it: 浏览 1,234 as 浏览1,234.
fn counted_together(text: &str) -> std::borrow::Cow<'_, str> {
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(阅读|閱讀|浏览|瀏覽|点击|點擊|点阅|點閱|人气|人氣|留言|评论|評論|分享|收藏|下载|下載|引用)(数|數|量|次数|次數)?\s*[:：]?\s*(\d)",
        )
    });
    COUNTED.replace_all(text, "$1$2$3")
}

/// Whether a line is a bar of tools, parted by strokes, by wide spaces or, if nothing else parts them, by spaces or
/// slashes.
fn is_toolbar(text: &str) -> bool {
    // A stroke is also drawn as the sign for divides.
    let text = &counted_together(text).replace('∣', "|");
    let apart: Vec<&str> = metadata::cells(text).collect();
    let apart = if apart.len() > 1 { apart } else { text.split_whitespace().collect() };
    let tools = if apart.len() > 1 { apart } else { text.split(['/', '／']).collect() };
    let wide = tools.iter().filter(|tool| columns(tool) >= MIN_TOOL).count();
    let is_han = tools.iter().all(|tool| tool.chars().all(crate::folding::is_han));
    let least = if is_han { 2 } else { MIN_TOOLS };
    tools.len() >= least && wide > 1 && tools.iter().all(|tool| TOOL.is_match(tool))
}

/// A bar has at least so many links, …
const MIN_LINKS: usize = 5;

/// … each at most this wide.
const MAX_LINK: usize = 16;

/// Where one of the links is surely a site's own, fewer are a bar, …
const MIN_SURE_LINKS: usize = 3;

/// … and they may be wider.
const MAX_SURE_LINK: usize = 32;

/// A link that leads nowhere but in a site.
static SITE_LINK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(search|menu|home|newsroom|log ?in|sign (in|up)|register|subscribe|contact( us)?|about( us)?|my account|newsletters?|donate|e-?paper|首页|首頁|搜索|搜寻|搜尋|登录|登入|登錄|注册|註冊|订阅|訂閱|联系我们|聯絡我們|关于我们|關於我們|会员中心|會員中心|电子报|電子報)$",
    )
});

/// Whether a line is a bar of links, as sites have it at their head: short names with strokes between them.
fn is_bar(text: &str) -> bool {
    let links = || text.split(['|', '｜']).map(str::trim);
    let is_link = |link: &str, most: usize| {
        (1..=most).contains(&columns(link))
            // A journal's bar says which issue one is in.
            && (!link.contains(|c: char| c.is_ascii_digit()) || notes::is_serial(link))
            && !ends_sentence(link)
    };
    let is_sure = links().count() >= MIN_SURE_LINKS && links().any(|link| SITE_LINK.is_match(link));
    let (least, most) =
        if is_sure { (MIN_SURE_LINKS, MAX_SURE_LINK) } else { (MIN_LINKS, MAX_LINK) };
    links().count() >= least && links().all(|link| is_link(link, most))
}

/// Whether a line is the bar of a site's parts, and not one of tools for a page.
pub(super) fn is_navigation(text: &str) -> bool {
    let tools = text.split(['|', '｜']).filter(|link| TOOL.is_match(link.trim())).count();
    is_bar(text) && tools < 2
}

/// Whether a line is furniture by its own words.
pub(super) fn is_furniture(text: &str) -> bool {
    if NOTICE.is_match(text)
        || DISCLAIMER.is_match(text)
        || is_bar(text)
        || !text.chars().any(char::is_alphanumeric)
    {
        return true;
    }
    let is_short = columns(text) <= MAX_FURNITURE;
    is_short
        && (WHOLE.is_match(text)
            || heads_links(text)
            || is_toolbar(text)
            || APPEAL.is_match(text)
            // A sentence that only begins so is text: “Subscribe rates fell by half.”
            || BEGINS.is_match(text) && (columns(text) <= 80 || !ends_sentence(text)))
}

/// Whether a line at a document's end is the number of its page and whose page it is: 34 · Example Archive.
pub(super) fn is_page_foot(text: &str) -> bool {
    static FOOT: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"^(\d{1,4}\s*[·•|｜]\s*[^\d\s][^\d]{1,24}|[^\d]{1,24}[^\d\s]\s*[·•|｜]\s*\d{1,4})$")
    });
    FOOT.is_match(text) && !ends_sentence(text)
}

/// Whether a line is a notice of rights.
pub(super) fn is_notice(text: &str) -> bool {
    NOTICE.is_match(text)
}

/// Whether a line stands over links to other pages.
pub(super) fn heads_links(text: &str) -> bool {
    LINKS.is_match(text)
}

/// Whether a line stands over what readers say of a text.
pub(super) fn heads_comments(text: &str) -> bool {
    COMMENTS.is_match(text)
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
            "Rivers Office | Data & Maps | Press and Publications | Search",
            "河谷时报 | 本地新闻与评论 | 登录",
            "MORE FROM THE LEDGER: Who owns the ferry? | Seven boats for sale",
            "Home | Journals | Review of Mills & Rivers | Vol. 3, Issue 2",
            "首頁 | 期刊 | 第3卷",
            "Cite this article | Share | Download PDF | Metrics",
            "分享：Facebook | LINE | 列印本頁",
            "本文系原创，未经授权不得转载。",
            "未经书面许可，严禁复制。",
            "转载请注明出处。",
            "No part of this publication may be reproduced.",
            "Copyright © 2000-2024 Example",
            "Copyright 2014 by the Daily Example",
            "ISSN 1234-56XX © 2014 本刊保留所有權利",
            "首頁 ∕ 河谷學刊 ∕ 第 3 卷第 2 期 ∕ 全文",
            "瀏覽次數:1,234 ∣ 下載:56 ∣ 匯出書目 ∣ 推薦給朋友",
            "Print | E-mail | Share on X | Subscribe to updates",
            "Share: Facebook · X · Copy link | Comments (12)",
            "Most read: 1 The ferry is late · 2 Who owns the mill?",
            "COPYRIGHT THE DAILY EXAMPLE 2014",
            "(c) 2014 The Daily Example",
            "(C) The Daily Example Ltd 2014",
            "Terms of use",
            "Terms and conditions",
            "Donate now",
            "更多内容，请看下期。",
            "分享到：微信",
            "某某週報｜首頁>國際>河谷",
            "登入 註冊 訂閱電子報 字級：小 中 大",
            "分享 Line Facebook 列印 收藏 已有1,234人閱讀",
            "瀏覽數 1,234 收藏 分享 臉書",
            "Enter your email address. We may send you newsletters about the river. Privacy notice.",
            "Follow the Ledger on X and Facebook",
            "More on this story: Rivers | Mills",
            "(END 結束)",
            "14-01234 (E) 1/2 Please recycle",
            "Home    About    Archive    Subscribe by e-mail",
            "Home | About us | Contact",
            "【廣告】春季往返河谷含稅只要2,888元起 立即搶購",
            "【好物推荐】河谷小粒咖啡 买二送一 >>点此下单",
            "[Ad] Boats for every purse",
            "Advertisement – story continues below",
            "Article continues after advertisement",
            "喜歡這篇文章嗎？加入會員，每月只要99元，支持獨立報導。",
            "Like what you read? Become a member from $5 a month.",
            "Please support independent journalism with a donation today.",
            "全文约3800字，阅读约需10分钟",
            "预计阅读时间：5分钟",
            "Reading time: about 9 minutes",
            "12 min read",
            "3 thoughts on “A bridge too long”",
            "精选留言",
            "Proudly powered by WordPress. Theme: Gazette.",
            "The views expressed are the interviewee's own. 文中观点不代表本刊立场。",
            "The opinions expressed in this article are those of the authors.",
            "以上内容仅为作者观点，不代表本平台立场。",
            "25-01234 (E)  *2501234*",
            "字體：大 中 小 | 列印 | 轉寄",
            "举报 反馈",
            "微信扫一扫 分享到朋友圈",
            "網站首頁 > 地方新聞 > 河谷",
            "新闻中心 > 河谷新闻 > 正文",
            "［廣告］春遊特惠",
            "广告｜河谷牌面粉，全场八折",
            "ADVERTISEMENT: Save a fifth on boots",
            "請訂閱我們的電子報，每天早上收到最新消息",
            "訂閱《河谷週報》，每月只要99元",
            "If you enjoyed this article, consider supporting us.",
            "• 8 min read",
            "網友回應",
            "發表評論",
            "Listen to this article  ·  9:14 min",
            "收听本文 8分钟",
            "Related reading: Who owns the ferry?",
            "★加入好友,新聞不漏接! 下載APP抽大獎",
            "加入LINE好友",
            "點閱數:18,423 ‧ 分享 ‧ 列印 ‧ 字級:小 中 大",
            "人氣 1,234",
            "举报/反馈",
            "請繼續往下閱讀",
            "▲ 立即下載 App 看更多報導",
            "不用抽 不用搶 天天有新聞 點我下載APP",
            "相關文章：河谷的橋",
            "更多內容請見河谷週報",
            "請先登入",
            "歡迎投稿,來稿請附真實姓名及電話。",
            "發表意見",
            "评论区",
            "声明：本文系转载，版权归原作者所有，如有侵权请联系删除。",
            "More by Jane R. Doe",
            "You have 1 free article left this month. Subscribe now",
            "Further listening: Episode 5, “The mill”",
            "Also in this issue",
            "Read the full report here.",
            "Music by The Low Mill. Subscribe wherever you get your podcasts.",
            "Print | Cite | Download PDF (1.2 MB)",
            "本文不代表本台立場",
            "声明:本文仅代表作者观点",
            "本文观点仅代表作者本人，与本平台无关",
            "GE.25-01234 (E)",
            "延伸閱讀/Further reading",
            "You might also like",
            "Related",
            "Related / 相关阅读",
            "相關閱讀 | Related articles",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "Copyright law protects the works of authors in both countries.",
            "Subscribe rates of the new bonds fell by half in March, which surprised the two ministries that had issued them.",
            "Home prices rose.",
            "Share: 40 per cent of the mills",
            "Most read the letter twice",
            "两国保留一切权利。",
            "ISSN is the number of a journal",
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
            "Home | Away | Drawn 3",
            "Rice 2 | Wheat 3 | Home",
            "未经当局许可，渔民不得出海。",
            "Download speeds and citations rose.",
            "注册资本为三亿元。",
            "Grain | Steel | Coal",
            "大 大 大",
            "News of the flood",
            "Related work",
            "Further reading",
            "大米 > 小麦 > 玉米",
            "广告业的兴起",
            "订阅量下降，只要2年就回不来了。",
            "两国代表只代表作者协会。",
            "If you find a stone in the flour, please tell the miller.",
            "Advertisement rates rose by half.",
            "Powered by hunger, they marched on.",
            "The views expressed in the letter were those of the miller.",
            "声明说，这一观点不代表两国的立场。",
            "两国同意成立合作社，农户加入后成为会员，可以借种子。",
            "基金会支持独立媒体。",
            "They support independent media in the valley, and schools.",
            "Listen to this story of a miller and his wife",
            "Related readings of the gauge differ",
            "加入好友的圈子并不容易",
            "人氣12強出爐",
            "评论/解读",
            "立即下调关税。",
            "声明说，转载须经同意。",
            "More by accident than by design, the mill survived",
            "You have one vote.",
            "欢迎来到河谷",
            "请先看第二章。",
            "读者留言说，桥修得太晚。",
            "25-01234 tonnes of grain",
            "旅客可以在车站点击购买。",
            "这本书全文约3800字。",
            "A | B | C | 2024 | The ministries of both countries signed it in May",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
