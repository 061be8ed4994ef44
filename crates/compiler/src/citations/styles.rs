//! What does a reader see? The citations of a document in the styles of GB/T 7714, Chicago, APA and MLA, as
//! `hayagriva` makes them of CSL styles.
//!
//! GB/T 7714 is for lists that mix languages: what it adds to an entry, 等 or et al., is in the language of
//! the document. The others are for lists in English, and speak English of documents in every language.
//!
//! There is no style for the edition of 2025 in hayagriva's archive; `data/gb-t-7714-2025.csl` is ours, and
//! the tests below name a rule and where it is shown for each part of it.

use std::sync::LazyLock;

use super::item::{DateParts, Item};
use super::names::Name;
use crate::folding::is_han;
use citationberg::json::Item as CslItem;
use citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Elem, ElemChild,
    ElemChildren, ElemMeta,
};
use vitrine_corpus::citation::{ITALIC, ROMAN};
use vitrine_corpus::publication::Kind;

static GB_T_7714: LazyLock<IndependentStyle> = LazyLock::new(|| {
    IndependentStyle::from_xml(include_str!("../../data/gb-t-7714-2025.csl"))
        .expect("the style is well formed")
});

static OTHERS: LazyLock<[IndependentStyle; 3]> = LazyLock::new(|| {
    [
        archived(ArchivedStyle::ChicagoNotes),
        archived(ArchivedStyle::AmericanPsychologicalAssociation),
        archived(ArchivedStyle::ModernLanguageAssociation),
    ]
});

/// The languages that the styles speak here. Each term is looked for in all locales that are given.
const LANGUAGES: [&str; 2] = [CHINESE, ENGLISH];
const CHINESE: &str = "zh-CN";
const ENGLISH: &str = "en-US";

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let is_spoken =
        |locale: &Locale| locale.lang.as_ref().is_some_and(|code| LANGUAGES.contains(&&*code.0));
    locales().into_iter().filter(is_spoken).collect()
});

fn archived(style: ArchivedStyle) -> IndependentStyle {
    match style.get() {
        Style::Independent(style) => style,
        Style::Dependent(_) => unreachable!("styles in the archive stand by themselves"),
    }
}

/// The item in each style, in the order of [`vitrine_corpus::citation::Form::ALL`], of which they are the first, with
/// marks for italics.
pub(super) fn styled(item: &Item) -> Vec<String> {
    let others = OTHERS.iter().map(|style| english(item, style));
    std::iter::once(gb_t_7714(item)).chain(others).collect()
}

fn gb_t_7714(item: &Item) -> String {
    let mut item = item.clone();
    item.author.iter_mut().for_each(shorten_translated);
    let is_chinese = item.language.as_deref().and_then(|tag| tag.split('-').next()) == Some("zh");
    // `hayagriva` has a space before these words, whatever stands before them.
    let mend = |names: String| {
        names.replace("\u{ff0c} 等", "\u{ff0c}等").replace("\u{ff0c} et al", "\u{ff0c}et al")
    };
    rendered(&item, &GB_T_7714, if is_chinese { CHINESE } else { ENGLISH }, &mend)
}

/// An item in one of the other styles, with what is mended that `hayagriva` does not do as the styles ask.
fn english(item: &Item, style: &IndependentStyle) -> String {
    let mut hidden = item.clone();
    hidden.title = item.title.as_deref().map(hide_marks);
    if item.kind == Kind::PaperConference && item.container_title.is_some() {
        // A paper in a volume is cited as a part of it; of a paper, `hayagriva` leaves out pages and house.
        hidden.kind = Kind::Chapter;
    }
    let mend = |names: String| {
        // It has capitals only beside English, as for titles.
        let mut names = names.replace("(ed.)", "(Ed.)").replace("(eds.)", "(Eds.)");
        if let [Name::Literal { literal }, _] = &item.author[..] {
            // The comma belongs to a name whose parts have changed places.
            for and in ["and", "&"] {
                let (with, without) = (format!("{literal}, {and} "), format!("{literal} {and} "));
                names = names.replacen(&with, &without, 1);
            }
        }
        names
    };
    show_marks(&rendered(&hidden, style, ENGLISH, &mend))
}

