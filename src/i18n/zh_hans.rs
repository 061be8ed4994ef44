//! The page in Chinese, simplified characters.

use vitrine_search::NoteKind;

use super::{Messages, list};
use crate::state::fragment::LinkNote;
use crate::state::view_state::View;

pub const MESSAGES: Messages = Messages {
    skip_to_results: "跳到结果",
    search: "检索段落",
    search_hint: "词语、“精确短语”、English…",
    clear_search: "清空检索",
    page_language: "页面语言",
    scheme_auto: "颜色：跟随系统",
    scheme_light: "颜色：浅色",
    scheme_dark: "颜色：深色",

    narrow: "筛选",
    show_filters: |chosen| match chosen {
        0 => "筛选".to_owned(),
        n => format!("筛选（{n}）"),
    },
    show_all_values: |n| format!("显示全部 {n} 项"),
    find_value: |label| format!("在“{label}”中查找"),
    no_such_value: "没有这样的名称。",
    show_fewer_values: "收起",
    narrower: |label| format!("“{label}”之下"),
    no_value: "无",
    own_tags: "我的标签",
    any_value: "任意",
    must_have_all: "须同时具备以上各项",
    leave_out: |label| format!("排除“{label}”"),
    passages: "段",
    value_counts: counted,
    count_base: "数字表示符合其他各项选择的段落中，有多少段属于该项。",

    active_filters: "已选",
    not: "非",
    excluding: "不含",
    remove_filter: |what| format!("移除{what}"),
    clear_all: "全部清除",

    results: "结果",
    found: |passages, documents| format!("{passages} 段，见于 {documents} 篇文献"),
    sort_by: "排序",
    sort_relevance: "相关度",
    sort_corpus: "文献次序",
    sort_date: "文中日期",
    save_as: "另存为…",
    share: "分享",
    put_aside: "收入摘录",
    was_put_aside: "已收入摘录",
    taken_away: "已移出摘录；再按一次可连同附注放回",
    saved: "已保存",
    passages_here: |n| format!("{n} 段"),
    show_more: |n| format!("再显示 {n} 段"),
    show_whole: "显示全文",
    show_part: "收起",
    read_here: "在文中阅读",
    copy_link: "复制链接",
    link_copied: "链接已复制",
    copy_selection_link: "复制所选文字的链接",
    selection_link_copied: "所选文字的链接已复制",
    copy_quote: "复制引文",
    cite: "引用",
    quote_copied: "引文及出处已复制",
    link_not_copied: "浏览器不允许复制；打开后可从地址栏取得链接",
    text_not_copied: "浏览器不允许复制；请选中文字自行复制",
    translation: "译文",
    said_before: "前文已有",
    repeated: |n| format!("文中重复 {n} 次"),
    themes: "主题",

    nothing_found: "没有符合的段落。",
    nothing_found_hint: "可以放宽条件：",
    without: |what, n| format!("去掉{what}：{n} 段"),
    all_filters: "所有筛选",
    start_again: "重新开始",

    how_read: "这些文献是怎样读的",
    no_theme: "无主题",
    keywords: "编者所设检索语",
    told_elsewhere: "别处也说到",
    dated_differently: "所记日期不同",
    something_alike: "相近的段落",
    nearly_the_same: "文字几乎相同",
    partly_the_same: "部分文字相同",
    underlined_differs: "(下划线处：本段没有)",

    understood: "同时检索",
    only: |part| format!("只按原样检索“{part}”"),
    notes: "提示",
    link_note,
    query_note,
    at_character,
    dismiss: "知道了",
    part_coming: "正在载入……",
    part_missing: "页面的这一部分未能载入。",
    try_again: "再试一次",

    keys: "检索说明与键盘快捷键",
    corpus_version: "语料版本",
    no_server: "一切都在您的浏览器中进行，检索内容不会离开本机。",
    page_kept: "浏览器已保存本页副本，无网络时也可使用。",
    page_not_kept: "浏览器未保存本页副本，每次打开都需要网络。",
    choice_not_kept: "浏览器无法为本页保存设置；所选仅在页面关闭前有效。",
    download_page: "下载本页（单个文件，无需网络即可使用）",
    licences: "第三方许可协议",

    views: "视图",
    view: |view| match view {
        View::Browse => "段落",
        View::Timeline => "时间线",
        View::Figures => "数据",
        View::Matrix => "交叉表",
        View::Concordance => "上下文索引",
        View::Framework => "分析框架",
        View::Actors => "行为体",
        View::Terms => "词汇",
        View::Clippings => "摘录",
        View::Read => "阅读",
        View::Method => "这些文献是怎样读的",
    },
};

