//! The page as a reader meets it: what it shows, and what can be done with it.
//!
//! The page is found by what `tests/README.md` names as promises: roles, `data-passage`,
//! `data-facet` and the like, never by a path through the markup. What only one test looks at is named
//! there. What is awaited is polled for; nothing sleeps for a while and hopes.

use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vitrine_e2e::{Browser, Element, Engine, Key, Server, Setup};

/// How long anything may take before it counts as not happening, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const POLL_EVERY: Duration = Duration::from_millis(20);

/// What a driver says of a script whose page was left before it ended.
const LEFT: &str = "before the unload event";

/// More than any corpus here has, so that an answer is whole.
const EVERYTHING: u32 = 100_000;

pub const SEARCH_FIELD: &str = "[role=searchbox], input[type=search]";

/// One window with the page in it, served from a folder of its own origin.
///
/// When it is dropped, the console must have been silent.
pub struct Page {
    pub browser: Browser,
    pub server: Server,
    /// Where the page is, without what a link says of the view.
    address: String,
    console_matters: bool,
}

/// How the page comes to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// From a host.
    Site,
    /// From the browser, which has kept it; there is no host any more.
    Installed,
    /// As one file from a disk.
    File,
}

impl Edition {
    pub const ALL: [Self; 3] = [Self::Site, Self::Installed, Self::File];
}

/// A value to narrow by, as the page shows it.
#[derive(Clone, Debug)]
pub struct FacetValue {
    pub facet: String,
    pub value: String,
    /// The number beside it; `None` where the page shows none.
    pub count: Option<u64>,
}

/// The engine under test.
pub fn engine() -> Engine {
    Engine::of_this_run().unwrap_or_else(|error| panic!("VITRINE_ENGINE: {error:#}"))
}

/// The single file of the site under test.
pub fn single_file() -> String {
    let file = dist().join("vitrine.html").canonicalize().expect("the single file is in the site");
    format!("file://{}", file.display())
}

/// The built site under test.
pub fn dist() -> PathBuf {
    match env::var_os("VITRINE_DIST") {
        Some(dist) => dist.into(),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
    }
}

// ---- opening ------------------------------------------------------------------------------------

impl Page {
    /// Loads the page with `state` after its URL (`#theme=labor`, `?…`, or nothing) until ready.
    pub fn open(state: &str) -> Self {
        Self::open_under("/", state)
    }

    /// The same on a host where the site lies under a path.
    pub fn open_under(mount: &str, state: &str) -> Self {
        let server = Server::start(&dist(), mount).unwrap_or_else(|error| panic!("{error:#}"));
        let page = Self::without_opening(server);
        page.go(state);
        page
    }

    /// Loads an edition of the page with nothing asked of it.
    pub fn open_edition(edition: Edition) -> Self {
        let mut page = match edition {
            Edition::Installed => {
                Self::open_until_kept(Server::start(&dist(), "/").expect("a server"))
            }
            _ => Self::open(""),
        };
        match edition {
            Edition::Site => {}
            Edition::Installed => page.server.stop(),
            Edition::File => page.address = single_file(),
        }
        page.go("");
        page
    }

    /// A window on `server`, with a worker that has kept everything.
    pub fn open_until_kept(server: Server) -> Self {
        let page = Self::without_opening(server);
        page.go("");
        page.until_true("the page is kept", || page.is_kept() == Some(true));
        page
    }

    /// A window on `server` with nothing loaded yet.
    pub fn without_opening(server: Server) -> Self {
        Self::set_up(server, Setup::default())
    }

    /// The same, where the reader has set up the browser.
    pub fn set_up(server: Server, setup: Setup) -> Self {
        let browser = Browser::start_with(engine(), setup);
        let browser = browser.unwrap_or_else(|error| panic!("{error:#}"));
        let address = server.url();
        Self { browser, server, address, console_matters: true }
    }

    /// Loads the page anew in the same window, even where only the fragment differs.
    pub fn go(&self, state: &str) {
        self.browser.open("about:blank").expect("an empty page");
        self.load(state);
        self.wait_ready();
    }

    /// The same where the page may not come to stand.
    pub fn load(&self, state: &str) {
        self.browser.open(&format!("{}{state}", self.address)).expect("the page loads");
    }

