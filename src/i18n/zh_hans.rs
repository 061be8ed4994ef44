//! The page in Chinese, simplified characters.

use vitrine_search::NoteKind;

use super::{Messages, dates, list, numbers, units};
use crate::state::fragment::LinkNote;
use crate::state::view_state::{Order, View};

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
    show_fewer_values: "收起",
    narrower: |label| format!("“{label}”之下"),
    leave_out: |label| format!("排除“{label}”"),
    passages: "段",
    value_counts: counted,
    count_base: "数字表示选择该项后会得到的段落数。",

    active_filters: "已选",
    not: "非",
    remove_filter: |what| format!("移除{what}"),
    clear_all: "全部清除",

    results: "结果",
    found: |passages, documents| format!("{passages} 段，见于 {documents} 篇文献"),
    sort_by: "排序",
    sort_relevance: "相关度",
    sort_corpus: "文献次序",
    sort_date: "文中日期",
    save_jsonl: "存为 JSON Lines",
    saved: "已保存",
    passages_here: |n| format!("{n} 段"),
    read_document: "阅读",
    show_more: |n| format!("再显示 {n} 段"),
    show_whole: "显示全文",
    show_part: "收起",
    read_here: "在文中阅读",
    copy_link: "复制链接",
    link_copied: "链接已复制",
    link_not_copied: "浏览器不允许复制；打开后可从地址栏取得链接",
    translation: "译文",
    said_before: "前文已有",
    repeated: |n| format!("文中重复 {n} 次"),
    themes: "主题",

    nothing_found: "没有段落同时符合这些条件。",
    nothing_found_hint: "可以去掉：",
    without: |what, n| format!("去掉{what}：{n} 段"),
    without_query: |n| format!("去掉检索词：{n} 段"),
    start_again: "重新开始",

    why: |label| format!("为什么是“{label}”？"),
    by_words: "依据文中词语",
    by_heading: "依据上级标题",
    by_curator: "编者标注",
    rule: "规则",
    weight: "权重",
    also: "更具体地",
    all_passages_on: |label| format!("“{label}”的全部段落"),
    close: "关闭",

    back_to_results: "返回结果",
    contents: "目录",
    authors: "作者",
    publisher: "出版方",
    date: "日期",
    languages: "语言",
    keywords: "关键词",
    source_file: "来源文件",
    rights: "版权",
    repeats_block: |n| format!("以下 {n} 段重复前文"),
    hits_in_document: |n| format!("本篇有 {n} 段符合检索"),
    next_document: "下一篇",
    previous_document: "上一篇",

    how_read: "这些文献是怎样读的",
    how_read_lead: |n, documents| {
        format!(
            "共 {}。每一段都按可查可改的规则来读：词语、句式，以及段落所在的位置。规则读错之处，由编辑逐段更正并说明理由。每个标签都标出所依据的原文。",
            counted(n as u32, documents as u32)
        )
    },
    found_heading: "标签之外读出的内容",
    found_dates: "日期",
    found_placed: "须凭上下文确定的日期",
    found_figures: "数量",
    found_events: "多个段落提到的同一事件",
    found_disputed: "各来源所记日期不同的事件",
    found_translations: "附有译文的段落",
    found_repeats: "重复段落",
    dictionary: "检索时的中英对应词取自 CC-CEDICT 词典（CC BY-SA 4.0，cc-cedict.org）。",
    coverage: |have, can, percent| {
        format!("可标注的 {can} 段中，{have} 段已有标签（{percent} %）。")
    },
    without_label: |n| format!("{n} 段没有标签"),
    covers: "包括",
    excludes: "不包括",
    given: |rule, curator| match curator {
        0 => format!("按规则 {rule} 段"),
        curator => format!("按规则 {rule} 段，编辑 {curator} 段"),
    },
    for_example: "例如",
    agreement: "与人工标注的一致程度",
    agreement_lead: |n| {
        format!(
            "由人手工标注了 {n} 段。准确率：标出的有多少是对的；召回率：该标的有多少标了出来；F1 为两者的调和平均。1.00 为完全一致。编写规则者可能见过这份样本，用于其他文本时结果会低一些。"
        )
    },
    by_rules: "仅按规则",
    with_curation: "加上编辑的更正",
    precision: "准确率",
    recall: "召回率",
    f1: "F1",
    no_theme: "无主题",
    told_elsewhere: "别处也说到",
    dated_differently: "所记日期不同",
    something_alike: "相近的段落",
    nearly_the_same: "文字几乎相同",
    partly_the_same: "部分文字相同",

    concordance_hint: "在检索框输入词语或短语，每一处出现都会在此列为一行，并显示前后文。",
    lines: |n, documents| format!("{n} 行，见于 {documents} 篇文献"),
    first_lines: "；还有更多，请缩小检索范围",
    more_lines: |n| format!("再显示 {n} 行"),
    lines_by: "按文献与主题计的行数",
    by_place: "文献次序",
    by_left: "按前文",
    by_right: "按后文",
    window: "窗口",
    window_hint: "两侧各显示的字数；英文按词计",
    before_key: "前文",
    key: "关键词",
    after_key: "后文",
    source: "出处",
    save_csv: "存为 CSV",

    words_counted: |n| format!("，共计 {n} 词"),
    compared: |rest| format!("这些段落的用词，与其余部分的 {rest} 词相比较。"),
    nothing_compared: "整个语料的用词。选择主题或文献，或输入检索词，即可与其余部分比较。",
    keyness_hint: "关键度（对数似然值 G²）表示一个词在此处所占的比例偏离随机分布多远：大于 10.83 者，纯属偶然的机会约为千分之一；负号表示此处少用。",
    too_few_words: |least| format!("词数太少，无从比较：一个词在语料中至少须出现 {least} 次。"),
    more_terms: |n| format!("再显示 {n} 个词"),
    by_keyness: "关键度",
    by_frequency: "词频",
    term: "词语",
    times: "次数",
    in_passages: "段落数",
    against_rest: "与其余相比",
    only_here: "仅见于此",
    only_elsewhere: "此处未见",
    collocates_of: |term| format!("与“{term}”同现的词"),
    collocates_hint: "同段出现多于随机的词；数字为两者同现的段落数。",
    no_collocates: "没有与之同现于两段以上的词。",

    understood: "同时检索",
    only: |part| format!("只按原样检索“{part}”"),
    notes: "提示",
    link_note,
    query_note,
    dismiss: "知道了",

    corpus_version: "语料版本",
    documents: "文献",
    no_server: "一切都在您的浏览器中进行，检索内容不会离开本机。",

    views: "视图",
    view: |view| match view {
        View::Browse => "段落",
        View::Timeline => "时间线",
        View::Figures => "数据",
        View::Matrix => "交叉表",
        View::Concordance => "上下文索引",
        View::Terms => "词汇",
        View::Read => "阅读",
        View::Method => "这些文献是怎样读的",
    },
    show_more_rows: |n| format!("再显示 {n} 项"),
    when: dates::zh,
    number: numbers::zh_hans,
    unit: |unit| units::zh(unit, 0),

    events: |n| format!("{n} 件事"),
    no_events: "这些段落都没有提到注明日期的事件。",
    events_by_year: "各年事件",
    precisions: ["日期确切到日", "到月", "到年"],
    periods: "持续多年",
    years_left_out: |n| format!("其间 {n} 年没有事件"),
    from_year: "自",
    to_year: "至",
    all_years: "全部年份",
    how_to_choose_years: "点选图中的年份；拖动或按住 Shift 可选多年。",
    who: "相关各方",
    also_told: |n| format!("另有 {n} 段也提到"),

    figures: |n| format!("{n} 个数据"),
    no_figures: "这些段落都没有提到数量。",
    unit_label: "单位",
    all_units: "全部",
    order: |order| match order {
        Order::Unit => "按单位",
        Order::Value => "从大到小",
        Order::Document => "文献次序",
    },
    as_written: "原文",
    value: "数值",
    in_its_sentence: "所在句子",
    document: "文献",
    side_by_side: |unit| format!("单位为“{unit}”的数据比较"),
    log_scale: "对数刻度：每格为前一格的十倍或更多",

    rows: "行",
    columns: "列",
    swap: "行列互换",
    cells: "单元格",
    counts: "段落数",
    shares: "占该行 %",
    total: "合计",
    matrix_note: "点选单元格可看其中的段落。颜色越深，占该行的比例越大。一段可以同时属于多项，因此一行各格之和可能大于合计。",
    show_all_rows: |n| format!("再显示 {n} 项"),
};

