//! What is found in other words: names, languages, numbers and dates, and what is never widened.

mod common;

use std::borrow::Cow;
use std::collections::BTreeSet;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::position;
use vitrine_corpus::model::Role;
use vitrine_corpus::text::part;
use vitrine_search::{
    How, Note, NoteKind, PartKind, Request, Results, as_written, marks, search_with,
};

use common::{appendix, corpus};

fn ask(query: &str) -> Results {
    let request = Request { query: query.to_owned(), ..Request::default() };
    search_with(corpus(), Some(&appendix().thesaurus), &request)
}

fn found(query: &str) -> BTreeSet<usize> {
    ask(query).hits.iter().map(|hit| hit.passage).collect()
}

/// Whether every hit shows a reader why it is there.
fn explains_itself(query: &str) {
    let results = ask(query);
    assert!(!results.hits.is_empty(), "{query}");
    for hit in &results.hits {
        let marks = marks(corpus(), &results.reading, hit.passage);
        assert!(!marks.is_empty(), "{query}: {}", corpus().text(hit.passage));
    }
}

#[test]
fn a_person_is_found_by_every_form_of_the_name() {
    for names in [
        &["川普", "特朗普", "特朗普", "Trump", "Donald Trump"][..],
        &["普丁", "普京", "Putin"],
        &["Kim Jong Un", "Kim Jong-un", "金正恩"],
        &["Vladivostok", "海參崴", "符拉迪沃斯托克"],
    ] {
        let first = found(names[0]);
        assert!(!first.is_empty(), "{}", names[0]);
        for name in names {
            assert_eq!(found(name), first, "{name}");
            explains_itself(name);
        }
    }
}

/// No passage has the family name by itself in Latin letters.
#[test]
fn a_name_is_found_while_it_is_written() {
    let whole = found("Kim Jong Un");
    // The family name alone is one of the names, as the scheme knows the person by it.
    for (begun, how) in [("Kim", How::Name), ("Kim Jo", How::Near), ("Kim Jong", How::Near)] {
        assert!(whole.is_subset(&found(begun)), "{begun}");
        explains_itself(begun);
        let also = &ask(begun).reading.parts[0].also;
        assert!(also.iter().all(|also| also.how == how), "{begun}: {also:?}");
    }
    // Of what passages say, the words are meant.
    let parts = ask("North Korean nuclear").reading.parts;
    assert!(parts.iter().any(|part| part.text == "nuclear"), "{parts:?}");
}

#[test]
fn what_the_reader_asks_for_to_the_letter_is_not_widened() {
    assert!(!found("川普").is_empty());
    for query in ["\"川普\"", "+川普", "\"Vladivostok\""] {
        assert!(found(query).is_empty(), "{query}");
        assert!(ask(query).reading.parts.iter().all(|part| part.also.is_empty()), "{query}");
    }
}

#[test]
fn numbers_and_dates_are_found_however_they_are_written() {
    for forms in [
        &["$34.4 million", "3440萬美元", "34,400,000", "34400000"][..],
        &["50枚核弹头", "fifty nuclear warheads", "五十枚核彈頭"],
        &["US$34.4 million", "USD 34.4 million", "3440萬美元"],
        &["10,000", "1万"],
        &["June 2024", "2024-06", "2024年6月", "２０２４年６月"],
        &["第四條", "第4條", "article 4"],
        &["4.1%", "4.1 percent", "百分之四点一", "百分之4.1"],
        &["54%", "百分之五十四", "百分之54"],
        &["3440万", "3440万美元", "34.4 million"],
        &[
            "19 June 2024",
            "June 19, 2024",
            "2024-06-19",
            "2024年6月19日",
            "19.6.2024",
            "二〇二四年六月十九日",
        ],
        &["9月13日", "九月十三日", "13 September", "September the 13th"],
        &["October 9", "10月9日", "十月九日", "9th of October"],
        &["mid-December 2024", "mid December 2024", "2024年12月中旬", "12月16日"],
        &["November", "11月", "十一月"],
        &["1910-1945", "1910年至1945年", "1910至1945"],
        &["300米", "300 metres", "300 meters"],
    ] {
        let first = found(forms[0]);
        assert!(!first.is_empty(), "{}", forms[0]);
        for form in forms {
            assert!(!first.is_disjoint(&found(form)), "{form}");
            explains_itself(form);
        }
    }
    // 一九九0年, as one text writes it.
    assert!(found("1990年").len() >= 2);
    assert_eq!(found("1990年"), found("1990"));
}

