//! Small corpora, each with something wrong in it.

/// A corpus.
pub struct Case {
    /// What is wrong.
    pub name: &'static str,
    /// The files. In `curation.toml`, `{…}` stands for the id of the passage that begins so.
    pub files: Vec<File>,
}

/// A file's name and what is in it.
type File = (&'static str, Vec<u8>);

/// A document with nothing wrong.
const DOCUMENT: &str = "Grain and Ports

Grain was shipped from three ports in May 2021 to buyers abroad.
Nothing else was written down in that long and quiet summer.
";

const CORPUS: &str = r#"id = "ports"
title = "Ports"

[[document]]
file = "a.txt"
id = "a"
date = "2021"
"#;

const THEMES: &str = r#"id = "theme"

[[concept]]
id = "trade"
label = { en = "Trade", zh-Hans = "贸易", zh-Hant = "貿易" }

[[concept.signal]]
terms = ["grain", "written down"]
"#;

fn text(name: &'static str, text: &str) -> File {
    (name, text.as_bytes().to_vec())
}

fn corpus(more: &str) -> File {
    text("corpus.toml", &format!("{CORPUS}{more}"))
}

fn themes(more: &str) -> File {
    text("schemes/themes.toml", &format!("{THEMES}\n{more}"))
}

fn curation(words: &str) -> File {
    text("curation.toml", words)
}

/// A corpus of these files, and of what else a corpus without anything wrong has.
fn case(name: &'static str, mut files: Vec<File>) -> Case {
    let others = [text("a.txt", DOCUMENT), corpus(""), text("schemes/themes.toml", THEMES)];
    for other in others {
        if !files.iter().any(|(name, _)| name.starts_with(other.0)) {
            files.push(other);
        }
    }
    Case { name, files }
}

/// A corpus of these files alone.
fn bare(name: &'static str, files: Vec<File>) -> Case {
    Case { name, files }
}

/// All of them.
pub fn cases() -> Vec<Case> {
    [form(), documents(), schemes(), corrections()].into_iter().flatten().collect()
}

/// The form of the curator's files.
fn form() -> Vec<Case> {
    vec![
        case("nothing is wrong", vec![]),
        case("the syntax is wrong", vec![corpus("publisher = \"no end\n")]),
        case(
            "the syntax of two files is wrong",
            vec![corpus("keywords = [\"粮食\" \"港口\"]\n"), curation("[[correction]\n")],
        ),
        case(
            "keys that mean nothing, all of them told",
            vec![
                corpus("titel = \"Grain\"\nautors = [\"Doe\"]\ncolour = \"red\"\n"),
                themes("[[concept.signal]]\nterm = [\"port\"]\nterms = [\"ports\"]\n"),
            ],
        ),
        case("a value of another type", vec![corpus("authors = \"Doe\"\n")]),
        case(
            "something is missing",
            vec![curation("[[correction]]\npassage = \"a.b\"\nreason = \"It is so.\"\n")],
        ),
        case(
            "a curator's file is not UTF-8",
            vec![("corpus.toml", b"id = \"a\"\ntitle = \"caf\xe9\"\n".to_vec())],
        ),
        case("a curator's file cannot be read", vec![text("corpus.toml/file", "")]),
    ]
}

/// The documents, and what `corpus.toml` says of them.
fn documents() -> Vec<Case> {
    let (gb, _, _) = encoding_rs::GB18030.encode(
        "港口与粮食\n\n今年五月，三个港口把粮食运往国外。6月8日签署了新的协议，双方都表示满意。\n",
    );
    let long = "三个港口把粮食运往国外，买家来自许多国家。".repeat(15);
    vec![
        bare("nothing but a document", vec![text("a.txt", DOCUMENT)]),
        bare("no document", vec![corpus("")]),
        case(
            "documents without a file, files without an entry, and one twice",
            vec![
                corpus(
                    "\n[[document]]\nfile = \"harbours.txt\"\n\n[[document]]\nfile = \"a.txt\"\n",
                ),
                text("harbors.txt", DOCUMENT),
            ],
        ),
        case(
            "two documents of one id",
            vec![corpus("\n[[document]]\nfile = \"b.txt\"\nid = \"a\"\n"), text("b.txt", DOCUMENT)],
        ),
        case(
            "a document without a title",
            vec![text(
                "a.txt",
                "grain was shipped from three ports in May 2021 to buyers abroad, and it was written down.\n",
            )],
        ),
        case(
            "a publication that cannot be",
            vec![corpus(
                "type = \"artcle-journal\"\nvolume = 57\nissue = \"3a\"\nurl = \"example.org/a\"\ndoi = \"182\"\naccessed = \"2024-11\"\n",
            )],
        ),
        case("a volume that is neither number nor text", vec![corpus("volume = [57]\n")]),
        case(
            "dates of days and times that cannot be",
            vec![text(
                "a.txt",
                "粮食与港口\n\n2021年2月30日签署了新的协议，2017年至2006年没有协议，双方表示满意。\n",
            )],
        ),
        case(
            "dates that are none, and one that cannot be placed",
            vec![
                text(
                    "corpus.toml",
                    "[[document]]\nfile = \"a.txt\"\n\n[[document]]\nfile = \"b.txt\"\ndate = \"June 2021\"\nreference_date = \"2021-02-30\"\n",
                ),
                text(
                    "a.txt",
                    "粮食与港口\n\n三个港口把粮食运往国外，8月22日签署了新的协议，双方表示满意。\n",
                ),
                text("b.txt", DOCUMENT),
                text("schemes/themes.toml", &THEMES.replace("grain", "粮食\", \"grain")),
            ],
        ),
        case(
            "languages that are none",
            vec![
                text(
                    "corpus.toml",
                    "languages = [\"en\", \"english\", \"zh-TW\", \"pt_BR\"]\ntitle = { en = \"Ports\", zh_Hans = \"港口\" }\n\n[[document]]\nfile = \"a.txt\"\noriginal_language = \"xx\"\n",
                ),
                text(
                    "schemes/themes.toml",
                    &THEMES.replace(
                        "zh-Hant = \"貿易\"",
                        "cht = \"貿易\", zh-Hant = \"貿易\", EN = \"\"",
                    ),
                ),
            ],
        ),
        case(
            "files that are not read, or empty, or damaged",
            vec![
                text("b.txt", " \n\n"),
                text("c.pdf", "%PDF"),
                (
                    "d.txt",
                    b"\xef\xbb\xbfPorts\n\nGrain was shipped fr\xffm three ports.\n".to_vec(),
                ),
                text("e.txt", "Ports\n\nGrain was shipped fr\u{fffd}m three ports.\n"),
                corpus(
                    "\n[[document]]\nfile = \"b.txt\"\n[[document]]\nfile = \"d.txt\"\n[[document]]\nfile = \"e.txt\"\n",
                ),
            ],
        ),
        case(
            "files and folders that are passed over, and a way where a name should be",
            vec![
                text("b.csv", "year,grain\n2021,3\n"),
                text("c.markdown", DOCUMENT),
                text("picture.png", ""),
                text("LICENSE", "Free."),
                text("north/d.txt", DOCUMENT),
                text("pictures/e.png", ""),
                text("f.txt", DOCUMENT),
                corpus(
                    "\n[[document]]\nfile = \"./f.txt\"\n\n[[document]]\nfile = \"north/d.txt\"\n",
                ),
            ],
        ),
        case(
            "a document with front matter has a title",
            vec![
                text(
                    "a.md",
                    "---\ntitle: Grain\nauthors:\n  - name: Jane Doe\n---\n\ngrain was shipped from three ports in May 2021 to buyers abroad, and it was written down.\n",
                ),
                text(
                    "corpus.toml",
                    "id = \"ports\"\ntitle = \"Ports\"\n\n[[document]]\nfile = \"a.md\"\n\n[[document]]\nfile = \"a.txt\"\nid = \"b\"\n",
                ),
            ],
        ),
        case(
            "a document in another encoding is shown as it reads",
            vec![
                ("a.txt", gb.into_owned()),
                text("corpus.toml", "[[document]]\nfile = \"a.txt\"\n"),
                text(
                    "schemes/themes.toml",
                    &THEMES.replace("grain", "糧食").replace(", \"written down\"", ""),
                ),
            ],
        ),
        case(
            "a long line is cut to what is around the place",
            vec![
                text("a.txt", &format!("粮食与港口\n\n{long}8月22日签署了新的协议。{long}\n")),
                text("corpus.toml", "[[document]]\nfile = \"a.txt\"\n"),
                text(
                    "schemes/themes.toml",
                    &THEMES.replace("grain", "糧食").replace(", \"written down\"", ""),
                ),
            ],
        ),
    ]
}

/// The concept schemes.
fn schemes() -> Vec<Case> {
    vec![
        case(
            "a scheme that no facet has, and one twice",
            vec![
                text("schemes/people.toml", "id = \"persons\"\n"),
                text("schemes/topics.toml", "id = \"theme\"\n"),
            ],
        ),
        case(
            "concepts that do not hold together",
            vec![text(
                "schemes/themes.toml",
                "id = \"theme\"\napplies_to = [\"content\", \"headings\"]\n\n\
                 [[tier]]\nconcepts = [\"growht\"]\n\n\
                 [[concept]]\nid = \"trade\"\nbroader = \"ekonomy\"\n\n\
                 [[concept]]\nid = \"economy\"\nbroader = \"growth\"\n\n\
                 [[concept.signal]]\nterms = [\"grain\"]\n\n\
                 [[concept]]\nid = \"growth\"\nbroader = \"economy\"\n\n\
                 [[concept.signal]]\nterms = [\"ports\"]\n\n\
                 [[concept]]\nid = \"self\"\nbroader = \"self\"\n\n\
                 [[concept.signal]]\nterms = [\"written down\"]\n\n\
                 [[concept]]\nid = \"trade\"\n",
            )],
        ),
        case(
            "terms that match nothing, or are written twice, or are none",
            vec![themes(
                "[[concept.signal]]\nname = \"ports\"\n\
                 terms = [\"ports\", \"Ports\", \"harbour*\", \"砲彈\", \"炮弹\", \"*\"]\n\
                 with = [\"from\", \"by\"]\nblocked = [\"airports\"]\n\n\
                 [[concept.signal]]\nheadings = [\"ports\", \"shipped\"]\n",
            )],
        ),
        case(
            "many terms that match nothing are one note",
            vec![themes(
                "[[concept.signal]]\nterms = [\"wheat\", \"barley\", \"maize\", \"rice\"]\n\n\
                 [[concept]]\nid = \"rail\"\nlabel = { en = \"Rail\", zh-Hans = \"铁路\", zh-Hant = \"鐵路\" }\n\n\
                 [[concept.signal]]\nterms = [\"train*\", \"rail*\"]\n",
            )],
        ),
        case(
            "weights and thresholds that mean nothing",
            vec![themes(
                "[[concept.signal]]\nterms = [\"ports\"]\nweight = nan\n\n\
                 [[concept]]\nid = \"rail\"\nthreshold = -inf\n",
            )],
        ),
        case(
            "concepts without a rule, or without a name",
            vec![themes(
                "[[concept]]\nid = \"rail\"\nlabel = \"Rail\"\n\n[[concept]]\nid = \"road\"\n",
            )],
        ),
        case(
            "a passage without a theme",
            vec![text("schemes/themes.toml", &THEMES.replace(", \"written down\"", ""))],
        ),
        case(
            "many passages without a theme are one note",
            vec![text(
                "a.txt",
                "Grain and Ports\n\n\
                 Grain was shipped from three ports in May 2021 to buyers abroad.\n\n\
                 The first of them lies on an island, an hour from the coast.\n\n\
                 Winters are mild; ice is seen once in ten years.\n\n\
                 A railway was planned long ago, and never built.\n\n\
                 Most families live from fishing, some from their gardens.\n\n\
                 Whoever owns a boat takes part in the council.\n\n\
                 Its sessions are held in the old customs house.\n",
            )],
        ),
    ]
}

/// The curator's corrections.
fn corrections() -> Vec<Case> {
    vec![
        case(
            "corrections that have lost their passage",
            vec![curation(
                r#"[[correction]]
passage = "{Grain was}"
words = "Nothing else"
reason = "Its words have moved."

[[correction]]
passage = "a.aaaaaaaa"
words = "three ports"
reason = "Its passage has another id now."

[[correction]]
passage = "a.bbbbbbbb"
words = "never written"
reason = "Its passage is gone."

[[correction]]
passage = "{Nothing}x"
words = "never written"
reason = "Its id has a slip."

[[correction]]
passage = "{Nothing}"
words = ""
reason = "It quotes nothing."
"#,
            )],
        ),
        case(
            "corrections that name what is not there",
            vec![curation(
                r#"[[correction]]
passage = "{Nothing}"
words = "Nothing"
reason = "It is full of slips."
role = "captoin"
repeats = "{Nothing}"
parallel = "a.cccccccc"
add = { theme = ["trade", "tarde"], themes = ["trade"] }

[[correction.date]]
text = "summer"
edtf = "summer"

[[correction.date]]
text = "winter"
edtf = "2021"

[[correction.remove_figure]]
text = "long"
occurrence = 2
"#,
            )],
        ),
        case(
            "a passage that is called the translation of one in another document",
            vec![
                corpus("[[document]]\nfile = \"b.txt\"\nid = \"b\"\ndate = \"2022\"\n"),
                text(
                    "b.txt",
                    "Harbours\n\nThe harbours of the north were frozen for a long time.\n",
                ),
                curation(
                    r#"[[correction]]
passage = "{The harbours}"
words = "frozen"
reason = "It says what the other document says."
add = { theme = ["trade"] }
parallel = "{Grain was}"
"#,
                ),
            ],
        ),
        case(
            "passages that are called repeats of each other",
            vec![curation(
                r#"[[correction]]
passage = "{Grain was}"
words = "three ports"
reason = "It says the same."
repeats = "{Nothing}"

[[correction]]
passage = "{Nothing}"
words = "quiet summer"
reason = "So does this."
repeats = "{Grain was}"
"#,
            )],
        ),
        case(
            "numbers of corrections that mean nothing",
            vec![curation(
                r#"[[correction]]
passage = "{Nothing}"
words = "quiet summer"
reason = "Its numbers are none."

[[correction.figure]]
text = "long"
value = nan
upper = inf
unit = "day"

[[correction.figure]]
text = "quiet"
value = 3
upper = 2
unit = "day"

[[correction.date]]
text = "summer"
occurrence = 0
edtf = "2021"

[[correction.remove_figure]]
text = "long"
occurrence = 0
"#,
            )],
        ),
        case(
            "corrections that change nothing",
            vec![curation(
                r#"[[correction]]
passage = "{Grain was}"
words = "three ports"
reason = "The rules have learnt it."
add = { theme = ["trade"] }
role = "content"

[[correction.date]]
text = "May 2021"
edtf = "2021-05"

[[correction]]
passage = "{Nothing}"
words = "Nothing"
reason = "Half of it the rules have learnt."
remove = { theme = ["trade"] }
role = "content"
parallel = ""

[[correction]]
passage = "{Nothing}"
words = "quiet summer"
reason = "It says nothing."
"#,
            )],
        ),
        case(
            "keywords that do nothing, and a correction without a reason",
            vec![curation(
                r#"[[correction]]
passage = "{Grain was}"
words = "three ports"
keywords = ["exports", "three ports", "…", "cereals", "exports"]

[[correction]]
passage = "{Nothing}"
words = "quiet summer"
keywords = ["silence"]
add = { theme = ["trade"] }
"#,
            )],
        ),
        case(
            "an agreement that was measured with other schemes",
            vec![text(
                "agreement.toml",
                "passages = 2\n\n[[measure]]\nof = \"theme\"\nconcept = \"fishing\"\n\
                 rule = [1, 0, 1]\ncurated = [2, 0, 0]\n\n[[measure]]\nof = \"colour\"\n\
                 rule = [1, 0, 1]\ncurated = [2, 0, 0]\n",
            )],
        ),
        case(
            "records that are none",
            vec![text(
                "rows.jsonl",
                r#"{"id": 1, "text": "Grain was sold in the north.", "doc": "north", "lang": "en"}
{"id": 2, "text": "Grain was bought, "doc": "south"}
Grain was lost.
{"id": 1, "text": "Grain was eaten.", "lang": "english", "page": 7}
{"id": 3, "doc": "south"}
{"id": 4, "text": "  "}
{"id": 5, "text": "Grain was sown.", "theme": ["trade", 7], "page": 8}
"#,
            )],
        ),
    ]
}
