//! Read: one document, whole.

use std::ops::Range;

use leptos::prelude::*;
use vitrine_search::anchor::Quote;

use vitrine_corpus::facet;
use vitrine_corpus::model::ArchivedConcept;
use vitrine_corpus::scripts::Script;

use crate::browser::page;
use crate::browser::scroll::{self, Progress};
use crate::components::drawing::{Tag, button, drawn, select, tag};
use crate::components::landmarks::MAIN;
use crate::components::{
    DocumentHead, FATE, Light, fate_of_document, flag, follow, href, live, notes, reading_passage,
    text,
};
use crate::embedded::appendix;
use crate::state::State;
use crate::state::anchor::{Anchor, anchor};
use crate::state::concepts::{THEME, hue_of_value};
use crate::state::document::{
    Block, Heading, Row, blocks, byline, has_translations, headings, rows, themes_of,
};
use crate::state::facets::most_first;
use crate::state::folds::PassageFolds;
use crate::state::hits::{found, found_beside, go_to_passage, hits};
use crate::state::intent::{Intent, read_at, read_document};
use crate::state::view_state::{Filter, Lens, parse_script, script_name};

/// Class of a document's text.
const TEXT: &str = "text";

/// More documents than this are not offered to be set beside one.
const MOST_BESIDE: usize = 50;

/// A document with its contents at the side.
pub fn read(document: usize) -> AnyView {
    let state = State::expect();
    let headings = headings(state.corpus, document);
    let linked = Memo::new(move |_| state.view.with(|view| (view.at.clone(), view.quote.clone())));
    let anchor = Memo::new(move |_| {
        linked.with(|(at, quote)| anchor(state.corpus, document, at.as_deref(), quote.as_ref()))
    });
    go_there(state, linked, anchor);
    let light = Light {
        found: Memo::new(move |_| found(state, document)),
        script: Memo::new(move |_| state.view.with(|view| view.lens.script)),
        folds: RwSignal::new(PassageFolds::default()),
        anchor,
    };
    let place = RwSignal::new(Progress::default());
    let watch = StoredValue::new_local(scroll::watch(move || place.set(scroll::place(TEXT))));
    on_cleanup(move || drop(watch.try_update_value(Option::take)));
    // Where nothing has been scrolled, the place a link pointed at.
    let pointed = move || {
        let passage = anchor.with(|anchor| anchor.passage);
        passage.map(|n| state.passage_id(n))
    };
    let here = Memo::new(move |_| place.with(|place| place.heading.clone()).or_else(pointed));
    view! {
        <div class="read">
            <Contents document headings=headings.clone() here />
            <main id=MAIN tabindex="-1">
                {progress(state, place)}
                {notes()}
                {drawn(move || {
                    let view = state.view.read();
                    anchor.with(|anchor| fate_of_document(state, &view, document, anchor))
                })}
                <DocumentHead document />
                {now_reading(state, document, place)}
                {whole_text(state, document, headings, light)}
                <Neighbours document />
            </main>
        </div>
    }
    .into_any()
}

/// The text of a document: by itself, with its translations, or beside another document.
fn whole_text(
    state: State,
    document: usize,
    headings: Vec<Heading>,
    light: Light,
) -> impl IntoView {
    let has_translations = has_translations(state.corpus, document);
    let side_by_side = Memo::new(move |_| state.view.with(|view| view.lens.parallel));
    let beside = Memo::new(move |_| {
        let beside = state.view.with(|view| view.lens.beside.as_deref().map(str::to_owned))?;
        state.corpus.document_by_id(&beside).filter(|other| *other != document)
    });
    live(move || {
        let passage = |n: usize| {
            let own = headings.iter().find(|heading| heading.passage == n);
            reading_passage(state, n, own.map(|heading| heading.level), light)
        };
        let block = |block: Block| match block {
            Block::Passage(n) => passage(n),
            Block::Repeats(range) => view! { <Repeats range light /> }.into_any(),
        };
        if let Some(other) = beside.get() {
            let both =
                [document, other].map(|document| column(state, document, document == other, light));
            return view! { <div class={[TEXT, " columns"].concat()}>{Vec::from(both)}</div> }
                .into_any();
        }
        if !(has_translations && side_by_side.get()) {
            let blocks = blocks(state.corpus, document).into_iter();
            let passages: Vec<AnyView> = blocks.map(block).collect();
            return view! { <div class=TEXT>{passages}</div> }.into_any();
        }
        let row = |row: Row| match row {
            Row::Single(single) => block(single),
            Row::Pair(a, b) => {
                view! { <div class="pair">{passage(a)} {passage(b)}</div> }.into_any()
            }
        };
        let rows: Vec<AnyView> = rows(state.corpus, document).into_iter().map(row).collect();
        view! { <div class={[TEXT, " beside"].concat()}>{rows}</div> }.into_any()
    })
}

