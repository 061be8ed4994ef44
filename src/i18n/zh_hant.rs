//! The page in Chinese, traditional characters.

use vitrine_search::NoteKind;

use super::{Messages, list};
use crate::state::fragment::LinkNote;
use crate::state::view_state::View;

pub const MESSAGES: Messages = Messages {
    skip_to_results: "跳到結果",
    search: "檢索段落",
    search_hint: "詞語、「精確短語」、English…",
    clear_search: "清空檢索",
    page_language: "頁面語言",
    scheme_auto: "顏色：跟隨系統",
    scheme_light: "顏色：淺色",
    scheme_dark: "顏色：深色",

    narrow: "篩選",
    show_filters: |chosen| match chosen {
        0 => "篩選".to_owned(),
        n => format!("篩選（{n}）"),
    },
    show_all_values: |n| format!("顯示全部 {n} 項"),
    find_value: |label| format!("在「{label}」中尋找"),
    no_such_value: "沒有這樣的名稱。",
    show_fewer_values: "收起",
    narrower: |label| format!("「{label}」之下"),
    no_value: "無",
    own_tags: "我的標籤",
    any_value: "任意",
    must_have_all: "須同時具備以上各項",
    leave_out: |label| format!("排除「{label}」"),
    passages: "段",
    value_counts: counted,
    count_base: "數字表示符合其他各項選擇的段落中，有多少段屬於該項。",

    active_filters: "已選",
    not: "非",
    excluding: "不含",
    remove_filter: |what| format!("移除{what}"),
    clear_all: "全部清除",

    results: "結果",
    found: |passages, documents| format!("{passages} 段，見於 {documents} 篇文獻"),
    sort_by: "排序",
    sort_relevance: "相關度",
    sort_corpus: "文獻次序",
    sort_date: "文中日期",
    save_as: "另存為…",
    share: "分享",
    put_aside: "收入摘錄",
    was_put_aside: "已收入摘錄",
    taken_away: "已移出摘錄；再按一次可連同附註放回",
    saved: "已儲存",
    passages_here: |n| format!("{n} 段"),
    show_more: |n| format!("再顯示 {n} 段"),
    show_whole: "顯示全文",
    show_part: "收起",
    read_here: "在文中閱讀",
    copy_link: "複製連結",
    link_copied: "連結已複製",
    copy_selection_link: "複製所選文字的連結",
    selection_link_copied: "所選文字的連結已複製",
    copy_quote: "複製引文",
    cite: "引用",
    quote_copied: "引文及出處已複製",
    link_not_copied: "瀏覽器不允許複製；開啟後可從網址列取得連結",
    text_not_copied: "瀏覽器不允許複製；請選取文字自行複製",
    translation: "譯文",
    said_before: "前文已有",
    repeated: |n| format!("文中重複 {n} 次"),
    themes: "主題",

    nothing_found: "沒有符合的段落。",
    nothing_found_hint: "可以放寬條件：",
    without: |what, n| format!("去掉{what}：{n} 段"),
    all_filters: "所有篩選",
    start_again: "重新開始",

    how_read: "這些文獻是怎樣讀的",
    no_theme: "無主題",
    keywords: "編者所設檢索語",
    told_elsewhere: "別處也說到",
    dated_differently: "所記日期不同",
    something_alike: "相近的段落",
    nearly_the_same: "文字幾乎相同",
    partly_the_same: "部分文字相同",
    underlined_differs: "(底線處：本段沒有)",

    understood: "同時檢索",
    only: |part| format!("只按原樣檢索「{part}」"),
    notes: "提示",
    link_note,
    query_note,
    at_character,
    dismiss: "知道了",
    part_coming: "正在載入……",
    part_missing: "頁面的這一部分未能載入。",
    try_again: "再試一次",

    keys: "檢索說明與鍵盤快速鍵",
    corpus_version: "語料版本",
    no_server: "一切都在您的瀏覽器中進行，檢索內容不會離開本機。",
    page_kept: "瀏覽器已儲存本頁副本，無網路時也可使用。",
    page_not_kept: "瀏覽器未儲存本頁副本，每次開啟都需要網路。",
    choice_not_kept: "瀏覽器無法為本頁儲存設定；所選僅在頁面關閉前有效。",
    download_page: "下載本頁（單一檔案，無需網路即可使用）",
    licences: "第三方授權條款",

    views: "檢視",
    view: |view| match view {
        View::Browse => "段落",
        View::Timeline => "時間線",
        View::Figures => "數據",
        View::Matrix => "交叉表",
        View::Concordance => "上下文索引",
        View::Framework => "分析框架",
        View::Actors => "行為者",
        View::Terms => "詞彙",
        View::Clippings => "摘錄",
        View::Read => "閱讀",
        View::Method => "這些文獻是怎樣讀的",
    },
};

