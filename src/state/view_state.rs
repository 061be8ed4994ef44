//! What is the reader looking at? The whole of it, as plain data: what a link says and nothing else.

use std::collections::BTreeSet;

use vitrine_corpus::facet::{DOCUMENT, FACETS, THEME};
use vitrine_corpus::scripts::Script;
use vitrine_search::anchor::{Quote, Twice};
use vitrine_search::{LineSort, Sort, TermSort};

/// Everything a link restores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The query, as typed.
    pub query: String,
    /// The chosen values of each facet, in the order of [`FACETS`], and behind them the reader's own tags
    /// ([`TAGS`]).
    pub facets: [Choice; FACETS.len() + 1],
    /// Which view is open.
    pub view: View,
    /// The order of the results.
    pub sort: Sort,
    /// How the view is set up.
    pub lens: Lens,
    /// Clippings: the passages that somebody shares, by their ids; none for the reader's own.
    pub clips: Vec<String>,
    /// Whether it stands inside of another page, without header and footer.
    pub embed: bool,
    /// The passage that is pointed at, by its id.
    pub at: Option<String>,
    /// The words of it that a link quotes. Nothing where no passage is pointed at.
    pub quote: Option<Quote>,
}

/// The chosen values of one facet, by their ids. Sorted, so that equal choices are equal links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// A passage must have one of these, if there are any.
    pub include: BTreeSet<String>,
    /// A passage must have none of these.
    pub exclude: BTreeSet<String>,
    /// A passage must have all of `include`, not only one.
    pub all: bool,
}

/// Stands in a choice for every value of its facet: `theme=*` is what has a theme, `-theme=*` what has none.
pub const EVERY: &str = "*";

/// The views a link can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Results beside the facets.
    #[default]
    Browse,
    /// What happened, in the order of time.
    Timeline,
    /// Quantities, as a table.
    Figures,
    /// One facet across another.
    Matrix,
    /// One document, whole.
    Read,
    /// Each hit between the words around it.
    Concordance,
    /// The words of the results.
    Terms,
    /// The levels of the corpus' argument, with the results under each.
    Framework,
    /// Who is named together with whom.
    Actors,
    /// What the reader has put aside.
    Clippings,
    /// How the corpus was read.
    Method,
}

impl View {
    /// All views, in the order of the switch that leads from one to another.
    pub const ALL: &[View] = &[
        View::Browse,
        View::Timeline,
        View::Figures,
        View::Matrix,
        View::Framework,
        View::Actors,
        View::Concordance,
        View::Terms,
        View::Clippings,
        View::Read,
        View::Method,
    ];

    /// Whether the view shows what was found: such views stand in the switch, beside the facets, and
    /// stay open while a reader types.
    pub const fn shows_results(self) -> bool {
        !matches!(self, View::Read | View::Clippings | View::Method)
    }

    /// The view's name in links.
    pub const fn name(self) -> &'static str {
        match self {
            View::Browse => "browse",
            View::Timeline => "timeline",
            View::Figures => "figures",
            View::Matrix => "matrix",
            View::Read => "read",
            View::Concordance => "concordance",
            View::Terms => "terms",
            View::Framework => "framework",
            View::Actors => "actors",
            View::Clippings => "clippings",
            View::Method => "method",
        }
    }

    /// The view of that name.
    pub fn parse(name: &str) -> Option<View> {
        View::ALL.iter().copied().find(|view| view.name() == name)
    }
}

/// How a view is set up, beside query and filters. Each setting belongs to one view and has no effect
/// in the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// Figures: those of this unit.
    pub unit: Option<String>,
    /// Figures: in which order.
    pub order: Order,
    /// Matrix: the facet (its place in [`FACETS`]) whose values are rows.
    pub rows: usize,
    /// Matrix: the facet whose values are columns.
    pub cols: usize,
    /// Matrix: shares of a row rather than counts.
    pub shares: bool,
    /// Concordance: the order of its lines.
    pub kwic: LineSort,
    /// Concordance: how far it looks to each side.
    pub window: Window,
    /// Terms: their order.
    pub terms: TermSort,
    /// Read: a passage beside its translation.
    pub parallel: bool,
    /// Read: the document, by its id, that this one is set beside.
    pub beside: Option<String>,
    /// Read: the script of Chinese passages; as they are written if none is said.
    pub script: Option<Script>,
}

impl Default for Lens {
    fn default() -> Lens {
        Lens {
            unit: None,
            order: Order::default(),
            rows: THEME,
            cols: DOCUMENT,
            shares: false,
            kwic: LineSort::default(),
            window: Window::default(),
            terms: TermSort::default(),
            parallel: false,
            beside: None,
            script: None,
        }
    }
}

/// The order of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The most frequent unit first, and in it the largest value.
    #[default]
    Unit,
    /// The largest value first, whatever its unit.
    Value,
    /// As in the documents.
    Document,
}

impl Order {
    /// All orders, as the page offers them.
    pub const ALL: [Order; 3] = [Order::Unit, Order::Value, Order::Document];

    /// The order's name in links.
    pub const fn name(self) -> &'static str {
        match self {
            Order::Unit => "unit",
            Order::Value => "value",
            Order::Document => "document",
        }
    }

    /// The order of that name.
    pub fn parse(name: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// All orders, in the order in which the page offers them.
pub const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Corpus, Sort::Date];

