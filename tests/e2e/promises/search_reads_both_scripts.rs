//! Typing finds, in either script, and never while an input method is still at work.

use serde_json::json;
use vitrine_e2e::Key;

use crate::page::{Page, SEARCH_FIELD, ids};

#[test]
fn traditional_and_simplified_find_the_same_passages() {
    for mount in ["/", "/corpora/dprk/"] {
        let page = Page::open_under(mount, "#q=朝鮮");
        let traditional = page.search("朝鮮", json!({}));
        page.until_total(traditional["total"].as_u64().expect("a total"));
        // The first ones are drawn before the others.
        page.let_time_pass();
        let shown = page.shown();
        assert!(!shown.is_empty(), "朝鮮 is found");

        page.go("#q=朝鲜");
        let simplified = page.search("朝鲜", json!({}));
        page.until_total(simplified["total"].as_u64().expect("a total"));
        page.until_true("the same are shown, in the same order", || page.shown() == shown);
        assert_eq!(ids(&simplified), ids(&traditional));
    }
}

#[test]
fn what_matched_is_marked() {
    let page = Page::open("#q=朝鮮");
    page.until_true("a result marks the words", || {
        page.texts("article[data-passage] mark").iter().any(|mark| mark == "朝鮮" || mark == "朝鲜")
    });
}

/// No passage has the words, and one is about just that.
#[test]
fn what_the_curator_calls_it_is_found_and_told() {
    let page = Page::open("#q=唇亡齒寒");
    page.until_true("the curator's words are told", || {
        page.texts("article[data-passage] .keyword").iter().any(|keyword| keyword == "唇亡齿寒")
    });
    assert!(page.notes().iter().any(|note| note.contains("as a keyword")), "{:?}", page.notes());
}

#[test]
fn results_follow_the_typing() {
    let page = Page::open("");
    page.type_query("sanctions");
    page.until_fragment("the query is in the link", |state| state.contains("q=sanctions"));
    page.until_total(page.expected_total("sanctions", json!({})));

    page.press(Key::Backspace);
    page.until_fragment("the link follows", |state| state.ends_with("q=sanction"));
    page.until_total(page.expected_total("sanction", json!({})));
}

#[test]
fn a_phrase_is_found_as_it_stands() {
    let page = Page::open("");
    let words =
        page.some_passage(r#"passage.lang === "en" && passage.text.split(" ").length > 12"#);
    let text = words["text"].as_str().expect("a text");
    let phrase = text
        .split(|c: char| !c.is_ascii_alphabetic() && c != ' ')
        .map(|run| run.split_whitespace().take(4).collect::<Vec<_>>())
        .find(|words| words.len() == 4)
        .expect("four plain words in a row")
        .join(" ");

    page.type_query(&format!("\"{phrase}\""));
    let answer = page.search(&format!("\"{phrase}\""), json!({}));
    page.until_total(answer["total"].as_u64().expect("a total"));
    let id = words["id"].as_str().expect("an id");
    assert!(ids(&answer).contains(id), "the passage with {phrase:?} is found");
}

#[test]
fn nothing_is_searched_while_composing() {
    let page = Page::open("");
    let everything = page.expected_total("", json!({}));
    page.until_total(everything);
    page.click(SEARCH_FIELD);

    // What a Pinyin input method does: letters under composition, then the chosen characters.
    for letters in ["z", "zh", "zhi", "zhi cai"] {
        page.browser.compose(letters).expect("composing");
    }
    assert_eq!(page.searching_for(), "zhi cai", "the composition is in the field");
    page.let_time_pass();
    assert!(!page.fragment().contains("q="), "the link names a half-typed word");
    assert_eq!(page.total(), Some(everything), "a half-typed word was searched");

    page.browser.commit("制裁").expect("committing");
    page.until_fragment("the chosen word is searched", |state| state.contains("q=制裁"));
    page.until_total(page.expected_total("制裁", json!({})));
}

#[test]
fn a_bad_query_says_what_is_wrong_and_still_answers() {
    let page = Page::open("");
    page.type_query("\"sanctions");
    page.until_fragment("the query is kept as typed", |state| state.contains("q=\"sanctions"));
    page.until_total(page.expected_total("\"sanctions", json!({})));
    assert!(!page.exists("[role=alert]"), "an error page");
}

#[test]
fn a_name_finds_its_other_forms_until_it_is_asked_for_to_the_letter() {
    // No passage writes the name so.
    let page = Page::open("#q=普丁");
    let chip = page.texts(".understood li");
    assert!(chip.iter().any(|chip| chip.contains("Putin") && chip.contains("普京")), "{chip:?}");
    assert!(page.total().is_some_and(|total| total > 0));
    page.click(".understood button");
    page.until_fragment("the query asks for the letters", |fragment| fragment == "q=+普丁");
    assert!(page.texts(".understood li").is_empty());
}

#[test]
fn all_that_stands_for_a_word_is_shown_on_demand_and_can_be_had_back() {
    let page = Page::open("#q=Russia");
    let chip = page.texts(".understood li").concat();
    page.click(".understood [title]");
    page.until_true("all is shown", || {
        let whole = page.texts(".understood li").concat();
        whole.len() > chip.len() && !whole.contains('…')
    });
    // To the letter nothing has it; the other ways to say it are offered again.
    page.go("#q=sanctions %2Blabor");
    page.until_total(0);
    page.click(".empty li:nth-child(2) button");
    page.until_fragment("the word is widened", |fragment| fragment == "q=sanctions labor");
    page.until_true("something is found", || page.total().is_some_and(|total| total > 0));
    // What time was meant is told, though no passage writes it so.
    page.go("#q=summer 2024");
    let chip = page.texts(".understood li").concat();
    assert!(chip.contains("2024-06/2024-08"), "{chip}");
}

#[test]
fn what_is_left_out_is_said_until_it_is_left_out_to_the_letter() {
    let page = Page::open("#q=Russia+-sanctions");
    let chip = page.texts(".understood .excluded");
    assert!(
        chip.len() == 1 && chip[0].contains("sanctions") && chip[0].contains("制裁"),
        "{chip:?}"
    );
    let before = page.total();
    page.click(".understood .excluded button");
    page.until_fragment("only the word is", |fragment| fragment == "q=Russia -+sanctions");
    page.until_true("more is found", || page.total() > before);
    assert!(!page.exists(".understood .excluded"));
}

#[test]
fn a_question_without_a_full_answer_says_so() {
    let page = Page::open("#q=what+animals+did+Russia+ship+to+North+Korea");
    page.until_true("passages are shown", || !page.shown().is_empty());
    assert!(page.notes().iter().any(|note| note.contains("most of them")), "{:?}", page.notes());
}

#[test]
fn a_word_that_no_passage_has_finds_what_is_related_to_it() {
    // Apples are bought, and nothing else is said of fruit. The thesaurus comes once the page stands: what was asked
    // before that is asked anew.
    let page = Page::open("#q=what+fruit+does+Russia+buy+from+North+Korea");
    let chips = || page.texts(".understood li");
    page.until_true("the query says so", || {
        chips().iter().any(|chip| chip.starts_with("fruit") && chip.contains("蘋果"))
    });
    page.until_true("a passage with it is marked", || {
        page.texts("main mark").iter().any(|mark| mark.contains("蘋果"))
    });
    let before = page.total();
    page.type_query("what fruit does Russia buy from Japan");
    page.until_true("it is used from then on", || {
        page.total() != before && chips().iter().any(|chip| chip.contains("蘋果"))
    });
}
