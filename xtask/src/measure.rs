//! How much does a reader fetch, and how soon can they search?

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use vitrine_e2e::{Browser, Engine, Server};

use crate::site::{self, Corpus};
use crate::tools::Toolbox;
use crate::{process, project};

/// Odd, so that the median is a load that happened.
const LOADS: usize = 7;

/// Notes when `window.vitrine.ready` settles. The page makes `window.vitrine` while it starts, so
/// it is looked for every few milliseconds, which is as exact as the answer is.
const WATCH_FOR_READY: &str = "
    window.__ready = new Promise(found => {
        const look = () => window.vitrine?.ready ? found(window.vitrine.ready) : setTimeout(look, 1);
        look();
    }).then(() => performance.now());";

const TIMES: &str = "
    const ready = await window.__ready;
    const fetched = [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')]
        .filter(entry => !args.some(part => entry.name.includes(part)))
        .map(entry => entry.responseEnd).filter(end => end <= ready);
    return [ready, Math.max(...fetched)];";

/// What the names of files have in them that are asked for early and not waited for: the later part of the
/// program with its styles, and what the browser shows beside the page. A search answers without them.
const NOT_WAITED_FOR: [&str; 4] = ["/split_", "/later-", "/icon-", "/manifest."];

/// brotli -q 11 as Node brings it, the reference implementation; sizes come back in order.
const BROTLI: &str = "
    const { readFileSync } = require('fs'), { brotliCompressSync, constants } = require('zlib');
    for (const file of process.argv.slice(1)) {
        const bytes = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_LGWIN]: 24,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        console.log(brotliCompressSync(bytes, { params }).length);
    }";

struct Asset {
    name: String,
    raw: u64,
    brotli: u64,
    /// Fetched before the first search.
    needed: bool,
}

/// One load of a page, in milliseconds from navigation.
pub struct Load {
    /// When a reader can search.
    pub ready: f64,
    /// When the last byte had come that was needed for that.
    pub fetched: f64,
}

/// Builds the release site and measures it: a Markdown table.
pub fn run() -> Result<String> {
    let tools = Toolbox::for_testing(&[Engine::Chromium])?;
    let dist = project::dist();
    site::build(&tools.building, &Corpus::new(None)?, &dist)?;

    let mut loads = Vec::new();
    let mut asked_for = Vec::new();
    for number in 1..=LOADS {
        eprintln!("Load {number} of {LOADS}");
        let server = Server::start(&dist, "/")?;
        loads.push(load(&server)?);
        // What the worker keeps for later is asked for after the page stands.
        let is_the_page = |target: &String| !target.ends_with("/worker.js");
        asked_for = server.requests().into_iter().take_while(is_the_page).collect();
    }
    let is_waited_for = |target: &&String| !NOT_WAITED_FOR.iter().any(|part| target.contains(part));
    let needed: Vec<_> = asked_for
        .iter()
        .filter(is_waited_for)
        .filter_map(|target| Server::file(&dist, "/", target))
        .collect();
    Ok(report(&assets(&dist, &needed)?, &loads))
}

/// One load in a browser that has never seen the page.
fn load(server: &Server) -> Result<Load> {
    load_in(&Browser::start(Engine::Chromium)?, server)
}

/// One load in a browser that was just started.
pub fn load_in(browser: &Browser, server: &Server) -> Result<Load> {
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_FOR_READY }))?;
    browser.open(&server.url())?;
    let times = browser.run(TIMES, json!(NOT_WAITED_FOR))?;
    let time = |index: usize| times[index].as_f64().context("a time from the page");
    Ok(Load { ready: time(0)?, fetched: time(1)? })
}

fn assets(dist: &Path, needed: &[PathBuf]) -> Result<Vec<Asset>> {
    let mut files = Vec::new();
    collect(dist, &mut files)?;
    files.sort();
    eprintln!("Compressing {} files", files.len());
    let sizes = process::output(Command::new("node").args(["-e", BROTLI, "--"]).args(&files))?;
    let assets = files.iter().zip(sizes.lines()).map(|(file, brotli)| {
        Ok(Asset {
            name: file.strip_prefix(dist)?.to_string_lossy().into_owned(),
            raw: file.metadata()?.len(),
            brotli: brotli.parse().context("a size from Node")?,
            needed: needed.contains(file),
        })
    });
    assets.collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn report(assets: &[Asset], loads: &[Load]) -> String {
    let mut table = String::from("| file | raw | brotli -q 11 | before the first search |\n");
    table.push_str("|---|--:|--:|---|\n");
    for asset in assets {
        let needed = if asset.needed { "yes" } else { "no" };
        row(&mut table, &asset.name, asset.raw, asset.brotli, needed);
    }
    let sum = |wanted: fn(&&Asset) -> bool| {
        let chosen = assets.iter().filter(wanted);
        chosen.fold((0, 0), |(raw, brotli), asset| (raw + asset.raw, brotli + asset.brotli))
    };
    let (raw, brotli) = sum(|asset| asset.needed);
    row(&mut table, "**before the first search**", raw, brotli, "");
    let (raw, brotli) = sum(|_| true);
    row(&mut table, "**the whole site**", raw, brotli, "");

    let ready = median(loads.iter().map(|load| load.ready));
    let beyond = median(loads.iter().map(|load| load.ready - load.fetched));
    let _ = write!(
        table,
        "\n| time, median of {LOADS} fresh loads | ms |\n|---|--:|\n\
         | from navigation to ready | {ready:.0} |\n\
         | from the last byte to ready | {beyond:.0} |\n"
    );
    table
}

fn row(table: &mut String, name: &str, raw: u64, brotli: u64, needed: &str) {
    let kb = |bytes: u64| format!("{:.1} KB", bytes as f64 / 1000.0);
    let _ = writeln!(table, "| {name} | {} | {} | {needed} |", kb(raw), kb(brotli));
}

/// The middle one; of an even number the upper of two.
pub fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<_> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