#[test]
fn a_latin_word_in_a_run_is_not_cut() {
    // UN, EU and US begin them.
    for run in ["unrest制裁", "eurozone制裁", "制裁usability"] {
        assert!(found(run).is_empty(), "{run}");
    }
    assert_eq!(found("UN制裁"), found("UN 制裁"));
    assert!(!found("對AUKUS的").is_empty());
}

#[test]
fn a_quotation_mark_ends_a_keyword() {
    assert_eq!(found("sanctions OR\"zzzz qqqq\""), found("sanctions"));
    assert_eq!(found("sanctions NOT“labor”"), found("sanctions -\"labor\""));
    assert_eq!(found("sanctions AND「labor」"), found("sanctions \"labor\""));
}

#[test]
fn a_slip_in_a_name_of_several_words_finds_the_name() {
    let whole = found("North Korea");
    for slip in ["North Koera", "Norht Korea", "north koraea"] {
        let results = ask(slip);
        let found: BTreeSet<usize> = results.hits.iter().map(|hit| hit.passage).collect();
        assert_eq!(found, whole, "{slip}");
        assert!(results.reading.is_near_miss(), "{slip}: it is said");
        let said = results.reading.notes[0].kind.to_string();
        assert!(
            said.ends_with(" Korea") || said.ends_with(" North"),
            "as the texts write it: {said}"
        );
    }
    // Of words that are no name together each is meant.
    assert!(found("Putin zeppeiln").len() < found("Putin").len());
}

#[test]
fn a_slip_in_a_word_that_only_its_translation_has_finds_that() {
    for (slip, whole) in [("shortge", "shortage"), ("railwy", "railway"), ("Shortagge", "shortage")]
    {
        assert!(!found(whole).is_empty(), "{whole}: the texts have it in Chinese");
        let results = ask(slip);
        assert!(results.reading.is_near_miss(), "{slip}: it is said");
        let said = results.reading.notes[0].kind.to_string();
        assert!(said.ends_with(&format!(": {whole}")), "{slip}: {said}");
        let found: BTreeSet<usize> = results.hits.iter().map(|hit| hit.passage).collect();
        assert!(!found.is_empty(), "{slip}");
    }
    // With its neighbour it is what the dictionary has for both.
    let whole = found("strategic autonomy");
    assert!(found("stratgic autonomy").is_superset(&whole));
    // Another first letter makes another word of it, and so do few letters.
    assert!(found("xhortage").is_empty());
    assert!(found("zzzage").is_empty());
}

#[test]
fn a_short_run_that_is_cut_to_characters_is_told_to_be_near() {
    for run in ["白俄羅斯", "人民币"] {
        let results = ask(run);
        assert!(results.hits.is_empty() || results.reading.is_near_miss(), "{run}");
    }
    for run in ["俄朝", "制裁", "朝俄贸易"] {
        assert!(!ask(run).reading.is_near_miss(), "{run}");
    }
}

#[test]
fn a_query_of_signs_alone_asks_for_these() {
    assert!(found("!!!").is_empty());
    assert!(found("😀").is_empty());
    let with_percent = found("%");
    assert!(!with_percent.is_empty() && with_percent.len() < corpus().passages.len());
    assert_eq!(found("％"), with_percent, "they are folded, too");
    assert_eq!(found("\"%\""), with_percent);
    let parts = ask(" % ").reading.parts;
    assert_eq!((parts.len(), parts[0].span.clone(), &*parts[0].text), (1, 1..2, "%"));
    // Beside words they say nothing, and what may become a phrase or a group is none yet.
    assert_eq!(found("sanctions !!!"), found("sanctions"));
    for begun in ["\"", "(", "-", "+", "\"\"", "()"] {
        assert_eq!(found(begun), found(""), "{begun}");
    }
}

/// The page has a small stack, and what goes beyond it stops the page.
#[test]
fn no_run_is_read_as_deep_as_it_is_long() {
    /// Bytes: four times the page's, as a debug build takes more.
    const STACK: usize = 256 * 1024;
    let ask_all = || {
        for part in ["三ぁ", "三个", "五十枚", "九十", "核", "百ぁ", "a-", "-", "三's"]
        {
            ask(&part.repeat(4000 / part.len()));
        }
    };
    // What is read once is not read there.
    ask("五十枚核彈頭");
    let asking = std::thread::Builder::new().stack_size(STACK).spawn(ask_all).unwrap();
    assert!(asking.join().is_ok());
}