/// Stand for the quotation marks of a title while a style puts its own around it: `hayagriva` does not see
/// that one quotation is within another, and takes two marks that meet for one.
const OPENS: char = '\u{e010}';
const CLOSES: char = '\u{e011}';

fn hide_marks(title: &str) -> String {
    title.replace('\u{201c}', &OPENS.to_string()).replace('\u{201d}', &CLOSES.to_string())
}

/// A quotation within a quotation has single marks, and a full stop stands within both.
fn show_marks(text: &str) -> String {
    let mut is_within = false;
    let show = |c| match (c, is_within) {
        (OPENS, true) => '\u{2018}',
        (OPENS, false) => '\u{201c}',
        (CLOSES, true) => '\u{2019}',
        (CLOSES, false) => '\u{201d}',
        (own, _) => {
            is_within = own == '\u{201c}' || is_within && own != '\u{201d}';
            own
        }
    };
    let stopped = format!("{CLOSES}.\u{201d}");
    text.replace(&stopped, &format!(".{CLOSES}\u{201d}")).chars().map(show).collect()
}

/// Of a western name in Chinese characters only the family's part is given: 安德烈·兰科夫 is 兰科夫. What
/// stands beside it in brackets is the same name once more.
fn shorten_translated(name: &mut Name) {
    let Name::Literal { literal } = name else { return };
    let own = literal.split(['(', '\u{ff08}']).next().unwrap_or_default().trim();
    if let Some((_, family)) = own.rsplit_once(['\u{b7}', '\u{2027}', '\u{30fb}', '\u{2022}'])
        && !family.is_empty()
        && family.chars().all(is_han)
    {
        *literal = family.to_owned();
    }
}

/// An entry, with marks for italics; `mend` is given each list of names that is in it.
fn rendered(
    item: &Item,
    style: &IndependentStyle,
    locale: &str,
    mend: &dyn Fn(String) -> String,
) -> String {
    let (item, years) = without_range(item);
    let json = serde_json::to_value(&item).expect("an item is JSON");
    let csl: CslItem = serde_json::from_value(json).expect("what we write is CSL-JSON");
    let locale = Some(LocaleCode(locale.to_owned()));
    let mut driver = BibliographyDriver::new();
    let cited = vec![CitationItem::new(&csl, None, locale.clone(), false, None)];
    driver.citation(CitationRequest::new(cited, style, locale.clone(), &LOCALES, Some(1)));
    let rendered = driver.finish(BibliographyRequest::new(style, locale, &LOCALES));
    let entry = rendered.bibliography.and_then(|list| list.items.into_iter().next());
    let setting = Setting { years, mend };
    let text = entry.map(|entry| setting.set(&entry.content)).unwrap_or_default();
    // Where a style has a comma between year and month, it stays when there is no month.
    let text = text.replace(&format!("{DATED},)"), ")").replace(DATED, "");
    // Italics that end where others begin go on.
    text.replace(&format!("{ROMAN}{ITALIC}"), "")
}

/// Stands behind a date till the entry is whole.
const DATED: char = '\u{e012}';

/// How is what a style has set written? What is mended is mended where it was set, and not where a title or an address
/// has the same words.
struct Setting<'a> {
    /// What [`RANGE`] stands for.
    years: Option<String>,
    /// Mends a list of names.
    mend: &'a dyn Fn(String) -> String,
}

