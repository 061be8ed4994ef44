//! Clippings: what a reader has put aside, in the reader's own order, with notes; or what somebody shares.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::browser::{clippings as kept, events, files, json, scroll};
use crate::components::drawing::{Tag, button, drawn, link, select, tag, yes};
use crate::components::landmarks::{HEADING, MAIN};
use crate::components::{copy, follow, href, notes, save, save_as, url, url_of_passage};
use crate::state::State;
use crate::state::annotations::Collection;
use crate::state::clippings::{COLOURS, Clipping, Refused, read_tags};
use crate::state::intent::{in_view, read_at};
use crate::state::takeaway::Taken;
use crate::state::view_state::{View, ViewState};

/// The clippings.
pub fn clippings() -> AnyView {
    let state = State::expect();
    let words = state.view_words();
    let said = RwSignal::new(None::<String>);
    let tag_chosen = RwSignal::new(None::<String>);
    let shared = Memo::new(move |_| state.view.with(|view| view.clips.clone()));
    let body = drawn(move || match shared.with(Vec::is_empty) {
        true => own(state, said, tag_chosen),
        false => shared.with(|shared| of_others(state, shared)),
    });
    view! {
        <main id=MAIN tabindex="-1" class="clippings">
            <h1 id=HEADING class="view-title" tabindex="-1">{(state.words().view)(View::Clippings)}</h1>
            {notes()}
            {drawn(move || said.with(|said| {
                let said = said.clone().unwrap_or_default();
                tag("p", &[("role", "status"), ("class", "said")]).text(said)
            }))}
            {body}
            <p class="hint">{words.clippings_stay}</p>
        </main>
    }
    .into_any()
}

/// Id of what takes a removal back; it takes the focus from what was removed.
const UNDO: &str = "undo";

/// The reader's own.
fn own(
    state: State,
    said: RwSignal<Option<String>>,
    tag_chosen: RwSignal<Option<String>>,
) -> Vec<Tag> {
    let words = state.view_words();
    let clippings = state.clippings.read();
    // Each keeps its element, whatever comes before it: the focus stays where it is.
    let mut parts = vec![tools(state, said).keyed(0)];
    let gone = state.taken_away.read();
    // What is there again by another way is not gone.
    if let Some((_, gone)) = gone.iter().rfind(|(_, gone)| !clippings.has(&gone.passage)) {
        let id = gone.passage.clone();
        let undo = move || {
            state.put_back(&id);
        };
        let begin: String = gone.text.chars().take(40).collect();
        let text = tag("span", &[]).text((words.clipping_removed)(&begin));
        let undo = button("", words.undo, undo).set("id", UNDO);
        parts.push(tag("p", &[("class", "undo")]).with(text).text(" ").with(undo).keyed(1));
    }
    if clippings.all().is_empty() {
        parts.push(tag("p", &[("class", "nothing")]).text(words.no_clippings).keyed(2));
        return parts;
    }
    let chosen = tag_chosen.get();
    let tags: Vec<String> = clippings.tags().into_iter().map(str::to_owned).collect();
    if !tags.is_empty() {
        let mut row =
            tag("div", &[("class", "tags"), ("role", "group")]).set("aria-label", words.tags);
        for name in tags {
            let is_on = chosen.as_ref() == Some(&name);
            let own = name.clone();
            let toggle = move || tag_chosen.set((!is_on).then(|| own.clone()));
            row.push(button("", name, toggle).set("aria-pressed", yes(is_on)));
        }
        parts.push(row.keyed(3));
    }
    let mut list = tag("ol", &[]);
    let count = clippings.all().len();
    for (n, clipping) in clippings.all().iter().enumerate() {
        if chosen.as_ref().is_none_or(|chosen| clipping.tags.contains(chosen)) {
            list.push(item(state, clipping, n, count));
        }
    }
    parts.push(list.keyed(4));
    parts
}

