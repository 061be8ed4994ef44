//! How is a view written as a link, and read from one? The part of the URL after `#`.
//!
//! Reading is total: whatever stands there gives a view, and what could not be used gives notes.
//! Writing is canonical: equal views give equal links, with parameters in a fixed order and defaults
//! left out. Reading what was written gives the same view.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use vitrine_corpus::facet::{DOCUMENT, FACETS, position};
use vitrine_search::anchor::Quote;

use super::view_state::{
    EVERY, Lens, Order, TAGS, View, ViewState, Window, facet_name, facet_place, line_sort_name,
    parse_line_sort, parse_script, parse_sort, parse_term_sort, parse_twice, script_name,
    sort_name, term_sort_name, twice_name,
};

/// What a link can point at; a corpus answers it.
pub trait Vocabulary {
    /// Whether the facet (by its place in [`FACETS`]) has the value.
    fn has_value(&self, facet: usize, value: &str) -> bool;
    /// Whether there is a passage of that id.
    fn has_passage(&self, id: &str) -> bool;
    /// Whether there is the document of a passage that may be there no more.
    fn has_document_of(&self, id: &str) -> bool;
    /// Whether a figure has this unit.
    fn has_unit(&self, unit: &str) -> bool;
}

/// Something in a link that was not used, or not as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkNote {
    /// No parameter has this name.
    UnknownParameter(String),
    /// The parameter has no such value.
    UnknownValue {
        /// Name in the link.
        parameter: String,
        /// What it said.
        value: String,
    },
    /// A `%` escape that is no text; it was read as well as possible.
    BrokenEscape(String),
    /// A parameter that can stand only once stood again.
    Again(String),
    /// A value is both asked for and left out; it was left out.
    Contradiction(String),
    /// A document was to be read, and the link does not say which.
    NothingToRead,
    /// The passage that is pointed at is none of the results.
    NotAmongResults(String),
    /// What stands behind so many bytes of a link was left out.
    TooLong(usize),
    /// More passages are shared than are shown; so many are.
    TooManyClips(usize),
}

/// A longer link is cut here, between two parameters, so that a hostile one costs little. Of our own only one that shares
/// hundreds of passages comes near it.
const LONGEST: usize = 16 * 1024;

/// The values of `cells`.
const COUNT: &str = "count";
const SHARE: &str = "share";

/// Names a facet of which a passage must have all chosen values; stands as often as there are such.
const ALL: &str = "all";

/// Names a passage that somebody shares; stands as often as there are such, in their order.
const CLIP: &str = "clip";

/// So many of these are looked up: each takes a walk over all passages.
const MOST_CLIPS: usize = 500;

/// The value of `embed`.
const QUIET: &str = "quiet";

/// The value of `parallel`.
const SIDE: &str = "side";

/// The words that a link quotes, or those that begin the passage that it quotes.
const WORDS: &str = "words";
const BEGINS: &str = "begins";

/// Parameters of which the first one counts.
const ONCE: [&str; 24] = [
    "q", "view", "sort", "unit", "order", "rows", "cols", "cells", "kwic", "window", "terms",
    "parallel", "beside", "script", "embed", "at", WORDS, BEGINS, "before", "after", "since",
    "until", "twice", "corpus",
];

/// Begins what is for the browser and no part of a link of ours. Most take it away before a page can see it.
const DIRECTIVE: &str = ":~:";

/// What stays as it is: what URLs allow after `#` and what has no meaning in ours or, as `:~:` has, for a browser.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'*')
    .remove(b':')
    .remove(b'/')
    .remove(b',')
    .remove(b'(')
    .remove(b')')
    .remove(b' ');

