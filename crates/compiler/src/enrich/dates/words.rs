//! The words of Chinese calendar references, in Simplified; texts are folded to match.

use super::{Month, Year};

/// Years counted from the year before an era's first.
pub(super) const ERAS: &[(&str, i32, &str)] = &[
    ("中华民国", 1911, "Republic of China"),
    ("民国", 1911, "Republic of China"),
    ("主体", 1911, "Juche"),
    ("令和", 2018, "Reiwa"),
    ("平成", 1988, "Heisei"),
    ("昭和", 1925, "Showa"),
    ("大正", 1911, "Taisho"),
    ("明治", 1867, "Meiji"),
    ("光绪", 1874, "Guangxu"),
];

/// Words for a year: what they count from and how many years away.
pub(super) const YEAR_WORDS: &[(&str, Year)] = &[
    ("今年", Year::Document(0)),
    ("本年", Year::Document(0)),
    ("去年", Year::Document(-1)),
    ("上年", Year::Document(-1)),
    ("上一年", Year::Document(-1)),
    ("前年", Year::Document(-2)),
    ("明年", Year::Document(1)),
    ("后年", Year::Document(2)),
    ("同年", Year::Last(0)),
    ("当年", Year::Last(0)),
    ("该年", Year::Last(0)),
    ("翌年", Year::Last(1)),
    ("次年", Year::Last(1)),
    ("隔年", Year::Last(1)),
];

/// Characters before or after a year word that make it part of another word (以上年龄, 不同年代).
pub(super) const YEAR_WORD_NOT_AFTER: &str =
    "以之此史战不基多首届想每逐一二三四五六七八九十0123456789";
pub(super) const YEAR_WORD_NOT_BEFORE: &str = "龄级代轻";

pub(super) const MONTH_WORDS: &[(&str, Month)] = &[
    ("本月", Month::Document(0)),
    ("上月", Month::Document(-1)),
    ("上个月", Month::Document(-1)),
    ("下月", Month::Document(1)),
    ("下个月", Month::Document(1)),
    ("同月", Month::Last),
    ("当月", Month::Last),
];

/// Words that stand after a year or month and belong to it, with what may not follow them.
pub(super) const YEAR_TAILS: &[(&str, &str)] = &[
    ("年初", "步期级次"),
    ("年底", "线层"),
    ("年末", ""),
    ("年中", "国方美俄日朝韩东"),
    ("初", "步期级次"),
    ("底", "线层"),
    ("末", ""),
    ("中", "国方美俄日朝韩东欧央共间部非"),
    ("度", ""),
    ("春天", ""),
    ("夏天", ""),
    ("秋天", ""),
    ("冬天", ""),
    ("春季", ""),
    ("夏季", ""),
    ("秋季", ""),
    ("冬季", ""),
    ("春", "节"),
    ("夏", ""),
    ("秋", ""),
    ("冬", "奥"),
];
pub(super) const MONTH_TAILS: &[(&str, &str)] =
    &[("上旬", ""), ("中旬", ""), ("下旬", ""), ("初", "步期级次"), ("底", "线层"), ("末", "")];

/// Parts of a year: the words, the first month and the last.
pub(super) const YEAR_PARTS: &[(&str, u8, u8)] = &[
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("首季度", 1, 3),
    ("首季", 1, 3),
    ("末季", 10, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
];

/// What makes "8月" or "22日" something other than a date when it follows.
pub(super) const MONTH_NOT_BEFORE: &[&str] = &["革命", "围城", "花号", "党人", "球", "饼", "大"];
pub(super) const DAY_NOT_BEFORE: &str = "本内间元圆币游后程均常益夜式渐光用";
pub(super) const DAY_NOT_AFTER: &[&str] =
    &["为期", "连续", "历时", "每", "第", "月", "近", "约", "长达", "达"];