/// What can be done with all of them.
fn tools(state: State, said: RwSignal<Option<String>>) -> Tag {
    let words = state.view_words();
    let mut tools = tag("div", &[("class", "tools")]);
    if state.clippings.with(|all| !all.all().is_empty()) {
        tools.push(button("", words.copy_clippings_link, move || copy_link(state)));
        tools.push(button("", words.save_clippings, move || {
            let file = state.clippings.with_untracked(|all| all.to_file(state.corpus));
            save_json(state, ".clippings.json", "application/json", json::write(&file));
        }));
        tools.push(button("", words.save_annotations, move || {
            let text = state.clippings.with_untracked(|all| {
                let taken = taken(state, all.all());
                let own = |id: &str| url(&shared_view(vec![id.to_owned()]));
                let title = state.corpus.title.text(state.tag());
                json::write(&Collection::of(title, &taken, own))
            });
            save_json(state, ".annotations.jsonld", "application/ld+json", text);
        }));
        tools.push(save_as(state, |state, format| {
            state.clippings.with_untracked(|all| {
                super::takeaway::save(state, format, &taken(state, all.all()));
            });
        }));
    }
    let chosen = move |event: Event| {
        files::read_chosen(&event, move |name, text| take_in(state, said, &name, text));
    };
    let field =
        tag("input", &[("type", "file")]).set("accept", kept::ACCEPTED).on("change", chosen);
    tools.with(
        tag("label", &[("class", "import")]).text(words.import_clippings).text(" ").with(field),
    )
}

/// Adds what a file holds, and says what came of it.
fn take_in(state: State, said: RwSignal<Option<String>>, name: &str, text: Option<String>) {
    let words = state.view_words();
    let read = match text {
        Some(text) => kept::read(state.corpus, state.tag(), &text),
        None => Err(Refused::Unreadable),
    };
    let message = match read {
        Ok(others) => {
            let came = state.clippings.try_update(|all| all.take_in(others)).unwrap_or_default();
            (words.clippings_came)(name, came)
        }
        Err(why) => (words.clippings_refused)(name, why),
    };
    said.set(Some(message));
}

/// One of the reader's own.
fn item(state: State, clipping: &Clipping, n: usize, count: usize) -> Tag {
    let words = state.view_words();
    let id = clipping.passage.clone();
    let change = move |id: &str, change: &dyn Fn(&mut Clipping)| {
        state.clippings.update(|all| all.change(id, change));
    };
    let field = |label: &'static str, field: Tag| {
        tag("label", &[]).with(tag("span", &[]).text(label)).with(field)
    };
    let own = id.clone();
    let note = tag("textarea", &[("rows", "2")]).set(".value", clipping.note.clone()).on(
        "change",
        move |event| {
            let typed = event_target_value(&event);
            change(&own, &|clipping| clipping.note.clone_from(&typed));
        },
    );
    let own = id.clone();
    let tags = tag("input", &[("type", "text")]).set(".value", clipping.tags.join(", ")).on(
        "change",
        move |event| {
            let typed = read_tags(&event_target_value(&event));
            change(&own, &|clipping| clipping.tags.clone_from(&typed));
        },
    );
    let own = id.clone();
    let colours =
        (0..=COLOURS).map(|n| (n.to_string(), words.colours[usize::from(n)].into())).collect();
    let colour = select(&[], colours, clipping.colour.to_string(), move |chosen| {
        let chosen = chosen.parse().unwrap_or_default();
        change(&own, &|clipping| clipping.colour = chosen);
    });
    let step = |label: &'static str, sign: &'static str, by: isize, is_end: bool| {
        let own = id.clone();
        button("", "", move || state.clippings.update(|all| all.shift(&own, by)))
            .set("aria-label", label)
            .set("title", label)
            .maybe("disabled", is_end.then_some(""))
            .text(sign)
    };
    let own = id.clone();
    let remove = button("", words.remove_clipping, move || {
        state.take_away(&own);
        scroll::focus_soon(UNDO);
    });
    let actions = tag("div", &[("class", "actions")])
        .with(step(words.move_up, "↑", -1, n == 0))
        .with(step(words.move_down, "↓", 1, n + 1 == count))
        .with(remove);
    let edit = tag("div", &[("class", "edit")])
        .with(field(words.note, note))
        .with(field(words.tags, tags))
        .with(field(words.colour, colour));
    quote(state, &clipping.passage, &clipping.text, &clipping.source)
        .set("data-colour", clipping.colour.to_string())
        .with(edit)
        .with(actions)
}