#[test]
fn a_word_is_found_however_it_is_put_together() {
    for forms in [
        &["B-1B", "B1B", "b1b"][..],
        &["米格-29", "米格29"],
        &["North Korea", "North Korea's", "North-Korean"],
        &["Putin", "Putin's", "Putin’s"],
        &["oil gas", "oil/gas", "oil,gas"],
    ] {
        let first = found(forms[0]);
        assert!(!first.is_empty(), "{}", forms[0]);
        for form in forms {
            assert!(!first.is_disjoint(&found(form)), "{form}");
            explains_itself(form);
        }
    }
    // Numbers that are joined stay as they are.
    assert!(found("12345-678").is_empty());
}

#[test]
fn what_is_begun_is_found_and_told() {
    for (begun, whole) in [
        ("Trum", "Trump"),
        ("Puti", "Putin"),
        ("sanc", "sanctions"),
        ("ammu", "ammunition"),
        ("North Kor", "North Korea"),
        ("visit to North K", "visit to North Korea"),
        ("North Korean sol", "North Korean soldiers"),
        ("theme:lab", "theme:labor"),
    ] {
        let (results, whole) = (ask(begun), found(whole));
        assert!(results.hits.iter().any(|hit| whole.contains(&hit.passage)), "{begun}");
        let is_told = |note: &Note| {
            matches!(note.kind, NoteKind::ReadAsPrefix(_) | NoteKind::NearestValue { .. })
        };
        assert!(results.reading.notes.iter().any(is_told), "{begun}: {:?}", results.reading.notes);
    }
    // What is a word by itself is whole where it stands alone, and so is what something follows.
    assert!(found("lab").is_empty());
    assert!(!found("North K ").is_superset(&found("North Korea")));
}

#[test]
fn what_is_left_out_with_a_word_is_told() {
    for query in ["Russia -sanctions", "Russia NOT sanctions", "Russia −NOT -sanctions"] {
        let parts = ask(query).reading.parts;
        let part = parts.last().unwrap();
        assert_eq!(&query[part.words()], "sanctions", "{query}");
        assert!(part.also.iter().any(|also| also.folded == "制裁"), "{query}");
    }
    let parts = ask("Russia -(sanctions OR labor)").reading.parts;
    assert!(parts.last().unwrap().also.is_empty());
    let [all, literal] = ["Russia -sanctions", "Russia -+sanctions"].map(found);
    assert!(all.is_subset(&literal) && all.len() < literal.len());
}

#[test]
fn not_takes_away_as_a_minus_does() {
    let without = found("sanctions -military");
    assert!(!without.is_empty());
    for query in ["sanctions NOT military", "sanctions AND NOT military", "NOT military sanctions"]
    {
        assert_eq!(found(query), without, "{query}");
    }
    let parts = ask("sanctions NOT military").reading.parts;
    assert_eq!(parts.last().map(|part| part.kind), Some(PartKind::Exclusion));
    for query in ["NOT", "sanctions NOT", "sanctions NOT OR labor"] {
        let notes = ask(query).reading.notes;
        assert!(notes.iter().any(|note| matches!(note.kind, NoteKind::Dangling(_))), "{query}");
    }
}

#[test]
fn a_word_that_no_passage_has_takes_nothing_away() {
    let all = found("");
    for word in ["sanctoins", "Koera", "North Koera", "zzzz", "白俄罗"] {
        assert!(word == "zzzz" || found(word).len() < all.len(), "{word} is near something");
        let word = word.split(' ').next_back().unwrap();
        assert_eq!(found(&format!("-{word}")), all, "{word}");
        let (positive, without) = ("North", format!("North NOT ({word} OR {word})"));
        assert_eq!(found(&without), found(positive), "{word}");
    }
    // Other forms, names and translations of a word are the same word.
    for (word, other) in [("labour", "labor"), ("普丁", "Putin"), ("sanction", "sanctions")] {
        assert_eq!(found(&format!("-{word}")), found(&format!("-{other}")), "{word}");
        assert!(found(&format!("-{word}")).len() < all.len(), "{word}");
    }
    for word in ["sanctoins", "zzzz"] {
        let notes = ask(&format!("North -{word}")).reading.notes;
        let is_said = |note: &Note| note.kind == NoteKind::Nowhere(vec![word.to_owned()]);
        assert!(notes.iter().any(is_said), "{notes:?}");
    }
}

#[test]
fn with_a_word_and_without_it_is_all() {
    let all = found("Russia");
    for word in ["Korea", "Kim", "China", "labor", "Japan", "Putin", "troops", "制裁", "普丁"] {
        let (with, without) = (found(&format!("Russia {word}")), found(&format!("Russia -{word}")));
        assert!(with.is_disjoint(&without), "{word}");
        assert_eq!(with.union(&without).copied().collect::<BTreeSet<_>>(), all, "{word}");
    }
}