/// The eye and the focus follow a link: to what it points at, or to what is said of that.
fn go_there(state: State, linked: Memo<(Option<String>, Option<Quote>)>, anchor: Memo<Anchor>) {
    follow(move |_| {
        if linked.with(|(at, _)| at.is_none()) {
            return;
        }
        match anchor.with(|anchor| anchor.passage) {
            Some(passage) => scroll::to_passage(&state.passage_id(passage)),
            None => {
                scroll::to_top(None);
                // On a narrow screen it stands below the contents.
                scroll::focus_soon(FATE);
            }
        }
    });
}

/// The way back, and the document's headings.
#[component]
fn Contents(document: usize, headings: Vec<Heading>, here: Memo<Option<String>>) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let back = move || state.came_from.with(|from| href(&from.clone().at(None)));
    let scripts = &appendix().scripts;
    let entry = |heading: Heading| {
        let id = state.passage_id(heading.passage);
        let words = move || {
            let whole = state.text(heading.passage);
            let own = Script::of(state.passage_lang(heading.passage));
            match (own, state.view.with(|view| view.lens.script)) {
                (Some(own), Some(script)) if own != script => {
                    scripts.convert(heading.passage, own, &whole, 0..whole.len())
                }
                _ => whole.into_owned(),
            }
        };
        let here_id = id.clone();
        let read = move || state.view.with(|view| href(&read_at(view, &id)));
        let is_at = Signal::derive(move || {
            here.with(|at| at.as_ref() == Some(&here_id)).then_some("location")
        });
        view! {
            <li data-level=heading.level.to_string() lang=state.passage_lang(heading.passage)>
                <a href=text(read) aria-current=is_at>{text(words)}</a>
            </li>
        }
    };
    let (has_any, has_room) = (!headings.is_empty(), page::has_room_beside());
    let entries = headings.into_iter().map(entry).collect_view();
    view! {
        <nav class="contents" aria-label=words.contents>
            <a class="back" href=text(back)><span aria-hidden="true">"← "</span>{words.back_to_results}</a>
            {drawn(move || tools(state, document))}
            {drawn(move || legend(state, document))}
            {has_any.then(|| view! { <details open=has_room><summary>{words.contents}</summary><ol>{entries}</ol></details> })}
        </nav>
    }
}

/// What helps to read this document: its hits to step through, and its translations side by side.
fn tools(state: State, document: usize) -> Vec<Tag> {
    let words = state.view_words();
    let mut tools = Vec::new();
    let steps = hits(state, document);
    if steps.all > 0 {
        let said = match steps.now {
            Some(now) => (words.hit_of)(now + 1, steps.all),
            None => (words.hits_here)(steps.all),
        };
        let step = |label: &'static str, sign: &'static str, to: Option<usize>| {
            let step = button("", "", move || {
                if let Some(to) = to {
                    go_to_passage(state, to);
                }
            });
            let step = step.set("aria-label", label).set("title", label);
            step.maybe("disabled", to.is_none().then_some("")).text(sign)
        };
        tools.push(
            tag("div", &[("class", "hits"), ("role", "group")])
                .with(tag("span", &[("role", "status")]).text(said))
                .with(step(words.previous_hit, "↑", steps.before))
                .with(step(words.next_hit, "↓", steps.after)),
        );
    }
    tools.extend(script_choice(state, document));
    tools.extend(beside_choice(state, document));
    if has_translations(state.corpus, document) {
        let is_on = state.view.with(|view| view.lens.parallel);
        let check = tag("input", &[("type", "checkbox")])
            .set(".checked", if is_on { "true" } else { "" })
            .click(move || {
                let mut lens = state.view.with_untracked(|view| view.lens.clone());
                lens.parallel = !lens.parallel;
                look(state, lens);
            });
        let label = tag("label", &[("class", "check")]).with(check).text(" ");
        tools.push(label.text(words.beside_translation));
    }
    tools
}