/// A passage and where it stands; its words as they were, where the corpus has it no longer.
fn quote(state: State, id: &str, text: &str, source: &str) -> Tag {
    // Any number that goes with the passage: it tells the items of one list apart.
    let mix = |key: u32, byte: u8| (key ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let item = tag("li", &[]).keyed(id.bytes().fold(0x811c_9dc5, mix) as usize);
    match state.corpus.passage_by_id(id) {
        Some(n) => {
            let passage = state.passage(n);
            let document = &state.corpus.documents[passage.document.to_native() as usize];
            let read = link(href(&read_at(&ViewState::default(), id)));
            let words = state.text(n);
            let (lang, title) = document.title.get(state.tag()).unwrap_or_default();
            item.with(
                tag("article", &[])
                    .set("data-passage", id.to_owned())
                    .set("lang", state.passage_lang(n))
                    .with(tag("blockquote", &[("class", "words"), ("dir", "auto")]).text(words)),
            )
            .with(tag("p", &[("class", "from")]).with(read.set("lang", lang).text(title)))
        }
        None => item
            .with(tag("blockquote", &[("class", "words"), ("dir", "auto")]).text(text.to_owned()))
            .with(tag("p", &[("class", "from")]).text(source.to_owned()))
            .with(tag("p", &[("class", "lost")]).text(state.view_words().clipping_lost)),
    }
}

/// What somebody shares by a link.
fn of_others(state: State, shared: &[String]) -> Vec<Tag> {
    let words = state.view_words();
    let own =
        href(&ViewState { clips: Vec::new(), ..in_view(&state.view.read(), View::Clippings) });
    let take = {
        let shared = shared.to_owned();
        move || {
            state.clippings.update(|all| {
                for n in shared.iter().filter_map(|id| state.corpus.passage_by_id(id)) {
                    all.put(state.corpus, n, state.tag());
                }
            });
            state.toast.set(Some(words.clippings_kept));
        }
    };
    let lead = tag("p", &[]).text((words.clippings_shared)(shared.len()));
    let tools = tag("div", &[("class", "tools")])
        .with(button("", words.keep_clippings, take))
        .with(link(own).text(words.own_clippings));
    let mut list = tag("ol", &[]);
    for id in shared {
        list.push(quote(state, id, "", ""));
    }
    vec![lead, tools, list]
}

/// Saves what was written, if it could be: it is not said to be saved where it is not.
fn save_json(state: State, ending: &str, media_type: &str, written: Option<String>) {
    if let Some(text) = written {
        save(state, ending, media_type, &text);
    }
}

fn taken<'a>(state: State, all: &'a [Clipping]) -> Vec<Taken<'a>> {
    let link = |clipping: &Clipping| url_of_passage(&clipping.passage);
    all.iter().map(|clipping| Taken::clipping(state.corpus, clipping, link(clipping))).collect()
}

fn copy_link(state: State) {
    let ids = state.clippings.with_untracked(|all| {
        let known = |c: &&Clipping| state.corpus.passage_by_id(&c.passage).is_some();
        all.all().iter().filter(known).map(|clipping| clipping.passage.clone()).collect()
    });
    let words = state.words();
    copy(state, &url(&shared_view(ids)), words.link_copied, words.link_not_copied);
}

fn shared_view(clips: Vec<String>) -> ViewState {
    ViewState { view: View::Clippings, clips, ..ViewState::default() }
}

/// Brings back what the browser kept, and keeps what changes from now on.
pub fn restore(state: State) {
    let may_keep = RwSignal::new(true);
    // What lies there and cannot be read is not written over, whenever it comes.
    let readable = move || match kept::kept(state.corpus) {
        kept::Kept::Clippings(all) => {
            may_keep.set(true);
            Some(all)
        }
        kept::Kept::Damaged { is_beside } => {
            may_keep.set(is_beside);
            state.toast.set(Some(state.view_words().clippings_damaged));
            None
        }
        kept::Kept::Newer => {
            may_keep.set(false);
            state.toast.set(Some(state.view_words().clippings_newer));
            None
        }
    };
    if let Some(all) = readable() {
        state.clippings.update(|own| {
            // What was put aside before they came stays.
            let put = std::mem::take(own);
            own.take_in(all);
            own.take_in(put.all().to_vec());
        });
    }
    events::take_typed_when_hidden();
    kept::on_change(state.corpus, move || {
        let before = state.clippings.get_untracked();
        // The fields are drawn anew: what is being typed would go with them.
        events::take_typed();
        if let Some(all) = readable() {
            state.clippings.update(|own| own.follow(&before, all));
        }
    });
    follow(move |_| {
        let file = state.clippings.with(|all| all.to_file(state.corpus));
        if may_keep.get() && !kept::keep(state.corpus, &file) {
            state.toast.set(Some(state.view_words().clippings_not_kept));
        }
    });
}