/// The link of a view, without the `#`. Empty for the view one starts with.
pub fn write(state: &ViewState) -> String {
    let mut link = String::new();
    let mut put = |sign: &str, name: &str, value: &str| {
        if !link.is_empty() {
            link.push('&');
        }
        link.push_str(sign);
        link.push_str(name);
        link.push('=');
        for piece in utf8_percent_encode(value, ESCAPED) {
            link.extend(piece.chars().map(|c| if c == ' ' { '+' } else { c }));
        }
    };
    if !state.query.is_empty() {
        put("", "q", &state.query);
    }
    for (facet, choice) in state.facets.iter().enumerate() {
        choice.include.iter().for_each(|value| put("", facet_name(facet), value));
        choice.exclude.iter().for_each(|value| put("-", facet_name(facet), value));
    }
    for (facet, choice) in state.facets.iter().enumerate() {
        if choice.all {
            put("", ALL, facet_name(facet));
        }
    }
    if state.view != View::default() {
        put("", "view", state.view.name());
    }
    if state.sort != Default::default() {
        put("", "sort", sort_name(state.sort));
    }
    let (lens, usual) = (&state.lens, Lens::default());
    if let Some(unit) = &lens.unit {
        put("", "unit", unit);
    }
    if lens.order != usual.order {
        put("", "order", lens.order.name());
    }
    if lens.rows != usual.rows {
        put("", "rows", FACETS[lens.rows].id);
    }
    if lens.cols != usual.cols {
        put("", "cols", FACETS[lens.cols].id);
    }
    if lens.shares {
        put("", "cells", SHARE);
    }
    if lens.kwic != usual.kwic {
        put("", "kwic", line_sort_name(lens.kwic));
    }
    if lens.window != usual.window {
        put("", "window", &lens.window.0.to_string());
    }
    if lens.terms != usual.terms {
        put("", "terms", term_sort_name(lens.terms));
    }
    if lens.parallel {
        put("", "parallel", SIDE);
    }
    if let Some(beside) = &lens.beside {
        put("", "beside", beside);
    }
    if let Some(script) = lens.script {
        put("", "script", script_name(script));
    }
    for clip in &state.clips {
        put("", CLIP, clip);
    }
    if state.embed {
        put("", "embed", QUIET);
    }
    if let Some(at) = &state.at {
        put("", "at", at);
    }
    if let Some(quote) = &state.quote {
        put("", if quote.is_beginning { BEGINS } else { WORDS }, &quote.words);
        let twice = twice_name(quote.twice);
        for (name, value) in [
            ("before", &*quote.before),
            ("after", &quote.after),
            ("since", &quote.since),
            ("until", &quote.until),
            ("twice", twice),
            ("corpus", &quote.version),
        ] {
            if !value.is_empty() {
                put("", name, value);
            }
        }
    }
    link
}

/// What a link to words may have behind it, so that a browser looks for them by itself: `:~:text=`. It helps where
/// nothing else does, on a page that does not know our links.
pub fn directive(quote: &Quote) -> String {
    // Its commas and hyphens are signs.
    let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mut directive = [DIRECTIVE, "text="].concat();
    if !quote.before.is_empty() {
        directive += &[&escaped(&quote.before), "-,"].concat();
    }
    directive += &escaped(&quote.words);
    if !quote.after.is_empty() {
        directive += &[",-", &escaped(&quote.after)].concat();
    }
    directive
}

/// The passage that a link points at, whatever corpus it is of; `None` where an escape in its id is no text.
pub fn passage(link: &str) -> Option<String> {
    let (_, value) = parameters(own_part(link)).find(|(name, _)| decode(name).0 == "at")?;
    let (id, is_broken) = decode(value);
    (!is_broken).then_some(id)
}

/// A link without what is for the browser.
fn own_part(link: &str) -> &str {
    link.split(DIRECTIVE).next().unwrap_or(link)
}

/// Names and values, as they are written.
fn parameters(link: &str) -> impl Iterator<Item = (&str, &str)> {
    let parameters = link.split('&').filter(|parameter| !parameter.is_empty());
    parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")))
}

