//! Which values does each facet have, under which names, and which passages have them?

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::Config;
use crate::folding::Folding;
use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::{FACETS, Facet, FacetKind, HIDDEN_ROLES, REPEAT, Source, mark};
use vitrine_corpus::model::{
    Concept, Definitions, Document, Localized, Passage, Role, Scheme, Translation,
};

/// Longer intervals touch too many years to mean any one of them: they count for the years they begin
/// and end in.
const MAX_YEARS: usize = 12;

/// The facets of a corpus, in the order of [`FACETS`]; `forgotten` is what [`forget_unused`] gave.
pub(crate) fn build(
    documents: &[Document],
    passages: &[Passage],
    schemes: &[Scheme],
    forgotten: &[BTreeSet<String>],
    languages: &[String],
) -> Vec<Facet> {
    FACETS
        .iter()
        .map(|kind| match kind.source {
            Source::Scheme => scheme_facet(kind, passages, schemes, forgotten),
            Source::Document => document_facet(kind, documents, passages),
            Source::Language => language_facet(kind, passages, languages),
            Source::Year => year_facet(kind, passages),
            Source::Role => role_facet(kind, passages),
        })
        .collect()
}

/// Takes out of the schemes the actors, people and the like that nothing in the corpus mentions: a scheme may list
/// hundreds for corpora to come. Gives the ids of those that were taken out, folded, for each scheme, so that asking
/// for one finds nothing rather than being misunderstood.
pub(crate) fn forget_unused(
    config: &Config,
    schemes: &mut [Scheme],
    definitions: &mut [Definitions],
    passages: &mut [Passage],
    folding: &Folding,
) -> Vec<BTreeSet<String>> {
    let mut forgotten = vec![BTreeSet::new(); schemes.len()];
    for (n, scheme) in schemes.iter_mut().enumerate().filter(|(n, _)| config.schemes[*n].mention) {
        let used = used(scheme, n, passages);
        let concepts = Arc::make_mut(&mut scheme.concepts);
        // Where each concept stands once the others are gone.
        let mut kept = 0;
        let places: Vec<Option<u32>> = (0..concepts.len() as u32)
            .map(|concept| {
                let is_used = used.contains(&concept);
                kept += u32::from(is_used);
                is_used.then(|| kept - 1)
            })
            .collect();
        let is_kept = |n: &mut usize| {
            *n += 1;
            places[*n - 1].is_some()
        };
        let unused = concepts.iter().zip(&places).filter(|(_, place)| place.is_none());
        forgotten[n].extend(unused.map(|(concept, _)| folding.fold(&concept.id).text));
        let (mut concept, mut definition) = (0, 0);
        concepts.retain(|_| is_kept(&mut concept));
        definitions[n].retain(|_| is_kept(&mut definition));
        for concept in concepts {
            concept.broader = concept.broader.and_then(|broader| places[broader as usize]);
        }
        let labels = passages.iter_mut().flat_map(|passage| &mut passage.labels);
        for label in labels.filter(|label| usize::from(label.scheme) == n) {
            label.concept = places[label.concept as usize].expect("a label's concept is used");
        }
    }
    forgotten
}

/// The concepts of scheme `n` that a passage has, and those above them.
fn used(scheme: &Scheme, n: usize, passages: &[Passage]) -> BTreeSet<u32> {
    let labels = passages.iter().flat_map(|passage| &passage.labels);
    let mut used: BTreeSet<u32> =
        labels.filter(|label| usize::from(label.scheme) == n).map(|label| label.concept).collect();
    for concept in used.clone() {
        let mut above = scheme.concepts[concept as usize].broader;
        while let Some(concept) = above.filter(|concept| used.insert(*concept)) {
            above = scheme.concepts[concept as usize].broader;
        }
    }
    used
}

/// The values of a scheme's facet are its concepts, in the scheme's order.
fn scheme_facet(
    kind: &FacetKind,
    passages: &[Passage],
    schemes: &[Scheme],
    forgotten: &[BTreeSet<String>],
) -> Facet {
    let (n, scheme) = schemes
        .iter()
        .enumerate()
        .find(|(_, scheme)| scheme.id == kind.id)
        .expect("each facet of a scheme has its scheme, if an empty one");
    let label = if scheme.label.texts.is_empty() { label(kind.id) } else { scheme.label.clone() };
    let values = scheme.concepts.clone();
    let mut facet = Facet { id: kind.id.to_owned(), label, values, ..Facet::default() };
    let marks: BTreeSet<u32> = forgotten[n].iter().map(|id| mark(id)).collect();
    facet.forgotten.push(&Vec::from_iter(marks));
    let of = |passage: &Passage| {
        let labels = passage.labels.iter().filter(|label| usize::from(label.scheme) == n);
        labels.map(|label| label.concept).collect()
    };
    facet.with_passages(&each(passages, of), &shown(passages))
}

fn document_facet(kind: &FacetKind, documents: &[Document], passages: &[Passage]) -> Facet {
    let values =
        documents.iter().map(|document| value(&document.id, document.title.clone())).collect();
    let values_of = each(passages, |passage| vec![passage.document]);
    facet(kind, values).with_passages(&values_of, &shown(passages))
}

fn language_facet(kind: &FacetKind, passages: &[Passage], languages: &[String]) -> Facet {
    let values = languages.iter().map(|tag| value(tag, language_name(tag))).collect();
    let values_of = each(passages, |passage| vec![u32::from(passage.lang)]);
    facet(kind, values).with_passages(&values_of, &shown(passages))
}