    /// Follows a link within the page: the same document, another fragment.
    pub fn follow(&self, fragment: &str) {
        self.run("location.hash = args[0]", json!([fragment]));
    }

    pub fn wait_ready(&self) {
        self.run(
            "while (!window.vitrine?.ready) await new Promise(go => setTimeout(go, 10));
             await window.vitrine.ready;",
            json!([]),
        );
    }

    /// For a page that is meant to complain.
    pub fn let_console_speak(&mut self) {
        self.console_matters = false;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if self.console_matters && !thread::panicking() {
            let said = self.browser.console().expect("the console's log");
            assert!(said.is_empty(), "the console was not silent:\n{}", said.join("\n"));
        }
    }
}

// ---- waiting ------------------------------------------------------------------------------------

impl Page {
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.browser.run(script, arguments).unwrap_or_else(|error| panic!("{error:#}\nin {script}"))
    }

    /// The same of what only looks: a page that is left meanwhile has nothing to be seen.
    pub fn look(&self, script: &str, arguments: Value) -> Value {
        match self.browser.run(script, arguments) {
            Err(error) if format!("{error:#}").contains(LEFT) => Value::Null,
            answer => answer.unwrap_or_else(|error| panic!("{error:#}\nin {script}")),
        }
    }

    /// Asks again and again until there is an answer; `what` is the promise that is broken if none
    /// comes.
    #[track_caller]
    pub fn until<T>(&self, what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(answer) = ask() {
                return answer;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{what}: still not so\n  at {}\n  status: {:?}\n  notes: {:?}",
                self.url(),
                self.status(),
                self.notes(),
            );
            thread::sleep(POLL_EVERY);
        }
    }

    #[track_caller]
    pub fn until_true(&self, what: &str, mut ask: impl FnMut() -> bool) {
        self.until(what, || ask().then_some(()));
    }

    #[track_caller]
    pub fn until_total(&self, expected: u64) {
        self.until_true(&format!("the status says {expected} passages"), || {
            self.total() == Some(expected)
        });
        self.until_facets_follow();
    }

    /// The facets follow what was found a frame later.
    fn until_facets_follow(&self) {
        self.run(
            "for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
             await new Promise(go => setTimeout(go))",
            json!([]),
        );
    }

    #[track_caller]
    pub fn until_fragment(&self, what: &str, wanted: impl Fn(&str) -> bool) {
        self.until_true(what, || wanted(&self.fragment()));
    }

    /// Lets everything that was due be drawn. Only for saying that something did *not* happen.
    pub fn let_time_pass(&self) {
        self.run(
            "for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
             await new Promise(go => setTimeout(go, 300));",
            json!([]),
        );
    }
}

// ---- looking ------------------------------------------------------------------------------------

impl Page {
    pub fn url(&self) -> String {
        self.run("return location.href", json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// What stands after `#`, decoded.
    pub fn fragment(&self) -> String {
        let script = "const raw = location.hash.slice(1).replaceAll('+', ' ');
                      try { return decodeURIComponent(raw) } catch { return raw }";
        self.run(script, json!([])).as_str().unwrap_or_default().to_owned()
    }

    pub fn history_length(&self) -> u64 {
        self.run("return history.length", json!([])).as_u64().expect("a number")
    }

    /// The words of every `role=status` element.
    pub fn status(&self) -> Vec<String> {
        self.texts("[role=status]")
    }

    /// The numbers the status gives: passages first, documents second.
    pub fn status_numbers(&self) -> Vec<u64> {
        let counted =
            self.status().into_iter().find(|text| text.contains(|c: char| c.is_numeric()));
        numbers(&counted.unwrap_or_default())
    }

    /// The number of results.
    pub fn total(&self) -> Option<u64> {
        self.status_numbers().first().copied()
    }

    /// The words of every visible note about something that was ignored.
    pub fn notes(&self) -> Vec<String> {
        self.texts("[data-note]")
    }

    /// The words of every element that is found and visible.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(args[0])]
            .filter(element => element.checkVisibility())
            .map(element => element.textContent.trim())";
        strings(&self.look(script, json!([selector])))
    }

    /// Whether the browser has a copy of the page for when there is no network, as far as the page knows.
    pub fn is_kept(&self) -> Option<bool> {
        match (self.texts(".is-kept").is_empty(), self.texts(".is-not-kept").is_empty()) {
            (true, true) => None,
            (true, false) => Some(false),
            _ => Some(true),
        }
    }

    /// The words of the page that tell of a failure.
    pub fn alert(&self) -> Option<String> {
        self.texts("[role=alert]").pop()
    }

    pub fn exists(&self, selector: &str) -> bool {
        self.look("return !!document.querySelector(args[0])", json!([selector])) == true
    }

    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(args[0])?.getAttribute(args[1])";
        self.look(script, json!([selector, name])).as_str().map(str::to_owned)
    }