/// A name or value as it was before it was written, and whether an escape in it is no text: it is read as well as
/// possible.
fn decode(raw: &str) -> (String, bool) {
    let spaced = raw.replace('+', " ");
    match percent_decode_str(&spaced).decode_utf8_lossy() {
        Cow::Borrowed(text) => (text.to_owned(), false),
        Cow::Owned(text) => {
            // Said of text that was broken by decoding, not of one that holds the sign itself.
            let is_broken = percent_decode_str(&spaced).decode_utf8().is_err();
            (text, is_broken)
        }
    }
}

/// The view a link means, and what in it could not be used.
pub fn read(link: &str, known: &dyn Vocabulary) -> (ViewState, Vec<LinkNote>) {
    let link = own_part(link);
    let mut reader = Reader {
        state: ViewState::default(),
        quote: Quote::default(),
        notes: Vec::new(),
        seen: Vec::new(),
        clips: 0,
        known,
    };
    let mut read = link;
    if link.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|&end| link.is_char_boundary(end));
        read = &link[..end.unwrap_or(0)];
        read = read.rsplit_once('&').map_or(read, |(whole, _)| whole);
        reader.notes.push(LinkNote::TooLong(LONGEST));
    }
    for (name, value) in parameters(read) {
        let (name, value) = (reader.decode(name), reader.decode(value));
        reader.take(&name, value);
    }
    reader.finish()
}

struct Reader<'a> {
    state: ViewState,
    /// What the link quotes, as far as it has been read.
    quote: Quote,
    notes: Vec<LinkNote>,
    /// Parameters that can stand only once and have stood.
    seen: Vec<&'static str>,
    /// How many passages the link shares.
    clips: usize,
    known: &'a dyn Vocabulary,
}