pub(super) fn counted(passages: u32, documents: u32) -> String {
    format!("{passages} 段，见于 {documents} 篇文献")
}

fn link_note(note: &LinkNote) -> String {
    match note {
        LinkNote::UnknownParameter(name) => format!("链接中的“{name}”本页不认识，已忽略。"),
        LinkNote::UnknownValue { parameter, value } => {
            format!("链接中的 {parameter}“{value}”在本页中没有，已忽略。")
        }
        LinkNote::BrokenEscape(text) => format!("链接有一处损坏，读作“{text}”。"),
        LinkNote::Again(name) => format!("链接中“{name}”出现多次，以第一个为准。"),
        LinkNote::Contradiction(value) => format!("链接同时要求并排除“{value}”，按排除处理。"),
        LinkNote::NothingToRead => "链接没有指向本语料中的文献，先显示结果。".to_owned(),
        LinkNote::NotAmongResults(id) => format!("段落“{id}”不在这些结果之中。"),
        LinkNote::TooLong(most) => format!("链接过长，只读了前{most}字节。"),
        LinkNote::TooManyClips(most) => format!("链接收录的段落太多，只取前{most}段。"),
    }
}

fn at_character(n: usize) -> String {
    format!("\u{ff08}第 {n} 个字符\u{ff09}")
}

fn query_note(note: &NoteKind) -> String {
    match note {
        NoteKind::OpenQuote => "引号没有闭合，短语读到末尾。".to_owned(),
        NoteKind::OpenGroup => "括号没有闭合，读到末尾。".to_owned(),
        NoteKind::StrayBracket => "多余的右括号已略去。".to_owned(),
        NoteKind::Dangling(what) => format!("“{what}”没有可连接的内容，已略去。"),
        NoteKind::UnknownField { field, taken: Some(taken) } => {
            format!("没有字段“{field}”，改用“{taken}”。")
        }
        NoteKind::UnknownField { field, taken: None } => {
            format!("没有字段“{field}”，按词语检索。")
        }
        NoteKind::NoValue(field) => format!("“{field}:”没有值，已略去。"),
        NoteKind::UnknownValue { field, value } => format!("{field}中没有“{value}”，已略去。"),
        NoteKind::ValueAsWords { field, value } => {
            format!("{field}中没有“{value}”，已按词语处理。")
        }
        NoteKind::NearestValue { field, value, taken } => {
            format!("{field}中没有“{value}”，改用“{taken}”。")
        }
        NoteKind::TooDeep => "括号层数过多，其余部分按无括号读。".to_owned(),
        NoteKind::TooLong => "检索式过长，其余部分已略去。".to_owned(),
        NoteKind::ReadAsPrefix(word) => format!("没有段落含“{word}”，改查以其开头的词。"),
        NoteKind::Widened => {
            "已作为问题理解：含全部词语的段落在前，含其中大部分词语的随后。".to_owned()
        }
        NoteKind::Relaxed => "没有段落包含全部词语，以下段落包含其中最重要的。".to_owned(),
        NoteKind::Nowhere(words) => {
            format!("没有段落含{}，也没有意思相同的词。", list(words, "“", "”、“", "”"))
        }
        NoteKind::Keyword => "没有段落包含全部词语，编者以此为关键词的段落列在最前。".to_owned(),
        NoteKind::NearMiss { word, taken } => {
            format!("没有段落含“{word}”，相近的有{}。", list(taken, "“", "”、“", "”"))
        }
    }
}