fn year_facet(kind: &FacetKind, passages: &[Passage]) -> Facet {
    let years_of: Vec<BTreeSet<i32>> = passages.iter().map(years).collect();
    let all: Vec<i32> =
        years_of.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let values =
        all.iter().map(|year| value(&year.to_string(), Localized::one("und", &year.to_string())));
    let place = |year: &i32| all.binary_search(year).expect("every year is in the list") as u32;
    let values_of: Vec<Vec<u32>> =
        years_of.iter().map(|years| years.iter().map(place).collect()).collect();
    facet(kind, values.collect()).with_passages(&values_of, &shown(passages))
}

fn years(passage: &Passage) -> BTreeSet<i32> {
    let dates = passage.dates.iter().filter_map(|date| date.edtf.parse::<Edtf>().ok());
    dates
        .flat_map(|date| {
            let years = date.years();
            if years.clone().count() <= MAX_YEARS {
                years.collect()
            } else {
                vec![*years.start(), *years.end()]
            }
        })
        .collect()
}

fn role_facet(kind: &FacetKind, passages: &[Passage]) -> Facet {
    let names = Role::ALL.iter().map(|role| role.as_str()).chain([REPEAT]);
    let values: Vec<Concept> = names.map(|name| value(name, label(name))).collect();
    let place = |name: &str| {
        values.iter().position(|value| value.id == name).expect("all roles are listed")
    };
    let values_of = each(passages, |passage| vec![place(role_name(passage)) as u32]);
    // Counted as if none were left out.
    let document_of: Vec<_> = passages.iter().map(|passage| Some(passage.document)).collect();
    facet(kind, values).with_passages(&values_of, &document_of)
}

/// The role of a passage, as a facet has it.
fn role_name(passage: &Passage) -> &'static str {
    if passage.repeats.is_some() { REPEAT } else { passage.role.as_str() }
}

/// The document of each passage that is among the results where nothing is asked.
fn shown(passages: &[Passage]) -> Vec<Option<u32>> {
    let is_shown = |passage: &Passage| !HIDDEN_ROLES.contains(&role_name(passage));
    passages.iter().map(|passage| is_shown(passage).then_some(passage.document)).collect()
}

fn facet(kind: &FacetKind, values: Vec<Concept>) -> Facet {
    let values = Arc::new(values);
    Facet { id: kind.id.to_owned(), label: label(kind.id), values, ..Facet::default() }
}

fn value(id: &str, label: Localized) -> Concept {
    Concept { id: id.to_owned(), label, broader: None }
}

fn each(passages: &[Passage], values: impl Fn(&Passage) -> Vec<u32>) -> Vec<Vec<u32>> {
    passages.iter().map(values).collect()
}

/// Names of facets and roles: English, Simplified Chinese, Traditional Chinese.
const LABELS: [(&str, [&str; 3]); 15] = [
    ("theme", ["Theme", "主题", "主題"]),
    ("level", ["Level", "层次", "層次"]),
    ("actor", ["Actor", "行为体", "行為體"]),
    ("person", ["Person", "人物", "人物"]),
    ("doc", ["Document", "文献", "文獻"]),
    ("lang", ["Language", "语言", "語言"]),
    ("year", ["Year in the text", "文中年份", "文中年份"]),
    ("role", ["Kind of passage", "段落类型", "段落類型"]),
    ("content", ["Text", "正文", "正文"]),
    ("heading", ["Heading", "标题", "標題"]),
    ("caption", ["Caption", "图注", "圖說"]),
    ("reference", ["Reference", "参考文献", "參考文獻"]),
    ("metadata", ["Byline and data", "作者与出处", "作者與出處"]),
    ("boilerplate", ["Site furniture", "网站附带文字", "網站附帶文字"]),
    ("repeat", ["Repeat", "重复", "重複"]),
];

/// Names of languages: English, Simplified Chinese, Traditional Chinese.
const LANGUAGES: [(&str, [&str; 3]); 15] = [
    ("zh-Hant", ["Chinese (Traditional)", "繁体中文", "繁體中文"]),
    ("zh-Hans", ["Chinese (Simplified)", "简体中文", "簡體中文"]),
    ("en", ["English", "英文", "英文"]),
    ("ja", ["Japanese", "日文", "日文"]),
    ("ko", ["Korean", "韩文", "韓文"]),
    ("ru", ["Russian", "俄文", "俄文"]),
    ("uk", ["Ukrainian", "乌克兰文", "烏克蘭文"]),
    ("fr", ["French", "法文", "法文"]),
    ("de", ["German", "德文", "德文"]),
    ("es", ["Spanish", "西班牙文", "西班牙文"]),
    ("pt", ["Portuguese", "葡萄牙文", "葡萄牙文"]),
    ("it", ["Italian", "意大利文", "義大利文"]),
    ("ar", ["Arabic", "阿拉伯文", "阿拉伯文"]),
    ("fa", ["Persian", "波斯文", "波斯文"]),
    ("vi", ["Vietnamese", "越南文", "越南文"]),
];

fn label(id: &str) -> Localized {
    localized(&LABELS, id).unwrap_or_else(|| Localized::one("und", id))
}

fn language_name(tag: &str) -> Localized {
    localized(&LANGUAGES, tag).unwrap_or_else(|| Localized::one("und", tag))
}

fn localized(table: &[(&str, [&str; 3])], id: &str) -> Option<Localized> {
    let (_, names) = table.iter().find(|(known, _)| *known == id)?;
    let texts = ["en", "zh-Hans", "zh-Hant"].iter().zip(names);
    Some(Localized {
        texts: texts
            .map(|(lang, text)| Translation { lang: (*lang).to_owned(), text: (*text).to_owned() })
            .collect(),
    })
}