/// In which script Chinese is shown, where the document has any.
fn script_choice(state: State, document: usize) -> Option<Tag> {
    let mut passages = state.corpus.passages_of(document);
    let is_chinese = passages.any(|n| Script::of(state.passage_lang(n)).is_some());
    if !is_chinese || appendix().scripts.is_empty() {
        return None;
    }
    let words = state.view_words();
    let options = vec![
        (String::new(), words.script_as_written.into()),
        (script_name(Script::Simplified).to_owned(), "简体字".into()),
        (script_name(Script::Traditional).to_owned(), "繁體字".into()),
    ];
    let now = state.view.with(|view| view.lens.script.map_or("", script_name)).to_owned();
    let choice = select(&[], options, now, move |name| {
        let mut lens = state.view.with_untracked(|view| view.lens.clone());
        lens.script = parse_script(&name);
        state.go(Intent::Look(lens));
    });
    Some(tag("label", &[("class", "check")]).text(words.script).text(" ").with(choice))
}

/// The themes of this document. One that is chosen shows where it is spoken of; the rest of the text stays.
fn legend(state: State, document: usize) -> Option<Tag> {
    let values = themes_of(state.corpus, document);
    if values.is_empty() {
        return None;
    }
    let words = state.words();
    let mut list = tag("ul", &[]);
    for (value, count) in values {
        let concept: &'static ArchivedConcept = &state.corpus.facets[facet::THEME].values[value];
        let id: &'static str = &concept.id;
        let filter = Filter { facet: facet::THEME, value: id.to_owned(), excluded: false };
        let is_chosen = state.is_chosen(&filter);
        let check = tag("input", &[("type", "checkbox")])
            .set("data-legend", id)
            .set(".checked", if is_chosen { "true" } else { "" })
            .on("change", move |_| state.go(Intent::Toggle(filter.clone())));
        let label = tag("label", &[])
            .with(check)
            .with(tag("span", &[("class", "name")]).text(concept.label.text(state.tag())))
            .with(tag("span", &[("class", "count")]).text(count.to_string()))
            .with(tag("span", &[("class", "visually-hidden")]).text(words.passages));
        let hue = hue_of_value(state.corpus, THEME, id).map(|hue| hue.to_string());
        list.push(tag("li", &[]).set("data-hue", hue.unwrap_or_default()).with(label));
    }
    let summary = tag("summary", &[]).text(words.themes);
    // Above the text, it is unfolded by who wants it.
    let open = page::has_room_beside().then_some("");
    let themes = tag("details", &[("class", "facet themes")]).maybe("open", open);
    Some(themes.with(summary).with(list))
}

/// One of two documents that stand beside each other: what it says of what is asked for, or all of it.
fn column(state: State, document: usize, is_other: bool, light: Light) -> AnyView {
    let words = state.view_words();
    let about = &state.corpus.documents[document];
    let id: &'static str = &about.id;
    let (lang, title) = about.title.get(state.tag()).unwrap_or_default();
    let read = move || state.view.with(|view| href(&read_document(view, id)));
    let found = Memo::new(move |_| match is_other {
        true => found_beside(state, document),
        false => found(state, document),
    });
    let passages = live(move || {
        let own = state.corpus.passages_of(document);
        let own = own.filter(|&n| state.passage(n).repeats().is_none());
        let shown: Vec<usize> = found.with(|found| match found {
            Some(found) => own.filter(|n| found.binary_search(n).is_ok()).collect(),
            None => own.collect(),
        });
        match shown.is_empty() {
            true => view! { <p class="nothing">{words.nothing_of_it_here}</p> }.into_any(),
            false => {
                let light = Light { found, ..light };
                let draw = |n| reading_passage(state, n, None, light);
                shown.into_iter().map(draw).collect_view().into_any()
            }
        }
    });
    view! {
        <section>
            <h2 lang=lang><a href=text(read)>{title}</a></h2>
            {passages}
        </section>
    }
    .into_any()
}

/// Sets the document up anew, with the passage that the reader is at where it was.
fn look(state: State, lens: Lens) {
    let held = scroll::held();
    state.go(Intent::Look(lens));
    held.into_iter().for_each(scroll::hold);
}