fn counted(passages: u32, documents: u32) -> String {
    format!("{passages} 段，见于 {documents} 篇文献")
}

fn link_note(note: &LinkNote) -> String {
    match note {
        LinkNote::UnknownParameter(name) => format!("链接中的“{name}”本页不认识，已忽略。"),
        LinkNote::UnknownValue { parameter, value } => {
            format!("链接中的 {parameter}“{value}”不在本语料中，已忽略。")
        }
        LinkNote::NotYet(view) => format!("视图“{view}”尚未提供，先显示结果。"),
        LinkNote::BrokenEscape(text) => format!("链接有一处损坏，读作“{text}”。"),
        LinkNote::Again(name) => format!("链接中“{name}”出现多次，以第一个为准。"),
        LinkNote::Contradiction(value) => format!("链接同时要求并排除“{value}”，按排除处理。"),
        LinkNote::NothingToRead => "链接没有指向本语料中的文献，先显示结果。".to_owned(),
    }
}

fn query_note(note: &NoteKind) -> String {
    match note {
        NoteKind::OpenQuote => "引号没有闭合，短语读到末尾。".to_owned(),
        NoteKind::OpenGroup => "括号没有闭合，读到末尾。".to_owned(),
        NoteKind::StrayBracket => "多余的右括号已略去。".to_owned(),
        NoteKind::Dangling(what) => format!("“{what}”没有可连接的内容，已略去。"),
        NoteKind::NoValue(field) => format!("“{field}:”没有值，已略去。"),
        NoteKind::UnknownValue { field, value } => format!("{field} 中没有“{value}”，已略去。"),
        NoteKind::NearestValue { field, value, taken } => {
            format!("{field} 中没有“{value}”，改用“{taken}”。")
        }
        NoteKind::TooDeep => "括号层数过多，其余部分按无括号读。".to_owned(),
        NoteKind::TooLong => "检索式过长，其余部分已略去。".to_owned(),
        NoteKind::ReadAsPrefix(word) => format!("没有段落含“{word}”，改查以其开头的词。"),
        NoteKind::Widened => {
            "已作为问题理解：含全部词语的段落在前，含其中大部分词语的随后。".to_owned()
        }
        NoteKind::Relaxed => "没有段落包含全部词语，以下段落包含其中最重要的。".to_owned(),
        NoteKind::NearMiss { word, taken } => {
            format!("没有段落含“{word}”，相近的有{}。", list(taken, "“", "”、“", "”"))
        }
    }
}
