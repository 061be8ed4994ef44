//! What do the plain pages themselves say, in the language of the document?

/// The words of a page in one language.
pub struct Words {
    /// Language tag.
    pub lang: &'static str,
    pub documents: &'static str,
    pub explore: &'static str,
    pub open: &'static str,
    pub open_here: &'static str,
    pub about: &'static str,
    pub kind: &'static str,
    pub translators: &'static str,
    pub published_in: &'static str,
    pub editors: &'static str,
    pub publisher: &'static str,
    pub number: &'static str,
    pub original: &'static str,
    pub date: &'static str,
    pub keywords: &'static str,
    pub rights: &'static str,
    pub languages: &'static str,
    pub again: &'static str,
    pub feed: &'static str,
    pub translations: &'static str,
}

const EN: Words = Words {
    lang: "en",
    documents: "All documents",
    explore: "Search and explore the corpus",
    open: "Open in the explorer",
    open_here: "Open this passage in the explorer",
    about: "About this document",
    kind: "Type",
    translators: "Translated by",
    published_in: "Published in",
    editors: "Edited by",
    publisher: "Publisher",
    number: "Number",
    original: "Original",
    date: "Date",
    keywords: "Keywords",
    rights: "Rights",
    languages: "Languages",
    again: "Said earlier",
    feed: "Feed",
    translations: "Title in other languages",
};

const HANS: Words = Words {
    lang: "zh-Hans",
    documents: "全部文献",
    explore: "检索与浏览语料",
    open: "在检索页面中打开",
    open_here: "在检索页面中打开本段",
    about: "关于本文献",
    kind: "类型",
    translators: "译者",
    published_in: "载于",
    editors: "编者",
    publisher: "出版者",
    number: "编号",
    original: "原文",
    date: "日期",
    keywords: "关键词",
    rights: "权利",
    languages: "语言",
    again: "前文已述",
    feed: "订阅源",
    translations: "其他语言的标题",
};

const HANT: Words = Words {
    lang: "zh-Hant",
    documents: "全部文獻",
    explore: "檢索與瀏覽語料",
    open: "在檢索頁面中打開",
    open_here: "在檢索頁面中打開本段",
    about: "關於本文獻",
    kind: "類型",
    translators: "譯者",
    published_in: "載於",
    editors: "編者",
    publisher: "出版者",
    number: "編號",
    original: "原文",
    date: "日期",
    keywords: "關鍵詞",
    rights: "權利",
    languages: "語言",
    again: "前文已述",
    feed: "訂閱源",
    translations: "其他語言的標題",
};

/// The words for a reader of this language.
pub fn of(lang: &str) -> &'static Words {
    match lang {
        "zh-Hant" | "zh-TW" | "zh-HK" | "zh-MO" => &HANT,
        zh if zh.split('-').next() == Some("zh") => &HANS,
        _ => &EN,
    }
}