/// Which document this one can be set beside: those that say most of what is asked for.
fn beside_choice(state: State, document: usize) -> Option<Tag> {
    let now = state.view.with(|view| view.lens.beside.clone()).unwrap_or_default();
    // As if no document were chosen.
    let counts: Vec<u32> = state.answer.with(|answer| {
        answer.counts[facet::DOCUMENT].values.iter().map(|count| count.passages).collect()
    });
    let mut others: Vec<usize> = (0..state.corpus.documents.len())
        .filter(|&other| other != document && counts[other] > 0)
        .collect();
    most_first(&mut others, |other| counts[other]);
    others.truncate(MOST_BESIDE);
    let chosen = state.corpus.document_by_id(&now).filter(|other| *other != document);
    if let Some(chosen) = chosen.filter(|chosen| !others.contains(chosen)) {
        others.push(chosen);
    }
    if others.is_empty() {
        return None;
    }
    let words = state.view_words();
    let option = |other: usize| {
        let about = &state.corpus.documents[other];
        let title = about.title.text(state.tag());
        (about.id.to_string(), [title, " (", &counts[other].to_string(), ")"].concat().into())
    };
    let mut options = vec![(String::new(), words.beside_none.into())];
    options.extend(others.into_iter().map(option));
    let choice = select(&[("class", "beside-choice")], options, now, move |id| {
        let mut lens = state.view.with_untracked(|view| view.lens.clone());
        lens.beside = Some(id).filter(|id| !id.is_empty());
        look(state, lens);
    });
    Some(tag("label", &[("class", "check")]).text(words.beside_document).text(" ").with(choice))
}

/// Which document this is, while its head is not seen: a link may lead far into it.
fn now_reading(state: State, document: usize, place: RwSignal<Progress>) -> AnyView {
    let is_inside = flag(move || place.with(|place| place.is_inside));
    drawn(move || {
        // The head says it to those who do not look.
        let line = || tag("p", &[("aria-hidden", "true")]);
        let said = is_inside.get().then(|| byline(&state.corpus.documents[document], state.tag()));
        let said = said.map(|(title, rest)| {
            line().with(tag("b", &[("dir", "auto")]).text(title)).text(" ").text(rest)
        });
        tag("div", &[("class", "now-reading")]).with_some(said)
    })
}

/// How much of the document has been read.
fn progress(state: State, place: RwSignal<Progress>) -> AnyView {
    drawn(move || {
        let share = place.with(|place| place.share).to_string();
        let done = tag("div", &[]).set("style", ["width:", &share, "%"].concat());
        tag("div", &[("class", "progress"), ("role", "progressbar")])
            .set("aria-label", state.view_words().progress)
            .set("aria-valuenow", share)
            .with(done)
    })
}

/// Passages that say again what was said above, folded away until one of them is pointed at.
#[component]
fn Repeats(range: Range<usize>, light: Light) -> impl IntoView {
    let state = State::expect();
    let own = range.clone();
    let at = Memo::new(move |_| light.anchor.with(|anchor| anchor.passage));
    let is_open = flag(move || at.get().is_some_and(|at| own.contains(&at)));
    let passages = range.clone().map(|n| reading_passage(state, n, None, light));
    view! {
        <details class="repeats" prop:open=is_open>
            <summary>{(state.view_words().repeats_block)(range.len())}</summary>
            {passages.collect_view()}
        </details>
    }
}

/// The documents before and after this one.
#[component]
fn Neighbours(document: usize) -> impl IntoView {
    let state = State::expect();
    let words = state.view_words();
    let link = move |n: usize, label: &'static str| {
        let about = &state.corpus.documents[n];
        let id: &'static str = &about.id;
        let (lang, title) = about.title.get(state.tag()).unwrap_or_default();
        let read = move || state.view.with(|view| href(&read_document(view, id)));
        view! { <a href=text(read)><small>{label}</small><span lang=lang>{title}</span></a> }
    };
    let before = document.checked_sub(1).map(|n| link(n, words.previous_document));
    let after = (document + 1 < state.corpus.documents.len())
        .then(|| link(document + 1, words.next_document));
    view! { <nav class="neighbours" aria-label=words.documents>{before} {after}</nav> }
}
