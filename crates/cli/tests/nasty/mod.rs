//! A small corpus with everything that breaks files: both scripts of Chinese, marks that XML, LaTeX, CSV and
//! JSON read as their own, characters outside the basic plane, control characters, line ends of both kinds,
//! formulas, names that two concepts share, and documents that say nothing of themselves.

use std::path::Path;

const CORPUS: &str = r#"
id = "Nasty & <corpus>"
title = { en = "Nasty & <corpus> “quoted” \"twice\"", zh-Hans = "难读的<文集>", zh-Hant = "難讀的<文集>" }
description = { en = "It's got ]]> and &amp; and 𠮷 and 🌾." }
rights = "Nobody's"

[[document]]
file = "a.txt"
id = "a"
title = { zh-Hant = "糧食,港口\n與<𠮷野> & “海”", en = "Grain, ports,\n and {one} brace { \\ ~ ^ # $ % _" }
original_language = "zh-Hant"
authors = ["徐博", "O'Neil, Ana", "Jan van der Meer", "Ministry of Grain & Ports", "吉田 𠮷"]
publisher = "Harbour & Sons <Press>"
date = "2024-11"
keywords = ["grain, wheat", "港口", "50 % & more"]

[[document]]
file = "b.txt"
id = "b"

[[document]]
file = "d.txt"
id = "d"
original_language = "en"
title = "Then and"
authors = ["Thomas Graham", "Ann Lee", "Bo Li", "Cy Young"]
publisher = "Foreign Affairs"
date = "2014/2017"
type = "chapter"
container = "Grain & {Peace} “again”"
volume = "1_%"
pages = "iv"
place = "Saint-Étienne"
editors = ["O'Neil, Ana", "Ministry of Grain & Ports"]
translators = ["李四"]
url = "https://own.invalid/a?b=50%25&c=_#d"
doi = "doi:10.1000/a_b%28c%29"
"#;

const THEMES: &str = r#"
id = "theme"
label = { en = "Theme & <topic>", zh-Hans = "主题", zh-Hant = "主題" }

[[concept]]
id = "trade"
label = { en = "Trade <& \"barter\">", zh-Hans = "贸易", zh-Hant = "貿易" }
definition = { en = "Goods & services; 5 > 3, 🌾", zh-Hans = "货物“与”服务" }
covers = { en = "Grain's trade", zh-Hant = "糧食貿易" }
excludes = { en = "Gifts <free>" }

[[concept.signal]]
name = "says \"trade\" & <grain>"
terms = ["糧食", "粮食", "grain", "𠮷野"]

[[concept]]
id = "grain"
broader = "trade"
label = { en = "Grain", zh-Hans = "粮食 🌾", zh-Hant = "糧食 🌾" }

[[concept.signal]]
terms = ["小麥", "小麦", "wheat"]

[[concept]]
id = "double"
label = { en = "Twice named", zh-Hans = "重名", zh-Hant = "重名" }

[[concept.signal]]
terms = ["port", "港口"]
"#;

const LEVELS: &str = r#"
id = "level"
label = "Level"

[[concept]]
id = "double"
label = { en = "Twice named", zh-Hans = "重名", zh-Hant = "重名" }

[[concept.signal]]
terms = ["port", "港口"]
"#;

/// Lines end in CR and LF; two of them begin as formulas do.
const A: &str = "糧食,港口與<𠮷野>\r\n\
    \r\n\
    2024年11月,𠮷野經港口運出小麥約35噸,「糧食」<b>&amp;</b> 🌾🌾 值3440萬美元,很多。\r\n\
    \r\n\
    =SUM(A1:A9) is what a cell must not do with 糧食, \"said\" the port's 'master'; wheat & grain.\r\n\
    \r\n\
    -1 is no formula either, says the 🌾 port.\r\n";

/// Neither title nor author nor date, and a control character that XML has no way to write.
const B: &str = "粮食从港口运出,小麦也一样\u{b},这句话很长也没有说别的什么事情。\n\
    \n\
    The \u{1f33e} grain]]> was <shipped> & sold; nothing else was written down in that quiet summer.\n";

/// A passage with line breaks of both kinds inside, as only records have.
const C: &str = r#"{"id": "c 1/&<𠮷>", "doc": "c & <𠮷>", "text": "Grain\r\nand \"wheat\"\tof\nthe 𠮷 port", "lang": "en", "theme": "given & <theme>"}
{"doc": "c & <𠮷>", "text": "@home there is 港口, and nothing of it is sold anywhere else this year.", "lang": "en"}
"#;

const D: &str = "Then and\n\nGrain was shipped from three ports in May 2015 to buyers abroad, who paid for it.\n";

/// Writes the corpus into a folder.
pub fn write(folder: &Path) {
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    for (name, text) in [
        ("corpus.toml", CORPUS),
        ("schemes/themes.toml", THEMES),
        ("schemes/levels.toml", LEVELS),
        ("a.txt", A),
        ("b.txt", B),
        ("c.jsonl", C),
        ("d.txt", D),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
}