#[test]
fn a_mark_behind_a_name_is_no_part_of_it() {
    for (query, name) in [("Who helped North Korea?", "North Korea"), ("Putin, Kim!", "Kim")] {
        let asked = ask(query);
        let part = asked.reading.parts.last().expect("a part");
        assert_eq!(part.text, name, "{query}");
        assert_eq!(&query[part.span.clone()], name, "{query}");
        let also = |reading: &str| ask(reading).reading.parts[0].also.len();
        assert!(part.also.len() >= also(name), "{query}: {:?}", part.also);
    }
    assert_eq!(found("Putin, Kim!"), found("Putin Kim"));
    assert_eq!(found("朝鮮？"), found("朝鮮"));
}

#[test]
fn two_names_are_both_asked_for() {
    for (one, other) in [("Putin", "Kim"), ("Kim", "Putin"), ("Trump", "Kim"), ("普京", "Kim")] {
        let both = found(&format!("{one} {other}"));
        assert_eq!(both, found(&format!("({one}) ({other})")), "{one} {other}");
        assert!(both.len() < found(other).len(), "{one} {other}");
    }
    assert_eq!(found("Kim"), found("金正恩"));
}

#[test]
fn a_field_takes_a_value_by_any_of_its_names() {
    for (query, other) in [
        ("theme:labor", "theme:labour"),
        ("theme:labor", "主题:劳务与人口"),
        ("theme:labor", "主題：labor"),
        ("theme:labor", "thme:labor"),
        ("date:2024-06", "日期:2024年6月"),
        ("actor:KP", "actor:DPRK"),
        ("figure:>1000000USD", "figure:>1millionUSD"),
        ("figure:barrels", "figure:barrel"),
        ("lang:zh", "lang:中文"),
        ("lang:zh-Hant", "語言:繁体中文"),
        ("lang:en", "lang:English"),
        ("doc:003", "doc:\"前蘇聯與俄羅斯對朝鮮半島的政策\""),
    ] {
        assert!(!found(query).is_empty(), "{query}");
        assert_eq!(found(query), found(other), "{other}");
        if !other.starts_with("thme") {
            assert_eq!(ask(other).reading.notes, [], "{other}");
        }
    }
}

#[test]
fn the_date_that_was_asked_for_comes_before_those_it_lies_in() {
    let results = ask("date:2024-06");
    let corpus = corpus();
    let asked: Edtf = "2024-06".parse().unwrap();
    let is_within = |passage: usize| {
        corpus.passages[passage]
            .dates()
            .iter()
            .any(|date| date.first_day >= asked.first_day() && date.last_day <= asked.last_day())
    };
    let within: Vec<bool> = results.hits.iter().map(|hit| is_within(hit.passage)).collect();
    // Only furniture and bylines, which weigh less, may stand behind.
    let text = |passage: usize| {
        let role = corpus.passages[passage].role.get();
        matches!(role, Role::Content | Role::Heading | Role::Caption)
    };
    let last = results.hits.iter().rposition(|hit| text(hit.passage) && is_within(hit.passage));
    let first = within.iter().position(|within| !within);
    assert!(first.is_some() && last < first, "{within:?}");
}

#[test]
fn a_value_that_folds_to_nothing_is_none() {
    for field in ["theme", "actor", "doc", "lang", "year", "role", "date", "figure"] {
        let notes = ask(&format!("{field}:\u{fe00}")).reading.notes;
        let is_said = |note: &NoteKind| matches!(note, NoteKind::UnknownValue { .. });
        assert!(notes.iter().any(|note| is_said(&note.kind)), "{field}: {notes:?}");
    }
}

#[test]
fn a_value_that_nobody_has_is_read_as_words() {
    for field in ["theme", "level", "actor", "person"] {
        for value in ["Stalin", "“Joseph Nobody”", "zzzz", "doc:a\""] {
            let query = format!("{field}:{value}");
            let results = ask(&query);
            let is_said = |note: &Note| matches!(note.kind, NoteKind::ValueAsWords { .. });
            assert!(results.reading.notes.iter().any(is_said), "{query}");
            let parts: Vec<&str> = results.reading.parts.iter().map(|part| &*part.text).collect();
            assert_eq!(parts, [&*query], "it is taken away as one");
        }
    }
    let hits = |query: &str| ask(query).hits.iter().map(|hit| hit.passage).collect::<Vec<_>>();
    for value in ["Stalin", "“Joseph Nobody”", "zzzz", "shortage"] {
        assert_eq!(hits(&format!("person:{value}")), hits(value), "{value}");
    }
    assert_eq!(hits("Putin -person:shortage"), hits("Putin -shortage"));
    assert!(hits("actor:IN").is_empty(), "a code is no word");
    assert!(ask("actor:IN").reading.notes.is_empty(), "it was not read as one");
}

