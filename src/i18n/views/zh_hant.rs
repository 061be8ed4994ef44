//! What the later parts of the page say in Chinese, traditional characters.

use super::ViewMessages;
use crate::i18n::zh_hant::{MESSAGES as COMMON, counted};
use crate::i18n::{dates, numbers, units};
use crate::state::view_state::Order;

pub const MESSAGES: ViewMessages = ViewMessages {
    common: &COMMON,
    why: |label| format!("為什麼是「{label}」？"),
    by_words: "依據文中詞語",
    by_heading: "依據上級標題",
    by_curator: "編者標註",
    rule: "規則",
    weight: "權重",
    also: "更具體地",
    all_passages_on: |label| format!("「{label}」的全部段落"),
    close: "關閉",

    back_to_results: "返回結果",
    contents: "目錄",
    authors: "作者",
    publisher: "出版方",
    date: "日期",
    languages: "語言",
    keywords: "關鍵詞",
    source_file: "來源檔案",
    rights: "版權",
    repeats_block: |n| format!("以下 {n} 段重複前文"),
    next_document: "下一篇",
    previous_document: "上一篇",

    how_read_lead: |n, documents| {
        format!(
            "共 {}。每一段都按可查可改的規則來讀：詞語、句式，以及段落所在的位置。規則讀錯之處，由編輯逐段更正並說明理由。每個標籤都標出所依據的原文。",
            counted(n as u32, documents as u32)
        )
    },
    found_heading: "標籤之外讀出的內容",
    found_dates: "日期",
    found_placed: "須憑上下文確定的日期",
    found_figures: "數量",
    found_events: "多個段落提到的同一事件",
    found_disputed: "各來源所記日期不同的事件",
    found_translations: "附有譯文的段落",
    found_repeats: "重複段落",
    dictionary: "檢索時的中英對應詞取自 CC-CEDICT 詞典（CC BY-SA 4.0，cc-cedict.org）。",
    coverage: |have, can, percent| {
        format!("可標註的 {can} 段中，{have} 段已有標籤（{percent} %）。")
    },
    without_label: |n| format!("{n} 段沒有標籤"),
    covers: "包括",
    excludes: "不包括",
    given: |rule, curator| match curator {
        0 => format!("按規則 {rule} 段"),
        curator => format!("按規則 {rule} 段，編輯 {curator} 段"),
    },
    for_example: "例如",
    agreement: "與人工標註的一致程度",
    agreement_lead: |n| {
        format!(
            "由人手工標註了 {n} 段。精確率：標出的有多少是對的；召回率：該標的有多少標了出來；F1 為兩者的調和平均。1.00 為完全一致。編寫規則者可能見過這份樣本，用於其他文本時結果會低一些。"
        )
    },
    by_rules: "僅按規則",
    with_curation: "加上編輯的更正",
    precision: "精確率",
    recall: "召回率",
    f1: "F1",

    concordance_hint: "在檢索框輸入詞語或短語，每一處出現都會在此列為一行，並顯示前後文。",
    lines: |n, documents| format!("{n} 行，見於 {documents} 篇文獻"),
    first_lines: "；尚有更多，請縮小檢索範圍",
    more_lines: |n| format!("再顯示 {n} 行"),
    lines_by: "按文獻與主題計的行數",
    by_place: "文獻次序",
    by_left: "按前文",
    by_right: "按後文",
    window: "窗口",
    window_hint: "兩側各顯示的字數；英文按詞計",
    before_key: "前文",
    key: "關鍵詞",
    after_key: "後文",
    source: "出處",
    save_csv: "存為 CSV",

    words_counted: |n| format!("，共計 {n} 詞"),
    compared: |rest| format!("這些段落的用詞，與其餘部分的 {rest} 詞相比較。"),
    nothing_compared: "整個語料的用詞。選擇主題或文獻，或輸入檢索詞，即可與其餘部分比較。",
    keyness_hint: "關鍵度（對數似然值 G²）表示一個詞在此處所佔的比例偏離隨機分布多遠：大於 10.83 者，純屬偶然的機會約為千分之一；負號表示此處少用。",
    too_few_words: |least| format!("詞數太少，無從比較：一個詞在語料中至少須出現 {least} 次。"),
    more_terms: |n| format!("再顯示 {n} 個詞"),
    by_keyness: "關鍵度",
    by_frequency: "詞頻",
    term: "詞語",
    times: "次數",
    in_passages: "段落數",
    against_rest: "與其餘相比",
    only_here: "僅見於此",
    only_elsewhere: "此處未見",
    collocates_of: |term| format!("與「{term}」同現的詞"),
    collocates_hint: "同段出現多於隨機的詞；數字為兩者同現的段落數。",
    no_collocates: "沒有與之同現於兩段以上的詞。",

    documents: "文獻",

    show_more_rows: |n| format!("再顯示 {n} 項"),
    when: dates::zh,
    number: numbers::zh_hant,
    unit: |unit| units::zh(unit, 1),
    events: |n| format!("{n} 件事"),
    no_events: "這些段落都沒有提到注明日期的事件。",
    events_by_year: "各年事件",
    precisions: ["日期確切到日", "到月", "到年"],
    periods: "持續多年",
    years_left_out: |n| format!("其間 {n} 年沒有事件"),
    from_year: "自",
    to_year: "至",
    all_years: "全部年份",
    how_to_choose_years: "點選圖中的年份；拖曳或按住 Shift 可選多年。",
    who: "相關各方",
    also_told: |n| format!("另有 {n} 段也提到"),

    figures: |n| format!("{n} 個數據"),
    no_figures: "這些段落都沒有提到數量。",
    unit_label: "單位",
    all_units: "全部",
    order: |order| match order {
        Order::Unit => "按單位",
        Order::Value => "由大到小",
        Order::Document => "文獻次序",
    },
    as_written: "原文",
    value: "數值",
    in_its_sentence: "所在句子",
    document: "文獻",
    side_by_side: |unit| format!("單位為「{unit}」的數據比較"),
    log_scale: "對數刻度：每格為前一格的十倍或更多",

    rows: "列",
    columns: "欄",
    swap: "欄列互換",
    cells: "儲存格",
    counts: "段落數",
    shares: "佔該列 %",
    total: "合計",
    matrix_note: "點選儲存格可看其中的段落。顏色越深，佔該列的比例越大。一段可以同時屬於多項，因此一列各格之和可能大於合計。",
    show_all_rows: |n| format!("再顯示 {n} 項"),
};
