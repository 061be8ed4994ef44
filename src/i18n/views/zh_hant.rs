//! What the later parts of the page say in Chinese, traditional characters.

use super::ViewMessages;
use crate::i18n::zh_hant::{MESSAGES as COMMON, counted};
use crate::i18n::{dates, numbers};
use crate::state::clippings::Refused;
use crate::state::view_state::Order;

pub const MESSAGES: ViewMessages = ViewMessages {
    common: &COMMON,
    why: |label| format!("為什麼是「{label}」？"),
    by_words: "依據文中詞語",
    by_heading: "依據上級標題",
    by_curator: "編者標註",
    rule: "規則",
    weight: "權重",
    also: "下位主題",
    all_passages_on: |label| format!("「{label}」的全部段落"),
    close: "關閉",

    back_to_results: "返回結果",
    contents: "目錄",
    authors: "作者",
    kind: "類型",
    translators: "譯者",
    published_in: "載於",
    editors: "編者",
    publisher: "出版方",
    document_number: "編號",
    original: "原文",
    date: "日期",
    date_assumed: |date| format!("未註明；文中未寫年份的日期按{date}推定"),
    languages: "語言",
    keywords: "關鍵詞",
    source_file: "來源檔案",
    rights: "版權",
    cite_passage: "引用這一段",
    copy: "複製",
    citation_copied: "已複製引文",
    link_moved: "此連結所引的文字仍在，但所在段落已有更動，或已移至他處。",
    link_rewritten: "此連結所引的文字在連結產生後已有更動。",
    link_uncertain: "無法確定此連結所指的是哪處文字：連結產生後文獻已有更動。",
    link_candidates: "可能是以下之一：",
    link_gone: "此連結所指的內容已不在這份文獻中。",
    words_then: "連結所引",
    words_now: "現在的文字",
    read_document: "從頭閱讀這份文獻",
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
    found_hidden: |n, role| {
        format!(
            "此處計入全部段落。其中 {n} 段為重複內容或網頁套語，在其他檢視中只有在「{role}」裡選取時才顯示並計數。"
        )
    },
    found_dates: "日期",
    found_placed: "須憑上下文確定的日期",
    found_figures: "數量",
    found_events: "多個段落提到的同一事件",
    found_disputed: "各來源所記日期不同的事件",
    found_translations: "附有譯文的段落",
    found_repeats: "重複段落",
    dictionary: "檢索時的中英對應詞取自 CC-CEDICT 詞典（CC BY-SA 4.0，cc-cedict.org）。文中沒有的詞，則檢索 WordNet（WordNet License，wordnet.princeton.edu）所列的相關詞。較長的提問也檢索用法相近的詞，取自 GloVe（公有領域，nlp.stanford.edu/projects/glove）。",
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
    frequent_words: "或從最常見的詞語開始：",
    lines: |n, documents| format!("{n} 行，見於 {documents} 篇文獻"),
    first_lines: "；尚有更多，請縮小檢索範圍",
    more_lines: |n| format!("再顯示 {n} 行"),
    lines_by: "按文獻與主題計的行數",
    by_place: "文獻次序",
    by_left: "按前文",
    by_right: "按後文",
    window: "前後字數",
    window_hint: "兩側各顯示的字數；英文按詞計",
    before_key: "前文",
    key: "關鍵詞",
    after_key: "後文",
    source: "出處",
    save_csv: "存為 CSV",

    words_counted: |n| format!("，共計 {n} 詞"),
    compared: |rest| format!("這些段落的用詞，與其餘部分的 {rest} 詞相比較。"),
    nothing_compared: "整個語料的用詞。選擇主題或文獻，或輸入檢索詞，即可與其餘部分比較。",
    keyness_hint: "關鍵度（對數概似值 G²）表示一個詞在此處所佔的比例偏離隨機分布多遠：大於 10.83 者，純屬偶然的機會約為千分之一；負號表示此處少用。",
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
    worked_out: "據上下文推算",
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
    shares: "佔該列 %",
    total: "合計",
    matrix_note: "點選儲存格可看其中的段落。顏色越濃，佔該列的比例越大。一段可以同時屬於多項，因此一列或一欄各格之和可能大於合計。",
    show_all_rows: |n| format!("再顯示 {n} 項"),

    explains: "它們共同解釋的",
    at_levels: |n, of| format!("所得 {of} 段中，{n} 段屬於這些層次。"),
    no_levels: "這些段落都不在框架的任何層次上論證。",
    all_here: |n| format!("全部 {n} 段"),
    actors_note: "數字是同時提到兩者的段落數；對角線上是提到該行為者的段落數。一同出現並不表示是友是敵，請打開段落查看。",
    no_actors: "這些段落都沒有提到行為者。",
    together: |a, b, n| format!("{a}與{b}：{n} 段"),
    drawn_together: "誰與誰一同出現：線越粗，段落越多",

    ask: "從一個問題開始",
    read_a_document: "閱讀一份文獻",
    by_theme: "各文獻的主題",
    over_time: "文中所述的時間",

    query_help: "檢索式的寫法",
    query_forms: [
        ("甲 乙", "兩者皆有的段落，字形、詞形與異名不拘"),
        ("「甲 乙」", "與所寫完全一致"),
        ("+甲", "只要這個詞，不含其他詞形與異名"),
        ("begin*", "以此開頭的詞"),
        ("甲 OR 乙、-甲、(…)", "其一；不含；歸為一組"),
        ("主題:… actor:… doc:… lang:… year:…", "按分面：識別碼、名稱或名稱的一部分"),
        ("日期:2024-06、date:2023..2024", "提到此日期的段落"),
        ("figure:>1000、figure:km", "提到此數量的段落"),
    ],
    key_help: "按鍵",
    keys_do: [
        "跳到檢索框",
        "顯示本表",
        "在可點選的項目間前後移動",
        "閱讀時：從檢索框跳到下一處命中；按住 Shift 跳到上一處",
        "在年份圖中：逐年移動",
        "離開檢索框，關閉本表",
    ],
    single_keys: "啟用單鍵快速鍵（/ 與 ?）",

    no_clippings: "尚無摘錄。每段文字都有「收入摘錄」按鈕；收入後可在此排序、加註、帶走。",
    clippings_stay: "摘錄只保存在本瀏覽器中。請另存為檔案，以便備份或帶往他處。",
    clippings_shared: |n| format!("他人以此連結分享的 {n} 段摘錄。"),
    keep_clippings: "也收入我的摘錄",
    clippings_kept: "已收入摘錄",
    own_clippings: "檢視我的摘錄",
    copy_clippings_link: "複製這些摘錄的連結",
    save_clippings: "儲存以便再次匯入（JSON）",
    save_annotations: "另存為 Web Annotation",
    import_clippings: "匯入檔案：",
    clippings_came: |file, n| {
        if n == 0 {
            format!("{file}：沒有新內容")
        } else {
            format!("{file}：匯入 {n} 條摘錄")
        }
    },
    clippings_refused: |file, why| {
        format!(
            "未匯入 {file}，現有摘錄未變：{}",
            match why {
                Refused::Unreadable =>
                    "不是摘錄檔案，或已損壞。請選用本頁儲存的 JSON 或 Web Annotation 檔案。",
                Refused::Newer => "由本頁的較新版本寫成。請重新載入本頁，或在原處開啟。",
                Refused::Foreign => "其中的摘錄屬於另一語料。請在該語料的頁面匯入。",
            }
        )
    },
    clipping_removed: |words| format!("已移除：「{words}……」"),
    undo: "放回",
    clipping_lost: "語料中已無此段；以上為收入時的文字。",
    clippings_damaged: "本瀏覽器保存的摘錄無法讀取，已另行存放，未刪除任何內容。",
    clippings_newer: "摘錄由本頁的較新版本保存。請重新載入以檢視；未作任何更改。",
    clippings_not_kept: "本瀏覽器未能保存摘錄（儲存空間已滿或被禁止）：離開前請另存為檔案。",
    note: "附註",
    tags: "標籤（以逗號分隔）",
    colour: "顏色",
    colours: ["無", "紅", "橙", "綠", "藍", "紫"],
    move_up: "上移",
    move_down: "下移",
    remove_clipping: "移除",

    share_view: "分享目前檢視",
    link: "連結",
    send_link: "傳送…",
    code_of_link: "連結的 QR 碼",
    link_too_long: "連結過長，無法產生 QR 碼。",
    for_programs: "供程式呼叫的介面",
    embed_view: "在網頁中嵌入此檢視",
    embed_quote: "在網頁中引用此段",
    code_copied: "程式碼已複製",

    script: "漢字",
    script_as_written: "原文字體",
    show_as_written: "已轉換：顯示原文",
    show_converted: "顯示轉換",
    search_word: "檢索此詞",

    explain_words: "逐詞釋義",
    previous_word: "上一詞",
    next_word: "下一詞",
    progress: "閱讀進度",
    hit_of: |n, all| format!("第 {n} 段，共 {all} 段"),
    hits_here: |all| format!("此處命中 {all} 段"),
    next_hit: "下一段",
    previous_hit: "上一段",
    beside_document: "並列",
    beside_none: "不並列",
    nothing_of_it_here: "所選內容在此沒有段落。",
    beside_translation: "原文與譯文並排",
};