#[test]
fn what_could_be_there_and_is_not_finds_nothing() {
    for query in ["lang:fr", "lang:pt-BR", "year:2087", "year:1600"] {
        assert_eq!(ask(query).hits.len(), 0, "{query}");
    }
    assert!(!ask("-lang:fr sanctions").hits.is_empty());
}

#[test]
fn what_is_no_field_is_said() {
    let said = |query: &str| {
        let notes = ask(query).reading.notes;
        notes.iter().find_map(|note| match &note.kind {
            NoteKind::UnknownField { field, taken } => Some((field.clone(), taken.clone())),
            _ => None,
        })
    };
    let field =
        |field: &str, taken: Option<&str>| Some((field.to_owned(), taken.map(str::to_owned)));
    assert_eq!(said("thme:labor"), field("thme", Some("theme")));
    assert_eq!(said("colour:red"), field("colour", None));
    for words in
        ["https://a.invalid", "他说:制裁", "theme:labor", "12:30", "note: sanctions", "a:b"]
    {
        assert_eq!(said(words), None, "{words}");
    }
}

#[test]
fn english_reaches_chinese_and_chinese_english() {
    for (query, words) in [
        ("10,000 containers", "集装箱"),
        ("labour shortage", "短缺"),
        ("rouble settlement", "盧布"),
        ("戰略自主", "strategic autonomy"),
        ("goats", "山羊"),
    ] {
        let wanted = found(&format!("\"{words}\""));
        assert!(!wanted.is_empty() && !found(query).is_disjoint(&wanted), "{query}");
        explains_itself(query);
    }
}

#[test]
fn the_words_of_a_name_stand_apart_where_they_are_ordinary_words() {
    for (name, apart) in
        [("labour shortage", "shortage labour"), ("ballistic missile", "missile ballistic")]
    {
        assert!(found(apart).is_subset(&found(name)), "{name}");
    }
    let also = &ask("labour shortage").reading.parts[0].also;
    assert_eq!(as_written(corpus(), &also[0].folded).unwrap(), "勞動力短缺");
    // The north of some Korea is no state.
    assert!(!found("Korea North").is_subset(&found("North Korea")));
}

#[test]
fn what_stands_for_a_word_is_said_with_why() {
    let reading = ask("普丁 the treaty").reading;
    let kinds: Vec<PartKind> = reading.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [PartKind::Word, PartKind::StopWord, PartKind::Word]);
    let names = &reading.parts[0].also;
    assert!(names.iter().all(|also| also.how == How::Name));
    let written: Vec<String> =
        names.iter().filter_map(|also| as_written(corpus(), &also.folded)).collect();
    assert!(
        written.iter().any(|name| name == "普京") && written.iter().any(|name| name == "Putin")
    );
    assert!(reading.parts[2].also.iter().any(|also| also.how == How::Partly));
    let currency = ask("currency").reading;
    assert!(currency.parts[0].also.iter().any(|also| also.how == How::Translation));
    assert_eq!(as_written(corpus(), "no passage has this"), None);
}

#[test]
fn a_word_finds_its_family_what_it_is_short_for_and_what_the_texts_translate_it_by() {
    for (query, words) in [
        ("reconciliation", "和解"),
        ("reconciliation", "Reconciling"),
        ("deterrence", "威慑"),
        ("官媒口氣放軟,想重新對話", "官方媒体"),
        ("aggression", "侵略"),
    ] {
        assert!(texts(query, 20).iter().any(|text| text.contains(words)), "{query}: {words}");
    }
}

#[test]
fn what_only_begins_alike_is_not_of_one_family() {
    // State and station, plane and plant.
    for word in ["state", "plane"] {
        let parts = ask(word).reading.parts;
        let near = parts[0].also.iter().find(|also| also.how == How::Near);
        assert!(near.is_none_or(|also| also.folded.contains(word)), "{word}: {near:?}");
    }
}

