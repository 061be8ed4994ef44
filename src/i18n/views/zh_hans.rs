//! What the later parts of the page say in Chinese, simplified characters.

use super::ViewMessages;
use crate::i18n::zh_hans::{MESSAGES as COMMON, counted};
use crate::i18n::{dates, numbers};
use crate::state::clippings::Refused;
use crate::state::view_state::Order;

pub const MESSAGES: ViewMessages = ViewMessages {
    common: &COMMON,
    why: |label| format!("为什么是“{label}”？"),
    by_words: "依据文中词语",
    by_heading: "依据上级标题",
    by_curator: "编者标注",
    rule: "规则",
    weight: "权重",
    also: "下位主题",
    all_passages_on: |label| format!("“{label}”的全部段落"),
    close: "关闭",

    back_to_results: "返回结果",
    contents: "目录",
    authors: "作者",
    kind: "类型",
    translators: "译者",
    published_in: "载于",
    editors: "编者",
    publisher: "出版方",
    document_number: "编号",
    original: "原文",
    date: "日期",
    date_assumed: |date| format!("未注明；文中未写年份的日期按{date}推定"),
    languages: "语言",
    keywords: "关键词",
    source_file: "来源文件",
    rights: "版权",
    cite_passage: "引用这一段",
    copy: "复制",
    citation_copied: "已复制引文",
    link_moved: "此链接所引的文字仍在，但所在段落已有改动，或已移至别处。",
    link_rewritten: "此链接所引的文字在链接生成后已有改动。",
    link_uncertain: "无法确定此链接所指的是哪处文字：链接生成后文献已有改动。",
    link_candidates: "可能是以下之一：",
    link_gone: "此链接所指的内容已不在这份文献中。",
    words_then: "链接所引",
    words_now: "现在的文字",
    read_document: "从头阅读这份文献",
    repeats_block: |n| format!("以下 {n} 段重复前文"),
    next_document: "下一篇",
    previous_document: "上一篇",

    how_read_lead: |n, documents| {
        format!(
            "共 {}。每一段都按可查可改的规则来读：词语、句式，以及段落所在的位置。规则读错之处，由编辑逐段更正并说明理由。每个标签都标出所依据的原文。",
            counted(n as u32, documents as u32)
        )
    },
    found_heading: "标签之外读出的内容",
    found_hidden: |n, role| {
        format!(
            "此处计入全部段落。其中 {n} 段为重复内容或网页套语，在其他视图中只有在“{role}”里选中时才显示并计数。"
        )
    },
    found_dates: "日期",
    found_placed: "须凭上下文确定的日期",
    found_figures: "数量",
    found_events: "多个段落提到的同一事件",
    found_disputed: "各来源所记日期不同的事件",
    found_translations: "附有译文的段落",
    found_repeats: "重复段落",
    dictionary: "检索时的中英对应词取自 CC-CEDICT 词典（CC BY-SA 4.0，cc-cedict.org）。文中没有的词，则检索 WordNet（WordNet License，wordnet.princeton.edu）所列的相关词。较长的提问也检索用法相近的词，取自 GloVe（公有领域，nlp.stanford.edu/projects/glove）。",
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
            "由人手工标注了 {n} 段。精确率：标出的有多少是对的；召回率：该标的有多少标了出来；F1 为两者的调和平均。1.00 为完全一致。编写规则者可能见过这份样本，用于其他文本时结果会低一些。"
        )
    },
    by_rules: "仅按规则",
    with_curation: "加上编辑的更正",
    precision: "精确率",
    recall: "召回率",
    f1: "F1",

    concordance_hint: "在检索框输入词语或短语，每一处出现都会在此列为一行，并显示前后文。",
    frequent_words: "或从最常见的词语开始：",
    lines: |n, documents| format!("{n} 行，见于 {documents} 篇文献"),
    first_lines: "；还有更多，请缩小检索范围",
    more_lines: |n| format!("再显示 {n} 行"),
    lines_by: "按文献与主题计的行数",
    by_place: "文献次序",
    by_left: "按前文",
    by_right: "按后文",
    window: "前后字数",
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

    documents: "文献",

    show_more_rows: |n| format!("再显示 {n} 项"),
    when: dates::zh,
    number: numbers::zh_hans,
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
    worked_out: "据上下文推算",
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
    shares: "占该行 %",
    total: "合计",
    matrix_note: "点选单元格可看其中的段落。颜色越浓，占该行的比例越大。一段可以同时属于多项，因此一行或一列各格之和可能大于合计。",
    show_all_rows: |n| format!("再显示 {n} 项"),

    explains: "它们共同解释的",
    at_levels: |n, of| format!("所得 {of} 段中，{n} 段属于这些层次。"),
    no_levels: "这些段落都不在框架的任何层次上论证。",
    all_here: |n| format!("全部 {n} 段"),
    actors_note: "数字是同时提到两者的段落数；对角线上是提到该行为体的段落数。一同出现并不表示是友是敌，请打开段落查看。",
    no_actors: "这些段落都没有提到行为体。",
    together: |a, b, n| format!("{a}与{b}：{n} 段"),
    drawn_together: "谁与谁一同出现：线越粗，段落越多",

    ask: "从一个问题开始",
    read_a_document: "阅读一份文献",
    by_theme: "各文献的主题",
    over_time: "文中所述的时间",

    query_help: "检索式的写法",
    query_forms: [
        ("甲 乙", "两者皆有的段落，字形、词形与异名不拘"),
        ("“甲 乙”", "与所写完全一致"),
        ("+甲", "只要这个词，不含其他词形与异名"),
        ("begin*", "以此开头的词"),
        ("甲 OR 乙、-甲、(…)", "其一；不含；归为一组"),
        ("主题:… actor:… doc:… lang:… year:…", "按分面：标识、名称或名称的一部分"),
        ("日期:2024-06、date:2023..2024", "提到此日期的段落"),
        ("figure:>1000、figure:km", "提到此数量的段落"),
    ],
    key_help: "按键",
    keys_do: [
        "跳到检索框",
        "显示本表",
        "在可点选的项目间前后移动",
        "阅读时：从检索框跳到下一处命中；按住 Shift 跳到上一处",
        "在年份图中：逐年移动",
        "离开检索框，关闭本表",
    ],
    single_keys: "启用单键快捷键（/ 与 ?）",

    no_clippings: "尚无摘录。每段文字都有“收入摘录”按钮；收入后可在此排序、加注、带走。",
    clippings_stay: "摘录只保存在本浏览器中。请另存为文件，以便备份或带往别处。",
    clippings_shared: |n| format!("他人以此链接分享的 {n} 段摘录。"),
    keep_clippings: "也收入我的摘录",
    clippings_kept: "已收入摘录",
    own_clippings: "查看我的摘录",
    copy_clippings_link: "复制这些摘录的链接",
    save_clippings: "保存以便再次导入（JSON）",
    save_annotations: "另存为 Web Annotation",
    import_clippings: "导入文件：",
    clippings_came: |file, n| {
        if n == 0 {
            format!("{file}：没有新内容")
        } else {
            format!("{file}：导入 {n} 条摘录")
        }
    },
    clippings_refused: |file, why| {
        format!(
            "未导入 {file}，现有摘录未变：{}",
            match why {
                Refused::Unreadable =>
                    "不是摘录文件，或已损坏。请选用本页保存的 JSON 或 Web Annotation 文件。",
                Refused::Newer => "由本页的较新版本写成。请重新载入本页，或在原处打开。",
                Refused::Foreign => "其中的摘录属于另一语料。请在该语料的页面导入。",
            }
        )
    },
    clipping_removed: |words| format!("已移除：“{words}……”"),
    undo: "放回",
    clipping_lost: "语料中已无此段；以上为收入时的文字。",
    clippings_damaged: "本浏览器保存的摘录无法读取，已另行存放，未删除任何内容。",
    clippings_newer: "摘录由本页的较新版本保存。请重新载入以查看；未作任何更改。",
    clippings_not_kept: "本浏览器未能保存摘录（存储已满或被禁止）：离开前请另存为文件。",
    note: "附注",
    tags: "标签（以逗号分隔）",
    colour: "颜色",
    colours: ["无", "红", "橙", "绿", "蓝", "紫"],
    move_up: "上移",
    move_down: "下移",
    remove_clipping: "移除",

    share_view: "分享当前视图",
    link: "链接",
    send_link: "发送…",
    code_of_link: "链接的二维码",
    link_too_long: "链接过长，无法生成二维码。",
    for_programs: "供程序调用的接口",
    embed_view: "在网页中嵌入此视图",
    embed_quote: "在网页中引用此段",
    code_copied: "代码已复制",

    script: "汉字",
    script_as_written: "原文字体",
    show_as_written: "已转换：显示原文",
    show_converted: "显示转换",
    search_word: "检索此词",

    explain_words: "逐词释义",
    previous_word: "上一词",
    next_word: "下一词",
    progress: "阅读进度",
    hit_of: |n, all| format!("第 {n} 段，共 {all} 段"),
    hits_here: |all| format!("此处命中 {all} 段"),
    next_hit: "下一段",
    previous_hit: "上一段",
    beside_document: "并列",
    beside_none: "不并列",
    nothing_of_it_here: "所选内容在此没有段落。",
    beside_translation: "原文与译文并排",
};