impl Reader<'_> {
    fn decode(&mut self, raw: &str) -> String {
        let (text, is_broken) = decode(raw);
        if is_broken {
            self.notes.push(LinkNote::BrokenEscape(text.clone()));
        }
        text
    }

    fn take(&mut self, name: &str, value: String) {
        let Some(once) = ONCE.into_iter().find(|once| *once == name) else {
            return self.take_facet(name, value);
        };
        if self.seen.contains(&once) {
            return self.notes.push(LinkNote::Again(name.to_owned()));
        }
        self.seen.push(once);
        let lens = &mut self.state.lens;
        let is_known = match name {
            "q" => {
                self.state.query = value;
                return;
            }
            "view" => set(&mut self.state.view, View::parse(&value)),
            "sort" => set(&mut self.state.sort, parse_sort(&value)),
            "unit" => {
                let is_known = self.known.has_unit(&value);
                is_known && set(&mut lens.unit, Some(Some(value.clone())))
            }
            "order" => set(&mut lens.order, Order::parse(&value)),
            "rows" => set(&mut lens.rows, position(&value)),
            "cols" => set(&mut lens.cols, position(&value)),
            "cells" => {
                lens.shares = value == SHARE;
                lens.shares || value == COUNT
            }
            "kwic" => set(&mut lens.kwic, parse_line_sort(&value)),
            "window" => set(&mut lens.window, Window::parse(&value)),
            "terms" => set(&mut lens.terms, parse_term_sort(&value)),
            "parallel" => {
                lens.parallel = value == SIDE;
                lens.parallel
            }
            "beside" => {
                let is_known = self.known.has_value(DOCUMENT, &value);
                is_known && set(&mut lens.beside, Some(Some(value.clone())))
            }
            "script" => set(&mut lens.script, parse_script(&value).map(Some)),
            "embed" => {
                self.state.embed = value == QUIET;
                self.state.embed
            }
            WORDS | BEGINS if !self.quote.words.is_empty() => {
                return self.notes.push(LinkNote::Again(name.to_owned()));
            }
            WORDS | BEGINS => {
                self.quote.is_beginning = name == BEGINS;
                return self.quote.words = value;
            }
            "before" => return self.quote.before = value,
            "after" => return self.quote.after = value,
            "since" => return self.quote.since = value,
            "until" => return self.quote.until = value,
            "corpus" => return self.quote.version = value,
            "twice" => set(&mut self.quote.twice, parse_twice(&value)),
            _ => return self.state.at = Some(value),
        };
        if !is_known {
            self.unknown(name, value);
        }
    }

    fn take_facet(&mut self, name: &str, value: String) {
        if name == ALL {
            return match facet_place(&value) {
                Some(facet) => self.state.facets[facet].all = true,
                None => self.unknown(name, value),
            };
        }
        if name == CLIP {
            self.clips += 1;
            if self.clips > MOST_CLIPS {
                return;
            }
            let clips = &mut self.state.clips;
            if !self.known.has_passage(&value) {
                self.unknown(name, value);
            } else if !clips.contains(&value) {
                clips.push(value);
            }
            return;
        }
        let excluded = name.strip_prefix('-');
        let Some(facet) = facet_place(excluded.unwrap_or(name)) else {
            return self.notes.push(LinkNote::UnknownParameter(name.to_owned()));
        };
        // Which tags there are, the reader's browser knows, and not yet.
        let is_known = facet == TAGS && !value.is_empty() || value == EVERY;
        if !is_known && (facet == TAGS || !self.known.has_value(facet, &value)) {
            return self.unknown(name, value);
        }
        let choice = &mut self.state.facets[facet];
        let side = if excluded.is_some() { &mut choice.exclude } else { &mut choice.include };
        side.insert(value);
    }

    fn unknown(&mut self, parameter: &str, value: String) {
        self.notes.push(LinkNote::UnknownValue { parameter: parameter.to_owned(), value });
    }

    fn finish(mut self) -> (ViewState, Vec<LinkNote>) {
        if self.clips > MOST_CLIPS {
            self.notes.push(LinkNote::TooManyClips(MOST_CLIPS));
        }
        for choice in &mut self.state.facets {
            let both: Vec<String> = choice.include.intersection(&choice.exclude).cloned().collect();
            for value in both {
                choice.include.remove(&value);
                self.notes.push(LinkNote::Contradiction(value));
            }
        }
        // A document can be read without the passage: it says what has become of it.
        let is_of_document =
            |at: &String| self.state.view == View::Read && self.known.has_document_of(at);
        match self.state.at.take_if(|at| !self.known.has_passage(at) && !is_of_document(at)) {
            Some(at) => self.unknown("at", at),
            None if self.state.at.is_none() || self.quote.words.is_empty() => {}
            None => self.state.quote = Some(std::mem::take(&mut self.quote)),
        }
        if self.state.view == View::Read && !names_document(&self.state) {
            self.state.view = View::Browse;
            self.notes.push(LinkNote::NothingToRead);
        }
        (self.state, self.notes)
    }
}

/// Puts a value in its place, if it is one.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let is_known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_known
}

