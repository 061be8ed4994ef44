//! What does a corpus cost as a page, in a browser? Its site is built, loaded and asked.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use vitrine_e2e::{Browser, Engine, Server};

use super::host::{self, Latency};
use super::{Corpus, work};
use crate::measure;
use crate::site;
use crate::tools::Toolbox;

/// Odd, so that the median is a load that happened.
const LOADS: usize = 5;

/// What starting and searching cost.
pub struct Costs {
    /// Seconds for the release site.
    pub build_s: f64,
    /// Milliseconds from navigation, medians.
    pub ready: f64,
    pub fetched: f64,
    /// Bytes of the wasm memory once the page is ready, and after the queries.
    pub memory: [u64; 2],
    pub search: Latency,
}

/// Notes each memory that a program on the page brings. Asking the browser's debugger for all of them ends
/// the page in some versions of Chromium.
const NOTE_MEMORIES: &str = "
    window.__memories = new Set();
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...args) => {
            const result = await made(...args);
            for (const thing of Object.values((result.instance ?? result).exports))
                if (thing instanceof WebAssembly.Memory) window.__memories.add(thing);
            return result;
        };
    }";

/// Asks each query as often as is said, in turn, after asking each once; an answer of hits, excerpts
/// and the counts of all facets. One query a call, as a call must not take longer than a script may.
const ASK: &str = "
    const [query, repeats] = args, { vitrine } = window, times = [];
    const { total } = vitrine.query(query, 10);
    for (let n = 0; n < repeats; n++) {
        const start = performance.now();
        vitrine.query(query, 10);
        times.push(performance.now() - start);
    }
    return { total, times };";

/// Builds the site of a corpus and measures it.
pub fn measure(tools: &Toolbox, corpus: &Corpus, repeats: usize) -> Result<Costs> {
    let dist = work().join(&corpus.name).join("dist");
    eprintln!("{}: building its page", corpus.name);
    let start = Instant::now();
    site::build(tools, &site::Corpus::new(Some(corpus.folder.clone()))?, &dist)?;
    let build_s = start.elapsed().as_secs_f64();

    eprintln!("{}: in the browser", corpus.name);
    let mut loads = Vec::new();
    for _ in 1..LOADS {
        loads
            .push(measure::load_in(&Browser::start(Engine::Chromium)?, &Server::isolated(&dist)?)?);
    }
    let (browser, server) = (Browser::start(Engine::Chromium)?, Server::isolated(&dist)?);
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE_MEMORIES }))?;
    loads.push(measure::load_in(&browser, &server)?);
    let at_ready = memory(&browser)?;
    let search = search(&browser, corpus, repeats)?;
    let memory = [at_ready, memory(&browser)?];
    Ok(Costs {
        build_s,
        ready: measure::median(loads.iter().map(|load| load.ready)),
        fetched: measure::median(loads.iter().map(|load| load.fetched)),
        memory,
        search,
    })
}

fn search(browser: &Browser, corpus: &Corpus, repeats: usize) -> Result<Latency> {
    let text = fs::read_to_string(&corpus.queries)
        .with_context(|| format!("cannot read {}", corpus.queries.display()))?;
    let queries: Vec<Value> = serde_json::from_str(&text)?;
    // As on the host, with the thesaurus.
    browser.run("await window.vitrine.whole", Value::Null)?;
    let (mut all, mut by_query) = (Vec::new(), Vec::new());
    for query in queries.iter().map(|query| query["q"].as_str().or(query.as_str())) {
        let query = query.context("a query is a string, or has `q`")?;
        let answer = browser.run(ASK, json!([query, repeats]))?;
        let times = answer["times"].as_array().context("times from the page")?;
        let times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
        by_query.push(json!({ "q": query, "median": measure::median(times.iter().copied()) }));
        all.extend(times);
    }
    all.sort_by(f64::total_cmp);
    let quantile = |share: f64| all[((all.len() - 1) as f64 * share).round() as usize];
    let answer = json!({
        "median": quantile(0.5), "p95": quantile(0.95), "max": quantile(1.0), "queries": by_query,
    });
    host::latency(&answer).context("a latency of what was just measured")
}

/// The bytes of all WebAssembly memories of the page; no other figure of the browser has them.
fn memory(browser: &Browser) -> Result<u64> {
    let sum =
        "return [...window.__memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
    browser.run(sum, Value::Null)?.as_u64().context("the size of the page's memory")
}