impl Setting<'_> {
    /// Marks for italics are in it, and [`DATED`].
    fn set(&self, parts: &ElemChildren) -> String {
        let mut text = String::new();
        for part in &parts.0 {
            match part {
                ElemChild::Text(set) | ElemChild::Link { text: set, .. } => {
                    if set.formatting.font_style == FontStyle::Italic {
                        text.extend([ITALIC.to_string().as_str(), &set.text, &ROMAN.to_string()]);
                    } else {
                        text.push_str(&set.text);
                    }
                }
                ElemChild::Elem(part) => text += &self.part(part),
                ElemChild::Markup(markup) => text.push_str(markup),
                ElemChild::Transparent { .. } => {}
            }
        }
        text
    }

    fn part(&self, part: &Elem) -> String {
        let text = self.set(&part.children);
        match (&part.meta, &self.years) {
            // Where nobody is named, a title stands in the place of names.
            (Some(ElemMeta::Names(names)), _)
                if names.iter().any(|(names, _)| !names.is_empty()) =>
            {
                (self.mend)(text)
            }
            (Some(ElemMeta::Date), Some(years)) => {
                format!("{}{DATED}", text.replace(&RANGE.to_string(), years))
            }
            (Some(ElemMeta::Date), None) => format!("{text}{DATED}"),
            _ => text,
        }
    }
}

/// Stands for a range of years.
const RANGE: i32 = 9998;

/// `hayagriva` has no ranges of dates: the item with a year that stands for one, and what the range is.
/// What lies within one year is of that year.
fn without_range(item: &Item) -> (Item, Option<String>) {
    let mut item = item.clone();
    let Some([from, to]) = item.issued.as_ref().map(|date| &date.parts[..]) else {
        return (item, None);
    };
    let (from, to) = (from[0], to[0]);
    let year = if from == to { from } else { RANGE };
    item.issued = Some(DateParts { parts: vec![vec![year]] });
    (item, (from != to).then(|| format!("{from}\u{2013}{to}")))
}

#[cfg(test)]
mod tests {
    use vitrine_corpus::citation::{Day, fill};
    use vitrine_corpus::publication::Publication;

    use super::super::item::{Access, Work};
    use super::*;

    /// A page, in GB/T 7714.
    fn page(
        language: &str,
        title: &str,
        authors: &[&str],
        date: Option<&str>,
        url: &str,
    ) -> String {
        let day = Some(Day { year: 2023, month: 5, day: 2 });
        let access = Access { url: Some(url.to_owned()), day };
        let authors = authors.to_vec();
        let titles = vec![(language, title)];
        let publisher = Some("站名");
        let work = Work { id: "a", language, titles, authors, date, publisher, ..Work::default() };
        gb_t_7714(&Item::new(&work, &access))
    }

    // The examples are those of GB/T 7714-2025 itself, by their numbers there, as
    // typst-doc-cn/bib-csl-dev-data has them (data/GB-T_7714-2025.original.toml). Which marks are wide, that
    // copy cannot show; zotero-chinese/styles, issue 701, says it of the printed standard and of one of its
    // authors (Chen Haoyuan, Acta Editologica 2026, 38(2): 150-158).

    /// Appendix B.10, example 2: author, title and kind; the day of publication in brackets, the day of
    /// access in square ones; the address. The site is not named (compare examples 3 and 5). Commas, colons
    /// and round brackets are wide; full stops, with a space, and square brackets are not.
    #[test]
    fn a_page_has_the_items_of_electronic_resources() {
        let text = page(
            "zh-Hans",
            "北京鲁迅博物馆志愿服务章程",
            &["北京鲁迅博物馆"],
            Some("2021-04-21"),
            "http://www.luxunmuseum.com.cn/html/202104/a11310.htm",
        );
        assert_eq!(
            text,
            "北京鲁迅博物馆. 北京鲁迅博物馆志愿服务章程[EB/OL]. \u{ff08}2021-04-21\u{ff09}[2023-05-02]. \
             http://www.luxunmuseum.com.cn/html/202104/a11310.htm."
        );
    }