#[test]
fn every_word_that_is_marked_is_said_to_stand_for_one_of_the_query() {
    for query in [
        "制裁一旦解除为何很难再恢复",
        "與俄羅斯和解會惹惱哪些國家",
        "北韓的核武器能不能拿來談判",
        "who would be annoyed by reconciliation with Russia",
        "how does economic growth change what Moscow shares",
        "why is a shortage of labour good for Pyongyang",
    ] {
        let results = ask(query);
        assert!(!results.hits.is_empty(), "{query}");
        let asked = corpus().fold.fold(query).text;
        let also = results.reading.parts.iter().flat_map(|part| &part.also);
        let also: Vec<&str> = also.map(|also| &*also.folded).collect();
        for hit in &results.hits {
            let text = corpus().text(hit.passage);
            for mark in marks(corpus(), &results.reading, hit.passage) {
                let mark = corpus().fold.fold(&text[mark]).text;
                // What touches is marked as one: the reader's own characters, and what stands for them.
                let is_also = |at: usize| {
                    let mut places = also.iter().flat_map(|word| mark.match_indices(word));
                    places.any(|(from, word)| (from..from + word.len()).contains(&at))
                };
                let told = |(at, c): (usize, char)| asked.contains(c) || is_also(at);
                let is_told = match mark.is_ascii() {
                    true => asked.contains(&mark) || is_also(0),
                    false => mark.char_indices().all(told),
                };
                assert!(is_told, "{query}: “{mark}”");
            }
        }
    }
}

#[test]
fn a_question_finds_its_passage_and_says_that_it_is_near() {
    let results = ask("制裁一旦解除为何很难再恢复");
    let first = corpus().text(results.hits[0].passage);
    assert!(first.contains("恢复") && first.contains("解除"), "{first}");
    let near = ask("與俄羅斯和解會惹惱哪些國家");
    assert!(near.reading.notes.iter().any(|note| note.kind == NoteKind::Relaxed));
    assert!(corpus().text(near.hits[0].passage).contains("和解"));
}

#[test]
fn a_word_that_no_passage_has_is_named() {
    let nowhere = |query: &str| -> Vec<String> {
        let notes = ask(query).reading.notes.into_iter();
        let words = notes.filter_map(|note| match note.kind {
            NoteKind::Nowhere(words) => Some(words),
            _ => None,
        });
        words.flatten().collect()
    };
    assert_eq!(nowhere("俄羅斯向朝鮮提供了多少小麥"), ["小麥"]);
    assert_eq!(nowhere("俄罗斯向朝鲜提供了多少小麦"), ["小麦"], "as the reader wrote it");
    assert_eq!(nowhere("how many bicycles did Russia ship to North Korea"), ["bicycles"]);
    assert!(nowhere("與俄羅斯和解會惹惱哪些國家").is_empty());
}

#[test]
fn a_question_shows_first_what_has_all_of_it() {
    let passages =
        |query: &str| -> Vec<usize> { ask(query).hits.iter().map(|hit| hit.passage).collect() };
    let all: BTreeSet<usize> = passages("workers Russia short").into_iter().collect();
    let question = passages("how many workers is Russia short of");
    assert!(!all.is_empty() && question.len() > all.len());
    assert_eq!(question[..all.len()].iter().copied().collect::<BTreeSet<_>>(), all);
    let notes = ask("how many workers is Russia short of").reading.notes;
    assert!(notes.iter().any(|note| note.kind == NoteKind::Widened));
}

#[test]
fn what_shares_only_frequent_words_with_a_question_is_no_answer_to_it() {
    let about = found("俄羅斯 朝鮮").len();
    let asked = found("what animals did Russia ship to North Korea").len();
    assert!((1..about).contains(&asked), "{asked} of {about}");
}

/// The texts of the first hits.
fn texts(query: &str, most: usize) -> Vec<Cow<'static, str>> {
    let hits = ask(query).hits.into_iter().take(most);
    hits.map(|hit| corpus().text(hit.passage)).collect()
}

/// The words that are marked in the first hits.
fn marked(query: &str, most: usize) -> BTreeSet<Cow<'static, str>> {
    let results = ask(query);
    let marks_of = |n: usize| {
        let text = corpus().text(n);
        marks(corpus(), &results.reading, n).into_iter().map(move |mark| part(&text, mark))
    };
    results.hits.iter().take(most).flat_map(|hit| marks_of(hit.passage)).collect()
}

#[test]
fn a_question_for_a_number_or_a_date_finds_what_has_one() {
    let mut is_before = false;
    for (query, words, answer) in [
        ("how many workers is Russia short of", "workers that Russia is short of", "250萬人"),
        ("how long is the new road bridge", "new road bridge", "850米"),
        (
            "when did passenger trains to North Korea run",
            "passenger trains to North Korea",
            "12月16日",
        ),
        ("how many rounds does Russia fire", "rounds that Russia fires", "1万枚"),
    ] {
        assert!(texts(query, 2).iter().any(|text| text.contains(answer)), "{query}");
        let place = |query: &str| {
            let hits = ask(query).hits;
            hits.iter().position(|hit| corpus().text(hit.passage).contains(answer))
        };
        // Asked for as mere words, a figure says nothing for a passage.
        let [asked, mere] = [query, words].map(|query| place(query).unwrap_or(usize::MAX));
        assert!(asked <= mere, "{query}");
        is_before |= asked < mere;
    }
    assert!(is_before);
}

