//! A corpus of documents of all kinds: for each type two, in English and in Chinese, with all that its type is cited
//! by. Every other one has an address of its own, some have an identifier.

use std::fmt::Write;
use std::path::Path;

use vitrine_corpus::publication::Kind;

/// Writes the corpus into a folder.
pub fn write(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let mut corpus = "id = \"published\"\ntitle = \"Published\"\n".to_owned();
    for (n, kind) in Kind::ALL.iter().enumerate() {
        for language in ["en", "zh-Hans"] {
            let id = format!("{}-{language}", kind.as_str().replace('_', "-"));
            let text = if language == "en" {
                "Grain was shipped from three ports in May 2015 to buyers abroad, who paid for it."
            } else {
                "2015年5月,粮食从三个港口运往国外的买家,货款已经付清,没有别的条件。"
            };
            std::fs::write(folder.join(format!("{id}.txt")), format!("{text}\n")).unwrap();
            corpus += &entry(&id, n, *kind, language);
        }
    }
    std::fs::write(folder.join("corpus.toml"), corpus).unwrap();
}

fn entry(id: &str, n: usize, kind: Kind, language: &str) -> String {
    let is_english = language == "en";
    let pick =
        |english: &str, chinese: &str| format!("{:?}", if is_english { english } else { chinese });
    let mut entry = format!("\n[[document]]\nfile = \"{id}.txt\"\nid = \"{id}\"\n");
    let mut put = |name: &str, value: &str| writeln!(entry, "{name} = {value}").unwrap();
    put("type", &format!("{:?}", kind.as_str()));
    put("original_language", &format!("{language:?}"));
    put("title", &format!("{{ {language} = {} }}", pick("On grain", "论粮食")));
    put("authors", &format!("[{}]", pick("Anna Weir", "李炳穆")));
    put("publisher", &pick("Mill Press", "中华书局"));
    put("date", "\"2015-06-02\"");
    match kind {
        Kind::ArticleJournal | Kind::ArticleMagazine => {
            put("container", &pick("Grain and Peace", "图书情报工作"));
            put("volume", "52");
            put("issue", "\"6\"");
            put("pages", "\"6-21\"");
        }
        Kind::ArticleNewspaper => put("pages", "15"),
        Kind::Chapter | Kind::PaperConference => {
            put("container", &pick("Papers on Grain", "粮食文集"));
            put("editors", &format!("[{}]", pick("Bo Roe", "王五")));
            put("place", &pick("Leeds", "北京"));
            put("pages", "\"45-52\"");
        }
        Kind::Book | Kind::Thesis => put("place", &pick("Leeds", "北京")),
        Kind::Report => {
            put("number", "\"R47590\"");
            put("place", &pick("Leeds", "北京"));
        }
        _ => {}
    }
    if n.is_multiple_of(2) {
        put("url", &format!("\"https://own.invalid/{id}\""));
        put("accessed", "\"2016-07-08\"");
    }
    if n.is_multiple_of(3) {
        put("doi", &format!("\"https://doi.org/10.1000/{id}_1\""));
    }
    entry
}