    /// The ids of the passages on the page, in order.
    pub fn shown(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('article[data-passage]')]
            .map(article => article.dataset.passage)";
        strings(&self.look(script, json!([])))
    }

    /// The passages on the page as the API tells them, each with the article's `lang` as `shownLang`.
    pub fn shown_passages(&self) -> Vec<Value> {
        let script = "return Promise.all(
            [...document.querySelectorAll('article[data-passage]')].map(async article => ({
                ...await window.vitrine.passage(article.dataset.passage),
                shownLang: article.lang,
            })))";
        let passages = self.run(script, json!([]));
        passages.as_array().expect("a list").clone()
    }

    /// Opens every facet: the values of a folded one are not there.
    pub fn unfold_facets(&self) {
        let script = "const folded = document.querySelectorAll('details.facet:not([open])');
            for (const details of folded) details.querySelector('summary').click();
            return folded.length";
        self.until_true("all facets are unfolded", || self.run(script, json!([])) == 0);
        let script = "return [...document.querySelectorAll('details.facet')]
            .every(details => details.querySelector('input[data-facet]'))";
        self.until_true("their values are there", || self.run(script, json!([])) == true);
    }

    /// Every value there is to narrow by, with the count beside it.
    pub fn facets(&self) -> Vec<FacetValue> {
        // Where the page does not say which number is the count, it is the last text with a digit: a
        // year's own digits come before it.
        let script = r"return [...document.querySelectorAll('input[data-facet]')].map(input => {
            const label = input.labels[0] ?? input.parentElement;
            const marked = label.querySelector('[data-count]') ?? input;
            let count = marked.dataset.count ?? null;
            const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
            while (marked.dataset.count === undefined && texts.nextNode())
                if (/\d/.test(texts.currentNode.data)) count = texts.currentNode.data;
            return [input.dataset.facet, input.value, count];
        })";
        let rows = self.run(script, json!([]));
        let rows = rows.as_array().expect("a list");
        let value = |row: &Value| FacetValue {
            facet: row[0].as_str().unwrap_or_default().to_owned(),
            value: row[1].as_str().unwrap_or_default().to_owned(),
            count: row[2].as_str().and_then(|text| numbers(text).last().copied()),
        };
        rows.iter().map(value).collect()
    }

    pub fn is_chosen(&self, facet: &str, value: &str) -> bool {
        let script = "return !!document.querySelector(args[0])?.checked";
        self.run(script, json!([facet_selector(facet, value)])) == true
    }

    pub fn searching_for(&self) -> String {
        let script = "return document.querySelector(args[0])?.value ?? ''";
        self.run(script, json!([SEARCH_FIELD])).as_str().unwrap_or_default().to_owned()
    }

    pub fn focus_is_in(&self, selector: &str) -> bool {
        self.run("return !!document.activeElement?.matches(args[0])", json!([selector])) == true
    }

    /// Whether the element is on the screen, at least its beginning.
    pub fn is_in_view(&self, selector: &str) -> bool {
        let script = "const box = document.querySelector(args[0])?.getBoundingClientRect();
            return !!box && box.height > 0 && box.top >= -1 && box.top < innerHeight";
        self.run(script, json!([selector])) == true
    }
}

// ---- acting -------------------------------------------------------------------------------------

