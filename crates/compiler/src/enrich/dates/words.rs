//! The words of Chinese calendar references, in Simplified; texts are folded to match.

use super::{Month, Year};

/// The names of a day, and its year, month and day.
type NamedDay = (&'static [&'static str], (i32, u8, u8));

/// Days that Chinese itself calls by their month and day, as figures and as words: 9·11, 九一八. Where
/// the words alone could be a number or a fraction, what names an event must follow
/// ([`EVENTS`]).
pub(super) const NAMED_DAYS: &[NamedDay] = &[
    (&["9·11", "九一一"], (2001, 9, 11)),
    (&["5·4", "五四"], (1919, 5, 4)),
    (&["7·7", "七七"], (1937, 7, 7)),
    (&["8·15", "八一五"], (1945, 8, 15)),
    (&["9·18", "九一八"], (1931, 9, 18)),
];

/// What follows the name of such a day.
pub(super) const EVENTS: &[&str] = &[
    "事件",
    "事变",
    "战争",
    "运动",
    "起义",
    "独立运动",
    "民主化",
    "光复",
    "恐怖",
    "恐袭",
    "袭击",
    "惨案",
];

/// The same in English.
pub(super) const COMPARED_LATIN: &[&str] =
    &["than", "than in", "compared with", "compared to", "against"];

/// What a date, or what stands behind it, says of itself where another is compared with it.
pub(super) const SAME_TIME: &[&str] = &["同期", "the same period", "the same month"];

/// Before a date that others are compared with: it says nothing of when the others are.
pub(super) const COMPARED: &[&str] = &[
    "此前",
    "此前的",
    "较",
    "比",
    "与",
    "相较",
    "相比",
    "恢复到",
    "恢复至",
    "回到",
    "相当于",
    "高于",
    "低于",
];

/// Before a date that bounds a time.
pub(super) const BOUND_AFTER: &[&str] = &[
    "始于",
    "起于",
    "源于",
    "期限是",
    "期限为",
    "期限至",
    "期限到",
    "最迟",
    "至迟",
    "不晚于",
    "不迟于",
];

/// Days counted from the document's own.
pub(super) const DAY_WORDS: &[(&str, i32)] = &[
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("昨夜", -1),
    ("今晨", 0),
    ("今早", 0),
    ("今晚", 0),
    ("今夜", 0),
    ("前天", -2),
    ("明天", 1),
    ("明日", 1),
];

/// What must follow 今天 or 今日 for it to be a day: mostly it means "nowadays".
pub(super) const TODAY_BEFORE: &[&str] = &[
    "上午", "下午", "中午", "凌晨", "早", "晚", "宣布", "表示", "公布", "发布", "抵达", "报道",
    "举行", "发表", "会见", "召开", "签署", "通过", "证实", "通报", "开幕", "闭幕", "启程", "会谈",
    "下令", "起",
];

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
];

/// Reigns of the Ming and the Qing, likewise. Their months are the moon's.
pub(super) const REIGNS: &[(&str, i32, &str)] = &[
    ("洪武", 1367, "Hongwu"),
    ("建文", 1398, "Jianwen"),
    ("永乐", 1402, "Yongle"),
    ("洪熙", 1424, "Hongxi"),
    ("宣德", 1425, "Xuande"),
    ("正统", 1435, "Zhengtong"),
    ("景泰", 1449, "Jingtai"),
    ("天顺", 1456, "Tianshun"),
    ("成化", 1464, "Chenghua"),
    ("弘治", 1487, "Hongzhi"),
    ("正德", 1505, "Zhengde"),
    ("嘉靖", 1521, "Jiajing"),
    ("隆庆", 1566, "Longqing"),
    ("万历", 1572, "Wanli"),
    ("泰昌", 1619, "Taichang"),
    ("天启", 1620, "Tianqi"),
    ("崇祯", 1627, "Chongzhen"),
    ("顺治", 1643, "Shunzhi"),
    ("康熙", 1661, "Kangxi"),
    ("雍正", 1722, "Yongzheng"),
    ("乾隆", 1735, "Qianlong"),
    ("嘉庆", 1795, "Jiaqing"),
    ("道光", 1820, "Daoguang"),
    ("咸丰", 1850, "Xianfeng"),
    ("同治", 1861, "Tongzhi"),
    ("光绪", 1874, "Guangxu"),
    ("宣统", 1908, "Xuantong"),
];

/// After a number of years: it counts them.
pub(super) const YEARS_COUNTED: &[&str] =
    &["来", "前", "后", "历史", "的历史", "之久", "间", "以", "期", "代", "级", "多", "之"];