#[test]
fn the_words_that_ask_are_not_looked_for() {
    for query in ["how long is the bridge", "多長的橋", "橋有多長"] {
        let marked = marked(query, 10);
        assert!(!marked.is_empty(), "{query}");
        assert!(["long", "長", "长"].into_iter().all(|word| !marked.contains(word)), "{query}");
    }
}

#[test]
fn a_label_speaks_for_a_passage_that_has_not_the_word() {
    // No passage says "embargo"; the scheme says that it speaks for sanctions.
    assert!(found("\"embargo\"").is_empty());
    let (theme, scheme) = corpus().scheme("theme").unwrap();
    let is_labelled = |n: usize| {
        corpus().labels_of(n).any(|label| {
            label.scheme == theme && scheme.concepts[label.concept].id.starts_with("sanctions")
        })
    };
    let labelled = |query: &str| {
        ask(query).hits.iter().take(10).filter(|hit| is_labelled(hit.passage)).count()
    };
    let with = labelled("what did the embargo do to the Russian economy");
    let without = labelled("what did the zeppelin do to the Russian economy");
    assert!(with > without, "{with} and {without}");
}

#[test]
fn a_word_is_found_by_what_it_is_derived_from_and_by_its_rare_characters() {
    // 增長 is "to grow" in the dictionary.
    assert!(marked("how fast is the growth of trade", 10).contains("增長"));
    // No passage has 屈辱; one has 恥辱.
    assert!(found("\"屈辱\"").is_empty() && marked("屈辱的失败", 1).contains("辱"));
}

#[test]
fn the_readers_own_words_come_before_what_stands_for_them() {
    assert!(texts("經濟自主權", 1)[0].contains("经济自主权"));
}

#[test]
fn a_passage_and_its_translation_are_found_together() {
    let results = ask("屈辱的失败");
    let best = results.hits[0].passage;
    let twin = corpus().passages[best].parallel().unwrap();
    assert_eq!(results.hits[1].passage, twin);
    assert!(!marks(corpus(), &results.reading, twin).is_empty());
}

#[test]
fn what_is_not_there_is_not_found() {
    for query in [
        "Kim Jong-nam assassination",
        "theme:nuclear doc:003",
        "\"Singapore summit\"",
        "Karabakh treaty",
        "金与正",
        "Rohingya workers",
    ] {
        let results = ask(query);
        assert!(results.hits.is_empty(), "{query}");
        assert!(results.reading.notes.iter().all(|note| note.kind != NoteKind::Relaxed));
    }
}

#[test]
fn a_contraction_says_nothing_by_itself() {
    for query in ["why hasn't Beijing sent weapons", "why hasn’t Beijing sent weapons"] {
        let parts = ask(query).reading.parts;
        let part = parts.iter().find(|part| part.text.starts_with("hasn")).unwrap();
        assert_eq!((part.kind, &part.also[..]), (PartKind::StopWord, &[][..]), "{query}");
    }
}

/// A scheme lists more states and persons than one corpus mentions.
#[test]
fn who_is_known_but_never_mentioned_is_not_taken_for_another() {
    for (field, scheme) in [("actor", "actors"), ("person", "people")] {
        let facet = &corpus().facets[position(field).unwrap()];
        let scheme = format!("{}/../../seeds/schemes/{scheme}.toml", env!("CARGO_MANIFEST_DIR"));
        let scheme = std::fs::read_to_string(scheme).unwrap();
        let ids = scheme.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
        let (mentioned, others): (Vec<&str>, Vec<&str>) = ids
            .filter(|id| *id != field)
            .partition(|id| facet.values.iter().any(|value| value.id == *id));
        assert!(others.len() > 10 && mentioned.len() > 10, "{field}");
        for id in mentioned {
            assert!(!facet.has_forgotten(&corpus().fold.fold(id).text), "{field}:{id}");
        }
        for id in others {
            let results = ask(&format!("{field}:\"{id}\""));
            assert!(results.hits.is_empty(), "{field}:{id}");
            assert_eq!(results.reading.notes, [], "{field}:{id}");
        }
    }
    for query in ["Xi Jinping", "when did Xi Jinping visit Pyongyang"] {
        assert!(ask(query).hits.is_empty(), "{query}");
    }
    assert!(!ask("when did Kim Jong Un visit Russia").hits.is_empty());
}