impl Page {
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.act_on(selector, Browser::click);
    }

    /// Taps with a finger.
    #[track_caller]
    pub fn tap(&self, selector: &str) {
        self.act_on(selector, Browser::tap);
    }

    #[track_caller]
    fn act_on(&self, selector: &str, act: fn(&Browser, &Element) -> anyhow::Result<()>) {
        self.until_true(&format!("there is a {selector} to act on"), || self.exists(selector));
        let start = Instant::now();
        loop {
            // Between its being found and being acted on another may have taken its place.
            let done = self.browser.find(selector).and_then(|element| act(&self.browser, &element));
            match done {
                Ok(()) => return,
                Err(error) if start.elapsed() > PATIENCE => panic!("{selector}: {error:#}"),
                Err(_) => thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Chooses or unchooses a facet's value as a reader would: by a click on its label.
    #[track_caller]
    pub fn toggle_facet(&self, facet: &str, value: &str) {
        let input = facet_selector(facet, value);
        self.until_true(&format!("the page offers {facet}={value}"), || self.exists(&input));
        // Until then the page may still move under the pointer.
        self.until_facets_follow();
        // A folded group is unfolded first, and the label is marked so that it can be clicked.
        let script = "const input = document.querySelector(args[0]);
            for (let up = input.closest('details'); up; up = up.parentElement.closest('details'))
                up.open = true;
            document.querySelector('[data-e2e-click]')?.removeAttribute('data-e2e-click');
            (input.labels[0] ?? input).setAttribute('data-e2e-click', '')";
        self.run(script, json!([input]));
        self.click("[data-e2e-click]");
    }

    /// Types into the search field, key by key.
    pub fn type_query(&self, text: &str) {
        let field = self.browser.find(SEARCH_FIELD).expect("a search field");
        self.browser.type_into(&field, text).expect("typing");
    }

    pub fn press(&self, key: Key) {
        self.browser.press(key).expect("a key press");
    }
}

// ---- asking the API -----------------------------------------------------------------------------

impl Page {
    /// `window.vitrine.search` with nothing cut off.
    pub fn search(&self, query: &str, facets: Value) -> Value {
        let script = "return window.vitrine.search(args[0], { limit: args[1], facets: args[2] })";
        self.run(script, json!([query, EVERYTHING, facets]))
    }

    pub fn expected_total(&self, query: &str, facets: Value) -> u64 {
        self.search(query, facets)["total"].as_u64().expect("a total")
    }

    /// A passage of the corpus that `wanted` (a JavaScript expression over `passage`) is true of:
    /// the last one, so that a page must scroll to show it.
    #[track_caller]
    pub fn some_passage(&self, wanted: &str) -> Value {
        let script = format!(
            "const {{ hits }} = await window.vitrine.search('', {{ limit: args[0], facets: {{}} }});
             return hits.findLast(passage => {wanted}) ?? null"
        );
        let passage = self.run(&script, json!([EVERYTHING]));
        assert!(!passage.is_null(), "the corpus has no passage with {wanted}");
        passage
    }
}

// ---- small things -------------------------------------------------------------------------------

pub fn facet_selector(facet: &str, value: &str) -> String {
    format!(r#"input[data-facet="{facet}"][value="{value}"]"#)
}

pub fn article(id: &str) -> String {
    format!(r#"article[data-passage="{id}"]"#)
}

/// The strings of a JSON list.
pub fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The ids of concepts in a passage's `themes`.
pub fn themes(passage: &Value) -> BTreeSet<String> {
    let themes = passage["themes"].as_array().map(Vec::as_slice).unwrap_or_default();
    themes.iter().filter_map(|theme| theme["id"].as_str()).map(str::to_owned).collect()
}

pub fn ids(answer: &Value) -> BTreeSet<String> {
    let hits = answer["hits"].as_array().expect("hits");
    hits.iter().filter_map(|hit| hit["id"].as_str()).map(str::to_owned).collect()
}

/// The whole numbers in a text; `1,234` is one.
fn numbers(text: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '0'..='9' => digits.push(c),
            ',' | '\u{202f}' | '\u{a0}' if !digits.is_empty() => {}
            _ if !digits.is_empty() => numbers.extend(std::mem::take(&mut digits).parse::<u64>()),
            _ => {}
        }
    }
    numbers
}