    /// Appendix B.10, examples 1 and 4: what has no date of publication has none in its place.
    #[test]
    fn a_page_without_a_date_has_the_day_of_access_alone() {
        let text = page("zh-Hans", "馆际互借", &["保障系统"], None, "http://a.invalid/");
        assert_eq!(text, "保障系统. 馆际互借[EB/OL]. [2023-05-02]. http://a.invalid/.");
    }

    /// 7.1.3, examples 3 and 4, and appendix B.10, example 8: in the numeric system an entry without an
    /// author begins with its title.
    #[test]
    fn without_an_author_the_title_comes_first() {
        let text = page("zh-Hans", "西黄丸", &[], Some("2023-10-07"), "http://a.invalid/");
        assert!(text.starts_with("西黄丸[EB/OL]. \u{ff08}2023-10-07\u{ff09}"), "{text}");
    }

    /// 7.2.1, example 5, and appendix B.10, examples 6 and 13: a title that the citer has given stands in
    /// square brackets, as the corpus has it.
    #[test]
    fn a_title_of_ours_stands_in_brackets() {
        let text = page("en", "[Zotero download]", &["Zotero"], None, "https://a.invalid/");
        assert!(text.starts_with("Zotero. [Zotero download][EB/OL]. "), "{text}");
    }

    /// 7.1.1, examples 7 to 11: the family's name first and no longer in capitals, as it was in the edition
    /// of 2015 (hushidong/biblatex-gb7714-2025, issue 8); given names as letters without full stops, and
    /// hyphens stay: Einstein A, De Morgan A, Godard J-L.
    #[test]
    fn names_in_latin_letters_are_not_in_capitals() {
        for (name, expected) in [
            ("Albert Einstein", "Einstein A. "),
            ("Jean-Luc Godard", "Godard J-L. "),
            ("George Stephen Goodwin", "Goodwin G S. "),
        ] {
            let text = page("en", "T", &[name], None, "https://a.invalid/");
            assert!(text.starts_with(expected), "{text}");
        }
    }

    /// 7.1.1, examples 2, 3 and 6: of a western name in Chinese characters, the family's part.
    #[test]
    fn of_translated_names_only_the_family_is_given() {
        for (name, expected) in [
            ("安德烈·兰科夫 (Andrei Lankov)", "兰科夫. "),
            ("恩斯特·凯西尔", "凯西尔. "),
            ("李时珍", "李时珍. "),
            ("丸山敏秋", "丸山敏秋. "),
        ] {
            let text = page("zh-Hans", "题", &[name], None, "https://a.invalid/");
            assert!(text.starts_with(expected), "{text}");
        }
    }

    /// 7.1.4: bodies as they are written.
    #[test]
    fn bodies_keep_their_names() {
        let text = page("en", "T", &["American Chemical Society"], None, "https://a.invalid/");
        assert!(text.starts_with("American Chemical Society. T[EB/OL]"), "{text}");
    }

    /// 7.1.2, examples 2 to 4: up to three authors are all named, of more the first three, then 等 or et al.,
    /// by the language of the entry (5.1: in the language of the work itself), with a comma before it.
    #[test]
    fn of_more_than_three_authors_three_are_named() {
        let text =
            page("zh-Hans", "题", &["李四光", "华罗庚", "茅以升"], None, "https://a.invalid/");
        assert!(text.starts_with("李四光\u{ff0c}华罗庚\u{ff0c}茅以升. 题"), "{text}");
        let four = ["印森林", "吴胜和", "李俊飞", "甲乙"];
        let text = page("zh-Hant", "題", &four, None, "https://a.invalid/");
        assert!(text.starts_with("印森林\u{ff0c}吴胜和\u{ff0c}李俊飞\u{ff0c}等. 題"), "{text}");
        let four = ["Emma W Fordham", "Ann Ali", "Dan A Turner", "Jo Roe"];
        let text = page("en", "T", &four, None, "https://a.invalid/");
        let expected = "Fordham E W\u{ff0c}Ali A\u{ff0c}Turner D A\u{ff0c}et al. T[EB/OL]";
        assert!(text.starts_with(expected), "{text}");
    }