#[test]
fn a_given_name_may_be_spelt_otherwise() {
    let own = found("Sergey Lavrov");
    assert!(own.len() > 1);
    assert_eq!(found("Sergei Lavrov"), own);
}

#[test]
fn a_word_that_is_known_is_no_slip() {
    let near = |query: &str| ask(query).reading.is_near_miss();
    assert!(!near("hire") && !near("how did Moscow hire workers again"));
    assert!(near("Rusian") && near("sanctoins") && near("korean peninsular"));
}

#[test]
fn whatever_the_lexicon_has_for_several_words_is_looked_up() {
    let lexicon = &corpus().lexicon;
    let mut asked = 0;
    for (n, term) in lexicon.terms.iter().enumerate() {
        let is_plain = term.chars().all(|c| c.is_alphanumeric() || c == ' ');
        let has_others =
            lexicon.names.list(n).next().is_some() || lexicon.translations.list(n).next().is_some();
        if !is_plain || !has_others || !(2..=5).contains(&term.split(' ').count()) {
            continue;
        }
        let parts = ask(term).reading.parts;
        assert_eq!(parts.len(), 1, "{term}: {parts:?}");
        assert!(!parts[0].also.is_empty(), "{term}: {parts:?}");
        asked += 1;
    }
    assert!(asked > 100, "{asked}");
    // Dates and numbers are in no list.
    for row in ["19 June 2024", "June 2024", "34.4 million", "2024年 6月"] {
        assert_eq!(ask(row).reading.parts.len(), 1, "{row}");
    }
}

/// Money has a word of its own; 值得, to be worth the money, is another.
#[test]
fn a_word_does_not_stand_for_what_only_shares_a_sense_with_it() {
    let also = |query: &str| -> BTreeSet<String> {
        let parts = ask(query).reading.parts;
        parts.into_iter().flat_map(|part| part.also).map(|also| also.folded).collect()
    };
    let is_for = |query: &str, word: &str| also(query).contains(&*corpus().fold.fold(word).text);
    assert!(is_for("money", "貨幣") && !is_for("money", "值得"));
    assert!(is_for("goods", "貨物") && !is_for("goods", "良好"));
    let question = "How many North Korean workers are in Russia?";
    assert!(is_for(question, "勞工") && !is_for(question, "合作"));
    // A single character may be short for it, and is of another name here: 奧巴馬, AUKUS.
    for query in ["Austria", "Olympics", "华为"] {
        assert!(found(query).is_empty(), "{query}");
    }
}

#[test]
fn who_goes_where_is_said_in_two_characters() {
    let says = |query: &str, words: &str| {
        let hits = found(query);
        hits.iter().any(|&n| corpus().text(n).contains(words))
    };
    assert!(says("visit to Russia", "訪俄") && says("Kim visits Russia", "訪俄"));
    assert!(says("Kim Jong Un goes to Russia", "訪俄"));
    assert!(says("访问 金正恩", "訪俄"));
    explains_itself("visit to Russia");
}

#[test]
fn what_a_concept_is_called_finds_what_is_about_it() {
    let themes = position("theme").expect("a facet");
    let values = corpus().facets[themes].values.iter();
    let called = values.filter(|value| value.label.text("en").contains(' '));
    let mut asked = 0;
    for value in called {
        let label = value.label.text("en");
        let n = corpus().facets[themes].values.iter().position(|other| other.id == value.id);
        let about: BTreeSet<usize> =
            corpus().facets[themes].of_value(n.expect("a value")).collect();
        // What most passages are about, its name does not tell.
        if about.len() * 4 > corpus().passages.len() {
            continue;
        }
        let found = found(label);
        assert!(about.is_subset(&found), "{label}");
        asked += usize::from(!about.is_empty());
    }
    assert!(asked > 2);
}

#[test]
fn nothing_is_shown_is_not_said_to_be() {
    for query in ["K-pop", "海龟蛋"] {
        let results = ask(query);
        assert!(results.hits.is_empty(), "{query}");
        let shows = |note: &Note| {
            matches!(note.kind, NoteKind::ReadAsPrefix(_) | NoteKind::NearMiss { .. })
        };
        assert!(!results.reading.notes.iter().any(shows), "{query}: {:?}", results.reading.notes);
    }
    assert!(!found("14th round of sanctions").is_empty());
}