/// Whether the view says which document is to be read: by a passage of it, or by itself.
fn names_document(state: &ViewState) -> bool {
    state.at.is_some() || state.facets[DOCUMENT].include.iter().any(|id| id != EVERY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use vitrine_search::Sort;
    use vitrine_search::anchor::Twice;

    use super::super::view_state::{LINE_SORTS, SORTS, TERM_SORTS};
    use super::*;

    /// Knows every value that does not begin with `un`.
    struct Most;

    impl Vocabulary for Most {
        fn has_value(&self, _: usize, value: &str) -> bool {
            !value.starts_with("un")
        }

        fn has_passage(&self, id: &str) -> bool {
            !id.starts_with("un")
        }

        fn has_document_of(&self, id: &str) -> bool {
            id.starts_with("unread")
        }

        fn has_unit(&self, unit: &str) -> bool {
            !unit.starts_with("un")
        }
    }

    fn state(link: &str) -> ViewState {
        let (state, notes) = read(link, &Most);
        assert_eq!(notes, [], "{link}");
        state
    }

    #[test]
    fn a_link_is_written_in_one_order_without_defaults() {
        let link = "at=p1&sort=date&-theme=labor&lang=en&view=browse&theme=b&theme=a&q=a+b";
        assert_eq!(
            write(&state(link)),
            "q=a+b&theme=a&theme=b&-theme=labor&lang=en&sort=date&at=p1"
        );
        assert_eq!(write(&ViewState::default()), "");
        assert_eq!(write(&state("view=read&doc=d")), "doc=d&view=read");
        assert_eq!(
            write(&state("terms=frequency&window=40&kwic=left&view=concordance&q=a")),
            "q=a&view=concordance&kwic=left&window=40&terms=frequency"
        );
        assert_eq!(write(&state("terms=keyness&window=10&kwic=corpus&view=terms")), "view=terms");
        assert_eq!(
            write(&state("cells=share&rows=actor&view=matrix&cols=doc&order=unit&unit=US+dollars")),
            "view=matrix&unit=US+dollars&rows=actor&cells=share"
        );
        assert_eq!(write(&state("at=p1&parallel=side&view=read")), "view=read&parallel=side&at=p1");
        assert_eq!(write(&state("view=framework")), "view=framework");
        assert_eq!(
            write(&state("all=theme&-actor=*&theme=b&theme=a&embed=quiet&at=p")),
            "theme=a&theme=b&-actor=*&all=theme&embed=quiet&at=p"
        );
        assert_eq!(
            write(&state("clip=b&view=clippings&clip=a&clip=b")),
            "view=clippings&clip=b&clip=a"
        );
    }

    #[test]
    fn a_link_with_too_many_clippings_is_cut_and_says_so() {
        let clips = |n: usize| (0..n).map(|n| format!("clip={n}")).collect::<Vec<_>>().join("&");
        let (state, notes) = read(&clips(MOST_CLIPS), &Most);
        assert_eq!((state.clips.len(), notes), (MOST_CLIPS, Vec::new()));
        let (state, notes) = read(&clips(MOST_CLIPS + 1), &Most);
        assert_eq!(
            (state.clips.len(), notes),
            (MOST_CLIPS, vec![LinkNote::TooManyClips(MOST_CLIPS)])
        );
    }

    #[test]
    fn a_link_that_is_too_long_ends_with_a_whole_parameter_and_says_so() {
        let rest = "clip=朝鮮&".repeat(LONGEST / 8);
        let (state, notes) = read(&format!("q=a&{rest}"), &Most);
        assert_eq!(state.query, "a");
        assert!(state.clips.iter().all(|clip| clip == "朝鮮"), "{:?}", state.clips);
        assert!(notes.contains(&LinkNote::TooLong(LONGEST)), "{notes:?}");
        let (state, notes) = read(&format!("q={}", "a".repeat(LONGEST)), &Most);
        assert!(!state.query.is_empty() && notes == [LinkNote::TooLong(LONGEST)], "{notes:?}");
    }

    #[test]
    fn either_script_and_every_sign_survives() {
        for query in [
            "朝鮮",
            "朝鲜 OR 北韓",
            "a+b=c&d#e%41",
            "\"phrase\" -word",
            "date:2024..2025",
            "🚀\u{fffd}",
        ] {
            let view = ViewState { query: query.to_owned(), ..ViewState::default() };
            assert_eq!(state(&write(&view)), view);
        }
        assert_eq!(state("q=朝鮮").query, "朝鮮", "unescaped, as people type it");
        assert_eq!(state("q=%2541").query, "%41", "decoded once");
    }

    #[test]
    fn what_cannot_be_used_is_noted_and_the_rest_holds() {
        let (state, notes) = read(
            "theme=labor&theme=unheard&zzz=1&at=ungone&view=unheard&sort=up&rows=up&cells=up&q=a&q=b&lang=x&-lang=x",
            &Most,
        );
        assert_eq!(write(&state), "q=a&theme=labor&-lang=x");
        let value = |parameter: &str, value: &str| LinkNote::UnknownValue {
            parameter: parameter.to_owned(),
            value: value.to_owned(),
        };
        assert_eq!(
            notes,
            [
                value("theme", "unheard"),
                LinkNote::UnknownParameter("zzz".to_owned()),
                value("view", "unheard"),
                value("sort", "up"),
                value("rows", "up"),
                value("cells", "up"),
                LinkNote::Again("q".to_owned()),
                LinkNote::Contradiction("x".to_owned()),
                value("at", "ungone"),
            ]
        );
    }

    #[test]
    fn a_link_carries_the_words_it_points_at() {
        let link = "view=read&at=p&words=a+b&before=c&after=d&twice=words&corpus=1";
        let quoted = state(link);
        assert_eq!(write(&quoted), link);
        let quote = quoted.quote.unwrap();
        assert_eq!((&*quote.words, &*quote.before, quote.is_beginning), ("a b", "c", false));
        assert_eq!(write(&state("begins=a&at=p&view=read")), "view=read&at=p&begins=a");
        // The words of no passage are no words.
        assert_eq!(write(&state("words=a&before=b")), "");
        assert_eq!(write(&state("at=p&before=b")), "at=p");
        let (first, notes) = read("at=p&words=a&begins=b&twice=often", &Most);
        assert_eq!(write(&first), "at=p&words=a");
        assert_eq!(notes.len(), 2);
    }

    #[test]
    fn a_document_is_read_where_a_passage_is_gone() {
        assert_eq!(write(&state("at=unread1&view=read")), "view=read&at=unread1");
        assert_eq!(write(&state("at=unread1&view=read&begins=a")), "view=read&at=unread1&begins=a");
        let (browsed, notes) = read("at=unread1", &Most);
        assert_eq!((&*write(&browsed), notes.len()), ("", 1));
    }

    #[test]
    fn what_is_for_the_browser_is_no_part_of_a_link() {
        let quoted = state("view=read&at=p&words=a-b,c&before=d&after=e");
        let directive = directive(quoted.quote.as_ref().unwrap());
        assert_eq!(directive, ":~:text=d-,a%2Db%2Cc,-e");
        assert_eq!(state(&[&*write(&quoted), &directive].concat()), quoted);
        let query = ViewState { query: ":~:text=a".into(), ..ViewState::default() };
        assert!(!write(&query).contains(DIRECTIVE), "a browser would take it away");
        assert_eq!(state(&write(&query)), query);
    }

    #[test]
    fn the_passage_of_a_link_is_told_without_its_corpus() {
        assert_eq!(passage("view=read&%61t=a+b%26c:~:text=d").as_deref(), Some("a b&c"));
        assert_eq!(passage("q=at&begins=at%3D1"), None);
    }

    #[test]
    fn a_window_is_a_plain_number_of_some_size() {
        for no in ["0", "010", "201", "-1", "+5", "ten", "", "1e2"] {
            let (state, notes) = read(&format!("window={no}"), &Most);
            assert!(state.lens.window == Window::default() && notes.len() == 1, "{no}");
        }
        assert_eq!(state("window=200").lens.window, Window(200));
    }

    #[test]
    fn reading_needs_something_to_read() {
        assert_eq!(read("view=read&doc=unheard", &Most).0.view, View::Browse);
        assert_eq!(read("view=read", &Most).1, [LinkNote::NothingToRead]);
        assert_eq!(state("view=read&at=p").view, View::Read);
        let (every, notes) = read("view=read&doc=*", &Most);
        assert_eq!((&*write(&every), &notes[..]), ("doc=*", &[LinkNote::NothingToRead][..]));
    }

    #[test]
    fn a_broken_escape_is_read_as_well_as_possible() {
        let (state, notes) = read("theme=labor&q=%E0%A4%A", &Most);
        assert!(state.facets[0].include.contains("labor") && !state.query.is_empty());
        assert!(matches!(&notes[..], [LinkNote::BrokenEscape(_)]));
    }

    prop_compose! {
        fn views()(
            query in ".{0,20}",
            values in proptest::collection::vec((0..FACETS.len(), "[a-z0-9 &=+%#朝鮮-]{1,6}", any::<bool>()), 0..6),
            sort in 0..3_usize,
            (kwic, window, terms) in (0..3_usize, 1..=200_u8, 0..2_usize),
            at in proptest::option::of("[a-z0-9&=+-]{1,8}"),
            lens in (
                proptest::option::of("[a-z &=朝]{0,6}"),
                0..3_usize,
                0..FACETS.len(),
                0..FACETS.len(),
                any::<[bool; 2]>(),
            ),
            view in 0..View::ALL.len(),
            (words, neighbours, twice, is_beginning) in (".{0,4}", "[a-z&=~:朝]{0,6}", 0..3_usize, any::<bool>()),
            (embed, all, script) in (any::<bool>(), any::<[bool; FACETS.len() + 1]>(), 0..3_usize),
            beside in proptest::option::of("[a-z0-9&=+-]{1,4}"),
            clips in proptest::collection::btree_set("[a-z0-9&=+-]{1,4}", 0..3),
        ) -> ViewState {
            let clips = clips.into_iter().filter(|clip| !clip.starts_with("un")).collect();
            let (unit, order, rows, cols, [shares, parallel]) = lens;
            let lens = Lens {
                unit,
                order: Order::ALL[order],
                rows,
                cols,
                shares,
                kwic: LINE_SORTS[kwic],
                window: Window(window),
                terms: TERM_SORTS[terms],
                parallel,
                beside,
                script: [None, parse_script("hans"), parse_script("hant")][script],
            };
            let quote = Quote {
                words,
                is_beginning,
                before: neighbours.clone(),
                after: neighbours.clone(),
                since: neighbours.clone(),
                until: neighbours.clone(),
                twice: [Twice::No, Twice::Words, Twice::Passage][twice],
                version: neighbours,
            };
            let quote = (at.is_some() && !quote.words.is_empty()).then_some(quote);
            let mut state = ViewState { query, sort: SORTS[sort], lens, at, quote, embed, clips, ..ViewState::default() };
            for (choice, all) in state.facets.iter_mut().zip(all) {
                choice.all = all;
            }
            for (facet, value, excluded) in values {
                let choice = &mut state.facets[facet];
                if excluded { choice.include.remove(&value); } else { choice.exclude.remove(&value); }
                if excluded { choice.exclude.insert(value); } else { choice.include.insert(value); }
            }
            if View::ALL[view] != View::Read || names_document(&state) {
                state.view = View::ALL[view];
            }
            state
        }
    }

    /// Knows everything.
    struct All;

    impl Vocabulary for All {
        fn has_value(&self, _: usize, _: &str) -> bool {
            true
        }

        fn has_passage(&self, _: &str) -> bool {
            true
        }

        fn has_document_of(&self, _: &str) -> bool {
            true
        }

        fn has_unit(&self, _: &str) -> bool {
            true
        }
    }

    proptest! {
        #[test]
        fn a_view_survives_its_link(view in views()) {
            prop_assert_eq!(read(&write(&view), &All), (view, vec![]));
        }

        #[test]
        fn any_text_is_a_link_and_settles_at_once(text in ".{0,200}") {
            let link = write(&read(&text, &Most).0);
            let (again, notes) = read(&link, &Most);
            prop_assert_eq!(write(&again), link);
            prop_assert_eq!(notes, vec![]);
        }

        #[test]
        fn parameters_of_any_kind_settle_at_once(
            text in "((-?(q|theme|doc|year|view|sort|unit|order|rows|cells|kwic|window|terms|at|words|begins|before|twice|x))=(un|read|date|share|value|left|terms|0|1|9|%|%e4|a|\\+|朝){0,3}&?){0,8}"
        ) {
            let (view, _) = read(&text, &Most);
            prop_assert_eq!(read(&write(&view), &Most), (view, vec![]));
        }
    }

    #[test]
    fn sorts_have_the_names_of_the_contract() {
        assert_eq!(
            [Sort::Relevance, Sort::Corpus, Sort::Date].map(sort_name),
            ["relevance", "corpus", "date"]
        );
    }
}