    /// 7.3, and table of kinds of documents: Z stands for what is of no other kind. 7.5.1: publisher, a comma,
    /// year. Without an address there is no day of access (7.6).
    #[test]
    fn what_has_no_address_is_a_document_of_another_kind() {
        let work = Work {
            id: "a",
            language: "zh-Hans",
            titles: vec![("zh-Hans", "走向评估")],
            publisher: Some("渊亭防务"),
            date: Some("2024-11-05"),
            ..Work::default()
        };
        let text = gb_t_7714(&Item::new(&work, &Access::default()));
        assert_eq!(text, "走向评估[Z]. 渊亭防务\u{ff0c}2024.");
    }

    /// A Chinese document of 2008 with all that can be said of a publication.
    fn published(kind: Kind, publication: Publication) -> Vec<String> {
        let work = Work {
            id: "a",
            language: "zh-Hans",
            titles: vec![("zh-Hans", "论粮食")],
            authors: vec!["李炳穆"],
            publisher: Some("中华书局").filter(|_| kind != Kind::ArticleJournal),
            date: Some("2008-03-16"),
            publication: Publication { kind: Some(kind), ..publication },
            ..Work::default()
        };
        styled(&Item::new(&work, &Access::default()))
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    // The kinds below are in the forms of the edition of 2015 with the marks of 2025, as no examples of these in the
    // new edition were at hand.

    /// Of what is a part of a journal: journal, year, volume, issue in brackets, a colon, pages; of a newspaper, day
    /// and page in brackets. The mark says OL of what has an address.
    #[test]
    fn an_article_has_its_journals_year_volume_and_pages() {
        let journal = Publication {
            container: text("图书情报工作"),
            volume: text("52"),
            issue: text("6"),
            pages: text("6-21"),
            ..Publication::default()
        };
        let printed = published(Kind::ArticleJournal, journal.clone());
        assert_eq!(printed[0], "李炳穆. 论粮食[J]. 图书情报工作，2008，52（6）：6-21.");
        let online = Publication {
            url: text("http://own.invalid/a"),
            accessed: text("2013-10-25"),
            doi: text("10.1000/182"),
            ..journal
        };
        let online = published(Kind::ArticleJournal, online);
        assert_eq!(
            online[0],
            "李炳穆. 论粮食[J/OL]. 图书情报工作，2008，52（6）：6-21[2013-10-25]. \
             http://own.invalid/a. DOI：10.1000/182."
        );
        assert!(online[1].contains("图书情报工作 52, no. 6 (2008): 6–21"), "{}", online[1]);
        assert!(
            online[2].contains("图书情报工作, 52(6), 6–21. https://doi.org/10.1000/182"),
            "{}",
            online[2]
        );
        let newspaper = Publication {
            container: text("中国青年报"),
            pages: text("15"),
            ..Publication::default()
        };
        let text = published(Kind::ArticleNewspaper, newspaper).swap_remove(0);
        assert_eq!(text, "李炳穆. 论粮食[N]. 中国青年报，2008-03-16（15）.");
    }

    /// Place, a colon, house, a comma, year; two strokes lead to what a part is a part of; who translated it stands
    /// behind the title.
    #[test]
    fn a_book_has_its_place_and_house() {
        let house = Publication { place: text("北京"), ..Publication::default() };
        let of = |kind, publication| published(kind, publication).swap_remove(0);
        assert_eq!(of(Kind::Book, house.clone()), "李炳穆. 论粮食[M]. 北京：中华书局，2008.");
        assert_eq!(of(Kind::Thesis, house.clone()), "李炳穆. 论粮食[D]. 北京：中华书局，2008.");
        let number = Publication { number: text("R 1"), ..house.clone() };
        assert_eq!(of(Kind::Report, number), "李炳穆. 论粮食：R 1[R]. 北京：中华书局，2008.");
        let chapter = Publication {
            container: text("文集"),
            editors: vec!["王五".to_owned()],
            translators: vec!["金吾伦".to_owned(), "胡新和".to_owned()],
            pages: text("45-52"),
            ..house
        };
        assert_eq!(
            of(Kind::Chapter, chapter.clone()),
            "李炳穆. 论粮食[M]//王五. 文集. 金吾伦，胡新和，译. 北京：中华书局，2008：45-52."
        );
        assert!(of(Kind::PaperConference, chapter).contains("论粮食[C]//王五. 文集. "));
    }

    /// Of what has an address of its own, neither this page nor the day of reading is named.
    #[test]
    fn an_address_of_its_own_stands_alone() {
        let own = Publication { url: text("https://own.invalid/a"), ..Publication::default() };
        let work =
            Work { id: "a", titles: vec![("en", "On grain")], publication: own, ..Work::default() };
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        let access = Access { url: text("https://page.invalid/"), day };
        for text in styled(&Item::new(&work, &access)) {
            assert!(text.contains("https://own.invalid/a"), "{text}");
            assert!(!text.contains("page.invalid") && !text.contains("2026"), "{text}");
        }
    }

    /// As plain text, which all tests but one look at.
    fn styled(item: &Item) -> Vec<String> {
        super::styled(item).iter().map(|text| fill(text, None, None)).collect()
    }

    #[test]
    fn titles_of_books_and_journals_are_in_italics() {
        let of = |kind, publication: Publication| {
            let work = Work {
                id: "a",
                language: "en",
                titles: vec![("en", "On grain")],
                authors: vec!["Anna Weir"],
                publisher: Some("Mill Press"),
                date: Some("2008"),
                publication: Publication { kind: Some(kind), ..publication },
                ..Work::default()
            };
            let texts = super::styled(&Item::new(&work, &Access::default()));
            let shown = |text: &String| text.replace(ITALIC, "<").replace(ROMAN, ">");
            texts.iter().map(shown).collect::<Vec<String>>()
        };
        let journal = Publication {
            container: text("Grain and Peace"),
            volume: text("57"),
            issue: text("3"),
            ..Publication::default()
        };
        assert_eq!(
            of(Kind::ArticleJournal, journal),
            [
                "Weir A. On grain[J]. Grain and Peace\u{ff0c}2008\u{ff0c}57\u{ff08}3\u{ff09}.",
                "Weir, Anna. \u{201c}On Grain.\u{201d} <Grain and Peace> 57, no. 3 (2008).",
                "Weir, A. (2008). On grain. <Grain and Peace>, <57>(3).",
                "Weir, Anna. \u{201c}On Grain.\u{201d} <Grain and Peace>, vol. 57, no. 3, 2008.",
            ]
        );
        assert_eq!(
            of(Kind::Book, Publication::default())[1..],
            [
                "Weir, Anna. <On Grain>. Mill Press, 2008.",
                "Weir, A. (2008). <On grain>. Mill Press.",
                "Weir, Anna. <On Grain>. Mill Press, 2008.",
            ]
        );
    }

    fn others(language: &str, authors: &[&str], date: Option<&str>) -> Vec<String> {
        let day = Some(Day { year: 2026, month: 7, day: 1 });
        let access = Access { url: Some("https://a.invalid/".to_owned()), day };
        let work = Work {
            id: "a",
            language,
            titles: vec![(language, if language == "en" { "On grain" } else { "論糧食" })],
            authors: authors.to_vec(),
            publisher: Some("Foreign Affairs"),
            date,
            ..Work::default()
        };
        styled(&Item::new(&work, &access)).split_off(1)
    }

    #[test]
    fn the_other_styles_are_english() {
        assert_eq!(
            others("en", &["Thomas Graham"], Some("2023-10-09")),
            [
                "Graham, Thomas. \u{201c}On Grain.\u{201d} Foreign Affairs, October 9, 2023. \
                 https://a.invalid/.",
                "Graham, T. (2023, October 9). On grain. Foreign Affairs. https://a.invalid/",
                "Graham, Thomas. \u{201c}On Grain.\u{201d} Foreign Affairs, 9 Oct. 2023, \
                 https://a.invalid/.",
            ]
        );
        let [chicago, apa, mla] = others("zh-Hant", &["徐博"], None).try_into().unwrap();
        assert!(chicago.contains("Accessed July 1, 2026"), "{chicago}");
        assert!(apa.contains("(n.d.)") && apa.contains("Retrieved July 1, 2026"), "{apa}");
        assert!(mla.contains("Accessed 1 July 2026"), "{mla}");
    }

    #[test]
    fn a_name_that_is_whole_has_no_comma_before_the_last() {
        for text in others("zh-Hant", &["徐博", "鄒松洋"], None) {
            assert!(!text.contains("徐博,"), "{text}");
        }
        for text in others("en", &["Thomas Graham", "Ann Lee"], None) {
            assert!(
                text.contains("Graham, T") && text.contains(", and A") || text.contains("., & L")
            );
        }
    }

    /// What is mended of an entry stands in titles, addresses and numbers as it is written there.
    #[test]
    fn only_what_a_style_has_set_is_mended() {
        let address = "https://own.invalid/9998/(ed.)/徐博,-and-";
        let title = "徐博, and others (eds.) of 2014, (2014,) and 9998";
        let publication = Publication {
            kind: Some(Kind::Report),
            number: text("R 99985"),
            url: text(address),
            ..Publication::default()
        };
        for (authors, date) in [
            (vec!["徐博", "鄒松洋"], "2014/2017"),
            (vec!["徐博", "鄒松洋"], "2014"),
            (vec![], "2014/2017"),
        ] {
            let work = Work {
                id: "a",
                language: "zh-Hans",
                titles: vec![("zh-Hans", title)],
                authors: authors.clone(),
                date: Some(date),
                publication: publication.clone(),
                ..Work::default()
            };
            for text in styled(&Item::new(&work, &Access::default())) {
                assert!(text.contains(title), "{text}");
                assert!(text.contains(address), "{text}");
                assert_eq!(text.contains("R 99985"), text.contains("R "), "{text}");
                let own = text.replace(title, "").replace(address, "").replace("R 99985", "");
                assert!(own.contains(&date.replace('/', "\u{2013}")), "{own}");
                assert!(!own.contains("9998") && !own.contains(",)"), "{own}");
            }
        }
    }

    #[test]
    fn marks_within_marks_are_single() {
        let title = |title| {
            let titles = vec![("zh-Hans", title)];
            let authors = vec!["徐博"];
            let publisher = Some("S");
            let work = Work {
                id: "a",
                language: "zh-Hans",
                titles,
                authors,
                publisher,
                ..Work::default()
            };
            styled(&Item::new(&work, &Access::default()))
        };
        let [gb, chicago, apa, _] = title("論“糧食”之政策").try_into().unwrap();
        assert!(chicago.contains("“論‘糧食’之政策.”"), "{chicago}");
        assert!(gb.contains("論“糧食”之政策") && apa.contains("論“糧食”之政策"), "{gb} {apa}");
        assert!(title("論“糧食”")[1].contains("“論‘糧食.’”"), "{:?}", title("論“糧食”"));
    }

    #[test]
    fn a_range_of_years_is_one() {
        for text in others("en", &["Thomas Graham"], Some("2014/2017-03")) {
            assert!(text.contains("2014\u{2013}2017") && !text.contains(",)"), "{text}");
        }
        for text in others("en", &["Thomas Graham"], Some("2014-01/2014-03")) {
            assert!(text.contains("2014") && !text.contains('\u{2013}'), "{text}");
        }
    }
}
