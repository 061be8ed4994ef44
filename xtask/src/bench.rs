//! What do building, searching and starting cost, here and in other libraries, in one run?
//!
//! For each corpus: `host` compiles it and searches it as a program of this machine, `page` builds its
//! site and asks that in a browser, `peers` has a harness of other libraries do the same work. No
//! number here passes or fails: they are put beside each other, as machines differ and are noisy.

mod host;
mod page;
mod peers;
mod table;

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use vitrine_e2e::Engine;

use crate::tools::Toolbox;
use crate::{project, site};

/// What is to be measured.
pub struct Options {
    /// A corpus that is measured in place of all others.
    pub corpus: Option<site::Corpus>,
    /// Names of corpora, with commas between; all if none.
    pub only: Option<String>,
    /// Whether the browser is left out.
    pub host: bool,
    /// The folder of a harness of other libraries.
    pub peers: Option<PathBuf>,
    /// How often each query is asked.
    pub repeats: Option<usize>,
}

const REPEATS: usize = 20;

/// A corpus to measure with.
struct Corpus {
    name: String,
    folder: PathBuf,
    /// A JSON list of queries.
    queries: PathBuf,
    /// Whether the harness has it, too.
    is_shared: bool,
}

/// What was measured of a corpus.
struct Measured {
    corpus: Corpus,
    host: host::Costs,
    page: Option<page::Costs>,
    peers: Vec<peers::Costs>,
}

/// Measures; Markdown tables.
pub fn run(options: &Options) -> Result<String> {
    let repeats = options.repeats.unwrap_or(REPEATS);
    ensure!(repeats > 0, "--repeats must be at least 1");
    let program = host::build()?;
    let corpora = corpora(&program, options)?;
    let tools = if options.host { None } else { Some(Toolbox::for_testing(&[Engine::Chromium])?) };
    let mut all = Vec::new();
    for corpus in corpora {
        eprintln!("{}: on the host", corpus.name);
        let host = host::measure(&program, &corpus, repeats)?;
        let page = match &tools {
            Some(tools) => Some(page::measure(&tools.building, &corpus, repeats)?),
            None => None,
        };
        all.push(Measured { corpus, host, page, peers: Vec::new() });
    }
    if let Some(harness) = options.peers.as_deref().filter(|_| !options.host) {
        let shared = all.iter().map(|measured| &measured.corpus).filter(|corpus| corpus.is_shared);
        let names: Vec<&str> = shared.map(|corpus| corpus.name.as_str()).collect();
        let found = peers::measure(harness, &names)?;
        for (corpus, costs) in found {
            let measured = all.iter_mut().find(|measured| measured.corpus.name == corpus);
            measured.expect("only these were asked for").peers.push(costs);
        }
    }
    Ok(table::report(&all))
}

/// The corpora asked for, each in a folder of its own; what must be made for that is made.
fn corpora(program: &Path, options: &Options) -> Result<Vec<Corpus>> {
    const GENERATED: [(&str, usize); 3] = [("G1", 1_000), ("G10", 10_000), ("G100", 100_000)];
    const SHARED: [&str; 4] = ["S", "L1", "L10", "L100"];
    let shared = if options.peers.is_some() { &SHARED[..] } else { &[] };
    let names =
        || ["five"].into_iter().chain(GENERATED.map(|(name, _)| name)).chain(shared.to_vec());
    let only: Option<Vec<&str>> = options.only.as_deref().map(|names| names.split(',').collect());
    if let Some(unknown) = only.iter().flatten().find(|name| !names().any(|known| known == **name))
    {
        anyhow::bail!(
            "--only {unknown}: there is no such corpus; there are {}",
            names().collect::<Vec<_>>().join(",")
        );
    }
    let own = project::root().join("crates/bench/queries.json");
    if let Some(folder) = options.corpus.as_ref().map(site::Corpus::folder) {
        let name = folder.file_name().context("--corpus needs a folder with a name")?;
        let name = name.to_string_lossy().into_owned();
        return Ok(vec![Corpus { name, folder, queries: own, is_shared: false }]);
    }
    let is_wanted = |name: &str| only.as_ref().is_none_or(|only| only.contains(&name));
    let seeds = project::root().join("seeds");
    let mut corpora = Vec::new();
    if is_wanted("five") {
        corpora.push(Corpus {
            name: "five".to_owned(),
            folder: seeds.clone(),
            queries: own.clone(),
            is_shared: false,
        });
    }
    for (name, passages) in GENERATED.into_iter().filter(|(name, _)| is_wanted(name)) {
        let folder = folder(name)?;
        host::generate(program, &seeds, passages, &folder.join(format!("{name}.jsonl")))?;
        corpora.push(Corpus {
            name: name.to_owned(),
            folder,
            queries: own.clone(),
            is_shared: false,
        });
    }
    for name in shared.iter().filter(|name| is_wanted(name)) {
        let rows = PathBuf::from(env::var_os("PEER_CORPUS").unwrap_or("/tmp/peercorpus".into()))
            .join(format!("{name}.jsonl"));
        let folder = folder(name)?;
        fs::copy(&rows, folder.join(format!("{name}.jsonl"))).with_context(|| {
            format!("cannot copy {}: the harness makes its corpora itself", rows.display())
        })?;
        let harness = std::path::absolute(options.peers.as_deref().unwrap_or(Path::new(".")))?;
        let queries = if *name == "S" { "queries-S.json" } else { "queries-L.json" };
        corpora.push(Corpus {
            name: (*name).to_owned(),
            folder,
            queries: harness.join(queries),
            is_shared: true,
        });
    }
    Ok(corpora)
}

/// A folder for a corpus, empty but for what is put there.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = work().join(name).join("corpus");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// Where corpora and sites are kept.
fn work() -> PathBuf {
    project::target().join("vitrine-bench")
}