/// An order's name in links.
pub const fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "relevance",
        Sort::Corpus => "corpus",
        Sort::Date => "date",
    }
}

/// The order of that name.
pub fn parse_sort(name: &str) -> Option<Sort> {
    SORTS.into_iter().find(|&sort| sort_name(sort) == name)
}

/// All orders of a concordance, in the order in which the page offers them.
pub const LINE_SORTS: [LineSort; 3] = [LineSort::Corpus, LineSort::Left, LineSort::Right];

/// The order's name in links.
pub const fn line_sort_name(sort: LineSort) -> &'static str {
    match sort {
        LineSort::Corpus => "corpus",
        LineSort::Left => "left",
        LineSort::Right => "right",
    }
}

/// The order of that name.
pub fn parse_line_sort(name: &str) -> Option<LineSort> {
    LINE_SORTS.into_iter().find(|&sort| line_sort_name(sort) == name)
}

/// All orders of the terms, in the order in which the page offers them.
pub const TERM_SORTS: [TermSort; 2] = [TermSort::Keyness, TermSort::Frequency];

/// The order's name in links.
pub const fn term_sort_name(sort: TermSort) -> &'static str {
    match sort {
        TermSort::Keyness => "keyness",
        TermSort::Frequency => "frequency",
    }
}

/// The order of that name.
pub fn parse_term_sort(name: &str) -> Option<TermSort> {
    TERM_SORTS.into_iter().find(|&sort| term_sort_name(sort) == name)
}

/// How many words (characters, in scripts without spaces) a concordance shows on each side of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window(pub u8);

/// The windows the page offers. A link may ask for any other.
pub const WINDOWS: [Window; 4] = [Window(5), Window(10), Window(20), Window(40)];

impl Default for Window {
    fn default() -> Window {
        WINDOWS[1]
    }
}

impl Window {
    /// The window a link asks for: a number from 1 to 200.
    pub fn parse(text: &str) -> Option<Window> {
        let is_plain = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
        let size = text.parse().ok().filter(|size| (1..=200).contains(size))?;
        is_plain.then_some(Window(size))
    }
}

/// What a link says of words that stood twice.
const TWICE: [(Twice, &str); 2] = [(Twice::Words, "words"), (Twice::Passage, "passage")];

/// What stood twice when a link was made, by its name in links; nothing where nothing did.
pub fn twice_name(twice: Twice) -> &'static str {
    TWICE.iter().find(|(known, _)| *known == twice).map_or("", |(_, name)| name)
}

/// What stood twice, of that name.
pub fn parse_twice(name: &str) -> Option<Twice> {
    TWICE.iter().find(|(_, known)| *known == name).map(|(twice, _)| *twice)
}

/// A script's name in links.
pub const fn script_name(script: Script) -> &'static str {
    match script {
        Script::Simplified => "hans",
        Script::Traditional => "hant",
    }
}

/// The script of that name.
pub fn parse_script(name: &str) -> Option<Script> {
    [Script::Simplified, Script::Traditional]
        .into_iter()
        .find(|&script| script_name(script) == name)
}

impl Choice {
    /// Whether something with these values is asked for: it has one of those chosen, or all where that is
    /// said, and none that is left out.
    pub fn has(&self, values: &[String]) -> bool {
        let has = |value: &String| match value == EVERY {
            true => !values.is_empty(),
            false => values.contains(value),
        };
        let is_asked = match self.all {
            true => self.include.iter().all(has),
            false => self.include.is_empty() || self.include.iter().any(has),
        };
        is_asked && !self.exclude.iter().any(has)
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}

impl ViewState {
    /// The same view that points at a passage, and at nothing else.
    pub fn at(self, at: Option<String>) -> ViewState {
        ViewState { at, quote: None, ..self }
    }

    /// Every chosen value, in the order of links.
    pub fn filters(&self) -> impl Iterator<Item = Filter> + '_ {
        self.facets.iter().enumerate().flat_map(|(facet, choice)| {
            let filter =
                move |value: &String, excluded| Filter { facet, value: value.clone(), excluded };
            let include = choice.include.iter().map(move |value| filter(value, false));
            include.chain(choice.exclude.iter().map(move |value| filter(value, true)))
        })
    }
}

/// The place of the reader's own tags among the facets: behind those of the corpus.
pub const TAGS: usize = FACETS.len();

/// A facet's name in links, by its place.
pub fn facet_name(facet: usize) -> &'static str {
    FACETS.get(facet).map_or("tag", |facet| facet.id)
}

/// The place of the facet of that name.
pub fn facet_place(name: &str) -> Option<usize> {
    (0..=TAGS).find(|&facet| facet_name(facet) == name)
}

/// One chosen value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The facet's place in [`FACETS`], or [`TAGS`].
    pub facet: usize,
    /// The value's id.
    pub value: String,
    /// Whether it is left out rather than asked for.
    pub excluded: bool,
}

impl Filter {
    /// The filter as a link has it: `theme=labor`, `-theme=labor`.
    pub fn name(&self) -> String {
        let sign = if self.excluded { "-" } else { "" };
        [sign, facet_name(self.facet), "=", &self.value].concat()
    }
}