pub(super) fn counted(passages: u32, documents: u32) -> String {
    format!("{passages} 段，見於 {documents} 篇文獻")
}

fn link_note(note: &LinkNote) -> String {
    match note {
        LinkNote::UnknownParameter(name) => format!("連結中的「{name}」本頁不認識，已忽略。"),
        LinkNote::UnknownValue { parameter, value } => {
            format!("連結中的 {parameter}「{value}」在本頁中沒有，已忽略。")
        }
        LinkNote::BrokenEscape(text) => format!("連結有一處損壞，讀作「{text}」。"),
        LinkNote::Again(name) => format!("連結中「{name}」出現多次，以第一個為準。"),
        LinkNote::Contradiction(value) => format!("連結同時要求並排除「{value}」，按排除處理。"),
        LinkNote::NothingToRead => "連結沒有指向本語料中的文獻，先顯示結果。".to_owned(),
        LinkNote::NotAmongResults(id) => format!("段落「{id}」不在這些結果之中。"),
        LinkNote::TooLong(most) => format!("連結過長，只讀了前{most}位元組。"),
        LinkNote::TooManyClips(most) => format!("連結收錄的段落太多，只取前{most}段。"),
    }
}

fn at_character(n: usize) -> String {
    format!("\u{ff08}第 {n} 個字元\u{ff09}")
}

fn query_note(note: &NoteKind) -> String {
    match note {
        NoteKind::OpenQuote => "引號沒有閉合，短語讀到末尾。".to_owned(),
        NoteKind::OpenGroup => "括號沒有閉合，讀到末尾。".to_owned(),
        NoteKind::StrayBracket => "多餘的右括號已略去。".to_owned(),
        NoteKind::Dangling(what) => format!("「{what}」沒有可連接的內容，已略去。"),
        NoteKind::UnknownField { field, taken: Some(taken) } => {
            format!("沒有欄位「{field}」，改用「{taken}」。")
        }
        NoteKind::UnknownField { field, taken: None } => {
            format!("沒有欄位「{field}」，按詞語檢索。")
        }
        NoteKind::NoValue(field) => format!("「{field}:」沒有值，已略去。"),
        NoteKind::UnknownValue { field, value } => format!("{field}中沒有「{value}」，已略去。"),
        NoteKind::ValueAsWords { field, value } => {
            format!("{field}中沒有「{value}」，已按詞語處理。")
        }
        NoteKind::NearestValue { field, value, taken } => {
            format!("{field}中沒有「{value}」，改用「{taken}」。")
        }
        NoteKind::TooDeep => "括號層數過多，其餘部分按無括號讀。".to_owned(),
        NoteKind::TooLong => "檢索式過長，其餘部分已略去。".to_owned(),
        NoteKind::ReadAsPrefix(word) => format!("沒有段落含「{word}」，改查以其開頭的詞。"),
        NoteKind::Widened => {
            "已作為問題理解：含全部詞語的段落在前，含其中大部分詞語的隨後。".to_owned()
        }
        NoteKind::Relaxed => "沒有段落包含全部詞語，以下段落包含其中最重要的。".to_owned(),
        NoteKind::Nowhere(words) => {
            format!("沒有段落含{}，也沒有意思相同的詞。", list(words, "「", "」、「", "」"))
        }
        NoteKind::Keyword => "沒有段落包含全部詞語，編者以此為關鍵詞的段落列在最前。".to_owned(),
        NoteKind::NearMiss { word, taken } => {
            format!("沒有段落含「{word}」，相近的有{}。", list(taken, "「", "」、「", "」"))
        }
    }
}
