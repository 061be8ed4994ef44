//! What can other programs ask? `window.vitrine`, as `public/vitrine.d.ts` describes it.

use js_sys::{Array, Error, Float32Array, JSON, Object, Reflect, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use vitrine_corpus::facet::{FACETS, position};
use vitrine_corpus::json;
use vitrine_corpus::model::{ArchivedCorpus, ArchivedLocalized};
use vitrine_corpus::text::utf16_offset;
use vitrine_search::{Counted, Marker, Request, Results, Selection, excerpt};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::embedded::search;
use crate::state::takeaway::Taken;
use crate::state::view_state::parse_sort;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("../../public/vitrine.d.ts");

/// How long the excerpts of a quick answer are, in columns.
const EXCERPT: usize = 160;

type Answer = Result<JsValue, JsValue>;

/// Fills `window.vitrine`, which `public/boot.js` has made.
pub fn offer(corpus: &'static ArchivedCorpus) {
    let Some(api) =
        web_sys::window().and_then(|window| Reflect::get(&window, &"vitrine".into()).ok())
    else {
        return;
    };
    // `counted` are the facets to count, as `Counted` has them.
    let find = Closure::<dyn Fn(String, JsValue, usize, u32) -> Answer>::new(
        move |query, chosen, limit, counted| {
            let request = Request { counted: Counted(counted), ..request(corpus, query, &chosen)? };
            Ok(numbers(&search(corpus, &request), limit))
        },
    );
    let quick =
        Closure::<dyn Fn(String, usize, u32) -> JsValue>::new(move |query, limit, counted| {
            let request = Request { query, counted: Counted(counted), ..Request::default() };
            JsValue::from_str(&quick_answer(corpus, &search(corpus, &request), limit))
        });
    let at = Closure::<dyn Fn(usize) -> Answer>::new(move |n| passage(corpus, n));
    let ids = Closure::<dyn Fn(String) -> JsValue>::new(move |query| {
        let found = search(corpus, &Request { query, ..Request::default() });
        let id = |passage: usize| JsValue::from_str(&corpus.passage_id(passage));
        found.hits.iter().map(|hit| id(hit.passage)).collect::<Array>().into()
    });
    let passage = Closure::<dyn Fn(String) -> Answer>::new(move |id: String| {
        corpus.passage_by_id(&id).map_or(Ok(JsValue::NULL), |n| passage(corpus, n))
    });
    let about = Closure::<dyn Fn() -> Answer>::new(move || about(corpus));
    set(&api, "find", &find.into_js_value());
    set(&api, "quick", &quick.into_js_value());
    set(&api, "at", &at.into_js_value());
    set(&api, "ids", &ids.into_js_value());
    set(&api, "passage", &passage.into_js_value());
    set(&api, "corpus", &about.into_js_value());
}

/// These passages, one JSON object a line: what `passage` says of each, the link that opens it, and what its
/// reader wrote beside it, if anything. Of what the corpus has no longer, its words and where they stood.
pub fn json_lines(corpus: &ArchivedCorpus, all: &[Taken<'_>]) -> String {
    let mut lines = String::new();
    for taken in all {
        let line = record(corpus, taken).and_then(|record| JSON::stringify(&record));
        lines.extend(line.ok().and_then(|line| line.as_string()));
        lines.push('\n');
    }
    lines
}

fn record(corpus: &ArchivedCorpus, taken: &Taken<'_>) -> Answer {
    let record = match corpus.passage_by_id(&taken.id) {
        Some(n) => passage(corpus, n)?,
        None => {
            let lost = Object::new();
            set(&lost, "id", &JsValue::from_str(&taken.id));
            set(&lost, "text", &JsValue::from_str(&taken.text));
            set(&lost, "title", &JsValue::from_str(&taken.source));
            lost.into()
        }
    };
    set(&record, "link", &JsValue::from_str(&taken.link));
    if !taken.note.is_empty() {
        set(&record, "note", &JsValue::from_str(taken.note));
    }
    if !taken.tags.is_empty() {
        let tags = taken.tags.iter().map(|tag| JsValue::from_str(tag));
        set(&record, "tags", &tags.collect::<Array>());
    }
    Ok(record)
}

/// What `public/boot.js` makes an answer of: the total, how many hits follow, their places in the corpus,
/// the counts of all values of the facets asked for; and the hits' scores.
fn numbers(results: &Results, limit: usize) -> JsValue {
    let shown = &results.hits[..limit.min(results.hits.len())];
    let mut numbers = vec![results.hits.len() as u32, shown.len() as u32];
    numbers.extend(shown.iter().map(|hit| hit.passage as u32));
    numbers.extend(counts(results));
    let scores: Vec<f32> = shown.iter().map(|hit| hit.score).collect();
    let numbers = Uint32Array::from(numbers.as_slice());
    Array::of2(&numbers, &Float32Array::from(scores.as_slice())).into()
}

fn counts(results: &Results) -> impl Iterator<Item = u32> + '_ {
    results.counts.iter().flat_map(|facet| &facet.values).map(|count| count.passages)
}

/// What `public/boot.js` makes a quick answer of: the total, how many hits follow; for each of them the length of its
/// id (UTF-16 units), the id, the length of its excerpt, the excerpt; then the counts of all values of the facets asked
/// for. Each value that crosses into JavaScript costs as much as finding a passage, and an array of numbers as
/// much as many, so all of it is one text.
fn quick_answer(corpus: &ArchivedCorpus, results: &Results, limit: usize) -> String {
    let shown = &results.hits[..limit.min(results.hits.len())];
    let (mut answer, mut text) = (String::new(), String::new());
    push_number(&mut answer, results.hits.len());
    push_number(&mut answer, shown.len());
    let marker = Marker::new(corpus, &results.reading);
    for hit in shown {
        let passage = &corpus.passages[hit.passage];
        push_text(&mut answer, &corpus.passage_id(hit.passage));
        // Chosen where it is folded, so that no more of the text than that needs to be put together.
        let part = excerpt(&passage.folded, &marker.folded_marks(hit.passage), EXCERPT);
        text.clear();
        corpus.push_original(hit.passage, part.range, &mut text);
        push_text(&mut answer, &text);
    }
    counts(results).for_each(|count| push_number(&mut answer, count as usize));
    answer
}

fn push_text(answer: &mut String, text: &str) {
    push_number(answer, utf16_offset(text, text.len()));
    answer.push_str(text);
}

/// Numbers from here on are two characters; all of them are below those that stand for no character.
const TWO: usize = 0xd000;

/// How many bits the second has.
const LOW: usize = 15;

/// A number below 2^26 as one character, or as two.
fn push_number(answer: &mut String, n: usize) {
    let two = [TWO + (n >> LOW), n & ((1 << LOW) - 1)];
    let one = [n];
    let characters = if n < TWO { &one[..] } else { &two[..] };
    answer.extend(characters.iter().filter_map(|&n| char::from_u32(n as u32)));
}

fn request(corpus: &ArchivedCorpus, query: String, chosen: &JsValue) -> Result<Request, JsValue> {
    let mut request = Request { query, ..Request::default() };
    let sort = field(chosen, "sort");
    if is_said(&sort) {
        let sort = sort.as_string().ok_or_else(|| error(&["an order is a string"]))?;
        request.sort = parse_sort(&sort).ok_or_else(|| error(&["no order “", &sort, "”"]))?;
    }
    let facets = field(chosen, "facets");
    // Not asked whether it is an `Object`: one from a frame or an extension is another window's.
    if facets.is_object() {
        for entry in Object::entries(facets.unchecked_ref()).iter().map(|entry| Array::from(&entry))
        {
            let name = entry.get(0).as_string().unwrap_or_default();
            choose(corpus, &mut request.selection, &name, &entry.get(1))?;
        }
    }
    Ok(request)
}

/// Whether there is anything: what is left out of a JavaScript object may also be there as nothing.
fn is_said(value: &JsValue) -> bool {
    !value.is_undefined() && !value.is_null()
}

fn choose(
    corpus: &ArchivedCorpus,
    selection: &mut Selection,
    name: &str,
    values: &JsValue,
) -> Result<(), JsValue> {
    let excluded = name.strip_prefix('-');
    let facet =
        position(excluded.unwrap_or(name)).ok_or_else(|| error(&["no facet “", name, "”"]))?;
    let values = if Array::is_array(values) { Array::from(values) } else { Array::of1(values) };
    for value in values.iter().filter(is_said) {
        let value = value.as_string();
        let value = value.ok_or_else(|| error(&["a value of “", name, "” is a string"]))?;
        let value = corpus.facets[facet]
            .value(&value)
            .ok_or_else(|| error(&["no ", FACETS[facet].id, " “", &value, "”"]))?;
        let chosen = &mut selection.facets[facet];
        let side = if excluded.is_some() { &mut chosen.exclude } else { &mut chosen.include };
        side.push(value);
    }
    Ok(())
}

fn passage(corpus: &ArchivedCorpus, n: usize) -> Answer {
    to_js(&json::passage(corpus, n))
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    file: &'a str,
    authors: Vec<&'a str>,
    publisher: Option<&'a str>,
    date: Option<&'a str>,
    languages: Vec<&'a str>,
    rights: Option<&'a str>,
    r#type: Option<&'a str>,
    container: Option<&'a str>,
    url: Option<&'a str>,
    doi: Option<&'a str>,
    passages: u32,
}

fn about(corpus: &ArchivedCorpus) -> Answer {
    let documents = Array::new();
    for document in corpus.documents.iter() {
        let published = document.publication.as_deref();
        let entry = to_js(&DocumentJson {
            id: &document.id,
            file: &document.file,
            authors: document.authors.iter().map(|author| &**author).collect(),
            publisher: document.publisher.as_deref(),
            date: document.date.as_deref(),
            languages: document.languages.iter().map(|lang| &**lang).collect(),
            rights: document.rights.get("en").map(|(_, rights)| rights),
            r#type: published.and_then(|own| Some(own.kind.as_ref()?.as_str())),
            container: published.and_then(|own| own.container.as_deref()),
            url: published.and_then(|own| own.url.as_deref()),
            doi: published.and_then(|own| own.doi.as_deref()),
            passages: document.passage_count.to_native(),
        })?;
        set(&entry, "title", &localized(&document.title));
        documents.push(&entry);
    }
    let about = Object::new();
    set(&about, "id", &JsValue::from_str(&corpus.id));
    set(&about, "version", &JsValue::from_str(&corpus.version));
    set(&about, "title", &localized(&corpus.title));
    set(&about, "description", &localized(&corpus.description));
    set(
        &about,
        "languages",
        &corpus.languages.iter().map(|lang| JsValue::from_str(lang)).collect::<Array>(),
    );
    set(&about, "documents", &documents);
    set(&about, "facets", &facets(corpus));
    Ok(about.into())
}

fn facets(corpus: &ArchivedCorpus) -> Array {
    let described = corpus.facets.iter().map(|facet| {
        let values = facet.values.iter().map(|value| {
            let parent =
                value.broader.as_ref().map(|parent| &facet.values[parent.to_native() as usize].id);
            let entry = Object::new();
            set(&entry, "id", &JsValue::from_str(&value.id));
            set(&entry, "label", &localized(&value.label));
            set(&entry, "parent", &parent.map_or(JsValue::NULL, |id| JsValue::from_str(id)));
            entry
        });
        let entry = Object::new();
        set(&entry, "id", &JsValue::from_str(&facet.id));
        set(&entry, "label", &localized(&facet.label));
        set(&entry, "values", &values.collect::<Array>());
        entry
    });
    described.collect()
}

fn localized(texts: &ArchivedLocalized) -> Object {
    let object = Object::new();
    for (lang, text) in texts.iter() {
        set(&object, lang, &JsValue::from_str(text));
    }
    object
}

fn to_js(value: &impl Serialize) -> Answer {
    // `null` where there is nothing, as JSON has it, rather than `undefined`.
    Ok(value.serialize(&Serializer::new().serialize_missing_as_null(true))?)
}

fn field(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        Reflect::get(object, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Only a frozen object refuses; these are our own.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

fn error(parts: &[&str]) -> JsValue {
    Error::new(&parts.concat()).into()
}

#[cfg(test)]
mod tests {
    use super::push_number;

    #[test]
    fn a_number_is_read_back_as_boot_js_does() {
        for n in [
            0,
            1,
            0x7f,
            0x80,
            0xcfff,
            0xd000,
            0xd7ff,
            0xd800,
            0xdfff,
            0xe000,
            100_000,
            (1 << 26) - 1,
        ] {
            let mut text = String::new();
            push_number(&mut text, n);
            let units: Vec<usize> = text.encode_utf16().map(usize::from).collect();
            let read = match units[..] {
                [one] if one < 0xd000 => one,
                [high, low] if high >= 0xd000 => (high - 0xd000) << 15 | low,
                _ => panic!("{n}: {units:x?}"),
            };
            assert_eq!(read, n);
        }
    }
}