/// Weeks counted from the document's own.
pub(super) const WEEK_WORDS: &[(&str, i32)] = &[
    ("上周", -1),
    ("上星期", -1),
    ("上个星期", -1),
    ("上礼拜", -1),
    ("本周", 0),
    ("这周", 0),
    ("本星期", 0),
    ("这个星期", 0),
    ("下周", 1),
    ("下星期", 1),
    ("下个星期", 1),
    ("下礼拜", 1),
];

/// Quarters counted from the document's own.
pub(super) const QUARTER_WORDS: &[(&str, i32)] = &[
    ("上季度", -1),
    ("上一季度", -1),
    ("上个季度", -1),
    ("本季度", 0),
    ("这个季度", 0),
    ("下季度", 1),
    ("下一季度", 1),
    ("下个季度", 1),
];

/// What makes of such a week a day, or another word: 上周三, 本周期, 上周边.
pub(super) const WEEK_NOT_BEFORE: &str = "一二三四五六日天末期边围年密转岁刊报至到-";

/// What may follow a century and belongs to it.
pub(super) const CENTURY_TAILS: &[(&str, &str)] = &[
    ("初期", ""),
    ("早期", ""),
    ("中期", ""),
    ("末期", ""),
    ("后期", ""),
    ("晚期", ""),
    ("中叶", ""),
    ("上半叶", ""),
    ("下半叶", ""),
    ("前半叶", ""),
    ("后半叶", ""),
    ("初", ""),
    ("末", ""),
];

/// Words for a year: what they count from and how many years away.
pub(super) const YEAR_WORDS: &[(&str, Year)] = &[
    ("今年", Year::Document(0)),
    ("本年", Year::Document(0)),
    ("去年", Year::Document(-1)),
    ("上年", Year::Previous),
    ("上一年", Year::Previous),
    ("前一年", Year::Previous),
    ("前年", Year::Document(-2)),
    ("明年", Year::Document(1)),
    ("后年", Year::Document(2)),
    ("同年", Year::Last(0)),
    ("同一年", Year::Last(0)),
    ("当年", Year::Last(0)),
    ("该年", Year::Last(0)),
    ("翌年", Year::Last(1)),
    ("次年", Year::Last(1)),
    ("第二年", Year::Last(1)),
    ("隔年", Year::Last(1)),
];

/// Characters before or after a year word that make it part of another word (以上年龄, 不同年代).
pub(super) const YEAR_WORD_NOT_AFTER: &str =
    "以之此史战不基多首届想每逐一二三四五六七八九十0123456789";
pub(super) const YEAR_WORD_NOT_BEFORE: &str = "龄级代轻半";

pub(super) const MONTH_WORDS: &[(&str, Month)] = &[
    ("本月", Month::Document(0)),
    ("上月", Month::Document(-1)),
    ("上个月", Month::Document(-1)),
    ("下月", Month::Document(1)),
    ("下个月", Month::Document(1)),
    ("同月", Month::Last(0)),
    ("同一个月", Month::Last(0)),
    ("当月", Month::Last(0)),
    ("前一个月", Month::Last(-1)),
    ("次月", Month::Last(1)),
    ("翌月", Month::Last(1)),
];

/// Words that stand after a year or month and belong to it, with what may not follow them.
pub(super) const YEAR_TAILS: &[(&str, &str)] = &[
    ("年初", "步期级次"),
    ("年中", "国方美俄日朝韩东英法德印越澳蒙苏巴缅"),
    ("初", "步期级次"),
    ("中", "国方美俄日朝韩东英法德印越澳蒙苏巴缅欧央共间部非"),
    ("度", ""),
];

/// The end of a year, after it, and what may not follow.
pub(super) const YEAR_ENDS: &[(&str, &str)] =
    &[("年底", "线层"), ("年末", "日代"), ("底", "线层特"), ("末", "日代班")];

/// Seasons after a year: the words, the first month and the last (winter's is of the next year), and
/// what may not follow: 2024年春节, 2022年冬奥会, 2023年秋收.
pub(super) const SEASONS: &[(&str, u8, u8, &str)] = &[
    ("春夏", 3, 8, "之"),
    ("夏秋", 6, 11, "之"),
    ("秋冬", 9, 2, "之"),
    ("冬春", 12, 5, "之"),
    ("春天", 3, 5, ""),
    ("夏天", 6, 8, ""),
    ("秋天", 9, 11, ""),
    ("冬天", 12, 2, ""),
    ("春季", 3, 5, "奥"),
    ("夏季", 6, 8, "奥"),
    ("秋季", 9, 11, "奥"),
    ("冬季", 12, 2, "奥"),
    ("春", 3, 5, "节耕运晚播秋茶夏"),
    ("夏", 6, 8, "令收粮威普秋"),
    ("秋", 9, 11, "收粮交冬"),
    ("冬", 12, 2, "奥残至训小春"),
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
